"""A page for the terminal, and as what JSON can hold."""

from __future__ import annotations

import dataclasses
import textwrap
from collections.abc import Iterator
from enum import IntEnum, StrEnum

from store.across.page import Block, Cell, Grid, Page, Paragraph, Run, Table, said
from store.explaining import plain
from store.terminal import table

COLUMNS = 100
"""Paragraphs are broken at so many characters."""

WIDEST = 140
"""The cells of tables that would be wider are broken into lines."""


def lines(page: Page) -> Iterator[str]:
    """A page as lines of plain text."""
    yield f"== {plain(page.title)}"
    if page.subtitle:
        yield plain(page.subtitle)
    for block in page.blocks:
        yield ""
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield from textwrap.wrap(plain(said(block.runs)), COLUMNS)
        case Table():
            yield from _headed(block.heading)
            yield from table([block.columns, *(_texts(row) for row in block.rows)], WIDEST)
            yield from _noted(said(block.legend))
            yield from _noted(block.note)
        case Grid():
            yield from _headed(block.heading)
            head = (block.corner, *_texts(block.columns))
            yield from table([head, *((said(name), *_texts(marks)) for name, marks in block.rows)])
            yield from _noted(block.legend)
            yield from _noted(block.note)


def _headed(heading: str) -> Iterator[str]:
    if heading:
        yield plain(heading)


def _noted(note: str) -> Iterator[str]:
    if note:
        yield from textwrap.wrap(plain(note), COLUMNS)


def _texts(cells: tuple[Cell, ...]) -> tuple[str, ...]:
    return tuple(said(one) for one in cells)


def as_json(page: Page) -> dict[str, object]:
    """A page as what JSON can hold; what is empty is left out."""
    return _filled(
        title=page.title, subtitle=page.subtitle, blocks=[_block_json(block) for block in page.blocks]
    )


def _block_json(block: Block) -> dict[str, object]:
    match block:
        case Paragraph():
            return {"kind": "paragraph", "runs": _cell_json(block.runs)}
        case Table():
            return _filled(
                kind="table",
                heading=block.heading,
                columns=list(block.columns),
                rows=[[_cell_json(one) for one in row] for row in block.rows],
                legend=_cell_json(block.legend) or "",
                note=block.note,
            )
        case Grid():
            return _filled(
                kind="grid",
                heading=block.heading,
                corner=block.corner,
                columns=[_cell_json(one) for one in block.columns],
                rows=[
                    {"name": _cell_json(name), "marks": [_cell_json(mark) for mark in marks]}
                    for name, marks in block.rows
                ],
                legend=block.legend,
                note=block.note,
            )


def _cell_json(runs: Cell) -> list[dict[str, object]]:
    return [_run_json(run) for run in runs]


def _run_json(run: Run) -> dict[str, object]:
    link = {"kind": run.link.kind, "key": run.link.key} if run.link else None
    return _filled(text=run.text, link=link, tone=run.tone)


def _filled(**parts: object) -> dict[str, object]:
    return {name: value for name, value in parts.items() if value not in ("", None)}


def data(value: object) -> object:
    """An answer (dataclasses in tuples) as what JSON can hold, with the properties of its own."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: data(getattr(value, name)) for name in _names(type(value))}
    if isinstance(value, dict):
        return {str(key): data(one) for key, one in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [data(one) for one in value]
    if isinstance(value, IntEnum):
        return value.name.lower()
    return value.value if isinstance(value, StrEnum) else value


def _names(kind: type) -> Iterator[str]:
    """Its fields, then its properties."""
    fields = [field.name for field in dataclasses.fields(kind)]
    yield from fields
    yield from (name for name, made in vars(kind).items() if isinstance(made, property))
