"""Where and when: date, city, venue and occasion of each encounter, from its own sentences and the run of the story."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field

from store.lexicon import load
from store.model import Span
from store.reading.dates import DatePhrase, Precision, SentenceDates, resolve
from store.reading.gazetteer import HitKind
from store.reading.layout import Block, BlockKind
from store.reading.mentions import Phrases
from store.reading.occasions import OccasionPhrase, find_occasions, refers_to_occasion
from store.reading.people import Person
from store.reading.source import SourceReading
from store.reading.story import Encounter, Telling
from store.reading.tokens import Tokens
from store.reading.venues import Place, Venue, find_places, find_venues


@dataclass(frozen=True, slots=True)
class Found:
    """A value with its surface spans and the rule that read it."""

    value: str
    spans: tuple[Span, ...]
    rule: str
    country: str | None = None


@dataclass(slots=True)
class Setting:
    """Date, place, venue and occasion of one encounter."""

    date: Found | None = None
    place: Found | None = None
    venue: Found | None = None
    occasion: OccasionPhrase | None = None


@dataclass(slots=True)
class Scene:
    """What the settings are read from."""

    tokens: Tokens
    phrases: Phrases
    people: list[Person]
    blocks: list[Block]
    text: str
    source: SourceReading
    published: datetime.date | None
    dates: SentenceDates
    telling: Telling
    occasions: dict[int, list[OccasionPhrase]] = field(default_factory=dict)  # by sentence
    places: dict[int, list[Place]] = field(default_factory=dict)
    venues: dict[int, list[Venue]] = field(default_factory=dict)


def prepare(scene: Scene) -> None:
    """Find the events, cities and venues of every sentence once."""
    for number, (first, last, block) in enumerate(scene.tokens.sentences):
        if scene.blocks[block].kind in (BlockKind.RELATED, BlockKind.CAPTION, BlockKind.CONTACT):
            continue
        start, end = scene.tokens.start[first], scene.tokens.end[last - 1]
        occasions = find_occasions(scene.text, start, end)
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
            if not _within(scene.tokens.start[v.first], inside)
        ]
        if venues:
            scene.venues[number] = venues


def _within(offset: int, ranges: list[tuple[int, int]]) -> bool:
    return any(a <= offset < b for a, b in ranges)


def read_settings(scene: Scene, home: str | None) -> list[Setting]:
    """The setting of each encounter, in their order."""
    settings = [Setting() for _ in scene.telling.encounters]
    last_day: Found | None = None  # of what was held
    story: Found | None = None  # of whatever was told last
    for index, encounter in enumerate(scene.telling.encounters):
        setting = settings[index]
        setting.date = _date(scene, encounter, last_day, story)
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
            setting.venue = _venue(scene, encounter, index)
            setting.place = _place(scene, encounter, settings[:index], home, setting.venue)
    return settings


# --- date -------------------------------------------------------------------------------------


def _date(scene: Scene, encounter: Encounter, last_day: Found | None, story: Found | None) -> Found | None:
    base = scene.published or (
        datetime.date.fromisoformat(scene.source.date.value) if scene.source.date else None
    )
    frame = encounter.words[0][0]
    at = scene.tokens.start[frame]
    nearest = sorted(
        (d for d in encounter.dates if not _of_something_else(scene, d)), key=lambda d: abs(d.span.start - at)
    )
    nearest = [_fuller(d, nearest) for d in nearest]
    for phrase in nearest:
        if phrase.span.start < scene.source.body_start and scene.source.date is not None:
            continue
        seen_from = base
        if phrase.which == "story":
            seen_from = datetime.date.fromisoformat(story.value) if story else base
        elif phrase.shift is not None and scene.source.date is not None:
            seen_from = datetime.date.fromisoformat(scene.source.date.value)
        day = resolve(phrase, seen_from, encounter.planned)
        if day is None:
            continue
        return Found(
            day.isoformat(),
            (phrase.span,),
            "date.full" if phrase.day else "date.weekday" if phrase.weekday is not None else "date.relative",
        )
    first, last, _ = scene.tokens.sentences[encounter.sentences[0]]
    if encounter.planned:
        return _planned_day(scene, encounter)
    low = scene.tokens.low[first:last]
    if last_day is not None:
        return Found(last_day.value, last_day.spans, "date.same_day")
    del low
    carried = _carried(scene, encounter.sentences[0], base)
    if carried is not None:
        return carried
    if scene.source.date is not None:
        return Found(scene.source.date.value, (scene.source.date.span,), "date.dateline")
    if scene.published is not None:
        return Found(scene.published.isoformat(), _frame_spans(scene, encounter), "date.published")
    return None


def _fuller(phrase: DatePhrase, phrases: list[DatePhrase]) -> DatePhrase:
    """``Sunday, July 1``: the day of the month, where it stands right beside the weekday."""
    if phrase.day is None and phrase.weekday is not None:
        for other in phrases:
            if other.day is not None and (
                0 <= other.span.start - phrase.span.end <= 3 or 0 <= phrase.span.start - other.span.end <= 3
            ):
                return other
    return phrase


def _frame_spans(scene: Scene, encounter: Encounter) -> tuple[Span, ...]:
    return tuple(Span(scene.tokens.start[a], scene.tokens.end[b - 1]) for a, b in encounter.words[:1])


def _planned_day(scene: Scene, encounter: Encounter) -> Found | None:
    return None


def _of_something_else(scene: Scene, phrase: DatePhrase) -> bool:
    """A date of a reign, a birth, an agreement: ``the agreement of 12 May``, ``since 3 March``."""
    before = scene.text[max(0, phrase.span.start - 14) : phrase.span.start].lower()
    if before.endswith("until ") and re.search(
        r"put off|postponed|moved|rescheduled|deferred",
        scene.text[max(0, phrase.span.start - 60) : phrase.span.start],
    ):
        return False
    after = scene.text[phrase.span.end : phrase.span.end + 8].lower()
    if before.endswith(("from ", "between ")) and (
        after.startswith((" to ", " until ", " till ", " and ", " – ", "-", "–"))
        or re.search(r"\d\s*(?:-|–|to|and|until)\s*\d", scene.text[phrase.span.start : phrase.span.end])
    ):
        return "visit" in scene.text[max(0, phrase.span.start - 60) : phrase.span.start].lower()
    return before.endswith(("since ", "until ", "agreement of ", "born on ", "tragedy of ", "events of "))


def _carried(scene: Scene, sentence: int, base: datetime.date | None) -> Found | None:
    """A day named in the article's first paragraph before the encounter."""
    for number in range(max(0, sentence - 3), sentence):
        first, last, block = scene.tokens.sentences[number]
        if scene.blocks[block].kind not in (BlockKind.BODY, BlockKind.SPEECH):
            continue
        for phrase in scene.dates.get(first, ()):
            if (
                phrase.precision is Precision.DAY
                and phrase.span.start >= scene.source.body_start
                and not _of_something_else(scene, phrase)
            ):
                day = resolve(phrase, base)
                if day is not None and (base is None or abs((day - base).days) < 8):
                    return Found(day.isoformat(), (phrase.span,), "date.carried")
    return None


