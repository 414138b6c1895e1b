"""Another way to look at an article: other looks in place of the marks, and some words dimmed."""

from __future__ import annotations

from collections.abc import Iterator

from gui.reader.looks import Look
from store.model import Span
from store.records import dataclass


@dataclass(frozen=True, slots=True)
class Lens:
    """What lies on the words of one article instead of its marks."""

    article: int
    looks: tuple[tuple[Span, Look], ...] = ()
    dimmed: tuple[Span, ...] = ()  # in text order, none over another

    def bright(self, length: int) -> Iterator[Span]:
        """What is not dimmed of a text of that length, with all that has a look."""
        at = 0
        for span in self.dimmed:
            if at < span.start:
                yield Span(at, span.start)
            at = span.end
        if at < length:
            yield Span(at, length)
        yield from (span for span, _ in self.looks)
