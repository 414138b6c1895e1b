"""A plain splitter of sentences for the tests of single stages."""

from __future__ import annotations

import re
from itertools import pairwise

from store.model import Span

_CUT = re.compile(r"(?<=[a-z\d)”\"][.!?])[\"”]?\s+(?=[\"“A-Z])|(?<=[a-z][.!?][”\"])\s+(?=[“\"A-Z])|\n\s*\n")


def sentences(text: str) -> list[Span]:
    """Spans of the sentences, roughly."""
    cuts = [0, *(match.end() for match in _CUT.finditer(text)), len(text)]
    return [Span(a, b) for a, b in pairwise(cuts) if a < b]
