"""What the actions of tabs do, and when they can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from gui.tabs import moving
from store.model import ArticleRow

if TYPE_CHECKING:
    from gui.tabs.bar import TabBar
    from gui.tabs.column import Column
    from gui.window import MainWindow

MOST_AT_ONCE = 20
"""So many selected articles are opened in tabs at once."""


def connect(window: MainWindow) -> None:
    """Connect the actions of tabs."""
    actions, columns = window.actions_, window.reading.columns
    actions.connect_all(
        {
            "article.new_tab": lambda: open_selected(window),
            "go.back": lambda: window.navigator.back(),
            "go.forward": lambda: window.navigator.forward(),
            "article.other_side": lambda: open_other(window),
            "view.split": lambda on: columns.split() if on else columns.join(),
            "view.together": columns.scroll_together,
            "tab.next": lambda: window.reading.column.step(1),
            "tab.previous": lambda: window.reading.column.step(-1),
            "tab.close": lambda: _close(window),
            "tab.close_others": lambda: _close_others(window),
            "tab.close_right": lambda: _close_right(window),
            "tab.reopen": lambda: window.reading.column.reopen(),
            "tab.move_left": lambda: moving.along(window, -1),
            "tab.move_right": lambda: moving.along(window, 1),
            "tab.move_side": lambda: moving.to_side(window),
            "tab.move_window": lambda: moving.to_new_window(window, window.reading.column.at),
        }
    )
    for name in ("article.new_tab", "article.other_side"):
        _only_where_one_reads(window, actions[name])
    window.articles.view.apart_asked.connect(lambda row: _open_behind(window, row))
    columns.tabs_changed.connect(lambda: update(window))
    columns.chosen.connect(lambda: update(window))
    columns.menu_asked.connect(lambda at, place: _menu(window, at, place))
    columns.each(lambda column: column.bar_made.connect(lambda bar: _carry(window, column, bar)))


def _carry(window: MainWindow, column: Column, bar: TabBar) -> None:
    """Let tabs be dragged out of their strip."""
    from gui.tabs.carrying import Carrying

    Carrying(window, column, bar)


def _only_where_one_reads(window: MainWindow, action: QAction) -> None:
    """Ctrl+Return means other things where one writes."""
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    window.removeAction(action)
    window.articles.addAction(action)
    window.reading.columns.addAction(action)


def update(window: MainWindow) -> None:
    """Switch the actions on and off."""
    actions, column, columns = window.actions_, window.reading.column, window.reading.columns
    many, navigator = len(column.tabs) > 1, window.navigator
    something = not navigator.is_empty
    enabled = {
        "go.back": navigator.can_go_back,
        "go.forward": navigator.can_go_forward,
        "article.new_tab": bool(window.articles.view.selected_ranges()) or something,
        "article.other_side": navigator.current_id is not None and (columns.is_split or columns.has_room),
        "view.split": columns.is_split or (columns.has_room and something),
        "view.together": columns.is_split,
        "tab.next": many,
        "tab.previous": many,
        "tab.close": many or something,
        "tab.close_others": many,
        "tab.close_right": column.at < len(column.tabs) - 1,
        "tab.reopen": column.can_reopen,
        "tab.move_left": column.at > 0,
        "tab.move_right": column.at < len(column.tabs) - 1,
        "tab.move_side": moving.can_go_to_side(window, column, column.at),
        "tab.move_window": moving.can_leave(window, column, column.at),
    }
    for name, on in enabled.items():
        actions[name].setEnabled(on)
    actions["view.split"].setChecked(columns.is_split)


def open_other(window: MainWindow) -> None:
    """Open the selected article on the other side, or the open one where none is."""
    rows = window.articles.view.selected_rows(1)
    current = window.navigator.current
    row = rows[0] if rows else current.row if current is not None else None
    if row is not None:
        window.reading.columns.open_other(row.id, row.heading)


def open_selected(window: MainWindow) -> None:
    """Open the selected articles in tabs of their own; the one that is open goes on in a tab of its own."""
    from gui.articles.commands import for_rows

    column, open_one = window.reading.column, window.navigator.current
    focused = QApplication.focusWidget()
    if column.navigator.page and focused is not None and column.isAncestorOf(focused):
        column.open_apart(0, column.navigator.trail.heading, page=column.navigator.page)
    elif (count := window.articles.view.selected_count()) > 1 or (count and open_one is None):
        for_rows(window, lambda rows: _open_many(window, rows), MOST_AT_ONCE + 1)
    elif open_one is not None:
        column.open_apart(open_one.row.id, open_one.row.heading)


def _open_many(window: MainWindow, rows: list[ArticleRow]) -> None:
    column = window.reading.column
    for row in rows[:MOST_AT_ONCE]:
        if row.id != column.navigator.current_id:
            column.open_apart(row.id, row.heading, behind=True)
    if len(rows) > MOST_AT_ONCE:
        window.hub.notice.emit(f"Only the first {MOST_AT_ONCE} were opened.")


def _open_behind(window: MainWindow, row: ArticleRow) -> None:
    window.reading.column.open_apart(row.id, row.heading, behind=True)


def _close(window: MainWindow) -> None:
    column = window.reading.column
    column.close_tab(column.at)
    if window.navigator.current_id is None:
        window.articles.view.forget_place()


def _close_others(window: MainWindow) -> None:
    column = window.reading.column
    column.close_others(column.at)


def _close_right(window: MainWindow) -> None:
    column = window.reading.column
    column.close_right(column.at)


def _menu(window: MainWindow, at: int, place: QPoint) -> None:
    menu = tab_menu(window, at)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)


def tab_menu(window: MainWindow, at: int) -> QMenu:
    """What can be done with a tab, in view or not."""
    column = window.reading.column
    menu, tab, count = QMenu(window), column.tabs[at], len(column.tabs)
    menu.addAction("&Close", lambda: column.close_tab(at))
    menu.addAction("Close &others", lambda: column.close_others(at)).setEnabled(count > 1)
    menu.addAction("Close to the &right", lambda: column.close_right(at)).setEnabled(at < count - 1)
    menu.addSeparator()
    if tab.target is not None:
        columns = window.reading.columns
        side = menu.addAction("Move to the other &side", lambda: columns.move_other(at))
        side.setEnabled(moving.can_go_to_side(window, column, at))
        away = menu.addAction("Move to a new &window", lambda: moving.to_new_window(window, at))
        away.setEnabled(moving.can_leave(window, column, at))
    article = tab.article
    if article is not None:
        menu.addAction("Open in a new window as we&ll", lambda: window.session.open_beside(window, article))
    menu.addAction(window.actions_["tab.reopen"])
    return menu
