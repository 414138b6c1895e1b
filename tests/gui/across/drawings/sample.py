"""A drawing of nine fields, each of which opens articles."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from gui.across.drawings.drawing import Choice, Drawing, Look, Mark, Option
from store.across.page import Link, Page, Paragraph, Table, cell

ROWS = tuple((cell(f"field {n}"),) for n in range(9))
PAGE = Page("Nine fields", "3 by 3", (Paragraph(cell("All of them.")), Table("Fields", ("Field",), ROWS)))


def _sign(painter: QPainter, box: QRectF, look: Look) -> None:
    painter.setPen(look.colour("accent"))
    painter.drawRect(box)


class Fields(Drawing):
    """Three by three."""

    legend = ((_sign, "a field"),)

    def __init__(self, articles: tuple[int, ...] = (1,), title: str = "Nine fields") -> None:
        super().__init__(Page(title, PAGE.subtitle, PAGE.blocks))
        self._articles = articles
        self.choices = (
            Choice(
                "Rows",
                (
                    Option("One", Link("timeline", "one"), on=True),
                    Option("Two", Link("timeline", "two")),
                    Option("None", None),
                ),
            ),
        )

    def lay_out(self, room: QSizeF, zoom: float, look: Look) -> None:
        self.size = room * zoom
        wide, high = self.size.width() / 3, self.size.height() / 3
        self.marks = [
            Mark(
                f"{n}",
                QRectF(n % 3 * wide, n // 3 * high, wide, high).adjusted(10, 10, -10, -10),
                (*self._articles,),
                search="country:TR",
            )
            for n in range(9)
        ]

    def paint(self, painter: QPainter, exposed: QRectF, look: Look) -> None:
        painter.setPen(look.colour("accent"))
        for mark in self.marks:
            if mark.box.intersects(exposed):
                painter.drawRect(mark.box)

    def told(self, mark: Mark) -> str:
        return f"field {mark.key}"
