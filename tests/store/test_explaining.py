"""Every field is shown with its rule, confidence and words, or as not stated."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.main import main
from store.explaining import explained
from store.model import Article, Evidence, Official, Reading, Role, Span, Stated
from store.reading.pipeline import read_article
from tests.store.readings import readings

TEXT = (
    "TBILISI, Georgia, May 5, 2025. The Minister of Defense of Georgia Karim Balanov received\n"
    "the Ambassador of Peru, Inés Quiroga Valle.\n\nBalanov said that cooperation would be continued."
)


def lines_of(text: str, reading: Reading) -> list[str]:
    return list(explained(Article("a", text), reading))


def fields(lines: list[str], section: str) -> dict[str, str]:
    """The fields under a heading, by their names."""
    begin = lines.index(section) + 1
    end = next((at for at in range(begin, len(lines)) if not lines[at].startswith(" ")), len(lines))
    return {line[2:15].strip(): line[16:] for line in lines[begin:end]}


def test_each_field_has_value_rule_confidence_words_and_their_place() -> None:
    lines = lines_of(TEXT, read_article(Article("a", TEXT)))
    source = fields(lines, "Source")
    assert source["dated from"] == "Tbilisi  [dateline.head, 0.90]  1:1 “TBILISI”"
    assert source["outlet"] == source["author"] == "not stated"
    host = fields(lines, "Official 1 of 2")
    assert host["name"].startswith("Karim Balanov  [official.")
    assert "1:67 “Karim Balanov”, 4:1 “Balanov”" in host["name"]
    assert host["rank"] == "not stated"
    assert "1:36 “Minister of Defense of Georgia”" in host["post"]
    meeting = fields(lines, "Meeting 1 of 1")
    assert "“received”" in meeting["kind"]
    assert meeting["host"].startswith("Karim Balanov  [")
    assert meeting["venue"] == meeting["occasion"] == meeting["attended"] == "not stated"
    assert fields(lines, "Ceremonies") == {"ceremony": "not stated"}
    assert fields(lines, "Statements")["statement"].startswith("Karim Balanov: say  [statement.that, ")


def test_long_words_and_many_places_are_cut() -> None:
    text = "word " * 100
    evidence = Evidence((Span(0, 400), *(Span(at, at + 4) for at in range(0, 50, 5))), "rule.x", 0.5)
    official = Official("X", None, (), None, Stated(Role.HOST, evidence), (), evidence)
    (line,) = [line for line in lines_of(text, Reading(officials=(official,))) if line.startswith("  name")]
    assert line.endswith(", and 7 more")
    assert " … " in line
    assert len(line) < 200


def test_control_characters_do_not_reach_the_terminal() -> None:
    evidence = Evidence((Span(0, 6),), "rule", 1.0)
    lines = lines_of("a\x1b[2J\nb", Reading(outlet=Stated("x\x1b[31m", evidence)))
    assert all(line.isprintable() for line in lines)


@given(st.text(max_size=60), readings)
def test_any_reading_can_be_explained(text: str, reading: Reading) -> None:
    lines = lines_of(text, reading)
    assert all(line == line.rstrip() or line.startswith("  ") for line in lines)
    assert "\n" not in "".join(lines)


def test_the_command_explains(
    tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path_factory.mktemp("articles") / "one.txt"
    file.write_text(TEXT, "utf-8")
    assert main(["read", "--explain", str(file)]) == 0
    printed = capsys.readouterr().out
    assert re.search(r"^  role +host  \[role\.host, 0\.90\]  1:67 “Karim Balanov”$", printed, re.M)
    assert "not stated" in printed
