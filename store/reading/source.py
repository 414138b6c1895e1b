"""Where an article comes from: dateline, outlet, whom the outlet cites, and who wrote it.

The door of the stage; its parts are the modules of ``store.reading.origin``. Spans are surface offsets.
"""

from __future__ import annotations

import datetime

from store.lexicon import Outlet, load
from store.reading.layout import Block
from store.reading.origin.attribution import find_attribution
from store.reading.origin.byline import find_byline
from store.reading.origin.cues import Cues
from store.reading.origin.dateline import Dateline, find_dateline
from store.reading.origin.issuer import labelled_issuer, masthead, signing_issuer
from store.reading.origin.outlet import (
    agency_read,
    by_outlet,
    copyright_holder,
    outlet_in_prose,
    posted,
    reporting_outlet,
    signature,
)
from store.reading.origin.page import Page
from store.reading.origin.stamps import Stamp, find_stamps, place_beside, posted_day
from store.reading.origin.values import Read, SourceReading
from store.reading.origin.words import outlet_of

__all__ = ["Read", "SourceReading", "read_source"]


def read_source(text: str, blocks: list[Block], published: str | None) -> SourceReading:
    """Dateline, outlet, attribution and byline of a surface text.

    ``published`` is the ISO date of the article's header, against which a date without a year is resolved;
    without it the page's own full date serves.
    """
    page = Page(text, blocks)
    found = SourceReading()
    stamps = find_stamps(page)
    line = find_dateline(page)
    base = datetime.date.fromisoformat(published) if published else posted_day(stamps)
    _take_dateline(found, line, base)
    _take_stamps(found, page, stamps, base)
    cues = Cues(text)
    found.outlet = _outlet(page, line, cues)
    if found.outlet is not None:
        known: Outlet | None = outlet_of(found.outlet.value)
        found.outlet_country = known.country if known else None
        _settle_town(found)
    cited = find_attribution(page, cues)
    if cited is not None and not _is_outlet_itself(cited, found.outlet):
        found.attributed_to = cited
    found.byline = find_byline(page)
    return found


def _settle_town(found: SourceReading) -> None:
    """Of towns of one name in several countries, the one where the outlet is at home: George Town."""
    if found.place is None or found.outlet_country in (None, found.place_country):
        return
    towns = load().city_homonyms.get(found.place.value, ())
    if found.place_country is None or any(town.country == found.outlet_country for town in towns):
        found.place_country = found.outlet_country if towns else found.place_country


def _take_dateline(found: SourceReading, line: Dateline | None, base: datetime.date | None) -> None:
    if line is None:
        return
    if line.place and line.place_span:
        found.place = Read(line.place, line.place_span, "dateline.head")
        found.place_country = line.country
    day = line.day.on(base) if line.day else None
    if line.day and day:
        found.date = Read(day.isoformat(), line.day.span, "dateline.date")
    found.body_start = line.end


def _take_stamps(found: SourceReading, page: Page, stamps: list[Stamp], base: datetime.date | None) -> None:
    for stamp in sorted(stamps, key=lambda stamp: stamp.later):
        day = stamp.day.on(base)
        if found.date is None and day is not None:
            rule = "dateline.posted" if stamp.labelled else "dateline.line"
            found.date = Read(day.isoformat(), stamp.day.span, rule)
        if found.place is not None:
            continue
        town = (stamp.city, stamp.city_span) if stamp.city and stamp.city_span else place_beside(page, stamp)
        if town is not None:
            found.place = Read(town[0].name, town[1], "dateline.line")
            found.place_country = town[0].country


def _outlet(page: Page, line: Dateline | None, cues: Cues) -> Read | None:
    """The outlet, by the surest sign that the page has."""
    if (reporting := reporting_outlet(page, cues)) is not None:
        return reporting
    if line is not None and line.agency and line.agency_span:
        return agency_read(page, line.agency, line.agency_span)[0]
    return (
        posted(page)
        or by_outlet(page)
        or signature(page)
        or outlet_in_prose(page, cues)
        or labelled_issuer(page)
        or copyright_holder(page, known=True)
        or masthead(page)
        or signing_issuer(page)
        or copyright_holder(page, known=False)
    )


def _is_outlet_itself(cited: Read, outlet: Read | None) -> bool:
    """Whether a body's own page cites the body, or an agency names itself."""
    if outlet is None:
        return False
    known = outlet_of(outlet.value)
    return outlet.value.casefold() == cited.value.casefold() or (
        known is not None and known is outlet_of(cited.value)
    )
