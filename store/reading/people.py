"""People of one article: mentions under full name, initials, surname or given name made into one person."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from store.lexicon.grammar import grammar_words
from store.reading.mentions import Mention, Phrases
from store.reading.posts import PostPhrase
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

    @property
    def stated(self) -> bool:
        """Whether a post, a rank or an honorific says that this is an official."""
        return bool(self.posts) or any(m.rank or m.counterpart for m in self.mentions)


@lru_cache(maxsize=20_000)
def fold_name(word: str) -> str:
    """A name's word in plain lower-case letters."""
    text = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(c for c in text if not unicodedata.combining(c)).lower().strip(".")


def parts_of(tokens: Tokens, mention: Mention) -> list[str]:
    """The folded parts of a mention's name; hyphens divide."""
    return [part for i in range(mention.first, mention.last) for part in _part(tokens.word[i])]


def _part(word: str) -> list[str]:
    """The folded parts of a word; an initial keeps its stop, so that ``V.`` is no ``V``."""
    parts = fold_name(word).split()
    return [parts[0] + "."] if word.endswith(".") and len(parts) == 1 and len(parts[0]) <= 3 else parts


def find_people(tokens: Tokens, phrases: Phrases) -> list[Person]:
    """The people named in the article, in order of their first mention. Every mention knows its person."""
    people: list[Person] = []
    waiting: list[Mention] = []
    for mention in phrases.mentions:
        parts = parts_of(tokens, mention)
        if _shouted(tokens, mention):
            waiting.append(mention)
        elif len(parts) > 1:
            person = next((p for p in people if _same_full(p.name, parts)), None)
            if person is None:
                people.append(person := Person(parts, mention))
            elif _fuller(tokens, parts, mention, person):
                person.name, person.best = parts, mention
            person.mentions.append(mention)
        else:
            waiting.append(mention)
    _merge_short_full_names(people)
    for mention in waiting:
        if mention.last - mention.first > 1:
            _place_shouted(tokens, phrases, people, mention)
        else:
            _place_short(tokens, people, mention)
    for person in people:
        person.mentions.sort(key=lambda m: m.first)
        person.rank_words = frozenset(
            low for m in person.mentions if m.rank for low in tokens.low[m.rank[0] : m.rank[1]]
        ) | {"general" for m in person.mentions if m.rank and "gen" in tokens.low[m.rank[0] : m.rank[1]]}
        for mention in person.mentions:
            for post in mention.posts:
                if not any(post is other for other in person.posts):
                    person.posts.append(post)
    people.sort(key=lambda p: p.mentions[0].first)
    for number, person in enumerate(people):
        for mention in person.mentions:
            mention.person = number
    return people


def _shouted(tokens: Tokens, mention: Mention) -> bool:
    """Whether the name stands in a line of capitals, where every word looks like a name."""
    if not tokens.word[mention.first].isupper() or not tokens.word[mention.last - 1].isupper():
        return False
    first, last, _ = tokens.sentences[mention.sentence]
    words = [w for w in tokens.word[first:last] if len(w) > 1 and w[0].isalpha()]
    return len(words) > 3 and sum(w.isupper() for w in words) * 4 > len(words) * 3


def _place_shouted(tokens: Tokens, phrases: Phrases, people: list[Person], mention: Mention) -> None:
    """Words in capitals are names only of people whom the article names elsewhere."""
    parts = parts_of(tokens, mention)
    person = next((p for p in people if _same_full(p.name, parts)), None)
    if person is not None:
        person.mentions.append(mention)
        return
    for at in range(mention.first, mention.last):
        part = fold_name(tokens.word[at])
        owner = next((p for p in people if part in p.name and len(part) > 2), None)
        if owner is not None:
            piece = Mention(at, at + 1, mention.sentence, left=at, right=at + 1)
            phrases.mentions.append(piece)
            phrases.mention_at[at] = piece
            owner.mentions.append(piece)


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


def _within(short: list[str], long: list[str]) -> bool:
    """Whether the parts of the short form stand in the long one, in order."""
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


def _alike(a: str, b: str) -> bool:
    if a == b:
        return True
    if min(len(a), len(b)) < 4 or a[0] != b[0]:
        return False
    for old, new in _SOUNDS:
        a, b = a.replace(old, new), b.replace(old, new)
    return a == b


def _merge_short_full_names(people: list[Person]) -> None:
    """People whose shorter full names came first are joined to the longer form found later."""
    for person in sorted(people, key=lambda p: len(p.name)):
        others = [p for p in people if p is not person and _same_full(p.name, person.name)]
        if len(others) == 1 and person in people:
            other = others[0]
            other.mentions.extend(person.mentions)
            if len(person.name) > len(other.name):
                other.name, other.best = person.name, person.best
            people.remove(person)


def _place_short(tokens: Tokens, people: list[Person], mention: Mention) -> None:
    """A one-part name goes to the person it is part of; with a title of its own it may be somebody new."""
    part = parts_of(tokens, mention)[0] if parts_of(tokens, mention) else ""
    if len(part) < 2:
        return
    words = grammar_words()
    found = [p for p in people if part in p.name and part not in words.particles]
    if not found and mention.doubtful:
        return
    if not found:
        found = [p for p in people if len(part) > 4 and any(_alike(part, x) for x in p.name)]
    if not found:
        if _shouted(tokens, mention):
            return
        if mention.rank or mention.posts or mention.honorific:
            people.append(Person([part], mention, [mention]))
        return
    if len(found) > 1:
        found = _likeliest(found, part, mention)
    found[0].mentions.append(mention)


def _likeliest(found: list[Person], part: str, mention: Mention) -> list[Person]:
    """Of people who share a name's part: whose surname it is, who was named last before, who holds the post said."""
    heads = {post.head.split()[-1] for post in mention.posts}

    def score(person: Person) -> tuple[bool, bool, bool, int]:
        before = [m.first for m in person.mentions if m.first < mention.first]
        titles = {p.head.split()[-1] for m in person.mentions for p in m.posts}
        return (
            bool(heads & titles),
            person.name[-1] == part,
            bool(before),
            max(before, default=-min(m.first for m in person.mentions)),
        )

    return sorted(found, key=score, reverse=True)


def majority(codes: list[str]) -> str | None:
    """The commonest code, the earliest among equals."""
    return Counter(codes).most_common(1)[0][0] if codes else None
