"""Icons: every file draws, in the colour asked for, at the size asked for."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from PySide6.QtWidgets import QApplication

from gui import icons
from gui.theme import Theme
from resources import resource

NAMES = sorted(file.stem for file in resource("icons").iterdir() if file.suffix == ".svg")


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_draws(name: str, qapp: QApplication) -> None:
    drawn = icons.pixmap(name, QColor("#ff0000"), 24, 2.0)
    assert (drawn.width(), drawn.devicePixelRatio()) == (48, 2.0)
    image = drawn.toImage()
    seen = [
        image.pixelColor(x, y) for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() > 200
    ]
    assert seen
    if name != "communique":
        assert {(c.green(), c.blue()) for c in seen} == {(0, 0)}


def test_an_icon_shows_its_state(theme: Theme) -> None:
    icon = icons.icon("star", theme)
    gc.collect()  # the engine lives as long as the icon
    off = icon.pixmap(QSize(20, 20), QIcon.Mode.Normal, QIcon.State.Off).toImage()
    on = icon.pixmap(QSize(20, 20), QIcon.Mode.Normal, QIcon.State.On).toImage()
    disabled = icon.pixmap(QSize(20, 20), QIcon.Mode.Disabled, QIcon.State.Off).toImage()
    assert off != on
    assert off != disabled
    copy = QIcon(icon)
    del icon
    assert copy.pixmap(20).toImage() == off


def test_an_icon_paints_itself(theme: Theme) -> None:
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    icons.icon("search", theme).paint(painter, 0, 0, 40, 40)
    painter.end()
    assert any(image.pixelColor(x, 20).alpha() for x in range(40))


def test_the_application_has_an_icon(qapp: QApplication) -> None:
    assert not icons.app_icon().pixmap(64).isNull()


def test_a_button_has_a_sharp_icon_on_a_fine_screen(qapp: QApplication) -> None:
    made = icons.icon("search", Theme("light")).pixmap(QSize(20, 20), 2.0)
    assert made.size() == QSize(40, 40)
    assert made.devicePixelRatio() == 2.0
