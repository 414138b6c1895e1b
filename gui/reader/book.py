"""The marks and highlights of the open article, by place and by fact, as layers to paint."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace

from gui.reader.focus import Focus
from gui.reader.hits import Hits
from gui.reader.layers import Layers, Stretch, in_lanes
from gui.reader.looks import Look, Shape, highlight_look, mark_look
from gui.reader.offsets import TextMap
from gui.reader.own import stretches
from gui.reader.strip import Column, Place
from gui.reader.telling import shortened
from store.marks import fact_spans, marks, marks_at
from store.model import Annotation, Fact, Mark, MarkKind, OpenArticle, Span

HIT = Look("hit", "hit.line", Shape.BOX)  # outlined, or it would be a yellow highlight but for the colour
CURRENT_HIT = Look("hit.current", "hit.line", Shape.BOX)
CHOSEN = Look("accent.pale", "accent", Shape.BOX)
GLOW = Look("flash")


class Book:
    """What lies on one article."""

    def __init__(
        self,
        opened: OpenArticle | None,
        words: TextMap,
        colour_of: Callable[[Annotation], str] = lambda note: note.colour,
    ) -> None:
        """``colour_of``: the colour in which a highlight is shown."""
        self.opened, self._colour_of = opened, colour_of
        self._map = words
        self.marks: list[Mark] = marks(opened.article, opened.reading) if opened else []
        self._shown: list[Mark] = self.marks
        self.focus: Focus | None = None
        self.annotations: tuple[Annotation, ...] = ()
        if opened:
            self.annotations = tuple(n for n in opened.annotations if not (n.orphan or n.whole))

    def show(self, kinds: Collection[MarkKind]) -> None:
        """Show the marks of these kinds only."""
        self._shown = [mark for mark in self.marks if mark.kind in kinds]

    @property
    def shown(self) -> list[Mark]:
        """The marks that are shown, in text order."""
        return self._shown

    @property
    def stepped(self) -> list[Mark]:
        """The marks one goes through: those that are shown, and not dimmed."""
        focus = self.focus
        return [mark for mark in self._shown if focus.holds(mark.fact)] if focus else self._shown

    def layers(self, others: Iterable[tuple[Span, Look]] = ()) -> Layers:
        """Marks, ``others``, highlights; strokes in lanes; a highlight hides the ground of names in it."""
        own = stretches([self._coloured(note) for note in self.annotations], self._map.positions)
        looks = {kind: mark_look(kind) for kind in MarkKind}
        places = dict.fromkeys((mark.span, mark.kind) for mark in self._shown)  # several facts may share one
        positions = self._map.positions
        read = [Stretch(*positions(span), looks[kind]) for span, kind in places]
        read += [Stretch(*positions(span), look) for span, look in others]
        return Layers(in_lanes([*read, *own]))

    def _coloured(self, note: Annotation) -> Annotation:
        colour = self._colour_of(note)
        return note if colour == note.colour else replace(note, colour=colour)

    def signs(self) -> list[tuple[int, str]]:
        """A sign for each highlight: where it begins and the role of its colour."""
        found = []
        for note in self.annotations:
            look = highlight_look(self._colour_of(note), note.style)
            role = f"{look.fill}.line" if look.fill else look.line or ""
            found.append((self._map.position(note.anchor.span.start), role))
        return found

    def places(self, hits: Hits) -> Iterator[Place]:
        """Where marks that are not dimmed, highlights and hits are, for the strip beside the scroll bar."""
        position = self._map.position
        roles = {kind: f"mark.{kind}" for kind in MarkKind}
        for mark in self.stepped:
            yield Place(position(mark.span.start), Column.MARK, roles[mark.kind], mark.label, mark)
        for note, (at, role) in zip(self.annotations, self.signs(), strict=True):
            told = f"Your note: {shortened(note.note)}" if note.note.strip() else "Your highlight"
            yield Place(at, Column.HIGHLIGHT, role, told, note)
        for number, span in enumerate(hits.spans, 1):
            told = f"Hit {number} of {len(hits)}"
            yield Place(position(span.start), Column.HIT, "hit.line", told, span, number == hits.number)

    def stretches(self, spans: Iterable[Span], look: Look) -> list[Stretch]:
        """Spans of the article with one look."""
        return [self._stretch(span, look) for span in spans]

    def marks_at(self, position: int) -> list[Mark]:
        """The marks shown on a character of the document, the innermost first."""
        return marks_at(self._shown, self._map.offset(position)) if position >= 0 else []

    def annotations_at(self, position: int) -> list[Annotation]:
        """The highlights on a character of the document, the shortest first."""
        if position < 0:
            return []
        at = self._map.offset(position)
        found = [n for n in self.annotations if n.anchor.span.start <= at < n.anchor.span.end]
        return sorted(found, key=lambda n: (n.anchor.span.end - n.anchor.span.start, n.id))

    def annotation(self, annotation_id: int) -> Annotation | None:
        """The highlight of that number, None where the article has no such (or it lost its words)."""
        return next((note for note in self.annotations if note.id == annotation_id), None)

    def words_of(self, fact: Fact) -> tuple[Span, ...]:
        """The spans of a fact within the text."""
        if self.opened is None:
            return ()
        end = len(self.opened.article.text)
        return tuple(s for s in fact_spans(self.opened.reading, fact) if 0 <= s.start < s.end <= end)

    def step(self, span: Span | None, direction: int) -> Mark | None:
        """The first mark of the next (+1) or previous (-1) marked words, coming round at the ends."""
        marks = self.stepped
        if not marks:
            return None
        places = list(dict.fromkeys(mark.span for mark in marks))
        if span is None:
            place = places[0 if direction > 0 else -1]
        else:
            key = (span.start, -span.end)
            ahead = [p for p in places if ((p.start, -p.end) > key) == (direction > 0) and p != span]
            ring = ahead or [p for p in places if p != span] or places
            place = ring[0 if direction > 0 else -1]
        return next(mark for mark in marks if mark.span == place)

    def _stretch(self, span: Span, look: Look) -> Stretch:
        return Stretch(*self._map.positions(span), look)
