"""The sub-commands ``people`` and ``occasions``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from store.commands import running
from store.commands.running import DONE, REFUSED

COMMANDS = {
    "people": "the people of the library, and names that may be one person's",
    "occasions": "the occasions of the library, and wordings that may be one occasion's",
}
_OCCASIONS_HELP = """\
An occasion has one name in its list however it was worded, as far as you say so; session numbers, dates and
places are told of all wordings together. What is said to be two occasions is never joined.
"""
_PEOPLE_HELP = """\
What you say with --same and --different holds for articles to come, too; the latest word on two names is
followed. What is said to be two people is never joined, not even by way of a third name.
"""


def add(command: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the commands to a parser."""
    for kind, one, two in (("people", "one person's", "two people's"), ("occasions", "one's", "two's")):
        names = command(kind, _PEOPLE_HELP if kind == "people" else _OCCASIONS_HELP)
        names.add_argument(
            "name", nargs="*", metavar="NAME", help="which to tell of; without it, all are listed"
        )
        names.add_argument("--json", action="store_true", help="one JSON object a line")
        asked = names.add_mutually_exclusive_group()
        asked.add_argument("--proposals", action="store_true", help=f"names that may be {one}")
        asked.add_argument("--said", action="store_true", help="what was said of names so far")
        asked.add_argument("--same", nargs=2, metavar=("A", "B"), help=f"two names are {one}")
        asked.add_argument("--different", nargs=2, metavar=("A", "B"), help=f"two names are {two}")


def run(given: argparse.Namespace) -> int:
    """Do what was asked; returns the exit status."""
    from store.commands import names_told

    names_told.check(given)
    found = False
    with running.library(given.library) as library:
        names = library.people if given.command == "people" else library.occasions
        for line in names_told.run(names, given):
            found = True
            print(line)
    if not found:
        told = "no names are alike" if given.proposals else f"{names.nothing} found"
        print("nothing was said so far" if given.said else told, file=sys.stderr)
    return DONE if found else REFUSED
