"""Writes the manual page anew: ``python -m tests.packaging.manual FILE``."""

from __future__ import annotations

import sys
from pathlib import Path

from gui.main import window_parser
from store import manual
from store.commands.program import command_parser


def written() -> str:
    """The page as the parsers are now."""
    return manual.page(window_parser(), command_parser())


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(written(), "utf-8", newline="\n")
