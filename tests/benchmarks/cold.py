"""The first answer of a program that has just begun: what it loads for it counts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_ASK = """
import sys, time
from pathlib import Path
from store.library import Library
across = Library.open(Path(sys.argv[1])).across
given = [int(one) if one.isdecimal() else one for one in sys.argv[3:]]
wall, used = time.perf_counter(), time.process_time()
getattr(across, sys.argv[2])(*given)
print(time.perf_counter() - wall, time.process_time() - used)
"""


def first_time(library: Path, question: str, *given: object, rounds: int = 3) -> tuple[float, float]:
    """Seconds that a question to ``library.across`` takes in a process of its own, and of them the
    processor's; the least of some rounds, each."""
    command = [sys.executable, "-c", _ASK, str(library), question, *map(str, given)]
    taken = []
    for _ in range(rounds):
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        taken.append(tuple(map(float, said.split())))
    return min(wall for wall, _ in taken), min(used for _, used in taken)
