"""Ctrl+K: one line that finds every action and every place."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.palette.box import Palette
from gui.palette.finder import PaletteFinder
from gui.window import MainWindow
from store.model import Filter, MarkStyle, Span
from tests.journeys.conftest import Start, click_row, opened, press, settle

CONTROL = Qt.KeyboardModifier.ControlModifier


def _open(qtbot: QtBot, window: MainWindow, typed: str = "") -> Palette:
    focused = QApplication.focusWidget()
    qtbot.keyClick(focused, Qt.Key.Key_K, CONTROL)
    (palette,) = window.findChildren(Palette)
    assert palette.line.hasFocus()
    qtbot.keyClicks(palette.line, typed)
    _answered(qtbot, window)
    return palette


def _answered(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until the library has said what it has."""
    (finder,) = window.findChildren(PaletteFinder)
    qtbot.waitUntil(lambda: not finder.looking)
    settle(qtbot, window)


def _titles(palette: Palette) -> list[str]:
    return [found.entry.title for found in palette.rows.found]


def test_an_action_is_found_by_a_few_letters_and_done(start: Start, qtbot: QtBot) -> None:
    window = start()
    palette = _open(qtbot, window, "star")
    assert palette.current is not None
    assert (palette.current.title, palette.current.keys) == ("Star", ("S",))
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert palette.isHidden()
    assert window.model.row(0).starred  # type: ignore[union-attr]
    assert window.articles.view.hasFocus()
    again = _open(qtbot, window)
    assert _titles(again)[0] == "Remove star"  # used last, and called what it would do now


def test_an_action_is_about_the_words_that_were_selected(start: Start, qtbot: QtBot) -> None:
    window = start()
    view = window.reading.reader.view
    view.setFocus()
    view.select(Span(0, 5))
    palette = _open(qtbot, window, "highl")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    settle(qtbot, window)
    (note,) = opened(window).annotations
    assert note.anchor.span == Span(0, 5)
    assert view.hasFocus()


def test_an_article_is_opened_by_its_heading_and_stays_open_beside_a_filter(
    start: Start, qtbot: QtBot
) -> None:
    window = start()
    window.show_only(Filter(year="2025"))
    settle(qtbot, window)
    palette = _open(qtbot, window, "kadioglu received")
    assert palette.current is not None
    assert palette.current.kind.value == "Article"
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert opened(window).row.date == "2024-12-12"
    assert window.model.shown == Filter(year="2025")
    assert any("Kadıoğlu" in title for title in _titles(_open(qtbot, window))[:1])


def test_an_article_is_opened_in_a_new_tab_and_tabs_are_places(start: Start, qtbot: QtBot) -> None:
    window = start()
    tabs = window.reading.column
    qtbot.keyClick(_open(qtbot, window, "kadioglu received").line, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, window)
    assert len(tabs.tabs) == 2
    assert opened(window).row.date == "2024-12-12"
    palette = _open(qtbot, window, "received ergun")
    assert palette.current is not None
    assert palette.current.kind.value == "Open tab"
    assert [one.entry.kind.value for one in palette.rows.found].count("Article") == 0
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert (tabs.at, len(tabs.tabs)) == (0, 2)
    assert opened(window).row.date == "2025-12-17"


def test_people_countries_and_lists_are_places(start: Start, qtbot: QtBot) -> None:
    window = start()
    palette = _open(qtbot, window, "@kadi")
    assert _titles(palette) == ["Ziya Cemal Kadıoğlu"]
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.model.rowCount() == 1
    assert window.sidebar.shown.person
    window.search.set_query("hasanov")
    settle(qtbot, window)
    palette = _open(qtbot, window, "turkiye")
    first = palette.rows.found[0]
    assert [first.entry.title[mark.start : mark.end] for mark in first.marks] == ["Türkiye"]
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.model.shown == Filter(country="TR")
    assert window.search.box.text() == ""
    palette = _open(qtbot, window, "all art")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.model.shown == Filter()


def test_tags_and_saved_searches_are_places(start: Start, qtbot: QtBot) -> None:
    window = start()
    assert "no tags yet" in _open(qtbot, window, "#").nothing.text()
    press(qtbot, window, "Ctrl+K")
    number = opened(window).row.id
    window.reading.operations.add(number, Span(0, 4), "yellow", MarkStyle.FILL, "", ("to check",))
    window.searches.save("Minister abroad", Filter(query="minister"))
    settle(qtbot, window)
    palette = _open(qtbot, window, "#che")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.model.shown == Filter(tag="to check")
    palette = _open(qtbot, window, "abroad")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.model.shown == Filter(query="minister")


def test_words_are_handed_to_the_search(start: Start, qtbot: QtBot) -> None:
    window = start()
    palette = _open(qtbot, window, "/kadioglu")
    assert _titles(palette) == ["Search all articles for “kadioglu”"]
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.model.shown == Filter(query="kadioglu")
    assert window.search.box.hasFocus()
    palette = _open(qtbot, window, "zzyzx")
    assert _titles(palette) == ["Search all articles for “zzyzx”"]  # never a dead end
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    assert window.search.box.hasFocus()


