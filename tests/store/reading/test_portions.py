"""Very long texts cut into portions, and readings of portions put together."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from store.model import Article
from store.reading.pipeline import read_article
from store.reading.portions import PORTION, cut, put_together

FIRST = (
    "TBILISI, Georgia, May 5, 2025. "
    "The Minister of Defense of Georgia Karim Balanov received General Rina Okafor."
)
SECOND = "Minister Karim Balanov met with the Ambassador of Peru Inés Quiroga Valle on Tuesday in Tbilisi."


@given(st.integers(0, 4 * PORTION), st.sampled_from(["\n", " ", "x", "ab cd\n"]))
def test_portions_cover_the_text_and_are_not_too_long(length: int, piece: str) -> None:
    text = (piece * length)[:length]
    portions = cut(text)
    assert [portions[0].start, portions[-1].end] == [0, len(text)]
    assert all(one.end == other.start for one, other in itertools.pairwise(portions))
    assert all(portion.end - portion.start <= PORTION for portion in portions)


def test_an_article_is_one_portion() -> None:
    assert len(cut(FIRST)) == 1


def test_words_are_not_cut() -> None:
    text = "minister " * PORTION
    assert all(text[portion.end - 1] == " " for portion in cut(text))


def test_officials_of_one_name_are_one_and_meetings_follow_each_other() -> None:
    first, second = read_article(Article("a", FIRST)), read_article(Article("b", SECOND, "2025-05-05"))
    together = put_together([(0, first), (len(FIRST), second)])
    whole = FIRST + SECOND
    names = [official.name for official in together.officials]
    assert names == ["Karim Balanov", "Rina Okafor", "Inés Quiroga Valle"]
    assert [whole[a:b] for a, b in together.officials[0].mentions] == ["Karim Balanov"] * 2
    assert together.meetings == (*first.meetings, together.meetings[-1])
    assert whole[slice(*together.meetings[-1].evidence.spans[0])] == "met with"
    assert together.dateline == first.dateline
    assert put_together([(0, first)]) == first
