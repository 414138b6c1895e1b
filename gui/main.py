"""The one command, ``communique``: the window alone, or a sub-command that never imports Qt."""

from __future__ import annotations

import argparse
import builtins
import gc
import os
import re
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from gui.options import Options
from store.commands import program
from store.places import default_library

NO_DISPLAY = 2
_NEEDS_SCREEN = ("", "xcb", "wayland", "wayland-egl")
_IMPORT = builtins.__import__
"""As it was before Qt, to be put back after it: that of PySide reads the source of every module that comes,
to see whether it wants snake_case names for what is Qt's. None here does.

Looking costs the start 62 of 1,600 million instructions (a window with nothing in it takes 659). The danger:
a module that asks for such names (``from __feature__ import``) would not get them, here and in what is
imported from here on. A test holds that the window starts with Python's own.
"""

_DESCRIPTION = (
    "A reader for news of who met whom. Alone it opens the window; the commands below work without a screen."
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if program.named_in(arguments):
        return program.main(arguments, whole_parser)
    options = parse(arguments)
    if not has_screen(os.environ, sys.platform):
        print(
            "communique: there is no display to open the window on; "
            "the commands import, read, search and export work without one.",
            file=sys.stderr,
        )
        return NO_DISPLAY
    # Thousands of types and functions are made until the first screen is painted, and none is garbage:
    # looking through them again and again would take a sixth of the start. The window switches it on.
    gc.disable()
    try:
        return _open_window(options)
    finally:
        gc.enable()


def _open_window(options: Options) -> int:
    try:
        import PySide6.QtCore  # noqa: F401 - which puts an import function of its own in place

        builtins.__import__ = _IMPORT
        from gui.app import run
    except ImportError:
        from gui import doctor

        lacking = doctor.find_missing(os.environ)
        if not lacking:
            raise
        print(f"communique: {doctor.advice(lacking)}", file=sys.stderr)
        return NO_DISPLAY
    return run(options)


def has_screen(environ: Mapping[str, str], platform: str) -> bool:
    """Whether Qt would find somewhere to draw."""
    if not platform.startswith("linux"):
        return True
    asked = [part.partition(":")[0] for part in environ.get("QT_QPA_PLATFORM", "").split(";")]
    if any(name not in _NEEDS_SCREEN for name in asked):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def parse(arguments: Sequence[str]) -> Options:
    """The window's options; ends the program on ``--help``, ``--version`` and misuse, as argparse does."""
    given = window_parser().parse_args(arguments)
    return Options(
        library=given.library or default_library(),
        screenshot=given.screenshot,
        theme=given.theme,
        size=given.size,
        article=given.article,
        search=given.search,
        steps=tuple(given.steps or ()),
        files=tuple(given.files),
        default_library=given.library is None,
        safe=given.safe_mode,
    )


def window_parser() -> argparse.ArgumentParser:
    """What the program takes without a sub-command."""
    parser = argparse.ArgumentParser(
        prog="communique",
        description=_DESCRIPTION,
        epilog=program.overview(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
        usage="communique [options] [FILE ...]\n       communique [--library FILE] COMMAND ...",
    )
    program.add_common(parser)
    _add_options(parser)
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="articles or folders to take into the library"
    )
    return parser


def whole_parser() -> argparse.ArgumentParser:
    """The options of the window and the sub-commands together, as a shell completes them."""
    parser = program.command_parser()
    _add_options(parser)
    return parser


def _add_options(parser: argparse.ArgumentParser) -> None:
    """The options of the window alone."""
    parser.add_argument(
        "--screenshot", type=Path, metavar="FILE", help="write the first screen to a picture and end"
    )
    parser.add_argument("--theme", choices=("light", "dark", "system"), default="system", help="colours")
    parser.add_argument("--size", type=_size, metavar="WxH", help="size of the window, such as 1280x800")
    parser.add_argument("--article", metavar="ID", help="article to open: its file's stem or its number")
    parser.add_argument("--search", metavar="QUERY", default="", help="what to put into the search box")
    parser.add_argument(
        "--safe-mode",
        action="store_true",
        help="leave your settings, own words and what was open aside, for once",
    )
    for name, (metavar, told) in _STEPS.items():
        parser.add_argument(
            f"--{name}", dest="steps", action="append", type=partial(_step, name), metavar=metavar, help=told
        )


_STEPS = {
    "select": ("WORDS", "before the picture: select these words of the article"),
    "do": ("ACTION", "before the picture: start an action, such as help.shortcuts; any number, in order"),
    "type": ("TEXT", "before the picture: type a text where the keyboard is"),
    "press": ("KEYS", "before the picture: press keys there, such as Ctrl+Down"),
}


def _step(name: str, text: str) -> tuple[str, str]:
    return name, text


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{2,5})[x×](\d{2,5})", text.lower())
    if not found:
        raise argparse.ArgumentTypeError(f"{text!r} is no size; write it as 1280x800")
    return int(found[1]), int(found[2])


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()  # an import on several cores starts this very file again
    sys.exit(main())