def test_enter_waits_for_what_the_library_has(start: Start, qtbot: QtBot) -> None:
    window = start()
    palette = _open(qtbot, window)
    palette.line.setText("received ozsert")
    assert _titles(palette) == ["Search all articles for “received ozsert”"]
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)  # before the library has answered
    assert palette.isVisible()
    _answered(qtbot, window)
    assert palette.isHidden()
    assert opened(window).row.date == "2023-12-06"
    assert window.search.query == ""


def test_what_is_off_says_why_and_does_nothing(start: Start, qtbot: QtBot) -> None:
    window = start()
    palette = _open(qtbot, window, "> redo")
    assert palette.current is not None
    assert palette.current.off == "nothing to redo"
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_keys_move_in_the_list_and_mice_choose(start: Start, qtbot: QtBot) -> None:
    window = start()
    palette = _open(qtbot, window)
    here = palette.list.currentIndex
    for key, place in (
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Up, len(palette.rows.found) - 1),
        (Qt.Key.Key_Down, 0),
        (Qt.Key.Key_PageDown, 11),
        (Qt.Key.Key_PageUp, 0),
    ):
        qtbot.keyClick(palette.line, key)
        assert here().row() == place
    assert opened(window).row.date == "2025-12-17"  # Alt+Down and the like stayed with the palette
    where = palette.list.visualRect(palette.rows.index(1, 0)).center()
    assert palette.rows.found[1].entry.title == "Unread"
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    settle(qtbot, window)
    assert window.model.shown == Filter(unread=True)


def test_it_closes_on_esc_on_its_keys_and_when_the_keyboard_goes_elsewhere(
    start: Start, qtbot: QtBot
) -> None:
    window = start()
    window.sidebar.tree.setFocus()
    palette = _open(qtbot, window, "jk")
    assert palette.line.text() == "jk"
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert window.sidebar.tree.hasFocus()
    _open(qtbot, window)
    qtbot.keyClick(palette.line, Qt.Key.Key_K, CONTROL)
    assert palette.isHidden()
    assert window.sidebar.tree.hasFocus()
    _open(qtbot, window)
    qtbot.mouseClick(window.search.box, Qt.MouseButton.LeftButton, pos=QPoint(60, 8))
    assert palette.isHidden()
    assert window.search.box.hasFocus()


def test_it_stands_within_a_small_window_and_follows_its_size(start: Start, qtbot: QtBot) -> None:
    window = start(size=(560, 400))
    palette = _open(qtbot, window)
    assert window.rect().contains(palette.geometry())
    window.resize(1200, 800)
    qtbot.waitUntil(lambda: palette.width() > 600)
    assert abs(palette.geometry().center().x() - window.rect().center().x()) <= 1


def test_what_was_used_last_is_there_after_a_restart(start: Start, qtbot: QtBot) -> None:
    window = start()
    click_row(qtbot, window, 1)
    qtbot.keyClick(_open(qtbot, window, "> oldest").line, Qt.Key.Key_Return)
    settle(qtbot, window)
    window.close()
    again = start()
    assert _titles(_open(qtbot, again))[0] == "Oldest first"


def test_rows_are_drawn_in_both_themes_with_long_titles(start: Start, qtbot: QtBot) -> None:
    window = start(size=(700, 500))
    long = "A heading that is long enough to need an ellipsis 𝐀 " * 4
    window.library.import_texts([("long", f"{long}\n\nBAKU. The minister met a guest.".encode())])
    palette = _open(qtbot, window, "ellipsis heading")
    assert palette.rows.found[0].marks
    pictures = []
    for theme in ("light", "dark"):
        window.theme.choose(theme)  # type: ignore[arg-type]
        pictures.append(palette.grab().toImage())
    assert pictures[0] != pictures[1]
    assert palette.list.font().weight() == QFont.Weight.Normal


def test_the_palette_is_made_once(start: Start, qtbot: QtBot) -> None:
    window = start()
    assert window.findChildren(PaletteFinder) == []
    for _ in range(3):
        press(qtbot, window, "Ctrl+K")
    assert len(window.findChildren(PaletteFinder)) == 1


def test_pages_of_people_series_and_pairs_are_found(start: Start, qtbot: QtBot) -> None:
    window = start()
    palette = _open(qtbot, window, "hasanov")
    assert "All about Zakir Hasanov" in _titles(palette)
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    press(qtbot, window, "Ctrl+J")
    _answered(qtbot, window)
    first = _titles(palette)
    assert first[0].startswith("Series: ")
    assert "Pair: Azerbaijan and Türkiye" in first
    assert "All about Zakir Hasanov" in first
    qtbot.keyClicks(palette.line, "turkiye")
    _answered(qtbot, window)
    assert {"Pair: Azerbaijan and Türkiye", "Country: Türkiye"} <= set(_titles(palette))
    assert not any(title.startswith("Search all") for title in _titles(palette))
    palette.line.setText(":azerbaijan and tu")
    _answered(qtbot, window)
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.navigator.page == "pair AZ+TR"
    palette = _open(qtbot, window, ":hasanov")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, window)
    assert [tab.page for tab in window.reading.column.tabs] == ["pair AZ+TR", "person zakir hasanov"]
