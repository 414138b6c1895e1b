"""Texts with the header `` date YYYY-MM-DD ``: the header is taken off, nothing else is changed."""

from __future__ import annotations

import datetime
import re

from store.model import Article

SUFFIXES = (".txt",)
_HEADER = re.compile(r"\A\s*date (\d{4}-\d{2}-\d{2}) ")


def claims(text: str) -> bool:
    """Whether ``text`` begins with the header, and its date is in the calendar."""
    found = _HEADER.match(text)
    if found is None:
        return False
    try:
        datetime.date.fromisoformat(found[1])
    except ValueError:
        return False
    return True


def read(key: str, text: str) -> Article:
    """The article under the header; ``text`` must be claimed."""
    found = _HEADER.match(text)
    if found is None:
        raise ValueError("the text has no header")
    return Article(key, text[found.end() :], found[1])
