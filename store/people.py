"""The people of a library: one person under all spellings, what is known of each, and who may be the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from store import namesakes
from store.database import names
from store.derive import APART, FIRST, person_key, stated_home
from store.joining import Joining, Told, held
from store.model import Dossier, Official, Reading
from store.namesakes import Likeness

YEARS_APART = 15
"""Two names that no articles of fewer years apart have are not proposed."""

_SURNAME_ALONE = 0.5  # a likeness that needs one country, known of both


class People(Joining):
    """People over all articles. Reading and writing methods are as those of ``Library``."""

    kind, one, two = "person", "one person", "two people's"
    many, nothing = "people", "nobody"

    def candidates(self, counts: Mapping[str, int]) -> Iterator[tuple[str, str, Likeness]]:
        """Pairs of names that are alike."""
        return namesakes.candidates(counts)

    def compatible(self, one: Dossier, other: Dossier, likeness: Likeness) -> bool:
        """Whether country and time let two names be one person's."""
        countries = {said.value for said in one.countries}, {said.value for said in other.countries}
        if all(countries):
            if countries[0].isdisjoint(countries[1]):
                return False
        elif likeness.score <= _SURNAME_ALONE:
            return False
        if one.first and one.last and other.first and other.last:
            later, earlier = max(one.first, other.first), min(one.last, other.last)
            return int(later[:4]) - int(earlier[:4]) <= YEARS_APART
        return True

    def described(self, bare: Dossier, told: list[Told[Reading]], spelt: tuple[str, ...]) -> Dossier:
        """``bare`` with countries, ranks and posts."""
        own = [
            (row, official)
            for row, reading in told
            for official in reading.officials
            if person_key(official.name) in spelt
        ]
        return replace(bare, countries=held(own, _country), ranks=held(own, _rank), posts=held(own, _posts))

    def of_name(self, name: str) -> list[tuple[str, str]]:
        """The people of that name, each with what ``Official.apart`` says of them."""
        key = person_key(name)
        with self._database.reading() as connection:
            keys = names.namesakes(connection).get(key, [key])
            known = names.labels(connection, self.kind, keys)
            home = names.home(connection, key) or FIRST
        return [(one.label, one.key.partition(APART)[2] or home) for one in known]

    def key_of(self, official: Official) -> str:
        """The key under which the library lists a person of an article."""
        name = person_key(official.name)
        with self._database.reading() as connection:
            several = names.namesakes(connection).get(name, [])
        key = f"{name}{APART}{official.apart or stated_home(official)}"
        return key if key in several else name


def _country(official: Official) -> Iterator[str]:
    if official.country is not None:
        yield official.country.value


def _rank(official: Official) -> Iterator[str]:
    if official.rank is not None:
        yield official.rank.value


def _posts(official: Official) -> Iterator[str]:
    for post in official.posts:
        yield ", ".join(filter(None, (post.title, post.organisation)))
