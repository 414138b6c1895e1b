"""The list with its head: how many articles, which filters; or what to do when there are none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui import icons
from gui.actions import Actions
from gui.articles.model import ArticlesModel
from gui.articles.view import ArticlesView
from gui.eliding import Elided
from gui.empty import EmptyState
from gui.theme import Theme
from gui.words import counted, quoted
from store.model import Filter

if TYPE_CHECKING:
    from gui.articles.selected import SelectedBar


class ArticlesPane(QWidget):
    """List, head, and the page that is shown when nothing is found."""

    cleared = Signal()
    """Show all articles again."""

    widened = Signal()
    """Look for the words in all articles, whatever the filters."""

    def __init__(self, theme: Theme, model: ArticlesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articles_pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.model = model
        self.view = ArticlesView(theme, model, self)
        self.nothing = EmptyState(theme, "search", self)
        self._wider = self.nothing.add_button("Search all articles", self.widened.emit)
        self._all = self.nothing.add_button("Show all articles", self.cleared.emit)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.nothing)
        self._head = _Head(theme, self.cleared.emit, self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._head)
        box.addWidget(self._stack)
        self.setFocusProxy(self.view)

    def add_to_head(self, widget: QWidget) -> None:
        """Put a control into the head, before the one that shows everything again."""
        self._head.add(widget)

    def use_actions(self, actions: Actions) -> None:
        """Offer what can be done with several selected articles."""
        self._head.use_actions(actions, self.view.select_current)

    def show_selected(self, count: int) -> None:
        """Say how many articles are selected, where they are several."""
        self._head.show_selected(count)

    def show_state(self, shown: Filter, described: str) -> None:
        """Say what the list shows, after it was loaded."""
        count = self.model.articles
        self._head.show_state(count, described)
        if count == 0:
            self._say_nothing_found(shown, described)
        self._turn_to(self.view if count else self.nothing)

    def _turn_to(self, page: QWidget) -> None:
        """Show the list, or that nothing is found; the keyboard goes where something can be done."""
        focused = QApplication.focusWidget()
        had_keyboard = focused is not None and self._stack.isAncestorOf(focused)
        button = self._wider if self._wider.isVisibleTo(self.nothing) else self._all
        self.setFocusProxy(self.view if page is self.view else button)
        self._stack.setCurrentWidget(page)
        if had_keyboard:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_nothing_found(self, shown: Filter, described: str) -> None:
        filtered = replace(shown, query="") != Filter()
        self._wider.setVisible(bool(shown.query) and filtered)
        if shown.query:
            among = f" among {described.rpartition(' · ')[0]}" if filtered else ""
            self.nothing.say(
                "Nothing found",
                f"No article{among} has {quoted(shown.query)}. "
                "Accents and capitals do not matter, but every word must be there.",
            )
        else:
            self.nothing.say("Nothing here", f"No article fits: {described}.")


class _Head(QFrame):
    def __init__(self, theme: Theme, clear: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("list_head")
        self._theme = theme
        self._count = QLabel(self)
        self._count.setProperty("tone", "strong")
        self._filters = Elided(self)
        self._filters.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._filters.setTextFormat(Qt.TextFormat.PlainText)
        self._filters.setMinimumWidth(20)
        self._clear = QToolButton(self)
        self._clear.setIconSize(QSize(14, 14))
        self._clear.setToolTip("Show all articles (Ctrl+Shift+K)")
        self._clear.setAccessibleName("Clear search and filters")
        self._clear.clicked.connect(clear)
        self._listed = QWidget(self)  # what is said of the list; while several are selected, not in view
        self._row = row = QHBoxLayout(self._listed)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._count)
        row.addWidget(self._filters, 1)
        row.addWidget(self._clear)
        self._whole = whole = QHBoxLayout(self)
        whole.setContentsMargins(12, 5, 6, 5)
        whole.addWidget(self._listed)
        self._selected: SelectedBar | None = None  # made when it is first needed
        self._offered: tuple[Actions, Callable[[], None]] | None = None
        self.setFixedHeight(max(34, self.fontMetrics().height() + 20))
        theme.changed.connect(self._recolour)
        self._recolour()

    def add(self, widget: QWidget) -> None:
        self._row.insertWidget(self._row.indexOf(self._clear), widget)

    def use_actions(self, actions: Actions, let_go: Callable[[], None]) -> None:
        self._offered = actions, let_go

    def show_selected(self, count: int) -> None:
        several = count > 1
        if several and self._selected is None and self._offered is not None:
            from gui.articles.selected import SelectedBar

            self._selected = SelectedBar(self._theme, *self._offered, self)
            self._whole.addWidget(self._selected)
        if self._selected is not None:
            self._selected.show_count(count)
            self._selected.setVisible(several)
            self._listed.setVisible(not several)

    def show_state(self, count: int, described: str) -> None:
        self._count.setText(counted(count, "article"))
        self._filters.setText(described)
        self._filters.setToolTip(described)
        self._clear.setVisible(bool(described))

    def _recolour(self) -> None:
        self._clear.setIcon(icons.icon("clear", self._theme))
