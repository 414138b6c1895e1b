"""Occasions: the named event that a meeting belongs to, with its ordinal in digits or words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from store.lexicon.sections import sections

_UNITS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_ORDINALS = {word: number for number, word in enumerate(_UNITS, 1)} | {
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
}
_TENS = {
    word: number * 10
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_WORDS: dict[str, list[str]] = sections("occasions.toml")
_SEATS = {name.lower(): (city, code) for name, city, code in (row.split("|") for row in _WORDS["seats"])}


def _any(key: str) -> str:
    return "|".join(_WORDS[key])


def _either(key: str) -> str:
    return _cased(_WORDS[key])


def _both_cases(key: str) -> str:
    return "|".join(f"{word[0].upper()}{word[1:]}|{word}" for word in _WORDS[key])


def _capital(key: str) -> str:
    return "|".join(word[0].upper() + word[1:] for word in _WORDS[key])


def _cased(words: Iterable[str]) -> str:
    """Words in small letters or with a capital."""
    return "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in words)


_ORDINAL = (
    rf"(?:\d{{1,4}}\s?(?:st|nd|rd|th|ST|ND|RD|TH)\b|(?:{_cased(_TENS)})[- ](?:{_cased(_UNITS[:9])})"
    rf"|{_cased(_ORDINALS)}|[IVX]{{1,6}}(?=\s))"
)
_EVENT = rf"(?:{_either('events')}|{_any('capitals')})"
# The same where one is only looked for: a choice of letters alone is passed over at once where none begins.
_EVENT_SOMEWHERE = rf"(?:{_both_cases('events')}|{_any('capitals')})"
_UP = "A-ZÀ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĻŁŃŅŇŌŐŘŚŞŠȘŢȚŤŪŮŰŹŻŽƏ"
_WORD = (
    rf"(?:St|Mt|Ft)\.|[dDlL][’'](?=[{_UP}])[\w’'-]+|"
    rf"[{_UP}0-9](?:[\w’'&/+-]|–(?=\w)|\.(?=[\w-])|(?<=\.[{_UP}])\.)*"
)
_PIECE = rf"(?:[\"“«„](?:{_WORD})|(?:{_WORD})[\"”»“]?|(?:{_any('inside')})(?:[’'](?!\w))?(?![\w’']))"
_SHORT = r"(?:\s?\(\s?[\w+/’' –-]{1,18}\s?\))"  # an abbreviation in brackets
_GAP = rf"{_SHORT}?[\s,]+"
_NAME = rf"{_PIECE}(?:{_SHORT}?\s+{_PIECE}){{0,16}}"
_COUNTED = rf"(?:(?P<ordinal>{_ORDINAL})\s+)?"
_KINDS = rf"(?:(?:{_any('kind')})\s+)*"
_AREAS = rf"(?:(?:,\s+(?:{_WORD})(?:\s(?:{_WORD}))*)*,?\s+and\s+(?:(?:{_WORD})\s+)*(?:{_any('areas')})\b)?"
_OF = rf"(?:{_SHORT}?\s+(?:of|on|for|between|with)\s+(?:the\s+)?{_NAME}{_AREAS})?"
_END = rf"(?![-–]?\w|\s(?:{_any('not_after')})\b)"
_MORE = (
    rf"(?:(?:[’']s?)?{_SHORT}?\s+(?:[\w-]+-level\s+)?{_EVENT}{_END}"
    rf"|\s[{_UP}]\w+[-–][{_UP}]\w+\b|[ -][Pp]lus\b|\s(?:19|20)\d\d\b)*"
)
_WITH_ORDINAL = re.compile(
    rf"\b(?P<ordinal>{_ORDINAL})\s+(?:(?:regular\s+|joint\s+)?(?:{_either('parts')})\s+(?:of|in|for)\s+(?:the\s+|an?\s+)?)?"
    rf"(?!(?:{_any('counted_else')})s?\b)"
    rf"(?P<name>(?:(?!\b(?:{_any('counted_else')})\b)(?:{_PIECE}){_GAP}){{0,14}}?{_EVENT}{_END}{_MORE}"
    rf"{_OF})"
)
_MARGINS = re.compile(
    rf"\b(?:[Oo]n|[Ii]n|[Aa]t|[Aa]long)\s+(?:the\s+)?(?:{_any('margins')}|(?P<feast>occasion))\s+of\s+(?:the\s+|an?\s+)?{_KINDS}"
    rf"{_COUNTED}(?P<name>{_NAME}{_MORE})"
)
_TO_ATTEND = re.compile(
    rf"\b(?:{_any('attending')}|in [{_UP}]\w+ for)(?:\s+(?:in|at))?\s+(?:the\s+|an?\s+)?{_KINDS}"
    rf"{_COUNTED}(?P<name>(?=[\"“«]?[{_UP}])(?:{_PIECE}{_GAP}){{0,12}}?{_EVENT}{_END}{_MORE}{_OF})"
)
_WITHIN = re.compile(
    rf"\b(?:(?:{_either('part_of')}) of|{_either('during')})\s+(?:the\s+|an?\s+)?{_KINDS}"
    rf"{_COUNTED}(?P<name>(?=[\"“«]?[{_UP}])"
    rf"(?:(?:{_PIECE}{_GAP}){{1,10}}?(?:{_either('assembly')}){_END}|(?:{_capital('assembly')})(?=\s+o[fn]\s))"
    rf"{_MORE}{_OF})"
)
_DURING = re.compile(
    rf"\b[Dd]uring\s+(?:the\s+|an?\s+)?{_KINDS}"
    rf"{_COUNTED}(?P<name>(?=[\"“«]?[{_UP}])(?:{_PIECE}{_GAP}){{1,10}}?(?:{_capital('events')}){_END}{_MORE}{_OF})"
)
_CHAIRED = re.compile(
    rf"\b(?:{_any('chairing')})\s+(?:the\s+|an?\s+)?{_KINDS}"
    rf"{_COUNTED}(?P<name>(?=[\"“«]?[{_UP}])(?:{_PIECE}{_GAP}){{0,10}}?{_EVENT}{_END}{_MORE}{_OF})"
)
_HELD = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?|[Nn]ext)\s+(?P<ordinal>(?!))?{_KINDS}"
    rf"(?P<name>(?=[{_UP}]|(?:session|meeting|sitting|summit)\s+of\s)"
    rf"(?:{_PIECE}\s+){{1,10}}?(?:[ms](?:eeting|ession)|{_capital('sitting')}){_END}{_MORE}"
    rf"(?:\s+(?:of|on|between)\s+(?:the\s+)?{_NAME})?)"
    rf"{_SHORT}?\s+(?:{_any('happens')})\b"
)
_YEARLY = re.compile(
    rf"\b(?:{_any('at_yearly')})\s+(?:the\s+)?(?P<ordinal>(?!))?{_KINDS}(?:exercises?\s+)?"
    rf"(?P<name>(?:(?!\d)(?:{_WORD})\s){{0,4}}?(?!(?:{_any('months')})\b)(?:(?:[{_UP}][\w’'-]{{2,}})[\s-]20\d\d|COP-?\d\d)\b)"
    rf"(?!\s(?:{_any('not_yearly')})\b)"
)
_COUNTING = re.compile(rf"\b(?:its|their)\s+{_ORDINAL}\s+(?:[a-z-]+\s+){{0,2}}(?:{_any('parts')}|summit)\b")
_COUNTED_LATER = re.compile(
    rf"\b(?:The\s+)?(?P<name>(?=[{_UP}])(?:{_PIECE}{_GAP}){{0,8}}?(?:{_capital('bodies')}){_END}{_OF})"
    rf"{_SHORT}?,?\s+(?:[\w,-]+\s+){{0,5}}?(?:{_any('sits')})\s+(?:for\s+|with\s+|up\s+|on\s+)?"
    rf"(?:its|their)\s+(?P<ordinal>{_ORDINAL})\s+(?:[a-z-]+\s+){{0,2}}(?:{_any('parts')}|summit)\b"
)
_PREFIX = re.compile(
    rf"^(?:(?:{_any('kind')}|{_capital('formal')})\s+)*"
    rf"(?:(?:{_either('parts')})\s+(?:of|in|for)\s+(?:the\s+)?)"
    rf"(?=(?:[{_UP}]|.*\b(?:[Dd]ialogue|[Cc]onsultation|[Cc]ommittee|[Cc]ommission)))"
)
_AT_A_PLACE = re.compile(
    rf"\s(?:in|at)\s(?=(?:the\s)?[{_UP}]\w+(?:\s|$))(?!.*\b(?:Conference|Summit|Forum|Dialogue|Session|Meeting|Talks)\b)"
)
_ON_A_DAY = re.compile(
    r"\s(?:(?:in|at)\s\S+\s)?(?:on|this|last|next)\s(?=(?:the\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\d{1,2}\b"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d)"
)
_INNER_ORDINAL = re.compile(rf"(?P<o>{_ORDINAL})\s+")
_ANOTHER = re.compile(r"\b(?:the|on|at|to|this)\s[a-z]+$")  # "the House on the conference"
_OF_PERSONS = re.compile(
    r"(?:meeting|talks|session) (?:of|between) (?:the )?(?:[\w-]+ ){0,4}?"
    r"(?:Minister|President|Chief|Commander|Secretary|Ambassador|Envoy|Adviser|Advisor|Director|Chairman|Representative|Chancellor|King|Speaker|Governor)\b"
)
_AFTER_DASH = re.compile(r"^.*\s[–—-]\s(?:The\s)?")
_PARLIAMENT = re.compile(
    r"(?:.*\s)?(?:(?:Grand )?National|Federal|Legislative|Constituent|Provincial|Regional|State) Assembly"
    r"|(?:.*\s)?(?:National Security|State|Privy|Constitutional|Security|Sovereignty|Presidential) Council"
)
_NAMES_EVENT = re.compile(rf"\b{_EVENT}(?!\w)")
_QUOTES = str.maketrans("", "", '"“”«»„')
_PLAIN_EVENT = re.compile(rf"(?:{_either('plain')})")
_AND_ANOTHER = re.compile(rf"\sand\s(?:the\s)?(?:{_ORDINAL})\s")
_TAIL = re.compile(
    r"(?:\s+(?:of|on|in|at|and|the|for|to|de|between|with|–|-|&|,)|[\s,.–-]|(?<!s)[’'](?:s(?!\w))?)+$"
)
_INNER_SHORT = re.compile(rf"{_SHORT}")
_SPOKEN_OF = re.compile(
    rf"(?:\b(?:{_any('spoken_of')})\s+(?:(?:the|its|their|an?|next)\s+)?(?:(?:{_any('coming')})\s+)?"
    rf"|[{_UP}]\w+[’']s?\s+(?:meaningful\s+|full\s+)?(?:participation|presence|membership)\s+(?:in|at)\s+(?:the\s+)?)$"
)
_NOT_THERE = re.compile(
    r"(?i:prepar\w+|read(?:y|iness)|schedul\w+|plans?|agenda|support\w*|look\w* forward)\s+$"
)


# What a word says about which patterns can match in its sentence; each needs all the signs of its row.
_SIGNS: dict[str, re.Pattern[str]] = {
    "margin": re.compile(rf"{_any('margins')}|occasion"),
    "attend": re.compile(r"participat|part|attend|address|speaking|spoke"),
    "for": re.compile(r"for"),
    "during": re.compile(r"\b[Dd]uring\b"),
    "chair": re.compile(rf"\b(?:{_any('chairing')})\b"),
    "ordinal": re.compile(
        r"(?i)\d\s?(?:st|nd|rd|th)\b|^(?:st|nd|rd|th)\Z|(?-i:\b[IVX]{1,6}\Z)|first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|teen|tie)th"
    ),
    "year": re.compile(r"\b20[0-9][0-9]\b|\bCOP"),
    "event": re.compile(rf"{_EVENT}|[Ss]how"),
    "assembly": re.compile(_either("assembly")),
    "session": re.compile(rf"[ms](?:eeting|ession)|{_capital('sitting')}"),
    "verb": re.compile(rf"\b(?:{_any('happens')})\b"),
}
_BITS = {name: 1 << number for number, name in enumerate(_SIGNS)}
_IN_FOR = re.compile(rf"in [{_UP}]\w+ for")
_BEGINS = rf"(?=[\"“«]?[{_UP}])"
_THE = r"\s+(?:the\s+|an?\s+)?"
# How a pattern begins, and what it must hold after that: both are looked for before the pattern itself is,
# which tries every run of capitals to its end.
_LEADS: dict[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "attend": (
        re.compile(
            rf"\b(?:{_any('attending')}|in [{_UP}]\w+ for)(?:\s+(?:in|at))?{_THE}{_KINDS}{_COUNTED}{_BEGINS}"
        ),
        re.compile(_EVENT_SOMEWHERE),
    ),
    "ordinal": (re.compile(rf"\b{_ORDINAL}\s"), re.compile(_EVENT_SOMEWHERE)),
    "within": (
        re.compile(
            rf"\b(?:(?:{_any('part_of')}) of|{_any('during')}){_THE}{_KINDS}{_COUNTED}{_BEGINS}",
        ),
        re.compile(
            "|".join(f"{word}{_END}" for word in _both_cases("assembly").split("|"))
            + "".join(rf"|{word}(?=\s+o[fn]\s)" for word in _capital("assembly").split("|"))
        ),
    ),
    "counted": (_COUNTING, re.compile("")),
    "held": (
        re.compile(rf"[ms](?:eeting|ession)|{_capital('sitting')}"),
        re.compile(rf"\s(?:{_any('happens')})\b"),
    ),
}
_Row = tuple[str, re.Pattern[str], tuple[re.Pattern[str], re.Pattern[str]] | None]
_ROWS = tuple(
    (rule, pattern, sum(_BITS[sign] for sign in signs.split()), _LEADS.get(rule))
    for rule, pattern, signs in (
        ("margins", _MARGINS, "margin"),
        ("counted", _COUNTED_LATER, "ordinal event"),
        ("attend", _TO_ATTEND, "attend event"),
        ("ordinal", _WITH_ORDINAL, "ordinal event"),
        ("within", _WITHIN, "assembly"),
        ("during", _DURING, "during event"),
        ("chaired", _CHAIRED, "chair event"),
        ("held", _HELD, "session verb"),
        ("yearly", _YEARLY, "year"),
    )
)


def signs_of(words: str) -> int:
    """The signs that a word or a stretch of text holds, one bit each."""
    return sum(_BITS[name] for name, pattern in _SIGNS.items() if pattern.search(words))


@dataclass(slots=True)
class OccasionPhrase:
    """An event named at surface offsets ``[start, end)``; ``rule`` says by what words."""

    start: int
    end: int
    name: str
    ordinal: int | None
    rule: str


def find_occasions(text: str, start: int, end: int, signs: int | None = None) -> list[OccasionPhrase]:
    """Events named in ``text[start:end]`` that a meeting may belong to; ``signs`` are its words'."""
    found: list[OccasionPhrase] = []
    read: list[tuple[int, int]] = []
    if signs is None:
        signs = signs_of(text[start:end])
    if signs & _BITS["for"] and _IN_FOR.search(text, start, end):
        signs |= _BITS["attend"]
    for rule, pattern, leads in _rows(signs):
        if leads is not None and not _leads_to(*leads, text, start, end):
            continue
        for match in pattern.finditer(text, start, end):
            if any(match.start("name") < last and first < match.end("name") for first, last in read):
                continue
            phrase = _phrase(match, rule)
            if phrase is not None:
                found.append(phrase)
                read.append((phrase.start, match.end() if rule == "counted" else phrase.end))
    return sorted(found, key=lambda o: o.start) if len(found) > 1 else found


