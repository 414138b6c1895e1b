"""Sources without a name that an article rests on: ``diplomatic sources told X``."""

from __future__ import annotations

import re
from functools import cache

from store.model import Span
from store.reading.origin.page import Page
from store.reading.origin.values import Read
from store.reading.origin.words import UPPER, source_words

_EARLY = 3  # paragraphs in which such a source speaks for the article


def find_unnamed_source(page: Page) -> Read | None:
    """The sources cited in the first paragraphs by what they are, or None."""
    if page.text.find("source") < 0:
        return None
    for block in page.telling[:_EARLY]:
        if page.text.find("source", block.start, block.end) < 0:
            continue
        for match in _sources().finditer(page.text, block.start, block.end):
            if match["before"] or _SAYS.match(page.text, match.end(), block.end):
                span = Span(*match.span("name"))
                return Read(" ".join(match["name"].split()), span, "attribution.sources")
    return None


_NAME = rf"[{UPPER}][\w’'-]+"
_PLACE = rf"\s+(?:in|at|within|from|close to)\s+(?:the\s+)?{_NAME}(?:\s+(?:of\s+)?{_NAME}){{0,4}}"
_SAYS = re.compile(
    r",?\s+(?:(?:have|has|had|also)\s+)?(?:said|say|says|told|tell|tells|reported|report|informed|inform|confirmed"
    r"|confirm|stated|revealed|disclosed|noted|added|announced)\b"
)


@cache
def _sources() -> re.Pattern[str]:
    return re.compile(
        r"(?P<before>\b(?:according to|citing|quoting|informed by|from|by)\s+)?"
        r"(?:\b(?:an?|the|some|several)\s+)?"
        rf"(?P<name>\b(?:senior\s+|well-)?(?:{source_words().unnamed})\s+sources?(?:{_PLACE})?"
        rf"|\bsources?{_PLACE})"
    )
