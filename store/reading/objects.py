"""The object of a verb frame: the people after it, within its clause."""

from __future__ import annotations

from store.reading.clauses import BEFORE_NAMES, SAYING, acts_at, join_items
from store.reading.frames import Frame, FrameKind
from store.reading.memory import Item
from store.reading.stand_ins import SIDES
from store.reading.story import Story
from store.reading.ties import gap_is_tie

_BLOCKING = frozenset(
    (*"who which whom that said where when while after before whose".split(), ";", "”", ":")
)
_NOUN_FRAMES = frozenset("after before following in a the his her during meeting talks conversation".split())
_PAST = frozenset("spoke held met told gave took paid drew".split())
_AFTER_SUBJECTS = frozenset("said spoke were was had also took told held met".split())
_PARTICIPLES = frozenset(
    "accompanied headed named based called retired appointed ed joined represented".split()
)
_POSSESSIVE = ("'s", "’s", "'", "’")
_PARTIES = frozenset("delegation team party entourage group wife husband family".split())
_NAMING = frozenset("led headed under consisting composed comprising".split())  # who a delegation is
_SENT = frozenset("appointed named designated nominated sent signed issued proposed convened".split())
_ROWS = frozenset((";", "and", "the", ","))


def _same_link(low: list[str], first: Item, item: Item, gap: list[str]) -> bool:
    """``the credentials of Ambassador A and of the new High Commissioner B``: the same word leads to both."""
    links = set(low[first.first - 3 : first.first]) & {"of", "from", "to"}
    ties = {"and", ",", "the", "new", *links}
    return item.named and bool(links & set(gap)) and gap[0] in ("and", ",") and ties.issuperset(gap)


def _state_between(story: Story, at: int, stop: int) -> bool:
    """``his colleagues from Dominica, A, | and Grenada, | B``: a country by itself before the next name."""
    return story.tokens.low[at + 1] in ("and", ",") and stop - at > 1 and story.tokens.word[stop - 1] == ","


def _next_of_row(story: Story, before: Item, item: Item, last: int) -> bool:
    """``met with Minister A; Ambassador B; and Fiji, C``: a list whose people are parted by semicolons."""
    at = before.last
    if at >= item.first or not item.named or story.tokens.word[at] not in (";", ","):
        return False
    if story.tokens.word[at] == "," and not _state_between(story, at, item.first):
        return False
    for place in range(at, item.first):
        hit = story.phrases.hits[place]
        if story.tokens.low[place] not in _ROWS and (hit is None or hit.entry.kind.value != "country"):
            return False
    return item.last >= last or story.tokens.low[item.last] in (";", ",", ".", "and")


def object_of(story: Story, items: list[Item], frame: Frame, last: int, frames: list[Frame]) -> Item | None:
    """The people after a verb: the first group in its clause, with those joined to it."""
    low = story.tokens.low
    limit = min(
        (
            f.first
            for f in frames
            if f.first >= frame.last
            and f.kind not in (FrameKind.ATTEND, FrameKind.ACCOMPANY)
            and not (f.right or f.near)
        ),
        default=last,
    )
    for index, item in enumerate(items):
        if item.first < frame.last:
            if item.last <= frame.last:
                continue
            continue
        if item.first >= limit or item.first - frame.last > 40:
            return None
        between = low[frame.last : item.first]
        if any(word in _BLOCKING for word in between):
            return None
        if item.named and _of_next_clause(story, frame, item, last):
            return None
        if not item.named and not item.people and not item.countries:
            continue
        if (
            frame.kind is FrameKind.RECEIVE
            and any(word in ("by", "at", "of") for word in between[-1:])
            and not any(w in ("delegation", "group", "team", "honour", "honor") for w in between)
            and not {"led", "headed"} & set(between[-2:])
            and not {"call", "calls", "visit", "visits"} & set(between)
            and len(between) > (1 if low[frame.first].startswith("welcom") else 3)
            and "delegation" not in low[max(0, item.first - 14) : item.first]
        ):
            continue
        if frame.kind is FrameKind.RECEIVE and item.named and _owns(low, item.last, last):
            return None  # "welcomed X's offer"
        if frame.kind in (FrameKind.MEET, FrameKind.CALL) and any(
            f.kind is FrameKind.ACCOMPANY and frame.last <= f.first and 0 <= item.first - f.last <= 6
            for f in frames
        ):
            continue  # "the two met, flanked by X"
        if between[-1:] == ["by"] and between[-2:-1] and between[-2] in _SENT:
            continue  # "met the envoys recently appointed by President X"
        group = item
        end = index + 1
        # "a delegation led by X": X, not the bare delegation, is the guest
        while end < len(items) and items[end].first < limit:
            gap = low[group.last : items[end].first]
            leads = not group.named and set(gap) & _NAMING and len(gap) < 16
            if leads:
                group = items[end]
            elif (
                (
                    gap_is_tie(story.tokens, group.last, items[end].first)
                    or _day_and(gap)
                    or _next_of_row(story, group, items[end], last)
                    or _same_link(low, item, items[end], gap)
                )
                and "by" not in gap
                and not {"together", "along"} & set(gap)
                and (items[end].named or not _is_comma(gap) or not group.named)
            ):
                if items[end].word in SIDES and "with" in gap:
                    break  # "met X, with the two exchanging views"
                noun = low[frame.first] in _NOUN_FRAMES and gap == [","]
                if low[frame.last - 1] != "between" and (
                    _new_clause(story, items[end].last, last, gap)
                    or (noun and acts_at(story, items[end].last, last))
                ):
                    break
                group = join_items(group, items[end])
            else:
                break
            end += 1
        return group
    return None


