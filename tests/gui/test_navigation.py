"""Which article is open: back and forward, hits, marked as read after a while."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gui.navigation import Navigator
from gui.operations.articles import ArticleOperations
from gui.operations.desk import Desk
from gui.tabs.trail import Trail
from store.model import Changes, OpenArticle, Span
from tests.gui.fakes import FakeLibrary


@pytest.fixture
def navigator(desk: Desk) -> Navigator:
    return Navigator(desk.library, desk.tasks, ArticleOperations(desk))


def test_opens_with_hits(navigator: Navigator, qtbot: QtBot) -> None:
    shown: list[tuple[OpenArticle, list[Span]]] = []
    navigator.opened.connect(lambda article, hits: shown.append((article, hits)))
    navigator.open(1)
    navigator.set_query("trade")
    navigator.set_query("trade")
    assert [len(hits) for _, hits in shown] == [0, 1]
    assert shown[0][0].row.id == 1


def test_back_and_forward(navigator: Navigator) -> None:
    for number in (1, 2, 2, 3):
        navigator.open(number)
    assert navigator.can_go_back
    navigator.back()
    navigator.back()
    assert (navigator.current_id, navigator.can_go_back, navigator.can_go_forward) == (1, False, True)
    navigator.forward()
    assert navigator.current_id == 2
    navigator.open(5)
    assert not navigator.can_go_forward
    navigator.back()
    assert navigator.current_id == 2


def test_goes_on_in_another_tab_and_comes_back(navigator: Navigator) -> None:
    told: list[tuple[int | None, bool]] = []
    navigator.opened.connect(
        lambda article, _hits: told.append((article.row.id if article else None, navigator.returning))
    )
    navigator.open(1)
    first, second = navigator.trail, Trail()
    navigator.use(second)
    assert navigator.current_id is None
    navigator.open(2)
    navigator.use(first)
    assert told == [(1, False), (None, False), (2, False), (1, True)]
    assert (first.heading, second.heading) == ("Hasanov received Ergün", "Hasanov received Kadıoğlu")
    assert not navigator.can_go_back


def test_tells_before_it_leaves(navigator: Navigator) -> None:
    left: list[int | None] = []
    navigator.leaving.connect(lambda: left.append(navigator.trail.article))
    navigator.open(1)
    navigator.open(2)
    navigator.back()
    navigator.use(Trail())
    assert left == [None, 1, 2, 1]


def test_back_leads_over_deleted_articles(navigator: Navigator, library: FakeLibrary) -> None:
    for number in (1, 2, 3):
        navigator.open(number)
    library.delete_articles([2])
    navigator.back()
    assert navigator.current_id == 1
    assert not navigator.can_go_back


def test_back_leads_out_of_what_was_passed_by(navigator: Navigator) -> None:
    navigator.open(1)
    navigator.open(5, remember=False)
    navigator.open(6, remember=False)
    assert navigator.can_go_back
    navigator.back()
    assert (navigator.current_id, navigator.can_go_back) == (1, False)


def test_an_article_in_view_is_marked_as_read(
    navigator: Navigator, library: FakeLibrary, qtbot: QtBot
) -> None:
    navigator.open(1)
    assert not library.articles[1].row.read
    qtbot.waitUntil(lambda: library.articles[1].row.read)


def test_leafing_through_marks_nothing(navigator: Navigator, library: FakeLibrary, qtbot: QtBot) -> None:
    for number in (1, 2, 3):
        navigator.open(number)
    navigator.open(4, seen=False)
    navigator.open(5)
    qtbot.waitUntil(lambda: library.articles[5].row.read)
    assert [n for n, a in library.articles.items() if a.row.read] == [5]


def test_a_change_is_read_again(navigator: Navigator, library: FakeLibrary, qtbot: QtBot) -> None:
    navigator.open(1)
    changes = library.set_starred([1], True)
    with qtbot.waitSignal(navigator.refreshed) as refreshed:
        navigator.refresh(changes)
    assert refreshed.args[0].row.starred
    navigator.refresh(Changes(frozenset({2})))


def test_a_deleted_article_is_closed(navigator: Navigator, library: FakeLibrary) -> None:
    navigator.open(1)
    _, changes = library.delete_articles([1])
    navigator.refresh(changes)
    assert navigator.current is None
    assert navigator.current_id is None


def test_an_unknown_article_shows_none(navigator: Navigator) -> None:
    navigator.open_now(99)
    assert navigator.current is None
