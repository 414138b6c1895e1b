"""Notes that have lost their words are listed, counted, and proposed places; the likeliest comes first."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import anchors
from store.library import Library
from store.likeness import LEAST, PROPOSED, proposals
from store.model import Filter, MarkStyle, Span

BEFORE = (
    "General Jane Smith of Ghana arrived on Monday. She paid an official visit to the naval base in Tema. "
    "Talks were held on trade and security. She left on Friday."
)
AFTER = (
    "General Jane Smith of Ghana came on Sunday. She made an official three-day visit to a naval base "
    "at Tema. There was an official dinner. Talks were held on trade and security. She left on Friday."
)


def words(text: str, quote: str) -> Span:
    return Span(text.index(quote), text.index(quote) + len(quote))


def quoted(text: str, quote: str, other: str) -> list[str]:
    anchor = anchors.make(text, words(text, quote))
    return [other[slice(*one.span)] for one in proposals(other, anchor)]


def test_what_is_most_alike_comes_first() -> None:
    assert quoted(BEFORE, "official visit to the naval base", AFTER)[0].startswith("official three-day visit")
    assert (
        quoted(BEFORE, "Talks were held on trade and security.", AFTER)[0]
        == "Talks were held on trade and security."
    )
    assert quoted(BEFORE, "Talks were held on trade and security.", "Nothing of it. 12 456 789") == []


def test_what_stood_around_decides_between_the_same_words() -> None:
    text = "The guest of Ghana spoke at length. The guest of Norway did not say a word."
    anchor = anchors.make(text, words(text, "guest of Norway"))
    other = "The guest of Norway spoke. Then the guest of Norway did not say a word."
    first, second = proposals(other, anchor)
    assert first.span.start > second.span.start
    assert 100 >= first.likeness > second.likeness >= LEAST


@given(st.text("ab .\n😀", max_size=200), st.text("ab .\n😀", min_size=1, max_size=40))
def test_proposals_are_words_of_the_text_apart_from_each_other(text: str, quote: str) -> None:
    anchor = anchors.make(f"xx {quote} yy", Span(3, 3 + len(quote)))
    found = proposals(text, anchor)
    assert len(found) <= PROPOSED
    assert [one.likeness for one in found] == sorted((one.likeness for one in found), reverse=True)
    spans = sorted(one.span for one in found)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@pytest.fixture
def lost(library: Library, tmp_path: Path) -> Library:
    path = tmp_path / "a.txt"
    path.write_text(BEFORE)
    library.import_paths([path])
    library.add_annotation(1, words(BEFORE, "official visit to the naval base"), "pink", MarkStyle.BOX, "why")
    library.add_annotation(1, words(BEFORE, "She left on Friday."), "green", MarkStyle.FILL)
    path.write_text(AFTER)
    assert library.import_paths([path]).updated == (1,)
    return library


def test_lost_notes_are_counted_listed_and_placed_again(lost: Library) -> None:
    assert lost.choices().unplaced == 1
    assert lost.ids(Filter(unplaced=True)) == [1]
    assert lost.count(Filter(unplaced=True, starred=True)) == 0
    ((made, places),) = lost.orphans.of_article(1)
    assert (made.anchor.exact, made.orphan) == ("official visit to the naval base", True)
    kept = next(note for note in lost.annotations(1) if not note.orphan)
    assert kept.anchor.exact == "She left on Friday."
    before, _ = lost.notes.move(made.id, places[0].span)
    assert lost.choices().unplaced == 0
    assert lost.ids(Filter(unplaced=True)) == []
    (placed,) = (note for note in lost.annotations(1) if note.id == made.id)
    assert (placed.orphan, placed.note, placed.anchor.span) == (False, "why", places[0].span)
    lost.notes.put_back(before)
    assert lost.choices().unplaced == 1
    assert lost.orphans.of_article(1) == [(made, places)]
    lost.delete_articles([1])
    assert lost.choices().unplaced == 0
    assert lost.orphans.of_article(1) == []


def test_they_find_their_words_again_when_these_come_back(lost: Library, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BEFORE + " It rained.")
    lost.import_paths([tmp_path / "a.txt"])
    assert [note.orphan for note in lost.annotations(1)] == [False, False]
    assert lost.choices().unplaced == 0
