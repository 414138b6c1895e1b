"""Who is there too: attended, accompanied by, also present, and lists of those present."""

from __future__ import annotations

import re
from dataclasses import replace

from store.reading.common_words import TALKS
from store.reading.conferences import go_on_with_conference
from store.reading.frames import Frame, FrameKind
from store.reading.gazetteer import HitKind
from store.reading.memory import Item
from store.reading.participants import find_items
from store.reading.stand_ins import SIDES
from store.reading.story import PRESENCE, Story
from store.reading.tellings import add_encounter
from store.reading.ties import gap_is_tie


def tell_presence(
    story: Story, frame: Frame, items: list[Item], first: int, last: int, frames: list[Frame]
) -> bool:
    """Add who attends or accompanies to the encounters that the sentence is about."""
    if story.tokens.low[first] == "neither" or _looked_back_on(frame, frames):
        return False
    if frame.kind is FrameKind.ATTEND:
        low = story.tokens.low
        before = [
            i for i in items if i.last <= frame.first and (i.named or (i.people and i.word not in SIDES))
        ]
        after = [i for i in items if i.first >= frame.last and i.named]
        if after and not any(i.named for i in before) and "present" in low[frame.first : frame.last]:
            group = [p for i in after for p in i.people]  # "On the Cuban side were also present A and B"
        elif before:
            group = _all_subjects(story, before, first, frame.first)
        else:
            group = [p for i in items if i.first >= frame.last and i.named for p in i.people]
        if low[frame.last - 1] in ("him", "them", "the", "his", "her") and not before:
            return False
    else:
        group = []
        end = frame.last
        limit = min(
            (f.first for f in frames if f.first >= frame.last and f.kind not in PRESENCE), default=last
        )
        for item in items:
            if item.first < frame.last or item.first >= limit:
                continue
            gap = story.tokens.low[end : item.first]
            if (
                item.first - end > 14
                or {"who", "said", "while"} & set(gap)
                or (
                    group
                    and gap[:1] != [";"]
                    and not gap_is_tie(story.tokens, end, item.first)
                    and len(gap) > 9
                    and not _posts_between(story, end, item.first)
                )
            ):
                break
            if item.named:
                group.extend(item.people)
            end = item.last
    group = [p for p in group if not _is_kin(story, p)]
    if frame.kind is FrameKind.ACCOMPANY and _goes_along(story, frame, frames, first):
        return False
    if frame.kind is FrameKind.ACCOMPANY and _pays_homage(story, frames, first, last):
        return False
    targets = _targets(story, frame, items, first, last)
    takers = [p for p in group if story.people[p].stated]
    if not targets and frame.kind is FrameKind.ATTEND and _talks(story, frame, takers):
        number = next(n for n, s in enumerate(story.tokens.sentences) if s[0] == first)
        add_encounter(story, frame, [], [], takers, False, number, False, set())
        return True
    if not targets and _meet(story, frame, first, last, group):
        return True
    if not targets or not group:
        return False
    for index in targets:
        known = story.telling.encounters[index]
        new = [
            p
            for p in group
            if p not in known.hosts + known.guests + known.attendees and not story.people[p].honoured
        ]
        known.attendees.extend(new)
        known.also.extend(new)
        number = next(n for n, s in enumerate(story.tokens.sentences) if s[0] == first)
        if number not in known.sentences:
            known.sentences.append(number)
    for person in group:
        story.people[person].acting = True
    _same_side(story, frame, items, group)
    return True


def _looked_back_on(frame: Frame, frames: list[Frame]) -> bool:
    """``The two had last met in May, where X joined the talks``: there at a meeting that is long past."""
    before = [f for f in frames if f.last <= frame.first and f.kind not in PRESENCE]
    return bool(before) and all(f.background for f in before)


_TOURED = frozenset(
    "visited visits visit toured tours tour inspected inspects laid attended watched opened".split()
)


def _goes_along(story: Story, frame: Frame, frames: list[Frame], first: int) -> bool:
    """``The admiral visited the base together with X``: X was at the base, and at no meeting for that."""
    low = story.tokens.low
    if low[frame.first] not in ("together", "along", "alongside"):
        return False
    return not _TOURED.isdisjoint(low[first : frame.first]) and all(
        f.near or f.kind in PRESENCE for f in frames
    )


