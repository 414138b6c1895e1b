"""Two who lead their sides at one table: ``the Peruvian delegation was led by A, the Estonian side by B``."""

from __future__ import annotations

from store.reading.frames import Frame, FrameKind
from store.reading.gazetteer import HitKind
from store.reading.memory import Item
from store.reading.sought import mark_of
from store.reading.story import Session, Story
from store.reading.tellings import add_encounter, days_of
from store.reading.ties import gap_is_tie

_LED = frozenset("led headed chaired co-chaired cochaired represented".split())
_LEAD = _LED | frozenset(
    "leads heads leading heading lead head co-chair co-chairs chairs chairing co-chairing represented".split()
)
_BODIES = frozenset("delegation delegations side sides team teams".split())
_SIDES = _BODIES | {"one"}  # "the Lithuanian one by X"
_TABLES = frozenset(
    "talks dialogue consultations consultation negotiations meeting session round discussions committee"
    " commission council conference forum mechanism exercise".split()
)
_LIGHT = frozenset("the their his its own respective jointly both also respectively was were by and".split())
_CHAIRS = frozenset("co-chairs cochairs co-chairmen co-chairpersons co-chairing".split())
_PLANNED = frozenset(("will", "shall"))
_FURTHEST = 3  # sentences between one side's leader and the other's
_MOST = 4


def note_session(story: Story, frames: list[Frame], number: int, first: int, last: int) -> None:
    """Remember a sentence that tells of talks without saying who met."""
    held = (FrameKind.HELD, FrameKind.MEET)
    low = story.tokens.low
    for frame in frames:
        if frame.kind not in held or frame.negated or frame.background:
            continue
        if _TABLES.isdisjoint(low[first:last]) and frame.kind is FrameKind.HELD:
            continue
        days = days_of(story, frame, number)
        story.session = Session(number, (frame.first, frame.last), frame.planned, days)
        return


def tell_chairs(story: Story, items: list[Item], number: int, first: int, last: int) -> None:
    """The leaders of both sides, told of in one sentence or in two that follow each other, meet."""
    found = _leaders(story, items, first, last) if story.tokens.sentence_marks[number] & _OF_LEADERS else []
    if not found or _in_session(story):
        return
    leaders = [p for _, group in found for p in group]
    if story.chairs and number - story.chairs[0] <= _FURTHEST:
        leaders = [*(p for p in story.chairs[1] if p not in leaders), *leaders]
    sides = {story.people[p].country for p in leaders}
    two = len(leaders) == 2 and _of_two(story, found, leaders, first)
    if len(leaders) == 1 and _fill_unnamed(story, leaders[0], number):
        return
    if len(leaders) < 2 or (len(sides) < 2 and not two and not (len(found) > 1 and sides == {None})):
        story.chairs = (number, tuple(leaders))
        return
    if len(leaders) > _MOST:
        return
    story.chairs = None
    at = found[0][0]
    planned = not _PLANNED.isdisjoint(story.tokens.low[max(first, at - 3) : at])
    frame = Frame(FrameKind.MEET, at, at + 1, planned, False, "encounter.chairs")
    forgotten = _forget_empty_session(story)
    known = len(story.telling.encounters)
    add_encounter(story, frame, [], [], leaders, False, number, False, set())
    if forgotten is not None:
        _turn(story, forgotten)
    session = story.session
    if len(story.telling.encounters) > known and session and number - session.sentence <= _FURTHEST:
        encounter = story.telling.encounters[-1]
        encounter.planned = encounter.planned or session.planned
        if session.sentence != number:
            encounter.sentences.insert(0, session.sentence)
            encounter.words.insert(0, session.words)
            encounter.dates[:0] = [d for d in session.dates if d not in encounter.dates]
            story.telling.about[session.sentence] = [known]


