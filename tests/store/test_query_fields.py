"""Fields that there are not: told, and the one that was meant put in their place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.query import FIELDS
from store.query_fields import corrected, unknown_field


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("persn:hasanov", "person:hasanov"),
        ("baku Perosn:hasanov date:2024", "baku person:hasanov date:2024"),
        ('-contry:"Saudi Arabia"', '-country:"Saudi Arabia"'),
        ("per:x", "person:x"),
        ("tags:x", "tag:x"),
        ("official:x", "person:x"),
        ("since:2024", "after:2024"),
        ("untill:2024", "before:2024"),
        ("state:unread", "is:unread"),
        ("(baku OR plac:x)", "(baku OR place:x)"),
        ("baku persn:", "baku person:"),  # while it is typed
    ],
)
def test_the_field_that_was_meant(typed: str, meant: str) -> None:
    unknown = unknown_field(typed)
    assert unknown is not None
    assert corrected(typed, unknown) == meant
    assert unknown_field(meant) is None


def test_what_is_like_no_field_is_told_and_no_more() -> None:
    unknown = unknown_field("xyzzy:hasanov")
    assert unknown is not None
    assert unknown.told() == "There is no field xyzzy:"
    assert unknown_field("persn:x").told() == "There is no field persn:; did you mean person:?"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "typed",
    [
        *(f"{field}:x" for field in FIELDS),
        "PERSON:x",
        "",
        "baku",
        "https://www.example.org/a",
        "at 10:30",
        "Statement: he said",
        "Hasanov:",
        '"persn:hasanov in quotes"',
    ],
)
def test_nothing_is_told_of_other_words(typed: str) -> None:
    assert unknown_field(typed) is None


@given(st.text(alphabet="persn:ab \"'()-*\u201c", max_size=30))
def test_any_text_can_be_asked(typed: str) -> None:
    unknown = unknown_field(typed)
    if unknown is not None:
        assert typed[unknown.start :].startswith(f"{unknown.name}:")
        assert not unknown.meant or unknown.meant in FIELDS
