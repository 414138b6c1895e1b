"""What the actions do that change how the article is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from gui.reader.view import MEASURES

if TYPE_CHECKING:
    from gui.reader.pane import ReaderPane
    from gui.window import MainWindow


def connect(window: MainWindow) -> None:
    """Connect the actions of the reader, and tick what holds."""
    actions = window.actions_
    for name in MEASURES:
        actions[f"view.measure.{name}"].triggered.connect(partial(_set_measure, window, name))
    for name in ("sans", "serif"):
        actions[f"view.typeface.{name}"].triggered.connect(partial(_set_serif, window, name == "serif"))
    actions["view.focus"].triggered.connect(lambda on: window.reading.reader.set_focusing(on))
    window.reading.columns.each(lambda column: _hear(window, column.reader))
    window.reading.opened.connect(lambda _article: _enable(window))
    _enable(window)


def _hear(window: MainWindow, reader: ReaderPane) -> None:
    reader.focus_changed.connect(lambda: _tick(window))
    reader.view.looks_changed.connect(lambda: _tick(window))
    _tick(window)


def _tick(window: MainWindow) -> None:
    view, actions = window.reading.reader.view, window.actions_
    actions[f"view.measure.{view.measure}"].setChecked(True)
    actions["view.focus"].setChecked(window.reading.reader.focusing.focus is not None)
    actions[f"view.typeface.{'serif' if view.serif else 'sans'}"].setChecked(True)


def _enable(window: MainWindow) -> None:
    window.actions_["view.focus"].setEnabled(window.navigator.current is not None)
    _tick(window)


def _set_measure(window: MainWindow, name: str, *_: object) -> None:
    window.reading.reader.view.set_measure(name)


def _set_serif(window: MainWindow, serif: bool, *_: object) -> None:
    window.reading.reader.view.set_serif(serif)
