"""Which sentence is which."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from store.across.aligning import _in_order, matches
from store.across.sentences import Sentence, sentences_of
from store.model import Reading

PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.sampled_from([0.5, 0.625, 0.75, 1.0]), max_size=9
)


@given(PAIRS)
@settings(max_examples=150, deadline=None)
def test_the_most_alike_in_order(alike: dict[tuple[int, int], float]) -> None:
    found = _in_order(5, alike)
    assert _is_in_order(found)
    rows = (row for size in range(len(alike) + 1) for row in combinations(sorted(alike), size))
    best = max(sum(alike[pair] for pair in row) for row in rows if _is_in_order(row))
    assert sum(alike[pair] for pair in found) == best


def _is_in_order(pairs: object) -> bool:
    row = list(pairs)  # type: ignore[call-overload]
    return all(a < c and b < d for (a, b), (c, d) in pairwise(row))


def of(*said: str) -> tuple[Sentence, ...]:
    return sentences_of("\n\n".join(said), Reading())


def test_sentences_without_a_telling_word_are_matched_where_they_are_the_same() -> None:
    found = matches(of("It is so.", "On 5 May 2024."), of("On 6 May 2025.", "It was."))
    assert [(match.first, match.second) for match in found] == [(1, 0)]


def test_a_long_article_takes_no_longer_for_each_sentence() -> None:
    said = [
        f"Speaker {'abcdefghij'[n % 10]}{n} welcomed guest k{n * 7} in hall q{n * 3}." for n in range(1_500)
    ]
    found = matches(of(*said), of(*said[1:], said[0]))
    assert sum(match.moved for match in found) == 1
    assert len(found) == len(said)
