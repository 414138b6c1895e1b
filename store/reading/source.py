"""Where an article comes from: dateline, outlet, whom the outlet cites, and who wrote it. Spans are surface offsets."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import cache

from store.lexicon import Outlet, fold_key, load
from store.model import Span
from store.reading.dates import DatePhrase, Precision, find_dates, resolve
from store.reading.layout import Block, BlockKind

_UP = "A-ZÀ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĻŁŃŅŇŌŐŘŚŞŠȘŢȚŤŪŮŰŹŻŽƏ"
_PLACE = rf"[{_UP}][\w’'.-]*(?:[ -](?:de|del|da|do|el|al|of|the|la|[{_UP}][\w’'.-]*)){{0,3}}"
_HEAD = re.compile(
    r"\s*(?:[^\w\s(]+\s*)?(?:\([^)]{3,40}\)\s*)?(?:\d{1,2}:\d\d\s*\|\s*)?"
    rf"(?P<place>{_PLACE})"
    rf"(?:\s*[,.]\s*(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|Mon|Tue|Wed|Thu|Fri|Sat|Sun))(?P<region>[{_UP}][\w’'-]*(?:[ ][{_UP}][\w’'-]*){{0,2}}))?"
    r"(?P<rest>.*)",
    re.DOTALL,
)
_TURN = re.compile(
    r"\s*[,.]?\s*(?:(?:\(|/)\s*(?P<agency>[^()/]{2,50}?)\s*(?:\)|/)\s*(?:[-–—:.]+|(?=[A-ZÀ-Þ]))?"
    rf"|[-–—]\s?(?P<tied>[{_UP}]{{2,12}})\s*[.:–—-]"
    rf"|[.,]\s*(?P<named>[{_UP}][{_UP}.]{{2,20}}(?:\s[{_UP}]{{2,12}})?)\s*(?:[-–—./:]+)"
    r"|(?P<dash>\s[-–—]{1,2}\s|--|—|–|:\s|\.\s?[-–—]))"
)
_STOP = re.compile(r"\s*\.\s+(?=[A-ZÀ-Þ])")
_POSTED = re.compile(r"(?i)\b(?:published|posted|date|issued|press release)\b")
_REPORTS = r"(?:reports?|reported|informs?|informed|learned|learnt|writes|wrote|says|said|notes|has learned|was told|quotes|quoted|cites|correspondent)"
_CITING = re.compile(
    r"(?i)\b(?:citing|referring to|with reference to|via|quoting|according to|as reported by|refer(?:s|ring)? to|attributable to|learned from|learnt from|told by|informed by|quoted by|on the authority of)\s+"
)
_SAID = re.compile(
    r"(?i)^,?\s*(?:said|reported|announced|informed|stated|says|reports|informs|told|noted|confirmed|has (?:said|reported|announced|informed)|disclosed|revealed|wrote)\b"
)
_BODY_WORD = re.compile(
    r"(?i)\b(?:ministry|service|office|staff|command|government|department|directorate|agency|secretariat|embassy|presidency|administration|headquarters|forces|army|navy|police|spokes(?:person|man|woman)|mission|parliament|ispr|relations|akorda|kremlin|statement|mod|mfa|bureau|commission|council|palace|release|communiqué|press)\b"
)
_NOT_ATTRIBUTED = re.compile(r"(?i)^(?:the )?(?:agreement|plan|programme|program|law|report|figures|sources|local|tradition|schedule|article|media|him|her|them|reports|statistics|data|his|constitution)\b")
_BYLINE = re.compile(
    rf"^\s*(?:[Bb]y|BY|Author|Written by|Reported by|Text|Reporter|Correspondent|Edited by|Editor|Translated by|Translator)\s*:?\s+(?P<name>[{_UP}][\w.’'-]+(?:\s+(?:[a-z]{{2,3}}\s+)?[{_UP}][\w.’'-]*){{0,3}})\s*(?:$|[,|•·/(–—-]|\bPublished\b|\bin\b|and\b)"
)
_BYLINE_FIRST = re.compile(rf"^\s*(?P<name>[{_UP}][\w’'-]+(?:\s+[{_UP}][\w.’'-]*){{1,3}})\s+(?:Published|Posted|Updated)\b|^\s*(?P<alone>[{_UP}][\w’'-]+(?:\s+[{_UP}][\w’'-]*){{1,3}})\s*\n?\s*(?:Author|Reporter|Editor|Correspondent|Journalist|Staff [Ww]riter)\s*$")


@dataclass(frozen=True, slots=True)
class Read:
    """A value with the words it was read from and the rule."""

    value: str
    span: Span
    rule: str


@dataclass(slots=True)
class SourceReading:
    """What the head and foot of an article say of its origin."""

    place: Read | None = None
    place_country: str | None = None
    date: Read | None = None
    outlet: Read | None = None
    outlet_country: str | None = None
    attributed_to: Read | None = None
    byline: Read | None = None
    body_start: int = 0  # where the prose begins after a dateline


def read_source(text: str, blocks: list[Block], published: str | None) -> SourceReading:
    """Dateline, outlet, attribution and byline of a surface text."""
    found = SourceReading()
    base = datetime.date.fromisoformat(published) if published else None
    base = base or _posted_day(text, blocks)
    _byline(text, blocks, found)
    for block in blocks:
        if block.kind is BlockKind.BODY and _reporting_outlet(text, block, found):
            break
    _dateline(text, blocks, base, found)
    _outlet(text, blocks, found)
    _attribution(text, blocks, found)
    return found


@cache
def _outlets() -> dict[str, Outlet]:
    forms: dict[str, Outlet] = {}
    for form, outlet in load().outlet_forms.items():
        forms.setdefault(form.casefold(), outlet)
    return forms


@cache
def _outlet_pattern() -> re.Pattern[str]:
    forms = sorted(load().outlet_forms, key=len, reverse=True)
    return re.compile(r"(?<![\w.])(?:" + "|".join(map(re.escape, forms)) + r")(?![\w])")


def _city(name: str) -> tuple[str, str] | None:
    city = load().city_names.get(name) or load().folded_cities.get(fold_key(name))
    return (city.name, city.country) if city else None


# --- dateline ---------------------------------------------------------------------------------


def _dateline(text: str, blocks: list[Block], base: datetime.date | None, found: SourceReading) -> None:
    lines = [b for b in blocks if b.kind is not BlockKind.RELATED][:14]
    for block in lines:
        if block.kind in (BlockKind.BODY, BlockKind.ROW) and _dateline_of(text, block, base, found):
            break
    for block in lines:
        if block.end - block.start < 110 and (found.date is None or found.place is None):
            _date_line(text, block, base, found)


def _posted_day(text: str, blocks: list[Block]) -> datetime.date | None:
    """The full date of a line that says when the article was published."""
    for block in blocks:
        line = text[block.start : block.end]
        if len(line) < 110 and _POSTED.search(line):
            for phrase in find_dates(line):
                if phrase.year is not None and phrase.day is not None:
                    return resolve(phrase, None)
    return None


def _dateline_of(text: str, block: Block, base: datetime.date | None, found: SourceReading) -> bool:
    """Read ``BAKU, Azerbaijan, December 17. ...`` at the head of a paragraph."""
    line = text[block.start : min(block.end, block.start + 160)]
    head = _HEAD.match(line)
    if head is None or not head["place"]:
        return False
    place = head["place"]
    city = _longest_city(place)
    after = head.start("place") + len(city[0]) if city else head.end("place")
    rest = line[after:]
    region = re.match(rf"\s*,\s*(?P<region>[{_UP}][\w’'-]*(?:[ ][{_UP}][\w’'-]*){{0,2}})", rest)
    if region and (fold_key(region["region"]) in _countries()):
        rest = rest[region.end() :]
    dates = [d for d in find_dates(rest, 0, 60) if d.precision is Precision.DAY]
    date: DatePhrase | None = None
    lead = re.match(r"\s*[,.]?\s*", rest)
    at = lead.end() if lead else 0
    while dates and dates[0].span.start <= at + 2:
        if date is None or date.day is None:
            date = dates[0]
        at = dates[0].span.end
        dates = dates[1:]
        gap = re.match(r"\s*,?\s*", rest[at:])
        at += gap.end() if gap and dates else 0
    if date is not None:
        rest_at = rest[date.span.end :]
        offset = after + (len(line) - after - len(rest)) + date.span.end
    else:
        rest_at = rest
        offset = len(line) - len(rest)
    turn = _TURN.match(rest_at)
    if not city and (region := re.match(rf"\s*,\s*(?P<city>{_PLACE})", rest)) and (second := _longest_city(region["city"])) is not None and place.isupper():
        city = second
        start = block.start + len(line) - len(rest) + region.start("city")
        found.place = Read(second[1], Span(start, start + len(second[0])), "dateline.head")
        found.place_country = second[2]
        return True
    if not city and place.isupper() and len(place) <= 5 and turn is not None and found.outlet is None:
        start = block.start + head.start("place")
        found.outlet = Read(place, Span(start, start + len(place)), "outlet.dateline")
        found.body_start = start + len(place)
        return True
    if not city and not place.isupper() and not (turn and turn["agency"] and turn["agency"].strip().casefold() in _outlets() and " " not in place):
        return False
    if turn is None and not (_STOP.match(rest_at) and (city is not None) and (date is not None or len(place.split()) <= 2)):
        return False
    if turn is not None and date is None and turn["dash"] and turn["dash"].strip() == ":":
        return False
    start = block.start + head.start("place")
    printed = city[0] if city else place
    name = city[1] if city else place.title()
    found.place = Read(name, Span(start, start + len(printed)), "dateline.head")
    found.place_country = city[2] if city else None
    if date is not None:
        _set_date(found, date, block.start + len(line) - len(rest), base)
    agency = turn and (turn["agency"] or turn["named"] or turn["tied"])
    if agency and turn is not None:
        group = next(g for g in ("agency", "named", "tied") if turn[g])
        begin = block.start + offset + turn.start(group)
        _agency(found, agency, Span(begin, begin + len(agency)), text, base)
    found.body_start = block.start + offset + (turn.end() if turn else 1)
    return True


@cache
def _countries() -> frozenset[str]:
    return frozenset(fold_key(form) for form in load().country_names)


def _longest_city(place: str) -> tuple[str, str, str] | None:
    words = place.split(" ")
    for count in range(len(words), 0, -1):
        printed = " ".join(words[:count]).rstrip(".-")
        for form in (printed, printed.split("-")[0]):
            if (city := _city(form)) is not None and len(form) > 2:
                return form, city[0], city[1]
    return None


def _set_date(found: SourceReading, phrase: DatePhrase, shift: int, base: datetime.date | None) -> None:
    day = resolve(phrase, base)
    if day is not None and found.date is None and phrase.day is not None:
        found.date = Read(day.isoformat(), Span(phrase.span.start + shift, phrase.span.end + shift), "dateline.date")


def _date_line(text: str, block: Block, base: datetime.date | None, found: SourceReading) -> None:
    """A line that holds little more than a date (and a place), or says when it was published."""
    line = text[block.start : block.end]
    dates = [d for d in find_dates(line) if d.day is not None and d.precision is Precision.DAY]
    if not dates or re.search(r"(?i)\bupdated?\b|deadline|until|release id|wreath|\bmet\b|will\b", line):
        return
    left = re.sub(r"\b\d{1,2}:\d\d(?::\d\d)?\b|\b(?:GMT|UTC|AM|PM|EST|hrs)\b\s*[+-]?\d*|\W|\d", " ", "".join(
        c if not any(d.span.start <= i < d.span.end for d in dates) else " " for i, c in enumerate(line)
    ))
    words = [w for w in left.split() if w.lower() not in ("by", "on", "the", "posted", "published", "date", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "pm", "am", "politics", "release", "press")]
    posted = re.search(r"(?i)\b(?:published|posted|date)\b", line)
    if found.date is None and (len(words) <= 5 or posted):
        if dates[0].year is None and base is None:
            return
        if not posted and len(words) > 4:
            return
        _set_date(found, dates[0], block.start, base)
    if found.place is None and len(words) <= 3 and found.date is not None:
        for match in re.finditer(_PLACE, line):
            city = _longest_city(match.group())
            if city is not None and not any(d.span.start <= match.start() < d.span.end for d in dates):
                start = block.start + match.start()
                found.place = Read(city[1], Span(start, start + len(city[0])), "dateline.line")
                found.place_country = city[2]
                return


def _agency(found: SourceReading, agency: str, span: Span, text: str, base: datetime.date | None) -> None:
    """The agency named in a dateline, and the date that may stand with it."""
    for phrase in find_dates(agency):
        _set_date(found, phrase, span.start, base)
        cut = agency[: phrase.span.start].rstrip(" -–—,|")
        span = Span(span.start, span.start + len(cut))
        agency = cut
    agency = agency.strip()
    outlet = _outlets().get(agency.casefold())
    if found.outlet is not None:
        return
    if outlet is not None:
        found.outlet = Read(_shown(agency, outlet), span, "outlet.dateline")
        found.outlet_country = outlet.country
    elif agency and re.fullmatch(r"[A-Z][\w.]*(?: [A-Z][\w.]*){0,3}", agency) and fold_key(agency) not in _countries():
        found.outlet = Read(agency, span, "outlet.dateline")


def _shown(printed: str, outlet: Outlet) -> str:
    """The outlet as the text prints it, in its own short form where the text shouts or adds "News Agency"."""
    short = re.sub(r"\s+(?:News )?(?:Agency|IA|News Agency)$", "", printed)
    return outlet.name if short.isupper() and len(short) > 5 and short.casefold() == outlet.name.casefold() else short


# --- outlet -----------------------------------------------------------------------------------


def _outlet(text: str, blocks: list[Block], found: SourceReading) -> None:
    if found.outlet is not None:
        return
    for pattern, rule in ((r"\(MENAFN\s?[-–]\s?(?P<o>[^)]{3,40})\)", "outlet.wire"), (r"\bby (?P<o>PIB)\b", "outlet.posted")):
        if match := re.search(pattern, text[:400]):
            _take_outlet(found, match["o"], Span(*match.span("o")), rule)
            return
    if _signature(text, blocks, found):
        return
    if match := re.search(r"\b(?:told|tells) (?P<o>[A-Z][\w.]+(?: [A-Z]\w+)?)", text):
        if match["o"].casefold() in _outlets():
            _take_outlet(found, match["o"], Span(*match.span("o")), "outlet.told")
            return
    if match := re.search(r"©\s*(?:Copyright\s*)?(?:\d{4}\s+)?(?P<o>[A-Z][\w.]*(?: [A-Z][\w.]*){0,3})(?:\s+\d{4})?", text):
        _take_outlet(found, match["o"], Span(*match.span("o")), "outlet.copyright")
        return
    _press_office(text, blocks, found)


def _take_outlet(found: SourceReading, printed: str, span: Span, rule: str) -> None:
    printed = printed.strip().rstrip(".") if not re.search(r"\.\w{2,3}$", printed.strip()) else printed.strip()
    outlet = _outlets().get(printed.casefold())
    found.outlet = Read(_shown(printed, outlet) if outlet else re.sub(r"\s+(?:News )?Agency$", "", printed), Span(span.start, span.start + len(printed)), rule)
    found.outlet_country = outlet.country if outlet else None


_REPORT_VERB = re.compile(rf"\b(?:cites|correspondent|{_REPORTS})\b")
_REPORTER = re.compile(
    rf"(?:(?<=\s)|(?<=[\"“(])|^)(?P<o>[{_UP}][\w.-]*(?: [{_UP}][\w.]*){{0,2}})[\"”]?(?: (?:[Nn]ews [Aa]gency|[Aa]gency|IA))?,?(?: correspondent)? $"
)


def _reporting_outlet(text: str, block: Block, found: SourceReading) -> bool:
    """``Trend reports``, ``Report informs``, ``a "Dunyo" IA correspondent reports``."""
    body = text[block.start : block.end]
    for verb in _REPORT_VERB.finditer(body):
        lead = max(0, verb.start() - 60)
        match = _REPORTER.search(body[lead : verb.start()])
        if match is None:
            continue
        printed = match["o"]
        start = lead + match.start("o")
        while (cut := printed.find(" ")) > 0 and printed.casefold() not in _outlets() and printed[cut + 1 :].casefold() in _outlets():
            printed, start = printed[cut + 1 :], start + cut + 1
        outlet = _outlets().get(printed.casefold())
        person = "correspondent" in match.group() or verb.group() == "correspondent"
        sudden = person or re.search(r"(?:[,.”\"’]|,\s*(?:as|a|the))\s*[\"“]?$", body[:start]) is not None
        plain = person or verb.group() in ("reports", "informs", "learned", "writes")
        span = Span(block.start + start, block.start + start + len(printed))
        if outlet is not None and (sudden or plain):
            _take_outlet(found, printed, span, "outlet.reports")
            return True
        cites = re.match(r"\s*(?:$|[.,]|citing|referring|via|with reference|quoting|from)", body[verb.end() : verb.end() + 40])
        if outlet is None and sudden and plain and cites and printed.count(" ") <= 1 and not _BODY_WORD.search(printed):
            _take_outlet(found, printed, span, "outlet.reports")
            return True
    return False


def _signature(text: str, blocks: list[Block], found: SourceReading) -> bool:
    """An agency's name alone on a line or in brackets at the end: ``VNA``, ``(PNA)``."""
    bracket = re.search(r"\((?P<o>[A-Z][A-Za-z./-]{1,20})\)\s*$|\s-\s?(?P<p>[A-Z]{2,12})\s*$|/(?P<q>[A-Z]{2,12})/?\s*$", text.rstrip())
    if bracket:
        group = bracket.lastgroup or "o"
        if bracket[group].casefold() in _outlets():
            _take_outlet(found, bracket[group], Span(*bracket.span(group)), "outlet.signature")
            return True
    body = [b for b in blocks if b.kind is BlockKind.BODY]
    for block in blocks:
        line = text[block.start : block.end].strip(" -–—./*")
        if len(line) < 40 and line.casefold() in _outlets() and (not body or block.start > body[-1].start or block.start < body[0].start):
            start = text.index(line, block.start)
            _take_outlet(found, line, Span(start, start + len(line)), "outlet.signature")
            return True
    return False


