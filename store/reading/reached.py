"""Encounters in a wording that no frame has: one walks from a word of meeting to those on either side of it.

It is looked at last, for sentences of which no encounter was told, and is stricter than the frames: both
sides are named or stand in for named ones, stated officials, and share no encounter.
"""

from __future__ import annotations

from collections.abc import Sequence

from store.lexicon.sections import sections
from store.reading.clauses import BEFORE_NAMES, SAYING, join_items, subject_of
from store.reading.common_words import MONTHS, WEEKDAYS
from store.reading.frames import Frame, FrameKind, is_to_come
from store.reading.layout import BlockKind
from store.reading.memory import Item
from store.reading.sought import mark_of
from store.reading.story import Encounter, Story, Unread
from store.reading.supposed import is_denied
from store.reading.tellings import add_encounter
from store.reading.ties import gap_is_tie

_WORDS = {name: frozenset(words.split()) for name, words in sections("reached.toml")["words"].items()}
_VERBS, _HOSTING, _NOUNS, _CALLS = (_WORDS[name] for name in ("verbs", "hosting", "nouns", "calls"))
_TRIGGERS = _VERBS | _HOSTING | _NOUNS
_OF_TRIGGERS = mark_of(_TRIGGERS)
_BE = frozenset("was were is are be been being".split())
_AHEAD = 45  # tokens from the word to whom it reaches
_MOST = 4  # people on one side


def note_unread(story: Story, number: int, items: list[Item], frames: Sequence[Frame]) -> None:
    """Keep a sentence with a word of meeting, two who may have met, and nothing denied or looked back on."""
    if not story.tokens.sentence_marks[number] & _OF_TRIGGERS or any(
        f.negated or f.background for f in frames
    ):
        return
    if story.blocks[story.tokens.sentences[number][2]].kind is not BlockKind.BODY:
        return
    people = {p for item in items for p in item.people}
    if len(people) > 1 and any(i.named for i in items):
        story.unread.append(Unread(number, items, list(story.current)))


def tell_reached(story: Story) -> None:
    """Tell of the encounters of the sentences left, where nobody else told of them."""
    for sentence in story.unread:
        encounters = story.telling.encounters
        if any(sentence.number in e.sentences for e in encounters):
            continue
        before = len(encounters)
        _tell(story, sentence)
        if len(encounters) > before:
            _turn_to(story, sentence, before)


def _turn_to(story: Story, sentence: Unread, index: int) -> None:
    """The sentences that follow are about the encounter, as far as they were about the one before it."""
    telling = story.telling
    about = telling.about
    about[sentence.number] = [index]
    for number in range(sentence.number + 1, len(story.tokens.sentences)):
        told = any(number in e.sentences for e in telling.encounters)
        if told or about.get(number, []) != list(sentence.current):
            break
        about[number] = [index]
    # Encounters stand in the order told.
    order = sorted(range(len(telling.encounters)), key=lambda at: telling.encounters[at].sentences[0])
    place = {old: new for new, old in enumerate(order)}
    telling.encounters[:] = [telling.encounters[at] for at in order]
    for number, those in about.items():
        about[number] = [place[at] for at in those]
    for left in story.unread:
        left.current[:] = [place[at] for at in left.current]


def _tell(story: Story, sentence: Unread) -> None:
    first, last, _ = story.tokens.sentences[sentence.number]
    low = story.tokens.low
    items = [i for i in sentence.items if i.people]
    for at in range(first, last):
        if low[at] not in _TRIGGERS or _quoted(story, first, at):
            continue
        before = " ".join(low[max(first, at - 14) : at])
        if not _DENIALS.isdisjoint(low[first:at]) or is_denied(before, low[at], False, ""):
            continue
        if _looks_back(low[max(first, at - 4) : at]):
            continue
        found = _sides(story, items, first, at, last)
        if found is not None and _may_meet(story, *found):
            left, right, hosted = found
            kind = FrameKind.CALL if _by_wire(low[max(first, at - 4) : at + 4]) else FrameKind.MEET
            planned = is_to_come(before, low[at])
            frame = Frame(kind, at, at + 1, planned, False, "encounter.reached")
            if hosted:
                add_encounter(story, frame, left, right, [], True, sentence.number, False, set())
            else:
                add_encounter(story, frame, [], [], left + right, False, sentence.number, False, set())
            return


def _by_wire(words: Sequence[str]) -> bool:
    return not _CALLS.isdisjoint(words)


def _quoted(story: Story, first: int, at: int) -> bool:
    words = story.tokens.word[first:at]
    return words.count("“") > words.count("”") or words.count('"') % 2 == 1


_DENIALS = frozenset("not never no neither nor without cannot didn't won't refused declined".split())
_PAST = frozenset("had last previous previously earlier recent past next future regular annual".split())


def _looks_back(words: Sequence[str]) -> bool:
    return not _PAST.isdisjoint(words)


_GRANTED = frozenset("granted grants gave gives accorded played plays".split())
_DIRECT = frozenset("met meets meet join joined joins".split())

Sides = tuple[list[int], list[int], bool]


