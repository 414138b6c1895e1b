"""What joins the people of one list: commas, ``and``, what is left of their titles."""

from __future__ import annotations

from store.lexicon.grammar import grammar_words
from store.reading.tokens import Tokens


def _past_body(tokens: Tokens, first: int, last: int) -> int:
    """Behind ``at the Foreign Ministry`` of ``X, head of department at the Foreign Ministry, and Y``."""
    if first >= last or tokens.low[first] not in ("at", "of", "for") or last - first > 14:
        return first
    at = first + 1
    while at < last and (tokens.cap[at] or tokens.low[at] in ("the", "of", "for", "'s", "’s")):
        at += 1
    return at if at > first + 1 and tokens.low[at : min(last, at + 2)] == [",", "and"] else first


def gap_is_tie(tokens: Tokens, first: int, last: int) -> bool:
    """Whether tokens ``[first, last)`` only join two people: commas, ``and``, a rank's leftovers."""
    ties = (
        "and",
        "&",
        ",",
        "the",
        "he",
        "hh",
        "h.e",
        "mr",
        "mrs",
        "ms",
        "dr",
        "his",
        "her",
        "excellency",
        "host",
        "guest",
        "visitor",
        "country",
        "counterpart",
        "colleague",
        "as",
        "well",
        "also",
        "both",
        "–",
        "-",
        "by",
        ")",
        "(",
        "'s",
        "along",
        "together",
        "with",
        "visiting",
    )
    first = _past_body(tokens, first, last)
    if last - first > 1 and tokens.low[last - 1] == "of" and tokens.low[last - 2] in (",", "and"):
        last -= 1  # "the Ambassadors of Norway, X, and of Chile, Y"
    return all(tokens.low[i] in ties for i in range(first, last)) and not grammar_words().tenure.issuperset(
        tokens.low[first:last] or ["x"]
    )
