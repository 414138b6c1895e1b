"""Hits stand where the words are in the original text, whatever its letters and line ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.hits import Snippet, find, merged, snippet
from store.model import Span
from store.query import Words
from store.query_parser import parse


def words_of(query: str) -> list[Words]:
    return [leaf for leaf in parse(query).wanted() if isinstance(leaf, Words)]


def found(text: str, query: str) -> list[str]:
    return [text[a:b] for a, b in find(text, words_of(query))]


@pytest.mark.parametrize(
    ("text", "query", "hits"),
    [
        ("Ziya Cemal Kadıoğlu, Kadioglu", "kadioglu ", ["Kadıoğlu", "Kadioglu"]),
        ("Levent\r\nErgün", '"levent ergun"', ["Levent\r\nErgün"]),
        ("Levent <b>Ergün</b>", "ergun ", ["Ergün"]),
        ("😀😀 Ergün 😀", "ergun ", ["Ergün"]),
        ("Tu\u0308rkiye's", "turkiye ", ["Tu\u0308rkiye"]),
        ("Türkiye’s air force", '"Turkiye\'s air"', ["Türkiye’s air"]),
        (
            "High-Level\n Military Dialogue",
            '"high-level military dialogue"',
            ["High-Level\n Military Dialogue"],
        ),
        ("Zakir Həsənov", "hesenov ", ["Həsənov"]),
        ("Zakir Həsənov", "hasanov ", ["Həsənov"]),
        ("Zakir Hasanov", "Həsənov ", ["Hasanov"]),
        ("Zakir Həsənov", '"zakir hasanov"', ["Zakir Həsənov"]),
        ("Weißrußland", "weissrussland ", ["Weißrußland"]),
        ("Großmann groß", "gross ", ["groß"]),
        ("militaryman military", "military ", ["military"]),
        ("militaryman military", "milit", ["militaryman", "military"]),
        ("Kadı\u00adoğlu", "kadioglu ", ["Kadı\u00adoğlu"]),
        ("在北京举行", "北京 ", ["北京"]),
        ("military military", '"military military" military ', ["military military"]),
        ("soso so", "so ", ["so"]),
        ("baba ba ba", '"ba ba"', ["ba ba"]),
        ("a b", "c", []),
        ("", "a", []),
    ],
)
def test_hits(text: str, query: str, hits: list[str]) -> None:
    assert found(text, query) == hits


@given(st.text(st.characters() | st.sampled_from("ıəßæ\u0301😀\r\n<")), st.text())
def test_a_name_is_found_in_any_text(before: str, after: str) -> None:
    text = f"{before} Kadıoğlu\r\n{after}"
    assert Span(len(before) + 1, len(before) + 9) in find(text, words_of("kadioglu "))


def test_merged_spans_do_not_overlap() -> None:
    assert merged([Span(4, 6), Span(0, 2), Span(1, 3), Span(6, 7)]) == [Span(0, 3), Span(4, 6), Span(6, 7)]


def test_a_short_text_is_its_own_snippet() -> None:
    assert snippet("Levent\nErgün", [Span(7, 12)]) == Snippet("Levent Ergün", (Span(7, 12),))


def test_a_snippet_is_cut_between_words() -> None:
    text = "word " * 100 + "Ergün met Kadıoğlu " + "word " * 100
    cut = snippet(text, find(text, words_of("ergun kadioglu ")))
    assert [cut.text[a:b] for a, b in cut.hits] == ["Ergün", "Kadıoğlu"]
    assert cut.text.startswith("… word")
    assert cut.text.endswith("word …")
    assert len(cut.text) < 190


def test_the_fullest_stretch_is_shown() -> None:
    text = "Ergün " + "word " * 100 + "Ergün met Kadıoğlu " + "word " * 100
    assert len(snippet(text, find(text, words_of("ergun kadioglu "))).hits) == 2


@given(
    st.text(st.sampled_from("ab \n\r\t😀ı\u0301"), max_size=600),
    st.lists(st.tuples(st.integers(0, 599), st.integers(1, 300)), max_size=8),
    st.integers(60, 200),
)
def test_hits_of_a_snippet_are_the_same_words(text: str, places: list[tuple[int, int]], length: int) -> None:
    spans = merged(Span(a, min(a + n, len(text))) for a, n in places if a < len(text))
    cut = snippet(text, spans, length)
    for a, b in cut.hits:
        assert 0 <= a < b <= len(cut.text)
    plain = text.translate({ord(c): " " for c in "\r\n\t"})
    assert cut.text.removeprefix("… ").removesuffix(" …") in plain
    original = [plain[a:b] for a, b in spans]
    assert all(cut.text[a:b] in original for a, b in cut.hits)
    assert not spans or cut.hits
