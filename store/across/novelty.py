"""What an article says that no earlier one did, and what in it is said again and again.

Each sentence is one of four things: new; a standing formula, in many earlier articles; nearly one of an
earlier article, with a few words changed; or just one. Names, ranks, posts, dates and numbers do not count:
a formula with other names is one. Within a sentence, words that no earlier article has together are new.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from store.across.earlier import Earlier
from store.across.likeness import changes, likeness
from store.across.proper import names_in
from store.across.sentences import LITTLE, Sentence, sentences_of, spans_in_order
from store.database.across_text import Found
from store.model import Reading, Span

ALIKE = 0.6
"""From here on a sentence is another one with some words changed."""

FORMULA = 3
"""A sentence of so many earlier articles is a standing formula; or of two, where they are most of them."""

SENTENCES_AT_MOST = 400
"""Of a longer article the rest is not looked at: each sentence takes some milliseconds."""

AT_MOST = 300
"""So many articles with a formula are counted."""

_TOGETHER = 3  # words that stand together somewhere else are not new
_SOUGHT = 6  # stretches of a sentence by which others like it are sought
_NEWEST = 40  # articles that have one of them
_LOOKED_AT = 8  # articles in which a sentence like it is looked for
_COUNTED_BY = 5  # stretches that sentences like it have
_MOST = 0.6  # of which an article has, to be counted
_FEWEST = 4  # words besides names of a sentence that others are sought for
_OLD_SHARE = 0.4  # of the words of such a sentence stand together somewhere else
_PHRASE = 5  # words of a phrase that may be standing


class Kind(StrEnum):
    """What a sentence is to the earlier articles."""

    NEW = "new"
    CHANGED = "changed"  # like one of an earlier article, with other words in places
    REPEATED = "repeated"  # as in an earlier article, but for names
    FORMULA = "formula"  # in many of them
    NAMES = "names"  # little but names and dates, which are not compared


@dataclass(frozen=True, slots=True)
class Before:
    """Where an earlier article says it."""

    article: int
    key: str
    date: str | None
    heading: str
    span: Span | None = None  # the sentence there, where it was looked at
    text: str = ""  # of it


@dataclass(frozen=True, slots=True)
class Changed:
    """Words that are otherwise than in the earlier sentence; either side may be empty."""

    span: Span | None
    was: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words on end that many earlier articles have."""

    span: Span
    count: int
    more: bool  # than were counted
    since: Before | None


@dataclass(frozen=True, slots=True)
class SentenceTold:
    """One sentence, and what the earlier articles have of it."""

    span: Span
    kind: Kind
    fresh: tuple[Span, ...] = ()  # words that no earlier article has together
    count: int = 0  # earlier articles with a sentence like it
    more: bool = False  # than were counted
    since: Before | None = None  # the oldest that was found
    nearest: Before | None = None  # the one most like it
    likeness: float = 0.0
    other_names: bool = False  # than in the nearest
    changed: tuple[Changed, ...] = ()  # against the nearest
    phrases: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Novelty:
    """What is new in an article, against the earlier ones of a scope."""

    article: int
    key: str
    date: str | None
    heading: str
    scope: str  # "all", "series", "pair"
    against: str  # the scope in words
    earlier: int  # articles that it was compared with
    beyond: int  # older ones of the scope, which it was not
    sentences: tuple[SentenceTold, ...]
    names: tuple[Span, ...]  # proper names that no earlier article has, people's apart
    passed_over: int = 0  # sentences at the end of a very long article that were not looked at
    apart: int = 0  # other reports of its own meetings, which do not count as earlier

    def of_kind(self, *kinds: Kind) -> tuple[SentenceTold, ...]:
        """The sentences of some kinds."""
        return tuple(one for one in self.sentences if one.kind in kinds)


Cancelled = Callable[[], bool]


def never() -> bool:
    """Nobody cancels."""
    return False


def told(
    text: str, reading: Reading, earlier: Earlier, cancelled: Cancelled = never
) -> tuple[tuple[SentenceTold, ...], tuple[Span, ...], int]:
    """The sentences of an article, the proper names in it that are new, and how many were not looked at.

    ``cancelled`` is asked before each sentence; the rest is then not looked at, either.
    """
    every = sentences_of(text, reading)
    sentences: list[SentenceTold] = []
    names: list[Span] = []
    for one in every[:SENTENCES_AT_MOST]:
        if cancelled():
            break
        new = (
            [name for name in names_in(text, one) if not earlier.has(one.said(*name))]
            if earlier.total
            else []
        )
        sentences.append(_told(one, earlier, new))
        names += [one.stretch(*name) for name in new]
    return tuple(sentences), tuple(names), len(every) - len(sentences)


