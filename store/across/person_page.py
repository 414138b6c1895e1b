"""How a person is shown: what to look at, posts and ranks over time, meetings, counterparts, notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from store.across import words
from store.across.encounter import Encounter, HeldPost
from store.across.evidence import Proofs
from store.across.page import Block, Cell, Page, Paragraph, Run, Table, cell, joined, to_article, to_couple
from store.across.person import Holder, Meeting, MetWith, Person, RankHeld, Said, Tenure, Turn
from store.derive import country_name

MEETINGS = 40
"""So many of a person's meetings are told, the newest."""

OTHERS = 20
"""So many of those met, those met most often; and so many places."""

REPORTS = 3


def person_page(person: Person, proofs: Proofs) -> Page:
    """One person."""
    blocks: list[Block] = []
    pointed = [*(_turn(turn, proofs) for turn in person.turns), *_holders(person, proofs)]
    if pointed:
        blocks.append(Table("To look at", ("What", "Before", "Then"), tuple(pointed)))
    held = [*(_tenure(one, proofs) for one in person.tenures), *(_rank(one, proofs) for one in person.ranks)]
    if held:
        columns = ("Post or rank", "First said", "Last said", "Articles")
        blocks.append(Table("Posts and ranks, as articles give them", columns, tuple(held)))
    if person.meetings:
        blocks.append(_meetings(person, proofs))
    else:
        blocks.append(Paragraph(cell("No article of this library tells of a meeting with this person.")))
    blocks += _met(person)
    if person.places:
        rows = tuple(
            (cell(one.name), cell(f"{one.times:,}"), cell(_at(one.seen, proofs)))
            for one in person.places[:OTHERS]
        )
        blocks.append(Table("Places", ("Place", "Times", "Last"), rows, _more(person.places, OTHERS)))
    if len(person.spellings) > 1:
        told = ", ".join(f"{one.label} ({one.count:,})" for one in person.spellings)
        blocks.append(Paragraph(cell(f"Spelt: {told}.")))
    if person.perhaps:
        blocks.append(_perhaps(person))
    if person.notes:
        blocks.append(_notes(person))
    return Page(person.name, _subtitle(person), tuple(blocks))


def _subtitle(person: Person) -> str:
    ranks = [max(person.ranks, key=lambda one: one.last.day or "").rank] if person.ranks else []
    newest = max((one.last.day or "" for one in person.tenures), default="")
    posts = [str(one.post) for one in person.tenures if (one.last.day or "") == newest]
    countries = " or ".join(map(country_name, person.countries))
    when = words.period(person.first, person.last)
    return "; ".join(
        filter(None, (", ".join([*ranks, *posts]), countries, words.amount(person.articles, "article"), when))
    )


def _perhaps(person: Person) -> Table:
    rows = tuple(
        (
            cell(Run(one.name, words.to_person(one.person))),
            cell(one.why),
            cell(f"{one.articles:,}"),
        )
        for one in person.perhaps
    )
    note = "They are counted apart until they are joined (Article, People)."
    return Table("Perhaps the same person", ("Name", "Why", "Articles"), rows, note)


# -- what to look at


def _turn(turn: Turn, proofs: Proofs) -> tuple[Cell, ...]:
    return (
        cell(Run(f"another {turn.kind}", tone="changed")),
        cell(turn.before, ", until ", _on(turn.until, proofs)),
        cell(turn.after, ", since ", _on(turn.since, proofs)),
    )


def _on(said: Said, proofs: Proofs) -> Run:
    return Run(words.day(said.day), proofs.person(said.article, said.spelt))


def _holders(person: Person, proofs: Proofs) -> Iterator[tuple[Cell, ...]]:
    for tenure in person.tenures:
        own = cell(person.name, ", ", _period(tenure.first, tenure.last, tenure.wordings, proofs))
        title = str(tenure.post)
        for one in tenure.before[-1:]:
            passed: Cell = cell(Run(f"{title}: passed on", tone="changed"))
            yield passed, _holder(one, proofs), own
        for one in tenure.beside:
            two = cell(Run(f"{title}: two holders at one time", tone="warning"))
            yield two, own, _holder(one, proofs)
        for one in tenure.after[:1]:
            yield cell(Run(f"{title}: passed on", tone="changed")), own, _holder(one, proofs)


def _holder(one: Holder, proofs: Proofs) -> Cell:
    name = Run(one.name, words.to_person(one.person))
    return cell(name, ", ", _period(one.first, one.last, [one.post], proofs))


def _period(first: Said, last: Said, posts: Iterable[HeldPost], proofs: Proofs) -> Run:
    return Run(words.period(first.day, last.day), proofs.post_of(last.article, last.spelt, posts))


