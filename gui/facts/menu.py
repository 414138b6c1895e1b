"""The context menu of the facts, with the keys that do the same."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from gui import icons
from gui.countries import country_name
from gui.facts.card import Value
from gui.facts.form import ruled_over
from gui.facts.keys import KEYS
from gui.facts.spelling import CHOICES, name_of
from gui.theme import Theme
from store.model import FactState

if TYPE_CHECKING:
    from gui.facts.pane import FactsPane

EMPTIED = ("rank", "country", "date", "place", "venue", "occasion")
"""Fields that may be without a value."""

_NOT_ONE = {
    "posts": "&Not a post of this person",
    "hosts": "&Not a host",
    "guests": "&Not a guest",
    "attendees": "&Not present",
    "parties": "&Not a party",
    "topics": "&Not a topic",
}


def context_menu(pane: FactsPane, theme: Theme, value: Value | None) -> QMenu:
    """What can be done with a value, and with all of them."""
    menu = QMenu(pane)
    if value is not None:
        _add_going(menu, pane, theme, value)
        if value.fact is not None and value.fact.kind in ("official", "meeting"):
            menu.addSeparator()
            _add_corrections(menu, pane, theme, value)
        if value.rulings:
            made = "confirmation" if value.state is FactState.CONFIRMED else "correction"
            if pane.is_of_the_whole(value):
                made += " of the whole"
            was = f" (was: {_short(value.was)})" if value.was else ""
            text = f"&Take this {made} back{was}"
            menu.addSeparator()
            menu.addAction(text, lambda: pane.take_back_wanted.emit(value.rulings))
        menu.addSeparator()
    pane.add_shared(menu, value)
    return menu


def _add_going(menu: QMenu, pane: FactsPane, theme: Theme, value: Value) -> None:
    if value.spans:
        goto = menu.addAction(icons.icon("goto", theme), "&Go to the words", partial(pane.go_to, value))
        goto.setShortcut(QKeySequence(KEYS["goto"]))
    copy = menu.addAction(icons.icon("copy", theme), "&Copy", partial(pane.copy, value))
    copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
    _add_ways(menu, pane, value)
    if value.person:
        menu.addAction(
            icons.icon("person", theme), "Only articles with this &person", partial(pane.filter_person, value)
        )
    if value.country:
        menu.addAction(
            icons.icon("country", theme),
            f"Only articles of {country_name(value.country)}",
            lambda: pane.country_filter.emit(value.country),
        )


def _add_ways(menu: QMenu, pane: FactsPane, value: Value) -> None:
    """The pages over all articles that lead on from here."""
    from gui.across import offers, pages

    for text, link in offers.of_value(pane.opened, value):
        if pages.has_page(link):
            menu.addAction(text, partial(pane.way_asked.emit, link))


def _add_corrections(menu: QMenu, pane: FactsPane, theme: Theme, value: Value) -> None:
    fact = value.fact
    assert fact is not None
    what = f"this {fact.kind}"
    field = fact.field or ("name" if fact.kind == "official" else "")

    def add(text: str, action: str) -> QAction:
        entry = menu.addAction(text, partial(pane.act, action, value))
        if action in KEYS and (pane.canvas.letters or len(KEYS[action].removeprefix("Shift+")) > 1):
            entry.setShortcut(QKeySequence(KEYS[action]))
        return entry

    if ruled_over(fact) and field != "apart":
        called = name_of(field)
        add(f"&Edit the {called}" + (" ▸" if field in CHOICES else ""), "edit").setIcon(
            icons.icon("pencil", theme)
        )
        if value.state is FactState.MACHINE:
            add(f"Con&firm the {called}", "confirm").setIcon(icons.icon("tick", theme))
        if can_be_cleared(value):
            add(f"The {called} is &not stated" if field in EMPTIED else _NOT_ONE[field], "clear")
        menu.addSeparator()
    add(f"Co&rrect {what}…", "correct")
    add(f"C&onfirm all of {what}", "confirm_all")
    add(f"This is no {fact.kind}", "remove")
    if fact.kind == "official":
        if pane.can_be_split(fact):
            add("Two people rea&d as one…", "split")
        add("&Which person of this name…", "apart")


def can_be_cleared(value: Value) -> bool:
    """Whether a value can be taken out: of a list, or of a field that may be empty."""
    fact = value.fact
    if fact is None or not value.spans:
        return False
    return fact.field in EMPTIED or fact.field in _NOT_ONE


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