@lru_cache(maxsize=1 << 10)
def _rows(signs: int) -> list[_Row]:
    """The patterns that can match where the signs are."""
    return [(rule, pattern, leads) for rule, pattern, needed, leads in _ROWS if signs & needed == needed]


_OFFICES = frozenset("secretary deputy vice minister lady lord sea".split())  # "First Secretary of the"


def _leads_to(lead: re.Pattern[str], goal: re.Pattern[str], text: str, start: int, end: int) -> bool:
    """Whether the goal stands somewhere after the first lead."""
    first = lead.search(text, start, end)
    return first is not None and goal.search(text, first.start(), end) is not None


def _from(match: re.Match[str]) -> int:
    """Where the event's ordinal or, without one, its name begins."""
    return match.start("ordinal") if match["ordinal"] else match.start("name")


def _phrase(match: re.Match[str], rule: str) -> OccasionPhrase | None:
    ordinal = _number(match["ordinal"]) if match["ordinal"] else None
    if _SPOKEN_OF.search(match.string, max(0, _from(match) - 70), _from(match)):
        return None
    if rule == "within" and _NOT_THERE.search(match.string, max(0, match.start() - 16), match.start()):
        return None
    name = _INNER_SHORT.sub("", " ".join(match["name"].split()))
    name = _AND_ANOTHER.split(name.translate(_QUOTES))[0]
    if rule == "counted":  # the sentence may begin with a dateline
        name = _AFTER_DASH.sub("", name)
    if ordinal is not None and name.split(" ", 1)[0].lower() in _OFFICES:
        return None
    name = _AT_A_PLACE.split(_ON_A_DAY.split(name)[0])[0]
    inner = _INNER_ORDINAL.match(name)
    if inner and ordinal is None:
        ordinal, name = _number(inner["o"]), name[inner.end() :]
    if _NAMES_EVENT.search(bare := _PREFIX.sub("", name)):
        name = bare
    again = _INNER_ORDINAL.match(name)
    if again and ordinal is None:
        ordinal, name = _number(again["o"]), name[again.end() :]
    if _OF_PERSONS.match(name) or _ONE_NAMED_BEFORE.fullmatch(name):
        return None
    name = _TAIL.sub("", re.sub(r"^(?:the|a|an)\s+", "", name)).strip()
    words = name.split()
    if not any(word[0].isupper() for word in words) and ordinal is None:
        return None
    if (
        not words
        or (rule == "ordinal" and len(words) < 2)
        or (
            (rule not in ("margins", "yearly") or (rule == "margins" and match["feast"]))
            and not _NAMES_EVENT.search(name)
        )
    ):
        return None
    if rule == "margins" and len(words) == 1 and ordinal is None and name.lower() in _WORDS["same"]:
        return None  # the event named before
    if rule in ("attend", "within", "chaired", "during") and (
        len(words) < 2 or name.split()[0].lower() in ("meetings", "talks")
    ):
        return None
    if (
        (rule not in ("margins", "counted") and _PARLIAMENT.fullmatch(name))
        or _PLAIN_EVENT.fullmatch(name)
        or _ANOTHER.search(name)
    ):
        return None
    start = match.start("name")
    if match["ordinal"]:
        start = min(start, match.start("ordinal"))
    place = match.string.rfind(words[-1], start, match.end("name"))
    end = place + len(words[-1]) if place >= 0 else match.end("name")
    return OccasionPhrase(start, end, name, ordinal, f"occasion.{rule}")


