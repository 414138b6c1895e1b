"""The one rule by which reports are of one meeting: cases as real reports of it differ."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from store.across.contact import contacts
from store.across.encounter import Encounter
from store.across.one_meeting import alike, one_meetings
from store.library import Library
from store.model import MeetingKind, Role
from tests.store.across.made_up import met, person

DAY, NEXT = "2024-05-05", "2024-05-06"


def host(name: str, country: str = "AZ") -> object:
    return person(name, country)


def guest(name: str, country: str = "TR") -> object:
    return person(name, country, role=Role.GUEST)


def beside(name: str, country: str = "TR") -> object:
    return person(name, country, role=Role.ATTENDEE)


ALI, CAN = host("Ali Veliyev"), guest("Can Demir")


def told(article: int, *people: object, day: str | None = DAY, **more: object) -> Encounter:
    return met(article, day, *people, **more)  # type: ignore[arg-type]


ONE = told(1, ALI, CAN)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(told(2, ALI, guest("Jan Demir")), id="another spelling"),
        pytest.param(told(2, host("A Veliyev"), guest("Can Kaya Demir")), id="an initial, a name more"),
        pytest.param(told(2, host("Ali Veliyev Qasimov"), CAN), id="a surname more"),
        pytest.param(told(2, beside("Ali Veliyev", "AZ"), beside("Can Demir")), id="no roles"),
        pytest.param(
            told(2, beside("Ali Veliyev", "AZ"), beside("Can Demir", "AZ"), parties=("AZ",)),
            id="of one country by mistake",
        ),
        pytest.param(told(2, ALI, CAN, place=None), id="no place"),
        pytest.param(told(2, ALI, CAN, place="Azerbaijan"), id="the country"),
        pytest.param(told(2, ALI, CAN, day=NEXT, place=None), id="the day after"),
        pytest.param(told(2, ALI, parties=("AZ", "TR")), id="one side by name"),
        pytest.param(
            told(2, ALI, CAN, parties=("AZ", "NATO", "TR")),
            id="an organisation of which nobody was there",
        ),
        pytest.param(replace(ONE, article=2, planned=True), id="announced"),
        pytest.param(replace(ONE, article=2, kind=MeetingKind.CONFERENCE), id="talks, and a conference"),
    ],
)
def test_one_meeting_is_one(other: Encounter) -> None:
    assert alike(ONE, other) is not None
    assert alike(other, ONE) is not None
    for both in permutations((ONE, other)):
        assert len(contacts(both)) == 1


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(told(2, ALI, guest("Gia Beridze", "GE")), id="another party"),
        pytest.param(told(2, ALI, CAN, guest("Gia Beridze", "GE")), id="three of them"),
        pytest.param(
            told(2, host("Kamran Huseynov"), CAN, beside("Ali Veliyev", "AZ")),
            id="at the president's, with the minister beside",
        ),
        pytest.param(told(2, ALI, CAN, day=NEXT, place="Ganja"), id="elsewhere"),
        pytest.param(told(2, ALI, parties=("AZ", "TR"), place="Ganja"), id="little, elsewhere"),
        pytest.param(told(2, ALI, parties=("AZ", "TR"), day=NEXT), id="little, the day after"),
        pytest.param(told(2, ALI, parties=("AZ",)), id="whom he met is not told"),
        pytest.param(told(2, parties=("AZ", "TR")), id="nobody named"),
        pytest.param(replace(ONE, article=2, kind=MeetingKind.CALL), id="a call"),
        pytest.param(told(2, host("Ali Veliyeva"), CAN), id="Veliyeva is not Veliyev"),
        pytest.param(replace(ONE, article=2, date="2024-05", published=None), id="some day of the month"),
    ],
)
def test_two_meetings_are_two(other: Encounter) -> None:
    assert alike(ONE, other) is None
    assert len(contacts([ONE, other])) == 2


def test_of_a_month_alone_only_a_session_is_one() -> None:
    month = told(1, ALI, CAN, day="2024-05")
    assert alike(month, replace(month, article=2)) is None
    fifth = replace(month, occasion="dialogue", ordinal=5)
    assert alike(fifth, replace(fifth, article=2)) is not None


@pytest.mark.parametrize(
    ("said", "meetings"),
    [
        ("military dialogue", 1),
        ("turkiye azerbaijan high level military dialogue", 1),
        ("joint commission on defense industry", 2),
        ("military cooperation committee", 2),
    ],
)
def test_sessions_of_two_bodies_on_one_day_are_two(said: str, meetings: int) -> None:
    fifth = replace(ONE, occasion="azerbaijan turkiye high level military dialogue", ordinal=5)
    other = replace(fifth, article=2, occasion=said)
    assert len(contacts([fifth, other])) == meetings
    assert len(contacts([fifth, replace(other, ordinal=None)])) == 1, "only one of them counts"


def test_meetings_of_a_forum_with_one_host_are_apart() -> None:
    forum = {"occasion": "forum", "wording": "Forum", "place": "Antalya"}
    several = [
        told(number, host("Hakan Fidan", "TR"), guest(name, code), **forum)
        for number, (name, code) in enumerate([("Ann Low", "HU"), ("Ben Ray", "UA"), ("Cid Oz", "SO")], 1)
    ]
    also = told(4, host("Hakan Fidan", "TR"), parties=("TR",), **forum)
    assert len(contacts([*several, also])) == 4


def test_a_report_is_put_where_it_fits_best() -> None:
    weak = told(1, ALI, parties=("AZ", "TR"), number=1)
    strong = told(2, ALI, CAN)
    both = told(3, ALI, CAN)
    other = told(1, ALI, CAN, number=2)
    groups = one_meetings([weak, strong, both, other])
    assert sorted([one.article for one in group] for group in groups) == [[1], [1, 2, 3]]


def test_nothing_joins_two_that_cannot_be_one() -> None:
    """The second fits both others, which are two days apart."""
    days = ["2024-05-05", "2024-05-06", "2024-05-07"]
    several = [replace(ONE, article=n, date=day) for n, day in enumerate(days)]
    assert [one.articles for one in contacts(several)] == [(0, 1), (2,)]


FIRST = (
    "BAKU, Azerbaijan, May 5. Azerbaijan's Minister of Defense, Colonel General Ali Veliyev met with the"
    " Minister of National Defense of Türkiye, Kemal Demir in Baku, Trend reports."
)
LATER = (
    "ANKARA, Türkiye, May 9. On May 5 the Minister of National Defense of Türkiye, Kemal Demir met with the"
    " Minister of Defense of Azerbaijan, Colonel General Ali Veliyev in Baku, Anadolu Agency reports."
)


def test_pages_count_it_once(read_library: object) -> None:
    library: Library = read_library(("2024-05-05", FIRST), ("2024-05-09", LATER))  # type: ignore[operator]
    across = library.across
    (reported,) = across.reports_of(2)
    assert [one.article for one, _ in reported.reports] == [2, 1], "told days later, and still one"
    assert len(across.pair("AZ", "TR").meetings) == 1
    found = across.person_of("kemal demir")
    assert found is not None
    assert [len(one.reports) for one in found.meetings] == [2]
    assert [(one.person.name, one.times) for one in found.counterparts] == [("Ali Veliyev", 1)]
    assert [(one.name, one.times) for one in found.places] == [("Baku", 1)]
