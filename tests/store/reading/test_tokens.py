"""Words and sentences of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.reading.layout import Block, BlockKind
from store.reading.tokens import tokenize
from tests.store.reading.phrased import tokens_of

WORDS = (
    ("Gen. Omar al-Harthi’s aide", "Gen.|Omar|al-Harthi|’s|aide"),
    ("the U.S. Army", "the|U.S.|Army"),
    ("H.E. Dr. J. K. Adjei", "H.E.|Dr.|J.|K.|Adjei"),
    ("O'Brien, N’Golo and Kalniņš’ staff", "O'Brien|,|N’Golo|and|Kalniņš|’|staff"),
    ("on the 21st, at 10:30", "on|the|21st|,|at|10:30"),
    ("12.05.2024 and 1,500 men", "12.05.2024|and|1,500|men"),
    ("Minister–Counsellor", "Minister|–|Counsellor"),
    ("Cox's Bazar", "Cox|'s|Bazar"),
    ("NATO's", "NATO|'s"),
    ("Lt. Gen. (Ret.) Sato", "Lt.|Gen.|(|Ret.|)|Sato"),
    ("the end.", "the|end|."),
    ("snake_case", "snake|_|case"),
    ("ЗАМ министра", "ЗАМ|министра"),
)


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words_are_cut_as_print_means_them(text: str, expected: str) -> None:
    tokens = tokens_of(text)
    assert tokens.word == expected.split("|")


SENTENCES = (
    "The minister met Gen. Omar Balanov. |He then flew to Lima.",
    "She met the U.S. Ambassador on Nov. 5. |They agreed.",
    "They left at 6 p.m. |The talks went on.",
    "“We agreed.” |The visit ended!|",
    "Who came? |The Chief of Staff, Lt. Col. J. P. Marsh, did.",
    "It ended today.|The guests left.",
    "See News.Az and mod.gov.ge for more. |• Next",
    "He spoke (in French.) |She answered.",
    "The order was 1.5 billion. |Nobody objected.",
    "President of the Rep. of Korea. |The end.",
)


@pytest.mark.parametrize("text", SENTENCES)
def test_sentences_end_where_print_ends_them(text: str) -> None:
    joined = text.replace("|", "")
    tokens = tokens_of(joined)
    cut = [joined[span.start : span.end] for span in tokens.sentence_spans()]
    assert cut == [part.strip() for part in text.split("|") if part.strip()]


def test_low_and_cap() -> None:
    tokens = tokens_of("Gen. al-Burhan of the U.S. met 5 İzmir NATO's x")
    assert tokens.low == "gen al-burhan of the u.s met 5 i̇zmir nato 's x".split()
    capitals = [word for word, cap in zip(tokens.word, tokens.cap, strict=True) if cap]
    assert capitals == ["Gen.", "al-Burhan", "U.S.", "İzmir", "NATO"]


def test_noise_is_not_read_and_no_sentence_goes_past_a_block() -> None:
    text = "Minister visits Lima\nShare this\nThe minister left."
    blocks = [Block(0, 20, BlockKind.HEADLINE), Block(21, 31, BlockKind.NOISE), Block(32, 50, BlockKind.BODY)]
    tokens = tokenize(text, blocks)
    assert [text[a:b] for a, b in tokens.sentence_spans()] == ["Minister visits Lima", "The minister left."]
    assert [block for _, _, block in tokens.sentences] == [0, 2]


def test_an_endless_sentence_is_cut() -> None:
    tokens = tokens_of("word " * 2_000)
    assert [first for first, _, _ in tokens.sentences] == list(range(0, 2_000, 400))


PIECES = st.sampled_from(
    [*"Gen. U.S. 's ’s . .. ... a A B. al-X 5th 12.5 “ ” ( ) - – İ ß ́ 😀 _ №".split(), " ", "\n"]
)


@given(st.lists(PIECES | st.characters(codec=None), max_size=40).map("".join))
def test_offsets_cut_out_the_words_and_nothing_is_lost(text: str) -> None:
    tokens = tokens_of(text)
    assert [text[a:b] for a, b in zip(tokens.start, tokens.end, strict=True)] == tokens.word
    assert "".join(tokens.word) == "".join(text.split())
    assert all(a < b for a, b in zip(tokens.start, tokens.end, strict=True))
    assert all(end <= start for end, start in zip(tokens.end, tokens.start[1:], strict=False))
    assert len(tokens.low) == len(tokens.cap) == len(tokens.word)
    bounds = [at for first, last, _ in tokens.sentences for at in (first, last)]
    assert bounds == sorted(bounds)
    assert [at for first, last, _ in tokens.sentences for at in range(first, last)] == list(
        range(len(tokens))
    )


def test_pairs_of_states_are_cut_at_their_hyphens() -> None:
    assert tokens_of("The Peru-U.S. talks and Lee-Kim talks.").word[:8] == [
        "The", "Peru", "-", "U.S.", "talks", "and", "Lee-Kim", "talks",
    ]  # fmt: skip
