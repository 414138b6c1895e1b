"""The strip of tabs above an article. It shows what it is told to, and tells what is asked of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHideEvent, QMouseEvent
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget

from gui import icons
from gui.theme import Theme

NARROWEST, WIDEST = 124, 240
NOTHING = "No article"
OUT = 24
"""Pixels beyond the strip from which on a tab that is dragged has left it."""


class TabBar(QTabBar):
    """Elided headings with close buttons."""

    chosen = Signal(int)
    """Show this tab."""

    dragged = Signal(int, int)
    """``(from, to)``: the person moved a tab."""

    carried = Signal(int, QPoint)
    """The person drags this tab out of the strip; it is at that place of the screen."""

    dropped = Signal(int, QPoint)
    """It was let go there."""

    carry_ended = Signal()
    """It was let go, or called off."""

    close_asked = Signal(int)
    """Close this tab."""

    menu_asked = Signal(int, QPoint)
    """A menu for this tab, at that place of the screen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pressed = -1  # the tab that the middle button went down on
        self._held = False  # whether the left button went down on a tab and is still down
        self._carries = False  # whether that tab was dragged out of the strip
        self.setObjectName("tabs")
        self.setAccessibleName("Open articles")
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(True)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)  # headings of one outlet often begin alike
        self.setUsesScrollButtons(True)
        self.setMinimumWidth(NARROWEST)
        self.currentChanged.connect(self.chosen)
        self.tabMoved.connect(self.dragged)
        theme.changed.connect(self._recolour)
        self.hide()

    def show_tabs(self, headings: Sequence[str], current: int) -> None:
        """Show these tabs, and which is the one in view."""
        with QSignalBlocker(self):
            while self.count() > len(headings):
                self.removeTab(self.count() - 1)
            while self.count() < len(headings):
                self.setTabButton(self.addTab(""), QTabBar.ButtonPosition.RightSide, self._close_button())
            for at, heading in enumerate(headings):
                words = heading or NOTHING
                self.setTabText(at, words.replace("&", "&&"))
                self.setTabToolTip(at, words)
                self.tabButton(at, QTabBar.ButtonPosition.RightSide).setAccessibleName(f"Close {words}")
            self.setCurrentIndex(current)

    def show_among_two(self, among: bool, in_use: bool) -> None:
        """Whether this is the strip of one of two articles, and the keyboard is there."""
        state = "" if not among else "yes" if in_use else "no"
        if self.property("in_use") != state:
            self.setProperty("in_use", state)
            self.style().unpolish(self)
            self.style().polish(self)

    def tabSizeHint(self, index: int) -> QSize:
        """All tabs are of one width, which shrinks as they become more."""
        room = self.width() // max(1, self.count())
        return QSize(min(max(room, NARROWEST), WIDEST), super().tabSizeHint(index).height())

    def minimumTabSizeHint(self, index: int) -> QSize:
        return QSize(NARROWEST, super().minimumTabSizeHint(index).height())

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.MiddleButton:
            self._pressed = self.tabAt(event.position().toPoint())
            return
        self._held = (
            event.button() is Qt.MouseButton.LeftButton and self.tabAt(event.position().toPoint()) >= 0
        )
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Within the strip tabs change their places; out of it one is carried elsewhere."""
        if self._held and not self._carries:
            strip = self.rect().adjusted(-OUT, -OUT, OUT, OUT)
            if not strip.contains(event.position().toPoint()):
                self._let_go_in_strip(event)
                self._carries = True
        if self._carries:
            self.carried.emit(self.currentIndex(), event.globalPosition().toPoint())
            return
        super().mouseMoveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """The strip may go while a tab of it is dragged."""
        self.call_off()
        super().hideEvent(event)

    def _let_go_in_strip(self, event: QMouseEvent) -> None:
        """Qt moves it no further along the strip."""
        left = Qt.MouseButton.LeftButton
        none = Qt.MouseButton.NoButton
        end = QMouseEvent(
            QMouseEvent.Type.MouseButtonRelease,
            event.position(),
            event.globalPosition(),
            left,
            none,
            event.modifiers(),
        )
        super().mouseReleaseEvent(end)

    def call_off(self) -> None:
        """The tab that is dragged stays where it is."""
        carried, self._carries, self._held = self._carries, False, False
        if carried:
            self.carry_ended.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.MiddleButton:
            pressed, self._pressed = self._pressed, -1
            if pressed >= 0 and pressed == self.tabAt(event.position().toPoint()):
                self.close_asked.emit(pressed)
            return
        if self._carries and event.button() is Qt.MouseButton.LeftButton:
            self.call_off()
            self.dropped.emit(self.currentIndex(), event.globalPosition().toPoint())
            return
        self._held = False
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        at = self.currentIndex() if by_key else self.tabAt(event.pos())
        if at >= 0:
            place = self.mapToGlobal(self.tabRect(at).bottomLeft()) if by_key else event.globalPos()
            self.menu_asked.emit(at, place)

    def _close_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("close_tab")
        button.setIconSize(QSize(12, 12))
        button.setIcon(icons.icon("clear", self._theme))
        button.setToolTip("Close (Ctrl+W)")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._close_of(button))
        return button

    def _close_of(self, button: QWidget) -> None:
        for at in range(self.count()):
            if self.tabButton(at, QTabBar.ButtonPosition.RightSide) is button:
                self.close_asked.emit(at)
                return

    def _recolour(self) -> None:
        for at in range(self.count()):
            button = self.tabButton(at, QTabBar.ButtonPosition.RightSide)
            if isinstance(button, QToolButton):
                button.setIcon(icons.icon("clear", self._theme))
