"""One article, or two side by side; what is done goes to the one where the keyboard was last."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from gui.frame import thin
from gui.operations.desk import Desk
from gui.tabs.column import Column
from gui.tabs.trail import Trail
from gui.theme import Theme

NARROWEST, LOWEST = 340, 230
"""An article needs so much room: two lie beside each other, else below each other, else there is only one."""

_SIDES = {
    Qt.Orientation.Horizontal: ("left", "right"),
    Qt.Orientation.Vertical: ("upper", "lower"),
}


class Columns(QSplitter):
    """Two columns at most. The second is made when it is first asked for, and hidden while there is one.

    Signals:
        made: a column was made.
        parted: the second column comes beside the first one.
        chosen: the other column has the keyboard now.
        tabs_changed: some column has other tabs, or there are more or fewer columns.
        menu_asked: a menu for a tab of the column in use, at a place of the screen.
    """

    made = Signal(object)
    parted = Signal(object, object)
    chosen = Signal()
    tabs_changed = Signal()
    menu_asked = Signal(int, QPoint)

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        thin(self)
        self.setObjectName("columns")
        self._theme, self._desk = theme, desk
        self._made: list[Column] = []
        self._is_split = False
        self._together = False
        self._values: dict[Column, int] = {}  # where each was scrolled to
        self._following = False
        self.current = self._make()
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    # -- what there is

    @property
    def all(self) -> tuple[Column, ...]:
        """The columns there are to be seen."""
        return tuple(self._made[: 2 if self._is_split else 1])

    @property
    def every(self) -> tuple[Column, ...]:
        """The columns that were made, also one that is hidden now."""
        return tuple(self._made)

    @property
    def is_split(self) -> bool:
        """Whether two articles are open beside or below each other."""
        return self._is_split

    @property
    def other(self) -> Column | None:
        """The column that is not in use."""
        return next((column for column in self.all if column is not self.current), None)

    def each(self, do: Callable[[Column], object]) -> None:
        """Do something with each column, also with one that is made later."""
        for column in self._made:
            do(column)
        self.made.connect(do)

    @property
    def has_room(self) -> bool:
        """Whether two articles can be shown."""
        return self.width() >= 2 * NARROWEST or self.height() >= 2 * LOWEST

    @property
    def would_lie_beside(self) -> bool:
        """Whether two articles lie beside each other here, or the one below the other."""
        return self.width() >= 2 * NARROWEST

    # -- what a person does

    def choose(self, column: Column) -> None:
        """What is done from now on goes to this column."""
        if column is self.current or column not in self.all:
            return
        self.current = column
        self._show_current()
        self.chosen.emit()

    def split(self) -> Column:
        """Show a second column, with the article of the first one at the same place; it is in use then."""
        if self._is_split:
            return self.current
        first = self.current
        first.write_down()
        second = self._show_second()
        second.set_tabs([first.tabs[first.at].copy()], 0)
        self.choose(second)
        second.setFocus(Qt.FocusReason.OtherFocusReason)
        return second

    def give(self, tabs: list[Trail], at: int, *, now: bool = False) -> None:
        """Show a second column with these tabs; the first one stays in use."""
        self._show_second().set_tabs(tabs, at, now=now)

    def join(self) -> None:
        """Show one column again, with the tabs of both; the article in use stays in view."""
        if not self._is_split:
            return
        shown = self.current.tabs[self.current.at]
        for column in self.all:
            column.write_down()
        first, second = self._made
        known = {tab.target for tab in first.tabs}
        tabs = [tab for tab in first.tabs if tab.here is not None]
        tabs += [
            tab for tab in second.tabs if tab is shown or (tab.here is not None and tab.target not in known)
        ]
        if self.current is second:
            tabs = [tab for tab in tabs if tab is shown or tab.target != shown.target]
        self._hide_second()
        first.set_tabs(tabs, tabs.index(shown) if shown in tabs else 0)

    def close_column(self, column: Column) -> None:
        """The last tab of a column was closed: the other column takes all the room."""
        first, second = self._made
        if column is first:
            second.write_down()
            tabs, at = list(second.tabs), second.at
            self._hide_second()
            first.set_tabs(tabs, at)
        else:
            self._hide_second()

    def open_other(self, article: int, heading: str = "") -> None:
        """Open an article on the other side; the keyboard stays where it is."""
        if self.other is None:
            before = self.current
            second = self._show_second()
            second.set_tabs([Trail()], 0)
            second.open(article)
            self.current = before
            self._show_current()
        elif self.other.navigator.trail.article != article:
            self.other.open_apart(article, heading)

    def move_other(self, at: int) -> None:
        """Move a tab of the column in use to the other side."""
        start = self.current
        start.write_down()
        trail = start.tabs[at]
        if self.other is None:
            self._show_second().set_tabs([trail], 0)
        else:
            tabs = [tab for tab in self.other.tabs if tab.here is not None]
            self.other.set_tabs([*tabs, trail], len(tabs))
        start.close_tab(at, again=False)

    @property
    def tabs(self) -> tuple[Trail, ...]:
        """The tabs of both columns, those in use first."""
        return (*self.current.tabs, *(self.other.tabs if self.other is not None else ()))

    def show_tab_of(self, key: str) -> None:
        """Bring the tab of an article (its number) or a page (its address) into view, on any side."""
        for column in filter(None, (self.current, self.other)):
            for at, tab in enumerate(column.tabs):
                if tab.here is not None and (tab.page or str(tab.article)) == key:
                    self.choose(column)
                    column.switch(at)
                    return

    def set_query(self, query: str) -> None:
        """Search for these words in the open articles."""
        for column in self._made:
            column.navigator.set_query(query)

    @property
    def together(self) -> bool:
        """Whether both are scrolled together."""
        return self._together

    def scroll_together(self, on: bool) -> None:
        """Scroll the other article by as much as the one in use, or leave it alone."""
        self._together = on

    # -- inside

    def _make(self) -> Column:
        column = Column(self._theme, self._desk, self)
        self._made.append(column)
        self.addWidget(column)
        column.tabs_changed.connect(self.tabs_changed)
        column.menu_asked.connect(lambda at, place: self._ask_menu(column, at, place))
        column.emptied.connect(lambda: self.close_column(column))
        column.touched.connect(lambda: self.choose(column))
        bar = column.reader.view.verticalScrollBar()
        bar.valueChanged.connect(lambda value: self._scrolled(column, value))
        return column

    def _show_second(self) -> Column:
        if len(self._made) < 2:
            self.made.emit(self._make())
        first, second = self._made
        second.navigator.query = first.navigator.query
        second.navigator.marks_read = first.navigator.marks_read
        self.parted.emit(first, second)
        self._is_split = True
        self._arrange()
        second.show()
        half = (self.width() if self.orientation() is Qt.Orientation.Horizontal else self.height()) // 2
        self.setSizes([half, half])
        self._show_current()
        self.tabs_changed.emit()
        return second

    def _hide_second(self) -> None:
        first, second = self._made
        first.set_closed([*first.closed, *second.closed])
        self._is_split = False
        second.set_closed([])
        second.set_tabs([], 0)
        second.hide()
        first.show()
        if self.current is second:
            self.current = first
            self.chosen.emit()
        self._show_current()
        self.current.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tabs_changed.emit()

    def _show_current(self) -> None:
        for column, side in zip(self._made, _SIDES[self.orientation()], strict=False):
            column.show_as(column is self.current, side if self._is_split else "")
        self._arrange()

    def _arrange(self) -> None:
        """Beside each other where there is room, else below each other, else only the one in use."""
        beside = self.would_lie_beside
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if wanted is not self.orientation():
            self.setOrientation(wanted)
            half = (self.width() if beside else self.height()) // 2
            self.setSizes([half, half])
        for column in self.all:
            column.setVisible(column is self.current or self.has_room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_split:
            self._show_current()
        self.tabs_changed.emit()

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        for column in self.all:
            if now is not None and column.isAncestorOf(now):
                self.choose(column)

    def _ask_menu(self, column: Column, at: int, place: QPoint) -> None:
        self.choose(column)
        self.menu_asked.emit(at, place)

    def _scrolled(self, column: Column, value: int) -> None:
        by = value - self._values.get(column, value)
        self._values[column] = value
        other = self.other
        if not self._together or other is None or column is not self.current or self._following:
            return
        if column.is_still or column.placing.going:
            return  # an article was opened or laid out anew: that is no scrolling
        self._following = True
        bar = other.reader.view.verticalScrollBar()
        bar.setValue(bar.value() + by)
        self._following = False
