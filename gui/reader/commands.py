"""What the actions do that change how the article is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from gui.reader import remembering
from gui.reader.view import MEASURES
from store.model import MarkKind

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
    for kind in MarkKind:
        actions[f"view.marks.{kind}"].triggered.connect(lambda on, of=kind: _switch_kind(window, of, on))
    actions["view.marks.all"].triggered.connect(lambda: window.reading.reader.show_kinds(MarkKind))
    actions["view.marks.none"].triggered.connect(lambda: window.reading.reader.show_kinds(()))
    actions["view.focus"].triggered.connect(lambda on: window.reading.reader.set_focusing(on))
    readers: list[ReaderPane] = []
    window.reading.columns.each(lambda column: _hear(window, column.reader, readers))
    window.reading.opened.connect(lambda _article: _enable(window))
    _enable(window)


def _hear(window: MainWindow, reader: ReaderPane, readers: list[ReaderPane]) -> None:
    """Two articles side by side look alike."""
    if readers:
        remembering.copy(readers[0], reader)
    readers.append(reader)

    def changed() -> None:
        for other in readers:
            if other is not reader:
                remembering.copy(reader, other)
        _tick(window)

    reader.focus_changed.connect(lambda: _tick(window))
    reader.kinds_changed.connect(changed)
    reader.style_changed.connect(changed)
    reader.view.looks_changed.connect(changed)
    reader.view.text_size_changed.connect(changed)
    _tick(window)


def _tick(window: MainWindow) -> None:
    view, actions = window.reading.reader.view, window.actions_
    actions[f"view.measure.{view.measure}"].setChecked(True)
    actions["view.focus"].setChecked(window.reading.reader.focusing.focus is not None)
    for kind in MarkKind:
        actions[f"view.marks.{kind}"].setChecked(kind in window.reading.reader.shown_kinds)
    actions[f"view.typeface.{'serif' if view.serif else 'sans'}"].setChecked(True)


def _enable(window: MainWindow) -> None:
    window.actions_["view.focus"].setEnabled(window.navigator.current is not None)
    _tick(window)


def _switch_kind(window: MainWindow, kind: MarkKind, on: bool) -> None:
    reader = window.reading.reader
    reader.show_kinds(reader.shown_kinds | {kind} if on else reader.shown_kinds - {kind})


def _set_measure(window: MainWindow, name: str, *_: object) -> None:
    window.reading.reader.view.set_measure(name)


def _set_serif(window: MainWindow, serif: bool, *_: object) -> None:
    window.reading.reader.view.set_serif(serif)
