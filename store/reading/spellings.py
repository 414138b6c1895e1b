"""Names as they are spelt: folded letters, initials, fathers, and how a part sounds."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from store.reading.mentions import Mention
from store.reading.remembered import Remembered
from store.reading.tokens import Tokens

_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ə": "a",
        "Ə": "a",
        "ł": "l",
        "Ł": "l",
        "ø": "o",
        "Ø": "o",
        "đ": "d",
        "Đ": "d",
        "æ": "ae",
        "ß": "ss",
        "’": "",
        "'": "",
        "ʻ": "",
        "ʼ": "",
        "`": "",
        "-": " ",
        "‐": " ",
    }
)


@lru_cache(maxsize=20_000)
def fold_name(word: str) -> str:
    """A name's word in plain lower-case letters."""
    text = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(c for c in text if not unicodedata.combining(c)).lower().strip(".")


def parts_of(tokens: Tokens, mention: Mention) -> list[str]:
    """The folded parts of a mention's name; hyphens divide."""
    return [part for i in range(mention.first, mention.last) for part in PARTS[tokens.word[i]]]


def _parts_of_word(word: str) -> tuple[str, ...]:
    """The folded parts of a word; an initial keeps its stop, so that ``V.`` is no ``V``."""
    parts = fold_name(word).split()
    short = word.endswith(".") and len(parts) == 1 and len(parts[0]) <= 3
    return (parts[0] + ".",) if short else tuple(parts)


PARTS = Remembered(_parts_of_word, 20_000)
AUDIBLE = 4  # letters of a name's part that may be spelt in several ways


def same_full(name: list[str], parts: list[str]) -> bool:
    """Whether two forms of several parts name one person."""
    if name == parts or sorted(name) == sorted(parts):
        return True
    short, long = (name, parts) if len(name) <= len(parts) else (parts, name)
    if len(short) < len(long):
        return _within(short, long) or _initials(short, long)
    return _initials(short, long) or _initials(long, short) or _respelt(short, long)


_SON_OF = frozenset("bin ibn ben bint binti ould wuld".split())
_HOUSE_OF = frozenset("al el ul".split())


def is_fathers(name: list[str], part: str) -> bool:
    """Whether a name has the part only as the father's, or in front of the surname as the grandfather's.

    ``Salman`` in ``Omar bin Salman``, ``Khaled`` in ``Sabah Al-Khaled Al-Hamad Al-Sabah``.
    """
    at = [place for place, other in enumerate(name) if other == part]
    return bool(at) and all(
        place and (name[place - 1] in _SON_OF or (name[place - 1] in _HOUSE_OF and place + 1 < len(name)))
        for place in at
    )


def _within(short: list[str], long: list[str]) -> bool:
    """Whether the parts of the short form stand in the long one, in order."""
    if short[0] not in _SON_OF | _HOUSE_OF and is_fathers(long, short[0]):
        return False  # "Salman bin Omar" is the father of "Khalid bin Salman bin Omar"
    at = 0
    for part in short:
        try:
            at = long.index(part, at) + 1
        except ValueError:
            return False
    return True


def _initials(short: list[str], long: list[str]) -> bool:
    """``Z. Hasanov`` and ``Zakir Hasanov``, ``U. Khurelsukh`` and ``Khurelsukh Ukhnaa``."""
    if not any(_is_initial(p) for p in short) or all(_is_initial(p) for p in short):
        return False
    left = list(long)
    for part in sorted(short, key=len, reverse=True):
        match = next(
            (p for p in left if p == part or (_is_initial(part) and p.startswith(part.rstrip(".")))), None
        )
        if match is None:
            return False
        left.remove(match)
    return True


def _is_initial(part: str) -> bool:
    return part.endswith(".") or (len(part) == 1 and part not in "ivx")


def _respelt(first: list[str], second: list[str]) -> bool:
    """``Oğuz`` and ``Oghuz``: every part alike but for a letter or two."""
    return (
        len(first) > 1
        and all(sound_alike(a, b) for a, b in zip(first, second, strict=True))
        and any(a == b for a, b in zip(first, second, strict=True))
    )


_SOUNDS = (
    ("gh", "g"),
    ("kh", "h"),
    ("sh", "s"),
    ("ch", "c"),
    ("zh", "z"),
    ("dj", "j"),
    ("q", "g"),
    ("x", "h"),
    ("yy", "y"),
    ("iy", "i"),
    ("ou", "u"),
    ("w", "v"),
    ("ff", "f"),
    ("oe", "o"),
    ("ue", "u"),
)


@lru_cache(maxsize=20_000)
def sound_of(part: str) -> str:
    """A part of a name with the spellings of one sound made one."""
    sound = part
    for old, new in _SOUNDS:
        sound = sound.replace(old, new)
    return part[:1] + sound


def sound_alike(a: str, b: str) -> bool:
    """Whether two parts of names are spellings of one: ``Oğuz`` and ``Oghuz``."""
    return a == b or (min(len(a), len(b)) >= AUDIBLE and sound_of(a) == sound_of(b))
