"""The head of the notes pane: of this article or of all, which, in what order, and the search."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui import icons
from gui.notes.sieve import ARTICLE, KINDS, NEWEST, ORDERS, PLACE, Sieve, told
from gui.reader.looks import COLOURS
from gui.reader.selectionbar import STYLE_NAMES, swatch
from gui.theme import Theme
from store.model import MarkStyle

_CHOICES = ("This article", "All notes")
_NARROW = 34
"""In so many letters' width the choices have room for one word each."""

_TAGS_AT_MOST = 40
_PAUSE = 120  # milliseconds after a key before the list is sought through


class NotesHead(QWidget):
    """Asks for notes; knows none.

    Signals:
        scope_chosen: of all articles (True) or of this one. sieved: others are to be listed.
        ordered: in another order. left: the keyboard goes to the list.
    """

    scope_chosen = Signal(bool)
    sieved = Signal()
    ordered = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sieve = Sieve()
        self._tags: Callable[[], list[tuple[str, int]]] = list
        self._orders = {True: NEWEST, False: PLACE}  # by whether all are shown
        self._all = False
        self._build()
        theme.changed.connect(self._recolour)
        self._recolour()

    @property
    def sieve(self) -> Sieve:
        """Which notes are to be listed."""
        return self._sieve.searching(self.line.text())

    @property
    def chosen_sieve(self) -> Sieve:
        """Which were chosen, whatever is searched for."""
        return self._sieve

    @property
    def order(self) -> str:
        """In what order they are to be listed."""
        return self._orders[self._all]

    @property
    def kept_orders(self) -> str:
        """The orders chosen, of one article and of all, as they are remembered."""
        return f"{self._orders[False]},{self._orders[True]}"

    def restore_orders(self, kept: str) -> None:
        """List in the orders that were remembered; one that is not known is left as it is."""
        for whole, order in enumerate(kept.split(",")[:2]):
            if order in self._offered(bool(whole)):
                self._orders[bool(whole)] = order
        self._tell()

    def set_scope(self, whole: bool) -> None:
        """The notes of all articles are shown, or those of one."""
        self._all = whole
        (self.all_button if whole else self.this_button).setChecked(True)
        self._tell()

    def set_tags(self, tags: Callable[[], list[tuple[str, int]]]) -> None:
        """Tells the tags that can be chosen, with how many notes carry each, when it is asked."""
        self._tags = tags

    def rename_tag(self, old: str, new: str) -> None:
        """A tag is called otherwise: what is listed by it stays so."""
        if old.casefold() in self._sieve.tags:
            tags = self._sieve.tags - {old.casefold()} | {new.casefold()}
            self.set_sieve(replace(self._sieve, tags=tags))

    def set_counts(self, listed: int, there: int) -> None:
        """Say how many of how many are listed."""
        whole = f"{listed:,}" if listed == there else f"{listed:,} of {there:,}"
        self.count.setText(whole if there else "")
        self.below.setVisible(bool(there) or self.sieve != Sieve())

    def set_sieve(self, sieve: Sieve) -> None:
        """List only these; what is searched for stays."""
        self._sieve = sieve
        self._tell()
        self.sieved.emit()

    def clear(self) -> None:
        """List all again."""
        self.line.clear()
        self._pause.stop()
        self.set_sieve(Sieve())

    # -- inside

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._above())
        box.addWidget(self._below())
        box.addLayout(self._chosen())
        self._tell()

    def _above(self) -> QHBoxLayout:
        """The name of the pane, and of which articles the notes are."""
        self.title = QLabel("Notes", self)
        self.title.setProperty("tone", "strong")
        self.count = QLabel(self)
        self.count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.this_button, self.all_button = (self._button(text) for text in _CHOICES)
        group = QButtonGroup(self)
        above = QHBoxLayout()
        above.setContentsMargins(14, 6, 8, 4)
        above.setSpacing(4)
        above.addWidget(self.title)
        above.addWidget(self.count)
        above.addStretch(1)
        for whole, button in ((False, self.this_button), (True, self.all_button)):
            button.setCheckable(True)
            button.clicked.connect(partial(self._scope, whole))
            group.addButton(button)
            above.addWidget(button)
        self.this_button.setChecked(True)
        return above

    def _below(self) -> QWidget:
        """What narrows and sorts the notes."""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.sieved)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText("Search the notes")
        self.line.setAccessibleName("Search the notes")
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(lambda: self._pause.start())
        self.line.installEventFilter(self)
        self.filter_button, self.sort_button = self._button("Filter"), self._button("Sort")
        for button, fill in ((self.filter_button, self._fill_filter), (self.sort_button, self._fill_sort)):
            menu = QMenu(button)
            menu.aboutToShow.connect(partial(fill, menu))
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setIconSize(QSize(18, 18))
            button.setProperty("menu", "hidden")
        self.below = QWidget(self)
        below = QHBoxLayout(self.below)
        below.setContentsMargins(12, 0, 8, 6)
        below.setSpacing(4)
        below.addWidget(self.line, 1)
        below.addWidget(self.filter_button)
        below.addWidget(self.sort_button)
        return self.below

    def _chosen(self) -> QHBoxLayout:
        """What the notes are narrowed to."""
        self.chosen = QToolButton(self)
        self.chosen.setToolTip("Show all notes again")
        self.chosen.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.chosen.clicked.connect(lambda: self.set_sieve(Sieve()))
        self.chosen.hide()
        tags = QHBoxLayout()
        tags.setContentsMargins(12, 0, 8, 0)
        tags.addWidget(self.chosen)
        tags.addStretch(1)
        return tags

    def _button(self, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolTip(text)
        return button

    def _scope(self, whole: bool) -> None:
        self.scope_chosen.emit(whole)

    def _offered(self, whole: bool) -> tuple[str, ...]:
        return tuple(order for order in ORDERS if order != (PLACE if whole else ARTICLE))

    def _fill_sort(self, menu: QMenu) -> None:
        menu.clear()
        group = QActionGroup(menu)
        for order in self._offered(self._all):
            entry = menu.addAction(ORDERS[order])
            entry.setCheckable(True)
            entry.setChecked(order == self.order)
            entry.triggered.connect(partial(self.sort_by, order))
            group.addAction(entry)

    def sort_by(self, order: str, _checked: bool = False) -> None:
        """List in this order."""
        self._orders[self._all] = order
        self._tell()
        self.ordered.emit(order)

    def _fill_filter(self, menu: QMenu) -> None:
        menu.clear()
        sieve = self._sieve
        for colour in COLOURS:
            icon = swatch(self._theme, colour, MarkStyle.FILL)
            self._entry(menu, colour.capitalize(), "colours", colour, colour in sieve.colours).setIcon(icon)
        menu.addSeparator()
        for style in MarkStyle:
            icon = swatch(self._theme, COLOURS[0], style)
            self._entry(menu, STYLE_NAMES[style], "styles", style, style in sieve.styles).setIcon(icon)
        menu.addSeparator()
        for kind, name in KINDS.items():
            self._entry(menu, name, "kinds", kind, kind in sieve.kinds)
        carried = self._tags()
        if carried:
            tags = menu.addMenu("Tagged")
            for name, count in carried[:_TAGS_AT_MOST]:
                key = name.casefold()
                told = name.replace("&", "&&") + f"\t{count:,}"
                self._entry(tags, told, "tags", key, key in sieve.tags)
        menu.addSeparator()
        clearing = menu.addAction("Show all")
        clearing.setEnabled(sieve != Sieve())
        clearing.triggered.connect(lambda: self.set_sieve(Sieve()))

    def _entry(self, menu: QMenu, text: str, field: str, value: str, on: bool) -> QAction:
        entry = menu.addAction(text)
        entry.setCheckable(True)
        entry.setChecked(on)
        entry.triggered.connect(lambda checked: self.choose(field, value, checked))
        return entry

    def choose(self, field: str, value: str, on: bool) -> None:
        """List those of a colour (``colours``), a shape, a tag or a kind, or no longer only those."""
        before: frozenset[str] = getattr(self._sieve, field)
        after: Any = before | {value} if on else before - {value}
        self.set_sieve(replace(self._sieve, **{field: after}))

    def _tell(self) -> None:
        """Say what is chosen."""
        words = told(self._sieve, (name for name, _ in self._tags()) if self._sieve.tags else ())
        words = words or ", ".join(f"#{key}" for key in sorted(self._sieve.tags))
        self.chosen.setText(words)
        self.chosen.setAccessibleName(f"Only: {words}. Show all notes again")
        self.chosen.setVisible(bool(words))
        self.filter_button.setAccessibleName(f"Filter the notes: {words}" if words else "Filter the notes")
        self.filter_button.setToolTip("Choose by colour, shape, kind or tag")
        self.sort_button.setAccessibleName(f"Order of the notes: {ORDERS[self.order]}")
        self.sort_button.setToolTip(f"Order: {ORDERS[self.order]}")

    def _recolour(self) -> None:
        self.filter_button.setIcon(icons.icon("filter", self._theme))
        self.sort_button.setIcon(icons.icon("sort", self._theme))
        self.chosen.setIcon(icons.icon("clear", self._theme))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc clears the search, then leaves it; Enter and Down go to the list."""
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                if self.line.text():
                    self.line.clear()
                else:
                    self.left.emit()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                if self._pause.isActive():
                    self._pause.stop()
                    self.sieved.emit()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def fit(self, width: int) -> None:
        """Take less room for words where there is little."""
        narrow = width < self.fontMetrics().averageCharWidth() * _NARROW
        for button, text in zip((self.this_button, self.all_button), _CHOICES, strict=True):
            button.setText(text.partition(" ")[0] if narrow else text)
