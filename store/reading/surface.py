"""A readable surface of an article: soft hyphens, broken lines and garbled letters mended, with a way back.

The grammar works on ``Surface.text``; every span it finds is carried back to the article as it is
with :meth:`Surface.original`. Nothing of the article itself is changed.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import dataclass

from store.model import Span
from store.reading.capitals import written_small

# A UTF-8 lead byte and its continuation bytes, each read as one Windows-1252 (or Latin-1) character.
_TAIL = (
    r"[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2022\u2026\u2030"
    r"\u2039\u203a\u20ac\u2122]"
)
_GARBLED = rf"(?:[\u00c2-\u00df]{_TAIL}|[\u00e0-\u00ef]{_TAIL}{{2}}|[\u00f0-\u00f4]{_TAIL}{{3}})"
_MEND = re.compile(
    r"(?P<garbled>" + _GARBLED + r")"
    r"|(?P<zero>[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e]|\*\*"
    r"|\[(?=[^\[\]\n]{1,200}\]\((?:https?:/)?/)|\]\((?:https?:/)?/[^()\s]{0,300}\)"  # a link's marks
    r"|(?<=[\w.,”])\[\d{1,3}\]"  # the number of a note
    r"|(?<![\w*])\*(?=\w)|(?<=[\w.,])\*(?!\*)|(?<!\w)_(?=[^\W_])|(?<=[^\W_])_(?!\w))"  # words set apart
    r"|(?P<broken>(?<=[^\W\d_])-[ \t]*\r?\n[ \t]*(?=[^\W\d_]))"
    r"|(?P<column>(?<=[\w)\]”\"’.;])(?:\t+| {4,})(?=[\w(\[“\"]))"
    r"|(?P<blank>[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t])"
    r"|(?P<tag></?(?:br|p|div|span|b|i|u|strong|em|a|h[1-6]|li|ul|ol|font|img|table|tr|td|blockquote)\b[^<>]{0,300}>)"
    r"|(?P<entity>&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});)"
    r"|(?P<line>\r\n?)"
)
_SIGNS = r"\u00ad\u00a0\u1680\u2000-\u200f\u202a-\u202f\u205f\u2060\u3000\ufeff\t\r&<"
_SUSPECT = re.compile(
    rf"[{_SIGNS}*_\[\]\-\u00c2-\u00f4]|(?<=[^\s]) {{4}}"
)  # all that can begin a piece to mend
_MENDABLE = re.compile(
    rf"[{_SIGNS}*_\[\]\-\u00c2-\u00f4](?:(?<=[{_SIGNS}*_\[\]])|(?<=-)[ \t]*\n"
    rf"|(?<=[\u00c2-\u00df]){_TAIL}|(?<=[\u00e0-\u00ef]){_TAIL}{{2}}|(?<=[\u00f0-\u00f4]){_TAIL}{{3}})"
)
_INLINE = re.compile(r"</?(?:span|b|i|u|strong|em|a|font)\b")
_WINDOWS_1252 = {
    char: byte for byte in range(0x80, 0xA0) if (char := bytes([byte]).decode("cp1252", errors="ignore"))
}


@dataclass(frozen=True, slots=True)
class Surface:
    """The mended text and the places where it departs from the article (code points both)."""

    text: str
    _places: tuple[int, ...] = ()  # in ``text``, ascending: where a piece begins
    _origins: tuple[int, ...] = ()  # in the article: where that piece begins
    _widths: tuple[int, ...] = ()  # in the article: width of a replaced piece, 0 for a copied one

    @property
    def mended(self) -> bool:
        """Whether the text departs from the article at all."""
        return bool(self._places)

    def original(self, start: int, end: int) -> Span:
        """The span of the article that the surface span ``[start, end)`` was made from."""
        if not self._places:
            return Span(start, end)
        return Span(self._origin(start)[0], self._origin(max(start, end - 1))[1])

    def _origin(self, place: int) -> tuple[int, int]:
        at = bisect_right(self._places, place) - 1
        if self._widths[at]:
            return self._origins[at], self._origins[at] + self._widths[at]
        start = self._origins[at] + place - self._places[at]
        return start, start + 1


def make_surface(text_as_it_came: str) -> Surface:
    """Mend a text for reading; a clean text is its own surface."""
    text = written_small(text_as_it_came)
    if "    " not in text and not _MENDABLE.search(text):
        return Surface(text)
    out: list[str] = []
    places: list[int] = []
    origins: list[int] = []
    widths: list[int] = []
    length = last = 0

    def add(piece: str, origin: int, width: int) -> None:
        nonlocal length
        if piece:
            places.append(length)
            origins.append(origin)
            widths.append(width)
            out.append(piece)
            length += len(piece)

    done = 0
    for suspect in _SUSPECT.finditer(text):
        if suspect.start() < done or (match := _MEND.match(text, suspect.start())) is None:
            continue
        done = match.end()
        replacement = _mended(match, text)
        if replacement is None:
            continue
        start, end = match.span()
        add(text[last:start], last, 0)
        add(replacement, start, end - start)
        last = end
    if not last:
        return Surface(text)
    add(text[last:], last, 0)
    return Surface("".join(out), tuple(places), tuple(origins), tuple(widths))


def _mended(match: re.Match[str], text: str) -> str | None:
    """What stands for the match on the surface, or None to leave it."""
    kind, piece = match.lastgroup, match.group()
    if kind == "garbled":
        return _ungarbled(piece)
    if kind == "zero":
        return ""
    if kind == "broken":
        return "" if text[match.end()].islower() else "-"
    if kind == "entity":
        char = html.unescape(piece)
        return (" " if char.isspace() else char) if char != piece else None
    if kind == "tag":
        return "" if _INLINE.match(piece) else "\n"
    if kind == "column":
        return "|"  # a name never runs from one column into the next
    return "\n" if kind == "line" else " "


def _ungarbled(piece: str) -> str | None:
    """UTF-8 that was read as Windows-1252, decoded as it was meant, or None."""
    try:
        return bytes(_WINDOWS_1252.get(char, ord(char)) for char in piece).decode("utf-8")
    except (UnicodeDecodeError, ValueError):
        return None
