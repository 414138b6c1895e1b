"""The formats that articles come in: one module each; the first that claims a file reads it."""

from __future__ import annotations

from store.errors import IntakeError
from store.intake.annotated import ANNOTATIONS
from store.intake.exported import EXPORT
from store.intake.feeds import FEED
from store.intake.json_lines import JSON_LINES
from store.intake.mail import MAIL
from store.intake.pages import PAGE
from store.intake.pieces import Format, Raw
from store.intake.plain import SEED, TEXT
from store.intake.portable import PDF

FORMATS = (PDF, EXPORT, ANNOTATIONS, JSON_LINES, FEED, PAGE, MAIL, SEED, TEXT)

SUFFIXES = frozenset(suffix for form in FORMATS for suffix in form.suffixes)


def format_of(raw: Raw) -> Format:
    """The first format that claims ``raw``. Raises ``IntakeError`` where none does."""
    found = next((form for form in FORMATS if form.claims(raw)), None)
    if found is None:
        raise IntakeError(
            f"{raw.name} is not what its name says: no {raw.suffix.lstrip('.').upper()} with articles."
        )
    return found
