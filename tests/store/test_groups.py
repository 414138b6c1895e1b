"""Groups of the list: their sizes are those of what their filters choose, whatever else is chosen."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from types import ModuleType

import pytest

from store.database.places import Free, first_of
from store.library import Library
from store.model import Filter
from tests.store.conftest import prose
from tests.store.test_occasions import DIALOGUE, OTHER, TURNED, article, read_occasion

BY = ("day", "month", "country", "occasion")
FILTERS = (
    Filter(),
    Filter(unread=True),
    Filter(starred=True),
    Filter(country="TR"),
    Filter(year="2024"),
    Filter(query="hasanov"),
    Filter(query="delegation -kadioglu"),
    Filter(query="country:TR", unread=True),
    Filter(query="qqqq"),
    Filter(tag="homage", country="AZ"),
)


@pytest.fixture
def grouped(seeded: Library) -> Library:
    dated = [
        (f"more{n}", f" date 20{20 + n % 4}-0{1 + n % 3}-17 ".encode() + prose("BAKU.", n)) for n in range(9)
    ]
    seeded.import_texts([*dated, ("undated", prose("Nobody said when.", 99))])
    ids = seeded.ids(Filter())
    seeded.set_read(ids[::2], True)
    seeded.set_starred(ids[::3], True)
    seeded.tagging.tag_articles(ids[:5], ["homage"], [])
    return seeded


@pytest.mark.parametrize(("by", "order"), [*product(BY, ("date", "oldest"))])
def test_groups_are_what_their_filters_choose(grouped: Library, by: str, order: str) -> None:
    for f in FILTERS:
        groups = grouped.listed.groups(f, by)
        parts = [replace(f, part=(by, group.key)) for group in groups]
        listed = [grouped.ids(part, order) for part in parts]
        assert [group.count for group in groups] == [len(ids) for ids in listed], f
        assert [grouped.count(part) for part in parts] == [len(ids) for ids in listed], f
        plain = grouped.ids(f, order)
        assert {number for ids in listed for number in ids} == set(plain), f
        for part, ids in zip(parts, listed, strict=True):
            assert ids == [number for number in plain if number in set(ids)], f  # in the order of the list
            assert [row.id for row in grouped.rows(part, 0, 99, order)] == ids
        for number in plain:
            there = [group.key for group, ids in zip(groups, listed, strict=True) if number in ids]
            assert sorted(there) == sorted(grouped.listed.groups_of(number, by)), f


def test_days_and_months_come_newest_first_and_the_undated_last(grouped: Library) -> None:
    days = [group.key for group in grouped.listed.groups(Filter(), "day")]
    assert days[:2] == ["2025-12-17", "2024-12-12"]
    assert days[:-1] == sorted(days[:-1], reverse=True)
    assert days[-1] == ""
    months = [group.key for group in grouped.listed.groups(Filter(), "month")]
    assert months[0] == "2025-12"
    assert months[-1] == ""


def test_countries_come_by_size_and_have_names(grouped: Library) -> None:
    groups = grouped.listed.groups(Filter(query="hasanov"), "country")
    assert [(group.label, group.count) for group in groups] == [("Azerbaijan", 3), ("Türkiye", 3)]
    assert grouped.listed.groups(Filter(), "country")[-1].key == ""


@pytest.fixture
def held(library: Library, engine: ModuleType) -> Library:
    engine.read_article = read_occasion  # type: ignore[attr-defined]
    occasions = (DIALOGUE, TURNED, DIALOGUE, OTHER, OTHER, OTHER, OTHER)
    library.import_texts(
        article(n, occasion, "Azerbaijan" if n < 6 else "Ghana") for n, occasion in enumerate(occasions, 1)
    )
    return library


def test_occasions_of_several_wordings_are_one_group(held: Library) -> None:
    assert [one.count for one in held.listed.groups(Filter(), "occasion")] == [4, 2, 1]
    held.occasions.rule(DIALOGUE, TURNED, same=True)
    for f, sizes in (
        (Filter(), {OTHER: 4, DIALOGUE: 3}),
        (Filter(country="AZ"), {DIALOGUE: 3, OTHER: 2}),
        (Filter(query="ghana"), {OTHER: 2}),
    ):
        groups = held.listed.groups(f, "occasion")
        assert [(one.label, one.count) for one in groups] == list(sizes.items())
        for group in groups:
            ids = held.ids(replace(f, part=("occasion", group.key)))
            assert len(ids) == group.count
            assert all(held.listed.groups_of(number, "occasion") == (group.key,) for number in ids)


def test_days_with_more_articles_than_have_room(grouped: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands among the places of the days after is in the group of its own day."""
    take = Free.take

    def full(self: Free, date: str | None) -> int:
        return first_of("2026-01-01") + 3 if date == "2025-12-31" else take(self, date)

    monkeypatch.setattr(Free, "take", full)
    days = ["2025-12-31", *["2026-01-01"] * 3, "2026-01-02"]
    grouped.import_texts(
        (f"same{n}", f" date {day} ".encode() + prose("BAKU.", 200 + n)) for n, day in enumerate(days)
    )
    groups = {group.key: group.count for group in grouped.listed.groups(Filter(), "day")}
    for key, count in (("2025-12-31", 1), ("2026-01-01", 3), ("2026-01-02", 1)):
        rows = grouped.rows(Filter(part=("day", key)), 0, 9)
        assert [row.date for row in rows] == [key] * count
        assert groups[key] == count
