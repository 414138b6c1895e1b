"""Copying facts: one, its whole official or meeting, or all of the article; as text, Markdown or CSV."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from gui.countries import country_name
from gui.facts.card import Section, Value
from gui.facts.form import as_text, card_of
from store.model import Fact, OpenArticle

if TYPE_CHECKING:
    from gui.facts.pane import FactsPane

FORMATS = ("text", "markdown", "csv")
_NAMES = {"text": "&Text", "markdown": "&Markdown", "csv": "&CSV row"}
TOLD = {"text": "text", "markdown": "Markdown", "csv": "CSV"}
_TYPES = {"markdown": "text/markdown", "csv": "text/csv"}


def written(
    opened: OpenArticle, sections: Sequence[Section], fact: Fact | None, whole: bool, form: str
) -> str:
    """A fact, its whole official or meeting, or (None) all facts of the article, in one of ``FORMATS``."""
    from store.export import facts

    if fact is None:
        if form == "text":
            return as_text(sections)
        every = list(facts.lines(opened))
        return facts.table(opened) if form == "csv" else facts.as_markdown(opened, every, country_name)
    if whole:
        if form == "text":
            own = card_of(sections, fact)
            return as_text([own]).partition("\n")[2] if own is not None else ""
        if form == "csv":
            return facts.whole_row(opened, fact) + "\n"
        return facts.as_markdown(opened, facts.lines_of(opened, fact, whole=True), country_name)
    if form == "text":
        return _line(sections, fact)
    found = facts.lines_of(opened, fact)
    if form == "csv":
        return "".join(facts.fact_row(opened, line) + "\n" for line in found)
    return facts.as_markdown(opened, found, country_name) if found else ""


def _line(sections: Sequence[Section], fact: Fact) -> str:
    """One fact with what it is of: "Levent Ergün, rank: Army General"."""
    for section in sections:
        for card in section.cards:
            of = card.title.whole if card.title else ""
            if card.title is not None and card.title.fact == fact:
                return f"{of}\n"
            if card.badge is not None and card.badge.fact == fact:
                return f"{of}, role: {card.badge.whole}\n"
            for row in card.rows:
                for value in row.shown:
                    if value.fact == fact:
                        label = f"{of}, {row.label.lower()}" if of else row.label
                        return f"{label}: {value.whole}\n"
    return ""


def put_on_clipboard(text: str, form: str) -> None:
    """Copy, as plain text and as what it is."""
    data = QMimeData()
    data.setText(text)
    if form in _TYPES:
        data.setData(_TYPES[form], text.encode("utf-8"))
    QGuiApplication.clipboard().setMimeData(data)


def add_menus(menu: QMenu, pane: FactsPane, value: Value | None) -> None:
    """What can be copied, of a value and of all, each as text, Markdown and CSV."""

    def add(title: str, copy: Callable[[str], object]) -> None:
        inner = menu.addMenu(title)
        for form in FORMATS:
            inner.addAction(_NAMES[form] if title != _ALL or form != "csv" else "&CSV", partial(copy, form))

    fact = value.fact if value is not None else None
    if fact is not None and fact.kind != "ruling":
        if fact.field or fact.kind != "meeting":
            add("Copy this fact as", lambda form: pane.copy_as(form, fact))
        if fact.kind in ("official", "meeting"):
            add(f"Copy this {fact.kind} as", lambda form: pane.copy_as(form, fact, whole=True))
    add(_ALL, lambda form: pane.copy_as(form, None))


_ALL = "Copy &all facts as"
