"""What filters and search box offer: choices with their counts, names, saved searches, explanations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from store.derive import person_key
from store.model import Choices, SavedSearch

if TYPE_CHECKING:
    from gui.window import MainWindow


class Offering(QObject):
    """Reads, off the GUI thread, what one window offers to choose, and shows what was chosen of it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        sidebar, search = window.sidebar, window.search
        sidebar.people_sought.connect(self._seek_people)
        sidebar.saved_chosen.connect(self.show_saved)
        sidebar.saved_deleted.connect(self._delete_saved)
        search.first_used.connect(self._complete)
        window.reading.facet_chosen.connect(self._facet_asked)

    def read(self) -> None:
        """Show what there is to choose, and how much of it."""
        window = self._window
        window.tasks.read(window.library.choices, self._show_choices, key=("choices", id(self)))

    def explain(self, query: str) -> None:
        """Say how a search is understood."""
        window = self._window
        if not query:
            window.search.explain("")
            return
        window.tasks.read(
            lambda: window.library.explain_query(query), window.search.explain, key=("explain", id(self))
        )

    def show_saved(self, number: int) -> None:
        """Show what a saved search finds."""
        window, saved = self._window, self._saved(number)
        if saved is not None:
            window.facets = replace(saved.filter, query="")
            window.sidebar.choose(window.facets)
            window.search.show_query("")
            window.search.set_query(saved.filter.query)
            window.show_filter()

    def _delete_saved(self, number: int) -> None:
        saved = self._saved(number)
        if saved is not None:
            self._window.searches.delete(saved)

    def _saved(self, number: int) -> SavedSearch | None:
        return next((one for one in self._window.sidebar.model.saved if one.id == number), None)

    def _complete(self) -> None:
        """Offer names in the search box from now on."""
        from gui.search.completion import Completion
        from store.folding import fold

        Completion(self._window.search.box, self._window.sidebar.model.names, fold)

    def _seek_people(self, words: str) -> None:
        window = self._window
        window.tasks.read(
            lambda: window.library.people_named(words), window.sidebar.add_people, key=("people", id(self))
        )

    def _show_choices(self, choices: Choices) -> None:
        from gui import commands

        window, model = self._window, self._window.model
        window.sidebar.set_choices(choices)
        model.country_names = window.sidebar.model.country_names()
        if model.rowCount():
            window.articles.show_state(model.shown, commands.described(model.shown, window.sidebar.model))
        commands.update(window)

    def _facet_asked(self, field: str, key: str) -> None:
        """A person or country was asked for in the facts."""
        window, opened = self._window, self._window.navigator.current
        of_name = [one for one in opened.reading.officials if person_key(one.name) == key] if opened else []
        if field == "person" and of_name:  # who may be one of several of that name
            people, chosen = window.library.people, of_name[0]
            window.tasks.read(lambda: people.key_of(chosen), lambda found: window.show_facet(field, found))
        else:
            window.show_facet(field, key)
