"""The list of notes: cards as high as their text, measured as they come into view, with editors in place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QItemSelection, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from gui.notes import markdown
from gui.notes.editor import NoteEditor
from gui.notes.face import BUTTONS, NoteFace, State
from gui.notes.model import ENTRY, Index, NotesModel, look_told
from gui.notes.sieve import Entry
from gui.tagging.colours import TagColours
from gui.theme import Theme
from gui.viewports import is_hovered
from store.model import Annotation

SIDE, BETWEEN = 12, 4  # room beside a card, and above and below it
_LIKELY = 96  # the height of a card that was not measured yet
_ROUNDS = 6


class NotesView(QTableView):
    """Shows ``NotesModel``.

    Signals:
        went: to the words of a note. edit_asked: a note, or its tags (True). delete_asked: notes.
        copy_asked: the selected notes.
        menu_asked: for the selected notes, at that place of the screen. link_asked: an address in a note.
        room_wanted: so much more height, for what is being written.
    """

    went = Signal(object)
    edit_asked = Signal(object, bool)
    delete_asked = Signal(list)
    copy_asked = Signal()
    menu_asked = Signal(QPoint)
    link_asked = Signal(str)
    room_wanted = Signal(int)

    def __init__(self, theme: Theme, model: NotesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._notes = theme, model
        self.face = NoteFace(theme, self.font())
        self._editors: dict[int, NoteEditor] = {}
        self._fitting = False
        self._pressed: tuple[int, bool] = (-1, False)  # row, and whether it was chosen before
        self.setModel(model)
        self.setItemDelegate(_Cards(self))
        self.setAccessibleName("List of notes")
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(40)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(20)
        self.verticalHeader().setDefaultSectionSize(_LIKELY)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalScrollBar().setSingleStep(_LIKELY // 3)
        model.dataChanged.connect(lambda *_: self.fit())
        theme.changed.connect(self._recolour)

    def use_colours(self, colours: TagColours) -> None:
        """Show tags, and what is tagged, in these colours."""
        self.face.colours = colours
        colours.changed.connect(self.viewport().update)

    # -- what is chosen

    @property
    def chosen(self) -> list[Annotation]:
        """The selected notes, top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        found = (self._notes.entry(row) for row in rows)
        return [one.annotation for one in found if one is not None]

    @property
    def current(self) -> Annotation | None:
        """The note with the keyboard."""
        one = self._notes.entry(self.currentIndex().row())
        return one.annotation if one is not None else None

    def choose(self, row: int) -> None:
        """Select a note and bring it into view."""
        index = self._notes.index(row, 0)
        self.setCurrentIndex(index)
        self.bring(row)

    def reselect(self, current: int | None, chosen: Iterable[int]) -> None:
        """Choose again, by their numbers, what is still listed."""
        chooser = self.selectionModel()
        row = self._notes.row_of(current) if current is not None else None
        if row is not None:
            chooser.setCurrentIndex(self._notes.index(row, 0), chooser.SelectionFlag.NoUpdate)
        for number in chosen:
            row = self._notes.row_of(number)
            if row is not None:
                chooser.select(self._notes.index(row, 0), chooser.SelectionFlag.Select)

    def bring(self, row: int) -> None:
        """Scroll so that a note is in view."""
        for _ in range(3):  # what comes into view may be higher than it was thought to be
            self.updateGeometries()
            self.scrollTo(self._notes.index(row, 0))
            self.fit()

    def anchor(self) -> tuple[int, int] | None:
        """The first note in view, and how far down it is, to come back to."""
        one = self._notes.entry(self.rowAt(BETWEEN + 1))
        if one is None:
            return None
        row = self._notes.row_of(one.annotation.id)
        return one.annotation.id, self.rowViewportPosition(row) if row is not None else 0

    def come_back(self, anchor: tuple[int, int] | None) -> None:
        """Scroll to where the note was."""
        row = self._notes.row_of(anchor[0]) if anchor is not None else None
        self.fit()
        if anchor is None or row is None:
            return
        self.updateGeometries()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.rowViewportPosition(row) - anchor[1])
        self.fit()

    # -- editors

    def set_editor(self, annotation_id: int, editor: NoteEditor | None) -> None:
        """Show an editor in a card, or no longer."""
        if editor is None:
            self._editors.pop(annotation_id, None)
        else:
            editor.setParent(self.viewport())
            self._editors[annotation_id] = editor
            editor.show()
        self.fit()
        self.viewport().update()

    def holds(self, annotation_id: int) -> bool:
        """Whether a note is in the list."""
        return self._notes.row_of(annotation_id) is not None

    def is_edited(self, annotation_id: int) -> bool:
        """Whether there is an editor in the card of a note."""
        return annotation_id in self._editors

    # -- measuring

    def card_box(self, row: int) -> QRect:
        """The rectangle of a card in the viewport."""
        return self.visualRect(self._notes.index(row, 0)).adjusted(SIDE, BETWEEN, -SIDE, -BETWEEN)

    def fit(self) -> None:
        """Give the cards in view the height of their text, and the editors their places."""
        if self._fitting:
            return
        missing = max((want - self.viewport().height() for _, want in self._writing()), default=0)
        if missing > 0:
            self.room_wanted.emit(missing)
        self._fitting = True
        self._tell_room()
        bar = self.verticalScrollBar()
        for _ in range(_ROUNDS):
            moved = changed = False
            for row in self._rows_in_view():
                height, old = self._height(row), self.rowHeight(row)
                if height == old:
                    continue
                hidden = self.rowViewportPosition(row) < 0
                self.setRowHeight(row, height)
                changed = True
                if hidden and height > 0:  # what is in view below it stays where it is
                    self.updateGeometries()
                    bar.setValue(bar.value() + height - old)
                    moved = True
                    break
            if not changed:
                break
            if not moved:
                self.updateGeometries()
        for number, editor in self._editors.items():
            self._place_editor(number, editor)
        self._fitting = False

    def _tell_room(self) -> None:
        """The editors are to be seen whole, with the words that are written on."""
        for editor, want in self._writing():
            editor.set_room(self.viewport().height() - want + editor.wanted)

    def _writing(self) -> list[tuple[NoteEditor, int]]:
        """The editors, and how high their cards would be with all that is written."""
        width = self.columnWidth(0) - 2 * SIDE
        found = []
        for number, editor in self._editors.items():
            row = self._notes.row_of(number)
            one = self._notes.entry(row) if row is not None else None
            if one is not None:
                head = round(self.face.places(one, width, True).height)
                found.append((editor, head + editor.wanted + 2 * BETWEEN))
        return found

    def _rows_in_view(self) -> Iterable[int]:
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        if first < 0:
            return ()
        return range(first, (last if last >= 0 else self._notes.rowCount() - 1) + 1)

    def _height(self, row: int) -> int:
        one = self._notes.entry(row)
        assert one is not None
        editor = self._editors.get(one.annotation.id)
        width = self.columnWidth(0) - 2 * SIDE
        height = round(self.face.places(one, width, editor is not None).height) + 2 * BETWEEN
        return height + (editor.sizeHint().height() if editor is not None else 0)

    def _place_editor(self, number: int, editor: QWidget) -> None:
        row = self._notes.row_of(number)
        one = self._notes.entry(row) if row is not None else None
        if row is None or one is None:
            editor.hide()
            return
        card = self.card_box(row)
        top = card.top() + round(self.face.places(one, card.width(), True).height)
        editor.setGeometry(card.left() + 1, top, card.width() - 2, max(card.bottom() - top, 20))
        editor.show()

    # -- events

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "face"):
            self.face.set_font(self.font())
            self.fit()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the words, F2 edits, Del deletes; arrows go on."""
        key, current = event.key(), self.current
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not event.modifiers():
            if current is not None:
                self.went.emit(current)
        elif key == Qt.Key.Key_F2:
            if current is not None:
                self.edit_asked.emit(current, False)
        elif key == Qt.Key.Key_Delete and not event.modifiers():
            if self.chosen:
                self.delete_asked.emit(self.chosen)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # no note begins with its letter
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what was pressed."""
        index = self.indexAt(event.position().toPoint())
        self._pressed = index.row(), index.isValid() and self.selectionModel().isSelected(index)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click goes to the words; on a button, a link, the tags or the note of a chosen card, to those."""
        super().mouseReleaseEvent(event)
        row, before = self._pressed
        point = event.position().toPoint()
        one = self._notes.entry(self.indexAt(point).row())
        if (
            one is None
            or row != self.indexAt(point).row()
            or event.button() is not Qt.MouseButton.LeftButton
            or event.modifiers()
            or not self.card_box(row).contains(point)
        ):
            return
        link, part = self._link_at(point), self._part_at(point)
        if link:
            self.link_asked.emit(link)
        elif part == "trash":
            self.delete_asked.emit([one.annotation])
        elif part == "tags":
            self.edit_asked.emit(one.annotation, True)
        elif part == "pencil" or (part == "note" and (before or not one.annotation.note)):
            self.edit_asked.emit(one.annotation, False)
        else:
            self.went.emit(one.annotation)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Over a note that would be edited one writes."""
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        one = self._notes.entry(index.row())
        shape = Qt.CursorShape.ArrowCursor
        if one is not None and self.card_box(index.row()).contains(point):
            writes = not one.annotation.note or self.selectionModel().isSelected(index)
            on_note = self._part_at(point) == "note" and writes and not self._link_at(point)
            shape = Qt.CursorShape.IBeamCursor if on_note else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """For what is selected; by the keyboard, at the note that has it."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            corner = self.card_box(self.currentIndex().row()).topLeft() + QPoint(30, 20)
            self.menu_asked.emit(self.viewport().mapToGlobal(corner))
        elif self.indexAt(self.viewport().mapFromGlobal(event.globalPos())).isValid():
            self.menu_asked.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what is under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            one = self._notes.entry(self.indexAt(event.pos()).row())
            link = self._link_at(event.pos()) if one is not None else ""
            told = link or BUTTONS.get(self._part_at(event.pos()), "")
            if one is not None:
                QToolTip.showText(event.globalPos(), told or self._look_told(one.annotation), self.viewport())
            return True
        return super().viewportEvent(event)

    # -- inside

    def _look_told(self, note: Annotation) -> str:
        return look_told(replace(note, colour=self.face.colours.of_note(note)))

    def _part_at(self, point: QPoint) -> str:
        found = self._under(point)
        return self.face.part_at(*found) if found is not None else ""

    def _link_at(self, point: QPoint) -> str:
        found = self._under(point)
        return self.face.link_at(*found) if found is not None else ""

    def _under(self, point: QPoint) -> tuple[Entry, int, bool, QPointF] | None:
        row = self.rowAt(point.y())
        one = self._notes.entry(row)
        if one is None:
            return None
        card = self.card_box(row)
        return one, card.width(), self.is_edited(one.annotation.id), QPointF(point - card.topLeft())

    def _recolour(self) -> None:
        markdown.forget()
        self.viewport().update()


class _Cards(QStyledItemDelegate):
    """Paints the cards of a view."""

    def __init__(self, view: NotesView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one = index.data(ENTRY)
        if one is None:
            return
        view = self._view
        current = view.hasFocus() and index.row() == view.currentIndex().row()
        hovered = is_hovered(view, option)
        chosen = view.selectionModel().isSelected(index)
        brief = view.is_edited(one.annotation.id)
        painter.save()
        painter.fillRect(option.rect, view.palette().window())  # over what the style paints as chosen
        card = QRectF(option.rect.adjusted(SIDE, BETWEEN, -SIDE, -BETWEEN))
        view.face.paint(painter, card, one, State(chosen, current, current or hovered, brief))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(240, self._view.rowHeight(index.row()))
