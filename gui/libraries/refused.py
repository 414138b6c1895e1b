"""A library that cannot be opened: why, what is unharmed, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.backing import plan_of
from gui.settings import Memory
from gui.tasks import Tasks
from gui.words import long_date
from store.errors import DamagedLibraryError, StoreError

if TYPE_CHECKING:
    from store.backups import Backup
    from store.upkeep import Mended

WIDTH = 560


class RefusedDialog(QDialog):
    """One sentence that says why, and buttons for what can be done about it."""

    chosen = Signal(object)
    """The path of a library to open instead."""

    def __init__(
        self,
        path: Path,
        fault: StoreError,
        tasks: Tasks,
        memory: Memory,
        parent: QWidget | None = None,
        *,
        at_start: bool = False,
    ) -> None:
        """``memory``: what is remembered of that library, such as where its backups are."""
        super().__init__(parent)
        self._path, self._tasks, self._memory = path, tasks, memory
        self.setWindowTitle("The library cannot be opened")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.why = self._label(str(fault), "strong")
        self.unharmed = self._label("")
        self.result_words = self._label("")
        self.result_words.hide()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._buttons.rejected.connect(self.reject)
        self.is_damaged = isinstance(fault, DamagedLibraryError)
        stays = "" if at_start else " The library that was open stays open."
        self._ended = False
        if self.is_damaged:
            self.unharmed.setText(
                "What you wrote is most likely still in it: mending keeps all that can be read, and puts "
                f"the damaged file aside, never away.{stays}"
            )
            self.mend = self.add_button("Check and &repair", self._mend, default=True)
        else:
            self.unharmed.setText(f"Nothing was changed.{stays}")
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(10)
        for part in (self.why, self.unharmed, self.result_words):
            box.addWidget(part)
        box.addStretch(1)
        box.addWidget(self._buttons)
        self.resize(WIDTH, self.heightForWidth(WIDTH))
        if self.is_damaged:
            self._look_for_backup()

    @property
    def is_mending(self) -> bool:
        """Whether the file is being mended: that is not broken off."""
        return self.is_damaged and not self._buttons.isEnabled()

    def add_button(self, text: str, do: Callable[[], object], *, default: bool = False) -> QPushButton:
        """One thing that can be done."""
        made = QPushButton(text, self)
        made.setAutoDefault(False)
        made.setDefault(default)
        made.clicked.connect(lambda: do())
        self._buttons.addButton(made, QDialogButtonBox.ButtonRole.ActionRole)
        return made

    def reject(self) -> None:
        """Esc and Close; not while the file is mended."""
        if not self.is_mending:
            super().reject()

    def done(self, result: int) -> None:
        """It goes, and so do threads of its own."""
        super().done(result)
        if self._tasks.parent() is self and not self._ended:
            self._ended = True
            self._tasks.close()

    def _label(self, text: str, tone: str = "") -> QLabel:
        made = QLabel(text, self)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        made.setWordWrap(True)
        if tone:
            made.setProperty("tone", tone)
        return made

    def _say(self, text: str) -> None:
        self.result_words.setText(text)
        self.result_words.setVisible(bool(text))
        self.resize(self.width(), max(self.height(), self.heightForWidth(self.width())))

    # -- mending

    def _mend(self) -> None:
        from store.upkeep import repair

        path = self._path
        self._buttons.setEnabled(False)
        self._say("Checking and mending. In a large library this takes some minutes…")
        self._tasks.read(lambda: repair(path), self._mended, self._cannot)

    def _mended(self, mended: Mended) -> None:
        self._buttons.setEnabled(True)
        told = [*mended.done, *mended.left] or ["Nothing wrong was found."]
        if mended.aside is not None:
            told.append(f"The damaged file was put aside as {mended.aside.name}.")
        self._say("\n".join(told))
        self.mend.hide()
        self.add_button("&Open the library", partial(self._choose, self._path), default=True).setFocus()

    def _cannot(self, fault: StoreError) -> None:
        self._buttons.setEnabled(True)
        self._say(str(fault))

    # -- going back

    def _look_for_backup(self) -> None:
        from store.backups import Backups

        backups, plan = Backups(self._path), plan_of(self._memory)
        self._tasks.read(lambda: backups.made(plan), self._offer_backup)

    def _offer_backup(self, made: list[Backup]) -> None:
        if made:
            newest = made[0]
            day = long_date(newest.made_at.date().isoformat())
            self.backup = self.add_button(f"Open the &backup of {day}", partial(self._take_back, newest.path))

    def _take_back(self, backup: Path) -> None:
        """Open a copy of the backup: the backup itself stays what it is."""
        from store.upkeep import back_up

        target = _free(self._path.with_name(f"{backup.stem} (backup).sqlite"))
        self._buttons.setEnabled(False)

        def copy() -> Path:
            back_up(backup, target)
            return target

        self._tasks.read(copy, self._choose, self._cannot)

    def _choose(self, path: Path) -> None:
        self._buttons.setEnabled(True)
        self.chosen.emit(path)
        self.accept()


def _free(path: Path) -> Path:
    """The path, or the first of its kind that is not taken."""
    made, number = path, 2
    while made.exists():
        made, number = path.with_name(f"{path.stem} {number}{path.suffix}"), number + 1
    return made
