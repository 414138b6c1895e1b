"""The words of a page that is too large or too deep to be laid out as a tree: read in one pass.

Such pages are broken or hostile. One pass over them takes time and memory in proportion to their bytes,
whatever their tags.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

TOO_DEEP = 200
"""Elements in one another; the tree of a page that was deeper loses what is farther down."""

_UNREAD = frozenset(
    "script style noscript template svg math iframe object embed applet audio video canvas map"
    " form select option button nav footer aside".split()
)
_BLOCKS = frozenset(
    "address article blockquote br center dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 header hr li main"
    " ol p pre section table td th tr ul".split()
)
_DATES = frozenset(("article:published_time", "date", "dc.date", "pubdate", "datepublished"))


@dataclass(frozen=True)
class Flat:
    """What one pass finds."""

    title: str
    text: str  # a line for each block, an empty one between two
    date: str  # as the page says it; empty where it does not
    depth: int  # of the elements in one another, at the most


def flatten(markup: str) -> Flat:
    """The words outside of scripts, forms, menus and the like, in their order."""
    # One encoding for all: the markup was decoded, whatever it says of itself.
    parser = etree.HTMLParser(target=_Words(), huge_tree=True, encoding="utf-8")
    try:
        parser.feed(markup.encode("utf-8", "replace"))
        found = parser.close()
    except etree.ParserError:  # nothing in it
        return Flat("", "", "", 0)
    assert isinstance(found, Flat)
    return found


class _Words:
    """Told of each tag and text in turn by the parser."""

    def __init__(self) -> None:
        self._unread = self._depth = self._deepest = 0
        self._in_title = False
        self._title: list[str] = []
        self._line: list[str] = []
        self._lines: list[str] = []
        self._date = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self._depth += 1
        self._deepest = max(self._deepest, self._depth)
        if tag in _UNREAD:
            self._unread += 1
        elif tag in _BLOCKS:
            self._break()
        elif tag == "title":
            self._in_title = True
        elif tag == "meta" and not self._date:
            name = attributes.get("property") or attributes.get("name") or ""
            self._date = attributes.get("content", "") if name.casefold() in _DATES else ""

    def end(self, tag: str) -> None:
        """An element ends."""
        self._depth -= 1
        if tag in _UNREAD:
            self._unread -= 1
        elif tag in _BLOCKS:
            self._break()
        elif tag == "title":
            self._in_title = False

    def data(self, text: str) -> None:
        """Text in an element."""
        if self._unread:
            return
        (self._title if self._in_title else self._line).append(text)

    def close(self) -> Flat:
        """The page has ended."""
        self._break()
        title = " ".join("".join(self._title).split())
        return Flat(title, "\n\n".join(self._lines), self._date, self._deepest)

    def _break(self) -> None:
        line = " ".join("".join(self._line).split())
        self._line.clear()
        if line:
            self._lines.append(line)
