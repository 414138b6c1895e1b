"""From a verb frame and the people around it to an encounter, new or already told of."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from store.lexicon import load
from store.reading.apart import announced_apart, leaves, one_by_one
from store.reading.clauses import following_subject, object_of, right_behind, subject_of
from store.reading.dates import DatePhrase, Precision
from store.reading.frames import Frame, FrameKind
from store.reading.memory import Item
from store.reading.partners import (
    caller,
    held_subject,
    his_host,
    mentions_known,
    only_agreed,
    participants_follow,
    put_first,
    said_by,
    urged,
)
from store.reading.phoning import by_telephone
from store.reading.stand_ins import SIDES
from store.reading.story import TOPICAL, Encounter, Story

_MOST = 200  # encounters in one article: each is held against those before it


def tell_encounter(
    story: Story,
    frame: Frame,
    items: list[Item],
    first: int,
    last: int,
    number: int,
    heading: bool,
    frames: list[Frame],
) -> None:
    if frame.kind is FrameKind.MEET and by_telephone(story, frame, first, last, frames):
        frame = replace(frame, kind=FrameKind.CALL)
    left = subject_of(story, items, first, frame.first, frame.first, frame)
    right = object_of(story, items, frame, last, frames)
    if (
        story.tokens.low[frame.first] in ("the", "meeting", "meetings", "during", "talks")
        and right is not None
        and mentions_known(story, right, left)
    ):
        return
    if frame.planned and frame.plural and only_agreed(story, frame, first):
        return
    if frame.kind is FrameKind.CALL_ON and right is not None and urged(story, frame, right, last):
        return
    if frame.near and (right is None or not right_behind(story, frame, right)):
        return
    if frame.right:
        _tell_sides(story, frame, right, number, heading)
        return
    if right is not None and said_by(story, frame, right, first):
        return  # "Welcoming the guests, X noted": nobody new is met
    if frame.kind is FrameKind.CALL_ON and right is not None:
        left = caller(story, items, right) or left
    if frame.kind is FrameKind.RECEIVE and right is not None:
        right = _bearer(story, frame, items, right, last)
    left_people = list(left.people) if left else []
    right_people = [
        p for p in (right.people if right else ()) if p not in left_people or frame.kind is FrameKind.RECEIVE
    ]
    right_people = [p for p in right_people if p not in left_people]
    countries = set(right.countries if right else ()) | set(left.countries if left else ())
    if left_people and right_people and frame.kind is FrameKind.MEET and right and _is_host(story, right):
        add_encounter(story, frame, right_people, left_people, [], True, number, heading, countries)
        return
    if left is not None and left.named and right_people and not frame.plural:
        _of_one_side(story, left_people)
    if frame.plural and len(left_people) < 2 and (partners := put_first(story, items, first, frame)):
        add_encounter(story, frame, [], [], partners, False, number, heading, set())
        return
    if not right_people and not frame.plural and story.tokens.low[frame.last - 1] == "between":
        return  # "the two discussed the talks between Iran and Oman"
    if frame.plural or (
        not right_people and frame.kind in (FrameKind.MEET, FrameKind.CALL) and len(left_people) > 1
    ):
        if len(left_people) < 2 or (
            story.tokens.low[frame.first] in _WHILE
            and len({story.people[p].country for p in left_people}) < _SIDES
        ):
            return
        add_encounter(story, frame, [], [], left_people, False, number, heading, set())
        return
    if (
        not left_people
        and right_people
        and len(right_people) > 1
        and frame.kind in (FrameKind.MEET, FrameKind.CALL)
    ) and (story.tokens.low[frame.last - 1] in ("between", "of") or participants_follow(story, frame)):
        add_encounter(story, frame, [], [], right_people, False, number, heading, countries)
        return
    if (
        not left_people
        and (
            frame.kind in (FrameKind.MEET, FrameKind.CALL, FrameKind.RECEIVED)
            or frame.agenda
            or frame.first == first
        )
        and right_people
        and right
        and (right.named or (frame.first == first and right.word not in SIDES))
    ):
        late = frame.agenda or (frame.kind is FrameKind.RECEIVED and frame.first - first > _IN_FRONT)
        follower = () if late else following_subject(story, items, frame, last, right)
        left_people = [p for p in follower or held_subject(story, frame, right) if p not in right_people]
    alone = frame.kind is FrameKind.RECEIVED and story.tokens.low[frame.last - 1] not in ("by", "with")
    if alone and left is not None and left.named and not right_people:
        right_people = [
            p for p in story.memory.hosts if p not in left_people
        ]  # "X was received the same day"
    if not left_people and left is not None and left.countries and right_people and right and right.named:
        _add_delegation(story, frame, right_people, set(left.countries), number, heading)
        return
    if not left_people or not (right_people or countries):
        return
    if not right_people and not countries:
        return
    named = (left and left.named) or (right and (right.named or right.word == "counterpart"))
    if not named and not countries and _known(story, left_people, right_people) is None:
        return
    if (
        len(left_people) == 1
        and right
        and right.named
        and (one_by_one(story, first, frame, right) or announced_apart(story, number, frame, right))
    ):
        told: list[int] = []
        for person in right_people:
            _add(story, frame, left_people, [person], number, heading, set())
            told += [i for i in story.current if i not in told]
        story.current = told
        return
    if left is not None and left.named and len(right_people) == 1 and one_by_one(story, first, frame, left):
        for person in left_people:
            _add(story, frame, [person], right_people, number, heading, set())
        return
    if frame.kind is FrameKind.MEET and right is not None and his_host(story, frame, right):
        frame = replace(frame, kind=FrameKind.RECEIVED)
    _add(story, frame, left_people, right_people, number, heading, countries)


_WHILE = frozenset(("during", "at", "after", "following"))  # "A and B signed the plan at a meeting"
_SIDES = 2
_IN_FRONT = 3  # tokens before "received by X, Y ..."


def _add(
    story: Story,
    frame: Frame,
    left: list[int],
    right: list[int],
    number: int,
    heading: bool,
    countries: set[str],
) -> None:
    """The encounter of those left and right of the verb, as the verb divides them."""
    if frame.kind is FrameKind.RECEIVE and not leaves(story, frame, left, right):
        add_encounter(story, frame, left, right, [], True, number, heading, countries)
    elif frame.kind in (FrameKind.RECEIVE, FrameKind.RECEIVED, FrameKind.CALL_ON):
        add_encounter(story, frame, right, left, [], True, number, heading, countries)
    else:
        add_encounter(story, frame, [], [], left + right, False, number, heading, countries)


def _add_delegation(
    story: Story, frame: Frame, people: list[int], countries: set[str], number: int, heading: bool
) -> None:
    """``The Danish delegation met X``: X met those whom nobody names."""
    if countries & {story.people[p].country for p in people}:
        return
    if frame.kind in (FrameKind.CALL_ON, FrameKind.RECEIVED):
        add_encounter(story, frame, people, [], [], True, number, heading, countries)
    elif frame.kind in (FrameKind.MEET, FrameKind.CALL):
        add_encounter(story, frame, [], [], people, False, number, heading, countries)


def _tell_sides(story: Story, frame: Frame, right: Item | None, number: int, heading: bool) -> None:
    """``Talks co-chaired by X and Y``: X and Y meet, where they are of two sides."""
    people = [p for p in right.people if story.people[p].stated] if right is not None else []
    sides = {story.people[p].country for p in people}
    if len(people) > 1 and len(sides) > 1 and (None not in sides or len(sides) > 2 or _chairs(story, frame)):
        add_encounter(story, frame, [], [], people, False, number, heading, set())


def _chairs(story: Story, frame: Frame) -> bool:
    return story.tokens.low[frame.first].startswith(("co", "chair"))


_GREETINGS = frozenset(
    "message messages letter greetings regards wishes invitation invitations salutations".split()
)


def place_senders(story: Story, items: list[Item], first: int, last: int) -> None:
    """``He handed over a message from President X``: X is of the country of the one who speaks for him."""
    low = story.tokens.low
    if _GREETINGS.isdisjoint(low[first:last]):
        return
    for before, item in pairwise(items):
        if not item.named or len(item.people) != 1 or len(before.people) != 1:
            continue
        gap = low[before.last : item.first]
        sender, bearer = story.people[item.people[0]], story.people[before.people[0]]
        if (
            {"from", "of"} & set(gap[-3:])
            and _GREETINGS & set(gap)
            and _CARRIES & set(gap)
            and sender.country is None
            and bearer.country
        ):
            sender.country, sender.country_rule = bearer.country, "country.words"


_CARRIES = frozenset(
    "conveyed conveys delivered delivers handed brought extended carried presented bearing".split()
)


def _is_host(story: Story, item: Item) -> bool:
    """``lunched with his Nigerian host, Bola Tinubu``."""
    before = story.tokens.low[max(0, item.first - 3) : item.first]
    return item.named and "host" in before and not {"of", "to"} & set(before)


_LETTERS = frozenset("message messages letter invitation note".split())
_BROUGHT = frozenset("delivered conveyed handed brought borne presented transmitted carried".split())


def _bearer(story: Story, frame: Frame, items: list[Item], right: Item, last: int) -> Item | None:
    """``received a message from X, delivered by Y``: Y was received, and where nobody is named, nobody."""
    low = story.tokens.low
    between = set(low[frame.last : right.first])
    if not _LETTERS & between or {"credence", "credentials"} & between:
        return right
    for item in items:
        led = item.named and low[item.first - 1 : item.first] in (["by"], ["the"])
        if item.first > right.first and led and _BROUGHT & set(low[right.last : item.first]):
            sender = story.people[right.people[0]] if right.people else None
            bearer = story.people[item.people[0]]
            if sender is not None and sender.country and bearer.country is None:
                bearer.country, bearer.country_rule = sender.country, "country.words"
            return item
    return None if "from" in between else right


def _of_one_side(story: Story, group: list[int]) -> None:
    """``The President of Syria, A, and Foreign Minister B met C``: B is of A's country."""
    country = story.people[group[0]].country if group else None
    if country is None or country in load().organisation_of:
        return
    for person in group[1:]:
        if story.people[person].country is None and story.people[person].posts:
            story.people[person].country, story.people[person].country_rule = country, "country.group"


