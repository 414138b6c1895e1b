"""What the search index holds of an article, folded: a column for its words and one for each kind of fact."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from store.folding import fold, fold_schwa_as_a, has_schwa
from store.model import Reading

INDEX_VERSION = 6
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
    body = fold(text)
    words = Columns(body, _other_spelling(text, body) if has_schwa(text) else "")
    meetings = reading.meetings
    if not (meetings or reading.officials or reading.dateline):
        return words
    posts = [
        f"{post.title} {post.organisation or ''}" for official in reading.officials for post in official.posts
    ]
    places = [said.value for one in meetings for said in (one.place, one.venue) if said]
    if reading.dateline and reading.dateline.place:
        places.append(reading.dateline.place.value)
    return words._replace(
        # The words of these are sought one by one: nothing need part the entries.
        post=_entries(posts, " "),
        place=_entries(places, " "),
        occasion=_entries((one.occasion.value.name for one in meetings if one.occasion), " "),
        topic=_entries((topic.value for one in meetings for topic in one.topics), " "),
        role=_entries(f"{official.role.value.value} {official.name}" for official in reading.officials),
    )


AROUND = 12
"""So many words on each side of one with an ə are indexed with it: phrases of them are found."""

_PASSED = "\u00b7".encode()  # in the place of any other word; nobody can search for it


def _other_spelling(text: str, body: str) -> str:
    """The words with an ə spelled a, among those around them, as far from one another as in the text."""
    spelled = _words(fold_schwa_as_a(text))
    result: list[bytes] = []
    begun = shown = 0
    for place, (one, other) in enumerate(zip(spelled, _words(body), strict=True)):
        if one != other:
            first = max(shown, place - AROUND)
            begun = begun if result else first
            shown = place + AROUND + 1
            result += [_PASSED] * (first - begun - len(result))
            result += spelled[first:shown]
    return b" ".join(result).decode()


LONGEST_BEGINNING = 3
_PARTED = bytes(code if code > 127 or chr(code).isalnum() else ord(" ") for code in range(256))
_THREE, _TWO = itemgetter(slice(LONGEST_BEGINNING)), itemgetter(slice(LONGEST_BEGINNING - 1))


def _words(folded: str) -> list[bytes]:
    """The words of a text that is folded: as bytes they are cut and compared twice as quickly."""
    return folded.encode().translate(_PARTED).split()


def beginnings(columns: Columns) -> str:
    """The first three and the first two letters of the words that are found without naming a field."""
    body, other_spelling, note, tag, *_ = columns
    own = f"{body} {other_spelling} {note} {tag}" if other_spelling or note or tag else body
    found = set(map(_THREE, _words(own)))
    return b" ".join(found.union(map(_TWO, found))).decode()


def with_own(columns: Columns, notes: Iterable[str], tags: Iterable[str]) -> Columns:
    """With what a person wrote."""
    return columns._replace(note=_entries(notes), tag=_entries(tags))


def _entries(said: Iterable[str], gap: str = _GAP) -> str:
    return gap.join(dict.fromkeys(_entry(one) for one in said if one.strip()))


@lru_cache(maxsize=4096)
def _entry(said: str) -> str:
    return " ".join(fold(said).split())