# --- place and venue --------------------------------------------------------------------------


def _span(scene: Scene, first: int, last: int) -> Span:
    return Span(scene.tokens.start[first], scene.tokens.end[last - 1])


def _place(
    scene: Scene, encounter: Encounter, earlier: list[Setting], home: str | None, venue: Found | None
) -> Found | None:
    after = _after_venue(scene, venue)
    if after is not None:
        return Found(after.name, (_span(scene, after.first, after.last),), "place.stated", after.country)
    near = _near_frames(scene, encounter)
    if near is not None and (near.country or scene.source.place is None):
        return Found(near.name, (_span(scene, near.first, near.last),), "place.stated", near.country or None)
    if encounter.planned:
        return _planned_place(scene, encounter, earlier)
    hosts = {scene.people[h].country for h in encounter.hosts} - {None}
    if not hosts and home is not None and any(scene.people[p].country == home for p in encounter.principals):
        hosts = {home}
    travelled = _travelled(scene, encounter.sentences[0])
    if travelled is not None and (not hosts or travelled.country in hosts or not earlier):
        return travelled
    if scene.source.place is not None and scene.source.place_country is not None:
        country = scene.source.place_country
        if (
            not hosts
            or country in hosts
            or (venue is not None and venue.country in (None, country) and not hosts)
        ):
            return Found(scene.source.place.value, (scene.source.place.span,), "place.dateline", country)
    for setting in reversed(earlier):
        if setting.place is not None and (
            not hosts or setting.place.country in hosts or setting.place.country is None
        ):
            return Found(setting.place.value, setting.place.spans, "place.carried", setting.place.country)
    return _at_home(scene, encounter, hosts, venue, home)


