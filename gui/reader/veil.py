"""The veil over what is not in focus: the ground of the page laid over the words, with holes in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from gui.reader.layers import Layers
from gui.reader.painting import Line

UNDER = 0.78
"""How much of grounds and strokes the veil takes away."""

OVER = {"light": 0.36, "dark": 0.43}
"""How much of the words it takes away; as much as leaves them legible (4.5:1)."""


def veil(area: QRectF, lines: Iterable[Line], bright: Sequence[Layers], scale: float) -> QPainterPath:
    """What of an area of the page is dimmed: all of it but the words on which something bright lies."""
    path = QPainterPath()  # filled by the odd-even rule: what is in it twice is a hole
    path.addRect(area)
    for line in lines:
        for start, end in _bright(line, bright):
            for words in line.boxes(start, end):
                box = words.adjusted(-2.5, -1.0, 2.5, 8.5 * scale).intersected(area)
                if not box.isEmpty():
                    path.addRoundedRect(box, 3, 3)
    return path


def _bright(line: Line, bright: Sequence[Layers]) -> list[tuple[int, int]]:
    found = sorted(
        (max(one.start, line.start), min(one.end, line.end))
        for layers in bright
        for one in layers.on(line.start, line.end)
    )
    made: list[tuple[int, int]] = []
    for start, end in found:
        if made and start <= made[-1][1] + 1:  # across a blank as well, or two holes would overlap
            made[-1] = made[-1][0], max(made[-1][1], end)
        else:
            made.append((start, end))
    return made
