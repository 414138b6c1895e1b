"""Notes on articles from elsewhere: Web Annotations of the W3C (JSON-LD), and what Hypothesis exports.

They are no articles: each is brought to the one it is on, see ``store.database.loose``.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

from store.errors import IntakeError
from store.intake.pieces import Format, Loose, Raw
from store.model import Anchor, Annotation, MarkStyle, Refusal, Span
from store.moments import now

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
ARTICLE = "urn:communique:article:"
"""Before the fingerprint of its words, this names an article."""

COLOURS = ("yellow", "green", "blue", "pink", "violet")

_SIGNS = (b"ns/anno.jsonld", b"TextQuoteSelector", b'"export_userid"')
_LOOKED_AT = 1 << 16
_HEX = re.compile("[0-9a-f]{32}")
Json = dict[str, Any]


def _claims(raw: Raw) -> bool:
    head = raw.data[:_LOOKED_AT]
    if raw.suffix == ".jsonld":
        return True
    opens = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")
    return raw.suffix == ".json" and opens and any(sign in head for sign in _SIGNS)


def read(raw: Raw) -> Iterator[Loose | Refusal]:
    """The notes, in the order of the file; answers to a note are part of it."""
    try:
        whole = json.loads(raw.data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as fault:
        raise IntakeError(f"{raw.name} is no JSON: {fault}.") from fault
    entries = list(_entries(whole))
    if not entries and not _is_empty(whole):
        raise IntakeError(f"{raw.name} holds no annotations.")
    answers = _answers(entries)
    for number, entry in enumerate(entries, 1):
        where = f"{raw.name}, annotation {number}"
        if isinstance(entry, dict) and _answered(entry):
            continue
        try:
            yield _hypothesis(entry, where, answers) if "uri" in entry else _web(entry, where)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as fault:
            yield Refusal(where, f"{where} is not whole: {fault}.")


def _entries(whole: Any) -> Iterator[Any]:
    """The annotations of a collection, a page, an export or a plain list."""
    if isinstance(whole, list):
        yield from whole
    elif isinstance(whole, dict):
        if whole.get("type") == "Annotation" or ("target" in whole and "items" not in whole):
            yield whole
            return
        for key in ("annotations", "rows", "items", "@graph"):
            if isinstance(whole.get(key), list):
                yield from whole[key]
                return
        if isinstance(whole.get("first"), dict):
            yield from _entries(whole["first"])


def _is_empty(whole: Any) -> bool:
    """Whether it is a list of annotations in which there is none."""
    if isinstance(whole, dict) and isinstance(whole.get("first"), dict):
        return _is_empty(whole["first"])
    return isinstance(whole, dict) and any(whole.get(key) == [] for key in ("annotations", "rows", "items"))


# -- Hypothesis


def _hypothesis(entry: Json, where: str, answers: dict[str, list[Json]]) -> Loose:
    targets = entry.get("target") or [{}]
    selectors = _listed(targets[0].get("selector"))
    note = "\n\n".join(filter(None, (_text(entry.get("text")), *map(_answer, _all(entry, answers)))))
    created = _moment(entry.get("created"))
    made = _made(
        _anchor(selectors),
        note,
        map(_text, entry.get("tags") or ()),
        created,
        _moment(entry.get("updated")) or created,
    )
    addresses = (_text(entry["uri"]), _text(targets[0].get("source")))
    return Loose(made, where, b"", tuple(dict.fromkeys(filter(None, addresses))), bool(created))


def _answered(entry: Json) -> list[str]:
    """What an annotation of Hypothesis answers: the first, and what answers that."""
    found = entry.get("references")
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def _answers(entries: Iterable[Any]) -> dict[str, list[Json]]:
    """Answers by the annotation at the head of their thread."""
    found: dict[str, list[Json]] = {}
    known = {entry.get("id") for entry in entries if isinstance(entry, dict)}
    for entry in entries:
        if isinstance(entry, dict) and (before := _answered(entry)):
            head = next((one for one in before if one in known), before[0])
            found.setdefault(head, []).append(entry)
    return found


def _all(entry: Json, answers: dict[str, list[Json]]) -> list[Json]:
    return sorted(answers.get(str(entry.get("id")), ()), key=lambda one: str(one.get("created", "")))


def _answer(entry: Json) -> str:
    """An answer as it stands in the note, with whose it is."""
    user = _text(entry.get("user")).removeprefix("acct:").partition("@")[0]
    said = _text(entry.get("text"))
    return f"{user}: {said}" if user and said else said


# -- Web Annotations


def _web(entry: Json, where: str) -> Loose:
    target = _target(entry["target"])
    source = target.get("source", target.get("id", ""))
    address = _text(source.get("id") if isinstance(source, dict) else source)
    code = address.removeprefix(ARTICLE) if address.startswith(ARTICLE) else ""
    notes, tags = _bodies(entry)
    styles = _listed(target.get("styleClass"))
    created = _moment(entry.get("created"))
    made = _made(
        _anchor(_listed(target.get("selector"))),
        "\n\n".join(notes),
        tags,
        created,
        _moment(entry.get("modified")) or created,
        next((one for one in styles if one in COLOURS), "yellow"),
        next((MarkStyle(one) for one in styles if one in list(MarkStyle)), MarkStyle.FILL),
    )
    known = bytes.fromhex(code) if _HEX.fullmatch(code) else b""
    return Loose(made, where, known, (address,) if address and not known else (), bool(created))


def _target(said: Any) -> Json:
    """The first target that has a selector, else the first."""
    found = [one if isinstance(one, dict) else {"source": one} for one in _listed(said)]
    return next((one for one in found if one.get("selector")), found[0])


def _bodies(entry: Json) -> tuple[list[str], list[str]]:
    """What is said, and the tags."""
    notes: list[str] = []
    tags: list[str] = []
    for body in _listed(entry.get("body")):
        if isinstance(body, str):
            notes.append(body)
            continue
        said = _text(body.get("value", body.get("source", body.get("id"))))
        (tags if "tagging" in _listed(body.get("purpose")) else notes).append(said)
    return [one for one in (*notes, _text(entry.get("bodyValue"))) if one], tags


# -- both


def _made(
    anchor: Anchor,
    note: str,
    tags: Iterable[str],
    created: str,
    changed: str,
    colour: str = "yellow",
    style: MarkStyle = MarkStyle.FILL,
) -> Annotation:
    carried = tuple(tag for tag in tags if tag.strip())
    if not (anchor.exact or note.strip() or carried):
        raise ValueError("it has neither words nor a note")
    when = created or now()
    return Annotation(0, 0, anchor, colour, style, note, carried, when, changed or when)


def _anchor(selectors: Iterable[Any]) -> Anchor:
    """The quote, and where it stands; no words for a note on the whole."""
    found = {one["type"]: one for one in _refined(selectors)}
    quote, place = found.get("TextQuoteSelector"), found.get("TextPositionSelector", {})
    if quote is None:
        return Anchor(Span(0, 0), "", "", "")
    exact = quote["exact"]
    if not isinstance(exact, str) or not exact.strip():
        raise ValueError("its quote is empty")
    start, end = place.get("start"), place.get("end")
    span = Span(start, end) if type(start) is int and type(end) is int and 0 <= start < end else Span(0, 0)
    return Anchor(span, exact, _text(quote.get("prefix")), _text(quote.get("suffix")))


def _refined(selectors: Iterable[Any]) -> Iterator[Json]:
    for one in selectors:
        if isinstance(one, dict) and isinstance(one.get("type"), str):
            yield one
            yield from _refined(_listed(one.get("refinedBy")))


def _listed(said: Any) -> list[Any]:
    return said if isinstance(said, list) else [] if said is None else [said]


def _text(said: Any) -> str:
    if said is None:
        return ""
    if not isinstance(said, str):
        raise TypeError(f"{said!r} is no text")
    return said


def _moment(said: Any) -> str:
    """A moment as the library keeps it; empty where none is told."""
    with suppress(ValueError, OverflowError):
        when = datetime.datetime.fromisoformat(_text(said))
        if when.tzinfo is None:
            when = when.replace(tzinfo=datetime.UTC)
        return when.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return ""


ANNOTATIONS = Format("annotations", (".jsonld",), _claims, read, prose=False)
