"""How a series is shown: its sessions and gaps, what changed from one to the next, its topics as a grid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.across import absence_page, words
from store.across.absence import absences_in
from store.across.encounter import Encounter
from store.across.evidence import Proofs
from store.across.grouping import SeriesLine
from store.across.page import (
    Block,
    Cell,
    Grid,
    Link,
    Page,
    Paragraph,
    Run,
    Table,
    Tone,
    cell,
    joined,
    to_pair,
)
from store.across.posts import post_key
from store.across.series import Change, Gap, Head, HeadChange, Series, Session
from store.derive import country_name

HEADS = 6
"""Of a session of many parties so many heads of delegations are told."""

MEANTIME = 5
"""So many of the meetings in a gap are told."""

SAID, NEW, GONE, NOT = "●", "+", "−", "·"
_LEGEND = f"{SAID} talked about, {NEW} new since the session before, {GONE} no longer, {NOT} not said."


def list_page(lines: Iterable[SeriesLine]) -> Page:
    """All series."""
    rows = tuple(
        (
            cell(Run(line.name, Link("series", line.key))),
            cell(f"{line.sessions:,}"),
            cell(words.numbers(line.numbers)),
            cell(Run(words.numbers(line.missing), tone="gap")),
            cell(words.period(line.first, line.last)),
            cell(f"{line.articles:,}"),
        )
        for line in lines
    )
    if not rows:
        none = "No occasion of this library has numbered sessions, or was held in several years."
        return Page("Series", "", (Paragraph(cell(none)),))
    columns = ("Name", "Sessions", "Numbers", "Missing", "When", "Articles")
    return Page("Series", f"{words.amount(len(rows), 'series', 'series')}", (Table("", columns, rows),))


def series_page(series: Series, proofs: Proofs) -> Page:
    """One series."""
    blocks: list[Block] = [_sessions(series, proofs)]
    changes = [row for change in series.changes for row in _changes(change, proofs)]
    if changes:
        heading = "What changed from each session to the next one known"
        blocks.append(Table(heading, ("Session", "What", "Before", "Then"), tuple(changes)))
    topics = _topics(series, proofs)
    if topics is not None:
        blocks.append(topics)
    blocks += absence_page.blocks(absences_in(series, 1), proofs)
    if len(series.wordings) > 1:
        names = [cell(Run(label, Link("occasion", name))) for name, label in series.wordings]
        blocks.append(Paragraph(cell("Worded as: ", *joined(names, "; "), ".")))
    if len(series.states) == 2:
        both = " and ".join(map(country_name, series.states))
        blocks.append(Paragraph(cell("See also all meetings of ", Run(both, to_pair(*series.states)), ".")))
    return Page(series.name, _subtitle(series), tuple(blocks))


def _subtitle(series: Series) -> str:
    known = [one for one in series.sessions if not one.planned]
    told = [words.amount(len(known), "session") + " known"]
    counted = [one.number for one in known if one.number is not None]
    if counted:
        told[0] += f": no. {words.numbers(counted)}" if len(counted) > 1 else f" (no. {counted[0]})"
    missing = [number for gap in series.gaps for number in range(gap.first, gap.last + 1)]
    if missing:
        told.append(f"{'no. ' if counted else ''}{words.numbers(missing)} missing")
    dates = [date for one in known for date in (one.first, one.last) if date]
    if dates:
        told.append(words.period(min(dates), max(dates)))
    return "; ".join(told)


# -- the sessions


def _sessions(series: Series, proofs: Proofs) -> Table:
    two = len(series.states) == 2
    sides = tuple(map(country_name, series.states)) if two else ("Heads of delegations",)
    gaps = {gap.last + 1: gap for gap in series.gaps}
    rows = []
    for session in series.sessions:
        place = session.number if series.is_counted else session.year
        if place is not None and place in gaps:
            rows.append(_gap(gaps.pop(place), series.is_counted, len(sides)))
        rows.append(_session(series, session, proofs))
    columns = ("No." if series.is_counted else "Year", "When", "Where", *sides, "Reported in")
    note = "A session that is missing is in no article of this library." if series.gaps else ""
    return Table("Sessions", columns, tuple(rows), note)


def _session(series: Series, session: Session, proofs: Proofs) -> tuple[Cell, ...]:
    first = session.encounters[0]
    named = proofs.occasion(first.article, first.number)
    when: list[Run] = [_when(session, proofs)]
    if session.planned:
        when.append(Run(" (planned)", tone="muted"))
    if session.far:
        when.append(Run(" (dates far apart: hardly one session)", tone="warning"))
    places = [_place(session, place, proofs) for place in session.places]
    if len(series.states) == 2:
        led = {head.party: head for head in session.heads}
        sides = [_head(led[party], proofs) if party in led else () for party in series.states]
    else:
        told = [cell(Run(f"{head.party} "), *_head(head, proofs)) for head in session.heads[:HEADS]]
        more = len(session.heads) - HEADS
        sides = [joined([*told, cell(f"{more:,} more") if more > 0 else ()], "; ")]
    unnumbered = series.is_counted and session.number is None
    label = f"{session.label} (no number)" if unnumbered else session.label
    return (
        cell(Run(label, named)),
        tuple(when),
        joined(places),
        *sides,
        _articles(session.encounters, proofs),
    )


def _when(session: Session, proofs: Proofs) -> Run:
    dated = next((one for one in session.encounters if one.day == session.first), session.encounters[0])
    said = words.period(session.first, session.last)
    if dated.date is None and session.first:
        said += " (date of the article)"
    return Run(said, proofs.date(dated.article, dated.number))


def _place(session: Session, place: str, proofs: Proofs) -> Cell:
    one = next(one for one in session.encounters if one.place == place)
    return cell(Run(place, proofs.place(one.article, one.number)))


def _head(head: Head, proofs: Proofs) -> Cell:
    one = head.person
    titles = words.titled(one)
    if not titles:
        return cell(words.person(one))
    link = (
        proofs.post(head.article, one.spelt, one.posts[0])
        if one.posts
        else proofs.rank(head.article, one.spelt)
    )
    return cell(words.person(one), ", ", Run(titles, link))


def _articles(encounters: Iterable[Encounter], proofs: Proofs) -> Cell:
    first: dict[int, Encounter] = {}
    for one in encounters:
        first.setdefault(one.article, one)
    told = [
        cell(Run(words.day(one.published), proofs.meeting(one.article, one.number))) for one in first.values()
    ]
    shown = told[:HEADS]
    return joined([*shown, cell(f"{len(told) - HEADS:,} more") if len(told) > HEADS else ()])


def _gap(gap: Gap, counted: bool, sides: int) -> tuple[Cell, ...]:
    number = str(gap.first) if gap.first == gap.last else f"{gap.first} to {gap.last}"
    between = " and ".join(words.day(date) for date in (gap.since, gap.until) if date)
    met = list(dict.fromkeys((one.day, one.article) for one in gap.meantime))
    told = [
        cell(Run(words.day(date), Link("article", str(article)), "gap")) for date, article in met[:MEANTIME]
    ]
    meantime = cell("meanwhile they met on ", *joined(told)) if told else ()
    if len(met) > MEANTIME:
        meantime = (*meantime, Run(f" and {len(met) - MEANTIME:,} more times"))
    return (
        cell(Run(number, tone="gap")),
        cell(Run(f"missing, between {between}" if between and counted else "missing", tone="gap")),
        (),
        *([meantime, *[()] * (sides - 1)]),
        (),
    )


# -- what changed


def _changes(change: Change, proofs: Proofs) -> Iterator[tuple[Cell, ...]]:
    label = cell(f"{change.before.label} → {change.after.label}")
    for one in change.heads:
        yield label, cell(_what(one)), _head(one.before, proofs), _head(one.after, proofs)
    if change.place:
        yield (
            label,
            cell("place"),
            _place(change.before, change.place[0], proofs),
            _place(change.after, change.place[1], proofs),
        )
    if change.topics_new:
        new = [
            _topic(change.after, topic, f"{NEW} {words.topic(topic)}", "new", proofs)
            for topic in change.topics_new
        ]
        yield label, cell("topics that are new"), (), joined([cell(run) for run in new])
    if change.topics_gone:
        gone = [
            _topic(change.before, topic, f"{GONE} {words.topic(topic)}", "gone", proofs)
            for topic in change.topics_gone
        ]
        yield label, cell("topics that are gone"), joined([cell(run) for run in gone]), ()


def _what(change: HeadChange) -> Run:
    side = country_name(change.party)
    before, after = change.before.person, change.after.person
    if change.passed_on:
        shared = {post_key(post) for post in before.posts}
        post = next(post for post in after.posts if post_key(post) in shared)
        return Run(f"{side}: {post.title} passed on", tone="changed")
    if before.person != after.person:
        return Run(f"{side}: led by another", tone="changed")
    same = {post_key(post) for post in before.posts} & {post_key(post) for post in after.posts}
    return Run(f"{side}: another {'rank' if same else 'post'}", tone="changed")


# -- the topics


def _topics(series: Series, proofs: Proofs) -> Grid | None:
    held = [one for one in series.sessions if not one.planned]
    topics = list(dict.fromkeys(topic for one in held for topic in one.topics))
    if not topics:
        return None
    often = {topic: sum(topic in one.topics for one in held) for topic in topics}
    topics.sort(key=lambda topic: (-often[topic], topic))
    rows = tuple((cell(words.topic(topic)), tuple(_marks(topic, held, proofs))) for topic in topics)
    columns = tuple(cell(one.label) for one in held)
    return Grid("Topics", "Topic", columns, rows, _LEGEND)


def _marks(topic: str, sessions: list[Session], proofs: Proofs) -> Iterator[Cell]:
    before: Session | None = None
    for one in sessions:
        was = before is not None and topic in before.topics
        if topic in one.topics:
            new = before is not None and not was
            yield cell(_topic(one, topic, NEW if new else SAID, "new" if new else "", proofs))
        else:
            yield cell(Run(GONE, tone="gone") if was else Run(NOT, tone="muted"))
        before = one


def _topic(session: Session, topic: str, said: str, tone: Tone, proofs: Proofs) -> Run:
    one = next(one for one in session.encounters if topic in one.topics)
    return Run(said, proofs.topic(one.article, one.number, topic), tone)
