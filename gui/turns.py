"""Work that is cut into steps: between two of them keys and clicks are answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QTimer


def in_turns(steps: Iterable[Callable[[], object]], goes_on: Callable[[], bool]) -> None:
    """Do the first step now, and each other in a turn of the event loop of its own, while ``goes_on``."""
    left = iter(steps)

    def step() -> None:
        do = next(left, None) if goes_on() else None
        if do is not None:
            do()
            QTimer.singleShot(0, step)

    step()
