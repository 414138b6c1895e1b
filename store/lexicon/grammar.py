"""The words of the grammar: how posts, names and venues are written.

Data in ``posts.toml``, ``name_words.toml``, ``venues.toml``, ``forces.toml``,
``not_names.txt`` and ``english_words.txt``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from store.lexicon.sections import sections, word_file


@dataclass(frozen=True, slots=True)
class GrammarWords:
    """Word lists in lower case, as sets.

    ``heads`` maps a first word to the word sequences it begins, longest first.
    """

    heads: dict[str, tuple[tuple[str, ...], ...]]
    head_words: frozenset[str]  # the heads of one word
    abbreviations: dict[str, str]
    whole: frozenset[str]
    staff: frozenset[str]
    staff_words: frozenset[str]
    duties: frozenset[str]
    duties_of_bodies: frozenset[str]
    weak: frozenset[str]
    tenure: frozenset[str]
    plural: frozenset[str]
    area: frozenset[str]
    before: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    also_names: frozenset[str]
    syllables: frozenset[str]
    honours: frozenset[str]
    things: frozenset[str]
    thing_heads: frozenset[str]
    not_names: frozenset[str]
    bodies: frozenset[str]
    joined: frozenset[str]
    diplomats: frozenset[str]
    charged: frozenset[str]
    embassy: frozenset[str]
    agents: frozenset[str]
    served: frozenset[str]
    styles: frozenset[str]
    prefixes: frozenset[str]
    organs: frozenset[str]
    international: frozenset[str]
    chiefs: frozenset[str]
    of_the_un: frozenset[str]
    american: frozenset[str]
    abroad: frozenset[str]
    venue_words: frozenset[str]
    venue_first: frozenset[str]
    venue_small: frozenset[str]
    venue_alone: frozenset[str]
    venue_never: frozenset[str]
    ordinary: frozenset[str]  # English words that are written small
    synonyms: dict[str, list[str]]
    implied: dict[str, str]
    forces: dict[str, list[str]]  # a state's code to the letters its forces go by


def _by_first_word(phrases: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(set(rows), key=len, reverse=True)) for first, rows in found.items()}


_NAME_LISTS = ("particles", "suffixes", "also_names", "syllables", "honours")
_POST_LISTS = (
    "whole", "staff", "staff_words", "duties", "duties_of_bodies", "weak", "tenure", "plural",
)  # fmt: skip


@cache
def grammar_words() -> GrammarWords:
    """The word lists, read once."""
    posts, names = sections("posts.toml"), sections("name_words.toml")
    lists, vocabulary = posts["lists"], posts["vocabulary"]
    return GrammarWords(
        heads=_by_first_word(posts["heads"]),
        head_words=frozenset(head for head in posts["heads"] if " " not in head),
        abbreviations=posts["abbreviations"],
        **{key: frozenset(words) for key, words in lists.items() if key in _POST_LISTS},
        area=frozenset(vocabulary["area"].split()),
        before=frozenset(vocabulary["before"].split()),
        **{key: frozenset(names[key]) for key in _NAME_LISTS},
        things=frozenset(names["things"].split()),
        thing_heads=frozenset(names["thing_heads"].split()),
        **{key: frozenset(words) for key, words in posts["kinds"].items()},
        **{f"venue_{key}": frozenset(words) for key, words in sections("venues.toml").items()},
        synonyms=posts["synonyms"],
        implied=posts["implied"],
        forces=sections("forces.toml")["forces"],
        not_names=word_file("not_names.txt"),
        ordinary=word_file("english_words.txt"),
    )
