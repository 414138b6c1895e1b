"""What the facts pane says: everything that was read, each value with its words."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from gui.countries import country_name
from gui.facts.card import NOT_STATED, Section, Value
from gui.facts.form import as_text, form, tally
from gui.facts.sides import sides
from store.marks import fact_evidence
from store.model import (
    Article,
    Evidence,
    Fact,
    FactState,
    MarkKind,
    Reading,
    Role,
    Span,
    Statement,
)
from tests.fabricated import crowd, opened, second, words
from tests.store.test_marks import readings


def values(sections: tuple[Section, ...]) -> list[Value]:
    found = []
    for section in sections:
        for card in section.cards:
            found += [value for value in (card.title, card.badge) if value]
            found += [value for row in card.rows for value in row.values]
    return found


def test_an_article_as_the_pane_shows_it() -> None:
    sections = form(opened(*second()), country_name)
    assert [section.title for section in sections] == [
        "Host side", "Guest side", "Honoured", "Meetings", "Ceremonies", "Statements", "Source",
    ]  # fmt: skip
    text = as_text(sections)
    assert "Levent Ergün (guest)\n  Rank: Army General\n" in text
    assert "  Post: Second Chief of the General Staff, Armed Forces\n" in text
    assert "  Country: Türkiye\n" in text
    assert "  Date: 17 December 2025\n" in text
    assert "  Also present: not stated\n" in text
    assert "  Occasion: 17th Azerbaijan-Türkiye High-Level Military Dialogue\n" in text
    assert "  Parties: Azerbaijan; Türkiye\n" in text
    assert "  Dateline: Baku; 17 December 2025\n" in text
    assert "  Published: 17 December 2025\n" in text


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(readings())
def test_every_value_with_a_fact_has_its_evidence(made: tuple[Article, Reading]) -> None:
    article, reading = made
    for value in values(form(opened(article, reading), country_name)):
        if value.fact is None:
            speakers = {one.speaker for one in reading.statements}
            assert value.reason == "From the header of the file" or value.person in speakers
        else:
            assert fact_evidence(reading, value.fact) is not None
        assert "\n" not in value.text


def test_every_field_of_a_meeting_is_there_stated_or_not() -> None:
    reading = Reading(meetings=second()[1].meetings)
    (meetings, _) = form(opened(second()[0], reading), country_name)
    labels = [row.label for row in meetings.cards[0].rows]
    assert labels == [
        "Kind", "Status", "Date", "Place", "Venue", "Hosts", "Guests", "Also present", "Parties", "Occasion",
        "Topics",
    ]  # fmt: skip
    assert {row.kind for row in meetings.cards[0].rows} <= set(MarkKind)


def test_nothing_read_leaves_the_source_alone() -> None:
    sections = form(opened(Article("x", "text")), country_name)
    assert [section.title for section in sections] == ["Source"]
    assert as_text(sections).count(NOT_STATED) == 5
    assert as_text(()) == ""


def test_who_only_attends_stands_with_their_country() -> None:
    _, reading = crowd(12)
    grouped = sides(reading.officials)
    for index in grouped["Host side"]:
        assert reading.officials[index].role.value in (Role.HOST, Role.ATTENDEE)
    assert sorted(n for members in grouped.values() for n in members) == list(range(12))


def test_names_of_countries_and_organisations() -> None:
    assert country_name("TR") == "Türkiye"
    assert country_name("NATO") == "North Atlantic Treaty Organization"
    assert country_name("ZZ9") == "ZZ9"


def test_statements_are_listed_under_who_made_them() -> None:
    article, reading = second()
    said = words(article.text, "regional security")
    long = Span(said.start - 400, len(article.text))

    def statement(speaker: str, verb: str, span: Span) -> Statement:
        return Statement(speaker, verb, span, Evidence((span,), "statement.that", 0.8))

    made = (
        statement("Levent Ergün", "note", said),
        statement("Somebody Else", "say", said),
        statement("Levent Ergün", "stress", long),
    )
    sections = form(opened(article, replace(reading, statements=made)), country_name)
    (section,) = (one for one in sections if one.title == "Statements")
    first, second_card = section.cards
    assert section.note == "3"
    assert first.title is not None
    assert (first.title.text, first.title.spans) == ("Levent Ergün", reading.officials[1].mentions)
    assert [(row.label, row.values[0].spans) for row in first.rows] == [
        ("note", (said,)),
        ("stress", (long,)),
    ]
    cut = first.rows[1].values[0]
    assert cut.text.endswith(" …")
    assert len(cut.text) < 170 < len(cut.full)
    assert cut.full in as_text(sections)
    assert second_card.title is not None
    assert second_card.title.fact is None


def test_values_are_counted_by_who_stands_behind_them() -> None:
    article, reading = second()
    states = {Fact("official", 0, "rank"): FactState.CONFIRMED, Fact("meeting", 0): FactState.CONFIRMED}
    whole = replace(opened(article, reading), states=states)
    found = tally(form(whole, country_name))
    assert found[FactState.CONFIRMED] == 11 + 1  # the fields of a meeting, stated or not, and a rank
    assert found[FactState.CORRECTED] == 0
    assert found[FactState.MACHINE] == 4 * 2 + 1 + 2 + 4  # names and roles; a rank, posts, countries
