"""Saved web pages: the words of the article, without menus, scripts and what is around them.

Nothing of a page is run or fetched: its bytes are all that is looked at.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any

from store.errors import IntakeError
from store.intake.decoding import decode
from store.intake.flat import TOO_DEEP, flatten
from store.intake.pieces import Format, Piece, Raw
from store.model import Article

LAID_OUT = 5_000_000
"""Characters of a page up to which its tree is made: that takes many times its size in memory."""

MOST_WORDS = 20_000_000
"""Characters of an article: as many as the largest file of plain text may have."""

_OPENS = re.compile(
    rb"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.I | re.S
)
_SUFFIXES = (".html", ".htm", ".xhtml")
_LINES = re.compile(r"\n{3,}")


def _claims(raw: Raw) -> bool:
    return raw.suffix in _SUFFIXES or _OPENS.match(raw.data[:4096].lstrip(b"\xef\xbb\xbf")) is not None


def read(raw: Raw) -> Iterator[Piece]:
    """The one article of the page, its headline first."""
    decoded = decode(raw.data, raw.name, raw.encoding, markup=True)
    article = article_of(raw.key, decoded.text)
    if article is None:
        raise IntakeError(f"{raw.name} is no article: no prose was found in the page.")
    if len(article.text) > MOST_WORDS:
        raise IntakeError(
            f"{raw.name} is too large for an article: more than {MOST_WORDS // 1_000_000} million letters."
        )
    yield Piece(article, decoded.encoding, decoded.guessed)


def article_of(key: str, markup: str) -> Article | None:
    """The article in a page; ``None`` where there is none."""
    if len(markup) <= LAID_OUT:
        article = _laid_out(key, markup)
        if article is not None:
            return article
    found = flatten(markup)
    if len(markup) <= LAID_OUT and found.depth <= TOO_DEEP:
        return None  # it was looked at well, and there is none
    return _made(key, found.title, found.text, found.date)


def _laid_out(key: str, markup: str) -> Article | None:
    """The article as it is found in the tree of the page, without what is around it."""
    from trafilatura import bare_extraction  # slow to import

    found: Any = bare_extraction(
        markup, with_metadata=True, include_comments=False, include_tables=True, favor_recall=True
    )
    if found is None:
        return None
    text = _LINES.sub("\n\n", (found.text or "").strip())
    return _made(key, " ".join((found.title or "").split()), text, found.date)


def _made(key: str, title: str, text: str, date: str | None) -> Article | None:
    if not text:
        return None
    if title and not _begins_with(text, title):
        text = f"{title}\n\n{text}"
    return Article(key, text.replace("\n", "\n\n") if "\n\n" not in text else text, _day(date))


def _begins_with(text: str, title: str) -> bool:
    first = " ".join(text[: 3 * len(title) + 80].split()).casefold()
    return title.casefold() in first


def _day(said: str | None) -> str | None:
    try:
        return datetime.date.fromisoformat(said[:10]).isoformat() if said else None
    except ValueError:
        return None


def text_of(markup: str) -> str:
    """The words of a piece of HTML, a line for each block."""
    from lxml import etree, html

    if "<" not in markup and "&" not in markup:
        return markup.strip()
    try:
        tree = html.fromstring(f"<div>{markup}</div>")
    except (etree.ParserError, ValueError):  # nothing in it, or no characters of XML
        return ""
    for gone in tree.xpath("//script|//style|//noscript|//comment()"):
        gone.drop_tree()
    for block in tree.xpath("//p|//div|//br|//li|//tr|//h1|//h2|//h3|//h4|//blockquote"):
        block.tail = "\n" + (block.tail or "")
        if block.tag != "br":
            block.text = "\n" + (block.text or "")
    lines = (" ".join(line.split()) for line in tree.text_content().splitlines())
    return "\n\n".join(line for line in lines if line)


PAGE = Format("html", _SUFFIXES, _claims, read)
