"""Every control can be named by a screen reader and reached by the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QSplitterHandle, QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import Start, press, settle


def _controls(window: QWidget) -> list[QWidget]:
    inside = (QAbstractScrollArea, QSplitterHandle)
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
        and not (isinstance(widget.parentWidget(), inside) and not widget.accessibleName())
    ]


def test_every_control_has_a_name(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.search.set_query("hasanov")
    nameless = []
    for widget in _controls(window):
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name) if interface is not None else ""
        if not (name or widget.accessibleName() or widget.toolTip()):
            nameless.append(f"{type(widget).__name__} {widget.objectName()}")
    assert nameless == []


def test_tab_goes_from_the_search_to_the_field_that_was_meant(start: Start, qtbot: QtBot) -> None:
    window = start()
    press(qtbot, window, "Ctrl+Shift+F")
    qtbot.keyClicks(window.search.box, "persn:hasanov")
    qtbot.waitUntil(window.search.mend.isVisible)
    settle(qtbot, window)
    assert window.model.articles == 0
    qtbot.keyClick(window.search.box, Qt.Key.Key_Tab)
    assert window.focusWidget() is window.search.mend
    qtbot.keyClick(window.search.mend, Qt.Key.Key_Space)
    settle(qtbot, window)
    assert window.model.articles == 3
    assert window.focusWidget() is window.search.box


def test_tab_goes_from_the_search_through_the_panes(start: Start, qtbot: QtBot) -> None:
    window = start()
    press(qtbot, window, "Ctrl+Shift+F")
    seen: list[QWidget] = []
    for _ in range(12):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        seen.append(window.focusWidget())
    order = [w for w in seen if w in (window.sidebar.tree, window.articles.view)]
    assert order[:2] == [window.sidebar.tree, window.articles.view]
