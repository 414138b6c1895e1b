"""The commands about one article beside others: ``compare`` and ``new``."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from store.errors import LibraryError

if TYPE_CHECKING:
    from store.across.page import Page
    from store.library import Library

COMMANDS = {
    "compare": "two articles of the library side by side, or what to compare one with",
    "new": "what is new in an article, and what is said again and again",
}
_COMPARE_HELP = """\
An article is named by its file stem (as search shows it in brackets) or its number. With one article alone,
what it may well be compared with is listed: other reports of the same meeting, the session before in its
series, the last meeting of the same parties; and what those reports say, side by side.
"""
_NEW_HELP = """\
Sentences count as the same whatever names, ranks, posts, dates and numbers are in them. Articles of the same
day are not earlier ones. At the end: who usually attends and is not named, and which usual topic is missing.
"""


def add(command: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the commands to a parser."""
    compare = command("compare", _COMPARE_HELP)
    compare.add_argument("article", metavar="A", help="an article")
    compare.add_argument("other", nargs="?", metavar="B", help="the one to compare it with")
    compare.add_argument("--json", action="store_true", help="one JSON object")
    new = command("new", _NEW_HELP)
    new.add_argument("article", metavar="ARTICLE", help="an article")
    new.add_argument(
        "--scope",
        default="all",
        choices=("series", "pair", "all"),
        help="which earlier articles count: of its series, of its two parties, or all (all)",
    )
    new.add_argument("--json", action="store_true", help="one JSON object")


def run(library: Library, given: argparse.Namespace) -> Iterator[str]:
    """The lines that a command prints. Raises ``LibraryError`` where there is no such article."""
    first = _number(library, given.article)
    if given.command == "new":
        if given.json:
            yield _new_json(library, first, given.scope)
        else:
            yield from _lines(library.across.novelty_page(first, given.scope))
    elif given.other is not None and _number(library, given.other) == first:
        raise LibraryError("Two articles are needed, which differ.")
    elif given.other is None:
        yield from _alone(library, first, given.json)
    elif given.json:
        from store.across import as_data

        found = library.across.comparison_of(first, _number(library, given.other))
        yield _dumped(as_data.of_comparison(found))
    else:
        yield from _lines(library.across.comparison_page(first, _number(library, given.other)))


def _number(library: Library, named: str) -> int:
    found = library.find_id(named)
    if found is None:
        raise LibraryError(f"There is no article {named} in the library.")
    return found


def _new_json(library: Library, article: int, scope: str) -> str:
    from store.across import as_data
    from store.across.told import data

    found = library.across.novelty_of(article, scope)
    if found is None:
        raise LibraryError(f"This article has no {scope} to compare it with.")
    opened = library.article(article)
    told = as_data.of_novelty(found, opened.article.text if opened else "")
    return _dumped({**told, "absences": data(library.across.absences(article))})


def _alone(library: Library, article: int, as_json: bool) -> Iterator[str]:
    """What to compare an article with."""
    from store.across import as_data

    candidates = library.across.candidates_of(article)
    reports = library.across.reports_of(article)
    if as_json:
        yield _dumped(as_data.of_candidates(article, candidates, reports))
        return
    from store.across.told import WIDEST
    from store.terminal import table

    if not candidates:
        raise LibraryError("There is nothing in the library that this article is to be compared with.")
    rows = [(one.key, one.date or "", one.heading, one.reason) for one in candidates]
    yield from table([("Compare with", "Date", "Article", "Which is"), *rows], WIDEST)
    if reports:
        yield ""
        yield from _lines(library.across.reports_page(article))


def _lines(page: Page) -> Iterator[str]:
    from store.across import told

    return told.lines(page)


def _dumped(data: object) -> str:
    return json.dumps(data, ensure_ascii=False)
