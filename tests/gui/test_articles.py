"""The list of articles: model, cards, view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gui.articles import orders
from gui.articles.delegate import metrics
from gui.articles.model import ROW, ArticlesModel
from gui.articles.pane import ArticlesPane
from gui.articles.view import ArticlesView
from gui.articles.words import cited, spoken
from gui.operations.articles import ArticleOperations
from gui.operations.desk import Desk
from gui.tasks import Tasks
from gui.theme import Theme
from gui.words import counted, long_date, short_date
from store.database.sorting import SORTS
from store.model import ArticleRow, Changes, Filter
from tests.gui.fakes import FakeLibrary


def _model(desk: Desk, shown: Filter = Filter()) -> ArticlesModel:  # noqa: B008
    model = ArticlesModel(desk.library, desk.tasks)
    model.show_now(shown)
    desk.hub.changed.connect(lambda changes, _: model.refresh(changes))
    return model


def test_is_a_proper_model(desk: Desk, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(_model(desk))


def test_newest_first(desk: Desk) -> None:
    model = _model(desk)
    assert model.rowCount() == 7
    assert [model.row(n).id for n in range(7)] == [1, 2, 3, 4, 5, 6, 7]  # type: ignore[union-attr]
    assert model.row(7) is None


def _ids(model: ArticlesModel) -> list[int]:
    return [model.index(n, 0).data(ROW).id for n in range(model.rowCount())]


def test_oldest_first(desk: Desk) -> None:
    model = _model(desk)
    model.set_order("oldest")
    model.reload()
    assert model.order == "oldest"
    assert _ids(model) == [7, 6, 5, 4, 3, 2, 1]
    found: list[list[int]] = []
    model.read_ids([(0, 1)], found.append)
    assert found == [[7, 6]]


def test_by_heading_and_the_other_way_round(desk: Desk, library: FakeLibrary) -> None:
    model = _model(desk)
    headings = {number: article.row.heading for number, article in library.articles.items()}
    for order, way in (("heading", 1), ("-heading", -1)):
        model.set_order(order)
        model.reload()
        assert model.order == model.standing == order
        assert _ids(model) == sorted(headings, key=lambda number: headings[number])[::way]
        found: list[list[int]] = []
        model.read_ids([(0, 1), (3, 3)], found.append)
        assert found == [[_ids(model)[n] for n in (0, 1, 3)]]
        places: list[int] = []
        model.find(_ids(model)[5], places.append)
        assert places == [5]


def test_a_sorted_list_stays_while_a_person_reads(desk: Desk, many: Callable[[int], FakeLibrary]) -> None:
    library = many(200)
    model = ArticlesModel(library, desk.tasks)  # type: ignore[arg-type]
    model.set_order("unread")
    model.show_now(Filter(unread=True))
    before = library.listed.ordered(Filter(unread=True), "unread")
    changes = library.set_read(before[:5], True)
    model.refresh(changes)
    assert [model.row(n) for n in range(199, 0, -1)].count(None) > 0  # these are read now
    assert _ids(model) == before  # also the pages that were read after it
    assert model.row(2).read  # type: ignore[union-attr]
    found: list[int | None] = []
    model.find_unread(0, 1, found.append)
    model.find_unread(0, -1, found.append)
    assert found == [5, 199]
    model.reload()
    assert library.ids(Filter(unread=True), "unread") == before[5:]
    assert model.rowCount() == 195
    assert model.place_of(before[5]) == 0


def test_a_long_list_is_put_in_order_after_the_first_screen(
    desk: Desk, many: Callable[[int], FakeLibrary], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.articles.model.AT_ONCE", 20)
    model = ArticlesModel(many(30), desk.tasks)  # type: ignore[arg-type]
    waited: list[bool] = []
    monkeypatch.setattr(model, "show_filter", lambda shown: waited.append(model.is_waiting))
    model.show_now(Filter())
    assert (waited, model.rowCount()) == ([], 30)  # by date any page is a step away
    model.set_order("heading")
    model.show_now(Filter())
    assert waited == [True]


@pytest.mark.parametrize("order", [order for order in orders.ORDERS if order != "relevance"])
def test_an_order_turned_twice_is_itself(order: str) -> None:
    other = orders.turned(order)
    assert other != order
    assert orders.turned(other) == order
    assert orders.action_name(other) in {orders.action_name(order), "view.order.date", "view.order.oldest"}
    assert {orders.arrow(order), orders.arrow(other)} == {"↑", "↓"}
    assert orders.ORDERS[order] != orders.ORDERS[other]


def test_the_orders_are_those_of_the_library() -> None:
    assert {order.removeprefix("-") for order in orders.ORDERS if orders.is_sort(order)} == set(SORTS)


def test_the_best_first_while_something_is_searched_for(desk: Desk, library: FakeLibrary) -> None:
    library.import_texts([("twice", b"Trade and more trade.")])
    model = _model(desk)
    model.set_order("relevance")
    model.show_now(Filter())
    assert model.order == "date"  # there is nothing to be best at
    model.set_order("relevance")
    model.show_now(Filter(query="trade"))
    assert model.order == "relevance"
    assert model.index(0, 0).data(ROW).key == "twice"
    model.show_now(Filter(query="trad"))
    assert model.order == "relevance"  # still the same search
    model.show_now(Filter())
    model.show_now(Filter(query="trade"))
    assert (model.order, model.best_asked) == ("date", False)


def test_what_is_not_ranked_is_not_in_the_list(desk: Desk, many: Callable[[int], FakeLibrary]) -> None:
    library = many(100)
    model = ArticlesModel(library, desk.tasks)  # type: ignore[arg-type]
    model.set_order("relevance")
    model.show_now(Filter(query="text"))
    assert model.rowCount() == library.RANKED_AT_MOST
    assert None not in _ids(model)
    assert orders.told(model.rowCount(), model.left_out) == (
        "the best of the newest 40 articles first, older ones left out"
    )


def test_rows_are_patched_in_place(desk: Desk, qtbot: QtBot) -> None:
    model = _model(desk)
    row = model.row(1)
    assert row is not None
    with qtbot.waitSignal(model.dataChanged) as changed:
        ArticleOperations(desk).set_starred([row.id], True)
    assert changed.args[0].row() == 1
    assert model.row(1).starred  # type: ignore[union-attr]


def test_an_article_read_among_the_unread_stays_in_view(desk: Desk) -> None:
    model = _model(desk, Filter(unread=True))
    row = model.row(0)
    assert row is not None
    ArticleOperations(desk).set_read([row.id], True)
    assert model.rowCount() == 7
    assert model.row(0).read  # type: ignore[union-attr]
    model.reload()
    assert model.rowCount() == 6


def test_new_articles_are_listed(desk: Desk, library: FakeLibrary, qtbot: QtBot) -> None:
    model = _model(desk)
    report = library.import_texts([("new", b"new text")])
    with qtbot.waitSignal(model.loaded):
        desk.hub.changed.emit(report.changes, None)
    assert model.rowCount() == 8


def test_search_rows_keep_their_snippet_when_patched(desk: Desk) -> None:
    model = _model(desk, Filter(query="trade"))
    row = model.row(0)
    assert row is not None
    assert row.snippet
    ArticleOperations(desk).set_starred([row.id], True)
    patched = model.row(0)
    assert patched is not None
    assert (patched.starred, patched.snippet, patched.hits) == (True, row.snippet, row.hits)


def test_far_pages_are_read_in_the_background(many: Callable[[int], FakeLibrary], qtbot: QtBot) -> None:
    tasks = Tasks()
    model = ArticlesModel(many(1000), tasks)  # type: ignore[arg-type]
    model.show_now(Filter())
    assert model.row(900) is None
    qtbot.waitUntil(lambda: model.row(900) is not None)
    assert model.row(900).id == 901  # type: ignore[union-attr]
    assert tasks.close()


def test_a_later_filter_wins(many: Callable[[int], FakeLibrary], qtbot: QtBot) -> None:
    tasks = Tasks()
    model = ArticlesModel(many(100), tasks)  # type: ignore[arg-type]
    with qtbot.waitSignal(model.loaded):
        model.show_filter(Filter(query="nothing such"))
        model.show_filter(Filter(query="text"))
    qtbot.waitUntil(lambda: tasks.pending == 0)
    assert model.shown.query == "text"
    assert model.rowCount() == 100
    assert tasks.close()


def test_many_changes_read_the_list_anew(desk: Desk, qtbot: QtBot) -> None:
    model = _model(desk)
    with qtbot.waitSignal(model.loaded):
        model.refresh(Changes(frozenset(range(1, 300))))


def test_what_a_screen_reader_hears(desk: Desk) -> None:
    model = _model(desk)
    model.country_names = {"AZ": "Azerbaijan", "TR": "Türkiye"}
    text = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text == "Hasanov received Ergün; 17 December 2025; Trend; Azerbaijan, Türkiye; unread"
    row = ArticleRow(1, "k", "2024", "H", None, (), True, True, 2)
    assert spoken(row, {}) == "H; 2024; starred; 2 notes"


def test_dates_in_words() -> None:
    assert short_date("2025-12-07") == "7 Dec 2025"
    assert long_date("2025-12-07") == "7 December 2025"
    assert short_date("2025-12") == "Dec 2025"
    assert short_date("2025-13-01") == "2025-13-01"
    assert short_date(None) == "No date"
    assert counted(1204, "article") == "1,204 articles"


def test_an_article_named_in_writing() -> None:
    row = ArticleRow(1, "k", "2024-03-01", "Talks held", "Trend", (), True, True, 2)
    assert cited(row) == "Talks held. Trend, 1 March 2024."
    assert cited(replace(row, heading="Who came?", outlet=None)) == "Who came? 1 March 2024."
    assert cited(replace(row, date=None, outlet=None)) == "Talks held."


def _view(desk: Desk, theme: Theme, qtbot: QtBot) -> ArticlesView:
    view = ArticlesView(theme, _model(desk))
    qtbot.addWidget(view)
    view.resize(320, 500)
    view.show()
    qtbot.waitExposed(view)
    return view


def test_the_current_row_is_opened_once(desk: Desk, theme: Theme, qtbot: QtBot) -> None:
    view = _view(desk, theme, qtbot)
    opened: list[int] = []
    view.opened.connect(lambda row: opened.append(row.id))
    view.open_place(2)
    view.show_place(3)
    assert opened == [3]
    assert view.currentIndex().row() == 3
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert opened == [3, 5, 1]


def test_a_letter_opens_nothing(desk: Desk, theme: Theme, qtbot: QtBot) -> None:
    view = _view(desk, theme, qtbot)
    view.open_place(2)
    opened: list[int] = []
    view.opened.connect(lambda row: opened.append(row.id))
    last = view.model().index(6, 0).data()
    assert last
    assert last != view.currentIndex().data()
    qtbot.keyClicks(view, last[:3])
    assert opened == []
    assert view.currentIndex().row() == 2


def test_rows_have_one_height_and_room_for_snippets(desk: Desk, theme: Theme, qtbot: QtBot) -> None:
    view = _view(desk, theme, qtbot)
    heights = {view.rowHeight(n) for n in range(7)}
    assert len(heights) == 1
    view.set_searching(True)
    assert view.rowHeight(0) > heights.pop()
    big = QFont(view.font())
    big.setPointSize(20)
    before = view.rowHeight(0)
    view.setFont(big)
    assert view.rowHeight(0) > before
    assert metrics(big, False).height > metrics(QFont(), False).height


def test_every_kind_of_card_is_painted(desk: Desk, library: FakeLibrary, theme: Theme, qtbot: QtBot) -> None:
    """Long names, emoji, many countries, notes, hits at the very end: painting never fails."""
    library.import_texts([("long", ("Ünsal 🇦🇿 " * 60).encode()), ("blank", b" ")])
    view = _view(desk, theme, qtbot)
    model = view.model()
    assert isinstance(model, ArticlesModel)
    for query in ("", "trade", "🇦🇿"):
        model.show_now(Filter(query=query))
        view.set_searching(bool(query))
        for width in (220, 320, 900):
            view.resize(width, 700)
            assert not view.grab().isNull()


def test_nothing_found_says_what_to_do(desk: Desk, theme: Theme, qtbot: QtBot) -> None:
    model = _model(desk, Filter(query="zebra"))
    pane = ArticlesPane(theme, model)
    qtbot.addWidget(pane)
    pane.show_state(model.shown, "“zebra”")
    assert not pane.nothing.isHidden()
    assert pane.view.isHidden()
    model.show_now(Filter())
    pane.show_state(model.shown, "")
    assert not pane.view.isHidden()
    assert model.index(0, 0).data(ROW).id == 1


def test_everything_selected_in_a_long_list(many: Callable[[int], FakeLibrary], qtbot: QtBot) -> None:
    """What is not at hand is read before it is changed; rows that stay although read are in it."""
    library = many(1000)
    tasks = Tasks()
    model = ArticlesModel(library, tasks)  # type: ignore[arg-type]
    model.show_now(Filter(unread=True))
    library.set_read([3], True)
    model.refresh(Changes(frozenset({3})))
    qtbot.waitUntil(lambda: model.peek(2).read)  # type: ignore[union-attr]
    found: list[list[int]] = []
    model.read_ids([(0, 4), (900, 999)], found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert sorted(found[0]) == [1, 2, 3, 4, 5, *range(901, 1001)]
    assert tasks.close()
