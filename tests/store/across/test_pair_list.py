"""Which two parties met, the most frequent first."""

from __future__ import annotations

import pytest

from store.across.country import page_of
from store.across.network import Edge, Network
from store.across.page import Page, Table, text_of, to_pair
from store.across.pair_list import PairLine, lines_of, list_page
from store.library import Library

BAKU = (
    "BAKU, Azerbaijan, May {day}. Azerbaijan's Minister of Defense, Colonel General Ali Veliyev met with the"
    " Minister of {post} of {country}, {name} in Baku, {outlet} reports."
)


def told(day: int, country: str, name: str, outlet: str = "Trend") -> tuple[str, str]:
    said = BAKU.format(day=day, post="Defense", country=country, name=name, outlet=outlet)
    return f"2024-05-{day:02}", said


def rows_of(page: Page, heading: str) -> list[list[str]]:
    (table,) = [block for block in page.blocks if isinstance(block, Table) and block.heading == heading]
    return [[text_of(one) for one in row] for row in table.rows]


def test_each_two_of_several_are_a_pair_and_plans_come_last() -> None:
    found = Network((), (Edge("AZ", "TR", 5, "2020-01-01", "2024-01-01", ()),))
    lines = lines_of(found, [(("AZ", "GE", "TR"), 2), (("FR",), 4), (("AZ", "TR"), 5)])
    assert lines == (
        PairLine("AZ", "TR", 5, "2020-01-01", "2024-01-01"),
        PairLine("AZ", "GE", 0),
        PairLine("GE", "TR", 0),
    )


def test_the_page_leads_to_each_pair() -> None:
    page = list_page([PairLine("AZ", "TR", 3, "2020-01-01", None), PairLine("AZ", "GE", 0)])
    (table,) = page.blocks
    assert isinstance(table, Table)
    assert table.columns == ("Who", "Meetings", "First", "Last")
    assert table.rows[0][0][0].link == to_pair("AZ", "TR")
    assert [[text_of(one) for one in row] for row in table.rows] == [
        ["Azerbaijan and Türkiye", "3", "1 Jan 2020", ""],
        ["Azerbaijan and Georgia", "only planned", "", ""],
    ]
    assert page.subtitle == "2 pairs"
    days = list_page([PairLine("AZ", "TR", 3)], "days").blocks[0]
    assert isinstance(days, Table)
    assert days.columns[1] == "Days with meetings"


def test_where_nobody_met_that_is_said() -> None:
    page = list_page([])
    assert page.subtitle == ""
    assert len(page.blocks) == 1


@pytest.fixture
def library(read_library: object) -> Library:
    return read_library(  # type: ignore[operator,no-any-return]
        told(5, "Georgia", "Gia Beridze"),
        told(5, "Georgia", "Gia Beridze", "Reuters"),
        told(9, "Georgia", "Gia Beridze"),
        told(20, "Romania", "Ion Popescu"),
    )


def test_two_reports_are_one_meeting_of_a_pair(library: Library) -> None:
    lines, counted = library.across.pair_lines()
    assert counted == "meetings"
    assert [(one.first, one.second, one.meetings) for one in lines] == [("AZ", "GE", 2), ("AZ", "RO", 1)]
    assert dict(library.across.pairs())["AZ", "GE"] == 3, "of articles"


def test_a_country_has_a_page_of_its_own(library: Library) -> None:
    found = library.across.country_of("AZ")
    assert found is not None
    assert [(one.first, one.second, one.meetings) for one in found.partners] == [
        ("AZ", "GE", 2),
        ("AZ", "RO", 1),
    ]
    page = page_of(found)
    assert (page.title, page.subtitle) == ("Azerbaijan", "AZ, met 2 others, 1 person")
    assert rows_of(page, "Whom it met")[0] == ["Georgia", "2", "5 May 2024", "9 May 2024"]
    assert rows_of(page, "Who spoke for it") == [["Ali Veliyev", "3"]]
    other = library.across.country_page("RO")
    assert other is not None
    assert rows_of(other, "Whom it met") == [["Azerbaijan", "1", "20 May 2024", "20 May 2024"]]
    assert other.blocks[-1].runs[0].link.key == "country:RO"  # type: ignore[union-attr]
    assert library.across.country_page("FR") is None


def test_the_series_of_a_country(samples: Library) -> None:
    found = samples.across.country_of("TR")
    assert found is not None
    assert [line.numbers for line in found.series] == [(15, 17)]
    assert "Series it is in" in str(page_of(found))
