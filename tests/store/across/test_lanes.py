"""Rows of a time axis: pairs, people, series; what is missing; of very many reports their days."""

from __future__ import annotations

import pytest

from store.across import lanes as module
from store.across.contact import contacts
from store.across.lanes import By, Lane, Lanes, of_points
from store.across.page import Grid, Link, Table, text_of
from store.across.posts import Level
from store.across.timeline import Chosen, timeline
from store.across.told import data
from store.library import Library
from store.model import Filter, Role
from tests.store.across.made_up import met, person

HOST = person("Ali Host", "AZ", "Minister of Defense")
GUEST = person("Veli Guest", "TR", "Ambassador", role=Role.GUEST)
THIRD = person("Gia Third", "GE", "Minister of Defense", role=Role.GUEST)
TOLD = [
    met(1, "2021-01-01", HOST, GUEST),
    met(2, "2021-01-01", HOST, GUEST),
    met(3, "2022-03", HOST, GUEST),
    met(4, "2023-01-01", HOST, THIRD, planned=True),
    met(5, None, HOST, GUEST),
]


def _lanes(by: By, chosen: Chosen | None = None, most: int | None = None) -> Lanes:
    told = timeline(contacts(TOLD))
    return of_points([*told.points, *told.undated], by, chosen or Chosen(), most)


def _names(lanes: Lanes) -> list[str]:
    return [lane.name for lane in lanes.lanes]


def test_a_row_for_each_pair_by_its_meetings() -> None:
    found = _lanes("pairs")
    assert _names(found) == ["Azerbaijan – Türkiye", "Azerbaijan – Georgia"]
    first = found.lanes[0]
    assert [spot.day for spot in first.spots] == ["2021-01-01", "2022-03"]
    assert (first.spots[0].articles, first.spots[0].level) == ((1, 2), Level.MINISTER)
    assert (first.link, first.search) == (Link("pair", "AZ+TR"), "country:AZ country:TR")
    assert found.lanes[1].spots[0].planned
    assert found.days == ("2021-01-01", "2023-01-01")
    assert [one.articles for one in found.undated] == [(5,)]
    assert found.meetings == 3


def test_many_parties_share_a_row() -> None:
    several = [person(f"Some {code}", code, "Minister of Defense") for code in ("AZ", "TR", "GE", "KZ")]
    told = timeline(contacts([met(1, "2021-01-01", *several)]))
    (lane,) = of_points(told.points, "pairs", Chosen()).lanes
    assert (lane.name, lane.link, lane.search) == ("4 or more together", None, "")


def test_a_row_for_each_person_and_who_was_asked_for_comes_first() -> None:
    assert _names(_lanes("people"))[0] == "Ali Host"
    found = _lanes("people", Chosen(person="gia third"), most=2)
    assert _names(found) == ["Gia Third", "Ali Host"]
    assert found.more == 1
    assert found.lanes[0].link == Link("person", "gia third")


def test_a_series_shows_the_session_that_is_missing(samples: Library) -> None:
    found = samples.across.lanes(Chosen(), "series")
    (lane,) = found.lanes
    assert [(one.numbers, one.since, one.until) for one in lane.missing] == [
        ((16,), "2023-12-06", "2025-12-17")
    ]
    assert [spot.ordinal for spot in lane.spots] == [15, 15, 17]
    same = samples.across.lanes(Chosen(series=lane.key), "series")
    assert same.lanes == found.lanes
    assert samples.across.lanes(Chosen(series="none such"), "series").lanes == ()


def test_of_one_pair_people_are_shown_unless_pairs_are_asked_for(samples: Library) -> None:
    pair = Chosen(parties=("AZ", "TR"))
    assert samples.across.lanes(pair).by == "people"
    assert _names(samples.across.lanes(pair, "pairs")) == ["Azerbaijan – Türkiye"]
    person_ = samples.across.lanes(Chosen(person="zakir hasanov"))
    assert person_.lanes[0].name == "Zakir Hasanov"
    some = tuple(samples.ids(Filter(year="2023")))
    assert samples.across.lanes(Chosen(articles=some)).days == ("2023-12-06", "2023-12-06")


def _days(lane: Lane) -> list[str]:
    return sorted({spot.day for spot in lane.spots})


@pytest.mark.parametrize("by", ["pairs", "people", "series"])
@pytest.mark.parametrize("chosen", [Chosen(), Chosen(person="zakir hasanov"), Chosen(parties=("TR",))])
def test_of_very_many_the_days_are_the_same(
    samples: Library, by: By, chosen: Chosen, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = samples.across.lanes(chosen, by)
    monkeypatch.setattr(module, "MANY", 0)
    wide = samples.across.lanes(chosen, by)
    assert (wide.counted, usual.counted) == ("days", "meetings")
    assert {lane.key: _days(lane) for lane in wide.lanes} == {lane.key: _days(lane) for lane in usual.lanes}
    assert {lane.key: lane.missing for lane in wide.lanes} == {lane.key: lane.missing for lane in usual.lanes}


def test_of_very_many_between_two_days(samples: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MANY", 0)
    found = samples.across.lanes(Chosen(since="2024", until="2024-12"), "pairs")
    assert [_days(lane) for lane in found.lanes] == [["2024-12-12"]]
    numbers = tuple(samples.ids(Filter(year="2025")))
    assert samples.across.lanes(Chosen(articles=numbers), "pairs").days == ("2025-12-17", "2025-12-17")


def test_as_text_it_says_what_is_drawn(samples: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    page = samples.across.lanes_page(Chosen(), "Timeline", "series")
    rows, meetings = (block for block in page.blocks if isinstance(block, Table))
    assert text_of(rows.rows[0][-1]) == "no. 16"
    assert text_of(meetings.rows[0][0]) == "17 Dec 2025"
    assert "Levent Ergün" in text_of(meetings.rows[0][3])
    assert page.subtitle == "3 meetings, 6 Dec 2023 to 17 Dec 2025, 1 row"
    monkeypatch.setattr(module, "MANY", 0)
    wide = samples.across.lanes_page(Chosen(), "Timeline", "pairs")
    years = wide.blocks[-1]
    assert isinstance(years, Table | Grid)
    assert "each day with a meeting counted once" in wide.subtitle


def test_without_dates_that_is_said() -> None:
    told = timeline(contacts([met(5, None, HOST, GUEST)]))
    found = of_points([*told.points, *told.undated], "pairs", Chosen())
    assert found.lanes == ()
    assert found.days is None
    assert data(found)["counted"] == "meetings"  # type: ignore[index]
