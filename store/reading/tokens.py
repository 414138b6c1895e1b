"""Words and sentences of a surface text.

Tokens are kept as parallel lists (reading looks at each of them many times): a token is named by
its index. A sentence is a half-open range of token indices inside one block.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from store.model import Span
from store.reading.layout import Block, BlockKind

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., H.E.
    r"|[^\W\d_]+(?:[’'‘ʻʼ`´\-\u2010\u2011][^\W\d_]+)*"  # words, Al-Mutair, O'Brien, Kalniņš'
    r"|\d+(?:st|nd|rd|th)\b|\d+(?:[.,:/]\d+)*"
    r"|[^\w\s]|_"
)
_ARTICLED = re.compile(r"(?:al|el|ul|ur|ud|ad|ar|as|at|an|az|ash|ath|ibn|bin|bint|abu|abd|oul|ould)[-‐‑’'][^\W\d_a-z]")  # al-Burhan
_MARKS_OF_POSSESSION = ("'s", "’s", "‘s", "'S", "’S")
_ABBREVIATIONS = frozenset(
    "yu ya ye kh sh ch zh ts dzh lt gen maj brig col capt cdr cmdr cpt sgt adm vadm radm sen lieut mr mrs ms dr prof hon rt st no vs gov rep ret retd"
    " jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun smt shri eng engr amb"
    " pres min cmdt comdt insp supt wg sqn flt air cpl wo fr rev jr sr etc approx dept univ hrh".split()
)
_NEVER_LAST = frozenset("yu ya ye kh sh ch zh ts dzh lt gen maj brig col capt cdr cmdr adm vadm radm sen lieut mr mrs ms dr prof hon smt shri".split())
_CLOSERS = frozenset("\"”’'»)]")
_OPENERS = frozenset("\"“‘'«([")


@dataclass(slots=True)
class Tokens:
    """Parallel lists over the tokens of a text; ``sentences`` are (first, last + 1, block index)."""

    word: list[str] = field(default_factory=list)
    low: list[str] = field(default_factory=list)  # lower case, without final dots
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    cap: list[bool] = field(default_factory=list)  # begins with an upper-case (or unicameral) letter
    sentences: list[tuple[int, int, int]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.word)

    def sentence_spans(self) -> list[Span]:
        """The sentences as spans of the surface text."""
        return [Span(self.start[first], self.end[last - 1]) for first, last, _ in self.sentences]


def tokenize(text: str, blocks: list[Block]) -> Tokens:
    """Tokens and sentences of every block that is read."""
    tokens = Tokens()
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.NOISE:
            continue
        first = len(tokens.word)
        _add_tokens(tokens, text, block)
        _add_sentences(tokens, text, first, index)
    return tokens


def _add_tokens(tokens: Tokens, text: str, block: Block) -> None:
    word, low, start, end, cap = tokens.word, tokens.low, tokens.start, tokens.end, tokens.cap
    absorbed = -1  # a full stop that an abbreviation has taken
    for match in _TOKEN.finditer(text, block.start, block.end):
        piece = match.group()
        a, b = match.span()
        if a == absorbed:
            continue
        if piece[-2:] in _MARKS_OF_POSSESSION and len(piece) > 2:
            word += (piece[:-2], piece[-2:])
            low += (piece[:-2].lower(), "'s")
            start += (a, b - 2)
            end += (b - 2, b)
            cap += (not piece[0].islower(), False)
            continue
        lowered = piece.lower().rstrip(".") if len(piece) > 1 else piece.lower()
        if text[b : b + 1] == "." and piece[0].isalpha():
            if (len(piece) == 1 and piece.isupper()) or lowered in _ABBREVIATIONS:
                absorbed = b
                b += 1
                piece += "."
        word.append(piece)
        low.append(lowered)
        start.append(a)
        end.append(b)
        cap.append(piece[0].isalpha() and (not piece[0].islower() or _ARTICLED.match(piece) is not None))


def _add_sentences(tokens: Tokens, text: str, first: int, block: int) -> None:
    total = len(tokens.word)
    begin = first
    at = first
    while at < total:
        if _ends_sentence(tokens, text, at, begin, total):
            at += 1
            while at < total and tokens.word[at] in _CLOSERS and tokens.start[at] == tokens.end[at - 1]:
                at += 1
            tokens.sentences.append((begin, at, block))
            begin = at
        else:
            at += 1
    if begin < total:
        tokens.sentences.append((begin, total, block))


def _ends_sentence(tokens: Tokens, text: str, at: int, begin: int, total: int) -> bool:
    word = tokens.word[at]
    after = at + 1
    while after < total and tokens.word[after] in _CLOSERS and tokens.start[after] == tokens.end[after - 1]:
        after += 1
    if after >= total:
        return word in ".!?…"
    following = after
    while following < total - 1 and tokens.word[following] in _OPENERS:
        following += 1
    glued = tokens.start[after] == tokens.end[at]
    if word in ("!", "?", "…"):
        return not glued and tokens.cap[following]
    if word == ".":
        if not tokens.cap[following] and not tokens.word[following].isdigit() and tokens.word[after] not in "-–—•*":
            return False
        if glued:  # "today.The": a blank was lost; "News.Az" and "mod.gov" are names
            return len(tokens.word[following]) > 2 and at > begin and tokens.word[at - 1][-1:].islower()
        return True
    if word.endswith(".") and len(word) > 2 and tokens.low[at] not in _NEVER_LAST:
        # "... at 6 p.m. The", "in the U.S. He": an abbreviation that also ends the sentence.
        return tokens.low[following] in _STARTERS and tokens.cap[following]
    return False


_STARTERS = frozenset(
    "the he she they it this that these those in on at during following after before also earlier later then moreover"
    " meanwhile both his her its their for as according while".split()
)
