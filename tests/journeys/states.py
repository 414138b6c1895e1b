"""States of the window, to be gone through whole: by a screen reader, by the keyboard, in large letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from gui.window import MainWindow
from store.model import Span
from tests.journeys.conftest import opened, settle

STATES: dict[str, tuple[str, ...]] = {
    "window": (),
    "search": ("search hasanov",),
    "nothing found": ("search qqqq",),
    "find": ("edit.find", "type minister"),
    "columns": ("view.list.columns",),
    "groups": ("view.group.country",),
    "sorted columns": ("view.list.columns", "view.order.heading"),
    "all notes": ("note.all",),
    "note": ("select Zakir Hasanov", "note.write", "type Who else?"),
    "note on the article": ("note.article", "type Long."),
    "selected words": ("select Zakir Hasanov",),
    "tabs": ("article.new_tab", "go.next"),
    "sides": ("view.split", "go.next"),
    "focus": ("view.focus",),
    "card": ("go.next_mark", "go.next_mark"),
    "editing": ("go.next_mark", "fact.edit"),
    "what is new": ("view.new",),
    "palette": ("go.palette", "type no"),
    "settings": ("edit.settings",),
    "shortcuts": ("help.shortcuts",),
    "search help": ("help.search",),
    "about": ("help.about",),
    "tags": ("article.tags",),
    "tag": ("article.tag",),
    "people": ("article.people",),
    "occasions": ("article.occasions",),
    "export": ("file.export",),
    "series": ("across.series",),
    "pairs": ("across.pairs",),
    "find page": ("across.person",),
    "compare with": ("across.compare",),
    "reports": ("across.reports",),
    "timeline": ("across.timeline",),
    "timeline as text": ("across.timeline", "page.as_text"),
    "calendar": ("across.calendar",),
    "network": ("across.network",),
    "network as text": ("across.network", "page.as_text"),
}


MODAL: dict[str, tuple[str, ...]] = {
    "official": ("select Zakir Hasanov", "fact.official"),
    "save search": ("search dialogue", "edit.save_search"),
}
"""States that the program waits in until the person is done."""


def while_open(qtbot: QtBot, window: MainWindow, state: str, look: Callable[[QWidget], object]) -> None:
    """Bring the window into one of ``MODAL``, look at the dialog, and close it."""
    seen: list[QWidget] = []

    def come() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog.isVisible():
            timer.stop()
            seen.append(dialog)
            try:
                look(dialog)
            finally:
                dialog.reject()

    timer = QTimer()
    timer.timeout.connect(come)
    timer.start(5)
    _do(qtbot, window, MODAL[state])
    timer.stop()
    assert seen, "no dialog was opened"


def bring(qtbot: QtBot, window: MainWindow, state: str) -> QWidget:
    """Bring the window into a state; returns what the keyboard is in then: the window or a dialog."""
    _do(qtbot, window, STATES[state])
    return QApplication.activePopupWidget() or QApplication.activeWindow() or window


def _do(qtbot: QtBot, window: MainWindow, steps: tuple[str, ...]) -> None:
    for step in steps:
        verb, _, words = step.partition(" ")
        if verb == "search":
            window.search.set_query(words)
        elif verb == "select":
            start = opened(window).article.text.index(words)
            window.reading.reader.view.select(Span(start, start + len(words)))
        elif verb == "type":
            qtbot.keyClicks(QApplication.focusWidget(), words)
        else:
            assert window.actions_[step].isEnabled(), step
            window.actions_[step].trigger()
        settle(qtbot, window)


_IN_A_SPIN_BOX = "qt_spinbox_lineedit"


class Heard(NamedTuple):
    """One thing that a screen reader comes to: a widget, or a part of one."""

    widget: QWidget
    name: str
    role: QAccessible.Role
    is_focusable: bool
    is_part: bool = False

    @property
    def is_control(self) -> bool:
        """Whether it can be gone to or pressed."""
        return self.is_focusable or self.role in PRESSED

    @property
    def place(self) -> str:
        """Where it is, for whoever has to mend it."""
        names, at = [], self.widget
        while isinstance(at, QWidget):
            names.append(f"{type(at).__name__}{'#' if at.objectName() else ''}{at.objectName()}")
            at = at.parentWidget()
        return "/".join(reversed(names[:6]))


PRESSED = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.SpinBox,
    QAccessible.Role.PageTab,
    QAccessible.Role.Link,
    QAccessible.Role.ListItem,
}


def walk(window: QWidget, most: int = 40) -> Iterator[Heard]:
    """All that a screen reader comes to in a window, and of lists and painted widgets ``most`` parts.

    Not from interface to interface: what PySide makes of ``object`` and ``parent`` of one belongs to it, and
    widgets that do so are deleted twice.
    """
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.isVisible() or widget.focusProxy() is not None or widget.objectName() == _IN_A_SPIN_BOX:
            continue
        whole = QAccessible.queryAccessibleInterface(widget)
        if whole is None or whole.state().invisible:
            continue
        yield _heard(widget, whole)
        if hasattr(widget, "speaking") or isinstance(widget, QAbstractItemView):
            for number in range(min(whole.childCount(), most)):
                part = whole.child(number)
                if part is not None and not part.state().invisible:
                    yield _heard(widget, part, is_part=True)


def _heard(widget: QWidget, interface: QAccessibleInterface, is_part: bool = False) -> Heard:
    name = interface.text(QAccessible.Text.Name).strip()
    return Heard(widget, name, interface.role(), bool(interface.state().focusable), is_part)
