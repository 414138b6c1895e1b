"""Moving about the window by keys: from pane to pane, to the list, and Esc, which goes one step back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from gui.tips import Tips

if TYPE_CHECKING:
    from gui.palette.finder import PaletteFinder
    from gui.window import MainWindow


def connect(window: MainWindow) -> None:
    """Connect the actions that move the keyboard, and Esc."""
    window.actions_.connect_all(
        {
            "go.palette": lambda: palette_of(window).toggle(),
            "go.list": lambda: window.articles.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "go.next_pane": lambda: _next_pane(window, 1),
            "go.previous_pane": lambda: _next_pane(window, -1),
        }
    )
    window.installEventFilter(_Esc(window))
    Tips(window)
    window.painted.connect(lambda: _use_letters(window))
    window.actions_.rekeyed.connect(lambda: _use_letters(window))


def _use_letters(window: MainWindow) -> None:
    """Letters that are keys of the facts alone go with those of the menus."""
    if window.has_begun:
        window.reading.facts.canvas.letters = window.actions_.single_letters


def step_back(window: MainWindow) -> bool:
    """One step towards a window where nothing is open but the list has the keyboard; whether there was one.

    What is open where the keyboard is comes first: a field is emptied, the words that were chosen or found in
    the article are let go, the focus on a person ends. Then the keyboard goes to the list. There, what is
    still open elsewhere is closed.
    """
    return any(step(window) for step in (_empty_field, _close_in_article, _go_to_list, _close_elsewhere))


class _Esc(QObject):
    """Hears Esc where no pane had a use for it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return event.key() == Qt.Key.Key_Escape and not event.modifiers() and step_back(self._window)


def _empty_field(window: MainWindow) -> bool:
    """A field that finds something within its pane shows all of it again."""
    field = QApplication.focusWidget()
    if not isinstance(field, QLineEdit) or field.isReadOnly() or not field.text():
        return False
    if not field.isClearButtonEnabled():
        return False
    field.clear()
    return True


def _close_in_article(window: MainWindow) -> bool:
    return _has_focus(window.reading) and any(_closings(window))


def _closings(window: MainWindow) -> Iterator[bool]:
    """What is open in the article, closed one by one as far as it is asked for."""
    reader, page = window.reading.reader, window.reading.column.page
    if page is not None:
        if not page.find_bar.isHidden():
            page.find_bar.close_bar()
            yield True
        return
    if not reader.bar.isHidden():
        reader.bar.hide()
        yield True
    if not reader.find_bar.isHidden():
        reader.find_bar.close_bar()
        yield True
    yield reader.focusing.leave()
    yield reader.picking.leave()
    if reader.selection is not None:
        reader.view.select(None)
        yield True


def _go_to_list(window: MainWindow) -> bool:
    if _has_focus(window.articles) or window.pages.currentWidget() is not window.split:
        return False
    window.articles.setFocus(Qt.FocusReason.ShortcutFocusReason)
    return True


def _close_elsewhere(window: MainWindow) -> bool:
    """The list has the keyboard and keeps it: what is open in the article, then the notice."""
    closed = any(_closings(window))
    if closed:
        window.articles.setFocus(Qt.FocusReason.ShortcutFocusReason)
    elif not window.banner.isHidden():
        window.banner.hide()
        closed = True
    return closed


def palette_of(window: MainWindow) -> PaletteFinder:
    """The palette of a window, made when it is first asked for."""
    from gui.palette.finder import PaletteFinder

    return window.findChild(PaletteFinder) or PaletteFinder(window)


def _next_pane(window: MainWindow, by: int) -> None:
    every = (window.search, window.sidebar, window.articles, *window.reading.panes)
    side = window.reading.side
    panes = [pane for pane in every if pane.isVisible() or (side.isVisible() and side.isAncestorOf(pane))]
    here = next((n for n, pane in enumerate(panes) if _has_focus(pane)), -by)
    for step in range(1, len(panes) + 1):
        pane, before = panes[(here + by * step) % len(panes)], side.turned_to
        side.turn_to_pane(pane)
        pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if _has_focus(pane):  # one that has nothing to move in takes none
            return
        side.turn_to(before)


def _has_focus(pane: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))
