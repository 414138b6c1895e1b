"""What the search index holds of an article, folded: a column for its words and one for each kind of fact."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple

from store.folding import fold, fold_schwa_as_a, has_schwa, words
from store.model import Reading

INDEX_VERSION = 4
"""Raised whenever a column gets other words for the same article: the index is then filled anew."""

APART = 6
"""Words that part two entries of a column: what is sought in one entry is never found across two."""

_GAP = " " + "zz " * APART


class Columns(NamedTuple):
    """The columns of the index, in its order."""

    body: str
    other_spelling: str = ""
    note: str = ""
    tag: str = ""
    post: str = ""
    place: str = ""
    occasion: str = ""
    topic: str = ""
    role: str = ""


def columns_of(text: str, reading: Reading) -> Columns:
    """All but the columns that a person fills."""
    meetings = reading.meetings
    posts = [
        f"{post.title} {post.organisation or ''}" for official in reading.officials for post in official.posts
    ]
    places = [said.value for one in meetings for said in (one.place, one.venue) if said]
    if reading.dateline and reading.dateline.place:
        places.append(reading.dateline.place.value)
    return Columns(
        fold(text),
        _other_spelling(text) if has_schwa(text) else "",
        post=_entries(posts),
        place=_entries(places),
        occasion=_entries(one.occasion.value.name for one in meetings if one.occasion),
        topic=_entries(topic.value for one in meetings for topic in one.topics),
        role=_entries(f"{official.role.value.value} {official.name}" for official in reading.officials),
    )


AROUND = 12
"""So many words on each side of one with an ə are indexed with it: phrases of them are found."""

_PASSED = "\u00b7"  # in the place of any other word; nobody can search for it


def _other_spelling(text: str) -> str:
    """The words with an ə spelled a, among those around them, at their places in the text."""
    spelled = words(fold_schwa_as_a(text))
    result, shown = [_PASSED] * len(spelled), 0
    for place, (one, other) in enumerate(zip(spelled, words(text), strict=True)):
        if one != other:
            first, shown = max(shown, place - AROUND), place + AROUND + 1
            result[first:shown] = spelled[first:shown]
    return " ".join(result)


LONGEST_BEGINNING = 3
_PARTED = "".join(chr(code) if chr(code).isalnum() else " " for code in range(128))
_THREE, _TWO = itemgetter(slice(LONGEST_BEGINNING)), itemgetter(slice(LONGEST_BEGINNING - 1))


def beginnings(columns: Columns) -> str:
    """The first three and the first two letters of the words that are found without naming a field."""
    said = f"{columns.body} {columns.other_spelling} {columns.note} {columns.tag}"
    found = set(map(_THREE, said.translate(_PARTED).split()))
    return " ".join(found.union(map(_TWO, found)))


def with_own(columns: Columns, notes: Iterable[str], tags: Iterable[str]) -> Columns:
    """With what a person wrote."""
    return columns._replace(note=_entries(notes), tag=_entries(tags))


def _entries(said: Iterable[str]) -> str:
    return _GAP.join(dict.fromkeys(" ".join(fold(one).split()) for one in said if one.strip()))
