"""Groups of the list: which there are of what is chosen, how many articles each has, and what is in one."""

from __future__ import annotations

import datetime
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from store.database import listing, name_rulings, names
from store.database.filters import Selection, between, select
from store.database.names import Node
from store.database.places import DATED
from store.derive import country_name
from store.model import Filter, Group

if TYPE_CHECKING:
    from store.query import Query

_DATES = {"day": "l.date", "month": "substr(l.date, 1, 7)"}
_WITH_OCCASION = (
    "FROM facet_value v CROSS JOIN facet f ON f.value_id = v.id WHERE v.kind = 'occasion' AND v.articles > 0"
)

_UNDATED = f"{{pos}} < {DATED}"
_WITHOUT = {
    "day": _UNDATED,
    "month": _UNDATED,
    "country": "l.countries = ''",
    "occasion": f"+{{pos}} NOT IN (SELECT f.pos {_WITH_OCCASION})",
}


def groups(connection: sqlite3.Connection, selection: Selection, by: str) -> list[Group]:
    """The groups of what is chosen, see ``store.listed``."""
    if selection.nothing:
        return []
    if by in _DATES:
        return _by_date(connection, selection, _DATES[by])
    return (_by_country if by == "country" else _by_occasion)(connection, selection)


def select_part(
    connection: sqlite3.Connection,
    f: Filter,
    query: Query | None,
    named: Sequence[Sequence[Node]],
    order: str,
) -> Selection:
    """What is chosen of one group, as ``select`` does of all."""
    assert f.part is not None
    by, key = f.part
    if key and by not in _DATES:
        spelt = name_rulings.spellings_of(connection, by, key) if by == "occasion" else [key]
        return select(f, query, [*named, names.nodes(connection, by, spelt)], order, connection)
    selection = select(f, query, named, order, connection)
    if not key:
        selection.add(_WITHOUT[by].format(pos=selection.pos))
    elif by == "day":
        between(selection, key, _after(datetime.date.fromisoformat(key)))
    else:
        first = datetime.date.fromisoformat(f"{key}-01")
        between(selection, first.isoformat(), _after(first.replace(day=_days_of(first))))
    return selection


def keys_of(connection: sqlite3.Connection, article_id: int, by: str) -> tuple[str, ...]:
    """The groups that an article stands in."""
    row = connection.execute(
        "SELECT pos, date, countries FROM listing WHERE article_id = ?", (article_id,)
    ).fetchone()
    if row is None:
        return ()
    pos, date, countries = row
    if by in _DATES:
        return (date[: 10 if by == "day" else 7] if date and pos >= DATED else "",)
    if by == "country":
        return tuple(countries.split()) or ("",)
    found = connection.execute(
        "SELECT v.key FROM facet f JOIN facet_value v ON v.id = f.value_id"
        " WHERE f.pos = ? AND v.kind = 'occasion'",
        (pos,),
    )
    merged = name_rulings.all_merged(connection, "occasion")
    return tuple(dict.fromkeys(merged.get(key, key) for (key,) in found)) or ("",)


def _after(day: datetime.date) -> str:
    if day == datetime.date.max:
        return f"{day.isoformat()}~"  # sorts after any
    return (day + datetime.timedelta(days=1)).isoformat()


def _days_of(first: datetime.date) -> int:
    if first.month == 12:
        return 31
    return (first.replace(month=first.month + 1) - datetime.timedelta(days=1)).day


def _by_date(connection: sqlite3.Connection, selection: Selection, date: str) -> list[Group]:
    found = connection.execute(
        f"SELECT CASE WHEN l.pos < {DATED} THEN '' ELSE {date} END AS day, count(*)"
        f" {selection.listed} GROUP BY day ORDER BY day DESC",
        selection.parameters,
    )
    return [Group(key, key, count) for key, count in found]


def _by_country(connection: sqlite3.Connection, selection: Selection) -> list[Group]:
    counts: Counter[str] = Counter()
    if selection.everything:
        counts.update(
            dict(
                connection.execute(
                    "SELECT key, articles FROM facet_value WHERE kind = 'country' AND articles > 0"
                )
            )
        )
        found = connection.execute("SELECT '', count(*) FROM listing WHERE countries = ''")
    else:
        # By all countries of an article at once: there are few sets of them, and no facet is looked at.
        found = connection.execute(
            f"SELECT l.countries, count(*) {selection.listed} GROUP BY l.countries", selection.parameters
        )
    for codes, count in found:
        for code in codes.split() or [""]:
            counts[code] += count
    return _sized((code, country_name(code) if code else "", count) for code, count in counts.items())


def _by_occasion(connection: sqlite3.Connection, selection: Selection) -> list[Group]:
    inside, parameters, counted = "", list[object](), "v.articles"
    if not selection.everything:
        # The plus keeps SQLite from trying each place that is chosen with each occasion.
        inside, parameters = f"AND +f.pos IN ({selection.unordered})", selection.parameters
        counted = f"(SELECT count(*) FROM facet f WHERE f.value_id = v.id {inside})"
    values = connection.execute(
        f"SELECT v.id, v.key, v.label, v.articles, {counted} FROM facet_value v"
        " WHERE v.kind = 'occasion' AND v.articles > 0",
        parameters,
    )
    merged = name_rulings.all_merged(connection, "occasion")
    spelt = defaultdict(list)
    for number, key, label, often, count in values:
        if count:
            spelt[merged.get(key, key)].append((-often, label, number, count))
    found = []
    for key, spellings in spelt.items():
        count = spellings[0][3]
        if len(spellings) > 1:  # an article may have several of them
            numbers = ", ".join(str(one[2]) for one in spellings)
            (count,) = connection.execute(
                f"SELECT count(DISTINCT f.pos) FROM facet f WHERE f.value_id IN ({numbers}) {inside}",
                parameters,
            ).fetchone()
        found.append((key, min(spellings)[1], count))
    (with_some,) = connection.execute(
        f"SELECT count(*) FROM (SELECT DISTINCT f.pos {_WITH_OCCASION} {inside})", parameters
    ).fetchone()
    without = listing.count(connection, selection, None) - with_some
    return _sized([*found, ("", "", without)])


def _sized(found: Iterable[tuple[str, str, int]]) -> list[Group]:
    """The largest first; what has none comes last."""
    some = (one for one in found if one[2])
    return [Group(*one) for one in sorted(some, key=lambda one: (not one[0], -one[2], one[1], one[0]))]
