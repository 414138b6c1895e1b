"""Where, when and on what occasion: the setting of each encounter."""

from __future__ import annotations

import re
from dataclasses import replace

from store.reading.cities import find_places
from store.reading.days import day_of
from store.reading.journeys import journey_before
from store.reading.layout import BlockKind
from store.reading.occasions import OccasionPhrase, find_occasions, refers_to_occasion, short_name
from store.reading.places import place_of
from store.reading.retold import retold_in
from store.reading.rooms import venue_of
from store.reading.scene import Found, Scene, Setting
from store.reading.sides import visited_country
from store.reading.signs import signs_of_occasions
from store.reading.sought import mark_of
from store.reading.story import Encounter
from store.reading.venues import find_venues


def prepare(scene: Scene) -> None:
    """Find the events, cities and venues of every sentence once."""
    scene.visited = visited_country(scene.tokens, scene.phrases)
    cited = scene.source.attributed_to
    told = [(cited.span.start, cited.span.end)] if cited is not None else []  # "told at the ministry"
    for number, (first, last, block) in enumerate(scene.tokens.sentences):
        if scene.blocks[block].kind in (BlockKind.RELATED, BlockKind.CAPTION, BlockKind.CONTACT):
            continue
        start, end = scene.tokens.start[first], scene.tokens.end[last - 1]
        signs = signs_of_occasions(scene.tokens.sentence_marks[number])
        inside = []
        if signs and (occasions := find_occasions(scene.text, start, end, signs)):
            occasions = [o for o in occasions if not _in_post(scene, o, first, last)]
            if occasions:
                scene.occasions[number] = occasions
            inside = [(o.start, o.end) for o in occasions]
        places = [
            p
            for p in find_places(scene.tokens, scene.phrases, first, last)
            if not _within(scene.tokens.start[p.first], inside)
        ]
        if places:
            scene.places[number] = places
        venues = [
            v
            for v in find_venues(scene.tokens, scene.phrases, scene.text, first, last)
            if not _within(scene.tokens.start[v.first], inside + told) and not _of_title(scene, v.first)
        ]
        if venues:
            scene.venues[number] = venues


def _of_title(scene: Scene, at: int) -> bool:
    """Whether a body at a token only belongs to a title: ``State Secretary at the Ministry of Defence``."""
    post = scene.phrases.post_at[at]
    return post is not None and post.first < at


def _in_post(scene: Scene, occasion: OccasionPhrase, first: int, last: int) -> bool:
    """Whether a dialogue is only in somebody's title: ``Special Representative for the Dialogue``."""
    for at in range(first, last):
        if scene.tokens.start[at] >= occasion.start:
            post = scene.phrases.post_at[at]
            return post is not None and post.first < at and not occasion.ordinal
    return False


def _within(offset: int, ranges: list[tuple[int, int]]) -> bool:
    return any(a <= offset < b for a, b in ranges)


def read_settings(scene: Scene, home: str | None) -> list[Setting]:
    """The setting of each encounter, in their order."""
    settings = [Setting() for _ in scene.telling.encounters]
    last_day: Found | None = None  # of what was held
    story: Found | None = None  # of whatever was told last
    for index, encounter in enumerate(scene.telling.encounters):
        setting = settings[index]
        setting.date = day_of(scene, encounter, last_day, story)
        story = setting.date or story
        written = (
            scene.published.isoformat()
            if scene.published
            else scene.source.date.value
            if scene.source.date
            else ""
        )
        if setting.date is not None and written and setting.date.value > written and not encounter.planned:
            encounter.planned = True
        if setting.date is not None and not encounter.planned:
            last_day = setting.date
        if encounter.kind != "call":
            setting.venue = venue_of(scene, encounter, index)
            if index and setting.venue is None and _at_the_same(scene, encounter):
                setting.venue = settings[index - 1].venue
            setting.place = place_of(scene, encounter, settings[:index], home, setting.venue)
        if encounter.planned:
            _on_journey(scene, encounter, setting)
            story = setting.date or story
    return settings


def _on_journey(scene: Scene, encounter: Encounter, setting: Setting) -> None:
    """What is not said of a planned meeting is said of the visit it belongs to."""
    journey = journey_before(scene, encounter)
    if journey is None:
        return
    if setting.date is None and not encounter.dates:
        setting.date = journey.day
    if encounter.kind != "call" and (
        setting.place is None or (setting.place.rule == "place.dateline" and journey.place is not None)
    ):
        setting.place = journey.place


_SAME = frozenset(("venue", "place", "location", "building", "palace", "hotel", "hall"))
_OF_THE_SAME = mark_of(("same",))


def _at_the_same(scene: Scene, encounter: Encounter) -> bool:
    """``at the same venue``: where the encounter before took place."""
    first, last, _ = scene.tokens.sentences[encounter.sentences[0]]
    low = scene.tokens.low
    if not scene.tokens.sentence_marks[encounter.sentences[0]] & _OF_THE_SAME:
        return False
    return any(low[at] == "same" and low[at + 1] in _SAME for at in range(first, last - 1))


