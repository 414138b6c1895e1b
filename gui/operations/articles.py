"""What a person changes of articles: read, starred, deleted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from gui.operations.desk import Desk, Step
from store.model import ArticleRow, Changes, Filter

_BATCH = 500
_HEADING = 40  # characters of a heading in the name of a step


class ArticleOperations:
    """Undoable changes of articles. Undo touches only what the change touched."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def set_read(
        self, ids: Iterable[int], read: bool, heading: str = "", initiator: object | None = None
    ) -> None:
        """Mark articles as read or unread; ``heading`` names the step where it is one article."""
        kept = list(ids)
        if kept:
            state = "read" if read else "unread"
            named = _named(f"Mark as {state}", f"Mark {{}} as {state}", kept, heading)
            told = _told(kept, f"marked as {state}")
            self._push(named, self._desk.library.set_read, kept, read, initiator, told)

    def set_starred(
        self, ids: Iterable[int], starred: bool, heading: str = "", initiator: object | None = None
    ) -> None:
        """Star articles or take their stars away; ``heading`` names the step where it is one article."""
        kept = list(ids)
        if kept:
            one, many = ("Star", "Star {}") if starred else ("Remove star", "Remove star from {}")
            named, call = _named(one, many, kept, heading), self._desk.library.set_starred
            told = _told(kept, "starred") if starred else _told(kept, "no longer starred")
            self._push(named, call, kept, starred, initiator, told)

    def saw(self, row: ArticleRow, initiator: object | None = None) -> None:
        """Mark an article as read because it was shown.

        Nobody asked for it, so it is no step: undo takes back the last thing that a person did.
        """
        if not row.read:
            library, hub = self._desk.library, self._desk.hub
            self._desk.tasks.write(
                lambda: library.set_read([row.id], True),
                lambda changes: hub.tell(changes, initiator),
                hub.refuse,
            )

    def read_all(self, shown: Filter, initiator: object | None = None) -> None:
        """Mark every article that a list shows as read, however many there are."""
        library = self._desk.library
        touched: set[int] = set()

        def do() -> Changes:
            touched.update(_unread_ids(library.rows, shown))
            return library.set_read(sorted(touched), True)

        back = partial(_back, library.set_read, touched, True)
        step = Step(self._desk, "Mark all listed as read", do, back, initiator)
        self._desk.push(step, "All listed articles are marked as read.")

    def delete(self, ids: Iterable[int], heading: str = "", initiator: object | None = None) -> None:
        """Take articles out of the library, with the notes on them; undo brings all of it back."""
        kept = list(ids)
        if not kept:
            return
        library = self._desk.library
        gone: list[int] = []

        def do() -> Changes:
            taken, changes = library.delete_articles(kept)
            gone[:] = taken
            return changes

        self._desk.stack.push(
            Step(
                self._desk,
                _named("Delete", "Delete {}", kept, heading),
                do,
                lambda: library.restore_articles(gone),
                initiator,
            )
        )

    def _push(
        self,
        text: str,
        call: Callable[[Iterable[int], bool], Changes],
        ids: list[int],
        value: bool,
        initiator: object | None,
        told: str,
    ) -> None:
        touched: set[int] = set()

        def do() -> Changes:
            changes = call(ids, value)
            touched.update(changes.articles)
            return changes

        back = partial(_back, call, touched, value)
        self._desk.push(Step(self._desk, text, do, back, initiator), told)


def _named(one: str, many: str, ids: list[int], heading: str) -> str:
    """The name of a step: ``one: heading``, or ``many`` with how many articles."""
    if len(ids) > 1:
        return many.format(f"{len(ids):,} articles")
    short = heading if len(heading) <= _HEADING else heading[: _HEADING - 1] + "…"
    return f"{one}: {short}" if short else one


def _back(call: Callable[[Iterable[int], bool], Changes], touched: set[int], value: bool) -> Changes:
    return call(sorted(touched), not value)


def _told(ids: list[int], what: str) -> str:
    """Of one article the list shows it; many are told."""
    return f"{len(ids):,} articles are {what}." if len(ids) > 1 else ""


def _unread_ids(
    page: Callable[[Filter, int, int], list[ArticleRow]],
    shown: Filter,
) -> Iterable[int]:
    offset = 0
    while rows := page(shown, offset, _BATCH):
        yield from (row.id for row in rows if not row.read)
        offset += len(rows)
