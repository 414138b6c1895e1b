"""The door to what several articles say together."""

from __future__ import annotations

from store.library import Library


def test_it_is_made_once(seeded: Library) -> None:
    assert seeded.across is seeded.across


def test_an_empty_library_says_nothing(library: Library) -> None:
    across = library.across
    assert across.encounters() == across.pairs() == []
    assert across.encounters_of_person("nobody") == across.encounters_of_pair("AZ", "TR") == []
    assert across.encounters_of_occasions(["no such thing"]) == []
