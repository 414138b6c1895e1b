"""One article or page in view and the tabs it may give way to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from gui.kept import KeptColumn
from gui.navigation import Navigator
from gui.operations.articles import ArticleOperations
from gui.operations.desk import Desk
from gui.reader.pane import ReaderPane
from gui.reader.placing import Placing
from gui.tabs.trail import Place, Trail
from gui.theme import Theme

if TYPE_CHECKING:
    from gui.across.pane import PagePane
    from gui.tabs.bar import TabBar

MOST_CLOSED = 20
"""So many closed tabs can be opened again."""


PAGE_SIZE = 0.84
"""Letters of a page against those of an article: tables need room."""

LEGEND_WIDTH, LEGEND_HEIGHT = 420, 460
"""The smaller one of two articles shows no legend: it would take half of the room."""


class Column(QWidget):
    """A reader with tabs. A tab that is not in view is only a trail, and costs nothing.

    Signals:
        tabs_changed: there are other tabs, in another order, or another one is in view.
        menu_asked: a menu for a tab, at a place of the screen.
        emptied: the last tab of one of two columns was closed.
        touched: something of the column was clicked that takes no keyboard.
        pages_made: the widget that shows pages was made, when the first one was opened.
        page_read: a page was read; its title.
        bar_made: the strip of tabs was made, with the second tab.
    """

    tabs_changed = Signal()
    menu_asked = Signal(int, QPoint)
    emptied = Signal()
    touched = Signal()
    pages_made = Signal(object)
    page_read = Signal(str)
    bar_made = Signal(object)

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._desk = theme, desk
        self._pages: PagePane | None = None  # made with the first page
        self.navigator = Navigator(desk.library, desk.tasks, ArticleOperations(desk), self)
        self.reader = ReaderPane(theme, desk.hub, self)
        self.reader.use_library(desk)
        self.placing = Placing(self.reader.view)
        self._tabs = [self.navigator.trail]
        self._at = 0
        self._closed: list[tuple[int, Trail]] = []
        self._behind: list[Trail] = []  # opened behind the tab in view since that came into view
        self._bar: TabBar | None = None  # made with the second tab
        self._side = ""  # which of two columns it is
        self.hit_place = (0, 0)
        self.is_still = True  # whether what scrolls is the program, not the person
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._line = QFrame(self)  # says of two columns which is in use
        self._line.setObjectName("in_use")
        self._line.setFixedHeight(3)
        self._line.hide()
        self._box.addWidget(self._line)
        self._box.addWidget(self.reader, 1)
        self.setFocusProxy(self.reader)
        self.navigator.moved.connect(self._show_tabs)
        self.navigator.opened.connect(self._choose)
        self.reader.star_requested.connect(self.touched)
        self.reader.legend.changed.connect(self.touched)

    # -- what there is

    @property
    def tabs(self) -> tuple[Trail, ...]:
        """The tabs, left to right."""
        return tuple(self._tabs)

    @property
    def at(self) -> int:
        """Which tab is in view."""
        return self._at

    @property
    def bar(self) -> TabBar | None:
        """The strip of tabs, once there was more than one."""
        return self._bar

    @property
    def closed(self) -> tuple[tuple[int, Trail], ...]:
        """The tabs that were closed, with where they were; the last one last."""
        return tuple(self._closed)

    @property
    def can_reopen(self) -> bool:
        """Whether a tab was closed that can be opened again."""
        return bool(self._closed)

    @property
    def pages(self) -> PagePane | None:
        """What shows pages, once there was one."""
        return self._pages

    @property
    def page(self) -> PagePane | None:
        """What shows the page that is open; ``None`` where that is an article, or nothing."""
        return self._pages if self.navigator.page else None

    @property
    def shown(self) -> ReaderPane | PagePane:
        """What is in view."""
        return self.page or self.reader

    def _choose(self) -> None:
        """Show the page or the article that was opened."""
        address, keyboard = self.navigator.page, self._has_keyboard
        if address and self._pages is None:
            self._pages = self._make_pages()
        if self._pages is not None:
            self._pages.setVisible(bool(address))
            self.reader.setVisible(not address)
            self.setFocusProxy(self.shown)
            if address != self._pages.address:
                self._pages.show_address(address) if address else self._pages.leave()
            if keyboard:
                self.shown.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def _make_pages(self) -> PagePane:
        from gui.across.pane import PagePane

        made = PagePane(self._theme, self._desk, self)
        made.set_text_size(self.reader.view.text_size * PAGE_SIZE)
        self.reader.view.text_size_changed.connect(lambda points: made.set_text_size(points * PAGE_SIZE))
        made.hide()
        self._box.addWidget(made, 1)
        made.read.connect(self._page_is_read)
        self.pages_made.emit(made)
        return made

    def _page_is_read(self, address: str, title: str) -> None:
        here = self.navigator.trail.here
        if here is not None and here.page == address:
            here.heading = title or here.heading
            self._show_tabs()
            self.page_read.emit(here.heading)

    def write_down(self) -> None:
        """Note what is in view of the article or the page, before another one comes."""
        here, opened = self.navigator.trail.here, self.reader.opened
        if here is not None and here.page:
            if self._pages is not None and self._pages.address == here.page and not self._pages.is_reading:
                here.top, here.into = self._pages.place
            return
        if here is not None and opened is not None and opened.row.id == here.article:
            here.top, here.into = self.placing.place

    def go_back_to(self, place: Place) -> None:
        """Scroll to where the person was."""
        if place.page and self._pages is not None:
            self._pages.go_to_place(place.top, place.into)
        elif not place.page:
            self.placing.go(place.top, place.into)

    def show_as(self, in_use: bool, side: str) -> None:
        """Show whether the keyboard is here; ``side``: which of two columns it is, empty for the only one."""
        self._side = side
        self.reader.in_use = in_use
        name = f"Article on the {side} side" if side in ("left", "right") else f"The {side} article"
        self.reader.view.setAccessibleName(name if side else "Text of the article")
        self._show_tabs()
        self._line.setVisible(bool(side))
        self._share()
        if self._line.property("on") != in_use:
            self._line.setProperty("on", in_use)
            self._line.style().unpolish(self._line)
            self._line.style().polish(self._line)
        if self._bar is not None:
            self._bar.show_among_two(bool(side), in_use)

    def kept(self) -> KeptColumn:
        """The tabs, to be written down."""
        return KeptColumn(self.tabs, self._at, tuple(self._closed))

    def set_closed(self, closed: Iterable[tuple[int, Trail]]) -> None:
        """Offer these to be opened again."""
        self._closed = list(closed)[-MOST_CLOSED:]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        little = self.width() < LEGEND_WIDTH or self.height() < LEGEND_HEIGHT
        self.reader.legend.give_way(bool(self._side) and little)

    def set_tabs(self, tabs: list[Trail], at: int, *, now: bool = False) -> None:
        """Put these tabs in place of those that there are."""
        self._tabs = tabs or [Trail()]
        self._at = min(max(at, 0), len(self._tabs) - 1)
        self.navigator.use(self._tabs[self._at], now=now)

    # -- what a person does with tabs

    def open(self, article: int) -> None:
        """Open an article in the tab in view."""
        self.navigator.open(article)

    def open_page(self, address: str) -> None:
        """Open a page over articles in the tab in view."""
        self.navigator.open_page(address)

    def change_page(self, address: str) -> None:
        """Show another page in place of the one in view: going back does not lead to that one."""
        here = self.navigator.trail.here
        if here is not None and here.page and self._pages is not None:
            here.page = address
            self._pages.show_address(address)
            self.tabs_changed.emit()

    def open_apart(self, article: int, heading: str = "", *, page: str = "", behind: bool = False) -> None:
        """Open an article (or, of number 0, a page) in a tab of its own; ``behind``: that in view stays so.

        One that another tab shows already is not opened twice: that tab comes into view.
        """
        target = (article, page)
        there = [n for n, tab in enumerate(self._tabs) if n != self._at and tab.target == target]
        if there:
            self.switch(there[0])
            return
        if self.navigator.trail.here is None:
            self.open_page(page) if page else self.open(article)  # an empty tab is there to be filled
            return
        if target == self.navigator.trail.target:
            self.write_down()
            made = self.navigator.trail.copy()
        else:
            made = Trail([Place(article, heading, page=page)])
        place = self._at + 1
        while behind and place < len(self._tabs) and self._tabs[place] in self._behind:
            place += 1  # in the order they were asked for
        self._tabs.insert(place, made)
        if behind:
            self._behind.append(made)
            self._show_tabs()
        else:
            self.switch(place)

    def switch(self, at: int) -> None:
        """Bring a tab into view."""
        if 0 <= at < len(self._tabs) and at != self._at:
            self._behind.clear()
            self._at = at
            self.navigator.use(self._tabs[at])

    def step(self, by: int) -> None:
        """Bring the next (1) or previous (-1) tab into view, round the end."""
        self.switch((self._at + by) % len(self._tabs))

    def close_tab(self, at: int, *, again: bool = True) -> None:
        """Close a tab; of the last one only its article. ``again``: it can be opened again."""
        tab = self._tabs[at]
        if at == self._at:
            self.write_down()
        if again and tab.here is not None:
            self._closed = [*self._closed, (at, tab)][-MOST_CLOSED:]
        if len(self._tabs) == 1:
            self._tabs = [Trail()]
            if self._side:
                self.emptied.emit()
                return
        else:
            del self._tabs[at]
        if at < self._at:
            self._at -= 1
            self._show_tabs()
        elif at == self._at:
            self._at = min(at, len(self._tabs) - 1)
            self.navigator.use(self._tabs[self._at])
        else:
            self._show_tabs()

    def close_others(self, at: int) -> None:
        """Close all tabs but this one."""
        kept = self._tabs[at]
        for tab in reversed(self.tabs):
            if tab is not kept:
                self.close_tab(self._tabs.index(tab))

    def close_right(self, at: int) -> None:
        """Close the tabs to the right of this one."""
        for place in reversed(range(at + 1, len(self._tabs))):
            self.close_tab(place)

    def reopen(self) -> None:
        """Open the tab again that was closed last, where it was and as it was."""
        if not self._closed:
            return
        at, tab = self._closed.pop()
        if self.navigator.trail.here is None and len(self._tabs) == 1:
            self.set_tabs([tab], 0)
            return
        at = min(at, len(self._tabs))
        self._tabs.insert(at, tab)
        self._at += at <= self._at
        self.switch(at)

    def move_tab(self, start: int, end: int) -> None:
        """Move a tab to another place."""
        shown = self._tabs[self._at]
        self._tabs.insert(end, self._tabs.pop(start))
        self._at = self._tabs.index(shown)
        self.tabs_changed.emit()

    def place_tab(self, start: int, end: int) -> None:
        """Move a tab to another place, and show it there."""
        self.move_tab(start, end)
        self._show_tabs()

    def give_away(self, at: int) -> Trail:
        """A tab that goes elsewhere, with its way back and where in its article the person was."""
        if at == self._at:
            self.write_down()
        trail = self._tabs[at]
        self.close_tab(at, again=False)
        return trail

    def take_in(self, trail: Trail) -> None:
        """Show a tab from elsewhere, behind that in view; an empty one is there to be filled."""
        self.write_down()
        tabs, at = list(self._tabs), self._at + 1
        if self.navigator.trail.here is None:
            at -= 1
            del tabs[at]
        self.set_tabs([*tabs[:at], trail, *tabs[at:]], at)

    # -- inside

    def article_is_gone(self) -> None:
        """The article of the tab in view is in the library no longer: nothing is left of the tab either."""
        if len(self._tabs) > 1:
            self.close_tab(self._at, again=False)

    def _show_tabs(self) -> None:
        wanted = len(self._tabs) > 1 or bool(self._side)
        if self._bar is None and wanted:
            self._bar = self._make_bar()
        if self._bar is not None:
            self._bar.show_tabs([tab.heading for tab in self._tabs], self._at)
            self._bar.setVisible(wanted)
        self.tabs_changed.emit()

    def _make_bar(self) -> TabBar:
        from gui.tabs.bar import TabBar

        bar = TabBar(self._theme, self)
        self._box.insertWidget(1, bar)
        bar.chosen.connect(self.switch)
        bar.tabBarClicked.connect(self.touched)
        bar.dragged.connect(self.move_tab)
        bar.close_asked.connect(self.close_tab)
        bar.menu_asked.connect(self.menu_asked)
        self.bar_made.emit(bar)
        return bar
