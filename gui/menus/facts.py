"""The actions on facts of the open article, in the menu Notes."""

from __future__ import annotations

from gui.menus.spec import ActionSpec

_MENU = "Notes/&Facts"

ACTIONS = (
    ActionSpec(
        "fact.confirm_seen",
        _MENU,
        "Confirm all in &view",
        "Say that the facts which are in view at this moment are right",
        ("F7",),
        "tick",
        section=1,
    ),
    ActionSpec(
        "fact.confirm", _MENU, "Con&firm", "Say that the chosen fact is right (C in the facts)", section=1
    ),
    ActionSpec(
        "fact.confirm_all",
        _MENU,
        "Confirm the &whole",
        "Say that all of the chosen official or meeting is right (Shift+C in the facts)",
        section=1,
    ),
    ActionSpec(
        "fact.edit",
        _MENU,
        "&Edit in place",
        "Put the chosen fact right where it stands (E in the facts)",
        (),
        "pencil",
        section=1,
    ),
    ActionSpec(
        "fact.correct",
        _MENU,
        "Co&rrect…",
        "Put all of the chosen official or meeting right in a form (Shift+E in the facts)",
        section=1,
    ),
    ActionSpec(
        "fact.clear",
        _MENU,
        "&Not stated",
        "Take the chosen value out: the article does not say so (Backspace in the facts)",
        section=1,
    ),
    ActionSpec(
        "fact.remove",
        _MENU,
        "No &official, no meeting",
        "Say that the chosen fact is of no official, or of no meeting (Del in the facts)",
        section=1,
    ),
)