def read_occasions(scene: Scene, settings: list[Setting]) -> None:
    """Give each encounter the event its own sentence names, or the one its guests came for."""
    by_sentence = {n: i for i, e in enumerate(scene.telling.encounters) for n in e.sentences}
    visit: OccasionPhrase | None = None
    latest: OccasionPhrase | None = None
    shorts: dict[str, OccasionPhrase] = {}
    beside: list[tuple[int, OccasionPhrase]] = []
    for number in range(len(scene.tokens.sentences)):
        first, last, _ = scene.tokens.sentences[number]
        owner = by_sentence.get(number)
        if owner is not None and settings[owner].occasion is None:
            if latest and refers_to_occasion(
                scene.text, scene.tokens.start[first], scene.tokens.end[last - 1]
            ):
                settings[owner].occasion = latest
            elif shorts:
                settings[owner].occasion = _by_short_name(scene, shorts, number)
        if number not in scene.occasions:
            continue
        named = [_named_in_full(occasion, latest, shorts) for occasion in scene.occasions[number]]
        latest = named[-1]
        said = scene.text[scene.tokens.start[first] : scene.tokens.end[last - 1]]
        for occasion, phrase in zip(named, scene.occasions[number], strict=True):
            short = short_name(scene.text, phrase)
            if short and occasion.rule != "occasion.counted":
                shorts[short] = occasion
            before = scene.text[max(scene.tokens.start[first], phrase.start - 160) : phrase.start].lower()
            came = any(word in _WHO_VISITS.sub("", before) for word in _CAME)
            if owner is None and (whose := _spoken_of_by_all(scene, number, settings)) is not None:
                settings[whose].occasion = occasion
            if occasion.rule == "occasion.ordinal" and owner is None and "held" not in said and not came:
                continue
            if owner is not None and settings[owner].occasion is None:
                settings[owner].occasion = occasion
            if came or (owner is None and occasion.rule == "occasion.attend"):
                visit = visit or occasion
            if occasion.rule == "occasion.margins":
                beside.append((number, occasion))
    for index, encounter in enumerate(scene.telling.encounters[1:], 1):
        if settings[index].occasion is None and _at_the_same(scene, encounter):
            settings[index].occasion = settings[index - 1].occasion
    _retold(scene, settings)
    _share_one_verb(scene, settings)
    _beside_conference(scene, settings)
    _told_before(scene, settings)
    for number, occasion in beside:
        _beside_event(scene, settings, number, occasion)
    if visit is None:
        return
    guests = {
        g for i, s in enumerate(settings) if s.occasion is visit for g in scene.telling.encounters[i].guests
    }
    told = [e for e, s in zip(scene.telling.encounters, settings, strict=True) if s.occasion is visit]
    hosts = {code for encounter in told if encounter.guests for code in _host_countries(scene, encounter)}
    for index, encounter in enumerate(scene.telling.encounters):
        setting = settings[index]
        if (
            setting.occasion is None
            and encounter.kind == "meeting"
            and (not encounter.planned or hosts & _host_countries(scene, encounter))
            and (not guests or guests & set(encounter.guests))
        ):
            setting.occasion = visit


def _retold(scene: Scene, settings: list[Setting]) -> None:
    """``The meeting took place on the margins of X``: the event that a later sentence says."""
    for index, encounter in enumerate(scene.telling.encounters):
        if settings[index].occasion is not None:
            continue
        number = retold_in(scene, encounter, index)
        if number is not None:
            settings[index].occasion = next(iter(scene.occasions.get(number, ())), None)


def _share_one_verb(scene: Scene, settings: list[Setting]) -> None:
    """Those met one by one by the same verb were met on the same occasion."""
    told = {
        e.words[0]: s.occasion
        for e, s in zip(scene.telling.encounters, settings, strict=True)
        if s.occasion is not None
    }
    for encounter, setting in zip(scene.telling.encounters, settings, strict=True):
        setting.occasion = setting.occasion or told.get(encounter.words[0])


def _host_countries(scene: Scene, encounter: Encounter) -> set[str]:
    return {code for host in encounter.hosts if (code := scene.people[host].country) is not None}


_WHO_VISITS = re.compile(r"\b(?:his|her|the|its|a|with|by) visiting\b")  # a counterpart, of any purpose
_CAME = ("visit", "arrived", "who is in", "came to")


