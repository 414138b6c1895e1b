"""Tags as chips: how one is painted, and a row of them that wraps."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.speech import point_to
from gui.tagging.colours import TagColours
from gui.tagging.speaking import Speaking
from gui.theme import Theme

_BETWEEN, _ROW = 5, 5
_PAD = 8.0
ADD = "+ Tag"
_ANY_WIDTH = (1 << 24) - 1  # QWIDGETSIZE_MAX


def paint_chip(painter: QPainter, theme: Theme, box: QRectF, text: str, colour: str = "") -> None:
    """A tag in a box, in the painter's font; ``colour`` as of highlights, or none."""
    painter.setPen(theme.colour(f"highlight.{colour}.line") if colour else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(f"highlight.{colour}" if colour else "chip"))
    inner = box.adjusted(0.5, 0.5, -0.5, -0.5) if colour else box
    painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
    painter.setPen(theme.colour("text" if colour else "chip.text"))
    told = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, box.width() - 10)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, told)


class TagChips(QWidget):
    """The tags of an article. A click on one shows all articles that carry it; the last one adds tags.

    Signals:
        chosen: a tag. edit_asked: other tags are wanted.
    """

    chosen = Signal(str)
    edit_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._colours = TagColours(self)
        self._tags: tuple[str, ...] = ()
        self.boxes: list[tuple[str, QRectF]] = []
        """The tags and ``ADD``, and where they are."""
        self.current = 0
        """The number of that with the keyboard."""
        self.speaking = Speaking(self)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)
        self.show_tags(())

    def use_colours(self, colours: TagColours) -> None:
        """Show tags in these colours."""
        self._colours = colours
        colours.changed.connect(self.update)

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags shown."""
        return self._tags

    def show_tags(self, tags: tuple[str, ...]) -> None:
        """Show these."""
        self._tags, self.current = tags, 0
        said = f"Tags of the article: {', '.join(tags)}" if tags else "The article has no tags"
        self.setAccessibleName(said)
        self._arrange()
        self.updateGeometry()

    def box_of(self, tag: str) -> QRectF:
        """Where a tag is, or ``ADD``."""
        return next(box for name, box in self.boxes if name == tag)

    def keep_small(self, small: bool) -> None:
        """Be no wider than ``ADD``, which stands alone; or take whole rows again."""
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Fixed if small else QSizePolicy.Policy.Ignored)
        self.setSizePolicy(policy)
        wide = round(QFontMetricsF(self._small()).horizontalAdvance(ADD) + 2 * _PAD) + 1
        self.setMinimumWidth(wide if small else 0)
        self.setMaximumWidth(wide if small else _ANY_WIDTH)

    # -- layout

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.88)
        return font

    def _placed(self, width: int) -> list[tuple[str, QRectF]]:
        metrics = QFontMetricsF(self._small())
        height = metrics.height() + 4
        x, y = 0.0, 4.0
        placed = []
        for tag in (*self._tags, ADD):
            wide = min(metrics.horizontalAdvance(tag) + 2 * _PAD, max(width, 60))
            if x and x + wide > width:
                x, y = 0.0, y + height + _ROW
            placed.append((tag, QRectF(x, y, wide, height)))
            x += wide + _BETWEEN
        return placed

    def _arrange(self) -> None:
        self.boxes = self._placed(self.width())
        self.update()

    def heightForWidth(self, width: int) -> int:
        """As many rows as it takes."""
        return round(self._placed(width)[-1][1].bottom()) + 1

    def sizeHint(self) -> QSize:
        """Of the width it has."""
        return QSize(200, self.heightForWidth(max(self.width(), 60)))

    def minimumSizeHint(self) -> QSize:
        """Narrow is fine."""
        return QSize(60, self.heightForWidth(max(self.width(), 60)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new width."""
        super().resizeEvent(event)
        self._arrange()

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chips; the one to add is an outline."""
        theme = self._theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self._small())
            for place, (tag, box) in enumerate(self.boxes):
                if place < len(self._tags):
                    paint_chip(painter, theme, box, tag, self._colours.of(tag))
                else:
                    painter.setPen(theme.colour("border.strong"))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
                    painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
                    painter.setPen(theme.colour("text.muted"))
                    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tag)
                if self.hasFocus() and place == self.current:
                    painter.setPen(theme.colour("focus"))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRoundedRect(
                        box.adjusted(0.5, 0.5, -0.5, -0.5), box.height() / 2, box.height() / 2
                    )

    # -- pointer and keys

    def chip_at(self, point: QPointF) -> int:
        """The chip at a point; -1 for none."""
        return next((n for n, (_, box) in enumerate(self.boxes) if box.contains(point)), -1)

    def _at(self, event: QMouseEvent | QHelpEvent) -> int:
        return self.chip_at(event.position() if isinstance(event, QMouseEvent) else event.pos().toPointF())

    def choose(self, place: int) -> None:
        """As a click on a chip."""
        if 0 <= place < len(self._tags):
            self.chosen.emit(self._tags[place])
        elif place == len(self._tags):
            self.edit_asked.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be clicked."""
        over = self._at(event) >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.choose(self._at(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from chip to chip, Enter chooses."""
        key = event.key()
        if key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            by = 1 if key == Qt.Key.Key_Right else -1
            self.current = min(max(self.current + by, 0), len(self._tags))
            self.update()
            point_to(self, self.current)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.choose(self.current)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say what a chip does."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._at(event)
            if place == len(self._tags):
                QToolTip.showText(event.globalPos(), "Tag this article (Ctrl+Shift+A)", self)
            elif place >= 0:
                QToolTip.showText(event.globalPos(), f"Show what is tagged “{self._tags[place]}”", self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)
