"""Two articles side by side: sentence by sentence, word by word, and fact by fact.

What is compared is the same whichever article is named first: what one drops the other adds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from store.across.aligning import matches
from store.across.differences import Difference, Told, differences
from store.across.likeness import Change, changes
from store.across.novelty import SentenceTold
from store.across.sentences import Sentence, sentences_of
from store.model import Span


class Kind(StrEnum):
    """What a sentence of one article is to the other."""

    SAME = "same"
    NAMES = "names"  # but for names, ranks, posts, dates, numbers
    CHANGED = "changed"
    ADDED = "added"  # only the second article has it
    DROPPED = "dropped"  # only the first


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence of each article; of what only one has, one is missing."""

    kind: Kind
    first: Span | None
    second: Span | None
    likeness: float = 0.0
    moved: bool = False  # it stands elsewhere in the other article
    changes: tuple[Change, ...] = ()
    standing: SentenceTold | None = None  # where the later article has a standing formula


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles, and all in which they differ."""

    first: Told
    second: Told
    sentences: tuple[Pair, ...]  # in the order of the second article, with what is dropped in its place
    facts: tuple[Difference, ...]

    def of_kind(self, *kinds: Kind) -> tuple[Pair, ...]:
        """The sentences of some kinds."""
        return tuple(pair for pair in self.sentences if pair.kind in kinds)

    @property
    def differs(self) -> bool:
        """Whether there is anything that one says otherwise than the other."""
        return bool(self.facts) or any(pair.kind is not Kind.SAME or pair.moved for pair in self.sentences)


def compare(first: Told, second: Told) -> Comparison:
    """What ``second`` says otherwise than ``first``."""
    if (first.text, first.article) > (second.text, second.article):
        turned = compare(second, first)
        pairs = [_turned(pair) for pair in turned.sentences]
        facts = tuple(replace(one, first=one.second, second=one.first) for one in turned.facts)
        return Comparison(first, second, tuple(_in_order(pairs)), facts)
    one, other = sentences_of(first.text, first.reading), sentences_of(second.text, second.reading)
    return Comparison(
        first, second, tuple(_in_order(list(_pairs(one, other)))), tuple(differences(first, second))
    )


def _pairs(one: Sequence[Sentence], other: Sequence[Sentence]) -> Iterator[Pair]:
    found = matches(one, other)
    for match in found:
        mine, theirs = one[match.first], other[match.second]
        told = changes(mine, theirs)
        kind = Kind.SAME if not told else Kind.NAMES if all(c.names for c in told) else Kind.CHANGED
        yield Pair(kind, mine.span, theirs.span, match.likeness, match.moved, told)
    firsts, seconds = {match.first for match in found}, {match.second for match in found}
    yield from (Pair(Kind.DROPPED, it.span, None) for place, it in enumerate(one) if place not in firsts)
    yield from (Pair(Kind.ADDED, None, it.span) for place, it in enumerate(other) if place not in seconds)


def _turned(pair: Pair) -> Pair:
    kind = {Kind.ADDED: Kind.DROPPED, Kind.DROPPED: Kind.ADDED}.get(pair.kind, pair.kind)
    told = tuple(Change(one.second, one.first, one.names) for one in pair.changes)
    return replace(pair, kind=kind, first=pair.second, second=pair.first, changes=told)


def _in_order(pairs: list[Pair]) -> Iterator[Pair]:
    """By the second article; what is dropped comes after what it followed in the first."""
    dropped = sorted((pair for pair in pairs if pair.second is None), key=lambda pair: pair.first or (0, 0))
    kept = sorted((pair for pair in pairs if pair.second is not None), key=lambda pair: pair.second or (0, 0))
    for pair in kept:
        if pair.first is not None and not pair.moved:
            while dropped and dropped[0].first < pair.first:  # type: ignore[operator]
                yield dropped.pop(0)
        yield pair
    yield from dropped