def _named_in_full(
    occasion: OccasionPhrase, latest: OccasionPhrase | None, shorts: dict[str, OccasionPhrase]
) -> OccasionPhrase:
    """``on the sidelines of the Conclave``, ``the GBC meeting``: what a sentence before names in full."""
    first, _, last = occasion.name.rpartition(" ")
    full = shorts.get(occasion.name) or (shorts.get(first) if last.lower() in _SITTINGS else None)
    if full is not None and occasion.ordinal in (None, full.ordinal):
        return replace(occasion, name=full.name, ordinal=full.ordinal)
    if latest is None or occasion.ordinal is not None or " " in occasion.name:
        return occasion
    if not occasion.name[0].isupper() or occasion.name not in latest.name.split():
        return occasion
    name = latest.name.rpartition(" of the ")[2]
    whole = name if occasion.name in name.split() else latest.name
    return replace(occasion, name=whole, ordinal=latest.ordinal)


_SITTINGS = frozenset(
    "session meeting summit conference talks gathering sitting round segment"
    " margin sideline fringe edition plenary part".split()
)


def _by_short_name(scene: Scene, shorts: dict[str, OccasionPhrase], number: int) -> OccasionPhrase | None:
    """``co-chaired the session of the BNC``: the event whose name had that abbreviation behind it."""
    first, last, _ = scene.tokens.sentences[number]
    word = scene.tokens.word
    told = (at for at in range(first + 3, last) if word[at] in shorts and word[at - 2] == "of")
    return next((shorts[word[at]] for at in told if word[at - 3].rstrip("s") in _SITTINGS), None)


_ALL = frozenset(
    "they both sides two ministers generals chiefs delegations talks meeting officers leaders".split()
)
_HEAD = 5  # words of a sentence among which its subject is


def _spoken_of_by_all(scene: Scene, number: int, settings: list[Setting]) -> int | None:
    """``They led their delegations at the 4th X Committee``: the encounter that all of this goes on about."""
    about = scene.telling.about.get(number, [])
    if len(about) != 1 or settings[about[0]].occasion is not None:
        return None
    encounter = scene.telling.encounters[about[0]]
    first, last, _ = scene.tokens.sentences[number]
    low = scene.tokens.low[first:last]
    told = encounter.kind == "meeting" and number > encounter.sentences[0]
    return about[0] if told and _ALL & set(low[:_HEAD]) and not _NOT_NOW & set(low) else None


_SEVERAL = frozenset(("meetings", "bilaterals", "engagements", "encounters"))


def _beside_event(scene: Scene, settings: list[Setting], number: int, occasion: OccasionPhrase) -> None:
    """A series of meetings told of on the margins of an event: each of them there belongs to it."""
    encounters = scene.telling.encounters
    first, last, _ = scene.tokens.sentences[number]
    owned = any(number in encounter.sentences for encounter in encounters)
    if owned and not _SEVERAL & set(scene.tokens.low[first:last]):
        return
    place = scene.places[number][0].name if scene.places.get(number) else None
    for encounter, setting in zip(encounters, settings, strict=True):
        if setting.occasion is not None or encounter.kind != "meeting":
            continue
        here = setting.place.value if setting.place else None
        if (here == place and here is not None) or (not encounter.planned and None in (here, place)):
            setting.occasion = occasion


def _told_before(scene: Scene, settings: list[Setting]) -> None:
    """``They came to Suva for the X Forum. N. received M.``: a sentence before names the event."""
    for encounter, setting in zip(scene.telling.encounters, settings, strict=True):
        if setting.occasion is not None or encounter.planned or encounter.kind == "call":
            continue
        at = encounter.sentences[0]
        reach = 6 if encounter.rule == "encounter.chairs" else 1
        for before in range(at - 1, max(-1, at - 1 - reach), -1):
            if any(before in other.sentences for other in scene.telling.encounters):
                break
            if before not in scene.occasions or (reach == 1 and scene.telling.about.get(before)):
                continue
            first, last, block = scene.tokens.sentences[before]
            away = _NOT_NOW & set(scene.tokens.low[first:last])
            if scene.blocks[block].kind in (BlockKind.BODY, BlockKind.SPEECH, BlockKind.ROW) and not away:
                setting.occasion = scene.occasions[before][-1]
                break


_NOT_NOW = frozenset("will next upcoming forthcoming last previous earlier ago would since had".split())


def _by_video(scene: Scene, conference: Encounter) -> bool:
    first, last, _ = scene.tokens.sentences[conference.sentences[0]]
    words = set(scene.tokens.low[first:last])
    return bool({"video", "videoconference", "online", "virtually", "virtual", "teleconference"} & words)


def _beside_conference(scene: Scene, settings: list[Setting]) -> None:
    """Who takes part in a conference meets others on its occasion."""
    encounters = scene.telling.encounters
    for index, conference in enumerate(encounters):
        occasion = settings[index].occasion
        if conference.kind != "conference" or occasion is None or _by_video(scene, conference):
            continue
        if occasion.rule == "occasion.counted":
            continue  # a body sits every week: nobody came for that
        for other, encounter in enumerate(encounters):
            beside = encounter.kind == "meeting" and encounter.principals & set(conference.attendees)
            if beside and settings[other].occasion is None:
                settings[other].occasion = occasion
