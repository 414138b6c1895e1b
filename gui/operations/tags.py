"""Tags everywhere, and on whole articles. All of it can be undone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gui.operations.annotations import named
from gui.operations.desk import Desk, Step
from store.model import Changes

if TYPE_CHECKING:
    from store.tagging import Tagged, TagsBefore


class TagOperations:
    """Undoable changes of tags."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def rename(self, old: str, new: str, merges: bool = False) -> None:
        """Call a tag otherwise everywhere; ``merges``: there is one of that name, and they become one."""
        tagging = self._desk.library.tagging
        before: list[TagsBefore] = []

        def do() -> Changes:
            was, changes = tagging.rename(old, new)
            before[:] = [was]
            return changes

        verb = "Merge tag" if merges else "Rename tag"
        step = _Renaming(self._desk, f"{named(verb, old)} → “{new}”", do, lambda: tagging.put_back(before[0]))
        step.names, step.goes_back = (old, new), not merges
        now = f"merged into “{new}”" if merges else f"called “{new}” now, everywhere"
        self._desk.push(step, f"Tag “{old}” is {now}.")

    def delete(self, name: str) -> None:
        """Take a tag from all articles and notes."""
        tagging = self._desk.library.tagging
        before: list[TagsBefore] = []

        def do() -> Changes:
            was, changes = tagging.delete(name)
            before[:] = [was]
            return changes

        self._desk.stack.push(
            Step(self._desk, named("Delete tag", name), do, lambda: tagging.put_back(before[0]))
        )

    def set_colour(self, name: str, colour: str) -> None:
        """Show a tag, and what is tagged with it, in a colour; "" for none."""
        tagging = self._desk.library.tagging
        before: list[str] = []

        def do() -> Changes:
            was, changes = tagging.set_colour(name, colour)
            before[:] = [was]
            return changes

        def back() -> Changes:
            return tagging.set_colour(name, before[0])[1]

        self._desk.stack.push(Step(self._desk, named("Colour of tag", name), do, back))

    def tag_articles(
        self, ids: Iterable[int], add: Iterable[str] = (), remove: Iterable[str] = (), heading: str = ""
    ) -> None:
        """Give articles tags and take others away; ``heading`` names the step where it is one article."""
        chosen, added, removed = list(ids), list(add), list(remove)
        if not chosen or not (added or removed):
            return
        tagging = self._desk.library.tagging
        done: list[Tagged] = []

        def do() -> Changes:
            what, changes = tagging.tag_articles(chosen, added, removed)
            done[:] = [what]
            return changes

        names = ", ".join((*added, *(f"−{name}" for name in removed)))
        on = f"on {len(chosen):,} articles" if len(chosen) > 1 else named("on", heading)
        step = Step(self._desk, f"{named('Tags', names)} {on}", do, lambda: tagging.untag(done[0]))
        many = f"Tags of {len(chosen):,} articles changed: {names}."
        self._desk.push(step, many if len(chosen) > 1 else "")


class _Renaming(Step):
    """Tells which name took the place of which, so that what is filtered by it stays in view."""

    names = ("", "")
    goes_back = True
    _towards: tuple[str, str] | None = None

    def redo(self) -> None:
        """Rename."""
        self._towards = self.names
        super().redo()

    def undo(self) -> None:
        """Call it as before."""
        self._towards = self.names[::-1] if self.goes_back else None
        super().undo()

    def _told(self, changes: Changes) -> None:
        if self._towards is not None and changes:
            self._desk.hub.tag_renamed.emit(*self._towards)
        super()._told(changes)
