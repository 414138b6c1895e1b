"""What the actions of tabs do, and when they can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from store.model import ArticleRow

if TYPE_CHECKING:
    from gui.window import MainWindow

MOST_AT_ONCE = 20
"""So many selected articles are opened in tabs at once."""


def connect(window: MainWindow) -> None:
    """Connect the actions of tabs."""
    actions, column = window.actions_, window.reading.column
    actions.connect_all(
        {
            "article.new_tab": lambda: open_selected(window),
            "go.back": lambda: window.navigator.back(),
            "go.forward": lambda: window.navigator.forward(),
            "tab.next": lambda: window.reading.column.step(1),
            "tab.previous": lambda: window.reading.column.step(-1),
            "tab.close": lambda: _close(window),
            "tab.close_others": lambda: _close_others(window),
            "tab.close_right": lambda: _close_right(window),
            "tab.reopen": lambda: window.reading.column.reopen(),
        }
    )
    # Ctrl+Return means other things where one writes
    apart = actions["article.new_tab"]
    apart.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    window.removeAction(apart)
    for pane in (window.articles, column):
        pane.addAction(apart)
    window.articles.view.apart_asked.connect(lambda row: _open_behind(window, row))
    column.tabs_changed.connect(lambda: update(window))
    column.menu_asked.connect(lambda at, place: _menu(window, at, place))


def update(window: MainWindow) -> None:
    """Switch the actions on and off."""
    actions, column = window.actions_, window.reading.column
    many, navigator = len(column.tabs) > 1, window.navigator
    enabled = {
        "go.back": navigator.can_go_back,
        "go.forward": navigator.can_go_forward,
        "article.new_tab": bool(window.articles.view.selected_ranges()) or navigator.current_id is not None,
        "tab.next": many,
        "tab.previous": many,
        "tab.close": many or navigator.current_id is not None,
        "tab.close_others": many,
        "tab.close_right": column.at < len(column.tabs) - 1,
        "tab.reopen": column.can_reopen,
    }
    for name, on in enabled.items():
        actions[name].setEnabled(on)


def open_selected(window: MainWindow) -> None:
    """Open the selected articles in tabs of their own; the one that is open goes on in a tab of its own."""
    column, open_one = window.reading.column, window.navigator.current
    rows = window.articles.view.selected_rows(MOST_AT_ONCE + 1)
    if open_one is not None and len(rows) < 2:
        column.open_apart(open_one.row.id, open_one.row.heading)
        return
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
    menu, article, count = QMenu(window), column.tabs[at].article, len(column.tabs)
    menu.addAction("&Close", lambda: column.close_tab(at))
    menu.addAction("Close &others", lambda: column.close_others(at)).setEnabled(count > 1)
    menu.addAction("Close to the &right", lambda: column.close_right(at)).setEnabled(at < count - 1)
    menu.addSeparator()
    if article is not None:
        menu.addAction("Open in a new &window", lambda: window.session.open_beside(window, article))
    menu.addAction(window.actions_["tab.reopen"])
    return menu
