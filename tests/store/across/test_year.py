"""A year of meetings, day by day."""

from __future__ import annotations

import pytest

from store.across import lanes
from store.across.contact import contacts
from store.across.page import Table, text_of
from store.across.timeline import Chosen, timeline
from store.across.year import of_points
from store.across.year_page import told, year_page
from store.library import Library
from store.model import Role
from tests.store.across.made_up import met, person

HOST = person("Ali Host", "AZ", "Minister of Defense")
GUEST = person("Veli Guest", "TR", "Ambassador", role=Role.GUEST)
THIRD = person("Gia Third", "GE", "Minister of Defense", role=Role.GUEST)
POINTS = timeline(
    contacts(
        [
            met(1, "2021-01-01", HOST, GUEST),
            met(2, "2021-01-01", HOST, THIRD),
            met(3, "2021-03", HOST, GUEST),
            met(4, "2023-01-01", HOST, THIRD, planned=True),
        ]
    )
).points


def test_the_last_year_with_meetings_unless_another_is_asked_for() -> None:
    last = of_points(POINTS)
    assert (last.year, last.years) == (2023, ((2021, 3), (2023, 1)))
    assert [(one.day, one.held, one.planned) for one in last.days] == [("2023-01-01", 0, 1)]
    first = of_points(POINTS, 2021)
    assert [(one.day, one.meetings, one.articles) for one in first.days] == [("2021-01-01", 2, (1, 2))]
    assert [one.day for one in first.months] == ["2021-03"]
    assert first.meetings == 3
    assert of_points(POINTS, 2022).days == ()
    assert of_points([]).year == 0


def test_a_day_in_words() -> None:
    year = of_points(POINTS, 2021)
    words = told(year, year.days[0])
    assert words.startswith("1 Jan 2021  ·  2 meetings  ·  Ali Host, Veli Guest and Gia Third")
    assert "1 planned" in told(of_points(POINTS), of_points(POINTS).days[0])


def test_as_text_it_says_what_is_drawn() -> None:
    page = year_page(of_points(POINTS, 2021), "Calendar 2021")
    headings = [block.heading for block in page.blocks if isinstance(block, Table)]
    assert headings == ["Days", "Day not told", "Years"]
    assert page.subtitle == "3 meetings, 1 day with any, 1 without a day"
    none = year_page(of_points(POINTS, 2022), "Calendar 2022")
    assert none.subtitle == "no meeting in this year"
    assert year_page(of_points([]), "Calendar").subtitle == "no meeting with a date"


def test_of_very_many_reports_are_counted(samples: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = samples.across.year(Chosen(), 2024)
    monkeypatch.setattr(lanes, "MANY", 0)
    wide = samples.across.year(Chosen(), 2024)
    assert (usual.counted, wide.counted) == ("meetings", "reports")
    assert [one.day for one in wide.days] == [one.day for one in usual.days] == ["2024-12-12"]
    assert wide.years == usual.years == ((2023, 2), (2024, 3), (2025, 1))
    page = samples.across.year_page(Chosen(), "Calendar", 2024)
    assert page.subtitle == "3 reports of meetings, 1 day with any"
    (days, _) = page.blocks
    assert isinstance(days, Table)
    assert text_of(days.rows[0][1]) == "3"
