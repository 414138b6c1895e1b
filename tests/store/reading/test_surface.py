"""The mended text of an article, and the way back to the article as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model import Span
from store.reading.surface import make_surface

MENDED = (
    ("Türki\u00adye", "Türkiye"),
    ("\u200bBaku", "Baku"),
    ("\ufeffLIMA, May 5", "LIMA, May 5"),
    ("the\u00a0minister", "the minister"),
    ("the\u2009minister\u3000of", "the minister of"),
    ("Kara-\nbakh", "Karabakh"),
    ("Omar al-\nHarthi", "Omar al-Harthi"),
    ("Van-\r\nDijk", "Van-Dijk"),
    ("one\r\ntwo\rthree", "one\ntwo\nthree"),
    ("**Minister** of", "Minister of"),
    ("Trade &amp; Industry", "Trade & Industry"),
    ("Kad&#305;o&#x11f;lu", "Kadıoğlu"),
    ("a&nbsp;b", "a b"),
    ("AT&T and R&D", "AT&T and R&D"),
    ("5 & 6; all", "5 & 6; all"),
    ("Ä°stanbul and MÃ¼nchen", "İstanbul and München"),
    ("the Ministerâ€™s", "the Minister’s"),
    ("Ã la carte", "Ã la carte"),
    ("naïve Ångström", "naïve Ångström"),
    ("[Minister](https://example.org/tag/1) of", "Minister of"),
    ("the *minister* of _Peru_[1] said", "the minister of Peru said"),
    ("* the minister [left]", "* the minister [left]"),
    ("snake_case - dash – dash", "snake_case - dash – dash"),
)


@pytest.mark.parametrize(("text", "expected"), MENDED)
def test_what_is_broken_is_mended(text: str, expected: str) -> None:
    assert make_surface(text).text == expected


def test_a_clean_text_is_its_own_surface() -> None:
    text = "The Minister of Defence of Peru received the Ambassador of Chile.\n\nThey agreed."
    surface = make_surface(text)
    assert surface.text is text
    assert surface.original(4, 12) == Span(4, 12)


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("General Kad\u00adıoğlu met", "Kadıoğlu", "Kad\u00adıoğlu"),
        ("in Nagorno-Kara-\nbakh.", "Nagorno-Karabakh", "Nagorno-Kara-\nbakh"),
        ("\u200b\u200bBaku", "Baku", "Baku"),
        ("Trade &amp; Industry Ministry", "Trade & Industry", "Trade &amp; Industry"),
        ("Mr.\u00a0Ã‰mile met", "Mr. Émile", "Mr.\u00a0Ã‰mile"),
        ("a\r\nMinister", "Minister", "Minister"),
    ],
)
def test_a_span_leads_back_to_the_words_it_was_made_from(text: str, found: str, expected: str) -> None:
    surface = make_surface(text)
    start = surface.text.index(found)
    span = surface.original(start, start + len(found))
    assert text[span.start : span.end] == expected


ODD = st.sampled_from(
    [
        *"ab Z.-\n\r\t*&;<>#x3 \u00ad\u200b\u00a0\ufeffÃ©â€™İß’“",
        *("&amp;", "&#305;", "-\n", "\r\n", "**", "<br>", "</p>", "Ã©", "â€™", "\t\t"),
    ]
)


@given(st.lists(ODD | st.characters(codec=None), max_size=40).map("".join))
def test_every_surface_span_has_an_ordered_place_in_the_text(text: str) -> None:
    surface = make_surface(text)
    before = 0
    for place in range(len(surface.text)):
        span = surface.original(place, place + 1)
        assert 0 <= span.start < span.end <= len(text)
        assert span.start >= before or span.end > before
        before = span.start
    whole = surface.original(0, len(surface.text))
    if surface.text:
        assert 0 <= whole.start < whole.end <= len(text)
    if surface.text == text:
        assert all(surface.original(at, at + 1) == Span(at, at + 1) for at in range(len(text)))


def test_columns_of_a_table_are_kept_apart() -> None:
    text = "Pål Jonson          Minister for Defence"
    surface = make_surface(text)
    assert surface.text == "Pål Jonson|Minister for Defence"
    assert surface.original(11, 31) == Span(20, 40)
    assert make_surface("   an indented line").text == "   an indented line"


@given(st.text("abc XYZ.,\n", max_size=60).filter(lambda text: "    " not in text))
def test_what_needs_no_mending_is_left_alone(text: str) -> None:
    surface = make_surface(text)
    assert surface.text == text
    assert all(surface.original(at, at + 2) == Span(at, at + 2) for at in range(len(text) - 1))
