"""Where words stand on a line that runs both ways: what follows in the text may stand before it, or apart."""

from __future__ import annotations

import re
from unicodedata import bidirectional

from PySide6.QtGui import QTextLine

_TWO_UNITS = re.compile("[\U00010000-\U0010ffff]")
_RIGHTWARDS = frozenset({"L", "EN", "AN"})
_LEFTWARDS = frozenset({"R", "AL"})


def parts(line: QTextLine, text: str, first: int, last: int) -> list[tuple[float, float]]:
    """From where to where the letters ``first`` to ``last`` of a block stand, left to right.

    ``text`` is that of the block.
    """
    text = _TWO_UNITS.sub("\ufffc\ufffc", text)  # positions count units
    natural = line.naturalTextRect()  # without the blank it ends on, be that at the left
    end = line.textStart() + line.textLength()
    blank = 0.6 * line.ascent()  # one between the two directions belongs to neither
    made: list[tuple[float, float]] = []
    for low, high in sorted(_place(line, text, at, end) for at in range(first, last)):
        low, high = max(low, natural.left()), min(high, natural.right())
        if high <= low:
            continue
        if made and low <= made[-1][1] + blank:
            made[-1] = made[-1][0], max(made[-1][1], high)
        else:
            made.append((low, high))
    return made


def _place(line: QTextLine, text: str, at: int, end: int) -> tuple[float, float]:
    """From where to where one letter stands."""
    begins, ends = _x(line, at), _x(line, at, QTextLine.Edge.Trailing)
    if begins != ends or _way(text, at) is None:
        return min(begins, ends), max(begins, ends)
    # Qt gives the first letter of another direction no width: both its edges are where the one before ends.
    after = at + 1
    while after < end and _goes_on(text, at, after, end):
        after += 1
    natural = line.naturalTextRect()
    rightwards = _way(text, at) is _RIGHTWARDS
    far = _x(line, after) if after < end else natural.left() if rightwards else natural.right()
    near = _x(line, at + 1) if after > at + 1 else begins
    return min(far, near), max(far, near)


def _goes_on(text: str, at: int, after: int, end: int) -> bool:
    """Whether the direction of a letter still holds; what has none of its own is between two that have."""
    while after < end and _way(text, after) is None:
        after += 1
    return after < end and _way(text, after) is _way(text, at)


def _way(text: str, at: int) -> frozenset[str] | None:
    kind = bidirectional(text[at]) if at < len(text) else ""
    return next((way for way in (_RIGHTWARDS, _LEFTWARDS) if kind in way), None)


def _x(line: QTextLine, at: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    x: float = line.cursorToX(at, edge)[0]  # type: ignore[index]  # the stubs do not know it is a pair
    return x
