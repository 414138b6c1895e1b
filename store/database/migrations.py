"""The numbered steps from an empty file to today's tables. A step that was released is never changed.

Tables that the program derives (``reading``, ``listing``, ``facet``, ``search`` ...) can be emptied and
filled again from ``article`` at any time; what a person wrote (step 3) never refers to them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from sqlite_utils import Database, Migrations

steps = Migrations("communique")


def migrate(
    connection: sqlite3.Connection, stop_before: str | None = None, version: int | None = None
) -> None:
    """Apply the steps that are missing, within the transaction of ``connection``.

    ``version``: no more than the first so many, for a file that has none yet.
    """
    database = Database(connection, execute_plugins=False)
    if version is not None:
        later = steps.pending(database)[version:]
        stop_before = later[0].name if later else None
    steps.apply(database, stop_before=stop_before)


def _run(database: Database, *statements: str) -> None:
    for statement in statements:
        database.conn.execute(statement)


@steps()
def m001_articles(database: Database) -> None:
    """Articles as they came, and where from."""
    _run(
        database,
        """
        CREATE TABLE article (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            key TEXT NOT NULL,              -- file stem
            text TEXT NOT NULL,             -- offsets everywhere else point into this
            published TEXT,                 -- ISO date from the header
            path TEXT NOT NULL,
            format TEXT NOT NULL,
            encoding TEXT NOT NULL,
            sha256 TEXT NOT NULL,           -- of the bytes
            imported_at TEXT NOT NULL,      -- ISO 8601 UTC
            fingerprint BLOB NOT NULL UNIQUE, -- of the words, however they are wrapped
            binned_at TEXT                  -- thrown away by a person, can be brought back
        ) STRICT
        """,
        "CREATE INDEX article_key ON article (key)",
    )


@steps()
def m002_derived(database: Database) -> None:
    """What is read from the articles, the list of them, and the search index."""
    _run(
        database,
        """
        CREATE TABLE reading (
            article_id INTEGER PRIMARY KEY REFERENCES article (id),
            engine TEXT NOT NULL,           -- version of the reading that made it
            body BLOB NOT NULL
        ) STRICT
        """,
        "CREATE INDEX reading_engine ON reading (engine)",
        # ``pos`` grows with the date, so newest first is the order of the table and of the search index.
        """
        CREATE TABLE listing (
            pos INTEGER PRIMARY KEY,
            article_id INTEGER NOT NULL UNIQUE REFERENCES article (id),
            key TEXT NOT NULL,
            date TEXT,
            heading TEXT NOT NULL,
            outlet TEXT,
            countries TEXT NOT NULL         -- codes, separated by spaces
        ) STRICT
        """,
        """
        CREATE TABLE facet_value (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,             -- person, country, outlet ...
            key TEXT NOT NULL,
            label TEXT NOT NULL,
            articles INTEGER NOT NULL DEFAULT 0,
            UNIQUE (kind, key)
        ) STRICT
        """,
        """
        CREATE TABLE facet (
            value_id INTEGER NOT NULL REFERENCES facet_value (id),
            pos INTEGER NOT NULL REFERENCES listing (pos) ON DELETE CASCADE,
            PRIMARY KEY (value_id, pos)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX facet_pos ON facet (pos)",
        """
        CREATE TRIGGER facet_came AFTER INSERT ON facet BEGIN
            UPDATE facet_value SET articles = articles + 1 WHERE id = new.value_id;
        END
        """,
        """
        CREATE TRIGGER facet_went AFTER DELETE ON facet BEGIN
            UPDATE facet_value SET articles = articles - 1 WHERE id = old.value_id;
        END
        """,
        # The index keeps no copy of the texts: snippets are cut from the original spelling.
        """
        CREATE VIRTUAL TABLE search USING fts5 (
            body, other_spelling, content='', prefix='3', tokenize='ascii'
        )
        """,
        # Terms are gathered in memory up to this size before they are written: imports are twice as quick.
        "INSERT INTO search (search, rank) VALUES ('hashsize', 67108864)",
        "CREATE TABLE derived (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    )


@steps()
def m003_personal(database: Database) -> None:
    """What a person wrote: never dropped, never overwritten by the program."""
    _run(
        database,
        """
        CREATE TABLE article_state (
            article_id INTEGER PRIMARY KEY REFERENCES article (id),
            read INTEGER NOT NULL DEFAULT 0 CHECK (read IN (0, 1)),
            starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1))
        ) STRICT
        """,
        "CREATE INDEX article_starred ON article_state (article_id) WHERE starred",
        """
        CREATE TABLE annotation (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            article_id INTEGER NOT NULL REFERENCES article (id),
            start INTEGER NOT NULL,
            end INTEGER NOT NULL CHECK (end > start),
            exact TEXT NOT NULL,
            prefix TEXT NOT NULL,
            suffix TEXT NOT NULL,
            colour TEXT NOT NULL,
            style TEXT NOT NULL,
            note TEXT NOT NULL,
            created_at TEXT NOT NULL,
            changed_at TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX annotation_article ON annotation (article_id, start)",
        """
        CREATE TABLE tag (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            key TEXT NOT NULL UNIQUE        -- the name, capitals and small letters alike
        ) STRICT
        """,
        """
        CREATE TABLE article_tag (
            article_id INTEGER NOT NULL REFERENCES article (id),
            tag_id INTEGER NOT NULL REFERENCES tag (id),
            PRIMARY KEY (article_id, tag_id)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX article_tag_tag ON article_tag (tag_id)",
        """
        CREATE TABLE annotation_tag (
            annotation_id INTEGER NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
            tag_id INTEGER NOT NULL REFERENCES tag (id),
            PRIMARY KEY (annotation_id, tag_id)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX annotation_tag_tag ON annotation_tag (tag_id)",
    )


@steps()
def m004_versions(database: Database) -> None:
    """What an article said before it came in again with other words, and which part of its file it is."""
    _run(
        database,
        "ALTER TABLE article ADD COLUMN part TEXT NOT NULL DEFAULT ''",
        "CREATE INDEX article_path ON article (path, part)",
        "CREATE INDEX article_sha256 ON article (sha256)",
        """
        CREATE TABLE article_version (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            article_id INTEGER NOT NULL REFERENCES article (id),
            text TEXT NOT NULL,
            published TEXT,
            encoding TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            imported_at TEXT NOT NULL,
            fingerprint BLOB NOT NULL,
            replaced_at TEXT NOT NULL       -- ISO 8601 UTC
        ) STRICT
        """,
        "CREATE INDEX article_version_article ON article_version (article_id)",
        "CREATE INDEX article_version_fingerprint ON article_version (fingerprint)",
    )


@steps()
def m005_columns(database: Database) -> None:
    """The search index with a column for each kind of fact and for what a person wrote; it is filled anew."""
    _run(
        database,
        "DROP TABLE search",
        """
        CREATE VIRTUAL TABLE search USING fts5 (
            body, other_spelling, note, tag, post, place, occasion, topic, role,
            content='', prefix='3', tokenize='ascii'
        )
        """,
        "INSERT INTO search (search, rank) VALUES ('hashsize', 67108864)",
        "DELETE FROM derived WHERE key = 'fold'",
    )


@steps()
def m006_rulings(database: Database) -> None:
    """What a person corrected and confirmed: laid over readings, never written into them."""
    _run(
        database,
        """
        CREATE TABLE ruling (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            article_id INTEGER NOT NULL REFERENCES article (id),
            kind TEXT NOT NULL,             -- removed, changed, added, confirmed
            subject TEXT NOT NULL,          -- official, meeting
            start INTEGER NOT NULL,
            end INTEGER NOT NULL CHECK (end > start),
            exact TEXT NOT NULL,
            prefix TEXT NOT NULL,
            suffix TEXT NOT NULL,
            field TEXT NOT NULL,            -- empty for the whole
            value TEXT NOT NULL,            -- JSON
            created_at TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX ruling_article ON ruling (article_id)",
    )


@steps()
def m007_saved_searches(database: Database) -> None:
    """Searches that a person keeps under a name."""
    _run(
        database,
        """
        CREATE TABLE saved_search (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL,
            key TEXT NOT NULL UNIQUE,       -- the name, capitals and small letters alike
            filter TEXT NOT NULL,           -- JSON, the parts that are set
            created_at TEXT NOT NULL
        ) STRICT
        """,
    )


@steps()
def m008_indexes(database: Database) -> None:
    """Without two indexes that no question needs; a file is known by its path."""
    _run(database, "DROP INDEX article_sha256", "DROP INDEX reading_engine")


@steps()
def m009_people(database: Database) -> None:
    """Which names a person said to be one person's or two people's, and the people that come of it."""
    _run(
        database,
        """
        CREATE TABLE person_ruling (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            first_key TEXT NOT NULL,        -- folded name, as in facet_value.key
            second_key TEXT NOT NULL CHECK (first_key < second_key),
            same INTEGER NOT NULL CHECK (same IN (0, 1)),
            created_at TEXT NOT NULL,
            UNIQUE (first_key, second_key)
        ) STRICT
        """,
        # Derived from the rulings: the names that are merged, each with the one that stands for all.
        "CREATE TABLE merged (key TEXT PRIMARY KEY, person TEXT NOT NULL) STRICT, WITHOUT ROWID",
        "CREATE INDEX merged_person ON merged (person)",
    )


@steps()
def m010_size(database: Database) -> None:
    """A smaller index, filled anew; and what the filters count is kept counted."""
    _run(
        database,
        "DROP TABLE search",
        """
        CREATE VIRTUAL TABLE search USING fts5 (
            body, other_spelling, note, tag, post, place, occasion, topic, role,
            content='', tokenize='ascii'
        )
        """,
        "INSERT INTO search (search, rank) VALUES ('hashsize', 67108864)",
        # Only which articles have a word that begins so: a third of the room that a prefix index takes.
        """
        CREATE VIRTUAL TABLE search_beginning USING fts5 (
            letters, content='', detail=none, columnsize=0, tokenize='ascii'
        )
        """,
        "INSERT INTO search_beginning (search_beginning, rank) VALUES ('hashsize', 67108864)",
        "DELETE FROM derived WHERE key = 'fold'",
        # How many articles are listed: to count a million of them takes a tenth of a second.
        "CREATE TABLE listed (year TEXT PRIMARY KEY, articles INTEGER NOT NULL) STRICT, WITHOUT ROWID",
        "INSERT INTO listed (year, articles) SELECT coalesce(substr(date, 1, 4), ''), count(*)"
        " FROM listing GROUP BY 1",
        """
        CREATE TRIGGER listing_came AFTER INSERT ON listing BEGIN
            INSERT INTO listed (year, articles) VALUES (coalesce(substr(new.date, 1, 4), ''), 1)
            ON CONFLICT (year) DO UPDATE SET articles = articles + 1;
        END
        """,
        """
        CREATE TRIGGER listing_went AFTER DELETE ON listing BEGIN
            UPDATE listed SET articles = articles - 1 WHERE year = coalesce(substr(old.date, 1, 4), '');
        END
        """,
        # The names that are in several articles, the most frequent first; most are in one.
        "CREATE INDEX facet_value_often ON facet_value (articles DESC, label)"
        " WHERE kind = 'person' AND articles > 1",
    )


@steps()
def m011_names(database: Database) -> None:
    """What was said of people can be said of occasions too; and two people of one name are two."""
    _run(
        database,
        """
        CREATE TABLE name_ruling (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL,             -- person, occasion: as in facet_value.kind
            first_key TEXT NOT NULL,        -- folded name, as in facet_value.key
            second_key TEXT NOT NULL CHECK (first_key < second_key),
            same INTEGER NOT NULL CHECK (same IN (0, 1)),
            created_at TEXT NOT NULL,
            UNIQUE (kind, first_key, second_key)
        ) STRICT
        """,
        "INSERT INTO name_ruling SELECT id, 'person', first_key, second_key, same, created_at"
        " FROM person_ruling",
        "ALTER TABLE merged RENAME TO merged_people",
        """
        CREATE TABLE merged (
            kind TEXT NOT NULL,
            key TEXT NOT NULL,
            person TEXT NOT NULL,           -- the key that stands for all
            PRIMARY KEY (kind, key)
        ) STRICT, WITHOUT ROWID
        """,
        "INSERT INTO merged SELECT 'person', key, person FROM merged_people",
        "DROP TABLE merged_people",
        "DROP TABLE person_ruling",
        "CREATE INDEX merged_person ON merged (kind, person)",
        # The country that the name was first read with; with another one it is somebody else's.
        "ALTER TABLE facet_value ADD COLUMN home TEXT",
    )


@steps()
def m012_words(database: Database) -> None:
    """The words of the search index, to look up those that begin so; it holds nothing of its own."""
    _run(database, "CREATE VIRTUAL TABLE search_words USING fts5vocab('search', 'instance')")


@steps()
def m013_places(database: Database) -> None:
    """A day has fewer places in the list: smaller numbers and smaller steps make a smaller index."""
    slots, before = 1 << 11, 1 << 14
    first = 364_878 * before  # of the year 1000; what has no date is before it, and stays
    connection = database.conn
    connection.execute("CREATE TEMP TABLE moved (old INTEGER PRIMARY KEY, new INTEGER NOT NULL)")
    connection.executemany(
        "INSERT INTO moved VALUES (?, ?)",
        _closer(
            connection.execute("SELECT pos FROM listing WHERE pos >= ? ORDER BY pos", (first,)), slots, before
        ),
    )
    for table in ("listing", "facet"):
        new = f"(SELECT new FROM temp.moved WHERE old = {table}.pos)"
        connection.execute(f"UPDATE {table} SET pos = {new} WHERE pos >= ?", (first,))
    _run(
        database,
        "DROP TABLE temp.moved",
        "INSERT INTO search (search) VALUES ('delete-all')",
        "INSERT INTO search_beginning (search_beginning) VALUES ('delete-all')",
        "DELETE FROM derived WHERE key = 'fold'",
    )


def _closer(places: Iterable[tuple[int]], slots: int, before: int) -> Iterator[tuple[int, int]]:
    """Places, in order, with those that take their place."""
    free = 0
    for (place,) in places:
        new = max(free, place // before * slots)
        free = new + 1
        yield place, new


@steps()
def m014_tags_and_anchors(database: Database) -> None:
    """Tags have colours, and anchors know the text that they were made in."""
    _run(
        database,
        "ALTER TABLE tag ADD COLUMN colour TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE annotation ADD COLUMN text_hash TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE ruling ADD COLUMN text_hash TEXT NOT NULL DEFAULT ''",
    )
    for table in ("annotation", "ruling"):
        _anchor_anew(database.conn, table)


def _anchor_anew(connection: sqlite3.Connection, table: str) -> None:
    """Give the anchors made so far what newer ones have, from the text that the article had then."""
    from store import anchors
    from store.model import Span

    made = connection.execute(
        f"SELECT n.id, n.start, n.end, n.exact, coalesce((SELECT v.text FROM article_version v"
        " WHERE v.article_id = n.article_id AND v.replaced_at > n.created_at ORDER BY v.id LIMIT 1),"
        f" (SELECT a.text FROM article a WHERE a.id = n.article_id)) FROM {table} n ORDER BY n.article_id"
    ).fetchall()
    for number, start, end, exact, text in made:
        if text is None or text[start:end] != exact:
            continue
        anchor = anchors.make(text, Span(start, end))
        connection.execute(
            f"UPDATE {table} SET prefix = ?, suffix = ?, text_hash = ? WHERE id = ?",
            (anchor.prefix, anchor.suffix, anchor.text_hash, number),
        )


@steps()
def m015_counts(database: Database) -> None:
    """What the filters count is counted where it is listed: row by row it took a third of an import."""
    for trigger in ("facet_came", "facet_went", "listing_came", "listing_went"):
        _run(database, f"DROP TRIGGER {trigger}")


@steps()
def m016_names(database: Database) -> None:
    """The words of people's names, to find those that begin so without going through all names."""
    _run(
        database,
        """
        CREATE VIRTUAL TABLE search_name USING fts5 (
            words, content='', detail=none, columnsize=0, prefix='1 2', tokenize='ascii'
        )
        """,
        "INSERT INTO search_name (rowid, words) SELECT id, key FROM facet_value"
        " WHERE kind = 'person' ORDER BY id",
    )


@steps()
def m017_encounters(database: Database) -> None:
    """Who met whom, when and where, to be asked of many articles at once; the next reading fills it."""
    _run(
        database,
        """
        CREATE TABLE encounter (
            pos INTEGER NOT NULL REFERENCES listing (pos) ON DELETE CASCADE,
            n INTEGER NOT NULL,             -- of the article's meetings; 0 for whom it names in none
            date INTEGER,                   -- 20251217; 20251200 where no day is known
            kind INTEGER NOT NULL,          -- see store/encounters.py
            place INTEGER,                  -- this and the next: a facet_value
            occasion INTEGER,
            ordinal INTEGER,
            parties TEXT NOT NULL,          -- codes, separated by spaces
            facts BLOB NOT NULL,            -- topics and people: see store/database/encounters.py
            PRIMARY KEY (pos, n)
        ) STRICT, WITHOUT ROWID
        """,
    )