def _sides(story: Story, items: list[Item], first: int, at: int, last: int) -> Sides | None:
    """Who met whom by the word at ``at``, and whether the first received the second."""
    low = story.tokens.low
    word = low[at]
    left = subject_of(story, items, first, at, at, None)
    behind = [i for i in items if i.first > at]
    granted = word in ("audience", "host") and not _GRANTED.isdisjoint(low[max(first, at - 3) : at])
    if granted and left is not None and (guest := _reached(story, behind, at, ("to",))) is not None:
        return list(left.people), list(guest.people), True
    if word == "host":
        return None
    if word in _HOSTING:
        passive = not _BE.isdisjoint(low[max(first, at - 3) : at])
        right = _reached(story, behind, at, ("by",) if passive else ())
        if left is None or right is None:
            return None
        if passive:
            return list(right.people), list(left.people), True
        return list(left.people), list(right.people), True
    direct = word in _DIRECT
    right = _reached(story, behind, at, ("with", "between"))
    if right is None and direct:
        right = _reached(story, behind, at, ())
    if word.startswith("join") and not _speaks(low[at:last]):
        return None
    if right is not None and left is not None:
        return list(left.people), list(right.people), False
    if right is not None and len(right.people) > 1 and "between" in low[at : right.first]:
        return list(right.people[:1]), list(right.people[1:]), False
    if left is not None and len(left.people) > 1 and right is None:
        return list(left.people[:1]), list(left.people[1:]), False
    if left is None and right is None and low[first] in ("in", "during", "at") and at - first < 8 and behind:
        group = _group(story, behind, 0)
        if len(group.people) > 1 and low[group.first - 1] in (",", "the"):
            return list(group.people[:1]), list(group.people[1:]), False
    return None


def _speaks(words: Sequence[str]) -> bool:
    """``joined X for talks``, ``joined X by video conference``."""
    return any(
        before in ("for", "by", "via", "over", "in", "at") and not _JOINT.isdisjoint(words[at : at + 4])
        for at, before in enumerate(words, 1)
    )


_JOINT = _NOUNS | {"video", "telephone", "phone"}


def _group(story: Story, items: list[Item], index: int) -> Item:
    group = items[index]
    for item in items[index + 1 :]:
        if not gap_is_tie(story.tokens, group.last, item.first):
            break
        group = join_items(group, item)
    return group


_GOVERNS = frozenset("of for from to in at on by with as between about into against over under than".split())
_STOPS = (
    frozenset('who whom whose which that where when while after before because if ; : ” “ "'.split()) | SAYING
)
_FINITE = frozenset("was were is are has have had will would did does took made held paid gave went".split())
_ADVERBIAL = frozenset(
    "at in on during within by via over through upon later also here there today yesterday tonight this"
    " earlier then again separately together likewise as the margins sidelines ( , with between late".split()
)


def _reached(story: Story, behind: list[Item], at: int, links: tuple[str, ...]) -> Item | None:
    """Whom the word reaches over adverbials: right behind one of ``links``, or as its object without any."""
    low = story.tokens.low
    for index, item in enumerate(behind):
        if item.first - at > _AHEAD or low[item.last : item.last + 1][:1] in (["'s"], ["’s"], ["'"], ["’"]):
            return None  # "welcomed X's offer"
        gap = low[at + 1 : item.first]
        if not _STOPS.isdisjoint(gap) or not _FINITE.isdisjoint(gap) or _has_verb(story, at + 1, item.first):
            return None
        back = item.first - 1
        while back > at and (low[back] in BEFORE_NAMES or _adjective(story, back)):
            back -= 1
        if links:
            if low[back] in links and back > at:
                return _group(story, behind, index)
        elif back == at or (
            low[back] not in _GOVERNS and low[back] != "and" and _adverbial(story, at + 1, back + 1)
        ):
            return _group(story, behind, index)
    return None


def _adjective(story: Story, at: int) -> bool:
    hit = story.phrases.hits[at]
    return hit is not None and hit.entry.kind.value == "adjective"


def _has_verb(story: Story, first: int, stop: int) -> bool:
    low, cap = story.tokens.low, story.tokens.cap
    return any(
        low[at].endswith("ed") and not cap[at] and low[at - 1] in (",", "and")
        for at in range(first + 1, stop)
    )


def _adverbial(story: Story, first: int, stop: int) -> bool:
    """Whether the stretch begins as an adverbial does, and ends with a place, a day or a comma."""
    low = story.tokens.low
    if low[first] not in _ADVERBIAL and not low[first].endswith("ly") and low[first] not in WEEKDAYS:
        return False
    end = low[stop - 1]
    return (
        end in WEEKDAYS
        or end in MONTHS
        or end in _ADVERBIAL
        or end[0].isdigit()
        or story.tokens.cap[stop - 1]
    )


def _may_meet(story: Story, left: list[int], right: list[int], hosted: bool) -> bool:
    """Whether they are officials of two sides, or one receives the other, and share no encounter yet."""
    people = story.people
    both = [*left, *right]
    if not left or not right or set(left) & set(right) or max(len(left), len(right)) > _MOST:
        return False
    if any(not people[p].stated or people[p].honoured for p in both):
        return False
    sides = {people[p].country or story.home for p in both}
    if len(sides) < 2 and not hosted:
        return False
    return not any(_share(e, left, right) for e in story.telling.encounters)


def _share(encounter: Encounter, left: list[int], right: list[int]) -> bool:
    those = {*encounter.hosts, *encounter.guests, *encounter.attendees}
    return bool(those & set(left)) and bool(those & set(right))
