"""Offsets of an article against positions in the document that shows it.

An article counts code points and keeps every line end; ``QTextDocument`` counts UTF-16 units and knows
one kind of line end. ``TextMap`` makes the text a document is filled with and maps both ways, exactly.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from store.model import Span

# What is not one code point to one unit: CR LF is two to one, beyond the basic plane is one to two. Compiled
# when a text has such, as few have: compiling a class so wide takes a millisecond.
_UNEVEN = "\r\n|[\U00010000-\U0010ffff]"
# Qt uses the two non-characters inside for the ends of frames; lone surrogates are no text.
_STAND_INS = {0xFDD0: "\ufffd", 0xFDD1: "\ufffd", 0x2029: "\n", 0x0D: "\n"}
_LEFTWARDS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
_STRANGE = "[\ufdd0\ufdd1\u2029\r\ud800-\udfff]"


class TextMap:
    """The way between an article's text and the document that shows it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.shown = _shown(text)
        """What the document is filled with; as many UTF-16 units as the document has positions."""
        self._offsets = [0]  # code point offset from which the shift at the same place holds
        self._positions = [0]
        offset = position = 0
        for found in re.finditer(_UNEVEN, text) if _is_uneven(text) else ():
            width, units = (2, 1) if found[0] == "\r\n" else (1, 2)
            position += found.start() - offset + units
            offset = found.start() + width
            self._offsets.append(offset)
            self._positions.append(position)
        self._even = len(self._offsets) == 1  # as most texts are: positions are offsets
        self.length = position + len(text) - offset
        """UTF-16 units of what is shown."""

    @cached_property
    def both_ways(self) -> bool:
        """Whether some of the text is written from right to left."""
        return not self.text.isascii() and _LEFTWARDS.search(self.text) is not None

    def position(self, offset: int) -> int:
        """The document position of a code point offset; between CR and LF, that of the line end's start."""
        if self._even and 0 <= offset <= self.length:
            return offset
        offset = min(max(offset, 0), len(self.text))
        at = bisect_right(self._offsets, offset) - 1
        position = self._positions[at] + offset - self._offsets[at]
        if at + 1 < len(self._offsets):
            # inside an uneven stretch (only CR LF has an inside): its last unit is its first
            position = min(position, self._positions[at + 1] - 1)
        return position

    def offset(self, position: int) -> int:
        """The code point offset of a document position; inside a surrogate pair, that of its character."""
        position = min(max(position, 0), self.length)
        at = bisect_right(self._positions, position) - 1
        offset = self._offsets[at] + position - self._positions[at]
        if at + 1 < len(self._offsets):
            offset = min(offset, self._offsets[at + 1] - 1)
            if position < self._positions[at + 1] and self._splits_line_end(offset):
                offset -= 1
        return offset

    def positions(self, span: Span) -> tuple[int, int]:
        """Document positions of a span, widened to whole characters of the document."""
        if self._even and 0 <= span.start <= span.end <= self.length:
            return span.start, span.end
        start = self.position(span.start)
        end = self.position(span.end)
        return start, end + 1 if self._splits_line_end(span.end) else end

    def span(self, start: int, end: int) -> Span:
        """The span of two document positions, widened to whole characters of the text."""
        low, high = sorted((start, end))
        first, last = self.offset(low), self.offset(high)
        if self.position(last) != min(max(high, 0), self.length):
            last += 1
        return Span(first, last)

    def quote(self, span: Span) -> str:
        """The words of a span, exactly as they are in the article."""
        return self.text[span.start : span.end]

    def _splits_line_end(self, offset: int) -> bool:
        return 0 < offset < len(self.text) and self.text[offset - 1 : offset + 1] == "\r\n"


def _is_uneven(text: str) -> bool:
    """Whether something is not one code point to one unit: asked in a tenth of the time of looking for it."""
    return "\r\n" in text or len(text.encode("utf-16-le", "surrogatepass")) != 2 * len(text)


def _shown(text: str) -> str:
    if text.isascii() and "\r" not in text:
        return text
    text = text.replace("\r\n", "\n")
    if not _is_strange(text):
        return text
    return re.sub(_STRANGE, lambda found: _STAND_INS.get(ord(found[0]), "\ufffd"), text)


def _is_strange(text: str) -> bool:
    if any(chr(code) in text for code in _STAND_INS):
        return True
    try:
        text.encode()
    except UnicodeEncodeError:  # a lone surrogate
        return True
    return False
