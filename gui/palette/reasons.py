"""Why an action cannot be done now, in a few words."""

from __future__ import annotations

_REASONS = {
    "edit.undo": "nothing to undo",
    "edit.redo": "nothing to redo",
    "edit.clear": "no search and no filter is on",
    "edit.save_search": "no search and no filter is on",
    "file.cancel": "nothing is under way that can be cancelled",
    "file.export": "the library is empty",
    "file.print": "nothing is open",
    "file.pdf": "nothing is open",
    "file.samples": "an import is under way",
    "go.back": "nothing was open before",
    "go.forward": "nothing to go forward to",
    "go.next_hit": "no hits in the article",
    "go.previous_hit": "no hits in the article",
    "go.next_mark": "no article is open",
    "go.previous_mark": "no article is open",
    "go.card": "no article is open",
    "note.place": "no note has lost its words",
    "article.people": "no people in the library yet",
    "article.occasions": "no occasions in the library yet",
    "tab.next": "only one tab is open",
    "tab.previous": "only one tab is open",
    "tab.close": "nothing is open",
    "tab.close_others": "only one tab is open",
    "tab.close_right": "no tab is to the right",
    "tab.reopen": "no tab was closed",
    "view.split": "no room for two articles: make the window larger, or hide the facts or the filters",
    "view.together": "only while two articles are side by side",
    "view.fold_all": "the list is not grouped",
    "view.unfold_all": "the list is not grouped",
    "view.columns": "the articles are listed as cards",
    "view.order.relevance": "only while you search",
    "view.turn_order": "the best come first, whichever way round",
}

_OF_A_MENU = {
    "go": "no article in the list",
    "article": "no article is chosen",
    "note": "no article is open",
    "fact": "no article is open",
    "edit": "no article is open",
    "across": "no article is open",
    "page": "no page over articles is open",
}


def why_off(name: str) -> str:
    """Why the action of that name is off."""
    return _REASONS.get(name) or _OF_A_MENU.get(name.partition(".")[0], "not now")
