"""Rows of CSV whose cells are read as what they are by every spreadsheet, and run by none."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # the wide ones run too
"""A cell that begins so is taken for a formula."""


def harmless(text: str) -> str:
    """A cell that is no formula: one that would be begins with an apostrophe, which shows as text.

    So does one that would be after its apostrophes, so that ``as_meant`` knows what was added.
    """
    return f"'{text}" if _runs(text.lstrip("'")) else text


def as_meant(cell: str) -> str:
    """What ``harmless`` made a cell of."""
    return cell[1:] if cell.startswith("'") and _runs(cell.lstrip("'")) else cell


def _runs(text: str) -> bool:
    return text.lstrip(" ").startswith(_RUNS) or text.startswith(_RUNS)


def row(cells: Iterable[object]) -> str:
    """One line of CSV, without its line break; what is not there is an empty cell."""
    out = io.StringIO(newline="")
    made = ["" if cell is None else cell if isinstance(cell, int) else harmless(str(cell)) for cell in cells]
    csv.writer(out, lineterminator="\r\n").writerow(made)  # or breaks within cells would not be quoted
    return out.getvalue().removesuffix("\r\n")
