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
        "across.pairs",
        "Across",
        "All &pairs",
        "Which countries and organisations met each other, and how often",
        icon="country",
    ),
    ActionSpec(
        "across.person",
        "Across",
        "Page of a person, a series, a count&ry or a pair…",
        "Find a page by its name; : in the palette does the same",
        ("Ctrl+J",),
        icon="person",
    ),
    ActionSpec(
        "across.timeline",
        "Across",
        "Time&line",
        "Draw the meetings of the open page, or of the articles in the list, along a time axis",
        ("Ctrl+Shift+I",),
        icon="timeline",
        section=1,
    ),
    ActionSpec(
        "across.calendar",
        "Across",
        "C&alendar",
        "Draw the days with meetings of the open page, or of the articles in the list, as a year",
        ("Ctrl+Shift+Y",),
        icon="year",
        section=1,
    ),
    ActionSpec(
        "across.network",
        "Across",
        "Who met &whom",
        "Draw who met whom in the articles of the list, as a network of people or of countries",
        icon="person",
        section=1,
    ),
    ActionSpec(
        "across.new",
        "Across",
        "What is &new here",
        "Which sentences and phrases of the open article no earlier article has",
        ("Ctrl+Shift+E",),
        section=2,
    ),
    ActionSpec(
        "across.compare",
        "Across",
        "&Compare with…",
        "Lay the open article and another one side by side, sentence by sentence; or the two that are chosen",
        ("Ctrl+Shift+D",),
        section=2,
    ),
    ActionSpec(
        "across.reports",
        "Across",
        "&Other reports of this meeting",
        "What each article says of the same meeting, and where they differ",
        section=2,
    ),
    ActionSpec(
        "page.copy_text",
        "Across",
        "Copy the page as &text",
        "Copy all of the open page; between the cells of tables stand tabs",
        section=3,
    ),
    ActionSpec(
        "page.copy_markdown", "Across", "Copy the page as &Markdown", "Copy all of the open page", section=3
    ),
    ActionSpec(
        "page.svg",
        "Across",
        "Save the drawing as S&VG…",
        "Write the open drawing into an SVG file, as far as it is zoomed",
        section=3,
    ),
    ActionSpec(
        "page.as_text",
        "Across",
        "Drawing as te&xt",
        "Show the open drawing as a page of text, or draw it again",
        checkable=True,
        section=3,
    ),
)
