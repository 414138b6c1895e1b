"""Planted sentences are told for what they are; ``python -m tests.benchmarks novel`` does it with many."""

from __future__ import annotations

from pathlib import Path

from store.library import Library
from tests.benchmarks import novel
from tests.benchmarks.goals import Goals


def test_planted_sentences_are_found(tmp_path: Path) -> None:
    planted = novel.build(tmp_path / "planted.sqlite", 100, kept=20)
    library = Library.open(tmp_path / "planted.sqlite")
    told = novel.score(library, planted, Goals())
    library.close()
    right = sum(number for (planted_as, told_as), number in told.items() if planted_as is told_as)
    assert len({planted_as for planted_as, _ in told}) == 4
    assert right / sum(told.values()) > 0.97
