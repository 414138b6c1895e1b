"""Words with what stands around them."""

from __future__ import annotations

import pytest

from gui.quoting import around
from store.model import Span

TEXT = "In Baku  Colonel General\nZakir Hasanov received a delegation."


@pytest.mark.parametrize(
    ("quote", "letters", "before", "after"),
    [
        ("Hasanov", 10, "…Zakir ", " received…"),  # no word is cut
        ("Hasanov", 15, "…General Zakir ", " received a…"),
        ("Hasanov", 200, "In Baku Colonel General Zakir ", " received a delegation."),
        ("Baku", 3, "In ", "…"),
        ("elegatio", 3, "…a d", "n."),  # the words themselves begin and end within one
        ("In", 0, "", "…"),
    ],
)
def test_whole_words_stand_around(quote: str, letters: int, before: str, after: str) -> None:
    start = TEXT.index(quote)
    assert around(TEXT, Span(start, start + len(quote)), letters) == (before, after)
