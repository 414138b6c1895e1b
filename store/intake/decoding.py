"""Bytes to text, or a clear refusal. Nothing is guessed: a wrong guess would spoil names for good."""

from __future__ import annotations

import codecs
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


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, a byte order mark taken off, and how it was encoded."""

    text: str
    encoding: str


def decode(data: bytes, name: str) -> Decoded:
    """The text of a file. Raises ``IntakeError`` naming ``name``: empty, binary, or not UTF-8."""
    if not data.strip():
        raise IntakeError(f"{name} is empty.")
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "utf-8")
    if encoding in ("utf-8", "utf-8-sig") and _is_binary(data):
        raise IntakeError(f"{name} is no text: it holds binary data.")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        wanted = "UTF-8" if encoding.startswith("utf-8") else encoding.upper()
        raise IntakeError(
            f"{name} is not {wanted} text (byte {error.start + 1} does not fit); save it as UTF-8 first."
        ) from error
    if "\0" in text:
        raise IntakeError(f"{name} is no text: it holds binary data.")
    if not text.strip():
        raise IntakeError(f"{name} is empty.")
    return Decoded(text, encoding.removesuffix("-sig"))


def _is_binary(data: bytes) -> bool:
    if b"\0" in data:
        return True
    head = data[:8192]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > _TOO_MANY_CONTROLS * len(head)
