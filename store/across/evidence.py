"""The words behind what is shown: where in an article a post, a person, a topic is read from."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from store.across.encounter import HeldPost
from store.across.page import Link, to_article
from store.database import names
from store.derive import person_key
from store.model import Evidence, Meeting, Official, Reading, Span

MOST = 150
"""The readings of so many articles are looked at for one page; links to others lead to no words."""


class Proofs:
    """Links to articles, with the words that say so."""

    def __init__(self, connection: sqlite3.Connection, most: int = MOST) -> None:
        self._connection = connection
        self._most = most
        self._readings: dict[int, Reading] = {}

    def reading(self, article: int) -> Reading:
        """The reading of an article, as a person has it; an empty one where too many were looked at."""
        if article not in self._readings and len(self._readings) < self._most:
            ((_, self._readings[article]),) = names.readings(self._connection, [article])
        return self._readings.get(article, Reading())

    def meeting(self, article: int, number: int) -> Link:
        """To the words that tell of the encounter."""
        found = self._meeting(article, number)
        return to_article(article, _first(found.evidence) if found else None)

    def date(self, article: int, number: int) -> Link:
        """To the date of a meeting."""
        return self._field(article, number, "date")

    def place(self, article: int, number: int) -> Link:
        """To the place of a meeting."""
        return self._field(article, number, "place")

    def occasion(self, article: int, number: int) -> Link:
        """To the name of a meeting's occasion."""
        return self._field(article, number, "occasion")

    def topic(self, article: int, number: int, topic: str) -> Link:
        """To the words by which a meeting is said to have been about that."""
        found = self._meeting(article, number)
        stated = next((one for one in found.topics if one.value == topic), None) if found else None
        return to_article(article, _first(stated.evidence) if stated else None)

    def person(self, article: int, spelt: str) -> Link:
        """To the person's name."""
        found = self._official(article, spelt)
        return to_article(article, found.mentions[0] if found and found.mentions else None)

    def post(self, article: int, spelt: str, post: HeldPost) -> Link:
        """To the words that give a person a post."""
        return self.post_of(article, spelt, [post])

    def post_of(self, article: int, spelt: str, posts: Iterable[HeldPost]) -> Link:
        """To the words that give a person any of these posts."""
        found = self._official(article, spelt)
        wanted = {(person_key(post.title), person_key(post.organisation)) for post in posts}
        for one in found.posts if found else ():
            if (person_key(one.title), person_key(one.organisation or "")) in wanted:
                return to_article(article, _first(one.evidence))
        return self.person(article, spelt)

    def rank(self, article: int, spelt: str) -> Link:
        """To the words that give a person a rank."""
        found = self._official(article, spelt)
        if found is None or found.rank is None:
            return self.person(article, spelt)
        return to_article(article, _first(found.rank.evidence))

    def _field(self, article: int, number: int, name: str) -> Link:
        found = self._meeting(article, number)
        stated = getattr(found, name) if found else None
        return to_article(article, _first(stated.evidence)) if stated else self.meeting(article, number)

    def _meeting(self, article: int, number: int) -> Meeting | None:
        meetings = self.reading(article).meetings
        return meetings[number - 1] if 0 < number <= len(meetings) else None

    def _official(self, article: int, spelt: str) -> Official | None:
        officials = self.reading(article).officials
        name = spelt.partition("|")[0]
        return next((one for one in officials if person_key(one.name) == name), None)


def _first(evidence: Evidence) -> Span | None:
    return evidence.spans[0] if evidence.spans else None
