"""With which words a pattern can begin."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.reading.frames import _rows, find_frames
from store.reading.needs import needs
from store.reading.openings import openings
from tests.store.reading.phrased import tokens_of

PATTERNS = (
    ("met with", "met"),
    ("(?:met|meets) with", "met meets"),
    ("(?:also |then )*(?:met|saw)", "also then met saw"),
    ("co-?chaired", "cochaired co-chaired"),
    ("meetings? with", "meeting meetings"),
    ("(?:have )?(?:just )?met", "have just met"),
    ("(?!by )met(?= him)", "met"),
    ("in (?:a|the) (?:call|[a-z]+ talk)", "in"),
    (r"mr\. x", "mr."),
)


@pytest.mark.parametrize(("pattern", "words"), PATTERNS)
def test_the_first_words_are_read_off_the_pattern(pattern: str, words: str) -> None:
    found = openings(pattern)
    assert found.words == frozenset(words.split())
    assert found.endings == ()


@pytest.mark.parametrize(
    ("pattern", "admitted", "refused"),
    [
        ("[a-z]+-level talks", "high-level", "high"),
        ("(?:[a-z]+ )?met", "anything", None),
        (".* met", "anything", None),
        ("re(?:ceived)+ by", "received", None),
        ("(?:high|[a-z]+-level) talks", "top-level", "top"),
    ],
)
def test_words_of_which_only_the_end_is_known(pattern: str, admitted: str, refused: str | None) -> None:
    found = openings(pattern)
    assert found.admit(admitted)
    assert refused is None or not found.admit(refused)


OTHERS = (
    "with by on phone talks meeting high-level the minister balanov and of between not had will video call"
    " conference"
    " audience credentials place present views"
)
FIRST = {word for row in _rows() for word in row.openings.words} - {"host"}
NEEDED = {piece for row in _rows() for piece in row.needs if piece.isalpha()} - {"host"}
VOCABULARY = sorted(FIRST) + sorted(NEEDED) + OTHERS.split()


@settings(deadline=None)  # the first example reads the lexicon
@given(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=25))
def test_trying_frames_only_at_their_first_words_finds_the_same(words: list[str]) -> None:
    rows = "|".join(f"(?P<{row.group}>{row.body})" for row in _rows())
    everywhere = re.compile(rf"(?<![^ ])(?:{rows})(?![^ ])")
    text = " ".join(words)
    expected = [(m.start(), m.end()) for m in everywhere.finditer(text)]
    tokens = tokens_of(text)
    assert tokens.word == words
    found = find_frames(tokens, 0, len(tokens))
    assert [(tokens.start[frame.first], tokens.end[frame.last - 1]) for frame in found] == expected


@pytest.mark.parametrize(
    ("pattern", "pieces"),
    [
        ("met with", "met"),
        ("(?:met|meets) with", "met meets"),
        ("(?:the|a) (?:[a-z]+ ){0,2}?meetings?(?: held)? with", "meeting"),
        ("(?:also )*(?:met|had (?:a )?talks)(?= with)", "met talks"),
        ("(?:met|[a-z]+) ", ""),
        (r"(?<!no )mr\. (?:x|yes)+", "mr."),
        ("[^;]+-level [(] talk{2}s", "-level"),
        ("be(?:en)? (?:seen){0,1} by$", "be by"),
    ],
)
def test_what_a_pattern_cannot_do_without_is_read_off_it(pattern: str, pieces: str) -> None:
    assert needs(pattern) in (frozenset(pieces.split()), *(frozenset((piece,)) for piece in pieces.split()))
