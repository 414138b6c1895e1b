"""The actions of one window, made from the list of actions."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QIcon
from PySide6.QtWidgets import QMenu, QMenuBar

from gui import icons
from gui.keys import Keys
from gui.menus.every import ACTIONS, MENUS
from gui.menus.spec import ActionSpec
from gui.theme import Theme


class Actions(QObject):
    """The actions of one window, made from ``ACTIONS``, with the keys that ``keys`` gives them."""

    rekeyed = Signal()
    """Actions have other keys now."""

    def __init__(self, theme: Theme, parent: QObject, keys: Keys | None = None) -> None:
        super().__init__(parent)
        self._theme, self._keys = theme, keys
        self._specs = {spec.name: spec for spec in ACTIONS}
        self._groups: dict[str, QActionGroup] = {}
        self._actions = {spec.name: self._made(spec) for spec in ACTIONS}
        theme.changed.connect(self._recolour)
        if keys is not None:
            keys.changed.connect(self._rekey)
        self._recolour()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[tuple[ActionSpec, QAction]]:
        return ((spec, self._actions[name]) for name, spec in self._specs.items())

    def keys_of(self, name: str) -> tuple[str, ...]:
        """The keys of an action."""
        return self._keys.of(name) if self._keys is not None else self._specs[name].shortcuts

    @property
    def single_letters(self) -> bool:
        """Whether letters alone are keys."""
        return self._keys is None or self._keys.single_letters

    def connect_all(self, slots: dict[str, Callable[..., object]]) -> None:
        """Connect each named action to what it does."""
        for name, slot in slots.items():
            self._actions[name].triggered.connect(slot)

    def build_menus(self, bar: QMenuBar) -> None:
        """Fill a menu bar."""
        menus: dict[str, QMenu] = {}
        sections: dict[str, int] = {}
        for title in MENUS:
            menus[title.replace("&", "")] = bar.addMenu(title)
        for spec in self._specs.values():
            top, _, sub = spec.menu.partition("/")
            place = spec.menu if spec.menu in menus else top  # a line parts what is inside one menu
            if sections.get(place, spec.section) != spec.section:
                menus[place].addSeparator()
            sections[place] = sections[spec.menu] = spec.section
            if spec.menu not in menus:
                menus[spec.menu] = menus[top].addMenu(sub)
            menus[spec.menu].addAction(self._actions[spec.name])

    def set_text(self, name: str, text: str) -> None:
        """Say in the menu what the action would do now: "Undo Star", "Mark as unread"."""
        action = self._actions[name]
        if action.text() != text:
            action.setText(text)
            action.setToolTip(self._tooltip(self._specs[name]))

    def _made(self, spec: ActionSpec) -> QAction:
        action = QAction(spec.text, self)
        action.setObjectName(spec.name)
        action.setShortcuts([*self.keys_of(spec.name)])  # type: ignore[list-item]  # text will do
        action.setStatusTip(spec.tip)
        action.setToolTip(self._tooltip(spec))
        action.setCheckable(spec.checkable)
        action.setIconVisibleInMenu(not spec.checkable)  # there a tick says more
        action.setMenuRole(_ROLES.get(spec.name, QAction.MenuRole.NoRole))
        if spec.group:
            group = self._groups.setdefault(spec.group, QActionGroup(self))
            group.addAction(action)
        return action

    def _rekey(self) -> None:
        for spec, action in self:
            keys = self.keys_of(spec.name)
            if tuple(one.toString() for one in action.shortcuts()) != keys:
                action.setShortcuts([*keys])  # type: ignore[list-item]
                action.setToolTip(self._tooltip(spec))
        self.rekeyed.emit()

    def _tooltip(self, spec: ActionSpec) -> str:
        # The keys as declared, not as QKeySequence spells them for this system: making that class known to
        # Python costs 5 ms at the start, and only macOS spells them otherwise.
        keys = self.keys_of(spec.name)
        return f"{spec.tip} ({keys[0]})" if keys else spec.tip

    def _recolour(self) -> None:
        for spec, action in self:
            action.setIcon(icons.icon(spec.icon, self._theme) if spec.icon else QIcon())


_ROLES = {
    "file.quit": QAction.MenuRole.QuitRole,
    "edit.settings": QAction.MenuRole.PreferencesRole,
    "help.about": QAction.MenuRole.AboutRole,
}