def _known(story: Story, left: list[int], right: list[int]) -> int | None:
    principals = frozenset(left + right)
    for index, encounter in enumerate(story.telling.encounters):
        if encounter.principals == principals:
            return index
    return None


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
) -> None:
    kind = "call" if frame.kind is FrameKind.CALL else "meeting"
    principals = frozenset(hosts + guests) or frozenset(attendees)
    if any(story.people[p].honoured for p in principals):
        return
    if len(principals) < 2 and not (principals and countries):
        return
    dates = days_of(story, frame, number)
    topical = story.tokens.low[frame.first] in TOPICAL
    index = _same(story, principals, kind, frame.planned, countries, topical)
    if index is None:
        if len(story.telling.encounters) >= _MOST:
            return
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
    first = story.tokens.sentences[number][0]
    return [
        d
        for d in story.dates.get(first, ())
        if d.precision is Precision.DAY
        and not story.text[max(0, d.span.start - 14) : d.span.start].endswith(_UNTIL)
    ]


_UNTIL = ("which ends on ", "that ends on ", "ending on ")


def _same(
    story: Story, principals: frozenset[int], kind: str, planned: bool, countries: set[str], topical: bool
) -> int | None:
    """The encounter already told that these people's is, if any."""
    encounters = story.telling.encounters
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
