"""The JSON shape shared with other programs: every fact with the words it was read from."""

from __future__ import annotations

import json

from hypothesis import given

from store.export.shape import reading_to_json
from store.model import Article, Reading
from store.reading.pipeline import read_article
from tests.fabricated import second
from tests.store.readings import readings


def test_a_whole_article() -> None:
    article, reading = second()
    shape = reading_to_json(article, reading)
    assert shape["id"] == "004_834a0b8676b6a784"
    assert shape["published"] == "2025-12-17"
    assert shape["outlet"] == "Trend"
    assert shape["dateline"]["place"] == "Baku"
    assert shape["dateline"]["date"] == "2025-12-17"
    guest = shape["officials"][1]
    assert guest["name"] == "Levent Ergün"
    assert guest["role"] == "guest"
    assert guest["posts"][0]["organisation"] == "Armed Forces"
    assert [article.text[a:b] for a, b in guest["mention_spans"]] == guest["mentions"]
    meeting = shape["meetings"][0]
    assert meeting["parties"] == ["AZ", "TR"]
    assert meeting["occasion"] == {"name": "Azerbaijan-Türkiye High-Level Military Dialogue", "ordinal": 17}
    assert len(meeting["topics"]) == len(meeting["field_evidence"]["topics"])
    for fact in (*shape["officials"], *shape["meetings"], *shape["ceremonies"], shape["dateline"]):
        assert fact["evidence"]


def test_what_the_text_does_not_state_is_null() -> None:
    shape = reading_to_json(Article("a", "Nothing."), Reading())
    assert shape["outlet"] is None
    assert shape["dateline"] is None
    assert shape["officials"] == shape["meetings"] == shape["ceremonies"] == []


@given(readings)
def test_any_reading_is_json(reading: Reading) -> None:
    shape = reading_to_json(Article("a", "x" * 600), reading)
    assert json.loads(json.dumps(shape)) == shape


def test_the_african_union_is_not_australia() -> None:
    article = Article(
        "a",
        "The Minister of Defence of Somalia, General Ahmed Warsame, received the Chairperson of the African"
        " Union Commission, Ambassador Nora Belkacem, in Mogadishu on Monday.",
        "2025-11-05",
    )
    reading = read_article(article)
    assert {party.value for party in reading.meetings[0].parties} == {"AUNION", "SO"}
    shape = reading_to_json(article, reading)
    assert set(shape["meetings"][0]["parties"]) == {"AU", "SO"}, "the shared shape has one code for both"
    assert [one["country"] for one in shape["officials"]] == ["SO", "AU"]
    assert shape["officials"][1]["posts"][0]["country"] == "AU"
