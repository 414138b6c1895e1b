"""Taking in generated articles, and the time from a query to a page of fifty rows with their snippets."""

from __future__ import annotations

import itertools
import tempfile
import time
from collections import Counter
from pathlib import Path

from store.library import Library
from store.model import Filter
from tests.benchmarks.generator import Generator
from tests.benchmarks.timing import heading, ms, p50, p95, row, times_of

PAGE = 50
CAP = 1_001  # counts while typing stop here


def run(rounds: int, count: int) -> None:
    """Import ``count`` articles into a library of its own and search it."""
    generator = Generator()
    texts = list(generator.articles(count))
    size = sum(len(body) for _, body in texts)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        library = Library.open(path)
        start = time.perf_counter()
        library.import_texts(texts)
        taken = time.perf_counter() - start
        heading("import with reading and index", "articles/s", "file", "of the text")
        row(
            f"{count:,} articles",
            f"{count / taken:,.0f}",
            f"{path.stat().st_size / 1e6:.1f} MB",
            _share(path, size),
        )
        heading(f"search among {count:,} articles", "found", "p50", "p95", "count p50")
        for name, queries in _queries(generator, texts).items():
            _measure(library, name, queries, rounds)
        _measure(library, "no query, first page", [""], rounds)
        library.close()


def _share(path: Path, size: int) -> str:
    return f"{path.stat().st_size / size:.2f} x"


def _measure(library: Library, name: str, queries: list[str], rounds: int) -> None:
    filters = [Filter(query=q) for q in queries]
    found = sum(library.count(f, CAP) for f in filters) // len(filters)
    pages = [t for f in filters for t in times_of(lambda f=f: library.rows(f, 0, PAGE), rounds)]
    counts = [t for f in filters for t in times_of(lambda f=f: library.count(f, CAP), rounds)]
    row(
        name,
        f"{'>' * (found >= CAP)}{min(found, CAP - 1):,}",
        ms(p50(pages)),
        ms(p95(pages)),
        ms(p50(counts)),
    )


def _queries(generator: Generator, texts: list[tuple[str, bytes]]) -> dict[str, list[str]]:
    in_articles = Counter(word for _, body in texts for word in set(body.decode().lower().split()))
    by_rank = generator.words
    rare = [w for w in by_rank if in_articles[w] == 1][:8]
    common = by_rank[:8]
    middle = [w for w in by_rank if 0.005 < in_articles[w] / len(texts) < 0.03][:8]
    return {
        "a rare word": rare,
        "a word of 1 in 100": middle,
        "a word of most articles": common,
        "two common words": [f"{a} {b}" for a, b in itertools.pairwise(common)],
        "a phrase": ['"regional security"', '"minister of energy"', '"official visit"'],
        "a prefix of three letters": [f"{w[:3]}*" for w in (*rare, *common)],
        "letters folded (oglu for oğlu)": ["kakaoglu", "riladze oglu"],
        "nothing there": ["qqqq", '"('],
    }
