"""Tables of officials, meetings and participations."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.exchange import participations
from store.exchange.material import Options, Told
from store.export import cells, facts
from store.model import Article, Fact, FactState, Meeting, NameRuling, OpenArticle, Reading, Role, Stated
from tests.fabricated import because, official, opened, stated
from tests.store.exchange.conftest import written

RUNS = re.compile(" *[=+\\-@\t\r\n＝＋－＠]")


def strictly(text: str) -> list[dict[str, str]]:
    """The rows of a table, as a strict reader has them."""
    assert text.startswith("\ufeff")
    head, *rows = csv.reader(io.StringIO(text[1:], newline=""), strict=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_a_participation_is_a_row_with_both_sides_and_its_proof(article: OpenArticle) -> None:
    told = Told()
    host, guest = strictly(written("csv-participations", article, told=told))
    assert told.rows == 2
    assert tuple(host) == participations.COLUMNS
    assert (host["date"], host["date_precision"], host["place"]) == ("2025-12-17", "day", "Baku")
    assert (host["side"], host["principal"], host["principal_rank"]) == (
        "host",
        "Zakir Hasanov",
        "Colonel General",
    )
    assert host["principal_posts"] == "Minister of Defense"
    assert (host["principal_country"], host["counterpart_country"]) == ("AZ", "TR")
    assert host["counterpart"] == guest["principal"] == "Levent Ergün"
    assert host["counterpart_posts"] == "Second Chief of the General Staff, Armed Forces"
    assert (guest["counterpart"], guest["counterpart_rank"]) == ("Zakir Hasanov", "Colonel General")
    assert (host["occasion"], host["ordinal"]) == ("Azerbaijan-Türkiye High-Level Military Dialogue", "17")
    assert host["topics"].split("; ")[0] == "political-relations"
    assert (
        host["proof"].startswith("BAKU, Azerbaijan, December 17.") or "received a delegation" in host["proof"]
    )
    assert article.article.text[int(host["start"]) : int(host["end"])] == "Zakir Hasanov"
    assert (host["review"], host["outlet"], host["source"]) == ("machine", "Trend", "Ministry of Defense")


def test_a_row_is_confirmed_where_all_of_it_is_and_corrected_where_any_is(article: OpenArticle) -> None:
    both = {Fact("meeting", 0): FactState.CONFIRMED, Fact("official", 0): FactState.CONFIRMED}
    host, guest = strictly(written("csv-participations", replace(article, states=both)))
    assert (host["review"], guest["review"]) == ("confirmed", "machine")
    changed = {Fact("official", 1, "rank"): FactState.CORRECTED}
    host, guest = strictly(written("csv-participations", replace(article, states=changed)))
    assert (host["review"], guest["review"]) == ("machine", "corrected")


def test_a_person_has_one_key_under_all_spellings(article: OpenArticle) -> None:
    said = NameRuling(1, "person", "levent ergun", "levent ergyun", True)
    other = NameRuling(2, "occasion", "levent ergun", "zzz", True)
    rows = strictly(written("csv-participations", article, names=(said, other)))
    assert [row["person"] for row in rows] == ["zakir hasanov", "levent ergun"]
    said = replace(said, first="ergun levent", second="levent ergun")
    rows = strictly(written("csv-participations", article, names=(said,)))
    assert rows[1]["person"] == "ergun levent"


def test_those_who_attend_sit_on_the_side_of_their_country() -> None:
    text = "On 5 May Ada Host met Gil Guest. Ann Aide and Tom Third and Nina Nobody attended."
    people = tuple(
        official(text, name, Role.ATTENDEE, country)
        for name, country in (
            ("Ada Host", "AZ"),
            ("Gil Guest", "TR"),
            ("Ann Aide", "AZ"),
            ("Tom Third", "GE"),
            ("Nina Nobody", None),
        )
    )
    meeting = a_meeting(text, ("Ada Host",), ("Gil Guest",), ("Ann Aide", "Tom Third", "Nina Nobody"))
    rows = strictly(
        written(
            "csv-participations", opened(Article("a", text), Reading(officials=people, meetings=(meeting,)))
        )
    )
    opposite = {row["principal"]: (row["counterpart"], row["further_counterparts"]) for row in rows}
    assert opposite == {
        "Ada Host": ("Gil Guest", ""),
        "Gil Guest": ("Ada Host", ""),
        "Ann Aide": ("Gil Guest", ""),
        "Tom Third": ("Ada Host", "Gil Guest; Ann Aide"),
        "Nina Nobody": ("", ""),
    }
    assert rows[0]["proof"] == "On 5 May Ada Host met Gil Guest."
    assert (rows[0]["date"], rows[0]["date_precision"]) == ("", "")


def test_a_meeting_without_sides_and_a_month_alone() -> None:
    text = "In May 2024 Ada Host called Gil Guest."
    people = (
        official(text, "Ada Host", Role.ATTENDEE, "AZ"),
        official(text, "Gil Guest", Role.ATTENDEE, "TR"),
    )
    meeting = replace(
        a_meeting(text, (), (), ("Ada Host", "Gil Guest", "Ada Host")),
        date=stated(text, "2024-05", "May 2024"),
    )
    rows = strictly(
        written(
            "csv-participations", opened(Article("a", text), Reading(officials=people, meetings=(meeting,)))
        )
    )
    assert [(row["side"], row["principal"], row["counterpart"]) for row in rows] == [
        ("attendee", "Ada Host", "Gil Guest"),
        ("attendee", "Gil Guest", "Ada Host"),
    ]
    assert {(row["date"], row["date_precision"]) for row in rows} == {("2024-05", "month")}


def test_tables_of_officials_and_meetings(article: OpenArticle) -> None:
    officials = strictly(written("csv-officials", article))
    assert [row["name"] for row in officials][:2] == ["Zakir Hasanov", "Levent Ergün"]
    assert tuple(officials[0]) == facts.OFFICIAL_COLUMNS
    (meeting,) = strictly(written("csv-meetings", article))
    assert meeting["parties"] == "AZ; TR"


def test_lines_end_and_begin_as_they_should(article: OpenArticle) -> None:
    text = written("csv-meetings", article)
    assert text.count("\r\n") == 2
    assert text.endswith("\r\n")
    assert not written("csv-meetings", article, options=Options(bom=False)).startswith("\ufeff")


@given(st.text(st.sampled_from("=+-@'\" \t\r\n＝x,;"), max_size=8))
def test_no_cell_runs_and_what_was_meant_comes_back(text: str) -> None:
    made = cells.harmless(text)
    assert made.startswith("'") or not RUNS.match(made)
    assert cells.as_meant(made) == text
    (row,) = csv.reader(io.StringIO(cells.row([text, "end"]) + "\r\n", newline=""), strict=True)
    assert [cells.as_meant(cell) for cell in row] == [text, "end"]


@pytest.mark.parametrize("form", ["csv-participations", "csv-meetings", "csv-officials"])
@given(name=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20))
def test_a_table_of_hostile_names_is_read_strictly_and_runs_nowhere(form: str, name: str) -> None:
    text = f"{name} met {name}."
    stating = because(text, name)
    person = replace(official(text, "x" if name == "x" else name, Role.HOST), name=name)
    meeting = replace(
        a_meeting(text, (), (), ()), hosts=(Stated(name, stating),), place=Stated(name, stating)
    )
    made = opened(Article(name, text), Reading(officials=(person,), meetings=(meeting,)))
    for row in strictly(written(form, made)):
        assert not [cell for cell in row.values() if not cell.startswith("'") and RUNS.match(cell)]


def a_meeting(
    text: str, hosts: tuple[str, ...], guests: tuple[str, ...], attendees: tuple[str, ...]
) -> Meeting:
    from store.model import MeetingKind, MeetingStatus

    said = because(text, "met" if "met" in text else "called")
    return Meeting(
        Stated(MeetingKind.MEETING, said),
        Stated(MeetingStatus.HELD, said),
        None,
        None,
        None,
        *(tuple(stated(text, name, name) for name in side) for side in (hosts, guests, attendees)),
        parties=(),
        occasion=None,
        topics=(),
        evidence=said,
    )
