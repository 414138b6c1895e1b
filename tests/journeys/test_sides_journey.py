"""Two articles side by side: what is done goes to the one with the keyboard; facts and notes follow."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gui.tabs.column import Column
from gui.tabs.commands import tab_menu
from gui.window import MainWindow
from store.model import MarkStyle, Span
from tests.journeys.conftest import Start, click_row, opened, press, settle

WIDE = (1700, 900)
LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def _columns(window: MainWindow) -> tuple[Column, ...]:
    return window.reading.columns.all


def _articles(window: MainWindow) -> list[int | None]:
    """Places in the list of the articles in view, left to right."""
    return [window.model.place_of(column.navigator.current_id or 0) for column in _columns(window)]


def _click_text(qtbot: QtBot, window: MainWindow, column: Column) -> None:
    qtbot.mouseClick(column.reader.view.viewport(), LEFT, NO_KEYS, QPoint(5, 5))
    settle(qtbot, window)


def _two(start: Start, qtbot: QtBot) -> MainWindow:
    """The first article on the left, the second one on the right, where the keyboard was last."""
    window = start(size=WIDE)
    click_row(qtbot, window, 0)
    press(qtbot, window, "Ctrl+\\")
    click_row(qtbot, window, 1)
    assert _articles(window) == [0, 1]
    return window


def test_a_second_article_opens_beside_the_first(start: Start, qtbot: QtBot) -> None:
    window = start(size=WIDE)
    click_row(qtbot, window, 0)
    press(qtbot, window, "Ctrl+\\")
    first, second = _columns(window)
    assert _articles(window) == [0, 0]
    assert window.reading.column is second
    assert second.reader.view.hasFocus()
    assert first.x() + first.width() <= second.x()
    click_row(qtbot, window, 2)
    assert _articles(window) == [0, 2]
    press(qtbot, window, "K")
    assert _articles(window) == [0, 1]
    assert window.actions_["view.split"].isChecked()


def test_the_second_article_looks_as_the_first_one_does(start: Start, qtbot: QtBot) -> None:
    window = start(size=WIDE)
    click_row(qtbot, window, 0)
    for _ in range(2):
        press(qtbot, window, "Ctrl++")
        press(qtbot, window, "Ctrl+\\")
        first, second = _columns(window)
        assert second.reader.view.text_size == first.reader.view.text_size
        first.reader.setFocus()
        press(qtbot, window, "Ctrl+\\")


def test_facts_notes_and_list_follow_the_keyboard(start: Start, qtbot: QtBot) -> None:
    window = _two(start, qtbot)
    first, second = _columns(window)
    for column, place in ((first, 0), (second, 1), (first, 0)):
        _click_text(qtbot, window, column)
        shown = window.reading.facts.opened
        assert shown is not None
        assert shown.row.id == opened(window).row.id == column.navigator.current_id
        assert window.articles.view.currentIndex().row() == place
        assert opened(window).row.heading in window.windowTitle()
        assert [one.reader.in_use for one in (first, second)] == [one is column for one in (first, second)]
    assert first.reader.view.accessibleName() == "Article on the left side"


def test_the_chosen_fact_of_each_side_is_kept(start: Start, qtbot: QtBot) -> None:
    window = _two(start, qtbot)
    first, second = _columns(window)
    second.reader.step_mark(1)
    fact = window.reading.facts.selected
    assert fact is not None
    _click_text(qtbot, window, first)
    assert window.reading.facts.selected is None
    second.reader.setFocus()
    assert window.reading.facts.selected == fact


def test_annotating_and_find_act_where_the_keyboard_is_size_on_both_sides(start: Start, qtbot: QtBot) -> None:
    window = _two(start, qtbot)
    first, second = _columns(window)
    _click_text(qtbot, window, first)
    size = second.reader.view.text_size
    press(qtbot, window, "Ctrl++")
    assert first.reader.view.text_size == second.reader.view.text_size > size
    press(qtbot, window, "Ctrl+F")
    assert not first.reader.find_bar.isHidden()
    assert second.reader.find_bar.isHidden()
    for column in (first, second):
        column.reader.view.setFocus()
        column.reader.view.select(Span(0, 20))
        press(qtbot, window, "Ctrl+H")
        assert len(opened(window).annotations) == 1
        assert column.reader.opened == opened(window)
    press(qtbot, window, "Ctrl+Z")
    assert first.navigator.current is not None
    assert [len(one.navigator.current.annotations) for one in (first, second) if one.navigator.current] == [
        1,
        0,
    ]


def test_the_same_article_on_both_sides_shows_a_change_twice(start: Start, qtbot: QtBot) -> None:
    window = start(size=WIDE)
    click_row(qtbot, window, 0)
    press(qtbot, window, "Ctrl+\\")
    first, second = _columns(window)
    second.reader.set_last_style("green", MarkStyle.FILL)
    second.reader.view.select(Span(0, 20))
    press(qtbot, window, "Ctrl+H")
    for column in (first, second):
        assert column.reader.opened is not None
        assert len(column.reader.opened.annotations) == 1


def test_the_star_of_the_other_side_is_its_own(start: Start, qtbot: QtBot) -> None:
    window = _two(start, qtbot)
    first, _ = _columns(window)
    qtbot.mouseClick(first.reader.header.star, LEFT)
    settle(qtbot, window)
    rows = window.model.row(0), window.model.row(1)
    assert [row.starred for row in rows if row is not None] == [True, False]


def test_each_side_has_tabs_and_a_way_back(start: Start, qtbot: QtBot) -> None:
    window = _two(start, qtbot)
    first, second = _columns(window)
    press(qtbot, window, "Alt+Left")
    assert _articles(window) == [0, 0]
    press(qtbot, window, "Alt+Right")
    window.articles.view.setFocus()
    press(qtbot, window, "Ctrl+Return")
    click_row(qtbot, window, 2)
    assert (len(first.tabs), len(second.tabs)) == (1, 2)
    first.reader.setFocus()
    assert not window.actions_["tab.next"].isEnabled()


def test_opens_on_the_other_side_and_stays(start: Start, qtbot: QtBot) -> None:
    window = start(size=WIDE)
    click_row(qtbot, window, 0)
    click_row(qtbot, window, 2)
    window.articles.view.setFocus()
    press(qtbot, window, "Ctrl+Shift+Return")
    assert _articles(window) == [2, 2]
    click_row(qtbot, window, 1)
    assert _articles(window) == [1, 2]
    press(qtbot, window, "Ctrl+Shift+Return")
    assert _articles(window) == [1, 1]
    assert len(_columns(window)[1].tabs) == 2


def test_one_side_again_loses_no_tab(start: Start, qtbot: QtBot) -> None:
    window = _two(start, qtbot)
    press(qtbot, window, "Ctrl+\\")
    assert _articles(window) == [1]  # the one in use
    assert [window.model.place_of(tab.article or 0) for tab in window.reading.column.tabs] == [0, 1]
    assert not window.actions_["view.split"].isChecked()
    facts = window.reading.facts.opened
    assert facts is not None
    assert facts.row.id == opened(window).row.id


def test_closing_the_last_tab_of_a_side_gives_its_room_away(start: Start, qtbot: QtBot) -> None:
    window = _two(start, qtbot)
    _columns(window)[0].reader.setFocus()
    press(qtbot, window, "Ctrl+W")
    assert _articles(window) == [1]
    assert opened(window).row.id == window.reading.column.navigator.current_id
    press(qtbot, window, "Ctrl+\\")
    press(qtbot, window, "Ctrl+W")
    assert _articles(window) == [1]
    assert len(_columns(window)) == 1
    press(qtbot, window, "Ctrl+Shift+T")


def test_a_tab_moves_to_the_other_side(start: Start, qtbot: QtBot) -> None:
    window = start(size=WIDE)
    click_row(qtbot, window, 0)
    row = window.model.row(1)
    assert row is not None
    window.reading.column.open_apart(row.id, row.heading, behind=True)
    menu = tab_menu(window, 1)
    next(one for one in menu.actions() if "other" in one.text() and "side" in one.text()).trigger()
    settle(qtbot, window)
    assert _articles(window) == [0, 1]
    assert len(_columns(window)[0].tabs) == 1
    menu.deleteLater()


def test_the_palette_leads_to_tabs_of_both_sides(start: Start, qtbot: QtBot) -> None:
    window = _two(start, qtbot)
    first, second = _columns(window)
    there = {tab.article for tab in window.reading.columns.tabs}
    assert there == {first.navigator.current_id, second.navigator.current_id}
    assert first.navigator.current_id is not None
    window.reading.columns.show_tab_of(str(first.navigator.current_id))
    assert window.reading.column is first


def test_both_are_scrolled_together(start: Start, qtbot: QtBot, own_folders: Path) -> None:
    window = start(size=WIDE)
    file = own_folders / "long.txt"
    file.write_text(
        "\n\n".join(["Long", *(f"Part {n}. The minister met them." for n in range(200))]), "utf-8"
    )
    window.import_paths([file])
    qtbot.waitUntil(lambda: window.model.rowCount() == 4)
    settle(qtbot, window)
    number = window.library.find_id("long")
    assert number is not None
    window.navigator.open(number)
    settle(qtbot, window)
    press(qtbot, window, "Ctrl+\\")
    first, second = (column.reader.view.verticalScrollBar() for column in _columns(window))
    second.setValue(300)
    assert first.value() == 0
    window.actions_["view.together"].trigger()
    second.setValue(500)
    assert (first.value(), second.value()) == (200, 500)  # what was aligned by hand stays aligned
    window.actions_["view.together"].trigger()
    second.setValue(900)
    assert first.value() == 200


def test_little_room(start: Start, qtbot: QtBot) -> None:
    window = start(size=WIDE)
    click_row(qtbot, window, 0)
    press(qtbot, window, "Ctrl+\\")
    window.resize(1280, 800)
    first, second = _columns(window)
    qtbot.waitUntil(lambda: first.y() + first.height() <= second.y())  # below each other
    assert first.isVisible()
    window.resize(700, 420)
    qtbot.waitUntil(lambda: not first.isVisible())
    assert second.isVisible()
    press(qtbot, window, "Ctrl+\\")
    assert not window.actions_["view.split"].isEnabled()  # the palette says why
    window.resize(*WIDE)
    qtbot.waitUntil(window.actions_["view.split"].isEnabled)


def test_typing_a_search_moves_only_the_side_in_use(start: Start, qtbot: QtBot) -> None:
    window = _two(start, qtbot)
    window.search.set_query("delegation")
    qtbot.waitUntil(lambda: window.model.shown.query == "delegation")
    settle(qtbot, window)
    first, second = _columns(window)
    assert second.hit_place[0] == 1
    assert first.hit_place == (0, 0)
    assert first.reader.hit_count() > 0  # marked all the same


def test_both_sides_are_there_at_the_next_start(start: Start, qtbot: QtBot) -> None:
    window = _two(start, qtbot)
    _columns(window)[0].reader.setFocus()
    window.actions_["view.together"].trigger()
    window.close()
    again = start(size=WIDE)
    settle(qtbot, again)
    assert _articles(again) == [0, 1]
    assert again.reading.column is _columns(again)[0]
    assert again.actions_["view.split"].isChecked()
    assert again.actions_["view.together"].isChecked()
    facts = again.reading.facts.opened
    assert facts is not None
    assert facts.row.id == _columns(again)[0].navigator.current_id
