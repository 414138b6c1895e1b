"""The settings on the screen: the pages on the left, the chosen one on the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping

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

    def __init__(
        self, pages: Mapping[str, Callable[[], Page]], memory: Memory, parent: QWidget | None = None
    ) -> None:
        """``pages``: by their names, how each is made; that is done when it is turned to first."""
        super().__init__(parent)
        self.setWindowTitle("Settings")
        self.setMinimumSize(760, 440)
        self.resize(860, 660)
        self.names, self._memory = list(pages), memory
        self._makers, self._made = dict(pages), dict[str, Page]()
        self.list = QListWidget(self)
        self.list.setObjectName("pages")
        self.list.setAccessibleName("Pages of the settings")
        self.list.addItems(self.names)
        self.list.setFixedWidth(160)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self._title = QLabel(self)
        self._title.setProperty("tone", "title")
        self._stack = QStackedWidget(self)
        for _ in pages:
            self._stack.addWidget(_room())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.back = buttons.addButton("", QDialogButtonBox.ButtonRole.ResetRole)
        self.back.clicked.connect(lambda: self.page.set_back())
        for button in buttons.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined]
        self._last = (self.back, buttons.button(QDialogButtonBox.StandardButton.Close))
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
        wanted = memory.text("settings_page")
        self.list.setCurrentRow(self.names.index(wanted) if wanted in self.names else 0)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self._page_at(max(self.list.currentRow(), 0))

    def open_page(self, name: str) -> Page:
        """Turn to the page of that name."""
        self.list.setCurrentRow(self.names.index(name))
        return self.page

    def _page_at(self, place: int) -> Page:
        name = self.names[place]
        if name not in self._made:
            page = self._made[name] = self._makers[name]()
            area = self._stack.widget(place)
            assert isinstance(area, QScrollArea)
            area.setWidget(page)
            for button in self._last:  # the keyboard comes to them after the page
                self.setTabOrder(self._last_reached(), button)
        return self._made[name]

    def _last_reached(self) -> QWidget:
        """What the keyboard comes to last."""
        found = self.previousInFocusChain()
        while found is not None and found.focusPolicy() == Qt.FocusPolicy.NoFocus:
            found = found.previousInFocusChain()
        return found or self.list

    def _turned(self, place: int) -> None:
        page = self._page_at(place)
        self._stack.setCurrentIndex(place)
        self._title.setText(page.name)
        self.back.setVisible(page.can_set_back)
        self.back.setText(f"Set “{page.name}” &back")
        self._memory.keep("settings_page", page.name)


def _room() -> QScrollArea:
    """Where a page will be."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
