"""Buttons that are never the one that Enter presses elsewhere in a dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget


def push_button(
    text: str, parent: QWidget, tip: str = "", do: Callable[[], object] | None = None
) -> QPushButton:
    """Such a button; ``do``: what it does."""
    made = QPushButton(text, parent)
    made.setToolTip(tip)
    made.setAutoDefault(False)
    if do is not None:
        made.clicked.connect(lambda: do())
    return made
