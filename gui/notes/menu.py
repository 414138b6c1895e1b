"""What can be done with notes: the menu of a card, and of the words that have highlights."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QMenu

from gui import icons
from gui.notes.wording import shortened
from gui.operations.annotations import AnnotationOperations
from gui.reader.looks import COLOURS
from gui.reader.selectionbar import STYLE_NAMES, swatch
from gui.theme import Theme
from store.model import Annotation, MarkStyle

_QUOTED = 28


@dataclass(frozen=True)
class Doing:
    """Carries out what a menu offers."""

    go: Callable[[Annotation], object]
    edit: Callable[[Annotation, bool], object]
    move: Callable[[Annotation], object]
    copy: Callable[[list[Annotation]], object]
    delete: Callable[[list[Annotation]], object]


def title(note: Annotation) -> str:
    """A note in the words of a menu."""
    told = f"“{shortened(note.anchor.exact, _QUOTED)}”"
    written = shortened(note.note, _QUOTED)
    return (f"{told}: {written}" if written else told).replace("&", "&&")


def fill(
    menu: QMenu,
    theme: Theme,
    operations: AnnotationOperations,
    notes: Sequence[Annotation],
    doing: Doing,
    words: str = "",
) -> None:
    """Fill the menu of some notes; ``words`` are selected in their article, to put one note on them."""
    if not notes:
        return
    first, alone = notes[0], len(notes) == 1
    if alone:
        if not first.whole:
            told = "P&lace again…" if first.orphan else "&Go to the words"
            menu.addAction(icons.icon("goto", theme), told, lambda: doing.go(first))
        menu.addAction(icons.icon("pencil", theme), "&Edit note", lambda: doing.edit(first, False))
        menu.addAction(icons.icon("tag", theme), "Edit &tags", lambda: doing.edit(first, True))
        told = f"“{shortened(words, _QUOTED)}”" if words else "the selected words"
        entry = menu.addAction(
            f"&Put on {told}".replace("&Put", "\0").replace("&", "&&").replace("\0", "&Put")
        )
        entry.setEnabled(bool(words))
        entry.triggered.connect(lambda: doing.move(first))
    menu.addAction(icons.icon("copy", theme), "Cop&y", lambda: doing.copy(list(notes)))
    colours, shapes = menu.addMenu("&Colour"), menu.addMenu("&Shape")
    for colour in COLOURS:
        picked = colours.addAction(swatch(theme, colour, first.style), colour.capitalize())
        picked.triggered.connect(partial(_restyle, operations, notes, colour, None))
    for style in MarkStyle:
        picked = shapes.addAction(swatch(theme, first.colour, style), STYLE_NAMES[style])
        picked.triggered.connect(partial(_restyle, operations, notes, None, style))
    shapes.setEnabled(not all(note.whole for note in notes))
    menu.addSeparator()
    told = "&Delete" if alone else f"&Delete {len(notes):,} notes"
    menu.addAction(icons.icon("trash", theme), told, lambda: doing.delete(list(notes)))


def _restyle(
    operations: AnnotationOperations,
    notes: Sequence[Annotation],
    colour: str | None,
    style: MarkStyle | None,
    _checked: bool = False,
) -> None:
    operations.restyle_all(notes, colour, style)
    hub = operations.desk.hub
    coloured = [tag for note in notes for tag in note.tags if hub.tag_colours.of(tag)]
    if colour is not None and coloured:
        hub.notice.emit(f"It shows in the colour of its tag “{coloured[0]}” as long as it has that tag.")
