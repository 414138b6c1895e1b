"""Brings notes from elsewhere to the articles that they are on."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from store import anchors, searching
from store.database import annotations as notes
from store.database import articles, indexing, listing, personal
from store.database.filters import select
from store.folding import words
from store.intake.pieces import Loose
from store.model import Anchor, Filter, Refusal, Span

LOOKED_FOR = 12
"""So many words of a quote are looked for in all articles."""

FEWEST_LETTERS = 10
"""A shorter quote is in too many articles to tell which is meant."""

SURE_FROM = 20
"""Letters from which on a quote that stands once in its article needs nothing around it to be sure."""

LOOKED_AT = 300
"""In so many articles at most."""


Homed = tuple[int, Loose]


def homes(connection: sqlite3.Connection, loose: Iterable[Loose]) -> tuple[list[Homed], list[Refusal]]:
    """The article of each note, and what belongs to no article of the library. Nothing is written."""
    found: list[Homed] = []
    refused: list[Refusal] = []
    for one in loose:
        home = _home(connection, one)
        if isinstance(home, Refusal):
            refused.append(home)
        else:
            found.append((home, one))
    return found, refused


def bring(
    connection: sqlite3.Connection, article_id: int, loose: Sequence[Loose]
) -> tuple[list[int], list[int]]:
    """Put notes on their article; what is there already stays.

    Returns the numbers of those that came in, and of those among them that have found no place there.
    """
    text = _text(connection, article_id)
    there = [personal.same(made) for made in notes.of_article(connection, article_id)]
    dated, ever = Counter(there), Counter(one[:-1] for one in there)
    made: list[int] = []
    lost: list[int] = []
    with indexing.following(connection, [article_id]):
        for one in loose:
            own = personal.same(one.annotation)
            known, key = (dated, own) if one.dated else (ever, own[:-1])
            if known[key] > 0:  # what was made twice is to be there twice
                known[key] -= 1
                continue
            anchor = settled(text, one.annotation.anchor, alone=not one.fingerprint)
            kept = anchor or replace(one.annotation.anchor, span=Span(0, 0), text_hash="")
            made.append(notes.insert(connection, replace(one.annotation, article_id=article_id, anchor=kept)))
            if anchor is None:
                lost.append(made[-1])
    return made, lost


def settled(text: str, anchor: Anchor, alone: bool = True) -> Anchor | None:
    """The anchor in this text; ``None`` where its words are gone or could be several.

    Where its place holds its words with what is kept of what stood around them, it is as it was. ``alone``:
    words that stand only once count also where nothing is known of what stood around, or the page that they
    were quoted from had something else there.
    """
    if not anchor.exact:
        return anchors.WHOLE
    start, end = anchor.span
    here = text[start:end] == anchor.exact
    bare = not (anchor.prefix or anchor.suffix)
    if here and text.startswith(anchor.suffix, end) and text.endswith(anchor.prefix, 0, start):
        return anchors.make(text, anchor.span) if bare else replace(anchor, text_hash=anchors.text_hash(text))
    found = anchors.place(text, anchor)
    if found is None and alone and (bare or len("".join(words(anchor.exact))) >= SURE_FROM):
        found = anchors.only(text, anchor)
    return anchors.make(text, found) if found else None


def _home(connection: sqlite3.Connection, one: Loose) -> int | Refusal:
    """The article a note is on: by its words, its address, else the only one in which the quote stands."""
    if one.fingerprint:
        found = articles.known_id(connection, one.fingerprint)
        if found is not None:
            return found
    anchor = one.annotation.anchor
    addressed = _addressed(connection, one.addresses)
    fitting = [number for number in addressed if _fits(connection, number, anchor)]
    if len(addressed) == 1 or len(fitting) == 1:
        return (fitting or addressed)[0]
    if not anchor.exact:
        return Refusal(one.where, f"{one.where} is on an article that is not in the library.")
    if len("".join(words(anchor.exact))) < FEWEST_LETTERS:
        told = "its article is not in the library, or its quote is too short"
        return Refusal(one.where, f"{one.where}: {told}.")
    said = " ".join(anchor.exact.split())
    quote = f"“{said[:60]}{'…' if len(said) > 60 else ''}”"
    quoting = [number for number in _quoting(connection, anchor) if _fits(connection, number, anchor)]
    if len(quoting) > 1:
        return Refusal(one.where, f"{one.where}: {quote} stands in several articles.")
    if not quoting:
        return Refusal(one.where, f"{one.where}: {quote} stands in no article of the library.")
    return quoting[0]


def _fits(connection: sqlite3.Connection, article_id: int, anchor: Anchor) -> bool:
    return settled(_text(connection, article_id), replace(anchor, span=Span(0, 0))) is not None


def _quoting(connection: sqlite3.Connection, anchor: Anchor) -> list[int]:
    """The articles in which the first words of a quote stand."""
    said = words(anchor.exact)[:LOOKED_FOR]
    phrase = " ".join(said[1:-1] if len(said) > 4 else said)  # the first and the last may be parts of words
    query = searching.understand(connection, f'"{phrase}"')
    chosen = select(Filter(query=phrase), query, [], "date", connection)
    return listing.ids(connection, chosen, "date")[:LOOKED_AT]


def _addressed(connection: sqlite3.Connection, addresses: Iterable[str]) -> list[int]:
    """The articles that came from a file or an address; else those named like the end of one."""
    known = [place for address in addresses for place in places(address)]
    if not known:
        return []
    found = connection.execute(
        "SELECT id FROM article WHERE binned_at IS NULL AND (path IN (SELECT value FROM json_each(?1))"
        " OR part <> '' AND part IN (SELECT value FROM json_each(?1)) OR key IN"
        " (SELECT value FROM json_each(?1)))",
        (json.dumps(known),),
    ).fetchall()
    return [int(row[0]) for row in found]


def places(address: str) -> Iterator[str]:
    """An address as articles may have it: with and without the s of https, www, and the last slash."""
    plain = address.partition("#")[0].strip()
    parts = urlsplit(plain)
    if parts.scheme == "file":
        yield unquote(parts.path)
        return
    if parts.scheme not in ("http", "https"):
        yield plain
        return
    host, rest = parts.netloc.removeprefix("www."), plain.partition(parts.netloc)[2].rstrip("/")
    for scheme in ("https", "http"):
        for start in ("", "www."):
            yield from (f"{scheme}://{start}{host}{rest}", f"{scheme}://{start}{host}{rest}/")


def _text(connection: sqlite3.Connection, article_id: int) -> str:
    loaded = articles.load(connection, article_id)
    return loaded[0].text if loaded is not None else ""
