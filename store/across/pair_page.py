"""The page of two parties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from store.across import words
from store.across.contact import Contact, Report
from store.across.encounter import Participant
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
    citations,
    cited,
    joined,
    to_article,
    to_couple,
)
from store.across.pair import Couple, Met, Pair, Pause, Shared, State, TopicOver
from store.across.posts import Level
from store.derive import country_name
from store.model import MeetingKind

if TYPE_CHECKING:
    from store.across.evidence import Proofs

LAST = 12
"""So many of the newest meetings are told one by one."""

PEOPLE = 10
COUPLES = 10
TOPICS = 25
OCCASIONS = 15

NOT_TOLD = "not told"
_KINDS = {MeetingKind.MEETING: "", MeetingKind.CALL: "by telephone", MeetingKind.CONFERENCE: "conference"}
_TONES: dict[State, Tone] = {"new": "new", "gone": "gone"}


def pair_page(one: Pair, proofs: Proofs) -> Page:
    """The page of a pair."""
    return _Writer(one, proofs).page()


class _Writer:
    def __init__(self, one: Pair, proofs: Proofs) -> None:
        self._one = one
        self._proofs = proofs
        self._first, self._second = country_name(one.first), country_name(one.second)

    def page(self) -> Page:
        one = self._one
        title = f"{self._first} and {self._second}"
        if not one.meetings and not one.planned:
            search = self._search("articles that name both")
            return Page(title, "no meeting of the two is told", (Paragraph(cell("See ", search, ".")),))
        return Page(title, self._subtitle(), tuple(self._blocks()))

    def _subtitle(self) -> str:
        one = self._one
        days = [meeting.day for meeting in one.meetings if meeting.day]
        parts = [
            words.amount(len(one.meetings), "meeting"),
            words.amount(one.visits, "visit") if one.visits else "",
            words.amount(len(one.articles), "article"),
            words.period(days[0], days[-1]) if days else "",
            f"{len(one.planned):,} planned" if one.planned else "",
        ]
        return ", ".join(filter(None, parts))

    def _blocks(self) -> Iterator[Block]:
        one = self._one
        if one.planned:
            yield self._meetings(
                "Planned", one.planned, "No article of the library says that these were held."
            )
        if one.meetings:
            more = len(one.meetings) - LAST
            note = f"The newest {LAST} of {len(one.meetings):,}." if more > 0 else ""
            yield self._meetings("Last meetings", one.meetings, note)
            yield self._levels()
            yield self._hosting()
        if one.pauses:
            yield self._pauses()
        if one.topics:
            yield self._topics()
        if one.occasions:
            yield self._occasions()
        if one.people:
            yield self._people()
        if one.couples:
            yield self._couples()

    # -- meetings, one by one

    def _meetings(self, heading: str, told: Sequence[Contact], note: str) -> Table:
        columns = ("Day", "Where", "Level", self._first, self._second, "Occasion", "Articles")
        rows = tuple(self._meeting(meeting) for meeting in reversed(told[-LAST:]))
        return Table(heading, columns, rows, note)

    def _meeting(self, meeting: Contact) -> tuple[Cell, ...]:
        one, report = self._one, meeting.reports[0]
        day = Run(words.day(meeting.day), self._proofs.meeting(report.article, report.number))
        ordinal = f"no. {meeting.ordinal}: " if meeting.ordinal is not None else ""
        occasion = Run(f"{ordinal}{meeting.wording or ''}", _to_series(meeting.occasion))
        where = ", ".join(filter(None, (meeting.place or "", _KINDS[meeting.kind])))
        return (
            cell(day),
            cell(where),
            cell(level(meeting.level)),
            _people(meeting.side(one.first)),
            _people(meeting.side(one.second)),
            cell(occasion),
            self._reports(meeting.reports),
        )

    def _reports(self, reports: Sequence[Report]) -> Cell:
        runs = {
            one.article: cited(one.article, self._proofs.meeting(one.article, one.number)) for one in reports
        }
        return joined([cell(run) for run in runs.values()])

    # -- levels, hosts, time

    def _levels(self) -> Table:
        rows = tuple(
            (
                cell(level(row.first)),
                cell(level(row.second)),
                cell(f"{row.meetings:,}"),
                cell(words.period(row.since, row.until)),
                self._articles(row.articles),
            )
            for row in self._one.levels
        )
        columns = (self._first, self._second, "Meetings", "When", "Articles")
        return Table("On which level", columns, rows, "By the highest post that is named on each side.")

    def _hosting(self) -> Table:
        rows = [
            (
                _host(row.party),
                cell(f"{row.meetings:,}"),
                cell(f"{row.visits:,}"),
                cell(", ".join(f"{place} ({count:,})" for place, count in row.places[:5])),
                cell(words.period(row.since, row.until)),
                self._articles(row.articles),
            )
            for row in self._one.hosting
        ]
        hosts = {row.party for row in self._one.hosting}
        for code in (self._one.first, self._one.second):
            if code not in hosts and rows:
                never = cell(Run("never, as far as the articles tell", None, "gap"))
                rows.append((_host(code), cell("0"), cell("0"), never, cell(), cell()))
        calls = f"Calls, which nobody hosts: {self._one.calls:,}." if self._one.calls else ""
        columns = ("Host", "Meetings", "Visits", "Where", "When", "Articles")
        return Table("Who hosted", columns, tuple(rows), calls)

    def _pauses(self) -> Table:
        rows = tuple(self._pause(pause) for pause in self._one.pauses)
        columns = ("Last met", "Met again", "Time", "Beside the usual", "Articles")
        usual = self._one.usual
        note = "What is usual is not known: too few visits are told."
        if usual is not None:
            note = f"Usually {time_in_words(usual)} lie between two visits (the middle of all)."
        return Table("Longest times without a meeting", columns, rows, note)

    def _pause(self, pause: Pause) -> tuple[Cell, ...]:
        said = Run("longer" if pause.long else "", None, "gap")
        again = Run(
            words.day(pause.until) if pause.until else "not since", None, "" if pause.until else "muted"
        )
        return (
            cell(words.day(pause.since)),
            cell(again),
            cell(time_in_words(pause.days)),
            cell(said),
            self._articles(tuple(dict.fromkeys(pause.articles))),
        )

    # -- topics, occasions, people

    def _topics(self) -> Grid:
        one = self._one
        rows = tuple(self._topic(topic) for topic in one.topics[:TOPICS])
        more = len(one.topics) - TOPICS
        return Grid(
            "Topics",
            "Topic",
            tuple(map(cell, one.periods)),
            rows,
            "In how many meetings of the period; · none. New: only lately; gone: not lately; stays: always.",
            f"{more:,} less frequent topics are left out." if more > 0 else "",
        )

    def _topic(self, topic: TopicOver) -> tuple[Cell, tuple[Cell, ...]]:
        newest = to_article(topic.articles[0])
        told = f" ({topic.state})"
        name = cell(Run(words.topic(topic.topic), newest), Run(told, None, _TONES.get(topic.state, "muted")))
        return name, tuple(cell(f"{count:,}" if count else Run("·", None, "muted")) for count in topic.counts)

    def _occasions(self) -> Table:
        rows = tuple(self._occasion(shared) for shared in self._one.occasions[:OCCASIONS])
        more = len(self._one.occasions) - OCCASIONS
        note = f"{more:,} less frequent ones are left out." if more > 0 else ""
        columns = ("Occasion", "Sessions", "Meetings", "When", "Articles")
        return Table("Occasions that both took part in", columns, rows, note)

    def _occasion(self, shared: Shared) -> tuple[Cell, ...]:
        return (
            cell(Run(shared.name, _to_series(shared.occasion))),
            cell(words.numbers(shared.ordinals)),
            cell(f"{shared.meetings:,}"),
            cell(words.period(shared.since, shared.until)),
            self._articles(shared.articles),
        )

    def _people(self) -> Table:
        own = [
            [one for one in self._one.people if one.country == code]
            for code in (self._one.first, self._one.second)
        ]
        rows = tuple(self._person(person) for some in own for person in some[:PEOPLE])
        left = sum(max(0, len(some) - PEOPLE) for some in own)
        note = f"{left:,} others who met more seldom are left out." if left else ""
        columns = ("Who", "For", "Post, as told last", "Meetings", "When", "Articles")
        return Table("Who hosted or was a guest", columns, rows, note)

    def _person(self, person: Met) -> tuple[Cell, ...]:
        return (
            cell(Run(person.name, Link("person", person.person))),
            cell(person.country),
            cell(person.post),
            cell(f"{person.meetings:,}"),
            cell(words.period(person.since, person.until)),
            self._articles(person.articles),
        )

    def _couples(self) -> Table:
        rows = tuple(self._couple(couple) for couple in self._one.couples[:COUPLES])
        left = len(self._one.couples) - COUPLES
        note = f"{left:,} more who met are left out." if left > 0 else ""
        columns = (self._first, self._second, "Meetings", "When", "Articles")
        return Table("Who met whom", columns, rows, note)

    def _couple(self, couple: Couple) -> tuple[Cell, ...]:
        return (
            cell(Run(couple.first_name, Link("person", couple.first))),
            cell(Run(couple.second_name, Link("person", couple.second))),
            cell(Run(f"{couple.meetings:,}", to_couple(couple.first, couple.second))),
            cell(words.period(couple.since, couple.until)),
            self._articles(couple.articles),
        )

    # -- articles behind a figure

    def _articles(self, numbers: Sequence[int]) -> Cell:
        return citations(numbers, self._search)

    def _search(self, words: str) -> Run:
        return Run(words, Link("search", f"country:{self._one.first} country:{self._one.second}"))


def _host(party: str | None) -> Cell:
    if party:
        return cell(words.country(party))
    return cell(Run(NOT_TOLD, None, "muted"))


def _people(people: Iterable[Participant]) -> Cell:
    return joined([cell(words.person(one)) for one in people]) or cell(Run(NOT_TOLD, None, "muted"))


def _to_series(occasion: str | None) -> Link | None:
    return Link("series", occasion) if occasion else None


def level(one: Level | None) -> str:
    """A level in words."""
    return NOT_TOLD if one is None else one.label


def time_in_words(days: int) -> str:
    """So many days, as months or years where that is easier to grasp."""
    if days < 60:
        return words.amount(days, "day")
    if days < 730:
        return words.amount(round(days / 30.44), "month")
    return f"{days / 365.25:.1f} years"
