"""``communique people`` and ``occasions``: who or what is in the library, one in full, names to join."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from store.derive import person_key
from store.errors import RulingError, StoreError
from store.explaining import plain
from store.model import ArticleRow, Choice, Dossier, Held, NameRuling, Proposal
from store.terminal import table

if TYPE_CHECKING:
    from store.joining import Joining

_POSTS = 2
"""So many posts of each are told with a proposal."""


def run(names: Joining, given: argparse.Namespace) -> Iterator[str]:
    """Do what was asked, and say what was found; nothing where nothing was."""
    if given.same or given.different:
        yield _ruled(names, *(given.same or given.different), same=bool(given.same), as_json=given.json)
    elif given.proposals:
        for proposal in names.proposals():
            yield from [_json(_proposal_json(proposal))] if given.json else proposal_lines(proposal)
    elif given.said:
        for one in names.rulings():
            yield _json(_ruling_json(one)) if given.json else _ruling_line(names, one)
    else:
        yield from _told(names, " ".join(given.name), given.json)


def _ruled(names: Joining, first: str, second: str, *, same: bool, as_json: bool) -> str:
    made, _, _ = names.rule(_known(names, first), _known(names, second), same)
    if as_json:
        return _json({"first": made.first, "second": made.second, "same": made.same})
    return f"{plain(first)} and {plain(second)} are {names.one if same else f'two {names.many}'}"


def _ruling_json(one: NameRuling) -> dict[str, object]:
    return {
        "first": one.first,
        "second": one.second,
        "same": one.same,
        "created_at": one.created_at,
        "applies": one.applies,
    }


def _ruling_line(names: Joining, one: NameRuling) -> str:
    first, second = (plain(names.label(key)) for key in (one.first, one.second))
    said = f"{first} and {second} are {names.one if one.same else f'two {names.many}'}"
    return said if one.applies else f"{said} (does not apply: others were said to be {f'two {names.many}'})"


def _known(names: Joining, name: str) -> str:
    """The one name in the library that is meant. Raises ``RulingError`` where there is none, or several."""
    found, key = names.find(name), person_key(name)
    if not key or not found:
        raise RulingError(f"There is {names.nothing} called {plain(name)} in this library.")
    if len(found) == 1 and key in (found[0].key, *found[0].also):
        return key
    if len(found) > 1:
        some = ", ".join(plain(one.label) for one in found[:3])
        raise RulingError(f"{plain(name)} may be {some}{' ...' if len(found) > 3 else ''}.")
    return found[0].key


def _told(names: Joining, name: str, as_json: bool) -> Iterator[str]:
    found = names.find(name)
    if name.strip() and len(found) == 1:
        dossier = names.dossier(found[0].key)
        if dossier is not None:
            yield from [_json(_dossier_json(dossier))] if as_json else dossier_lines(dossier)
    elif as_json:
        for one in found:
            yield _json({"name": one.label, "key": one.key, "also": list(one.also), "articles": one.count})
    elif found:
        yield from table([("Name", "Articles", "Also"), *map(_line, found)])


def _line(person: Choice) -> tuple[str, ...]:
    return person.label, f"{person.count:,}", ", ".join(person.also)


def dossier_lines(one: Dossier) -> Iterator[str]:
    """One person: spellings, countries, ranks and posts with the dates of those who say so, articles."""
    yield f"== {plain(one.name)}  {_articles(one.count)}  {_period(one.first, one.last)}"
    if len(one.spellings) > 1:
        yield "spelt     " + "; ".join(f"{plain(name.label)} ({name.count:,})" for name in one.spellings)
    parts = (("for", one.countries), ("rank", one.ranks), ("post", one.posts))
    for label, held in (*parts, ("number", one.numbers), ("place", one.places)):
        for value in held:
            said = f"{_period(value.first, value.last)}, {_articles(len(value.articles))}"
            yield f"{label:<9} {plain(value.value)}  ({said})"
    if len(one.articles) < one.count:
        yield f"Of {one.count:,} articles, these are the newest {len(one.articles):,}:"
    yield from (_article(row) for row in one.articles)


def proposal_lines(proposal: Proposal) -> Iterator[str]:
    """Two names, what is known of each, and why they may be one person's."""
    yield f"{plain(proposal.first.name)} = {plain(proposal.second.name)}?  {proposal.why}"
    for one in (proposal.first, proposal.second):
        countries = " ".join(held.value for held in one.countries)
        posts = "; ".join(plain(held.value) for held in (*one.posts, *one.places)[:_POSTS])
        parts = (plain(one.name), countries, posts, _articles(one.count), _period(one.first, one.last))
        yield "    " + "  ".join(filter(None, parts))


def _article(row: ArticleRow) -> str:
    return f"  {row.date or 'no date   '}  {plain(row.heading)}  [{plain(row.key)}]"


def _articles(number: int) -> str:
    return "1 article" if number == 1 else f"{number:,} articles"


def _period(first: str | None, last: str | None) -> str:
    if first is None or last is None:
        return "no date"
    return first if first == last else f"{first} to {last}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _proposal_json(proposal: Proposal) -> dict[str, object]:
    return {
        "why": proposal.why,
        "score": round(proposal.score, 3),
        "people": [_dossier_json(one) for one in (proposal.first, proposal.second)],
    }


def _dossier_json(one: Dossier) -> dict[str, object]:
    keys = {row.id: row.key for row in one.articles}

    def said(held: Held) -> dict[str, object]:
        ids = [keys[number] for number in held.articles]
        return {"value": held.value, "first": held.first, "last": held.last, "articles": ids}

    return {
        "name": one.name,
        "key": one.key,
        "spellings": [{"name": name.label, "articles": name.count} for name in one.spellings],
        "countries": [said(held) for held in one.countries],
        "ranks": [said(held) for held in one.ranks],
        "posts": [said(held) for held in one.posts],
        "places": [said(held) for held in one.places],
        "numbers": [said(held) for held in one.numbers],
        "count": one.count,
        "first": one.first,
        "last": one.last,
        "articles": [
            {"id": row.key, "number": row.id, "date": row.date, "heading": row.heading}
            for row in one.articles
        ],
    }


def check(given: argparse.Namespace) -> None:
    """Raise ``StoreError`` where the arguments do not go together."""
    if given.name and (given.proposals or given.said or given.same or given.different):
        raise StoreError("A NAME does not go with --proposals, --said, --same or --different.")
