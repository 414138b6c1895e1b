"""The face of a note: its words, what was written, tags and time, painted as a card."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QFont, QFontMetricsF, QPainter, QPen

from gui import icons
from gui.notes import markdown
from gui.notes.model import LOST, NOTE_MOST, ON_ALL, QUOTE_MOST
from gui.notes.sieve import Entry
from gui.notes.wording import shortened, told_time
from gui.reader.selectionbar import swatch
from gui.tagging.chips import paint_chip
from gui.tagging.colours import TagColours
from gui.theme import Theme
from gui.wrapping import wrap_flags, wrapped_size

BUTTONS = {
    "goto": "Go to the words (Enter)",
    "pencil": "Edit the note (F2)",
    "trash": "Delete (Del)",
}
"""What the buttons at the right of a card do, by icon."""

_LEFT, _RIGHT, _TOP, _GAP = 34.0, 10.0, 9.0, 5.0
_BUTTON, _SIGN = 26, 20
_MOST_KNOWN = 400
_ADD = "Add a note"


@dataclass(slots=True)
class Places:
    """Where each part of a card stands within it."""

    quote: QRectF = field(default_factory=QRectF)
    lost: QRectF = field(default_factory=QRectF)
    note: QRectF = field(default_factory=QRectF)
    tags: list[tuple[str, QRectF]] = field(default_factory=list)
    time: QRectF = field(default_factory=QRectF)
    about: str = ""
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class State:
    """How a card is shown at the moment."""

    chosen: bool = False
    focus: bool = False
    active: bool = False  # the pointer or the keyboard is on it
    brief: bool = False  # note and tags are in the editor below


class NoteFace:
    """Measures and paints cards in one font."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        self._theme, self.colours = theme, TagColours()
        self._known: dict[tuple[object, ...], Places] = {}
        self.set_font(font)

    def set_font(self, font: QFont) -> None:
        """Write in another font."""
        self._font, self._small = QFont(font), QFont(font)
        self._small.setPointSizeF(font.pointSizeF() * 0.88)
        self._known.clear()

    # -- measuring

    def places(self, one: Entry, width: int, brief: bool = False) -> Places:
        """Where the parts of a card of some width stand."""
        key = (one.annotation, one.heading, width, brief)
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[key] = self._place(one, width, brief)
        return known

    def part_at(self, one: Entry, width: int, brief: bool, point: QPointF) -> str:
        """What is at a point of a card: a button by its icon, ``note``, ``tags``, or "" for all else."""
        for name, box in self.buttons(width).items():
            if box.contains(point):
                return name
        places = self.places(one, width, brief)
        if any(box.contains(point) for _, box in places.tags):
            return "tags"
        return "note" if places.note.adjusted(-4, -3, 9999, 3).contains(point) else ""

    def link_at(self, one: Entry, width: int, brief: bool, point: QPointF) -> str:
        """The address of the link at a point of a card; "" where there is none."""
        box = self.places(one, width, brief).note
        if not one.annotation.note or not box.contains(point):
            return ""
        return str(self._document(one, box.width()).documentLayout().anchorAt(point - box.topLeft()))

    def buttons(self, width: int) -> dict[str, QRectF]:
        """The buttons of a card, by icon."""
        left = width - _BUTTON * len(BUTTONS) - 4
        return {name: QRectF(left + n * _BUTTON, 3, _BUTTON, _BUTTON) for n, name in enumerate(BUTTONS)}

    def _place(self, one: Entry, width: int, brief: bool) -> Places:
        note, places = one.annotation, Places()
        room = max(width - _LEFT - _RIGHT, 60)
        metrics, small = QFontMetricsF(self._font), QFontMetricsF(self._small)
        places.quote = _block(metrics, _quote(one), _TOP, room)
        y = places.quote.bottom()
        if note.orphan:
            places.lost = _block(small, LOST, y + _GAP, room)
            y = places.lost.bottom()
        if not brief:
            if note.note:
                places.note = QRectF(_LEFT, y + _GAP, room, self._document(one, room).size().height())
            else:
                places.note = _block(metrics, _ADD, y + _GAP, room)
            y = places.note.bottom()
            x, line = _LEFT, y + _GAP + 1
            for tag in note.tags:
                wide = min(small.horizontalAdvance(tag) + 14, room)
                if x > _LEFT and x + wide > _LEFT + room:
                    x, line = _LEFT, line + small.height() + 7
                places.tags.append((tag, QRectF(x, line, wide, small.height() + 3)))
                x, y = x + wide + 5, line + small.height() + 3
        when = told_time(note.changed_at)
        places.about = _about(one.heading, when, small, room) if one.heading else when
        places.time = _block(small, places.about, y + _GAP, room)
        places.height = places.time.bottom() + (4 if brief else _TOP)
        return places

    def _document(self, one: Entry, width: float) -> markdown.NoteDocument:
        note = one.annotation.note
        cut = note if len(note) <= NOTE_MOST else note[: NOTE_MOST - 1] + "…"
        colour, link = self._theme.colour("text"), self._theme.colour("link")
        return markdown.rendered(cut, self._font, colour, link, width)

    # -- painting

    def paint(self, painter: QPainter, card: QRectF, one: Entry, state: State) -> None:
        """Paint a card."""
        theme, note = self._theme, one.annotation
        places = self.places(one, round(card.width()), state.brief)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state.focus:
            painter.setPen(QPen(theme.colour("focus"), 2))
        else:
            painter.setPen(theme.colour("accent" if state.chosen else "border"))
        painter.setBrush(theme.colour("card"))
        painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), 7, 7)
        painter.translate(card.topLeft())
        self._paint_sign(painter, one)
        painter.setFont(self._font)
        painter.setPen(theme.colour("text.secondary" if note.note and not state.brief else "text"))
        _write(painter, places.quote, _quote(one))
        if note.orphan:
            painter.setFont(self._small)
            painter.setPen(theme.colour("text.danger"))
            _write(painter, places.lost, LOST)
        if not state.brief:
            self._paint_note(painter, places, one)
        self._paint_tags(painter, places)
        painter.setFont(self._small)
        painter.setPen(theme.colour("text.muted"))
        _write(painter, places.time, places.about)
        if state.active:
            self._paint_buttons(painter, round(card.width()))

    def _paint_sign(self, painter: QPainter, one: Entry) -> None:
        note, corner = one.annotation, QPointF(8, _TOP - 2)
        colour = self.colours.of_note(note)
        if note.whole:
            ink = self._theme.colour(f"highlight.{colour}.line")
            painter.drawPixmap(corner, icons.pixmap("paper", ink, _SIGN))
        else:
            sign = swatch(self._theme, colour, note.style)
            painter.drawPixmap(corner, sign.pixmap(QSize(_SIGN, _SIGN)))

    def _paint_note(self, painter: QPainter, places: Places, one: Entry) -> None:
        if not one.annotation.note:
            painter.setFont(self._font)
            painter.setPen(self._theme.colour("text.muted"))
            _write(painter, places.note, _ADD)
            return
        painter.save()
        painter.translate(places.note.topLeft())
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(context.palette.ColorRole.Text, self._theme.colour("text"))
        document = self._document(one, places.note.width())
        painter.setClipRect(QRectF(-2, -2, places.note.width() + 4, places.note.height() + 4))
        document.documentLayout().draw(painter, context)
        painter.restore()

    def _paint_tags(self, painter: QPainter, places: Places) -> None:
        painter.setFont(self._small)
        for tag, box in places.tags:
            paint_chip(painter, self._theme, box, tag, self.colours.of(tag))

    def _paint_buttons(self, painter: QPainter, width: int) -> None:
        boxes = self.buttons(width)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("card"))
        first, *_, last = boxes.values()
        painter.drawRoundedRect(first.united(last).adjusted(-4, 0, 0, 0), 5, 5)
        ink = self._theme.colour("text.secondary")
        for name, box in boxes.items():
            painter.drawPixmap(box.topLeft() + QPointF(5, 5), icons.pixmap(name, ink, 16))


def _quote(one: Entry) -> str:
    note = one.annotation
    return ON_ALL if note.whole else f"“{shortened(note.anchor.exact, QUOTE_MOST)}”"


def _about(heading: str, when: str, metrics: QFontMetricsF, room: float) -> str:
    """Article and time on one line, or on two where the line is short."""
    after = f"  ·  {when}"
    left = room - metrics.horizontalAdvance(after)
    if left < room / 2:
        after, left = f"\n{when}", room
    return metrics.elidedText(shortened(heading, 200), Qt.TextElideMode.ElideRight, left) + after


def _block(metrics: QFontMetricsF, text: str, y: float, room: float) -> QRectF:
    size, _ = wrapped_size(metrics, text, room)
    return QRectF(_LEFT, y, room, size.height())


def _write(painter: QPainter, box: QRectF, text: str) -> None:
    painter.drawText(box, wrap_flags(QFontMetricsF(painter.font()), text, box.width()), text)
