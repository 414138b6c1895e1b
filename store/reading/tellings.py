"""The encounters told so far: a new one, or more of one that was told already."""

from __future__ import annotations

from store.reading.dates import DatePhrase, Precision
from store.reading.frames import Frame, FrameKind
from store.reading.story import TOPICAL, Encounter, Story

_SPOKEN = frozenset("talked spoke spoken conversed chatted".split())
_MOST = 200  # encounters in one article: each is held against those before it


def add_encounter(
    story: Story,
    frame: Frame,
    hosts: list[int],
    guests: list[int],
    attendees: list[int],
    directed: bool,
    number: int,
    heading: bool,
    countries: set[str],
) -> int | None:
    """Tell of an encounter, or more of one that was told already, remember who met, and say which it is."""
    kind = "call" if frame.kind is FrameKind.CALL else "meeting"
    principals = frozenset(hosts + guests) or frozenset(attendees)
    if any(story.people[p].honoured for p in principals):
        return None
    if not countries and not any(story.people[p].stated for p in principals):
        return None  # "The striker met his coach": nobody of whom a post or a rank is told
    if len(principals) < 2 and not (principals and countries):
        return None
    dates = days_of(story, frame, number)
    spoken = story.tokens.low[frame.first] in _SPOKEN
    topical = story.tokens.low[frame.first] in TOPICAL
    index = _same(story, principals, kind, frame.planned, countries, topical, spoken)
    if index is None:
        if len(story.telling.encounters) >= _MOST:
            return None
        story.telling.encounters.append(
            Encounter(
                kind,
                frame.planned,
                hosts,
                guests,
                attendees,
                directed,
                [number],
                [(frame.first, frame.last)],
                frame.rule,
                countries,
                dates,
                heading,
            )
        )
        index = len(story.telling.encounters) - 1
    else:
        _merge(story, story.telling.encounters[index], hosts, guests, directed, number, frame, dates)
    encounter = story.telling.encounters[index]
    story.current = [index]
    story.telling.about[number] = (
        [*story.telling.about.get(number, []), index] if number in story.telling.about else [index]
    )
    _remember(story, encounter)
    story.memory.everybody = tuple(encounter.hosts + encounter.guests) or tuple(encounter.attendees)
    for person in encounter.guests:
        story.people[person].guests += 1
    for person in principals:
        story.people[person].acting = True
    return index


def _remember(story: Story, encounter: Encounter) -> None:
    """Keep who is host and guest, by the words or by who is at home, for ``the guests`` that follow."""
    if encounter.directed:
        story.memory.hosts, story.memory.guests = (
            tuple(encounter.hosts),
            tuple(encounter.guests) or story.memory.guests,
        )
        return
    away = tuple(p for p in encounter.attendees if story.people[p].country not in (None, story.home))
    if away and len(away) < len(encounter.attendees):
        story.memory.guests = away
        story.memory.hosts = tuple(p for p in encounter.attendees if p not in away)


def days_of(story: Story, frame: Frame, number: int) -> list[DatePhrase]:
    """The days that the sentence states of the encounter itself."""
    first, last, _ = story.tokens.sentences[number]
    days = [
        d
        for d in story.dates.get(first, ())
        if d.precision is Precision.DAY
        and not story.text[max(0, d.span.start - 14) : d.span.start].endswith(_UNTIL)
    ]
    return _of_its_part(story, frame, days, first, last) if days else days


def _of_its_part(
    story: Story, frame: Frame, days: list[DatePhrase], first: int, last: int
) -> list[DatePhrase]:
    """``met A on Monday ahead of | talks with B on Friday``: each has the days of its own part."""
    low = story.tokens.low
    if "ahead" not in low[first:last]:
        return days
    cut = next((at for at in range(first + 1, last - 1) if low[at] == "ahead" and low[at + 1] == "of"), None)
    if cut is None:
        return days
    border = story.tokens.start[cut]
    if frame.first < cut:
        return [d for d in days if d.span.start < border]
    return [d for d in days if d.span.start > border] or days


_UNTIL = ("which ends on ", "that ends on ", "ending on ")


def _same(
    story: Story,
    principals: frozenset[int],
    kind: str,
    planned: bool,
    countries: set[str],
    topical: bool,
    spoken: bool,
) -> int | None:
    """The encounter already told that these people's is, if any."""
    encounters = story.telling.encounters
    if spoken and (
        calls := [i for i, e in enumerate(encounters) if e.kind == "call" and e.principals == principals]
    ):
        return calls[0]  # "We talked with her at length", of the call
    if topical and (own := [i for i, known in enumerate(encounters) if known.principals == principals]):
        return own[0]
    for index, known in enumerate(encounters):
        theirs = known.principals
        if topical and principals < theirs and len(principals) > 1:
            return index
        if known.kind != kind or known.planned != planned:
            continue
        if (
            countries
            and principals < theirs
            and countries <= {story.people[p].country for p in theirs - principals}
        ):
            return index
        if theirs == principals and known.parties >= countries:
            return index
        if theirs == principals and not known.parties:
            return index
        if known.planned == planned and principals < theirs and len(principals) > 1 and len(known.hosts) > 1:
            return index
    return None


def _merge(
    story: Story,
    known: Encounter,
    hosts: list[int],
    guests: list[int],
    directed: bool,
    number: int,
    frame: Frame,
    dates: list[DatePhrase],
) -> None:
    if directed and not known.directed:
        known.hosts, known.guests, known.attendees, known.directed = (
            hosts,
            guests,
            [a for a in known.attendees if a not in hosts + guests],
            True,
        )
    if number not in known.sentences:
        known.sentences.append(number)
    if story.tokens.low[frame.first] not in TOPICAL:
        known.words.append((frame.first, frame.last))
    known.dates.extend(d for d in dates if d not in known.dates)
