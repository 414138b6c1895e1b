"""Many rounds of the kill test, with a table of what was tried."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from tests import killing
from tests.benchmarks.timing import heading, row


def run(rounds: int) -> int:
    """Kill a program ``rounds`` times, at each kind of work in turn; 1 where anything was lost or broken."""
    chance = random.Random(rounds)
    played: list[killing.Round] = []
    for number in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            played.append(killing.play(killing.KINDS[number % len(killing.KINDS)], Path(folder), chance))
    heading("killed at a random moment", "rounds", "done before", "faults")
    for kind in killing.KINDS:
        these = [one for one in played if one.kind == kind]
        faults = [fault for one in these for fault in one.faults]
        row(kind, f"{len(these)}", f"{sum(one.done for one in these):,}", f"{len(faults)}")
        for fault in faults:
            print(f"    {fault}")
    return 1 if any(one.faults for one in played) else 0