def _press_office(text: str, blocks: list[Block], found: SourceReading) -> None:
    """A ministry's own press release: the body named at its head is who published it."""
    head = [b for b in blocks[:8]]
    if match := re.search(r"(?m)^\s*From:\s*(?P<o>[^\n]{4,60}?)\s*$", text[:1500]):
        found.outlet = Read(match["o"], Span(*match.span("o")), "outlet.from")
        return
    first_body = next((b.start for b in blocks if b.kind is BlockKind.BODY), len(text))
    for block in head:
        line = re.split(r"\s{3,}|\n|\s*[>›|»/]\s*", text[block.start : block.end])[0].strip()
        if block.start < first_body and _is_issuer(line):
            value = _titled(line)
            found.outlet = Read(value, Span(block.start, block.start + len(line)), "outlet.issuer")
            return
    release = re.search(r"(?i)press (?:release|statement)|office of the spokes|readout|media release|for immediate release|attributable to", text[: first_body + 200])
    for block in head:
        if block.start >= first_body:
            return
        line = re.split(r"\s{3,}|\n", text[block.start : block.end])[0].strip()
        if release and re.match(r"(?i)^(?:the )?(?:u\.?s\.? )?(?:ministry|department|embassy|office of the (?:president|prime minister)|federal|presidency|general staff|government)\b", line) and len(line) < 70 and "spokes" not in line.lower():
            found.outlet = Read(_titled(line), Span(block.start, block.start + len(line)), "outlet.release")
            return


