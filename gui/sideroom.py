"""How facts and notes share the room with the article, or with the list where there is little."""

from __future__ import annotations

from PySide6.QtWidgets import QSplitter, QWidget

from gui.settings import Memory
from gui.side import SidePane

_PLACES = ((True, "beside"), (False, "under_list"))
"""Whether the facts are beside the article, and what their size is remembered as."""


class SideRoom:
    """The room of facts and notes: beside the article, or under the list; as the person divided it."""

    def __init__(self, reading: QWidget, split: QSplitter, side: SidePane) -> None:
        self._reading, self._split, self.side = reading, split, side
        self.is_wanted = True
        """Whether the person wants to see them."""
        self._side_by_side = True
        self._under: QSplitter | None = None  # what the side lies in while it is not beside the article
        self._sizes: dict[bool, list[int]] = {}  # by whether side by side; empty until they are known

    def give(self, needed: bool) -> None:
        """Show them where they are wanted and ``needed``."""
        shown = self.is_wanted and needed
        if shown == self.side.isHidden():
            self._keep_sizes()
            self.side.setVisible(shown)
            self.share()

    def set_side_by_side(self, beside: bool, under: QSplitter) -> None:
        """Facts and notes beside the article; or one of them at a time ``under`` the list."""
        if beside == self._side_by_side:
            return
        self._keep_sizes()
        self._side_by_side, self._under = beside, under
        self._divided.addWidget(self.side)
        self._divided.setStretchFactor(1, 0 if beside else 1)
        self.side.set_tabbed(not beside)
        self.share()

    @property
    def _divided(self) -> QSplitter:
        """What the side shares with the article, or with the list."""
        return self._split if self._side_by_side or self._under is None else self._under

    def _keep_sizes(self) -> None:
        if self._reading.isVisible() and self.side.isVisible():
            self._sizes[self._side_by_side] = self._divided.sizes()

    def share(self) -> None:
        """Divide the room as the person did, else in a good way for its size."""
        room = self._reading.width() if self._side_by_side else self._reading.height()
        side = min(420, max(300, round(room * 0.38))) if self._side_by_side else round(room * 0.55)
        self._divided.setSizes(self._sizes.get(self._side_by_side, [room - side, side]))

    def resized(self) -> None:
        """There is more room, or less."""
        if not self._reading.isVisible() or self._side_by_side not in self._sizes:
            self.share()
        self.side.share()

    def restore(self, memory: Memory) -> None:
        """Bring back what was remembered."""
        for beside, name in _PLACES:
            sizes = memory.text(f"facts_{name}").split(",")
            if len(sizes) == 2 and all(size.isdigit() for size in sizes):
                self._sizes[beside] = [int(size) for size in sizes]
        self.side.restore(memory)
        self.share()

    def keep(self, memory: Memory) -> None:
        """Remember how the room is divided."""
        self._keep_sizes()
        for beside, name in _PLACES:
            if beside in self._sizes:
                memory.keep(f"facts_{name}", ",".join(map(str, self._sizes[beside])))
        self.side.keep(memory)
