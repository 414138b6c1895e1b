"""Bodies that follow the head of a post with no word between: ``Commander US Army Africa``."""

from __future__ import annotations

from store.lexicon.grammar import GrammarWords
from store.reading.gazetteer import Hit, HitKind
from store.reading.tokens import Tokens

# Heads after which a body may stand with no link.
_BARE = frozenset(
    "chairman commander commandant commanding director chief secretary minister deputy vice dg md general"
    " flag air officer".split()
)


def is_acronym(word: str) -> bool:
    """Whether a word in brackets stands for a body: ``MNDF``, ``MoD``."""
    return word.isupper() or (len(word) <= 7 and sum(letter.isupper() for letter in word) > 1)


def bare_complement(
    tokens: Tokens, hits: list[Hit | None], at: int, last: int, words: GrammarWords, head: str
) -> bool:
    """``Chairman Joint Chiefs of Staff Committee``: a body straight after the head."""
    lead = head.split()[0]
    if not tokens.cap[at] or lead not in _BARE:
        return False
    hit = hits[at]
    if hit is not None and hit.entry.kind is HitKind.ORGANISATION:  # "DG ISPR Major General X"
        return hit.last < last and _is_title(hits[hit.last])
    if hit is not None:  # "Commander US Central Command"
        return (
            hit.entry.kind in (HitKind.COUNTRY, HitKind.ADJECTIVE)
            and hit.last < last
            and tokens.cap[hit.last]
            and hits[hit.last] is None
            and tokens.low[hit.last] in words.bodies | words.area
            and tokens.low[hit.last] not in words.head_words
            and lead not in ("secretary", "minister", "deputy", "vice")
        )
    word = tokens.word[at]
    if word.isupper() and word.isalpha() and 2 < len(word) < 7 and tokens.low[at] not in words.area:
        # "DG ISI Lieutenant General X", "Commander RFMF, Commodore X"
        after = at + 1 + (tokens.word[at + 1 : at + 2] == [","])
        return after < last and _is_title(hits[after])
    return tokens.low[at] in words.area and tokens.low[at] not in words.head_words


def _is_title(hit: Hit | None) -> bool:
    return hit is not None and hit.entry.kind in (HitKind.RANK, HitKind.HONORIFIC)


def bracketed(tokens: Tokens, at: int, last: int) -> int:
    """The end of a bracket that holds letters only: ``(NATO)``, ``(RDF ACOS)``; 0 where there is none."""
    run = at + 1
    while run < min(last, at + 5) and is_acronym(tokens.word[run]):
        run += 1
    return run + 1 if at + 1 < run < last and tokens.word[run] == ")" else 0


_OF_A_BODY = frozenset(
    (
        "director",
        "deputy director",
        "director general",
        "director-general",
        "managing director",
        "executive director",
        "commandant",
        "commander",
        "deputy commander",
        "commanding general",
        "commanding officer",
        "secretary",
        "deputy secretary",
        "permanent secretary",
        "principal secretary",
        "executive secretary",
        "head",
        "chairman",
        "chairperson",
        "chair",
        "chief",
        "chief executive officer",
        "coordinator",
        "assistant secretary",
    )
)


def _heads_a_body(head: str) -> bool:
    return head in _OF_A_BODY or "commanding" in head or head.endswith("director-general")


def comma_body(
    tokens: Tokens, hits: list[Hit | None], at: int, last: int, words: GrammarWords, head: str
) -> bool:
    """``Commandant, National Defence College, Rear Admiral X``: the body follows after a comma."""
    if tokens.word[at] != "," or not _heads_a_body(head) or not tokens.cap[at - 1]:
        return False
    run = at + 1
    bodies = 0
    while run < last and (tokens.cap[run] or tokens.low[run] in ("of", "and", "&", "for", "the")):
        token, hit = tokens.low[run], hits[run]
        if hit is not None and hit.entry.kind in (HitKind.RANK, HitKind.HONORIFIC):
            return False
        place = hit is not None and hit.entry.kind is not HitKind.CITY
        if token in words.head_words or not (place or token in words.area or not tokens.cap[run]):
            return False
        bodies += token in words.area
        run += 1
    return bodies > 1 and run < last and tokens.word[run] in ",.;()" and tokens.cap[run - 1]
