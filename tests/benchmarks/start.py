"""From process start to the first complete screen, against a bare window in the same run."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from store.library import Library
from tests.benchmarks.timing import heading, ms, p50, row

GOAL = 1.5  # times a bare window


class Taken(NamedTuple):
    """What one start took, in seconds."""

    clock: float
    worked: float


def run(rounds: int) -> None:
    """Print the medians and their ratio; the kinds take turns, so that a busy moment hits each of them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.sqlite"
        library = Library.open(path)
        library.import_samples()
        library.close()
        kinds = {
            "an empty QMainWindow": ["bare"],
            "Communiqué, list and article": ["filled", str(path)],
            "Communiqué, and the facts beside it": ["whole", str(path)],
        }
        environment = own_environment(Path(folder))
        for arguments in kinds.values():
            one_start(arguments, environment)  # fills the caches
        taken: dict[str, list[Taken]] = {name: [] for name in kinds}
        for _ in range(rounds):
            for name, arguments in kinds.items():
                taken[name].append(one_start(arguments, environment))
    _tell(taken, "from process start to painted", lambda one: one.clock)
    _tell(taken, "of it, the processor's time", lambda one: one.worked)
    row("goal for list and article", "", "", f"<= {GOAL}")


def _tell(taken: dict[str, list[Taken]], title: str, seconds: Callable[[Taken], float]) -> None:
    heading(title, "median", "fastest", "of medians", "of fastest")
    bare = [seconds(one) for one in taken["an empty QMainWindow"]]
    for name, starts in taken.items():
        times = [seconds(one) for one in starts]
        ratios = f"{p50(times) / p50(bare):.2f}", f"{min(times) / min(bare):.2f}"
        row(name, ms(p50(times)), ms(min(times)), *ratios)


def own_environment(home: Path) -> dict[str, str]:
    """As an installed program runs (compiled modules are kept), with settings of its own."""
    own = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE" and not k.startswith("XDG_")}
    return own | {"HOME": str(home)}


def one_start(arguments: list[str], environment: dict[str, str]) -> Taken:
    """From starting the process to its painted screen."""
    start = time.clock_gettime(time.CLOCK_MONOTONIC)
    ended = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.first_paint", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        env=environment,
    )
    if ended.returncode or not ended.stdout:
        raise RuntimeError(f"{arguments[0]} did not start: {ended.stderr}")
    then, worked = map(float, ended.stdout.splitlines()[-1].split())
    return Taken(then - start, worked)
