"""Folding finds the plain spelling of every letter and the way back to the original."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.folding import fold, fold_schwa_as_a, fold_with_map, has_schwa, words
from store.model import Span

LETTERS = st.text(
    st.sampled_from("abzAZ09 .-\r\n<'’İıŞşĞğÜüƏəßæÆœþŁłØøĐđñ\u0301\u0308\u00ad\u200b😀👍🏽北京김정Жщ½ﬁ\u2028")
)


@pytest.mark.parametrize(
    ("original", "plain"),
    [
        ("Kadıoğlu", "kadioglu"),
        ("KADIOĞLU", "kadioglu"),
        ("Türkiye", "turkiye"),
        ("Tu\u0308rkiye", "turkiye"),
        ("Ergün", "ergun"),
        ("İlham", "ilham"),
        ("i\u0307lham", "ilham"),
        ("Həsənov", "hesenov"),
        ("Əliyev", "eliyev"),
        ("Łukasz Gołota", "lukasz golota"),
        ("Søren Đỗ", "soren do"),
        ("Weiß", "weiss"),
        ("Æthelred Þór", "aethelred thor"),
        ("Çavuşoğlu", "cavusoglu"),
        ("Гасанов", "gasanov"),
        ("Kadı\u00adoğlu", "kadioglu"),
        ("a😀b", "a b"),
        ("\ud800x", " x"),
    ],
)
def test_folds_to_plain_letters(original: str, plain: str) -> None:
    assert fold(original) == plain


def test_scripts_without_spaces_are_cut_into_characters() -> None:
    assert words("在北京举行") == ["zai", "bei", "jing", "ju", "xing"]
    assert words("Baku北京Baku") == ["baku", "bei", "jing", "baku"]


def test_schwa_has_two_spellings() -> None:
    assert has_schwa("Həsənov")
    assert not has_schwa("Hasanov Türkiye")
    assert fold_schwa_as_a("Zakir HƏSƏNOV") == "zakir hasanov"


@given(st.text() | LETTERS)
def test_map_agrees_with_fold(text: str) -> None:
    folded = fold_with_map(text)
    assert folded.text == fold(text)
    assert folded.text.isascii()
    assert len(folded.starts) == len(folded.text) + 1
    assert folded.starts[len(folded.text)] == len(text)
    assert all(a <= b for a, b in zip(folded.starts, folded.starts[1:], strict=False))


@given(st.text() | LETTERS, st.data())
def test_the_way_back_covers_what_folds_to_it(text: str, data: st.DataObject) -> None:
    folded = fold_with_map(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    span = folded.span(start, end)
    assert 0 <= span.start <= span.end <= len(text)
    assert folded.text[start:end] in fold(text[span.start : span.end])


@given(LETTERS, LETTERS)
def test_a_name_is_found_again_where_it_is(before: str, after: str) -> None:
    text = f"{before}|Kadıoğlu|{after}"
    folded = fold_with_map(text)
    at = folded.text.index("|kadioglu|") + 1
    assert folded.span(at, at + 8) == Span(len(before) + 1, len(before) + 9)


@given(st.text() | LETTERS)
def test_folding_is_the_same_twice_and_in_pieces(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert "".join(fold(c) for c in text) == fold(text)


def test_many_kinds_of_letters_fold_as_few_do() -> None:
    letters = "".join(map(chr, range(0xC0, 0x250)))
    assert fold(letters) == "".join(map(fold, letters))
    assert fold_with_map(letters).text == fold(letters)


@given(st.text() | LETTERS)
def test_both_spellings_of_schwa_are_equally_long(text: str) -> None:
    assert len(fold_schwa_as_a(text)) == len(fold(text))


def test_combining_marks_belong_to_the_letter_before() -> None:
    text = "xu\u0308\u0301y"
    folded = fold_with_map(text)
    assert folded.text == "xuy"
    assert folded.span(1, 2) == Span(1, 4)
