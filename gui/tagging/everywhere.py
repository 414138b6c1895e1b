"""All tags of the library: rename, merge, colour and delete them everywhere."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeySequence, QPainter, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.blank import Blank
from gui.buttons import push_button
from gui.operations.desk import Desk
from gui.operations.tags import TagOperations
from gui.reader.looks import COLOURS
from gui.theme import Theme
from gui.words import counted
from store.model import Changes, KnownTag

_TAG = Qt.ItemDataRole.UserRole


def dot(theme: Theme, colour: str, edge: int = 16) -> QIcon:
    """A dot of a tag's colour; a ring for none."""
    picture = QPixmap(edge * 2, edge * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour(f"highlight.{colour}.line" if colour else "border.strong"))
        painter.setBrush(theme.colour(f"highlight.{colour}") if colour else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(3, 3, edge - 6, edge - 6)
    return QIcon(picture)


def carriers(tag: KnownTag) -> str:
    """What carries a tag: "2 articles and 1 note"."""
    parts = [counted(tag.articles, "article")] if tag.articles else []
    parts += [counted(tag.notes, "note")] if tag.notes else []
    return " and ".join(parts)


def colour_menu(menu: QMenu, theme: Theme, operations: TagOperations, tag: KnownTag) -> None:
    """Fill a menu with the colours that a tag can have."""
    for colour in (*COLOURS, ""):
        entry = menu.addAction(dot(theme, colour), colour.capitalize() or "No colour")
        entry.setCheckable(True)
        entry.setChecked(colour == tag.colour)
        entry.triggered.connect(partial(operations.set_colour, tag.name, colour))


class RenameDialog(QDialog):
    """Asks for another name, and says beforehand when two tags would become one."""

    def __init__(self, tag: KnownTag, known: list[KnownTag], parent: QWidget) -> None:
        super().__init__(parent)
        self._tag, self._known = tag, {one.name.casefold(): one for one in known}
        self.setWindowTitle("Rename a tag")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.line = QLineEdit(tag.name, self)
        self.line.setAccessibleName("New name of the tag")
        self.line.selectAll()
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.told.setMinimumHeight(self.fontMetrics().height() * 2 + 6)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.go = buttons.addButton("&Rename", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        head = QLabel(f"“{tag.name}” is on {carriers(tag)}. Call it:", self)
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        box = QVBoxLayout(self)
        for widget in (head, self.line, self.told, buttons):
            box.addWidget(widget)
        self.line.textChanged.connect(self._tell)
        self.setMinimumWidth(380)
        self._tell()

    @property
    def name(self) -> str:
        """The new name."""
        return " ".join(self.line.text().replace(",", " ").split())

    @property
    def other(self) -> KnownTag | None:
        """The tag of that name that there is already."""
        found = self._known.get(self.name.casefold())
        return found if found is not None and found.name != self._tag.name else None

    def _tell(self) -> None:
        other = self.other
        self.go.setText("&Merge" if other is not None else "&Rename")
        self.go.setEnabled(bool(self.name) and self.name != self._tag.name)
        if other is None:
            self.told.setText("The new name is put everywhere, also into saved searches.")
        else:
            self.told.setText(
                f"There is a tag “{other.name}” on {carriers(other)}: the two become one. Undo parts them."
            )


def ask_rename(operations: TagOperations, tag: KnownTag, known: list[KnownTag], parent: QWidget) -> None:
    """Rename a tag, or merge it into another one, as the person says."""
    dialog = RenameDialog(tag, known, parent)

    def renamed() -> None:
        other = dialog.other
        operations.rename(tag.name, other.name if other is not None else dialog.name, other is not None)

    dialog.accepted.connect(renamed)
    dialog.open()


class TagsDialog(QDialog):
    """The tags in use, those most used first. What is done here is undone like everything else."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self._operations = TagOperations(desk)
        self._tags: list[KnownTag] = []
        self.setWindowTitle("Tags")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(QSize(560, 420))
        self._build()
        desk.hub.changed.connect(self._changed)
        theme.changed.connect(self._show)
        self._read()

    def _build(self) -> None:
        self.line = QLineEdit(self)
        self.line.setPlaceholderText("Find a tag")
        self.line.setAccessibleName("Find a tag")
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._show)
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName("Tags, the most used first")
        self.tree.setHeaderLabels(["Tag", "Articles", "Notes"])
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
            self.tree.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
        self.tree.itemSelectionChanged.connect(self._switch)
        self.tree.itemDoubleClicked.connect(lambda *_: self.rename())
        self.blank = Blank(self.tree)
        self.rename_button = push_button("&Rename…", self, "Rename it everywhere, or merge it (F2)")
        self.rename_button.clicked.connect(self.rename)
        self.colour_button = push_button("&Colour", self, "Show it, and what is tagged with it, in a colour")
        self.colours = QMenu(self.colour_button)
        self.colours.aboutToShow.connect(self._fill_colours)
        self.colour_button.setMenu(self.colours)
        self.delete_button = push_button("&Delete", self, "Take it from all articles and notes (Del)")
        self.delete_button.clicked.connect(self.delete)
        for keys, do in (("F2", self.rename), ("Del", self.delete)):
            shortcut = QShortcut(QKeySequence(keys), self.tree)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(do)
        close = push_button("Close", self, "Close this window")
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        for button in (self.rename_button, self.colour_button, self.delete_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        box = QVBoxLayout(self)
        for widget in (self.line, self.tree):
            box.addWidget(widget)
        box.addLayout(buttons)

    @property
    def chosen(self) -> KnownTag | None:
        """The selected tag."""
        items = self.tree.selectedItems()
        tag: KnownTag | None = items[0].data(0, _TAG) if items else None
        return tag

    def choose(self, name: str) -> None:
        """Select a tag."""
        for place in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(place)
            if item is not None and item.text(0).casefold() == name.casefold():
                self.tree.setCurrentItem(item)

    def rename(self) -> None:
        """Ask for another name of the selected tag."""
        if self.chosen is not None:
            ask_rename(self._operations, self.chosen, self._tags, self)

    def delete(self) -> None:
        """Delete the selected tag everywhere."""
        tag = self.chosen
        if tag is not None:
            self._operations.delete(tag.name)
            self._desk.hub.done.emit(f"Tag “{tag.name}” deleted from {carriers(tag)}.")

    def _fill_colours(self) -> None:
        self.colours.clear()
        if self.chosen is not None:
            colour_menu(self.colours, self._theme, self._operations, self.chosen)

    def _read(self) -> None:
        self._desk.tasks.read(self._desk.library.tagging.known, self._take, key=("all tags", id(self)))

    def _take(self, tags: list[KnownTag]) -> None:
        self._tags = tags
        self._show()

    def _show(self) -> None:
        from store.folding import fold

        before, sought = self.chosen, fold(self.line.text().strip())
        self.tree.clear()
        for tag in self._tags:
            if sought not in fold(tag.name):
                continue
            item = QTreeWidgetItem([tag.name, f"{tag.articles:,}", f"{tag.notes:,}"])
            item.setIcon(0, dot(self._theme, tag.colour))
            item.setData(0, _TAG, tag)
            item.setToolTip(0, tag.name)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{tag.name}, on {carriers(tag)}")
            for column in (1, 2):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.tree.addTopLevelItem(item)
        self._say_if_nothing()
        if before is not None:
            self.choose(before.name)
        self._switch()

    def _say_if_nothing(self) -> None:
        if self.tree.topLevelItemCount():
            self.blank.clear()
        elif self._tags:
            none = f"No tag has “{self.line.text().strip()}” in its name."
            self.blank.say(none, "", "Show all tags", self.line.clear)
        else:
            said = "Tags mark words and articles to be found again. Ctrl+T tags words, Ctrl+Shift+A articles."
            self.blank.say("No tags yet", said)

    def _switch(self) -> None:
        for button in (self.rename_button, self.colour_button, self.delete_button):
            button.setEnabled(self.chosen is not None)

    def _changed(self, changes: Changes, _initiator: object) -> None:
        if changes.tags or changes.listing:
            self._read()
