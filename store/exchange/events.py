"""Meetings as event data in the terms of PLOVER, a row each: see ``resources/exchange/plover.toml``.

As PLOVER's manual has it, several actors of one side are in one row, parted by semicolons; where guest and
host are stated, the visitor is the actor and the host the recipient; else all are actors.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import resources
from store.exchange.material import Material, Told
from store.exchange.participations import Taking, posts_of, precision, review, takings
from store.exchange.proofs import sentence
from store.exchange.tables import END, head
from store.export import cells
from store.intake.files import fingerprint
from store.marks import one_line
from store.model import Meeting, OpenArticle

_SIDE = ("name", "country", "sector", "title")
COLUMNS = (
    *("event_id", "event_date", "date_precision", "event_type", "event_mode", "event_context"),
    *(*(f"actor_{one}" for one in _SIDE), *(f"recipient_{one}" for one in _SIDE)),
    *("place", "venue", "proof", "start", "end", "confidence", "review"),
    *("story_id", "publication_date", "publisher", "headline"),
)
BETWEEN = "; "


@cache
def table() -> dict[str, dict[str, Any]]:
    """How meetings are told in PLOVER."""
    return tomllib.loads(resources.resource("exchange", "plover.toml").read_text("utf-8"))


def write(material: Material, told: Told) -> Iterator[str]:
    """The table: see ``COLUMNS``. A meeting of nobody known is left out: an event has an actor."""
    yield head(material, COLUMNS)
    for opened in material.articles:
        story = fingerprint(opened.article.text).hex()
        for number, meeting in enumerate(opened.reading.meetings):
            there = takings(opened, meeting)
            if not there:
                told.left_out["meetings of nobody named"] += 1
                continue
            told.rows += 1
            yield cells.row(_row(opened, story, number, there)) + END


def sides(there: Sequence[Taking]) -> tuple[list[Taking], list[Taking], bool]:
    """Actors, recipients, and whether the actors visit the recipients."""
    hosts = [one for one in there if one.side == "hosts"]
    guests = [one for one in there if one.side == "guests"]
    if not hosts or not guests:
        return list(there), [], False
    homes, from_where = {one.country for one in hosts}, {one.country for one in guests}
    visits = "" not in homes | from_where and not homes & from_where
    actors = guests + _of(there, from_where - homes)
    return actors, hosts + _of(there, homes - from_where), visits


def _of(there: Sequence[Taking], countries: set[str]) -> list[Taking]:
    return [one for one in there if one.side == "attendees" and one.country and one.country in countries]


def _row(opened: OpenArticle, story: str, number: int, there: list[Taking]) -> Iterator[object]:
    meeting = opened.reading.meetings[number]
    actors, recipients, visits = sides(there)
    kind = table()["kinds"][meeting.kind.value.value]
    date = meeting.date.value if meeting.date else ""
    spans = meeting.evidence.spans
    yield from (f"{story}-{number + 1}", date, precision(date))
    yield from (kind["type"], kind["mode"] or ("visit" if visits else ""), BETWEEN.join(_contexts(meeting)))
    yield from (*_told(actors), *_told(recipients))
    yield from (one_line(stated.value) if stated else "" for stated in (meeting.place, meeting.venue))
    yield sentence(opened.article.text, spans)
    yield from (spans[0].start, spans[0].end) if spans else (None, None)
    yield f"{meeting.evidence.confidence:.2f}"
    states = {review(opened, number, one) for one in there}
    yield "corrected" if "corrected" in states else states.pop() if len(states) == 1 else "machine"
    yield from (opened.article.key, opened.row.date, opened.row.outlet, one_line(opened.row.heading))


def _contexts(meeting: Meeting) -> list[str]:
    known = table()
    found = [known["topics"].get(topic.value, "") for topic in meeting.topics]
    return [one for one in dict.fromkeys((known["status"][meeting.status.value.value], *found)) if one]


def _told(people: Sequence[Taking]) -> Iterator[str]:
    """Names, countries, sectors and titles: as many of each as there are people."""
    for values in (
        [one.name for one in people],
        [country(one.country) for one in people],
        [sector(one) for one in people],
        [_title(one) for one in people],
    ):
        yield BETWEEN.join(values) if any(values) else ""


def country(code: str) -> str:
    """The code that PLOVER has for a country or organisation; empty where none is known."""
    if not code:
        return ""
    known: str = table()["actors"].get(code, "IGO")
    return known


def sector(one: Taking) -> str:
    """GOV, MIL or nothing, by the highest post and the rank that are stated."""
    from store.across.encounter import HeldPost
    from store.across.posts import Level, level_of

    posts = one.official.posts if one.official is not None else ()
    held = (HeldPost(post.title, post.organisation or "", post.country or "") for post in posts)
    level = min(map(level_of, held), default=Level.OTHER)
    found: str = table()["levels"].get(level.name.lower(), "")
    return found or ("MIL" if _rank(one) else "")


def _title(one: Taking) -> str:
    return ", ".join(filter(None, (_rank(one), posts_of(one.official).replace(BETWEEN, ", "))))


def _rank(one: Taking) -> str:
    return one_line(one.official.rank.value) if one.official is not None and one.official.rank else ""
