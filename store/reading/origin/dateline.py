"""The dateline at the head of a paragraph: place, date and agency in the layouts of the world's agencies.

``BAKU, Azerbaijan, December 17.``, ``Hanoi (VNA) –``, ``Baku. 9 October. REPORT.AZ/``, ``Lima (X).-``,
``YEREVAN, JUNE 21, ARMENPRESS.``, ``Damascus, SANA-``, ``October 5, 2023 – Ottawa, Ontario –``, ``PANO -``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from store.lexicon import City, fold_key
from store.model import Span
from store.reading.layout import BlockKind
from store.reading.origin import dateline_parts as parts
from store.reading.origin.bodies import Kind, kind_of
from store.reading.origin.days import Day, find_days
from store.reading.origin.page import Page
from store.reading.origin.words import city_of, city_starts, is_country, outlet_of
from store.reading.remembered import Remembered

_REACH = 170  # characters of a paragraph that a dateline may take
_PARAGRAPHS = 5  # the dateline stands before one of these
_DATE_STARTS = frozenset("0123456789JFMASONDTW")


@dataclass(slots=True)
class Dateline:
    """What a dateline states; spans are surface offsets."""

    place: str | None = None
    place_span: Span | None = None
    country: str | None = None
    day: Day | None = None
    agency: str | None = None
    agency_span: Span | None = None
    end: int = 0  # where the prose begins


def find_dateline(page: Page) -> Dateline | None:
    """The first dateline of the article, or None."""
    text = page.text
    seen = 0
    bare: Dateline | None = None
    for block in page.blocks:
        prose = block.kind in (BlockKind.BODY, BlockKind.ROW, BlockKind.SPEECH)
        if block.kind is BlockKind.RELATED or (not prose and block.end - block.start > 100):
            continue
        seen += prose
        if seen > _PARAGRAPHS:
            break
        stop = min(block.end, block.start + _REACH)
        if not parts.FAST.match(text, block.start, stop):
            continue
        found = _Parser(text, block.start, stop, alone=not prose).read()
        if found is not None and (found.place or (seen == 0 and found.day is not None)):
            return found
        bare = bare or found
    return bare or _glued(page)


def _glued(page: Page) -> Dateline | None:
    """A dateline that a caption is glued to: ``(Photo: VNA)Hanoi (VNA) – ...``."""
    match = parts.GLUED.search(page.text, 0, min(len(page.text), 1500))
    city = city_of(match["place"]) if match else None
    if match is None or city is None or outlet_of(match["agency"]) is None:
        return None
    place, agency = Span(*match.span("place")), Span(*match.span("agency"))
    return Dateline(city.name, place, city.country, None, match["agency"], agency, match.end())


@dataclass(slots=True)
class _Parser:
    """Reads one paragraph's head from left to right."""

    text: str
    start: int
    stop: int
    alone: bool  # the whole line has to be a dateline
    at: int = 0
    city: City | None = None
    shouted: bool = False
    region: bool = False
    shouted_city: bool = False
    signed: bool = False  # the line ends with the body whose release it is
    found: Dateline = field(default_factory=Dateline)

    def read(self) -> Dateline | None:
        self.at = self._lead()
        if self.text[self.at : self.at + 1] in _DATE_STARTS:
            self._date()
        if self.found.day is not None and not self._dash():
            return None
        if not self._place():
            return self._agency_alone() or self._day_alone()
        before = self.found.day is not None
        self._regions()
        self._date()
        agency = self._agency()
        bracketed = agency
        agency = agency or self._named()
        if not agency and self.found.day is None:
            self._date()
        closed = agency or self._closed(before)
        self.found.end = self.at
        if not closed or not self._whole():
            return None
        return self.found if self._certain(agency or self.signed, bracketed) else None

    def _lead(self) -> int:
        lead = parts.LEAD.match(self.text, self.start, self.stop)
        if lead is None:
            return self.start
        for group in ("wire", "first"):
            if lead[group]:
                self._take_agency(lead[group], lead.start(group), known=group == "first")
        if lead["first"] and self.found.agency is None:
            return lead.start("first") - 1
        return lead.end()

    def _place(self) -> bool:
        match = parts.PLACE.match(self.text, self.at, self.stop)
        if match is None:
            return False
        printed = match.group()
        known = _longest_city(printed)
        if known is None and " " in printed and outlet_of(first := printed.split(" ")[0]):
            known = _longest_city(printed[len(first) + 1 :])
            if known is not None:
                self._take_agency(first, self.at, known=True)
                self.at += len(first) + 1
        if known is None and (ahead := parts.AGENCY_FIRST.match(self.text, self.at, self.stop)) is not None:
            known = _longest_city(ahead["place"]) if outlet_of(ahead["name"]) else None
            if known is not None:
                self._take_agency(ahead["name"], self.at, known=True)
                self.at = ahead.start("place")
        if known is not None:
            form, self.city = known
            self._set_place(form if form.startswith("St.") else self.city.name, self.at, form)
            return True
        form = printed.rstrip(".-")
        if self._is_spelt_out(form):
            return False
        self.shouted = form.isupper() and len(form) > 3
        if not self.shouted and not parts.VOUCHED.match(self.text, self.at, self.stop):
            return False
        if outlet_of(form) is not None and self.found.agency is None:
            return False
        self._set_place(form.title() if self.shouted else form, self.at, form)
        return True

    def _is_spelt_out(self, form: str) -> bool:
        """``Armed Forces of the Philippines (AFP)``: a body with its letters, no place with an agency."""
        letters = parts.LETTERS.match(self.text, self.at + len(form), self.stop)
        return letters is not None and letters[1] == "".join(w[0] for w in form.split() if w[0].isupper())

    def _set_place(self, name: str, start: int, form: str) -> None:
        if self.city is not None and is_country(form):
            name = form.title() if form.isupper() else form  # "KUWAIT" says no more than that
        self.shouted_city = form.isupper()
        self.found.place = name
        self.found.place_span = Span(start, start + len(form))
        self.found.country = self.city.country if self.city else None
        self.at = start + len(form)

    def _regions(self) -> None:
        """Step over ``, Azerbaijan`` and the like; a town after a place that no list knows is the place."""
        second = parts.SECOND.match(self.text, self.at, self.stop) if self.city is not None else None
        if second is not None:
            self.at = second.end()
        for _ in range(2):  # "Surat (Gujarat) [India], May 5 (ANI):"
            match = parts.BRACKETED.match(self.text, self.at, self.stop) if self.city else None
            if match is None or outlet_of(match["region"]):
                break
            self.at = match.end()
        for _ in range(2):
            match = parts.REGION.match(self.text, self.at, self.stop)
            if match is None or parts.NO_REGION.match(match["region"]):
                return
            region = parts.BEFORE_MONTH.split(match["region"])[0].rstrip(".-")
            end = match.start("region") + len(region)
            end += 1 if len(region) > 2 and region[-2:-1] == "." else 0  # N.Y.
            country = is_country(region)
            city = None if country or self.city else _longest_city(region)
            if country and not self.city and self.shouted and (both := city_of(region)) is not None:
                city = (region, both) if both.name == region else None  # Djibouti, Singapore
            if city is not None and self.shouted:
                form, self.city = city
                self._set_place(self.city.name, match.start("region"), form)
                continue
            if not country and (outlet_of(region) or not self._after_region(end)):
                return
            self.at = end
            self.region = True

    def _after_region(self, at: int) -> bool:
        return bool(
            parts.DASH.match(self.text, at, self.stop)
            or parts.AGENCY.match(self.text, at, self.stop)
            or parts.COMMA.match(self.text, at, self.stop)
            or parts.MONTH_NEXT.match(self.text, at, self.stop)
        )

    def _date(self) -> None:
        at = self.at
        if match := parts.WEEKDAY.match(self.text, at, self.stop):
            at = match.end()
        days = find_days(self.text, at, min(self.stop, at + 24)) if self._digit_near(at) else []
        if days and days[0].span.start <= at + 3 and not self.text[at : days[0].span.start].strip(" ,.:-–("):
            self.found.day = self.found.day or days[0]
            self.at = days[0].span.end
            if match := parts.TIME.match(self.text, self.at, self.stop):
                self.at = match.end()

    def _digit_near(self, at: int) -> bool:
        return parts.DIGIT.search(self.text, at, min(self.stop, at + 14)) is not None

    def _dash(self) -> bool:
        match = parts.DASH.match(self.text, self.at, self.stop)
        if match is None or match["colon"]:
            return False
        self.at = match.end()
        self.at += len(self.text[self.at : self.stop]) - len(self.text[self.at : self.stop].lstrip())
        return True

    def _agency(self) -> bool:
        match = parts.AGENCY.match(self.text, self.at, self.stop)
        if match is None:
            return False
        group = str(match.lastgroup)
        after = parts.AFTER_AGENCY.match(self.text, match.end(), self.stop)
        if after is None or not self._take_agency(match[group], match.start(group)):
            return False
        self.at = after.end()
        return True

    def _named(self) -> bool:
        match = parts.NAMED.match(self.text, self.at, self.stop)
        if match is None:
            return False
        name = match["name"]
        known = outlet_of(name) is not None
        if not known and not (name.isupper() and 2 < len(name) <= 12 and self.found.day is not None):
            return False
        dated = name.isupper() and self.found.day is not None
        if not match["end"].strip() and not (known and (self.alone or dated)):
            name = name.split(" ")[0]  # "ASTANA. KAZINFORM Minister ..."
            if not (name.isupper() and len(name) > 3 and self.shouted_city and outlet_of(name)):
                return False
            self._take_agency(name, match.start("name"))
            self.at = match.start("name") + len(name)
            return True
        self._take_agency(name, match.start("name"))
        self.at = match.end()
        return True

    def _take_agency(self, printed: str, start: int, known: bool = False) -> bool:
        """Take the first outlet of ``UrduPoint / WAM - 21st Feb, 2021`` and its date."""
        if any(char.isdigit() for char in printed):
            for day in find_days(self.text, start, start + len(printed)):
                self.found.day = self.found.day or day
                printed = self.text[start : day.span.start].rstrip(" -–—,|")
        pieces = [piece.strip() for piece in printed.split("/")] if "/" in printed else [printed]
        piece = next((piece for piece in pieces if outlet_of(piece)), pieces[0].strip())
        outlet = outlet_of(piece)
        named = parts.OUTLET.fullmatch(piece) and not is_country(piece)
        if outlet is None and (known or not named or city_of(piece) is not None):
            return False
        if self.found.agency is None:
            start += max(self.text[start : start + len(printed)].find(piece), 0)
            self.found.agency, self.found.agency_span = piece, Span(start, start + len(piece))
        return True

    def _closed(self, before: bool) -> bool:
        """A dash, a colon or a full stop after a place that a list knows."""
        dash = parts.DASH.match(self.text, self.at, self.stop)
        if dash is not None:
            self.at = dash.end()
            return not (dash["colon"] and self.city is None and not self.shouted)
        stop = parts.STOP.match(self.text, self.at, self.stop) or self._full_date_only()
        if stop is None or self.city is None or (self.city.weak and self.found.day is None):
            return False
        comma = "," in stop.group()
        if before or (comma and self.found.day is None):
            return False
        if comma and not self._after_comma(stop.end()):
            return False
        self.at = stop.end()
        return True

    def _full_date_only(self) -> re.Match[str] | None:
        """``Brussels 15.11.2024`` before the first sentence."""
        if self.found.day is None or self.found.day.year is None:
            return None
        return parts.GAP.match(self.text, self.at, self.stop)

    def _after_comma(self, at: int) -> bool:
        """Whether a sentence begins after ``Geneva, 5 May 2024,`` rather than goes on."""
        return self.text[at : at + 1].isupper() and self.found.day is not None

    def _whole(self) -> bool:
        return not self.alone or parts.END.match(self.text, self.at, self.stop) is not None or self._issuer()

    def _issuer(self) -> bool:
        """``March 4, 2025 - Ottawa, Ontario - National Defence``: the line ends with the body that writes."""
        rest = self.text[self.at : self.stop].rstrip(" .")
        if self.found.day is None or self.city is None or self.found.agency is not None:
            return False
        if kind_of(rest.split("/")[-1].strip()) not in (Kind.BODY, Kind.BROAD):
            return False
        start = self.at + len(rest) - len(rest.lstrip())
        self.found.agency, self.found.agency_span = rest.strip(), Span(start, self.at + len(rest))
        self.signed = True
        return True

    def _certain(self, agency: bool, bracketed: bool) -> bool:
        """Whether the place is known, or the rest of the dateline vouches for it."""
        if self.city is not None:
            return not self.alone or agency
        if self.found.place is None or is_country(self.found.place):
            return bool(agency and self._drop_place())
        if self.shouted:
            return agency or self.found.day is not None or self.region
        return bracketed and self.found.agency is not None and outlet_of(self.found.agency) is not None

    def _drop_place(self) -> bool:
        self.found.place = self.found.place_span = self.found.country = None
        return True

    def _day_alone(self) -> Dateline | None:
        """``11 November 2014 – ...``: a full date and a dash before the first sentence."""
        if self.alone or self.found.day is None or self.found.day.year is None:
            return None
        self.found.end = self.at
        return self.found

    def _agency_alone(self) -> Dateline | None:
        """``PANO - ...``: the outlet stands where a place would."""
        match = parts.ALONE.match(self.text, self.at, self.stop)
        name = (match["name"] or match["slashed"]) if match is not None else ""
        if match is not None and outlet_of(name) is not None:
            self._take_agency(name, match.start())
            self.at = match.end()
        if self.found.agency is None:
            return None
        self.found.place = self.found.place_span = None
        self.found.end = self.at
        return self.found


def _begins_city(word: str) -> bool:
    return (
        city_of(word.rstrip(".-’'")) is not None or fold_key(word.split("-")[0].rstrip(".")) in city_starts()
    )


_BEGINNINGS = Remembered(_begins_city, 4_096)


def _longest_city(printed: str) -> tuple[str, City] | None:
    """The longest beginning of the words that names a city, and the city."""
    words = printed.split(" ")
    if not _BEGINNINGS[words[0]]:
        return None
    for count in range(len(words), 0, -1):
        whole = " ".join(words[:count])
        for form in (whole, whole.rstrip(".-’'"), whole.split("-")[0]):
            if len(form) > 2 and (city := city_of(form)) is not None:
                return form, city
    return None
