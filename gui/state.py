"""What a window looks like: taken down while it is used, given back at the next start."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, Qt
from PySide6.QtGui import QGuiApplication

from gui.articles import sorting
from gui.frame import thin
from gui.kept import KeptColumn, KeptList, KeptWindow
from gui.navigation import dwell_from
from gui.reader.remembering import STILL
from gui.settings import FIRST_SIZE, Memory
from gui.tabs.trail import Place, Trail
from store.model import Filter

if TYPE_CHECKING:
    from gui.tabs.column import Column
    from gui.window import MainWindow


def take(window: MainWindow) -> KeptWindow:
    """What the next start gives back."""
    rect = window.normalGeometry() if window.isMaximized() or window.isFullScreen() else window.geometry()
    window.reading.write_down()
    return KeptWindow(
        place=(rect.x(), rect.y(), rect.width(), rect.height()),
        maximized=window.isMaximized(),
        panes=window.split.saveState().toBase64().toStdString(),
        sidebar=window.fitting.filters_wanted[0],
        sidebar_narrow=window.fitting.filters_wanted[1],
        sidebar_width=window.fitting.filters_width,
        facts=window.actions_["view.facts"].isChecked(),
        closed_groups=tuple(sorted(window.sidebar.closed_groups)),
        order=window.model.standing,
        grouping=window.model.grouping,
        folded=window.model.folded,
        in_columns=window.model.as_columns,
        list_head=window.articles.view.kept_head,
        shown=window.shown,
        articles=_list_of(window),
        columns=window.reading.kept_columns(),
        in_use=window.reading.columns.all.index(window.reading.column),
        together=window.reading.columns.together,
        notes=window.reading.kept_notes,
    )


def _list_of(window: MainWindow) -> KeptList:
    view = window.articles.view
    top, into = view.top
    return KeptList(
        window.model.rowCount(), top, into, view.currentIndex().row(), tuple(view.selected_ranges())
    )


def beside(kept: KeptWindow, tab: Trail | None) -> KeptWindow:
    """What another window opens with: all that this one shows, or a tab among all articles."""
    if tab is not None:
        column = KeptColumn((tab,))
        return replace(
            kept, shown=Filter(), articles=KeptList(), columns=(column,), in_use=0, maximized=False
        )
    column = kept.columns[kept.in_use]
    in_view = KeptColumn((column.tabs[column.at].copy(),))
    return replace(kept, columns=(in_view,), in_use=0, maximized=False)


def give_frame(window: MainWindow, kept: KeptWindow) -> None:
    """Place, panes and switches as they were, or as they are at first."""
    if kept.place is not None:
        window.setGeometry(on_screen(QRect(*kept.place)))
    else:
        window.resize(FIRST_SIZE.boundedTo(window.screen().availableGeometry().size()))
    if kept.maximized:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
    window.split.restoreState(QByteArray.fromBase64(kept.panes.encode("ascii", "ignore")))
    thin(window.split)
    window.reading.restore(window.memory)
    window.reading.give_notes(kept.notes)
    window.sidebar.set_closed_groups(kept.closed_groups)
    window.fitting.want_filters(kept.sidebar, kept.sidebar_narrow, kept.sidebar_width)
    window.actions_["view.facts"].setChecked(kept.facts)
    window.reading.columns.each(lambda column: _behave(column, window.memory))
    window.model.set_order(kept.order)
    window.model.set_grouping(kept.grouping, kept.folded)
    window.articles.view.give_head(kept.list_head)
    if kept.in_columns:
        window.articles.view.show_columns(True)
        window.actions_["view.list.columns"].setChecked(True)
    window.fit()


def _behave(column: Column, memory: Memory) -> None:
    """What the settings say of each column, however late it is made."""
    column.navigator.mark_after(dwell_from(memory.text("mark_read")))
    column.reader.set_still(STILL.get(memory.text("still")))


def give_list(window: MainWindow, kept: KeptList) -> None:
    """Mark the open article in the list, and scroll to where the list was; it has been read."""
    if window.model.is_waiting:
        once = Qt.ConnectionType.SingleShotConnection
        window.model.loaded.connect(lambda: give_list(window, kept), once)
        sorting.tell_if_slow(window)
        return
    number, view = window.navigator.current_id, window.articles.view
    same = kept.count == window.model.rowCount() > 0
    if same:
        view.select_ranges(kept.selected, kept.current)
    if number is not None and window.model.place_of(number) is None:
        window.model.find(number, view.show_place)
    elif same:
        view.go_to(kept.top, kept.into)


def give_other(window: MainWindow, kept: KeptWindow) -> None:
    """Bring back the second column, which one was in use, and the tabs that were closed."""
    columns = window.reading.columns
    window.actions_["view.together"].setChecked(kept.together)
    columns.scroll_together(kept.together)
    if len(kept.columns) > 1:
        tabs, at = tabs_with(kept.columns[1], None)
        if tabs:
            columns.give(tabs, at, now=True)
    for column, before in zip(columns.all, kept.columns, strict=False):
        column.set_closed(before.closed)
    if 0 < kept.in_use < len(columns.all):
        columns.choose(columns.all[kept.in_use])


def tabs_with(column: KeptColumn, article: int | None) -> tuple[list[Trail], int]:
    """The tabs of a column and which is in view: that of ``article``, where one was asked for."""
    tabs, at = [tab for tab in column.tabs if tab.here is not None], column.at
    if len(tabs) < len(column.tabs):
        at = 0
    if article is not None:
        at = next((n for n, tab in enumerate(tabs) if tab.article == article), len(tabs))
        if at == len(tabs):
            tabs.append(Trail([Place(article)]))
    return tabs, at


def watch(window: MainWindow) -> None:
    """Take down, some seconds later, whatever changes of what is kept."""
    reading, view = window.reading, window.articles.view
    for signal in (
        reading.opened,
        reading.columns.tabs_changed,
        reading.split.splitterMoved,
        window.model.loaded,
        window.split.splitterMoved,
        view.head_changed,
        view.verticalScrollBar().valueChanged,
        view.selectionModel().selectionChanged,
        window.actions_["view.sidebar"].toggled,
        window.actions_["view.facts"].toggled,
    ):
        signal.connect(lambda *_: window.session.touch())
    reading.columns.each(
        lambda column: column.reader.view.verticalScrollBar().valueChanged.connect(
            lambda _value: window.session.touch()
        )
    )


def on_screen(rect: QRect) -> QRect:
    """Where a window was, if that is still on a screen; else a place of its size, fitted to the first one."""
    for screen in QGuiApplication.screens():
        free = screen.availableGeometry()
        seen = free.intersected(rect)
        if seen.width() >= 120 and seen.height() >= 80 and free.contains(rect.topLeft()):
            return rect
    free = QGuiApplication.primaryScreen().availableGeometry()
    return QRect(free.topLeft(), rect.size().boundedTo(free.size()))
