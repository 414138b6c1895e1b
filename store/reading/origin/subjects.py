"""The subject of a verb of saying: the body or the spokesperson whose name ends where the verb begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from store.model import Span
from store.reading.origin.bodies import Kind, is_abbreviated_body, is_phrase, kind_in, spokes_in, trimmed
from store.reading.origin.words import UPPER, outlet_of, source_words

_BACK = 170  # characters of a subject before its verb
_POSSESSOR = (
    r"(?:[a-z]+\s)?(?:country|kingdom|nation|state|republic|island|sultanate|emirate|capital)['’]s\s+"
)
ARTICLE = re.compile(rf"(?:[Tt]he|[Aa]n?|[Ii]ts|[Oo]ur|[Tt]heir|[Hh]is)\s+(?:{_POSSESSOR})?")
NAME = re.compile(
    rf"[{UPPER}][\w.’'-]*+(?:\s+(?:(?:al|el|bin|van|von|de|der|da|di|du|ul|ur)\s+)?[{UPPER}][\w.’'-]*+){{0,6}}+"
)
_NAMED_BEFORE = re.compile(rf"(?P<name>{NAME.pattern}),\s+(?:the\s+)?$")
_BOUNDARY = re.compile(r"[,;:!?”\"“«»—–]\s|,(?=[a-z])|[.]\s(?=[\"“A-Z])|[\"”]|\n\s*\n|\s-\s")
_THE = re.compile(r"[Tt]he\s+")
_BEFORE_THE = frozenset("of for to and in by with at from".split())  # within a name
_PAPERS = r"(?:statement|release|post|communiqué|communique|readout|announcement|message)"
_AUXILIARY = re.compile(
    r"(?:,?\s+(?:has|have|had|also|later|earlier|further|today|yesterday|thus|in turn|on \w+day|\w+day"
    rf"|in (?:an?|its|the) (?:\w+ ){{0,2}}{_PAPERS}))+,?$"
)
_AUXILIARY_END = re.compile(
    r"(?:has|ave|had|also|later|lier|ther|thus|urn|day|ment|ase|post|qu[ée]|out|age),?$"
)  # a quick look before it
_LEAD_IN = re.compile(
    rf"(?:In\s+(?:a|an|its|the|another)\s+(?:\w+\s+){{0,2}}{_PAPERS}"
    r"(?:\s+(?:issued|released|made available|sent|on|in|to)\b[^,]{0,40})?"
    r"|As|But|And|While|However|Meanwhile|Earlier|Later|Separately)[,\s]+"
)
_SENTENCE = re.compile(r"(?:[a-z]{4}[.!?]|[”\"])\s+[\"“A-Z]")
_OFFICE_SIGNS = ("pokes", "ress ", "irector", "ffice", "dvis", "nformation", "hief", "ead of")
_LAST_WORD = re.compile(r"[\w’'.-]+\)?$")
_LAST_WORDS = re.compile(r"[\w’'.-]+ [\w’'.-]+$")
_PAGES = r"(?:web\s?site|page|channel|account|portal)"
_ITS_PAGE = re.compile(rf"['’]s\s+(?:official\s+)?(?:[\w-]+\s+)?{_PAGES}$")
_PAGE_OF = re.compile(rf"\b{_PAGES}\s+of\s$")
_APPOSED = re.compile(r",\s+(?:the\s+)?")
_OF_THE = re.compile(r"(?:of|for|to|at)\s+(?:the\s+)?")
_LONE_ARTICLE = re.compile(r"\s*(?:the|a|an|in|of|by)?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Subject:
    """Who says it: the span of the name, and what it names."""

    span: Span
    kind: Kind


def subject_before(text: str, begin: int, end: int) -> Subject | None:
    """The body or spokesperson named just before ``end``, at ``begin`` or later."""
    start = max(begin, end - _BACK)
    while end > start and text[end - 1].isspace():
        end -= 1
    if _AUXILIARY_END.search(text, max(start, end - 14), end):
        auxiliary = _AUXILIARY.search(text, max(start, end - 50), end)
        end = auxiliary.start() if auxiliary else end
    if page := _ITS_PAGE.search(text, max(start, end - 45), end):
        end = page.start()
    if any(text.find(sign, start, end) >= 0 for sign in _OFFICE_SIGNS):
        office = _last_office(text, start, end)
        found = _spokesperson(text, start, end, office) if office else None
        if found is not None:
            return found
    if end == start or not _may_end_body(text, start, end):
        return None
    first = _phrase_before(text, start, end)
    if first is None:
        return None
    stop = first + len(trimmed(text[first:end]))
    kind = kind_in(text, first, stop)
    return Subject(Span(first, stop), kind) if kind is not None and kind is not Kind.SPOKES else None


def _may_end_body(text: str, start: int, end: int) -> bool:
    """Whether the last word is a body's noun or name, or a link stands not far before it."""
    match = _LAST_WORD.search(text, max(start, end - 40), end)
    if match is None:
        return False
    word = match.group()
    if word.endswith(")") or word.lower() in source_words().body_heads or word in source_words().body_names:
        return True
    if text.find(" agency ", start, match.start()) >= 0 and outlet_of(word) is not None:
        return True
    pair = _LAST_WORDS.search(text, max(start, match.start() - 20), end)
    if pair is not None and pair.group() in source_words().body_names:
        return True
    return any(text.find(link, start, end) >= 0 for link in _links()) or is_abbreviated_body(word, text)


