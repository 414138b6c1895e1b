"""People of one article: mentions under full name, initials, surname or given name made into one person."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from store.lexicon.grammar import grammar_words
from store.reading.mentions import Mention, Phrases
from store.reading.posts import PostPhrase
from store.reading.remembered import Remembered
from store.reading.tokens import Tokens

_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ə": "a",
        "Ə": "a",
        "ł": "l",
        "Ł": "l",
        "ø": "o",
        "Ø": "o",
        "đ": "d",
        "Đ": "d",
        "æ": "ae",
        "ß": "ss",
        "’": "",
        "'": "",
        "ʻ": "",
        "ʼ": "",
        "`": "",
        "-": " ",
        "‐": " ",
    }
)


@dataclass(slots=True)
class Person:
    """One person of the article while it is being read. Codes as in ``store.model``."""

    name: list[str]  # folded parts of the fullest form
    best: Mention  # the mention with the fullest form
    mentions: list[Mention] = field(default_factory=list)
    posts: list[PostPhrase] = field(default_factory=list)
    country: str | None = None
    country_rule: str = ""
    honoured: bool = False
    acting: bool = False  # takes part in an encounter, speaks, or is thanked
    hosts: int = 0
    guests: int = 0
    attends: int = 0
    rank_words: frozenset[str] = frozenset()
    beside: int | None = None  # who the person is said to be together with, whose country is the person's

    @property
    def stated(self) -> bool:
        """Whether a post, a rank or an honorific says that this is an official."""
        return bool(self.posts) or any(m.rank or m.counterpart or m.sent for m in self.mentions)


@lru_cache(maxsize=20_000)
def fold_name(word: str) -> str:
    """A name's word in plain lower-case letters."""
    text = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(c for c in text if not unicodedata.combining(c)).lower().strip(".")


def parts_of(tokens: Tokens, mention: Mention) -> list[str]:
    """The folded parts of a mention's name; hyphens divide."""
    return [part for i in range(mention.first, mention.last) for part in _PARTS[tokens.word[i]]]


def _parts_of_word(word: str) -> tuple[str, ...]:
    """The folded parts of a word; an initial keeps its stop, so that ``V.`` is no ``V``."""
    parts = fold_name(word).split()
    short = word.endswith(".") and len(parts) == 1 and len(parts[0]) <= 3
    return (parts[0] + ".",) if short else tuple(parts)


_PARTS = Remembered(_parts_of_word, 20_000)


class _Roll:
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
            if len(part) >= _AUDIBLE:
                self._sounds.setdefault(_sound(part), []).append(person)

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
        alike = self._in_order(self._sounds.get(_sound(part), ())[:_MANY])
        return [person for person in alike if any(_alike(part, other) for other in person.name)]

    def same(self, parts: list[str]) -> Person | None:
        """The first whose full name the parts are."""
        return next((person for person in self.sharing(parts) if _same_full(person.name, parts)), None)

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
_AUDIBLE = 4  # letters of a name's part that may be spelt in several ways


def find_people(tokens: Tokens, phrases: Phrases) -> list[Person]:
    """The people named in the article, in order of their first mention. Every mention knows its person."""
    roll = _Roll(tokens)
    waiting: list[Mention] = []
    for mention in phrases.mentions:
        parts = parts_of(tokens, mention)
        if roll.shouted(mention):
            waiting.append(mention)
        elif len(parts) > 1:
            person = roll.same(parts)
            if person is None:
                roll.add(person := Person(parts, mention))
            elif _fuller(tokens, parts, mention, person):
                roll.rename(person, parts, mention)
            person.mentions.append(mention)
        else:
            waiting.append(mention)
    _merge_short_full_names(roll)
    for mention in waiting:
        if mention.last - mention.first > 1:
            _place_shouted(tokens, phrases, roll, mention)
        else:
            _place_short(tokens, roll, mention)
    people = roll.people
    for person in people:
        person.mentions.sort(key=lambda m: m.first)
        ranks = [tokens.low[m.rank[0] : m.rank[1]] for m in person.mentions if m.rank]
        if ranks:
            words = {low for rank in ranks for low in rank}
            person.rank_words = frozenset(words | {"general"} if "gen" in words else words)
        posts = (post for mention in person.mentions for post in mention.posts)
        person.posts = list({id(post): post for post in posts}.values())
    people.sort(key=lambda p: p.mentions[0].first)
    for number, person in enumerate(people):
        for mention in person.mentions:
            mention.person = number
    return people


def _place_shouted(tokens: Tokens, phrases: Phrases, roll: _Roll, mention: Mention) -> None:
    """Words in capitals are names only of people whom the article names elsewhere."""
    person = roll.same(parts_of(tokens, mention))
    if person is not None:
        roll.place(person, mention)
        return
    for at in range(mention.first, mention.last):
        part = fold_name(tokens.word[at])
        owners = roll.named(part) if len(part) > 2 and part not in grammar_words().particles else []
        if owners:
            piece = Mention(at, at + 1, mention.sentence, left=at, right=at + 1)
            phrases.mentions.append(piece)
            phrases.mention_at[at] = piece
            roll.place(owners[0], piece)


def _fuller(tokens: Tokens, parts: list[str], mention: Mention, person: Person) -> bool:
    full, old = sum(map(len, parts)), sum(map(len, person.name))
    shouting = all(tokens.word[i].isupper() for i in range(person.best.first, person.best.last))
    return full > old or (full == old and shouting)


