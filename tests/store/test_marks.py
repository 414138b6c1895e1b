"""Marks are exact, ordered and point back at facts of the reading."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from store.marks import (
    DATELINE_DATE,
    DATELINE_PLACE,
    fact_evidence,
    fact_spans,
    marks,
    marks_at,
    ordinal_word,
)
from store.model import (
    Article,
    Ceremony,
    Dateline,
    Evidence,
    Fact,
    MarkKind,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Occasion,
    Official,
    Post,
    Reading,
    Role,
    Span,
    Stated,
    Statement,
)
from tests.fabricated import crowd, second, words

TEXTS = st.text(st.characters(codec="utf-8") | st.sampled_from("aé\u0301😀\r\n<ı "), max_size=60)


@st.composite
def readings(draw: st.DrawFn) -> tuple[Article, Reading]:
    """Any text with any reading over it, spans outside the text and empty ones among them."""
    text = draw(TEXTS)
    place = st.integers(-2, len(text) + 3)
    proof = st.builds(
        Evidence,
        st.lists(st.builds(Span, place, place), max_size=3).map(tuple),
        st.sampled_from(["", "rule.one"]),
        st.floats(0, 1),
    )
    said = st.builds(Stated, TEXTS, proof)
    maybe = st.none() | said
    several = st.lists(said, max_size=2).map(tuple)
    official = st.builds(
        Official,
        TEXTS,
        maybe,
        st.lists(st.builds(Post, TEXTS, st.none() | TEXTS, st.none() | TEXTS, proof), max_size=2).map(tuple),
        maybe,
        st.builds(Stated, st.sampled_from(Role), proof),
        st.lists(st.builds(Span, place, place), max_size=3).map(tuple),
        proof,
    )
    meeting = st.builds(
        Meeting,
        st.builds(Stated, st.sampled_from(MeetingKind), proof),
        st.builds(Stated, st.sampled_from(MeetingStatus), proof),
        maybe, maybe, maybe, several, several, several, several,
        st.none() | st.builds(Stated, st.builds(Occasion, TEXTS, st.none() | st.integers(1, 130)), proof),
        several,
        proof,
    )  # fmt: skip
    reading = st.builds(
        Reading,
        maybe,
        maybe,
        st.none() | st.builds(Dateline, maybe, maybe),
        maybe,
        st.lists(official, max_size=2).map(tuple),
        st.lists(meeting, max_size=2).map(tuple),
        st.lists(st.builds(Ceremony, TEXTS, proof), max_size=2).map(tuple),
        st.lists(st.builds(Statement, TEXTS, TEXTS, st.builds(Span, place, place), proof), max_size=2).map(
            tuple
        ),
    )
    return Article("any", text), draw(reading)


@given(readings())
def test_every_mark_lies_in_the_text_and_points_at_a_fact_with_those_words(
    made: tuple[Article, Reading],
) -> None:
    article, reading = made
    for mark in marks(article, reading):
        assert 0 <= mark.span.start < mark.span.end <= len(article.text)
        assert mark.span in fact_spans(reading, mark.fact)
        assert "\n" not in mark.label
        assert "\r" not in mark.label
        assert mark.label


@given(readings())
def test_the_order_is_total_and_draws_the_inner_after_the_outer(made: tuple[Article, Reading]) -> None:
    drawn = marks(*made)
    assert len({(mark.span, mark.kind, mark.fact) for mark in drawn}) == len(drawn)
    for before, after in pairwise(drawn):
        assert (before.span.start, -before.span.end) <= (after.span.start, -after.span.end)
    article, reading = made
    turned = replace(reading, officials=reading.officials, meetings=reading.meetings)
    assert marks(article, turned) == drawn


@given(readings(), st.integers(-1, 70))
def test_marks_at_a_place_are_those_that_cover_it_innermost_first(
    made: tuple[Article, Reading], offset: int
) -> None:
    drawn = marks(*made)
    found = marks_at(drawn, offset)
    assert {id(mark) for mark in found} == {id(m) for m in drawn if m.span.start <= offset < m.span.end}
    lengths = [mark.span.end - mark.span.start for mark in found]
    assert lengths == sorted(lengths)


def test_a_read_article_is_marked_in_every_kind() -> None:
    article, reading = second()
    drawn = marks(article, reading)
    assert {mark.kind for mark in drawn} == set(MarkKind)
    by_label = {mark.label: article.text[slice(*mark.span)] for mark in drawn}
    assert by_label["Official: Levent Ergün, guest, TR"] == "Levent Ergün"
    assert by_label["Rank: Army General (Levent Ergün)"] == "Army General"
    assert (
        by_label["Post: Second Chief of the General Staff, Armed Forces, TR (Levent Ergün)"]
        == "Second Chief of the General Staff"
    )
    assert by_label["Topic of the meeting: military technical"] == "military-technical"
    assert "Occasion of the meeting: 17th Azerbaijan-Türkiye High-Level Military Dialogue" in by_label
    assert by_label["Statement by Levent Ergün (note)"].startswith("ties between the two countries")
    assert by_label["Meeting: took place"].startswith("received")


def test_an_inner_mark_comes_before_the_mark_around_it() -> None:
    text = "Minister of Defense of Chad"
    proof = Evidence((Span(0, len(text)),))
    inner = Evidence((words(text, "Chad"),))
    person = Official(
        "A", None, (Post(text, None, "TD", proof),), None, Stated(Role.HOST, proof), inner.spans, inner
    )
    drawn = marks(Article("x", text), Reading(officials=(person,)))
    assert [mark.kind for mark in marks_at(drawn, text.index("Chad"))] == [MarkKind.OFFICIAL, MarkKind.POST]
    assert [mark.kind for mark in drawn] == [MarkKind.POST, MarkKind.OFFICIAL]


def test_a_name_broken_over_a_line_has_a_label_of_one_line() -> None:
    text = "Zakir\r\nHasanov"
    proof = Evidence((Span(0, len(text)),))
    person = Official(text, None, (), None, Stated(Role.HOST, proof), proof.spans, proof)
    (mark,) = marks(Article("x", text), Reading(officials=(person,)))
    assert mark.label == "Official: Zakir Hasanov, host"
    assert mark.span == Span(0, len(text))


def test_evidence_of_facts_that_are_not_there_is_none() -> None:
    _, reading = second()
    for fact in (
        Fact("official", 99),
        Fact("official", 0, "posts", 7),
        Fact("official", 2, "rank"),
        Fact("meeting", 4, "date"),
        Fact("meeting", 0, "attendees"),
        Fact("ceremony", -1),
        Fact("statement", 1),
        Fact("source", 0, "byline"),
        Fact("source", 0, "meetings"),
        Fact("weather"),
    ):
        assert fact_evidence(reading, fact) is None
        assert fact_spans(reading, fact) == ()
    assert fact_evidence(Reading(), DATELINE_PLACE) is None


def test_evidence_of_single_fields() -> None:
    article, reading = second()
    text = article.text
    assert fact_spans(reading, DATELINE_DATE) == (words(text, "December 17"),)
    assert fact_spans(reading, Fact("meeting", 0, "parties", 1)) == (words(text, "Republic of Türkiye"),)
    assert fact_spans(reading, Fact("official", 1)) == reading.officials[1].mentions
    assert fact_spans(reading, Fact("official", 1, "mentions", 1)) == reading.officials[1].mentions[1:2]
    proof = fact_evidence(reading, Fact("official", 0, "role"))
    assert proof is not None
    assert proof.rule == "role.encounter"


def test_meetings_are_numbered_where_there_are_several() -> None:
    labels = {mark.label for mark in marks(*crowd(4, 2))}
    assert "Date of meeting 2: 2024-05-03" in labels
    assert "Meeting 1 of 2: took place" in labels
    assert "Call 2 of 2: planned" in labels


def test_ordinals() -> None:
    assert [ordinal_word(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "101st", "111th",
    ]  # fmt: skip
