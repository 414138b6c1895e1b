"""Articles of the list by their numbers."""

from __future__ import annotations

from store.library import Library
from store.model import Filter


def test_rows_come_in_the_order_asked_for_without_those_that_are_gone(seeded: Library) -> None:
    first, second, third = seeded.ids(Filter())
    seeded.delete_articles([second])
    assert [row.id for row in seeded.listed.rows([third, second, first, 99])] == [third, first]
    assert seeded.listed.rows([first]) == seeded.rows(Filter(), 0, 1)
    assert seeded.listed.rows([]) == []


def test_what_all_are(seeded: Library) -> None:
    ids = seeded.ids(Filter())
    assert seeded.listed.states(ids) == (False, False)
    seeded.set_read(ids, True)
    seeded.set_starred(ids[:2], True)
    assert seeded.listed.states(ids) == (False, True)
    assert seeded.listed.states(ids[:2]) == (True, True)


def test_people_of_rows_that_are_asked_for(seeded: Library) -> None:
    rows = seeded.rows(Filter(), 0, 3)
    detailed = seeded.listed.with_details(rows)
    assert [row.id for row in detailed] == [row.id for row in rows]
    for row in detailed:
        article = seeded.article(row.id)
        assert article is not None
        assert {official.name for official in article.reading.officials} == set(row.people)
    assert seeded.listed.with_details([]) == []
