"""What the tables share: timing a call and printing rows."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence


def times_of(
    call: Callable[[], object], rounds: int, clock: Callable[[], float] = time.perf_counter
) -> list[float]:
    """Seconds of each of ``rounds`` calls, after one that warms up.

    ``clock``: ``time.process_time`` where nothing is waited for, and others are at work on the machine.
    """
    call()
    taken = []
    for _ in range(rounds):
        start = clock()
        call()
        taken.append(clock() - start)
    return taken


def p50(seconds: Sequence[float]) -> float:
    """The median."""
    return statistics.median(seconds)


def p95(seconds: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]


def heading(title: str, *columns: str) -> None:
    """The first line of a table; the first column is 40 wide, the others 14."""
    print(f"\n{title:<40}{''.join(f'{c:>14}' for c in columns)}")


def row(name: str, *cells: str) -> None:
    """One line of a table."""
    print(f"{name:<40}{''.join(f'{c:>14}' for c in cells)}", flush=True)


def ms(seconds: float) -> str:
    """Seconds as milliseconds, for a cell."""
    return f"{seconds * 1000:,.2f} ms"
