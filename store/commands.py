"""The sub-commands of ``communique``: they need no screen and never import Qt.

Data goes to standard output, messages to standard error. Exit status: 0 done or found, 1 refused or
nothing found, 2 misuse, 130 interrupted.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from store import commands_across, commands_desktop, commands_export, finding, query_help
from store.errors import IntakeError, LibraryError, StoreError
from store.model import ArticleRow, ImportReport, Refusal
from store.places import LEXICON, default_library, is_there

if TYPE_CHECKING:
    from store.importing import Progress
    from store.library import Library

DONE, REFUSED, INTERRUPTED = 0, 1, 130

_COMMANDS = {
    "import": "take files and folders into the library",
    "read": "say who met whom in files, without a library",
    "search": "find articles of the library, as the search box does",
    "people": "the people of the library, and names that may be one person's",
    "occasions": "the occasions of the library, and wordings that may be one occasion's",
    **commands_across.COMMANDS,
    **commands_export.COMMANDS,
    "check": "look through the library file for damage; mend it, or copy it",
    **commands_desktop.COMMANDS,
}
_VALUED = ("--library", "--lexicon", "--screenshot", "--theme", "--size", "--article", "--search")
_ENCODING_HELP = "encoding of files that do not say theirs, such as cp1254"
_MINUS = "a query that begins with - comes after --:  communique search -- -draft"
_CHECK_HELP = """\
exit status: 0 nothing is wrong (any more), 1 something is. What a person wrote is never thrown away:
a damaged file is put aside under another name, and what can be read of it copied into a new one. What
the program made from the articles (readings, list, search index) is made again.
"""


_OCCASIONS_HELP = """\
An occasion has one name in its list however it was worded, as far as you say so; session numbers, dates and
places are told of all wordings together. What is said to be two occasions is never joined.
"""
_PEOPLE_HELP = """\
What you say with --same and --different holds for articles to come, too; the latest word on two names is
followed. What is said to be two people is never joined, not even by way of a third name.
"""


def named_in(arguments: Sequence[str]) -> str | None:
    """The sub-command that the arguments name, if any; options with values may come before it."""
    rest = iter(arguments)
    for argument in rest:
        if argument in _VALUED:
            next(rest, None)
        elif not argument.startswith("-"):
            return argument if argument in _COMMANDS else None
        elif argument == "--":
            return None
    return None


def overview() -> str:
    """The commands and what they do, for the help text."""
    lines = [f"  communique {name:<10} {what}" for name, what in _COMMANDS.items()]
    return "\n".join(("commands:", *lines, "", "communique COMMAND --help says more of each"))


def version() -> str:
    """The installed version."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    with suppress(PackageNotFoundError):
        return f"communique {installed('communique')}"
    return "communique (not installed)"


class _OwnLexicon(argparse.Action):
    """Names the folder for this program and those that it starts."""

    def __call__(self, _: argparse.ArgumentParser, given: object, folder: object, *__: object) -> None:
        os.environ[LEXICON] = str(folder)


class _Version(argparse.Action):
    """Looks the version up only when it is asked for: that is slow."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        print(version())
        parser.exit()


def add_common(parser: argparse.ArgumentParser) -> None:
    """The options that the window and the commands share."""
    parser.add_argument(
        "--library",
        type=Path,
        metavar="FILE",
        help="another library file than the one in your data folder",
    )
    parser.add_argument(
        "--lexicon",
        action=_OwnLexicon,
        metavar="FOLDER",
        help="another folder of your own names and words than the one in your data folder",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and end")


def main(arguments: Sequence[str], whole: Callable[[], argparse.ArgumentParser]) -> int:
    """Run a sub-command; returns the exit status.

    :param whole: the parser of the whole program, which a shell completes.
    """
    given = command_parser().parse_args(arguments)
    _prepare_output()
    runs = {
        "import": _import,
        "read": _read,
        "search": _search,
        "people": _names,
        "occasions": _names,
        **dict.fromkeys(commands_across.COMMANDS, _across),
        "export": _export,
        "check": _check,
        **dict.fromkeys(commands_desktop.COMMANDS, _desktop),
    }
    given.whole = whole
    try:
        status = runs[given.command](given)
        sys.stdout.flush()
    except StoreError as error:
        _complain(str(error))
        return REFUSED
    except BrokenPipeError:  # whoever read our output has had enough
        _drop_output()
        return DONE
    except OSError as error:  # of the output: what is read is read by the store, which says so itself
        _drop_output()
        _complain(f"The output cannot be written: {(error.strerror or str(error)).lower()}.")
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _prepare_output() -> None:
    if sys.stdout is None:  # closed by whoever started us
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - stays open to the end
    elif isinstance(sys.stdout, io.TextIOWrapper):
        # Names of every alphabet, whatever the terminal's; and JSON is UTF-8 by definition.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


def _drop_output() -> None:
    """What is still to be written goes nowhere, so that the interpreter does not complain at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def command_parser() -> argparse.ArgumentParser:
    """What the sub-commands take."""
    parser = argparse.ArgumentParser(
        prog="communique", description="Communiqué without a window.", allow_abbrev=False
    )
    add_common(parser)
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--library", type=Path, metavar="FILE", default=argparse.SUPPRESS, help="library file"
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, epilog: str | None = None) -> argparse.ArgumentParser:
        return commands.add_parser(
            name,
            parents=[shared],
            help=_COMMANDS[name],
            description=_COMMANDS[name].capitalize() + ".",
            epilog=epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )

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
    search = command("search", f"a query is made of:\n{query_help.as_text()}\n\n{_MINUS}")
    search.add_argument("query", nargs="+", metavar="QUERY", help="what to find")
    search.add_argument("--json", action="store_true", help="one JSON object a line for each article")
    finding.add_order(search)
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
    commands_across.add(command)
    commands_export.add(command)
    check = command("check", _CHECK_HELP)
    check.add_argument("--repair", action="store_true", help="mend what can be mended")
    check.add_argument("--backup", type=Path, metavar="FILE", help="copy the whole library to a new file")
    commands_desktop.add(command)
    return parser


