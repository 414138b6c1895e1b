"""Nothing that is written in the window is cut: it fits, or its tooltip says it whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.across.commands import ways
from gui.eliding import Elided
from gui.preferences.dialog import PreferencesDialog
from gui.window import MainWindow
from store.across.page import Link
from tests.journeys.conftest import Start, settle

SLACK = 2
DIALOGS = ("article.tags", "article.people", "article.occasions", "help.shortcuts", "help.search", "help.log")


def cut(root: QWidget) -> Iterator[str]:
    """What is written in a widget and has less room than it needs."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        if widget.toolTip() or isinstance(widget, Elided):
            continue
        letters = widget.fontMetrics()
        if isinstance(widget, QLabel):
            needed, room = _of_label(widget)
        elif isinstance(widget, QAbstractButton) and widget.text():
            needed, room = widget.sizeHint().width(), widget.width()
        elif isinstance(widget, QLineEdit) and not isinstance(widget.parent(), QComboBox):
            needed = letters.horizontalAdvance(widget.text() or widget.placeholderText())
            room = widget.contentsRect().width()
        elif isinstance(widget, QTabBar):
            needed, room = 0, 0
            for at in range(widget.count()):
                hint = letters.horizontalAdvance(widget.tabText(at))
                if not widget.tabToolTip(at) and hint > widget.tabRect(at).width():
                    needed = hint
        elif isinstance(widget, QComboBox):
            needed, room = widget.sizeHint().width(), widget.width()
        else:
            continue
        if needed > room + SLACK:
            text = getattr(widget, "text", lambda: "")() or getattr(widget, "placeholderText", lambda: "")()
            yield f"{type(widget).__name__} {widget.objectName()!r} {text!r}: {needed} in {room}"


def still_cut(qtbot: QtBot, root: QWidget) -> list[str]:
    """What is cut once all is laid out."""
    with suppress(qtbot.TimeoutError):
        qtbot.waitUntil(lambda: not any(cut(root)), timeout=2000)
    return [*cut(root)]


def _of_label(label: QLabel) -> tuple[int, int]:
    if not label.text():
        return 0, 0
    if label.wordWrap():
        return label.heightForWidth(label.width()), label.height()
    if label.textFormat() != Qt.TextFormat.PlainText and "<" in label.text():
        document = QTextDocument()
        document.setDefaultFont(label.font())
        document.setHtml(label.text())
        document.setDocumentMargin(0)
        return round(document.idealWidth()), label.contentsRect().width()
    lines = label.text().replace("&&", "\0").replace("&", "").replace("\0", "&").split("\n")
    return max(map(label.fontMetrics().horizontalAdvance, lines)), label.contentsRect().width()


def the_dialog(qtbot: QtBot, window: MainWindow) -> QDialog:
    def there() -> list[QDialog]:
        return [one for one in window.findChildren(QDialog) if one.isVisible()]

    qtbot.waitUntil(lambda: len(there()) == 1)
    return there()[0]


@pytest.mark.parametrize("size", [(900, 700), (1280, 800)])
def test_in_the_window(start: Start, qtbot: QtBot, size: tuple[int, int]) -> None:
    window = start(size=size)
    assert still_cut(qtbot, window) == []
    window.reading.side.turn_to(1)
    window.actions_["edit.find"].trigger()
    window.search.set_query("kadioglu")
    settle(qtbot, window)
    assert still_cut(qtbot, window) == []


def test_in_the_settings(start: Start, qtbot: QtBot) -> None:
    window = start(size=(900, 700))
    window.actions_["edit.settings"].trigger()
    dialog = the_dialog(qtbot, window)
    assert isinstance(dialog, PreferencesDialog)
    for page in range(dialog.list.count()):
        dialog.list.setCurrentRow(page)
        QApplication.processEvents()
        assert still_cut(qtbot, dialog) == [], dialog.list.item(page).text()


def test_in_dialogs(start: Start, qtbot: QtBot) -> None:
    window = start(size=(900, 700))
    for name in DIALOGS:
        window.actions_[name].trigger()
        dialog = the_dialog(qtbot, window)
        settle(qtbot, window)
        assert still_cut(qtbot, dialog) == [], name
        dialog.close()
        qtbot.waitUntil(lambda: not any(one.isVisible() for one in window.findChildren(QDialog)))


def test_what_is_searched_for_ends_in_dots_where_the_list_is_narrow(start: Start, qtbot: QtBot) -> None:
    start().close()
    window = start(size=(900, 700), query="persn:hasanov OR contry:TR")
    said = next(one for one in window.articles.findChildren(Elided) if one.isVisible())
    assert said.fontMetrics().horizontalAdvance(said.text()) > said.width()
    assert said.toolTip() == said.text()
    assert window.articles.width() <= 300  # it does not widen the list


def test_tables_of_pages_fit_a_narrow_window(start: Start, qtbot: QtBot) -> None:
    window = start(size=(900, 700))
    (series,) = window.library.across.find_series("")
    for link in (Link("series", series.key), Link("pair", "AZ+TR"), Link("compare", "1+3"), Link("new", "3")):
        ways(window).follow(link)
        settle(qtbot, window)
        pages = window.reading.column.pages
        assert pages is not None
        qtbot.waitUntil(pages.view.isVisible)
        assert pages.view.horizontalScrollBar().maximum() == 0, link
