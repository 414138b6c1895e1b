"""Our own line icons (``resources/icons``), drawn in a colour of the theme."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImageReader, QPixmap

from gui.theme import Theme
from resources import resource

SIZE = 20
"""Edge of an icon in a tool bar or a list, in logical pixels."""


def pixmap(name: str, colour: QColor, size: int = SIZE) -> QPixmap:
    """The icon drawn in that colour, sharp on the screen at hand."""
    svg = resource("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", colour.name())
    return _drawn(svg, size)


def icon(name: str, theme: Theme, role: str = "text.secondary") -> QIcon:
    """The icon for a button: normal, disabled, and in the accent colour when it is switched on."""
    made = QIcon()
    accent, faint = theme.colour("accent"), theme.colour("border.strong")
    made.addPixmap(pixmap(name, theme.colour(role)), QIcon.Mode.Normal, QIcon.State.Off)
    made.addPixmap(pixmap(name, accent), QIcon.Mode.Normal, QIcon.State.On)
    made.addPixmap(pixmap(name, faint), QIcon.Mode.Disabled, QIcon.State.Off)
    return made


def app_icon() -> QIcon:
    """The icon of the application, in its own colours."""
    svg = resource("icons", "communique.svg").read_text("utf-8")
    made = QIcon()
    for size in (16, 32, 64, 128):
        made.addPixmap(_drawn(svg, size))
    return made


def _drawn(svg: str, size: int) -> QPixmap:
    ratio = QGuiApplication.instance().devicePixelRatio() if QGuiApplication.instance() else 1.0  # type: ignore[union-attr]
    data = QByteArray(svg.encode("utf-8"))
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    edge = round(size * ratio)
    reader.setScaledSize(QSize(edge, edge))
    made = QPixmap.fromImageReader(reader)
    made.setDevicePixelRatio(ratio)
    return made
