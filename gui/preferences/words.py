"""The person's own words in the settings: looked through, and what is wrong with them told."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gui.buttons import push_button
from gui.speech import say
from gui.words import counted

if TYPE_CHECKING:
    from gui.window import MainWindow
    from store.own_lexicon import Checked

_GOES_ON = "What is open goes on with the words that it began with."


class OwnWords(QWidget):
    """The button that reads them again, and what came of it."""

    def __init__(self, window: MainWindow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._folder: Path | None = None
        self._reads = False
        self.again = push_button("&Read the words again", self, do=self._read)
        self.start = push_button("Start Communiqué again no&w", self, do=self._start)
        self.start.hide()
        self.told = QLabel(self)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.told.setWordWrap(True)
        self.told.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.told.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.again)
        row.addWidget(self.start)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(row)
        box.addWidget(self.told)

    def show_folder(self, folder: Path | None) -> None:
        """The folder that they are in; ``None`` where there is none yet."""
        self._folder = folder
        self.again.setEnabled(folder is not None)

    # -- inside

    def _read(self) -> None:
        folder = self._folder
        if folder is None or self._reads:
            return
        self._reads = True  # the button stays on: one that is off lets go of the keyboard
        self.start.hide()
        self._tell("Reading them…")
        key = ("own words", id(self))
        self._window.tasks.read(partial(_checked, folder), self._found, key=key)

    def _found(self, found: Checked) -> None:
        self._reads = False
        self.start.setVisible(found.changed)
        self._tell(_said(found), wrong=bool(found.fault))

    def _tell(self, text: str, *, wrong: bool = False) -> None:
        tone = "danger" if wrong else "muted"
        if self.told.property("tone") != tone:
            self.told.setProperty("tone", tone)
            self.told.style().unpolish(self.told)
            self.told.style().polish(self.told)
        self.told.setText(text)
        self.told.show()
        say(self.told, text)

    def _start(self) -> None:
        from gui.again import begin_again

        begin_again(self._window.session)


def _checked(folder: Path) -> Checked:
    from store.own_lexicon import check

    return check(folder)


def _said(found: Checked) -> str:
    if found.fault:
        return f"{found.fault} {_GOES_ON}"
    count = counted(len(found.files), "file")
    if found.changed:
        told = (
            f"{count}, nothing wrong. To read with these words, Communiqué has to start again:"
            " windows, tabs and notes come back as they are, then all articles are read again."
        )
    elif found.files:
        told = f"{count}, nothing wrong. Communiqué reads with these words already."
    else:
        told = "There are no words in it yet. Put in files with the names and the form of the program's own."
    others = f" Passed over, for their names mean nothing here: {', '.join(found.passed_over)}."
    return told + (others if found.passed_over else "")
