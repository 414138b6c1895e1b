"""Plain text: all of it is the article, but for a first `` date YYYY-MM-DD `` of a seed."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from store.intake.decoding import decode
from store.intake.pieces import Format, Piece, Raw
from store.model import Article

_OTHERS = (".xml", ".rss", ".atom", ".json", ".jsonl", ".ndjson", ".pdf", ".eml")  # not what they are named
_HEADER = re.compile(r"\A\s*date (\d{4}-\d{2}-\d{2})(?:\r\n|\s)")
_HEADER_BYTES = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*date \d{4}-\d{2}-\d{2}\s")


def article(key: str, text: str) -> Article:
    """The article in ``text``; a header with a date of the calendar is taken off, nothing else is changed."""
    found = _HEADER.match(text)
    if found is None or not _is_day(found[1]):
        return Article(key, text)
    return Article(key, text[found.end() :], found[1])


def _is_day(date: str) -> bool:
    try:
        datetime.date.fromisoformat(date)
    except ValueError:
        return False
    return True


def read(raw: Raw) -> Iterator[Piece]:
    """The one article of the file."""
    decoded = decode(raw.data, raw.name, raw.encoding)
    yield Piece(article(raw.key, decoded.text), decoded.encoding, decoded.guessed)


def _has_header(raw: Raw) -> bool:
    found = _HEADER_BYTES.match(raw.data[:200])
    return found is not None and _is_day(found[0].split(b"date ")[1].strip().decode("ascii"))


SEED = Format("seed", (".txt",), _has_header, read)
TEXT = Format("text", (".txt", ".text", ".md"), lambda raw: raw.suffix not in _OTHERS, read)
