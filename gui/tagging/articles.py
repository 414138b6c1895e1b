"""Tags of whole articles: which of them the selected articles carry, added and taken away at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.notes.wording import shortened, tags_of
from gui.tagging.colours import TagColours
from gui.tagging.everywhere import dot
from gui.theme import Theme
from store.folding import fold
from store.model import KnownTag

_NAME, _BEFORE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_OFF, _SOME, _ON = Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked

Wanted = Callable[[list[str], list[str]], object]


class TagArticlesDialog(QDialog):
    """A field that finds or makes a tag, and all tags with a tick: on all articles, on some, on none."""

    def __init__(
        self,
        theme: Theme,
        colours: TagColours,
        heading: str,
        count: int,
        wanted: Wanted,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme, self._colours, self._count, self._wanted = theme, colours, count, wanted
        self.setWindowTitle("Tag the article" if count == 1 else f"Tag {count:,} articles")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        about = QLabel(shortened(heading, 90) if count == 1 else f"{count:,} articles are selected.", self)
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWordWrap(True)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText("Find a tag, or type a new one")
        self.line.setAccessibleName("Find a tag, or type a new one; Enter puts it on, Enter again is done")
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._narrow)
        self.list = QListWidget(self)
        self.list.ensurePolished()  # or its first rows are laid out without their padding
        self.list.setAccessibleName("Tags, the most used first")
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(QSize(16, 16))
        self.told = QLabel(self)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        for button in buttons.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined]
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        for widget in (about, self.line, self.list, self.told, buttons):
            box.addWidget(widget)
        self.resize(QSize(380, 440))
        self.line.setFocus()
        self._tell()

    def show_tags(self, known: Sequence[KnownTag], carried: dict[str, int]) -> None:
        """These are all tags, and those that some of the articles carry."""
        folded = {name.casefold(): many for name, many in carried.items()}
        for tag in sorted(known, key=lambda one: one.name.casefold() not in folded):
            many = folded.get(tag.name.casefold(), 0)
            self._add(tag.name, _ON if many >= self._count else _SOME if many else _OFF)
        self._narrow()

    @property
    def added(self) -> list[str]:
        """The tags that all of the articles are to carry, and do not yet."""
        return [i.data(_NAME) for i in self._items() if i.checkState() == _ON and i.data(_BEFORE) != _ON]

    @property
    def removed(self) -> list[str]:
        """The tags that none of them is to carry."""
        return [i.data(_NAME) for i in self._items() if i.checkState() == _OFF and i.data(_BEFORE) != _OFF]

    def item(self, name: str) -> QListWidgetItem | None:
        """The line of a tag."""
        return next((one for one in self._items() if fold(one.data(_NAME)) == fold(name)), None)

    def accept(self) -> None:
        """Also what stands in the field is put on."""
        self._put()
        if self.added or self.removed:
            self._wanted(self.added, self.removed)
        super().accept()

    # -- inside

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(place) for place in range(self.list.count())]

    def _add(self, name: str, state: Qt.CheckState, before: Qt.CheckState | None = None) -> QListWidgetItem:
        item = QListWidgetItem(dot(self._theme, self._colours.of(name)), name)
        item.setData(_NAME, name)
        item.setData(_BEFORE, state if before is None else before)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        item.setFlags(flags)
        item.setCheckState(state)
        self.list.addItem(item)
        return item

    def _put(self) -> None:
        """Tick what stands in the field; what there is not is made."""
        for name in tags_of(self.line.text()):
            item = self.item(name) or self._add(name, _ON, _OFF)
            item.setCheckState(_ON)
            self.list.setCurrentItem(item)
        self.line.clear()

    def _narrow(self) -> None:
        sought = fold(self.line.text().rpartition(",")[2].strip())
        for item in self._items():
            item.setHidden(bool(sought) and sought not in fold(item.data(_NAME)))
        self._tell()

    def _tell(self) -> None:
        typed = [name for name in tags_of(self.line.text()) if self.item(name) is None]
        if typed:
            names = ", ".join(f"“{shortened(name, 40)}”" for name in typed[:4])
            more = f" and {len(typed) - 4} more" if len(typed) > 4 else ""
            self.told.setText(f"Enter makes the new tag{'s' if len(typed) > 1 else ''} {names}{more}.")
        elif not self.list.count():
            self.told.setText("There are no tags yet: type the first one.")
        else:
            self.told.setText("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter puts on what was typed, or is done; Down goes to the list."""
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.line.text().strip():
                self._put()
                return True
            if event.key() == Qt.Key.Key_Down:
                visible = [item for item in self._items() if not item.isHidden()]
                if visible:
                    self.list.setFocus(Qt.FocusReason.TabFocusReason)
                    self.list.setCurrentItem(visible[0])
                return True
        return super().eventFilter(watched, event)
