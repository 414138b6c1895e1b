"""The actions of tabs."""

from __future__ import annotations

from gui.menus.spec import ActionSpec

MENU = "Go/&Tabs"

ACTIONS = (
    ActionSpec("tab.next", MENU, "&Next tab", "Show the next tab", ("Ctrl+Tab",), section=4),
    ActionSpec("tab.previous", MENU, "&Previous tab", "Show the tab before", ("Ctrl+Shift+Tab",), section=4),
    ActionSpec("tab.close", MENU, "&Close tab", "Close the tab in view", ("Ctrl+W",), section=4),
    ActionSpec("tab.close_others", MENU, "Close &others", "Close all tabs but this one", section=4),
    ActionSpec(
        "tab.close_right", MENU, "Close to the &right", "Close the tabs to the right of this one", section=4
    ),
    ActionSpec(
        "tab.reopen",
        MENU,
        "Open the closed tab &again",
        "Open the tab again that was closed last, with its way back",
        ("Ctrl+Shift+T",),
        section=4,
    ),
    ActionSpec(
        "tab.move_left",
        MENU,
        "Move to the &left",
        "Move the tab in view to the left among the tabs",
        ("Ctrl+Shift+PgUp",),
        section=5,
    ),
    ActionSpec(
        "tab.move_right",
        MENU,
        "Move to the ri&ght",
        "Move the tab in view to the right among the tabs",
        ("Ctrl+Shift+PgDown",),
        section=5,
    ),
    ActionSpec(
        "tab.move_side",
        MENU,
        "Move to the other &side",
        "Move the tab in view to the other side; with one side, that comes beside it",
        section=5,
    ),
    ActionSpec(
        "tab.move_window", MENU, "Move to a new &window", "Move the tab in view to a new window", section=5
    ),
)
