"""The actions of the menu Notes."""

from __future__ import annotations

from gui.menus.spec import ActionSpec

ACTIONS = (
    ActionSpec(
        "note.highlight",
        "Notes",
        "&Highlight",
        "Highlight the selected words, in the colour and shape used last",
        ("Ctrl+H",),
    ),
    ActionSpec(
        "note.write", "Notes", "Write a &note", "Write a note on the selected words", ("Ctrl+M",), "note"
    ),
    ActionSpec("note.tag", "Notes", "&Tag", "Tag the selected words", ("Ctrl+T",), "tag"),
    ActionSpec(
        "note.article",
        "Notes",
        "Note on the a&rticle",
        "Write a note on the article as a whole",
        ("Ctrl+Shift+N",),
        "paper",
    ),
    ActionSpec(
        "note.move",
        "Notes",
        "&Put the highlight here",
        "Put the highlight that the selected words touch on just these words",
        ("Ctrl+Shift+H",),
    ),
    ActionSpec(
        "note.cite",
        "Notes",
        "Copy as a &citation",
        "Copy the selected words with where they are from",
        ("Ctrl+Shift+C",),
        "quote",
        section=1,
    ),
    ActionSpec(
        "fact.official",
        "Notes",
        "Add as an &official…",
        "Say that the selected words are an official whom the reading has missed",
        ("Ctrl+Shift+P",),
        section=1,
    ),
    ActionSpec(
        "fact.meeting",
        "Notes",
        "Add as a &meeting…",
        "Say that the selected words tell of a meeting that the reading has missed",
        ("Ctrl+Shift+G",),
        section=1,
    ),
    ActionSpec(
        "note.all",
        "Notes",
        "&All notes",
        "Show the notes of all articles, or those of the open one again",
        section=2,
        checkable=True,
    ),
    ActionSpec(
        "note.find",
        "Notes",
        "&Search the notes",
        "Put the keyboard into the search of the notes",
        ("Ctrl+Alt+F",),
        "search",
        section=2,
    ),
    ActionSpec(
        "note.place",
        "Notes",
        "Place &lost notes…",
        "Put the notes of this article that have lost their words on words again",
        ("Ctrl+Shift+L",),
        section=2,
    ),
)
