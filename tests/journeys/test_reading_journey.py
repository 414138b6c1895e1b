"""First start, opening, searching, starring, reading, deleting, undoing; then a restart."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.sidebar.model import COUNT, Facet
from store.model import Filter
from tests.journeys.conftest import Start, click_row, opened, press, settle


def test_the_first_start_shows_the_samples_and_opens_the_first(start: Start, qtbot: QtBot) -> None:
    window = start()
    assert window.pages.currentWidget() is window.split
    assert [window.model.row(n).date for n in range(3)] == ["2025-12-17", "2024-12-12", "2023-12-06"]  # type: ignore[union-attr]
    assert opened(window).row.id == window.model.row(0).id  # type: ignore[union-attr]
    assert window.reading.reader.opened is opened(window)
    assert opened(window).row.heading in window.windowTitle()
    assert window.articles.view.currentIndex().row() == 0
    assert window.articles.view.selected_ranges() == [(0, 0)]
    assert window.sidebar.model.find(Facet("all")).data(COUNT) == 3


def test_an_empty_library_says_what_to_do(start: Start, qtbot: QtBot) -> None:
    window = start(samples=False)
    assert window.pages.currentWidget() is window.empty
    window.actions_["file.samples"].trigger()
    qtbot.waitUntil(lambda: window.model.rowCount() == 3, timeout=20_000)
    settle(qtbot, window)
    assert window.pages.currentWidget() is window.split
    assert opened(window).row.date == "2025-12-17"
    assert "3 articles" in window.status.notice


def test_select_articles_by_mouse_and_keys(start: Start, qtbot: QtBot) -> None:
    window = start()
    click_row(qtbot, window, 1)
    assert opened(window).row.date == "2024-12-12"
    press(qtbot, window, "J")
    assert opened(window).row.date == "2023-12-06"
    press(qtbot, window, "J")  # the end of the list
    assert opened(window).row.date == "2023-12-06"
    press(qtbot, window, "K")
    assert opened(window).row.date == "2024-12-12"
    press(qtbot, window, "Alt+Left")
    assert opened(window).row.date == "2023-12-06"
    press(qtbot, window, "Alt+Right")
    assert opened(window).row.date == "2024-12-12"
    assert window.articles.view.currentIndex().row() == 1


def test_search_as_you_type_and_step_through_the_hits(start: Start, qtbot: QtBot) -> None:
    window = start()
    press(qtbot, window, "/")
    qtbot.keyClicks(window.search.box, "kadioglu")
    qtbot.waitUntil(lambda: window.model.rowCount() == 1)
    settle(qtbot, window)
    assert opened(window).row.date == "2024-12-12"
    assert "kadioglu" in window.search.read_as.toolTip()
    assert window.search.hits.text() == "Hit 1 of 2"
    row = window.model.row(0)
    assert row is not None
    assert any(row.snippet[h.start : h.end] == "Kadıoğlu" for h in row.hits)
    qtbot.keyClick(window.search.box, Qt.Key.Key_Return)
    assert window.search.hits.text() == "Hit 2 of 2"
    press(qtbot, window, "Shift+F3")
    assert window.search.hits.text() == "Hit 1 of 2"
    qtbot.keyClick(window.search.box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.model.rowCount() == 3)
    settle(qtbot, window)
    assert window.search.hits.isHidden()
    assert opened(window).row.date == "2024-12-12"  # what was found stays open


def test_hits_lead_on_into_the_next_article(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.search.set_query("ergun OR kadioglu")
    settle(qtbot, window)
    first = opened(window).row.id
    for _ in range(window.reading.hit_place[1]):
        press(qtbot, window, "F3")
    assert opened(window).row.id != first
    assert window.reading.hit_place[0] == 1
    press(qtbot, window, "Shift+F3")
    assert opened(window).row.id == first
    assert window.reading.hit_place[0] == window.reading.hit_place[1]


def test_nothing_found_and_back(start: Start, qtbot: QtBot) -> None:
    window = start()
    for query in ("zebra", '"', "(*", "AND", "-"):
        window.search.set_query(query)
        settle(qtbot, window)
    window.search.set_query("zebra")
    settle(qtbot, window)
    assert not window.articles.nothing.isHidden()
    window.clear_filters()
    settle(qtbot, window)
    assert window.model.rowCount() == 3
    assert window.search.box.text() == ""


def test_filters_and_search_together(start: Start, qtbot: QtBot) -> None:
    window = start()
    index = window.sidebar.model.find(Facet("year", "2024"))
    where = window.sidebar.tree.visualRect(index).center()
    qtbot.mouseClick(
        window.sidebar.tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where
    )
    settle(qtbot, window)
    assert window.model.rowCount() == 1
    window.search.set_query("hasanov")
    settle(qtbot, window)
    assert window.model.shown == Filter(year="2024", query="hasanov")
    assert window.model.rowCount() == 1
    press(qtbot, window, "Ctrl+Shift+K")
    assert window.model.shown == Filter()


def test_star_read_delete_and_undo_by_name(start: Start, qtbot: QtBot) -> None:
    window = start()
    click_row(qtbot, window, 1)
    qtbot.waitUntil(lambda: window.model.row(1).read)  # type: ignore[union-attr]
    settle(qtbot, window)
    assert not window.actions_["edit.undo"].isEnabled()  # nobody asked for it
    press(qtbot, window, "S")
    assert window.model.row(1).starred  # type: ignore[union-attr]
    assert opened(window).row.starred
    assert window.sidebar.model.find(Facet("starred")).data(COUNT) == 1
    assert window.actions_["article.star"].text() == "Remove &star"
    press(qtbot, window, "M")
    assert not window.model.row(1).read  # type: ignore[union-attr]
    press(qtbot, window, "Ctrl+Del")
    assert window.model.rowCount() == 2
    assert opened(window).row.date == "2023-12-06"
    for _ in range(3):
        press(qtbot, window, "Ctrl+Z")
    assert window.model.rowCount() == 3
    assert [window.model.row(n).starred for n in range(3)] == [False, False, False]  # type: ignore[union-attr]
    press(qtbot, window, "Ctrl+Shift+Z")
    assert window.model.row(1).starred  # type: ignore[union-attr]


def test_next_unread_goes_round(start: Start, qtbot: QtBot) -> None:
    window = start()
    click_row(qtbot, window, 0)
    qtbot.waitUntil(lambda: window.model.row(0).read)  # type: ignore[union-attr]
    press(qtbot, window, "N")
    assert window.articles.view.currentIndex().row() == 1
    press(qtbot, window, "M")
    press(qtbot, window, "P")
    settle(qtbot, window)
    assert window.articles.view.currentIndex().row() == 2
    press(qtbot, window, "Ctrl+Shift+M")
    assert all(window.model.row(n).read for n in range(3))  # type: ignore[union-attr]
    before = window.articles.view.currentIndex().row()
    with qtbot.waitSignal(window.hub.notice):
        press(qtbot, window, "N")
    assert window.articles.view.currentIndex().row() == before


def test_an_article_read_among_the_unread_stays_until_the_next_filter(start: Start, qtbot: QtBot) -> None:
    window = start()
    window._facets_chosen(Filter(unread=True))
    settle(qtbot, window)
    click_row(qtbot, window, 1)
    qtbot.waitUntil(lambda: window.model.row(1).read)  # type: ignore[union-attr]
    settle(qtbot, window)
    assert window.model.rowCount() == 3
    assert window.sidebar.model.find(Facet("unread")).data(COUNT) == 2
    window._facets_chosen(Filter())
    window._facets_chosen(Filter(unread=True))
    settle(qtbot, window)
    assert window.model.rowCount() == 2


def test_a_restart_brings_back_what_was_there(start: Start, qtbot: QtBot) -> None:
    window = start()
    click_row(qtbot, window, 2)
    window._facets_chosen(Filter(year="2023"))
    settle(qtbot, window)
    window.actions_["view.theme.dark"].trigger()
    assert window.theme.dark
    window.actions_["view.facts"].trigger()
    window.actions_["view.larger"].trigger()
    size = window.reading.reader.view.text_size
    window.resize(1200, 700)
    window.close()

    again = start()
    assert opened(again).row.date == "2023-12-06"
    assert again.articles.view.currentIndex().row() == 0
    assert again.model.shown == Filter(year="2023")
    assert again.sidebar.shown == Filter(year="2023")
    assert again.memory.text("theme") == "dark"
    assert not again.actions_["view.facts"].isChecked()
    assert again.reading.side.isHidden()
    assert again.reading.reader.view.text_size == size
    assert not again.stack.canUndo()


def test_f6_goes_through_the_panes(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.search.start()
    panes = (window.search, window.sidebar, window.articles, *window.reading.panes)
    seen = []
    while 0 not in seen:
        press(qtbot, window, "F6")
        focused = window.focusWidget()
        seen.append(next(n for n, p in enumerate(panes) if p is focused or p.isAncestorOf(focused)))
    assert seen[:3] == [1, 2, 3]
    assert seen == [*sorted(seen[:-1]), 0]
    press(qtbot, window, "Shift+F6")
    press(qtbot, window, "F6")
    assert window.search.box.hasFocus()


def test_keys_act_in_the_list_and_type_in_the_box(start: Start, qtbot: QtBot) -> None:
    window = start()
    view = window.articles.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_J)
    settle(qtbot, window)
    assert opened(window).row.date == "2024-12-12"
    qtbot.keyClick(view, Qt.Key.Key_S)
    settle(qtbot, window)
    assert window.model.row(1).starred  # type: ignore[union-attr]
    qtbot.keyClick(view, Qt.Key.Key_Slash)
    assert window.search.box.hasFocus()
    qtbot.keyClicks(window.search.box, "jks")
    assert window.search.box.text() == "jks"
    qtbot.keyClick(window.search.box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.search.box.text() == ""
    assert window.model.row(1).starred  # type: ignore[union-attr]


def test_a_selection_is_changed_and_undone_as_one(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.articles.view.selectAll()
    assert window.actions_["article.star"].text() == "&Star 3 articles"
    press(qtbot, window, "S")
    assert [window.model.row(n).starred for n in range(3)] == [True] * 3  # type: ignore[union-attr]
    assert window.actions_["edit.undo"].text() == "&Undo Star 3 articles"
    window.articles.view.selectAll()
    press(qtbot, window, "Ctrl+Del")
    assert window.pages.currentWidget() is window.empty
    assert window.navigator.current is None
    assert window.status.notice == "3 articles deleted."
    assert not window.status.undo.isHidden()
    press(qtbot, window, "Ctrl+Z")
    assert window.model.rowCount() == 3
    assert window.status.undo.isHidden()
    press(qtbot, window, "Ctrl+Z")
    assert [window.model.row(n).starred for n in range(3)] == [False] * 3  # type: ignore[union-attr]


def test_an_article_asked_for_by_name_stays_open_beside_a_search(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.search.set_query("kadioglu")
    settle(qtbot, window)
    window.open_named("004_834a0b8676b6a784")
    settle(qtbot, window)
    assert opened(window).row.date == "2025-12-17"
    window.show_filter()
    settle(qtbot, window)
    assert opened(window).row.date == "2025-12-17"
    window.open_named("nobody")
    assert "“nobody”" in window.banner.text
    assert opened(window).row.date == "2025-12-17"


def test_facts_have_more_room_than_notes(start: Start, qtbot: QtBot) -> None:
    window = start(size=(1280, 800))
    facts, notes = window.reading.side.shared.sizes()
    assert facts > 1.6 * notes
    assert window.reading.side.width() >= 300


def test_filters_come_back_as_wide_as_they_were(start: Start, qtbot: QtBot) -> None:
    window = start(size=(1280, 800))
    wide = window.sidebar.width()
    assert wide >= 180
    window.resize(900, 700)
    qtbot.waitUntil(window.sidebar.isHidden)
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: window.sidebar.width() == wide)


def test_an_example_of_a_search_is_tried(start: Start, qtbot: QtBot) -> None:
    from gui.search.help import SearchHelpDialog

    window = start()
    press(qtbot, window, "Shift+F1")
    (dialog,) = window.findChildren(SearchHelpDialog)
    item = dialog.table.topLevelItem(0)
    assert item is not None
    dialog.table.itemActivated.emit(item, 0)
    settle(qtbot, window)
    assert window.search.box.text() == "kadioglu ergun"
    assert window.search.query == "kadioglu ergun"


def test_undo_in_a_notice_is_of_what_it_tells(start: Start, qtbot: QtBot) -> None:
    window = start()
    gone = opened(window).row.id
    press(qtbot, window, "Ctrl+Del")
    assert window.status.notice == "The article was deleted."
    qtbot.mouseClick(window.status.undo, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.status.notice == ""
    assert window.library.article(gone) is not None
    press(qtbot, window, "Ctrl+Shift+Z")
    window.telling.undoable("The article was deleted.")
    press(qtbot, window, "S")  # something else, since
    assert window.status.undo.isHidden()  # or it would take that back too
    press(qtbot, window, "Ctrl+Z")
    assert window.library.article(gone) is None
    press(qtbot, window, "Ctrl+Z")
    assert window.library.article(gone) is not None
    window.banner.tell("Something else.")
    press(qtbot, window, "Ctrl+Shift+Z")
    press(qtbot, window, "Ctrl+Z")
    assert not window.banner.isHidden()


def test_a_short_article_in_a_wide_window_loses_no_words(start: Start, qtbot: QtBot) -> None:
    words = (
        "BAKU. The Minister of Defense of the Republic of Ghana, Colonel General John Smith, met a guest. "
    )
    window = start(samples=False)
    window.library.import_texts([("short", (words * 2).encode())])
    window.close()
    again = start(samples=False, size=(1920, 1080))
    view = again.reading.reader.view
    assert view.toPlainText().startswith("BAKU")
    assert view.document().size().width() <= view.viewport().width()