def _told(sentence: Sentence, earlier: Earlier, names: Sequence[tuple[int, int]]) -> SentenceTold:
    if not earlier.total:
        return SentenceTold(sentence.span, Kind.NEW, (sentence.stretch(0, len(sentence.words)),))
    old, stretches = _known(sentence, earlier)
    fresh = tuple(_fresh(sentence, old, names, earlier))
    free = sentence.free
    like: list[_Like] = []
    if free >= _FEWEST and stretches and sum(old) >= _OLD_SHARE * free:
        like = _sentences_like(sentence, stretches, earlier)
    if not like:
        kind = Kind.NEW if fresh or free >= _FEWEST else Kind.NAMES
        return SentenceTold(sentence.span, kind, fresh, phrases=_phrases(sentence, old, earlier))
    return _like_earlier(sentence, fresh, like, stretches, earlier)


def _known(sentence: Sentence, earlier: Earlier) -> tuple[list[bool], list[tuple[int, int]]]:
    """Which words stand with others as in an earlier article, and the stretches that do."""
    old = [False] * len(sentence.words)
    stretches: list[tuple[int, int]] = []
    for start, end in sentence.runs:
        length = min(_TOGETHER, end - start)
        for first in range(start, end - length + 1):
            if earlier.has(sentence.said(first, first + length)):
                old[first : first + length] = [True] * length
                if length == _TOGETHER:
                    stretches.append((first, first + length))
    return old, stretches


def _fresh(
    sentence: Sentence, old: Sequence[bool], names: Sequence[tuple[int, int]], earlier: Earlier
) -> Iterator[Span]:
    """The words that are not old, without little words at their ends; a new name as a whole.

    A word by itself is new only where no earlier article has it.
    """
    new = [not known and not word.slot for known, word in zip(old, sentence.words, strict=True)]
    for start, end in names:
        new[start:end] = [True] * (end - start)
    spans = []
    for start, end in _stretches(new):
        while start < end and sentence.words[start].folded in LITTLE:
            start += 1
        while start < end and sentence.words[end - 1].folded in LITTLE:
            end -= 1
        if end - start > 1 or (start < end and not earlier.has(sentence.said(start, end))):
            spans.append(sentence.stretch(start, end))
    yield from spans_in_order(spans)


