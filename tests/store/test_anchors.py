"""Anchors hold on to words, and let go rather than hold on to the wrong ones."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from store.anchors import CONTEXT, WHOLE, make, place
from store.errors import AnchorError
from store.model import Anchor, Span

TEXT = st.text(st.sampled_from("ab ıü\u0301😀\r\n."), min_size=1, max_size=120)


@given(TEXT, st.data())
def test_an_anchor_finds_its_own_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = make(text, Span(start, end))
    assert anchor.exact == text[start:end]
    assert text[:start].endswith(anchor.prefix)
    assert text[end:].startswith(anchor.suffix)
    assert len(anchor.prefix) <= CONTEXT
    assert place(text, anchor) == (start, end)


@given(TEXT, st.text(max_size=30), st.data())
def test_a_quote_that_is_there_once_is_found_where_it_went(
    text: str, added: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    changed = added + text
    quote = text[start:end]
    assume(sum(changed.startswith(quote, at) for at in range(len(changed))) == 1)
    assert place(changed, make(text, Span(start, end))) == (start + len(added), end + len(added))


@given(TEXT, TEXT, st.data())
def test_it_is_never_placed_on_other_words(text: str, other: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = place(other, make(text, Span(start, end)))
    assert found is None or other[found.start : found.end] == text[start:end]


def test_the_words_around_decide_between_several() -> None:
    text = "The guest of Ghana spoke. The guest of Norway spoke."
    anchor = make(text, Span(text.index("guest of Norway"), text.index("guest of Norway") + 5))
    changed = "Later: " + text
    assert place(changed, anchor) == (changed.index("guest of Norway"), changed.index("guest of Norway") + 5)


def test_in_doubt_there_is_no_place() -> None:
    anchor = Anchor(Span(90, 95), "guest", " the ", " of ")
    assert place("a the guest of b the guest of c", anchor) is None


def test_gone_is_gone() -> None:
    assert place("nothing of it", make("the guest", Span(4, 9))) is None


@pytest.mark.parametrize("span", [Span(3, 3), Span(-1, 2), Span(0, 99), Span(5, 2)])
def test_there_must_be_words(span: Span) -> None:
    with pytest.raises(AnchorError):
        make("a guest", span)


def test_what_has_no_words_is_of_the_whole() -> None:
    assert place("any text", WHOLE) == (0, 0)
    assert place("", WHOLE) == (0, 0)
