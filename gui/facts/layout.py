"""Where everything of the facts stands: cards of labelled fields in a column of some width.

Own rectangles instead of a widget for each value: a hundred labels take longer to make than a frame lasts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF

from gui.facts.card import Card, Row, Section, Value
from gui.wrapping import BY_WORDS, wrapped_size
from store.model import FactState, MarkKind

MARGIN, PADDING, GAP = 12.0, 11.0, 5.0
CARD_GAP, SECTION_GAP = 8.0, 16.0
CHIP_ROOM, CODE_ROOM = 7.0, 5.0
SIGN = 13.0  # edge of the sign of what was confirmed or corrected
_PARTS = re.compile(r"[^\s-]+-?")  # of a name, between which a line may end
_REMEMBERED = 4000  # sizes of texts
NARROW = 250.0  # below, labels stand above their values
_WIDEST = "Also present"  # label; a wider one (the verb of a statement) stands above its value
_BESIDE = 12.0  # from the widest label to the values


class Part(Enum):
    """What a cell is drawn as."""

    HEADING = "heading"
    TITLE = "title"
    BADGE = "badge"
    LABEL = "label"
    VALUE = "value"
    CHIP = "chip"
    MISSING = "missing"


@dataclass(slots=True)
class Cell:
    """A piece of text and where it stands: ``box`` can be clicked, in ``text_box`` it is written."""

    part: Part
    text: str
    box: QRectF
    text_box: QRectF
    label: str = ""
    value: Value | None = None
    kind: MarkKind | None = None
    wrap: int = BY_WORDS

    @property
    def live(self) -> bool:
        """Whether it can be chosen: it states a fact."""
        return self.value is not None and self.value.fact is not None


@dataclass(slots=True)
class Page:
    """Everything in its place."""

    cells: list[Cell] = field(default_factory=list)
    cards: list[QRectF] = field(default_factory=list)
    height: float = 0.0


class Fonts:
    """The four sizes of the pane, from the font of the widget."""

    def __init__(self, base: QFont) -> None:
        self.value = QFont(base)
        self.title = _sized(base, 1.08, bold=True)
        self.small = _sized(base, 0.88)
        self.heading = _sized(base, 0.88, bold=True)
        self.value_metrics = QFontMetricsF(self.value)
        self.title_metrics = QFontMetricsF(self.title)
        self.small_metrics = QFontMetricsF(self.small)
        self.heading_metrics = QFontMetricsF(self.heading)
        self._advances: dict[str, float] = {}
        self._sizes: dict[tuple[bool, str, float], tuple[QSizeF, int]] = {}

    def small_advance(self, text: str) -> float:
        """How wide a small text is; labels and codes come again and again."""
        known = self._advances.get(text)
        if known is None:
            known = self._advances[text] = self.small_metrics.horizontalAdvance(text)
        return known

    def wrapped(self, text: str, room: float, title: bool = False) -> tuple[QSizeF, int]:
        """The size of a value or a title in lines of some width; after a change most are known."""
        known = self._sizes.get((title, text, room))
        if known is None:
            if len(self._sizes) > _REMEMBERED:
                self._sizes.clear()
            metrics = self.title_metrics if title else self.value_metrics
            known = self._sizes[title, text, room] = wrapped_size(metrics, text, room)
        return known


def _sized(base: QFont, factor: float, bold: bool = False) -> QFont:
    font = QFont(base)
    font.setPointSizeF(base.pointSizeF() * factor)
    font.setBold(bold)
    return font


def arrange(sections: Sequence[Section], width: float, fonts: Fonts) -> Page:
    """Put sections in their places."""
    page = Page()
    labels = {row.label for section in sections for card in section.cards for row in card.rows}
    most = fonts.small_advance(_WIDEST)
    widest = max((advance for advance in map(fonts.small_advance, labels) if advance <= most), default=0.0)
    arranger = _Arranger(page, width, widest + _BESIDE, fonts)
    y = MARGIN - 2
    for number, section in enumerate(sections):
        y = arranger.section(section, y + (SECTION_GAP if number else 0.0))
    page.height = y + MARGIN
    return page


class _Arranger:
    """Puts one section after the other into a page."""

    def __init__(self, page: Page, width: float, label_width: float, fonts: Fonts) -> None:
        self._page, self._fonts = page, fonts
        self._left, self._right = MARGIN, max(width - MARGIN, MARGIN + 60)
        self._label = label_width
        self._stacked = self._right - self._left < NARROW

    def section(self, section: Section, y: float) -> float:
        metrics = self._fonts.heading_metrics
        text = f"{section.title}  {section.note}" if section.note else section.title
        box = QRectF(self._left + 2, y, self._right - self._left, metrics.height())
        self._page.cells.append(Cell(Part.HEADING, text, box, box))
        y = box.bottom() + 5
        for card in section.cards:
            y = self._card(card, y) + CARD_GAP
        return y - CARD_GAP

    def _card(self, card: Card, top: float) -> float:
        y = top + PADDING - 2
        if card.title is not None:
            y = self._title(card.title, card.badge, y) + GAP
        for row in card.rows:
            y = self._row(row, y) + GAP
        bottom = y - GAP + PADDING - 1
        self._page.cards.append(QRectF(self._left, top, self._right - self._left, bottom - top))
        return bottom

    def _title(self, title: Value, badge: Value | None, y: float) -> float:
        left, right = self._left + PADDING, self._right - PADDING
        after = self._after(title)
        room = right - left - after
        beside = False
        if badge is not None and not self._stacked:
            left_over = room - self._badge_width(badge) - 8
            beside = self._longest(title.text) <= left_over
            room = left_over if beside else room
        size, wrap = self._fonts.wrapped(title.text, room, title=True)
        words = QRectF(left, y, min(size.width() + 1, room), size.height())
        box = _roomy(words.adjusted(0, 0, after, 0))
        self._page.cells.append(Cell(Part.TITLE, title.text, box, words, "", title, None, wrap))
        bottom = y + size.height()
        if badge is None:
            return bottom
        if beside:
            return max(bottom, self._badge(badge, right - self._badge_width(badge), y))
        return self._badge(badge, left, bottom + 4)

    def _longest(self, name: str) -> float:
        """How wide its longest part is that is not to be broken."""
        return max(map(self._fonts.title_metrics.horizontalAdvance, _PARTS.findall(name)), default=0.0)

    def _badge(self, badge: Value, left: float, y: float) -> float:
        box = QRectF(left, y, self._badge_width(badge), self._fonts.small_metrics.height() + 4)
        words = box.adjusted(CHIP_ROOM, 0, -CHIP_ROOM - self._sign_width(badge), 0)
        self._page.cells.append(Cell(Part.BADGE, badge.text, box, words, "Role", badge))
        return box.bottom()

    def _badge_width(self, badge: Value) -> float:
        advance = self._fonts.small_advance(badge.text)
        return advance + 2 * CHIP_ROOM + self._sign_width(badge)

    def _row(self, row: Row, y: float) -> float:
        small, metrics = self._fonts.small_metrics, self._fonts.value_metrics
        left = self._left + PADDING
        drop = metrics.ascent() - small.ascent()
        advance = self._fonts.small_advance(row.label)
        wide = self._stacked or advance > self._label - _BESIDE
        room = min(advance + 1, self._right - PADDING - left) if wide else self._label
        label = QRectF(left, y + drop, room, small.height())
        self._page.cells.append(Cell(Part.LABEL, row.label, label, label, kind=row.kind))
        if wide or (row.chips and not self._fits(row, self._right - PADDING - left - self._label)):
            y = label.bottom() + 3
        else:
            left += self._label
        room = self._right - PADDING - left
        if not row.values:
            return self._value(row, row.empty, left, room, y, Part.MISSING)
        if row.chips:
            return self._chips(row, left, room, y)
        for value in row.values:
            y = self._value(row, value, left, room, y) + 2
        return y - 2

    def _value(
        self, row: Row, value: Value, left: float, room: float, y: float, part: Part = Part.VALUE
    ) -> float:
        code = self._after(value)
        size, wrap = self._fonts.wrapped(value.text, room - code)
        words = QRectF(left, y, min(size.width() + 1, room - code), size.height())
        box = _roomy(words.adjusted(0, 0, code, 0))
        self._page.cells.append(Cell(part, value.text, box, words, row.label, value, row.kind, wrap))
        return y + size.height()

    def _chips(self, row: Row, left: float, room: float, y: float) -> float:
        metrics = self._fonts.value_metrics
        x, height, first = left, metrics.height() + 3, True
        for value in row.values:
            code = self._after(value)
            wide = metrics.horizontalAdvance(value.text) + 2 * CHIP_ROOM + code
            if not first and x + wide > left + room:
                x, y = left, y + height + 4
            tall, wrap = height, BY_WORDS
            if wide > room:
                size, wrap = self._fonts.wrapped(value.text, room - 2 * CHIP_ROOM - code)
                wide, tall = room, size.height() + 3
            box = QRectF(x, y, wide, tall)
            words = QRectF(x + CHIP_ROOM, y + 1.5, wide - 2 * CHIP_ROOM - code + 1, tall - 3)
            self._page.cells.append(Cell(Part.CHIP, value.text, box, words, row.label, value, row.kind, wrap))
            if tall > height:
                x, y, first = left, y + tall - height, False
                x = left + room  # nothing stands beside a chip of several lines
            else:
                x += wide + 5
            first = False
        return y + height

    def _fits(self, row: Row, room: float) -> bool:
        """Whether chips stand in one line beside their label."""
        advance = self._fonts.value_metrics.horizontalAdvance
        wide = (advance(v.text) + 2 * CHIP_ROOM + self._after(v) + 5 for v in row.values)
        return sum(wide) - 5 <= room

    def _after(self, value: Value) -> float:
        """The room for what stands behind the words: a code, and a sign of who says so."""
        code = self._fonts.small_advance(value.code) + CODE_ROOM + 8 if value.code else 0.0
        return code + self._sign_width(value)

    def _sign_width(self, value: Value) -> float:
        return 0.0 if value.state is FactState.MACHINE else SIGN + CODE_ROOM


def _roomy(words: QRectF) -> QRectF:
    return words.adjusted(-4, -1, 4, 1)


def _near(label: QRectF) -> QRectF:
    return label.adjusted(-4, -3, 0, 3)  # small letters are hard to hit


def cell_at(cells: Iterable[Cell], x: float, y: float) -> Cell | None:
    """The live cell at a point; a label stands for the first of its values."""
    labelled = False
    for cell in cells:
        if cell.live and (labelled or cell.box.contains(x, y)):
            return cell
        labelled = labelled or (cell.part is Part.LABEL and _near(cell.box).contains(x, y))
        if labelled and cell.part is not Part.LABEL:  # of a value that is no fact
            return None
    return None