def _after_venue(scene: Scene, venue: Found | None) -> Place | None:
    """``at Camp Aguinaldo, Quezon City``: the city right after the venue."""
    if venue is None or venue.rule != "venue.stated":
        return None
    end = venue.spans[0].end
    for places in scene.places.values():
        for place in places:
            if 0 < scene.tokens.start[place.first] - end <= 3 and scene.tokens.word[place.first - 1] == ",":
                return place
    return None


_CLAUSE_ENDS = frozenset(
    (
        "who",
        "which",
        "discussed",
        "reviewed",
        "briefed",
        "spoke",
        "exchanged",
        "focusing",
        "where",
        "whose",
        "about",
        "on",
        "including",
        "noting",
        "regarding",
        "said",
        "called",
        "over",
    )
)


def _near_frames(scene: Scene, encounter: Encounter) -> Place | None:
    """The city stated in the same clause as the verb, the closest one."""
    low = scene.tokens.low
    best: tuple[int, Place] | None = None
    for first, last in encounter.words:
        number = _sentence_of(scene, first)
        for place in scene.places.get(number, []):
            if not place.sure or scene.tokens.start[place.first] < scene.source.body_start:
                continue
            between = low[last : place.first] if place.first >= last else low[place.last : first]
            if place.first >= last and {w for w in between if w in _CLAUSE_ENDS} - (
                {"on"} if _day_follows(low, last, place.first) else set()
            ):
                continue
            if (
                ";" in between
                or len(between) > 45
                or (place.last <= first and {"who", "which"} & set(between))
            ):
                continue
            if best is None or len(between) < best[0]:
                best = (len(between), place)
    return best[1] if best else None


def _day_follows(low: list[str], first: int, last: int) -> bool:
    """Whether every ``on`` between leads to a day: ``on Tuesday``, ``on May 3``."""
    return all(
        low[at + 1].endswith("day")
        or low[at + 1][0].isdigit()
        or low[at + 1][:3]
        in ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
        for at in range(first, last - 1)
        if low[at] == "on"
    )


def _sentence_of(scene: Scene, token: int) -> int:
    return next(n for n, (a, b, _) in enumerate(scene.tokens.sentences) if a <= token < b)


def _planned_place(scene: Scene, encounter: Encounter, earlier: list[Setting]) -> Found | None:
    low = scene.tokens.low
    first, last, _ = scene.tokens.sentences[encounter.sentences[0]]
    for place in scene.places.get(encounter.sentences[0], []):
        before = low[place.first - 1]
        if before in ("for", "to", "visit", "in", "at"):
            return Found(place.name, (_span(scene, place.first, place.last),), "place.stated", place.country)
    for setting, told in zip(
        reversed(earlier), reversed(scene.telling.encounters[: len(earlier)]), strict=True
    ):
        if (
            told.planned
            and setting.place is not None
            and told.principals & encounter.principals
            and any(d.which == "story" for d in encounter.dates)
        ):
            return Found(setting.place.value, setting.place.spans, "place.carried", setting.place.country)
    hosts = {scene.people[h].country for h in encounter.hosts or encounter.attendees} - {None}
    if scene.source.place is not None and (scene.source.place_country in hosts):
        return Found(
            scene.source.place.value, (scene.source.place.span,), "place.dateline", scene.source.place_country
        )
    return None


def _travelled(scene: Scene, sentence: int) -> Found | None:
    """The last city that an earlier sentence puts the story in: ``in Baku``, ``then travelled to Bender``."""
    for number in range(sentence - 1, max(-1, sentence - 7), -1):
        first, last, block = scene.tokens.sentences[number]
        if scene.blocks[block].kind not in (BlockKind.BODY, BlockKind.SPEECH):
            continue
        for place in scene.places.get(number, []):
            before = scene.tokens.low[place.first - 1]
            window = scene.tokens.low[max(first, place.first - 6) : place.first]
            if before == "visited" or (
                before == "to"
                and {
                    "visit",
                    "trip",
                    "travelled",
                    "traveled",
                    "arrived",
                    "proceeded",
                    "went",
                    "moved",
                    "flew",
                }
                & set(window)
            ):
                return Found(
                    place.name, (_span(scene, place.first, place.last),), "place.travelled", place.country
                )
            if (
                place.sure
                and {"arrived", "meetings", "visit", "held", "met", "talks"} & set(window)
                and "had" not in scene.tokens.low[first : place.first]
            ):
                return Found(
                    place.name, (_span(scene, place.first, place.last),), "place.told", place.country
                )
    return None


