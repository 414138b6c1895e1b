"""The page of privacy: what is kept, where, and how what was used last is forgotten."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from gui.backing import plan_of
from gui.buttons import push_button
from gui.log import LOG
from gui.palette.used import Used
from gui.preferences.page import Page, note
from gui.preferences.places import PlaceField, opener
from gui.speech import say

if TYPE_CHECKING:
    from gui.window import MainWindow


class PrivacyPage(Page):
    """Nothing is chosen here, so nothing is set back."""

    name = "Privacy"
    can_set_back = False

    def __init__(self, window: MainWindow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self.box.addWidget(
            note(
                "Communiqué has no network, no account and no telemetry. All it keeps is in these places "
                "on this computer; remove them and nothing is left.",
                self,
            )
        )
        self.message = QLabel(self)
        self.message.setWordWrap(True)
        self.message.setProperty("tone", "muted")
        self.places: list[PlaceField] = []
        library, memory = window.library, window.memory
        self._add(
            "The library",
            "Articles, what was read from them, your notes, tags, corrections and saved searches.",
            lambda: library.path,
        )
        self._add(
            "Backups",
            "Copies of the articles and of what you wrote.",
            lambda: library.backups.folder(plan_of(memory)),
        )
        self._add(
            "Settings",
            "Place of the window, what was open, keys, the names of what was used last.",
            lambda: memory.file,
        )
        self._add(
            "Log",
            "What the program did and what went wrong, without words of articles or notes.",
            lambda: LOG.file,
        )
        self.add_group(
            "Used last",
            "The palette remembers by name the actions, articles and people that you last opened from it.",
        )
        self.forget = push_button("&Forget what was used last", self, do=self._forget)
        self.add_line(self.forget)
        self.box.addWidget(self.message)
        self.box.addStretch(1)

    def _add(self, title: str, said: str, place: Callable[[], Path]) -> None:
        self.add_group(title, said)
        field = PlaceField(f"Where it is: {title}", self)
        field.show_place(place())
        self.places.append(field)
        self.add_line(field, opener(self, title.lower(), place, self._say), stretch=True)

    def _forget(self) -> None:
        Used(self._window.memory).forget()
        self._window.memory.save()
        self._say("Forgotten.")

    def _say(self, text: str) -> None:
        self.message.setText(text)
        if text:
            say(self.message, text)
