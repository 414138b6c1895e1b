"""The words of homage, and a sentence cut into words and signs for them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, NamedTuple

from store.errors import LexiconError
from store.lexicon.sections import sections
from store.model import Span
from store.reading.needs import needs
from store.reading.sought import mark_where

_WORD = re.compile(r"[^\W_]+(?:(?:['’`´\-–]|\.(?=[A-Z]))[^\W_]+)*(?:['’](?!\w))?|[^\s\w]|_")


@dataclass(frozen=True)
class HomageTables:
    """What ``ceremonies.toml`` says of sites and acts of homage."""

    heads: frozenset[str]
    weak: dict[str, re.Pattern[str]]
    persons: frozenset[str]
    modifiers: frozenset[str]
    proper: re.Pattern[str]
    acts: dict[str, re.Pattern[str]]
    needs: dict[str, frozenset[str]]  # of each act the pieces of words of which it needs one, or none
    titles: frozenset[str]
    never: frozenset[str]
    stops: frozenset[str]  # words that end a noun phrase
    particles: frozenset[str]  # small words within names
    dates: frozenset[str]  # capitals that are no site


@cache
def homage_tables() -> HomageTables:
    """The tables of homage, made once."""
    try:
        data: dict[str, Any] = sections("ceremonies.toml")
        sites, names = data["sites"], data["names"]
        return HomageTables(
            heads=frozenset(sites["heads"]),
            weak={head: re.compile(cue, re.IGNORECASE) for head, cue in sites["weak_heads"].items()},
            persons=frozenset(sites["persons"]),
            modifiers=frozenset(sites["modifiers"]),
            proper=re.compile(sites["proper"]),
            acts={name: re.compile(line, re.IGNORECASE) for name, line in data["acts"].items()},
            needs={name: needs(line.lower()) for name, line in data["acts"].items()},
            titles=frozenset(names["titles"]),
            never=frozenset(names["never"]),
            stops=frozenset(sites["stops"].split()),
            particles=frozenset(names["particles"].split()),
            dates=frozenset(sites["dates"].split()),
        )
    except (KeyError, re.error) as fault:
        raise LexiconError(f"ceremonies.toml is malformed: {fault}.") from fault


# What a pattern that ignores case takes for these letters.
_PLAIN_LETTERS = str.maketrans("İıſ", "iis")


def _may_tell(act: str, low: str) -> bool:
    """Whether a word in lower case may be one that an act needs."""
    needed = homage_tables().needs[act]
    plain = low.replace("i\u0307", "i").translate(_PLAIN_LETTERS)
    return not all(map(str.isalpha, needed)) or any(piece in plain for piece in needed)


# What marks a sentence as one that may tell of an act: a word with letters that the act's pattern needs.
_ACTS = {
    act: mark_where(partial(_may_tell, act))
    for act in "offer lay honour visit welcome received guard silence condolence service".split()
}


def act_finder(
    tables: HomageTables, text: str, span: Span, marks: int | None = None
) -> Callable[[str], re.Match[str] | None]:
    """What finds an act in a sentence by its name; a pattern is tried only where what it needs is there.

    ``marks`` are those of the sentence, where they are known.
    """

    def find(act: str) -> re.Match[str] | None:
        if marks is not None and tables.needs[act] and not marks & _ACTS[act]:
            return None
        return tables.acts[act].search(text, *span)

    return find


class Token(NamedTuple):
    """A word of a sentence, as printed and in small letters, with its place."""

    word: str
    low: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.word[0].isupper()


def tokens_of(text: str, span: Span) -> list[Token]:
    """The words and signs of a sentence."""
    return [Token(m.group(), m.group().lower(), *m.span()) for m in _WORD.finditer(text, *span)]


def folded(text: str) -> str:
    """The text with its white space made single."""
    return " ".join(text.split())
