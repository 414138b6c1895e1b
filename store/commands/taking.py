"""The sub-commands that take files: ``import`` into the library, ``read`` without one."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from store.commands import running
from store.commands.running import DONE, REFUSED
from store.errors import IntakeError
from store.model import ImportReport, Refusal

COMMANDS = {
    "import": "take files and folders into the library",
    "read": "say who met whom in files, without a library",
}
_ENCODING_HELP = "encoding of files that do not say theirs, such as cp1254"


def add(command: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the commands to a parser."""
    taken = command("import")
    taken.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="file or folder")
    taken.add_argument("--encoding", type=_encoding, metavar="NAME", help=_ENCODING_HELP)
    taken.add_argument("--quiet", action="store_true", help="print refusals only")
    read = command("read")
    read.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="file or folder")
    read.add_argument("--encoding", type=_encoding, metavar="NAME", help=_ENCODING_HELP)
    read.add_argument("--json", action="store_true", help="one JSON object a line for each article")
    read.add_argument(
        "--explain",
        action="store_true",
        help="with the rule, the words and their place (line:column) behind each fact",
    )


def run(given: argparse.Namespace) -> int:
    """Do what was asked; returns the exit status."""
    return _import(given) if given.command == "import" else _read(given)


def _encoding(name: str) -> str:
    from store.intake.decoding import encoding_named

    found = encoding_named(name)
    if found is None:
        raise argparse.ArgumentTypeError(f"{name!r} is no text encoding; utf-8, cp1254, cp1251 ... are")
    return found


def _import(given: argparse.Namespace) -> int:
    with running.library(given.library, create=True) as library:
        report = library.import_paths(
            given.paths, None if given.quiet else running.progress(), encoding=given.encoding
        )
        lost = sum(note.orphan for number in report.updated for note in library.annotations(number))
    _report(report, given.quiet)
    if lost and not given.quiet:
        have = "1 note on what changed has" if lost == 1 else f"{lost:,} notes on what changed have"
        print(f"{have} no place: the words are gone, or could be several. Place them again in the window.")
    return REFUSED if report.refused else DONE


def _report(report: ImportReport, quiet: bool) -> None:
    for refusal in report.refused:
        running.complain(refusal.reason)
    if not quiet:
        counts = (
            (len(report.taken), "taken in"),
            (len(report.updated), "with other words than before"),
            (len(report.skipped), "there already"),
            (len(report.noted), "note taken in" if len(report.noted) == 1 else "notes taken in"),
            (len(report.lost), "of them without a place"),
            (len(report.refused), "refused"),
        )
        print(", ".join(f"{number:,} {what}" for number, what in counts if number) or "nothing to take in")
        if report.guessed:
            names = ", ".join(report.guessed[:3]) + (" ..." if len(report.guessed) > 3 else "")
            print(
                f"{len(report.guessed):,} in an encoding that was guessed ({names}); if names look wrong,"
                " import again with --encoding NAME"
            )


def _read(given: argparse.Namespace) -> int:
    from store.export.shape import reading_to_json
    from store.intake.files import Taken, raw_file, take, walk
    from store.reading.pipeline import read_article
    from store.terminal import reading_lines

    refused: list[Refusal] = []
    for path in walk(given.paths, refused):
        try:
            for taken in take(raw_file(path, given.encoding)):
                if not isinstance(taken, Taken):
                    about = f"{path} holds notes on articles; import takes them in."
                    refused.append(taken if isinstance(taken, Refusal) else Refusal(str(path), about))
                    continue
                reading = read_article(taken.article)
                if given.json:
                    print(json.dumps(reading_to_json(taken.article, reading), ensure_ascii=False))
                else:
                    print("\n".join(reading_lines(taken.article, reading, given.explain)))
        except IntakeError as error:
            refused.append(Refusal(str(path), str(error)))
    sys.stdout.flush()
    for refusal in refused:
        running.complain(refusal.reason)
    return REFUSED if refused else DONE
