"""JSON Lines: each line an object with the text of an article; and arrays of such objects.

``text`` (or ``body``, ``content``, ``maintext``) is the article; ``title`` goes before it; ``date`` (or
``published`` ...) is its day; ``id`` (or ``key``, ``url``) names it.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from store.errors import IntakeError
from store.intake.decoding import decode
from store.intake.pieces import Format, Piece, Raw
from store.model import Article, Refusal

_TEXT = ("text", "body", "content", "maintext", "article")
_TITLE = ("title", "headline")
_DATE = ("published", "date", "date_publish", "published_at", "publishedAt", "date_published", "pubDate")
_NAME = ("id", "key", "url", "link")
_LINE_END = re.compile(r"\r\n|\r|\n")


def _claims(raw: Raw) -> bool:
    head = raw.data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    return raw.suffix in (".jsonl", ".ndjson") or (raw.suffix == ".json" and head[:1] in (b"{", b"["))


def read(raw: Raw) -> Iterator[Piece | Refusal]:
    """An article for each object, in order."""
    decoded = decode(raw.data, raw.name, raw.encoding)
    found = 0
    for where, entry in _entries(decoded.text, raw.name):
        found += 1
        if isinstance(entry, Refusal):
            yield entry
            continue
        text = _first(entry, _TEXT)
        if text is None:
            yield Refusal(f"{raw.name}, {where}", f"{raw.name}, {where}: there is no text in it.")
            continue
        title = " ".join((_first(entry, _TITLE) or "").split())
        if title and not text.lstrip().startswith(title):
            text = f"{title}\n\n{text}"
        name = _first(entry, _NAME)
        key = name if name is not None and len(name) <= 80 and "/" not in name else f"{raw.key}-{found}"
        yield Piece(
            Article(key, text, _day(_first(entry, _DATE))),
            decoded.encoding,
            decoded.guessed,
            name or f"#{found}",
        )
    if not found:
        raise IntakeError(f"{raw.name} holds no articles.")


def _entries(text: str, name: str) -> Iterator[tuple[str, dict[str, Any] | Refusal]]:
    if text.lstrip()[:1] == "[":
        try:
            rows: Iterable[Any] = json.loads(text)
        except (ValueError, RecursionError) as fault:
            raise IntakeError(f"{name} is no JSON: {fault}.") from fault
        for number, row in enumerate(rows, 1):
            yield _entry(row, f"entry {number}", name)
        return
    lines = _LINE_END.split(text)  # not splitlines: U+2028 and its like may stand in a string
    if _is_one(text):
        lines = [text]
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield _entry(json.loads(line), f"line {number}", name)
            except (ValueError, RecursionError) as fault:
                where = f"{name}, line {number}"
                yield f"line {number}", Refusal(where, f"{where} is no JSON: {fault}.")


def _is_one(text: str) -> bool:
    """Whether it is one object written over several lines."""
    if text.lstrip().partition("\n")[0].strip() != "{":
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _entry(row: Any, where: str, name: str) -> tuple[str, dict[str, Any] | Refusal]:
    if isinstance(row, dict):
        return where, row
    return where, Refusal(f"{name}, {where}", f"{name}, {where}: it is no object.")


def _first(entry: dict[str, Any], names: Iterable[str]) -> str | None:
    for name in names:
        value = entry.get(name)
        if isinstance(value, str) and value.strip():
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
    return None


def _day(said: str | None) -> str | None:
    if said is None:
        return None
    try:
        return datetime.date.fromisoformat(said[:10]).isoformat()
    except ValueError:
        from dateutil import parser

        try:
            return str(parser.parse(said).date().isoformat())
        except (ValueError, OverflowError):
            return None


JSON_LINES = Format("json-lines", (".jsonl", ".ndjson"), _claims, read)
