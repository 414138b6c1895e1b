"""Looks through a library file for damage: the file, what refers to nothing, the index against the texts."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from store.database import encounters, indexing, name_rulings, search
from store.database.opening import SCHEMA_VERSION, version_of
from store.intake.files import fingerprint

_MOST = 20
_NOTES_MOVE_FROM = 4
"""From this version on notes move with their words."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, in a sentence for the person.

    ``cure`` says what repairing does: ``rescue`` copies what can be read into a new file, ``rebuild`` makes
    what is derived again, ``""`` nothing, since only a person can tell.
    """

    sentence: str
    cure: str


Progress = Callable[[str], None]


def findings(connection: sqlite3.Connection, progress: Progress | None = None) -> Iterator[Finding]:
    """Everything that is wrong, the gravest first. ``connection`` is only read from."""
    tell = progress or (lambda _: None)
    tell("the file")
    connection.execute("BEGIN")  # all of it at one moment, whatever others write
    try:
        damage = _damage(connection)
        found = [] if damage else list(_faults(connection, tell))
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in (
            sqlite3.SQLITE_CORRUPT,
            sqlite3.SQLITE_NOTADB,
        ):
            raise
        damage, found = str(error), []
    finally:
        connection.execute("ROLLBACK")
    if damage:
        yield Finding(f"The file is damaged ({damage}).", "rescue")
    yield from found


def _damage(connection: sqlite3.Connection) -> str:
    """What SQLite says of the file; empty where it is whole."""
    told = [row[0] for row in connection.execute(f"PRAGMA integrity_check({_MOST})")]
    return "" if told == ["ok"] else str(told[-1]).splitlines()[-1]


def _faults(connection: sqlite3.Connection, tell: Progress) -> Iterator[Finding]:
    tell("what belongs together")
    yield from _of_nothing(connection)
    version = version_of(connection)
    if version < SCHEMA_VERSION:  # the rest has its tables when the file is brought up to date
        tell("the articles")
        if version >= _NOTES_MOVE_FROM:
            yield from _texts(connection)
        return
    yield from _listing(connection)
    yield from _names(connection)
    yield from _people(connection)
    tell("the articles")
    yield from _texts(connection)
    tell("who met whom")
    yield from _encounters(connection)
    tell("the search index")
    yield from _index(connection)


_NAMES = {
    "annotation": "note|notes",
    "ruling": "correction|corrections",
    "annotation_tag": "tag of a note|tags of notes",
    "article_state": "mark of an article|marks of articles",
    "article_tag": "tag of an article|tags of articles",
}


def _of_nothing(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Rows that refer to a row that is not there."""
    counts: dict[str, int] = {}
    for table, *_ in connection.execute("PRAGMA foreign_key_check"):
        counts[table] = counts.get(table, 0) + 1
    derived = sum(number for table, number in counts.items() if table not in _NAMES)
    for table, forms in _NAMES.items():
        number = counts.get(table, 0)
        if number:
            name = forms.split("|")[number > 1]
            verb = "belongs" if number == 1 else "belong"
            yield Finding(f"{number:,} {name} {verb} to nothing that is there.", "")
    if derived:
        yield Finding(f"{derived:,} entries of the lists belong to no article.", "rebuild")


def _listing(connection: sqlite3.Connection) -> Iterator[Finding]:
    def number(sql: str) -> int:
        return int(connection.execute(sql).fetchone()[0])

    missing = number(
        "SELECT count(*) FROM article a WHERE a.binned_at IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM listing l WHERE l.article_id = a.id)"
    )
    if missing:
        yield Finding(f"{_articles(missing)} not in the list.", "rebuild")
    extra = number(
        "SELECT count(*) FROM listing l JOIN article a ON a.id = l.article_id WHERE a.binned_at IS NOT NULL"
    )
    if extra:
        yield Finding(f"{_articles(extra)} in the list though deleted.", "rebuild")
    unread = number(
        "SELECT count(*) FROM listing l WHERE NOT EXISTS (SELECT 1 FROM reading r"
        " WHERE r.article_id = l.article_id)"
    )
    if unread:
        yield Finding(f"{_articles(unread)} without a reading.", "rebuild")
    wrong = number(
        "SELECT count(*) FROM facet_value v WHERE v.articles <>"
        " (SELECT count(*) FROM facet f WHERE f.value_id = v.id)"
    )
    there = "SELECT coalesce(substr(date, 1, 4), '') AS year, count(*) FROM listing GROUP BY 1"
    known = "SELECT year, articles FROM listed WHERE articles <> 0"
    wrong += number(
        f"SELECT count(DISTINCT year) FROM (SELECT * FROM ({there} EXCEPT {known})"
        f" UNION ALL SELECT * FROM ({known} EXCEPT {there}))"
    )
    if wrong:
        yield Finding(
            f"{wrong:,} counts of people, countries, outlets, occasions or years are wrong.", "rebuild"
        )