_HOMAGE = frozenset(("laid", "laying", "lay", "lays", "placed", "placing"))
_OFFERED = frozenset("wreath wreaths flowers bouquet bouquets flower".split())


def _pays_homage(story: Story, frames: list[Frame], first: int, last: int) -> bool:
    """``X, accompanied by Y, laid flowers``: Y was at the monument, and at no meeting for that."""
    low = story.tokens.low[first:last]
    if _HOMAGE.isdisjoint(low) or _OFFERED.isdisjoint(low):
        return False
    return all(f.kind in PRESENCE for f in frames)


def _meet(story: Story, frame: Frame, first: int, last: int, group: list[int]) -> bool:
    """``The meeting was attended by X and Y``, of two sides, where nothing was told of it: they met."""
    group = [p for p in group if story.people[p].stated and not story.people[p].honoured]
    sides = {story.people[p].country for p in group}
    if len(group) < 2 or not 1 < len(sides) < 5 or None in sides or frame.background:
        return False
    if story.telling.encounters or TALKS.isdisjoint(story.tokens.low[first:last]):
        return False
    number = next(n for n, s in enumerate(story.tokens.sentences) if s[0] == first)
    met = replace(frame, kind=FrameKind.MEET, rule="encounter.attended")
    add_encounter(story, met, [], [], group, False, number, False, set())
    return True


_MEETINGS = TALKS | {"session"}
_ASSEMBLIES = frozenset("conference summit forum assembly ceremony congress symposium seminar".split())


def _talks(story: Story, frame: Frame, group: list[int]) -> bool:
    """``Ministers A of Chile and B of Peru attended the meeting``: they met, though nothing else says so."""
    words = set(story.tokens.low[frame.first : frame.last + 6])
    if not words & _MEETINGS or words & _ASSEMBLIES:
        return False
    return len({story.people[p].country for p in group} - {None}) > 1


_SMALL = frozenset(", and of the for at in to & ( ) on as well ; his her its deputy".split())


def _posts_between(story: Story, first: int, last: int) -> bool:
    """``A and the Colonel Plans at the Strategic Plans Branch, B``: a post too long to be read as one."""
    low = story.tokens.low
    return low[first] in (",", "and", ";") and all(
        story.tokens.cap[at] or low[at] in _SMALL for at in range(first, last)
    )


_KIN = frozenset("spouse wife husband daughter son consort".split())


def _is_kin(story: Story, person: int) -> bool:
    """``accompanied by his wife X``: no official."""
    if story.people[person].stated:
        return False
    low = story.tokens.low
    return any(_KIN & set(low[max(0, m.left - 2) : m.left]) for m in story.people[person].mentions)


def _same_side(story: Story, frame: Frame, items: list[Item], group: list[int]) -> None:
    """Those who accompany somebody are of that one's country, where nothing else is said."""
    low = story.tokens.low
    if frame.kind is not FrameKind.ACCOMPANY:
        return
    within = [i for i in items if frame.first <= i.first < frame.last and i.people]
    beside = "with" in low[frame.first : frame.last] and within  # "present together with X were Y and Z"
    if not beside and low[frame.first] not in ("accompanied", "flanked", "escorted", "delegation"):
        return
    before = within if beside else [i for i in items if i.last <= frame.first and i.people]
    if not before and story.tokens.word[frame.first][0].isupper():
        # "Accompanied by X, the Indian envoy met Y"
        after = [i for i in items if i.first >= frame.last and i.people and not set(i.people) & set(group)]
        before = after[:1]
    if not before:
        return
    country = story.people[before[-1].people[0]].country
    for person in group:
        story.people[person].beside = before[-1].people[0]
        if story.people[person].country is None and country is not None:
            story.people[person].country, story.people[person].country_rule = country, "country.accompanied"


def _all_subjects(story: Story, before: list[Item], first: int, stop: int) -> list[int]:
    """Everybody in the list in front of ``attended``; not who is named inside a by-phrase of another verb."""
    group: list[int] = []
    end = stop
    for item in reversed(before):
        gap = story.tokens.low[item.last : end]
        if group and (len(gap) > 14 or {";", "met", "received", "said", "where", "with"} & set(gap)):
            break
        group = [p for p in item.people if p not in group] + group
        end = item.first
    return group


