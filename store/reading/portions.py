"""Very long texts are read in portions, so that the time a reading takes grows with the length and no faster.

A portion is far longer than any article; who and what is named alike in two of them is one.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import TypeVar, cast

from store.model import Ceremony, Evidence, Official, Post, Reading, Role, Span, Stated

PORTION = 60_000  # characters

_Piece = TypeVar("_Piece")
_ROLES = (Role.HOST, Role.GUEST, Role.ATTENDEE, Role.HONOURED, Role.MENTIONED)  # the weightiest first


def cut(text: str) -> list[Span]:
    """The portions of a text, cut where a line or at least a word ends; most texts are one."""
    portions: list[Span] = []
    start = 0
    while len(text) - start > PORTION:
        end = start + PORTION
        for mark in ("\n", " "):
            place = text.rfind(mark, start + PORTION // 2, end)
            if place >= 0:
                end = place + 1
                break
        portions.append(Span(start, end))
        start = end
    return [*portions, Span(start, len(text))]


def put_together(readings: Iterable[tuple[int, Reading]]) -> Reading:
    """One reading of the readings of portions, each with the offset where its portion begins."""
    shifted = [_moved(reading, offset) for offset, reading in readings]
    first = shifted[0]
    officials: dict[str, Official] = {}
    ceremonies: dict[str, Ceremony] = {}
    for reading in shifted:
        for official in reading.officials:
            known = officials.get(official.name)
            officials[official.name] = official if known is None else _one(known, official)
        for ceremony in reading.ceremonies:
            ceremonies.setdefault(ceremony.site, ceremony)
    return dataclasses.replace(
        first,
        officials=tuple(officials.values()),
        meetings=tuple(meeting for reading in shifted for meeting in reading.meetings),
        ceremonies=tuple(ceremonies.values()),
        statements=tuple(statement for reading in shifted for statement in reading.statements),
    )


def _moved(piece: _Piece, offset: int) -> _Piece:
    """The same with every span moved by ``offset``."""
    if not offset:
        return piece
    return cast(_Piece, _with_spans_moved(piece, offset))


def _with_spans_moved(piece: object, offset: int) -> object:
    if isinstance(piece, Span):
        return Span(piece.start + offset, piece.end + offset)
    if isinstance(piece, tuple):
        return tuple(_with_spans_moved(item, offset) for item in piece)
    if dataclasses.is_dataclass(piece) and not isinstance(piece, type):
        fields = {
            f.name: _with_spans_moved(getattr(piece, f.name), offset) for f in dataclasses.fields(piece)
        }
        return dataclasses.replace(piece, **fields)
    return piece


def _one(known: Official, other: Official) -> Official:
    """Two officials of one name made one."""
    mentions = known.mentions + other.mentions
    posts: dict[tuple[str, str | None], Post] = {}
    for post in (*known.posts, *other.posts):
        posts.setdefault((post.title.lower(), post.organisation), post)
    role: Stated[Role] = min(known.role, other.role, key=lambda r: _ROLES.index(r.value))
    return Official(
        known.name,
        known.rank or other.rank,
        tuple(posts.values()),
        known.country or other.country,
        role,
        mentions,
        Evidence(mentions, known.evidence.rule, max(known.evidence.confidence, other.evidence.confidence)),
    )
