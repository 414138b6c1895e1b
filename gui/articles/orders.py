"""The orders of the list: what each is called, which is the other way round. Nothing of widgets here."""

from __future__ import annotations

from gui.words import counted

ORDERS = {
    "date": "Newest first",
    "oldest": "Oldest first",
    "relevance": "Best first",
    "heading": "Heading A–Z",
    "-heading": "Heading Z–A",
    "outlet": "Outlet A–Z",
    "-outlet": "Outlet Z–A",
    "country": "Country A–Z",
    "-country": "Country Z–A",
    "occasion": "Occasion A–Z",
    "-occasion": "Occasion Z–A",
    "person": "People A–Z",
    "-person": "People Z–A",
    "tag": "Tag A–Z",
    "-tag": "Tag Z–A",
    "imported": "Last added first",
    "-imported": "First added first",
    "unread": "Unread first",
    "-unread": "Read first",
    "starred": "Starred first",
    "-starred": "Starred last",
    "notes": "Most notes first",
    "-notes": "Fewest notes first",
}
"""The orders of the library, as the window calls them. ``relevance`` is for searches only."""

CHOSEN = tuple(order for order in ORDERS if not order.startswith("-"))
"""The orders that have an action; what begins with ``-`` is one of these turned round."""

BY_DATE = ("date", "oldest")
DOWNWARD = ("date", "imported", "unread", "starred", "notes")
"""The orders that begin with the most, or the last."""

NOTHING_TO_RANK = "no words to rank by"


def action_name(order: str) -> str:
    """The action that sorts so, or the other way round."""
    return f"view.order.{order.removeprefix('-')}"


def is_sort(order: str) -> bool:
    """Whether the library makes that order of the whole list, rather than page by page."""
    return order not in (*BY_DATE, "relevance")


def turned(order: str) -> str:
    """The other way round; the best come first whatever happens."""
    if order in BY_DATE:
        return "oldest" if order == "date" else "date"
    if order == "relevance":
        return order
    return order.removeprefix("-") if order.startswith("-") else f"-{order}"


def arrow(order: str) -> str:
    """The sign of an order: up where it goes from the least to the most, as from A to Z."""
    downward = order.removeprefix("-") in DOWNWARD
    return "↓" if downward is not order.startswith("-") else "↑"


def described(order: str, grouping: str = "", *, grouped: bool = False) -> str:
    """An order in words, with the groups that the list has, or is to have."""
    told = ORDERS[order]
    if not grouping:
        return told
    if not grouped:
        return f"{told}, not by {grouping} while the best come first"
    if order in BY_DATE:
        return f"{told}, by {grouping}"
    return f"By {grouping}; within each: {told[0].lower()}{told[1:]}"


def told(ranked: int, left_out: bool, otherwise: str = "date") -> str:
    """What was ranked: so many articles; ``left_out``: and not the older ones that were found."""
    if ranked == 0:
        first = ORDERS[otherwise]
        return f"{first[0].lower()}{first[1:]}: {NOTHING_TO_RANK}"
    if left_out:
        return f"the best of the newest {counted(ranked, 'article')} first, older ones left out"
    return "best first" if ranked == 1 else f"best first of all {ranked:,} found"
