"""What is drawn: points in time, who met whom, days."""

from __future__ import annotations

import pytest

from store.across.contact import contacts
from store.across.posts import Level
from store.across.timeline import Chosen, calendar, timeline
from store.library import Library
from store.model import Filter, Role
from tests.store.across.made_up import met, person

HOST = person("Ali Host", "AZ", "Minister of Defense")
GUEST = person("Veli Guest", "TR", "Minister of Defense", role=Role.GUEST)
BESIDE = person("Can Beside", "TR", "Ambassador", role=Role.ATTENDEE)
TOLD = contacts(
    [
        met(1, "2021-01-01", HOST, GUEST, BESIDE),
        met(2, "2021-01-01", HOST, GUEST),
        met(3, "2022-03", HOST, GUEST),
        met(4, "2023-01-01", HOST, person("Gia Other", "GE", role=Role.GUEST), planned=True),
        met(5, None, HOST, GUEST),
    ]
)


def test_points_are_by_day_and_those_without_one_apart() -> None:
    found = timeline(TOLD)
    assert [one.day for one in found.points] == ["2021-01-01", "2022-03", "2023-01-01"]
    assert [one.articles for one in found.undated] == [(5,)]
    assert found.days == ("2021-01-01", "2023-01-01")
    first = found.points[0]
    assert (first.articles, first.level) == ((1, 2), Level.MINISTER)
    assert [who.name for who in (*first.hosts, *first.guests, *first.attendees)] == [
        "Ali Host",
        "Veli Guest",
        "Can Beside",
    ]
    assert timeline([]).days is None


def test_days() -> None:
    found = calendar(TOLD)
    assert [(one.day, one.held, one.planned, one.articles) for one in found.days] == [
        ("2021-01-01", 1, 0, (1, 2)),
        ("2023-01-01", 0, 1, (4,)),
    ]
    assert found.years == ((2021, 1), (2022, 1), (2023, 1))
    assert found.inexact == 2


@pytest.mark.parametrize(
    ("chosen", "articles"),
    [
        (Chosen(), [1, 1, 2, 2, 2, 3]),
        (Chosen(person="karim valiyev"), [1, 2]),
        (Chosen(person="heydar aliyev"), []),
        (Chosen(parties=("TR",)), [1, 1, 2, 2, 2, 3]),
        (Chosen(parties=("AZ", "TR"), since="2024"), [2, 2, 2, 3]),
        (Chosen(parties=("GE",)), []),
        (Chosen(articles=(1, 3)), [1, 1, 3]),
        (Chosen(articles=()), []),
        (Chosen(since="2024-12", until="2024"), [2, 2, 2]),
        (Chosen(person="zakir hasanov", until="2024-12-12"), [1, 2]),
    ],
)
def test_what_is_chosen(samples: Library, chosen: Chosen, articles: list[int]) -> None:
    assert [one.articles[0] for one in samples.across.contacts(chosen)] == articles


def test_of_the_samples(samples: Library) -> None:
    across = samples.across
    chosen = Chosen(articles=tuple(samples.ids(Filter(person="zakir hasanov"))))
    assert len(across.timeline(chosen).points) == 6
    assert [(one.day, one.held) for one in across.calendar(Chosen()).days] == [
        (one.day, one.held) for one in across.calendar(Chosen(since="1900")).days
    ]
    assert across.calendar(Chosen()).years == ((2023, 2), (2024, 3), (2025, 1))
    assert [one.day for one in across.calendar(Chosen()).days] == ["2023-12-06", "2024-12-12", "2025-12-17"]
