"""The formats that articles come in: one module each; the first that claims a file reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from store.intake import plain, seed
from store.model import Article


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write articles down. ``text`` is the file decoded, ``key`` its stem."""

    name: str  # kept as ``Source.format``
    suffixes: tuple[str, ...]  # looked for in folders; a file named by a person may have any
    claims: Callable[[str], bool]
    read: Callable[[str, str], Article]  # key, text


FORMATS = (
    Format("seed", seed.SUFFIXES, seed.claims, seed.read),
    Format("text", plain.SUFFIXES, plain.claims, plain.read),
)

SUFFIXES = frozenset(suffix for form in FORMATS for suffix in form.suffixes)


def format_of(text: str) -> Format:
    """The first format that claims ``text``; plain text claims anything."""
    return next(form for form in FORMATS if form.claims(text))
