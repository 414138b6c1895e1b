"""The command ``export``: the library, or what a query finds, in a file for another program."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from store.commands import running
from store.commands.running import DONE, REFUSED
from store.model import Filter

if TYPE_CHECKING:
    from store.exchange.material import Written
    from store.importing import Progress
    from store.library import Library

COMMANDS = {"export": "write the library, or what a query finds, to a file for another program"}


def add(command: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the command to a parser."""
    from store.exchange.registry import FORMS  # which the window does not need: it starts without

    wide = max(map(len, FORMS))
    formats = "\n".join(f"  {form.name:<{wide}}  {form.holds}" for form in FORMS.values())
    export = command("export", f"formats:\n{formats}\n\nWithout QUERY it is the whole library.")
    export.add_argument("query", nargs="*", metavar="QUERY", help="which articles, as search finds them")
    export.add_argument(
        "--format", default="json", choices=tuple(FORMS), metavar="F", help="which format, see below (json)"
    )
    export.add_argument("-o", "--output", type=Path, metavar="FILE", help="where to; else standard output")
    export.add_argument(
        "--no-bom", action="store_true", help="table files begin without the mark that they are UTF-8"
    )


def run(given: argparse.Namespace) -> int:
    """Do what was asked; returns the exit status."""
    with running.library(given.library) as library:
        return DONE if _written(library, given, running.progress()) else REFUSED


def _written(library: Library, given: argparse.Namespace, progress: Progress | None) -> bool:
    """Do what was asked; what is told of it goes to standard error. Whether there was anything to write."""
    query = " ".join(given.query)
    chosen = Filter(query=query) if query.strip() else None
    if "not understood" in (explained := library.explain_query(query)):
        print(explained, file=sys.stderr)
    if chosen is not None and not library.count(chosen, 1):
        print("nothing found", file=sys.stderr)
        return False
    from store.exchange.material import Options

    options = Options(bom=given.output is not None and not given.no_bom)
    if given.output is None:
        made = library.exchange.write(given.format, sys.stdout, chosen, options)
    else:
        made = library.exchange.export(given.format, given.output, chosen, options, progress)
        print(f"{', '.join(_counts(given.format, made))} written to {given.output}", file=sys.stderr)
    for reason, number in made.left_out.items():
        print(f"left out: {number:,} {reason}", file=sys.stderr)
    return True


def _counts(form: str, made: Written) -> list[str]:
    from store.exchange.registry import FORMS

    what = FORMS[form].rows
    counts = [(made.articles, "article")] + ([(made.rows, what)] if what != "article" else [])
    return [f"{number:,} {one}{'' if number == 1 else 's'}" for number, one in counts]
