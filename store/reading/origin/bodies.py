"""The names of bodies and spokespeople: where a name ends, what it names, what "the Ministry" stands for."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from store.lexicon import load
from store.reading.origin.words import UPPER, city_of, is_of_country, outlet_of, source_words

_SHORTENED = (
    "Gen|Lt|Lieut|Col|Maj|Brig|Capt|Cdr|Cmdr|Comdr|Adm|Sgt|Dr|Mr|Mrs|Ms|Sen|Rtd|Ret|St|Hon|Amb"
    r"|U\.S|U\.K|U\.N|D\.C"
)  # before a full stop that ends no sentence
_CAPITAL = (
    rf"(?:(?:{_SHORTENED})\.(?:-(?:{_SHORTENED})\.)?"
    rf"|[{UPPER}]\.(?:\s?[{UPPER}]\.)*+"
    rf"|[{UPPER}]\w*+(?:[’'&./-]\w+)*+)(?:['’](?=\s))?"
)
_LINK = (
    r"(?:(?:of|for|to|in|on|and|under)\s+the|of|for|and|to|in|on|at"
    r"|de\s+la|de|del|du|des|di|da|do|al|el|van|der|von|bin|ibn|&)"
)
_MOST_STEPS = 14
_LONGEST = 120  # characters of a phrase
_LINK_TAIL = re.compile(r"\s+(?:of|for|to|in|on|at|under|and)(?:\s+the)?\s*$")
_BRACKET = re.compile(r"\s*\([^()]*\)\s*$")
_DAY = re.compile(
    r"\s+(?:(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:on|to|via)\s+(?:X|Twitter|Facebook|Telegram|Instagram|LinkedIn|Weibo|WeChat|WhatsApp|YouTube|Threads|Bluesky)\.?)$"
)
_OFFICE = re.compile(
    r"(?i)\b(?:ministry|department|service|office|staff|administration|presidency|chancellery|cabinet|government)\b"
)
_CORE = re.compile(r"\s+(?:of|for|to|in|on|at|under)\s+")


_LOWER_LINKS = ("of", "for", "the", "and", "in", "to")


class Kind(StrEnum):
    """What a phrase names."""

    BODY = "body"
    BROAD = "broad"  # a body that counts only with a statement: "the government"
    SPOKES = "spokes"
    OUTLET = "outlet"


@cache
def _step() -> str:
    words = sorted(source_words().body_words, key=len, reverse=True)
    low = "|".join(map(re.escape, words))
    return rf"(?:{_LINK}(?=\s)|{_CAPITAL}|(?:{low})(?:['’]s)?(?![\w’'])|\([{UPPER}][^()\n]{{1,14}}\))"


@cache
def _phrase() -> re.Pattern[str]:
    return re.compile(rf"{_step()}(?:\s{{1,2}}{_step()}){{0,{_MOST_STEPS}}}+")


@cache
def _spokes() -> re.Pattern[str]:
    words = source_words()
    of = r"(?:\s+of|,)?\s+(?:the\s+)?(?:[\w’'-]+\s+){0,4}"
    director = rf"(?:director(?:[- ]general)?|head|chief){of}(?:{words.spokes_directorates})\b"
    general = r"director[- ]general\s+(?:of\s+)?(?:the\s+)?ISPR"
    return re.compile(rf"(?i)\b(?:{words.spokes}|{director}|{general})(?![\w])")


def spokes_in(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first word of a spokesperson's office in ``text[start:end]``."""
    return _spokes().search(text, start, end)


def phrase_at(text: str, start: int, end: int) -> int:
    """Where the name that begins at ``start`` ends (``start`` where none begins), trailing links left out."""
    match = _phrase().match(text, start, min(end, start + _LONGEST))
    return start if match is None else start + len(trimmed(match.group()))


def is_phrase(text: str) -> bool:
    """Whether all of the text is one name."""
    if len(text) > _LONGEST:
        return False
    words = text.split()
    return bool(words) and all(map(_may_be_in_name, words)) and words[0] not in _LINK_WORDS


def _may_be_in_name(word: str) -> bool:
    if word[0].isupper():
        plain = word[:-1] if word[-1] in "'’" else word
        return _NO_CAPITAL.search(plain) is None or _ABBREVIATION.fullmatch(plain) is not None
    return word in _low_words() or (word[0] == "(" and word[-1] == ")")


_LINK_WORDS = frozenset(
    "of for to in on and under at the de la del du des di da do al el van der von bin ibn &".split()
)
_NO_CAPITAL = re.compile(r"[^\w’'&./-]|\.$")
_ABBREVIATION = re.compile(rf"(?:(?:{_SHORTENED})\.-?)+|(?:[{UPPER}]\.)+")


@cache
def _low_words() -> frozenset[str]:
    words = source_words().body_words
    return _LINK_WORDS | words | {f"{word}{mark}" for word in words for mark in ("'s", "’s", "’", "'")}


def trimmed(phrase: str) -> str:
    """A phrase without links, a place or a bracketed abbreviation at its end."""
    while True:
        shorter = _BRACKET.sub("", _LINK_TAIL.sub("", _DAY.sub("", phrase))).rstrip(" ,")
        head, link, tail = shorter.rpartition(" in ")
        if link and (city_of(tail) is not None or not tail[:1].isupper()) and head:
            shorter = head
        if shorter == phrase:
            return shorter
        phrase = shorter


