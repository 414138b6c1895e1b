"""The main window: puts the panes together and lets them hear of each other."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QMoveEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QDialog, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gui import commands, frame, state
from gui.actions import Actions
from gui.articles.model import ArticlesModel
from gui.articles.orders import told
from gui.articles.pane import ArticlesPane
from gui.articles.sorting import SortButton
from gui.dropping import DropSheet, local_paths
from gui.fitting import Fitting, first_widths
from gui.frame import thin
from gui.jobsbar import JobsBar
from gui.kept import KeptColumn, KeptWindow
from gui.libraries.commands import open_library, parted
from gui.navigation import Navigator
from gui.notices import Banner
from gui.offering import Offering
from gui.operations.articles import ArticleOperations
from gui.operations.searches import SearchOperations
from gui.reading import ReadingPane
from gui.search.bar import SearchBar
from gui.settings import FIRST_SIZE
from gui.sidebar.pane import Sidebar
from gui.speech import say
from gui.statusbar import StatusBar
from gui.telling import Telling
from gui.turns import in_turns
from gui.words import counted
from store.model import (
    ArticleRow,
    Changes,
    Filter,
    OpenArticle,
)

if TYPE_CHECKING:
    from gui.empty import EmptyState
    from gui.session import Session

FIRST_FRAME = 50
"""Milliseconds that the first screen has to itself, before anything else begins."""


class MainWindow(QMainWindow):
    """One window of a session. ``start`` fills it."""

    painted = Signal()
    """The first screen has been painted; now what is not on it may begin."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session, self.desk = session, session.desk
        self.library, self.theme, self.memory = session.library, session.theme, session.memory
        self.tasks, self.hub, self.stack = session.tasks, session.hub, session.stack
        self.imports, self.watcher = session.imports, session.watcher
        self.articles_operations = ArticleOperations(self.desk)
        self.searches = SearchOperations(self.desk)
        self.actions_ = Actions(self.theme, self, session.keys)
        self.facets = Filter()
        self._painted = False
        self.is_filled = False  # its first list and article are there
        self.has_begun = False  # the first screen is painted, background work goes on
        self._open_first = False  # the first row, once the list is loaded
        self._stays_for = ""  # the query that leaves the open article as it is, found or not
        self.fitting = Fitting(self)
        self._build()
        self.telling = Telling(self)
        self.offering = Offering(self)
        self._connect()
        commands.connect(self)
        self.navigator.marks_read = session.keeps

    # -- building

    def _build(self) -> None:
        self.setWindowTitle("Communiqué")
        self.setAcceptDrops(True)
        self.setMinimumSize(560, 380)
        self.actions_.build_menus(self.menuBar())
        self.addActions([action for _, action in self.actions_])
        self.search = SearchBar(self.theme, self.actions_, self)
        self.banner = Banner(self.theme, self)
        self.sidebar = Sidebar(self.theme, self)
        self.model = ArticlesModel(self.library, self.tasks, self)
        self.articles = ArticlesPane(self.theme, self.model, self)
        self.sort = SortButton(self.actions_)
        self.articles.add_to_head(self.sort)
        self.reading = ReadingPane(self.theme, self.desk, self)
        self.left = thin(
            QSplitter(Qt.Orientation.Vertical, self)
        )  # under the list: facts, in a narrow window
        self.left.addWidget(self.articles)
        self.articles.setMinimumHeight(110)  # two articles, whatever an empty list has to say
        self.split = thin(QSplitter(Qt.Orientation.Horizontal, self))
        self.split.setObjectName("panes")
        for place, (pane, stretch) in enumerate(((self.sidebar, 0), (self.left, 0), (self.reading, 1))):
            self.split.addWidget(pane)
            self.split.setStretchFactor(place, stretch)
        filters, listed = first_widths(self)
        self.split.setSizes([filters, listed, FIRST_SIZE.width() - filters - listed])
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.split)
        whole = QWidget(self)
        box = QVBoxLayout(whole)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for part in (frame.top_strip(self.search, self.actions_, self), self.banner, self.pages):
            box.addWidget(part)
        box.setStretchFactor(self.pages, 1)
        self.setCentralWidget(whole)
        self.progress = JobsBar(self.session.jobs, self.actions_["file.cancel"], self)
        self.status = bar = StatusBar(self)
        self.setStatusBar(bar)
        bar.addPermanentWidget(self.progress)
        bar.addPermanentWidget(frame.library_name(self.library.path, self))
        bar.setSizeGripEnabled(False)

    @cached_property
    def empty(self) -> EmptyState:
        """The page of a library without articles, made when it is needed."""
        made = frame.empty_library(self.theme, self.actions_, self)
        self.pages.addWidget(made)
        return made

    @cached_property
    def drop_sheet(self) -> DropSheet:
        """What lies over the panes while files are dragged over them, made when it is needed."""
        return DropSheet(self)

    def _connect(self) -> None:
        self.hub.changed.connect(self._changed)
        self.sidebar.chosen.connect(self._facets_chosen)
        self.search.searched.connect(self._searched)
        self.search.entered.connect(lambda: self._entered(1))
        self.search.entered_back.connect(lambda: self._entered(-1))
        self.search.left.connect(self.articles.view.setFocus)
        self.articles.cleared.connect(self.clear_filters)
        self.articles.widened.connect(lambda: self.show_only(Filter()))
        self.articles.view.opened.connect(self._row_opened)
        self.model.loaded.connect(self._list_loaded)
        self.model.patched.connect(self._rows_patched)
        self.reading.opened.connect(self._article_opened)
        self.reading.hits_shown.connect(self.search.show_hits)
        self.reading.article_asked.connect(self._open_article)
        self.reading.side_wanted.connect(self._show_side)
        # no lambda on what outlives the window: a method of a widget is let go of with the widget
        self.imports.ended.connect(self._imports_ended)
        self.watcher.changed.connect(self._update_actions)

    # -- starting and ending

    def start(self, article: int | None = None, query: str = "", kept: KeptWindow | None = None) -> None:
        """Fill the window, before it is shown: the list and the articles that were open come at once.

        ``kept`` is what it looked like; an ``article`` or a ``query`` that is asked for goes before.
        """
        kept = kept or KeptWindow()
        state.give_frame(self, kept)
        shown = kept.shown if article is None else Filter()
        asked = bool(query) and query != shown.query
        query = query or shown.query
        self.facets = replace(shown, query="")
        self.sidebar.choose(self.facets)
        self.navigator.query = query
        tabs, at = state.tabs_with(kept.columns[0] if kept.columns else KeptColumn(), article)
        self._stays_for = query if tabs and (article is not None or not asked) else ""
        self._open_first = not tabs or (asked and article is None)
        self.search.show_query(query)
        self.articles.view.set_searching(bool(query))
        self.model.show_now(replace(self.facets, query=query), (kept.articles.top, kept.articles.current))
        if query:
            self.offering.explain(query)
        if tabs and not (asked and article is None):
            self.reading.column.set_tabs(tabs, at, now=True)
            if self.navigator.current is None and not self.navigator.page:
                self.open_place(0)
            self._mark_current()
            state.give_list(self, kept.articles)
        state.give_other(self, kept)
        if self.pages.currentWidget() is self.split:
            self.articles.view.setFocus()
        self.is_filled = True
        commands.update(self)
        self.offering.read()

    def remember_nothing(self) -> None:
        """Closing leaves no trace and reading marks nothing as read (for pictures)."""
        self.session.keeps = False
        for column in self.reading.columns.all:
            column.navigator.marks_read = False

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  # as Qt calls it
        from gui import tabbing

        return tabbing.step(self, next) or super().focusNextPrevChild(next)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.session.closing(self)
        self.reading.stop()
        self.reading.finish()
        for dialog in self.findChildren(QDialog):  # what belongs to a window goes with it
            dialog.close()
        super().closeEvent(event)
        self.session.closed(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.session.activated(self)

    # -- what is shown

    @property
    def navigator(self) -> Navigator:
        """What opens articles, where the keyboard was last."""
        return self.reading.navigator

    @property
    def shown(self) -> Filter:
        """What the list shows or is about to show."""
        return replace(self.facets, query=self.search.query)

    def show_filter(self) -> None:
        """Read the list for what is chosen and searched for."""
        self.model.show_filter(self.shown)

    def clear_filters(self) -> None:
        """Show all articles again."""
        self.facets = Filter()
        self.sidebar.choose(self.facets)
        self.search.set_query("")
        self.search.explain("")
        self.show_filter()

    def open_place(self, place: int) -> None:
        """Open the article at a place of the list, or the first one after it."""
        found = self.model.article_from(place, 1)
        if found is not None:
            self.articles.view.open_place(found)

    def open_named(self, key: str) -> None:
        """Open the article of a file's stem or a number, in the list or not; say so where there is none."""
        number = self.library.find_id(key)
        if number is None:
            self.banner.fault(f"There is no article “{key}” in this library.")
            return
        self.open_article(number)

    def open_article(self, number: int) -> None:
        """Open the article of that number, in the list or not; it stays open whatever the list shows."""
        self._open_first = False
        self._stays_for = self.search.query
        self.navigator.open(number)

    def fit(self) -> None:
        """Lay the panes out for the width of the window."""
        self.fitting.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(FIRST_FRAME, self._begin)

    def _begin(self) -> None:
        in_turns((*self.reading.side_steps(), self._go_on), lambda: self in self.session.windows)

    def _go_on(self) -> None:
        """What is not on the first screen may come now."""
        self.tasks.release()
        self.articles.view.settle()
        self.has_begun = True
        state.watch(self)
        self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
        self.session.touch()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.session.touch()

    # -- what the panes tell

    def _facets_chosen(self, facets: Filter) -> None:
        self.facets = facets
        self._open_first = False
        self.show_filter()

    def show_facet(self, field: str, key: str) -> None:
        """Show only the articles of a person, a country, a tag."""
        self.show_only(replace(Filter(), **{field: key}))  # type: ignore[arg-type]

    def show_only(self, facets: Filter) -> None:
        """Show the articles of other filters; the words that are searched for stay."""
        self.facets = facets
        self.sidebar.choose(facets)
        self.show_filter()

    def _show_side(self) -> None:
        self.actions_["view.facts"].setChecked(True)
        self.fit()

    def _searched(self, query: str) -> None:
        self.reading.columns.set_query(query)
        self._stays_for = ""
        self.offering.explain(query)
        self.show_filter()

    def _tell_order(self) -> None:
        model = self.model
        self.sort.show_order(
            model.order,
            searching=bool(model.shown.query),
            grouping=model.grouping,
            grouped=bool(model.grouped_by),
        )
        ranked = model.articles if model.order == "relevance" else 0
        self.search.tell_order(told(ranked, model.left_out, model.standing) if model.best_asked else "")

    def _entered(self, step: int) -> None:
        """Enter in the search box: into the list first, then from hit to hit."""
        if self.articles.view.current_row() is None:
            self.open_place(0)
        else:
            commands.step_hit(self, step)

    def _list_loaded(self) -> None:
        shown = self.model.shown
        self.articles.view.set_searching(bool(shown.query))
        self.articles.show_state(shown, commands.described(shown, self.sidebar.model))
        self._tell_order()
        if self._open_first and self.model.rowCount():
            self._open_first = False
            row = self.model.first_row()
            if row is not None and not self.isVisible():
                self.navigator.open_now(row.id)
            elif row is not None:
                self.navigator.open(row.id)
        elif shown.query not in ("", self._stays_for) and self._current_place() is None:
            row = self.model.first_row()
            if row is not None:
                self.navigator.open(row.id, seen=False, remember=False)
        if not self.model.has_stayed:
            self._mark_current()
        self._choose_page()
        commands.update(self)
        if shown.query and self.has_begun:
            say(self.articles.view, f"{counted(self.model.articles, 'article')} found")

    def _choose_page(self) -> None:
        """The panes, or what to do with an empty library."""
        nothing = self.model.rowCount() == 0 and self.model.shown == Filter() and not self.imports.busy
        page = self.empty if nothing else self.split
        if page is not self.pages.currentWidget():
            self.pages.setCurrentWidget(page)
            (self.empty if nothing else self.articles).setFocus()

    def _current_place(self) -> int | None:
        number, row = self.navigator.current_id, self.articles.view.current_row()
        if row is not None and row.id == number:
            return self.articles.view.currentIndex().row()  # of several where it stands
        return None if number is None else self.model.place_of(number)

    def _mark_current(self) -> None:
        place, view = self._current_place(), self.articles.view
        # A list that gets the focus has a current row, but nothing is selected.
        if place is not None and (view.currentIndex().row() != place or not view.selected_ranges()):
            view.show_place(place)

    def _row_opened(self, row: ArticleRow) -> None:
        if row.id != self.navigator.current_id:
            self.navigator.open(row.id)

    def _open_article(self, number: int) -> None:
        self.navigator.open(number)

    def _article_opened(self, article: OpenArticle | None) -> None:
        self.name_window()
        self._mark_current()
        commands.update(self)

    def name_window(self) -> None:
        """The title: the article or page, the library where several are open, the program."""
        shelf = self.session.shelf
        library = self.library.path.stem if shelf is not None and len(shelf.sessions) > 1 else ""
        heading = self.navigator.trail.heading
        self.setWindowTitle(" – ".join(part for part in (heading, library, "Communiqué") if part))

    def _rows_patched(self, ids: set[int]) -> None:
        self._update_actions()

    def _update_actions(self) -> None:
        commands.update(self)

    def _changed(self, changes: Changes, initiator: object) -> None:
        if initiator is self.imports and self.navigator.is_empty:
            self._open_first = True
        self.model.refresh(changes)
        self.reading.refresh(changes)
        self.offering.read()

    # -- imports

    def import_paths(self, paths: list[Path], encoding: str | None = None) -> None:
        """Take in files and folders."""
        self.banner.hide()
        self.imports.import_paths(paths, encoding)
        commands.update(self)

    def _imports_ended(self) -> None:
        if self.model.rowCount() == 0:
            self.show_filter()
        commands.update(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_paths(event.mimeData()):
            event.acceptProposedAction()
            self.drop_sheet.open_over(self.pages)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop_sheet.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop_sheet.hide()
        paths = local_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            QTimer.singleShot(0, lambda: self._take(paths))  # the other program must not wait

    def _take(self, paths: list[Path]) -> None:
        libraries, others = parted(paths)
        for path in libraries:
            open_library(self, path)
        if others:
            self.import_paths(others)
