"""Bytes to text, or a clear refusal.

A byte order mark is believed first, then the person, then what the file declares, then UTF-8 if it fits.
What is left is guessed, and said to be: the person can take it in again with another encoding.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from store.errors import IntakeError

_MARKS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
_TOO_MANY_CONTROLS = 0.1
_DECLARED = re.compile(
    rb"""(?:<\?xml[^>]{0,200}?encoding|charset)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_HEAD = 2048
_GUESSED_FROM = 100_000  # bytes


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, a byte order mark taken off, and how it was encoded."""

    text: str
    encoding: str
    guessed: bool = False


def decode(data: bytes, name: str, said: str | None = None, markup: bool = False) -> Decoded:
    """The text of a file. Raises ``IntakeError`` naming ``name``: empty, binary, or of no known encoding.

    ``said``: the encoding the person names. ``markup``: whether the file may declare one in itself.
    """
    if not data.strip():
        raise IntakeError(f"{name} is empty.")
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    wanted = marked or _known(said, name) or (_declared(data) if markup else None)
    if marked is None and not (wanted or "").startswith(("utf-16", "utf-32")) and _is_binary(data):
        raise IntakeError(f"{name} is no text: it holds binary data.")
    decoded = _as(data, wanted, name) if wanted else _unmarked(data, name)
    if "\0" in decoded.text:
        raise IntakeError(f"{name} is no text: it holds binary data.")
    if not decoded.text.strip():
        raise IntakeError(f"{name} is empty.")
    return decoded


def encoding_named(name: str) -> str | None:
    """Python's name of a text encoding that a person names; ``None`` where there is none of that name."""
    try:
        found = codecs.lookup(name.strip())
        "a".encode(found.name)  # some codecs are not for text
    except (LookupError, TypeError, UnicodeError, ValueError):
        return None
    return found.name


def _known(said: str | None, name: str) -> str | None:
    if said is None:
        return None
    found = encoding_named(said)
    if found is None:
        raise IntakeError(f"{name} cannot be read as {said!r}: there is no encoding of that name.")
    return found


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data, 0, _HEAD)
    named = encoding_named(found[1].decode("ascii")) if found else None
    # Pages that say Latin-1 mean what browsers take it for.
    return "cp1252" if named in ("iso8859-1", "ascii") else named


def _as(data: bytes, encoding: str, name: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        wanted = encoding.removesuffix("-sig").upper()
        raise IntakeError(
            f"{name} is not {wanted} text (byte {error.start + 1} does not fit); name another encoding."
        ) from error
    return Decoded(text, encoding.removesuffix("-sig"))


def _unmarked(data: bytes, name: str) -> Decoded:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        guess = _guess(data)
        if guess is None:
            raise IntakeError(
                f"{name} is not UTF-8 text (byte {error.start + 1} does not fit), and no other encoding is"
                " likely; name one."
            ) from error
        return guess


def _guess(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes  # most files need no guess

    best = from_bytes(data[:_GUESSED_FROM]).best()
    if best is None:
        return None
    try:
        return Decoded(data.decode(best.encoding), best.encoding, guessed=True)
    except UnicodeDecodeError:
        return None


def _is_binary(data: bytes) -> bool:
    if b"\0" in data:
        return True
    head = data[:8192]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > _TOO_MANY_CONTROLS * len(head)
