"""The facts as a screen reader goes through them: headings, titles and values, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from gui.facts.layout import Cell, Part

if TYPE_CHECKING:
    from gui.access import Spoken
    from gui.facts.canvas import FactsCanvas


class Speaking:
    """What ``gui/access`` asks of the painted facts."""

    def __init__(self, canvas: FactsCanvas) -> None:
        self._canvas = canvas
        self.cells: list[Cell] = []

    def arranged(self) -> None:
        """The cells stand elsewhere, or are others. A label is told with its value."""
        self.cells = [cell for cell in self._canvas.cells if cell.live or cell.part is not Part.LABEL]

    def count(self) -> int:
        """How many there are."""
        return len(self.cells)

    def part(self, number: int) -> Spoken:
        """A heading, a title or a value."""
        from gui.access import Spoken
        from gui.facts.canvas import spoken

        canvas, cell = self._canvas, self.cells[number]
        corner = canvas.viewport().mapToGlobal(QPoint(0, -canvas.verticalScrollBar().value()))
        box = cell.box.toAlignedRect().translated(corner)
        if not cell.live:
            is_head = cell.part in (Part.HEADING, Part.TITLE)
            told = " ".join((spoken(cell) or cell.text).split())
            return Spoken(told, box, role="heading" if is_head else "item")
        chosen = canvas.chosen is not None and cell.value is not None and cell.value.fact == canvas.chosen
        return Spoken(
            spoken(cell), box, lambda: canvas.activated.emit(cell.value), "button", is_chosen=chosen
        )

    def at(self, place: QPoint) -> int:
        """The part at a place of the screen."""
        return next((n for n in range(len(self.cells)) if self.part(n).box.contains(place)), -1)

    def current(self) -> int:
        """The part that has the keyboard."""
        here = self._canvas.current
        return next((n for n, cell in enumerate(self.cells) if cell is here), -1) if here is not None else -1
