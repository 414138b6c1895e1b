"""Prints the speed tables: ``python -m tests.benchmarks [TABLE ...] [options]``."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

TABLES = ("start", "reading", "search", "painting")
ON_DEMAND = ("library", "across", "novel", "session", "stalls", "kill")
"""Only when they are asked for: they take minutes."""


def main() -> int:
    """Run the tables asked for, all of them by default."""
    cli = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    cli.add_argument("tables", nargs="*", metavar="TABLE", help=f"of {', '.join(TABLES)}; all by default")
    cli.add_argument("--rounds", type=int, default=11, help="how often each thing is timed")
    cli.add_argument(
        "--articles", type=int, help="generated articles: 5,000 to search, 10,000 in the library or taken in"
    )
    cli.add_argument(
        "--unread", action="store_true", help="the library without readings: in a tenth of the time"
    )
    cli.add_argument("--kills", type=int, default=200, help="rounds of the kill test")
    cli.add_argument(
        "--library",
        type=Path,
        help="a library to have the session with, as a copy; to look across, one of the planted articles",
    )
    cli.add_argument(
        "--part", action="append", help="only this part of the session, see person.py; any number"
    )
    args = cli.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["COMMUNIQUE_LEXICON"] = ""  # what is measured is what ships
    tables = args.tables or TABLES
    if wrong := set(tables) - {*TABLES, *ON_DEMAND}:
        cli.error(f"no table {', '.join(sorted(wrong))}")
    if "start" in tables:
        from tests.benchmarks import start

        start.run(args.rounds)
    if "reading" in tables:
        from tests.benchmarks import reading

        reading.run(args.rounds)
    if "search" in tables:
        from tests.benchmarks import searching

        searching.run(args.rounds, args.articles or 5_000)
    if "painting" in tables:
        from tests.benchmarks import painting

        painting.run(args.rounds)
    if "library" in tables:
        from tests.benchmarks import library

        library.run(args.rounds, args.articles or 10_000, args.unread)
    if "novel" in tables:
        from tests.benchmarks import novel

        novel.run(args.articles or 10_000)
    if "across" in tables:
        from tests.benchmarks import across, planted

        planted.run(args.rounds, args.articles or 10_000, args.library)
        across.run(args.rounds, args.articles or 10_000)
    if "session" in tables:
        from tests.benchmarks import session

        session.run(args.articles or 10_000, args.library, args.unread, args.part or ())
    if "stalls" in tables:
        from tests.benchmarks import stalls

        stalls.run(args.articles or 10_000)
    if "kill" in tables:
        from tests.benchmarks import kill

        return kill.run(args.kills)
    return 0


if __name__ == "__main__":
    sys.exit(main())
