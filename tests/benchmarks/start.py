"""From process start to the first complete screen, against a bare window in the same run."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from seeds import seed_files
from store.library import Library
from tests.benchmarks.timing import heading, ms, p50, row

GOAL = 1.8  # times a bare window


def run(rounds: int) -> None:
    """Print the medians and their ratio; the two take turns, so that a busy moment hits both."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.sqlite"
        library = Library.open(path)
        library.import_texts([(f.name.removesuffix(".txt"), f.read_bytes()) for f in seed_files()])
        library.close()
        kinds = {
            "an empty QMainWindow": ["bare"],
            "Communiqué, sample articles": ["filled", str(path)],
        }
        for arguments in kinds.values():
            one_start(arguments)  # fills the caches
        taken: dict[str, list[float]] = {name: [] for name in kinds}
        for _ in range(rounds):
            for name, arguments in kinds.items():
                taken[name].append(one_start(arguments))
    heading("from process start to painted", "median", "fastest", "ratio")
    bare = p50(taken["an empty QMainWindow"])
    for name, times in taken.items():
        row(name, ms(p50(times)), ms(min(times)), f"{p50(times) / bare:.2f}")
    row("goal", "", "", f"<= {GOAL}")


def one_start(arguments: list[str]) -> float:
    """Seconds from starting the process to its painted screen."""
    start = time.clock_gettime(time.CLOCK_MONOTONIC)
    ended = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.first_paint", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        # As an installed program runs: compiled modules are kept, the first start fills them.
        env={k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"},
    )
    if ended.returncode or not ended.stdout:
        raise RuntimeError(f"{arguments[0]} did not start: {ended.stderr}")
    return float(ended.stdout.splitlines()[-1]) - start
