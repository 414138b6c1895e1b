"""The sub-commands that make the program at home on a desktop and in a shell: ``desktop``, ``completion``."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

from store.commands.running import DONE

COMMANDS = {
    "desktop": "put Communiqué into the menu of your desktop, or take it out",
    "completion": "print the completion of this command for a shell",
}
SHELLS = ("bash", "zsh", "tcsh")
_DESKTOP_HELP = """\
install writes the menu entry, the icon, the type of library files, the manual page and the completion
for bash and zsh below your data folder (XDG_DATA_HOME, usually ~/.local/share); remove takes all of it
away again.
"""
_COMPLETION_HELP = """\
bash:  communique completion bash > ~/.local/share/bash-completion/completions/communique
zsh:   communique completion zsh > a folder of $fpath, as _communique
tcsh:  communique completion tcsh > FILE, and source FILE in ~/.tcshrc
"""

Command = Callable[..., argparse.ArgumentParser]


def add(command: Command) -> None:
    """Add the parsers of these commands."""
    asked = command("desktop", _DESKTOP_HELP)
    asked.add_argument("what", choices=("install", "remove"), help="which of the two")
    completion = command("completion", _COMPLETION_HELP)
    completion.add_argument("shell", choices=SHELLS, help="for which shell")


def run(given: argparse.Namespace) -> int:
    """Do what was asked; returns the exit status."""
    for line in _lines(given, given.whole()):
        print(line)
    return DONE


def _lines(given: argparse.Namespace, whole: argparse.ArgumentParser) -> Iterator[str]:
    """Do what was asked and say what was done.

    :param whole: the parser of the whole command, which a shell completes.
    """
    if given.command == "completion":
        yield completion_for(given.shell, whole)
        return
    from store import desktop  # which the window does not need: it starts without

    home = desktop.data_home()
    if given.what == "install":
        made = desktop.install(home, desktop.own_command(), lambda shell: completion_for(shell, whole))
        yield from map(str, made)
    else:
        gone = desktop.remove(home)
        yield from (f"removed {path}" for path in gone)
        if not gone:
            yield "nothing of it was there"


def completion_for(shell: str, whole: argparse.ArgumentParser) -> str:
    """The script that completes the command in a shell: its commands, options, choices and files."""
    import shtab

    _take_files(whole, shtab.FILE)
    return str(shtab.complete(whole, shell)).rstrip("\n") + "\n"


def _take_files(parser: argparse.ArgumentParser, kind: object) -> None:
    """Say of every argument that is a path that files complete it."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for each in action.choices.values():
                _take_files(each, kind)
        elif action.type is Path or action.dest == "lexicon":
            action.complete = kind  # type: ignore[attr-defined]
