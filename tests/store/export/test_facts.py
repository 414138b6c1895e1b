"""Facts as rows of CSV and as Markdown."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.export import cells, facts
from store.model import Article, Fact, FactState, Reading
from tests.fabricated import crowd, opened, second

OPENED = replace(
    opened(*second(), heading="Talks_in [Baku]"),
    states={
        Fact("official", 1, "rank"): FactState.CORRECTED,
        Fact("official", 1, "name"): FactState.CONFIRMED,
        Fact("meeting", 0): FactState.CONFIRMED,
    },
    was={Fact("official", 1, "rank"): None},
)


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_every_fact_is_a_row_with_its_words_and_place() -> None:
    head, *rows = read(facts.table(OPENED))
    assert tuple(head) == facts.FACT_COLUMNS
    assert {len(row) for row in rows} == {len(facts.FACT_COLUMNS)}
    by = [dict(zip(head, row, strict=True)) for row in rows]
    (venue,) = (row for row in by if row["field"] == "venue")
    text = OPENED.article.text
    assert venue["value"] == "Ministry of Defense"
    assert text[int(venue["start"]) : int(venue["end"])] == venue["words"] == "Ministry of Defense"
    (present,) = (row for row in by if row["field"] == "attendees")
    assert (present["value"], present["words"], present["start"]) == ("not stated", "", "")
    (rank,) = (row for row in by if row["field"] == "rank" and row["of"] == "Levent Ergün")
    assert (rank["state"], rank["was"], rank["number"]) == ("corrected", "not stated", "2")
    assert [row["value"] for row in by if row["field"] == "parties"] == ["AZ", "TR"]
    assert sum(row["subject"] == "statement" for row in by) == len(OPENED.reading.statements)


def test_an_official_and_a_meeting_are_a_row_each() -> None:
    (row,) = read(facts.whole_row(OPENED, Fact("official", 1)))
    told = dict(zip(facts.OFFICIAL_COLUMNS, row, strict=True))
    assert told["name"] == "Levent Ergün"
    assert told["posts"] == "Second Chief of the General Staff, Armed Forces, TR"
    assert told["state"] == "partly confirmed"
    (row,) = read(facts.whole_row(OPENED, Fact("meeting", 0)))
    told = dict(zip(facts.MEETING_COLUMNS, row, strict=True))
    assert (told["date"], told["parties"], told["attendees"]) == ("2025-12-17", "AZ; TR", "not stated")
    assert told["occasion"] == "17th Azerbaijan-Türkiye High-Level Military Dialogue"
    assert told["state"] == "confirmed"
    assert told["words"] == "received a delegation headed by"
    (row,) = read(facts.whole_row(OPENED, Fact("official", 0)))
    assert dict(zip(facts.OFFICIAL_COLUMNS, row, strict=True))["state"] == "as read"


def test_markdown_has_the_words_and_where_they_are_from() -> None:
    one = facts.as_markdown(OPENED, facts.lines_of(OPENED, Fact("official", 1, "rank")))
    assert one.startswith("**Rank** of Levent Ergün: Army General *corrected*  \n")
    assert "“Talks\\_in \\[Baku\\]”" in one
    found = facts.lines_of(OPENED, Fact("meeting", 0), whole=True)
    whole = facts.as_markdown(OPENED, found, {"TR": "Türkiye", "AZ": "Azerbaijan"}.__getitem__)
    assert "- **Place:** Baku (“BAKU”) *confirmed*\n" in whole
    assert "military technical" in whole
    assert "Türkiye (“Republic of Türkiye”)" in whole


def test_people_of_one_name_and_role_stay_two() -> None:
    article, reading = second()
    twice = opened(article, replace(reading, officials=(reading.officials[0], reading.officials[0])))
    assert facts.as_markdown(twice, list(facts.lines(twice))).count("### Zakir Hasanov (host)") == 2
    many = opened(*crowd(3, 2))
    assert "### Meeting 2\n" in facts.as_markdown(many, list(facts.lines(many)))


def test_an_article_of_which_nothing_was_read() -> None:
    empty = opened(Article("x", "text"), Reading())
    assert [row[7:9] for row in read(facts.table(empty))[1:]] == [
        ["outlet", "not stated"],
        ["attributed_to", "not stated"],
        ["byline", "not stated"],
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "\n@x"])
def test_no_cell_runs_as_a_formula(text: str) -> None:
    ((made,),) = read(cells.row([text]))
    assert made.startswith("'")


@given(
    st.lists(st.text(alphabet="a,\"'=-;\n é", max_size=8) | st.integers() | st.none(), min_size=1, max_size=5)
)
def test_a_row_reads_back_as_it_was_but_for_formulas(row: list[str | int | None]) -> None:
    (made,) = read(cells.row([*row, "end"]))
    for cell, was in zip(made, row, strict=False):
        text = "" if was is None else str(was)
        assert cell in (text, f"'{text}")
        assert isinstance(was, int) or not cell.lstrip(" ").startswith(("=", "-", "\n"))
