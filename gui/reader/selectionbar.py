"""What can be done with selected words: a small bar beside them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QHBoxLayout, QToolButton, QWidget

from gui import icons
from gui.reader.looks import COLOURS, add_box, draw_sample, highlight_look, pen
from gui.theme import Theme
from store.model import MarkStyle

STYLE_NAMES = {
    MarkStyle.FILL: "Filled",
    MarkStyle.UNDERLINE: "Underlined",
    MarkStyle.WAVE: "Wavy line",
    MarkStyle.BOX: "Boxed",
}
_EDGE = 20


def swatch(theme: Theme, colour: str, style: MarkStyle, edge: int = _EDGE) -> QIcon:
    """A letter highlighted in that colour and shape."""
    look = highlight_look(colour, style)
    picture = QPixmap(edge * 2, edge * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    box = QRectF(2, 2, edge - 4, edge - 4)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        if look.fill is not None:
            path.addRoundedRect(box, 4, 4)
            painter.fillPath(path, theme.colour(look.fill))
            painter.strokePath(path, theme.colour(f"{look.fill}.line"))
        painter.setPen(theme.colour("text"))
        font = painter.font()
        font.setPixelSize(round(edge * 0.58))
        painter.setFont(font)
        painter.drawText(box.adjusted(0, -1, 0, -1), Qt.AlignmentFlag.AlignCenter, "a")
        if look.line is not None:
            ink = theme.colour(look.line)
            if style is MarkStyle.BOX:
                add_box(path, box, 1.0)
                painter.strokePath(path, pen(look.shape, ink, 1.0, look.strong))
            else:
                sample = QRectF(box.left(), box.bottom() - 2.5, box.width(), 5)
                draw_sample(painter, look, ink, sample, 1.0)
    return QIcon(picture)


class SelectionBar(QFrame):
    """Colours and shapes; note, tag, copy, cite, add as a fact. It floats over its parent, without keyboard.

    Signals:
        highlighted: in this colour and shape.
        style_chosen: the shape for this and later highlights.
        noted, tagged, copied, cited: the words are to be so.
        added: they are an official, or tell of a meeting, that was missed.
        filled: its buttons were made.
    """

    highlighted = Signal(str, object)
    style_chosen = Signal(object)
    noted = Signal()
    tagged = Signal()
    copied = Signal()
    cited = Signal()
    added = Signal(str)
    filled = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._style = MarkStyle.FILL
        self._pens: dict[str, QToolButton] = {}
        self._shapes: dict[MarkStyle, QToolButton] = {}
        self._icons: list[tuple[QToolButton, str]] = []
        self._last = COLOURS[0]
        self._stale = True  # the icons are drawn when the bar is first shown
        theme.changed.connect(self._recolour)
        self.hide()

    def _fill(self) -> None:
        """Make the buttons, when they are first needed."""
        if self._pens:
            return
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(6, 4, 6, 4)
        self._rows.setSpacing(1)
        self._row = self._add_row()
        for colour in COLOURS:
            self._pens[colour] = self._button(partial(self._highlight, colour))
        self._gap()
        group = QButtonGroup(self)
        for style in MarkStyle:
            button = self._shapes[style] = self._button(partial(self.style_chosen.emit, style))
            button.setCheckable(True)
            button.setToolTip(f"{STYLE_NAMES[style]} from now on")
            button.setAccessibleName(f"Shape: {STYLE_NAMES[style]}")
            group.addButton(button)
        self._row = self._add_row()
        self._between = self._gap()
        for name, tip, slot in (
            ("note", "Write a note (Ctrl+M)", self.noted.emit),
            ("tag", "Tag these words (Ctrl+T)", self.tagged.emit),
            ("copy", "Copy (Ctrl+C)", self.copied.emit),
            ("quote", "Copy as a citation (Ctrl+Shift+C)", self.cited.emit),
            ("person", "Add as an official (Ctrl+Shift+P)", partial(self.added.emit, "official")),
            ("meeting", "Add as a meeting (Ctrl+Shift+G)", partial(self.added.emit, "meeting")),
        ):
            button = self._button(slot)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            self._icons.append((button, name))
        self._tell_last()
        self.filled.emit()

    def set_last(self, colour: str, style: MarkStyle) -> None:
        """The colour and shape used last: the shape is that of the next highlight."""
        self._style, self._last = style, colour
        if self._pens:
            self._tell_last()
        self._recolour()

    def _tell_last(self) -> None:
        self._shapes[self._style].setChecked(True)
        for name, button in self._pens.items():
            tip = f"Highlight in {name}, {STYLE_NAMES[self._style].lower()}"
            button.setToolTip(f"{tip} (Ctrl+H)" if name == self._last else tip)
            button.setAccessibleName(tip)

    def pen(self, colour: str) -> QToolButton:
        """The button of a colour."""
        self._fill()
        return self._pens[colour]

    def shape(self, style: MarkStyle) -> QToolButton:
        """The button of a shape."""
        self._fill()
        return self._shapes[style]

    def place(self, words: QRect, room: QRect) -> None:
        """Show the bar above the words, or below them where there is no room above."""
        self._fill()
        self._draw_icons()
        size = self._fit(room.width() - 8)
        x = min(max(room.left() + 4, words.center().x() - size.width() // 2), room.right() - size.width() - 4)
        above = words.top() - size.height() - 6
        y = above if above >= room.top() + 2 else words.bottom() + 10
        self.setGeometry(QRect(max(x, room.left()), y, size.width(), size.height()))
        self.show()
        self.raise_()

    def _fit(self, width: int) -> QSize:
        """In one row, or in two where that is too wide."""
        for direction in (QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom):
            self._rows.setDirection(direction)
            self._between.setVisible(direction is QBoxLayout.Direction.LeftToRight)
            if self.sizeHint().width() <= width:
                break
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A raised card."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._theme.colour("border.strong"))
            painter.setBrush(self._theme.colour("card"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _highlight(self, colour: str) -> None:
        self.highlighted.emit(colour, self._style)

    def _add_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(1)
        row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._rows.addLayout(row)
        return row

    def _button(self, slot: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAutoRaise(True)
        button.setIconSize(QSize(_EDGE, _EDGE))
        button.clicked.connect(lambda _checked=False: slot())
        self._row.addWidget(button)
        return button

    def _gap(self) -> QWidget:
        """A line between what belongs together."""
        gap = QWidget(self)
        line = QFrame(gap)
        line.setFrameShape(QFrame.Shape.VLine)
        line.setFrameShadow(QFrame.Shadow.Plain)
        line.setForegroundRole(self.palette().ColorRole.Mid)
        around = QHBoxLayout(gap)
        around.setContentsMargins(4, 0, 4, 0)
        around.addWidget(line)
        self._row.addWidget(gap)
        return gap

    def _recolour(self) -> None:
        self._stale = True
        if self.isVisible():
            self._draw_icons()

    def _draw_icons(self) -> None:
        if not self._stale:
            return
        self._stale = False
        for colour, button in self._pens.items():
            button.setIcon(swatch(self._theme, colour, self._style))
        for style, button in self._shapes.items():
            button.setIcon(swatch(self._theme, self._last, style))
        for button, name in self._icons:
            button.setIcon(icons.icon(name, self._theme))
        self.update()
