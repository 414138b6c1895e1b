"""What the search index holds of an article, folded: a column for its words and one for each kind of fact."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from store.folding import fold, fold_schwa_as_a, has_schwa
from store.model import Reading

INDEX_VERSION = 1
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
        fold_schwa_as_a(text) if has_schwa(text) else "",
        post=_entries(posts),
        place=_entries(places),
        occasion=_entries(one.occasion.value.name for one in meetings if one.occasion),
        topic=_entries(topic.value for one in meetings for topic in one.topics),
        role=_entries(f"{official.role.value.value} {official.name}" for official in reading.officials),
    )


def with_own(columns: Columns, notes: Iterable[str], tags: Iterable[str]) -> Columns:
    """With what a person wrote."""
    return columns._replace(note=_entries(notes), tag=_entries(tags))


def _entries(said: Iterable[str]) -> str:
    return _GAP.join(dict.fromkeys(" ".join(fold(one).split()) for one in said if one.strip()))