_NTH = {
    "first": (0, 1),
    "former": (0, 1),
    "second": (1, 2),
    "third": (2, 3),
    "last": (-1, None),
    "latter": (-1, None),
    "final": (-1, None),
}  # which of the meetings told of, as a slice


_ROUND = frozenset("engagements meetings talks calls conversations receptions three four five".split())
_ALL = 5  # tokens of "all of the three engagements"


def _targets(story: Story, frame: Frame, items: list[Item], first: int, last: int) -> list[int]:
    encounters = story.telling.encounters
    if not encounters:
        return []
    words = story.tokens.low[first:last]
    held = [i for i, e in enumerate(encounters) if not e.planned]
    if "both" in words and frame.planned:
        held = [i for i, e in enumerate(encounters) if e.planned] or held
    if story.tokens.low[frame.last - 2] == "the" and (nth := _NTH.get(story.tokens.low[frame.last - 1])):
        return held[nth[0] : nth[1]]  # "joined for the second one"
    if "all" in words and not _ROUND.isdisjoint(words[words.index("all") :][:_ALL]):
        return held
    if "both" in words or "meetings" in words or ("talks" in words and "both" in words):
        return held[-2:] if "both" in words else held
    if "trilateral" in words:
        wide = [i for i, e in enumerate(encounters) if len(e.principals) > 2]
        if wide:
            return wide[-1:]
    named = {p for i in items if i.named for p in i.people if i.first > frame.first - 12}
    for index in reversed(range(len(encounters))):
        principals = encounters[index].principals
        partner = [
            i
            for i in items
            if i.named
            and set(i.people) & principals
            and story.tokens.low[i.first - 1] in ("with", "the", "of")
        ]
        if partner and "with" in words and (frame.kind is FrameKind.ATTEND or "meeting" in words) and named:
            return [index]
    return story.current or held[-1:]


def tell_row(story: Story, number: int) -> None:
    """A row of a list of those present, or the line that announces it."""
    first, last, _ = story.tokens.sentences[number]
    items = find_items(story.tokens, story.phrases, story.people, story.memory, first, last)
    if story.tokens.word[last - 1] == ":":
        announce_list(story, first, last)
        return
    named = [p for i in items if i.named for p in i.people]
    for person in named:
        if story.list_country and story.people[person].country is None:
            story.people[person].country, story.people[person].country_rule = (
                story.list_country,
                "country.list",
            )
    if story.listing and story.current and story.telling.encounters[story.current[0]].kind != "conference":
        known = story.telling.encounters[story.current[0]]
        for person in named:
            if person not in known.hosts + known.guests + known.attendees and story.people[person].stated:
                known.attendees.append(person)
                known.also.append(person)
                known.sentences.append(number)
                if (
                    story.people[person].country is None
                    and re.search(r"delegation|accompan|entourage", story.listing)
                    and story.memory.guests
                ):
                    story.people[person].country = story.people[story.memory.guests[0]].country
    else:
        go_on_with_conference(story, number, items, first, last)


def announce_list(story: Story, first: int, last: int) -> None:
    """Remember that the rows that follow list those present, and of which side."""
    words = " ".join(story.tokens.low[first:last])
    told = re.search(r"\bside\b|delegation|\bfor the\b|from", words)
    story.list_country = _country_of_list(story, first, last) if told else None
    story.listing = (
        words
        if re.search(
            r"present|attend|accompan|participa|delegation|taking part|took part|included|members|joined",
            words,
        )
        else ""
    )


def _country_of_list(story: Story, first: int, last: int) -> str | None:
    """``members of the Rwandan delegation``: of the country right before it, or the first one named."""
    codes = [
        (at, hit.entry.code)
        for at, hit in enumerate(story.phrases.hits[first:last], first)
        if hit is not None and hit.entry.kind in (HitKind.ADJECTIVE, HitKind.COUNTRY)
    ]
    near = [code for at, code in codes if {"delegation", "side"} & set(story.tokens.low[at + 1 : at + 4])]
    return next(iter(near + [code for _, code in codes]), None)
