"""Painted widgets, told to a screen reader part by part: what each part is, where, and what a press does.

A widget that paints what others make of widgets (the facts, the strip, the tags, a drawing) has a ``Painted``
as its ``speaking``. Nothing of this is made before a screen reader asks.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QToolButton, QWidget
from shiboken6 import VoidPtr, getCppPointer, isValid

MOST = 2000
"""So many parts are told; a drawing of more is there as text, too."""


class Spoken(NamedTuple):
    """A part: its words, its place on the screen, and what pressing it does."""

    name: str
    box: QRect
    press: Callable[[], object] | None = None
    role: str = "item"  # or "heading", "link", "button"
    is_chosen: bool = False


class Painted(Protocol):
    """What a widget tells of its parts, which are known by their numbers, from 0."""

    def count(self) -> int:
        """How many parts there are now."""

    def part(self, number: int) -> Spoken:
        """A part."""

    def at(self, place: QPoint) -> int:
        """The part at a place of the screen; -1 for none."""

    def current(self) -> int:
        """The part that has the keyboard; -1 for none."""


_ROLES = {
    "item": QAccessible.Role.ListItem,
    "heading": QAccessible.Role.Heading,
    "link": QAccessible.Role.Link,
    "button": QAccessible.Role.Button,
}


class _Press(QAccessibleActionInterface):
    """Presses a part."""

    def __init__(self, part: _Part) -> None:
        super().__init__()
        self._part = part

    def actionNames(self) -> list[str]:
        told = self._part.told
        return [self.pressAction()] if told is not None and told.press is not None else []

    def doAction(self, name: str) -> None:
        told = self._part.told
        if told is not None and told.press is not None:
            told.press()

    def keyBindingsForAction(self, name: str) -> list[str]:
        return ["Return"]

    def localizedActionName(self, name: str) -> str:
        return "Go there"

    def localizedActionDescription(self, name: str) -> str:
        return "As a click on it"


class _Part(QAccessibleInterface):
    """Always the part of that number, whatever the widget shows by now."""

    def __init__(self, owner: QWidget, number: int) -> None:
        super().__init__()
        self._owner, self.number = owner, number
        self._press = _Press(self)

    @property
    def told(self) -> Spoken | None:
        """The part as it is now."""
        return _of(self._owner).part(self.number) if self.isValid() else None

    def isValid(self) -> bool:
        return isValid(self._owner) and self.number < _count(self._owner)

    def object(self) -> Any:
        return None

    def parent(self) -> Any:
        return QAccessible.queryAccessibleInterface(self._owner) if isValid(self._owner) else None

    def child(self, index: int) -> Any:
        return None

    def childAt(self, x: int, y: int) -> Any:
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def rect(self) -> QRect:
        told = self.told
        return told.box if told is not None else QRect()

    def role(self) -> QAccessible.Role:
        told = self.told
        return _ROLES[told.role] if told is not None else QAccessible.Role.NoRole

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        told = self.told
        if told is None:
            state.invalid = 1
            return state
        if not self._owner.isVisible():
            state.invisible = 1
        elif not _on_screen(self._owner).intersects(told.box):
            state.offscreen = 1
        if told.press is not None:
            state.selectable = 1
            state.focusable = int(self._owner.focusPolicy().value != 0)
        state.selected = int(told.is_chosen)
        state.focused = int(self._owner.hasFocus() and _of(self._owner).current() == self.number)
        return state

    def text(self, t: QAccessible.Text) -> str:
        told = self.told
        return told.name if told is not None and t == QAccessible.Text.Name else ""

    def setText(self, t: QAccessible.Text, text: str) -> None:
        return

    def interface_cast(self, type: QAccessible.InterfaceType) -> Any:  # noqa: A002
        # addresses, none as 0: where Qt itself asks, an object of Python or None crashes PySide 6.11
        wanted = type == QAccessible.InterfaceType.ActionInterface
        return VoidPtr(getCppPointer(self._press)[0] if wanted else 0)


class _Whole(QAccessibleWidget):
    """A painted widget: a list of its parts."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, QAccessible.Role.List, "")
        self._owner = owner
        self._parts: list[_Part] = []
        made: list[int] = []
        self._made = made
        owner.destroyed.connect(lambda: _forget(made))

    def childCount(self) -> int:
        return _count(self._owner)

    def child(self, index: int) -> Any:
        if not 0 <= index < self.childCount():
            return None
        while len(self._parts) <= index:
            part = _Part(self._owner, len(self._parts))
            self._made.append(QAccessible.registerAccessibleInterface(part))
            self._parts.append(part)
        return self._parts[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.number if isinstance(child, _Part) and child in self._parts else -1

    def childAt(self, x: int, y: int) -> Any:
        return self.child(_of(self._owner).at(QPoint(x, y)))

    def focusChild(self) -> Any:
        if self._owner.hasFocus():
            return self.child(_of(self._owner).current())
        return None


def _count(owner: QWidget) -> int:
    return min(_of(owner).count(), MOST) if isValid(owner) else 0


def _of(owner: QWidget) -> Painted:
    speaking: Painted = owner.speaking  # type: ignore[attr-defined]
    return speaking


def _on_screen(owner: QWidget) -> QRect:
    return QRect(owner.mapToGlobal(QPoint(0, 0)), owner.size())


def _forget(made: list[int]) -> None:
    for one in made:
        QAccessible.deleteAccessibleInterface(one)
    made.clear()


_SIGN = "QLineEditIconButton"
"""What Qt makes of a sign in a line to write in, without a name."""


def _clears(sign: QToolButton) -> bool:
    action = sign.defaultAction()
    return action is None or action.objectName() == "_q_qlineeditclearaction"


def _make(name: str, thing: QObject) -> QAccessibleInterface | None:
    """Asked for each class of a thing, the last made of them first; only its own class counts."""
    if name == _SIGN and isinstance(thing, QToolButton) and not thing.accessibleName():
        thing.setAccessibleName("Clear" if _clears(thing) else "Search")
        return None
    if name != type(thing).__name__ or not isinstance(thing, QWidget) or not hasattr(thing, "speaking"):
        return None
    return _Whole(thing)


_is_ready = False


def begin() -> None:
    """From now on painted widgets are told part by part, also those that were asked for before."""
    global _is_ready
    if _is_ready:
        return
    _is_ready = True
    QAccessible.installFactory(_make)
    if QAccessible.isActive():
        for widget in QApplication.allWidgets():
            if hasattr(widget, "speaking"):
                plain = QAccessible.queryAccessibleInterface(widget)
                if not isinstance(plain, _Whole):
                    QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(plain))
