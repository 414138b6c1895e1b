"""Articles behind a figure: the first few by their numbers, and how many more."""

from __future__ import annotations

from store.across.page import Link, Run, citations, text_of, to_article


def test_few_are_all_named() -> None:
    cell = citations([3, 1])
    assert text_of(cell) == "[3], [1]"
    assert [run.link for run in cell if run.link] == [to_article(3), to_article(1)]


def test_of_many_the_rest_is_counted_and_may_be_led_to() -> None:
    assert text_of(citations(range(1, 1206))) == "[1], [2], [3], [4], 1,201 more"
    cell = citations([1, 2, 3], lambda words: Run(words, Link("search", "baku")), most=2)
    assert text_of(cell) == "[1], [2], 1 more"
    assert cell[-1].link == Link("search", "baku")


def test_none_is_nothing() -> None:
    assert text_of(citations([])) == ""
