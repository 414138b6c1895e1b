"""What is kept of the notes pane from one run to the next: of what notes, which, and in what order."""

from __future__ import annotations

import json
from typing import Any

from gui.notes.pane import NotesPane
from gui.notes.sieve import Sieve
from store.model import MarkStyle

_SETS = ("colours", "styles", "tags", "kinds")


def taken(pane: NotesPane) -> str:
    """What is shown, as one line of text."""
    head = pane.head
    kept: dict[str, Any] = {"orders": head.kept_orders}
    if pane.shows_all:
        kept["all"] = True
    if head.line.text():
        kept["words"] = head.line.text()
    for name in _SETS:
        chosen = getattr(head.chosen_sieve, name)
        if chosen:
            kept[name] = sorted(chosen)
    return json.dumps(kept, ensure_ascii=False)


def give(pane: NotesPane, text: str) -> None:
    """Show what such a text says; what cannot be understood of it is left aside."""
    try:
        kept = json.loads(text) if text else {}
    except ValueError:
        kept = {}
    if not isinstance(kept, dict):
        return
    if isinstance(kept.get("orders"), str):
        pane.head.restore_orders(kept["orders"])
    styles = {style.value for style in MarkStyle}
    found = {name: frozenset(one for one in _list(kept.get(name)) if isinstance(one, str)) for name in _SETS}
    sieve = Sieve(
        found["colours"],
        frozenset(MarkStyle(one) for one in found["styles"] if one in styles),
        found["tags"],
        found["kinds"],
    )
    words = kept.get("words")
    if isinstance(words, str):
        pane.head.line.setText(words)
    if sieve != Sieve() or words:
        pane.head.set_sieve(sieve)
    pane.show_all(kept.get("all") is True)


def _list(found: object) -> list[object]:
    return found if isinstance(found, list) else []
