"""The formats that a library is exported to: one module each, which is loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from store.exchange.material import Write


@dataclass(frozen=True)
class Form:
    """One format."""

    name: str  # as the command has it
    title: str
    suffix: str
    holds: str  # one line: what is in it
    rows: str  # what its rows are, counted: "meeting"
    comes_back: bool = False  # whether Communiqué reads it again, with nothing lost

    @property
    def write(self) -> Write:
        """What writes it."""
        module, _, function = _WRITERS[self.name].partition(":")
        found: Write = getattr(import_module(module), function)
        return found


_WRITERS = {
    "json": "store.exchange.whole:write",
    "csv-participations": "store.exchange.participations:write",
    "csv-meetings": "store.exchange.tables:write_meetings",
    "csv-officials": "store.exchange.tables:write_officials",
    "annotations": "store.exchange.annotations:write",
    "markdown": "store.exchange.markdown:write",
    "html": "store.exchange.report:write",
    "bibtex": "store.exchange.citing:write_bibtex",
    "ris": "store.exchange.citing:write_ris",
    "csl-json": "store.exchange.citing:write_csl",
    "ics": "store.exchange.ics:write",
    "events": "store.exchange.events:write",
}

FORMS: Mapping[str, Form] = {
    form.name: form
    for form in (
        Form(
            "json",
            "Communiqué (JSON)",
            ".json",
            "articles, readings, corrections, notes, tags, names and saved searches; can be imported again",
            "article",
            comes_back=True,
        ),
        Form(
            "csv-participations",
            "Participations (CSV)",
            ".csv",
            "a row for each person in each meeting: post at the time, counterpart, proof sentence",
            "participation",
        ),
        Form("csv-meetings", "Meetings (CSV)", ".csv", "a row for each meeting", "meeting"),
        Form("csv-officials", "Officials (CSV)", ".csv", "a row for each official of an article", "official"),
        Form(
            "annotations",
            "Web Annotations (JSON-LD)",
            ".jsonld",
            "your highlights and notes as the W3C has them; can be imported again",
            "note",
            comes_back=True,
        ),
        Form(
            "html",
            "Report (HTML)",
            ".html",
            "one page to read and print: text with marks, notes, facts with their words",
            "article",
        ),
        Form("markdown", "Markdown", ".md", "facts with their words, notes, and the text", "article"),
        Form("ics", "Calendar (iCalendar)", ".ics", "a day for each meeting that has one", "meeting"),
        Form(
            "events",
            "Event data (CSV, PLOVER)",
            ".csv",
            "a row for each meeting in the terms of PLOVER: actor, recipient, type, mode, context, proof",
            "event",
        ),
        Form("bibtex", "References (BibTeX)", ".bib", "each article as a reference", "reference"),
        Form("ris", "References (RIS)", ".ris", "each article as a reference", "reference"),
        Form("csl-json", "References (CSL-JSON)", ".json", "each article as a reference", "reference"),
    )
}
