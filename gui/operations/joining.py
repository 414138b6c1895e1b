"""Which names a person says are one's, or two's: of people, of occasions. All of it can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.operations.annotations import named
from gui.operations.desk import Desk, Step
from store.model import Changes, Choice, NameRuling

if TYPE_CHECKING:
    from store.joining import Joining


class JoiningOperations:
    """Undoable rulings over names of one kind."""

    def __init__(self, desk: Desk, names: Joining) -> None:
        self._desk, self._names = desk, names

    def rule(self, first: Choice, second: Choice, same: bool) -> None:
        """Say that two names are one's, or two's; what was said before comes back with undo."""
        names = self._names
        made: list[NameRuling] = []
        before: list[NameRuling] = []

        def do() -> Changes:
            if made:
                return names.rule_again(made)
            one, before[:], changes = names.rule(first.key, second.key, same)
            made[:] = [one]
            return changes

        def back() -> Changes:
            _, changes = names.take_back([one.id for one in made])
            return names.rule_again(before) or changes

        verb = f"Same {names.kind}" if same else f"Different {names.many}"
        self._desk.stack.push(Step(self._desk, named(verb, f"{first.label}, {second.label}"), do, back))

    def take_back(self, ruling: NameRuling, quote: str) -> None:
        """Take back what was said of two names, of whatever day; ``quote`` names them in the undo menu."""
        names = self._names

        def do() -> Changes:
            _, changes = names.take_back([ruling.id])
            return changes

        text = named("Take back what was said of", quote)
        self._desk.stack.push(Step(self._desk, text, do, lambda: names.rule_again([ruling])))
