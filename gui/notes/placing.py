"""Puts notes that have lost their words on words again: on proposed ones, or on those that are selected."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPainter, QPalette, QShowEvent, QTextDocument
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui.buttons import push_button
from gui.notes.model import Index
from gui.notes.wording import shortened
from gui.operations.annotations import AnnotationOperations, named
from gui.quoting import around
from gui.reader.pane import ReaderPane
from gui.words import counted
from store.model import Annotation, Changes, OpenArticle, Proposed, Span

_AROUND = 60  # letters shown before and after the words
_QUOTED = 90
_APART = 8  # from the words
_LEAST = 360  # room beside the words that is enough
_SPAN, _HTML = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
Lost = list[tuple[Annotation, list[Proposed]]]


class PlacingDialog(QDialog):
    """The lost notes of the open article, one after the other, with the places where each may belong.

    It stays open beside the article, so that words can be selected there. What is placed can be undone.

    Signals:
        looked_at: words that are to be shown in the article.
    """

    looked_at = Signal(object)

    def __init__(
        self, in_use: Callable[[], ReaderPane], operations: AnnotationOperations, parent: QWidget
    ) -> None:
        """``in_use``: the reader in which words are selected."""
        super().__init__(parent)
        self._in_use, self._operations, self._window = in_use, operations, parent
        self._article: OpenArticle | None = None
        self._lost: Lost = []
        self._wanted = 0  # the note to begin with
        self.setWindowTitle("Notes without a place")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(QSize(520, 400))
        self._build()
        operations.desk.hub.changed.connect(self._changed)
        self.looked_at.connect(lambda span: in_use().flash([span]))

    def _build(self) -> None:
        self.which = QComboBox(self)
        self.which.setAccessibleName("Note without a place")
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.currentIndexChanged.connect(self._show_places)
        self.note = QLabel(self)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.ensurePolished()  # or its first rows are laid out without their padding
        self.list.setAccessibleName("Places where it may belong, the likeliest first")
        self.list.setItemDelegate(_Rich(self.list))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(lambda *_: self._look())
        self.list.itemActivated.connect(lambda _item: self.place_here())
        self.here = push_button("&Place here", self, "Put the note on the chosen place (Enter)")
        self.here.clicked.connect(self.place_here)
        self.selected = push_button(
            "Place on the &selected words", self, "Select words in the article, and put the note on them"
        )
        self.selected.clicked.connect(self.place_on_selected)
        close = push_button("Close", self, "Leave the others for later")
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addWidget(self.here)
        buttons.addWidget(self.selected)
        buttons.addStretch(1)
        buttons.addWidget(close)
        box = QVBoxLayout(self)
        for widget in (self.which, self.note, self.told, self.list):
            box.addWidget(widget)
        box.setStretchFactor(self.list, 1)
        box.addLayout(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """Come up before the filters and the list, where there is room: the words stay in view."""
        super().showEvent(event)
        if event.spontaneous():
            return
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)  # Enter places it
        window, words = (one.mapToGlobal(QPoint(0, 0)) for one in (self._window, self._in_use()))
        room = words.x() - window.x() - 2 * _APART
        if room >= _LEAST:
            self.resize(min(self.width(), room), self.height())
            self.move(words.x() - self.width() - _APART, words.y() + _APART)

    # -- what is shown

    @property
    def shown(self) -> Annotation | None:
        """The note to be placed."""
        place = self.which.currentIndex()
        return self._lost[place][0] if 0 <= place < len(self._lost) else None

    @property
    def places(self) -> list[Span]:
        """The proposed places, the likeliest first."""
        return [self.list.item(n).data(_SPAN) for n in range(self.list.count())]

    def show_article(self, article: OpenArticle | None, note: int = 0) -> None:
        """The lost notes of this article, beginning with a certain one."""
        self._article, self._wanted = article, note
        if article is None:
            self.close()
        else:
            self._read()

    def _read(self) -> None:
        article, desk = self._article, self._operations.desk
        if article is not None:
            number = article.row.id
            desk.tasks.read(
                lambda: desk.library.orphans.of_article(number), self._show, key=("lost notes", id(self))
            )

    def _show(self, lost: Lost) -> None:
        before = self._wanted or (self.shown.id if self.shown is not None else 0)
        had_some, self._wanted = bool(self._lost), 0
        self._lost = lost
        self.which.blockSignals(True)
        self.which.clear()
        for made, _ in lost:
            self.which.addItem(f"“{shortened(made.anchor.exact, _QUOTED)}”")
        place = next((n for n, (made, _) in enumerate(lost) if made.id == before), 0)
        self.which.setCurrentIndex(place if lost else -1)
        self.which.blockSignals(False)
        if had_some and not lost:
            self._operations.desk.hub.notice.emit("All notes of this article have a place again.")
            self.close()
            return
        self._show_places()

    def _show_places(self) -> None:
        self.list.clear()
        made, place = self.shown, self.which.currentIndex()
        self.note.setText(shortened(made.note, 300) if made is not None else "")
        self.note.setVisible(made is not None and bool(made.note))
        if made is None or self._article is None:
            self.told.setText("Every note of this article is on its words.")
            self._switch()
            return
        places = self._lost[place][1]
        text = self._article.article.text
        for one in places:
            item = QListWidgetItem()
            words = text[one.span.start : one.span.end]
            before, after = around(text, one.span, _AROUND)
            item.setData(_SPAN, one.span)
            item.setData(
                _HTML, f"{one.likeness} % &nbsp; {escape(before)}<b>{escape(words)}</b>{escape(after)}"
            )
            said = f"{one.likeness} percent alike: {before}{words}{after}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, " ".join(said.split()))
            self.list.addItem(item)
        several = f"{counted(len(self._lost), 'note')} of this article lost their words. "
        only = "The words of this note are gone, or could be several. "
        hint = (
            "This one may belong here, or to words that you select in the article:"
            if places
            else "Nothing is like this one: select the words in the article."
        )
        self.told.setText((several if len(self._lost) > 1 else only) + hint)
        if places:
            self.list.setCurrentRow(0)
        self._switch()

    def _look(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.looked_at.emit(item.data(_SPAN))
        self._switch()

    def _selection(self) -> Span | None:
        reader, article = self._in_use(), self._article
        span, opened = reader.selection, reader.opened
        if span is None or article is None or opened is None or opened.row.id != article.row.id:
            return None
        words = article.article.text[span.start : span.end]
        start = span.end - len(words.lstrip())
        return Span(start, start + len(words.strip())) if words.strip() else None

    def words_selected(self) -> None:
        """Other words are selected in the article, or none."""
        self._switch()

    def _switch(self) -> None:
        self.here.setEnabled(self.shown is not None and self.list.currentItem() is not None)
        self.selected.setEnabled(self.shown is not None and self._selection() is not None)

    def _changed(self, changes: Changes, _initiator: object) -> None:
        if self._article is not None and self._article.row.id in changes.articles:
            self._read()

    # -- what is done

    def place_here(self) -> None:
        """Put the note on the chosen place."""
        item = self.list.currentItem()
        if item is not None:
            self._place(item.data(_SPAN))

    def place_on_selected(self) -> None:
        """Put the note on the words that are selected in the article."""
        span = self._selection()
        if span is not None:
            self._place(span)

    def _place(self, span: Span) -> None:
        made, article = self.shown, self._article
        if made is not None and article is not None:
            quote = article.article.text[span.start : span.end]
            self._operations.move(made, span, quote, initiator=self)
            self._operations.desk.hub.notice.emit(named("The note was placed on", quote) + ".")


class _Rich(QStyledItemDelegate):
    """Paints a place with its words in bold, wrapped."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        document = self._document(option, index)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        palette: QPalette = option.palette
        painter.save()
        if chosen:
            painter.fillRect(option.rect, palette.highlight())
        painter.translate(option.rect.topLeft())
        context = QAbstractTextDocumentLayout.PaintContext()
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        ink: QColor = palette.color(role)
        context.palette.setColor(QPalette.ColorRole.Text, ink)
        painter.setClipRect(QRectF(0, 0, option.rect.width(), option.rect.height()))
        document.documentLayout().draw(painter, context)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, round(self._document(option, index).size().height()))

    def _document(self, option: QStyleOptionViewItem, index: Index) -> QTextDocument:
        document = QTextDocument()
        document.setDefaultFont(option.font)
        document.setDocumentMargin(6)
        document.setHtml(index.data(_HTML))
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListWidget) else option.rect.width()
        document.setTextWidth(max(width, 60))
        return document