def _of_two(story: Story, found: list[tuple[int, tuple[int, ...]]], leaders: list[int], first: int) -> bool:
    """Whether two leaders lead a side each: ``delegations led by``, ``under the chair of`` after two states.

    Where nothing else says whose they are, they are named in the order of the states.
    """
    at = found[0][0]
    low = story.tokens.low
    if low[at - 1] in ("delegations", "sides", "teams"):
        return True
    if low[at] not in _CHAIR and not ({"sides", "delegations"} & set(low[first:at])):
        return False
    begin = max(0, at - _SESSION)
    hits = (h for h in story.phrases.hits[begin:at] if h is not None and h.entry.kind in _STATES)
    codes = list(dict.fromkeys(h.entry.code for h in hits))
    if len(codes) != len(leaders) or any(story.people[p].country for p in leaders):
        return False
    for person, code in zip(leaders, codes, strict=True):
        _give(story, (person,), code)
    return True


def _in_session(story: Story) -> bool:
    """Whether a session of many is being told of: whoever heads a delegation there takes part in it."""
    if len(story.current) != 1:
        return False
    known = story.telling.encounters[story.current[0]]
    return known.kind == "conference" and bool(known.attendees)


def _fill_unnamed(story: Story, leader: int, number: int) -> bool:
    """``X received the Danish delegation. It was headed by Y``: Y is the guest."""
    if len(story.current) != 1:
        return False
    known = story.telling.encounters[story.current[0]]
    country = story.people[leader].country or next(iter(known.parties), None)
    if country not in known.parties or len(known.parties) != 1 or known.kind == "conference":
        return False
    if leader in known.hosts + known.guests + known.attendees:
        return False
    side = known.attendees if not known.directed else known.guests if known.hosts else known.hosts
    if known.directed and side:
        return False
    side.append(leader)
    story.people[leader].country = country
    story.people[leader].acting = True
    known.sentences.append(number)
    return True


def _forget_empty_session(story: Story) -> int | None:
    """Forget a conference told of without anybody in it, which was this meeting; which one that was."""
    if story.telling.encounters and story.current == [len(story.telling.encounters) - 1]:
        last = story.telling.encounters[-1]
        if last.kind == "conference" and not last.attendees:
            story.telling.encounters.pop()
            story.current = []
            return len(story.telling.encounters)
    return None


def _turn(story: Story, forgotten: int) -> None:
    """Let what was about the forgotten session be about the encounter told instead, perhaps an old one."""
    for number, about in story.telling.about.items():
        if forgotten in about:
            story.telling.about[number] = list(story.current)
    for left in story.unread:
        if forgotten in left.current:
            left.current[:] = story.current


_CHAIR = frozenset("chair co-chair chairmanship co-chairmanship chairpersonship chairing co-chairing".split())
_INVERTED = frozenset("leading heading representing".split())
_LEADING = _LED | _CHAIRS | _LEAD | _CHAIR | _INVERTED | {"opened"}
_OF_LEADERS = mark_of(_LEADING)


def _leaders(story: Story, items: list[Item], first: int, last: int) -> list[tuple[int, tuple[int, ...]]]:
    """Who is said to lead a side or the talks, with the token of the verb."""
    low = story.tokens.low
    found: list[tuple[int, tuple[int, ...]]] = []
    for at in [at for at, word in enumerate(low[first:last], first) if word in _LEADING]:
        group: tuple[int, ...] = ()
        led = low[at] in _LED or (low[at] == "opened" and "jointly" in low[max(first, at - 1) : at + 2])
        by = _by(story, items, at, last) if led else 0
        if by and _led_here(story, items, at, first):
            group = _after(story, items, by + 1, last)
            _side_of(story, group[:1], max(first, at - 6), at)
        elif low[at] in _CHAIR and low[at + 1 : at + 2] == ["of"] and "under" in low[max(first, at - 3) : at]:
            group = _after(story, items, at + 2, last)
        elif was := _inverted(story, at, first, last):
            group = _after(story, items, was + 1, last)
            _side_of(story, group[:1], at, was)
        elif low[at] == "represented" and (code := _state_at(story, at + 1, last)) is not None:
            group = _before(story, items, at, first)
            _give(story, group[-1:], code)
        elif low[at] in _CHAIRS and low[at - 1] == "as":
            group = _before(story, items, at - 1, first)
        elif low[at] in _LEAD and _heads_a_side(story, at, last):
            group = _before(story, items, at, first)
            _side_of(story, group[-1:], at, min(last, at + 6))
            if group and not _BODIES.isdisjoint(low[at : at + 7]):
                group += _in_turn(story, items, at, last)
        if group:
            found.append((at, group))
    return found


