"""Meetings as event data in the terms of PLOVER."""

from __future__ import annotations

import re
from dataclasses import replace

from store.exchange import events
from store.exchange.material import Told
from store.lexicon import load
from store.lexicon.sections import sections
from store.model import Fact, FactState, MeetingKind, MeetingStatus, OpenArticle, Stated
from tests.store.exchange.conftest import written
from tests.store.exchange.test_tables import strictly

TYPES = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip
MODES = {"", "visit", "third-party", "multilateral", "phone"}
CONTEXTS = {
    "military",
    "peacekeeping",
    "terrorism",
    "cyber",
    "diplomatic",
    "economic",
    "humanitarian",
    "culture",
}


def test_the_visitor_is_the_actor_and_the_host_the_recipient(article: OpenArticle) -> None:
    (event,) = strictly(written("events", article))
    assert tuple(event) == events.COLUMNS
    assert (event["event_type"], event["event_mode"]) == ("CONSULT", "visit")
    assert (event["actor_name"], event["actor_country"], event["actor_sector"]) == (
        "Levent Ergün",
        "TUR",
        "MIL",
    )
    assert event["recipient_name"] == "Zakir Hasanov"
    assert (event["recipient_country"], event["recipient_sector"]) == ("AZE", "GOV")
    assert event["recipient_title"] == "Colonel General, Minister of Defense"
    assert (event["event_date"], event["date_precision"], event["place"]) == ("2025-12-17", "day", "Baku")
    assert event["event_context"] == "diplomatic; military"
    text = article.article.text
    assert text[int(event["start"]) : int(event["end"])] in event["proof"]
    assert re.fullmatch("[0-9a-f]{32}-1", event["event_id"])
    assert event["review"] == "machine"


def test_a_call_a_conference_and_what_is_planned(article: OpenArticle) -> None:
    (meeting,) = article.reading.meetings
    why = meeting.evidence
    call = replace(meeting, kind=Stated(MeetingKind.CALL, why), status=Stated(MeetingStatus.PLANNED, why))
    conference = replace(
        meeting,
        kind=Stated(MeetingKind.CONFERENCE, why),
        hosts=(),
        guests=(),
        attendees=meeting.hosts + meeting.guests,
    )
    nobody = replace(meeting, hosts=(), guests=())
    told = Told()
    reading = replace(article.reading, meetings=(call, conference, nobody))
    first, second = strictly(written("events", replace(article, reading=reading), told=told))
    assert (first["event_mode"], first["event_context"].split("; ")[0]) == ("phone", "future")
    assert second["event_mode"] == "multilateral"
    assert (second["actor_name"], second["actor_country"]) == ("Zakir Hasanov; Levent Ergün", "AZE; TUR")
    assert second["recipient_name"] == ""
    assert told.left_out == {"meetings of nobody named": 1}


def test_a_reception_at_home_is_no_visit(article: OpenArticle) -> None:
    host, guest, *rest = article.reading.officials
    at_home = replace(guest, country=host.country, posts=())
    (event,) = strictly(
        written(
            "events", replace(article, reading=replace(article.reading, officials=(host, at_home, *rest)))
        )
    )
    assert (event["event_mode"], event["actor_name"], event["actor_country"]) == ("", "Levent Ergün", "AZE")
    assert event["actor_sector"] == "MIL"  # by his rank


def test_the_review_of_an_event_is_that_of_all_who_take_part(article: OpenArticle) -> None:
    corrected = replace(article, states={Fact("official", 0, "rank"): FactState.CORRECTED})
    assert strictly(written("events", corrected))[0]["review"] == "corrected"
    whole = {
        Fact(kind, at): FactState.CONFIRMED for kind, at in (("meeting", 0), ("official", 0), ("official", 1))
    }
    assert strictly(written("events", replace(article, states=whole)))[0]["review"] == "confirmed"
    del whole[Fact("official", 1)]
    assert strictly(written("events", replace(article, states=whole)))[0]["review"] == "machine"


def test_the_table_says_what_plover_has_for_everything_there_is() -> None:
    table = events.table()
    assert set(table["kinds"]) == {kind.value for kind in MeetingKind}
    assert set(table["status"]) == {status.value for status in MeetingStatus}
    assert {kind["type"] for kind in table["kinds"].values()} <= TYPES
    assert {kind["mode"] for kind in table["kinds"].values()} <= MODES
    assert set(table["topics"]) <= set(sections("topics.toml")["topics"])
    assert set(table["topics"].values()) <= CONTEXTS
    assert set(table["actors"]) == set(load().territory_of)
    codes = list(table["actors"].values())
    assert all(re.fullmatch("[A-Z]{3}", code) for code in codes)
    assert len(set(codes)) == len(codes)
    assert [table["actors"][code] for code in ("AZ", "TR", "DE", "GB", "CH")] == [
        "AZE",
        "TUR",
        "DEU",
        "GBR",
        "CHE",
    ]
    assert events.country("NATO") == "IGO"
    assert events.country("") == ""
