"""Tags as typed and times as told."""

from __future__ import annotations

from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.notes.wording import shortened, tags_of, told_time, typed_of


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("", ()),
        (" , ;# ", ()),
        ("visit", ("visit",)),
        ("#visit #homage", ("visit", "homage")),
        ("two  words,Two Words, x", ("two words", "x")),
        ("İstanbul; ərazi", ("İstanbul", "ərazi")),
    ],
)
def test_tags(typed: str, tags: tuple[str, ...]) -> None:
    assert tags_of(typed) == tags


@given(st.text(max_size=40))
def test_tags_are_typed_as_they_are_read(typed: str) -> None:
    tags = tags_of(typed)
    assert tags_of(typed_of(tags)) == tags


def test_times() -> None:
    assert told_time("2026-01-02T03:04:05Z", UTC) == "2 January 2026, 03:04"
    assert told_time("never", UTC) == "never"


@given(st.text(max_size=60), st.integers(2, 30))
def test_shortened_is_short_and_one_line(text: str, most: int) -> None:
    line = shortened(text, most)
    assert len(line) <= most
    assert "\n" not in line
