"""The words of homage, and a sentence cut into words and signs for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from store.errors import LexiconError
from store.lexicon.sections import sections
from store.model import Span

_WORD = re.compile(r"[^\W_]+(?:(?:['’`´\-–]|\.(?=[A-Z]))[^\W_]+)*(?:['’](?!\w))?|[^\s\w]|_")


@dataclass(frozen=True)
class HomageTables:
    heads: frozenset[str]
    weak: dict[str, re.Pattern[str]]
    persons: frozenset[str]
    modifiers: frozenset[str]
    proper: re.Pattern[str]
    acts: dict[str, re.Pattern[str]]
    titles: frozenset[str]
    never: frozenset[str]
    stops: frozenset[str]  # words that end a noun phrase
    particles: frozenset[str]  # small words within names
    dates: frozenset[str]  # capitals that are no site


@cache
def homage_tables() -> HomageTables:
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
            titles=frozenset(names["titles"]),
            never=frozenset(names["never"]),
            stops=frozenset(sites["stops"].split()),
            particles=frozenset(names["particles"].split()),
            dates=frozenset(sites["dates"].split()),
        )
    except (KeyError, re.error) as fault:
        raise LexiconError(f"ceremonies.toml is malformed: {fault}.") from fault


class Token(NamedTuple):
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
    return " ".join(text.split())
