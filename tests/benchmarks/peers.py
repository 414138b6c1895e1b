"""What others do with the same articles: plain sqlite3; tantivy and ripgrep where they are there."""

from __future__ import annotations

import datetime
import shutil
import sqlite3
import subprocess
import time
from pathlib import Path
from typing import Any

from store.folding import fold
from tests.benchmarks.corpus import Corpus

PAGE = 50


def plain_sqlite(corpus: Corpus, path: Path) -> float:
    """Seconds for rows and index alone, with the settings of a library and nothing else of it."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA page_size = 16384")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE article (id INTEGER PRIMARY KEY, date TEXT, text TEXT)")
    connection.execute(
        "CREATE VIRTUAL TABLE search USING fts5 (body, content='', prefix='3', tokenize='ascii')"
    )
    connection.execute("INSERT INTO search (search, rank) VALUES ('hashsize', 67108864)")
    start = time.perf_counter()
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO article (date, text) VALUES (?, ?)", corpus.texts())
    folded = ((number, fold(text)) for number, (_, text) in enumerate(corpus.texts(), 1))
    connection.executemany("INSERT INTO search (rowid, body) VALUES (?, ?)", folded)
    connection.execute("COMMIT")
    taken = time.perf_counter() - start
    connection.close()
    return taken


class Tantivy:
    """An index of tantivy that keeps the texts, made by one thread."""

    def __init__(self, corpus: Corpus, folder: Path) -> None:
        """Raises ``ImportError`` where tantivy is not installed."""
        import tantivy

        self._tantivy = tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("date", stored=False, fast=True)
        builder.add_text_field("body", stored=True)
        self._schema = builder.build()
        folder.mkdir()
        index = tantivy.Index(self._schema, path=str(folder))
        start = time.perf_counter()
        writer = index.writer(heap_size=256_000_000, num_threads=1)
        for date, text in corpus.texts():
            day = datetime.date.fromisoformat(date).toordinal()
            writer.add_document(tantivy.Document(date=day, body=text))
        writer.commit()
        writer.wait_merging_threads()
        self.seconds = time.perf_counter() - start
        self.size = sum(file.stat().st_size for file in folder.iterdir())
        index.reload()
        self._index, self._searcher = index, index.searcher()

    def newest(self, query: str) -> list[Any]:
        """The newest that a query finds."""
        said = query.rstrip("*")
        if said != query:
            wanted = self._tantivy.Query.regex_query(self._schema, "body", f"{said}.*")
        else:
            wanted = self._index.parse_query(query, ["body"], conjunction_by_default=True)
        found = self._searcher.search(wanted, PAGE, order_by_field="date", count=False).hits
        return [(wanted, address) for _, address in found]

    def page(self, query: str) -> list[str]:
        """A page of the newest, with their snippets."""
        found = self.newest(query)
        if not found:
            return []
        cut = self._tantivy.SnippetGenerator.create(self._searcher, found[0][0], self._schema, "body")
        return [cut.snippet_from_doc(self._searcher.doc(address)).fragment() for _, address in found]


def ripgrep(corpus: Corpus, query: str) -> bool:
    """Have ripgrep count the lines of the texts with a query of one word or phrase; whether it can."""
    program = shutil.which("rg")
    if program is None or ":" in query or (" " in query and not query.startswith('"')):
        return False
    said = query.strip('"')
    pattern = rf"\b{said[:-1]}" if said.endswith("*") else rf"\b{said}\b"
    subprocess.run([program, "-ic", pattern, str(corpus.file)], capture_output=True, check=False)
    return True
