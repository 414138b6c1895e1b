"""The page of the keys: every action, the keys it has, and how they are changed."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui import icons
from gui.keys import MOST, Keys
from gui.menus.every import ACTIONS, by_menu
from gui.menus.spec import ActionSpec
from gui.preferences.page import Page, note
from gui.shortcuts import narrow, told
from gui.speech import say
from gui.theme import Theme
from gui.trees import add_heading

NAME = Qt.ItemDataRole.UserRole
"""The name of an action, in its row."""


class KeysPage(Page):
    """All actions by menu; below them the keys of the chosen one."""

    name = "Keys"

    def __init__(self, keys: Keys, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.letters = QCheckBox("Single &letters as keys", self)
        self.letters.toggled.connect(keys.use_single_letters)
        self.seek = QLineEdit(self)
        self.seek.setPlaceholderText("Find an action or a key")
        self.seek.setAccessibleName("Find an action or a key")
        self.seek.setClearButtonEnabled(True)
        self.seek.textChanged.connect(self._find)
        self.table = _Table(self)
        self.editor = KeyEditor(keys, theme, self)
        self.box.addWidget(self.letters)
        self.box.addWidget(
            note(
                "J, K, S, M, /, ? and the like act wherever nothing is typed. "
                "Without them only keys with Ctrl or Alt and the F keys do.",
                self,
            )
        )
        self.box.addWidget(self.seek)
        self.box.addWidget(self.table, 1)
        self.box.addWidget(self.editor)
        self._items: dict[str, QTreeWidgetItem] = {}
        self._fill()
        self.table.currentItemChanged.connect(lambda item, _: self._choose(item))
        self.table.entered_on.connect(self.editor.recorder.setFocus)
        self.table.deleted_on.connect(self.editor.take_all_away)
        keys.changed.connect(self._show)
        self._show()
        self.table.setCurrentItem(self._items[ACTIONS[0].name])

    def set_back(self) -> None:
        """Give every action its first keys."""
        self._keys.set_all_back()
        self.editor.say("All keys are as they were at first.")

    def choose(self, name: str) -> None:
        """Show the keys of an action."""
        self.table.setCurrentItem(self._items[name])

    def _fill(self) -> None:
        for menu, specs in groupby(by_menu(ACTIONS), lambda spec: spec.menu.partition("/")[0]):
            head = add_heading(self.table, menu)
            for spec in specs:
                item = QTreeWidgetItem(head, [spec.full_text])
                item.setData(0, NAME, spec.name)
                item.setToolTip(0, spec.tip)
                self._items[spec.name] = item
        self.table.expandAll()

    def _show(self) -> None:
        self.letters.setChecked(self._keys.single_letters)
        muted = self.palette().placeholderText()
        for name, item in self._items.items():
            shown = self._keys.of(name)
            own = self._keys.is_own(name)
            item.setText(1, told(shown))
            item.setText(2, "yours" if own else "")
            item.setForeground(2, muted)
            said = f"{item.text(0)}, {told(shown) or 'no key'}{', yours' if own else ''}"
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, said)
        self.editor.show_keys()
        self._find(self.seek.text())

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        name = item.data(0, NAME) if item is not None else None
        if name:
            self.editor.show_action(next(spec for spec in ACTIONS if spec.name == name))

    def _find(self, words: str) -> None:
        narrow(self.table, words)


class KeyEditor(QFrame):
    """The keys of one action: each with a button that takes it away, and a field for one more."""

    def __init__(self, keys: Keys, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._keys, self._theme = keys, theme
        self._spec: ActionSpec | None = None
        self._title = QLabel(self)
        self._title.setProperty("tone", "strong")
        self._tip = note("", self)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        self.recorder = QKeySequenceEdit(self)
        self.recorder.setMaximumSequenceLength(1)
        self.recorder.setMaximumWidth(170)
        self.recorder.setAccessibleName("Press a new key")
        for line in self.recorder.findChildren(QLineEdit):
            line.setPlaceholderText("Press a new key")
            line.setAccessibleName("Press a new key")
        self.recorder.editingFinished.connect(self._recorded)
        self.back = QPushButton("&Set back", self)
        self.back.setAutoDefault(False)
        self.back.setToolTip("Give this action the keys it has at first")
        self.back.clicked.connect(self._set_back)
        self.message = QLabel(self)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setWordWrap(True)
        self.message.setMinimumHeight(self.message.fontMetrics().height())
        row = QHBoxLayout()
        row.addLayout(self._chips)
        row.addWidget(self.recorder)
        row.addStretch(1)
        row.addWidget(self.back)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 10)
        for part in (self._title, self._tip):
            box.addWidget(part)
        box.addLayout(row)
        box.addWidget(self.message)

    @property
    def chips(self) -> list[QToolButton]:
        """The buttons of the keys, one a key."""
        found = (self._chips.itemAt(place).widget() for place in range(self._chips.count()))  # type: ignore[union-attr]
        return [chip for chip in found if isinstance(chip, QToolButton)]

    def show_action(self, spec: ActionSpec) -> None:
        """Show the keys of an action."""
        self._spec = spec
        self._title.setText(spec.full_text)
        self._tip.setText(spec.tip)
        self.say("")
        self.show_keys()

    def show_keys(self) -> None:
        """Show the keys that the action has now."""
        spec = self._spec
        if spec is None:
            return
        for chip in self.chips:
            self._chips.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        chosen = self._keys.chosen(spec.name)
        for one in chosen:
            self._chips.addWidget(self._chip(spec, one))
        self.recorder.setEnabled(len(chosen) < MOST)
        self.back.setEnabled(self._keys.is_own(spec.name) or chosen != spec.shortcuts)

    def take_all_away(self) -> None:
        """Leave the action without keys."""
        if self._spec is not None:
            for one in self._keys.chosen(self._spec.name):
                self._keys.take_away(self._spec.name, one)

    def say(self, text: str, wrong: bool = False) -> None:
        """Say what was done, or why it was not."""
        self.message.setText(text)
        self.message.setProperty("tone", "danger" if wrong else "muted")
        self.message.style().polish(self.message)
        if text:
            say(self.message, text)

    def _chip(self, spec: ActionSpec, keys: str) -> QToolButton:
        chip = QToolButton(self)
        chip.setObjectName("key")
        chip.setText(told([keys]))
        chip.setIcon(icons.icon("clear", self._theme))
        chip.setIconSize(QSize(12, 12))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross comes after the key
        chip.setToolTip(f"Take {told([keys])} away")
        chip.setAccessibleName(f"Take {told([keys])} away from {spec.plain_text}")
        chip.clicked.connect(self._taker(spec.name, keys))
        return chip

    def _taker(self, name: str, keys: str) -> Callable[[], None]:
        def take() -> None:
            self.recorder.setFocus(Qt.FocusReason.OtherFocusReason)  # the button is about to go
            self._keys.take_away(name, keys)
            self.say(f"{told([keys])} is free now.")

        return take

    def _recorded(self) -> None:
        pressed = self.recorder.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        QTimer.singleShot(0, self.recorder, self.recorder.clear)
        if self._spec is None or not pressed:
            return
        refused = self._keys.add(self._spec.name, pressed)
        self.say(refused or f"{told([pressed])} does it from now on.", wrong=bool(refused))

    def _set_back(self) -> None:
        if self._spec is not None:
            lacking = self._keys.set_back(self._spec.name)
            self.say(lacking or "As it was at first.", wrong=bool(lacking))


class _Table(QTreeWidget):
    entered_on = Signal()
    deleted_on = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Actions and their keys")
        self.setHeaderLabels(["Action", "Keys", ""])
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.setMinimumHeight(84)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def sizeHint(self) -> QSize:
        """Low: it has what room the page leaves."""
        return QSize(256, self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the field for a new key, Del takes all keys away."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_on.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted_on.emit()
        else:
            super().keyPressEvent(event)
