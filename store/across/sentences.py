"""The sentences of an article, word by word, with names, ranks, posts, dates and numbers told from the rest.

Two sentences that differ in these alone say the same of somebody else: where one of them stands, the words
are a slot. Words are folded and cut as the search index cuts them; spans are those of the text as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby

from store.folding import fold_with_map
from store.model import Evidence, Reading, Span

SLOT = "\N{SECTION SIGN}"
"""Stands for the words of a slot, whatever they are."""

LITTLE = frozenset(
    "a an the and or but of in on at to for from by with as is are was were be been it its this that these"
    " those his her their our who which he she they we has have had will also not between into over than"
    " then s t".split()
)
"""Words that say nothing by themselves."""

_WORD = re.compile("[0-9a-z]+")
_MONTHS = frozenset(
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_ENDINGS = frozenset("st nd rd th".split())
_LONGEST = 5  # words of a country or a rank


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text."""

    span: Span
    folded: str  # two words where one letter is both
    slot: str = ""  # "name", "rank", "post", "date", "number", "country", "source"; empty for any other word


@dataclass(frozen=True)
class Sentence:
    """One sentence; it has a word at least."""

    span: Span
    words: tuple[Word, ...]

    @cached_property
    def pieces(self) -> tuple[tuple[int, int], ...]:
        """The words that are compared one by one, slots that stand together as one: ranges of ``words``."""
        found: list[tuple[int, int]] = []
        for is_slot, places in groupby(range(len(self.words)), key=lambda at: bool(self.words[at].slot)):
            run = list(places)
            found += [(run[0], run[-1] + 1)] if is_slot else [(at, at + 1) for at in run]
        return tuple(found)

    @cached_property
    def items(self) -> tuple[str, ...]:
        """What the pieces say: a word, or ``SLOT``."""
        return tuple(SLOT if self.words[a].slot else self.words[a].folded for a, _ in self.pieces)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """``items`` without the endings by which one word has several forms."""
        return tuple(map(stem, self.items))

    @cached_property
    def runs(self) -> tuple[tuple[int, int], ...]:
        """Stretches of words between the slots: ranges of ``words``."""
        places = groupby(range(len(self.words)), key=lambda at: bool(self.words[at].slot))
        whole = [list(run) for is_slot, run in places if not is_slot]
        return tuple((run[0], run[-1] + 1) for run in whole)

    @cached_property
    def telling(self) -> frozenset[str]:
        """The words that say something, names apart, as ``stems``."""
        return frozenset(self.stems).difference(LITTLE, (SLOT,))

    @property
    def free(self) -> int:
        """How many words are no slots."""
        return sum(end - start for start, end in self.runs)

    def stretch(self, start: int, end: int) -> Span:
        """The text from the first to the last of some words."""
        return Span(self.words[start].span.start, self.words[end - 1].span.end)

    def of_pieces(self, start: int, end: int) -> Span:
        """The text from the first to the last of some pieces."""
        return self.stretch(self.pieces[start][0], self.pieces[end - 1][1])

    def said(self, start: int, end: int) -> tuple[str, ...]:
        """Some of the words, folded."""
        return tuple(word.folded for word in self.words[start:end])


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """A word without the ending of the plural: ``wreaths`` and ``wreath`` are one word here."""
    if len(word) < 4 or not word.endswith("s") or word.endswith("ss"):
        return word
    return word[:-3] + "y" if word.endswith("ies") and len(word) > 5 else word[:-1]


def sentences_of(text: str, reading: Reading, within: Span | None = None) -> tuple[Sentence, ...]:
    """The sentences of ``text`` that are prose or headings; what surrounds an article on a page is not.

    ``within``: of these lines only.
    """
    # Loads the tables of the reading: only where sentences are looked at. All of its stages, which name the
    # words they look for while they are loaded: in another thread they may be just half of them.
    import store.reading.pipeline  # noqa: F401
    from store.reading.layout import find_blocks
    from store.reading.surface import make_surface
    from store.reading.tokens import tokenize

    part = within or Span(0, len(text))
    surface = make_surface(text[part.start : part.end])
    slots = sorted(
        slot for slot in _slots(reading, text) if slot[0].start < part.end and part.start < slot[0].end
    )
    found: list[Sentence] = []
    behind = part.start
    for said in tokenize(surface.text, find_blocks(surface.text)).sentence_spans():
        start, end = surface.original(*said)
        span = Span(max(start + part.start, behind), end + part.start)
        if span.start >= span.end:
            continue
        words = _words(text, span, slots)
        # The number of a paragraph stands before a sentence, and is none.
        if words and (len(words) > 1 or not words[0].folded.isdigit()):
            found.append(Sentence(span, words))
            behind = span.end
    return tuple(found)


