"""A drawing as a screen reader goes through it: mark by mark, as many as are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

if TYPE_CHECKING:
    from gui.access import Spoken
    from gui.across.drawings.canvas import Canvas
    from gui.across.drawings.drawing import Mark


class Speaking:
    """What ``gui/access`` asks of a drawing."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas

    def count(self) -> int:
        """How many marks there are."""
        return len(self._canvas.drawing.marks) if self._canvas.drawing is not None else 0

    def part(self, number: int) -> Spoken:
        """A mark, in the words that are shown for it."""
        from gui.access import Spoken

        canvas, drawing = self._canvas, self._canvas.drawing
        assert drawing is not None
        mark = drawing.marks[number]
        corner = canvas.viewport().mapToGlobal(QPoint(0, 0))
        box = canvas.mapFromScene(mark.box).boundingRect().translated(corner)
        chosen = canvas.current is not None and canvas.current.key == mark.key
        return Spoken(drawing.told(mark), box, lambda: canvas.chosen.emit(mark, False), "link", chosen)

    def at(self, place: QPoint) -> int:
        """The mark at a place of the screen."""
        return self._number(self._canvas.mark_at(self._canvas.viewport().mapFromGlobal(place)))

    def current(self) -> int:
        """The mark with the keyboard."""
        return self._number(self._canvas.current)

    def _number(self, mark: Mark | None) -> int:
        drawing = self._canvas.drawing
        return drawing.number_of(mark) if drawing is not None and mark is not None else -1
