"""What is one post in several wordings, and how high a post is."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from functools import cache, lru_cache

from store.across.encounter import HeldPost, Participant
from store.across.folded import number_in, one_form
from store.derive import country_codes, person_key
from store.lexicon import load
from store.lexicon.sections import sections

_SPELLINGS = {"defense": "defence", "advisor": "adviser", "centre": "center"}
_DULL = frozenset("the of for and a an to in at s then".split())
_HOUSES = frozenset("ministry department".split())
_HEADS = frozenset("chief commander head".split())
_OF_ALL = frozenset("national federal".split())


class Level(IntEnum):
    """How high a post is; the highest is the least."""

    HEAD = 1  # of a state, a government, an organisation
    MINISTER = 2
    CHIEF = 3  # of staff, of a service
    DEPUTY = 4  # of a minister, of a chief
    AMBASSADOR = 5
    OTHER = 6

    @property
    def label(self) -> str:
        """In words."""
        return _LABELS[self]


_LABELS = {
    Level.HEAD: "head of state or government",
    Level.MINISTER: "minister",
    Level.CHIEF: "chief of staff or of a service",
    Level.DEPUTY: "deputy minister or chief",
    Level.AMBASSADOR: "ambassador",
    Level.OTHER: "other",
}


def post_key(post: HeldPost) -> str:
    """What is the same for all wordings of one post: ``2 armed chief force general staff|TR``.

    Words are in alphabetical order, so that a Defense Minister and a Minister of Defence are one, and so are
    an Army commander and the Commander, Army.
    """
    return _key(post.title, post.organisation, post.country)


@lru_cache(maxsize=1 << 14)
def _key(title: str, organisation: str, country: str) -> str:
    return f"{' '.join(sorted(_told(title, organisation)))}|{country}"


def _told(title: str, organisation: str) -> set[str]:
    """The words of a post without those by which one and the same is worded at length."""
    words, body = set(words_of(title)), set(words_of(organisation))
    codes = country_codes(organisation) if organisation else ()
    bodies = [code for code in codes if code in load().organisation_of] or codes
    if len(bodies) == 1:
        body = {bodies[0]}
    if body & _HOUSES and words & {"minister", "secretary", "deputy", "undersecretary"}:
        body -= _HOUSES
    if "minister" in words:  # of Foreign Affairs, of National Defence
        words -= {"affair"} if "foreign" in words else set()
        words -= _OF_ALL if "defence" in words | body else set()
    if words and words <= _HEADS and body:  # the chief of a body is its head, and its commander
        words = {"head"}
    return words | body


def words_of(said: str) -> list[str]:
    """The words of a title or a body that say something, as they are compared."""
    told = (number_in(word) or one_form(word) for word in person_key(said).split() if word not in _DULL)
    return [_SPELLINGS.get(word, word) for word in told]


def level_of(post: HeldPost) -> Level:
    """How high a post is."""
    return _level(post.title, post.organisation)


@lru_cache(maxsize=1 << 14)
def _level(title: str, organisation: str) -> Level:
    said = f"{title} {organisation}"
    words = frozenset(person_key(said).replace("-", " ").split()) | set(words_of(said))
    for level, has, without in _levels():
        if any(map(words.issuperset, has)) and not any(map(words.issuperset, without)):
            return level
    return Level.OTHER


Entry = tuple[frozenset[str], ...]


@cache
def _levels() -> tuple[tuple[Level, Entry, Entry], ...]:
    tables = sections("levels.toml")["levels"]
    return tuple(
        (Level[table["level"].upper()], _entries(table["has"]), _entries(table.get("not", ())))
        for table in tables
    )


def _entries(said: Iterable[str]) -> Entry:
    return tuple(frozenset(one.split()) for one in said)


def level_of_person(person: Participant) -> Level:
    """The level of the highest of a person's posts."""
    return min(map(level_of, person.posts), default=Level.OTHER)


def heads(people: Iterable[Participant]) -> dict[str, Participant]:
    """Of each party the highest of its people, the first named of several."""
    found: dict[str, Participant] = {}
    for person in people:
        if person.country and (
            person.country not in found or level_of_person(person) < level_of_person(found[person.country])
        ):
            found[person.country] = person
    return found


def same_post(one: HeldPost, other: HeldPost) -> bool:
    """Whether two posts are one: also where only one article names the body that a title is of."""
    if post_key(one) == post_key(other):
        return True
    words = sorted(words_of(one.title))
    return (
        one.country == other.country
        and len(words) > 1
        and words == sorted(words_of(other.title))
        and not (one.organisation and other.organisation)
    )


def covers(long: HeldPost, short: HeldPost) -> bool:
    """Whether ``short`` says less of the same post: "Minister" of "Minister of Defense"."""
    words, more = set(words_of(f"{short.title} {short.organisation}")), set(words_of(str(long)))
    return (
        long.country == short.country
        and words <= more
        and set(words_of(short.title)) <= set(words_of(long.title))
        and level_of(long) == level_of(short)
    )


def is_one_mans(post: HeldPost) -> bool:
    """Whether only one person at a time can have a post, as far as its words tell."""
    words = words_of(post.title)
    if not post.country or level_of(post) in (Level.AMBASSADOR, Level.OTHER):
        return False
    if level_of(post) is Level.DEPUTY:
        return any(map(str.isdigit, words))
    return level_of(post) is Level.HEAD or len(words) > 1 or bool(post.organisation)
