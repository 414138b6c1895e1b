"""The formats a library can be exported to: one module each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TextIO

from store.export import library_json
from store.model import NameRuling, OpenArticle

Write = Callable[[Iterable[OpenArticle], TextIO, Iterable[NameRuling], Mapping[str, str]], None]
"""Writes articles, as they come, what was said of names over all of them, and colours of tags, to a file."""

FORMATS: Mapping[str, Write] = {"json": library_json.write}
