"""Tags on whole articles, renamed, merged, coloured and deleted everywhere; undone step by step."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from gui.sidebar.model import FACET, Facet
from gui.tagging.articles import TagArticlesDialog
from gui.tagging.chips import ADD
from gui.tagging.commands import menu_of
from gui.tagging.everywhere import RenameDialog, TagsDialog
from gui.window import MainWindow
from store.model import Filter, MarkStyle, Span
from tests.journeys.conftest import Start, opened, press, settle


def tag_dialog(qtbot: QtBot, window: MainWindow) -> TagArticlesDialog:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), TagArticlesDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TagArticlesDialog)
    return dialog


def tags_of(window: MainWindow) -> dict[int, tuple[str, ...]]:
    return {row.id: row.tags for row in window.library.rows(Filter(), 0, 9)}


def entry(menu: QMenu, start: str) -> object:
    return next(action for action in menu.actions() if action.text().replace("&", "").startswith(start))


def test_the_selected_articles_are_tagged_at_once_and_undone_as_one(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.library.set_article_tags(1, ["visit"])
    view = window.articles.view
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for place in range(3):
        view.selectionModel().select(window.model.index(place, 0), flags)
    press(qtbot, window, "Ctrl+Shift+A")
    dialog = tag_dialog(qtbot, window)
    assert dialog.windowTitle() == "Tag 3 articles"
    visit = dialog.item("visit")
    assert visit is not None
    assert visit.checkState() is Qt.CheckState.PartiallyChecked
    visit.setCheckState(Qt.CheckState.Unchecked)
    qtbot.keyClicks(dialog.line, "homage, 2025")
    assert dialog.told.text() == "Enter makes the new tags “homage”, “2025”."
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.added == ["homage", "2025"]
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert set(tags_of(window).values()) == {("2025", "homage")}
    assert window.stack.undoText() == "Tags “homage, 2025, −visit” on 3 articles"
    window.stack.undo()
    settle(qtbot, window)
    assert tags_of(window) == {1: ("visit",), 2: (), 3: ()}


def test_the_open_article_shows_its_tags_and_takes_more(start: Start, qtbot: QtBot) -> None:
    window = start()
    chips = window.reading.reader.header.tags
    assert chips.tags == ()
    qtbot.mouseClick(chips, Qt.MouseButton.LeftButton, pos=chips.box_of(ADD).center().toPoint())
    dialog = tag_dialog(qtbot, window)
    qtbot.keyClicks(dialog.line, "Wording")
    dialog.ok.click()
    settle(qtbot, window)
    assert chips.tags == opened(window).tags == ("Wording",)
    number = opened(window).row.id
    qtbot.mouseClick(chips, Qt.MouseButton.LeftButton, pos=chips.box_of("Wording").center().toPoint())
    settle(qtbot, window)
    assert window.facets == Filter(tag="Wording")
    assert [window.model.row(n).id for n in range(window.model.rowCount())] == [number]  # type: ignore[union-attr]
    assert window.sidebar.tree.currentIndex().data(FACET) == Facet("tag", "Wording")


def test_renamed_and_merged_from_the_filters(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.library.set_article_tags(1, ["homage"])
    window.library.set_article_tags(2, ["tribute"])
    window.library.add_annotation(3, Span(0, 20), "yellow", MarkStyle.FILL, "", ["homage"])
    window.show_facet("tag", "homage")
    settle(qtbot, window)
    known = window.library.tagging.known()
    menu_of(window, known[0], known).actions()[1].trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), RenameDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RenameDialog)
    assert dialog.go.isEnabled() is False
    dialog.line.setText("  Memory ")
    assert dialog.go.text() == "&Rename"
    dialog.line.setText("TRIBUTE")
    assert dialog.go.text() == "&Merge"
    assert dialog.told.text() == "There is a tag “tribute” on 1 article: the two become one. Undo parts them."
    dialog.go.click()
    settle(qtbot, window)
    assert window.library.tags() == ["tribute"]
    assert window.stack.undoText() == "Merge tag “homage” → “tribute”"
    assert window.facets.tag == "tribute"  # what is filtered by it stays in view
    assert window.model.rowCount() == 3
    window.stack.undo()
    settle(qtbot, window)
    assert window.library.tags() == ["homage", "tribute"]


def test_a_tags_colour_shows_where_it_is_and_stays(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.library.set_article_tags(opened(window).row.id, ["homage"])
    made, _ = window.library.add_annotation(
        opened(window).row.id, Span(0, 20), "yellow", MarkStyle.FILL, "", ["Homage"]
    )
    window.actions_["article.tags"].trigger()
    settle(qtbot, window)
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, TagsDialog))
    dialog.choose("homage")
    dialog.colours.aboutToShow.emit()
    entry(dialog.colours, "Green").trigger()  # type: ignore[attr-defined]
    settle(qtbot, window)
    assert window.hub.tag_colours.of("HOMAGE") == "green"
    assert window.hub.tag_colours.of_note(made) == "green"
    window.stack.undo()
    settle(qtbot, window)
    assert window.hub.tag_colours.of_note(made) == "yellow"
    window.stack.redo()
    settle(qtbot, window)
    dialog.delete()
    settle(qtbot, window)
    assert window.library.tags() == []
    assert dialog.blank.title.text() == "No tags yet"
    assert dialog.blank.isVisible()
    window.stack.undo()
    settle(qtbot, window)
    assert dialog.chosen is None or dialog.chosen.name == "homage"
    dialog.close()
    window.close()
    again = start()
    settle(qtbot, again)
    assert again.hub.tag_colours.of("homage") == "green"


def test_all_tags_by_keys_and_what_lists_by_a_tag_follows(start: Start, qtbot: QtBot) -> None:
    window = start()
    number = opened(window).row.id
    window.library.add_annotation(number, Span(0, 20), "yellow", MarkStyle.FILL, "", ["homage"])
    window.library.set_article_tags(number, ["visit", "Ünsal"])
    window.reading.notes.head.choose("tags", "homage", True)
    for _ in range(2):
        window.actions_["article.tags"].trigger()
    settle(qtbot, window)
    (dialog,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, TagsDialog) and w.isVisible())
    qtbot.keyClicks(dialog.line, "UNS")
    assert [dialog.tree.topLevelItem(n).text(0) for n in range(dialog.tree.topLevelItemCount())] == ["Ünsal"]  # type: ignore[union-attr]
    dialog.line.clear()
    dialog.choose("homage")
    dialog.tree.setFocus()
    qtbot.keyClick(dialog.tree, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), RenameDialog))
    renaming = QApplication.activeModalWidget()
    assert isinstance(renaming, RenameDialog)
    renaming.line.setText("memory")
    qtbot.keyClick(renaming.line, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.library.tags() == ["memory", "visit", "Ünsal"]
    assert window.reading.notes.head.sieve.tags == frozenset({"memory"})
    dialog.choose("visit")
    dialog.activateWindow()
    dialog.tree.setFocus()
    qtbot.waitUntil(dialog.tree.hasFocus)
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Delete)
    settle(qtbot, window)
    assert window.library.tags() == ["memory", "Ünsal"]
    assert window.status.notice == "Tag “visit” deleted from 1 article."
    assert window.status.undo.isVisible()
    window.stack.undo()
    settle(qtbot, window)
    assert "visit" not in window.status.notice
    assert window.library.tags() == ["memory", "visit", "Ünsal"]
    place = window.model.place_of(number)
    assert place is not None
    said = window.model.index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "tagged visit, Ünsal" in said
    dialog.close()
