"""Buildings, bodies and cities where something took place."""

from __future__ import annotations

import pytest

from store.reading.cities import Place, find_places
from store.reading.venues import Venue, find_venues
from tests.store.reading.phrased import phrases_of


def found(text: str) -> tuple[list[Venue], list[Place]]:
    tokens, phrases = phrases_of(text)
    return (
        find_venues(tokens, phrases, text, 0, len(tokens)),
        find_places(tokens, phrases, 0, len(tokens)),
    )


VENUES = (
    ("They met at the Ministry of Defence on Monday.", "Ministry of Defence", None),
    ("Talks were held at Camp Balanov.", "Camp Balanov", None),
    ("The meeting took place at the Blue Palace in Suva.", "Blue Palace", None),
    ("They met at NATO Headquarters in Brussels.", "NATO Headquarters", "NATO"),
    ("They met at the headquarters of the Peruvian Navy.", "headquarters of the Peruvian Navy", "PE"),
    ("They met at the State House, Accra.", "State House", None),
    ("They met at the Edificio Marina.", "Edificio Marina", None),
    ("They met at Wisma Perdana in Suva.", "Wisma Perdana", None),
    ("They met at the Palazzo Bianco.", "Palazzo Bianco", None),
    ("They met at Mu’askar Al Safa.", "Mu’askar Al Safa", None),
    ("They held a meeting at the General Staff.", "General Staff", None),
    ("They met at the Royal Thai Armed Forces Headquarters.", "Royal Thai Armed Forces Headquarters", "TH"),
)


@pytest.mark.parametrize(("text", "name", "country"), VENUES)
def test_a_venue_is_named_as_printed(text: str, name: str, country: str | None) -> None:
    venues, _ = found(text)
    assert [(venue.name, venue.country) for venue in venues] == [(name, country)]


@pytest.mark.parametrize(
    "text", ["They met at the level of ministers.", "He spoke at the end of the session."]
)
def test_other_words_after_at_are_no_venues(text: str) -> None:
    assert found(text) == ([], [])


PLACES = (
    ("They met in Suva on Monday.", [("Suva", "FJ", True)]),
    ("They met in Budva.", [("Budva", "ME", True)]),
    ("They met at the State House, Accra.", [("Accra", "GH", True)]),
    ("the city of Accra", [("Accra", "GH", True)]),
    ("The minister spoke.", []),
)


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_a_city_is_where_it_is_said_to_be(text: str, expected: list[tuple[str, str, bool]]) -> None:
    _, places = found(text)
    assert [(place.name, place.country, place.sure) for place in places] == expected


def test_a_text_may_end_where_a_venue_is_awaited() -> None:
    tokens, phrases = phrases_of("Minister Karim Balanov received Ambassador Ines Valle in the")
    assert find_venues(tokens, phrases, "", 0, len(tokens)) == []
