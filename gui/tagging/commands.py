"""What the actions and menus of tags do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from gui.operations.tags import TagOperations
from store.model import KnownTag

if TYPE_CHECKING:
    from gui.tabs.column import Column
    from gui.window import MainWindow


def connect(window: MainWindow) -> None:
    """Connect the actions of tags, the menu of a tag among the filters, and the chips of the article."""
    window.actions_.connect_all(
        {"article.tag": lambda: tag_articles(window), "article.tags": lambda: show_tags(window)}
    )
    colours = window.hub.tag_colours
    window.reading.columns.each(lambda column: _join(window, column))
    window.sidebar.tree.use_colours(colours)
    window.articles.view.use_colours(colours)
    window.sidebar.tag_menu_asked.connect(lambda tag, place: _tag_menu(window, tag, place))
    _Following(window)


def show_tags(window: MainWindow) -> None:
    """All tags, to be renamed, merged, coloured, deleted."""
    from gui.tagging.everywhere import TagsDialog

    dialog = window.findChild(TagsDialog) or TagsDialog(window.desk, window.theme, window)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()


def tag_articles(window: MainWindow) -> None:
    """Tag the selected articles, or the open one."""
    from gui.articles.commands import for_chosen

    for_chosen(window, lambda ids, heading: _ask(window, ids, heading))


def _join(window: MainWindow, column: Column) -> None:
    """The chips over an article."""
    reader, chips = column.reader, column.reader.header.tags
    chips.use_colours(window.hub.tag_colours)
    chips.chosen.connect(lambda tag: window.show_facet("tag", tag))

    def edit() -> None:
        if reader.opened is not None:
            _ask(window, [reader.opened.row.id], reader.opened.row.heading)

    chips.edit_asked.connect(column.touched)
    chips.edit_asked.connect(edit)


def _ask(window: MainWindow, ids: list[int], heading: str) -> None:
    from gui.tagging.articles import TagArticlesDialog

    tagging, operations = window.library.tagging, TagOperations(window.desk)

    def read() -> tuple[list[KnownTag], dict[str, int]]:
        return tagging.known(), tagging.of_articles(ids)

    def ask(found: tuple[list[KnownTag], dict[str, int]]) -> None:
        dialog = TagArticlesDialog(
            window.theme,
            window.hub.tag_colours,
            heading,
            len(ids),
            lambda added, removed: operations.tag_articles(ids, added, removed, heading),
            window,
        )
        dialog.show_tags(*found)
        dialog.open()

    window.tasks.read(read, ask, key=("tags of articles", id(window)))


class _Following(QObject):
    """What is filtered by a tag stays so when it is called otherwise."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        # no lambda: the hub outlives the window, and only a method is let go of with its object
        window.hub.tag_renamed.connect(self._follow)

    def _follow(self, old: str, new: str) -> None:
        window, shown = self._window, self._window.facets.tag
        if shown is not None and shown.casefold() == old.casefold():
            window.facets = replace(window.facets, tag=new)
            window.sidebar.choose(window.facets)
            window.show_filter()


def _tag_menu(window: MainWindow, name: str, place: QPoint) -> None:
    tagging = window.library.tagging
    window.tasks.read(
        tagging.known, lambda known: _open_menu(window, name, known, place), key=("menu of a tag", id(window))
    )


def _open_menu(window: MainWindow, name: str, known: list[KnownTag], place: QPoint) -> None:
    tag = next((one for one in known if one.name.casefold() == name.casefold()), None)
    if tag is not None:
        menu = menu_of(window, tag, known)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)


def menu_of(window: MainWindow, tag: KnownTag, known: list[KnownTag]) -> QMenu:
    """What can be done with a tag."""
    from gui.tagging.everywhere import ask_rename, carriers, colour_menu

    operations = TagOperations(window.desk)

    def delete() -> None:
        operations.delete(tag.name)
        if window.facets.tag is not None and window.facets.tag.casefold() == tag.name.casefold():
            window.facets = replace(window.facets, tag=None)
            window.sidebar.choose(window.facets)
            window.show_filter()
        window.hub.done.emit(f"Tag “{tag.name}” deleted from {carriers(tag)}.")

    menu = QMenu(window)
    menu.addAction("&Show what carries it", lambda: window.show_facet("tag", tag.name))
    menu.addAction("&Rename or merge…", lambda: ask_rename(operations, tag, known, window))
    colour_menu(menu.addMenu("&Colour"), window.theme, operations, tag)
    menu.addSeparator()
    menu.addAction("&Delete this tag everywhere", delete)
    menu.addSeparator()
    menu.addAction(window.actions_["article.tags"])
    return menu
