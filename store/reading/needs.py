"""Which words a pattern cannot do without, read off the pattern, so that it is tried only where they stand.

Patterns are those of :mod:`store.reading.openings`: regular expressions over words joined by single blanks.
"""

from __future__ import annotations

_QUANTIFIERS = frozenset("*+?{")
# So frequent that to need them says little.
_LITTLE = frozenset("with between from that this been have were will also".split())


def needs(pattern: str) -> frozenset[str]:
    """Pieces of words of which whatever ``pattern`` matches holds one; empty where no such are known."""
    return _Reader(pattern).choices()


def _worth(pieces: frozenset[str]) -> int:
    """How much it says that one of the pieces is needed: the length of the shortest."""
    return min((0 if piece in _LITTLE else len(piece) for piece in pieces), default=-1)


class _Reader:
    """Walks through a pattern once; of what a sequence needs it keeps the one thing that says most."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0

    def choices(self) -> frozenset[str]:
        """Reads ``a|b|c`` up to the end or a closing bracket: what each needs, if every one needs some."""
        found = [self._sequence()]
        while self._peek() == "|":
            self._at += 1
            found.append(self._sequence())
        return frozenset().union(*found) if all(found) else frozenset()

    def _peek(self) -> str:
        return self._pattern[self._at : self._at + 1]

    def _sequence(self) -> frozenset[str]:
        found = [frozenset[str]()]
        letters = ""
        while (char := self._peek()) and char not in "|)":
            inside = self._group() if char == "(" else None
            letter = self._letter() if inside is None else ""
            needed = self._is_needed()
            if letter and needed:
                letters += letter
                continue
            found += [frozenset((word,)) for word in letters.split()]
            letters = ""
            if inside and needed:
                found.append(inside)
        found += [frozenset((word,)) for word in letters.split()]
        return max(found, key=_worth)

    def _group(self) -> frozenset[str]:
        """What a group needs; nothing where it only looks around."""
        start = self._at
        self._at += 3 if self._pattern.startswith("(?", start) else 1
        inside = self.choices()
        self._at += 1
        return frozenset() if self._pattern.startswith(("(?=", "(?!", "(?<"), start) else inside

    def _letter(self) -> str:
        """One letter that stands for itself; "" for anything else."""
        char = self._pattern[self._at]
        self._at += 1
        if char == "[":
            self._at = self._pattern.index("]", self._at + 1) + 1
            return ""
        if char == "\\":
            char = self._pattern[self._at]
            self._at += 1
            return "" if char.isalpha() else char
        return "" if char in ".^$" else char

    def _is_needed(self) -> bool:
        """Reads a quantifier: whether what stands before it must stand at least once."""
        char = self._peek()
        if not char or char not in _QUANTIFIERS:
            return True
        self._at += 1
        needed = char == "+"
        if char == "{":
            close = self._pattern.index("}", self._at)
            needed = int(self._pattern[self._at : close].split(",")[0] or 0) > 0
            self._at = close + 1
        if self._peek() in ("?", "+"):
            self._at += 1
        return needed
