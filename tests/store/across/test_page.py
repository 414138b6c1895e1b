"""The shape of what is shown, in the terminal and as JSON."""

from __future__ import annotations

import json

import pytest

from store.across.page import (
    Grid,
    Link,
    Page,
    Paragraph,
    Run,
    Table,
    cell,
    joined,
    said,
    text_of,
    to_article,
    to_comparison,
    to_pair,
)
from store.across.told import as_json, lines
from store.model import Span

PAGE = Page(
    "A series",
    "2 sessions",
    (
        Paragraph(cell("See ", Run("the pair", to_pair("AZ", "TR"), "muted"), ".")),
        Table(
            "Sessions",
            ("No.", "Day"),
            ((cell(Run("15", to_article(1, Span(3, 9)))), cell("6 Dec 2023")), (cell("16"), cell())),
            "16 is missing.",
        ),
        Grid(
            "Topics", "Topic", (cell("15"), cell("17")), ((cell("Drills"), (cell("●"), cell("·"))),), "● said"
        ),
    ),
)


def test_a_page_as_lines() -> None:
    assert list(lines(PAGE)) == [
        "== A series",
        "2 sessions",
        "",
        "See the pair.",
        "",
        "Sessions",
        "No.  Day",
        "---  ----------",
        "15   6 Dec 2023",
        "16",
        "16 is missing.",
        "",
        "Topics",
        "Topic   15  17",
        "------  --  --",
        "Drills  ●   ·",
        "● said",
    ]


def test_a_page_as_json() -> None:
    told = json.loads(json.dumps(as_json(PAGE)))
    assert told["title"] == "A series"
    paragraph, table, grid = told["blocks"]
    assert paragraph["runs"][1] == {
        "text": "the pair",
        "link": {"kind": "pair", "key": "AZ+TR"},
        "tone": "muted",
    }
    assert table["rows"][0][0] == [{"text": "15", "link": {"kind": "article", "key": "1:3-9"}}]
    assert table["rows"][1][1] == []
    assert table["note"] == "16 is missing."
    assert grid["rows"] == [{"name": [{"text": "Drills"}], "marks": [[{"text": "●"}], [{"text": "·"}]]}]


@pytest.mark.parametrize("span", [None, Span(0, 4), Span(116, 124)])
def test_a_link_to_words_says_which(span: Span | None) -> None:
    assert to_article(12, span).article == (12, span)


def test_a_link_to_two_says_both() -> None:
    assert to_pair("AZ", "NATO").both == ("AZ", "NATO")
    assert to_comparison(3, 11) == Link("compare", "3+11")
    assert to_comparison(3, 11).both == ("3", "11")


def test_cells() -> None:
    assert cell("", Run("")) == ()
    assert text_of(joined([cell("a"), cell(), cell("b", "c")])) == "a, bc"


def test_a_tone_is_told_by_signs_only_where_there_are_no_colours() -> None:
    runs = cell("old ", Run("new", tone="new", signed=True), Run(" gone", tone="gone"))
    assert text_of(runs) == "old new gone"
    assert said(runs) == "old [+new+] gone"
    page = Page("A", "", (Table("B", ("C",), ((runs,),), legend=(Run("words", tone="new", signed=True),)),))
    told = "\n".join(lines(page))
    assert "old [+new+] gone" in told
    assert "[+words+]" in told
    assert '"legend": [{"text": "words", "tone": "new"}]' in json.dumps(as_json(page))


def test_what_would_steer_the_terminal_is_not_printed() -> None:
    assert all("\x1b" not in line for line in lines(Page("\x1b[2J", "", (Paragraph(cell("a\x1b[1m")),))))
