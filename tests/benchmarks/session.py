"""A scripted session in the real window: how long it did not answer at most, and the memory at its end.

What is watched is the program as the command opens it, in a process of its own. ``of it ours`` leaves out the
time in which the thread of the window waited for a processor that other programs had.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.start import own_environment
from tests.benchmarks.timing import heading, ms, row

if TYPE_CHECKING:
    from tests.benchmarks.watchdog import Block

BLOCK = 0.05
"""Seconds that no block is to exceed."""

MEMORY = 400
"""Megabytes that are not to be exceeded."""

TOLD = 5


def run(count: int, library: Path | None = None, unread: bool = False, parts: Sequence[str] = ()) -> None:
    """Have a session with a library of ``count`` generated articles, or with a copy of ``library``.

    ``parts``: only these of what the person does.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "library.sqlite"
        if library is None:
            with ProcessPoolExecutor(1, get_context("spawn")) as pool:
                pool.submit(build, path, count, unread).result()
        else:
            shutil.copy2(library, path)
        subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.session", str(path), *parts],
            check=True,
            env=own_environment(folder),
        )


def build(path: Path, count: int, unread: bool) -> None:
    """Make a library of generated articles; ``unread`` ones are taken in and not read."""
    from contextlib import nullcontext

    from store import importing
    from store.library import Library
    from tests.benchmarks.corpus import Corpus
    from tests.benchmarks.library import stand_in

    corpus = Corpus(path.with_suffix(".txt"), count)
    library = Library.open(path)
    with stand_in() if unread else nullcontext():
        importing.run(library._database, corpus, processes=1)
    library.close()
    corpus.close()


def watched(path: str, *parts: str) -> int:
    """Open the window and have the session; what was found is printed."""
    from gui.main import main
    from tests.benchmarks.watching import watch_first_paint

    watch_first_paint(partial(_hold, parts))
    return main(["--library", path, "--size", "1280x800"])


def _hold(parts: Sequence[str]) -> None:
    from PySide6.QtWidgets import QApplication

    from gui.window import MainWindow
    from tests.benchmarks.person import Person
    from tests.benchmarks.watchdog import Watchdog

    (window,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
    window.activateWindow()

    def end() -> None:
        _tell(dog.end(), window.model.rowCount())
        window.session.quit()
        QApplication.exit()

    def fail(fault: Exception) -> None:
        traceback.print_exception(fault)
        QApplication.exit(1)

    person = Person(window, end, parts)
    dog = Watchdog(person.go_on, fail)


def _tell(blocks: list[Block], count: int) -> None:
    took, ours = [block.clock for block in blocks], [block.ours for block in blocks]
    worked = [block.worked for block in blocks]
    heading(f"a session with {count:,} articles", "clock", "of it ours", "worked")
    row("longest block", *(ms(max(times)) for times in (took, ours, worked)))
    row("999 of 1,000 are shorter than", *(ms(_most(times, 0.999)) for times in (took, ours, worked)))
    row(
        f"blocks over {ms(BLOCK)}",
        *(f"{sum(one > BLOCK for one in times):,}" for times in (took, ours, worked)),
    )
    row("goal", "", f"<= {ms(BLOCK)}")
    heading("the longest", "clock", "of it ours", "worked", "garbage")
    for block in sorted(blocks, key=lambda block: -block.ours)[:TOLD]:
        row(block.doing, ms(block.clock), ms(block.ours), ms(block.worked), ms(block.collected))
        for place in block.where or ("in Qt alone",):
            print(f"    {place}")
    heading("the longest of each", "of it ours", "how many beats")
    for doing in dict.fromkeys(block.doing for block in blocks):
        of = [block.ours for block in blocks if block.doing == doing]
        row(doing, ms(max(of)), f"{len(of):,}")
    heading("memory", "at the end", "at most", "goal")
    row("", *(f"{number:,.0f} MB" for number in _memory()), f"<= {MEMORY} MB")


def _most(times: list[float], share: float) -> float:
    return sorted(times)[int(share * (len(times) - 1))]


def _memory() -> tuple[float, float]:
    """Megabytes that are in use, and that were at most."""
    told = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return tuple(int(told[name].split()[0]) * 1024 / 1e6 for name in ("VmRSS", "VmHWM"))


if __name__ == "__main__":
    sys.exit(watched(*sys.argv[1:]))
