"""One start, in a process of its own: ``python -m tests.benchmarks.first_paint bare|filled|whole [LIBRARY]``.

When the screen waited for has been painted, prints the clock and the seconds that the processor took, and
ends. ``bare`` is a QMainWindow with nothing in it; ``filled`` is Communiqué with rows in the list and a text
in the reader; ``whole`` also waits for the facts beside it. The window is watched from outside, so the
program carries no hook for it.
"""

from __future__ import annotations

import sys


def bare() -> int:
    """A window with nothing in it."""
    from tests.benchmarks import watching

    return watching.bare()


def communique(kind: str, library: str) -> int:
    """Communiqué on a library, as the command opens it."""
    from gui.main import main  # before Qt, as the command does: PySide looks at all that is imported after it
    from tests.benchmarks import watching

    watching.watch_loop(watching.finish if kind == "filled" else watching.await_facts)
    return main(["--library", library, "--size", "1280x800"])


if __name__ == "__main__":
    sys.exit(bare() if sys.argv[1] == "bare" else communique(*sys.argv[1:]))
