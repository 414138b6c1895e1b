"""The hits that are marked in the text, and the one that is the current one."""

from __future__ import annotations

from collections.abc import Sequence

from store.model import Span


class Hits:
    """A ring of spans in text order."""

    def __init__(self, spans: Sequence[Span] = ()) -> None:
        self.spans = sorted(set(spans))
        self._at = -1

    def __len__(self) -> int:
        return len(self.spans)

    @property
    def number(self) -> int:
        """Number of the current hit from 1; 0 where none is current."""
        return self._at + 1

    @property
    def current(self) -> Span | None:
        """The current hit."""
        return self.spans[self._at] if self._at >= 0 else None

    def step(self, direction: int) -> tuple[int, int]:
        """Go to the next (+1) or previous (-1), round at the ends; its number and how many there are."""
        if not self.spans:
            return 0, 0
        if self._at < 0:
            self._at = 0 if direction > 0 else len(self.spans) - 1
        else:
            self._at = (self._at + direction) % len(self.spans)
        return self._at + 1, len(self.spans)

    def start_from(self, offset: int) -> None:
        """Make the first hit at or after an offset the current one, else the first of all."""
        if self.spans:
            self._at = next((n for n, span in enumerate(self.spans) if span.start >= offset), 0)
