"""The actions of the menu Edit."""

from __future__ import annotations

from gui.menus.spec import ActionSpec

ACTIONS = (
    ActionSpec("edit.undo", "Edit", "&Undo", "Take the last change back", ("Ctrl+Z",)),
    ActionSpec("edit.redo", "Edit", "&Redo", "Make the change again", ("Ctrl+Shift+Z", "Ctrl+Y")),
    ActionSpec(
        "edit.search",
        "Edit",
        "&Search articles",
        "Search all articles",
        ("/", "Ctrl+Shift+F"),
        "search",
        section=1,
    ),
    ActionSpec(
        "edit.find",
        "Edit",
        "&Find in article",
        "Find words in the open article or page",
        ("Ctrl+F",),
        section=1,
    ),
    ActionSpec(
        "edit.clear",
        "Edit",
        "&Clear search and filters",
        "Show all articles again",
        ("Ctrl+Shift+K",),
        section=1,
    ),
    ActionSpec(
        "edit.save_search",
        "Edit",
        "Sa&ve this search…",
        "Keep what is searched for and filtered under a name, among the filters",
        ("Ctrl+Shift+S",),
        section=1,
    ),
)

LAST = (
    ActionSpec(
        "edit.settings",
        "Edit",
        "Se&ttings…",
        "Colours, text, keys, backups and what else can be chosen",
        ("Ctrl+,",),
        section=9,
    ),
)
"""What ends the menu, below what others put into it."""