_ISSUER = re.compile(
    r"(?i)^(?:the )?(?:(?:ministry|department) (?:of|for) (?:the )?[\w ,&'’-]{4,60}|[\w-]+ (?:[\w-]+ )?ministry|(?:general staff|presidency|office of the president)(?: of [\w ]{3,40})?)$"
)


def _is_issuer(line: str) -> bool:
    """Whether a line above the prose is just the name of the body whose page it is."""
    if not (3 < len(line) < 80) or (line.islower()):
        return False
    return _ISSUER.match(line) is not None or (line in load().organisation_names and not line.islower())


def _titled(line: str) -> str:
    """A line of capitals in ordinary letters; a country after ``of`` stays out."""
    if line.isupper() and " " in line:
        line = line.title().replace(" Of ", " of ").replace(" The ", " the ").replace(" And ", " and ").replace(" For ", " for ")
    return line


# --- attribution ------------------------------------------------------------------------------

_NOUN_PHRASE_END = re.compile(r"(?:[.;:!?]\s|[.;:]$|,|\s(?:on|in a|in an|in its|in the statement|that|who|which|and the|as|for whom|when|after|at a|with|said|reported)\b|\s[-–—]\s|\n\s*\n|$)")


def _attribution(text: str, blocks: list[Block], found: SourceReading) -> None:
    bodies = [b for b in blocks if b.kind in (BlockKind.BODY, BlockKind.HEADLINE)]
    prose = [b for b in bodies if b.kind is BlockKind.BODY]
    for block in bodies:
        if _cited(text, block, found) or (block in prose[:6] and _said_by(text, block, found)):
            return


