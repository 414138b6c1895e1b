"""Where the entries of the palette come from: the actions of the window, the filters, the articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from gui.actions import Actions
from gui.palette.entries import ICONS, Entry, Kind
from gui.palette.matching import FEW, Found, Known, find
from gui.palette.reasons import why_off
from gui.words import apart, counted, short_date
from store.folding import words as folded_words
from store.model import ArticleRow, Choice, Choices, Filter

if TYPE_CHECKING:
    from gui.tabs.trail import Trail
    from store.across.network import Counted
    from store.across.pair_list import PairLine
    from store.library import Library

ARTICLES_READ = 40
"""So many of the best articles are looked at for headings that fit."""

ARTICLES_SHOWN = 12

SHORTEST, LONG = 3, 4
"""Letters from which on articles are sought; and letters of a word that is sought apart from the others."""

PAGES_AT_MOST = 300
"""So many series, and so many pairs, are offered."""

PLACES_AT_MOST = 1500
"""So many of each kind are offered; the filters and the search find the others."""

_FACETS: tuple[tuple[Kind, Callable[[Choices], tuple[Choice, ...]]], ...] = (
    (Kind.PERSON, lambda choices: choices.people),
    (Kind.COUNTRY, lambda choices: choices.countries),
    (Kind.OCCASION, lambda choices: choices.occasions),
    (Kind.YEAR, lambda choices: choices.years),
    (Kind.TAG, lambda choices: choices.tags),
)


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in the library for some words."""

    words: str
    articles: tuple[Found, ...]
    people: tuple[Entry, ...]
    pages: tuple[Entry, ...] | None = None  # where they were asked for


def of_actions(actions: Actions, itself: str) -> list[Entry]:
    """Every action, as it stands now, but the one that opens the palette ``itself``."""
    made = []
    for spec, action in actions:
        if spec.name == itself:
            continue
        menu = spec.menu.replace("&", "").replace("/", " › ")
        detail = f"{menu} · on" if action.isChecked() and not spec.group else menu
        made.append(
            Entry(
                Kind.ACTION,
                spec.name,
                action.text().replace("&", "").removesuffix("…"),
                "now so" if action.isChecked() and spec.group else detail,
                f"{menu} {spec.plain_text} {spec.tip}",
                tuple(actions.keys_of(spec.name)),
                spec.icon or ICONS[Kind.ACTION],
                "" if action.isEnabled() else why_off(spec.name),
            )
        )
    return made


def of_choices(choices: Choices) -> list[Entry]:
    """Every place of the filters."""
    made = [
        Entry(Kind.FILTER, key, title, counted(count, "article"), "filter list", icon=ICONS[Kind.FILTER])
        for key, title, count in (
            ("all", "All articles", choices.all),
            ("unread", "Unread", choices.unread),
            ("starred", "Starred", choices.starred),
            ("annotated", "Annotated", choices.annotated),
        )
    ]
    made += [
        Entry(Kind.SAVED, str(one.id), one.name, one.filter.query, icon=ICONS[Kind.SAVED])
        for one in choices.saved
    ]
    for kind, of_kind in _FACETS:
        made += of_facet(kind, of_kind(choices)[:PLACES_AT_MOST])
    return made


def of_facet(kind: Kind, choices: Iterable[Choice]) -> list[Entry]:
    """People, countries, occasions, years or tags."""
    return [
        Entry(kind, one.key, one.label, counted(one.count, "article"), " ".join(one.also), icon=ICONS[kind])
        for one in choices
    ]


def of_articles(
    rows: Iterable[ArticleRow], words: str, headed_so: Iterable[ArticleRow] = ()
) -> tuple[Found, ...]:
    """Those whose heading fits first, then those that have the words in their text.

    Of ``headed_so`` only the headings count.
    """
    entries = [article(row) for row in rows]
    known = {one.name: Known(one) for one in (*entries, *map(article, headed_so))}
    headed = find(known.values(), words)
    first = {found.entry.key for found in headed if found.marks}
    others = (one for one in entries if one.key not in first)
    rest = (Found(replace(one, detail=f"{one.detail} · in the text")) for one in others)
    return tuple([*(found for found in headed if found.marks), *rest][:ARTICLES_SHOWN])


