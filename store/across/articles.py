"""Questions about one article beside others: what is new, what to compare it with, who reports the same.

Reached by way of ``library.across``. Like everything there it only reads.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace

from store.across import comparing, novelty, same_meeting
from store.across.comparing import Comparison
from store.across.differences import Told
from store.across.encounter import Encounter
from store.across.novelty import Cancelled, Novelty, never
from store.across.reports import reports_with
from store.across.same_meeting import SameMeeting
from store.across.scopes import SCOPES, scope_of, series_places
from store.database import across, across_text, articles, derived, listing, rulings
from store.database.across_text import Place
from store.derive import country_name, ruled
from store.errors import LibraryError
from store.marks import ordinal_word

_REPORTS_AT_MOST = 12
_NO_NUMBER = 10**6  # a session without a number is after those that have one
_GONE = "This article is no longer in the library."


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article that another one may well be compared with."""

    article: int
    key: str
    date: str | None
    heading: str
    reason: str


def told(connection: sqlite3.Connection, article_id: int) -> Told:
    """An article with its reading as a person has it. Raises ``LibraryError`` where there is none."""
    loaded = articles.load(connection, article_id)
    row = listing.row(connection, article_id)
    if loaded is None or row is None:
        raise LibraryError(_GONE)
    text = loaded[0].text
    reading = ruled(derived.reading(connection, article_id), rulings.of_article(connection, article_id), text)
    people = {
        (person.spelt.partition("|")[0], person.person)
        for one in across.of_articles(connection, [article_id])
        for person in one.people
    }
    return Told(
        article_id,
        row.key,
        row.date,
        row.heading,
        row.outlet,
        text,
        reading,
        tuple(sorted(people)),
        derived.is_read(connection, article_id),
    )


# -- what is new


def novelty_of(
    connection: sqlite3.Connection, article_id: int, scope: str, cancelled: Cancelled = never
) -> Novelty | None:
    """What is new in an article; None where it is of no series, or has no pair, and that is the scope.

    Raises ``LibraryError`` where there is no such article, ``ValueError`` for another scope.
    """
    if scope not in SCOPES:
        raise ValueError(scope)
    place = across_text.place_of(connection, article_id)
    if place is None:
        raise LibraryError(_GONE)
    one = told(connection, article_id)
    chosen = scope_of(connection, scope, place, article_id)
    if chosen is None:
        return None
    sentences, names, rest = novelty.told(one.text, one.reading, chosen.earlier, cancelled)
    return Novelty(
        article_id,
        one.key,
        one.date,
        one.heading,
        scope,
        chosen.against,
        chosen.earlier.total,
        chosen.beyond,
        sentences,
        names,
        rest,
        chosen.apart,
    )


def scopes_of(connection: sqlite3.Connection, article_id: int) -> tuple[str, ...]:
    """The scopes in which something earlier is there to compare an article with, the narrowest first."""
    place = across_text.place_of(connection, article_id)
    if place is None:
        return ()
    found = ((name, scope_of(connection, name, place, article_id)) for name in SCOPES)
    return tuple(name for name, scope in found if scope is not None and scope.earlier.total)


# -- comparing


def comparison_of(
    connection: sqlite3.Connection, first: int, second: int, cancelled: Cancelled = never
) -> Comparison:
    """Two articles side by side; in the later one the standing formulas are told.

    Raises ``LibraryError`` where there is no such article.
    """
    one, other = told(connection, first), told(connection, second)
    compared = comparing.compare(one, other)
    later_is_second = (other.date or "", second) >= (one.date or "", first)
    standing = _standing(connection, second if later_is_second else first, cancelled)
    pairs = []
    for pair in compared.sentences:
        span = pair.second if later_is_second else pair.first
        pairs.append(replace(pair, standing=standing[span]) if span in standing else pair)
    return replace(compared, sentences=tuple(pairs))


def _standing(
    connection: sqlite3.Connection, article_id: int, cancelled: Cancelled
) -> dict[object, novelty.SentenceTold]:
    found = novelty_of(connection, article_id, "all", cancelled)
    return {one.span: one for one in found.of_kind(novelty.Kind.FORMULA)} if found else {}


def candidates_of(connection: sqlite3.Connection, article_id: int) -> tuple[Candidate, ...]:
    """What an article may be compared with, each with the reason, the likeliest first."""
    reasons: dict[int, str] = {}
    for one, other, why in reports_with(connection, article_id):
        del one
        reasons.setdefault(other.article, f"another report of the same meeting: {why}")
    place = across_text.place_of(connection, article_id)
    if place is not None:
        before, after = _sessions_beside(connection, place, article_id)
        last, following = _of_pair_beside(connection, place, article_id)
        told = (
            (before, "the session before in the series"),
            (last, "the last meeting of {} before"),
            (after, "the session after it in the series"),
            (following, "the next meeting of {} after"),
        )
        for near, reason in told:
            if near is not None:
                reasons.setdefault(near.article, _because(near, reason))
    return tuple(_candidates(connection, reasons))


def _candidates(connection: sqlite3.Connection, reasons: dict[int, str]) -> Iterator[Candidate]:
    for number, reason in reasons.items():
        row = listing.row(connection, number)
        if row is not None:
            yield Candidate(number, row.key, row.date, row.heading, reason)


def _because(one: Encounter, reason: str) -> str:
    if "{}" in reason:
        return reason.format(" and ".join(map(country_name, one.parties)))
    return f"{reason}, the {ordinal_word(one.ordinal)}" if one.ordinal else reason


Beside = tuple[Encounter | None, Encounter | None]
"""The nearest one before, and the nearest one after."""


def _sessions_beside(connection: sqlite3.Connection, place: Place, article_id: int) -> Beside:
    series = series_places(connection, place, article_id)
    if series is None:
        return None, None
    mine = series.ordinal
    earlier = [one for one in series.met if not mine or not one.ordinal or one.ordinal < mine]
    later = [one for one in series.later if not mine or not one.ordinal or one.ordinal > mine]
    before = max(earlier, key=lambda one: (one.ordinal or 0, one.day or "", -one.number), default=None)
    after = min(later, key=lambda one: (one.ordinal or _NO_NUMBER, one.day or "", one.number), default=None)
    return before, after


def _of_pair_beside(connection: sqlite3.Connection, place: Place, article_id: int) -> Beside:
    mine = [
        one for one in across.of_articles(connection, [article_id]) if one.number and len(one.parties) > 1
    ]
    if not mine:
        return None, None
    parties = mine[0].parties

    def met(places: list[int]) -> Encounter | None:
        ids = listing.ids_at(connection, places)
        return next((one for one in across.of_articles(connection, ids) if one.parties == parties), None)

    return (
        met(across_text.of_pair(connection, parties, place.first, place.before)[:1]),
        met(across_text.of_pair(connection, parties, *place.later)[-1:]),
    )


# -- one meeting, several reports


def reports_of(connection: sqlite3.Connection, article_id: int) -> tuple[SameMeeting, ...]:
    """Each meeting of an article that other articles report, too, with what every one of them says."""
    groups: dict[int, list[tuple[Encounter, str]]] = {}
    for one, other, why in reports_with(connection, article_id):
        groups.setdefault(one.number, []).append((other, why))
    found = []
    for number, others in sorted(groups.items()):
        best = others[:_REPORTS_AT_MOST]
        reports = [(told(connection, article_id), number)]
        reports += [(told(connection, other.article), other.number) for other, _ in best]
        found.append(same_meeting.same_meeting(reports, [why for _, why in best]))
    return tuple(found)
