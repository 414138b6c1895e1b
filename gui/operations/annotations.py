"""What a person writes on the words of an article: highlights, notes, tags. All of it can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import count
from typing import Any

from PySide6.QtGui import QUndoCommand

from gui.operations.desk import Desk, Step
from store.errors import StoreError
from store.model import Annotation, Changes, MarkStyle, Span
from store.records import dataclass

_QUOTED = 32  # characters of the words in the name of a step
_MERGEABLE = 1


class AnnotationOperations:
    """Undoable changes of annotations.

    ``made`` and ``settled`` are called in the GUI thread after the hub has told of the change, ``settled``
    with False when the world refused it.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._sessions = count(1)

    def new_session(self) -> int:
        """A number for one sitting at an editor: what is typed in it is undone in one step."""
        return next(self._sessions)

    def add(
        self,
        article_id: int,
        span: Span,
        colour: str,
        style: MarkStyle,
        note: str = "",
        tags: tuple[str, ...] = (),
        *,
        quote: str = "",
        made: Callable[[Annotation], None] | None = None,
        initiator: object | None = None,
    ) -> None:
        """Highlight words; ``quote`` names them in the undo menu."""
        library = self.desk.library
        self._make(
            named("Highlight", quote),
            lambda: library.add_annotation(article_id, span, colour, style, note, tags),
            made,
            initiator,
        )

    def add_to_article(
        self,
        article_id: int,
        colour: str,
        note: str = "",
        *,
        made: Callable[[Annotation], None] | None = None,
        initiator: object | None = None,
    ) -> None:
        """Write a note on an article as a whole."""
        library = self.desk.library
        self._make(
            "Note on the article",
            lambda: library.notes.add_to_article(article_id, colour, note),
            made,
            initiator,
        )

    def move(
        self, annotation: Annotation, span: Span, quote: str, *, initiator: object | None = None
    ) -> None:
        """Put a highlight on other words of its article; ``quote`` names them in the undo menu."""
        library = self.desk.library
        kept: list[Annotation] = []

        def do() -> Changes:
            before, changes = library.notes.move(annotation.id, span)
            kept[:] = [before] if changes else []
            return changes

        def back() -> Changes:
            return library.notes.put_back(kept[0]) if kept else Changes()

        self.desk.stack.push(Step(self.desk, named("Move highlight to", quote), do, back, initiator))

    def give_up(self, annotation: Annotation, *, initiator: object | None = None) -> None:
        """Nothing was written on what was made to be written on: it goes as it came."""
        stack = self.desk.stack
        last = stack.command(stack.index() - 1)
        if isinstance(last, _First) and last.made(annotation.id):
            stack.undo()
        else:
            self.delete([annotation], initiator=initiator)

    def set_note(
        self,
        annotation: Annotation,
        note: str,
        *,
        session: int = 0,
        settled: Callable[[bool], None] | None = None,
        initiator: object | None = None,
    ) -> None:
        """Write a note; changes of one session are one step."""
        self._edit("Note on", annotation, {"note": note}, session, settled, initiator)

    def set_tags(
        self,
        annotation: Annotation,
        tags: tuple[str, ...],
        *,
        session: int = 0,
        settled: Callable[[bool], None] | None = None,
        initiator: object | None = None,
    ) -> None:
        """Set the tags."""
        self._edit("Tags on", annotation, {"tags": tags}, session, settled, initiator)

    def restyle(
        self, annotation: Annotation, colour: str, style: MarkStyle, *, initiator: object | None = None
    ) -> None:
        """Another colour or shape."""
        self._edit("Restyle", annotation, {"colour": colour, "style": style}, 0, None, initiator)

    def restyle_all(
        self,
        annotations: Sequence[Annotation],
        colour: str | None,
        style: MarkStyle | None,
        *,
        initiator: object | None = None,
    ) -> None:
        """Another colour or shape for several, in one step; what is ``None`` stays."""
        stack = self.desk.stack
        if len(annotations) > 1:
            stack.beginMacro(f"Restyle {len(annotations):,} notes")
        for one in annotations:
            self.restyle(one, colour or one.colour, style or one.style, initiator=initiator)
        if len(annotations) > 1:
            stack.endMacro()

    def delete(self, annotations: Iterable[Annotation], *, initiator: object | None = None) -> None:
        """Delete highlights with their notes and tags."""
        chosen = list(annotations)
        if not chosen:
            return
        library = self.desk.library
        gone: list[Annotation] = []

        def do() -> Changes:
            gone[:], changes = library.delete_annotations([n.id for n in chosen])
            return changes

        if len(chosen) == 1:
            verb = "Delete note" if chosen[0].note or chosen[0].whole else "Delete highlight"
            text = named(verb, chosen[0].anchor.exact)
        else:
            text = f"Delete {len(chosen)} notes"
        self.desk.stack.push(Step(self.desk, text, do, lambda: library.restore_annotations(gone), initiator))

    def _make(
        self,
        text: str,
        make: Callable[[], tuple[Annotation, Changes]],
        made: Callable[[Annotation], None] | None,
        initiator: object | None,
    ) -> None:
        library = self.desk.library
        kept: list[Annotation] = []

        def do() -> Changes:
            if kept:
                return library.restore_annotations(kept)
            annotation, changes = make()
            kept.append(annotation)
            return changes

        def back() -> Changes:
            gone, changes = library.delete_annotations([n.id for n in kept])
            if gone:
                kept[:] = gone
            return changes

        self.desk.stack.push(_First(self.desk, text, do, back, initiator, kept, made))

    def _edit(
        self,
        verb: str,
        annotation: Annotation,
        fields: dict[str, Any],
        session: int,
        settled: Callable[[bool], None] | None,
        initiator: object | None,
    ) -> None:
        before = {name: getattr(annotation, name) for name in fields}
        if before != fields:
            change = _Change(annotation.id, before, fields, session)
            text = _named_on(verb, annotation)
            self.desk.stack.push(_Edit(self.desk, text, change, settled, initiator))
        elif settled is not None:
            settled(True)


