"""A page over articles, or what is selected of it, as text and as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtGui import QTextCursor

from store.across.page import Block, Cell, Grid, Page, Paragraph, Table, said

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~])")
_AT_START = re.compile(r"^(\s*)([#+-]|\d+[.)])(?=\s)")


def as_text(page: Page) -> str:
    """The whole page as plain text; between the cells of a table stand tabs."""
    return "\n".join(_text_lines(page)) + "\n"


def _text_lines(page: Page) -> Iterator[str]:
    yield page.title
    if page.subtitle:
        yield page.subtitle
    for block in page.blocks:
        yield ""
        heading, rows, notes = _parts(block)
        if heading:
            yield heading
        for row in rows:
            yield "\t".join(" ".join(said(cell).split()) for cell in row)
        yield from notes


def as_markdown(page: Page) -> str:
    """The whole page as Markdown, with tables; where links lead to is known only here, so they are words."""
    return "\n".join(_markdown_lines(page)) + "\n"


def _markdown_lines(page: Page) -> Iterator[str]:
    yield f"# {escaped(page.title)}"
    if page.subtitle:
        yield ""
        yield escaped(page.subtitle)
    for block in page.blocks:
        heading, rows, notes = _parts(block)
        if heading:
            yield ""
            yield f"## {escaped(heading)}"
        yield ""
        if isinstance(block, Paragraph):
            yield from (_toned(cell) for row in rows for cell in row)
        else:
            for at, row in enumerate(rows):
                yield f"| {' | '.join(_toned(cell) for cell in row)} |"
                if at == 0:
                    yield f"|{' --- |' * len(row)}"
        for note in notes:
            yield ""
            yield f"*{escaped(note)}*"


def _parts(block: Block) -> tuple[str, list[tuple[Cell, ...]], list[str]]:
    """Heading, rows with those of the head, notes."""
    from store.across.page import Run

    match block:
        case Paragraph():
            return "", [(block.runs,)], []
        case Table():
            head = tuple((Run(name),) for name in block.columns)
            return (
                block.heading,
                [head, *block.rows] if block.rows else [],
                [*filter(None, (said(block.legend), block.note))],
            )
        case Grid():
            first: tuple[Cell, ...] = ((Run(block.corner),), *block.columns)
            rows: list[tuple[Cell, ...]] = [(name, *marks) for name, marks in block.rows]
            notes = [*filter(None, (block.legend, block.note))]
            return block.heading, [first, *rows] if rows else [], notes


def _toned(cell: Cell) -> str:
    return "".join(_run(run.text, run.tone) for run in cell)


def _run(text: str, tone: str) -> str:
    words = escaped(" ".join(text.split("\n")))
    sign = {"new": "**", "gone": "~~", "changed": "*", "warning": "**"}.get(tone, "")
    if not sign or not words.strip():
        return words
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{before}{sign}{words.strip()}{sign}{after}"


def escaped(text: str) -> str:
    """Words that Markdown takes for words."""
    return _AT_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))


def selected_text(cursor: QTextCursor) -> str:
    """What is selected, line by line; the cells of a row on one line, with tabs between them."""
    document, first, last = cursor.document(), cursor.selectionStart(), cursor.selectionEnd()
    made: list[str] = []
    row_before: tuple[int, int] | None = None
    block = document.findBlock(first)
    while block.isValid() and block.position() <= last:
        part = QTextCursor(block)
        table = part.currentTable()
        row = (table.firstPosition(), table.cellAt(part).row()) if table is not None else None
        part.setPosition(max(first, block.position()))
        part.setPosition(min(last, block.position() + block.length() - 1), QTextCursor.MoveMode.KeepAnchor)
        words = part.selectedText().replace("\u00a0", " ")
        if row is not None and row == row_before:
            made[-1] += f"\t{words}"
        else:
            made.append(words)
        row_before = row
        block = block.next()
    return "\n".join(made)


def selected_html(cursor: QTextCursor) -> str:
    """What is selected as it looks. Its links lead to places in the program, and are left out."""
    return _LINK.sub("", cursor.selection().toHtml()).replace("\u00a0", " ")


_LINK = re.compile(r"<a href=[^>]*>|</a>")
