"""The plane that a drawing lies on: laid out for the room there is, zoomed and moved."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)

from gui.across.drawings.drawing import Drawing, Look, Mark
from gui.theme import Theme

STEP = 1.25
"""How much nearer one step of the zoom comes."""

BAR = 14
"""Pixels that a bar to scroll by may take."""

PARTS = 10_000
"""A remembered place is told in so many parts of the whole."""


class _Sheet(QGraphicsItem):
    """All of a drawing as one item: thousands of marks cost as much as is seen of them."""

    def __init__(self, plane: Plane) -> None:
        super().__init__()
        self._plane = plane
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)  # tells what is exposed

    def boundingRect(self) -> QRectF:
        drawing = self._plane.drawing
        return QRectF(QPointF(0, 0), drawing.size) if drawing is not None else QRectF()

    def changes(self) -> None:
        """The drawing is about to be laid out."""
        self.prepareGeometryChange()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        drawing = self._plane.drawing
        if drawing is not None:
            drawing.paint(painter, option.exposedRect, self._plane.look)


class Plane(QGraphicsView):
    """A drawing in view, and the mark that has the keyboard.

    Signals:
        zoomed: the zoom changed.
    """

    zoomed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.drawing: Drawing | None = None
        self.zoom = 1.0
        self._points = self.font().pointSizeF()
        self.look = Look(theme.colour, self.font(), self._points)
        self._current: Mark | None = None
        self._hover: Mark | None = None
        self._sheet = _Sheet(self)
        self._scene = QGraphicsScene(self)
        self._scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._scene.addItem(self._sheet)
        self.setScene(self._scene)
        self.setObjectName("drawing")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)  # what stays in view
        self._ground()
        theme.changed.connect(self._recolour)

    def _changed(self) -> None:
        """What is under the pointer, or has the keyboard, may be something else now."""

    # -- what is drawn

    def show_drawing(self, drawing: Drawing | None, *, stay: bool = False) -> None:
        """Show a drawing from its beginning; ``stay``: as the one before it was zoomed and moved."""
        stay = stay and self.drawing is not None
        key = self._current.key if self._current is not None and stay else ""
        part = self._begin() if stay else None
        self._sheet.changes()
        self.drawing = drawing
        self._current = self._hover = None
        if not stay:
            self.zoom = 1.0
        name = drawing.page.title if drawing is not None else ""
        self.setAccessibleName(f"Drawing: {name}" if name else "Drawing")
        subtitle = drawing.page.subtitle if drawing is not None else ""
        self.setAccessibleDescription(
            f"{subtitle}. Arrow keys go from mark to mark, Return opens.".lstrip(". ")
        )
        self._lay_out(part)
        if drawing is not None:
            if part is None:
                self._go_to(drawing.point_at(drawing.first_place()))
            self._current = drawing.find(key) if key else None
        self.zoomed.emit()
        self._changed()

    def set_text_size(self, points: float) -> None:
        """Write in that size."""
        if points != self._points:
            self._points = points
            self.look = Look(self._theme.colour, self.font(), points)
            self._lay_out(self._begin())

    @property
    def current(self) -> Mark | None:
        """The mark with the keyboard."""
        return self._current

    def _lay_out(self, part: QPointF | None = None, at: QPointF | None = None) -> None:
        """Lay the drawing out anew, ``part`` of it at a point of the view (where the view begins)."""
        if self.drawing is None:
            return
        self._sheet.changes()
        self._fit()
        self._scene.setSceneRect(QRectF(QPointF(0, 0), self.drawing.size))
        if part is not None:
            point = at if at is not None else QPointF(*self.drawing.covered())
            self._go_to(self.drawing.point_at(part) - point)
        if self._current is not None:
            self._current = self.drawing.find(self._current.key)
        self._hover = None
        self.viewport().update()

    def _fit(self) -> None:
        """Lay it out beside the bars to scroll by, where there are any."""
        assert self.drawing is not None
        room, bar = self._room, BAR
        self.drawing.lay_out(room, self.zoom, self.look)
        wide = self.drawing.size.width() > room.width() + 0.5
        high = self.drawing.size.height() > room.height() + 0.5
        if wide or high:
            room -= QSizeF(bar if high else 0, bar if wide else 0)
            self.drawing.lay_out(room, self.zoom, self.look)
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(policy.ScrollBarAsNeeded if wide else policy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if high else policy.ScrollBarAlwaysOff)

    @property
    def _room(self) -> QSizeF:
        """What can be seen when there are no bars to scroll by."""
        size = self.maximumViewportSize()
        return QSizeF(max(size.width(), 50), max(size.height(), 50))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.drawing is not None and event.oldSize() != event.size():
            self._lay_out(self._begin())

    # -- zoom and place

    def zoom_by(self, steps: float, at: QPointF | None = None) -> None:
        """Come nearer (or go away) by so many steps; what is at a point of the view stays there."""
        self.zoom_to(self.zoom * STEP**steps, at)

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        """Zoom so far; 1 fits the whole into the view."""
        if self.drawing is None:
            return
        zoom = min(max(zoom, 1.0), self.drawing.most_zoom)
        if abs(zoom - self.zoom) < 1e-6:
            return
        place = at
        if place is None and self._current is not None and self._in_view(self._current):
            place = QPointF(self.mapFromScene(self._current.box.center()))
        point = place if place is not None else QPointF(self.viewport().rect().center())
        part = self.drawing.part_of(self.mapToScene(point.toPoint()))
        self.zoom = zoom
        self._lay_out(part, point)
        self.zoomed.emit()
        self._changed()

    @property
    def place(self) -> tuple[int, int]:
        """How it is zoomed and moved, as two numbers to be remembered."""
        part = self._begin()
        x, y = (round(min(max(one, 0.0), 1.0) * PARTS) for one in (part.x(), part.y()))
        return round(self.zoom * 1000), x * (PARTS + 1) + y

    def go_to_place(self, zoom: int, where: int) -> None:
        """Zoom and move as it was remembered; (0, 0) is the beginning."""
        if self.drawing is None or zoom <= 0:
            return
        self.zoom = min(max(zoom / 1000, 1.0), self.drawing.most_zoom)
        x, y = divmod(max(where, 0), PARTS + 1)
        self._lay_out(QPointF(x / PARTS, y / PARTS))
        self.zoomed.emit()

    def _begin(self) -> QPointF:
        """What is at the corner of the view, beside the axes."""
        if self.drawing is None:
            return QPointF()
        left, top = self.drawing.covered()
        return self.drawing.part_of(self.mapToScene(QPoint(round(left), round(top))))

    def _go_to(self, corner: QPointF) -> None:
        self.horizontalScrollBar().setValue(round(corner.x()))
        self.verticalScrollBar().setValue(round(corner.y()))

    def _seen(self) -> QRectF:
        """The part that is seen, without what is under the axes."""
        left, top = self.drawing.covered() if self.drawing is not None else (0, 0)
        return self.mapToScene(self.viewport().rect()).boundingRect().adjusted(left, top, 0, 0)

    def _in_view(self, mark: Mark) -> bool:
        return self._seen().intersects(mark.box)

    def _reveal(self, mark: Mark) -> None:
        seen, box = self._seen(), mark.box.adjusted(-24, -12, 24, 12)
        x = min(box.left() - seen.left(), 0) or max(
            min(box.right() - seen.right(), box.left() - seen.left()), 0
        )
        y = min(box.top() - seen.top(), 0) or max(
            min(box.bottom() - seen.bottom(), box.top() - seen.top()), 0
        )
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + round(x))
        down.setValue(down.value() + round(y))

    def _recolour(self) -> None:
        self._ground()
        self.viewport().update()

    def _ground(self) -> None:
        self.setBackgroundBrush(self._theme.colour("base"))