def _inverted(story: Story, at: int, first: int, last: int) -> int:
    """Where the ``was`` of ``Leading the Portuguese side was X`` stands, or 0."""
    low = story.tokens.low
    if low[at] not in _INVERTED or not (at == first or low[at - 1] in (",", "while", "and")):
        return 0
    ahead = range(at + 2, min(last, at + 9))
    was = next((i for i in ahead if low[i] in ("was", "were", "is", "are")), 0)
    return was if was and not _SIDES.isdisjoint(low[at:was]) else 0


def _state_at(story: Story, at: int, last: int) -> str | None:
    """The state that is named at a token, without an article."""
    hit = story.phrases.hits[at] if at < last else None
    return hit.entry.code if hit is not None and hit.entry.kind is HitKind.COUNTRY else None


def _by(story: Story, items: list[Item], at: int, last: int) -> int:
    """Where the ``by`` of ``chaired in Lima on Tuesday by`` stands, or 0."""
    for by in range(at + 1, min(last, at + 8)):
        if story.tokens.low[by] == "by":
            return 0 if any(at < item.first < by for item in items) else by
    return 0


def _led_here(story: Story, items: list[Item], at: int, first: int) -> bool:
    """``The side was led by``, ``the dialogue, co-chaired by``; not a delegation that is on its way."""
    low = story.tokens.low
    before = set(low[max(first, at - 3) : at])
    if low[at] == "represented":
        return not _SIDES.isdisjoint(low[max(first, at - 8) : at]) or _state_right_before(story, first, at)
    if before & {"was", "were", "is", "are", "be", "being"} or low[at].startswith("co"):
        return True
    if low[at - 1] in ("delegations", "sides", "teams"):
        return True
    named = any(item.named and item.last <= at for item in items)
    return bool(before & {",", "and"}) and not _TABLES.isdisjoint(low[first:at]) and not named


def _state_right_before(story: Story, first: int, at: int) -> bool:
    """``Poland was represented``, not ``the minister was represented``."""
    hits = (story.phrases.hits[k] for k in range(max(first, at - 4), at - 1))
    return any(hit is not None and hit.entry.kind is HitKind.COUNTRY and hit.last >= at - 1 for hit in hits)


def _heads_a_side(story: Story, at: int, last: int) -> bool:
    """``led the Peruvian delegation``, ``heading the visitors``, ``co-chaired the dialogue``."""
    low = story.tokens.low
    if low[at] not in _LEAD or (at + 1 < last and low[at + 1] == "by"):
        return False
    for ahead in range(at + 1, min(last, at + 14)):
        word = low[ahead]
        if word in _BODIES or word in ("visitors", "hosts", "guests") or word in _TABLES:
            return True
        plain = story.phrases.phrase_at[ahead] is None and (word.isalnum() or word in ("-", "'s", "–"))
        if not plain and not story.tokens.word[ahead][0].isalnum():
            return False
    return False


