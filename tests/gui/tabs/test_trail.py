"""The way of one tab: back, forward, in passing, over what is gone."""

from __future__ import annotations

import pytest

from gui.tabs.trail import REMEMBERED, Place, Trail


def _trail(*articles: int) -> Trail:
    trail = Trail()
    for article in articles:
        trail.go(article)
    return trail


def _articles(trail: Trail) -> list[int]:
    return [place.article for place in trail.places]


def test_goes_back_to_the_same_place() -> None:
    trail = _trail(1, 2)
    first = trail.places[0]
    first.top = 40
    trail.back()
    assert trail.here is first
    assert (trail.can_go_back, trail.can_go_forward) == (False, True)
    trail.forward()
    assert trail.article == 2
    trail.forward()  # there is nothing
    assert trail.article == 2


def test_a_new_article_replaces_what_lay_ahead() -> None:
    trail = _trail(1, 2, 3)
    trail.back()
    trail.back()
    trail.go(4)
    assert _articles(trail) == [1, 4]
    assert not trail.can_go_forward


def test_what_was_opened_in_passing_is_no_place() -> None:
    trail = _trail(1, 2)
    trail.pass_by(7)
    trail.pass_by(8)
    assert (trail.article, trail.passing) == (8, True)
    trail.back()
    assert (trail.article, trail.passing) == (2, False)
    trail.back()
    assert trail.article == 1


def test_passing_by_where_one_is_stays_there() -> None:
    trail = _trail(1)
    here = trail.here
    trail.pass_by(1)
    assert trail.here is here
    assert not trail.passing


def test_the_closed_article_can_be_gone_back_to() -> None:
    trail = _trail(1)
    trail.leave()
    assert trail.article is None
    assert trail.can_go_back
    trail.back()
    assert trail.article == 1


@pytest.mark.parametrize(
    ("gone", "left", "at"),
    [(1, [2, 3, 2], 0), (2, [1, 3], 0), (3, [1, 2], 1), (9, [1, 2, 3, 2], 1)],
)
def test_forgets_an_article_wherever_it_was(gone: int, left: list[int], at: int) -> None:
    trail = _trail(1, 2, 3, 2)
    trail.back()
    trail.back()  # at the first 2
    trail.forget(gone)
    assert _articles(trail) == left
    assert trail.at == at
    assert trail.article == (None if gone == 2 else 2)


def test_forgets_the_only_article() -> None:
    trail = _trail(1)
    trail.forget(1)
    assert (trail.article, trail.can_go_back, trail.can_go_forward) == (None, False, False)


def test_is_not_remembered_without_end() -> None:
    trail = _trail(*range(REMEMBERED + 20))
    assert len(trail.places) == REMEMBERED
    assert trail.at == REMEMBERED - 1
    assert trail.article == REMEMBERED + 19


def test_a_copy_goes_its_own_way() -> None:
    trail = _trail(1, 2)
    trail.pass_by(3)
    made = trail.copy()
    assert (made.article, made.passing) == (3, True)
    made.back()
    made.go(5)
    assert (trail.article, _articles(trail)) == (3, [1, 2])


def test_a_place_that_is_none_is_left_aside() -> None:
    assert Trail([Place(1)], 7).article == 1
    assert Trail([Place(1)], -3).article is None