def _slots(reading: Reading, text: str) -> Iterator[tuple[Span, str]]:
    """Where the reading has names, ranks, posts, dates and who reports."""
    for official in reading.officials:
        yield from ((span, "name") for span in official.mentions)
        yield from _spans(official.rank, "rank")
        for post in official.posts:
            yield from ((span, "post") for span in post.evidence.spans)
    for meeting in reading.meetings:
        # Where no words state the date it was read from what tells of the meeting.
        dates = _spans(meeting.date, "date")
        yield from (one for one in dates if any(map(str.isdigit, text[slice(*one[0])])))
    if reading.dateline is not None:
        yield from _spans(reading.dateline.place, "date")
        yield from _spans(reading.dateline.date, "date")
    yield from _spans(reading.outlet, "source")
    yield from _spans(reading.byline, "source")


_LONGEST_SLOT = 120
"""What is read from a longer stretch was read from a sentence and not from a name, a post or a date."""


def _spans(stated: object, slot: str) -> Iterator[tuple[Span, str]]:
    evidence = getattr(stated, "evidence", None)
    if isinstance(evidence, Evidence):
        yield from ((span, slot) for span in evidence.spans if span.end - span.start <= _LONGEST_SLOT)


def _words(text: str, span: Span, slots: Sequence[tuple[Span, str]]) -> tuple[Word, ...]:
    folded = fold_with_map(text[span.start : span.end])
    found: list[Word] = []
    for match in _WORD.finditer(folded.text):
        here = folded.span(*match.span())
        at = Span(here.start + span.start, here.end + span.start)
        if found and found[-1].span.end > at.start:  # one letter that folds to two words: \u00bd
            before = found.pop()
            at = Span(before.span.start, max(at.end, before.span.end))
            found.append(Word(at, f"{before.folded} {match[0]}"))
        else:
            found.append(Word(at, match[0]))
    kinds = _kinds(text, found, slots)
    return tuple(Word(word.span, word.folded, kinds.get(at, "")) for at, word in enumerate(found))


def _kinds(text: str, words: Sequence[Word], slots: Sequence[tuple[Span, str]]) -> Mapping[int, str]:
    """The words that are slots, by their places."""
    kinds = dict(_numbers(words))
    kinds.update(_known_names(text, words))
    if words:
        first, last = words[0].span.start, words[-1].span.end
        near = [(span, slot) for span, slot in slots if span.start < last and first < span.end]
        for at, word in enumerate(words):
            for span, slot in near:
                if span.start < word.span.end and word.span.start < span.end:
                    kinds[at] = slot
                    break
    return kinds


def _numbers(words: Sequence[Word]) -> Iterator[tuple[int, str]]:
    """Numbers, and the months and days of the week beside them."""
    for at, word in enumerate(words):
        if word.folded[0].isdigit():
            yield at, "number"
        elif word.folded in _DAYS:
            yield at, "date"
        elif word.folded in _MONTHS:
            near = words[max(0, at - 2) : at + 2]
            if any(one.folded[0].isdigit() for one in near):
                yield at, "date"


def _known_names(text: str, words: Sequence[Word]) -> Iterator[tuple[int, str]]:
    """Countries, their adjectives and people, and ranks."""
    from store.lexicon import load

    lexicon = load()
    known = (
        (lexicon.country_names, "country"),
        (lexicon.adjectives, "country"),
        (lexicon.demonyms, "country"),
        (lexicon.rank_forms, "rank"),
    )
    done = 0
    for at, word in enumerate(words):
        if at < done or not text[word.span.start].isupper():
            continue
        for last in range(min(at + _LONGEST, len(words)), at, -1):
            said = text[word.span.start : words[last - 1].span.end]
            kind = next((kind for names, kind in known if said in names or f"{said}." in names), None)
            if kind is not None:
                yield from ((place, kind) for place in range(at, last))
                done = last
                break


def spans_in_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order; those that touch or overlap as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