def _after(story: Story, items: list[Item], at: int, last: int) -> tuple[int, ...]:
    """The people right after ``led by``, and those joined to them, each with a side or not."""
    group: tuple[int, ...] = ()
    end = at
    for item in items:
        if item.first < at:
            continue
        gap = story.tokens.low[end : item.first]
        joined = gap_is_tie(story.tokens, end, item.first) or (
            (not _SIDES.isdisjoint(gap) or _country_by(story, end, item.first))
            and len(gap) < 12
            and _LED.isdisjoint(gap)
            and ";" not in gap
        )
        if not (item.named and item.people) or not (joined or (not group and len(gap) <= 3)):
            if item.named or not _SIDE_NOUNS.issuperset(item.word.split() or ["x"]):
                break
            continue
        new = tuple(p for p in item.people if _is_stated(story, p) and p not in group)
        _side_of(story, new, item.last, min(last, item.last + 5))
        if not _SIDES.isdisjoint(gap):
            _side_of(story, new, end, item.first)
            if not {"visiting", "other", "opposite"}.isdisjoint(gap):
                _other_side(story, group, new, item.first)
        elif (code := _country_by(story, end, item.first)) is not None:
            _give(story, new, code)
        group += new
        end = item.last
        if story.tokens.low[end : end + 1] == ["for"] and (code := _state_at(story, end + 1, last)):
            _give(story, new, code)  # "chaired by X for Greece and Y for Israel"
            end += 2
    return group


_SESSION = 90  # tokens before the leaders in which their two countries are named


def _other_side(story: Story, others: tuple[int, ...], new: tuple[int, ...], at: int) -> None:
    """``the Chilean side was led by A, the visiting one by B``: B is of the other country told of."""
    known = {story.people[p].country for p in others}
    told = {
        h.entry.code
        for h in story.phrases.hits[max(0, at - _SESSION) : at]
        if h is not None and h.entry.kind in _STATES
    }
    if len(told - known) == 1 and None not in known:
        _give(story, new, next(iter(told - known)))


def _country_by(story: Story, first: int, last: int) -> str | None:
    """The state of ``and Denmark by``."""
    for at in range(first, last - 1):
        hit = story.phrases.hits[at]
        if hit is not None and hit.entry.kind is HitKind.COUNTRY and story.tokens.low[hit.last] == "by":
            return hit.entry.code
    return None


def _give(story: Story, leaders: tuple[int, ...], code: str) -> None:
    for number in leaders:
        if story.people[number].country is None:
            story.people[number].country, story.people[number].country_rule = code, "country.side"


_SIDE_NOUNS = frozenset("side delegation visiting visitor visitors guests host hosts".split())
_STATES = (HitKind.COUNTRY, HitKind.ADJECTIVE)


def _before(story: Story, items: list[Item], at: int, first: int) -> tuple[int, ...]:
    """The people right before a verb, all of their list."""
    group: tuple[int, ...] = ()
    begin = at
    for item in reversed(items):
        if item.first >= at:
            continue
        gap = story.tokens.low[item.last : begin]
        if not item.named or not (
            gap_is_tie(story.tokens, item.last, begin)
            or (not group and len(gap) <= 3 and (_LIGHT | {",", "will"}).issuperset(gap))
        ):
            break
        group = tuple(p for p in item.people if _is_stated(story, p)) + group
        begin = item.first
    return group


def _in_turn(story: Story, items: list[Item], at: int, last: int) -> tuple[int, ...]:
    """``X leading the Peruvian side and Y the Estonian side``: Y."""
    for item in items:
        if item.named and item.first > at and item.last < last:
            after = story.tokens.low[item.last : item.last + 5]
            if after[:1] == ["the"] and not _BODIES.isdisjoint(after) and _LEAD.isdisjoint(after):
                turn = tuple(p for p in item.people if _is_stated(story, p))
                _side_of(story, turn, item.last, min(last, item.last + 5))
                return turn
    return ()


def _side_of(story: Story, leaders: tuple[int, ...], first: int, last: int) -> None:
    """Give the leader of ``the Estonian side`` that country, where no other is said."""
    for at in range(first + 1, last):
        hit = story.phrases.hits[at - 1]
        if story.tokens.low[at] not in _BODIES or hit is None or hit.entry.kind not in _STATES:
            continue
        for number in leaders:
            if story.people[number].country is None:
                story.people[number].country = hit.entry.code
                story.people[number].country_rule = "country.side"
        return


def _is_stated(story: Story, person: int) -> bool:
    return story.people[person].stated and not story.people[person].honoured
