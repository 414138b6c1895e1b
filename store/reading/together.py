"""Two who were together at a meeting that the sentence only mentions: ``X told Y at a meeting in Paris``."""

from __future__ import annotations

from store.reading.clauses import subject_of
from store.reading.frames import Frame, FrameKind
from store.reading.memory import Item
from store.reading.sought import mark_of
from store.reading.story import Story
from store.reading.tellings import add_encounter

_NOUNS = frozenset(
    "meeting talks conversation audience negotiations discussions consultations met call conference".split()
)
_OF_MEETINGS = mark_of(_NOUNS | {"visiting"})
_BEFORE = frozenset("at during in after following before when".split())
_BETWEEN = frozenset(
    "a an the their his her closed-door bilateral working separate joint they two brief phone telephone"
    " video pair leaders ministers officials generals presidents sides latter".split()
)
_OTHERS = frozenset("with between of".split())
_VERBS = frozenset("told gave put made spoke took said".split())
_NO_VERB = frozenset("with by of about for from against on at in who whose and".split())
_CALLS = frozenset("phone telephone video call".split())

_HOSTS = frozenset(("host", "hosts", "guest", "visitor"))
_OF_HOSTS = mark_of(_HOSTS)
_WHERE = frozenset("there here , for the talks of day was is".split())


def tell_together(
    story: Story, number: int, frames: list[Frame], items: list[Item], first: int, last: int
) -> None:
    """The meeting of a subject with whom its verb reaches, or of the people of one subject."""
    if not story.tokens.sentence_marks[number] & _OF_MEETINGS or any(
        f.negated or f.background for f in frames
    ):
        return
    stated = {p for p in {p for i in items if i.named for p in i.people} if story.people[p].stated}
    named = [i for i in items if i.named and stated.issuperset(i.people)]
    at = _mentioned(story, first, last)
    low = story.tokens.low
    visiting = next((i for i in named if "visiting" in low[max(first, i.first - 1) : i.first + 1]), None)
    if at is None and visiting is None:
        return
    guests = visiting.people if visiting is not None else ()
    end = at - 1 if at is not None else last
    subject = subject_of(story, items, first, end, end, None) or subject_of(
        story, items, first, last, last, None
    )
    if subject is None and at is not None and _of_those_before(story, number, items, first, at):
        people = list(story.memory.subject)
    elif subject is None or not (subject.named or len(subject.people) > 1):
        return
    else:
        people = list(subject.people)
    if subject is not None and len(people) == 1:
        met = next((i for i in named if i.first >= subject.last and _reached(story, subject, i)), None)
        if met is None or (at is None and guests not in (met.people, subject.people)):
            return
        people += [p for p in met.people[:1] if p not in people]
    sides = {story.people[p].country for p in people}
    if len(people) < 2 or len(sides) < 2 or len(people) > 4:
        return
    if any(set(people) <= {*e.hosts, *e.guests, *e.attendees} for e in story.telling.encounters):
        return
    kind = FrameKind.MEET if _CALLS.isdisjoint(low[first:last]) else FrameKind.CALL
    verb = at if at is not None else first
    frame = Frame(kind, verb, verb + 1, "will" in low[first:last], False, "encounter.together")
    add_encounter(story, frame, [], [], people, False, number, False, set())


_OF_THAT = frozenset("the this that it these those both".split())


def _of_those_before(story: Story, number: int, items: list[Item], first: int, at: int) -> bool:
    """``X and Y agreed. | The agreement was reached at a meeting``: theirs, though it names nobody."""
    low = story.tokens.low
    told = story.telling.speakers.get(number - 1, ()) == story.memory.subject
    nobody = not any(item.first < at for item in items)
    return told and nobody and low[first] in _OF_THAT and not {"had", "that", "if"} & set(low[first + 1 : at])


