"""Words and sentences of a surface text.

Tokens are kept as parallel lists (reading looks at each of them many times): a token is named by
its index. A sentence is a half-open range of token indices inside one block.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from itertools import accumulate, compress, groupby
from operator import itemgetter, or_
from typing import TypeVar

from store.lexicon import load
from store.model import Span
from store.reading import sought
from store.reading.layout import Block, BlockKind
from store.reading.remembered import Remembered
from store.reading.signs import marks_of, signs_of

_TOKEN = re.compile(
    r"([A-Za-z][a-z]++(?=[ ,.])|(?!\s)(?:"  # plain words, for which the rest is not tried
    r"(?:[^\W\d_]\.){2,}"  # U.S., H.E.
    r"|[^\W\d_]+(?:[’'‘ʻʼ`´\-\u2010\u2011](?!(?:[^\W\d_]\.){2})[^\W\d_]+)*"  # Al-Mutair, O'Brien, Kalniņš'
    r"|\d+(?:st|nd|rd|th)\b|\d+(?:[.,:/]\d+)*"
    r"|[^\w\s]|_))"
)
_ARTICLED = re.compile(
    r"(?:al|el|ul|ur|ud|ad|ar|as|at|an|az|ash|ath|ibn|bin|bint|abu|abd|oul|ould)[-‐‑’'][^\W\d_a-z]"
)  # al-Burhan
_MARKS_OF_POSSESSION = frozenset(("'s", "’s", "‘s", "'S", "’S"))
_ABBREVIATIONS = frozenset(
    "yu ya ye kh sh ch zh ts dzh th chr sv ph sz cs gy zs dz dj gh bj kj"
    " lt gen maj brig col capt cdr cmdr cpt sgt adm vadm radm sen lieut mr mrs ms"
    " dr prof hon rt st no vs gov rep ret retd"
    " jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun smt shri"
    " uza uz eng engr amb fco ma sra"
    " ma sto sta atty mme mlle messrs mdm"
    " pres min cmdt comdt insp supt wg sqn flt air cpl wo fr rev jr sr etc approx dept univ hrh".split()
)
_NEVER_LAST = frozenset(
    "yu ya ye kh sh ch zh ts dzh th chr sv ph sz cs gy zs dz dj gh bj kj"
    " lt gen maj brig col capt cdr cmdr adm vadm radm sen lieut mr mrs ms dr prof"
    " hon smt shri mme mlle messrs mdm uza uz".split()
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
    marks: list[int] = field(default_factory=list)  # what it says of its sentence
    sentences: list[tuple[int, int, int]] = field(default_factory=list)
    sentence_marks: list[int] = field(default_factory=list)  # of a sentence's words put together
    all_marks: int = 0  # of the whole text

    def __len__(self) -> int:
        return len(self.word)

    def sentence_spans(self) -> list[Span]:
        """The sentences as spans of the surface text."""
        return [Span(self.start[first], self.end[last - 1]) for first, last, _ in self.sentences]

    def sentences_with(self, mark: int) -> list[bool]:
        """For each sentence whether it has the mark."""
        return [marks & mark != 0 for marks in self.sentence_marks]


def tokenize(text: str, blocks: list[Block]) -> Tokens:
    """Tokens and sentences of every block that is read."""
    word: list[str] = []
    start: list[int] = []
    end: list[int] = []
    for noise, stretch in groupby(blocks, key=_is_noise):
        if not noise:
            read = list(stretch)
            _cut(text, read[0].start, read[-1].end, word, start, end)
    if not word:
        return Tokens()
    shapes = list(map(_SHAPES.__getitem__, word))
    if marked := list(compress(range(len(word)), map(_MAY_BE_CUT, shapes))):
        word, start, end, shapes = _mended(marked, word, start, end, shapes, _SHAPES.__getitem__)
    low, cap, signs, marks, _, may_stop = map(list, zip(*shapes, strict=True))
    tokens = Tokens(word, low, start, end, cap, signs, marks)
    _add_sentences(tokens, text, blocks, compress(range(len(word)), may_stop))
    tokens.sentence_marks = [reduce(or_, marks[first:last]) for first, last, _ in tokens.sentences]
    tokens.all_marks = reduce(or_, tokens.sentence_marks, 0)
    return tokens


_Shape = tuple[str, bool, int, int, bool, bool]
_Of = TypeVar("_Of")
_MAY_BE_CUT = itemgetter(4)


def _is_noise(block: Block) -> bool:
    return block.kind is BlockKind.NOISE


def low_words(text: str) -> tuple[str, ...]:
    """What ``tokenize`` gives as ``low`` for a short text by itself."""
    word: list[str] = []
    start: list[int] = []
    end: list[int] = []
    _cut(text, 0, len(text), word, start, end)
    marked = [at for at, piece in enumerate(word) if _may_be_cut(piece)]
    return tuple(_mended(marked, word, start, end, list(map(_low, word)), _low)[3])


def _cut(text: str, first: int, last: int, word: list[str], start: list[int], end: list[int]) -> None:
    """Adds the tokens of a stretch, as they are printed."""
    parts = _TOKEN.split(text[first:last])  # blanks and tokens in turn
    places = list(accumulate(map(len, parts), initial=first))
    word += parts[1::2]
    start += places[1:-1:2]
    end += places[2::2]


def _mended(
    marked: list[int],
    word: list[str],
    start: list[int],
    end: list[int],
    shapes: list[_Of],
    shape_of: Callable[[str], _Of],
) -> tuple[list[str], list[int], list[int], list[_Of]]:
    """The tokens with possessive endings and pairs of states cut, and stops put back to abbreviations.

    ``marked`` are those that may need it; ``shapes`` is what ``shape_of`` gives for each.
    """
    words: list[str] = []
    forms: list[_Of] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for at in marked:
        piece = word[at]
        after = at + 1
        if piece[-2:] in _MARKS_OF_POSSESSION:
            words += (*word[done:at], piece[:-2], piece[-2:])
            forms += (*shapes[done:at], shape_of(piece[:-2]), shape_of(piece[-2:]))
            starts += (*start[done:after], end[at] - 2)
            ends += (*end[done:at], end[at] - 2, end[at])
            done = after
        elif "-" in piece and (pieces := _states(piece)):
            places = list(accumulate(map(len, pieces), initial=start[at]))
            words += (*word[done:at], *pieces)
            forms += (*shapes[done:at], *map(shape_of, pieces))
            starts += (*start[done:at], *places[:-1])
            ends += (*end[done:at], *places[1:])
            done = after
        elif (
            after < len(word)
            and word[after] == "."
            and end[at] == start[after]
            and not _ends_with_name(word, at)
        ):
            words += (*word[done:at], piece + ".")
            forms += (*shapes[done:at], shape_of(piece + "."))
            starts += start[done:after]
            ends += (*end[done:at], end[after])
            done = after + 1
    words += word[done:]
    forms += shapes[done:]
    starts += start[done:]
    ends += end[done:]
    return words, starts, ends, forms


def _ends_with_name(word: list[str], at: int) -> bool:
    """``... met Hun Sen. They``: no senator."""
    if word[at] != "Sen" or not at or not (word[at - 1].istitle() and word[at - 1].isalpha()):
        return False
    return at + 2 >= len(word) or word[at + 2].lower() in _STARTERS


def _may_be_cut(piece: str) -> bool:
    """Whether it ends in a possessive or joins two states, or a full stop right after it is a part of it."""
    if piece[-2:] in _MARKS_OF_POSSESSION:
        return True
    if not piece[0].isalpha():
        return False
    if "-" in piece and _states(piece):
        return True
    low = piece.lower()
    return (len(piece) == 1 and piece.isupper()) or low in _ABBREVIATIONS or _is_short_rank(low)


def _is_short_rank(low: str) -> bool:
    """``Lt-Gen``: a rank in short, whose full stop ends no sentence."""
    return "-" in low and _NEVER_LAST.issuperset(low.split("-"))


@lru_cache(maxsize=4_096)
def _states(piece: str) -> list[str]:
    """The states that a hyphen joins, with the hyphens between them; empty where it is another word."""
    names = piece.split("-")
    if len(names) < 2 or not all(name[:1].isupper() for name in names):
        return []
    lexicon = load()
    if not all(name in lexicon.country_names or name in lexicon.adjectives for name in names):
        return []
    return "\0-\0".join(names).split("\0")


def _low(piece: str) -> str:
    if piece in _MARKS_OF_POSSESSION:
        return "'s"
    return piece.lower().rstrip(".") if len(piece) > 1 else piece.lower()


def _shape_of(piece: str) -> _Shape:
    """A token in lower case without final full stops, whether it begins with a capital, its signs and marks.

    And whether it may have to be cut or mended, and whether a sentence may end with it.
    """
    low = _low(piece)
    if low == "'s":
        return low, False, sought.signs_of(low), sought.marks_of(low), True, False
    cap = piece[0].isalpha() and (not piece[0].islower() or _ARTICLED.match(piece) is not None)
    signs = signs_of(piece, low, cap)
    return low, cap, signs, marks_of(piece, low), _may_be_cut(piece), piece[-1] in _STOPS


_SHAPES = Remembered(_shape_of, 32_768)
sought.remember(_SHAPES.clear)


def _add_sentences(tokens: Tokens, text: str, blocks: list[Block], stops: Iterator[int]) -> None:
    """The sentences of every block, which has one at least."""
    word, start, end, sentences = tokens.word, tokens.start, tokens.end, tokens.sentences
    stop = next(stops, len(word))
    begin = 0
    for index, block in enumerate(blocks):
        total = bisect_left(start, block.end, begin)
        while stop < total:
            if _ends_sentence(tokens, text, stop, begin, total):
                last = stop + 1
                while last < total and word[last] in _CLOSERS and start[last] == end[last - 1]:
                    last += 1
                begin = _add_sentence(sentences, begin, last, index)
            stop = next(stops, len(word))
        if begin < total:
            begin = _add_sentence(sentences, begin, total, index)


def _add_sentence(sentences: list[tuple[int, int, int]], begin: int, stop: int, block: int) -> int:
    """Adds the tokens up to ``stop``, in pieces where they are too many; gives ``stop``."""
    while stop - begin > _LONGEST:
        sentences.append((begin, begin + _LONGEST, block))
        begin += _LONGEST
    sentences.append((begin, stop, block))
    return stop


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
    low = tokens.low[at]
    if word.endswith(".") and len(word) > 2 and low not in _NEVER_LAST and not _is_short_rank(low):
        # "... at 6 p.m. The", "in the U.S. He": an abbreviation that also ends the sentence.
        return tokens.low[following] in _STARTERS and tokens.cap[following]
    return False


_STARTERS = frozenset(
    "the he she they it this that these those in on at during following after before also earlier later then"
    " moreover"
    " meanwhile both his her its their for as according while".split()
)