def _at_home(
    scene: Scene, encounter: Encounter, hosts: set[str | None], venue: Found | None, home: str | None
) -> Found | None:
    """The host's own capital, where the venue is a state's body or the text puts the visit there."""
    country = next(iter(hosts)) if len(hosts) == 1 else venue.country if venue else None
    if country is None:
        return None
    for number in sorted(scene.places):
        for place in scene.places[number]:
            if (
                place.country == country
                and scene.tokens.low[place.first - 1] in ("in", "at", "to")
                and number <= encounter.sentences[-1] + 4
            ):
                return Found(place.name, (_span(scene, place.first, place.last),), "place.host_city", country)
    if venue is None:
        return None
    territory, organisation = load().territory_of.get(country), load().organisation_of.get(country)
    if organisation is not None and organisation.city and _is_organisation(scene.phrases, country):
        return Found(organisation.city, venue.spans, "place.headquarters", organisation.country)
    if territory is not None and territory.capital:
        return Found(territory.capital, venue.spans, "place.capital", country)
    return None


def _is_organisation(phrases: Phrases, code: str) -> bool:
    """Whether the article means the organisation by a code that a country has too (AU)."""
    return any(
        hit is not None and hit.entry.kind is HitKind.ORGANISATION and hit.entry.code == code
        for hit in phrases.hits
    )


def _venue(scene: Scene, encounter: Encounter, index: int) -> Found | None:
    frame = encounter.words[0][0]
    if encounter.room is not None:
        first, last = encounter.room
        return Found(
            " ".join(scene.text[scene.tokens.start[first] : scene.tokens.end[last - 1]].split()),
            (_span(scene, first, last),),
            "venue.programme",
            None,
        )
    for number in encounter.sentences[:1]:
        venues = [v for v in scene.venues.get(number, []) if not _is_home_of_post(scene, v)]
        if venues:
            best = min(venues, key=lambda v: (v.first < frame, abs(v.first - frame)))
            return Found(best.name, (_span(scene, best.first, best.last),), "venue.stated", best.country)
    first_sentence = encounter.sentences[0]
    ministry = _own_ministry(scene, encounter)
    if ministry is not None:
        return ministry
    for number in range(first_sentence + 1, len(scene.tokens.sentences)):
        if scene.telling.about.get(number) != [index]:
            continue
        first, last, _ = scene.tokens.sentences[number]
        low = scene.tokens.low
        for venue in scene.venues.get(number, []):
            window = set(low[max(first, venue.first - 9) : venue.first])
            if {
                "meeting",
                "meetings",
                "talks",
                "conversation",
                "held",
                "negotiations",
                "discussion",
            } & window:
                return Found(
                    venue.name, (_span(scene, venue.first, venue.last),), "venue.told", venue.country
                )
        host = _hosting_body(scene, first, last)
        if host is not None:
            return host
    first, last, _ = scene.tokens.sentences[first_sentence]
    return _visited(scene, first_sentence)


def _own_ministry(scene: Scene, encounter: Encounter) -> Found | None:
    """``at the ministry``: the one that the host is minister of."""
    first, last, _ = scene.tokens.sentences[encounter.sentences[0]]
    low = scene.tokens.low
    for at in range(first, last - 2):
        if (
            low[at] == "at"
            and low[at + 1] in ("the", "his", "her")
            and low[at + 2] == "ministry"
            and not (at + 3 < last and low[at + 3] == "of")
        ):
            for person in encounter.hosts or encounter.attendees:
                for post in scene.people[person].posts:
                    if post.head.split()[-1] == "minister" and post.title:
                        words = [
                            w
                            for a, b in post.title
                            for w in scene.tokens.word[a:b]
                            if w.lower() not in ("deputy", "first", "vice", "prime")
                        ]
                        name = " ".join(words).replace("Minister", "Ministry").replace("minister", "ministry")
                        if len(words) > 1:
                            return Found(
                                name,
                                (_span(scene, at + 2, at + 3),),
                                "venue.ministry",
                                scene.people[person].country,
                            )
    return None


