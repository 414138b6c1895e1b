"""The manual page, made from the parsers of the command line: ``make manual`` writes it anew.

Written in the macros of man(7), which every ``man`` reads.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator

_FILES = (
    ("$XDG_DATA_HOME/communique/library.sqlite", "the library, where no other is named"),
    ("$XDG_DATA_HOME/communique/lexicon/", "your own names and words for the reader, if there are any"),
    ("$XDG_CONFIG_HOME/communique/", "the settings of the window, and what was open"),
    ("$XDG_STATE_HOME/communique/", "the log"),
)
_ENVIRONMENT = (
    ("COMMUNIQUE_LEXICON", "another folder of your own names and words; set to nothing, there is none"),
    ("QT_SCALE_FACTOR", "how much larger everything in the window is drawn, such as 1.5"),
)
_STATUS = (
    ("0", "done, or found"),
    ("1", "refused, or nothing found"),
    ("2", "the command was misused, or there is no display for the window"),
    ("130", "interrupted"),
)


def page(window: argparse.ArgumentParser, commands: argparse.ArgumentParser) -> str:
    """The manual page.

    :param window: the parser of the program without a sub-command.
    :param commands: the parser whose sub-commands are told.
    """
    return "\n".join(_lines(window, commands)) + "\n"


def _lines(window: argparse.ArgumentParser, commands: argparse.ArgumentParser) -> Iterator[str]:
    yield '.TH COMMUNIQUE 1 "" "Communiqué" "User Commands"'
    yield from (".SH NAME", r"communique \- see who met whom in the news, with the words that say so")
    yield from (".SH SYNOPSIS", ".B communique", r"[\fIoptions\fR] [\fIFILE\fR ...]", ".br")
    yield from (".B communique", r"[\fB\-\-library\fR \fIFILE\fR] \fICOMMAND\fR ...")
    yield from (".SH DESCRIPTION", _plain(window.description or ""))
    yield ".SH OPTIONS"
    for action in window._actions:
        yield from _argument(action)
    yield ".SH COMMANDS"
    for name, parser in _subcommands(commands):
        yield from _command(name, parser)
    for heading, entries in (("EXIT STATUS", _STATUS), ("FILES", _FILES), ("ENVIRONMENT", _ENVIRONMENT)):
        yield f".SH {heading}"
        for term, told in entries:
            yield from (".TP", f".I {_plain(term)}", _sentence(told))
    yield from (".SH NOTES", "The program works on your own machine alone: it never uses the network.")


def _subcommands(parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()


def _command(name: str, parser: argparse.ArgumentParser) -> Iterator[str]:
    asked = [action for action in parser._actions if not action.option_strings]
    yield f".SS communique {_plain(name)} {' '.join(map(_operand, asked))}".rstrip()
    yield _plain(parser.description or "")
    for action in parser._actions:
        if action.dest != "help":
            yield from _argument(action)
    if parser.epilog:
        yield from (".PP", ".nf")
        yield from (_plain(line) for line in parser.epilog.splitlines())
        yield ".fi"


def _argument(action: argparse.Action) -> Iterator[str]:
    if not action.help or action.help == argparse.SUPPRESS:
        return
    value = _value(action)
    names = ", ".join(rf"\fB{_plain(name)}\fR" for name in action.option_strings)
    yield ".TP"
    yield (f"{names} {value}".rstrip() if names else value)
    choices = "" if action.metavar or not action.choices else f" ({', '.join(map(str, action.choices))})"
    yield _sentence(action.help.replace("%%", "%") + choices)


def _value(action: argparse.Action) -> str:
    if action.nargs == 0:
        return ""
    named = action.metavar or (action.dest.upper() if action.option_strings else action.dest)
    return " ".join(rf"\fI{_plain(one)}\fR" for one in ((named,) if isinstance(named, str) else named))


def _operand(action: argparse.Action) -> str:
    many = " ..." if action.nargs in ("+", "*") else ""
    return f"[{_value(action)}{many}]" if action.nargs in ("*", "?") else _value(action) + many


def _sentence(text: str) -> str:
    return _plain(text[:1].upper() + text[1:].rstrip(".") + ".")


def _plain(text: str) -> str:
    """Text that roff takes as it stands."""
    text = re.sub(r"[\\-]", lambda sign: r"\e" if sign[0] == "\\" else r"\-", text)
    return rf"\&{text}" if text[:1] in (".", "'") else text
