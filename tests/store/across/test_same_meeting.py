"""Several articles on one meeting."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.across.encounter import Encounter, Participant
from store.across.one_meeting import alike
from store.library import Library
from store.model import MeetingKind, Role

Make = Callable[..., Library]


def person(name: str, country: str, role: Role = Role.GUEST) -> Participant:
    return Participant(name.lower(), name, role, country, None, (), name.lower())


KOFI, ANNA, IVAN = (
    person("Kofi Mensah", "GH", Role.HOST),
    person("Anna Lind", "SE"),
    person("Ivan Horvat", "HR"),
)


def encounter(
    article: int,
    *people: Participant,
    date: str | None = "2024-05-03",
    place: str | None = "Accra",
    kind: MeetingKind = MeetingKind.MEETING,
    planned: bool = False,
    ordinal: int | None = None,
    parties: tuple[str, ...] | None = None,
) -> Encounter:
    sides = tuple(sorted({one.country for one in people if one.country})) if parties is None else parties
    return Encounter(
        article,
        1,
        date,
        date,
        kind,
        planned,
        place,
        "staff talks" if ordinal else None,
        None,
        ordinal,
        sides,
        (),
        people,
    )


ONE = encounter(1, KOFI, ANNA)


@pytest.mark.parametrize(
    "other",
    [
        encounter(2, KOFI, ANNA),
        encounter(2, KOFI, ANNA, date="2024-05-04"),
        encounter(2, KOFI, ANNA, place=None),
        encounter(2, KOFI, person("Lind", "SE")),
        encounter(2, KOFI, ANNA, planned=True),
        encounter(2, KOFI, parties=("GH", "SE")),
    ],
)
def test_the_same_meeting(other: Encounter) -> None:
    for pair in ((ONE, other), (other, ONE)):
        found = alike(*pair)
        assert found is not None
        assert 0 < found.score <= 1
        assert "Kofi Mensah" in found.why


@pytest.mark.parametrize(
    "other",
    [
        encounter(2, KOFI, ANNA, date="2024-05-05"),
        encounter(2, KOFI, ANNA, date=None),
        encounter(2, KOFI, IVAN),
        encounter(2, KOFI, person("Nils Berg", "SE")),
        encounter(2, KOFI, ANNA, kind=MeetingKind.CALL),
        encounter(2, KOFI, place="Kumasi", parties=("GH", "SE")),
        encounter(2, parties=("GH", "SE")),
    ],
)
def test_another_meeting(other: Encounter) -> None:
    assert alike(ONE, other) is None
    assert alike(other, ONE) is None


def test_other_sessions_are_other_meetings() -> None:
    assert alike(encounter(1, KOFI, ANNA, ordinal=4), encounter(2, KOFI, ANNA, ordinal=5)) is None
    assert alike(encounter(1, KOFI, ANNA, ordinal=4), encounter(2, KOFI, ANNA, ordinal=4)) is not None


FIRST = (
    "ACCRA, Ghana, May 3. The Minister of Defense of Ghana, General Kofi Mensah received the Minister of"
    " Defense of Sweden, Anna Lind, in Accra on May 3, Trend reports. The sides discussed joint exercises."
    " Anna Lind said that the visit was useful."
)
SECOND = (
    "STOCKHOLM, Sweden, May 4. On May 3 the Defense Minister of Ghana, Lieutenant General Kofi Mensah"
    " received the Minister of Health of Sweden, Anna Lind, in Accra, Reuters reports. The sides discussed"
    " military education."
)
OTHER = (
    "ACCRA, Ghana, May 3. The Minister of Defense of Ghana, General Kofi Mensah received the Minister of"
    " Defense of Croatia, Ivan Horvat, in Accra, Trend reports. The sides discussed joint exercises."
)


def test_what_each_report_says(read_library: Make) -> None:
    library = read_library(("2024-05-03", FIRST), ("2024-05-04", SECOND), ("2024-05-03", OTHER))
    (found,) = library.across.reports_of(1)
    assert [told.article for told, _ in found.reports] == [1, 2]
    assert "Anna Lind" in found.why[0]
    said = {(one.what, one.label): one for one in found.sayings}
    assert said["person", "Anna Lind"].differs, "a minister of defense in one, of health in the other"
    assert not said["place", "place"].differs
    education = said["topic", "military education"]
    assert (education.sides[0], education.partial) == (None, True)
    quote = said["quote", "Anna Lind"].sides
    assert quote[0] is not None
    assert "useful" in quote[0].said
    assert quote[1] is None
    assert [one.article for one in library.across.candidates_of(1)] == [2]
    assert library.across.candidates_of(2)[0].reason.startswith("another report of the same meeting")
    assert library.across.reports_of(3) == ()


def test_words_behind_what_is_said(read_library: Make) -> None:
    library = read_library(("2024-05-03", FIRST), ("2024-05-04", SECOND))
    (found,) = library.across.reports_of(2)
    for saying in found.sayings:
        for (told, _), side in zip(found.reports, saying.sides, strict=True):
            if side is not None and side.span is not None:
                assert 0 <= side.span.start < side.span.end <= len(told.text)
    page = library.across.reports_page(2)
    assert [block.heading for block in page.blocks] == ["Reports", "What each says"]  # type: ignore[union-attr]


def test_no_other_report(samples: Library) -> None:
    assert samples.across.reports_of(1) == ()
    assert "No other article" in str(samples.across.reports_page(1).blocks)
