"""Dates as print has them, and the day they stand for."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.reading.dates import Precision, dates_by_sentence, find_dates, resolve
from tests.store.reading.phrased import tokens_of

WEDNESDAY = datetime.date(2024, 5, 15)

DAYS = (
    ("on 3 May 2024", "2024-05-03"),
    ("on 3rd of May, 2024", "2024-05-03"),
    ("on May 3, 2024", "2024-05-03"),
    ("on Sept. 3, 2023", "2023-09-03"),
    ("on 2024-05-03", "2024-05-03"),
    ("on 03.05.2024", "2024-05-03"),
    ("on 05/20/2024", "2024-05-20"),
    ("on December 30", "2023-12-30"),
    ("on 2 January", "2024-01-02"),
    ("on 1-3 June", "2024-06-01"),
    ("on May 14 and 15", "2024-05-14"),
    ("on Tuesday", "2024-05-14"),
    ("on Wednesday", "2024-05-15"),
    ("on Thursday", "2024-05-09"),
    ("last Wednesday", "2024-05-08"),
    ("last Thursday", "2024-05-09"),
    ("next Monday", "2024-05-20"),
    ("next Wednesday", "2024-05-22"),
    ("today", "2024-05-15"),
    ("yesterday", "2024-05-14"),
    ("this morning", "2024-05-15"),
    ("last night", "2024-05-14"),
    ("tomorrow", "2024-05-16"),
)


@pytest.mark.parametrize(("phrase", "day"), DAYS)
def test_a_day_is_resolved_against_the_day_of_print(phrase: str, day: str) -> None:
    text = f"The ministers met {phrase} in Lima."
    (found,) = find_dates(text)
    assert found.precision is Precision.DAY
    assert text[found.span.start : found.span.end] in phrase
    assert str(resolve(found, WEDNESDAY)) == day


@pytest.mark.parametrize(
    "phrase",
    ["last week", "next month", "in November", "in 2016", "two years ago", "several months earlier",
    "this year",
     "since March 2020", "in the past decade", "of May", "until 2030", "in the near future"],
)  # fmt: skip
def test_what_names_no_day_stays_without_one(phrase: str) -> None:
    found = find_dates(f"The ministers met {phrase}, he said.")
    assert [(date.precision, resolve(date, WEDNESDAY)) for date in found] == [(Precision.VAGUE, None)]


@pytest.mark.parametrize(
    "text",
    ["They may meet.", "the march of May", "a sunny day", "on 31 February", "Room 12", "at 10:30",
    "on 45.45.2024",
     "Augusto Maytorena"],
)  # fmt: skip
def test_what_is_no_date_is_none(text: str) -> None:
    assert [date for date in find_dates(text) if date.precision is Precision.DAY] == []


def test_ahead_a_weekday_is_the_next_one() -> None:
    (tuesday,) = find_dates("will meet on Tuesday")
    assert str(resolve(tuesday, WEDNESDAY, ahead=True)) == "2024-05-21"
    assert resolve(tuesday, None) is None


def test_without_a_day_of_print_only_full_dates_are_days() -> None:
    for phrase in ("on May 3", "yesterday", "on Monday"):
        assert resolve(find_dates(phrase)[0], None) is None
    assert str(resolve(find_dates("on May 3, 2020")[0], None)) == "2020-05-03"


@pytest.mark.parametrize("base", [datetime.date.min, datetime.date.max])
def test_nothing_is_beyond_the_calendar(base: datetime.date) -> None:
    for phrase in ("yesterday", "tomorrow", "last Monday", "next Sunday", "on Friday", "on 31 December"):
        for ahead in (False, True):
            day = resolve(find_dates(phrase)[0], base, ahead)
            assert day is None or abs((day - base).days) <= 366


@pytest.mark.parametrize("printed", ["FRİDAY", "Sepember 5", "ſeptember 5", "FRIDAY", "JUNE 5"])
def test_odd_letters_of_months_and_days_are_read_or_left(printed: str) -> None:
    text = f"on {printed} they met"
    for found in find_dates(text):
        assert text[slice(*found.span)] in printed


PHRASES = [phrase for phrase, _ in DAYS] + [
    "last week", "next month", "in November", "in 2016", "two years ago", "mid-November 12", "3.12 May",
    "last-minute",
    "a day later", "the same day", "the evening before", "the day before", "a few days earlier",
    "Monday-Tuesday",
    "today's", "non-Monday", "May5", "5May", "the", "a", "in", "of", "May", "may", "5", "12.05", "20:15",
    "10:30",
]  # fmt: skip


@settings(deadline=None)  # the first reads the words
@given(
    st.lists(st.sampled_from(PHRASES) | st.sampled_from(["met", ".", ",", "The", "“", "-"]), max_size=25).map(
        " ".join
    )
)
def test_looking_only_where_a_date_can_begin_finds_the_same(text: str) -> None:
    tokens = tokens_of(text)
    found = dates_by_sentence(tokens, text)
    for (first, _, _), (start, end) in zip(tokens.sentences, tokens.sentence_spans(), strict=True):
        assert list(found.get(first, ())) == find_dates(text, start, end)
