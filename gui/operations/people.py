"""Which names a person says are one person's, or two people's. All of it can be undone."""

from __future__ import annotations

from gui.operations.annotations import named
from gui.operations.desk import Desk, Step
from store.model import Changes, Choice, NameRuling


class PeopleOperations:
    """Undoable rulings over names."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def rule(self, first: Choice, second: Choice, same: bool) -> None:
        """Say that two names are one person's, or two people's; what was said before comes back with undo."""
        library = self._desk.library
        made: list[NameRuling] = []
        before: list[NameRuling] = []

        def do() -> Changes:
            if made:
                return library.people.rule_again(made)
            one, before[:], changes = library.people.rule(first.key, second.key, same)
            made[:] = [one]
            return changes

        def back() -> Changes:
            _, changes = library.people.take_back([one.id for one in made])
            return library.people.rule_again(before) or changes

        text = named("Same person" if same else "Different people", f"{first.label}, {second.label}")
        self._desk.stack.push(Step(self._desk, text, do, back))
