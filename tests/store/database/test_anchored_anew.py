"""Anchors of an older library are given what newer ones have, from the text that they were made in."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from store import anchors
from store.library import Library
from store.model import Span
from tests.store.database.test_opening import made_by_version

OLD = "The guest thanked the host. " * 3 + "Then they parted."
NEW = "Trend reports. " + OLD


def test_an_older_librarys_anchors_know_their_text(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    made_by_version(path, 13)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE article SET text = ?", (NEW,))
        connection.execute(
            "INSERT INTO article_version (article_id, text, encoding, sha256, imported_at, fingerprint,"
            " replaced_at) VALUES (1, ?, 'utf-8', '', '', x'', '2026-03-01T00:00:00Z')",
            (OLD,),
        )
        for start, exact, when in ((4, "guest", "2026-01-01"), (24, "guest", "2026-05-01"), (4, "lost", "")):
            connection.execute(
                "INSERT INTO annotation (article_id, start, end, exact, prefix, suffix, colour, style, note,"
                " created_at, changed_at) VALUES (1, ?, ?, ?, '', '', 'pink', 'fill', '', ?, ?)",
                (start, start + len(exact), exact, f"{when}T00:00:00Z", ""),
            )
    assert NEW[24:29] != "guest"
    library = Library.open(path)
    with closing(sqlite3.connect(path)) as connection:
        hashes = [row[0] for row in connection.execute("SELECT text_hash FROM annotation ORDER BY id")]
    assert hashes == [anchors.text_hash(OLD), "", ""]
    told = {made.id: (made.anchor.span, made.orphan) for made in library.annotations(1)}
    assert told == {1: (Span(19, 24), False), 2: (Span(0, 0), True), 3: (Span(0, 0), True)}
    library.close()
