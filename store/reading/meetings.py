"""From a verb frame and the people around it to an encounter, new or already told of."""

from __future__ import annotations

from dataclasses import replace

from store.lexicon import load
from store.reading.apart import announced_apart, leaves, one_by_one
from store.reading.clauses import BEFORE_NAMES, following_subject, subject_of
from store.reading.common_words import TALKS
from store.reading.frames import Frame, FrameKind
from store.reading.memory import Item
from store.reading.messages import bearer_of
from store.reading.objects import object_of, right_behind
from store.reading.partners import (
    caller,
    goes_on,
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
from store.reading.story import TOPICAL, Story
from store.reading.tellings import add_encounter


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
    """Tell of the encounter of a verb ``frame``: whom it brings together, and who receives whom."""
    if frame.kind is FrameKind.MEET and by_telephone(story, frame, first, last, frames):
        frame = replace(frame, kind=FrameKind.CALL)
    left = subject_of(story, items, first, frame.first, frame.first, frame)
    right = object_of(story, items, frame, last, frames)
    if _tells_of_none(story, frame, left, right, first, last):
        return
    if frame.right:
        _tell_sides(story, frame, right, first, number, heading)
        return
    if right is not None and said_by(story, frame, right, first):
        return  # "Welcoming the guests, X noted": nobody new is met
    if frame.kind is FrameKind.CALL_ON and right is not None:
        left = caller(story, items, right) or left
    left = goes_on(story, frame, left, right)
    if frame.kind is FrameKind.RECEIVE and right is not None and _is_passive(story, frame, right, first):
        frame = replace(frame, kind=FrameKind.RECEIVED)
    if frame.kind is FrameKind.RECEIVE and right is not None:
        right = bearer_of(story, frame, items, right, last)
    left_people = list(left.people) if left else []
    right_people = [p for p in (right.people if right else ()) if p not in left_people]
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
    mutual = frame.kind in (FrameKind.MEET, FrameKind.CALL)
    if frame.plural or (not right_people and mutual and len(left_people) > 1):
        if not _passes_by(story, frame, left_people):
            add_encounter(story, frame, [], [], left_people, False, number, heading, set())
        return
    if not left_people and len(right_people) > 1 and mutual and _of_several(story, frame):
        add_encounter(story, frame, [], [], right_people, False, number, heading, countries)
        return
    if not left_people and right_people and right and _lacks_subject(frame, right, first):
        late = frame.agenda or (frame.kind is FrameKind.RECEIVED and frame.first - first > _IN_FRONT)
        follower = () if late else following_subject(story, items, frame, last, right)
        left_people = [p for p in follower or held_subject(story, frame, right) if p not in right_people]
    alone = frame.kind is FrameKind.RECEIVED and story.tokens.low[frame.last - 1] not in ("by", "with")
    if alone and left is not None and left.named and not right_people:
        # "X was received the same day"
        right_people = [p for p in story.memory.hosts if p not in left_people]
    if not left_people and left is not None and left.countries and right_people and right and right.named:
        _add_delegation(story, frame, right_people, set(left.countries), number, heading)
        return
    if not left_people or not (right_people or countries):
        return
    named = (left and left.named) or (right and (right.named or right.word == "counterpart"))
    if not named and not countries and _known(story, left_people, right_people) is None:
        return
    if len(left_people) == 1 and right and right.named and _in_turn(story, frame, right, first, number):
        _add_each(story, frame, left_people[0], right_people, number, heading)
        return
    if left is not None and left.named and len(right_people) == 1 and one_by_one(story, first, frame, left):
        for person in left_people:
            _add(story, frame, [person], right_people, number, heading, set())
        return
    if frame.kind is FrameKind.MEET and right is not None and his_host(story, frame, right):
        frame = replace(frame, kind=FrameKind.RECEIVED)
    _add(story, frame, left_people, right_people, number, heading, countries)


_BE = frozenset("was were been being be".split())


def _is_passive(story: Story, frame: Frame, right: Item, first: int) -> bool:
    """``was also received, on the same day, | by the Speaker``: the host stands behind ``by``."""
    low = story.tokens.low
    at = right.first - 1
    while at > frame.first and low[at] in BEFORE_NAMES:
        at -= 1
    return low[at] == "by" and not _BE.isdisjoint(low[max(first, frame.first - 3) : frame.first])


_AGAIN = frozenset(("the", "meeting", "meetings", "during", "talks"))


def _tells_of_none(
    story: Story, frame: Frame, left: Item | None, right: Item | None, first: int, last: int
) -> bool:
    """Whether the verb tells of no encounter: one known already, one only agreed on or urged."""
    again = story.tokens.low[frame.first] in _AGAIN
    if _of_the_meeting(story, frame, first):
        return True
    if again and right is not None and mentions_known(story, right, left):
        return True
    if frame.planned and frame.plural and only_agreed(story, frame, first):
        return True
    if frame.kind is FrameKind.CALL_ON and right is not None and urged(story, frame, right, last):
        return True
    return frame.near and (right is None or not right_behind(story, frame, right))


def _of_the_meeting(story: Story, frame: Frame, first: int) -> bool:
    """``A and B attended the meeting, which | discussed``: what a meeting told of did."""
    low = story.tokens.low
    at = frame.first - 1
    while at > first and low[at] in ("also", "had", "has"):
        at -= 1
    which = low[at] in ("which", "that") and at - first > _SIDES
    return which and not TALKS.isdisjoint(low[at - 2 : at]) and low[frame.first] in TOPICAL


def _passes_by(story: Story, frame: Frame, people: list[int]) -> bool:
    """Whether a verb of several has one only, or they are of one side: ``A and B signed at a meeting``."""
    if len(people) < 2:
        return True
    sides = {story.people[person].country for person in people}
    return story.tokens.low[frame.first] in _WHILE and len(sides) < _SIDES


def _of_several(story: Story, frame: Frame) -> bool:
    """``a meeting between X and Y``, ``a meeting in which X and Y took part``."""
    return story.tokens.low[frame.last - 1] in ("between", "of") or participants_follow(story, frame)


def _lacks_subject(frame: Frame, right: Item, first: int) -> bool:
    """Whether the one who met those behind the verb is to be looked for elsewhere."""
    opens = frame.first == first
    kinds = (FrameKind.MEET, FrameKind.CALL, FrameKind.RECEIVED)
    if not (opens or frame.agenda or frame.kind in kinds):
        return False
    return right.named or (opens and right.word not in SIDES)


def _in_turn(story: Story, frame: Frame, group: Item, first: int, number: int) -> bool:
    """Whether the people of a group were met one after another."""
    return one_by_one(story, first, frame, group) or announced_apart(story, number, frame, group)


def _add_each(story: Story, frame: Frame, person: int, others: list[int], number: int, heading: bool) -> None:
    """An encounter with each of the others, of all of which the next sentences are."""
    told: list[int] = []
    for other in others:
        _add(story, frame, [person], [other], number, heading, set())
        told += [index for index in story.current if index not in told]
    story.current = told


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


def _tell_sides(
    story: Story, frame: Frame, right: Item | None, first: int, number: int, heading: bool
) -> None:
    """``Talks co-chaired by X and Y``: X and Y meet, where they are of two sides."""
    people = [p for p in right.people if story.people[p].stated] if right is not None else []
    _of_the_pair(story, frame, people, first)
    sides = {story.people[p].country for p in people}
    if None in sides and story.home not in sides and story.home is not None:
        sides = (sides - {None}) | {story.home}
    if len(people) > 1 and len(sides) > 1 and (None not in sides or len(sides) > 2 or _chairs(story, frame)):
        add_encounter(story, frame, [], [], people, False, number, heading, set())


_PAIR = 2


def _of_the_pair(story: Story, frame: Frame, people: list[int], first: int) -> None:
    """``The Danish-Czech commission, co-chaired by X and Y``: X is Danish, Y Czech, if no more is said."""
    if len(people) != _PAIR or not story.tokens.low[frame.first].startswith("co"):
        return
    if any(story.people[p].country is not None for p in people):
        return
    hits = [h for h in story.phrases.hits[first : frame.first] if h is not None]
    places = [h.entry.code for h in hits if h.entry.kind.value in ("country", "adjective")]
    pair = list(dict.fromkeys(places))
    if len(pair) == _PAIR:
        for person, code in zip(people, pair, strict=True):
            story.people[person].country, story.people[person].country_rule = code, "country.pair"


def _chairs(story: Story, frame: Frame) -> bool:
    return story.tokens.low[frame.first].startswith(("co", "chair"))


def _is_host(story: Story, item: Item) -> bool:
    """``lunched with his Nigerian host, Bola Tinubu``."""
    before = story.tokens.low[max(0, item.first - 3) : item.first]
    return item.named and "host" in before and not {"of", "to"} & set(before)


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
