"""Which drawings there are, and what reads each. Readers run off the GUI thread, imported when used."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from store.across.page import Link

if TYPE_CHECKING:
    from gui.across.drawings.drawing import Drawing
    from store.library import Library

Reader = Callable[["Library", Link], "Drawing | None"]


def _network(library: Library, link: Link) -> Drawing | None:
    from gui.across.drawings.network_reading import read as read_network

    return read_network(library, link)


def _timeline(library: Library, link: Link) -> Drawing | None:
    from gui.across.drawings import timeline

    return timeline.read(library, link)


def _calendar(library: Library, link: Link) -> Drawing | None:
    from gui.across.drawings import calendar

    return calendar.read(library, link)


READERS: dict[str, Reader] = {"timeline": _timeline, "calendar": _calendar, "network": _network}
"""By kind of link."""

CALLED: dict[str, str] = {"timeline": "Timeline", "calendar": "Calendar", "network": "Who met whom"}
"""What a drawing is called before it was read."""


def read(library: Library, link: Link) -> Drawing | None:
    """The drawing that a link leads to, where there is one."""
    reader = READERS.get(link.kind)
    return reader(library, link) if reader is not None else None
