"""What is done with the selected articles: all of them at once, one step back, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from gui.articles import sorting
from gui.articles.orders import CHOSEN, action_name
from gui.articles.sorting import GROUPINGS
from gui.articles.words import cited
from gui.exporting import commands as exporting
from gui.words import counted
from store.model import ArticleRow

if TYPE_CHECKING:
    from gui.window import MainWindow

LOOKED_AT = 200
"""So many of the selected rows are looked at to say whether they are starred or read."""

ROOM_FOR_COLUMNS = 640
"""Width that the list gets when it is shown as columns, if there is room."""

MOST_WINDOWS = 5
"""So many windows are opened at once."""

_TEXTS = {
    "article.new_tab": ("Open in a new &tab", "Open {} in new &tabs"),
    "article.new_window": ("Open in a new &window", "Open {} in new &windows"),
    "article.tag": ("Ta&g…", "Ta&g {}…"),
    "article.delete": ("&Delete", "&Delete {}"),
    "article.headings": ("Copy &heading", "Copy {} &headings"),
    "article.citations": ("Copy &citation", "Copy {} &citations"),
}


def connect(window: MainWindow) -> None:
    """Connect the actions on the selected articles."""
    window.actions_.connect_all(
        {
            "go.next": lambda: _step(window, 1),
            "go.previous": lambda: _step(window, -1),
            "go.next_unread": lambda: _next_unread(window, 1),
            "go.previous_unread": lambda: _next_unread(window, -1),
            **{f"view.group.{by or 'none'}": partial(_group, window, by) for by in GROUPINGS},
            **{action_name(order): partial(_sort, window, order) for order in CHOSEN},
            "view.turn_order": lambda: sorting.turn(window),
            "view.list.cards": lambda: show_columns(window, False),
            "view.list.columns": lambda: show_columns(window, True),
            "view.columns": window.articles.view.choose_columns,
            "view.fold_all": lambda: window.articles.view.fold_all(True),
            "view.unfold_all": lambda: window.articles.view.fold_all(False),
            "article.star": lambda: _toggle_star(window),
            "article.read": lambda: _toggle_read(window),
            "article.all_read": lambda: window.articles_operations.read_all(window.model.shown),
            "article.new_window": lambda: _open_windows(window),
            "article.delete": lambda: _delete(window),
            "article.headings": lambda: _copy(window, "heading", lambda row: row.heading),
            "article.citations": lambda: _copy(window, "citation", cited),
        }
    )
    view = window.articles.view
    view.context_asked.connect(lambda place: _context_menu(window, place))
    view.sort_asked.connect(lambda sort: sorting.choose_column(window, sort))
    window.actions_["view.list.cards"].setChecked(True)
    view.copy_asked.connect(window.actions_["article.headings"].trigger)
    window.articles.use_actions(window.actions_)


def update(window: MainWindow) -> None:
    """Switch the actions on and off, say what they would do and with how many."""
    actions, rows = window.actions_, chosen(window)
    count = max(window.articles.view.selected_count(), min(1, len(rows)))
    for name in ("star", "read", "delete", "tag", "new_window", "headings", "citations"):
        actions[f"article.{name}"].setEnabled(count > 0)
    exporting.update(window, count)
    actions["article.all_read"].setEnabled(window.model.rowCount() > 0)
    many = counted(count, "article")
    for name, (one, several) in _TEXTS.items():
        told = f"{count:,}" if name in ("article.headings", "article.citations") else many
        actions.set_text(name, several.format(told) if count > 1 else one)
    starred, read = all(row.starred for row in rows), all(row.read for row in rows)
    if count > 1:
        star = f"Remove &star from {many}" if rows and starred else f"&Star {many}"
        mark = f"Mark {many} as {'un&read' if rows and read else '&read'}"
    else:
        star = "Remove &star" if rows and starred else "&Star"
        mark = "Mark as un&read" if rows and read else "Mark as &read"
    actions.set_text("article.star", star)
    actions.set_text("article.read", mark)
    window.articles.show_selected(count)
    ranges = window.articles.view.selected_ranges()
    if count > 1 and window.model.may_repeat(ranges):
        window.model.read_ids(ranges, lambda ids: window.articles.show_selected(len(ids)), key="selected")
    grouped = bool(window.model.grouped_by)
    actions["view.fold_all"].setEnabled(grouped)
    actions["view.unfold_all"].setEnabled(grouped)
    actions["view.columns"].setEnabled(window.model.as_columns)


def chosen(window: MainWindow) -> list[ArticleRow]:
    """The first selected rows of the list, or the open article where the list has none."""
    view = window.articles.view
    rows = view.selected_rows(LOOKED_AT)
    current = window.navigator.current
    if not rows and not view.selected_ranges() and current is not None:
        place = window.model.place_of(current.row.id)
        row = window.model.row(place) if place is not None else None
        rows = [row or current.row]
    return rows


def for_chosen(window: MainWindow, do: Callable[[list[int], str], None]) -> None:
    """Call ``do`` with all that is selected, once it is known, and the heading of the first."""
    rows, view = chosen(window), window.articles.view
    heading = rows[0].heading if rows else ""
    if view.selected_count() <= len(rows):
        do([row.id for row in rows], heading)
    else:
        window.model.read_ids(view.selected_ranges(), lambda ids: do(ids, heading))


def for_rows(window: MainWindow, do: Callable[[list[ArticleRow]], None], at_most: int | None = None) -> None:
    """Call ``do`` with the rows of all that is selected, or the first of them, once they are known."""

    def read(ids: list[int], _heading: str) -> None:
        listed = window.library.listed
        window.tasks.read(lambda: listed.rows(ids[:at_most]), do)

    for_chosen(window, read)


def show_columns(window: MainWindow, on: bool) -> None:
    """Show the list as columns or as cards; a list that is narrow gets room for the columns."""
    window.articles.view.show_columns(on)
    if on:
        window.model.show_filter(window.shown, only_states=True)
    window.actions_["view.list.columns" if on else "view.list.cards"].setChecked(True)
    filters, listed, read = window.split.sizes()
    wanted = min(ROOM_FOR_COLUMNS, (listed + read) * 2 // 5)  # most is for reading
    if on and window.isVisible() and listed < wanted:
        window.split.setSizes([filters, wanted, read - (wanted - listed)])
    window.actions_["view.columns"].setEnabled(on)
    window.session.touch()


def _sort(window: MainWindow, order: str, *_: object) -> None:
    sorting.choose(window, order)


def _group(window: MainWindow, by: str, *_: object) -> None:
    window.model.set_grouping(by)
    window.show_filter()


def _step(window: MainWindow, by: int) -> None:
    index = window.articles.view.currentIndex()
    place = window.model.article_from(
        index.row() + by if index.isValid() else 0, by if index.isValid() else 1
    )
    if place is not None:
        window.open_place(place)


def _next_unread(window: MainWindow, by: int) -> None:
    """Open the next unread article of the list, from the current one on, round the end."""
    index = window.articles.view.currentIndex()
    start = index.row() if index.isValid() else -1 if by > 0 else 0
    for place in range(start + by, start + by * 65, by):
        if window.model.is_header(place) and not window.model.is_folded(place):
            continue
        row = window.model.peek(place)
        if row is None:
            break
        if not row.read:
            window.open_place(place)
            return

    def found(place: int | None) -> None:
        if place is None:
            window.hub.notice.emit("Nothing unread here.")
        else:
            window.open_place(place)

    window.model.find_unread(start, by, found, window.navigator.current_id)


def _toggle(window: MainWindow, state: int, do: Callable[[list[int], bool, str], None]) -> None:
    """Give all that is selected a state, or take it away where all have it; 0 is starred, 1 read."""

    def toggle(ids: list[int], heading: str) -> None:
        listed = window.library.listed
        window.tasks.read(lambda: listed.states(ids), lambda found: do(ids, not found[state], heading))

    rows = chosen(window)
    if window.articles.view.selected_count() <= len(rows):
        on = not all((row.starred, row.read)[state] for row in rows)
        do([row.id for row in rows], on, rows[0].heading if rows else "")
    else:
        for_chosen(window, toggle)


def _toggle_star(window: MainWindow) -> None:
    _toggle(window, 0, window.articles_operations.set_starred)


def _toggle_read(window: MainWindow) -> None:
    window.navigator.stop()
    _toggle(window, 1, window.articles_operations.set_read)


def _open_windows(window: MainWindow) -> None:
    """Open each selected article in a window of its own, but not so many that the screen is full of them."""
    rows = chosen(window)
    for row in rows[:MOST_WINDOWS]:
        window.session.open_beside(window, row.id)
    if len(rows) > MOST_WINDOWS:
        window.hub.notice.emit(f"Only the first {MOST_WINDOWS} were opened.")


def _delete(window: MainWindow) -> None:
    """Delete what is selected, and open what comes after it."""
    ranges = window.articles.view.selected_ranges()
    first, last = (ranges[0][0], ranges[-1][1]) if ranges else (-1, -1)
    after = _beside(window, last + 1, 1) or _beside(window, first - 1, -1)

    def delete(ids: list[int], heading: str) -> None:
        for one in window.session.windows:
            one.reading.finish()  # what is being written on an article is a step before this one
        window.articles_operations.delete(ids, heading)
        if window.navigator.current_id in set(ids):
            if after is not None:
                window.navigator.open(after.id, remember=False)
            else:
                window.navigator.close_article()
        many = f"{len(ids):,} articles" if len(ids) > 1 else "The article was"
        window.telling.undoable(f"{many} deleted.")

    for_chosen(window, delete)


def _beside(window: MainWindow, place: int, by: int) -> ArticleRow | None:
    found = window.model.article_from(place, by)
    return None if found is None else window.model.peek(found)


def _copy(window: MainWindow, noun: str, said: Callable[[ArticleRow], str]) -> None:
    """Put a line for each selected article on the clipboard."""

    def copy(rows: list[ArticleRow]) -> None:
        if rows:
            QApplication.clipboard().setText("\n".join(map(said, rows)))
            window.telling.briefly(f"{counted(len(rows), noun)} copied.")

    for_rows(window, copy)


def _context_menu(window: MainWindow, place: QPoint) -> None:
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    opening = ("new_tab", "other_side", "new_window")
    changing = ("star", "read", "tag", "all_read")
    for section in (opening, changing, ("headings", "citations"), ("delete",)):
        if section is not opening:
            menu.addSeparator()
        for name in section:
            menu.addAction(window.actions_[f"article.{name}"])
        if "citations" in section:
            menu.addAction("E&xport…", lambda: exporting.ask(window, "selected"))
    menu.popup(place)
