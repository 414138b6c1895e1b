"""How it is shown who and what is usual and not named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from store.across import words
from store.across.absence import Absence, AbsentPerson, AbsentPost, MissingTopic, Usual
from store.across.evidence import Proofs
from store.across.page import Block, Cell, Link, Paragraph, Run, Table, cell, cited, joined, to_article
from store.derive import country_name

SHOWN = 12
"""So many people, posts and topics of one scope, the most usual first."""

NAMED = 3
"""So many of the articles that name them."""

_CARE = "What an article does not say may have been so all the same."


def blocks(told: Iterable[Absence], proofs: Proofs) -> tuple[Block, ...]:
    """A table for each scope in which something is missing; nothing where nothing is."""
    return tuple(_table(one, proofs) for one in told if not one.is_empty)


def article_blocks(told: Sequence[Absence], proofs: Proofs) -> tuple[Block, ...]:
    """The same of an article; where nothing is missing, a sentence that says so, or why it is not known."""
    found = blocks(told, proofs)
    if found:
        return found
    if not told:
        none = "Who usually attends is not known: too few earlier meetings of this series or pair are told,"
        none += " or too many parties take part."
        return (Paragraph(cell(Run(none, None, "muted"))),)
    names = " and ".join(f"{words.amount(one.earlier, 'earlier one')} of {one.name}" for one in told)
    return (Paragraph(cell(f"Nobody and nothing usual is missing, against {names}.")),)


def _table(one: Absence, proofs: Proofs) -> Table:
    rows = list(_rows(one, proofs))
    number = one.scope == "series" and len(one.label) < len("2025")
    label = f"no. {one.label}" if number else one.label if one.scope == "series" else words.day(one.label)
    heading = f"Usual, and not named: {one.name}, {label}"
    left = len(rows) - SHOWN
    more = f" {left:,} less usual ones are left out." if left > 0 else ""
    columns = ("Who or what", "Post", "Named at", "Last in", "Now")
    return Table(heading, columns, tuple(rows[:SHOWN]), f"{_basis(one)} {_CARE}{more}")


def _basis(one: Absence) -> str:
    """What it is held against."""
    if one.scope == "series":
        return f"Against the {words.amount(one.earlier, 'session')} before that the library has."
    visits = words.amount(one.earlier, "visit")
    return f"Against the {visits} before on the same level, with one of the same people or posts leading."


def _rows(one: Absence, proofs: Proofs) -> Iterator[tuple[Cell, ...]]:
    for person in one.people:
        yield _person(person, proofs)
    for post in one.posts:
        yield _post(post, proofs)
    for topic in one.topics:
        yield _topic(topic, proofs)


def _person(one: AbsentPerson, proofs: Proofs) -> tuple[Cell, ...]:
    country = f" ({one.country})" if one.country else ""
    return (
        cell(Run(one.name, Link("person", one.person), "gone"), country),
        cell(one.post),
        cell(str(one.usual)),
        _last(one.usual, [proofs.person(one.usual.articles[0], one.spelt)]),
        _now(one.elsewhere, one.successor),
    )


def _post(one: AbsentPost, proofs: Proofs) -> tuple[Cell, ...]:
    state = f" of {country_name(one.post.country)}" if one.post.country else ""
    last, *before = (Run(name, Link("person", key)) for key, name in one.holders)
    also = cell(", before ", *joined([cell(run) for run in before])) if before else ()
    return (
        cell(Run(f"whoever is {one.post}{state}", None, "gone")),
        cell("last ", last, *also),
        cell(str(one.usual)),
        _last(one.usual, [proofs.meeting(one.usual.articles[0], one.usual.numbers[0])]),
        _now(one.elsewhere, None),
    )


def _topic(one: MissingTopic, proofs: Proofs) -> tuple[Cell, ...]:
    first = proofs.topic(one.usual.articles[0], one.usual.numbers[0], one.topic)
    return (
        cell(Run(words.topic(one.topic), None, "gone"), " (topic)"),
        cell(),
        cell(str(one.usual)),
        _last(one.usual, [first]),
        _now(one.elsewhere, None),
    )


def _last(usual: Usual, first: list[Link]) -> Cell:
    """The newest articles that name it; the first of them with the words."""
    links = [*first, *map(to_article, usual.articles[1:NAMED])]
    return joined([cell(cited(number, link)) for number, link in zip(usual.articles, links, strict=False)])


def _now(elsewhere: Sequence[int], successor: tuple[str, str] | None) -> Cell:
    parts: list[Cell] = []
    if successor is not None:
        parts.append(cell("in that post now: ", Run(successor[1], Link("person", successor[0]), "changed")))
    if elsewhere:
        named = joined([cell(cited(number)) for number in elsewhere[:NAMED]])
        parts.append(cell("named in ", *named))
    return joined(parts, "; ") or cell("not named")
