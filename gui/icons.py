"""Our own line icons (``resources/icons``), drawn in a colour of the theme when they are first needed."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QImageReader,
    QPainter,
    QPixmap,
    QPixmapCache,
)

from gui.theme import Theme
from resources import resource

SIZE = 20
"""Edge of an icon in a tool bar or a list, in logical pixels."""


def pixmap(name: str, colour: QColor, size: int = SIZE, ratio: float = 0.0) -> QPixmap:
    """The icon drawn in that colour; sharp on a screen of that ratio, or on the one at hand."""
    if not ratio:
        app = QGuiApplication.instance()
        ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    key = f"{name} {colour.name()} {size} {ratio}"
    made = QPixmap()
    if not QPixmapCache.find(key, made):
        svg = resource("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", colour.name())
        made = _drawn(svg, size, ratio)
        QPixmapCache.insert(key, made)
    return made


def icon(name: str, theme: Theme, role: str = "text.secondary") -> QIcon:
    """The icon for a button: normal, disabled, and in the accent colour when it is switched on."""
    return QIcon(_Engine(name, theme.colour(role), theme.colour("accent"), theme.colour("border.strong")))


def app_icon() -> QIcon:
    """The icon of the application, in its own colours."""
    return QIcon(_Engine("communique", QColor(), QColor(), QColor()))


class _Engine(QIconEngine):
    """Draws an icon at the size that is asked for, when it is asked for."""

    def __init__(self, name: str, plain: QColor, on: QColor, disabled: QColor) -> None:
        super().__init__()
        self._name, self._plain, self._on, self._disabled = name, plain, on, disabled

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._plain, self._on, self._disabled)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        edge = min(rect.width(), rect.height())
        place = QRect(0, 0, edge, edge)
        place.moveCenter(rect.center())
        # As sharp as the best screen needs: to ask for the device of the painter makes PySide try every kind
        # of widget there is, which takes a tenth of the start.
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, pixmap(self._name, self._colour(mode, state), edge))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        edge = min(size.width(), size.height())  # in logical pixels
        return pixmap(self._name, self._colour(mode, state), edge, scale)

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        if mode == QIcon.Mode.Disabled:
            return self._disabled
        return self._on if state == QIcon.State.On else self._plain


def _drawn(svg: str, size: int, ratio: float) -> QPixmap:
    data = QByteArray(svg.encode("utf-8"))
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    edge = round(size * ratio)
    reader.setScaledSize(QSize(edge, edge))
    made = QPixmap.fromImageReader(reader)
    made.setDevicePixelRatio(ratio)
    return made