def kind_of(phrase: str) -> Kind | None:
    """What a phrase names, or None for a person, a thing and what no list knows."""
    if not phrase or phrase.endswith(("'s", "’s")):
        return None
    if _spokes().search(phrase) is not None:
        return Kind.SPOKES
    words = source_words()
    if phrase in words.body_names:
        return Kind.BODY
    core = _CORE.split(phrase, maxsplit=1)[0]
    parts = [word.strip("()") for word in core.split()]
    if not parts:
        return None
    head = parts[-1].lower()
    if head in words.person_heads:
        return None
    if head in ("agency", "news") and outlet_of(phrase) is not None:
        return Kind.OUTLET
    if head in words.body_heads or parts[-1] in words.body_names or " ".join(parts[-2:]) in words.body_names:
        return Kind.BROAD if head in words.broad_bodies else Kind.BODY
    if _names_department(parts):
        return Kind.BODY
    if outlet_of(phrase) is not None or ("gency" in phrase and outlet_of(phrase.rpartition(" ")[2])):
        return Kind.OUTLET
    return Kind.BROAD if phrase in load().organisation_names else None


def kind_in(text: str, start: int, end: int) -> Kind | None:
    """What ``text[start:end]`` names, abbreviations that the article explains known too."""
    phrase = text[start:end]
    return kind_of(phrase) or (Kind.BODY if is_abbreviated_body(phrase, text) else None)


def is_abbreviated_body(word: str, text: str) -> bool:
    """Whether the article itself explains the word as a body's: ``the Ministry of Security (Minseg)``."""
    if not 2 < len(word) < 10 or not word[:1].isupper():
        return False
    at = text.find(f"({word})")
    run: list[str] = []
    for part in reversed(text[max(0, at - 70) : max(0, at)].split()):
        if not part[:1].isupper() and part not in _LOWER_LINKS:
            break
        run.append(part)
    while run and run[-1].lower() in (*_LOWER_LINKS, "the"):
        run.pop()
    return bool(run) and kind_of(" ".join(reversed(run))) in (Kind.BODY, Kind.BROAD)


def _names_department(parts: list[str]) -> bool:
    """``Global Affairs Canada``, ``Ministry Uganda``: the body's noun before the country's name."""
    words = source_words()
    return len(parts) > 1 and is_of_country(parts[-1]) and parts[-2].lower() in words.body_heads


def without_country(phrase: str) -> str:
    """A body's name without the country before it: ``the Azerbaijani Ministry of Defense``."""
    words = " ".join(phrase.split()).split(" ")
    while (
        len(words) > 2
        and is_of_country(words[0])
        and _OFFICE.search(phrase)
        and words[0] not in ("U.S.", "US")
    ):
        words = words[1:]
    return " ".join(words)


_GENERIC = re.compile(
    r"(?i)(?P<noun>ministry|department|office|presidency|embassy|agency|service|command|headquarters|secretariat)"
    r"(?P<rest>['’]s(?:\s+[\w-]+){1,4})?"
)
_AREA = r"(?:(?:National|Foreign|Internal|External)\s+)?"
_WHOSE = re.compile(r"^['’]s\s+")
_MINISTER = re.compile(
    rf"\bMinister\s+(?:of|for)\s+(?:the\s+)?(?P<area>{_AREA}[A-Z]\w+)"
    rf"|(?<![\w-])(?P<before>{_AREA}(?!Prime\b|First\b|Deputy\b|Vice\b|The\b)[A-Z]\w+)\s+Minister\b"
)


@cache
def _named(noun: str) -> re.Pattern[str]:
    """The names of bodies of a noun: ``Ministry of Foreign Affairs``, ``Defense Ministry``."""
    word = r"[A-Z][\w-]*+"
    next_word = rf"(?!Republic|Kingdom|of\b){word}"
    more = rf"(?:(?:,\s+{next_word}){{0,2}}(?:,?\s+and)?\s+{next_word}){{0,2}}+"
    return re.compile(
        rf"\b{noun}\s+of\s+(?:the\s+)?{word}{more}|\b(?:{word}\s+){{1,3}}{noun}\b(?!\s+of\b)"
        rf"|\b(?:defen[cs]e|foreign|interior)\s+{noun.lower()}\b"
    )


def resolved(phrase: str, text: str) -> str:
    """``the Ministry``, ``the ministry's press service`` with the ministry's name, where the text has it."""
    generic = _GENERIC.fullmatch(phrase)
    if generic is None:
        return phrase
    own = _WHOSE.sub("", generic["rest"] or "")
    if own[:1].isupper() and own.lower() not in source_words().page_offices and kind_of(own) is Kind.BODY:
        return own  # "the ministry's Directorate of Moral Guidance"
    noun = generic["noun"].capitalize()
    for match in _named(noun).finditer(text):
        name = _without_person(without_country(match.group()))
        if name.lower() != f"the {noun.lower()}" and not _is_countrys(name):
            return name + (generic["rest"] or "")
    for minister in _MINISTER.finditer(text) if noun == "Ministry" else ():
        area, before = minister["area"], minister["before"]
        if area or not is_of_country(before):
            return (f"Ministry of {area}" if area else f"{before} Ministry") + (generic["rest"] or "")
    return phrase


def _without_person(name: str) -> str:
    """A body's name without the person whom it is printed before: ``Ministry of Defence Sheikh Ali``."""
    words = name.split(" ")
    titles = load().honorific_forms
    cut = next((at for at, word in enumerate(words) if at > 2 and word in titles), len(words))
    return " ".join(words[:cut])


def _is_countrys(name: str) -> bool:
    """Whether a name says of a body only whose it is: ``Azerbaijan Ministry``."""
    words = name.split(" ")
    return len(words) == 2 and is_of_country(words[0])


def without_rank(phrase: str) -> str:
    """A spokesperson's office and name without the military rank between them."""
    tokens = phrase.split()
    forms = load().rank_forms
    for size in (4, 3, 2, 1):
        for at in range(1, len(tokens) - size):
            if " ".join(tokens[at : at + size]) in forms:
                return " ".join(tokens[:at] + tokens[at + size :])
    return phrase
