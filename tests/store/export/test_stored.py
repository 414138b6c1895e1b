"""The stored form of a reading gives back the very same reading."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from store.export.stored import reading_from_stored, reading_to_stored
from store.model import Reading
from tests.fabricated import crowd, second
from tests.store.readings import readings


@given(readings)
def test_round_trip(reading: Reading) -> None:
    written = json.dumps(reading_to_stored(reading), ensure_ascii=False)
    assert reading_from_stored(json.loads(written)) == reading


@pytest.mark.parametrize("made", [second, crowd])
def test_round_trip_of_whole_articles(made) -> None:
    _, reading = made()
    assert reading_from_stored(json.loads(json.dumps(reading_to_stored(reading)))) == reading


def test_an_empty_reading_takes_no_room() -> None:
    assert reading_to_stored(Reading()) == {}
    assert reading_from_stored({}) == Reading()


def test_rule_and_confidence_are_kept() -> None:
    _, reading = second()
    stored = reading_to_stored(reading)
    kept = stored["meetings"][0]["evidence"]
    assert kept["rule"] == "encounter.received"
    assert kept["confidence"] == 0.98


@pytest.mark.parametrize("wrong", [{"officials": [{}]}, {"outlet": {"value": 3, "evidence": {"spans": []}}}])
def test_anything_else_is_refused(wrong: dict) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        reading_from_stored(wrong)