def _mentioned(story: Story, first: int, last: int) -> int | None:
    """Where ``at a meeting``, ``after talks``, ``when they met`` stands, of nobody else."""
    low = story.tokens.low
    for at in range(first + 1, last):
        if low[at] not in _NOUNS or (at + 1 < last and low[at + 1] in _OTHERS):
            continue
        back = at - 1
        while back > first and (low[back] in _BETWEEN or low[back].endswith("day")):
            back -= 1
        if low[back] in _BEFORE:
            return back + 1
    return None


def _reached(story: Story, subject: Item, item: Item) -> bool:
    """Whether only a verb stands between: ``thanked``, ``expressed to``."""
    low = story.tokens.low
    between = low[subject.last : item.first]
    if between[-1:] == ["alongside"] and len(between) < 10:
        return True
    if not 0 < len(between) < 6 or not _NO_VERB.isdisjoint(between) or "," in between[1:]:
        return False
    return any(word.endswith("ed") or word in _VERBS for word in between)


def tell_named_host(story: Story, number: int, items: list[Item], first: int, last: int) -> None:
    """``His host there, Admiral X, wrote``: X received whom the sentence before was about."""
    low = story.tokens.low
    about = story.memory.subject
    if len(about) != 1 or not story.tokens.sentence_marks[number] & _OF_HOSTS:
        return
    for at in range(first, min(last - 2, first + 12)):
        if low[at] not in ("his", "her") or low[at + 1] not in _HOSTS:
            continue
        item = next((i for i in items if i.named and i.first >= at + 2), None)
        between = low[at + 2 : item.first] if item is not None else []
        if item is None or len(between) > 6 or not _WHERE.issuperset(between) or item.people[0] in about:
            return
        guest = low[at + 1] in ("guest", "visitor")
        hosts, guests = (list(about), list(item.people)) if guest else (list(item.people), list(about))
        where = Frame(FrameKind.RECEIVE, at, at + 2, False, False, "encounter.host")
        if not any({*hosts, *guests} <= e.principals for e in story.telling.encounters):
            add_encounter(story, where, hosts, guests, [], True, number, False, set())
        return


_TALK = frozenset(
    "conversation conversations talks talk discussion discussions dialogue exchange exchanges focus agenda"
    " subject topic theme meeting emphasis accent attention conversation's".split()
)
_SPOKE = frozenset(
    "spoke talked raised reviewed addressed touched focused focussed explored considered dealt went took"
    " examined broached weighed discussed compared agreed signed".split()
)
_ITS = frozenset("the their his her main whole a most of much".split())


def tell_with(story: Story, number: int, items: list[Item], first: int, last: int) -> None:
    """``With President X, the conversation turned on trade``: whom the story is about met X."""
    low = story.tokens.low
    if low[first] != "with" or not items or not items[0].named or items[0].first - first > _ARTICLE:
        return
    met = items[0]
    at = met.last
    if at + _ARTICLE >= last or low[at] != "," or not all(story.people[p].posts for p in met.people):
        return
    after = next((i for i in items if i.first > at and i.people), None)
    near = after is not None and after.first - at <= _ARTICLE
    speaks = after is not None and near and not _SPOKE.isdisjoint(low[after.last : after.last + 1])
    noun = at + 1
    while noun < last - 1 and low[noun] in _ITS:
        noun += 1
    if speaks and after is not None:
        lead = after.people[:1]
    elif low[noun] in _TALK:
        lead = story.memory.subject[:1] or story.visitor
    else:
        return
    sides = {story.people[p].country for p in met.people}
    if not lead or story.people[lead[0]].country in sides or set(lead) & set(met.people):
        return
    if any({*lead, *met.people} <= e.principals for e in story.telling.encounters):
        return
    frame = Frame(FrameKind.MEET, first, first + 1, "will" in low[first:last], False, "encounter.with")
    add_encounter(story, frame, [], [], [*lead, *met.people], False, number, False, set())


_ARTICLE = 2  # tokens: "With the | President", ", the | minister"
