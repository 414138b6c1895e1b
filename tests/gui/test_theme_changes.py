"""Themes change quickly, and never crash on windows and parts of windows that are gone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.theme import Choice, Theme, load_scheme, style_sheet, take_off_sheet

ROUNDS = 30


def _never_shown() -> list[QWidget]:
    """Parts of a window that are measured and never shown, as menus and hidden panes are."""
    made: list[QWidget] = [QMenu() for _ in range(10)]
    for _ in range(10):
        pane = QWidget()
        box = QVBoxLayout(pane)
        box.addWidget(QLineEdit(pane))
        box.addWidget(QLabel("words", pane))
        made.append(pane)
    return made


def _measure(widgets: list[QWidget]) -> None:
    for widget in widgets:
        for part in (widget, *widget.findChildren(QWidget)):
            part.sizeHint()


def crash() -> None:
    """Changes the sheet again and again, with widgets that are measured and deleted between."""
    app = QApplication([sys.argv[0], "-style", "Fusion"])
    sheets = [style_sheet(load_scheme(name)) for name in ("light", "dark")]
    app.setStyleSheet(sheets[0])
    for number in range(ROUNDS):
        widgets = _never_shown()
        _measure(widgets)
        if "plainly" in sys.argv:
            app.setStyleSheet("")
        else:
            take_off_sheet(app)
        app.setStyleSheet(sheets[number % 2])
        _measure(widgets)
        for widget in widgets:
            widget.deleteLater()
        widgets.clear()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        _filled = [bytes(range(256)) * n for n in (1, 2, 3)] * 200  # what was theirs is another's now
        app.setStyleSheet(sheets[(number + 1) % 2])


def test_widgets_that_were_never_shown_may_go_between_two_themes() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.gui.test_theme_changes"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ended.returncode == 0, ended.stderr


@pytest.mark.parametrize("names", [("dark", "light"), ("dark", "light", "dark")])
def test_each_widget_is_styled_once_off_and_once_on(qtbot: QtBot, names: tuple[Choice, ...]) -> None:
    theme = Theme("light")
    theme.apply()
    outer = QWidget()
    qtbot.addWidget(outer)
    inner: QWidget = outer
    for _ in range(8):
        box = QVBoxLayout(inner)
        inner = QWidget(inner)
        box.addWidget(inner)
    told = _Counting(inner)
    told.setText("words")
    outer.show()
    for name in names:
        told.styled = 0
        theme.choose(name)
        assert 1 <= told.styled <= 3
        assert told.palette().color(QPalette.ColorRole.Window) == QColor(load_scheme(name).roles["window"])
        assert QApplication.instance().styleSheet() == style_sheet(load_scheme(name))  # type: ignore[union-attr]
    theme.choose("light")


class _Counting(QLabel):
    """Counts how often it is told of another style."""

    styled = 0

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.styled += event.type() == QEvent.Type.StyleChange


if __name__ == "__main__":
    crash()
