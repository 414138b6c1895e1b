"""Where the links of a page lead: to articles and their words, to other pages, into the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from gui.across import pages
from gui.across.commands import OF_PAGE, update
from gui.across.pane import PagePane
from store.model import OpenArticle, Span

if TYPE_CHECKING:
    from gui.across.drawings.frame import DrawingFrame
    from gui.window import MainWindow
    from store.across.page import Link

AS_TEXT = "drawings_as_text"
"""How it is remembered that drawings are shown as text."""


class Ways(QObject):
    """Follows links in one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._words: tuple[int, Span] | None = None  # to flash as soon as their article is open
        window.reading.opened.connect(self._opened)

    def join(self, pane: PagePane) -> None:
        """Follow the links of a pane that was made."""
        pane.view.link_chosen.connect(self.follow)
        pane.view.menu_asked.connect(lambda place, link: self._menu(pane, place, link))
        memory = self._window.memory
        pane.set_as_text(memory.flag(AS_TEXT, False))
        pane.as_text_changed.connect(self._shown_as_text)
        pane.frame_made.connect(lambda frame: self._join_frame(pane, frame))

    def _join_frame(self, pane: PagePane, frame: DrawingFrame) -> None:
        """Follow the marks of drawings."""
        from gui.across.drawings.opening import Opening

        Opening(self, self._window, pane, frame)

    def _shown_as_text(self, on: bool) -> None:
        if self._window.session.keeps:
            self._window.memory.keep(AS_TEXT, on)
        update(self._window)

    def follow(self, link: Link, apart: bool = False) -> None:
        """Go where a link leads; ``apart``: in a tab of its own, behind the one in view."""
        window = self._window
        if link.kind == "article":
            self._go_to_article(*link.article, apart=apart)
        elif pages.has_page(link):
            self.open_page(link, apart=apart)
        elif link.kind == "search":
            window.search.set_query(link.key)
        elif link.kind == "occasion":
            window.show_facet(link.kind, link.key)

    def open_page(self, link: Link, apart: bool = False) -> None:
        """Open the page that a link leads to."""
        column, address = self._window.reading.column, pages.address_of(link)
        if apart:
            column.open_apart(0, pages.called(address), page=address, behind=True)
        else:
            column.open_page(address)
            column.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_article(self, number: int, words: Span | None, *, apart: bool) -> None:
        window = self._window
        if apart:
            place = window.model.place_of(number)
            row = window.model.row(place) if place is not None else None
            window.reading.column.open_apart(number, row.heading if row else "Article", behind=True)
            return
        self._words = (number, words) if words is not None else None
        window.open_article(number)

    def _opened(self, article: OpenArticle | None) -> None:
        words = self._words
        if words is None or article is None:
            return
        self._words = None
        if article.row.id == words[0]:
            self._window.reading.reader.flash((words[1],))

    def _menu(self, pane: PagePane, place: QPoint, link: Link | None) -> None:
        menu = self.menu(pane, link)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def menu(self, pane: PagePane, link: Link | None) -> QMenu:
        """What can be done with a page, and with the link that the menu is asked for over."""
        menu = QMenu(pane)
        if link is not None:
            menu.addAction("&Open", lambda: self.follow(link))
            apart = menu.addAction("Open in a new &tab", lambda: self.follow(link, apart=True))
            apart.setEnabled(link.kind == "article" or pages.has_page(link))
            menu.addSeparator()
        copy = menu.addAction("&Copy", pane.view.copy)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setEnabled(pane.view.textCursor().hasSelection())
        for name in OF_PAGE:
            menu.addAction(self._window.actions_[name])
        return menu
