"""Any text gives a reading: no exception, spans within the text, the same bytes each time, in due time."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.model import Article, Reading, Span
from store.packing import pack, unpack
from store.reading.pipeline import read_article
from store.reading.portions import PORTION
from store.reading.surface import make_surface

FRAGMENTS = (
    "The Minister of Defense of Georgia", "Lieutenant General", "Karim Balanov", "K. Balanov", "Balanov",
    "BALANOV",
    "Nguyen Van Thuc", "Sheikh Omar bin Said al-Harthi", "Dr.", "H.E.", "received", "met with",
    "was received by",
    "held talks with", "spoke by phone with", "paid a courtesy call on", "accompanied by",
    "attended the meeting",
    "his Turkish counterpart", "the delegation", "the guests", "he", "she", "they", "in Tbilisi",
    "at the Ministry",
    "on May 5, 2025", "on Tuesday", "yesterday", "next week", "12.05.2024", "BAKU, Azerbaijan, May 5.",
    "said that",
    "“We agreed,”", "according to", "laid a wreath at the Tomb of the Unknown Soldier", "the late",
    "who died in 1994",
    "on the sidelines of the 5th Conference of Ministers", "bilateral military cooperation",
    "joint exercises", "and",
    "of", "the", ",", ".", ";", ":", "(", ")", "–", "-", "/", "|", "•", "1.", "10:30", "\n", "\n\n",
    "\r\n", "\t",
    "\u00a0", "\u00ad", "&nbsp;", "&amp;", "<b>", "</p>", "**", "Tür-\nkiye", "Ã©", "Photo: Ministry",
    "Read also:",
    "Share on", "By Karim Balanov", "MINISTER:", "Q:", "İstanbul", "ß", "ﬁ", "\u0301", "🇬🇪", "وزير",
    "国防部长", "\ud800", "\0",
)  # fmt: skip
ODD = st.characters(codec=None) | st.sampled_from(
    list("  \n\t.,;:()[]“”\"'’-–—&<>*|/•\r\u00ad\u00a0\u200b\u0301İßA1")
)
TEXTS = (
    st.text(ODD, max_size=300)
    | st.lists(st.sampled_from(FRAGMENTS), max_size=60).map(" ".join)
    | st.lists(st.sampled_from(FRAGMENTS) | st.text(ODD, max_size=4), max_size=60).map("".join)
)
DATES = st.none() | st.dates().map(str) | st.sampled_from(["2025-02-30", "0001-01-01", "9999-12-31"])


def spans_in(value: object) -> Iterator[Span]:
    """Every span anywhere in a reading."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_in(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from spans_in(getattr(value, field.name))


def check(article: Article, reading: Reading) -> None:
    """What holds of every reading of every article."""
    for span in spans_in(reading):
        assert 0 <= span.start < span.end <= len(article.text)
    for official in reading.officials:
        assert official.mentions
        assert list(official.mentions) == sorted(set(official.mentions))
        forms = {" ".join(make_surface(article.text[a:b]).text.split()) for a, b in official.mentions}
        assert official.name in forms or official.name in {form.title() for form in forms}
        assert all(form and form[0] not in ",.;:()" for form in forms)
    names = {official.name for official in reading.officials}
    assert len(names) == len(reading.officials)
    for meeting in reading.meetings:
        people = (*meeting.hosts, *meeting.guests, *meeting.attendees)
        assert {person.value for person in people} <= names
        assert len({person.value for person in people}) == len(people)
        assert [party.value for party in meeting.parties] == sorted(
            {party.value for party in meeting.parties}
        )
    assert {statement.speaker for statement in reading.statements} <= names


@given(TEXTS, DATES)
@settings(max_examples=400, deadline=None)
def test_any_text_gives_a_reading_whose_spans_lie_in_it(text: str, published: str | None) -> None:
    article = Article("any", text, published)
    check(article, read_article(article))


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_reading_twice_gives_the_same_bytes_and_they_read_back(text: str) -> None:
    article = Article("any", text)
    once, twice = (pack(read_article(article)) for _ in range(2))
    assert once == twice
    assert unpack(once) == read_article(article)


PROSE = (
    "The Minister of Defense of Georgia Karim Balanov received the Ambassador of Peru Inés Quiroga Valle in"
    " Tbilisi on May 5. "
    "At the meeting, the sides discussed joint exercises. Balanov said that cooperation would be"
    " continued.\n\n"
)
STRETCHED = {
    "prose": PROSE,
    "one line": PROSE.replace("\n", " "),
    "one sentence": PROSE.replace("\n", " ").replace(".", ""),
    "capitals": "A",
    "capital letters": "A ",
    "initials": "A. ",
    "commas": ",",
    "names": "Karim Balanov, ",
    "blank lines": "\n",
    "short lines": "a\n",
    "emoji": "😀",
    "combining marks": "\u0301",
    "right to left": "وزير الدفاع ",
    "Chinese": "国防部长会见了。",
    "NULs": "\0",
    "surrogates": "\ud800",
    "full stops": ". ",
    "quotation marks": "“",
    "brackets": "(photo ",
    "tags": "<b ",
    "hyphens": "a-",
    "dates": "on May 5, ",
    "events": "on the sidelines of the 5th Conference of ",
    "frames": "held talks in a ",
    "posts": "Minister of Foreign Affairs and ",
    "homage": "laid a wreath at the Tomb of ",
    "headings": "Deputy Minister of Defence\n",
    "links": "Read also: something long enough to be longer than sixty characters in all\n",
    "turns": "MINISTER: Yes, we met.\n",
}


BROKEN_OFF = (
    "Karim Balanov was named Ambassador to the",
    "The tour began in Lima.\n\nWith Karim Balanov, Minister of Defence of Peru, Minister Valle",
)


@pytest.mark.parametrize("text", BROKEN_OFF)
def test_a_text_that_breaks_off_in_a_sentence_is_read(text: str) -> None:
    for end in range(len(text) + 1):
        article = Article("broken off", text[:end])
        check(article, read_article(article))


@pytest.mark.parametrize("piece", STRETCHED.values(), ids=STRETCHED)
def test_a_text_of_any_length_is_read(piece: str) -> None:
    article = Article("long", piece * (PORTION // len(piece)))
    check(article, read_article(article))


@pytest.mark.parametrize("piece", STRETCHED.values(), ids=STRETCHED)
def test_four_times_the_text_takes_about_four_times_as_long(piece: str) -> None:
    def seconds(length: int) -> float:
        article = Article("long", piece * (length // len(piece)))
        start = time.process_time()
        read_article(article)
        return time.process_time() - start

    seconds(1_000)
    short = min(seconds(10_000) for _ in range(2))
    long = min(seconds(40_000) for _ in range(2))  # the first may wait for tables and patterns
    assert long < 12 * short + 0.2


def test_a_very_long_text_is_read_in_portions_as_one_article() -> None:
    article = Article("long", "TBILISI, Georgia, May 5, 2025. " + PROSE * (2 * PORTION // len(PROSE)))
    assert len(article.text) > PORTION
    reading = read_article(article)
    check(article, reading)
    assert [official.name for official in reading.officials] == ["Karim Balanov", "Inés Quiroga Valle"]
    said = [article.text[a:b] for a, b in reading.officials[0].mentions]
    assert said.count("Balanov") == said.count("Karim Balanov") == article.text.count("Karim Balanov")
    assert reading.dateline is not None
    assert reading.dateline.place is not None
    assert reading.dateline.place.value == "Tbilisi"
