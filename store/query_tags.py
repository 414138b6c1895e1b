"""Tags in a query that is kept: renamed, or left out, as the tags themselves are."""

from __future__ import annotations

import re

from store.query_tokens import TOKEN


def with_tag(text: str, tag: str, other: str | None) -> str:
    """``text`` with every ``tag:`` of that name naming another, or left out where there is no other."""
    key = " ".join(tag.split()).casefold()
    said = _GONE if other is None else f"tag:{_quoted(other)}"

    def put(match: re.Match[str]) -> str:
        value = match["phrase"] if match["phrase"] is not None else match["word"]
        named = (match["field"] or "").lower() == "tag" and value is not None
        return said if named and " ".join(value.split()).casefold() == key else match[0]

    changed = TOKEN.sub(put, text)
    if changed == text or other is not None:
        return changed
    changed = re.sub(rf"(?:\b(?:NOT|OR|AND)\s+|[-\u2212\u2013])+{_GONE}", "", changed)
    return " ".join(re.sub(rf"{_GONE}(?:\s+(?:OR|AND)\b)?", "", changed).split())


_GONE = "\ufffe"
"""Stands for what is to be left out of a query; no text has it."""


def _quoted(value: str) -> str:
    plain = re.sub(r"[\"\u201c\u201d\u201e\u00ab\u00bb]", "", value)
    return plain if re.fullmatch(r"[^\s()*]+", plain) else f'"{plain}"'
