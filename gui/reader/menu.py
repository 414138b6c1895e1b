"""The context menu of the text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from gui import icons
from gui.reader.looks import COLOURS
from gui.reader.selectionbar import STYLE_NAMES, swatch
from gui.theme import Theme
from store.model import MarkStyle

if TYPE_CHECKING:
    from gui.reader.pane import ReaderPane


def context_menu(pane: ReaderPane, theme: Theme) -> QMenu:
    """What can be done with the selected words, or with the text where none are."""
    menu = QMenu(pane)
    actions = pane.actions_
    selected = pane.selection is not None
    if selected:
        menu.addAction(actions["note.highlight"])
        pens = menu.addMenu("Highlight &in")
        for colour in COLOURS:
            shapes = pens.addMenu(swatch(theme, colour, MarkStyle.FILL), colour.capitalize())
            for style in MarkStyle:
                entry = shapes.addAction(swatch(theme, colour, style), STYLE_NAMES[style])
                entry.triggered.connect(partial(_highlight, pane, colour, style))
        menu.addAction(actions["note.write"])
        menu.addAction(actions["note.tag"])
        menu.addSeparator()
        copy = menu.addAction(icons.icon("copy", theme), "&Copy", pane.copy)
        copy.setShortcuts(QKeySequence.StandardKey.Copy)  # the text itself hears it
        menu.addAction(actions["note.cite"])
        menu.addSeparator()
        menu.addAction(actions["fact.official"])
        menu.addAction(actions["fact.meeting"])
        menu.addSeparator()
    menu.addAction(actions["go.next_mark"])
    menu.addAction(actions["go.previous_mark"])
    menu.addSeparator()
    menu.addAction(icons.icon("search", theme), "&Find in article", pane.open_find)
    return menu


def _highlight(pane: ReaderPane, colour: str, style: MarkStyle, _checked: bool = False) -> None:
    pane.highlight_selection(colour, style)
