"""Who met whom, told in many ways: verbs, nouns, lists and the leaders of two sides."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.model import Article
from store.reading.pipeline import read_article

_TABLE = Path(__file__).parent / "encounters_examples.tsv"
EXAMPLES = [tuple(line.split("\t")) for line in _TABLE.read_text("utf-8").splitlines() if line[:1] != "#"]


def told(text: str) -> str:
    """Kind and status of a text's meetings, with hosts, guests and attendees by their last names."""
    rows = []
    for meeting in read_article(Article("made-up", text, "2025-03-14")).meetings:
        parts = [f"{meeting.kind.value}/{meeting.status.value}"]
        for letter, group in zip("HGA", (meeting.hosts, meeting.guests, meeting.attendees), strict=True):
            names = ",".join(person.value.split()[-1] for person in group)
            if names:
                parts.append(f"{letter}:{names}")
        rows.append(" ".join(parts))
    return " | ".join(rows)


@pytest.mark.parametrize(("expected", "text"), EXAMPLES)
def test_an_encounter_is_found_however_it_is_told(expected: str, text: str) -> None:
    assert told(text.replace("\\n", "\n")) == expected