def _cited(text: str, block: Block, found: SourceReading) -> bool:
    body = text[block.start : block.end]
    for match in _CITING.finditer(body):
        rest = body[match.end() :]
        article = re.match(r"(?i)the\s+", rest)
        lead = article.end() if article else 0
        end = _NOUN_PHRASE_END.search(rest, lead)
        phrase = rest[lead : end.start() if end else len(rest)].strip()
        if not phrase or _NOT_ATTRIBUTED.match(phrase) or len(phrase) > 120:
            continue
        office = _BODY_WORD.search(phrase)
        agency = phrase.casefold() in _outlets()
        if (not office and not agency) or re.search(r"(?i)\b(?:figures|data|statistics|estimates|officials|sources|people)$", phrase):
            continue
        if match.group().lower().startswith(("via", "told by")) and not office:
            continue
        start = block.start + match.end() + lead
        _take_attribution(text, found, phrase, Span(start, start + len(phrase)), "attribution.citing")
        return True
    return False


_OFFICE_SAID = re.compile(
    rf"(?:(?<=^)|(?<=[,.”\"’] )|(?<=[,.] ))(?:[Tt]he\s+|a\s+)?(?P<who>(?:[{_UP}][\w’'.-]*|of|the|and|for|in|\([A-Z]+\)|spokes(?:person|man|woman)|ministry|press|service|office|embassy)(?:\s+(?:[{_UP}][\w’'.-]*|of|the|and|for|in|\([A-Z]+\)|spokes(?:person|man|woman)|ministry|press|service|office|embassy)){{0,9}}?)\s+(?:said|reported|reports|announced|informed|stated|informs|noted|confirmed|has (?:said|reported|announced))\b"
)


