"""The actions on facts of the open article, in the menu Notes."""

from __future__ import annotations

from gui.menus.spec import ActionSpec

_MENU = "Notes/&Facts"

_CORRECTING = (
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
        "fact.confirm",
        _MENU,
        "Con&firm the fact",
        "Say that the chosen fact is right (C in the facts)",
        section=1,
    ),
    ActionSpec(
        "fact.confirm_all",
        _MENU,
        "Confirm the &whole official or meeting",
        "Say that all of the chosen official or meeting is right (Shift+C in the facts)",
        section=1,
    ),
    ActionSpec(
        "fact.edit",
        _MENU,
        "&Edit the fact in place",
        "Put the chosen fact right where it stands (E in the facts)",
        (),
        "pencil",
        section=2,
    ),
    ActionSpec(
        "fact.correct",
        _MENU,
        "Co&rrect the official or meeting…",
        "Put all of the chosen official or meeting right in a form (Shift+E in the facts)",
        section=2,
    ),
    ActionSpec(
        "fact.clear",
        _MENU,
        "The fact is &not stated",
        "Take the chosen value out: the article does not say so (Backspace in the facts)",
        section=2,
    ),
    ActionSpec(
        "fact.remove",
        _MENU,
        "No &official, no meeting",
        "Say that the chosen fact is of no official, or of no meeting (Del in the facts)",
        section=2,
    ),
)

_COPY = "Edit/Cop&y facts"

_COPYING = tuple(
    ActionSpec(f"fact.copy.{what}.{form}", _COPY, text, tip, section=section)
    for what, form, text, tip, section in (
        ("one", "text", "Copy the fact as &text", "Copy the chosen fact as text", 3),
        (
            "one",
            "markdown",
            "Copy the fact as &Markdown",
            "Copy the chosen fact with its words, as Markdown",
            3,
        ),
        ("one", "csv", "Copy the fact as a CSV &row", "Copy the chosen fact as a row of CSV", 3),
        (
            "whole",
            "text",
            "Copy the &official or meeting as text",
            "Copy the whole official or meeting of the chosen fact as text",
            4,
        ),
        (
            "whole",
            "markdown",
            "Copy the official or meeting as Mar&kdown",
            "Copy the whole official or meeting of the chosen fact with its words, as Markdown",
            4,
        ),
        (
            "whole",
            "csv",
            "Copy the official or meeting as a CS&V row",
            "Copy the whole official or meeting of the chosen fact as a row of CSV",
            4,
        ),
        ("all", "text", "Copy &all facts as text", "Copy all facts of the article as text", 5),
        ("all", "markdown", "Copy all &facts as Markdown", "Copy all facts with their words, as Markdown", 5),
        ("all", "csv", "Copy all facts a&s CSV", "Copy all facts as rows of CSV under a line of names", 5),
    )
)

ACTIONS: tuple[ActionSpec, ...] = (*_CORRECTING, *_COPYING)
