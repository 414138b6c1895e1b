"""Searches kept under a name. All of it can be undone."""

from __future__ import annotations

from gui.operations.annotations import named
from gui.operations.desk import Desk, Step
from store.model import Changes, Filter, SavedSearch


class SearchOperations:
    """Undoable changes of the saved searches."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def save(self, name: str, f: Filter) -> None:
        """Keep a filter under a name; one of that name is replaced, and comes back with undo."""
        searches = self._desk.library.searches
        made: list[SavedSearch] = []
        before: list[SavedSearch] = []

        def do() -> Changes:
            one, before[:], changes = searches.save(name, f)
            made[:] = [one]
            return changes

        def back() -> Changes:
            _, changes = searches.delete([one.id for one in made])
            return searches.restore(before) or changes

        self._desk.stack.push(Step(self._desk, named("Save search", name), do, back))

    def delete(self, search: SavedSearch) -> None:
        """Delete a saved search."""
        searches = self._desk.library.searches

        def do() -> Changes:
            _, changes = searches.delete([search.id])
            return changes

        text = named("Delete saved search", search.name)
        step = Step(self._desk, text, do, lambda: searches.restore([search]))
        self._desk.push(step, f"Saved search “{search.name}” deleted.")