def _said_by(text: str, block: Block, found: SourceReading) -> bool:
    """``..., the National Defense Ministry said``; ``In a statement, DND spokesperson A. B. said``."""
    body = text[block.start : block.end]
    for match in _OFFICE_SAID.finditer(body):
        who = match["who"]
        ministry = _BODY_WORD.search(who)
        spoke = re.search(r"(?i)spokes(?:person|man|woman)", who)
        if not ministry or len(who) > 90:
            continue
        after = body[match.end() : match.end() + 30]
        in_statement = re.search(r"(?i)\bin (?:a|an|its|the|his|her) (?:\w+ )?(?:statement|release|communiqué|readout|post)\b[^.]{0,20}$", body[: match.start("who")])
        ends = re.match(r"\s*(?:[.,;]|in a|in an|on |today|yesterday|$|via|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)", after)
        if not spoke and not in_statement and not ends and not re.match(r"\s*(?:the two|that)", after):
            continue
        if spoke and not in_statement and not re.search(r"(?i)statement|told|release", body[: match.start()][-80:] + after) and not re.match(r"\s*\.", after):
            continue
        who = re.sub(r"\s*\([A-Z]+\)$", "", who)
        start = block.start + match.start("who")
        _take_attribution(text, found, who, Span(start, start + len(who)), "attribution.said")
        return True
    return False