@cache
def _links() -> tuple[str, ...]:
    return (" of ", " for ", " in ", " to ", " under ", "Affairs")


def _phrase_before(text: str, start: int, end: int) -> int | None:
    """Where the name that ends at ``end`` begins: after the last comma, or at the last fitting article."""
    first = start
    for boundary in _BOUNDARY.finditer(text, start, end):
        first = boundary.end()
    while first < end and text[first].isspace():
        first += 1
    starts = [first]
    if match := _LEAD_IN.match(text, first, end):
        starts.insert(0, match.end())
    starts += [at.start() for at in _THE.finditer(text, first + 1, end) if _may_open(text, first, at.start())]
    for place in starts:
        article = ARTICLE.match(text, place, end)
        name = article.end() if article else place
        if name < end and is_phrase(text[name:end]):
            return name
    return None


def _may_open(text: str, first: int, at: int) -> bool:
    """Whether "the" at ``at`` begins a name and does not stand within one."""
    before = text[max(first, at - 6) : at]
    if _PAGE_OF.search(text, max(first, at - 14), at):
        return True
    return before[-1:].isspace() and before.split()[-1:] != [] and before.split()[-1] not in _BEFORE_THE


def _last_office(text: str, start: int, end: int) -> re.Match[str] | None:
    """The last spokesperson's office of the sentence that ends at ``end``."""
    found = None
    at = start
    while (match := spokes_in(text, at, end)) is not None:
        found, at = match, match.end()
    if found is None or _SENTENCE.search(text, found.end(), end):
        return None
    return found


def _spokesperson(text: str, start: int, end: int, office: re.Match[str]) -> Subject | None:
    """The spokesperson with office, body and name, in any order."""
    rest = text[office.end() : end].rstrip(" ,")
    parts = _APPOSED.split(rest.lstrip(" ,")) if rest.strip(" ,") else []
    if not all(is_phrase(_OF_THE.sub("", part, count=1).strip()) for part in parts):
        return None
    first = office.start()
    before = _phrase_before(text, start, first - 1) if first > start and text[first - 1].isspace() else None
    if before is not None and not _LONE_ARTICLE.fullmatch(text, before, first):
        first = before
    elif (named := _NAMED_BEFORE.search(text, max(start, first - 60), first)) and " " in named["name"]:
        first = named.start()
    return Subject(Span(first, office.end() + len(rest)), Kind.SPOKES)
