"""Articles for measuring: of the right shape and size, about nobody, the same for the same seed."""

from __future__ import annotations

import bisect
import itertools
import random
from collections.abc import Iterator
from datetime import date, timedelta

SYLLABLES = tuple(a + b for a, b in itertools.product("bdfghklmnr", "aei"))
ENDINGS = ("ov", "ev", "son", "oğlu", "ić", "yan", "dze", "ski", "ez", "man", "əyev", "ström")
VOCABULARY = 60_000
SIDES = (
    ("Azerbaijan", "Baku"),
    ("Türkiye", "Ankara"),
    ("Georgia", "Tbilisi"),
    ("Kazakhstan", "Astana"),
    ("Italy", "Rome"),
    ("Japan", "Tokyo"),
    ("Brazil", "Brasília"),
    ("Kenya", "Nairobi"),
    ("Norway", "Oslo"),
    ("Pakistan", "Islamabad"),
)
POSTS = (
    "Minister of Defense",
    "Minister of Foreign Affairs",
    "Chief of the General Staff",
    "Commander of the Land Forces",
    "Secretary of the Security Council",
    "Minister of Energy",
    "Speaker of the Parliament",
)
OUTLETS = ("Trend", "Azernews", "Reuters", "Anadolu Agency", "Kyodo News")
SUBJECTS = (
    "military cooperation",
    "regional security",
    "the exchange of experience",
    "joint exercises",
    "trade and investment",
    "energy and transport",
    "humanitarian demining",
    "the peace process",
)


class Generator:
    """Makes numbered articles of about 2 KB: one meeting each, then prose of Zipf-distributed words."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)
        words: set[str] = set()
        while len(words) < VOCABULARY:
            words.add("".join(self._random.choices(SYLLABLES, k=self._random.randint(2, 4))))
        self.words = sorted(words)
        self._random.shuffle(self.words)
        self._weights = list(itertools.accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))

    def _word(self) -> str:
        return self.words[bisect.bisect(self._weights, self._random.random() * self._weights[-1])]

    def _sentence(self) -> str:
        return " ".join(self._word() for _ in range(self._random.randint(8, 20))).capitalize() + "."

    def _name(self) -> str:
        first, last = ("".join(self._random.choices(SYLLABLES, k=2)).capitalize() for _ in range(2))
        return f"{first} {last}{self._random.choice(ENDINGS)}"

    def article(self, number: int) -> tuple[str, bytes]:
        """The key and the bytes of a seed file."""
        pick = self._random.choice
        day = date(2000, 1, 1) + timedelta(days=self._random.randrange(9_400))
        (home, capital), (away, _) = self._random.sample(SIDES, 2)
        host, guest = self._name(), self._name()
        paragraphs = [
            f" date {day.isoformat()} {capital.upper()}, {home}, {day:%B} {day.day}. "
            f"The {pick(POSTS)} of {home} {host} received the {pick(POSTS)} of {away} {guest}, "
            f"who is on an official visit to {home}, {pick(OUTLETS)} reports.",
            f"At the meeting, the sides discussed {pick(SUBJECTS)} and {pick(SUBJECTS)}. "
            f"{host} said that {pick(SUBJECTS)} between {home} and {away} will be continued.",
        ]
        while sum(map(len, paragraphs)) < 2_100:
            paragraphs.append(" ".join(self._sentence() for _ in range(4)))
        return f"made-{number:07d}", "\n\n".join(paragraphs).encode()

    def articles(self, count: int) -> Iterator[tuple[str, bytes]]:
        """``count`` articles, numbered from 0."""
        return (self.article(number) for number in range(count))