def _names(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Names that are merged though nobody said so, or not merged though somebody did."""
    if not name_rulings.is_current(connection):
        return  # a copy that was not opened yet
    there = set(connection.execute("SELECT kind, key, person FROM merged"))
    wrong = len(there.symmetric_difference(name_rulings.wanted(connection)))
    if wrong:
        names = "1 name is" if wrong == 1 else f"{wrong:,} names are"
        yield Finding(f"{names} not merged as you said of people and occasions.", "rebuild")


def _people(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Whether every name of a person is found by each of its words."""
    amounts: Counter[str] = Counter()
    for (key,) in connection.execute("SELECT key FROM facet_value WHERE kind = 'person'"):
        amounts.update(set(key.split()))
    wrong = sum(not search.has_names(connection, word, number) for word, number in amounts.items())
    if wrong:
        words = "1 word" if wrong == 1 else f"{wrong:,} words"
        yield Finding(f"{words} of people's names are not in the index of names.", "rebuild")


def _articles(number: int) -> str:
    return "1 article is" if number == 1 else f"{number:,} articles are"


def _texts(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Texts that are not those that came, and notes on other words though their article never changed."""
    changed = moved = 0
    notes = connection.cursor()
    versions = {row[0] for row in connection.execute("SELECT DISTINCT article_id FROM article_version")}
    for number, text, stored in connection.execute("SELECT id, text, fingerprint FROM article"):
        if fingerprint(text) != stored:
            changed += 1
        quotes = notes.execute(
            "SELECT start, end, exact FROM annotation WHERE article_id = ?", (number,)
        ).fetchall()
        if number not in versions:  # else notes move with their words, and those without are listed as such
            moved += sum(
                text[start:end] != exact and (start, end) != (0, max(1, len(exact)))  # came without a place
                for start, end, exact in quotes
            )
    if changed:
        yield Finding(f"{_articles(changed)} no longer what came in: their text has changed.", "")
    if moved:
        verb = "1 note stands" if moved == 1 else f"{moved:,} notes stand"
        yield Finding(f"{verb} on other words than when it was written.", "")


def _encounters(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Whether what is kept of every article's meetings is what was read and ruled."""
    if not encounters.is_current(connection):
        return  # they are filled when the library is opened next
    wrong = encounters.count_wrong(connection)
    if wrong:
        told = "1 article" if wrong == 1 else f"{wrong:,} articles"
        yield Finding(f"The meetings of {told} are not kept as they were read.", "rebuild")


def _index(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Whether every listed text is in the index with as many words as it has, and nothing else is."""
    if not indexing.is_current(connection):
        if connection.execute("SELECT 1 FROM listing LIMIT 1").fetchone():  # a new library has none yet
            yield Finding("The search index is of an earlier version.", "rebuild")
        return
    sizes = dict(connection.execute("SELECT id, sz FROM search_docsize"))
    wrong = missing = 0
    for batch in indexing.batches(connection):
        for pos, size in search.sizes(batch).items():
            known = sizes.pop(pos, None)
            missing += known is None
            wrong += known is not None and known != size
    if missing:
        yield Finding(f"{_articles(missing)} not in the search index.", "rebuild")
    if wrong:
        yield Finding(f"{_articles(wrong)} in the search index with other words.", "rebuild")
    if sizes:
        yield Finding(f"The search index has {len(sizes):,} entries of no article.", "rebuild")
