"""What stands around a drawing in a page: the bar above, the drawing in place of the text, the foot below."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.across.drawings.bar import DrawingBar, DrawingFoot
from gui.across.drawings.canvas import Canvas
from gui.across.drawings.drawing import Drawing
from gui.theme import Theme


class DrawingFrame:
    """Puts its widgets into the column in which the text of a page stands."""

    def __init__(self, theme: Theme, text: QWidget, column: QVBoxLayout) -> None:
        self._text = text
        around = text.parentWidget()
        self.bar = DrawingBar(theme, around)
        self.canvas = Canvas(theme, around)
        self.foot = DrawingFoot(theme, around)
        column.insertWidget(0, self.bar)
        column.insertWidget(column.indexOf(text) + 1, self.canvas, 1)
        column.addWidget(self.foot)
        self.canvas.told.connect(self.foot.tell)
        self.canvas.zoomed.connect(self._zoomed)
        self.bar.zoom_asked.connect(self._zoom)

    def show_drawing(self, drawing: Drawing, *, as_text: bool, stay: bool) -> None:
        """Show a drawing, or only the bar above where it is shown as text."""
        self.bar.show_drawing(drawing)
        self.bar.set_as_text(as_text)
        self.foot.legend.show_drawing(drawing)
        self.bar.show()
        self.foot.setVisible(not as_text)
        self.canvas.setVisible(not as_text)
        self._text.setVisible(as_text)
        self.canvas.show_drawing(drawing, stay=stay)

    def hide(self) -> None:
        """Give way to a page."""
        for one in (self.bar, self.canvas, self.foot):
            one.hide()
        self._text.show()

    @property
    def is_hidden(self) -> bool:
        """Whether a page is in view."""
        return self.bar.isHidden()

    def set_text_size(self, points: float) -> None:
        """Write in that size."""
        self.canvas.set_text_size(points)
        self.foot.legend.set_text_size(points)

    def _zoom(self, by: int) -> None:
        if by:
            self.canvas.zoom_by(by)
        else:
            self.canvas.zoom_to(1.0)

    def _zoomed(self) -> None:
        drawing = self.canvas.drawing
        if drawing is not None:
            self.bar.set_zoom(self.canvas.zoom, drawing.most_zoom)
