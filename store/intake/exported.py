"""A library's own export: articles as they came, with what a person did with them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from store import anchors
from store.errors import IntakeError, RulingError
from store.intake.pieces import Format, Overall, Personal, Piece, Raw
from store.model import (
    Anchor,
    Annotation,
    Article,
    Filter,
    MarkStyle,
    NameRuling,
    Refusal,
    Ruling,
    RulingKind,
    SavedSearch,
    Source,
    Span,
)
from store.rulings import check

_OPENS = re.compile(rb'\A\s*\{\s*"format":\s*"communique"\s*,\s*"version":\s*(\d+)')
_VERSION = 1


def _claims(raw: Raw) -> bool:
    return _OPENS.match(raw.data[:200]) is not None


def read(raw: Raw) -> Iterator[Piece | Refusal]:
    """The articles, in the order of the export."""
    opened = _OPENS.match(raw.data[:200])
    assert opened is not None
    if int(opened[1]) > _VERSION:
        raise IntakeError(f"{raw.name} was exported by a newer Communiqué.")
    try:
        entries = json.loads(raw.data)["articles"]
        for number, entry in enumerate(entries, 1):
            yield _piece(entry, raw.name, number)
    except (ValueError, KeyError, TypeError, RecursionError) as fault:
        raise IntakeError(f"{raw.name} is an export that is not whole: {fault}.") from fault


def overall(raw: Raw) -> Overall:
    """What an export says over all articles. Nothing where ``raw`` is no export."""
    if not _claims(raw):
        return Overall()
    try:
        whole = json.loads(raw.data)
        return Overall(
            tuple(_name(one) for one in whole.get("names", ())),
            {str(one["name"]): str(one["colour"]) for one in whole.get("tags", ())},
            tuple(_search(one) for one in whole.get("searches", ())),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise IntakeError(f"{raw.name} is an export that is not whole: {fault}.") from fault


def _name(one: dict[str, Any]) -> NameRuling:
    kind, first, second, same, when = (one[k] for k in ("kind", "first", "second", "same", "created_at"))
    texts = (kind, first, second, when)
    if not all(isinstance(text, str) for text in texts) or not first < second or not isinstance(same, bool):
        raise ValueError(f"{first!r} and {second!r} are no two names")
    return NameRuling(0, kind, first, second, same, when)


def _search(one: dict[str, Any]) -> SavedSearch:
    name, created_at, parts = one["name"], one["created_at"], one["filter"]
    plain: dict[str, Any] = asdict(Filter())
    own: dict[str, Any] = {}
    for part, value in parts.items():
        if part == "part" and isinstance(value, list):
            own[part] = tuple(map(str, value))
        elif part in plain:  # a newer version may have more
            kind = bool if isinstance(plain[part], bool) else str
            if not isinstance(value, kind):
                raise ValueError(f"{value!r} is no {part}")
            own[part] = value
    if not isinstance(name, str) or not name.strip() or not isinstance(created_at, str):
        raise ValueError(f"{name!r} names no search")
    return SavedSearch(0, name, Filter(**own), created_at)


def _piece(entry: dict[str, Any], name: str, number: int) -> Piece | Refusal:
    try:
        source = Source(**entry["source"])
        article = Article(entry["id"], entry["text"], entry["published"])
        notes = tuple(_note(one, article.text) for one in entry["annotations"])
        laws = tuple(_ruling(one, article.text) for one in entry.get("rulings", ()))
        personal = Personal(source, entry["read"], entry["starred"], tuple(entry["tags"]), notes, laws)
    except (KeyError, TypeError, ValueError, RulingError) as fault:
        where = f"{name}, article {number}"
        return Refusal(where, f"{where} is not whole: {fault}.")
    return Piece(article, source.encoding, part=f"#{number}", personal=personal)


def _anchor(one: dict[str, Any], text: str) -> Anchor:
    span = Span(*one["span"]) if one["span"] else Span(0, 0)
    if "text_hash" not in one and one["exact"] and text[span.start : span.end] == one["exact"]:
        return anchors.make(text, span)  # exported by an earlier version
    return Anchor(span, one["exact"], one["prefix"], one["suffix"], one.get("text_hash", ""))


def _ruling(one: dict[str, Any], text: str) -> Ruling:
    anchor = _anchor(one, text)
    kind = RulingKind(one["kind"])
    check(one["subject"], kind, one["field"], one["value"])
    return Ruling(0, 0, kind, one["subject"], anchor, one["field"], one["value"], one["created_at"])


def _note(one: dict[str, Any], text: str) -> Annotation:
    return Annotation(
        0,
        0,
        _anchor(one, text),
        one["colour"],
        MarkStyle(one["style"]),
        one["note"],
        tuple(one["tags"]),
        one["created_at"],
        one["changed_at"],
        one["span"] is None and one["exact"] != "",
    )


EXPORT = Format("export", (), _claims, read, prose=False)