def _encoding(name: str) -> str:
    from store.intake.decoding import encoding_named

    found = encoding_named(name)
    if found is None:
        raise argparse.ArgumentTypeError(f"{name!r} is no text encoding; utf-8, cp1254, cp1251 ... are")
    return found


def _complain(sentence: str) -> None:
    print(f"communique: {sentence}", file=sys.stderr)


@contextmanager
def _library(path: Path | None, *, create: bool = False) -> Iterator[Library]:
    """The library to work on. A first use of the default one brings the sample articles along."""
    from store.library import Library

    place = path or default_library()
    first = not is_there(place)
    if first and path is not None and not create:
        raise LibraryError(f"There is no library {place}.")
    library = Library.open(place)
    try:
        if first and not create:
            library.import_samples()
        library.reread(_progress())
        yield library
    finally:
        library.close()


def _import(given: argparse.Namespace) -> int:
    with _library(given.library, create=True) as library:
        report = library.import_paths(
            given.paths, None if given.quiet else _progress(), encoding=given.encoding
        )
        lost = sum(note.orphan for number in report.updated for note in library.annotations(number))
    _report(report, given.quiet)
    if lost and not given.quiet:
        have = "1 note on what changed has" if lost == 1 else f"{lost:,} notes on what changed have"
        print(f"{have} no place: the words are gone, or could be several. Place them again in the window.")
    return REFUSED if report.refused else DONE


def _progress() -> Progress | None:
    if not sys.stderr.isatty():
        return None

    def tell(done: int, total: int, name: str) -> None:
        end = "\n" if done == total else ""
        print(f"\r\033[K{done:,} of {total:,} {Path(name).name[:50]}", end=end, file=sys.stderr, flush=True)

    return tell


def _report(report: ImportReport, quiet: bool) -> None:
    for refusal in report.refused:
        _complain(refusal.reason)
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
        _complain(refusal.reason)
    return REFUSED if refused else DONE


def _search(given: argparse.Namespace) -> int:
    from store.query_fields import unknown_field
    from store.terminal import found_lines

    query = " ".join(given.query)
    unknown = unknown_field(query)
    if unknown is not None:
        print(f"{unknown.told()} It is searched for as words.", file=sys.stderr)
    found = False
    with _library(given.library) as library:
        for row in finding.found(library, query, given.sort, reverse=given.reverse):
            found = True
            if given.json:
                print(json.dumps(_found_json(library, row, query), ensure_ascii=False))
            else:
                print("\n".join(found_lines(row)))
        explained = library.explain_query(query)
    if "not understood" in explained:
        print(explained, file=sys.stderr)
    if not found:
        print("nothing found", file=sys.stderr)
    return DONE if found else REFUSED


def _found_json(library: Library, row: ArticleRow, query: str) -> dict[str, object]:
    return {
        "id": row.key,
        "number": row.id,
        "date": row.date,
        "heading": row.heading,
        "outlet": row.outlet,
        "countries": list(row.countries),
        "snippet": row.snippet,
        "snippet_hits": [list(span) for span in row.hits],
        "hits": [list(span) for span in library.hits(row.id, query)],
    }


def _names(given: argparse.Namespace) -> int:
    from store import terminal_names

    terminal_names.check(given)
    found = False
    with _library(given.library) as library:
        names = library.people if given.command == "people" else library.occasions
        for line in terminal_names.run(names, given):
            found = True
            print(line)
    if not found:
        told = "no names are alike" if given.proposals else f"{names.nothing} found"
        print("nothing was said so far" if given.said else told, file=sys.stderr)
    return DONE if found else REFUSED


def _across(given: argparse.Namespace) -> int:
    found = False
    with _library(given.library) as library:
        for line in commands_across.run(library, given):
            found = True
            print(line)
    if not found:
        print(commands_across.refusal(given), file=sys.stderr)
    return DONE if found else REFUSED


def _desktop(given: argparse.Namespace) -> int:
    for line in commands_desktop.run(given, given.whole()):
        print(line)
    return DONE


def _export(given: argparse.Namespace) -> int:
    with _library(given.library) as library:
        return DONE if commands_export.run(library, given, _progress()) else REFUSED


def _check(given: argparse.Namespace) -> int:
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
    with _library(path):  # which makes anew what was dropped
        pass
    if mended.aside is not None:
        print(f"The damaged file was put aside as {mended.aside}.")
    for sentence in mended.done:
        print(f"mended: {sentence}")
    for sentence in mended.left:
        _complain(sentence)
    if not (mended.done or mended.left):
        print("nothing is wrong")
    return REFUSED if mended.left else DONE


def _stage(what: str) -> None:
    print(f"\r\033[Klooking at {what}", end="\r", file=sys.stderr, flush=True)
