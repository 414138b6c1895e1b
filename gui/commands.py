"""What the actions of the window do, and when they can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui import moving, taking
from gui.across import commands as across
from gui.articles import commands as articles
from gui.exporting import commands as exporting
from gui.facts import commands as facts
from gui.libraries import commands as libraries
from gui.notes import commands as notes
from gui.reader import commands as reader
from gui.sidebar.model import FiltersModel, facets_of
from gui.tabs import commands as tabs
from gui.tagging import commands as tagging
from gui.theme import CHOICES, Choice
from gui.undoing import Undoing
from gui.words import quoted
from store.model import Filter, ImportReport

if TYPE_CHECKING:
    from gui.window import MainWindow
    from store.joining import Joining


def connect(window: MainWindow) -> None:
    """Connect every action of the window."""
    actions = window.actions_
    reading = window.reading
    actions.connect_all(
        {
            "file.import_files": lambda: taking.ask_files(window),
            "file.import_folder": lambda: taking.ask_folder(window),
            "file.import_encoded": lambda: taking.ask_encoded(window),
            "file.paste": lambda: taking.paste(window),
            "file.watch": lambda: taking.watch(window),
            "file.samples": lambda: window.imports.import_samples(quiet=False),
            "file.cancel": window.session.jobs.cancel_all,
            "file.new_window": lambda: window.session.open_beside(window),
            "file.close_window": window.close,
            "edit.search": window.search.start,
            "edit.find": reading.open_find,
            "edit.clear": window.clear_filters,
            "view.sidebar": window.fit,
            "view.facts": window.fit,
            "view.larger": lambda: reading.zoom(1),
            "view.smaller": lambda: reading.zoom(-1),
            "view.normal": lambda: reading.zoom(0),
            "view.full": lambda on: window.showFullScreen() if on else window.showNormal(),
            "go.next_hit": lambda: step_hit(window, 1),
            "go.previous_hit": lambda: step_hit(window, -1),
            "article.people": lambda: _show_names(window, window.library.people),
            "article.occasions": lambda: _show_names(window, window.library.occasions),
            "edit.settings": lambda: _show_settings(window),
            "edit.save_search": lambda: _save_search(window),
            "help.search": lambda: _show_search_help(window),
            "help.shortcuts": lambda: _show_shortcuts(window),
            "help.menu_entry": lambda: _add_to_menu(window),
            "help.log": lambda: _show_log(window),
            "help.about": lambda: _show_about(window),
        }
    )
    of_text = {name: actions[name] for name in reading.reader.action_names}
    reading.columns.each(lambda column: column.reader.use_actions(of_text))
    notes.connect(window)
    for choice in CHOICES:
        actions[f"view.theme.{choice}"].triggered.connect(lambda _on, to=choice: _choose_theme(window, to))
    actions[f"view.theme.{window.theme.choice}"].setChecked(True)
    Undoing(window.stack, actions, window.telling.briefly)
    articles.connect(window)
    tabs.connect(window)
    reading.hits_shown.connect(lambda current, total: update_hits(window, total))
    window.articles.view.selectionModel().selectionChanged.connect(lambda: update(window))
    reading.star_asked.connect(lambda starred: _star(window, starred))
    reader.connect(window)
    moving.connect(window)
    facts.connect(window)
    tagging.connect(window)
    libraries.connect(window)
    across.connect(window)
    exporting.connect(window)


def update(window: MainWindow) -> None:
    """Switch actions on and off, and say what they would do; once for all that fills a new window."""
    if not window.is_filled:
        return
    actions, article = window.actions_, window.navigator.current
    enabled = {
        "edit.find": not window.navigator.is_empty,
        "edit.clear": window.shown != Filter(),
        "edit.save_search": window.shown != Filter(),
        **dict.fromkeys(window.reading.reader.action_names, article is not None),
        "file.samples": not window.imports.busy,
        "go.next": window.model.rowCount() > 0,
        "go.previous": window.model.rowCount() > 0,
        "go.next_unread": window.model.rowCount() > 0,
        "go.previous_unread": window.model.rowCount() > 0,
        "article.people": window.sidebar.model.names("person") != [],
        "article.occasions": window.sidebar.model.names("occasion") != [],
    }
    for name, on in enabled.items():
        actions[name].setEnabled(on)
    articles.update(window)
    tabs.update(window)
    notes.update(window)
    across.update(window)
    watched = window.watcher.folder
    actions.set_text(
        "file.watch", "&Watch a folder…" if watched is None else f"Stop &watching {watched.name}"
    )


def update_hits(window: MainWindow, total: int) -> None:
    """Switch the steps from hit to hit on and off."""
    for name in ("go.next_hit", "go.previous_hit"):
        window.actions_[name].setEnabled(total > 0)


_NAMED = {"unplaced": "Without a place"}
"""Filters whose names are not those of their fields."""


def described(shown: Filter, filters: FiltersModel) -> str:
    """A filter in words: ``Unread · Türkiye · “ergun”``."""
    words = []
    for facet in facets_of(shown):
        if facet.field != "all":
            index = filters.find(facet)
            named = facet.key or _NAMED.get(facet.field, facet.field.capitalize())
            words.append(str(index.data()) if index.isValid() else named)
    if shown.query:
        words.append(quoted(shown.query))
    return " · ".join(words)


def step_hit(window: MainWindow, by: int) -> None:
    """Go to the next or previous hit; past the last one of an article, to the next article found."""
    current, total = window.reading.hit_place
    end = total if by > 0 else 1
    if total and current == end and window.search.query and window.model.rowCount() > 1:
        place = window.model.article_from(window.articles.view.currentIndex().row() + by, by)
        if place is not None:
            window.reading.enter_from_end = by < 0
            window.open_place(place)
            return
    window.reading.step_hit(by)


def tell_report(window: MainWindow, report: ImportReport, quiet: bool) -> None:
    """Say what an import did."""
    if report.updated:
        notes.tell_lost(window, report)
    if quiet and not (report.refused or report.guessed):
        return
    from gui.reports import ReportDialog, summary

    if report.refused or report.skipped or report.updated or report.guessed:
        window.banner.tell(summary(report), "Details…", lambda: ReportDialog(report, window).show())
    elif report.lost:
        window.banner.tell(summary(report), "Show them", lambda: notes.show_lost(window, report.lost))
    elif (report.taken or report.noted) and not quiet:
        window.telling.undoable(summary(report))
    else:
        window.banner.tell(summary(report))


def _choose_theme(window: MainWindow, choice: Choice) -> None:
    window.session.choose_theme(choice)


def _star(window: MainWindow, starred: bool) -> None:
    current = window.navigator.current
    if current is not None:
        window.articles_operations.set_starred([current.row.id], starred, current.row.heading)


def _save_search(window: MainWindow) -> None:
    from gui import asking

    proposed = described(window.shown, window.sidebar.model)
    name = asking.a_name(window, "Save this search", "Its name:", proposed)
    if name is not None and name.strip():
        window.searches.save(name, window.shown)


def _show_names(window: MainWindow, names: Joining) -> None:
    from gui.joining import JoiningDialog

    JoiningDialog(window.desk, names, window).show()


def _show_search_help(window: MainWindow) -> None:
    from gui.search.help import SearchHelpDialog

    dialog = SearchHelpDialog(window)
    dialog.tried.connect(window.search.set_query)
    dialog.show()


def _show_shortcuts(window: MainWindow) -> None:
    from gui.shortcuts import ShortcutsDialog

    ShortcutsDialog(window.actions_, window, lambda: _show_settings(window, "Keys")).show()


def _show_settings(window: MainWindow, page: str = "") -> None:
    from gui.preferences.opening import open_settings_page

    open_settings_page(window, page)


def _add_to_menu(window: MainWindow) -> None:
    from gui.menu_entry import add

    add(window)


def _show_log(window: MainWindow) -> None:
    from gui.logdialog import show_log

    show_log(window)


def _show_about(window: MainWindow) -> None:
    from gui.about import AboutDialog

    AboutDialog(window.library.path, window).show()
