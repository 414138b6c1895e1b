"""The patterns and rules of ``topics.toml``, made ready to be looked up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from store.errors import LexiconError
from store.lexicon.sections import sections
from store.reading.phrases import Phrases

TOPICS = (
    "military-cooperation", "military-technical", "defence-industry", "military-education",
    "joint-exercises", "interoperability", "experience-exchange", "reforms", "modern-warfare",
    "military-medicine", "peacekeeping", "counter-terrorism", "cyber-security", "maritime",
    "regional-security", "international-security", "border-situation", "peace-process",
    "political-relations", "multilateral", "trade-economy", "energy-transport", "humanitarian",
    "law-enforcement", "culture-education", "science-technology",
)  # fmt: skip
CONFIDENCE = {"sure": 0.92, "likely": 0.75, "civil": 0.75, "weak": 0.5}


class _Payload(NamedTuple):
    """What a pattern means: the kind of table it comes from, its key there, and its level."""

    kind: str  # topic | mask | situation | after | before | head | opener
    key: str
    level: str = ""
    bare: bool = False  # only hints at the topic


@dataclass(frozen=True)
class Tables:
    """What ``topics.toml`` says, by what it is asked for."""

    phrases: Phrases
    payloads: tuple[_Payload, ...]
    regions: Mapping[str, tuple[frozenset[str], bool]]  # codes around it; counts as home when not known
    heads: frozenset[str]
    absorbs: Mapping[str, frozenset[str]]
    follows: Mapping[str, frozenset[str]]
    yields: Mapping[str, frozenset[str]]
    drops: frozenset[str]
    telling: Mapping[str, frozenset[str]]  # first word to what must follow; empty where nothing must
    elsewhere: frozenset[str]


def _patterns(data: Mapping[str, Any]) -> Iterator[tuple[str, _Payload]]:
    """Every pattern of the lexicon with its meaning."""
    for topic, levels in data["topics"].items():
        if topic not in TOPICS:
            raise LexiconError(f"topics.toml: “{topic}” is not one of the closed list of topics.")
        for level, patterns in levels.items():
            if level not in CONFIDENCE:
                raise LexiconError(f"topics.toml: topics.{topic} has the unknown level “{level}”.")
            bare = frozenset(data["bare"].get(topic, ()))
            yield from ((pattern, _Payload("topic", topic, level, pattern in bare)) for pattern in patterns)
    for key, patterns in data["masks"].items():
        yield from ((pattern, _Payload("mask", key)) for pattern in patterns)
    for region in data["regions"]:
        for pattern in data["situation"]["patterns"]:
            yield pattern.replace("@", f"<@{region}>"), _Payload("situation", region, "situation")
    for kind in ("after", "before"):
        yield from ((pattern, _Payload(kind, "")) for pattern in data["ignore"][kind])
    yield from ((pattern, _Payload("head", "")) for pattern in data["exercise"]["heads"])
    yield from ((pattern, _Payload("opener", "")) for pattern in data["exercise"]["openers"])


@cache
def topic_tables() -> Tables:
    """The tables of topics, made once."""
    try:
        data = sections("topics.toml")
        classes = dict(data["classes"])
        classes.update({f"@{name}": region["places"] for name, region in data["regions"].items()})
        numbers: dict[_Payload, int] = {}
        compiled = [(line, numbers.setdefault(load, len(numbers))) for line, load in _patterns(data)]
        return Tables(
            phrases=Phrases(compiled, classes, "topics.toml"),
            payloads=tuple(numbers),
            regions={
                name: (frozenset(region["codes"]), bool(region["home"]))
                for name, region in data["regions"].items()
            },
            heads=frozenset(data["names"]["heads"]),
            absorbs={topic: frozenset(lost) for topic, lost in data["absorbs"].items()},
            follows={topic: frozenset(lost) for topic, lost in data["follows"].items()},
            yields={topic: frozenset(others) for topic, others in data["yields"].items()},
            drops=frozenset(data["exercise"]["drops"]),
            telling=_by_first(data["telling"]["words"]),
            elsewhere=frozenset(data["telling"]["elsewhere"]),
        )
    except KeyError as fault:
        raise LexiconError(f"topics.toml is malformed: {fault}.") from fault


def _by_first(phrases: Sequence[str]) -> dict[str, frozenset[str]]:
    seconds: dict[str, set[str]] = {}
    for phrase in phrases:
        first, _, second = phrase.partition(" ")
        seconds.setdefault(first, set()).add(second)
    return {first: frozenset() if "" in rest else frozenset(rest) for first, rest in seconds.items()}


def telling_words() -> tuple[Mapping[str, frozenset[str]], frozenset[str]]:
    """Words by which a sentence tells of talk, and words by which, without those, it tells of other things.

    Each of the first has the words of which one must follow it, or none where nothing must.
    """
    tables = topic_tables()
    return tables.telling, tables.elsewhere
