"""The bar above a drawing: what it is of, its choices, the zoom, the switch to text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.across.drawings import legend
from gui.across.drawings.drawing import Choice, Drawing, Look, Option
from gui.eliding import Elided
from gui.reader.flow import FlowLayout
from gui.theme import Theme

MARGIN = 24
ROOMY = 480
"""From so many pixels on the buttons stand beside the title."""


class DrawingBar(QWidget):
    """What stands above a drawing.

    Signals:
        chosen: a ``Link`` that takes the place of this drawing.
        zoom_asked: nearer (1), away (-1), all (0).
        as_text_asked: the drawing is to be shown as text, or drawn again.
    """

    chosen = Signal(object)
    zoom_asked = Signal(int)
    as_text_asked = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = Elided(self)
        self.title.setProperty("tone", "title")
        self.subtitle = Elided(self)
        self.subtitle.setProperty("tone", "muted")
        self.choices = QWidget(self)
        self._choices_box = FlowLayout(self.choices, 12, 2)
        self.as_text = QToolButton(self)
        self.as_text.setText("As text")
        self.as_text.setCheckable(True)
        self.as_text.setToolTip("Show the same as a page of text, or draw it again")
        self.as_text.toggled.connect(self.as_text_asked)
        self.zoom: dict[int, QToolButton] = {}
        self.tools = QWidget(self)
        tools = QHBoxLayout(self.tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(2)
        told = ((-1, "−", "Away (Ctrl+−)"), (0, "Fit", "All of it (Ctrl+0)"), (1, "+", "Nearer (Ctrl++)"))
        for by, text, tip in told:
            button = self.zoom[by] = QToolButton(self)
            button.setText(text)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setMinimumWidth(28)
            button.clicked.connect(lambda _=False, by=by: self.zoom_asked.emit(by))
            tools.addWidget(button)
        tools.addSpacing(6)
        tools.addWidget(self.as_text)
        self._top, self._bottom = QHBoxLayout(), QHBoxLayout()
        self._top.addWidget(self.title, 1)
        self._top.addWidget(self.tools)
        self._bottom.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(MARGIN, 14, MARGIN, 6)
        box.setSpacing(2)
        box.addLayout(self._top)
        box.addWidget(self.subtitle)
        box.addSpacing(4)
        box.addWidget(self.choices)
        box.addLayout(self._bottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside the title there is room for the buttons, or they stand below."""
        super().resizeEvent(event)
        row = self._top if event.size().width() >= ROOMY else self._bottom
        if row.indexOf(self.tools) < 0:
            row.addWidget(self.tools)

    def show_drawing(self, drawing: Drawing) -> None:
        """Tell what is drawn, and offer its choices."""
        self.title.setText(drawing.page.title)
        self.subtitle.setText(drawing.page.subtitle)
        focused = self.focusWidget()
        had = focused.objectName() if focused is not None and self.choices.isAncestorOf(focused) else ""
        while (item := self._choices_box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, choice in enumerate(drawing.choices):
            self._add(choice, number)
        again = self.choices.findChildren(QToolButton, had) if had else []
        if again:
            again[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_as_text(self, on: bool) -> None:
        """Show whether it is shown as text, which has a title of its own."""
        self.as_text.setChecked(on)
        self.title.setVisible(not on)
        self.subtitle.setVisible(not on)
        self._top.setAlignment(self.tools, Qt.AlignmentFlag.AlignRight)
        for button in self.zoom.values():
            button.setEnabled(not on)

    def set_zoom(self, zoom: float, most: float) -> None:
        """Show which way can be gone."""
        drawn = not self.as_text.isChecked()
        self.zoom[-1].setEnabled(drawn and zoom > 1.001)
        self.zoom[0].setEnabled(drawn and zoom > 1.001)
        self.zoom[1].setEnabled(drawn and zoom < most * 0.999)

    def _add(self, choice: Choice, number: int) -> None:
        together = QWidget(self.choices)  # which a narrow window does not tear apart
        row = QHBoxLayout(together)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        if choice.shows_label:
            label = QLabel(choice.label, together)
            label.setProperty("tone", "muted")
            row.addWidget(label)
        group = QButtonGroup(together)
        group.setExclusive(False)
        for place, option in enumerate(choice.options):
            button = self._button(choice, option, together)
            button.setObjectName(f"choice {number} {place}")
            group.addButton(button)
            row.addWidget(button)
        self._choices_box.addWidget(together)
        together.show()

    def _button(self, choice: Choice, option: Option, around: QWidget) -> QToolButton:
        button = QToolButton(around)
        button.setText(option.text)
        button.setAccessibleName(f"{choice.label}: {option.tip or option.text}")
        button.setToolTip(option.tip)
        if option.on:
            button.setCheckable(True)
            button.setChecked(True)
        button.setEnabled(option.link is not None)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self._chose(button, option))
        return button

    def _chose(self, button: QToolButton, option: Option) -> None:
        if option.on:
            button.setChecked(True)
        elif option.link is not None:
            self.chosen.emit(option.link)


class DrawingFoot(QWidget):
    """Below a drawing: the legend, and in a line what is pointed at."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.legend = Legend(theme, self)
        self.line = Elided(self)
        self.line.setAccessibleName("What is pointed at")
        box = QVBoxLayout(self)
        box.setContentsMargins(MARGIN, 4, MARGIN, 8)
        box.setSpacing(2)
        box.addWidget(self.legend)
        box.addWidget(self.line)

    def tell(self, words: str) -> None:
        """Tell what is pointed at."""
        self.line.setText(words)


class Legend(QWidget):
    """What the signs of a drawing say, in as many lines as it takes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawing: Drawing | None = None
        self._points = self.font().pointSizeF()
        theme.changed.connect(self.update)

    def show_drawing(self, drawing: Drawing | None) -> None:
        """Explain the signs of a drawing."""
        self._drawing = drawing
        said = ", ".join(words for _, words in drawing.legend) if drawing is not None else ""
        self.setAccessibleName(f"Signs: {said}" if said else "")
        self.setVisible(bool(said))
        self._fit()

    def set_text_size(self, points: float) -> None:
        """Write in that size."""
        self._points = points
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._drawing is not None:
            self.setFixedHeight(round(legend.height_of(self._drawing, self.width(), self._look())))
            self.update()

    def _look(self) -> Look:
        return Look(self._theme.colour, self.font(), self._points)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawing is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            legend.paint(self._drawing, painter, self.width(), self._look())
            painter.end()
