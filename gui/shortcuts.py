"""The shortcut sheet: every action with the keys it has now, by menu; to search, to copy and to print."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.actions import Actions
from gui.blank import Blank
from gui.menus.every import by_menu
from gui.menus.fixed import FIXED
from gui.trees import add_heading

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

TITLE = "Keyboard shortcuts"


class Line(NamedTuple):
    """One line of the sheet."""

    group: str  # its menu, or the pane where a key works
    action: str
    keys: str
    tip: str


def told(keys: Iterable[str]) -> str:
    """Keys as this system spells them: ``J  or  Alt+Down``."""
    native = QKeySequence.SequenceFormat.NativeText
    return "  or  ".join(QKeySequence(one).toString(native) for one in keys)


def lines(actions: Actions) -> list[Line]:
    """Every action by menu, then the keys of the panes."""
    specs = by_menu(spec for spec, _ in actions)
    made = [
        Line(spec.menu.partition("/")[0], spec.full_text, told(actions.keys_of(spec.name)), spec.tip)
        for spec in specs
    ]
    return made + [Line(where, does, told([keys]), does) for where, keys, does in FIXED]


def as_text(sheet: Iterable[Line]) -> str:
    """The sheet as lines with tabs; what has no keys is left out."""
    parts = []
    for group, kept in groupby((line for line in sheet if line.keys), lambda line: line.group):
        parts += [group, *(f"\t{line.action}\t{line.keys}" for line in kept), ""]
    return "\n".join(parts)


def as_html(sheet: Iterable[Line]) -> str:
    """The sheet as a page to print; what has no keys is left out."""
    parts = [f"<h2>{TITLE} of Communiqué</h2>"]
    for group, kept in groupby((line for line in sheet if line.keys), lambda line: line.group):
        rows = "".join(
            f'<tr><td width="70%">{escape(line.action)}</td><td><b>{escape(line.keys)}</b></td></tr>'
            for line in kept
        )
        parts.append(f'<h3>{escape(group)}</h3><table width="100%" cellpadding="3">{rows}</table>')
    return "".join(parts)


class ShortcutsDialog(QDialog):
    """The sheet on the screen. It follows when keys change; ``change`` opens the page that changes them."""

    def __init__(
        self, actions: Actions, parent: QWidget | None = None, change: Callable[[], None] | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.resize(600, 640)
        self._actions = actions
        self.seek = QLineEdit(self)
        self.seek.setPlaceholderText("Find an action or a key")
        self.seek.setAccessibleName("Find an action or a key")
        self.seek.setClearButtonEnabled(True)
        self.table = _table(self)
        self.blank = Blank(self.table)
        self.note = QLabel(self)
        self.note.setProperty("tone", "muted")
        self.note.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        if change is not None:
            buttons.addButton("Change &keys…", role).clicked.connect(change)
        buttons.addButton("&Copy", role).clicked.connect(self.copy)
        buttons.addButton("&Print…", role).clicked.connect(self._print)
        for button in buttons.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined]
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        for part in (self.seek, self.table, self.note, buttons):
            box.addWidget(part)
        self.seek.textChanged.connect(self._find)
        actions.rekeyed.connect(self.fill)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill()

    def fill(self) -> None:
        """List the keys as they are now."""
        self.table.clear()
        for group, kept in groupby(lines(self._actions), lambda line: line.group):
            head = add_heading(self.table, group)
            for line in kept:
                item = QTreeWidgetItem(head, [line.action, line.keys])
                item.setToolTip(0, line.tip)
                item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{line.action}, {line.keys or 'no key'}")
                item.setData(1, Qt.ItemDataRole.AccessibleTextRole, line.keys or "no key")
        self.table.expandAll()
        off = not self._actions.single_letters
        self.note.setText("Letters alone are switched off as keys: see Settings, Keys." if off else "")
        self.note.setVisible(off)
        self._find(self.seek.text())

    def shown(self) -> list[str]:
        """The actions that are listed now."""
        return [item.text(0) for head in _heads(self.table) for item in _below(head) if not item.isHidden()]

    def copy(self) -> None:
        """Copy the whole sheet, as text and as a page."""
        data = QMimeData()
        data.setText(as_text(lines(self._actions)))
        data.setHtml(as_html(lines(self._actions)))
        QGuiApplication.clipboard().setMimeData(data)

    def print_on(self, printer: QPrinter) -> None:
        """Print the whole sheet."""
        page = QTextDocument()
        page.setHtml(as_html(lines(self._actions)))
        page.print_(printer)

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        asked = QPrintDialog(printer, self)
        asked.setWindowTitle(f"Print: {TITLE}")
        if asked.exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    def _find(self, words: str) -> None:
        narrow(self.table, words)
        if self.shown():
            self.blank.clear()
        else:
            none = f"No action and no key is called “{words.strip()}”."
            self.blank.say(none, "Keys are written as Ctrl+F or F3.", "Show all", self.seek.clear)


def narrow(table: QTreeWidget, words: str) -> None:
    """Keep the lines of a table of groups that have all the words."""
    wanted = words.casefold().split()
    for head in _heads(table):
        below = _below(head)
        for item in below:
            text = f"{head.text(0)} {item.text(0)} {item.toolTip(0)} {item.text(1)}".casefold()
            item.setHidden(not all(word in text for word in wanted))
        head.setHidden(all(item.isHidden() for item in below))


def _heads(table: QTreeWidget) -> list[QTreeWidgetItem]:
    found = (table.topLevelItem(place) for place in range(table.topLevelItemCount()))
    return [head for head in found if head is not None]


def _below(head: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (head.child(place) for place in range(head.childCount()))
    return [item for item in found if item is not None]


def _table(parent: QWidget) -> QTreeWidget:
    table = QTreeWidget(parent)
    table.setAccessibleName("Actions and their keys")
    table.setHeaderLabels(["Action", "Keys"])
    table.setRootIsDecorated(False)
    table.setItemsExpandable(False)
    table.setIndentation(14)
    table.setUniformRowHeights(True)
    table.header().setStretchLastSection(False)
    table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    return table
