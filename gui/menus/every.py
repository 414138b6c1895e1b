"""All actions, in the order of the menus.

Menus, tool buttons, the shortcut list and the command palette are all made from ``ACTIONS``.
"""

from __future__ import annotations

from collections.abc import Iterable

from gui.menus import across, article, edit, facts, file, go, helping, notes, tabs, view
from gui.menus.spec import ActionSpec

MENUS = ("&File", "&Edit", "&View", "&Go", "&Article", "Ac&ross", "&Notes", "&Help")

ACTIONS: tuple[ActionSpec, ...] = (
    *file.ACTIONS,
    *edit.ACTIONS,
    *view.ACTIONS,
    *go.ACTIONS,
    *tabs.ACTIONS,
    *article.ACTIONS,
    *across.ACTIONS,
    *notes.ACTIONS,
    *facts.ACTIONS,
    *edit.LAST,
    *helping.ACTIONS,
)


def by_menu(specs: Iterable[ActionSpec]) -> list[ActionSpec]:
    """The actions of each menu together, in the order of the menus."""
    order = [title.replace("&", "") for title in MENUS]
    return sorted(specs, key=lambda spec: order.index(spec.menu.partition("/")[0]))
