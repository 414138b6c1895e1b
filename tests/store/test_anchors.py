"""Anchors hold on to words, and let go rather than hold on to the wrong ones."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from store.anchors import CONTEXT, LONGEST_CONTEXT, WHOLE, make, place, text_hash
from store.errors import AnchorError
from store.model import Span

ANY = st.text(st.sampled_from("ab ıü\u0301😀\r\n."), min_size=1, max_size=120)
SENTENCES = (
    "General Levent Ergün of Türkiye met General Zakir Hasanov.",
    "The guest thanked the host, the host thanked the guest.",
    "The sides spoke of trade 😀 and security.",
    "General Zakir Hasanov thanked the guest.",
    "Trend\r\nreports.",
    "Baku.",
)
ARTICLE = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=9).map(" ".join)
ALIKE = st.builds(
    lambda piece, times, end: piece * times + end,
    st.text("ab ", min_size=1, max_size=4),
    st.integers(1, 60),
    st.text("ab ", max_size=40),
)
"""Texts that repeat themselves, so that contexts do not tell places apart."""
TEXT = st.one_of(ARTICLE, ALIKE, ANY)
NEW = st.text("XYZ ", max_size=50)
"""What an edit puts in: words that no text here has."""


def some_words(data: st.DataObject, text: str) -> Span:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 40)))
    return Span(start, end)


def edited(data: st.DataObject, text: str, first: int, last: int) -> tuple[str, int]:
    """``text`` with a stretch of ``[first, last)`` replaced by other words, and how much longer it is."""
    start = data.draw(st.integers(first, last))
    end = data.draw(st.integers(start, last))
    new = data.draw(NEW)
    return text[:start] + new + text[end:], len(new) - (end - start)


@given(TEXT, st.data())
def test_an_anchor_finds_its_own_place(text: str, data: st.DataObject) -> None:
    span = some_words(data, text)
    anchor = make(text, span)
    assert anchor.exact == text[slice(*span)]
    assert text[: span.start].endswith(anchor.prefix)
    assert text[span.end :].startswith(anchor.suffix)
    assert max(len(anchor.prefix), len(anchor.suffix)) <= LONGEST_CONTEXT
    assert anchor.text_hash == text_hash(text)
    assert place(text, anchor) == span


@given(TEXT, st.data())
def test_after_an_edit_elsewhere_it_is_at_its_words_or_nowhere(text: str, data: st.DataObject) -> None:
    span = some_words(data, text)
    anchor = make(text, span)
    if data.draw(st.booleans()):
        changed, by = edited(data, text, 0, span.start)
    else:
        changed, by = edited(data, text, span.end, len(text))[0], 0
    found = place(changed, anchor)
    there = Span(span.start + by, span.end + by)
    assert found is None or _without_blanks(changed, found) == _without_blanks(changed, there)


@given(TEXT, st.data())
def test_words_that_were_taken_out_are_nowhere(text: str, data: st.DataObject) -> None:
    span = some_words(data, text)
    anchor = make(text, span)
    around = Span(max(0, span.start - CONTEXT), min(len(text), span.end + CONTEXT))
    changed = text[: around.start] + "X" + text[around.end :]
    assert place(changed, anchor) is None


@given(TEXT, st.data())
def test_words_that_became_others_are_nowhere(text: str, data: st.DataObject) -> None:
    span = some_words(data, text)
    assert place(f"{text[: span.start]}X{text[span.end :]}", make(text, span)) is None


@given(TEXT, st.data())
def test_after_edits_on_both_sides_it_is_at_its_words_or_nowhere(text: str, data: st.DataObject) -> None:
    span = some_words(data, text)
    assume(text[span.start : span.end].strip())  # of blanks alone it cannot be said which they are
    shortened, _ = edited(data, text, span.end, len(text))
    changed, by = edited(data, shortened, 0, span.start)
    found = place(changed, make(text, span))
    there = Span(span.start + by, span.end + by)
    assert found is None or _without_blanks(changed, found) == _without_blanks(changed, there)


@given(ARTICLE, ARTICLE, st.data())
def test_edits_that_leave_one_side_leave_its_place(before: str, after: str, data: st.DataObject) -> None:
    quote = "the only words like these"
    text = f"{before} {SENTENCES[0]} {quote} {SENTENCES[1]} {after}"
    span = Span(text.index(quote), text.index(quote) + len(quote))
    anchor = make(text, span)
    shortened, by = edited(data, text, 0, span.start)
    assert place(shortened, anchor) == (span.start + by, span.end + by)
    shortened, _ = edited(data, text, span.end, len(text))
    assert place(shortened, anchor) == span
    far = span.start - len(anchor.prefix), span.end + len(anchor.suffix)
    shortened, _ = edited(data, text, far[1], len(text))
    changed, by = edited(data, shortened, 0, far[0])
    assert place(changed, anchor) == (span.start + by, span.end + by)


@given(ARTICLE, st.integers(2, 3), st.data())
def test_words_several_times_with_the_same_around_them_are_nowhere(
    text: str, times: int, data: st.DataObject
) -> None:
    span = some_words(data, text)
    anchor = make(text, span)
    several = " ".join([text] * times)
    found = place(several, anchor)
    assert found is None or not text[slice(*span)].strip() or several.count(text[slice(*span)]) == 1


@given(ARTICLE, st.data())
def test_white_space_makes_no_difference(text: str, data: st.DataObject) -> None:
    span = some_words(data, text)
    wrapped = text.replace(" ", data.draw(st.sampled_from(("\n", "  ", " \r\n"))))
    found = place(wrapped, make(text, span))
    if found is not None:
        assert wrapped[slice(*found)].split() == text[slice(*span)].split()
    there_once = text[slice(*span)].strip() and text.count(text[slice(*span)]) == 1
    if there_once and max(span.start, len(text) - span.end) >= CONTEXT:
        assert found is not None


def test_the_words_around_decide_between_several() -> None:
    text = "It was a long day. The guest of Ghana spoke. The guest of Norway spoke. It was late."
    anchor = make(text, Span(text.index("guest of Norway"), text.index("guest of Norway") + 5))
    changed = "Later: " + text
    assert place(changed, anchor) == (changed.index("guest of Norway"), changed.index("guest of Norway") + 5)


def test_the_same_place_in_another_text_is_not_believed() -> None:
    text = "The guest of Ghana spoke at length. Nobody else did. The end of it all came at once, they say."
    anchor = make(text, Span(4, 9))
    changed = "Our guest from Norway. " + text[30:]
    assert changed[4:9] == "guest"
    assert place(changed, anchor) is None
    assert place(changed, replace(anchor, text_hash=text_hash(changed))) == (4, 9)


def test_in_doubt_there_is_no_place() -> None:
    around = "and then, as had been expected, the"
    text = f"{around} guest spoke. {around} guest left."
    first = make(text, Span(len(around) + 1, len(around) + 6))
    assert place(text + " Later.", first) == first.span
    doubtful = replace(first, prefix=around + " ", suffix=" said no word to any of them, nor they")
    assert place(text + " Later.", doubtful) is None


def test_gone_is_gone() -> None:
    assert place("nothing of it", make("the guest", Span(4, 9))) is None


@pytest.mark.parametrize("span", [Span(3, 3), Span(-1, 2), Span(0, 99), Span(5, 2)])
def test_there_must_be_words(span: Span) -> None:
    with pytest.raises(AnchorError):
        make("a guest", span)


def test_what_has_no_words_is_of_the_whole() -> None:
    assert place("any text", WHOLE) == (0, 0)
    assert place("", WHOLE) == (0, 0)


def _without_blanks(text: str, span: Span) -> Span:
    words = text[slice(*span)]
    start = span.end - len(words.lstrip())
    return Span(start, start + len(words.strip()))
