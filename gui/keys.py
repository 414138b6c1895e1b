"""The keys of the actions: those they have at first, and those the person gave them.

One ``Keys`` serves all windows. What the person changed is kept in the settings; what is wrong there is left
aside. Keys are written as Qt writes them in files (``Ctrl+Shift+F``), on every system.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from gui.menus.every import ACTIONS, MENUS
from gui.settings import Memory

MOST = 4
"""So many keys an action may have."""

_SETTING, _LETTERS = "keys", "single_letters"

_WORK = {
    "moves between and within fields": "Return Enter Esc Tab Shift+Tab Backtab",
    "moves in lists and texts": "Up Down Left Right PgUp PgDown Home End",
    "selects in lists and texts": "Shift+Up Shift+Down Shift+Left Shift+Right",
    "presses buttons and turns pages": "Space Shift+Space",
    "deletes": "Backspace Del",
    "copies": "Ctrl+C Ctrl+Ins",
    "pastes": "Ctrl+V Shift+Ins",
    "cuts": "Ctrl+X Shift+Del",
    "selects everything": "Ctrl+A",
    "opens the menu of what is chosen": "Menu Shift+F10",
} | {
    f"opens the menu {title.replace('&', '')}": f"Alt+{title[title.index('&') + 1].upper()}"
    for title in MENUS
}

RESERVED = {keys: work for work, all_keys in _WORK.items() for keys in all_keys.split()}
"""Keys that belong to fields, lists and menus, and what they do there."""


def is_single(keys: str) -> bool:
    """Whether a key types a letter, a figure or a sign: those are easily struck by mistake."""
    return len(keys.removeprefix("Shift+")) == 1


def normal(keys: str) -> str:
    """A key as it is written here; empty where it is none, or more than one after the other."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QKeySequence  # 5 ms, which a start without keys of the person's own saves

    portable = QKeySequence.SequenceFormat.PortableText
    made = QKeySequence.fromString(keys, portable)
    unknown = (Qt.Key.Key_unknown, Qt.Key(0))
    if made.count() != 1 or made[0].key() in unknown:  # type: ignore[index]  # the stubs do not know
        return ""
    return made.toString(portable)


class Keys(QObject):
    """Which keys each action has."""

    changed = Signal()
    """Some action has other keys now."""

    def __init__(self, memory: Memory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self._first = {spec.name: spec.shortcuts for spec in ACTIONS}
        self._titles = {spec.name: spec.full_text for spec in ACTIONS}
        self._own: dict[str, tuple[str, ...]] = {}
        self._letters = memory.flag(_LETTERS, True)
        kept = memory.text(_SETTING)
        if kept:
            self._own = self._read(kept)

    def of(self, name: str) -> tuple[str, ...]:
        """The keys that an action has now."""
        chosen = self.chosen(name)
        return chosen if self._letters else tuple(keys for keys in chosen if not is_single(keys))

    def chosen(self, name: str) -> tuple[str, ...]:
        """The keys of an action, single letters too when they are switched off."""
        own = self._own.get(name)
        if own is not None:
            return own
        if not self._own:
            return self._first[name]
        taken = {keys for others in self._own.values() for keys in others}
        return tuple(keys for keys in self._first[name] if keys not in taken)

    def is_own(self, name: str) -> bool:
        """Whether the person changed the keys of an action."""
        return name in self._own

    @property
    def any_own(self) -> bool:
        """Whether anything is not as it is at first."""
        return bool(self._own) or not self._letters

    # -- changing

    def why_not(self, name: str, keys: str) -> str:
        """Why an action cannot have that key, in a sentence; empty where it can."""
        if not keys:
            return "That is no key that can be used."
        if keys in RESERVED:
            return f"{keys} {RESERVED[keys]}, and stays so."
        other = next((one for one in self._first if keys in self.chosen(one)), None)
        if other == name:
            return f"{keys} does this already."
        if other is not None:
            return f"{keys} is taken by “{self._titles[other]}”. Take it away there first."
        if len(self.chosen(name)) >= MOST:
            return f"It has {MOST} keys already. Take one away first."
        return ""

    def add(self, name: str, keys: str) -> str:
        """Give an action one more key; returns why it cannot have it, and then nothing is changed."""
        refused = self.why_not(name, keys)
        if not refused:
            self._put(name, (*self.chosen(name), keys))
        return refused

    def take_away(self, name: str, keys: str) -> None:
        """Take a key away from an action."""
        self._put(name, tuple(one for one in self.chosen(name) if one != keys))

    def set_back(self, name: str) -> str:
        """Give an action its first keys again; returns what it cannot have because another has it now."""
        before = self._own.pop(name, None)
        lacking = [keys for keys in self._first[name] if keys not in self.chosen(name)]
        if before is not None:
            self._keep()
        return f"{' and '.join(lacking)} went to another action." if lacking else ""

    def set_all_back(self) -> None:
        """Give every action its first keys again, single letters among them."""
        self._own, self._letters = {}, True
        self._keep()

    @property
    def single_letters(self) -> bool:
        """Whether letters, figures and signs alone are keys."""
        return self._letters

    def use_single_letters(self, on: bool) -> None:
        """Let letters, figures and signs alone be keys, or none of them."""
        if on != self._letters:
            self._letters = on
            self._keep()

    # -- inside

    def _put(self, name: str, keys: tuple[str, ...]) -> None:
        self._own[name] = keys
        if self._own[name] == self._first[name]:
            del self._own[name]
        self._keep()

    def _keep(self) -> None:
        import json

        self._memory.keep(_SETTING, json.dumps(self._own) if self._own else "")
        self._memory.keep(_LETTERS, self._letters)
        self.changed.emit()

    def _read(self, text: str) -> dict[str, tuple[str, ...]]:
        import json

        try:
            kept = json.loads(text)
        except ValueError:
            return {}
        if not isinstance(kept, dict):
            return {}
        own: dict[str, tuple[str, ...]] = {}
        taken: set[str] = set(RESERVED)
        for name in self._first:
            keys = kept.get(name)
            if isinstance(keys, list):
                own[name] = tuple(_usable(keys, taken))
                taken.update(own[name])
        return own


def _usable(keys: Sequence[object], taken: Iterable[str]) -> list[str]:
    """The keys of a list from a file that are some, and nobody else's."""
    found = [normal(one) for one in keys if isinstance(one, str)]
    kept = [one for one in dict.fromkeys(found) if one and one not in taken]
    return kept[:MOST]
