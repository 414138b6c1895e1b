"""The stage as a whole: any text is read, in time that grows with its length, to spans that lie in it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.reading.source import SourceReading
from tests.store.reading.sources import source_of

PIECES = (
    """
BAKU, Azerbaijan, December 17. |Hanoi (VNA) – |(MENAFN- |By Rosa Villanueva⏎|Author⏎|© 2024 |
Copyright |according to |citing|the Ministry |of Defence |Ministry of Foreign Affairs |said |
reports |told |TASS|a statement by |issued by |spokesman |via|Director, Defence Information, |
Brig. Gen. |Tunde Bello|Trend |, |. |⏎|⏎⏎|(|)|/|–|“|”|:|1|31.02.2024|2024-13-45|5 May|May 8/2025|İ|ə|
中|\u200b|Published: |From: |New York, 19 September 2023|provided the following readout:|
in a press release|'s |’s
""".replace("\n", "")
    .replace("⏎", "\n")
    .split("|")
)


def reads(found: SourceReading) -> list[tuple[str, int, int]]:
    """Every read's value and span."""
    held = (found.place, found.date, found.outlet, found.attributed_to, found.byline)
    return [(read.value, read.span.start, read.span.end) for read in held if read is not None]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=60).map("".join), st.booleans())
def test_any_text_is_read_and_every_span_lies_in_it(text: str, dated: bool) -> None:
    published = "2024-05-05" if dated else None
    found = source_of(text, published)
    assert all(value and 0 <= start < end <= len(text) for value, start, end in reads(found))
    assert 0 <= found.body_start <= len(text)
    assert reads(source_of(text, published)) == reads(found)


LONG = {
    "capital letters": "A" * 100_000,
    "capital words": "Ab " * 30_000,
    "shouting": "ABC DEF " * 12_000,
    "commas": "," * 100_000,
    "names with commas": "Ab Cd, " * 15_000,
    "articles": "the " * 25_000,
    "bodies": "the Ministry of " * 7_000,
    "verbs": "the Ministry said " * 6_000,
    "verbs alone": "said " * 20_000,
    "statements": "a statement issued by " * 5_000,
    "citing": "according to the " * 6_000,
    "spokesmen": "spokesman of the Ministry, " * 4_000,
    "directors": "Director of the " * 6_000,
    "brackets": "(MENAFN- " * 11_000,
    "copyrights": "© 2024 " * 15_000,
    "copyrighted": "copyright © " * 8_000,
    "dates": "5 May 2024, " * 8_000,
    "digits": "1" * 100_000,
    "dots": "A." * 50_000,
    "short lines": "Ab Cd\n" * 16_000,
    "dated lines": "5 May 2024\n" * 9_000,
    "labels": "By Ab Cd\n" * 11_000,
    "bars": "Ab | " * 20_000,
    "dashes": "– " * 50_000,
    "blanks": " " * 100_000,
    "blanks after a verb": "the Ministry said" + " " * 100_000,
    "initials": "A. B. C. " * 11_000,
    "apostrophes": "Ab’s " * 20_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_time_grows_with_the_length(text: str) -> None:
    source_of(text[:1000])
    started = time.process_time()
    source_of(text)
    source_of(f"{text}. And that was all that there was to be said of it.")
    assert time.process_time() - started < 1.5
