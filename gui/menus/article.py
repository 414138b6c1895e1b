"""The actions of the menu Article."""

from __future__ import annotations

from gui.menus.spec import ActionSpec

ACTIONS = (
    ActionSpec(
        "article.new_tab",
        "Article",
        "Open in a new &tab",
        "Show the article in a tab of its own",
        ("Ctrl+Return",),
        "tab",
    ),
    ActionSpec(
        "article.other_side",
        "Article",
        "Open on the other s&ide",
        "Show the article beside the one that is open",
        ("Ctrl+Shift+Return",),
    ),
    ActionSpec(
        "article.new_window", "Article", "Open in a new &window", "Show the article in a window of its own"
    ),
    ActionSpec("article.star", "Article", "&Star", "Star the article, or take the star away", ("S",), "star"),
    ActionSpec(
        "article.read", "Article", "Mark as &read", "Mark the article as read or unread", ("M",), "unread"
    ),
    ActionSpec(
        "article.all_read",
        "Article",
        "Mark &all listed as read",
        "Mark every article of the list as read",
        ("Ctrl+Shift+M",),
    ),
    ActionSpec(
        "article.tag",
        "Article",
        "Ta&g…",
        "Put tags on the selected articles, or take them away",
        ("Ctrl+Shift+A",),
        "tag",
    ),
    ActionSpec(
        "article.delete",
        "Article",
        "&Delete",
        "Take the article and the notes on it out of the library; undo brings them back",
        ("Ctrl+Del",),
        "trash",
        section=1,
    ),
    ActionSpec(
        "article.headings",
        "Article",
        "Copy &heading",
        "Copy the headings of the selected articles, a line each; in the list also Ctrl+C",
        section=2,
    ),
    ActionSpec(
        "article.citations",
        "Article",
        "Copy &citation",
        "Copy heading, outlet and date of the selected articles, a line each",
        icon="quote",
        section=2,
    ),
    ActionSpec(
        "article.cite_bibtex",
        "Article/Copy as re&ference",
        "&BibTeX",
        "Copy the selected articles as references for LaTeX",
        section=2,
    ),
    ActionSpec(
        "article.cite_ris",
        "Article/Copy as re&ference",
        "&RIS",
        "Copy the selected articles as references for Zotero, EndNote and others",
        section=2,
    ),
    ActionSpec(
        "article.cite_csl",
        "Article/Copy as re&ference",
        "&CSL-JSON",
        "Copy the selected articles as references for Pandoc and others",
        section=2,
    ),
    ActionSpec(
        "article.people",
        "Article",
        "&People…",
        "Say which names in your articles are one person's",
        section=3,
    ),
    ActionSpec(
        "article.occasions",
        "Article",
        "&Occasions…",
        "Say which wordings in your articles are one occasion's",
        section=3,
    ),
    ActionSpec(
        "article.tags",
        "Article",
        "Tags e&verywhere…",
        "Rename, merge, colour or delete tags, everywhere at once",
        section=3,
    ),
)
