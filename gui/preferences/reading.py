"""The page of reading: when an article counts as read, how words are selected, and which marks there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDoubleSpinBox,
    QGridLayout,
    QPushButton,
    QRadioButton,
    QWidget,
)

from gui.navigation import DWELL, LONGEST_DWELL, NEVER, dwell_from
from gui.preferences.everywhere import navigators, readers
from gui.preferences.page import Page, inset
from gui.reader.looks import KIND_NAMES, draw_sample, mark_look
from gui.theme import Theme
from store.model import MarkKind

if TYPE_CHECKING:
    from gui.window import MainWindow

SAMPLE = QSize(26, 14)


class ReadingPage(Page):
    """What is chosen holds in all windows, at once."""

    name = "Reading"

    def __init__(self, window: MainWindow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._showing = False
        self.add_group("Mark an article as read")
        self.after = QRadioButton("When it was in &view for", self)
        self.at_once = QRadioButton("At &once", self)
        self.never = QRadioButton("&Never by itself: only when I say so", self)
        self.seconds = inset(QDoubleSpinBox(self))
        self.seconds.setRange(0.1, LONGEST_DWELL / 1000)
        self.seconds.setDecimals(1)
        self.seconds.setSingleStep(0.5)
        self.seconds.setSuffix(" s")
        self.seconds.setAccessibleName("Seconds in view")
        group = QButtonGroup(self)
        for button in (self.after, self.at_once, self.never):
            group.addButton(button)
        self.add_line(self.after, self.seconds)
        self.add_all((self.at_once, self.never))
        self.add_group(
            "Selecting words",
            "A double click and a drag select word by word at any time."
            " Hold Alt when you let go to keep the very letters.",
        )
        self.snap = QCheckBox("Make words &whole that the mouse selects", self)
        self.snap.toggled.connect(self._snap)
        self.box.addWidget(self.snap)
        self.add_group("Marks in the text", "The switches above an article do the same.")
        self.kinds = {kind: QCheckBox(KIND_NAMES[kind], self) for kind in MarkKind}
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        rows = (len(self.kinds) + 1) // 2
        for place, box in enumerate(self.kinds.values()):
            grid.addWidget(box, place % rows, place // rows)
            box.setIconSize(SAMPLE)
            box.toggled.connect(self._show_kinds)
        grid.setColumnStretch(2, 1)
        self.box.addLayout(grid)
        self.all = QPushButton("Show &all", self)
        self.none = QPushButton("Show n&one", self)
        for button_, on in ((self.all, True), (self.none, False)):
            button_.setAutoDefault(False)
            button_.clicked.connect(lambda _checked=False, on=on: self._set_kinds(on))
        self.add_line(self.all, self.none)
        self.box.addStretch(1)
        for signal in (
            self.after.toggled,
            self.at_once.toggled,
            self.never.toggled,
            self.seconds.valueChanged,
        ):
            signal.connect(self._dwell)
        window.reading.reader.kinds_changed.connect(self._show)
        window.theme.changed.connect(self._draw)
        self._draw()
        self._show()

    def set_back(self) -> None:
        """Read after a moment, words to the letter, all marks shown."""
        self.seconds.setValue(DWELL / 1000)
        self.after.setChecked(True)
        self.snap.setChecked(False)
        self._set_kinds(True)

    # -- inside

    def _show(self) -> None:
        """Show what holds, also when it was chosen elsewhere."""
        self._showing = True
        dwell = dwell_from(self._window.memory.text("mark_read"))
        chosen = self.never if dwell is None else self.at_once if dwell == 0 else self.after
        chosen.setChecked(True)
        self.seconds.setValue((dwell or DWELL) / 1000)
        self.seconds.setEnabled(chosen is self.after)
        self.snap.setChecked(self._window.reading.reader.view.snaps)
        shown = self._window.reading.reader.shown_kinds
        for kind, box in self.kinds.items():
            box.setChecked(kind in shown)
        self._showing = False

    def _dwell(self, *_: object) -> None:
        self.seconds.setEnabled(self.after.isChecked())
        if self._showing:
            return
        if self.never.isChecked():
            kept = NEVER
        else:
            kept = "0" if self.at_once.isChecked() else str(round(self.seconds.value() * 1000))
        self._window.memory.keep("mark_read", kept)
        for navigator in navigators(self._window.session):
            navigator.mark_after(dwell_from(kept))

    def _snap(self, on: bool) -> None:
        if not self._showing:
            self._window.memory.keep("snap", on)
            for reader in readers(self._window.session):
                reader.view.snaps = on

    def _show_kinds(self, *_: object) -> None:
        if self._showing:
            return
        shown = [kind for kind, box in self.kinds.items() if box.isChecked()]
        for reader in readers(self._window.session):
            reader.show_kinds(shown)

    def _set_kinds(self, on: bool) -> None:
        self._showing = True
        for box in self.kinds.values():
            box.setChecked(on)
        self._showing = False
        self._show_kinds()

    def _draw(self) -> None:
        for kind, box in self.kinds.items():
            box.setIcon(_sample(self._window.theme, kind))


def _sample(theme: Theme, kind: MarkKind) -> QIcon:
    """The stroke of a kind, as it is under its words."""
    look = mark_look(kind)
    picture = QPixmap(SAMPLE * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(theme.colour(look.fill) if look.fill else theme.colour("base"))
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if look.line is not None:
            box = QRectF(3, SAMPLE.height() - 5, SAMPLE.width() - 6, 5)
            draw_sample(painter, look, theme.colour(look.line), box, 1.0)
    return QIcon(picture)
