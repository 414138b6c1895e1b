"""A person's own highlights as stretches to paint: of those that overlap, every one is to be seen. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gui.reader.layers import LANES, Stretch
from gui.reader.looks import Shape, crowded_look, highlight_look
from store.model import Annotation, MarkStyle, Span

Positions = Callable[[Span], tuple[int, int]]


def stretches(annotations: Sequence[Annotation], positions: Positions) -> list[Stretch]:
    """The longer beneath the shorter.

    A ground that overlaps another gets a line below its words, in a lane of its own; a box round another
    is larger than it.
    """
    order = sorted(annotations, key=lambda note: (note.anchor.span.start - note.anchor.span.end, note.id))
    fills = [note for note in order if note.style is MarkStyle.FILL]
    crowded = {note.id for note in _overlapping(fills)}
    made: list[Stretch] = []
    boxes: list[Stretch] = []
    for note in order:
        look = highlight_look(note.colour, note.style)
        if note.id in crowded:
            look = crowded_look(look)
        one = Stretch(*positions(note.anchor.span), look)
        (boxes if look.shape is Shape.BOX else made).append(one)
    return made + _nested(boxes)


def _overlapping(notes: Sequence[Annotation]) -> list[Annotation]:
    """Those of the notes that share words with another one."""
    found: dict[int, Annotation] = {}
    last: Annotation | None = None  # the one that reaches furthest so far
    for note in sorted(notes, key=lambda one: one.anchor.span):
        if last is not None and note.anchor.span.start < last.anchor.span.end:
            found[note.id], found[last.id] = note, last
        if last is None or note.anchor.span.end > last.anchor.span.end:
            last = note
    return list(found.values())


def _nested(boxes: Sequence[Stretch]) -> list[Stretch]:
    """Boxes, longest first, so deep that those which overlap differ."""
    made: list[Stretch] = []
    for box in reversed(boxes):  # the shortest is the innermost
        taken = {other.lane for other in made if other.start < box.end and box.start < other.end}
        free = next((lane for lane in range(LANES) if lane not in taken), LANES - 1)
        made.append(box._replace(lane=free))
    return made[::-1]
