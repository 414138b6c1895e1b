"""The face of a note: its words, what was written, tags and time, painted as a card."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from gui import icons
from gui.notes.wording import shortened, told_time
from gui.reader.selectionbar import STYLE_NAMES, swatch
from gui.theme import Theme
from gui.wrapping import wrap_flags, wrapped_size
from store.model import Annotation

QUOTE_MOST, NOTE_MOST = 180, 1500
_LEFT, _RIGHT, _TOP, _GAP = 34.0, 10.0, 9.0, 5.0
LOST = "These words are no longer in the article"


@dataclass(slots=True)
class _Places:
    """Where each part stands at some width."""

    quote: QRectF = field(default_factory=QRectF)
    lost: QRectF = field(default_factory=QRectF)
    note: QRectF = field(default_factory=QRectF)
    tags: list[tuple[str, QRectF]] = field(default_factory=list)
    time: QRectF = field(default_factory=QRectF)
    height: float = 0.0


class NoteFace(QWidget):
    """Paints one annotation. A click on the quote goes to the words, on the note edits it.

    Signals:
        went: to the words. edited: the note (False) or the tags (True). deleted. menu_wanted: its menu.
        stepped: to the next (+1) or previous (-1) card.
    """

    went = Signal()
    edited = Signal(bool)
    deleted = Signal()
    stepped = Signal(int)

    def __init__(self, theme: Theme, annotation: Annotation, heading: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._annotation, self._heading = theme, annotation, heading
        self._brief = self._chosen = False
        self._places = _Places()
        self._known: dict[int, _Places] = {}  # by width
        self._buttons: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_annotation(annotation, heading)
        theme.changed.connect(self._recolour)

    # -- content

    def show_annotation(self, annotation: Annotation, heading: str) -> None:
        """Show this annotation; ``heading`` names its article where that is not open."""
        self._annotation, self._heading = annotation, heading
        said = [f"Highlight: {shortened(annotation.anchor.exact, QUOTE_MOST)}"]
        self._known.clear()
        said += [LOST] if annotation.orphan else []
        said += [f"Note: {shortened(annotation.note, 400)}"] if annotation.note else []
        said += [f"Tags: {', '.join(annotation.tags)}"] if annotation.tags else []
        said += [f"In: {heading}"] if heading else []
        self.setAccessibleName(". ".join(said))
        self.setToolTip(f"{annotation.colour.capitalize()}, {STYLE_NAMES[annotation.style].lower()}")
        self._arrange()
        self.updateGeometry()

    def set_brief(self, brief: bool) -> None:
        """Leave note and tags to the editor below."""
        if brief != self._brief:
            self._brief = brief
            self._known.clear()
            self._arrange()
            self.updateGeometry()

    def set_chosen(self, chosen: bool) -> None:
        """Show as chosen."""
        self._chosen = chosen
        self.update()

    # -- layout

    def heightForWidth(self, width: int) -> int:
        """As high as its text."""
        return round(self._placed(width).height)

    def sizeHint(self) -> QSize:
        """Of the width it has."""
        return QSize(240, self.heightForWidth(max(self.width(), 160)))

    def minimumSizeHint(self) -> QSize:
        """Narrow is fine."""
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def changeEvent(self, event: QEvent) -> None:
        """Measure again with another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_known"):
            self._known.clear()
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self._places = self._placed(self.width())
        self.update()
        if self._buttons is not None:
            self._buttons.move(self.width() - self._buttons.sizeHint().width() - 6, round(_TOP) - 6)

    def _placed(self, width: int) -> _Places:
        known = self._known.get(width)
        if known is None:
            known = self._known[width] = self._place(width)
        return known

    def _place(self, width: int) -> _Places:
        places = _Places()
        room = max(width - _LEFT - _RIGHT, 60)
        metrics, small = QFontMetricsF(self.font()), QFontMetricsF(self._small())
        y = _TOP
        places.quote = _block(metrics, self._quote(), y, room)
        y = places.quote.bottom()
        if self._annotation.orphan:
            places.lost = _block(small, LOST, y + _GAP, room)
            y = places.lost.bottom()
        if not self._brief:
            places.note = _block(metrics, self._note(), y + _GAP, room)
            y = places.note.bottom()
            x, line = _LEFT, y + _GAP + 1
            for tag in self._annotation.tags:
                wide = min(small.horizontalAdvance(tag) + 14, room)
                if x > _LEFT and x + wide > _LEFT + room:
                    x, line = _LEFT, line + small.height() + 7
                places.tags.append((tag, QRectF(x, line, wide, small.height() + 3)))
                x, y = x + wide + 5, line + small.height() + 3
        places.time = _block(small, self._about(), y + _GAP, room)
        places.height = places.time.bottom() + (4 if self._brief else _TOP)
        return places

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.88)
        return font

    def _quote(self) -> str:
        return f"“{shortened(self._annotation.anchor.exact, QUOTE_MOST)}”"

    def _note(self) -> str:
        note = self._annotation.note
        if not note:
            return "Add a note"
        return note if len(note) <= NOTE_MOST else note[: NOTE_MOST - 1] + "…"

    def _about(self) -> str:
        when = told_time(self._annotation.changed_at)
        return f"{shortened(self._heading, 60)}  ·  {when}" if self._heading else when

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Sign, quote, note, tags, time."""
        theme, places, note = self._theme, self._places, self._annotation
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawPixmap(
                QPointF(8, _TOP - 2), swatch(theme, note.colour, note.style).pixmap(QSize(20, 20))
            )
            painter.setPen(theme.colour("text.secondary" if note.note and not self._brief else "text"))
            _write(painter, places.quote, self._quote())
            if note.orphan:
                painter.setFont(self._small())
                painter.setPen(theme.colour("text.danger"))
                _write(painter, places.lost, LOST)
            if not self._brief:
                painter.setFont(self.font())
                painter.setPen(theme.colour("text" if note.note else "text.muted"))
                _write(painter, places.note, self._note())
            painter.setFont(self._small())
            for tag, box in places.tags:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("chip"))
                painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
                painter.setPen(theme.colour("chip.text"))
                told = painter.fontMetrics().elidedText(
                    tag, Qt.TextElideMode.ElideRight, round(box.width() - 10)
                )
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, told)
            painter.setPen(theme.colour("text.muted"))
            _write(painter, places.time, self._about())

    # -- pointer and keys

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Note and tags are edited, all else goes to the words."""
        if event.button() is not Qt.MouseButton.LeftButton or not self.rect().contains(
            event.position().toPoint()
        ):
            return
        if not self._brief and any(box.contains(event.position()) for _, box in self._places.tags):
            self.edited.emit(True)
        elif not self._brief and self._places.note.adjusted(-4, -3, 9999, 3).contains(event.position()):
            self.edited.emit(False)
        else:
            self.went.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Over the note one writes."""
        over = not self._brief and self._places.note.adjusted(-4, -3, 9999, 3).contains(event.position())
        self.setCursor(Qt.CursorShape.IBeamCursor if over else Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the words, F2 edits, Del deletes, arrows go on."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.went.emit()
        elif key == Qt.Key.Key_F2:
            self.edited.emit(False)
        elif key == Qt.Key.Key_Delete:
            self.deleted.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Buttons come when the pointer or the keyboard does."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show_buttons()
            parent = self.parentWidget()
            if parent is not None:
                parent.update()
        return super().event(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show what can be done."""
        super().enterEvent(event)
        self._show_buttons()

    def leaveEvent(self, event: QEvent) -> None:
        """Hide it again."""
        super().leaveEvent(event)
        self._show_buttons()

    def _show_buttons(self) -> None:
        wanted = self.underMouse() or self.hasFocus()
        if wanted and self._buttons is None:
            self._buttons = self._made_buttons()
            self._arrange()
        if self._buttons is not None:
            self._buttons.setVisible(wanted)

    def _made_buttons(self) -> QWidget:
        bar = QWidget(self)
        bar.setAutoFillBackground(True)
        bar.setBackgroundRole(self.palette().ColorRole.Base)
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for name, tip, slot in (
            ("goto", "Go to the words (Enter)", self.went.emit),
            ("pencil", "Edit the note (F2)", lambda: self.edited.emit(False)),
            ("trash", "Delete (Del)", self.deleted.emit),
        ):
            button = QToolButton(bar)
            button.setObjectName(name)
            button.setIcon(icons.icon(name, self._theme))
            button.setIconSize(QSize(16, 16))
            button.setFixedSize(26, 26)  # so that the line below stays free
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.setCursor(Qt.CursorShape.ArrowCursor)
            button.clicked.connect(lambda _checked=False, slot=slot: slot())
            row.addWidget(button)
        return bar

    def _recolour(self) -> None:
        if self._buttons is not None:
            self._buttons.deleteLater()
            self._buttons = None
        self.update()


def _block(metrics: QFontMetricsF, text: str, y: float, room: float) -> QRectF:
    size, _ = wrapped_size(metrics, text, room)
    return QRectF(_LEFT, y, room, size.height())


def _write(painter: QPainter, box: QRectF, text: str) -> None:
    painter.drawText(box, wrap_flags(QFontMetricsF(painter.font()), text, box.width()), text)
