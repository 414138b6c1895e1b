"""Words and sentences of a surface text.

Tokens are kept as parallel lists (reading looks at each of them many times): a token is named by
its index. A sentence is a half-open range of token indices inside one block.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from itertools import accumulate
from operator import or_

from store.model import Span
from store.reading.layout import Block, BlockKind
from store.reading.signs import signs_of

_TOKEN = re.compile(
    r"((?:[^\W\d_]\.){2,}"  # U.S., H.E.
    r"|[^\W\d_]+(?:[’'‘ʻʼ`´\-\u2010\u2011][^\W\d_]+)*"  # words, Al-Mutair, O'Brien, Kalniņš'
    r"|\d+(?:st|nd|rd|th)\b|\d+(?:[.,:/]\d+)*"
    r"|[^\w\s]|_)"
)
_ARTICLED = re.compile(
    r"(?:al|el|ul|ur|ud|ad|ar|as|at|an|az|ash|ath|ibn|bin|bint|abu|abd|oul|ould)[-‐‑’'][^\W\d_a-z]"
)  # al-Burhan
_MARKS_OF_POSSESSION = frozenset(("'s", "’s", "‘s", "'S", "’S"))
_MENDED = _MARKS_OF_POSSESSION | {"."}  # tokens that end so may have to be cut or joined
_ABBREVIATIONS = frozenset(
    "yu ya ye kh sh ch zh ts dzh lt gen maj brig col capt cdr cmdr cpt sgt adm vadm radm sen lieut mr mrs ms"
    " dr prof hon rt st no vs gov rep ret retd"
    " jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun smt shri"
    " eng engr amb"
    " pres min cmdt comdt insp supt wg sqn flt air cpl wo fr rev jr sr etc approx dept univ hrh".split()
)
_NEVER_LAST = frozenset(
    "yu ya ye kh sh ch zh ts dzh lt gen maj brig col capt cdr cmdr adm vadm radm sen lieut mr mrs ms dr prof"
    " hon smt shri".split()
)
_STOPS = frozenset(".!?…")
_LONGEST = 400  # words: what goes on longer is no sentence, and is cut so that reading takes no longer for it
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
    signs: list[int] = field(default_factory=list)  # what the word may be a sign of, see ``signs``
    sentences: list[tuple[int, int, int]] = field(default_factory=list)
    sentence_signs: list[int] = field(default_factory=list)  # the signs of a sentence's words put together

    def __len__(self) -> int:
        return len(self.word)

    def sentence_spans(self) -> list[Span]:
        """The sentences as spans of the surface text."""
        return [Span(self.start[first], self.end[last - 1]) for first, last, _ in self.sentences]

    def sentences_with(self, sign: int) -> list[bool]:
        """For each sentence whether it holds the sign."""
        return [signs & sign != 0 for signs in self.sentence_signs]


def tokenize(text: str, blocks: list[Block]) -> Tokens:
    """Tokens and sentences of every block that is read."""
    tokens = Tokens()
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.NOISE:
            continue
        first = len(tokens.word)
        _add_tokens(tokens, text, block)
        _add_sentences(tokens, text, first, index)
    signs = tokens.signs
    tokens.sentence_signs = [reduce(or_, signs[first:last]) for first, last, _ in tokens.sentences]
    return tokens


def low_words(text: str) -> tuple[str, ...]:
    """What ``tokenize`` gives as ``low`` for a short text by itself."""
    parts = _TOKEN.split(text)
    places = list(accumulate(map(len, parts), initial=0))
    return tuple(map(_low, _mended(parts[1::2], places[1:-1:2], places[2::2])[0]))


def _add_tokens(tokens: Tokens, text: str, block: Block) -> None:
    parts = _TOKEN.split(text[block.start : block.end])  # blanks and tokens in turn
    places = list(accumulate(map(len, parts), initial=block.start))
    word, start, end = _mended(parts[1::2], places[1:-1:2], places[2::2])
    shapes = list(map(_shape, word))
    tokens.word += word
    tokens.start += start
    tokens.end += end
    tokens.low += [shape[0] for shape in shapes]
    tokens.cap += [shape[1] for shape in shapes]
    tokens.signs += [shape[2] for shape in shapes]


def _mended(word: list[str], start: list[int], end: list[int]) -> tuple[list[str], list[int], list[int]]:
    """The tokens with possessive endings cut off, and stops put back to abbreviations and initials."""
    mended = [at for at, piece in enumerate(word) if piece[-2:] in _MENDED]
    if not mended:
        return word, start, end
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for at in mended:
        piece = word[at]
        if piece == ".":
            if at == 0 or end[at - 1] != start[at] or not _takes_stop(word[at - 1]):
                continue
            words += word[done:at]
            starts += start[done:at]
            ends += end[done:at]
            words[-1] += "."
            ends[-1] += 1
        else:
            words += (*word[done:at], piece[:-2], piece[-2:])
            starts += (*start[done : at + 1], end[at] - 2)
            ends += (*end[done:at], end[at] - 2, end[at])
        done = at + 1
    words += word[done:]
    starts += start[done:]
    ends += end[done:]
    return words, starts, ends


@lru_cache(maxsize=32_768)
def _takes_stop(piece: str) -> bool:
    """Whether a full stop right after the word is a part of it."""
    if piece[-2:] in _MARKS_OF_POSSESSION or not piece[0].isalpha():
        return False
    return (len(piece) == 1 and piece.isupper()) or piece.lower() in _ABBREVIATIONS


def _low(piece: str) -> str:
    if piece in _MARKS_OF_POSSESSION:
        return "'s"
    return piece.lower().rstrip(".") if len(piece) > 1 else piece.lower()


@lru_cache(maxsize=32_768)
def _shape(piece: str) -> tuple[str, bool, int]:
    """A token in lower case without final full stops, whether it begins with a capital, and its signs."""
    low = _low(piece)
    if low == "'s":
        return low, False, 0
    cap = piece[0].isalpha() and (not piece[0].islower() or _ARTICLED.match(piece) is not None)
    return low, cap, signs_of(piece, low)


def _add_sentences(tokens: Tokens, text: str, first: int, block: int) -> None:
    word, start, end = tokens.word, tokens.start, tokens.end
    total = len(word)
    begin = first

    def add(stop: int) -> None:
        nonlocal begin
        while stop - begin > _LONGEST:
            tokens.sentences.append((begin, begin + _LONGEST, block))
            begin += _LONGEST
        tokens.sentences.append((begin, stop, block))
        begin = stop

    for stop in [at for at in range(first, total) if word[at][-1] in _STOPS]:
        if not _ends_sentence(tokens, text, stop, begin, total):
            continue
        at = stop + 1
        while at < total and word[at] in _CLOSERS and start[at] == end[at - 1]:
            at += 1
        add(at)
    if begin < total:
        add(total)


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
        if (
            not tokens.cap[following]
            and not tokens.word[following].isdigit()
            and tokens.word[after] not in "-–—•*"
        ):
            return False
        if glued:  # "today.The": a blank was lost; "News.Az" and "mod.gov" are names
            return len(tokens.word[following]) > 2 and at > begin and tokens.word[at - 1][-1:].islower()
        return True
    if word.endswith(".") and len(word) > 2 and tokens.low[at] not in _NEVER_LAST:
        # "... at 6 p.m. The", "in the U.S. He": an abbreviation that also ends the sentence.
        return tokens.low[following] in _STARTERS and tokens.cap[following]
    return False


_STARTERS = frozenset(
    "the he she they it this that these those in on at during following after before also earlier later then"
    " moreover"
    " meanwhile both his her its their for as according while".split()
)
