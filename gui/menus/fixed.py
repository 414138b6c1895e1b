"""Keys that belong to a pane and stay as they are: no action of a menu has them."""

from __future__ import annotations

FIXED: tuple[tuple[str, str, str], ...] = (
    (
        "Anywhere",
        "Esc",
        "One step back: close what is open, empty the field, leave the focus, go to the list",
    ),
    ("Search box", "Return", "Open the first article found; then the next hit"),
    ("Search box", "Shift+Return", "The hit before"),
    ("Search box", "Down", "Go to the list"),
    ("Search box", "Esc", "Clear the search; once more: go to the list"),
    ("Find in article", "Return", "The next place"),
    ("Find in article", "Shift+Return", "The place before"),
    ("Find in article", "Esc", "Close it and select what was found"),
    ("List of articles", "Home", "The first article"),
    ("List of articles", "End", "The last article"),
    ("List of articles", "Ctrl+A", "Choose all articles of the list"),
    ("List of articles", "Shift+Down", "Choose the next article too; Shift+Up the one before"),
    ("List of articles", "Ctrl+C", "Copy the headings of the chosen articles"),
    ("List of articles", "Esc", "Where several are chosen: choose only the open one"),
    ("Facts pane", "Return", "Go to the words of the fact"),
    ("Facts pane", "Shift+Down", "The next fact that is as read, past what you confirmed and corrected"),
    ("Facts pane", "Shift+Up", "The fact before that is as read"),
    ("Facts pane", "E", "Put the fact right where it stands; also F2, or a double click"),
    ("Facts pane", "Shift+E", "Put all of the official or meeting right, in a form"),
    ("Facts pane", "C", "Confirm the fact"),
    ("Facts pane", "Shift+C", "Confirm the whole official or meeting"),
    ("Facts pane", "Backspace", "Not stated: take the value out"),
    ("Facts pane", "Del", "No official, no meeting; on a correction: take it back"),
    ("Notes pane", "Return", "Go to the words of the note"),
    ("Notes pane", "F2", "Edit the note"),
    ("Notes pane", "Del", "Delete the notes that are chosen"),
    ("Notes pane", "Ctrl+C", "Copy the notes that are chosen, with their words"),
    ("Note being written", "Ctrl+E", "Show it as it will look, and write on"),
    ("Note being written", "Ctrl+Return", "Keep it and go back to the list; so does Esc"),
    ("Palette", "Return", "Do what is chosen, or go there"),
    ("Palette", "Ctrl+Return", "Open the article in a new tab"),
    ("Palette", "Esc", "Close it; the keyboard goes back to where it was"),
)
"""Where, which key, what it does."""
