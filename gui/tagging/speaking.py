"""The tags of an article as a screen reader goes through them: each a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

if TYPE_CHECKING:
    from gui.access import Spoken
    from gui.tagging.chips import TagChips


class Speaking:
    """What ``gui/access`` asks of the chips."""

    def __init__(self, chips: TagChips) -> None:
        self._chips = chips

    def count(self) -> int:
        """The tags, and what adds one."""
        return len(self._chips.boxes)

    def part(self, number: int) -> Spoken:
        """A tag, or what adds one."""
        from gui.access import Spoken

        chips = self._chips
        tag, box = chips.boxes[number]
        told = f"Tag: {tag}" if number < len(chips.tags) else "Tag this article"
        place = box.toAlignedRect().translated(chips.mapToGlobal(QPoint(0, 0)))
        return Spoken(told, place, lambda: chips.choose(number), "button")

    def at(self, place: QPoint) -> int:
        """The chip at a place of the screen."""
        return self._chips.chip_at(self._chips.mapFromGlobal(place).toPointF())

    def current(self) -> int:
        """The chip with the keyboard."""
        return self._chips.current
