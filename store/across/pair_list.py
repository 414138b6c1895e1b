"""Which two parties met, as a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations

from store.across.page import Page, Paragraph, Run, Table, cell, to_pair
from store.across.words import amount
from store.derive import country_name


def pairs_of(met: Iterable[tuple[tuple[str, ...], int]]) -> list[tuple[str, str, int]]:
    """Each two of the parties that met, with the number of their encounters, the most frequent first."""
    counted: Counter[tuple[str, str]] = Counter()
    for parties, number in met:
        for first, second in combinations(sorted(parties), 2):
            counted[first, second] += number
    order = sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    return [(first, second, number) for (first, second), number in order]


def list_page(met: Iterable[tuple[tuple[str, ...], int]]) -> Page:
    """All pairs."""
    rows = tuple(
        (
            cell(Run(f"{country_name(first)} and {country_name(second)}", to_pair(first, second))),
            cell(f"{number:,}"),
        )
        for first, second, number in pairs_of(met)
    )
    if not rows:
        return Page("Pairs", "", (Paragraph(cell("No article of this library tells whose sides met.")),))
    return Page("Pairs", amount(len(rows), "pair"), (Table("", ("Who", "Encounters reported"), rows),))
