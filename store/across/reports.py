"""Which articles report the meetings of one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from store.across.encounter import Encounter
from store.across.one_meeting import alike, date_in, one_meetings
from store.database import across, across_text

BY_OTHERS = "like another of these reports"


def reports_with(
    connection: sqlite3.Connection, article_id: int
) -> Iterator[tuple[Encounter, Encounter, str]]:
    """The meetings of an article, each with the reports of others on it and why, the likest first."""
    mine = [one for one in across.of_articles(connection, [article_id]) if one.number]
    if not mine:
        return
    first = min((one.day for one in mine if one.day and date_in(one.day)), default=None)
    ids = across_text.around(connection, article_id, first)
    groups = one_meetings([*mine, *across.of_articles(connection, ids)])
    for group in sorted(groups, key=lambda group: min(one.number for one in group)):
        own = next((one for one in group if one.article == article_id), None)
        if own is None:
            continue
        like = [(alike(own, other), other) for other in group if other is not own]
        order = sorted(like, key=lambda it: (-(it[0].score if it[0] else 0), it[1].article))
        yield from ((own, other, found.why if found else BY_OTHERS) for found, other in order)
