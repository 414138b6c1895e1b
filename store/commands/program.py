"""The parser of the sub-commands, and how one is run."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from store.commands import across, checking, desktop, export, finding, names, taking
from store.commands.running import DONE, INTERRUPTED, REFUSED, complain
from store.errors import StoreError
from store.places import LEXICON

_MODULES = (taking, finding, names, across, export, checking, desktop)
_COMMANDS = {name: what for module in _MODULES for name, what in module.COMMANDS.items()}
_VALUED = ("--library", "--lexicon", "--screenshot", "--theme", "--size", "--article", "--search")


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
    run = next(module.run for module in _MODULES if given.command in module.COMMANDS)
    given.whole = whole
    try:
        status: int = run(given)
        sys.stdout.flush()
    except StoreError as error:
        complain(str(error))
        return REFUSED
    except BrokenPipeError:  # whoever read our output has had enough
        _drop_output()
        return DONE
    except OSError as error:  # of the output: what is read is read by the store, which says so itself
        _drop_output()
        complain(f"The output cannot be written: {(error.strerror or str(error)).lower()}.")
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

    for module in _MODULES:
        module.add(command)
    return parser
