"""Small questions with one field, wide enough for what they ask."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QComboBox, QInputDialog, QLineEdit, QStyle, QWidget

_LEAST, _MOST = 380, 620
"""How wide a field is, in pixels of a screen of usual density."""


def a_name(parent: QWidget | None, title: str, label: str, proposed: str = "") -> str | None:
    """A text that the person types; None where it is not wanted."""
    dialog = _question(parent, title, label)
    dialog.setTextValue(proposed)
    return _answer(dialog, QLineEdit, proposed)


def one_of(parent: QWidget | None, title: str, label: str, choices: Sequence[str]) -> str | None:
    """One of the choices; None where none is wanted."""
    dialog = _question(parent, title, label)
    dialog.setComboBoxItems(list(choices))
    dialog.setComboBoxEditable(False)
    return _answer(dialog, QComboBox, max(choices, key=len, default=""))


def _question(parent: QWidget | None, title: str, label: str) -> QInputDialog:
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(label)
    return dialog


def _answer(dialog: QInputDialog, kind: type[QWidget], longest: str) -> str | None:
    dialog.sizeHint()  # makes the field, which keeps the dialog from being narrower
    letters = dialog.fontMetrics()
    # The frame cuts a title that has no room beside its icon and its buttons.
    bar = 6 * QApplication.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    widest = max(
        letters.horizontalAdvance(dialog.windowTitle()) + bar, letters.horizontalAdvance(longest) + 60
    )
    field = dialog.findChild(kind)
    if isinstance(field, QWidget):
        field.setMinimumWidth(max(_LEAST, min(_MOST, widest)))
    try:
        return dialog.textValue() if dialog.exec() else None
    finally:
        dialog.deleteLater()