def named(verb: str, quote: str) -> str:
    """The name of a step: Highlight “Levent Ergün”."""
    words = " ".join(quote.split())
    if not words:
        return verb
    return f"{verb} “{words if len(words) <= _QUOTED else words[: _QUOTED - 1] + '…'}”"


def _named_on(verb: str, annotation: Annotation) -> str:
    if not annotation.whole:
        return named(verb, annotation.anchor.exact)
    return f"{verb} the article" if verb.endswith(" on") else f"{verb} the note on the article"


class _First(Step):
    """Tells whoever asked when it was carried out the first time."""

    def __init__(
        self,
        desk: Desk,
        text: str,
        do: Callable[[], Changes],
        back: Callable[[], Changes],
        initiator: object | None,
        kept: list[Annotation],
        told: Callable[[Annotation], None] | None,
    ) -> None:
        super().__init__(desk, text, do, back, initiator)
        self._kept, self._first = kept, told

    def made(self, annotation_id: int) -> bool:
        """Whether it was this annotation that it made."""
        return [made.id for made in self._kept] == [annotation_id]

    def _told(self, changes: Changes) -> None:
        super()._told(changes)
        first, self._first = self._first, None
        if first is not None and self._kept:
            first(self._kept[0])


@dataclass(slots=True)
class _Change:
    """Fields of one annotation, before and after."""

    annotation_id: int
    before: dict[str, Any]
    after: dict[str, Any]
    session: int

    def continues(self, other: _Change) -> bool:
        """Whether the other goes on with what this one began."""
        return (
            self.session > 0
            and (self.session, self.annotation_id) == (other.session, other.annotation_id)
            and self.after.keys() == other.after.keys()
        )


class _Edit(Step):
    """Sets fields of an annotation. Those of one sitting merge into one step."""

    def __init__(
        self,
        desk: Desk,
        text: str,
        change: _Change,
        settled: Callable[[bool], None] | None,
        initiator: object | None,
    ) -> None:
        update = desk.library.update_annotation
        super().__init__(
            desk,
            text,
            lambda: update(change.annotation_id, **change.after)[1],
            lambda: update(change.annotation_id, **change.before)[1],
            initiator,
        )
        self._change, self._settled = change, settled

    def id(self) -> int:
        """Edits may merge."""
        return _MERGEABLE

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take over what was typed since."""
        if not isinstance(other, _Edit) or not self._change.continues(other._change):
            return False
        self._change.after = other._change.after
        return True

    def _told(self, changes: Changes) -> None:
        super()._told(changes)
        self._settle(True)

    def _refused(self, fault: StoreError) -> None:
        super()._refused(fault)
        self._settle(False)

    def _settle(self, saved: bool) -> None:
        settled, self._settled = self._settled, None
        if settled is not None:
            settled(saved)
