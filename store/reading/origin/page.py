"""An article as a page: its prose, and the lines above and below it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from store.model import Span
from store.reading.layout import Block, BlockKind
from store.reading.origin.words import city_of

_TOLD = (BlockKind.BODY, BlockKind.ROW)
_MOST_LINES = 60  # of the head, and of the tail
_HEAD_PARAGRAPHS = 3  # furniture stands above these
_LONG = 12  # words of a paragraph
_SENTENCE = re.compile(r"\w{2}[.!?][”\"’)]?(?:[\s.–—-]|[A-Z])")
_SHORT_LINE = 140  # characters of a line that is no prose


@dataclass(frozen=True)
class Page:
    """A surface text with its blocks. All spans are surface offsets."""

    text: str
    blocks: list[Block]

    @cached_property
    def paragraphs(self) -> list[Block]:
        """The blocks of prose, in order: those of a sentence or more."""
        return [b for b in self.blocks if b.kind in (BlockKind.BODY, BlockKind.ROW, BlockKind.SPEECH)]

    @cached_property
    def prose(self) -> list[Block]:
        """The paragraphs with a dozen words at least; where there is none, all paragraphs."""
        return [block for block in self.blocks if self._is_long(block)] or self.paragraphs

    @cached_property
    def telling(self) -> list[Block]:
        """The blocks that report: prose and rows of lists, but no turns of a transcript."""
        long = {block.start for block in self.prose if block.kind is not BlockKind.SPEECH}
        return [
            block
            for block in self.blocks
            if block.kind in _TOLD or block.start in long or self._after_place(block)
        ]

    @cached_property
    def head(self) -> list[Span]:
        """The printed lines that are no prose, down to the third paragraph."""
        stop = (
            self.prose[_HEAD_PARAGRAPHS - 1].start if len(self.prose) >= _HEAD_PARAGRAPHS else len(self.text)
        )
        return self._furniture(0, stop)

    @cached_property
    def first_prose(self) -> int:
        """Where the first paragraph begins."""
        return self.prose[0].start if self.prose else len(self.text)

    @cached_property
    def last_prose(self) -> int:
        """Where the last paragraph begins."""
        return self.prose[-1].start if self.prose else 0

    @cached_property
    def tail(self) -> list[Span]:
        """The printed lines that are no prose, from the third paragraph on (or after the last of fewer)."""
        if not self.prose:
            return []
        after = self.prose[min(_HEAD_PARAGRAPHS, len(self.prose)) - 1].start
        return self._furniture(after + 1, len(self.text))

    def _furniture(self, start: int, stop: int) -> list[Span]:
        """The lines of the blocks in ``text[start:stop]`` that are neither prose nor of other articles."""
        prose = {block.start for block in self.prose}
        lines: list[Span] = []
        for block in self.blocks:
            if block.start >= stop or len(lines) >= _MOST_LINES:
                break
            if block.start >= start and block.start not in prose and block.kind is not BlockKind.RELATED:
                lines += self._lines(block)
        return lines[:_MOST_LINES]

    def _is_long(self, block: Block) -> bool:
        """Whether it is a paragraph of some length, be it one that ends without a full stop."""
        if block.end - block.start < 2 * _LONG:
            return False
        if block.kind is BlockKind.BODY or self._after_place(block):
            return self._words(block) >= _LONG
        if block.kind is not BlockKind.HEADLINE or self._words(block) < _LONG + 3:
            return False
        return _SENTENCE.search(self.text, block.start, block.end) is not None

    def _after_place(self, block: Block) -> bool:
        """Whether what looks like a turn of a transcript is a paragraph after ``KUWAIT:``."""
        if block.kind is not BlockKind.SPEECH:
            return False
        place = self.text[block.start : self.text.find(":", block.start, block.end)]
        return city_of(place.strip()) is not None

    def _words(self, block: Block) -> int:
        """The words of a block, as far as it matters how many they are."""
        return len(self.text[block.start : block.end].split(None, _LONG + 3))

    def _lines(self, block: Block) -> list[Span]:
        lines = []
        at = block.start
        while at < block.end:
            end = self.text.find("\n", at, block.end)
            end = block.end if end < 0 else end
            if at < end <= at + _SHORT_LINE:
                lines.append(Span(at, end))
            at = end + 1
        return lines
