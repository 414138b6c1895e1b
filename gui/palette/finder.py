"""The palette at work: opens it, finds what fits, does what is chosen, remembers what was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from gui.libraries.commands import of_palette, open_library
from gui.palette import sources
from gui.palette.box import Palette
from gui.palette.entries import Entry, Kind, parted
from gui.palette.matching import MOST, Found, Known, find, spelled
from gui.palette.used import Used
from store.model import Choices, Filter

if TYPE_CHECKING:
    from gui.window import MainWindow

ABOUT = 3
"""Of so many of the people that fit, the page is offered too."""

PAUSE = 80
"""Milliseconds after the last key before the library is looked into."""

ITSELF = "go.palette"
"""The action that opens the palette."""

NOTHING: dict[tuple[Kind, ...], str] = {
    (Kind.PERSON,): "No person of that name is in the library.",
    (Kind.TAG,): "No tag has that name.",
    (Kind.ACTION,): "No action is called so.",
    (Kind.SEARCH,): "Type words to search all articles for.",
    (Kind.PAGE,): "No person, series, country or pair is called so.",
}
EMPTY: dict[tuple[Kind, ...], str] = {
    (Kind.PERSON,): "Nobody is in the library yet.",
    (Kind.TAG,): "There are no tags yet. Select words of an article and tag them.",
}
_FACETS = {
    kind: kind.name.lower() for kind in (Kind.PERSON, Kind.COUNTRY, Kind.OCCASION, Kind.YEAR, Kind.TAG)
}


class PaletteFinder(QObject):
    """The palette of one window, made when it is first asked for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._used = Used(window.memory)
        self.palette = Palette(window.theme, window)
        self._actions: list[Known] = []
        self._places: list[Known] = []
        self._tabs: list[Known] = []
        self._named: dict[str, Entry] = {}  # the places
        self._choices: Choices | None = None
        self._looked = sources.Looked("", (), ())
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look)
        self._pages: list[Known] | None = None  # of series and pairs, once they are read
        self._waiting = False  # the library is being looked into
        self._before: QWidget | None = None  # what had the keyboard
        self.palette.typed.connect(self._typed)
        self.palette.chosen.connect(self._chosen)
        self.palette.closed.connect(self._closed)

    def toggle(self) -> None:
        """Open the palette, or close it."""
        if self.palette.isVisible():
            self.palette.close_up()
            return
        window = self._window
        self._before = QApplication.focusWidget()
        offered = sources.of_actions(window.actions_, ITSELF) + sources.of_libraries(of_palette(window))
        self._actions = [Known(one) for one in offered]
        self._tabs = [Known(one) for one in sources.of_tabs(window.reading.columns.tabs)]
        choices = window.sidebar.model.choices
        if choices is not self._choices:
            self._choices = choices
            self._places = [Known(one) for one in sources.of_choices(choices)]
            self._named = {one.entry.name: one.entry for one in self._places}
        self._looked = sources.Looked("", (), ())
        self._pages = None
        self.palette.open_up()
        self._typed("")

    def open_with(self, sign: str) -> None:
        """Open the palette with a sign that leaves only some kinds."""
        if not self.palette.isVisible():
            self.toggle()
        self.palette.line.setText(sign)

    # -- finding

    def _typed(self, typed: str) -> None:
        words, articles, people = self._sought(typed)
        self._waiting = (bool(words) and (articles or people)) or self._wants_pages(typed)
        if self._waiting:
            self._pause.start()
        else:
            self._pause.stop()
        self._show()

    def _sought(self, typed: str) -> tuple[str, bool, bool]:
        """The words to look for in the library, and whether among its articles and its people."""
        kinds, words = parted(typed)
        more_people = self._window.sidebar.model.more_people
        return words, kinds is None, more_people and kinds in (None, (Kind.PERSON,), (Kind.PAGE,))

    def _wants_pages(self, typed: str) -> bool:
        """Whether series and pairs are still to be read: once each time that the palette opens."""
        kinds, words = parted(typed)
        return self._pages is None and (kinds == (Kind.PAGE,) or (kinds is None and bool(words)))

    @property
    def looking(self) -> bool:
        """Whether the library has still to answer."""
        return self._waiting

    def _look(self) -> None:
        """Look into the library for what is typed."""
        words, articles, people = self._sought(self.palette.line.text())
        library, paged = self._window.library, self._wants_pages(self.palette.line.text())
        self._window.tasks.read(
            lambda: sources.look(library, words, people=people, articles=articles, paged=paged),
            self._found_more,
            key=("palette", id(self)),
        )

    def _found_more(self, looked: sources.Looked) -> None:
        if looked.pages is not None:
            self._pages = [Known(one) for one in looked.pages]
        if isValid(self.palette) and looked.words == parted(self.palette.line.text())[1]:
            self._looked, self._waiting = looked, False
            self._show()

    def _show(self) -> None:
        kinds, words = parted(self.palette.line.text())
        found = self._fitting(kinds, words) if words else self._at_first(kinds)
        nothing = NOTHING if words else EMPTY
        said = nothing.get(kinds or (), NOTHING[(Kind.SEARCH,)]) if not found else ""
        self.palette.more_to_come = self._waiting and all(one.entry.kind is Kind.SEARCH for one in found)
        self.palette.show_found(found, said)

    def _fitting(self, kinds: tuple[Kind, ...] | None, words: str) -> list[Found]:
        if kinds == (Kind.SEARCH,):
            return [Found(sources.search(words))]
        pool = self._actions + self._tabs + self._places
        if self._looked.words == words:
            pool += [Known(one) for one in self._looked.people if one.name not in self._named]
        pool += self._pages or []
        if kinds == (Kind.PAGE,):
            pool += [Known(one) for one in sources.about(one.entry for one in pool)]
        pool = [one for one in pool if kinds is None or one.entry.kind in kinds]
        found = find(pool, words, self._used.names)
        if kinds is None:
            people = [one.entry for one in found if one.entry.kind is Kind.PERSON][:ABOUT]
            found += find([Known(one) for one in sources.about(people)], words)
        if kinds is None and self._looked.words == words:
            there = {one.entry.key for one in self._tabs}
            articles = [one for one in self._looked.articles if one.entry.key not in there]
            found = [*found[: MOST - len(articles)], *articles]
        if not self._waiting:
            found += spelled(pool, words, found)
        return found if kinds else [*found, Found(sources.search(words))]

    def _at_first(self, kinds: tuple[Kind, ...] | None) -> list[Found]:
        """What was used last, then everything that can be done now."""
        if kinds == (Kind.SEARCH,):
            return []
        known = self._named | {one.entry.name: one.entry for one in self._actions + self._tabs}
        last = [known.get(name) or self._used.article(name) for name in self._used.names]
        entries = [one for one in last if one is not None]
        there = {one.name for one in entries}
        shown = kinds or (Kind.TAB, Kind.FILTER, Kind.SAVED, Kind.ACTION)
        rest = [one for one in known.values() if one.kind in shown and one.name not in there]
        rest.sort(key=lambda one: (shown.index(one.kind), bool(one.off)))
        if kinds == (Kind.PAGE,):
            rest = [*(one.entry for one in self._pages or []), *sources.about(self._named.values())][:MOST]
        if kinds is not None:
            entries = [one for one in entries if one.kind in kinds]
        return [Found(one) for one in (*entries, *rest)]

    # -- doing

    def _closed(self, had_keyboard: bool) -> None:
        """The keyboard goes back to where it was: an action may be about what is selected there."""
        self._pause.stop()
        self._waiting = False
        before, self._before = self._before, None
        if had_keyboard:
            there = before is not None and isValid(before) and before.isVisible()
            target = before if there and before is not None else self._window.articles.view
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self, entry: Entry, new_tab: bool) -> None:
        self._used.add(entry)
        carry_out(self._window, entry, new_tab)