def _number(text: str) -> int | None:
    word = text.lower().strip().replace(" ", "-")
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
    return None


_SAME = re.compile(
    rf"\b(?:{_any('margins')}) of (?:the|this) (?:same )?(?i:{_any('same')})\b(?! of\b)"
    rf"|\b(?:take part in|attend\w*|participat\w+ in) (?:the|this) (?:same )?(?i:{_any('same')})(?:[’']s)?"
    r" (?:meeting|session)\b"
    rf"|\b(?:c[ao]me|coming|arrived?|here|country|in [{_UP}]\w+) (?:(?:to|in) (?:the )?\w+ (?:\w+ )?)?"
    rf"for the (?:same )?(?:{_any('same')})\b"
)
_ONE_NAMED_BEFORE = re.compile(
    r"(?:Committee|Commission|Council|Group|Forum|Board|Assembly)(?:[’']s)? (?:meeting|session)s?"
)


def refers_to_occasion(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` says "on the margins of the conference", meaning the one named before."""
    return _SAME.search(text, start, end) is not None


_ITS_SHORT = re.compile(r"\s?\(\s?([A-Z][\w+/–-]{1,15}(?: [A-Z]\w{1,11})?)\s?\)")


def short_name(text: str, phrase: OccasionPhrase) -> str | None:
    """The abbreviation in brackets inside or behind an event's name."""
    found = _ITS_SHORT.match(text, phrase.end) or _ITS_SHORT.search(text, phrase.start, phrase.end)
    return found[1] if found and found[1][1:] != found[1][1:].lower() else None


def seat_of_event(name: str) -> tuple[str, str] | None:
    """City and country where an event of that name is always held: the Shangri-La Dialogue."""
    low = name.lower()
    return next((seat for event, seat in _SEATS.items() if event in low), None)
