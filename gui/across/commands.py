"""What the actions on several articles do. Light: what they need is imported when they are first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gui.across.ways import Ways
    from gui.window import MainWindow
    from store.across.page import LinkKind, Page

OF_PAGE = ("page.copy_text", "page.copy_markdown", "page.print", "page.pdf")


def connect(window: MainWindow) -> None:
    """Connect the actions, and hear of the pages of a window."""
    window.reading.columns.each(
        lambda column: column.pages_made.connect(lambda pane: ways(window).join(pane))
    )
    window.actions_.connect_all(
        {
            "across.series": lambda: _open(window, "series"),
            "page.copy_text": lambda: _copy(window, "text"),
            "page.copy_markdown": lambda: _copy(window, "markdown"),
            "page.print": lambda: _print(window),
            "page.pdf": lambda: _save(window),
        }
    )


def update(window: MainWindow) -> None:
    """Switch the actions on and off."""
    there = _page(window) is not None
    for name in OF_PAGE:
        window.actions_[name].setEnabled(there)


def ways(window: MainWindow) -> Ways:
    """What follows links in a window."""
    from gui.across.ways import Ways

    return window.findChild(Ways) or Ways(window)


def _open(window: MainWindow, kind: LinkKind, key: str = "") -> None:
    from store.across.page import Link

    ways(window).follow(Link(kind, key))


def _page(window: MainWindow) -> Page | None:
    """The page in view, once it is read."""
    pane = window.reading.column.page
    return pane.view.page_shown if pane is not None and not pane.is_reading else None


def _copy(window: MainWindow, form: str) -> None:
    from PySide6.QtGui import QGuiApplication

    from gui.across.copying import as_markdown, as_text

    page = _page(window)
    if page is not None:
        QGuiApplication.clipboard().setText(as_markdown(page) if form == "markdown" else as_text(page))
        window.telling.briefly("The page was copied.")


def _print(window: MainWindow) -> None:
    from gui.across.printing import ask_printer

    page = _page(window)
    if page is not None:
        ask_printer(page, window)


def _save(window: MainWindow) -> None:
    from gui.across.printing import ask_file, write_pdf

    page = _page(window)
    file = ask_file(page, window) if page is not None else None
    if page is None or file is None:
        return
    try:
        write_pdf(page, file)
    except OSError as fault:
        window.banner.fault(f"The page cannot be written to {file}: {fault.strerror}.")
    else:
        window.telling.briefly(f"The page was saved as {file.name}.")
