"""Names of persons in the words of homage: who lies in a grave, who is paid tribute."""

from __future__ import annotations

from store.model import Span
from store.reading.homage_words import HomageTables, Token


def person_names(tables: HomageTables, tokens: list[Token], first: int, last: int) -> tuple[Span, ...]:
    """Runs of capitals that look like the names of persons."""
    found: list[Span] = []
    place = first
    while place < last:
        if not tokens[place].capital:
            place += 1
            continue
        end = place + 1
        while end < last and (
            tokens[end].capital
            or (tokens[end].low in tables.particles and end + 1 < last and tokens[end + 1].capital)
            or (tokens[end].word == "." and len(tokens[end - 1].word) == 1)
        ):
            end += 1
        begin = place
        while begin < end and tokens[begin].low in tables.titles:
            begin += 1
        if begin < end and tokens[begin].word == ".":
            begin += 1
        run = tokens[begin:end]
        alone = begin > place or place == first or _is_trade(tables, tokens, place, first)
        if (
            len(run) == 1
            and end < len(tokens)
            and tokens[end].low.isalpha()
            and tokens[end].low not in tables.stops
        ):
            alone = alone and tokens[end].low in (
                "in",
                "at",
                "to",
                "of",
            )  # else an adjective: British servicemen
        if run and (len(run) > 1 or alone) and not any(_no_name(tables, token) for token in run):
            found.append(Span(run[0].start, _without_possessive(run[-1])))
        place = end
    return tuple(found)


def _is_trade(tables: HomageTables, tokens: list[Token], at: int, first: int) -> bool:
    """Whether a name of one word follows what its bearer was: ``the Tajik poet Rudaki``."""
    before = tokens[at - 1]
    return (
        at - 2 >= first
        and before.low.isalpha()
        and not before.capital
        and len(before.low) > 3
        and before.low not in tables.stops
        and before.low not in tables.particles
        and tokens[at - 2].capital
    )


def _no_name(tables: HomageTables, token: Token) -> bool:
    return token.low in tables.never or token.low.rstrip("'’") in tables.never


def _without_possessive(token: Token) -> int:
    return token.end - 2 if token.word.endswith(("'s", "’s")) else token.end


def long_enough(text: str, span: Span) -> bool:
    """Whether a name has more than one word."""
    return " " in text[span.start : span.end].strip()
