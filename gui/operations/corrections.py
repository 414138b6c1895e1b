"""What a person corrects and confirms in a reading. All of it can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gui.operations.annotations import named
from gui.operations.desk import Desk, Step
from store.corrections import Wish
from store.model import Changes, Ruling


class CorrectionOperations:
    """Undoable rulings over readings."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def rule(self, article_id: int, wishes: Sequence[Wish], verb: str, quote: str) -> None:
        """Make rulings over one article in one step; ``verb`` and ``quote`` name it in the undo menu."""
        if not wishes:
            return
        library = self._desk.library
        kept: list[Ruling] = []

        def do() -> Changes:
            if kept:
                return library.corrections.rule_again(kept)
            kept[:], changes = library.corrections.rule(article_id, wishes)
            return changes

        def back() -> Changes:
            gone, changes = library.corrections.take_back([one.id for one in kept])
            kept[:] = gone or kept
            return changes

        self._desk.stack.push(Step(self._desk, named(verb, quote), do, back))

    def take_back(self, rulings: Iterable[Ruling]) -> None:
        """Take rulings back, of whatever day."""
        chosen = list(rulings)
        if not chosen:
            return
        library = self._desk.library
        quote = chosen[0].anchor.exact

        def do() -> Changes:
            _, changes = library.corrections.take_back([one.id for one in chosen])
            return changes

        text = named("Take back correction of", quote)
        self._desk.stack.push(Step(self._desk, text, do, lambda: library.corrections.rule_again(chosen)))
