"""Occasions: the named event that a meeting belongs to, with its ordinal in digits or words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
        " seventeenth eighteenth nineteenth twentieth".split(), 1)
}  # fmt: skip
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_ORDINAL = (
    r"(?:\d{1,3}\s?(?:st|nd|rd|th)|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|"
    + "|".join(_ORDINALS)
    + r"|thirtieth|fortieth|fiftieth|[IVX]{1,6}(?=\s))"
)
_EVENT = (
    r"(?:[Dd]ialogues?|[Cc]onferences?|[Ss]ummits?|[Ff]orum|FORUM|[Mm]eetings?|[Ss]essions?|[Cc]onsultations?|[Aa]ssembly|[Mm]inisterial|[Ee]xhibition|[Tt]alks|[Ss]ymposium|Expo|EXPO|[Cc]ongress|[Ss]eminar|[Ww]orkshop|[Ff]air|Air ?[Ss]how"
    r"|[Ff]estival|[Cc]ommittee|[Cc]ommission|[Gg]ames|[Mm]echanism|[Rr]ound|[Cc]onvention|[Gg]athering|[Cc]ouncil|[Gg]roup|[Ww]eek|[Ff]ormat|[Pp]latform|[Rr]etreat|[Cc]onclave|[Mm]arathon|[Dd]ays?|[Rr]oundtable|[Nn]egotiations|[Cc]olloquium)"
)
_UP = "A-ZÀ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĻŁŃŅŇŌŐŘŚŞŠȘŢȚŤŪŮŰŹŻŽƏ"
_PIECE = rf"(?:[{_UP}0-9](?:[\w’'&/-]|\.(?=\w))*|[Dd]efen[cs]e|[Pp]olicy|session|meeting|sitting|summit|consultations|talks|dialogue|conference|committee|commission|negotiations|forum|[a-z]+-plus-[a-z]+|[a-z]+-level|high-level|ministerial|trilateral|bilateral|intergovernmental|joint|strategic|military|security|political|interministerial|quadrilateral|annual|economic|ministers|foreign|chiefs|leaders|parliamentary|international|regional|informal|plenary|special|extraordinary|regular|working|of|the|on|for|and|de|–|—|-|&|at|in|to)"
_NAME = rf"{_PIECE}(?:\s+{_PIECE}){{0,16}}"
_WITH_ORDINAL = re.compile(
    rf"\b(?P<ordinal>{_ORDINAL})\s+(?P<name>(?:(?!\b(?:time|day|visit|year|leg|floor|place|class|rank|state)\b)(?:{_PIECE})[\s,]+){{0,14}}?{_EVENT}(?:\s+(?:of|on|between|for)\s+(?:the\s+)?{_NAME})?)",
    re.UNICODE,
)
_MARGINS = re.compile(
    rf"\b(?:on|in|at|along)\s+the\s+(?:sidelines|margins|side-lines|fringes|occasion)\s+of\s+(?:the\s+)?(?:(?P<ordinal>{_ORDINAL})\s+)?(?P<name>{_NAME})"
)
_TO_ATTEND = re.compile(
    rf"\b(?:participate|participating|participated|take part|took part|taking part|participation|attend|attends|attended|attending|addressed|addressing|address|speaking|spoke|in (?:Baku|[A-Z]\w+) for)(?:\s+(?:in|at))?\s+(?:the\s+)?(?:(?P<ordinal>{_ORDINAL})\s+)?(?P<name>(?=[{_UP}])(?:{_PIECE}[\s]+){{0,12}}?{_EVENT}(?:\s+(?:of|on|for)\s+(?:the\s+)?{_NAME})?)"
)
_WITHIN = re.compile(
    rf"\b(?:(?:as part|within the framework|in the framework|within the frame|under the framework) of|during|at|for)\s+(?:the\s+)?(?:(?P<ordinal>{_ORDINAL})\s+)?(?P<name>(?=[{_UP}])(?:{_PIECE}[\s]+){{1,10}}?(?:Conference|Summit|Forum|Dialogue|Assembly|Ministerial|Congress|Symposium|Exhibition|Expo|Consultations?|Mechanism|Shangri-La Dialogue)(?:\s+(?:of|on|for)\s+(?:the\s+)?{_NAME})?)"
)
_HELD = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?|[Nn]ext)\s+(?P<ordinal>(?!))?(?:(?:regular|next|scheduled|annual|joint|plenary|extended|expanded|informal|extraordinary|special|solemn)\s+)*(?P<name>(?=[{_UP}]|(?:session|meeting|sitting|summit)\s+of\s)(?:{_PIECE}\s+){{1,10}}?(?:[Mm]eeting|Summit|Conference|Forum|Session|session|Dialogue|Council|Ministerial|Assembly|Consultations|Congress)(?:\s+(?:of|on)\s+(?:the\s+)?{_NAME})?)\s+(?:\(\s?[\w+-]{{2,12}}\s?\)\s+)?(?:was|were|is|took|takes|will|opened|kicked|convened|got|began|ended|concluded|has)\b"
)
_PREFIX = re.compile(
    r"^(?:(?:regular|next|annual|plenary|ordinary|extraordinary|informal|first|special)\s+)*(?:(?:[Mm]eeting|[Ss]ession|[Rr]ound|[Ee]dition|[Ii]teration)\s+(?:of|in)\s+(?:the\s+)?)(?=(?:[A-ZÀ-Þ]|.*\b(?:[Dd]ialogue|[Cc]onsultation|[Cc]ommittee|[Cc]ommission)))"
)
_AT_A_PLACE = re.compile(
    r"\s(?:in|at)\s(?=(?:the\s)?[A-ZÀ-Þ]\w+(?:\s|$))(?!.*\b(?:Conference|Summit|Forum|Dialogue)\b)"
)
_INNER_ORDINAL = re.compile(rf"(?P<o>{_ORDINAL})\s+")
_NAMES_EVENT = re.compile(_EVENT)
_PLAIN_EVENT = re.compile(r"(?:[Mm]eetings?|[Tt]alks|[Vv]isit|[Cc]onference|[Ss]ummit|[Ee]vent|[Ss]ession)")
_TAIL = re.compile(r"(?:\s+(?:of|on|in|at|and|the|for|to|de|–|-|&|,)|[\s,.–-])+$")


# What a word says about which of the patterns can match in its sentence; each needs all the signs of its row.
_SIGNS: dict[str, re.Pattern[str]] = {
    "margin": re.compile(r"sidelines|margins|side-lines|fringes|occasion"),
    "attend": re.compile(r"participat|part|attend|address|speaking|spoke"),
    "for": re.compile(r"for"),
    "ordinal": re.compile(
        r"\d|\b[IVX]{1,6}\Z|first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|teen|tie)th"
    ),
    "event": re.compile(rf"{_EVENT}|[Ss]how"),
    "assembly": re.compile(
        "Conference|Summit|Forum|Dialogue|Assembly|Ministerial|Congress|Symposium|Exhibition|Expo|Consultation|Mechanism"
    ),
    "session": re.compile(
        "[Mm]eeting|Summit|Conference|Forum|[Ss]ession|Dialogue|Council|Ministerial|Assembly|Consultations|Congress"
    ),
    "verb": re.compile(
        r"\b(?:was|were|is|took|takes|will|opened|kicked|convened|got|began|ended|concluded|has)\b"
    ),
}
_BITS = {name: 1 << number for number, name in enumerate(_SIGNS)}
_IN_FOR = re.compile(r"in [A-Z]\w+ for")
_ROWS = tuple(
    (rule, pattern, sum(_BITS[sign] for sign in signs.split()))
    for rule, pattern, signs in (
        ("margins", _MARGINS, "margin"),
        ("attend", _TO_ATTEND, "attend event"),
        ("ordinal", _WITH_ORDINAL, "ordinal event"),
        ("within", _WITHIN, "assembly"),
        ("held", _HELD, "session verb"),
    )
)


@lru_cache(maxsize=32_768)
def _signs(word: str) -> int:
    return sum(_BITS[name] for name, pattern in _SIGNS.items() if pattern.search(word))


@dataclass(slots=True)
class OccasionPhrase:
    """An event named at surface offsets ``[start, end)``; ``rule`` says by what words."""

    start: int
    end: int
    name: str
    ordinal: int | None
    rule: str


def find_occasions(text: str, start: int, end: int) -> list[OccasionPhrase]:
    """Events named in ``text[start:end]`` that a meeting may belong to."""
    found: list[OccasionPhrase] = []
    signs = 0
    for sign in map(_signs, text[start:end].split()):
        signs |= sign
    if signs & _BITS["for"] and _IN_FOR.search(text, start, end):
        signs |= _BITS["attend"]
    for rule, pattern, needed in _ROWS:
        if signs & needed != needed:
            continue
        for match in pattern.finditer(text, start, end):
            if any(match.start("name") < other.end and other.start < match.end("name") for other in found):
                continue
            phrase = _phrase(match, rule)
            if phrase is not None:
                found.append(phrase)
    return sorted(found, key=lambda o: o.start)


def _phrase(match: re.Match[str], rule: str) -> OccasionPhrase | None:
    ordinal = _number(match["ordinal"]) if match["ordinal"] else None
    name = " ".join(match["name"].split())
    name = _AT_A_PLACE.split(name)[0]
    inner = _INNER_ORDINAL.match(name)
    if inner and ordinal is None:
        ordinal, name = _number(inner["o"]), name[inner.end() :]
    name = _PREFIX.sub("", name)
    again = _INNER_ORDINAL.match(name)
    if again and ordinal is None:
        ordinal, name = _number(again["o"]), name[again.end() :]
    name = _TAIL.sub("", re.sub(r"^(?:the|a|an)\s+", "", name)).strip()
    words = name.split()
    if not any(word[0].isupper() for word in words) and ordinal is None:
        return None
    if (
        not words
        or (rule == "ordinal" and len(words) < 2)
        or (rule != "margins" and not _NAMES_EVENT.search(name))
    ):
        return None
    if rule in ("attend", "within") and (len(words) < 2 or name.split()[0].lower() in ("meetings", "talks")):
        return None
    if _PLAIN_EVENT.fullmatch(name):
        return None
    start = match.start("ordinal") if match["ordinal"] else match.start("name")
    place = match.string.rfind(words[-1], start, match.end("name"))
    end = place + len(words[-1]) if place >= 0 else match.end("name")
    return OccasionPhrase(start, end, name, ordinal, f"occasion.{rule}")


def _number(text: str) -> int | None:
    word = text.lower().strip()
    digits = re.match(r"\d+", word)
    if digits:
        return int(digits.group())
    if word in _ORDINALS:
        return _ORDINALS[word]
    tens, _, unit = word.partition("-")
    if tens in _TENS and unit in _ORDINALS:
        return _TENS[tens] + _ORDINALS[unit]
    roman = {"i": 1, "v": 5, "x": 10}
    if word and all(c in roman for c in word):
        values = [roman[c] for c in word]
        return sum(-v if i + 1 < len(values) and values[i + 1] > v else v for i, v in enumerate(values))
    return {"thirtieth": 30, "fortieth": 40, "fiftieth": 50}.get(word)


_SAME = re.compile(
    r"\b(?:sidelines|margins|side-lines|fringes) of (?:the|this) (?:same )?(?:conference|exhibition|summit|forum|meeting|session|event|assembly|ministerial|congress|gathering|symposium|fair)\b"
)


def refers_to_occasion(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` says "on the margins of the conference", meaning the one named before."""
    return _SAME.search(text, start, end) is not None
