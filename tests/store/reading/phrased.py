"""What the tests of single stages share: a text taken as far as the stage before."""

from __future__ import annotations

from store.reading.gazetteer import Hit, find_hits
from store.reading.identity import find_people
from store.reading.layout import Block, BlockKind, find_blocks
from store.reading.mentions import Phrases
from store.reading.people import Person
from store.reading.surface import make_surface
from store.reading.surroundings import find_mentions
from store.reading.tokens import Tokens, tokenize


def tokens_of(text: str) -> Tokens:
    """The tokens of a text that is one paragraph."""
    return tokenize(text, [Block(0, len(text), BlockKind.BODY)])


def hits_of(text: str) -> tuple[Tokens, list[Hit | None]]:
    """Tokens and lexicon hits of a text that is one paragraph."""
    tokens = tokens_of(text)
    return tokens, find_hits(tokens)


def phrases_of(text: str) -> tuple[Tokens, Phrases]:
    """Tokens and mentions of a text, laid out as a page."""
    surface = make_surface(text).text
    blocks = find_blocks(surface)
    tokens = tokenize(surface, blocks)
    return tokens, find_mentions(tokens, find_hits(tokens), blocks)


def people_of(text: str) -> tuple[Tokens, list[Person]]:
    """Tokens and people of a text, laid out as a page."""
    tokens, phrases = phrases_of(text)
    return tokens, find_people(tokens, phrases)


def words(tokens: Tokens, first: int, last: int) -> str:
    """Tokens joined by blanks."""
    return " ".join(tokens.word[first:last])