def carry_out(window: MainWindow, entry: Entry, new_tab: bool = False) -> None:
    """Do what an entry says, or go where it leads."""
    if entry.kind is Kind.ACTION:
        window.actions_[entry.key].trigger()
    elif entry.kind is Kind.LIBRARY:
        open_library(window, Path(entry.key))
    elif entry.kind is Kind.TAB:
        window.reading.columns.show_tab_of(entry.key)
    elif entry.kind is Kind.ARTICLE and new_tab:
        window.reading.column.open_apart(int(entry.key), entry.title)
    elif entry.kind is Kind.ARTICLE:
        window.open_article(int(entry.key))
    elif entry.kind is Kind.PAGE:
        from gui.across.commands import ways
        from gui.across.pages import link_of

        ways(window).open_page(link_of(entry.key), new_tab)
    elif entry.kind is Kind.SEARCH:
        window.search.set_query(entry.key)
        window.search.start()
    elif entry.kind is Kind.SAVED:
        window.offering.show_saved(int(entry.key))
    else:
        field, value = _FACETS.get(entry.kind, entry.key), entry.key if entry.kind in _FACETS else True
        window.show_only(Filter() if field == "all" else replace(Filter(), **{field: value}))  # type: ignore[arg-type]
        window.search.set_query("")