# -- posts and ranks


def _tenure(one: Tenure, proofs: Proofs) -> tuple[Cell, ...]:
    also = [post for post in one.wordings if post != one.post]
    country = f" ({one.post.country})" if one.post.country else ""
    told = cell(f"{one.post}{country}")
    if also:
        told += cell(Run(f", also “{'”, “'.join(map(str, also))}”", tone="muted"))
    return told, *_first_and_last(one.first, one.last, proofs, one), cell(f"{one.articles:,}")


def _rank(one: RankHeld, proofs: Proofs) -> tuple[Cell, ...]:
    return cell(one.rank), *_first_and_last(one.first, one.last, proofs, None), cell(f"{one.articles:,}")


def _first_and_last(first: Said, last: Said, proofs: Proofs, tenure: Tenure | None) -> Iterator[Cell]:
    for said in (first, last):
        link = (
            proofs.post_of(said.article, said.spelt, tenure.wordings)
            if tenure
            else proofs.rank(said.article, said.spelt)
        )
        yield cell(Run(words.day(said.day), link))


# -- meetings and people


def _meetings(person: Person, proofs: Proofs) -> Table:
    rows = tuple(_meeting(person, one, proofs) for one in person.meetings[:MEETINGS])
    columns = ("When", "Where", "With", "Occasion", "Reported in")
    return Table("Meetings", columns, rows, _more(person.meetings, MEETINGS))


def _meeting(person: Person, meeting: Meeting, proofs: Proofs) -> tuple[Cell, ...]:
    first = meeting.reports[0]
    others = {
        one.person: one for report in meeting.reports for one in report.people if one.person != person.key
    }
    named = [cell(words.person(one)) for one in list(others.values())[:6]]
    if len(others) > len(named):
        named.append(cell(f"{len(others) - len(named):,} more"))
    when = [_at(first, proofs)]
    if all(report.planned for report in meeting.reports):
        when.append(Run(" (planned)", tone="muted"))
    return (
        cell(*when),
        cell(meeting.place or ""),
        joined(named),
        _occasion(meeting),
        _reports(meeting, proofs),
    )


def _occasion(meeting: Meeting) -> Cell:
    for one in meeting.reports:
        if one.occasion and one.wording:
            number = f" (no. {one.ordinal})" if one.ordinal else ""
            return cell(Run(one.wording, words.to_series(one.occasion)), number)
    return ()


def _reports(meeting: Meeting, proofs: Proofs) -> Cell:
    told = [
        cell(Run(words.day(one.published), proofs.meeting(one.article, one.number)))
        for one in meeting.reports[:REPORTS]
    ]
    more = len(meeting.reports) - REPORTS
    return joined([*told, cell(f"{more:,} more") if more > 0 else ()])


def _at(one: Encounter, proofs: Proofs) -> Run:
    said = words.day(one.day) + (" (date of the article)" if one.day and not one.date else "")
    return Run(said, proofs.date(one.article, one.number))


def _met(person: Person) -> Iterator[Block]:
    for opposite, heading in ((True, "Met"), (False, "With on the same side")):
        several = [one for one in person.counterparts if one.opposite is opposite]
        if several:
            rows = tuple(_counterpart(person.key, one) for one in several[:OTHERS])
            columns = ("Name", "Rank and posts, as last met", "Country", "Times", "First", "Last")
            yield Table(heading, columns, rows, _more(several, OTHERS))


def _counterpart(key: str, one: MetWith) -> tuple[Cell, ...]:
    return (
        cell(words.person(one.person)),
        cell(words.titled(one.person)),
        cell(words.country(one.person.country)) if one.person.country else (),
        cell(Run(f"{one.times:,}", to_couple(key, one.person.person))),
        cell(Run(words.day(one.first), to_article(one.articles[0]))),
        cell(Run(words.day(one.last), to_article(one.articles[-1]))),
    )


def _more(several: Sequence[object], shown: int) -> str:
    return f"and {len(several) - shown:,} more" if len(several) > shown else ""


# -- notes


def _notes(person: Person) -> Table:
    rows = []
    for row in person.notes:
        made = row.annotation
        span = made.anchor.span if made.anchor.exact and not made.orphan else None
        quoted = made.anchor.exact or "on the whole article"
        rows.append(
            (cell(made.note), cell(Run(quoted, to_article(made.article_id, span))), cell(words.day(row.date)))
        )
    heading = "Your notes on articles that name this person"
    return Table(heading, ("Note", "On", "Article of"), tuple(rows))
