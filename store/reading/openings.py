"""With which words a pattern can begin, read off the pattern, so that it is tried at those words alone.

Patterns are regular expressions over lower-case words joined by single blanks, as in ``frames.toml``:
literals, ``(?:...)``, lookarounds, character classes, ``.`` and quantifiers.
"""

from __future__ import annotations

from dataclasses import dataclass

_QUANTIFIERS = frozenset("*+?{")


@dataclass(frozen=True, slots=True)
class Openings:
    """The words a pattern begins with, and the endings of those that begin with anything (``-level``)."""

    words: frozenset[str]
    endings: tuple[str, ...]

    def admit(self, word: str) -> bool:
        """Whether a match may begin at ``word``."""
        return word in self.words or (bool(self.endings) and word.endswith(self.endings))


def openings(pattern: str) -> Openings:
    """The first words of everything that ``pattern`` may match at the beginning of a word."""
    reader = _Reader(pattern)
    left = reader.choices({("", False)})
    done = reader.done | left
    return Openings(
        frozenset(text for text, loose in done if not loose),
        tuple(sorted({text for text, loose in done if loose})),
    )


_States = set[
    tuple[str, bool]
]  # what is known of the first word so far, and whether anything may stand before it


class _Reader:
    """Walks through a pattern with all the first words it may have built up; complete ones go to ``done``."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0
        self.done: _States = set()

    def choices(self, states: _States) -> _States:
        """Reads ``a|b|c`` up to the end or a closing bracket; gives the words still incomplete after it."""
        left: _States = set()
        while True:
            left |= self._sequence(set(states))
            if self._peek() != "|":
                return left
            self._at += 1

    def _peek(self) -> str:
        return self._pattern[self._at : self._at + 1]

    def _sequence(self, states: _States) -> _States:
        while (char := self._peek()) and char not in "|)":
            before = states
            states = self._element(char, before)
            least, repeats = self._quantifier()
            if repeats and states:
                states = states | {("", True)}
            if least == 0:
                states = states | before
        return states

    def _element(self, char: str, states: _States) -> _States:
        if char == "(":
            return self._group(states)
        if char == "[":
            close = self._pattern.index("]", self._at + 2)
            inside = self._pattern[self._at + 1 : close]
            self._at = close + 1
            return self._anything(states, (" " in inside) != inside.startswith("^"))
        self._at += 1
        if char == ".":
            return self._anything(states, True)
        if char == "\\":
            kind = self._peek()
            self._at += 1
            if kind in "bB":
                return states
            if kind.isalpha():
                return self._anything(states, kind in "sWD")
            char = kind
        if char in "^$":
            return states
        if char == " ":
            self.done |= states
            return set()
        return {(text + char, loose) for text, loose in states}

    def _anything(self, states: _States, blank: bool) -> _States:
        if blank:
            self.done |= states
        return {("", True)} if states else set()

    def _group(self, states: _States) -> _States:
        start = self._at
        looking = self._pattern.startswith(("(?=", "(?!", "(?<"), start)
        self._at += 3 if self._pattern.startswith("(?", start) else 1
        done = set(self.done)
        after = self.choices(states)
        self._at += 1
        if looking:
            self.done = done
            return states
        return after

    def _quantifier(self) -> tuple[int, bool]:
        """How often at least the element before stands, and whether it may stand more than once."""
        char = self._peek()
        if not char or char not in _QUANTIFIERS:
            return 1, False
        self._at += 1
        least = int(char == "+")
        if char == "{":
            close = self._pattern.index("}", self._at)
            least = int(self._pattern[self._at : close].split(",")[0] or 0)
            self._at = close + 1
        if self._peek() in ("?", "+"):
            self._at += 1
        return least, char != "?"
