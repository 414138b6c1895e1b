"""A library of many articles: how fast it grows, answers and opens, and how large it is, beside others."""

from __future__ import annotations

import os
import random
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

from store import importing
from store.library import Library
from store.model import Article, Filter, Reading
from store.workers import Offered
from tests.benchmarks import goals, peers
from tests.benchmarks.corpus import Corpus, queries
from tests.benchmarks.goals import Goals
from tests.benchmarks.timing import heading, ms, p50, p95, row, times_of

PAGE = 50
CAP = 1_001  # counts while typing stop here
ALONE = 1_000
"""So many articles are read on one core: the rate does not change with their number."""


def run(rounds: int, count: int, unread: bool = False) -> None:
    """Build a library of ``count`` generated articles, use it, and do the same with others.

    ``unread``: no article is read, which for a million would take an hour.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus = Corpus(folder / "texts.txt", count)
        print(f"\n{count:,} articles, {corpus.size / 1e6:,.1f} MB of text, {os.cpu_count()} cores")
        reached = Goals()
        others = _without_reading(corpus, folder, reached)
        path = folder / "unread.sqlite" if unread else _with_reading(corpus, folder, reached)
        _memory()
        library = Library.open(path)
        _size(path, corpus, reached)
        _search(library, corpus, others, rounds, reached)
        _list(library, count, rounds, reached)
        _one_more(library)
        reached.tell()
        library.close()
        corpus.close()


def _seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def _processor() -> float:
    """Seconds of every core that this process and those it has ended took; what else runs does not count."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _taken_in(path: Path, offered: Corpus | list[Offered], processes: int) -> float:
    library = Library.open(path)
    taken = _seconds(lambda: importing.run(library._database, offered, processes=processes))
    assert library.count(Filter()) == len(offered)
    library.close()
    return taken


@contextmanager
def stand_in() -> Iterator[None]:
    """A reading that finds nothing, not even a heading, and takes no time."""
    from store.reading import heading, pipeline

    nothing, kept = Reading(), (pipeline.read_article, heading.heading)
    pipeline.read_article = lambda article: nothing
    heading.heading = lambda article, reading: article.text[:80]
    try:
        yield
    finally:
        pipeline.read_article, heading.heading = kept


def _without_reading(corpus: Corpus, folder: Path, reached: Goals) -> peers.Tantivy | None:
    heading("import without reading, one process", "articles/s", "of tantivy's", "file / text")
    taken = {"plain sqlite3, rows and FTS5": peers.plain_sqlite(corpus, folder / "plain.sqlite")}
    sizes = [_file_size(folder / "plain.sqlite")]
    with stand_in():
        taken["a library"] = _taken_in(folder / "unread.sqlite", corpus, 1)
    sizes.append(_file_size(folder / "unread.sqlite"))
    try:
        index = peers.Tantivy(corpus, folder / "tantivy")
        taken["tantivy, one thread, texts kept"] = index.seconds
        sizes.append(index.size)
    except ImportError:
        index = None
    if index is not None:
        reached.note(goals.UNREAD, index.seconds / taken["a library"])
    for (name, seconds), size in zip(taken.items(), sizes, strict=True):
        share = f"{index.seconds / seconds:.2f} x" if index else "-"
        row(name, f"{len(corpus) / seconds:,.0f}", share, f"{size / corpus.size:.2f} x")
    return index


def _with_reading(corpus: Corpus, folder: Path, reached: Goals) -> Path:
    path, cores = folder / "library.sqlite", os.cpu_count() or 1
    some = corpus[: min(ALONE, len(corpus))]
    texts = [offered.data.decode() for offered in some]
    measured: dict[str, tuple[float, float]] = {}

    def rate(name: str, articles: int, call: Callable[[], object]) -> None:
        used = _processor()
        seconds = _seconds(call)
        measured[name] = articles / seconds, (_processor() - used) / articles

    _read(texts[:50])
    rate("reading alone, before", len(some), lambda: _read(texts))
    with ProcessPoolExecutor(cores, get_context("spawn")) as pool:
        list(pool.map(_read, [texts[:50]] * cores))
        together = cores * len(some) / _seconds(lambda: list(pool.map(_read, [texts] * cores)))
    rate("import, one process", len(some), lambda: _taken_in(folder / "some.sqlite", some, 1))
    rate(f"import, {cores} processes", len(corpus), lambda: _taken_in(path, corpus, cores))
    rate("reading alone, after", len(some), lambda: _read(texts))  # what else runs comes and goes
    alone = (measured["reading alone, before"][0] + measured["reading alone, after"][0]) / 2
    reached.note(goals.CORES, measured[f"import, {cores} processes"][0] / alone)
    heading("import with reading and index", "articles/s", "of one core's", "processor")
    for name, (articles, used) in measured.items():
        row(name, f"{articles:,.0f}", f"{articles / alone:.2f} x", ms(used))
    row(f"reading alone, {cores} processes", f"{together:,.0f}", f"{together / alone:.2f} x")
    return path