_UNNAMED = frozenset(
    "them guests visitors dignitaries passengers delegates participants customers diners".split()
)


def _of_next_clause(story: Story, frame: Frame, item: Item, last: int) -> bool:
    """``welcomed them on board, and X served tea``: those received are said, X does something else."""
    low = story.tokens.low
    said = low[frame.last - 1 : frame.last + 2]
    return (
        frame.kind is FrameKind.RECEIVE
        and "and" in low[max(frame.last, item.first - 4) : item.first]
        and not _UNNAMED.isdisjoint(said)
        and acts_at(story, item.last, last)
    )


def _owns(low: list[str], at: int, last: int) -> bool:
    return at + 1 < last and low[at] in _POSSESSIVE and low[at + 1] not in _PARTIES


def right_behind(story: Story, frame: Frame, item: Item) -> bool:
    """Whether a person stands right behind the verb: ``visited President X``, not ``visited X's grave``."""
    if not item.people or item.word not in ("", "him", "her", "them", "counterpart"):
        return False
    if not all(story.people[p].stated for p in item.people):
        return False
    low = story.tokens.low
    ahead = low[item.last] if item.last < len(low) else "."
    if ahead in _POSSESSIVE or (frame.kind is FrameKind.CALL and not _rang(low, item.last, ahead)):
        return False
    return all(
        word in BEFORE_NAMES
        or word in ("with", ",")
        or ((hit := story.phrases.hits[at]) is not None and hit.entry.kind.value in ("adjective", "country"))
        for at, word in enumerate(low[frame.last : item.first], frame.last)
    )


_AFTER_CALLS = frozenset(
    ". , ; : ( - – — and on today yesterday by from after before following late early this last over about"
    " via in at during to when who while earlier again later tonight soon".split()
)
_SUMMONS = frozenset("the a an order account testify his her step resign stand task arms give stop".split())


def _rang(low: list[str], at: int, ahead: str) -> bool:
    """Whether a call is by telephone: not ``called X a friend``, ``called X to order``."""
    if ahead == "to":
        return at + 1 < len(low) and low[at + 1] not in _SUMMONS
    return ahead in _AFTER_CALLS or ahead.endswith("day")


def _day_and(gap: list[str]) -> bool:
    """``X on Friday and | Y``: a day between two of those met."""
    return (
        2 <= len(gap) <= 3
        and gap[-1] == "and"
        and all(word in ("on", "today", "yesterday") or word.endswith("day") for word in gap[:-1])
    )


def _new_clause(story: Story, at: int, last: int, gap: list[str]) -> bool:
    """Whether people after ``and`` are the subject of a verb that follows them at once."""
    if not gap or at >= last:
        return False
    word = story.tokens.low[at]
    if "and" not in gap:
        return word in SAYING or (_is_comma(gap) and (word in _PAST or _is_past(word)))
    return word.endswith("ed") or word in _AFTER_SUBJECTS


def _is_comma(gap: list[str]) -> bool:
    return gap == [","] or gap == [",", "the"]


def _is_past(word: str) -> bool:
    return word.endswith("ed") and word not in _PARTICIPLES
