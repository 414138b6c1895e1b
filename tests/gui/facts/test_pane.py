"""The facts pane by pointer and keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QToolTip
from pytestqt.qtbot import QtBot

from gui.facts.canvas import fact_of, spoken
from gui.facts.editor import FieldEditor
from gui.facts.layout import Cell, Part
from gui.facts.pane import FactsPane
from gui.theme import Theme
from store import anchors
from store.model import (
    Article,
    Evidence,
    Fact,
    FactState,
    OpenArticle,
    Ruling,
    RulingKind,
    Span,
    Statement,
)
from store.rulings import lay_over
from tests.fabricated import crowd, opened, second, words

Told = list[tuple[Fact, tuple[Span, ...]]]


@pytest.fixture
def pane(qtbot: QtBot) -> FactsPane:
    theme = Theme("light")
    theme.apply()
    made = FactsPane(theme)
    qtbot.addWidget(made)
    made.resize(360, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.show_article(opened(*second()))
    return made


@pytest.fixture
def told(pane: FactsPane) -> Told:
    heard: Told = []
    pane.fact_activated.connect(lambda fact, spans: heard.append((fact, spans)))
    return heard


@pytest.fixture
def click(pane: FactsPane, qtbot: QtBot) -> Callable[[Fact], None]:
    def clicked(fact: Fact) -> None:
        pane.canvas.choose(fact)
        pane.canvas.choose(None)
        box = pane.canvas.box_of(fact)
        assert box is not None
        qtbot.mouseClick(pane.canvas.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())

    return clicked


def test_every_value_can_be_clicked_back_to_its_words(
    pane: FactsPane, told: Told, click: Callable[[Fact], None]
) -> None:
    facts = [cell.value.fact for cell in pane.canvas.live if cell.value and cell.value.spans]
    assert len(facts) > 30
    for fact in facts:
        assert fact is not None
        click(fact)
        assert told[-1][0] == fact
        assert told[-1][1]
    text = second()[0].text
    assert (Fact("meeting", 0, "venue"), (words(text, "Ministry of Defense"),)) in told
    assert (Fact("ceremony", 3), (words(text, "Victory Monument"),)) in told


def test_a_fact_chosen_elsewhere_is_shown_and_in_view(pane: FactsPane) -> None:
    fact = Fact("ceremony", 3)
    pane.select_fact(fact)
    box = pane.canvas.box_of(fact)
    assert pane.selected == fact
    assert box is not None
    assert pane.canvas.viewport().rect().contains(box.toRect())
    pane.select_fact(Fact("official", 77))
    pane.select_fact(None)
    assert pane.selected is None


def test_by_keyboard(pane: FactsPane, told: Told, qtbot: QtBot) -> None:
    canvas = pane.canvas
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert told[-1][0] == Fact("official", 0)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    assert told[-1][0] == Fact("official", 0, "role")
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert told[-1][0] == Fact("official", 0, "rank")
    assert canvas.accessibleDescription() == "Rank: Colonel General"
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    assert canvas.current is not None
    assert canvas.current.part in (Part.TITLE, Part.BADGE)
    qtbot.keyClick(canvas, Qt.Key.Key_End)
    assert canvas.verticalScrollBar().value() > 0
    qtbot.keyClick(canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == canvas.current.text


def test_down_goes_through_every_line(pane: FactsPane, qtbot: QtBot) -> None:
    qtbot.keyClick(pane.canvas, Qt.Key.Key_Home)
    seen: list[Cell] = []
    while pane.canvas.current is not None and pane.canvas.current not in seen:
        seen.append(pane.canvas.current)
        qtbot.keyClick(pane.canvas, Qt.Key.Key_Down)
    assert seen[-1].box.bottom() == max(cell.box.bottom() for cell in pane.canvas.live)
    labels = {cell.label for cell in seen}
    assert {"Rank", "Post", "Country", "Date", "Place", "Venue", "Hosts", "Topics", "Outlet"} <= labels


def test_hovering_says_why(pane: FactsPane) -> None:
    box = pane.canvas.box_of(Fact("official", 0, "rank"))
    assert box is not None
    place = box.center().toPoint()
    port = pane.canvas.viewport()
    QToolTip.hideText()
    QApplication.sendEvent(port, QHelpEvent(QHelpEvent.Type.ToolTip, place, port.mapToGlobal(place)))
    assert "Rank: Colonel General" in QToolTip.text()
    assert "before name" in QToolTip.text()
    assert "90 %" in QToolTip.text()
    QToolTip.hideText()
    QApplication.sendEvent(
        port, QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(1, 1), port.mapToGlobal(QPoint(1, 1)))
    )


def test_the_menu_filters_by_person_and_country(pane: FactsPane, told: Told) -> None:
    people: list[str] = []
    countries: list[str] = []
    pane.person_filter.connect(people.append)
    pane.country_filter.connect(countries.append)
    by_fact = {cell.value.fact: cell.value for cell in pane.canvas.live if cell.value}
    for action in pane.menu(by_fact[Fact("official", 1)]).actions():
        action.trigger()
    for action in pane.menu(by_fact[Fact("official", 1, "country")]).actions():
        action.trigger()
    assert people == ["levent ergun"]
    assert countries == ["TR"]
    assert told[0][0] == Fact("official", 1)
    shown = [a.text() for a in pane.menu(None).actions() if not a.isSeparator()]
    assert shown == ["Copy &all facts as", "Confirm all in &view"]


def test_the_same_article_again_keeps_its_place(pane: FactsPane) -> None:
    pane.select_fact(Fact("ceremony", 3))
    at = pane.canvas.verticalScrollBar().value()
    assert at > 0
    pane.show_article(opened(*second()))
    assert pane.canvas.verticalScrollBar().value() == at
    assert pane.selected == Fact("ceremony", 3)
    pane.show_article(opened(*crowd(), article_id=5))
    assert pane.canvas.verticalScrollBar().value() == 0
    assert pane.selected is None


@pytest.mark.parametrize("width", [180, 240, 360, 900])
def test_nothing_overlaps_and_nothing_is_cut_at_any_width(pane: FactsPane, width: int) -> None:
    pane.resize(width, 500)
    many = opened(*crowd(40, 12), article_id=5)
    fields = ("name", "rank", "posts", "country", "role")
    states = {Fact("official", n, field): list(FactState)[n % 3] for n in range(40) for field in fields}
    pane.show_article(replace(many, states=states))
    pane.grab()
    width = pane.canvas.viewport().width()
    boxes = [cell.text_box for cell in pane.canvas.cells if cell.part is not Part.HEADING]
    for number, box in enumerate(boxes):
        assert box.left() >= 0
        assert box.right() <= width
        for other in boxes[number + 1 : number + 30]:
            shared = box.intersected(other)
            assert shared.height() < 3 or shared.width() < 3


def test_a_long_label_takes_no_room_from_the_values_of_others(pane: FactsPane) -> None:
    article, reading = crowd()
    at = words(article.text, article.text.split()[0])
    long = "strongly reaffirmed the unwavering commitment"
    saying = Statement("Somebody", long, at, Evidence((at,), "says", 0.9))
    pane.show_article(opened(article, replace(reading, statements=())))
    before = {cell.text_box.left() for cell in pane.canvas.cells if cell.part is Part.VALUE}
    pane.show_article(opened(article, replace(reading, statements=(saying,))))
    cells = pane.canvas.cells
    assert before <= {cell.text_box.left() for cell in cells if cell.part is Part.VALUE}
    place = next(n for n, cell in enumerate(cells) if cell.part is Part.LABEL and cell.text == long)
    assert cells[place + 1].text_box.top() > cells[place].text_box.top()  # above its value


def test_a_click_on_a_label_is_one_on_its_value(pane: FactsPane, told: Told, qtbot: QtBot) -> None:
    cells = pane.canvas.cells
    place = next(n for n, cell in enumerate(cells) if cell.part is Part.LABEL and cell.text == "Rank")
    at = cells[place].box.center().toPoint() + QPoint(-20, 0)
    qtbot.mouseClick(pane.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    ((fact, spans),) = told
    assert (fact.kind, fact.field) == ("official", "rank")
    assert spans
    heading = next(cell for cell in cells if cell.part is Part.HEADING)
    qtbot.mouseClick(pane.canvas.viewport(), Qt.MouseButton.LeftButton, pos=heading.box.center().toPoint())
    assert len(told) == 1


def test_how_posts_are_written_is_said_while_they_are(pane: FactsPane) -> None:
    pane.edit(Fact("official", 1, "posts"))
    (editor,) = pane.findChildren(FieldEditor)
    assert editor.told.text() == "One a line: title; organisation; country"
    assert editor.told.isVisible()
    assert pane.canvas.viewport().rect().contains(editor.geometry())
    editor.leave()
    pane.edit(Fact("official", 1, "country"))
    (other,) = (one for one in pane.findChildren(FieldEditor) if one.isVisible())
    assert not other.told.isVisible()


def test_no_article_and_nothing_read(pane: FactsPane, qtbot: QtBot) -> None:
    asked: list[str] = []
    pane.addition_wanted.connect(asked.append)
    pane.show_article(None)
    assert not pane.canvas.isVisible()
    pane.show_article(opened(Article("x", "text"), article_id=9))
    assert not pane.canvas.isVisible()
    for button in pane.findChildren(QPushButton):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == ["official", "meeting"]
    pane.show_article(None)
    assert [button.isVisible() for button in pane.findChildren(QPushButton)] == [False, False]
    pane.show_article(opened(*second()))
    assert pane.canvas.isVisible()


def test_values_are_spoken_with_their_labels(pane: FactsPane) -> None:
    said = [spoken(cell) for cell in pane.canvas.live]
    assert "Country: Türkiye, TR" in said
    assert "Topics: regional security" in said
    assert "Levent Ergün" in said


def hovered(pane: FactsPane, fact: Fact) -> str:
    """What is told over a fact."""
    box = pane.canvas.box_of(fact)
    assert box is not None
    place, port = box.center().toPoint(), pane.canvas.viewport()
    QToolTip.hideText()
    QApplication.sendEvent(port, QHelpEvent(QHelpEvent.Type.ToolTip, place, port.mapToGlobal(place)))
    return QToolTip.text()


def ruled() -> OpenArticle:
    """An article whose guest has another rank and a confirmed country."""
    article, reading = second()
    anchor = anchors.make(article.text, reading.officials[1].mentions[0])
    laws = (
        Ruling(1, 1, RulingKind.CHANGED, "official", anchor, "rank", None),
        Ruling(2, 1, RulingKind.CONFIRMED, "official", anchor, "country"),
        Ruling(3, 1, RulingKind.CHANGED, "official", anchor, "role", "attendee"),
        Ruling(4, 1, RulingKind.CONFIRMED, "official", anchor, "name"),
    )
    result = lay_over(reading, laws, article.text)
    whole = opened(article, result.reading)
    return replace(whole, rulings=laws, states=result.states, was=result.was, ruled=result.made)


def test_who_stands_behind_a_value_is_told_on_hover_and_spoken(pane: FactsPane) -> None:
    pane.show_article(ruled())
    assert "Rank: not stated</b><br>Corrected by you<br>was: Army General" in hovered(
        pane, Fact("official", 1, "rank")
    )
    assert "<br>Confirmed by you · Rule: hand (by) · 90 % sure" in hovered(
        pane, Fact("official", 1, "country")
    )
    said = [spoken(cell) for cell in pane.canvas.live]
    assert "Rank: not stated, corrected by you, was Army General" in said
    assert "Role: takes part, corrected by you, was guest" in said
    assert "Levent Ergün, confirmed by you" in said


def test_signs_of_a_person_are_drawn_behind_the_words(pane: FactsPane) -> None:
    pane.show_article(ruled())
    port = pane.canvas.viewport()
    for cell in pane.canvas.live:
        pane.canvas.choose(cell.value.fact if cell.value else None)
        assert cell.box.right() <= port.width()
    sign = {fact_of(cell): cell.box.width() - cell.text_box.width() for cell in pane.canvas.live}
    assert sign[Fact("official", 1, "country")] > sign[Fact("official", 0, "country")] + 10
    assert sign[Fact("official", 1)] > sign[Fact("official", 0)] + 10
    assert sign[Fact("official", 1, "role")] > sign[Fact("official", 0, "role")] + 10


def test_corrections_are_listed_and_can_be_taken_back_by_the_mouse(pane: FactsPane, told: Told) -> None:
    back: list[tuple[int, ...]] = []
    pane.take_back_wanted.connect(back.append)
    pane.show_article(ruled())
    rows = {cell.label: cell.value for cell in pane.canvas.live if cell.value and cell.value.fact}
    confirmed, changed = rows["Confirmed"], rows["Rank corrected"]
    assert confirmed is not None
    assert confirmed.text == "Levent Ergün: country, name"
    assert changed is not None
    assert changed.text == "Levent Ergün: not stated"
    role = rows["Role corrected"]
    assert role is not None
    assert role.text == "Levent Ergün: takes part"
    for value, entry in ((confirmed, "confirmation"), (changed, "correction")):
        menu = pane.menu(value)
        (action,) = (a for a in menu.actions() if a.text() == f"&Take this {entry} back")
        action.trigger()
    assert back == [(2, 4), (1,)]
    pane.canvas.activated.emit(changed)
    assert told[-1][1] == (second()[1].officials[1].mentions[0],)


def test_the_keyboard_stays_on_its_fact_when_others_come_and_go(pane: FactsPane, qtbot: QtBot) -> None:
    canvas = pane.canvas
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    while canvas.current is not None and fact_of(canvas.current) != Fact("meeting", 0, "venue"):
        qtbot.keyClick(canvas, Qt.Key.Key_Down)
    article, reading = second()
    fewer = replace(reading, officials=(*reading.officials[:1], *reading.officials[2:]))
    pane.show_article(opened(article, fewer))
    assert canvas.current is not None
    assert fact_of(canvas.current) == Fact("meeting", 0, "venue")


def test_the_legend_has_as_many_words_as_fit(pane: FactsPane) -> None:
    legend = pane.bar.legend
    legend.show_tally({FactState.CONFIRMED: 1, FactState.CORRECTED: 2, FactState.MACHINE: 9})
    legend.setFixedWidth(900)
    for written in (
        ["1 confirmed", "2 corrected", "9 as read"],
        ["1 confirmed", "2 corrected", "9 left"],
        ["1", "2", "9"],
    ):
        assert [text for _, _, text in legend.places()] == written
        legend.setFixedWidth(int(legend.places()[-1][1].right()) - 1)
    assert [label.text() for label in pane.bar.findChildren(QLabel)] == ["Facts"]  # as “Notes” below
    assert legend.accessibleName() == "Facts: 1 confirmed, 2 corrected, 9 as read"
    for state, place, _ in legend.places():
        QToolTip.hideText()
        at = place.center().toPoint()
        QApplication.sendEvent(legend, QHelpEvent(QHelpEvent.Type.ToolTip, at, legend.mapToGlobal(at)))
        assert {"confirmed": "tick", "corrected": "pencil", "machine": "no sign"}[
            state.value
        ] in QToolTip.text()


def test_the_letters_of_the_pane_come_before_those_of_the_window(pane: FactsPane) -> None:
    for key, taken in ((Qt.Key.Key_E, True), (Qt.Key.Key_C, True), (Qt.Key.Key_J, False)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(pane.canvas, event)
        assert event.isAccepted() == taken


def test_what_cannot_be_corrected_says_so(pane: FactsPane) -> None:
    said: list[str] = []
    pane.told.connect(said.append)
    by_fact = {cell.value.fact: cell.value for cell in pane.canvas.live if cell.value}
    pane.act("edit", by_fact[Fact("ceremony", 0)])
    pane.act("confirm", by_fact[Fact("meeting", 0)])
    pane.act("clear", by_fact[Fact("meeting", 0, "attendees")])
    assert said == [
        "Only officials and meetings can be corrected.",
        "That is done with a field of it.",
        "Nothing is stated here.",
    ]


def test_shift_and_arrows_go_past_what_was_looked_at(pane: FactsPane, qtbot: QtBot) -> None:
    pane.show_article(ruled())
    canvas = pane.canvas
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    seen = []
    for _ in range(8):
        qtbot.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        assert canvas.current is not None
        seen.append(fact_of(canvas.current))
    of_guest = [fact for fact in seen if fact is not None and (fact.kind, fact.index) == ("official", 1)]
    assert of_guest == [Fact("official", 1, "posts")]  # all else of him was corrected or confirmed
    qtbot.keyClick(canvas, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.current is not None
    assert fact_of(canvas.current) == seen[-2]
    for _ in range(99):
        qtbot.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.current is not None
    assert fact_of(canvas.current) == Fact("meeting", 0, "topics", 5)


def test_to_edit_which_person_it_is_asks_which(pane: FactsPane) -> None:
    article, reading = second()
    apart = replace(reading, officials=(replace(reading.officials[0], apart="2"), *reading.officials[1:]))
    pane.show_article(opened(article, apart, article_id=7))
    asked: list[tuple[str, Fact]] = []
    pane.correction_wanted.connect(lambda action, fact: asked.append((action, fact)))
    pane.edit(Fact("official", 0, "apart"))
    pane.edit(Fact("meeting", 0))
    assert asked == [("apart", Fact("official", 0, "apart")), ("correct", Fact("meeting", 0))]


def test_what_is_being_written_stays_when_the_article_is_shown_again(pane: FactsPane, qtbot: QtBot) -> None:
    given: list[object] = []
    pane.value_given.connect(lambda fact, value: given.append((fact, value)))
    article, reading = second()
    pane.edit(Fact("meeting", 0, "guests"))
    (editor,) = pane.findChildren(FieldEditor)
    qtbot.keyClicks(editor.line, "; Ada Bell")
    fewer = replace(reading, officials=reading.officials[:1])
    pane.show_article(opened(article, fewer))
    assert editor.isVisible()
    pane.resize(240, 500)
    assert pane.canvas.viewport().rect().contains(editor.geometry())
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert given == [(Fact("meeting", 0, "guests"), ["Levent Ergün", "Ada Bell"])]
    pane.edit(Fact("official", 0, "rank"))
    (left,) = (one for one in pane.findChildren(FieldEditor) if one.isVisible())
    pane.show_article(opened(article, replace(reading, officials=reading.officials[1:])))
    assert not left.isVisible()  # the first official is another one now
    assert len(given) == 1


def test_the_editor_of_posts_is_as_high_as_its_lines(pane: FactsPane) -> None:
    pane.resize(190, 500)
    pane.edit(Fact("official", 1, "posts"))
    (editor,) = pane.findChildren(FieldEditor)
    line = editor.line
    assert isinstance(line, QPlainTextEdit)
    rows = round(line.document().size().height())
    assert rows > 2
    assert line.height() >= rows * line.fontMetrics().lineSpacing()
    assert pane.canvas.viewport().rect().contains(editor.geometry())


def test_a_key_that_is_held_down_acts_once(pane: FactsPane) -> None:
    asked: list[tuple[str, Fact]] = []
    pane.correction_wanted.connect(lambda action, fact: asked.append((action, fact)))
    pane.canvas.reveal(Fact("official", 1))
    none = Qt.KeyboardModifier.NoModifier
    for repeated in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Delete, none, "", repeated)
        QApplication.sendEvent(pane.canvas, event)
    assert asked == [("remove", Fact("official", 1))]
