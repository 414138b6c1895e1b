"""Breaking text into lines where it is painted by hand."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF

BY_WORDS = Qt.TextFlag.TextWordWrap.value
ANYWHERE = BY_WORDS | Qt.TextFlag.TextWrapAnywhere.value

_WIDEST = 4  # the widest word is among so many of the longest


def wrap_flags(metrics: QFontMetricsF, text: str, room: float) -> int:
    """Break lines between words and after hyphens; within words only where one is wider than the line."""
    if metrics.horizontalAdvance(text) <= room:
        return BY_WORDS
    longest = sorted(text.replace("-", "- ").split(), key=len)[-_WIDEST:]
    return ANYWHERE if any(metrics.horizontalAdvance(word) > room for word in longest) else BY_WORDS


def wrapped_size(metrics: QFontMetricsF, text: str, room: float) -> tuple[QSizeF, int]:
    """The size of a text broken into lines of some width, and the flags to paint it with."""
    flags = wrap_flags(metrics, text, room)
    return metrics.boundingRect(QRectF(0, 0, room, 99999), flags, text).size(), flags
