"""Which series a name of an occasion is of: the same key for every wording.

``15th Meeting of the Azerbaijani-Turkish High-Level Military Dialogue`` and ``17th Azerbaijan-Türkiye
High-Level Military Dialogue Meeting`` are both ``AZ TR dialogue high level military``: states as codes,
without ordinal, year, and words like "meeting of", in alphabetical order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from store.across.folded import number_in, one_form
from store.derive import person_key
from store.lexicon import load
from store.lexicon.sections import sections

FEW = 3
"""Of so many parties at most a name that only says what it is ("Joint Commission") is theirs."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNTED = re.compile(r"([a-z]{3,})(\d{1,3})")
_NUMBER = re.compile(r"\d{1,3}")
_ORGANISATION = "@"
"""Before the code of an organisation, so that it is not taken for a state's."""


class Wording(NamedTuple):
    """A name of an occasion, taken apart."""

    states: tuple[str, ...]  # codes, sorted
    words: tuple[str, ...]  # what else it says, sorted
    common: bool  # whether those say only what kind of a body it is
    number: int | None  # as in "COP29"
    year: int | None


def series_key(name: str, parties: Iterable[str] = ()) -> str:
    """The series of an occasion's name, folded or not; empty where the name says nothing of its own.

    ``parties``: who met there. They count where the name tells no state and is one that every pair may use.
    """
    told = wording(person_key(name))
    states = told.states
    if told.common and not states:
        sides = sorted(set(parties))
        if not 2 <= len(sides) <= FEW:
            return " ".join(told.words) if len(told.words) > 1 else ""
        states = tuple(sides)
    return " ".join((*states, *told.words))


@lru_cache(maxsize=1 << 15)
def wording(name: str) -> Wording:
    """A folded name, taken apart."""
    rules = _rules()
    states: set[str] = set()
    words: set[str] = set()
    parts: set[str] = set()
    number = year = None
    last = ""
    named = True
    for word in _coded(name.split()):
        if word[0].isupper():
            states.add(word)
        elif word == "with":  # whom one side met: "Consultations with Slovenia", "with Sir Philip Barton"
            named = False
        elif not named or (word == "plus" and last in _COUNTS):
            pass
        elif _YEAR.fullmatch(word):
            year = int(word)
        elif number_in(word):
            pass
        elif _NUMBER.fullmatch(word) and len(last) > 2 and last not in rules.spellings:
            number = int(word)
        elif word in rules.parts:
            parts.add(one_form(word))
        elif word in rules.dull:
            pass
        elif found := _COUNTED.fullmatch(word):
            words.add(found[1])
            number = int(found[2])
        elif told := _spelt(word):
            words.add(told)
        last = word
    if not words:  # "the Azerbaijan-Georgia meeting" is one
        words = parts
    common = all(word in rules.common or word in parts for word in words)
    return Wording(tuple(sorted(states)), tuple(sorted(words)), common, number, year)


_COUNTS = frozenset("2 3 4 two three four".split())
_WITH = re.compile(r"[\s,]+with\s+(?P<whom>.+)")
_WEEKDAY = re.compile(r"\s+(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")


def shown(label: str) -> str:
    """A name without what was read with it: the day of the week, and people whom one side met."""
    found = _WITH.search(label)
    if found:
        before = set(_coded(person_key(label[: found.start()]).split()))
        told = list(_coded(person_key(found["whom"]).split()))
        if any(not word[0].isupper() or word in before for word in told):
            label = label[: found.start()]
    return _WEEKDAY.sub("", label) or label


def _spelt(word: str) -> str:
    """A word as all its spellings are compared; empty for one that says nothing."""
    if len(word) == 1 and not word.isdigit():
        return ""
    spellings = _rules().spellings
    if word in spellings:
        return spellings[word]
    return spellings.get(one_form(word), one_form(word))


def _coded(words: list[str]) -> Iterator[str]:
    """The words with states and organisations as codes."""
    forms, place = _forms(), 0
    while place < len(words):
        for form, code in forms.get(words[place], ()):
            if words[place : place + len(form)] == list(form):
                yield code
                place += len(form)
                break
        else:
            yield words[place]
            place += 1


class _Rules(NamedTuple):
    parts: frozenset[str]
    dull: frozenset[str]
    common: frozenset[str]
    spellings: dict[str, str]


@cache
def _rules() -> _Rules:
    told = sections("series.toml")
    words = {name: frozenset(said.split()) for name, said in told["words"].items()}
    spellings: dict[str, str] = told["spellings"]
    common = {spellings.get(one_form(word), one_form(word)) for word in words["common"]} | words["common"]
    return _Rules(words["parts"], words["dull"], frozenset(common), spellings)


@cache
def _forms() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """What states and organisations are called, by the first word, the longest first."""
    lexicon = load()
    found: dict[tuple[str, ...], str] = {}
    for state in lexicon.territories:
        for form in (*state.names, *state.adjectives):
            _take(found, form, state.code)
    for word, code in sections("series.toml")["combining"].items():
        _take(found, word, code)
    seen = set()
    for organisation in lexicon.organisations:
        if organisation.code not in seen:  # what follows are its bodies
            seen.add(organisation.code)
            for form in (organisation.name, organisation.code):
                _take(found, form, _ORGANISATION + organisation.code)
    forms: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, code in found.items():
        forms.setdefault(words[0], []).append((words, code))
    for several in forms.values():
        several.sort(key=lambda one: -len(one[0]))
    return forms


def _take(found: dict[tuple[str, ...], str], form: str, code: str) -> None:
    words = tuple(person_key(form).split())
    if words and len("".join(words)) > 1:
        found.setdefault(words, code)
