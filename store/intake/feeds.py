"""Saved feeds, RSS and Atom: each entry is an article. The bytes alone are looked at, no address in them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any

from store.errors import IntakeError
from store.intake.decoding import decode
from store.intake.pages import text_of
from store.intake.pieces import Format, Piece, Raw
from store.model import Article, Refusal

_OPENS = re.compile(rb"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)


def _claims(raw: Raw) -> bool:
    head = raw.data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"<") and _OPENS.search(head) is not None and b"<html" not in head.lower()


def read(raw: Raw) -> Iterator[Piece | Refusal]:
    """The entries, in the order of the feed."""
    import feedparser  # slow to import

    decoded = decode(raw.data, raw.name, raw.encoding, markup=True)
    # Given as UTF-8, so that what it declares of itself is no longer asked.
    declared = re.sub(r"\A(\s*<\?xml[^>]*?)\s+encoding\s*=\s*[\"'][^\"']*[\"']", r"\1", decoded.text, count=1)
    feed: Any = feedparser.parse(
        declared.encode("utf-8", "replace"), sanitize_html=True, resolve_relative_uris=False
    )
    if not feed.entries:
        raise IntakeError(f"{raw.name} is a feed without entries.")
    for number, entry in enumerate(feed.entries, 1):
        part = str(entry.get("id") or entry.get("link") or f"#{number}")
        text = _text(entry)
        if text:
            key = f"{raw.key}-{number}"
            yield Piece(Article(key, text, _day(entry)), decoded.encoding, decoded.guessed, part)
        else:
            yield Refusal(f"{raw.name}, entry {number}", f"Entry {number} of {raw.name} has no text.")


def _text(entry: Any) -> str:
    bodies = [content.get("value", "") for content in entry.get("content", [])]
    bodies.append(entry.get("summary", ""))
    body = max((text_of(markup) for markup in bodies), key=len)
    title = " ".join(text_of(entry.get("title", "")).split())
    return f"{title}\n\n{body}" if title and not body.startswith(title) else body


def _day(entry: Any) -> str | None:
    """The day as it was where the entry was published."""
    from dateutil import parser

    for name in ("published", "updated"):
        said, known = entry.get(name), entry.get(f"{name}_parsed")
        if said:
            try:
                return str(parser.parse(said).date().isoformat())
            except (ValueError, OverflowError):
                pass
        if known:
            return datetime.date(*known[:3]).isoformat()
    return None


FEED = Format("feed", (".rss", ".atom", ".xml"), _claims, read)
