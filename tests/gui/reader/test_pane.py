"""The reader pane: words as they came, clicks to facts, hits, find bar, selection."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton

from gui.reader.telling import citation, reason_line
from store.marks import marks
from store.model import Anchor, Annotation, Fact, MarkKind, MarkStyle, Span
from tests.fabricated import crowd, opened, second, words
from tests.gui.reader.conftest import Stage, plain

WHEN = "2026-01-02T03:04:05Z"


def note(
    text: str, quote: str, number: int = 1, note: str = "", style: MarkStyle = MarkStyle.FILL
) -> Annotation:
    anchor = Anchor(words(text, quote), quote, "", "")
    return Annotation(number, 1, anchor, "green", style, note, ("visit",), WHEN, WHEN)


def test_the_words_are_those_of_the_article(stage: Stage) -> None:
    assert stage.pane.view.toPlainText() == stage.text
    assert stage.pane.header.heading == "Zakir Hasanov received Levent Ergün"
    assert "17 December 2025" in stage.pane.header.about
    assert "Trend" in stage.pane.header.about


def test_clicking_marked_words_selects_their_fact(stage: Stage) -> None:
    stage.click("Levent Ergün", nth=1)
    assert stage.heard("fact_clicked") == [(Fact("official", 1),)]
    stage.click("Alley of Martyrs")
    assert stage.heard("fact_clicked")[-1] == (Fact("ceremony", 1),)
    stage.click("Organization of Turkic")
    assert stage.heard("fact_clicked")[-1] == (Fact("meeting", 0, "topics", 2),)


def test_clicking_again_goes_through_the_marks_on_the_same_words(stage: Stage) -> None:
    for _ in range(3):
        stage.click("December 17")
    assert [values[0] for values in stage.heard("fact_clicked")] == [
        Fact("meeting", 0, "date"),
        Fact("source", 0, "dateline", 1),
        Fact("meeting", 0, "date"),
    ]


def test_clicking_plain_words_selects_nothing(stage: Stage) -> None:
    stage.click("comprehensive")
    assert stage.heard("fact_clicked") == []
    stage.qtbot.mouseClick(stage.pane.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert stage.heard("fact_clicked") == []


def test_a_kind_that_is_switched_off_is_not_clicked(stage: Stage) -> None:
    stage.qtbot.mouseClick(stage.pane.legend.switch(MarkKind.OFFICIAL), Qt.MouseButton.LeftButton)
    assert MarkKind.OFFICIAL not in stage.pane.shown_kinds
    stage.click("Heydar Aliyev")
    assert stage.heard("fact_clicked") == []
    stage.pane.show_kinds(MarkKind)
    stage.click("Heydar Aliyev")
    assert stage.heard("fact_clicked") == [(Fact("official", 2),)]


def test_the_legend_offers_what_is_there(stage: Stage) -> None:
    assert not stage.pane.legend.switch(MarkKind.RANK).isHidden()
    stage.show(plain("No marks here."))
    assert stage.pane.legend.isHidden()


def test_flash_scrolls_to_the_words_and_lets_them_glow(stage: Stage) -> None:
    view = stage.pane.view
    span = words(stage.text, "regional security")
    assert view.verticalScrollBar().value() == 0
    stage.pane.flash([span])
    stage.qtbot.waitUntil(lambda: view.glowing == (view.map.positions(span),))
    start, end = view.map.positions(span)
    assert view.viewport().rect().contains(view.box_of(start, end).toRect())
    stage.qtbot.waitUntil(lambda: view.glowing == (), timeout=4000)


def test_without_motion_the_words_are_lit_at_once_and_go_out(stage: Stage) -> None:
    stage.pane.set_still(True)
    span = words(stage.text, "Victory Monument")
    stage.pane.flash([span])
    assert stage.pane.view.glowing == (stage.pane.view.map.positions(span),)
    stage.qtbot.waitUntil(lambda: stage.pane.view.glowing == (), timeout=4000)


def test_stepping_through_marks_by_keyboard(stage: Stage) -> None:
    stage.pane.view.setFocus()
    seen = []
    for _ in range(4):
        stage.qtbot.keyClick(stage.pane.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
        seen.append(stage.heard("fact_clicked")[-1][0])
    assert seen == [
        Fact("meeting", 0, "place"),
        Fact("meeting", 0, "date"),
        Fact("official", 0, "posts", 0),
        Fact("official", 0, "rank"),
    ]
    assert "Rank: Colonel General" in stage.notices[-1]
    stage.qtbot.keyClick(stage.pane.view, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert stage.heard("fact_clicked")[-1][0] == Fact("official", 0, "posts", 0)


def test_every_mark_is_stepped_to_once_in_a_round(stage: Stage) -> None:
    article, reading = second()
    places = {mark.span for mark in marks(article, reading)}
    seen = []
    for _ in places:
        stage.pane.step_mark(1)
        seen.append(stage.pane._stepped)
    assert set(seen) == places
    assert len(seen) == len(places)


def test_a_reason_is_told_in_words() -> None:
    assert reason_line("", 0.5) == "50 % sure"
    assert reason_line("encounter.was_received", 1.0) == "Rule: was received (encounter) · 100 % sure"
    assert reason_line("ruling", 1.0) == "Corrected by you"


def test_find_bar_counts_steps_and_closes(stage: Stage) -> None:
    pane, bar = stage.pane, stage.pane.find_bar
    pane.open_find()
    assert not bar.isHidden()
    stage.qtbot.keyClicks(bar.line, "ergun")
    assert bar.count.text() == "1 of 2"
    stage.qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    assert bar.count.text() == "2 of 2"
    stage.qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    assert bar.count.text() == "1 of 2"
    stage.qtbot.keyClick(bar.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == "2 of 2"
    stage.qtbot.keyClicks(bar.line, "x")
    assert bar.count.text() == "not found"
    stage.qtbot.keyClick(bar.line, Qt.Key.Key_Backspace)
    stage.qtbot.keyClick(bar.line, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert pane.hit_count() == 0
    assert pane.view.hasFocus() or not pane.isActiveWindow()


def test_find_bar_starts_with_the_selected_words(stage: Stage) -> None:
    stage.pane.view.select(words(stage.text, "Victory Park"))
    stage.pane.open_find()
    assert stage.pane.find_bar.line.text() == "Victory Park"
    assert stage.pane.find_bar.count.text() == "1 of 1"


def test_closing_the_find_bar_brings_back_the_hits_of_the_search(stage: Stage) -> None:
    stage.pane.set_hits(
        [words(stage.text, "Baku"), words(stage.text, "visit"), words(stage.text, "visit", 1)]
    )
    assert stage.pane.hit_count() == 3
    stage.pane.open_find()
    stage.qtbot.keyClicks(stage.pane.find_bar.line, "ergun")
    assert stage.pane.hit_count() == 2
    stage.qtbot.keyClick(stage.pane.find_bar.line, Qt.Key.Key_Escape)
    assert stage.pane.hit_count() == 3


def test_stepping_through_the_hits_of_the_search(stage: Stage) -> None:
    stage.pane.set_hits([words(stage.text, "Victory Park"), words(stage.text, "BAKU")])
    assert stage.pane.step_hit(1) == (1, 2)
    assert stage.pane.step_hit(1) == (2, 2)
    assert stage.pane.step_hit(1) == (1, 2)
    assert stage.pane.step_hit(-1) == (2, 2)
    stage.pane.set_hits([])
    assert stage.pane.step_hit(1) == (0, 0)


@pytest.mark.parametrize(
    ("text", "query", "quote"),
    [
        ("😀 <b>İsmət</b>\r\nKadıoğlu in Bakı", "kadioglu", "Kadıoğlu"),
        ("😀 Zakir\r\nHəsənov 😀", "zakir hesenov", "Zakir\r\nHəsənov"),
        ("a\r\n\r\nb 🇹🇷 İstanbul", "istanbul", "İstanbul"),
        ("E\u0301mile < Zola", "<", "<"),
    ],
)
def test_find_bar_selects_the_right_words_of_awkward_texts(
    stage: Stage, text: str, query: str, quote: str
) -> None:
    stage.show(plain(text))
    stage.pane.open_find()
    stage.pane.find_bar.line.setText(query)
    assert stage.pane.find_bar.count.text() == "1 of 1"
    stage.qtbot.keyClick(stage.pane.find_bar.line, Qt.Key.Key_Escape)
    span = stage.pane.selection
    assert span is not None
    assert stage.text[slice(*span)] == quote


def test_selecting_words_shows_what_can_be_done_with_them(stage: Stage) -> None:
    stage.drag("an official visit")
    assert stage.heard("selection_changed")[-1] == (words(stage.text, "an official visit"),)
    assert not stage.pane.bar.isHidden()
    stage.qtbot.mouseClick(stage.pane.bar.pen("pink"), Qt.MouseButton.LeftButton)
    assert stage.heard("highlight_requested") == [
        (words(stage.text, "an official visit"), "pink", MarkStyle.FILL)
    ]
    assert stage.pane.bar.isHidden()
    assert stage.pane.selection is None


def test_selected_words_are_added_as_facts_by_the_mouse(stage: Stage) -> None:
    asked: list[str] = []
    stage.pane.addition_wanted.connect(asked.append)
    for name in ("Add as an official (Ctrl+Shift+P)", "Add as a meeting (Ctrl+Shift+G)"):
        stage.pane.view.select(words(stage.text, "an official visit"))
        stage.pane.view.selected.emit()
        (button,) = (b for b in stage.pane.bar.findChildren(QToolButton) if b.accessibleName() == name)
        stage.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == ["official", "meeting"]


def test_the_bar_of_selected_words_has_two_rows_where_one_is_too_wide(stage: Stage) -> None:
    bar, span = stage.pane.bar, words(stage.text, "an official visit")
    heights = []
    for width in (900, 380):
        stage.pane.resize(width, 800)
        stage.pane.view.select(None)
        stage.pane.view.select(span)
        stage.pane.view.selected.emit()
        assert bar.parentWidget().rect().contains(bar.geometry())
        heights.append(bar.height())
    assert heights[1] > 1.6 * heights[0]


def test_the_shape_is_kept_for_the_next_highlight(stage: Stage) -> None:
    stage.drag("mutual trust")
    stage.qtbot.mouseClick(stage.pane.bar.shape(MarkStyle.WAVE), Qt.MouseButton.LeftButton)
    stage.qtbot.mouseClick(stage.pane.bar.pen("blue"), Qt.MouseButton.LeftButton)
    stage.pane.view.select(words(stage.text, "Victory Park"))
    stage.pane.view.setFocus()
    stage.qtbot.keyClick(stage.pane.view, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert [values[1:] for values in stage.heard("highlight_requested")] == [("blue", MarkStyle.WAVE)] * 2


def test_note_and_tag_by_keyboard(stage: Stage) -> None:
    span = words(stage.text, "Victory Park")
    stage.pane.view.setFocus()
    stage.pane.view.select(span)
    stage.qtbot.keyClick(stage.pane.view, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert stage.heard("note_requested") == [(span, "yellow", MarkStyle.FILL)]
    stage.pane.view.select(span)
    stage.qtbot.keyClick(stage.pane.view, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert stage.heard("tag_requested") == [(span, "yellow", MarkStyle.FILL)]


def test_with_nothing_selected_one_is_told_so(stage: Stage) -> None:
    stage.pane.highlight_selection()
    assert stage.heard("highlight_requested") == []
    assert stage.notices == ["Select some words first."]


def test_copies_are_exact_and_citations_name_the_source(stage: Stage) -> None:
    text = "One\r\ntwo\u00a0three 😀 four"
    stage.show(plain(text))
    stage.pane.view.select(Span(0, len(text)))
    stage.pane.copy()
    assert QGuiApplication.clipboard().text() == text
    assert stage.pane.view.createMimeDataFromSelection().text() == text
    stage.pane.copy_citation()
    assert QGuiApplication.clipboard().text().startswith("“One two three 😀 four” (")
    article, reading = second()
    told = citation(opened(article, reading, heading="A received B"), "in Baku")
    assert told == "“in Baku” (Trend, 17 December 2025, “A received B”, 004_834a0b8676b6a784)"


def test_clicking_a_highlight_tells_which(stage: Stage) -> None:
    article, reading = second()
    mine = (note(article.text, "comprehensive exchange", 5), note(article.text, "exchange of views", 6))
    stage.show(opened(article, reading, mine))
    stage.click("comprehensive exchange")
    assert stage.heard("annotation_clicked") == [(5,)]
    stage.click("exchange of views", inside=12)
    assert stage.heard("annotation_clicked")[-1] == (6,)
    before = len(stage.heard("annotation_clicked"))
    stage.click("exchange of views", inside=1)
    stage.click("exchange of views", inside=1)
    both = {values[0] for values in stage.heard("annotation_clicked")[before:]}
    assert both == {5, 6}


def test_the_same_article_again_keeps_its_place(stage: Stage) -> None:
    article, reading = second()
    bar = stage.pane.view.verticalScrollBar()
    stage.pane.set_hits([words(article.text, "Baku")])
    bar.setValue(bar.maximum())
    kept = bar.value()
    assert kept > 0
    stage.show(opened(article, reading, (note(article.text, "bright memory"),)))
    assert bar.value() == kept
    assert stage.pane.hit_count() == 1
    stage.show(replace(plain("Other\n" * 200)))
    assert bar.value() == 0
    assert stage.pane.hit_count() == 0


def test_no_article(stage: Stage) -> None:
    stage.pane.show_article(None)
    assert stage.pane.opened is None
    stage.pane.open_find()
    assert stage.pane.find_bar.isHidden()
    stage.pane.step_mark(1)
    assert stage.pane.step_hit(1) == (0, 0)
    stage.pane.flash([])
    stage.pane.grab()


def test_the_star_is_asked_for(stage: Stage) -> None:
    stage.qtbot.mouseClick(stage.pane.header.star, Qt.MouseButton.LeftButton)
    assert stage.heard("star_requested") == [(True,)]


def test_text_size(stage: Stage) -> None:
    before = stage.pane.view.text_size
    stage.pane.zoom(2)
    assert stage.pane.view.text_size == before + 2
    stage.pane.zoom(-100)
    assert stage.pane.view.text_size == 8
    stage.pane.zoom_normal()
    assert stage.pane.view.text_size == before


def test_lines_are_of_a_comfortable_measure(stage: Stage) -> None:
    stage.pane.resize(1800, 700)
    stage.pane.grab()
    block = stage.pane.view.document().firstBlock()
    assert 65 <= block.layout().lineAt(0).textLength() <= 95


def test_the_menu_offers_highlighting_only_where_words_are_selected(stage: Stage) -> None:
    names = [action.text() for action in stage.pane.context_menu().actions()]
    assert "&Highlight" not in names
    stage.pane.view.select(words(stage.text, "Victory Park"))
    menu = stage.pane.context_menu()
    keys = {action.text(): action.shortcut().toString() for action in menu.actions()}
    assert keys["&Highlight"] == "Ctrl+H"
    assert keys["&Copy"] == "Ctrl+C"
    assert "Highlight &in" in keys


def test_many_officials_in_a_dark_theme(stage: Stage) -> None:
    stage.pane._theme.choose("dark")
    stage.show(opened(*crowd(40, 6), article_id=2))
    image = stage.pane.grab().toImage()
    assert image.pixelColor(5, 600) == stage.pane._theme.colour("base")
