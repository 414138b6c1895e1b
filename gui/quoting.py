"""Words of an article with what stands around them, in one line."""

from __future__ import annotations

import re

from store.model import Span

_CUT_BEFORE, _CUT_AFTER = re.compile(r"^\S+\s"), re.compile(r"\s\S+$")


def around(text: str, span: Span, letters: int) -> tuple[str, str]:
    """What stands before and after some words.

    At most so many letters, of whole words where there are any, with … where the text goes on.
    """
    start, end = max(0, span.start - letters), span.end + letters
    before, after = text[start : span.start], text[span.end : end]
    if start and not text[start - 1].isspace():
        before = _CUT_BEFORE.sub(" ", before, count=1)
    if end < len(text) and not text[end].isspace():
        after = _CUT_AFTER.sub(" ", after, count=1)
    before, after = (re.sub(r"\s+", " ", words) for words in (before, after))
    before = "…" + before.lstrip() if start else before.lstrip()
    return before, after.rstrip() + "…" if end < len(text) else after.rstrip()
