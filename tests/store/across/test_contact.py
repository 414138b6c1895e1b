"""Several reports of one meeting are one; what speaks against it keeps them two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.across.contact import contacts
from store.across.encounter import Encounter
from store.across.one_meeting import country_of
from store.across.posts import Level
from store.model import MeetingKind, Role
from tests.store.across.made_up import met, person

HOST = person("Ali Host", "AZ", "Minister of Defense")
GUEST = person("Veli Guest", "TR", "Deputy Chief of the General Staff", role=Role.GUEST)
ONE = met(1, "2024-05-05", HOST, GUEST, topics=("training",))


def test_two_reports_of_a_day_are_one_meeting() -> None:
    beside = person("Can Beside", "TR", "Ambassador", role=Role.ATTENDEE)
    (one,) = contacts([ONE, met(2, "2024-05-05", HOST, GUEST, beside, topics=("peace",), number=2)])
    assert one.articles == (1, 2)
    assert [report.number for report in one.reports] == [1, 2]
    assert one.topics == ("training", "peace")
    assert [p.name for p in one.people] == ["Ali Host", "Veli Guest", "Can Beside"]


@pytest.mark.parametrize(
    "other",
    [
        met(1, "2024-05-05", HOST, GUEST, number=2),
        met(2, "2024-05-07", HOST, GUEST),
        met(2, "2024-05-06", HOST, GUEST, place="Ganja"),
        met(2, "2024-05-05", HOST, person("Somebody Else", "TR", role=Role.GUEST)),
        met(2, "2024-05-05", HOST, GUEST, kind=MeetingKind.CALL),
        met(2, "2024-05-05", HOST, person("Gia Guest", "GE", role=Role.GUEST)),
        met(2, None, HOST, GUEST),
    ],
    ids=["one article", "later", "elsewhere", "another guest", "a call", "another party", "no day"],
)
def test_what_speaks_against_it(other: Encounter) -> None:
    assert len(contacts([ONE, other])) == 2


def test_other_sessions_are_other_meetings() -> None:
    fifth, sixth = (replace(ONE, article=n, occasion="dialogue", ordinal=n) for n in (5, 6))
    assert len(contacts([fifth, sixth])) == 2
    assert len(contacts([fifth, replace(sixth, ordinal=None)])) == 1


def test_the_day_after_at_the_same_place_is_the_same() -> None:
    (one,) = contacts([met(2, "2024-05-06", HOST, GUEST), ONE])
    assert (one.day, one.articles) == ("2024-05-05", (1, 2))


def test_what_was_planned_and_held_was_held() -> None:
    (one,) = contacts([replace(ONE, planned=True), met(2, "2024-05-05", HOST, GUEST)])
    assert not one.planned
    assert one.articles == (1, 2)
    assert contacts([replace(ONE, planned=True)])[0].planned


def test_who_is_only_named_is_not_met() -> None:
    assert contacts([replace(ONE, number=0)]) == []


def test_the_levels_of_both_sides() -> None:
    (one,) = contacts([ONE])
    assert (one.level_of("AZ"), one.level_of("TR"), one.level) == (
        Level.MINISTER,
        Level.DEPUTY,
        Level.MINISTER,
    )
    assert one.level_of("GE") is None


def test_who_hosted() -> None:
    def host(encounter: Encounter) -> str | None:
        return contacts([encounter])[0].host

    nobody = met(1, "2024-05-05", parties=("AZ", "TR"))
    assert host(ONE) == "AZ"
    assert host(replace(nobody, place="Ankara")) == "TR"
    assert host(replace(nobody, place="Tbilisi")) == "GE"
    assert host(replace(nobody, place="Nowhere at all")) is None
    assert host(replace(ONE, kind=MeetingKind.CALL)) is None


def test_the_country_of_a_place() -> None:
    assert (country_of("Baku"), country_of("Georgia"), country_of("Ganja")) == ("AZ", "GE", "AZ")
