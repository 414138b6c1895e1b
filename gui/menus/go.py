"""The actions of the menu Go."""

from __future__ import annotations

from gui.menus.spec import ActionSpec

ACTIONS = (
    ActionSpec(
        "go.palette",
        "Go",
        "&Go to or do…",
        "Find an action, an article, a person or any other place by its name",
        ("Ctrl+K",),
        "goto",
    ),
    ActionSpec("go.list", "Go", "To the &list", "Move the keyboard to the list of articles", ("Ctrl+L",)),
    ActionSpec("go.next", "Go", "&Next article", "Open the next article of the list", ("J", "Alt+Down")),
    ActionSpec("go.previous", "Go", "&Previous article", "Open the article before", ("K", "Alt+Up")),
    ActionSpec("go.next_unread", "Go", "Next &unread", "Open the next unread article", ("N",), section=1),
    ActionSpec(
        "go.previous_unread", "Go", "Previous un&read", "Open the unread article before", ("P",), section=1
    ),
    ActionSpec(
        "go.next_hit", "Go", "Next &hit", "Go to the next hit of the search", ("F3",), "down", section=2
    ),
    ActionSpec(
        "go.previous_hit",
        "Go",
        "Previous h&it",
        "Go to the hit before",
        ("Shift+F3",),
        "up",
        section=2,
    ),
    ActionSpec("go.next_mark", "Go", "Next &mark", "Go to the next marked words", ("Ctrl+Down",), section=2),
    ActionSpec(
        "go.previous_mark", "Go", "Previous mar&k", "Go to the marked words before", ("Ctrl+Up",), section=2
    ),
    ActionSpec(
        "go.card",
        "Go",
        "&Card of the mark",
        "Say who or what the chosen mark is, why, and how sure that is",
        ("Ctrl+I",),
        section=2,
    ),
    ActionSpec("go.back", "Go", "&Back", "Open what was open before", ("Alt+Left",), section=3),
    ActionSpec("go.forward", "Go", "&Forward", "Undo going back", ("Alt+Right",), section=3),
    ActionSpec("go.next_pane", "Go", "Next p&ane", "Move the keyboard to the next pane", ("F6",), section=4),
    ActionSpec(
        "go.previous_pane",
        "Go",
        "Previous pan&e",
        "Move the keyboard to the pane before",
        ("Shift+F6",),
        section=4,
    ),
)
