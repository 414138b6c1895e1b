"""What is written down of a fault of ours: enough to find it, and nothing a person reads or writes."""

from __future__ import annotations

import platform
import re
import traceback
from pathlib import Path
from types import TracebackType

LONGEST = 300
"""Letters of what a fault says of itself."""

_OF_CODE = (AttributeError, NameError, ImportError, AssertionError, NotImplementedError, RecursionError)
"""What these say names parts of the program; the others may quote what was read."""

_QUOTED = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|“[^”]*”", re.DOTALL)


def trace(kind: type[BaseException], fault: BaseException, where: TracebackType | None) -> str:
    """Where it happened, with what led to it; what is quoted in between is left out."""
    parts, seen = [], set()
    current: BaseException | None = fault
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        frames = traceback.format_tb(where if current is fault else current.__traceback__)
        parts.append("".join(frames) + _said(current))
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return _without_home("\n\nwhich came of:\n".join(parts))


def same(kind: type[BaseException], where: TracebackType | None) -> str:
    """What two happenings of one fault share: its kind and the place in the program."""
    frames = traceback.extract_tb(where)
    return f"{kind.__name__} {frames[-1].filename}:{frames[-1].lineno}" if frames else kind.__name__


def versions() -> str:
    """What the program runs on."""
    from PySide6 import __version__ as pyside
    from PySide6.QtCore import qVersion
    from PySide6.QtGui import QGuiApplication

    from gui.about import version
    from store.library import FORMAT

    return (
        f"Communiqué {version() or '(from its source)'}, library format {FORMAT}\n"
        f"Python {platform.python_version()}, PySide6 {pyside}, Qt {qVersion()}\n"
        f"{platform.system()} {platform.release()} {platform.machine()}, "
        f"{QGuiApplication.platformName() or 'no screen'}"
    )


def _said(fault: BaseException) -> str:
    name, text = type(fault).__name__, str(fault)
    if not isinstance(fault, _OF_CODE):
        text = _QUOTED.sub(lambda found: f"‹{len(found[0]) - 2} letters›", text)
    return f"{name}: {text[:LONGEST]}" if text else name


def _without_home(text: str) -> str:
    try:
        home = str(Path.home())
    except RuntimeError:  # a person without a home
        return text
    return text.replace(home, "~") if len(home) > 1 else text
