"""The list in groups: chosen in menus, folded, walked through by keys, acted on by name, remembered."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.articles.model import GROUP
from gui.window import MainWindow
from tests.journeys.conftest import Start, opened, press, settle


def _heads(window: MainWindow) -> list[tuple[str, int]]:
    model = window.model
    found = [model.index(place, 0).data(GROUP) for place in model.headers()]
    return [(head.name, head.articles) for head in found]


def _group(qtbot: QtBot, window: MainWindow, by: str) -> None:
    window.actions_[f"view.group.{by}"].trigger()
    settle(qtbot, window)


def _click(qtbot: QtBot, window: MainWindow, place: int, x: int = 120) -> None:
    view = window.articles.view
    rect = view.visualRect(window.model.index(place, 0))
    where = rect.topLeft() + QPoint(x, rect.height() // 2)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    settle(qtbot, window)


def test_grouped_from_the_head_of_the_list_and_remembered(start: Start, qtbot: QtBot) -> None:
    window = start()
    assert window.actions_["view.group.none"].isChecked()
    assert not window.actions_["view.fold_all"].isEnabled()
    groups = next(action.menu() for action in window.sort.menu().actions() if action.text() == "&Group by")
    by_country = next(a for a in groups.actions() if a.text() == "&Country")  # type: ignore[attr-defined]
    by_country.trigger()
    settle(qtbot, window)
    assert _heads(window) == [("Azerbaijan", 3), ("Türkiye", 3)]
    assert window.model.articles == 3
    assert window.sort.accessibleName() == "Order of the list: Newest first, by country"
    assert opened(window).row.date == "2025-12-17"
    assert window.articles.view.currentIndex().row() == 1  # the open one is marked where it stands first
    _click(qtbot, window, 0, x=12)
    assert window.model.is_folded(0)
    window.close()
    again = start()
    assert _heads(again) == [("Azerbaijan", 3), ("Türkiye", 3)]
    assert again.model.is_folded(0)
    assert again.actions_["view.group.country"].isChecked()
    _group(qtbot, again, "none")
    assert again.model.rowCount() == 3


def test_keys_go_from_article_to_article(start: Start, qtbot: QtBot) -> None:
    window = start()
    _group(qtbot, window, "month")
    assert _heads(window) == [("December 2025", 1), ("December 2024", 1), ("December 2023", 1)]
    assert opened(window).row.date == "2025-12-17"
    press(qtbot, window, "J")
    assert opened(window).row.date == "2024-12-12"
    press(qtbot, window, "J")
    assert opened(window).row.date == "2023-12-06"
    press(qtbot, window, "K")
    assert opened(window).row.date == "2024-12-12"
    view = window.articles.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, window)
    assert window.model.rowCount() == 3
    assert opened(window).row.date == "2024-12-12"
    press(qtbot, window, "N")  # the next unread one is in a folded group, which opens
    assert opened(window).row.date == "2023-12-06"
    assert window.model.row(view.currentIndex().row()) is not None


def test_the_name_of_a_group_stands_for_its_articles(start: Start, qtbot: QtBot) -> None:
    window = start()
    _group(qtbot, window, "country")
    window.actions_["view.fold_all"].trigger()
    settle(qtbot, window)
    _click(qtbot, window, 1)
    assert window.actions_["article.star"].text() == "&Star 3 articles"
    press(qtbot, window, "S")
    assert window.stack.undoText() == "Star 3 articles"
    assert [row.starred for row in window.library.rows(window.shown, 0, 9)] == [True] * 3
    window.actions_["view.unfold_all"].trigger()
    settle(qtbot, window)
    starred = [window.model.row(place) for place in range(8) if not window.model.is_header(place)]
    assert [row.starred for row in starred if row is not None] == [True] * 6
    press(qtbot, window, "Ctrl+Z")
    assert window.library.listed.states(window.library.ids(window.shown)) == (False, False)


def test_an_article_of_two_countries_stays_chosen_where_it_was_clicked(start: Start, qtbot: QtBot) -> None:
    window = start()
    _group(qtbot, window, "country")
    _click(qtbot, window, 6)
    assert opened(window).row.date == "2024-12-12"
    assert window.articles.view.selected_ranges() == [(6, 6)]
    press(qtbot, window, "S")
    assert window.articles.view.selected_ranges() == [(6, 6)]
    window.articles.view.selectAll()
    assert window.actions_["article.star"].text() == "&Star 3 articles"


def test_groups_follow_search_and_filters(start: Start, qtbot: QtBot) -> None:
    window = start()
    _group(qtbot, window, "day")
    window.search.set_query("kadioglu")
    qtbot.waitUntil(lambda: window.model.shown.query == "kadioglu")
    settle(qtbot, window)
    assert _heads(window) == [("12 December 2024", 1)]
    assert window.model.row(1).hits  # type: ignore[union-attr]
    press(qtbot, window, "Alt+3")
    assert _heads(window) == []
    assert "not by day while the best come first" in window.sort.toolTip()
    window.clear_filters()
    settle(qtbot, window)
    assert len(_heads(window)) == 3
    window.show_facet("year", "2023")
    settle(qtbot, window)
    assert _heads(window) == [("6 December 2023", 1)]
    _group(qtbot, window, "occasion")
    assert [count for _, count in _heads(window)] == [1]


def test_deleting_in_groups_goes_on_with_the_next_article(start: Start, qtbot: QtBot) -> None:
    window = start()
    _group(qtbot, window, "month")
    press(qtbot, window, "Ctrl+Del")
    assert opened(window).row.date == "2024-12-12"
    assert len(_heads(window)) == 2
    press(qtbot, window, "Ctrl+Z")
    assert len(_heads(window)) == 3


def _wheel(at: QWidget, down: int) -> None:
    """Turn the wheel over a widget."""
    middle = QPointF(at.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(at.mapToGlobal(middle)),
        QPoint(),
        QPoint(0, -down),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(at, event)


def _of_months(qtbot: QtBot, window: MainWindow) -> None:
    """Five articles more in each of four months, in groups."""
    days = [f"2026-0{month}-{day:02}" for month in range(1, 5) for day in range(1, 6)]
    texts = [(day, f" date {day} The minister of {day} met nobody at all in Baku.".encode()) for day in days]
    window.library.import_texts(texts)
    _group(qtbot, window, "month")
    assert [articles for _, articles in _heads(window)] == [5, 5, 5, 5, 1, 1, 1]


def test_the_name_of_a_group_stays_at_the_top(start: Start, qtbot: QtBot) -> None:
    window = start()
    view, sticky = window.articles.view, window.articles.view.sticky
    _of_months(qtbot, window)
    view.go_to(0, 0)
    assert not sticky.isVisible()
    view.go_to(1, 20)
    assert sticky.isVisible()
    assert sticky.accessibleName() == "April 2026"
    assert sticky.geometry().topLeft() == view.viewport().geometry().topLeft()
    height = sticky.height()
    view.go_to(6, -height // 2)  # the next name pushes it out
    assert sticky.accessibleName() == "April 2026"
    assert 0 < sticky.height() < height
    view.go_to(7, 3)
    assert sticky.accessibleName() == "March 2026"
    before = view.verticalScrollBar().value()
    _wheel(sticky, -120)
    assert view.verticalScrollBar().value() < before
    view.go_to(7, 40)
    chosen = opened(window).row.id
    qtbot.mouseClick(sticky, Qt.MouseButton.LeftButton, pos=QPoint(120, 8))
    assert (view.top, sticky.isVisible()) == ((6, 0), False)
    assert opened(window).row.id == chosen
    view.go_to(7, 40)
    qtbot.mouseClick(sticky, Qt.MouseButton.LeftButton, pos=QPoint(12, 8))
    assert window.model.is_folded(6)
    assert view.top == (6, 0)
    assert not sticky.isVisible()


def test_no_article_is_opened_under_the_name_of_its_group(start: Start, qtbot: QtBot) -> None:
    window = start()
    view = window.articles.view
    _of_months(qtbot, window)
    qtbot.keyClick(view, Qt.Key.Key_End)
    settle(qtbot, window)
    for _ in range(20):
        press(qtbot, window, "K")
        settle(qtbot, window)
        rect = view.visualRect(view.currentIndex())
        under = view.sticky.height() if view.sticky.isVisible() else 0
        assert rect.top() >= under
    assert not view.grab().isNull()


def test_the_name_stays_over_columns_in_both_themes(start: Start, qtbot: QtBot) -> None:
    window = start(size=(1280, 500))
    view = window.articles.view
    window.actions_["view.list.columns"].trigger()
    _of_months(qtbot, window)
    view.selectAll()
    for theme in ("dark", "light"):
        window.actions_[f"view.theme.{theme}"].trigger()
        view.go_to(1, 5)
        assert view.sticky.isVisible()
        colour = view.sticky.grab().toImage().pixelColor(view.sticky.width() - 4, 6)
        assert colour == window.theme.colour("selection")
    _group(qtbot, window, "none")
    view.go_to(1, 5)
    assert not view.sticky.isVisible()
