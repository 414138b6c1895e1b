"""What a person corrects and confirms in a reading. All of it can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gui.operations.annotations import named
from gui.operations.desk import Desk, Step
from store.model import Changes, Ruling, RulingKind, Span


@dataclass(frozen=True, slots=True)
class Wish:
    """A ruling that is asked for; see ``store.model.Ruling``."""

    kind: RulingKind
    subject: str
    span: Span
    field: str = ""
    value: object = None


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
                return library.rule_again(kept)
            changes = Changes()
            for wish in wishes:
                made, changes = library.rule(
                    article_id, wish.kind, wish.subject, wish.span, wish.field, wish.value
                )
                kept.append(made)
            return changes

        def back() -> Changes:
            gone, changes = library.take_back([one.id for one in kept])
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
            _, changes = library.take_back([one.id for one in chosen])
            return changes

        text = named("Take back correction of", quote)
        self._desk.stack.push(Step(self._desk, text, do, lambda: library.rule_again(chosen)))
