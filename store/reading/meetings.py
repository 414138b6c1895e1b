"""From a verb frame and the people around it to an encounter, new or already told of."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from itertools import pairwise

from store.lexicon import load
from store.reading.clauses import following_subject, object_of, right_behind, subject_of
from store.reading.dates import DatePhrase, Precision
from store.reading.frames import Frame, FrameKind
from store.reading.participants import SIDES, Item
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
    if frame.kind is FrameKind.MEET and _by_telephone(story, frame, first, last, frames):
        frame = replace(frame, kind=FrameKind.CALL)
    left = subject_of(story, items, first, frame.first, frame.first, frame)
    right = object_of(story, items, frame, last, frames)
    if (
        story.tokens.low[frame.first] in ("the", "meeting", "meetings", "during", "talks")
        and right is not None
        and _mentions_known(story, right, left)
    ):
        return
    if frame.kind is FrameKind.CALL_ON and right is not None and _urged(story, frame, right, last):
        return
    if frame.near and (right is None or not right_behind(story, frame, right)):
        return
    if frame.right:
        _tell_sides(story, frame, right, number, heading)
        return
    if right is not None and _said_by(story, frame, right, first):
        return  # "Welcoming the guests, X noted": nobody new is met
    if frame.kind is FrameKind.CALL_ON and right is not None:
        left = _caller(story, items, right) or left
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
    if frame.plural and len(left_people) < 2 and (partners := _put_first(story, items, first, frame)):
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
    ) and (story.tokens.low[frame.last - 1] in ("between", "of") or _participants_follow(story, frame)):
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
        left_people = [p for p in follower or _held_subject(story, frame, right) if p not in right_people]
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
        and (_one_by_one(story, first, frame, right) or _announced_apart(story, number, frame, right))
    ):
        told: list[int] = []
        for person in right_people:
            _add(story, frame, left_people, [person], number, heading, set())
            told += [i for i in story.current if i not in told]
        story.current = told
        return
    if left is not None and left.named and len(right_people) == 1 and _one_by_one(story, first, frame, left):
        for person in left_people:
            _add(story, frame, [person], right_people, number, heading, set())
        return
    if frame.kind is FrameKind.MEET and right is not None and _his_host(story, frame, right):
        frame = replace(frame, kind=FrameKind.RECEIVED)
    _add(story, frame, left_people, right_people, number, heading, countries)


def _his_host(story: Story, frame: Frame, right: Item) -> bool:
    """``met his host, General X``."""
    words = story.tokens.low[frame.last : right.first + 1]
    return any(a in ("his", "her", "their") and b == "host" for a, b in pairwise(words))


def _said_by(story: Story, frame: Frame, right: Item, first: int) -> bool:
    """Whether a sentence that begins with ``Welcoming ...,`` has only its speaker behind the comma."""
    low = story.tokens.low
    return (
        frame.kind is FrameKind.RECEIVE
        and frame.first == first
        and low[frame.first].endswith("ing")
        and right.named
        and "," in low[frame.last : right.first]
    )


_WHILE = frozenset(("during", "at", "after", "following"))  # "A and B signed the plan at a meeting"
_SIDES = 2
_IN_FRONT = 3  # tokens before "received by X, Y ..."
_SEVERAL = frozenset("meetings calls visits conversations".split())
_ENCOUNTERS = _SEVERAL | frozenset("talks audiences discussions encounters".split())
_APART = frozenset("separate separately individually".split())


_AUXILIARIES = frozenset("has have had also then later will to".split())
_ONE_MEETING = frozenset(
    "trilateral tripartite quadrilateral three-way four-way jointly together delegation a an quad".split()
)
_MET = frozenset("met meet meets meeting called calling call see".split())


def _one_by_one(story: Story, first: int, frame: Frame, group: Item) -> bool:
    """Whether the people of a group were met apart: ``received separately``, ``in separate audiences``."""
    if len(group.people) < 2:
        return False
    low = story.tokens.low
    from_, to = max(first, min(frame.first, group.first) - 4), max(frame.last, group.first)
    near = (*low[from_:to], *low[group.last : group.last + 6])
    met = group.first >= frame.last  # those in front of the verb came together
    apart = (met and _in_turn(story, frame, group)) or not _APART.isdisjoint(near)
    return apart and low[frame.last - 1] != "between"


def _in_turn(story: Story, frame: Frame, group: Item) -> bool:
    """``had meetings with A of one state and B of another``, ``met A, B and C``, ``paid calls on``."""
    low = story.tokens.low
    told = low[frame.first : frame.last]
    if told[-1:] == ["between"] or frame.kind in (FrameKind.RECEIVE, FrameKind.RECEIVED):
        return False
    if not _ONE_MEETING.isdisjoint(low[frame.first - 3 : group.last + 4]):
        return False
    several = not _SEVERAL.isdisjoint(told)
    if not several and _MET.isdisjoint(told):
        return False
    if not all(story.people[p].posts for p in group.people):
        return False
    sides = [story.people[p].country for p in group.people]
    apart = len(set(sides)) == len(sides) and None not in sides
    if several:
        return "calls" in told or apart or len(sides) > 2
    if {"trilateral", "tripartite", "three-way"} & set(low) and len(set(sides)) > 1:
        return False
    if len(set(sides)) > 1:
        return len(set(sides)) > 2
    own = sides[0] == story.home and story.home is not None
    if _is_envoy(story, list(group.people)) or not (own or _rules(story, group.people)):
        return False  # a delegation
    return len(sides) > 2 or "well" in low[group.first : group.last]


_RULERS = frozenset(("president", "premier", "king", "emir", "amir", "sultan", "speaker", "prime minister"))


def _rules(story: Story, people: tuple[int, ...]) -> bool:
    """Whether a head of state, of government or of parliament is among them, who receives alone."""
    return any(h.head in _RULERS for p in people for h in story.people[p].posts)


def _announced_apart(story: Story, number: int, frame: Frame, group: Item) -> bool:
    """``held separate meetings with ministers. He met A; B; and C``."""
    if len(group.people) < 2:
        return False
    low = story.tokens.low
    if number == 0 or frame.kind not in (FrameKind.MEET, FrameKind.RECEIVE):
        return False
    said = set(low[slice(*story.tokens.sentences[number - 1][:2])])
    apart = not _APART.isdisjoint(said) or {"bilateral", "meetings"} <= said
    return apart and not _ENCOUNTERS.isdisjoint(said)


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
    if frame.kind is FrameKind.RECEIVE and not _leaves(story, frame, left, right):
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


def _leaves(story: Story, frame: Frame, left: list[int], right: list[int]) -> bool:
    """``The outgoing ambassador bade farewell to the minister``: who leaves calls on who stays."""
    if "farewell" not in story.tokens.low[frame.first : frame.last]:
        return False
    return _is_envoy(story, left) and not _is_envoy(story, right)


def _is_envoy(story: Story, people: list[int]) -> bool:
    heads = {h.head.split()[-1] for p in people for h in story.people[p].posts}
    return not heads.isdisjoint(("ambassador", "attaché", "attache", "commissioner", "adviser", "consul"))


_MACHINES = frozenset("phone telephone telephonic video videoconference teleconference videolink vtc".split())
_TALKED = frozenset(
    "spoke speaks spoken talked talks discussed exchanged reviewed conferred consulted held had holds"
    " has".split()
)


def _by_telephone(story: Story, frame: Frame, first: int, last: int, frames: list[Frame]) -> bool:
    """``In a phone call, X and Y discussed``; ``X spoke with Y by phone``; ``X spoke today with Y``."""
    low = story.tokens.low
    if low[frame.first] not in _TALKED or any(f.kind is FrameKind.CALL for f in frames):
        return False
    if any(low[at] in _MACHINES and _to_speak_with(low, at) for at in range(first, last)):
        return True
    if story.round is not None and story.round.frame.kind is FrameKind.CALL and not frame.planned:
        return True
    if low[frame.first] not in ("spoke", "speaks", "spoken"):
        return False
    place = (at for at in range(frame.first, last - 1) if low[at] in ("in", "at", "during", "here"))
    return not any(story.tokens.cap[at + 1] or low[at + 1] in ("the", "a", "his", "her", ".") for at in place)


def _to_speak_with(low: list[str], at: int) -> bool:
    ahead = low[at + 1] if at + 1 < len(low) else ""
    before = low[max(0, at - 3) : at]
    return ahead in ("call", "conversation", "conference", "talk", "talks", "link") or not {
        "by",
        "over",
        "via",
        "on",
        "through",
    }.isdisjoint(before)


def _tell_sides(story: Story, frame: Frame, right: Item | None, number: int, heading: bool) -> None:
    """``Talks co-chaired by X and Y``: X and Y meet, where they are of two sides."""
    people = [p for p in right.people if story.people[p].stated] if right is not None else []
    sides = {story.people[p].country for p in people}
    if len(people) > 1 and len(sides) > 1 and (None not in sides or len(sides) > 2 or _chairs(story, frame)):
        add_encounter(story, frame, [], [], people, False, number, heading, set())


def _chairs(story: Story, frame: Frame) -> bool:
    return story.tokens.low[frame.first].startswith(("co", "chair"))


def _participants_follow(story: Story, frame: Frame) -> bool:
    """``Talks were held with | the participation of A and B``: both are takers-part."""
    return bool({"participation", "involvement"} & set(story.tokens.low[frame.last : frame.last + 3]))


def _urged(story: Story, frame: Frame, right: Item, last: int) -> bool:
    """``called on the two sides to stop``, ``called upon Japan to``: asked them, visited nobody."""
    low = story.tokens.low
    if not low[frame.first].startswith("call") or right.named:
        return False
    return not right.people or right.word in SIDES or "to" in low[right.last : min(last, right.last + 2)]


def _caller(story: Story, items: list[Item], right: Item) -> Item | None:
    """``during a courtesy call on him by Vice Admiral X``: X is the one who called."""
    low = story.tokens.low
    if low[right.last : right.last + 1] != ["by"]:
        return None
    return next((i for i in items if i.named and 1 <= i.first - right.last <= 3), None)


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


def _put_first(story: Story, items: list[Item], first: int, frame: Frame) -> list[int]:
    """``With X, the minister discussed``: the two of them."""
    if story.tokens.low[first] != "with":
        return []
    before = [i for i in items if i.last <= frame.first and i.people]
    if len(before) < 2 or not before[0].named or before[0].first - first > 2:
        return []
    subject = before[-1]
    if set(subject.people) & set(before[0].people) or frame.first - subject.last > 3:
        return []
    return [*subject.people[:1], *before[0].people[:1]]


def _mentions_known(story: Story, right: Item, left: Item | None) -> bool:
    """``The meeting with X was ...``: the encounter already told of, not a new one."""
    for index in reversed(range(len(story.telling.encounters))):
        principals = story.telling.encounters[index].principals
        if (
            right.people
            and set(right.people) <= principals
            and (left is None or not left.named or set(left.people) & principals)
        ):
            story.current = [index]
            return True
    return False


def _held_subject(story: Story, frame: Frame, right: Item) -> tuple[int, ...]:
    """Whose meeting it is, where the sentence does not say: whom the story is about."""
    words = story.tokens.low[frame.first : frame.last]
    if _letters_before(story, frame):
        return ()
    if words[-1] in ("was", "were"):  # "the next visitor was"
        return story.memory.hosts or story.memory.subject
    if not frame.agenda:
        if words[0] not in ("meeting", "meetings", "talks", "a", "the"):
            return story.memory.subject
        if not {"was", "were"} & set(words):
            return ()
    sides = {story.people[p].country for p in right.people} - {None}
    memory = story.memory
    likely = (memory.guests, memory.subject) if frame.agenda else (memory.subject, memory.guests)
    for people in (*likely, story.visitor):
        if people and not sides & {story.people[p].country for p in people}:
            return people
    return ()


def _letters_before(story: Story, frame: Frame) -> bool:
    """``The PCOS held talks with X``: a subject in letters that nobody is known by."""
    at = frame.first - 1
    while at >= 0 and story.tokens.low[at] in _AUXILIARIES:
        at -= 1
    word = story.tokens.word[at] if at >= 0 else ""
    return len(word) > 1 and word.isalpha() and word.isupper() and story.phrases.hits[at] is None


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
    return [d for d in story.dates.get(first, ()) if d.precision is Precision.DAY]


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
