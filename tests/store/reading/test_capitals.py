"""Articles that are printed in capitals."""

from __future__ import annotations

from store.model import Article
from store.reading.capitals import written_small
from store.reading.pipeline import read_article

SHOUTED = (
    "LIMA, MAY 5. MINISTER OF DEFENCE INÉS QUIROGA OF PERU RECEIVED THE AMBASSADOR OF CHILE, RODRIGO VALLE,"
    " IN LIMA ON TUESDAY.\n\nTHE TWO SIDES SPOKE ABOUT THE TRAINING OF DIVERS AND ABOUT A JOINT EXERCISE"
    " OF THE NAVIES. THE MINISTER THANKED CHILE FOR ITS HELP."
)


def test_words_are_written_small_and_names_with_a_capital() -> None:
    text = written_small(SHOUTED)
    assert "of Defence" in text or "of defence" in text
    assert "Inés Quiroga of Peru received the Ambassador of Chile, Rodrigo Valle, in Lima" in text
    assert ".\n\nThe two sides" in text
    assert len(text) == len(SHOUTED)


def test_a_heading_in_capitals_stays() -> None:
    text = "MINISTER RECEIVES AMBASSADOR\n\nThe Minister of Defence received the Ambassador of Chile in Lima."
    assert written_small(text) is text


def test_an_article_in_capitals_is_read() -> None:
    reading = read_article(Article("x", SHOUTED))
    assert [official.name for official in reading.officials] == ["Inés Quiroga", "Rodrigo Valle"]
    assert len(reading.meetings) == 1
