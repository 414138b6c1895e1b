"""The settings on the screen: the pages on the left, the chosen one on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.preferences.page import Page
from gui.settings import Memory


class PreferencesDialog(QDialog):
    """Its pages; which one was open is remembered. There is nothing to confirm."""

    def __init__(self, pages: Sequence[Page], memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Settings")
        self.setMinimumSize(760, 440)
        self.resize(860, 660)
        self.pages, self._memory = list(pages), memory
        self.list = QListWidget(self)
        self.list.setObjectName("pages")
        self.list.setAccessibleName("Pages of the settings")
        self.list.addItems([page.name for page in self.pages])
        self.list.setFixedWidth(160)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self._title = QLabel(self)
        self._title.setProperty("tone", "title")
        self._stack = QStackedWidget(self)
        for page in self.pages:
            self._stack.addWidget(_scrolled(page))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.back = buttons.addButton("", QDialogButtonBox.ButtonRole.ResetRole)
        self.back.clicked.connect(lambda: self.page.set_back())
        for button in buttons.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined]
        buttons.rejected.connect(self.reject)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(12)
        for part in (self._title, self._stack, buttons):
            right.addWidget(part)
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 16, 16, 12)
        box.setSpacing(18)
        box.addWidget(self.list)
        box.addLayout(right, 1)
        self.list.currentRowChanged.connect(self._turned)
        names = [page.name for page in self.pages]
        wanted = memory.text("settings_page")
        self.list.setCurrentRow(names.index(wanted) if wanted in names else 0)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self.pages[max(self.list.currentRow(), 0)]

    def open_page(self, name: str) -> Page:
        """Turn to the page of that name."""
        self.list.setCurrentRow([page.name for page in self.pages].index(name))
        return self.page

    def _turned(self, place: int) -> None:
        page = self.pages[place]
        self._stack.setCurrentIndex(place)
        self._title.setText(page.name)
        self.back.setVisible(page.can_set_back)
        self.back.setText(f"Set “{page.name}” &back")
        self._memory.keep("settings_page", page.name)


def _scrolled(page: Page) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
