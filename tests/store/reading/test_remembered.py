"""What is known of words is asked once, and forgotten when there is too much of it."""

from __future__ import annotations

from store.reading.remembered import Remembered


def test_each_word_is_asked_once() -> None:
    asked: list[str] = []

    def ask(word: str) -> int:
        asked.append(word)
        return len(word)

    lengths = Remembered(ask, 10)
    assert [lengths[word] for word in ("one", "three", "one")] == [3, 5, 3]
    assert asked == ["one", "three"]


def test_it_never_holds_more_than_it_may() -> None:
    lengths = Remembered(len, 3)
    for number in range(20):
        assert lengths["x" * number] == number
        assert len(lengths) <= 3
