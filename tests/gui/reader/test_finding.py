"""Find-in-article folds, crosses line breaks and answers in the original's offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.reader.finding import MOST, Finder
from store.model import Span

LETTERS = st.text(st.sampled_from("aeioıİəçşğüöñßæ ZH\r\n<&😀\u0301\u200d'’"), max_size=30)


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("Ziya Cemal Kadıoğlu", "kadioglu", ["Kadıoğlu"]),
        ("in İstanbul today", "istanbul", ["İstanbul"]),
        ("Zakir Həsənov", "hesenov", ["Həsənov"]),
        ("Zakir Həsənov", "hasanov", ["Həsənov"]),
        ("Zakir Hasanov", "HASANOV", ["Hasanov"]),
        ("😀 Levent\r\nErgün 😀", "levent ergun", ["Levent\r\nErgün"]),
        ("Levent\nErgün", "levent   ergün", ["Levent\nErgün"]),
        ("a < b <i>", "<", ["<", "<"]),
        ("E\u0301mile", "emile", ["E\u0301mile"]),
        ("Martyrs’ Cemetery", "martyrs' cem", ["Martyrs’ Cem"]),
        ("Straße", "strasse", ["Straße"]),
        ("😀 smile 😀", "😀", ["😀", "😀"]),
        ("🇹🇷 Türkiye", "turkiye", ["Türkiye"]),
        ("anything", "  ", []),
        ("anything", "", []),
        ("(a*b)", "(a*", ["(a*"]),
        ("Kadıoğlu", "kadioglus", []),
    ],
)
def test_finds(text: str, query: str, found: list[str]) -> None:
    spans = Finder(text).find(query)
    assert [text[slice(*span)] for span in spans] == found


@given(LETTERS, LETTERS, LETTERS)
def test_words_of_a_text_are_found_where_they_are(before: str, query: str, after: str) -> None:
    text = before + query + after
    finder = Finder(text)
    spans = finder.find(query)
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
    if query.strip().isalpha():
        start = len(before) + len(query) - len(query.lstrip())
        end = start + len(query.strip())
        overlapping = [s for s in spans if s.start < end and s.end > start]
        assert overlapping


def test_a_letter_in_a_long_text_is_bounded() -> None:
    assert len(Finder("a " * 100_000).find("a")) == MOST
    assert Finder("a " * 10).find("a")[0] == Span(0, 1)