def _take_attribution(text: str, found: SourceReading, phrase: str, span: Span, rule: str) -> None:
    value = " ".join(phrase.split())
    if re.fullmatch(r"(?i)(?:ministry|ministry's press service|office|department)", value):
        full = re.search(r"\b(?:Ministry|Department|Office) of (?:the )?[A-Z]\w+(?: [A-Z]\w+)?", text)
        if full := full or re.search(r"\b[A-Z]\w+ Ministry\b", text):
            value = full.group() + value[len("ministry") :] if value.lower().startswith("ministry") and "'s" in value else full.group()
        elif post := re.search(r"\bMinister of (?P<area>(?:National |Foreign )?[A-Z]\w+)|(?P<pre>[A-Z]\w+) Minister\b", text):
            value = f"Ministry of {post['area'] or post['pre']}"
    else:
        words = value.split()
        adjective = load().adjectives.get(words[0]) or load().country_names.get(words[0].removesuffix("'s").removesuffix("’s"))
        if adjective is not None and len(words) > 2:
            value = " ".join(words[1:])
    found.attributed_to = Read(value, span, rule)


# --- byline -----------------------------------------------------------------------------------


def _byline(text: str, blocks: list[Block], found: SourceReading) -> None:
    for number, block in enumerate(blocks):
        line = text[block.start : block.end]
        if len(line) > 140:
            continue
        match = _BYLINE.match(line)
        group = "name"
        if match is None and (match := _BYLINE_FIRST.match(line)) is not None:
            group = "name" if match["name"] else "alone"
        if match is None and number + 1 < len(blocks):
            following = text[blocks[number + 1].start : blocks[number + 1].end].strip().lower()
            if following in ("author", "reporter", "correspondent", "editor", "journalist", "staff writer") and 2 <= len(line.split()) <= 4:
                found.byline = Read(_cased(line.strip(" \u200b")), Span(block.start, block.end), "byline.author")
                return
        if match is not None and not _BODY_WORD.search(match[group]) and match[group].casefold() not in _outlets():
            start = block.start + match.start(group)
            found.byline = Read(_cased(match[group]), Span(start, start + len(match[group])), "byline.by")
            return


def _cased(name: str) -> str:
    return name.title() if name.isupper() else name
