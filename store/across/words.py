"""How pages say days, countries, posts, topics and amounts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from store.across.encounter import HeldPost, Participant
from store.across.page import Link, Run
from store.derive import country_name

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()

_DATE = re.compile(r"\d{4}(-\d\d){0,2}")

NO_DAY = "no date"


def day(date: str | None) -> str:
    """``17 Dec 2025``, ``Dec 2025``, ``2025``."""
    if not date:
        return NO_DAY
    year, *rest = date.split("-")
    told = [_MONTHS[int(rest[0]) - 1], year] if rest else [year]
    return " ".join([str(int(rest[1])), *told] if len(rest) > 1 else told)


def told_value(what: str, value: str) -> str:
    """A value of a meeting as it is shown: a date as ``17 Dec 2025``, any other as it is."""
    return day(value) if what == "date" and _DATE.fullmatch(value) else value


def period(first: str | None, last: str | None) -> str:
    """``6 Dec 2023 to 17 Dec 2025``; one day where they are the same."""
    return day(last or first) if first == last or not (first and last) else f"{day(first)} to {day(last)}"


def amount(number: int, one: str, many: str = "") -> str:
    """``1 session``, ``1,200 sessions``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def numbers(several: Iterable[int]) -> str:
    """``2 to 4, 7``."""
    runs: list[list[int]] = []
    for number in sorted(several):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = (str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)
    return ", ".join(told)


def listed(several: Iterable[str], last: str = "and") -> str:
    """``a, b and c``."""
    told = list(several)
    return " ".join((", ".join(told[:-1]), last, told[-1])) if len(told) > 1 else "".join(told)


def country(code: str) -> Run:
    """A country or an organisation, leading to its articles."""
    return Run(country_name(code), Link("country", code))


def topic(topic_id: str) -> str:
    """A topic in words."""
    return topic_id.replace("-", " ")


def posts(held: Iterable[HeldPost]) -> str:
    """Posts one after another."""
    return "; ".join(map(str, held))


def person(one: Participant) -> Run:
    """A person, leading to the person's page."""
    return Run(one.name, to_person(one.person))


def titled(one: Participant) -> str:
    """Rank and posts."""
    return ", ".join(filter(None, (one.rank, posts(one.posts))))


def to_person(key: str) -> Link:
    """A link to a person's page."""
    return Link("person", key)


def to_series(key: str) -> Link:
    """A link to the series of that key, or that the occasion of that key is of."""
    return Link("series", key)
