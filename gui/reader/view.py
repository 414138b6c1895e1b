"""The text of one article, read only, every character as it came, with what lies on its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLine,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QWidget

from gui.reader.layers import Layers, Stretch
from gui.reader.looks import Look
from gui.reader.offsets import TextMap
from gui.reader.painting import Line, Painting, lines_in_view
from gui.reader.snapping import whole_words
from gui.theme import Theme
from gui.viewports import give_viewport
from store.model import Span

MEASURES = {"narrow": 58, "medium": 76, "wide": 104}
"""Characters to a line, by the names that the menu has for it."""

PLAIN_MEASURE = "medium"
_SERIFS = ("Noto Serif", "Source Serif 4", "Charter", "Georgia", "Cambria", "DejaVu Serif", "serif")
LINE_HEIGHT, EMPTY_LINE_HEIGHT = 150.0, 75.0  # percent
MOST_PARAGRAPHS = 4000  # beyond, empty lines are left as high as others
GUTTER = 20  # at the left of the text, for the signs of notes
_PLAIN = Look()
SMALLEST, LARGEST, PLAIN_SIZE = 8.0, 32.0, 12.5  # points


class ReaderView(QTextEdit):
    """Shows a text and paints layers on it. Positions are those of the document (UTF-16 units).

    Signals:
        clicked: a click that selected nothing, on the character at that position (-1: on none).
        hovered: the pointer came over the character at that position (-1: over none).
        selected: the selection settled (mouse released or key pressed).
        text_size_changed: the size of the text in points.
        looks_changed: the lines are longer or shorter now, or the letters others.
        laid_out: the document is higher or lower than it was.
        passed: the text was scrolled or laid out anew.
        column_changed: left edge and width of the column of text, in pixels.
        hinted: the pointer rests (a help event) on the character at that position, or on none (-1).
        context_menu_wanted: at that place of the screen.
    """

    clicked = Signal(int)
    hovered = Signal(int)
    selected = Signal()
    text_size_changed = Signal(float)
    looks_changed = Signal()
    laid_out = Signal()
    passed = Signal()
    column_changed = Signal(int, int)
    hinted = Signal(object, int)
    context_menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self._theme = theme
        self.map = TextMap("")
        self.marks = Painting(theme)  # marks, highlights and hits: what stays
        self.passing = Painting(theme)  # chosen words, the current hit: what comes and goes
        self._glow = Painting(theme)
        self._glow_strength = 0.0
        self._bright: Layers | None = None  # in focus mode: what is not dimmed
        self._signs: list[tuple[int, str]] = []  # position of a note's words, role of its colour
        self._measure, self._serif = PLAIN_MEASURE, False
        self._hover = -1
        self._pressed = QPoint()
        self.snaps = False  # whether words selected with the mouse are made whole; with Alt they are not
        # a document of its own from the start: the one that Qt makes is deleted by the first setDocument,
        # and must never be held from here
        self._own = self._document()
        self._use_document()
        self.setReadOnly(True)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName("Text of the article")
        self.verticalScrollBar().valueChanged.connect(self.passed)
        theme.changed.connect(self._write_again)
        self.set_text_size(PLAIN_SIZE)

    # -- text

    def show_text(self, text: str) -> None:
        """Show another text from its top, with nothing on it."""
        self.map = TextMap(text)
        self._hover = -1
        self._signs, self._bright = [], None
        for painting in (self.marks, self.passing, self._glow):
            painting.set_layers(Layers())
        self.setExtraSelections([])
        old, self._own = self._own, self._document()
        # a document of its own is filled before it has a layout: several times quicker than setPlainText
        with QSignalBlocker(self.verticalScrollBar()):
            self._use_document()
            self.verticalScrollBar().setValue(0)
        old.deleteLater()
        self.remeasure()

    def _use_document(self) -> None:
        self.setDocument(self._own)
        self._own.documentLayout().documentSizeChanged.connect(self.laid_out)  # it has none before

    def _document(self) -> QTextDocument:
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self.font())
        option = document.defaultTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(document)
        cursor.setBlockFormat(spacing)
        cursor.insertText(self.map.shown)
        _tighten_empty_lines(document)
        frame = QTextFrameFormat()
        frame.setTopMargin(4)
        frame.setBottomMargin(64)
        frame.setLeftMargin(GUTTER)
        frame.setRightMargin(8)
        document.rootFrame().setFrameFormat(frame)
        return document

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied is the article's own text, its line ends and spaces as they came."""
        data = QMimeData()
        span = self.selection()
        data.setText(self.map.quote(span) if span else "")
        return data

    # -- selection

    def selection(self) -> Span | None:
        """The selected words, in offsets of the article; None where nothing is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self.map.span(cursor.selectionStart(), cursor.selectionEnd())

    def select(self, span: Span | None) -> None:
        """Select words, or nothing."""
        cursor = self.textCursor()
        if span is None:
            cursor.clearSelection()
        else:
            start, end = self.map.positions(span)
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.selected.emit()

    # -- what lies on the words

    def set_marks(self, layers: Layers, signs: Iterable[tuple[int, str]] = ()) -> None:
        """What stays on the words, and the signs in the gutter: position and role of the colour."""
        self.marks.set_layers(layers)
        self._signs = list(signs)
        self.viewport().update()

    def set_passing(
        self, stretches: Iterable[Stretch], text_role: str = "", told: Stretch | None = None
    ) -> None:
        """What comes and goes; ``told`` is written in the colour of ``text_role``."""
        self.passing.set_layers(Layers(stretches))
        selections = []
        if told is not None:
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self._own)
            cursor.setPosition(told.start)
            cursor.setPosition(told.end, QTextCursor.MoveMode.KeepAnchor)
            selected = QTextCharFormat()
            selected.setForeground(self._theme.colour(text_role))
            selection.cursor, selection.format = cursor, selected
            selections.append(selection)
        self.setExtraSelections(selections)
        self.viewport().update()

    def set_glow(self, stretches: Sequence[Stretch], strength: float) -> None:
        """Let words glow, 0 (not) to 1."""
        if strength > 0 and list(self._glow.layers) != list(stretches):
            self._glow.set_layers(Layers(stretches))
        self._glow_strength = strength
        self.viewport().update()

    def set_bright(self, places: Iterable[tuple[int, int]] | None) -> None:
        """Dim all words but these, or none. Hits, chosen words and those that glow stay bright as well."""
        self._bright = None if places is None else Layers(Stretch(*place, _PLAIN) for place in places)
        self.viewport().update()

    @property
    def bright(self) -> tuple[tuple[int, int], ...] | None:
        """The stretches that are not dimmed; None where nothing is."""
        return None if self._bright is None else tuple((one.start, one.end) for one in self._bright)

    @property
    def glowing(self) -> tuple[tuple[int, int], ...]:
        """The stretches that glow at the moment."""
        return tuple((s.start, s.end) for s in self._glow.layers) if self._glow_strength > 0 else ()

    def remeasure(self) -> None:
        """Lines or colours are not what they were: measure again, and paint."""
        scale = self.font().pointSizeF() / 12
        for painting in (self.marks, self.passing, self._glow):
            painting.forget(scale)
        self._fit_measure()
        self.viewport().update()
        self.passed.emit()

    # -- places

    def position_at(self, point: QPoint) -> int:
        """The position of the character under a point of the viewport; -1 where there is none."""
        page = QPointF(point) + QPointF(0, self.verticalScrollBar().value())
        layout = self._own.documentLayout()
        at = layout.hitTest(page, Qt.HitTestAccuracy.ExactHit)
        if at < 0:
            return -1
        block = self._own.findBlock(at)
        line = block.layout().lineForTextPosition(at - block.position())
        if not line.isValid():
            return -1
        x = page.x() - layout.blockBoundingRect(block).left()
        natural = line.naturalTextRect()  # of a short line that is written from right to left, at the right
        if not natural.left() <= x <= natural.right():
            return -1
        return block.position() + int(line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter))

    def box_of(self, start: int, end: int) -> QRectF:
        """The rectangle of a stretch in viewport coordinates: that of its first line where it has several."""
        rectangle = QRectF(self._cursor_rect(start))
        if self._cursor_rect(end).top() == int(rectangle.top()):
            rectangle.setRight(float(self._cursor_rect(end).right()))
        else:
            rectangle.setRight(float(self.viewport().width()))
        return rectangle.normalized()  # words may run from right to left

    def caret_box(self, position: int, behind: bool = False) -> QRectF:
        """Where a caret stands at a position; ``behind``: after the character before it, on its line."""
        rectangle = QRectF(self._cursor_rect(position))
        if behind and position > 0:
            last = QRectF(self._cursor_rect(position - 1))
            if last.top() < rectangle.top():  # the next line begins here
                block = self._own.findBlock(position - 1)
                line = block.layout().lineForTextPosition(position - 1 - block.position())
                left = self._own.documentLayout().blockBoundingRect(block).left()
                rectangle = last
                natural = line.naturalTextRect()
                runs_left = block.textDirection() is Qt.LayoutDirection.RightToLeft
                rectangle.moveLeft(left + (natural.left() if runs_left else natural.right()))
        return rectangle

    def reveal(self, start: int, end: int) -> None:
        """Scroll so that a stretch is in view, in the upper middle unless it is in view already."""
        self._own.size()  # lays out all of it, so that the scroll bar knows the whole height
        top, bottom = self._cursor_rect(start).top(), self._cursor_rect(end).bottom()
        height = self.viewport().height()
        margin = min(40, height // 6)
        if top < margin or bottom > height - margin:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + top - height // 3)

    def scroll_to_share(self, share: float) -> None:
        """Bring what is at that share of the text's height (0 to 1) into the middle."""
        bar = self.verticalScrollBar()
        bar.setValue(round(share * self._own.size().height() - self.viewport().height() / 2))

    def _cursor_rect(self, position: int) -> QRect:
        cursor = QTextCursor(self._own)
        cursor.setPosition(min(position, self._own.characterCount() - 1))
        return self.cursorRect(cursor)

    # -- size and measure

    @property
    def text_size(self) -> float:
        """Size of the text in points."""
        return self.font().pointSizeF()

    def set_text_size(self, points: float) -> None:
        """Write the text larger or smaller."""
        font = self.font()
        font.setPointSizeF(min(max(points, SMALLEST), LARGEST))
        self._write(font)
        self.text_size_changed.emit(font.pointSizeF())

    def _write(self, font: QFont) -> None:
        self._letters = font
        self.setFont(font)
        self._own.setDefaultFont(font)
        self.remeasure()

    def _write_again(self) -> None:
        """Another theme: its style sheet has put back the font that the first one found."""
        self._write(self._letters)

    @property
    def serif(self) -> bool:
        """Whether the letters have serifs."""
        return self._serif

    def set_serif(self, serif: bool) -> None:
        """Write the text in letters with serifs, or without."""
        if serif == self._serif:
            return
        self._serif = serif
        font = self.font()
        font.setFamilies(_SERIFS if serif else QApplication.font().families())
        self._write(font)
        self.looks_changed.emit()

    @property
    def measure(self) -> str:
        """How long the lines are, as one of ``MEASURES``."""
        return self._measure

    def set_measure(self, name: str) -> None:
        """Let the lines be as long as that one of ``MEASURES`` says, where there is room for it."""
        if name != self._measure:
            self._measure = name
            self.remeasure()
            self.looks_changed.emit()

    def measure_width(self) -> int:
        """Width of the column of text in pixels, where there is room for it."""
        return round(QFontMetricsF(self.font()).averageCharWidth() * MEASURES[self._measure]) + GUTTER + 8

    def _fit_measure(self) -> None:
        bar = self.verticalScrollBar().sizeHint().width()
        spare = self.width() - bar - self.measure_width()
        left = max(4, spare // 2)
        margins = self.viewportMargins()
        if (margins.left(), margins.right()) != (left, max(4, spare - left)):
            self.setViewportMargins(left, 0, max(4, spare - left), 0)
        room = self.viewport().width()
        if self._own.textWidth() not in (-1, room):
            self._own.setTextWidth(room)  # a resize within a resize leaves a short text as wide as before
        self.column_changed.emit(left, min(self.measure_width(), self.width() - bar - 8))

    # -- events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grounds, then the text, then strokes."""
        scrolled = self.verticalScrollBar().value()
        top, bottom = event.rect().top() + scrolled, event.rect().bottom() + scrolled
        for painting in (self.marks, self.passing, self._glow):
            painting.use_ratio(self.devicePixelRatioF())
        lines = list(lines_in_view(self._own, top - 4, bottom + 4, self.map.both_ways))
        with self._painter() as painter:
            self.marks.under(painter, lines)
            self.passing.under(painter, lines)
            if self._glow_strength > 0:
                painter.setOpacity(self._glow_strength)
                self._glow.under(painter, lines)
        if self._bright is not None:
            self._paint_dimmed(event, lines, self._bright)
            return
        super().paintEvent(event)
        with self._painter() as painter:
            self._paint_strokes(painter, lines)

    def _paint_dimmed(self, event: QPaintEvent, lines: list[Line], bright: Layers) -> None:
        """Strokes beneath the text, so that they can be dimmed more than the words above them."""
        from gui.reader.veil import OVER, UNDER, veil  # not before somebody focuses

        scrolled = self.verticalScrollBar().value()
        area = QRectF(event.rect()).translated(0, scrolled)
        area.setLeft(max(area.left(), float(GUTTER - 6)))
        layers = [bright, self.passing.layers]
        if self._glow_strength > 0:
            layers.append(self._glow.layers)
        cursor = self.textCursor()
        if cursor.hasSelection():
            selected = Stretch(cursor.selectionStart(), cursor.selectionEnd(), _PLAIN)
            layers.append(Layers([selected]))
        dimmed = veil(area, lines, layers, self.font().pointSizeF() / 12)
        with self._painter() as painter:
            self._paint_strokes(painter, lines)
            painter.setOpacity(UNDER)
            painter.fillPath(dimmed, self._theme.colour("base"))
        super().paintEvent(event)
        with self._painter() as painter:
            painter.setOpacity(OVER[self._theme.name])
            painter.fillPath(dimmed, self._theme.colour("base"))

    @contextmanager
    def _painter(self) -> Iterator[QPainter]:
        """A painter to whom places are those of the text, however it is scrolled."""
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(0, -self.verticalScrollBar().value())
            yield painter

    def _paint_strokes(self, painter: QPainter, lines: list[Line]) -> None:
        self.marks.over(painter, lines)
        self.passing.over(painter, lines)
        self._paint_signs(painter, lines)

    def _paint_signs(self, painter: QPainter, lines: list[Line]) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for line in lines:
            roles = [role for at, role in self._signs if line.start <= at < max(line.end, line.start + 1)]
            each = list(dict.fromkeys(roles))
            apart = min(6.0, (GUTTER - 4.0) / max(len(each), 1))
            for number, role in enumerate(each):
                painter.setBrush(self._theme.colour(role))
                height = line.layout.ascent() + line.layout.descent()
                place = QRectF(3 + apart * number, line.origin.y() + line.layout.y(), apart * 2 / 3, height)
                painter.drawRoundedRect(place, 2, 2)

    def showEvent(self, event: QShowEvent) -> None:
        """Stay where the text was scrolled to: at first Qt scrolls to the cursor."""
        before = self.verticalScrollBar().value()
        super().showEvent(event)
        self.verticalScrollBar().setValue(before)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure."""
        super().resizeEvent(event)
        self.remeasure()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the font changes from outside."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "marks"):
            self.remeasure()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where, to tell a click from a selection."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click or of what was selected."""
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        moved = (event.position().toPoint() - self._pressed).manhattanLength()
        if moved < QApplication.startDragDistance() and not self.textCursor().hasSelection():
            self.clicked.emit(self.position_at(event.position().toPoint()))
        if self.snaps and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.setTextCursor(whole_words(self.textCursor()))
        self.selected.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what the pointer is over."""
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            at = self.position_at(event.position().toPoint())
            if at != self._hover:
                self._hover = at
                self.hovered.emit(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space pages; the rest is the text's own."""
        if event.key() == Qt.Key.Key_Space:
            bar = self.verticalScrollBar()
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            bar.setValue(bar.value() + (-1 if back else 1) * round(bar.pageStep() * 0.9))
            event.accept()
            return
        super().keyPressEvent(event)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.selected.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell where the pointer rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self.hinted.emit(event, self.position_at(event.pos()))
            return True
        if event.type() == QEvent.Type.Leave and self._hover != -1:
            self._hover = -1
            self.hovered.emit(-1)
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu is the pane's."""
        self.context_menu_wanted.emit(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel change the size of the text."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = event.angleDelta().y()
            if step:
                self.set_text_size(self.text_size + (0.5 if step > 0 else -0.5))
            event.accept()
            return
        super().wheelEvent(event)


def _tighten_empty_lines(document: QTextDocument) -> None:
    """Make lines with nothing on them lower: paragraphs stand apart, but not by a whole line."""
    if document.blockCount() > MOST_PARAGRAPHS:
        return
    low = QTextBlockFormat()
    low.setLineHeight(EMPTY_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    block = document.begin()
    while block.isValid():
        if block.length() == 1:
            QTextCursor(block).setBlockFormat(low)
        block = block.next()
