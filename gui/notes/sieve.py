"""Which notes are listed, and in what order. Pure."""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from gui.reader.looks import COLOURS
from store.folding import fold
from store.model import Annotation, MarkStyle, NoteRow

PLACE, NEWEST, OLDEST, ARTICLE = "place", "newest", "oldest", "article"

ORDERS = {
    PLACE: "Place in the text",
    NEWEST: "Newest first",
    OLDEST: "Oldest first",
    ARTICLE: "By article",
}
"""The orders as the window calls them. Those of one article are never put in order by article."""

WRITTEN, WHOLE, LOST = "written", "whole", "lost"

KINDS = {
    WRITTEN: "With a note written",
    WHOLE: "On a whole article",
    LOST: "Without a place",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A note of the list, all that is searched in it, folded, and by what it is put in order."""

    annotation: Annotation
    heading: str  # of its article, "" where that is the open one
    folded: str
    place: tuple[bool, int, int, int]  # among those of its article
    article: tuple[int, int]  # among all: articles of later days first
    moment: tuple[int, int]  # when it was changed


def entry(row: NoteRow) -> Entry:
    """A line of the list of all notes."""
    return _entry(row.annotation, row.heading, row.date or "")


def entry_of(annotation: Annotation) -> Entry:
    """A note of the open article."""
    return _entry(annotation, "", "")


def _entry(note: Annotation, heading: str, date: str) -> Entry:
    folded = fold("\n".join((note.anchor.exact, note.note, *note.tags, heading)))
    place = (note.orphan, *note.anchor.span, note.id)
    article = (-_number(date), -note.article_id)
    return Entry(note, heading, folded, place, article, (_number(note.changed_at), note.id))


def _number(moment: str) -> int:
    """A date or a time as a number that grows with it."""
    return int("".join(filter(str.isdigit, moment)) or "0")


@dataclass(frozen=True, slots=True)
class Sieve:
    """What a note must be to be listed; all empty lists every one. Of colours, shapes, tags any will do."""

    colours: frozenset[str] = frozenset()
    styles: frozenset[MarkStyle] = frozenset()
    tags: frozenset[str] = frozenset()  # with capitals and small letters alike
    kinds: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()  # folded

    def searching(self, typed: str) -> Sieve:
        """The same with other words, as they were typed."""
        return replace(self, words=tuple(fold(typed).split()))

    def keeps(self, one: Entry) -> bool:
        """Whether a note goes through."""
        note = one.annotation
        return (
            (not self.colours or _known(note.colour) in self.colours)
            and (not self.styles or (note.style in self.styles and not note.whole))
            and (not self.tags or any(tag.casefold() in self.tags for tag in note.tags))
            and all(_is(kind, note) for kind in self.kinds)
            and all(word in one.folded for word in self.words)
        )


def _is(kind: str, note: Annotation) -> bool:
    if kind == WRITTEN:
        return bool(note.note)
    return note.whole if kind == WHOLE else note.orphan


def _known(colour: str) -> str:
    return colour if colour in COLOURS else COLOURS[0]


def _by_article(one: Entry) -> tuple[object, ...]:
    return *one.article, *one.place


def _newest(one: Entry) -> tuple[object, ...]:
    return -one.moment[0], -one.moment[1]


_KEYS: dict[str, Callable[[Entry], tuple[Any, ...]]] = {
    PLACE: lambda one: one.place,
    NEWEST: _newest,
    OLDEST: lambda one: one.moment,
    ARTICLE: _by_article,
}


def ordered(entries: Iterable[Entry], order: str) -> list[Entry]:
    """All of them, in order."""
    return sorted(entries, key=_KEYS[order])


def put_in(entries: list[Entry], new: Iterable[Entry], order: str) -> None:
    """Put some, few, where they belong among those that are in order."""
    for one in new:
        insort(entries, one, key=_KEYS[order])


def sieved(entries: Iterable[Entry], sieve: Sieve, stay: Collection[int] = frozenset()) -> list[Entry]:
    """Those that go through, and those that ``stay`` since they are being written."""
    if sieve == Sieve():
        return list(entries)
    return [one for one in entries if sieve.keeps(one) or one.annotation.id in stay]


def counted_tags(entries: Iterable[Entry]) -> list[tuple[str, int]]:
    """The tags that notes carry and how many do, the most frequent first."""
    names: dict[str, str] = {}
    count: Counter[str] = Counter()
    for one in entries:
        for tag in one.annotation.tags:
            key = tag.casefold()
            names.setdefault(key, tag)
            count[key] += 1
    return [(names[key], many) for key, many in sorted(count.items(), key=lambda it: (-it[1], it[0]))]


def told(sieve: Sieve, names: Iterable[str]) -> str:
    """What is chosen, in words: ``Yellow, Boxed, #visit``; ``names`` are the tags as they are written."""
    from gui.reader.selectionbar import STYLE_NAMES

    parts = [colour.capitalize() for colour in COLOURS if colour in sieve.colours]
    parts += [STYLE_NAMES[style] for style in MarkStyle if style in sieve.styles]
    parts += [KINDS[kind] for kind in KINDS if kind in sieve.kinds]
    parts += [f"#{name}" for name in names if name.casefold() in sieve.tags]
    return ", ".join(parts)
