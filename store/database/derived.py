"""Readings, the list of articles, and what to filter it by: all derived, all can be made again."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from store.database import articles, facets, places, rulings, sorting
from store.derive import Derived, derived_of, unpack
from store.model import Reading


def put(
    connection: sqlite3.Connection, made: Sequence[tuple[int, Derived]], at: Mapping[int, int] | None = None
) -> None:
    """Keep what was derived from articles (by number) that are not listed yet.

    ``at``: places in the list that are free and right for their articles.
    """
    connection.executemany(
        "INSERT INTO reading (article_id, engine, body) VALUES (?, ?, ?)",
        ((article_id, one.engine, one.packed) for article_id, one in made),
    )
    from store.database import encounters, indexing  # not before there is something to keep

    encounters.begin(connection)
    free, at = places.Free(connection), at or {}
    placed = [(at[number] if number in at else free.take(one.date), number, one) for number, one in made]
    connection.executemany(
        "INSERT INTO listing (pos, article_id, key, date, heading, outlet, countries)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (pos, number, one.article.key, one.date, one.heading, one.outlet, " ".join(one.countries))
            for pos, number, one in placed
        ),
    )
    _count(connection, Counter(_year(one.date) for _, _, one in placed))
    sorting.touch(connection)
    met = [(pos, one.encounters) for pos, _, one in placed]
    told = ((pos, one.facets) for pos, _, one in placed)
    encounters.add(connection, met, facets.add(connection, told, encounters.values_of(met)))
    # Last and at once: any statement that could be taken back by itself makes the index write out
    # what it has gathered, and an import would take four times as long.
    indexing.add(connection, [(pos, number, one.columns) for pos, number, one in placed])


def take_off(connection: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Take articles out of the list and the index; their texts are still in ``article``."""
    from store.database import encounters, indexing

    wanted = list(ids)
    gone = indexing.remove(connection, wanted)
    facets.remove(connection, gone)
    encounters.remove(connection, gone)
    less: Counter[str] = Counter()
    for pos in gone:
        rows = connection.execute("DELETE FROM listing WHERE pos = ? RETURNING date", (pos,)).fetchall()
        less.subtract(_year(date) for (date,) in rows)
    _count(connection, less)
    sorting.touch(connection)
    connection.executemany("DELETE FROM reading WHERE article_id = ?", ((number,) for number in wanted))


def _year(date: str | None) -> str:
    return date[:4] if date else ""


def _count(connection: sqlite3.Connection, more: Counter[str]) -> None:
    """So many more articles of each year are listed: to count a million of them takes a tenth of a second."""
    connection.executemany(
        "INSERT INTO listed (year, articles) VALUES (?, ?)"
        " ON CONFLICT (year) DO UPDATE SET articles = articles + excluded.articles",
        sorted(more.items()),
    )


def forget(connection: sqlite3.Connection) -> None:
    """Empty everything that is derived; reading again what is not read fills it."""
    from store.database import search

    for table in ("facet", "encounter", "listing", "listed", "facet_value", "merged", "reading", "derived"):
        connection.execute(f"DELETE FROM {table}")
    sorting.touch(connection)
    search.empty(connection)
    search.forget_names(connection)


def redo(connection: sqlite3.Connection, article_id: int, change: Callable[[], object]) -> None:
    """Make a change to what a person ruled of an article, and list and index it anew."""
    before = connection.execute(
        "SELECT pos, date FROM listing WHERE article_id = ?", (article_id,)
    ).fetchone()
    stored = connection.execute(
        "SELECT body, engine FROM reading WHERE article_id = ?", (article_id,)
    ).fetchone()
    if before is None or stored is None:
        change()
        return
    take_off(connection, [article_id])
    change()
    loaded = articles.load(connection, article_id)
    assert loaded is not None
    packed, engine = stored
    laws = rulings.of_article(connection, article_id)
    made = derived_of(loaded[0], unpack(packed, engine), packed, engine, laws)
    pos, date = before
    put(connection, [(article_id, made)], {article_id: pos} if made.date == date else None)


def reading(connection: sqlite3.Connection, article_id: int) -> Reading:
    """The reading of an article; an empty one where it was not read yet."""
    row = connection.execute(
        "SELECT body, engine FROM reading WHERE article_id = ?", (article_id,)
    ).fetchone()
    return unpack(*row) if row else Reading()


def is_read(connection: sqlite3.Connection, article_id: int) -> bool:
    """Whether there is a reading of an article."""
    found = connection.execute("SELECT 1 FROM reading WHERE article_id = ?", (article_id,)).fetchone()
    return found is not None


def is_current(connection: sqlite3.Connection, engine: str) -> bool:
    """Whether it is known that every article was read by that version."""
    row = connection.execute("SELECT value FROM derived WHERE key = 'engine'").fetchone()
    return row is not None and row[0] == engine


def set_current(connection: sqlite3.Connection, engine: str) -> None:
    """Note that every article was read by that version."""
    connection.execute("INSERT OR REPLACE INTO derived (key, value) VALUES ('engine', ?)", (engine,))


def note_engine(connection: sqlite3.Connection, engine: str) -> None:
    """An article read by that version is coming: what was known of all of them may hold no longer."""
    connection.execute("DELETE FROM derived WHERE key = 'engine' AND value <> ?", (engine,))


def stale_after(connection: sqlite3.Connection, engine: str, article_id: int, limit: int) -> list[int]:
    """Numbers of articles not read yet or by another version, in order, after ``article_id``."""
    rows = connection.execute(
        "SELECT a.id FROM article a LEFT JOIN reading r ON r.article_id = a.id"
        " WHERE a.id > ? AND a.binned_at IS NULL AND r.engine IS NOT ? ORDER BY a.id LIMIT ?",
        (article_id, engine, limit),
    )
    return [row[0] for row in rows]


def count_stale(connection: sqlite3.Connection, engine: str) -> int:
    """How many articles are not read yet or by another version."""
    row = connection.execute(
        "SELECT count(*) FROM article a LEFT JOIN reading r ON r.article_id = a.id"
        " WHERE a.binned_at IS NULL AND r.engine IS NOT ?",
        (engine,),
    )
    return int(row.fetchone()[0])
