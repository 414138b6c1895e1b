"""What is kept of a window from one run to the next, and how it is written down."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, field, fields
from typing import Any

from gui.articles.orders import ORDERS
from gui.articles.sorting import GROUPINGS
from gui.tabs.trail import Place, Trail
from store.model import Fact, Filter
from store.records import dataclass

MOST_WINDOWS, MOST_TABS, MOST_PLACES, MOST_RANGES = 12, 60, 30, 200
"""So much is written down at most."""


@dataclass(frozen=True, slots=True)
class KeptColumn:
    """The tabs of one column, and those that were closed last with where they were."""

    tabs: tuple[Trail, ...] = ()
    at: int = 0
    closed: tuple[tuple[int, Trail], ...] = ()


@dataclass(frozen=True, slots=True)
class KeptList:
    """Where the list of articles was."""

    count: int = 0  # how many it had: in a list of another length the places below mean nothing
    top: int = 0  # place of the first row in view
    into: int = 0  # pixels of it that are above the view
    current: int = -1
    selected: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class KeptWindow:
    """One window."""

    place: tuple[int, int, int, int] | None = None
    maximized: bool = False
    panes: str = ""  # the widths of the panes, as Qt writes them, in base 64
    sidebar: bool = True
    sidebar_narrow: bool = False  # in a window without much room
    sidebar_width: int = 0  # also where it is not in view
    facts: bool = True
    closed_groups: tuple[str, ...] = ()
    order: str = "date"
    grouping: str = ""
    in_columns: bool = False  # the list, rather than as cards
    list_head: str = ""  # its columns, as Qt writes them, in base 64
    folded: tuple[str, ...] = ()  # keys of groups
    shown: Filter = field(default_factory=Filter)  # with what is searched for
    articles: KeptList = field(default_factory=KeptList)
    columns: tuple[KeptColumn, ...] = ()
    in_use: int = 0  # which column
    together: bool = False  # whether two are scrolled together
    notes: str = ""  # which notes are shown, and how


def written(windows: Iterable[KeptWindow]) -> str:
    """Windows as one line of text."""
    made = [_window_out(one) for one in [*windows][-MOST_WINDOWS:]]
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"))


def read(text: str) -> list[KeptWindow]:
    """The windows of such a text; what cannot be understood of it is left aside."""
    try:
        found = json.loads(text) if text else []
    except ValueError:
        return []
    return [_window_in(one) for one in _list(found) if isinstance(one, dict)][-MOST_WINDOWS:]


# -- out


def _window_out(window: KeptWindow) -> dict[str, Any]:
    made = {part.name: getattr(window, part.name) for part in fields(window)}
    first = Filter()
    shown = asdict(window.shown).items()
    made["shown"] = {name: value for name, value in shown if value != getattr(first, name)}
    made["articles"] = asdict(window.articles)
    made["folded"] = window.folded[:MOST_RANGES]
    made["articles"]["selected"] = window.articles.selected[:MOST_RANGES]
    made["columns"] = [_column_out(column) for column in window.columns]
    return made


def _column_out(column: KeptColumn) -> dict[str, Any]:
    first = max(0, min(column.at - MOST_TABS // 2, len(column.tabs) - MOST_TABS))
    return {
        "tabs": [_trail_out(tab) for tab in column.tabs[first : first + MOST_TABS]],
        "at": column.at - first,
        "closed": [[at, _trail_out(tab)] for at, tab in column.closed],
    }


def _trail_out(trail: Trail) -> dict[str, Any]:
    first = max(0, trail.at - MOST_PLACES // 2)
    made: dict[str, Any] = {
        "places": [_place_out(place) for place in trail.places[first : first + MOST_PLACES]],
        "at": trail.at - first,
    }
    if trail.passing and trail.here is not None:
        made["passing"] = _place_out(trail.here)
    elif trail.here is None:
        made["left"] = True
    return made


def _place_out(place: Place) -> list[Any]:
    fact = place.fact
    kept = [fact.kind, fact.index, fact.field, fact.item] if fact is not None else None
    made = [place.article, place.heading, place.top, place.into, place.facts_scroll, kept]
    return [*made, place.page] if place.page else made


# -- in


def _window_in(kept: dict[str, Any]) -> KeptWindow:
    place = kept.get("place")
    whole = isinstance(place, list) and len(place) == 4 and all(type(one) is int for one in place)
    return KeptWindow(
        place=(place[0], place[1], place[2], place[3]) if whole and place is not None else None,
        maximized=kept.get("maximized") is True,
        panes=_text(kept.get("panes")),
        sidebar=kept.get("sidebar") is not False,
        sidebar_narrow=kept.get("sidebar_narrow") is True,
        sidebar_width=_number(kept.get("sidebar_width")),
        facts=kept.get("facts") is not False,
        closed_groups=tuple(name for name in _list(kept.get("closed_groups")) if isinstance(name, str)),
        order=order if (order := _text(kept.get("order"))) in ORDERS and order != "relevance" else "date",
        grouping=grouping if (grouping := _text(kept.get("grouping"))) in GROUPINGS else "",
        in_columns=kept.get("in_columns") is True,
        list_head=_text(kept.get("list_head")),
        folded=tuple(key for key in _list(kept.get("folded")) if isinstance(key, str)),
        shown=_filter_in(kept.get("shown")),
        articles=_articles_in(kept.get("articles")),
        columns=tuple(_column_in(one) for one in _list(kept.get("columns"))[:2] if isinstance(one, dict)),
        in_use=_number(kept.get("in_use")),
        together=kept.get("together") is True,
        notes=_text(kept.get("notes")),
    )


def _filter_in(kept: object) -> Filter:
    if not isinstance(kept, dict):
        return Filter()
    first = Filter()
    known = {
        part.name: kept[part.name]
        for part in fields(Filter)
        if part.name in kept and isinstance(kept[part.name], str | bool)
    }
    return Filter(
        **{
            name: value
            for name, value in known.items()
            if isinstance(value, bool) == isinstance(getattr(first, name), bool)
        }
    )


def _articles_in(kept: object) -> KeptList:
    if not isinstance(kept, dict):
        return KeptList()
    ranges = [one for one in _list(kept.get("selected")) if isinstance(one, list) and len(one) == 2]
    return KeptList(
        count=_number(kept.get("count")),
        top=_number(kept.get("top")),
        into=_number(kept.get("into")),
        current=_number(kept.get("current"), -1),
        selected=tuple((_number(first), _number(last)) for first, last in ranges),
    )


def _column_in(kept: dict[str, Any]) -> KeptColumn:
    closed = [one for one in _list(kept.get("closed")) if isinstance(one, list) and len(one) == 2]
    return KeptColumn(
        tabs=tuple(_trail_in(one) for one in _list(kept.get("tabs")) if isinstance(one, dict)),
        at=_number(kept.get("at")),
        closed=tuple((_number(at), _trail_in(one)) for at, one in closed if isinstance(one, dict)),
    )


def _trail_in(kept: dict[str, Any]) -> Trail:
    places = [place for place in map(_place_in, _list(kept.get("places"))) if place is not None]
    trail = Trail(places, _number(kept.get("at"), len(places) - 1))
    if kept.get("left") is True:
        trail.leave()
    passing = _place_in(kept.get("passing"))
    if passing is not None:
        trail.here = passing
    return trail


def _place_in(kept: object) -> Place | None:
    if not isinstance(kept, list) or len(kept) not in (6, 7) or type(kept[0]) is not int:
        return None
    article, heading, top, into, scroll, fact = kept[:6]
    page = _text(kept[6]) if len(kept) > 6 else ""
    if len(kept) > 6 and not page:
        return None
    return Place(article, _text(heading), _number(top), _number(into), _fact_in(fact), _number(scroll), page)


def _fact_in(kept: object) -> Fact | None:
    if not isinstance(kept, list) or len(kept) != 4:
        return None
    kind, index, name, item = kept
    return Fact(_text(kind), _number(index), _text(name), _number(item))


def _list(kept: object) -> list[Any]:
    return kept if isinstance(kept, list) else []


def _text(kept: object) -> str:
    return kept if isinstance(kept, str) else ""


def _number(kept: object, otherwise: int = 0) -> int:
    return kept if type(kept) is int else otherwise
