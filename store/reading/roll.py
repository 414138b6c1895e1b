"""The people found so far, looked up by the parts of their names and how those sound."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable

from store.reading.mentions import Mention
from store.reading.people import Person
from store.reading.spellings import AUDIBLE, same_full, sound_alike, sound_of
from store.reading.tokens import Tokens


class Roll:
    """The people found so far, in order, looked up by the parts of their names and how those sound.

    Two forms can name one person only where they share a whole part, so nobody else is looked at.
    """

    def __init__(self, tokens: Tokens) -> None:
        self.people: list[Person] = []
        self._tokens = tokens
        self._numbers: dict[int, int] = {}  # a person's identity to the place in the order
        self._holders: dict[str, list[Person]] = {}
        self._sounds: dict[str, list[Person]] = {}
        self._places: dict[int, list[int]] = {}  # first tokens of a person's mentions, ascending
        self._shouting: dict[int, bool] = {}
        self.called: dict[tuple[str, str], Person] = {}  # honorific and name part to whom they last meant

    def add(self, person: Person) -> None:
        self._numbers[id(person)] = len(self._numbers)
        self.people.append(person)
        self._index(person)

    def rename(self, person: Person, name: list[str], best: Mention) -> None:
        person.name, person.best = name, best
        self._index(person)

    def _index(self, person: Person) -> None:
        for part in person.name:
            held = self._holders.setdefault(part, [])
            if not held or held[-1] is not person:
                held.append(person)
            if len(part) >= AUDIBLE:
                self._sounds.setdefault(sound_of(part), []).append(person)

    def merge(self, person: Person, other: Person) -> None:
        """Join ``person`` to ``other``."""
        other.mentions.extend(person.mentions)
        if len(person.name) > len(other.name):
            self.rename(other, person.name, person.best)
        person.name = []
        del self._numbers[id(person)]

    def _in_order(self, people: Iterable[Person]) -> list[Person]:
        numbers = self._numbers
        held = {numbers[id(person)]: person for person in people if id(person) in numbers}
        return [held[number] for number in sorted(held)]

    def sharing(self, parts: list[str]) -> list[Person]:
        """Those whose names have one of the parts, the first of very many."""
        lists = [held for part in parts if (held := self._holders.get(part))]
        if len(lists) == 1 and len(lists[0]) == 1:
            return lists[0] if id(lists[0][0]) in self._numbers else []
        return self._in_order(person for held in lists for person in held[:_MANY])

    def named(self, part: str) -> list[Person]:
        """Those whose names have the part."""
        holders = self._in_order(self._holders.get(part, ())[:_MANY])
        return [person for person in holders if part in person.name]

    def sounding(self, part: str) -> list[Person]:
        """Those with a name part that sounds so."""
        alike = self._in_order(self._sounds.get(sound_of(part), ())[:_MANY])
        return [person for person in alike if any(sound_alike(part, other) for other in person.name)]

    def same(self, parts: list[str]) -> Person | None:
        """The first whose full name the parts are."""
        return next((person for person in self.sharing(parts) if same_full(person.name, parts)), None)

    def place(self, person: Person, mention: Mention) -> None:
        person.mentions.append(mention)
        if (places := self._places.get(id(person))) is not None:
            insort(places, mention.first)

    def places(self, person: Person) -> list[int]:
        """Where the person is mentioned: first tokens, ascending."""
        places = self._places.get(id(person))
        if places is None:
            places = self._places[id(person)] = sorted(mention.first for mention in person.mentions)
        return places

    def shouted(self, mention: Mention) -> bool:
        """Whether the name stands in a line of capitals, where every word looks like a name."""
        word = self._tokens.word
        if not word[mention.first].isupper() or not word[mention.last - 1].isupper():
            return False
        known = self._shouting.get(mention.sentence)
        if known is None:
            first, last, _ = self._tokens.sentences[mention.sentence]
            words = [w for w in word[first:last] if len(w) > 1 and w[0].isalpha()]
            known = len(words) > 3 and sum(w.isupper() for w in words) * 4 > len(words) * 3
            self._shouting[mention.sentence] = known
        return known


_MANY = 60  # who share a name's part: beyond, no article means to tell them apart