def _stretches(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where flags on end are up."""
    edges = [at for at, (one, other) in enumerate(pairwise((False, *flags, False))) if one != other]
    yield from zip(edges[::2], edges[1::2], strict=True)


@dataclass(frozen=True, slots=True)
class _Like:
    found: Found
    sentence: Sentence
    likeness: float


def _sentences_like(
    sentence: Sentence, stretches: Sequence[tuple[int, int]], earlier: Earlier
) -> list[_Like]:
    """The sentences most like it of articles that have some of its stretches, the likest first."""
    having: dict[int, list[tuple[str, ...]]] = {}
    for start, end in _sample(stretches, _SOUGHT):
        said = sentence.said(start, end)
        for pos in earlier.places(said, _NEWEST):
            having.setdefault(pos, []).append(said)
    best = sorted(having, key=lambda pos: (-len(having[pos]), -pos))[:_LOOKED_AT]
    found = []
    for pos, article in earlier.articles(best).items():
        others = {other.span: other for said in having[pos] for other in earlier.around(pos, said)}
        near = max(others.values(), key=lambda other: likeness(sentence, other), default=None)
        if near is not None and (score := likeness(sentence, near)) >= ALIKE:
            found.append(_Like(article, near, score))
    return sorted(found, key=lambda one: (-one.likeness, -one.found.pos))


def _sample(stretches: Sequence[tuple[int, int]], number: int) -> list[tuple[int, int]]:
    """Some of them, spread over all."""
    if len(stretches) <= number:
        return list(stretches)
    return [stretches[at * (len(stretches) - 1) // (number - 1)] for at in range(number)]


def _like_earlier(
    sentence: Sentence,
    fresh: tuple[Span, ...],
    like: Sequence[_Like],
    stretches: Sequence[tuple[int, int]],
    earlier: Earlier,
) -> SentenceTold:
    nearest = like[0]
    where = {one.found.pos: one for one in like}
    places, more, oldest = set(where), False, None
    if len(like) > 1:
        also, more, oldest = _counted(sentence, like, stretches, earlier)
        places |= also
    count = len(places)
    told_apart = changes(nearest.sentence, sentence)
    changed = tuple(
        Changed(change.second, _words(nearest, change.first))
        for change in told_apart
        if not change.names
        and not (_is_little(sentence, change.second) and _is_little(nearest.sentence, change.first))
    )
    if count >= FORMULA or (count > 1 and 2 * count >= earlier.total):
        kind = Kind.FORMULA
    else:
        kind = Kind.CHANGED if changed else Kind.REPEATED
    first = min(places) if oldest is None else min(oldest, *places)
    return SentenceTold(
        sentence.span,
        kind,
        fresh,
        count,
        more,
        _before(where[first]) if first in where else _bare(earlier, first),
        _before(nearest),
        nearest.likeness,
        any(change.names for change in told_apart),
        changed,
    )


def _shared(
    sentence: Sentence, like: Sequence[_Like], stretches: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Some stretches that the likest of the sentences have, too."""
    said = [f" {' '.join(word.folded for word in one.sentence.words)} " for one in like]
    kept = [
        one for one in stretches if sum(f" {' '.join(sentence.said(*one))} " in other for other in said) > 1
    ]
    return _sample(kept, _COUNTED_BY)


def _counted(
    sentence: Sentence, like: Sequence[_Like], stretches: Sequence[tuple[int, int]], earlier: Earlier
) -> tuple[set[int], bool, int | None]:
    """The articles with most of what the sentence has in common with those like it; whether there are more.

    And the oldest, where they are more than were counted.
    """
    shared = [sentence.said(*one) for one in _shared(sentence, like, stretches)]
    having = [earlier.places(said, AT_MOST) for said in shared]
    votes = Counter(pos for places in having for pos in places)
    # One stretch may have the name of a town, which is not the formula's.
    counted = {pos for pos, number in votes.items() if number >= _MOST * len(shared)}
    full = [said for said, places in zip(shared, having, strict=True) if len(places) == AT_MOST]
    more = len(counted) > 1 and len(full) >= _MOST * len(shared)
    return counted, more, earlier.oldest(full) if more else None


def _before(one: _Like) -> Before:
    span = one.sentence.span
    found = one.found
    return Before(
        found.id, found.key, found.date, found.heading, span, " ".join(found.text[slice(*span)].split())
    )


def _is_little(sentence: Sentence, span: Span | None) -> bool:
    """Whether the words are all little ones."""
    return span is None or all(
        word.folded in LITTLE for word in sentence.words if span.start <= word.span.start < span.end
    )


def _bare(earlier: Earlier, pos: int) -> Before | None:
    found = earlier.articles([pos]).get(pos)
    return Before(found.id, found.key, found.date, found.heading) if found else None


def _words(one: _Like, span: Span | None) -> str:
    return " ".join(one.found.text[slice(*span)].split()) if span else ""


def _phrases(sentence: Sentence, old: Sequence[bool], earlier: Earlier) -> tuple[Phrase, ...]:
    """The long phrases in a new sentence that many earlier articles have."""
    found = []
    for start, end in _stretches(old):
        at = start
        while at + _PHRASE <= end:
            last = at + _PHRASE
            if any(word.slot for word in sentence.words[at:last]) or not _often(sentence, at, last, earlier):
                at += 1
                continue
            while last < end and not sentence.words[last].slot and _often(sentence, at, last + 1, earlier):
                last += 1
            found.append(_phrase(sentence, at, last, earlier))
            at = last
    return tuple(found)


def _often(sentence: Sentence, start: int, end: int, earlier: Earlier) -> bool:
    return len(earlier.places(sentence.said(start, end), FORMULA)) >= FORMULA


def _phrase(sentence: Sentence, start: int, end: int, earlier: Earlier) -> Phrase:
    said = sentence.said(start, end)
    places = earlier.places(said, AT_MOST)
    more = len(places) == AT_MOST
    first = earlier.oldest([said]) if more else min(places)
    since = _bare(earlier, first) if first is not None else None
    return Phrase(sentence.stretch(start, end), len(places), more, since)
