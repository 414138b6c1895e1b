"""How the article is shown, remembered between two runs."""

from __future__ import annotations

from gui.reader.pane import ReaderPane
from gui.reader.view import MEASURES, PLAIN_MEASURE
from gui.settings import Memory
from store.model import MarkKind, MarkStyle

STILL = {"true": True, "false": False}
"""Whether words are lit without motion, as it is remembered; anything else is as the system has it."""


def restore(reader: ReaderPane, memory: Memory) -> None:
    """Show articles as they were shown the last time."""
    view = reader.view
    view.set_serif(memory.flag("serif", False))
    view.snaps = memory.flag("snap", False)
    measure = memory.text("measure", PLAIN_MEASURE)
    view.set_measure(measure if measure in MEASURES else PLAIN_MEASURE)
    view.set_text_size(memory.decimal("text_size", view.text_size, 6, 48))
    kinds = memory.text("kinds", "all")
    if kinds != "all":
        reader.show_kinds(kind for kind in MarkKind if kind in kinds.split(","))
    colour, _, style = memory.text("pen").partition(" ")
    if style in {shape.value for shape in MarkStyle}:
        reader.set_last_style(colour, MarkStyle(style))


def copy(reader: ReaderPane, other: ReaderPane) -> None:
    """Show articles in the other reader as in this one."""
    view, its = reader.view, other.view
    its.set_serif(view.serif)
    its.snaps = view.snaps
    its.set_measure(view.measure)
    if its.text_size != view.text_size:
        its.set_text_size(view.text_size)
    other.show_kinds(reader.shown_kinds)
    if other.last_style != reader.last_style:
        other.set_last_style(*reader.last_style)


def keep(reader: ReaderPane, memory: Memory) -> None:
    """Remember how articles are shown."""
    view = reader.view
    memory.keep("serif", view.serif)
    memory.keep("snap", view.snaps)
    memory.keep("measure", view.measure)
    memory.keep("text_size", view.text_size)
    shown = reader.shown_kinds
    memory.keep("kinds", "all" if shown == frozenset(MarkKind) else ",".join(sorted(shown)))
    memory.keep("pen", " ".join(reader.last_style))