def _hosting_body(scene: Scene, first: int, last: int) -> Found | None:
    """``Azerbaijan Ministry of Defense hosted a meeting``."""
    low = scene.tokens.low
    for at in range(first, last - 2):
        if low[at] == "hosted" and "meeting" in low[at : at + 4]:
            for begin in range(first, at):
                hit = scene.phrases.hits[begin]
                if (
                    scene.tokens.cap[begin]
                    and (hit is None or hit.entry.kind.value == "organisation")
                    and low[begin] not in ("then", "subsequently", "later", "the", "after")
                ):
                    name = " ".join(scene.text[scene.tokens.start[begin] : scene.tokens.end[at - 1]].split())
                    return Found(name, (_span(scene, begin, at),), "venue.host", None)
    return None


def _is_home_of_post(scene: Scene, venue: Venue) -> bool:
    return False


def _visited(scene: Scene, sentence: int) -> Found | None:
    """``visited the Air Force's headquarters. ... met with the guests``: the sentence right before."""
    low = scene.tokens.low
    block = scene.tokens.sentences[sentence][2]
    for number in range(sentence, max(-1, sentence - 3), -1):
        first, last, other = scene.tokens.sentences[number]
        if other != block:
            return None
        for at in range(first, last - 2):
            if low[at] in ("visited", "toured") or (low[at] == "visit" and low[at + 1] == "to"):
                begin = at + 1 + (low[at + 1] == "to")
                while begin < last and low[begin] in ("the", "a"):
                    begin += 1
                end = begin
                while end < last and (
                    scene.tokens.cap[end] or low[end] in ("'s", "of", "the", "headquarters", "and")
                ):
                    end += 1
                while end > begin and low[end - 1] in ("and", "of", "the", "'s"):
                    end -= 1
                if end > begin and (
                    "headquarters" in low[begin:end]
                    or "command" in low[begin:end]
                    or "presidency" in low[begin:end]
                    or "ministry" in low[begin:end]
                ):
                    hit = scene.phrases.hits[begin]
                    if hit is not None and hit.entry.kind.value in ("country", "adjective"):
                        begin = hit.last
                    return Found(
                        " ".join(scene.text[scene.tokens.start[begin] : scene.tokens.end[end - 1]].split()),
                        (_span(scene, begin, end),),
                        "venue.visited",
                        None,
                    )
    return None


# --- occasion ---------------------------------------------------------------------------------


def read_occasions(scene: Scene, settings: list[Setting]) -> None:
    """Give each encounter the event its own sentence names, or the one its guests came for."""
    by_sentence = {n: i for i, e in enumerate(scene.telling.encounters) for n in e.sentences}
    visit: OccasionPhrase | None = None
    latest: OccasionPhrase | None = None
    for number in range(len(scene.tokens.sentences)):
        first, last, _ = scene.tokens.sentences[number]
        owner = by_sentence.get(number)
        if (
            latest
            and owner is not None
            and settings[owner].occasion is None
            and refers_to_occasion(scene.text, scene.tokens.start[first], scene.tokens.end[last - 1])
        ):
            settings[owner].occasion = latest
        if number not in scene.occasions:
            continue
        latest = scene.occasions[number][-1]
        said = scene.text[scene.tokens.start[first] : scene.tokens.end[last - 1]]
        for occasion in scene.occasions[number]:
            if occasion.rule == "occasion.ordinal" and owner is None and "held" not in said:
                continue
            if owner is not None and settings[owner].occasion is None:
                settings[owner].occasion = occasion
            before = scene.text[max(0, occasion.start - 160) : occasion.start].lower()
            came = "visit" in before or "arrived" in before or "who is in" in before or "came to" in before
            if came or (owner is None and occasion.rule in ("occasion.margins", "occasion.attend")):
                visit = visit or occasion
    if visit is None:
        return
    guests = {
        g for i, s in enumerate(settings) if s.occasion is visit for g in scene.telling.encounters[i].guests
    }
    for index, encounter in enumerate(scene.telling.encounters):
        setting = settings[index]
        if (
            setting.occasion is None
            and encounter.kind == "meeting"
            and not encounter.planned
            and (not guests or guests & set(encounter.guests))
        ):
            setting.occasion = visit
