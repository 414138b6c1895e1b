"""How fast articles are read, one process, one core."""

from __future__ import annotations

from tests.benchmarks.timing import heading, ms, p50, row, times_of
from tests.evaluation import harness


def run(rounds: int) -> None:
    """Print articles a second for each labelled set, with and without the JSON shape."""
    from store.export.shape import reading_to_json
    from store.reading.pipeline import read_article

    heading("reading", "articles", "articles/s", "an article", "with JSON")
    for name, folder, prefix in harness.sets():
        articles = [harness.load_article(p) for p in sorted(folder.glob(f"{prefix}*.txt"))]
        if not articles:
            continue
        read = p50(times_of(lambda texts=articles: [read_article(a) for a in texts], rounds)) / len(articles)
        both = p50(
            times_of(lambda texts=articles: [reading_to_json(a, read_article(a)) for a in texts], rounds)
        ) / len(articles)
        row(name, f"{len(articles)}", f"{1 / read:,.0f}", ms(read), ms(both))
