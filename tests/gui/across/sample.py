"""A page with everything that a page may have."""

from __future__ import annotations

from store.across.page import Grid, Link, Page, Paragraph, Run, Table, cell, to_article
from store.model import Span

PAGE = Page(
    "Military Dialogue <b>&amp;</b>",
    "2 sessions known of 17",
    (
        Paragraph(
            cell("Sessions ", Run("15", to_article(1)), " and ", Run("17", to_article(3, Span(4, 9))), "; ")
            + cell(Run("16 is missing", None, "gap"), ".")
        ),
        Table(
            "Sessions",
            ("No.", "Place", "Head"),
            (
                (cell("15"), cell("Baku"), cell(Run("Zakir Hasanov", Link("person", "zakir hasanov")))),
                (cell("17"), cell("Bakı | 2"), cell(Run("Levent Ergün 😀", None, "new"))),
            ),
            "Each session leads to its article.",
        ),
        Grid(
            "Topics",
            "Topic",
            (cell("15"), cell(Run("17", to_article(3)))),
            ((cell("Education"), (cell("●"), cell(Run("– gone", None, "gone")))),),
            "● spoken of; – gone",
        ),
    ),
)
