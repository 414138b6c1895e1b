"""The page of the library: where it is, its backups, words of the person's own, the watched folder."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QSpinBox, QWidget

from gui.backing import MOST_DAYS, MOST_WEEKS, keep_plan, plan_of
from gui.buttons import push_button
from gui.preferences.page import Page, inset, note
from gui.preferences.places import PlaceField, opener
from gui.preferences.words import OwnWords
from gui.speech import say
from gui.words import counted, long_date
from store.backup_plan import PLAN, Plan
from store.backups import Backup
from store.errors import StoreError
from store.places import default_library, lexicon_folder

if TYPE_CHECKING:
    from gui.window import MainWindow


class LibraryPage(Page):
    """What is chosen is of this library alone."""

    name = "Library"

    def __init__(self, window: MainWindow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window, self._memory = window, window.memory
        self._showing = False
        library = window.library.path
        self.add_group("Your library")
        where = PlaceField("Where the library is", self)
        where.show_place(library)
        self.add_line(where, opener(self, "the library", lambda: library, self._say), stretch=True)
        self._add_backups()
        self._add_lexicon()
        self._add_watched()
        self.message = QLabel(self)
        self.message.setWordWrap(True)
        self.message.setProperty("tone", "muted")
        self.box.addWidget(self.message)
        self.box.addStretch(1)
        window.watcher.changed.connect(self._show_watched)
        self._show()

    def set_back(self) -> None:
        """Backups as at first; what is watched and where the library is stay."""
        keep_plan(self._memory, PLAN)
        self._show()

    # -- building

    def _add_backups(self) -> None:
        said = "A backup holds the articles and all that you wrote. To go back, open one as a library."
        self.add_group("Backups", said)
        self.daily = QCheckBox("Make one a &day, when something changed", self)
        self.days, self.weeks = inset(QSpinBox(self)), inset(QSpinBox(self))
        self.days.setRange(1, MOST_DAYS)
        self.days.setAccessibleName("So many days with a backup are kept")
        self.weeks.setRange(0, MOST_WEEKS)
        self.weeks.setAccessibleName("So many weeks before are kept, one backup of each")
        self.backups = PlaceField("The folder of the backups", self)
        self.now = push_button("&Make one now", self, do=self._back_up)
        self.last = note("", self)
        self.box.addWidget(self.daily)
        before, after = QLabel("days, and one of each of", self), QLabel("weeks before", self)
        self.add_line(self.days, before, self.weeks, after, label="&Keep the last")
        self.choose = push_button("&Choose…", self, do=self._choose_backups)
        self.choose.setAccessibleName("Choose another folder for the backups")
        open_it = opener(self, "the backups", self._backup_folder, self._say)
        self.add_line(self.backups, self.choose, open_it, stretch=True)
        self.add_line(self.now, self.last)
        self.daily.toggled.connect(self._plan)
        self.days.valueChanged.connect(self._plan)
        self.weeks.valueChanged.connect(self._plan)

    def _add_lexicon(self) -> None:
        self.add_group(
            "Your own names and words",
            "Files in this folder teach the reader names and words. It reads them when Communiqué starts.",
        )
        self.lexicon = PlaceField("The folder of your own lexicon", self)
        self.make_lexicon = push_button("M&ake it", self, do=self._make_lexicon)
        self.make_lexicon.setAccessibleName("Make the folder of your own lexicon")
        open_it = opener(self, "your own lexicon", lambda: lexicon_folder() or _own_lexicon(), self._say)
        self.add_line(self.lexicon, self.make_lexicon, open_it, stretch=True)
        self.words = OwnWords(self._window, self)
        self.box.addWidget(self.words)

    def _add_watched(self) -> None:
        self.add_group("Watched folder", "What comes into it is taken in while a window is open.")
        self.watched = PlaceField("The watched folder", self)
        self.watch = push_button("&Watch a folder…", self, do=self._choose_watched)
        self.stop = push_button("S&top watching", self, do=lambda: self._window.watcher.watch(None))
        self.add_line(self.watched, self.watch, self.stop, stretch=True)

    # -- showing

    def _show(self) -> None:
        self._showing = True
        plan = plan_of(self._memory)
        self.daily.setChecked(plan.daily)
        self.days.setValue(plan.days)
        self.weeks.setValue(plan.weeks)
        self.days.setEnabled(plan.daily)
        self.weeks.setEnabled(plan.daily)
        self.backups.show_place(self._backup_folder())
        lexicon = lexicon_folder()
        self.lexicon.show_place(lexicon or f"none yet; its place is {_own_lexicon()}")
        self.make_lexicon.setVisible(lexicon is None)
        self.words.show_folder(lexicon)
        self._show_watched()
        self._showing = False
        self._list_backups()

    def _show_watched(self) -> None:
        folder = self._window.watcher.folder
        self.watched.show_place(folder or "none")
        self.stop.setEnabled(folder is not None)

    def _list_backups(self) -> None:
        backups, plan = self._window.library.backups, plan_of(self._memory)
        self._window.tasks.read(lambda: backups.made(plan), self._listed, key=("backups", id(self)))

    def _listed(self, made: list[Backup]) -> None:
        if not made:
            self.last.setText("There is none yet.")
            return
        newest, size = made[0], sum(one.size for one in made)
        when = f"{long_date(newest.made_at.date().isoformat())}, {newest.made_at:%H:%M}"
        self.last.setText(f"The last one: {when}. {counted(len(made), 'backup')}, {_megabytes(size)} in all.")

    def _say(self, text: str) -> None:
        self.message.setText(text)
        if text:
            say(self.message, text)

    # -- doing

    def _backup_folder(self) -> Path:
        return self._window.library.backups.folder(plan_of(self._memory))

    def _plan(self, *_: object) -> None:
        if self._showing:
            return
        plan = plan_of(self._memory)
        chosen = replace(plan, daily=self.daily.isChecked(), days=self.days.value(), weeks=self.weeks.value())
        self._keep(chosen)

    def _keep(self, plan: Plan) -> None:
        keep_plan(self._memory, plan)
        self._show()

    def _choose_backups(self) -> None:
        name = QFileDialog.getExistingDirectory(self, "The folder of the backups", str(self._backup_folder()))
        if name:
            beside = self._window.library.backups.folder()
            folder = None if Path(name) == beside else Path(name)
            self._keep(replace(plan_of(self._memory), folder=folder))
            self._say("Backups that were made before stay where they are.")

    def _back_up(self) -> None:
        backups, plan = self._window.library.backups, plan_of(self._memory)
        self.now.setEnabled(False)
        self.last.setText("Making a backup…")
        self._window.tasks.run_long(
            lambda cancelled: backups.now(datetime.datetime.now(), plan, cancelled),
            lambda path: self._say(f"{path.name} was made, and stays until you delete it." if path else ""),
            self._refused,
            self._backed_up,
            name="Making a backup",
        )

    def _refused(self, fault: StoreError) -> None:
        self._say(str(fault))

    def _backed_up(self) -> None:
        self.now.setEnabled(True)
        self._list_backups()

    def _make_lexicon(self) -> None:
        try:
            _own_lexicon().mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            self._say(f"The folder cannot be made: {(error.strerror or str(error)).lower()}.")
        self._show()

    def _choose_watched(self) -> None:
        from gui import taking

        if self._window.watcher.folder is not None:
            self._window.watcher.watch(None)
        taking.watch(self._window)


def _own_lexicon() -> Path:
    return default_library().with_name("lexicon")


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.1f} MB" if size >= 50_000 else f"{size / 1e3:,.0f} KB"
