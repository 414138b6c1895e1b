"""Reads a folder of articles with the program's own reader and scores the readings against gold.

A *set* is a folder of ``ID.txt`` (article) and ``ID.json`` (gold) pairs in the shape of ``SCHEMA.md``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from store.export.shape import reading_to_json
from store.model import Article
from store.reading.pipeline import read_article
from tests.evaluation.score import HEADER, Scorer

HERE = Path(__file__).parent
BASELINE = HERE / "baseline.json"
SEEDS = ("seeds", HERE / "dev", "seed-")  # the client's own documents, with their gold readings
DEV = ("dev", HERE / "dev", "")
OWN = ("own", HERE / "own", "")
HELD = ("held", HERE / "held", "")  # never learned from: only its figures are shown, never its differences


@dataclass(frozen=True, slots=True)
class Facet:
    """How one facet did, pooled over a set of articles."""

    right: int
    said: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of what was reported that is right; 1 where nothing was to be found and nothing was said."""
        return self.right / self.said if self.said else float(not self.gold)

    @property
    def recall(self) -> float:
        """Share of the gold that was found."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Result:
    """The score of one set: its facets in the scorer's order, and every difference from gold as a line."""

    articles: int
    facets: dict[str, Facet]
    differences: tuple[str, ...]
    bad_spans: tuple[str, ...]

    @property
    def mean(self) -> float:
        """Mean of the facets' F1."""
        return sum(f.f1 for f in self.facets.values()) / len(self.facets) if self.facets else 0.0


def sets() -> list[tuple[str, Path, str]]:
    """The sets that are there: name, folder, beginning of the ids."""
    return [s for s in (SEEDS, DEV, OWN, HELD) if any(s[1].glob("*.json"))]


def load_article(path: Path) -> Article:
    """The article in a file of a set: byte order mark and seed header taken off, nothing else changed."""
    text = path.read_bytes().decode("utf-8-sig")
    header = HEADER.match(text)
    return Article(path.stem, text[header.end() :] if header else text, header.group(1) if header else None)


def predict(path: Path) -> tuple[Article, dict[str, Any]]:
    """Read one article file; the reading goes through JSON, as a stranger to the program would get it."""
    article = load_article(path)
    said: dict[str, Any] = json.loads(json.dumps(reading_to_json(article, read_article(article))))
    return article, said


def evaluate(folder: Path, only: str = "") -> Result:
    """Score every article of ``folder`` whose id begins with ``only``."""
    scorer = Scorer()
    gold_files = [p for p in sorted(folder.glob("*.json")) if p.stem.startswith(only)]
    for gold_file in gold_files:
        article, said = predict(gold_file.with_suffix(".txt"))
        scorer.article(gold_file.stem, said, json.loads(gold_file.read_text("utf-8")))
        scorer.spans(gold_file.stem, said, article.text)
    return Result(
        articles=len(gold_files),
        facets={name: Facet(t.right, t.said, t.gold) for name, t in scorer.facets.items()},
        differences=tuple(sorted(scorer.errors)),
        bad_spans=tuple(scorer.bad_spans),
    )


def load_baseline(path: Path = BASELINE) -> dict[str, Result]:
    """The saved scores by set; empty where none were saved yet."""
    if not path.exists():
        return {}
    return {
        name: Result(
            articles=row["articles"],
            facets={facet: Facet(*counts) for facet, counts in row["facets"].items()},
            differences=tuple(row["differences"]),
            bad_spans=(),
        )
        for name, row in json.loads(path.read_text("utf-8")).items()
    }


def save_baseline(results: dict[str, Result], path: Path = BASELINE) -> None:
    """Write the scores that later changes are held against; sets not in ``results`` keep theirs."""
    rows = {
        name: {
            "articles": r.articles,
            "facets": {facet: [f.right, f.said, f.gold] for facet, f in r.facets.items()},
            "differences": list(r.differences),
        }
        for name, r in {**load_baseline(path), **results}.items()
    }
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf-8")
