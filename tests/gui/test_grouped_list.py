"""The grouped list: whatever is folded and changed, its places are for the articles of its groups."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gui.articles.model import GROUP, ArticlesModel
from gui.articles.sections import HEADER, Sections
from gui.articles.view import ArticlesView
from gui.operations.articles import ArticleOperations
from gui.operations.desk import Desk
from gui.tasks import Tasks
from gui.theme import Theme
from store.model import Filter, Group
from tests.gui.fakes import FakeLibrary

GROUPED_BY = ("day", "month", "country", "occasion")


def _grouped(desk: Desk, by: str, shown: Filter = Filter()) -> ArticlesModel:  # noqa: B008
    model = ArticlesModel(desk.library, desk.tasks)
    model.set_grouping(by)
    model.show_now(shown)
    desk.hub.changed.connect(lambda changes, _: model.refresh(changes))
    return model


def _lines(model: ArticlesModel) -> list[str | int]:
    """Names of groups and numbers of articles, top to bottom, each page read when it is asked for."""
    found: list[str | int] = []
    for place in range(model.rowCount()):
        head = model.index(place, 0).data(GROUP)
        if head is None:
            model.row(place)  # asks for it
            row = model.row(place)
            assert row is not None
            found.append(row.id)
        else:
            found.append(head.name)
    return found


def test_is_a_proper_model(desk: Desk, qtmodeltester: ModelTester) -> None:
    model = _grouped(desk, "country")
    qtmodeltester.check(model)
    model.fold(0, True)
    model.fold_all(True)
    model.fold(1, False)


def test_columns_make_a_proper_model_too(desk: Desk, qtmodeltester: ModelTester) -> None:
    model = _grouped(desk, "country")
    model.set_columns(True)
    qtmodeltester.check(model)
    model.fold(0, True)
    model.set_columns(False)
    assert model.columnCount() == 1


def test_months_newest_first_and_what_has_no_date_last(desk: Desk) -> None:
    model = _grouped(desk, "month")
    assert _lines(model) == [
        *("December 2025", 1, "December 2024", 2, "December 2023", 3, "May 2022", 4),
        *("April 2022", 5, "March 2021", 6, "No date", 7),
    ]
    assert (model.articles, model.rowCount()) == (7, 14)
    model.set_order("oldest")
    model.reload()
    assert _lines(model)[:4] == ["March 2021", 6, "April 2022", 5]
    assert _lines(model)[-2:] == ["No date", 7]


def test_an_article_stands_under_each_of_its_countries(desk: Desk) -> None:
    model = _grouped(desk, "country")
    assert _lines(model)[:8] == ["AZ", 1, 2, 3, "TR", 1, 2, 3]
    assert _lines(model)[-2:] == ["No country", 7]
    assert model.articles == 7
    ArticleOperations(desk).set_starred([2], True)
    assert [model.row(place).starred for place in (2, 6)] == [True, True]  # type: ignore[union-attr]


def test_a_folded_group_shows_only_its_name(desk: Desk) -> None:
    model = _grouped(desk, "country")
    model.fold_at(2)
    assert _lines(model)[:5] == ["AZ", "TR", 1, 2, 3]
    told = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "AZ; 3 articles; folded"
    model.reload()
    assert _lines(model)[:2] == ["AZ", "TR"]
    model.fold_at(0)
    assert _lines(model)[:4] == ["AZ", 1, 2, 3]


def test_a_name_stands_for_all_its_articles_each_once(desk: Desk) -> None:
    model = _grouped(desk, "country")
    model.fold_at(0)
    found: list[list[int]] = []
    model.read_ids([(0, 0)], found.append)
    model.read_ids([(0, 2)], found.append)  # a name, another name and its first article
    model.read_ids([(2, 3)], found.append)
    model.read_ids([(0, model.rowCount() - 1)], found.append)
    assert found == [[1, 2, 3], [1, 2, 3], [1, 2], [1, 2, 3, 4, 5, 6, 7]]
    assert model.count_of([(0, 0)]) == 3
    assert model.count_of([(0, model.rowCount() - 1)]) == 7
    assert model.may_repeat([(0, 1)])
    assert not model.may_repeat([(0, 0)])


def test_keys_step_over_names(desk: Desk) -> None:
    model = _grouped(desk, "month")
    assert model.article_from(0, 1) == 1
    assert model.article_from(2, 1) == 3
    assert model.article_from(2, -1) == 1
    assert model.article_from(0, -1) is None
    model.fold_all(True)
    assert model.article_from(0, 1) is None
    assert model.first_row() is None


def test_the_best_first_are_not_grouped(desk: Desk) -> None:
    model = _grouped(desk, "month", Filter(query="trade"))
    assert model.grouped_by == "month"
    model.set_order("relevance")
    model.show_now(Filter(query="trade"))
    assert (model.order, model.grouped_by, model.grouping) == ("relevance", "", "month")
    assert model.rowCount() == 7
    model.show_now(Filter())
    assert model.grouped_by == "month"


def test_the_next_unread_is_found_in_another_group_and_round_the_end(desk: Desk) -> None:
    model = _grouped(desk, "month")
    desk.library.set_read([2, 3, 4, 5, 6], True)
    model.reload()
    model.fold_all(True)
    found: list[int | None] = []
    model.find_unread(0, 1, found.append)  # from the name of December 2025: its own article
    assert _lines(model)[found[-1] or 0] == 1
    model.find_unread(1, 1, found.append)
    assert _lines(model)[found[-1] or 0] == 7
    model.find_unread(found[-1] or 0, 1, found.append)
    assert _lines(model)[found[-1] or 0] == 1
    model.find_unread(1, -1, found.append)
    assert _lines(model)[found[-1] or 0] == 7
    desk.library.set_read([1, 7], True)
    model.find_unread(1, 1, found.append)
    assert found[-1] is None


def test_an_article_is_found_in_its_group(many: Callable[[int], FakeLibrary], qtbot: QtBot) -> None:
    tasks = Tasks()
    model = ArticlesModel(many(500), tasks)  # type: ignore[arg-type]
    model.set_grouping("day")
    model.show_now(Filter())
    assert model.place_of(400) is None
    found: list[int] = []
    model.find(400, found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert model.row(found[0]).id == 400  # type: ignore[union-attr]
    assert tasks.close()


def test_what_was_read_stays_until_its_other_group_is_opened(desk: Desk) -> None:
    model = _grouped(desk, "country", Filter(unread=True))
    ArticleOperations(desk).set_read([1], True)
    assert _lines(model)[:8] == ["AZ", 1, 2, 3, "TR", 1, 2, 3]
    model.reload()
    assert _lines(model)[:6] == ["AZ", 2, 3, "TR", 2, 3]


def test_a_group_that_lost_an_article_unseen_is_read_anew(desk: Desk, library: FakeLibrary) -> None:
    model = _grouped(desk, "country", Filter(unread=True))
    model._lists._pages.pop(1)  # what Türkiye has is not at hand any more
    ArticleOperations(desk).set_read([1], True)
    assert model.row(5) is None  # it is asked for, is one less, and the list is read anew
    assert _lines(model)[:6] == ["AZ", 2, 3, "TR", 2, 3]


@pytest.mark.parametrize("seed", range(6))
def test_places_are_for_the_articles_of_their_groups(desk: Desk, library: FakeLibrary, seed: int) -> None:
    """Whatever is done to it, the list is the plain lists of all groups one after the other."""
    pick = random.Random(seed)
    model = _grouped(desk, "country")
    operations = ArticleOperations(desk)
    for _ in range(40):
        what = pick.choice(("fold", "fold_all", "order", "by", "filter", "star", "delete", "undo"))
        if what == "fold":
            model.fold_at(pick.randrange(max(1, model.rowCount())))
        elif what == "fold_all":
            model.fold_all(pick.random() < 0.3)
        elif what == "order":
            model.set_order(pick.choice(("date", "oldest", "heading", "-outlet", "imported")))
            model.reload()
        elif what == "by":
            model.set_grouping(pick.choice(("", *GROUPED_BY)))
            model.reload()
        elif what == "filter":
            filters = (Filter(), Filter(country="AZ"), Filter(query="trade"), Filter(query="zebra"))
            model.show_filter(pick.choice(filters))
        elif what == "star" and model.articles:
            operations.set_starred([pick.choice(list(library.articles))], pick.random() < 0.5)
        elif what == "delete" and len(library.articles) > 3:
            operations.delete([pick.choice(list(library.articles))])
        elif what == "undo":
            desk.stack.undo()
        assert _lines(model) == _expected(model, library)
        places = pick.sample(range(model.rowCount()), min(3, model.rowCount()))
        found: list[list[int]] = []
        model.read_ids([(place, place) for place in places], found.append)
        assert set(found[0]) == {n for place in places for n in _stands_for(model, library, place)}
        assert len(found[0]) == len(set(found[0]))


def _expected(model: ArticlesModel, library: FakeLibrary) -> list[str | int]:
    by, shown, order = model.grouped_by, model.shown, model.order
    if not by:
        return [*library.ids(shown, order)]
    found: list[str | int] = []
    lists = model._lists
    for number, group in enumerate(lists.sections.groups):
        place = lists.sections.place(number, HEADER)
        assert place is not None
        found.append(model.index(place, 0).data(GROUP).name)
        if not lists.sections.is_folded(number):
            found += library.ids(replace(shown, part=(by, group.key)), order)
    return found


def _stands_for(model: ArticlesModel, library: FakeLibrary, place: int) -> list[int]:
    if not model.is_header(place):
        row = model.row(place) if place < model.rowCount() else None
        return [row.id] if row is not None else []
    group = model._lists.sections.groups[model._lists.sections.at(place)[0]]
    return library.ids(replace(model.shown, part=(model.grouped_by, group.key)), model.order)


def test_every_place_has_its_group_and_row() -> None:
    pick = random.Random(7)
    for _ in range(50):
        groups = [Group(str(n), "", pick.randrange(1, 5)) for n in range(pick.randrange(0, 8))]
        sections = Sections(groups, {str(n) for n in range(8) if pick.random() < 0.3}, plain=3)
        for place in range(sections.count):
            assert sections.place(*sections.at(place)) == place
        assert [p for p in range(sections.count) if sections.is_header(p)] == [*sections.headers()]


@pytest.fixture
def view(desk: Desk, theme: Theme, qtbot: QtBot) -> ArticlesView:
    made = ArticlesView(theme, _grouped(desk, "country"))
    qtbot.addWidget(made)
    made.resize(320, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_names_are_lower_than_articles(view: ArticlesView) -> None:
    model = view.model()
    assert isinstance(model, ArticlesModel)
    heads = {view.rowHeight(place) for place in model.headers()}
    assert len(heads) == 1
    assert heads.pop() < view.rowHeight(1) / 1.5
    view.set_searching(True)
    assert view.rowHeight(0) < view.rowHeight(1) / 1.5
    model.fold(1, True)
    model.fold(1, False)
    assert view.rowHeight(4) == view.rowHeight(0)
    assert view.rowHeight(5) == view.rowHeight(1)
    assert not view.grab().isNull()


def test_keys_fold_and_unfold(view: ArticlesView, qtbot: QtBot) -> None:
    model = view.model()
    assert isinstance(model, ArticlesModel)
    opened: list[int] = []
    view.opened.connect(lambda row: opened.append(row.id))
    view.open_place(2)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert (view.currentIndex().row(), view.selected_count()) == (0, 3)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert _lines(model)[:2] == ["AZ", "TR"]
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert (_lines(model)[:2], view.currentIndex().row()) == (["AZ", 1], 1)
    assert opened == [2, 1]
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert model.rowCount() == len(list(model.headers()))
    assert view.currentIndex().row() == 0
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert model.rowCount() == 22
    assert opened == [2, 1]  # folding opens nothing


def test_the_arrow_folds_and_the_name_selects(view: ArticlesView, qtbot: QtBot) -> None:
    model = view.model()
    assert isinstance(model, ArticlesModel)
    opened: list[int] = []
    view.opened.connect(lambda row: opened.append(row.id))
    view.open_place(1)
    rect = view.visualRect(model.index(0, 0))
    arrow = rect.topLeft() + QPoint(12, 10)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=arrow)
    assert model.is_folded(0)
    assert view.selected_ranges() == []
    assert opened == [1]
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert model.is_folded(0)
    assert view.selected_count() == 3
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert not model.is_folded(0)
