"""The sentence that says something."""

from __future__ import annotations

import pytest

from store.exchange.proofs import sentence
from store.model import Span

TEXT = (
    "Minister received guest\n\n"
    "BAKU, May 5. Gen. Ada Host received Gil Guest at\nthe ministry on Monday. They spoke of the sea.\r\n\r\n"
    "Then the guest laid a wreath. \n \n"
    "The end has no stop"
)


def of(words: str) -> str:
    start = TEXT.index(words)
    return sentence(TEXT, [Span(start, start + len(words))])


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("Ada Host", "Gen. Ada Host received Gil Guest at the ministry on Monday."),
        ("ministry", "Gen. Ada Host received Gil Guest at the ministry on Monday."),
        ("spoke", "They spoke of the sea."),
        ("wreath", "Then the guest laid a wreath."),
        ("no stop", "The end has no stop"),
        ("received guest", "Minister received guest"),
    ],
)
def test_the_sentence_around_some_words(words: str, whole: str) -> None:
    assert of(words).removeprefix("BAKU, May 5. ") == whole


def test_words_over_two_sentences_are_whole() -> None:
    said = of("Monday. They spoke")
    assert said.endswith("on Monday. They spoke")


def test_the_first_words_that_are_there_count() -> None:
    start = TEXT.index("wreath")
    spans = [Span(5, 5), Span(0, 10_000), Span(start, start + 6), Span(0, 8)]
    assert sentence(TEXT, spans) == "Then the guest laid a wreath."
    assert sentence(TEXT, []) == ""
    assert sentence("", [Span(0, 1)]) == ""
