"""The sub-command ``check``: damage of the library file, and copies of it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from store.commands import running
from store.commands.running import DONE, REFUSED
from store.places import default_library

COMMANDS = {
    "check": "look through the library file for damage; mend it, or copy it",
}
_CHECK_HELP = """\
exit status: 0 nothing is wrong (any more), 1 something is. What a person wrote is never thrown away:
a damaged file is put aside under another name, and what can be read of it copied into a new one. What
the program made from the articles (readings, list, search index) is made again.
"""


def add(command: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the command to a parser."""
    check = command("check", _CHECK_HELP)
    check.add_argument("--repair", action="store_true", help="mend what can be mended")
    check.add_argument("--backup", type=Path, metavar="FILE", help="copy the whole library to a new file")


def run(given: argparse.Namespace) -> int:
    """Do what was asked; returns the exit status."""
    from store import upkeep

    path = given.library or default_library()
    if given.backup is not None:
        upkeep.back_up(path, given.backup)
        print(f"copied to {given.backup}")
        if not given.repair:
            return DONE
    tell = _stage if sys.stderr.isatty() else None
    if not given.repair:
        found = upkeep.check(path, tell)
        for finding in found:
            cure = "" if finding.cure else " (repairing does not change that)"
            print(f"{finding.sentence}{cure}")
        print("nothing is wrong" if not found else "communique check --repair mends what can be mended")
        return REFUSED if found else DONE
    mended = upkeep.repair(path, tell)
    with running.library(path):  # which makes anew what was dropped
        pass
    if mended.aside is not None:
        print(f"The damaged file was put aside as {mended.aside}.")
    for sentence in mended.done:
        print(f"mended: {sentence}")
    for sentence in mended.left:
        running.complain(sentence)
    if not (mended.done or mended.left):
        print("nothing is wrong")
    return REFUSED if mended.left else DONE


def _stage(what: str) -> None:
    print(f"\r\033[Klooking at {what}", end="\r", file=sys.stderr, flush=True)
