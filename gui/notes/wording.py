"""Tags as typed, times as told. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, tzinfo

from gui.words import long_date
from store.model import Annotation

_APART = re.compile(r"[,;#\n\t]+")


def tags_of(typed: str) -> tuple[str, ...]:
    """Tags from what was typed: apart by commas, semicolons or #; each once, whatever its capitals."""
    found: dict[str, str] = {}
    for piece in _APART.split(typed):
        tag = " ".join(piece.split())
        if tag:
            found.setdefault(tag.casefold(), tag)
    return tuple(found.values())


def typed_of(tags: tuple[str, ...]) -> str:
    """Tags as they are typed."""
    return ", ".join(tags)


def told_time(utc: str, zone: tzinfo | None = None) -> str:
    """A time of the library (ISO 8601, UTC) in the person's own zone: "2 January 2026, 03:04"."""
    try:
        moment = datetime.fromisoformat(utc).astimezone(zone)
    except ValueError:
        return utc
    return f"{long_date(moment.date().isoformat())}, {moment:%H:%M}"


def copied(notes: Iterable[tuple[Annotation, str]]) -> str:
    """Notes with the headings of their articles, as Markdown: the words quoted, the note, tags and source."""
    return "\n\n---\n\n".join(_copied(note, heading) for note, heading in notes)


def _copied(note: Annotation, heading: str) -> str:
    quote = "\n".join(f"> {line}".rstrip() for line in note.anchor.exact.splitlines())
    tags = " ".join("#" + "_".join(tag.split()) for tag in note.tags)
    source = f"— {heading}" if heading else ""
    return "\n\n".join(part for part in (quote, note.note.strip(), tags, source) if part)


def shortened(text: str, most: int) -> str:
    """One line of at most so many characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
