"""What the actions on several articles do. Light: what they need is imported when they are first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QMenu

    from gui.across.drawings.drawing import Drawing
    from gui.across.ways import Ways
    from gui.sidebar.model import Facet
    from gui.window import MainWindow
    from store.across.articles import Candidate
    from store.across.page import LinkKind, Page
    from store.model import ArticleRow

OF_ARTICLE = ("across.new", "across.compare", "across.reports")
AGAINST = ("all", "series", "pair")
OF_PAGE = ("page.copy_text", "page.copy_markdown")
OF_DRAWING = ("page.svg",)
ON_PAPER = ("file.print", "file.pdf")  # of an article, too: see ``gui.exporting``


def connect(window: MainWindow) -> None:
    """Connect the actions, and hear of the pages of a window."""
    window.reading.columns.each(
        lambda column: column.pages_made.connect(lambda pane: ways(window).join(pane))
    )
    window.reading.columns.made.connect(lambda _column: _show_new(window))
    window.actions_["view.new"].toggled.connect(lambda _on: _show_new(window))
    if window.memory.flag("what_is_new", False):
        window.painted.connect(lambda: window.actions_["view.new"].setChecked(True))
    for name in AGAINST:
        action = window.actions_[f"view.new_against.{name}"]
        action.setChecked(name == _against(window))
        action.triggered.connect(lambda _on, scope=name: _choose_against(window, scope))
    window.reading.way_asked.connect(lambda link: ways(window).follow(link))
    window.sidebar.menu_asked.connect(lambda facet, label, place: _facet_menu(window, facet, label, place))
    window.actions_.connect_all(
        {
            "across.series": lambda: _open(window, "series"),
            "across.pairs": lambda: _open(window, "pair"),
            "across.network": lambda: _draw(window, "network"),
            "across.person": lambda: _find(window),
            "across.timeline": lambda: _draw(window, "timeline"),
            "across.calendar": lambda: _draw(window, "calendar"),
            "across.new": lambda: _of_article(window, "new"),
            "across.reports": lambda: _of_article(window, "reports"),
            "across.compare": lambda: _compare(window),
            "page.copy_text": lambda: _copy(window, "text"),
            "page.copy_markdown": lambda: _copy(window, "markdown"),
            "page.svg": lambda: _save_svg(window),
            "page.as_text": lambda: _as_text(window),
        }
    )


def update(window: MainWindow) -> None:
    """Switch the actions on and off."""
    for name in OF_ARTICLE:
        window.actions_[name].setEnabled(window.navigator.current is not None)
    there = _page(window) is not None
    for name in OF_PAGE:
        window.actions_[name].setEnabled(there)
    drawn = _drawing(window)
    for name in OF_DRAWING:
        window.actions_[name].setEnabled(drawn is not None)
    pane = window.reading.column.page
    on_paper = there or (pane is None and window.navigator.current is not None)
    for name in ON_PAPER:
        window.actions_[name].setEnabled(on_paper)
    as_text = window.actions_["page.as_text"]
    as_text.setEnabled(pane is not None and pane.has_drawing)
    as_text.setChecked(pane is not None and pane.as_text)


def ways(window: MainWindow) -> Ways:
    """What follows links in a window."""
    from gui.across.ways import Ways

    return window.findChild(Ways) or Ways(window)


def _facet_menu(window: MainWindow, facet: Facet, label: str, place: QPoint) -> None:
    from PySide6.QtCore import Qt

    menu = facet_menu(window, facet, label)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)


def facet_menu(window: MainWindow, facet: Facet, label: str) -> QMenu:
    """What can be done with a person, a country or an occasion among the filters."""
    from PySide6.QtWidgets import QMenu

    from gui.across import offers

    menu = QMenu(window)
    menu.addAction("&Only articles of this", lambda: window.show_facet(facet.field, facet.key))
    offer = {
        "person": offers.of_person(label, facet.key),
        "country": offers.of_country(label, facet.key),
        "occasion": offers.of_occasion(facet.key),
    }
    if facet.field in offer:
        text, link = offer[facet.field]
        menu.addAction(text, lambda: ways(window).follow(link))
        menu.addAction("The same in a new &tab", lambda: ways(window).follow(link, apart=True))
    if facet.field in ("person", "country"):
        from gui.across.drawings import selection

        chosen = selection.of_facet(facet.field, facet.key)
        menu.addAction("T&imeline", lambda: ways(window).follow(selection.link_to("timeline", chosen)))
        menu.addAction("&Calendar", lambda: ways(window).follow(selection.link_to("calendar", chosen)))
        menu.addAction("&Who met whom", lambda: ways(window).follow(selection.link_to("network", chosen)))
    return menu


def _open(window: MainWindow, kind: LinkKind, key: str = "") -> None:
    from store.across.page import Link

    ways(window).follow(Link(kind, key))


def _against(window: MainWindow) -> str:
    """Against which earlier articles a person wants to see what is new."""
    kept = window.memory.text("what_is_new_against", "all")
    return kept if kept in AGAINST else "all"


def _choose_against(window: MainWindow, scope: str) -> None:
    if window.session.keeps:
        window.memory.keep("what_is_new_against", scope)
    for column in window.reading.columns.every:
        made = column.findChild(QObject, "novelties")
        if made is not None:
            made.set_against(scope)  # type: ignore[attr-defined]
    window.actions_["view.new"].setChecked(True)


def _show_new(window: MainWindow) -> None:
    """Show what is new on the words of every article in view, or the marks again."""
    action = window.actions_["view.new"]
    on = action.isChecked()
    if window.session.keeps:
        window.memory.keep("what_is_new", on)
    for column in window.reading.columns.every:
        made = column.findChild(QObject, "novelties")
        if made is None and on:
            from gui.across.novelties import Novelties

            made = Novelties(window.theme, window.desk, column)
            made.setObjectName("novelties")
            chosen = next(it for it in AGAINST if window.actions_[f"view.new_against.{it}"].isChecked())
            made.set_against(chosen)
            made.bar.offer(window.actions_[f"view.new_against.{it}"] for it in AGAINST)
            made.link_asked.connect(lambda link: ways(window).follow(link))
            made.left.connect(lambda: action.setChecked(False))
        if made is not None:
            made.set_on(on)  # type: ignore[attr-defined]


def _find(window: MainWindow) -> None:
    from gui.moving import palette_of

    palette_of(window).open_with(":")


def _draw(window: MainWindow, kind: LinkKind) -> None:
    """Draw what the open page is of, else the articles in the list."""
    from gui.across.drawings import selection

    ways(window).follow(selection.link_to(kind, selection.of_window(window)))


def _of_article(window: MainWindow, kind: LinkKind) -> None:
    """Open a page on the open article."""
    current = window.navigator.current
    if current is not None:
        _open(window, kind, str(current.row.id))


def _compare(window: MainWindow) -> None:
    """Compare the two articles that are chosen; else offer what the open one may be compared with."""
    view, current = window.articles.view, window.navigator.current
    rows = view.selected_rows(3)
    if view.selected_count() == 2 and len(rows) == 2:
        _compare_two(window, (rows[0].date, rows[0].id), (rows[1].date, rows[1].id))
    elif current is not None:
        number, library = current.row.id, window.library
        window.tasks.read(
            lambda: library.across.candidates_of(number),
            lambda found: _offer(window, current.row, found),
            key=("compare", id(window)),
        )


def _offer(window: MainWindow, row: ArticleRow, found: tuple[Candidate, ...]) -> None:
    from gui.across.choosing import ChoosingDialog

    dates = {one.article: one.date for one in found}
    dialog = ChoosingDialog(row.heading, found, window)
    dialog.chosen.connect(lambda number: _compare_two(window, (dates[number], number), (row.date, row.id)))
    dialog.open()


def _compare_two(window: MainWindow, *two: tuple[str | None, int]) -> None:
    """The earlier one first."""
    first, second = (number for _, number in sorted(two, key=lambda one: (one[0] or "", one[1])))
    _open(window, "compare", f"{first}+{second}")


def _page(window: MainWindow) -> Page | None:
    """The page in view, once it is read."""
    pane = window.reading.column.page
    return pane.page_shown if pane is not None and not pane.is_reading else None


def _drawing(window: MainWindow) -> Drawing | None:
    """The drawing in view, once it is read."""
    pane = window.reading.column.page
    return pane.drawing if pane is not None and not pane.is_reading else None


def _zoom(window: MainWindow) -> float:
    pane = window.reading.column.page
    return pane.frame.canvas.zoom if pane is not None and pane.frame is not None else 1.0


def _as_text(window: MainWindow) -> None:
    """Show drawings as text, or draw them again."""
    pane = window.reading.column.page
    if pane is not None:
        pane.set_as_text(not pane.as_text)


def _copy(window: MainWindow, form: str) -> None:
    from PySide6.QtGui import QGuiApplication

    from gui.across.copying import as_markdown, as_text

    page = _page(window)
    if page is not None:
        QGuiApplication.clipboard().setText(as_markdown(page) if form == "markdown" else as_text(page))
        window.telling.briefly("The page was copied.")


def print_page(window: MainWindow) -> None:
    """Print the page that is open, or its drawing."""
    from gui.across.printing import ask_printer

    page, drawing = _page(window), _drawing(window)
    if drawing is not None:
        from gui.across.drawings import saving

        saving.ask_printer(drawing, _zoom(window), window)
    elif page is not None:
        ask_printer(page, window)


def save_page(window: MainWindow) -> None:
    """Write the page that is open, or its drawing, into a PDF file."""
    from gui.across.printing import ask_file, pdf

    page, drawing = _page(window), _drawing(window)
    file = ask_file(page, window) if page is not None else None
    if page is None or file is None:
        return
    if drawing is not None:
        from gui.across.drawings import saving

        _write(window, file, saving.pdf(drawing, _zoom(window)), "drawing")
    else:
        _write(window, file, pdf(page), "page")


def _save_svg(window: MainWindow) -> None:
    from gui.across.drawings import saving

    drawing = _drawing(window)
    file = saving.ask_svg(drawing, window) if drawing is not None else None
    if drawing is not None and file is not None:
        _write(window, file, saving.svg(drawing, _zoom(window)), "drawing")


def _write(window: MainWindow, file: Path, made: bytes, what: str) -> None:
    try:
        file.write_bytes(made)
    except OSError as fault:
        window.banner.fault(f"The {what} cannot be written to {file}: {fault.strerror}.")
    else:
        window.telling.briefly(f"The {what} was saved as {file.name}.")
