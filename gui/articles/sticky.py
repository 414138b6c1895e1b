"""The name of the group that is in view: it stays at the top while the list is scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui.articles.delegate import ARROW, ArticleDelegate
from gui.articles.model import GROUP, ArticlesModel, GroupHead

if TYPE_CHECKING:
    from gui.articles.view import ArticlesView


class StickyHead(QWidget):
    """Lies over the first rows; the next name pushes it out. A click goes to the group's first article."""

    def __init__(self, view: ArticlesView, model: ArticlesModel) -> None:
        # Not of the viewport, whose children are moved when it is scrolled.
        super().__init__(view)
        self.setObjectName("sticky_head")
        self._view, self._model = view, model
        self._place = -1  # of the name that it shows
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        view.verticalScrollBar().valueChanged.connect(self.follow)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.dataChanged):
            signal.connect(self.follow)

    @property
    def head(self) -> GroupHead | None:
        """The name that is shown, if any."""
        return None if self._place < 0 else self._model.index(self._place, 0).data(GROUP)

    @property
    def _cards(self) -> ArticleDelegate:
        cards = self._view.itemDelegate()
        assert isinstance(cards, ArticleDelegate)
        return cards

    @property
    def _height(self) -> int:
        return self._cards.head_height

    def follow(self, *_: object) -> None:
        """Show the name of the group of the first row in view, unless that row is the name itself."""
        view, model = self._view, self._model
        place = model.header_of(view.rowAt(0))
        self._place = place if place >= 0 and view.rowViewportPosition(place) < 0 else -1
        self.setVisible(self._place >= 0)
        if self._place < 0:
            return
        below, height = model.next_header(place), self._height
        free = height if below < 0 else min(height, view.rowViewportPosition(below))
        area = view.viewport().geometry()
        self.setGeometry(area.left(), area.top(), area.width(), max(1, free))
        head = self.head
        if head is not None:
            self.setAccessibleName(head.name)
            self.setToolTip(f"{head.name}: go to its first article; the arrow folds it")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        head = self.head
        if head is None:
            return
        full = self._height
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(0, self.height() - full, self.width(), full)
        self._cards.paint_pinned(painter, rect, head, self._model.index(self._place, 0))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        place = self._place
        if event.position().x() < ARROW:
            self._view.fold(place)
        self._view.go_to(place, 0)
        self.follow()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """As if it were not there."""
        QApplication.sendEvent(self._view.viewport(), event)
