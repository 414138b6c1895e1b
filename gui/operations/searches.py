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
        library = self._desk.library
        made: list[SavedSearch] = []
        before: list[SavedSearch] = []

        def do() -> Changes:
            one, before[:], changes = library.save_search(name, f)
            made[:] = [one]
            return changes

        def back() -> Changes:
            _, changes = library.delete_saved([one.id for one in made])
            return library.restore_saved(before) or changes

        self._desk.stack.push(Step(self._desk, named("Save search", name), do, back))

    def delete(self, search: SavedSearch) -> None:
        """Delete a saved search."""
        library = self._desk.library

        def do() -> Changes:
            _, changes = library.delete_saved([search.id])
            return changes

        text = named("Delete saved search", search.name)
        self._desk.stack.push(Step(self._desk, text, do, lambda: library.restore_saved([search])))
