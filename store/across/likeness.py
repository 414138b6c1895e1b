"""How alike two sentences are, and which words one has in another's place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from store.across.sentences import SLOT, Sentence
from store.model import Span


@dataclass(frozen=True, slots=True)
class Change:
    """Words of one sentence and what the other has in their place; either side may have none."""

    first: Span | None
    second: Span | None
    names: bool = False  # only a name, a rank, a post, a date, a number is another


def likeness(one: Sentence, other: Sentence) -> float:
    """From 0 to 1: how much two sentences have in common of all words in order, and of those that tell.

    Any slot is like any other; words like "the" are not among those that tell.
    """
    in_order = Indel.normalized_similarity(one.stems, other.stems)
    if in_order == 1:
        return 1.0
    telling = len(one.telling) + len(other.telling)
    return (in_order + 2 * len(one.telling & other.telling) / telling) / 2 if telling else 0.0


def changes(one: Sentence, other: Sentence) -> tuple[Change, ...]:
    """What the second sentence says otherwise than the first, in text order."""
    # In one order, so that the same is found whichever sentence is named first.
    if (one.items, _letters(one)) > (other.items, _letters(other)):
        turned = tuple(_changes(other, one))
        return tuple(Change(change.second, change.first, change.names) for change in turned)
    return tuple(_changes(one, other))


def _letters(sentence: Sentence) -> tuple[str, ...]:
    return tuple(word.folded for word in sentence.words)


def _changes(one: Sentence, other: Sentence) -> Iterator[Change]:
    for same, a, b, c, d in _stretches(one, other):
        if same:
            yield from _other_names(one, other, a, b, c)
        else:
            first = one.of_pieces(a, b) if a < b else None
            second = other.of_pieces(c, d) if c < d else None
            names = bool(first and second) and _is_slots(one, a, b) and _is_slots(other, c, d)
            yield Change(first, second, names)


def _stretches(one: Sentence, other: Sentence) -> Iterator[tuple[bool, int, int, int, int]]:
    """Stretches of pieces that are the same, and that are not, in turn."""
    a = c = 0
    pending = False
    for step in Indel.opcodes(one.items, other.items):
        if step.tag != "equal":
            pending = True
            continue
        if pending:
            yield False, a, step.src_start, c, step.dest_start
        yield True, step.src_start, step.src_end, step.dest_start, step.dest_end
        a, c, pending = step.src_end, step.dest_end, False
    if pending:
        yield False, a, len(one.items), c, len(other.items)


def _other_names(one: Sentence, other: Sentence, a: int, b: int, c: int) -> Iterator[Change]:
    for place in range(a, b):
        if one.items[place] == SLOT:
            mine, theirs = one.pieces[place], other.pieces[c + place - a]
            if one.said(*mine) != other.said(*theirs):
                yield Change(one.stretch(*mine), other.stretch(*theirs), names=True)


def _is_slots(sentence: Sentence, start: int, end: int) -> bool:
    return all(item == SLOT for item in sentence.items[start:end])
