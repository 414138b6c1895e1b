"""The actions of the menu Help."""

from __future__ import annotations

from gui.menus.spec import ActionSpec

ACTIONS = (
    ActionSpec("help.search", "Help", "How to &search", "The query language, by examples", ("Shift+F1",)),
    ActionSpec("help.shortcuts", "Help", "&Keyboard shortcuts", "Every action and its keys", ("?", "F1")),
    ActionSpec(
        "help.menu_entry",
        "Help",
        "Add to the applications &menu",
        "Let your desktop list Communiqué, with its icon, manual page and completion in shells",
        section=1,
    ),
    ActionSpec("help.log", "Help", "Show the &log", "What the program did, and what went wrong", section=2),
    ActionSpec(
        "help.about", "Help", "&About Communiqué", "Version, licences, and where your library is", section=2
    ),
)