def _same_full(name: list[str], parts: list[str]) -> bool:
    """Whether two forms of several parts name one person."""
    if name == parts or sorted(name) == sorted(parts):
        return True
    short, long = (name, parts) if len(name) <= len(parts) else (parts, name)
    if len(short) < len(long):
        return _within(short, long) or _initials(short, long)
    return _initials(short, long) or _initials(long, short) or _respelt(short, long)


_SON_OF = frozenset("bin ibn ben bint binti ould wuld".split())
_HOUSE_OF = frozenset("al el ul".split())


def _is_fathers(name: list[str], part: str) -> bool:
    """Whether a name has the part only as the father's, or in front of the surname as the grandfather's.

    ``Salman`` in ``Omar bin Salman``, ``Khaled`` in ``Sabah Al-Khaled Al-Hamad Al-Sabah``.
    """
    at = [place for place, other in enumerate(name) if other == part]
    return bool(at) and all(
        place and (name[place - 1] in _SON_OF or (name[place - 1] in _HOUSE_OF and place + 1 < len(name)))
        for place in at
    )


def _within(short: list[str], long: list[str]) -> bool:
    """Whether the parts of the short form stand in the long one, in order."""
    if short[0] not in _SON_OF | _HOUSE_OF and _is_fathers(long, short[0]):
        return False  # "Salman bin Omar" is the father of "Khalid bin Salman bin Omar"
    at = 0
    for part in short:
        try:
            at = long.index(part, at) + 1
        except ValueError:
            return False
    return True


def _initials(short: list[str], long: list[str]) -> bool:
    """``Z. Hasanov`` and ``Zakir Hasanov``, ``U. Khurelsukh`` and ``Khurelsukh Ukhnaa``."""
    if not any(_is_initial(p) for p in short) or all(_is_initial(p) for p in short):
        return False
    left = list(long)
    for part in sorted(short, key=len, reverse=True):
        match = next(
            (p for p in left if p == part or (_is_initial(part) and p.startswith(part.rstrip(".")))), None
        )
        if match is None:
            return False
        left.remove(match)
    return True


def _is_initial(part: str) -> bool:
    return part.endswith(".") or (len(part) == 1 and part not in "ivx")


def _respelt(first: list[str], second: list[str]) -> bool:
    """``Oğuz`` and ``Oghuz``: every part alike but for a letter or two."""
    return (
        len(first) > 1
        and all(_alike(a, b) for a, b in zip(first, second, strict=True))
        and any(a == b for a, b in zip(first, second, strict=True))
    )


_SOUNDS = (
    ("gh", "g"),
    ("kh", "h"),
    ("sh", "s"),
    ("ch", "c"),
    ("zh", "z"),
    ("dj", "j"),
    ("q", "g"),
    ("x", "h"),
    ("yy", "y"),
    ("iy", "i"),
    ("ou", "u"),
    ("w", "v"),
    ("ff", "f"),
    ("oe", "o"),
    ("ue", "u"),
)


@lru_cache(maxsize=20_000)
def _sound(part: str) -> str:
    """A part of a name with the spellings of one sound made one."""
    sound = part
    for old, new in _SOUNDS:
        sound = sound.replace(old, new)
    return part[:1] + sound


def _alike(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) >= _AUDIBLE and _sound(a) == _sound(b))


def _merge_short_full_names(roll: _Roll) -> None:
    """People whose shorter full names came first are joined to the longer form found later."""
    gone: set[int] = set()
    for person in sorted(roll.people, key=lambda p: len(p.name)):
        others = [p for p in roll.sharing(person.name) if p is not person and _same_full(p.name, person.name)]
        if len(others) == 1:
            roll.merge(person, others[0])
            gone.add(id(person))
    if gone:
        roll.people = [person for person in roll.people if id(person) not in gone]


def _place_short(tokens: Tokens, roll: _Roll, mention: Mention) -> None:
    """A one-part name goes to the person it is part of; with a title of its own it may be somebody new."""
    parts = parts_of(tokens, mention)
    part = parts[0] if parts else ""
    if len(part) < 2:
        return
    found = roll.named(part) if part not in grammar_words().particles else []
    if not found and mention.doubtful:
        return
    if not found and len(part) > _AUDIBLE:
        found = roll.sounding(part)
    if mention.posts or mention.honorific:
        found = [p for p in found if not _is_fathers(p.name, part)]  # "King Salman" is no son of Salman
    if not found:
        if roll.shouted(mention):
            return
        if mention.rank or mention.posts or mention.honorific:
            known = next((p for p in roll.named(part) if p.name == [part]), None)
            if known is not None:
                roll.place(known, mention)
            else:
                roll.add(Person([part], mention, [mention]))
        return
    person = found[0] if len(found) == 1 else _likeliest(roll, found, part, mention)
    roll.called[mention.honorific, part] = person
    roll.place(person, mention)


def _likeliest(roll: _Roll, found: list[Person], part: str, mention: Mention) -> Person:
    """Of people who share a name's part: whose surname it is, who was named last, who holds the post."""
    heads = {post.head.split()[-1] for post in mention.posts}

    def score(person: Person) -> tuple[bool, bool, bool, bool, int]:
        places = roll.places(person)
        before = bisect_left(places, mention.first)
        held = (p.head.split()[-1] for m in person.mentions for p in m.posts)
        titled = bool(heads) and not heads.isdisjoint(held)
        again = bool(mention.honorific) and roll.called.get((mention.honorific, part)) is person
        place = places[before - 1] if before else -places[0]
        return titled, person.name[-1] == part, again, before > 0, place

    return max(found, key=score)


def majority(codes: list[str]) -> str | None:
    """The commonest code, the earliest among equals."""
    return Counter(codes).most_common(1)[0][0] if codes else None
