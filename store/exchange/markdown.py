"""Articles as Markdown: what was read from each with its words, what a person wrote, and the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.derive import country_name
from store.exchange.material import Material, Told
from store.export import facts
from store.marks import one_line
from store.model import Annotation, OpenArticle

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_BEGINS = re.compile(r"^(\s*)(?:([-+=]+)|(\d+)([.)]))(?=\s|$)")
_INDENTED = re.compile(r"^[ \t]+")


def write(material: Material, told: Told) -> Iterator[str]:
    """One article after the other, parted by rules."""
    for opened in material.articles:
        yield "\n---\n\n" if told.rows else ""
        told.rows += 1
        yield from _article(opened)


def _article(opened: OpenArticle) -> Iterator[str]:
    row = opened.row
    yield f"# {plain(row.heading) or plain(row.key)}\n\n"
    source = ", ".join(plain(part) for part in (row.outlet, row.date, row.key) if part)
    tags = " ".join(f"\\#{plain(tag.replace(' ', '-'))}" for tag in opened.tags)
    yield f"{source}{'  ' if tags else ''}\n{f'{tags}{chr(10)}' if tags else ''}\n"
    found = list(facts.lines(opened))
    if found:
        yield f"## Facts\n\n{facts.as_markdown(opened, found, country_name)}\n"
    if opened.annotations:
        yield "## Notes\n\n"
        for made in opened.annotations:
            yield from _note(made)
    yield "## Text\n\n"
    yield prose(opened.article.text) + "\n"


def _note(made: Annotation) -> Iterator[str]:
    """The words, then what was written on them, as it was written: a note is Markdown."""
    if made.whole:
        yield "*On the whole article*\n\n"
    else:
        yield f"> {plain(made.anchor.exact)}\n\n"
    if made.orphan:
        yield "*These words are no longer in the article.*\n\n"
    if made.note:
        yield f"{made.note.strip()}\n\n"
    if made.tags:
        yield " ".join(f"\\#{plain(tag.replace(' ', '-'))}" for tag in made.tags) + "\n\n"


def plain(text: str) -> str:
    """Text on one line that Markdown takes for text."""
    return _begun(_SPECIAL.sub(r"\\\1", one_line(text)))


def prose(text: str) -> str:
    """Paragraphs that Markdown takes for text; every line break stays one."""
    lines = [_begun(_INDENTED.sub("", _SPECIAL.sub(r"\\\1", line)).rstrip()) for line in text.splitlines()]
    made = []
    for line, following in zip(lines, [*lines, ""][1:], strict=True):
        made.append(f"{line}  " if line and following else line)
    return "\n".join(made).strip("\n") + "\n"


def _begun(line: str) -> str:
    """A line that begins no list and underlines no heading."""
    return _BEGINS.sub(lambda it: f"{it[1]}\\{it[2]}" if it[2] else f"{it[1]}{it[3]}\\{it[4]}", line)