def article(row: ArticleRow) -> Entry:
    """One article."""
    said = " · ".join(part for part in (short_date(row.date), apart(row.outlet or "")) if part)
    return Entry(Kind.ARTICLE, str(row.id), row.heading, said, icon=ICONS[Kind.ARTICLE])


def of_tabs(tabs: Sequence[Trail]) -> list[Entry]:
    """The open tabs, where there are several."""
    shown = [tab.here for tab in tabs if tab.here is not None]
    if len(shown) < 2:
        return []
    return [Entry(Kind.TAB, one.page or str(one.article), one.heading, icon=ICONS[Kind.TAB]) for one in shown]


def of_libraries(named: Iterable[tuple[Path, str]]) -> list[Entry]:
    """The libraries that were used last."""
    return [
        Entry(Kind.LIBRARY, str(path), f"Open library {title}", str(path.parent), icon=ICONS[Kind.LIBRARY])
        for path, title in named
    ]


def about(people: Iterable[Entry]) -> list[Entry]:
    """The pages of people, by their entries."""
    return [
        Entry(Kind.PAGE, f"person {one.key}", f"All about {one.title}", one.detail, one.also, icon="person")
        for one in people
        if one.kind is Kind.PERSON
    ]


def pages(library: Library) -> list[Entry]:
    """The pages of series and pairs."""
    from store.derive import country_name

    series = [
        Entry(Kind.PAGE, f"series {one.key}", f"Series: {one.name}", counted(one.sessions, "session"))
        for one in library.across.series()[:PAGES_AT_MOST]
    ]
    lines, what = library.across.pair_lines()
    pairs = [
        Entry(
            Kind.PAGE,
            f"pair {one.first}+{one.second}",
            f"Pair: {country_name(one.first)} and {country_name(one.second)}",
            _counted(one, what),
            f"{one.first} {one.second}",
            icon="country",
        )
        for one in lines[:PAGES_AT_MOST]
    ]
    met = dict.fromkeys(code for one in lines for code in (one.first, one.second))
    countries = [
        Entry(
            Kind.PAGE,
            f"country {code}",
            f"Country: {country_name(code)}",
            "whom it met",
            code,
            icon="country",
        )
        for code in met
    ]
    return [*(replace(one, icon=ICONS[Kind.PAGE]) for one in series), *countries, *pairs]


def _counted(one: PairLine, what: Counted) -> str:
    if not one.meetings:
        return "only planned"
    return counted(one.meetings, "meeting" if what == "meetings" else "day with meetings")


def search(words: str) -> Entry:
    """Looking for the words in all articles."""
    return Entry(Kind.SEARCH, words, f"Search all articles for “{words}”", icon=ICONS[Kind.SEARCH])


def look(library: Library, words: str, *, people: bool, articles: bool, paged: bool = False) -> Looked:
    """What the library has for some words; off the GUI thread."""
    wanted = folded_words(words)
    named = library.people_named(words, FEW * 4) if people and wanted else ()
    found = _articles(library, wanted, words) if articles and len("".join(wanted)) >= SHORTEST else ()
    made = tuple(pages(library)) if paged else None
    return Looked(words, found, tuple(of_facet(Kind.PERSON, named)), made)


def _articles(library: Library, wanted: list[str], words: str) -> tuple[Found, ...]:
    """A heading may say what the text does not ("received"): so those with any of the words are looked at."""
    rows = library.rows(Filter(query=" ".join(wanted)), 0, ARTICLES_READ, snippets=False)
    long = [word for word in wanted if len(word) >= LONG]
    if len(wanted) < 2 or not long:
        return of_articles(rows, words)
    any_of = Filter(query=" OR ".join(f"{word}*" for word in long))
    more = library.rows(any_of, 0, ARTICLES_READ, "relevance", snippets=False)
    return of_articles(rows, words, more)
