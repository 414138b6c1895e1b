"""Fields of officials and meetings as a person writes them, and what is meant by what was written. Pure."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from gui.countries import country_names
from gui.facts.card import ROLE_NAMES
from store.model import MeetingKind, MeetingStatus

CHOICES: Mapping[str, Mapping[str, str]] = {
    "role": {role.value: words for role, words in ROLE_NAMES.items()},
    "kind": {kind.value: kind.value for kind in MeetingKind},
    "status": {status.value: status.value for status in MeetingStatus},
}
"""Fields that have one of a few values: each value with its words."""

HINTS = {
    "posts": "One a line: title; organisation; country",
    "country": "Türkiye, TR, NATO",
    "date": "2025-12-17",
    "parties": "With ; between: Azerbaijan; TR",
    "occasion": "17th High-Level Dialogue",
    "topics": "With ; between: military cooperation; regional security",
    **dict.fromkeys(("hosts", "guests", "attendees"), "Names, with ; between"),
}
LISTS = ("hosts", "guests", "attendees", "parties", "topics")
SEVERAL = ("posts", *LISTS)
"""Fields of several values, which are written with semicolons."""
NAMES = {"attendees": "also present"}
"""Fields that are not called as the model calls them."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = re.compile(
    r"(?P<day>\d{1,2})\.? (?P<month>[A-Za-z]{3,9})\.?,? (?P<year>\d{4})"
    r"|(?P<month2>[A-Za-z]{3,9})\.? (?P<day2>\d{1,2}),? (?P<year2>\d{4})"
)
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th) +(?=\S)")
_CODE = re.compile(r"[A-Z][A-Z0-9-]{1,9}")


def name_of(field: str) -> str:
    """What a field is called in a sentence."""
    return NAMES.get(field, field)


def written(field: str, value: object) -> str:
    """The value of a field, as rulings hold it, as it is written to be changed."""
    if field == "posts":
        return written_posts(value)
    if field == "country" and isinstance(value, str):
        return country(value)
    if field == "parties" and isinstance(value, list):
        return "; ".join(map(country, value))
    if field == "topics" and isinstance(value, list):
        return "; ".join(str(topic).replace("-", " ") for topic in value)
    if isinstance(value, list):
        return "; ".join(map(str, value))
    if isinstance(value, Mapping):
        from store.marks import describe_occasion

        return describe_occasion(str(value["name"]), value.get("ordinal"))
    return "" if value is None else str(value)


def meant(field: str, text: str) -> object:
    """What was written, as rulings hold it. Raises ``ValueError`` (one sentence) where it means nothing."""
    read = _READERS.get(field)
    if read is not None:
        return read(text)
    return split(text) if field in LISTS else filled(text)


def filled(text: str) -> str | None:
    """The words; None where there are none."""
    return " ".join(text.split()) or None


def split(text: str) -> list[str]:
    """What stands between semicolons."""
    return [" ".join(part.split()) for part in text.split(";") if part.strip()]


def code(text: str) -> str | None:
    """The code of a country or an organisation that was named, or whose code was written."""
    said = filled(text)
    if said is None:
        return None
    found = _codes().get(_folded(said))
    if found is not None:
        return found
    if _CODE.fullmatch(said):
        return said
    raise ValueError(
        f"“{said}” is no country or organisation that is known here; write its code, such as TR."
    )


def country(known: str) -> str:
    """The name of a code, where that name means this code again; else the code."""
    name = country_names().get(known, known)
    return name if _codes().get(_folded(name)) == known else known


def codes(text: str) -> list[str]:
    """Codes, of what stands between semicolons."""
    return [found for one in split(text) if (found := code(one))]


def day(text: str) -> str | None:
    """A day as ISO 8601 has it, of that or of “17 December 2025”."""
    said = filled(text)
    if said is None:
        return None
    found = _DAY.fullmatch(said)
    try:
        if found is None:
            if datetime.date.fromisoformat(said).isoformat() == said:
                return said
            raise ValueError(said)
        month = _MONTHS.index((found["month"] or found["month2"])[:3].lower()) + 1
        made = datetime.date(int(found["year"] or found["year2"]), month, int(found["day"] or found["day2"]))
    except ValueError:
        raise ValueError("The date is written as 2025-12-17.") from None
    return made.isoformat()


def occasion(text: str) -> dict[str, object] | None:
    """The name of an occasion, and its number where that stands before it."""
    said = filled(text)
    if said is None:
        return None
    found = _ORDINAL.match(said)
    return {"name": said[found.end() :] if found else said, "ordinal": int(found[1]) if found else None}


def topics(text: str) -> list[str]:
    """Topics by their ids, of what stands between semicolons."""
    return [topic.lower().replace(" ", "-") for topic in split(text)]


def written_posts(posts: object) -> str:
    """Posts, one a line."""
    known: Iterable[Mapping[str, str | None]] = posts if isinstance(posts, list) else ()
    parts = (
        [post.get("title") or "", post.get("organisation") or "", country(post.get("country") or "")]
        for post in known
    )
    return "\n".join("; ".join(line).rstrip("; ") for line in parts)


def read_posts(text: str) -> list[dict[str, str | None]]:
    """Posts of lines."""
    posts: list[dict[str, str | None]] = []
    for line in text.splitlines():
        title, organisation, country = (*(" ".join(part.split()) for part in line.split(";", 2)), "", "")[:3]
        if title:
            posts.append({"title": title, "organisation": organisation or None, "country": code(country)})
    return posts


def _name(text: str) -> str:
    said = filled(text)
    if said is None:
        raise ValueError("An official has a name.")
    return said


def _folded(text: str) -> str:
    from store.folding import fold

    return fold(text)


@cache
def _codes() -> dict[str, str]:
    """Folded names and codes of countries and organisations, to their codes."""
    names = country_names()
    return {_folded(name): known for known, name in reversed(names.items())} | {
        _folded(known): known for known in names
    }


_READERS: Mapping[str, Callable[[str], object]] = {
    "name": _name,
    "posts": read_posts,
    "country": code,
    "parties": codes,
    "date": day,
    "occasion": occasion,
    "topics": topics,
}
