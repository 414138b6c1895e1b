"""Which notes are listed, and in what order. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

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
    LOST: "Without their words",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A note of the list, and all that is searched in it, folded."""

    annotation: Annotation
    heading: str = ""  # of its article, "" where that is the open one
    date: str = ""
    folded: str = ""


def entry(row: NoteRow) -> Entry:
    """A line of the list of all notes."""
    return Entry(row.annotation, row.heading, row.date or "", _folded(row.annotation, row.heading))


def entry_of(annotation: Annotation) -> Entry:
    """A note of the open article."""
    return Entry(annotation, folded=_folded(annotation, ""))


def _folded(note: Annotation, heading: str) -> str:
    return fold("\n".join((note.anchor.exact, note.note, *note.tags, heading)))


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


def listed(
    entries: Iterable[Entry], sieve: Sieve, order: str, stay: Collection[int] = frozenset()
) -> list[Entry]:
    """Those that go through, and those that ``stay`` since they are being written, in order."""
    kept = [one for one in entries if one.annotation.id in stay or sieve.keeps(one)]
    if order in (NEWEST, OLDEST):
        kept.sort(key=lambda one: (one.annotation.changed_at, one.annotation.id), reverse=order == NEWEST)
        return kept
    kept.sort(key=_place)
    if order == ARTICLE:
        kept.sort(key=lambda one: (one.date, one.annotation.article_id), reverse=True)
    return kept


def _place(one: Entry) -> tuple[object, ...]:
    note = one.annotation
    return note.orphan, note.anchor.span, note.id


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
