"""The page of how things look: theme, text of the article, order of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QComboBox, QDoubleSpinBox, QRadioButton, QWidget

from gui.articles import sorting
from gui.articles.orders import CHOSEN, ORDERS, action_name
from gui.preferences.everywhere import readers
from gui.preferences.page import Page, inset
from gui.reader.remembering import STILL
from gui.reader.view import LARGEST, MEASURES, PLAIN_MEASURE, PLAIN_SIZE, SMALLEST
from gui.theme import CHOICES, Choice

if TYPE_CHECKING:
    from gui.window import MainWindow

_THEMES = {"system": "As the &system", "light": "&Light", "dark": "&Dark"}
_MOTIONS = {"": "As the system has it", "false": "With motion", "true": "Without motion"}
_ORDERS = {order: told for order, told in ORDERS.items() if order != "relevance"}


class AppearancePage(Page):
    """What is chosen holds in all windows, at once."""

    name = "Appearance"

    def __init__(self, window: MainWindow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._showing = False
        self.add_group("Theme")
        self.themes = QButtonGroup(self)
        self._theme_buttons: dict[Choice, QRadioButton] = {}
        for choice in CHOICES:
            button = self._theme_buttons[choice] = QRadioButton(_THEMES[choice], self)
            self.themes.addButton(button)
            self.box.addWidget(button)
            button.toggled.connect(lambda on, to=choice: self._choose_theme(to) if on else None)
        self.add_group("Text of the article")
        self.text_size = inset(QDoubleSpinBox(self))
        self.text_size.setRange(SMALLEST, LARGEST)
        self.text_size.setDecimals(1)
        self.text_size.setSuffix(" pt")
        self.add_line(self.text_size, label="Si&ze")
        self.typeface = _choice({"sans": "Without serifs", "serif": "With serifs"}, self)
        self.add_line(self.typeface, label="T&ypeface")
        self.measure = _choice({name: name.capitalize() for name in MEASURES}, self)
        self.add_line(self.measure, label="Line &width")
        self.motion = _choice(_MOTIONS, self)
        self.motion.setToolTip("Whether words that you go to light up slowly")
        self.add_line(self.motion, label="&Motion")
        self.add_group("List of articles")
        self.order = _choice(_ORDERS, self)
        self.add_line(self.order, label="S&ort by")
        self.box.addStretch(1)
        self._listen()
        self._show()

    def set_back(self) -> None:
        """Theme of the system, the first size, no serifs, medium lines, newest first."""
        self._theme_buttons["system"].setChecked(True)
        self.text_size.setValue(PLAIN_SIZE)
        for field, value in (
            (self.typeface, "sans"),
            (self.measure, PLAIN_MEASURE),
            (self.motion, ""),
            (self.order, "date"),
        ):
            field.setCurrentIndex(field.findData(value))

    # -- inside

    def _listen(self) -> None:
        self.text_size.valueChanged.connect(self._resize)
        self.typeface.currentIndexChanged.connect(self._restyle)
        self.measure.currentIndexChanged.connect(self._restyle)
        self.motion.currentIndexChanged.connect(self._move)
        self.order.currentIndexChanged.connect(self._sort)
        view, actions = self._window.reading.reader.view, self._window.actions_
        view.text_size_changed.connect(self._show)
        view.looks_changed.connect(self._show)
        for name in (*(f"view.theme.{one}" for one in CHOICES), *map(action_name, CHOSEN)):
            actions[name].toggled.connect(self._show)
        self._window.model.loaded.connect(self._show)

    def _show(self, *_: object) -> None:
        """Show what holds, also when it was chosen elsewhere."""
        self._showing = True
        window, view = self._window, self._window.reading.reader.view
        actions = window.actions_
        chosen = next((one for one in CHOICES if actions[f"view.theme.{one}"].isChecked()), CHOICES[0])
        self._theme_buttons[chosen].setChecked(True)
        self.text_size.setValue(view.text_size)
        self.typeface.setCurrentIndex(self.typeface.findData("serif" if view.serif else "sans"))
        self.measure.setCurrentIndex(self.measure.findData(view.measure))
        self.motion.setCurrentIndex(max(0, self.motion.findData(window.memory.text("still"))))
        self.order.setCurrentIndex(self.order.findData(window.model.standing))
        self._showing = False

    def _choose_theme(self, choice: Choice) -> None:
        if not self._showing:
            self._window.session.choose_theme(choice)

    def _resize(self, size: float) -> None:
        if self._showing:
            return
        for reader in readers(self._window.session):
            reader.view.set_text_size(size)
        self._window.memory.keep("text_size", size)

    def _restyle(self, *_: object) -> None:
        if self._showing:
            return
        serif, measure = self.typeface.currentData() == "serif", self.measure.currentData()
        for reader in readers(self._window.session):
            reader.view.set_serif(serif)
            reader.view.set_measure(measure)
        self._window.memory.keep("serif", serif)
        self._window.memory.keep("measure", measure)

    def _move(self, *_: object) -> None:
        if self._showing:
            return
        chosen = self.motion.currentData()
        for reader in readers(self._window.session):
            reader.set_still(STILL.get(chosen))
        self._window.memory.keep("still", chosen)

    def _sort(self, *_: object) -> None:
        if self._showing:
            return
        order = self.order.currentData()
        for one in self._window.session.windows:
            sorting.sort_by(one, order)
        self._window.memory.keep("order", order)


def _choice(names: dict[str, str], parent: QWidget) -> QComboBox:
    made = QComboBox(parent)
    for key, text in names.items():
        made.addItem(text, key)
    return made
