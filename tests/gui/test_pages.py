"""Rows by place, with rows that stay although the library no longer counts them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from gui.articles.pages import PAGE, PAGES_AT_HAND, Pages
from store.model import ArticleRow, Filter

UNREAD = Filter(unread=True)


def _row(number: int, read: bool = False) -> ArticleRow:
    return ArticleRow(number, str(number), None, f"Article {number}", None, (), read, False, 0)


@given(st.integers(1, 300), st.lists(st.integers(0, 299), max_size=40))
def test_reading_articles_never_moves_the_others(count: int, acts: list[int]) -> None:
    """Whatever is read or unread again, in whatever order pages come, every row keeps its place."""
    library = dict.fromkeys(range(count), False)  # number -> read
    pages = Pages(UNREAD, count)

    def fetch(number: int) -> None:
        offset, limit = pages.query(number)
        unread = [n for n, read in library.items() if not read]
        pages.put(number, [_row(n) for n in unread[offset : offset + limit]])

    fetch(0)
    for act in acts:
        place = act % count
        if not pages.has(place // PAGE):
            fetch(place // PAGE)
        library[place] = not library[place]
        pages.replace(place, _row(place, library[place]))
        if place % 3 == 0:
            fetch((place * 7 % count) // PAGE)
    for number in range((count - 1) // PAGE + 1):
        fetch(number)
    assert [row.id for place, row in sorted(pages.at_hand())] == list(range(count))
    assert all(row.read == library[row.id] for _, row in pages.at_hand())


def test_old_pages_are_dropped() -> None:
    pages = Pages(Filter(), PAGE * (PAGES_AT_HAND + 5))
    for number in range(PAGES_AT_HAND + 5):
        pages.put(number, [_row(number * PAGE + n) for n in range(PAGE)])
    assert not pages.has(0)
    assert pages.row(0) is None
    assert pages.row(5 * PAGE) == _row(5 * PAGE)


def test_a_short_answer_leaves_no_wrong_rows() -> None:
    pages = Pages(Filter(), 10)
    pages.put(0, [_row(1)])
    assert pages.row(0) == _row(1)
    assert pages.row(1) is None


def test_a_changed_row_keeps_its_place() -> None:
    pages = Pages(UNREAD, 2)
    pages.put(0, [_row(1), _row(2)])
    pages.replace(0, replace(_row(1), read=True))
    assert pages.query(0) == (0, 1)
    assert pages.place_of(1) == 0
    pages.replace(0, _row(1))
    assert pages.query(0) == (0, 2)
