"""What is drawn, as the key of an address."""

from __future__ import annotations

from pathlib import Path

import pytest

from gui.across.drawings.selection import Selection, around, link_to, of_filter, of_link
from store.across.page import Link, LinkKind
from store.library import Library
from store.model import Filter


@pytest.mark.parametrize(
    "chosen",
    [
        Selection(),
        Selection(person="zakir hasanov"),
        Selection(parties=("AZ", "TR")),
        Selection(series="AZ TR dialogue high level"),
        Selection(shown=Filter(unread=True, year="2025", query='"a & b"=c %', part=("day", "2025-12-17"))),
        Selection(person="x", settings=(("rows", "people"), ("year", "2024"))),
    ],
)
def test_a_key_says_all_of_it(chosen: Selection) -> None:
    assert Selection.of(chosen.key) == chosen


def test_what_is_not_understood_is_left_aside() -> None:
    assert Selection.of("list.nonsense=1&list.unread=perhaps&&%%%=3").shown == Filter()


def test_settings_come_and_go() -> None:
    one = Selection(person="x").with_setting("rows", "people").with_setting("rows", "series")
    assert one.settings == (("rows", "series"),)
    assert one.with_setting("rows", "").settings == ()
    assert one.only_whom == Selection(person="x")


@pytest.mark.parametrize("kind", ["timeline", "calendar", "network"])
def test_from_one_drawing_to_another_it_stays_of_the_same(kind: LinkKind) -> None:
    for chosen in (
        Selection(person="x"),
        Selection(parties=("AZ", "TR")),
        Selection(shown=Filter(unread=True)),
    ):
        assert of_link(link_to(kind, chosen)) == chosen


def test_a_search_around_some_days() -> None:
    assert around("person:x", "2024-03-01", "2024-03") == "person:x after:2024-02-29 before:2024-04-04"
    assert around("", "0001-01-01", "9999") == "after:0001-01-01 before:9999-12-31"


def test_in_words_and_as_a_search(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library.sqlite")
    library.import_samples()
    shown = Filter(query="dialogue OR security", year="2024", starred=True)
    told = {
        Selection(): ("all articles", ""),
        Selection(person="zakir hasanov"): ("Zakir Hasanov", 'person:"Zakir Hasanov"'),
        Selection(parties=("AZ", "TR")): ("Azerbaijan and Türkiye", "country:AZ country:TR"),
        Selection(shown=shown): (
            "“dialogue OR security”, starred, articles of 2024",
            "(dialogue OR security)",
        ),
        Selection(series="nothing"): ("a series", ""),
    }
    for chosen, (words, search) in told.items():
        assert (chosen.words(library), chosen.search(library)) == (words, search)
    library.close()


def test_pages_and_filters_tell_of_whom() -> None:
    assert of_link(Link("pair", "AZ+TR")) == Selection(parties=("AZ", "TR"))
    assert of_link(Link("pair", "")) is None
    assert of_link(Link("timeline", "person=x&rows=people")) == Selection(person="x")
    assert of_link(Link("new", "3")) is None
    assert of_filter(Filter(person="x")) == Selection(person="x")
    assert of_filter(Filter(country="TR")) == Selection(parties=("TR",))
    assert of_filter(Filter(person="x", unread=True)).shown == Filter(person="x", unread=True)
    assert of_filter(Filter()).is_everything
