"""Background jobs in the status bar: what, how far, Cancel; several in a small list."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from gui.jobs import Jobs
from gui.tasks import Job
from gui.words import counted

_WIDEST = 340  # of a name in the status bar, in pixels


def told(job: Job, name: str = "") -> str:
    """A job in words: its name, or a shorter one, and how far it is."""
    name = name or job.name
    if job.cancelled:
        return f"Stopping: {name}…"
    done, total = job.progress
    if not job.running:
        return f"{name}: waits"
    return f"{name}: {done:,} of {total:,}" if total else f"{name}…"


class JobLine:
    """The parts that show one job; whoever owns them lays them out."""

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        self._jobs = jobs
        self._job: Job | None = None
        self.text = QLabel(parent)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar(parent)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(120)
        self.cancel = QToolButton(parent)
        self.cancel.setText("Cancel")
        self.cancel.clicked.connect(self._cancel)

    def show(self, job: Job, widest: int = 0) -> None:
        """Show how far a job is."""
        self._job = job
        done, total = job.progress if job.running else (0, 1)
        said = told(job)
        letters, middle = self.text.fontMetrics(), Qt.TextElideMode.ElideMiddle
        short = letters.elidedText(job.name, middle, widest) if widest else job.name
        self.text.setText(told(job, short))
        self.text.setToolTip(said)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.bar.setAccessibleName(f"Progress: {job.name}")
        self.cancel.setAccessibleName(f"Cancel: {job.name}")
        self.cancel.setToolTip("Stop it; what is done already stays")
        self.cancel.setVisible(job.can_cancel)
        self.cancel.setEnabled(not job.cancelled)

    def _cancel(self) -> None:
        if self._job is not None:
            self._jobs.cancel(self._job)


class JobsBar(QWidget):
    """Hidden while nothing is under way."""

    def __init__(self, jobs: Jobs, cancel_all: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._cancel_all = jobs, cancel_all
        self._line = JobLine(jobs, self)
        self.cancel = self._line.cancel
        self.more = QToolButton(self)
        self.more.setToolTip("Show all that is under way")
        self.more.clicked.connect(self._open_list)
        self.list: JobsList | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self._line.text, self._line.bar, self.cancel, self.more):
            row.addWidget(part)
        jobs.changed.connect(self._show)
        self.hide()
        self._show()

    @property
    def text(self) -> str:
        """What is said beside the bar."""
        return self._line.text.toolTip()

    def _show(self) -> None:
        shown = self._jobs.shown
        self._cancel_all.setEnabled(self._jobs.can_cancel)
        self.setVisible(bool(shown))
        if not shown:
            return
        self._line.show(shown[0], min(_WIDEST, self.window().width() // 5))
        self.more.setVisible(len(shown) > 1)
        self.more.setText(counted(len(shown), "job"))

    def _open_list(self) -> None:
        if self.list is None or not isValid(self.list):
            self.list = JobsList(self._jobs, self)
        self.list.open_above(self.more)


class JobsList(QFrame):
    """All jobs, each with its bar and its Cancel; goes when none is left or somebody clicks elsewhere."""

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("jobs_list")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName("What is under way")
        self._jobs = jobs
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 10, 12, 10)
        self._grid.setHorizontalSpacing(10)
        self._grid.setColumnStretch(0, 1)
        self.lines: list[JobLine] = []
        self._anchor: QWidget | None = None
        jobs.changed.connect(self._show)
        self._show()

    def open_above(self, anchor: QWidget) -> None:
        """Show it above a widget, its right edge on that of the widget."""
        self._anchor = anchor
        self.adjustSize()
        corner = anchor.mapToGlobal(QPoint(anchor.width(), 0))
        self.move(corner.x() - self.width(), corner.y() - self.height() - 4)
        self.show()
        if self.lines:
            self.lines[0].cancel.setFocus()

    def _show(self) -> None:
        shown = self._jobs.shown
        if not shown:
            self.close()
            return
        while len(self.lines) < len(shown):
            line, row = JobLine(self._jobs, self), len(self.lines)
            for column, part in enumerate((line.text, line.bar, line.cancel)):
                self._grid.addWidget(part, row, column)
            self.lines.append(line)
        for number, line in enumerate(self.lines):
            there = number < len(shown)
            if there:
                line.show(shown[number])
            line.text.setVisible(there)
            line.bar.setVisible(there)
            line.cancel.setVisible(there and shown[number].can_cancel)
        if self._anchor is not None:
            self.adjustSize()
