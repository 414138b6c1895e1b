"""The actions of the menu Across: what several articles say together."""

from __future__ import annotations

from gui.menus.spec import ActionSpec

ACTIONS = (
    ActionSpec(
        "across.series",
        "Across",
        "All &series",
        "Every series of occasions, with its sessions and those that are missing",
        icon="facts",
    ),
    ActionSpec(
        "page.copy_text",
        "Across",
        "Copy the page as &text",
        "Copy all of the open page; between the cells of tables stand tabs",
        section=2,
    ),
    ActionSpec(
        "page.copy_markdown", "Across", "Copy the page as &Markdown", "Copy all of the open page", section=2
    ),
    ActionSpec("page.print", "Across", "Pri&nt the page…", "Print the open page", ("Ctrl+P",), section=2),
    ActionSpec(
        "page.pdf", "Across", "Save the page as P&DF…", "Write the open page into a PDF file", section=2
    ),
)
