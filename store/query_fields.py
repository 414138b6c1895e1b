"""Fields that a query names and that there are not, and which one was meant. Never raises."""

from __future__ import annotations

from dataclasses import dataclass

from store.query import FIELDS
from store.query_tokens import TOKEN

_ALSO = {
    "people": "person",
    "name": "person",
    "official": "person",
    "who": "person",
    "rank": "post",
    "title": "post",
    "nation": "country",
    "where": "place",
    "venue": "place",
    "city": "place",
    "source": "outlet",
    "agency": "outlet",
    "subject": "topic",
    "about": "topic",
    "label": "tag",
    "since": "after",
    "from": "after",
    "until": "before",
    "to": "before",
    "state": "is",
    "status": "is",
    "day": "date",
    "month": "date",
}
"""Other words for what the fields are."""

_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class UnknownField:
    """A field that there is not: its name as typed and where it stands, and which one may be meant."""

    name: str
    start: int
    meant: str = ""  # empty: none is like it

    def told(self) -> str:
        """That there is none, and which one may be meant."""
        return f"There is no field {self.name}:" + (f"; did you mean {self.meant}:?" if self.meant else "")


def unknown_field(query: str) -> UnknownField | None:
    """The first field of a query that there is not. One that is like another counts while it is typed."""
    for token in TOKEN.finditer(query):
        name = token["field"]
        if name is None or name.lower() in FIELDS:
            continue
        value = token["phrase"] if token["phrase"] is not None else token["word"]
        found = UnknownField(name, token.start("field"), _meant(name.lower()))
        if (value and not value.startswith("//")) or (found.meant and token.end() == len(query)):
            return found
    return None


def corrected(query: str, unknown: UnknownField) -> str:
    """The query with the field that was meant in place of the one that there is not."""
    end = unknown.start + len(unknown.name)
    return query[: unknown.start] + unknown.meant + query[end:]


def _meant(name: str) -> str:
    """The field of another word, else the only one that begins so, else the one that is most like it."""
    if name in _ALSO:
        return _ALSO[name]
    begun = [field for field in FIELDS if field.startswith(name)]
    if len(begun) == 1:
        return begun[0]
    from difflib import get_close_matches  # seldom needed, and not at the start

    words = [*FIELDS, *(word for word in _ALSO if len(word) > 3)]
    alike = get_close_matches(name, words, 1, _ALIKE)
    return _ALSO.get(alike[0], alike[0]) if alike else ""
