"""Reads only where a text comes from; the examples stand in tables beside this file."""

from __future__ import annotations

from pathlib import Path

from store.reading.layout import find_blocks
from store.reading.source import SourceReading, read_source

_TABLES = Path(__file__).with_name("source_examples")


def source_of(text: str, published: str | None = None) -> SourceReading:
    """The stage alone, over a text that is its own surface."""
    return read_source(text, find_blocks(text), published)


def examples(name: str) -> list[tuple[str, ...]]:
    """The rows of a table; its sign for the end of a line put right."""
    lines = (_TABLES / f"{name}.tsv").read_text("utf-8").splitlines()
    return [tuple(line.replace("⏎", "\n").split("\t")) for line in lines if not line.startswith("#")]