def _memory() -> None:
    mine, theirs = (
        resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    unit = 1 if sys.platform == "darwin" else 1024
    heading("memory at most", "this process", "each beside it")
    row("after the imports", f"{mine * unit / 1e6:,.0f} MB", f"{theirs * unit / 1e6:,.0f} MB")


def _read(texts: list[str]) -> int:
    from store.reading.pipeline import read_article

    return sum(len(read_article(Article("a", text)).officials) for text in texts)


def _file_size(path: Path) -> int:
    return sum(file.stat().st_size for file in path.parent.glob(f"{path.name}*"))


def _size(path: Path, corpus: Corpus, reached: Goals) -> None:
    heading("size", "MB", "of the text")

    def line(name: str, size: int) -> None:
        row(name, f"{size / 1e6:,.1f}", f"{size / corpus.size:.3f} x")

    line("the file", _file_size(path))
    reached.note(goals.SIZE, _file_size(path) / corpus.size)
    connection = sqlite3.connect(path)
    free, page = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("freelist_count", "page_size")
    )
    line("  free pages in it", free * page)
    try:
        tables = connection.execute(
            "SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC LIMIT 8"
        ).fetchall()
    except sqlite3.OperationalError:
        tables = []  # not every SQLite can tell
    for name, size in tables:
        line(f"  {name}", size)
    connection.close()


def _search(
    library: Library, corpus: Corpus, others: peers.Tantivy | None, rounds: int, reached: Goals
) -> None:
    columns = "found", "p50", "p95", "tantivy p50", "its ids p50", "ripgrep p50"
    heading("query to 50 rows with snippets", *columns)
    for name, asked in queries(corpus).items():
        filters = [Filter(query=query) for query in asked]
        found = sum(library.count(f, CAP) for f in filters) // len(filters)
        pages = [t for f in filters for t in times_of(lambda f=f: library.rows(f, 0, PAGE), rounds)]
        cells = [f"{'>' * (found >= CAP)}{min(found, CAP - 1):,}", ms(p50(pages)), ms(p95(pages))]
        reached.note(goals.SEARCH, p95(pages) * 1000)
        plain = others is not None and ":" not in name
        for call in (others.page, others.newest) if plain else ():
            times = [t for q in asked for t in times_of(lambda q=q, c=call: c(q), rounds)]
            cells.append(ms(p50(times)))
            if name == "a phrase" and call == others.page:
                reached.note(goals.PHRASES, p50(pages) / p50(times))
        cells += ["-"] * (5 - len(cells))
        lines = [q for q in asked if peers.ripgrep(corpus, q)][:4]
        counts = [t for q in lines for t in times_of(lambda q=q: peers.ripgrep(corpus, q), 2)]
        if counts:
            reached.note(goals.RIPGREP, p50(counts) / p50(pages))
        row(name, *cells, ms(p50(counts)) if counts else "-")


def _list(library: Library, count: int, rounds: int, reached: Goals) -> None:
    chance = random.Random(count)
    common = Filter(query="the")
    found = library.count(common)
    heading("the list", "p50", "p95")

    def line(name: str, calls: list[Callable[[], object]], goal: goals.Goal | None = None) -> None:
        taken = [t for call in calls for t in times_of(call, rounds if len(calls) <= 20 else 3)]
        row(name, ms(p50(taken)), ms(p95(taken)))
        if goal is not None:
            reached.note(goal, p95(taken) * 1000)

    def jumps(f: Filter, most: int, order: str = "date") -> list[Callable[[], object]]:
        places = [chance.randrange(max(1, most - PAGE)) for _ in range(20)]
        return [lambda at=at: library.rows(f, at, PAGE, order) for at in places]

    line("first page", [lambda: library.rows(Filter(), 0, PAGE)], goals.PAGES)
    line("a jump anywhere in the list", jumps(Filter(), count), goals.PAGES)
    line("a jump to its end", [lambda: library.rows(Filter(), count - PAGE, PAGE)], goals.PAGES)
    line(f"a jump anywhere in {found:,} found", jumps(common, found))
    line("first page, the oldest first", [lambda: library.rows(Filter(), 0, PAGE, "oldest")])
    for order in ("heading", "outlet", "occasion", "imported", "starred"):
        began = time.perf_counter()
        places = library.listed.ordered(Filter(), order)
        first = time.perf_counter() - began
        pages = [places[at : at + PAGE] for at in chance.sample(range(max(1, count - PAGE)), min(20, count))]
        name = f"a jump anywhere by {order}, made in {ms(first)}"
        line(name, [lambda page=page: library.listed.page(Filter(), page) for page in pages], goals.PAGES)
    ranked = [lambda: library.rows(common, 0, PAGE, "relevance")]
    line("first page by relevance, a common word", ranked, goals.RANKED)
    line("a count that stops at 1,000", [lambda: library.count(common, CAP)])
    line("a whole count", [lambda: library.count(common)])
    line("what the filters offer", [library.choices])
    numbers = [
        row.id for at in (0, count // 2, max(0, count - PAGE)) for row in library.rows(Filter(), at, PAGE)
    ]
    line("opening an article", [lambda n=n: library.article(n) for n in numbers])


def _one_more(library: Library) -> None:
    """Articles that come one by one into a large library must not wait for its index to be put in order."""
    from tests.benchmarks.generator import Generator

    offered = [importing.from_texts([(f"more-{key}", body)]) for key, body in Generator(seed=2).articles(100)]
    taken = [_seconds(lambda one=one: importing.run(library._database, one)) for one in offered]
    heading("one more article, on the disk", "p50", "p95", "longest")
    row("with its reading", ms(p50(taken)), ms(p95(taken)), ms(max(taken)))
