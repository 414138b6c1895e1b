"""Where, when and on what occasion the meetings of short articles took place."""

from __future__ import annotations

import pytest

from store.model import Article, Meeting
from store.reading.pipeline import read_article


def meetings_of(text: str, published: str | None = "2025-03-05") -> tuple[Meeting, ...]:
    """The meetings of an article published on a Wednesday."""
    return read_article(Article("a", text, published)).meetings


PAIR = "Minister of Defence Juan Pérez of Peru {} Minister of Defence Ola Berg of Norway"

PLACES = (
    (PAIR.format("met") + " in Barranco, Lima.", "Lima"),
    (PAIR.format("met") + " on the sidelines of a conference in Vienna.", "Vienna"),
    (PAIR.format("met") + " in Singapore on Tuesday.", "Singapore"),
    (PAIR.format("welcomed") + " to Lima on Monday.", "Lima"),
    (PAIR.format("met") + " in Paris to discuss the situation in Sanaa.", "Paris"),
    (PAIR.format("received") + " for talks on the base in Cusco.", None),
    ("Minister of Defence Juan Pérez of Peru had two bilateral meetings in Geneva yesterday.\n\n"
     "He met with Ola Berg, Minister of Defence of Norway, to discuss the exchange of cadets.", "Geneva"),
    (PAIR.format("will meet") + " on Friday before flying to Quito.", None),
    ("Ola Berg, Ambassador of Norway to Peru with residence in Santiago, was received by Minister of"
     " Defence Juan Pérez of Peru at the Ministry of Defence.", "Lima"),
    ("Minister of Defence Pierre Morel of France received Ola Berg, Minister of Defence of Norway, at the"
     " Hôtel de Brienne.", "Paris"),
    ("Lima, March 5 – " + PAIR.format("received") + " at Chiclayo Air Base on Tuesday.", "Chiclayo"),
    ("Lima, March 5 – " + PAIR.format("received") + " at the airfield of the guards.", "Lima"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_a_meeting_is_where_its_own_words_put_it(text: str, place: str | None) -> None:
    first = meetings_of(text)[0]
    assert (first.place.value if first.place else None) == place


VENUES = (
    (PAIR.format("received") + " at the Government Palace.", "Government Palace"),
    (PAIR.format("received") + ", who called on him at the Government Palace.", "Government Palace"),
    (PAIR.format("received") + " for a conversation on the trainers at Camp Sandoval.", None),
    (PAIR.format("received") + " at his office in the ministry.", "Ministry of Defence"),
    (PAIR.format("received") + " at the Ministry premises.", "Ministry of Defence"),
    (
        "Minister of Defence Juan Pérez of Peru met Ola Berg, Head of the National Defence Bureau of Norway,"
        " at the seat of the Bureau.",
        "National Defence Bureau",
    ),
    (PAIR.format("received") + ' at the "General Sandoval" Barracks.', '"General Sandoval" Barracks'),
    (PAIR.format("met") + " at the Grand National Assembly.", "Grand National Assembly"),
    (PAIR.format("received") + " aboard the frigate BAP Mantaro.", "BAP Mantaro"),
    (PAIR.format("received") + " aboard HMS Duke of Ely.", "HMS Duke of Ely"),
    (PAIR.format("received") + " at 10 Downing Street.", "10 Downing Street"),
    (PAIR.format("received") + " at the Office of the President.", "Office of the President"),
    (
        PAIR.format("received") + ".\n\nThe talks in the ministry's building lasted an hour.",
        "Ministry of Defence",
    ),
)


@pytest.mark.parametrize(("text", "venue"), VENUES)
def test_what_was_talked_of_is_no_venue(text: str, venue: str | None) -> None:
    first = meetings_of(text)[0]
    assert (first.venue.value if first.venue else None) == venue


GUEST = "Ola Berg, Minister of Defence of Norway"
ABROAD = (
    (PAIR.format("met") + " on the margins of the Munich Security Conference.", "Munich"),
    (PAIR.format("met") + " on the sidelines of the Shangri-La Dialogue.", "Singapore"),
    ("LIMA - Minister of Defence Juan Pérez of Peru paid a visit to Norway and held talks with Minister of"
     " Defence Ola Berg.", None),
)  # fmt: skip


@pytest.mark.parametrize(("text", "place"), ABROAD)
def test_who_is_abroad_does_not_meet_in_the_city_of_the_dateline(text: str, place: str | None) -> None:
    first = meetings_of(text)[0]
    assert (first.place.value if first.place else None) == place


def test_where_somebody_serves_is_no_venue() -> None:
    (meeting,) = meetings_of(
        "General Juan Pérez of Peru was received by Brigadier Ola Berg, Head of Protocol at the Command of"
        " the Norwegian Armed Forces."
    )
    assert meeting.venue is None


def test_sources_in_a_ministry_make_no_venue() -> None:
    (meeting,) = meetings_of("Sources in the ministry said that " + PAIR.format("met") + " in Lima.")
    assert meeting.venue is None


DATES = (
    (PAIR.format("met") + " on Monday (3).", "2025-03-03"),
    (PAIR.format("will meet") + " in Lima on Friday 14.", "2025-03-14"),
    (PAIR.format("met") + " in Lima on the 2nd.", "2025-03-02"),
    (PAIR.format("met") + " two days ago.", "2025-03-03"),
    (f"{GUEST}, visited the fleet yesterday. He was received by Admiral Juan Pérez, Commander of the Navy of"
     " Peru.", "2025-03-04"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "day"), DATES)
def test_a_meeting_has_the_day_that_is_told(text: str, day: str) -> None:
    first = meetings_of(text)[0]
    assert first.date is not None
    assert str(first.date.value) == day


def test_a_plan_for_the_evening_is_for_the_day_of_the_plan_before() -> None:
    text = PAIR.format("will meet") + " in Cusco on 9 March.\n\nIn the evening, Pérez will meet Kari Laine,"
    text += " Minister of Defence of Finland."
    first, second = meetings_of(text)
    assert first.date is not None
    assert second.date is not None
    assert first.date.value == second.date.value
    assert second.place is not None
    assert second.place.value == "Cusco"


def test_where_the_outlet_was_told_of_it_is_no_venue() -> None:
    (meeting,) = meetings_of(PAIR.format("met") + " in Riga, Trend was told at the Foreign Ministry.")
    assert meeting.venue is None


def test_a_series_has_the_venue_where_it_was_announced() -> None:
    found = meetings_of(
        "President Juan Pérez of Peru received two new ambassadors, one after the other, at the Government"
        " Palace in Lima.\n\nHe met with Ola Berg, Ambassador of Norway, to discuss fishing.\n\nHe then"
        " received Kari Laine, Ambassador of Finland, and spoke with her about schools."
    )
    assert {m.venue.value for m in found if m.venue} == {"Government Palace"}
    assert all(m.venue for m in found)


def test_the_same_venue_is_that_of_the_meeting_before() -> None:
    _, second = meetings_of(
        PAIR.format("met")
        + " at the Blue Palace on the sidelines of the Alpine Security Forum.\n\nPérez also met, at the same"
        " venue, with Kari Laine, Minister of Defence of Finland."
    )
    assert second.venue is not None
    assert second.venue.value == "Blue Palace"
    assert second.occasion is not None
    assert second.occasion.value.name == "Alpine Security Forum"


SERIES = (
    "Minister of Defence Juan Pérez of Peru held a series of meetings in Vienna on Tuesday on the margins of"
    " the third Alpine Security Forum.\n\n"
    "He met with Ola Berg, Minister of Defence of Norway, to discuss the exchange of cadets.\n\n"
    "Pérez also received Kari Laine, Minister of Defence of Finland, at a hotel."
)


def test_every_meeting_of_a_series_belongs_to_its_event() -> None:
    found = [m.occasion for m in meetings_of(SERIES)]
    assert [(o.value.name, o.value.ordinal) for o in found if o] == [("Alpine Security Forum", 3)] * 2


def test_a_meeting_told_for_itself_does_not_take_the_event_of_another() -> None:
    first, second = meetings_of(
        PAIR.format("met") + " in Vienna on Tuesday on the margins of the Alpine Security Forum.\n\n"
        "On Monday, Pérez received Kari Laine, Minister of Defence of Finland, in Vienna."
    )
    assert first.occasion is not None
    assert second.occasion is None


def test_the_sentence_before_may_name_the_event() -> None:
    (meeting,) = meetings_of(
        "The delegations came to Lima for the yearly Peru-Norway Defence Board. Minister of Defence Juan"
        " Pérez hosted Ola Berg, Minister of Defence of Norway, at Fort Sandoval."
    )
    assert meeting.occasion is not None
    assert meeting.occasion.value.name == "Peru-Norway Defence Board"


def test_a_later_sentence_says_where_and_on_what_occasion_they_met() -> None:
    text = (
        "LIMA, March 4 (AND) -- " + PAIR.format("met") + " on Tuesday.\n\n"
        "The meeting took place on the sidelines of an expert session of the Alpine Security Forum in Geneva."
    )
    (meeting,) = meetings_of(text)
    assert meeting.place is not None
    assert meeting.place.value == "Geneva"
    assert meeting.occasion is not None
    assert "Alpine Security Forum" in meeting.occasion.value.name


def test_an_organisation_named_after_a_city_does_not_meet_there() -> None:
    (meeting,) = meetings_of(
        PAIR.format("met")
        + " on the sidelines of the Shanghai Cooperation Organisation Council of Ministers."
    )
    assert meeting.place is None or meeting.place.value != "Shanghai"


def test_the_two_may_have_led_their_sides_at_an_event() -> None:
    text = PAIR.format("received") + ".\n\nThe two led their delegations at the 9th Andean Staff Meeting."
    (meeting,) = meetings_of(text)
    assert meeting.occasion is not None
    assert meeting.occasion.value.ordinal == 9


def test_an_event_named_by_one_word_is_the_one_named_before() -> None:
    text = (
        "The 4th session of the Andean Security Conclave was held in Lima on Tuesday.\n\n"
        "On the sidelines of the Conclave, " + PAIR.format("met") + "."
    )
    meeting = meetings_of(text)[-1]
    assert meeting.occasion is not None
    assert meeting.occasion.value.name == "Andean Security Conclave"


def test_the_next_meeting_is_another_one() -> None:
    (meeting,) = meetings_of(PAIR.format("received") + ".\n\nThe next meeting will be held in Geneva.")
    assert meeting.place is None


def test_an_event_is_named_again_by_its_abbreviation() -> None:
    text = (
        PAIR.format("received")
        + " for the 3rd session of the Andean Staff Commission (ASC) in Lima.\n\n"
        + "On Friday, General Ivo Prado of Chile met General Leo Sosa of Peru during the session of the ASC."
    )
    assert [m.occasion.value.ordinal if m.occasion else None for m in meetings_of(text)] == [3, 3]


def test_where_another_event_will_be_is_not_where_they_meet() -> None:
    _, planned = meetings_of(
        "Lima, March 5 – Foreign Minister Juan Pérez of Peru received the Ambassador of Norway, Ola Berg."
        " The ambassador invited experts to the exercise to be held in Cusco in May.\n\n"
        "The ambassador is due to meet with the Minister of Defence, Luis Quispe, on Thursday."
    )
    assert planned.place is not None
    assert planned.place.value == "Lima"


def test_a_heading_says_where_those_below_it_met() -> None:
    meeting = meetings_of(
        "Lima, March 5 – The weather has been fine for days, and the ministers stayed at home.\n\n"
        "Also at the Government Palace\n\n"
        "President Juan Pérez of Peru received the Ambassador of Norway, Ola Berg, on Tuesday."
    )[0]
    assert meeting.venue is not None
    assert meeting.venue.value == "Government Palace"


def test_the_venue_of_a_series_is_not_that_of_a_meeting_in_another_city() -> None:
    last = meetings_of(
        "President Juan Pérez of Peru received three ambassadors at the Government Palace in Lima.\n\n"
        "On Wednesday Foreign Minister Luis Quispe of Peru met Ola Berg, Ambassador of Norway, in Cusco."
    )[-1]
    assert last.venue is None
