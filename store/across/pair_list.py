"""Which two parties met and how often, as a page: all of them, or those of one party."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from store.across import words
from store.across.network import Counted, Network
from store.across.page import Cell, Page, Paragraph, Run, Table, cell, to_pair
from store.derive import country_name


@dataclass(frozen=True, slots=True)
class PairLine:
    """Two parties in a list; of none of ``meetings`` only plans are told."""

    first: str
    second: str
    meetings: int
    since: str | None = None
    until: str | None = None


def lines_of(found: Network, told: Iterable[tuple[tuple[str, ...], int]]) -> tuple[PairLine, ...]:
    """Each two that met, the most frequent first; at the end those that ``told`` has besides (plans)."""
    met = [PairLine(one.first, one.second, one.meetings, one.since, one.until) for one in found.edges]
    known = {(one.first, one.second) for one in met}
    plans = {
        both: PairLine(*both, 0)
        for parties, _ in told
        for both in combinations(sorted(parties), 2)
        if both not in known
    }
    return (*met, *(plans[both] for both in sorted(plans)))


def list_page(lines: Iterable[PairLine], counted: Counted = "meetings") -> Page:
    """All pairs."""
    rows = tuple((cell(_both(one)), *told_of(one)) for one in lines)
    if not rows:
        return Page("Pairs", "", (Paragraph(cell("No article of this library tells whose sides met.")),))
    return Page("Pairs", words.amount(len(rows), "pair"), (Table("", columns("Who", counted), rows),))


def columns(who: str, counted: Counted) -> tuple[str, ...]:
    """The heads of a list of pairs: each meeting is counted once, or (of very many) days with any."""
    return (who, "Meetings" if counted == "meetings" else "Days with meetings", "First", "Last")


def told_of(one: PairLine) -> tuple[Cell, ...]:
    """How often they met, first and last."""
    if not one.meetings:
        return cell(Run("only planned", tone="muted")), (), ()
    days = (cell(words.day(day)) if day else () for day in (one.since, one.until))
    return cell(f"{one.meetings:,}"), *days


def _both(one: PairLine) -> Run:
    return Run(f"{country_name(one.first)} and {country_name(one.second)}", to_pair(one.first, one.second))
