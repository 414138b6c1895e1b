"""The menu's part of exports: the dialog, the job in the background, what is told of it; and references."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from gui.words import counted
from store.model import Filter

if TYPE_CHECKING:
    from gui.exporting.dialog import ExportDialog, Scope, Wish
    from gui.window import MainWindow
    from store.exchange.material import Written

CITATIONS = {
    "article.cite_bibtex": "bibtex",
    "article.cite_ris": "ris",
    "article.cite_csl": "csl-json",
}
MOST_CITED = 2000
"""So many references at most go to the clipboard; more go to a file."""


def connect(window: MainWindow) -> None:
    """Connect what the menus have of exports."""
    window.actions_.connect_all(
        {
            "file.export": lambda: ask(window),
            "file.print": lambda: _print(window),
            "file.pdf": lambda: _save(window),
            **{name: partial(_cite, window, form) for name, form in CITATIONS.items()},
        }
    )


def update(window: MainWindow, count: int) -> None:
    """Switch the actions on and off; so many articles are selected."""
    for name in CITATIONS:
        window.actions_[name].setEnabled(count > 0)
    window.actions_["file.export"].setEnabled(not window.navigator.is_empty)


def ask(window: MainWindow, first: str = "") -> ExportDialog:
    """Ask what to export, then do it; ``first``: the name of the choice that is proposed."""
    from gui.exporting.dialog import ExportDialog

    scopes, likely = _scopes(window)
    first = first if first in {scope.name for scope in scopes} else likely
    dialog = ExportDialog(scopes, first, window.memory, window)
    dialog.accepted.connect(lambda: _begin(window, dialog.wish))
    library = window.library
    filters = {scope.name: scope.filter for scope in scopes if scope.filter is not None}

    def count() -> dict[str, int]:
        return {name: library.count(one) for name, one in filters.items()}

    window.tasks.read(count, dialog.show_counts)
    dialog.open()
    return dialog


def _scopes(window: MainWindow) -> tuple[list[Scope], str]:
    """What there is to choose from, and what is most likely meant."""
    from gui.articles.commands import chosen
    from gui.commands import described
    from gui.exporting.dialog import Scope

    found, first = [], "all"
    rows = chosen(window)
    number = max(window.articles.view.selected_count(), len(rows))
    if rows:
        heading = rows[0].heading
        one = f"&The article “{_short(heading)}”"
        text = one if number == 1 else f"&The {counted(number, 'selected article')}"
        called = heading if number == 1 else "selected articles"
        found.append(Scope("selected", text.replace("& ", "&& "), called))
        first = "selected" if number > 1 else first
    if window.shown != Filter():
        name = described(window.shown, window.sidebar.model)
        text = f"What the &list shows: {_short(name.replace('&', '&&'))}"
        found.append(Scope("listed", text, name, window.shown))
        first = first if first == "selected" else "listed"
    found.append(Scope("all", "The &whole library", window.library.path.stem, Filter()))
    return found, first


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _begin(window: MainWindow, wish: Wish) -> None:
    if wish.scope.filter is not None:
        _export(window, wish, wish.scope.filter)
        return
    from gui.articles.commands import for_chosen

    for_chosen(window, lambda ids, _heading: _export(window, wish, ids))


def _export(window: MainWindow, wish: Wish, chosen: Filter | list[int]) -> None:
    from store.exchange.material import Options

    exchange, hub = window.library.exchange, window.hub
    options = Options(bom=wish.bom)

    def done(made: Written) -> None:
        if made.cancelled:
            hub.notice.emit("The export was cancelled; no file was written.")
        elif isValid(window):
            window.banner.tell(told(wish, made), "Show in folder", partial(_show, window, wish.path))

    window.tasks.run_long(
        lambda under: exchange.export(wish.form, wish.path, chosen, options, under.tell, under),
        done,
        hub.refuse,
        name=f"Exporting {wish.path.name}",
        at_once=True,
    )


def told(wish: Wish, made: Written) -> str:
    """What an export did, in one sentence or two."""
    from store.exchange.registry import FORMS

    what = FORMS[wish.form].rows
    articles = counted(made.articles, "article")
    counts = articles if what in ("article", "reference") else f"{counted(made.rows, what)} of {articles}"
    left = "; ".join(f"{number:,} {reason}" for reason, number in made.left_out.items())
    return f"{counts} written to {wish.path.name}." + (f" Left out: {left}." if left else "")


def _show(window: MainWindow, path: Path) -> None:
    from gui.folders import open_folder

    fault = open_folder(path)
    if fault:
        window.telling.briefly(fault)


# -- paper


def _print(window: MainWindow) -> None:
    opened = window.navigator.current
    if window.reading.column.page is not None:
        from gui.across.commands import print_page

        print_page(window)
    elif opened is not None:
        from gui.exporting.paper import ask_printer

        ask_printer(opened, window)


def _save(window: MainWindow) -> None:
    opened = window.navigator.current
    if window.reading.column.page is not None:
        from gui.across.commands import save_page

        save_page(window)
    elif opened is not None:
        from gui.exporting.paper import ask_file, pdf

        file = ask_file(opened, window)
        if file is not None:
            _write(window, file, pdf(opened))


def _write(window: MainWindow, file: Path, made: bytes) -> None:
    try:
        file.write_bytes(made)
    except OSError as fault:
        window.banner.fault(f"The article cannot be written to {file}: {fault.strerror}.")
    else:
        told = f"The article was saved as {file.name}."
        window.banner.tell(told, "Show in folder", partial(_show, window, file))


# -- references


def _cite(window: MainWindow, form: str, *_: object) -> None:
    from gui.articles.commands import for_chosen

    library = window.library

    def begin(ids: list[int], _heading: str) -> None:
        window.tasks.read(lambda: library.exchange.text(form, ids[:MOST_CITED]), partial(copied, len(ids)))

    def copied(count: int, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        what = counted(min(count, MOST_CITED), "reference")
        more = f" The first of {count:,}: File > Export writes all." if count > MOST_CITED else ""
        window.telling.briefly(f"{what} copied.{more}")

    for_chosen(window, begin)
