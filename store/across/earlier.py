"""The articles that an article is compared with: all earlier ones by way of the search index, or a few."""

from __future__ import annotations

import re
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from itertools import islice

from store.across.sentences import Sentence, sentences_of
from store.database import across_text
from store.database.across_text import Found
from store.folding import Folded, fold_with_map, words
from store.model import Span


class Earlier(ABC):
    """Articles of earlier days. What they say is asked in folded words."""

    total: int
    """How many they are."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[tuple[str, ...], bool] = {}
        self._found: dict[int, Found] = {}
        self._folded: dict[int, Folded] = {}
        self._sentences: dict[tuple[int, Span], tuple[Sentence, ...]] = {}

    def has(self, said: tuple[str, ...]) -> bool:
        """Whether any of them has these words on end."""
        known = self._known.get(said)
        if known is None:
            # What has no such beginning has not the whole: that is far quicker known.
            short = len(said) > 1 and not (self.has(said[:-1]) and self.has(said[1:]))
            known = self._known[said] = not short and bool(self.places(said, 1))
        return known

    @abstractmethod
    def places(self, said: Sequence[str], limit: int) -> list[int]:
        """Places in the list of the newest that have these words on end."""

    @abstractmethod
    def oldest(self, phrases: Iterable[Sequence[str]]) -> int | None:
        """The oldest that has all of these phrases."""

    def articles(self, wanted: Iterable[int]) -> dict[int, Found]:
        """Those at some places."""
        places = list(wanted)
        missing = [pos for pos in places if pos not in self._found]
        if missing:
            self._found.update(across_text.at(self._connection, missing))
        return {pos: self._found[pos] for pos in places if pos in self._found}

    def around(self, pos: int, said: Sequence[str]) -> tuple[Sentence, ...]:
        """The sentences of the paragraph in which the one at a place has these words on end."""
        found = self.articles([pos]).get(pos)
        if found is None:
            return ()
        folded = self._folded.get(pos)
        if folded is None:
            folded = self._folded[pos] = fold_with_map(found.text)
        match = re.search(
            r"(?<![0-9a-z])" + "[^0-9a-z]+".join(" ".join(said).split()) + "(?![0-9a-z])", folded.text
        )
        if match is None:
            return ()
        start, end = folded.span(*match.span())
        lines = Span(found.text.rfind("\n", 0, start) + 1, _end_of_line(found.text, end))
        known = self._sentences.get((pos, lines))
        if known is None:
            known = self._sentences[pos, lines] = sentences_of(found.text, found.reading, lines)
        return known


def _end_of_line(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end


class Everything(Earlier):
    """All articles of the library from one place in the list to another."""

    def __init__(self, connection: sqlite3.Connection, first: int, before: int) -> None:
        super().__init__(connection)
        self._first, self._before = first, before
        self.total = across_text.count(connection, first, before)

    def places(self, said: Sequence[str], limit: int) -> list[int]:
        """As ``Earlier.places``."""
        return across_text.places(self._connection, said, self._first, self._before, limit)

    def oldest(self, phrases: Iterable[Sequence[str]]) -> int | None:
        """As ``Earlier.oldest``."""
        return across_text.oldest(self._connection, phrases, self._first, self._before)


class Few(Earlier):
    """Some articles, by their places: so few that their texts are looked through."""

    def __init__(self, connection: sqlite3.Connection, wanted: Sequence[int]) -> None:
        super().__init__(connection)
        self._order = sorted(wanted, reverse=True)
        self.total = len(self._order)
        self._texts: dict[int, str] = {}
        self._with: dict[str, list[int]] = {}
        for pos, found in sorted(self.articles(self._order).items(), reverse=True):
            said = words(found.text)
            self._texts[pos] = f" {' '.join(said)} "
            for word in set(said):
                self._with.setdefault(word, []).append(pos)

    def places(self, said: Sequence[str], limit: int) -> list[int]:
        """As ``Earlier.places``."""
        phrase = f" {' '.join(said)} "
        known = min((self._with.get(word, []) for word in phrase.split()), key=len)
        return list(islice((pos for pos in known if phrase in self._texts[pos]), limit))

    def oldest(self, phrases: Iterable[Sequence[str]]) -> int | None:
        """As ``Earlier.oldest``."""
        kept = set.intersection(*(set(self.places(one, self.total)) for one in phrases))
        return min(kept, default=None)
