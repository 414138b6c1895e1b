"""What a mark of a drawing opens: its article, a menu of its articles, or what it leads to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from gui.across import pages
from gui.across.commands import OF_DRAWING, OF_PAGE
from store.across.page import Link, to_article

if TYPE_CHECKING:
    from gui.across.drawings.drawing import Mark
    from gui.across.drawings.frame import DrawingFrame
    from gui.across.pane import PagePane
    from gui.across.ways import Ways
    from gui.window import MainWindow
    from store.model import ArticleRow

MOST = 15
"""So many articles of a mark are named in a menu."""

LONGEST = 70


class Opening(QObject):
    """Opens the marks of the drawings of one pane."""

    def __init__(self, ways: Ways, window: MainWindow, pane: PagePane, frame: DrawingFrame) -> None:
        super().__init__(pane)
        self._ways, self._window, self._canvas = ways, window, frame.canvas
        frame.canvas.chosen.connect(self._open)
        frame.canvas.menu_asked.connect(self._menu)
        frame.canvas.led.connect(lambda link, apart: ways.follow(link, apart))
        frame.canvas.turned.connect(lambda link: self._change(pane, link))
        frame.bar.chosen.connect(lambda link: self._change(pane, link))

    def _change(self, pane: PagePane, link: Link) -> None:
        """Another choice: in place of the drawing in view."""
        column = next((one for one in self._window.reading.columns.every if one.pages is pane), None)
        if column is not None:
            column.change_page(pages.address_of(link))

    def _open(self, mark: Mark, apart: bool) -> None:
        if mark.link is not None:
            self._ways.follow(mark.link, apart)
        elif len(mark.articles) == 1:
            self._ways.follow(to_article(mark.articles[0]), apart)
        elif mark.articles:
            self._offer(mark, apart)
        elif mark.search:
            self._ways.follow(Link("search", mark.search))

    def _offer(self, mark: Mark, apart: bool) -> None:
        """Name the articles of a mark in a menu."""
        library, some = self._window.library, mark.articles[:MOST]
        self._window.tasks.read(
            lambda: library.listed.rows(some),
            lambda rows: self._pop_up(self.articles_menu(mark, rows, apart), self._canvas.place_of(mark)),
            key=("articles of a mark", id(self)),
        )

    def articles_menu(self, mark: Mark, rows: list[ArticleRow], apart: bool = False) -> QMenu:
        """The articles of a mark, and the way to all of them in the list."""
        menu = QMenu(self._canvas)
        for row in rows:
            words = "  ·  ".join(filter(None, (row.date, row.outlet, _short(row.heading))))
            link = to_article(row.id)
            menu.addAction(words.replace("&", "&&"), partial(self._ways.follow, link, apart))
        self._add_all(menu, mark)
        return menu

    def _add_all(self, menu: QMenu, mark: Mark) -> None:
        if mark.search:
            if menu.actions():
                menu.addSeparator()
            menu.addAction(
                "Articles of these days in the &list"
                if " after:" in f" {mark.search}"
                else "Show in the &list",
                lambda: self._ways.follow(Link("search", mark.search)),
            )

    def _menu(self, place: QPoint, mark: Mark | None) -> None:
        self._pop_up(self.menu(mark), place)

    def menu(self, mark: Mark | None) -> QMenu:
        """What can be done with a drawing, and with the mark that the menu is asked for over."""
        menu = QMenu(self._canvas)
        if mark is not None:
            menu.addAction("&Open", lambda: self._open(mark, apart=False))
            if mark.link is not None or mark.articles:
                menu.addAction("Open in a new &tab", lambda: self._open(mark, apart=True))
            if len(mark.articles) != 1:
                self._add_all(menu, mark)
            for words, link in mark.also:
                menu.addAction(words, partial(self._ways.follow, link))
            menu.addSeparator()
        for name in ("page.as_text", *OF_PAGE, *OF_DRAWING):
            menu.addAction(self._window.actions_[name])
        return menu

    @staticmethod
    def _pop_up(menu: QMenu, place: QPoint) -> None:
        if not menu.actions():
            return
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)
        menu.setActiveAction(menu.actions()[0])


def _short(heading: str) -> str:
    return heading if len(heading) <= LONGEST else heading[: LONGEST - 1] + "…"
