"""The actions of the menu View."""

from __future__ import annotations

from gui.menus.spec import ActionSpec

ACTIONS = (
    ActionSpec(
        "view.sidebar", "View", "&Filters", "Show or hide the filters", ("F9",), "sidebar", checkable=True
    ),
    ActionSpec(
        "view.facts",
        "View",
        "F&acts and notes",
        "Show or hide the facts and notes beside the article",
        ("F10",),
        "facts",
        checkable=True,
    ),
    ActionSpec(
        "view.split",
        "View",
        "Side by s&ide",
        "Show two articles beside each other; again: only one",
        ("Ctrl+\\",),
        checkable=True,
    ),
    ActionSpec(
        "view.together",
        "View",
        "Scroll t&ogether",
        "Scroll both articles when you scroll one of them",
        checkable=True,
    ),
    ActionSpec(
        "view.focus",
        "View",
        "Fo&cus",
        "Dim all words but those of the chosen person or meeting; Esc leaves",
        ("F8",),
        section=1,
        checkable=True,
    ),
    ActionSpec(
        "view.new",
        "View",
        "What is n&ew",
        "Mark what no earlier article says, and dim what stands in all of them, in place of the marks",
        ("F4",),
        section=1,
        checkable=True,
    ),
    *(
        ActionSpec(
            f"view.new_against.{name}",
            "View/W&hat is new against",
            text,
            tip,
            section=1,
            checkable=True,
            group="against",
        )
        for name, text, tip in (
            ("all", "&All earlier articles", "Call new what no earlier article of the library says"),
            (
                "series",
                "This &series",
                "Call new what no earlier article of the same series says",
            ),
            ("pair", "This &pair", "Call new what no earlier article on the same two says"),
        )
    ),
    ActionSpec("view.marks.all", "View/&Marks", "&All", "Show the marks of all kinds", section=1),
    ActionSpec("view.marks.none", "View/&Marks", "&None", "Show the article without marks", section=1),
    *(
        ActionSpec(
            f"view.marks.{kind}",
            "View/&Marks",
            text,
            f"Show or hide the marks of {text.replace('&', '').lower()}",
            section=1,
            checkable=True,
        )
        for kind, text in (
            ("official", "&Officials"),
            ("rank", "&Ranks"),
            ("post", "&Posts"),
            ("date", "&Dates"),
            ("place", "P&laces"),
            ("venue", "&Venues"),
            ("occasion", "O&ccasions"),
            ("topic", "&Topics"),
            ("ceremony", "Cere&monies"),
            ("meeting", "Meetin&gs"),
            ("statement", "&Statements"),
            ("source", "So&urce"),
        )
    ),
    ActionSpec(
        "view.larger", "View", "&Larger text", "Make the text larger", ("Ctrl++", "Ctrl+="), section=8
    ),
    ActionSpec("view.smaller", "View", "&Smaller text", "Make the text smaller", ("Ctrl+-",), section=8),
    ActionSpec("view.normal", "View", "&Normal text size", "Text in its first size", ("Ctrl+0",), section=8),
    *(
        ActionSpec(
            f"view.measure.{name}",
            "View/Line &width",
            f"&{name.capitalize()}",
            tip,
            section=8,
            checkable=True,
            group="measure",
        )
        for name, tip in (
            ("narrow", "Short lines of the article, quick to read"),
            ("medium", "Lines of the article of medium length"),
            ("wide", "Long lines of the article, for a large screen"),
        )
    ),
    *(
        ActionSpec(
            f"view.typeface.{name}",
            "View/T&ypeface",
            text,
            tip,
            section=8,
            checkable=True,
            group="typeface",
        )
        for name, text, tip in (
            ("sans", "Without seri&fs", "Write the article in letters without serifs"),
            ("serif", "With &serifs", "Write the article in letters with serifs, as in books"),
        )
    ),
    ActionSpec(
        "view.order.date",
        "View/Sort &by",
        "&Newest first",
        "List the newest articles first",
        ("Alt+1",),
        section=2,
        checkable=True,
        group="order",
    ),
    ActionSpec(
        "view.order.oldest",
        "View/Sort &by",
        "&Oldest first",
        "List the oldest articles first",
        ("Alt+2",),
        section=2,
        checkable=True,
        group="order",
    ),
    ActionSpec(
        "view.order.relevance",
        "View/Sort &by",
        "&Best first",
        "List first what fits the search best, until the search box is empty",
        ("Alt+3",),
        section=2,
        checkable=True,
        group="order",
    ),
    *(
        ActionSpec(
            f"view.order.{name}",
            "View/Sort &by",
            text,
            f"{tip}; again: the other way round",
            keys,
            section=section,
            checkable=True,
            group="order",
        )
        for name, text, tip, keys, section in (
            ("heading", "&Heading", "List the articles by their headings, A to Z", ("Alt+4",), 4),
            ("outlet", "O&utlet", "List the articles by their outlets, A to Z", ("Alt+5",), 4),
            (
                "country",
                "Countr&y",
                "List the articles by their countries, A to Z",
                ("Alt+6",),
                4,
            ),
            ("occasion", "O&ccasion", "List the articles by their occasions, A to Z", ("Alt+7",), 4),
            ("person", "&People", "List the articles by whom they name most often, A to Z", (), 4),
            ("tag", "&Tag", "List the articles by their tags, A to Z", (), 4),
            ("imported", "&Added", "List first what came into the library last", ("Alt+8",), 5),
            ("unread", "Unrea&d", "List the unread articles first", (), 5),
            ("starred", "&Starred", "List the starred articles first", ("Alt+9",), 5),
            ("notes", "Not&es", "List first the articles with most notes", (), 5),
        )
    ),
    ActionSpec(
        "view.turn_order", "View/Sort &by", "Turn &round", "The other way round", ("Alt+0",), section=6
    ),
    *(
        ActionSpec(
            f"view.group.{name}",
            "View/&Group by",
            text,
            tip,
            section=2,
            checkable=True,
            group="grouping",
        )
        for name, text, tip in (
            ("none", "&Nothing", "List the articles one after the other"),
            ("day", "&Day", "List the articles under their days"),
            ("month", "&Month", "List the articles under their months"),
            ("country", "&Country", "List the articles under their countries; one of several under each"),
            ("occasion", "&Occasion", "List the articles under their occasions; one of several under each"),
        )
    ),
    ActionSpec("view.fold_all", "View/&Group by", "&Fold all", "Show only the names of groups", section=3),
    ActionSpec(
        "view.unfold_all", "View/&Group by", "&Unfold all", "Show the articles of all groups", section=3
    ),
    *(
        ActionSpec(
            f"view.list.{name}",
            "View/A&rticles as",
            text,
            tip,
            section=2,
            checkable=True,
            group="list",
        )
        for name, text, tip in (
            ("cards", "&Cards", "List each article as a card"),
            ("columns", "C&olumns", "List each article as a line with date, heading, outlet and more"),
        )
    ),
    ActionSpec(
        "view.columns",
        "View/A&rticles as",
        "C&hoose columns…",
        "Show, hide or set back the columns of the list",
        section=3,
    ),
    ActionSpec(
        "view.theme.system",
        "View/&Theme",
        "As the &system",
        "Light or dark as the system has it",
        section=9,
        checkable=True,
        group="theme",
    ),
    ActionSpec(
        "view.theme.light",
        "View/&Theme",
        "&Light",
        "Always the light theme",
        section=9,
        checkable=True,
        group="theme",
    ),
    ActionSpec(
        "view.theme.dark",
        "View/&Theme",
        "&Dark",
        "Always the dark theme",
        section=9,
        checkable=True,
        group="theme",
    ),
    ActionSpec(
        "view.full", "View", "F&ull screen", "Use the whole screen", ("F11",), section=9, checkable=True
    ),
)
