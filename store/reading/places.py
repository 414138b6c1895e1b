"""The city of an encounter: said beside it, the story's, the dateline's, or where the host is at home."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from store.lexicon import load
from store.model import Span
from store.reading.cities import Place
from store.reading.gazetteer import HitKind
from store.reading.landmarks import landmark_city
from store.reading.layout import BlockKind
from store.reading.leads import goes_there, leads_away, moves_on, of_event_to_come
from store.reading.mentions import Phrases
from store.reading.occasions import seat_of_event
from store.reading.retold import retold_in
from store.reading.scene import Found, Scene, Setting, head_end, span_of
from store.reading.story import Encounter
from store.reading.travels import staying_in, still_abroad, travelled_to, visited_in


@cache
def _organisations() -> frozenset[str | None]:
    """The codes that are of organisations only."""
    return frozenset(load().organisation_of.keys() - load().territory_of.keys())


def place_of(
    scene: Scene, encounter: Encounter, earlier: list[Setting], home: str | None, venue: Found | None
) -> Found | None:
    """The city of the encounter; what is told beside it goes before what is carried or assumed."""
    after = _after_venue(scene, venue)
    if after is not None and (after.country or scene.source.place is None):
        return Found(after.name, (span_of(scene, after.first, after.last),), "place.stated", after.country)
    near = _near_frames(scene, encounter)
    if near is not None and (near.country or scene.source.place is None):
        return Found(
            near.name, (span_of(scene, near.first, near.last),), "place.stated", near.country or None
        )
    stands = _landmark_place(scene, encounter, venue)
    if stands is not None:
        return stands
    if earlier and (same := earlier[-1].place) is not None and _one_sentence(scene, encounter, len(earlier)):
        return Found(same.value, same.spans, "place.carried", same.country)
    if (told := _told_again(scene, encounter, len(earlier))) is not None:
        return told
    event = _event_city(scene, encounter) or _beside_session(scene, encounter, earlier)
    if event is not None:
        return event
    if encounter.planned:
        return _planned_place(scene, encounter, earlier, venue)
    hosts = {scene.people[h].country for h in encounter.hosts} - {None}
    if not hosts and venue is not None and venue.country is not None and venue.country != home:
        hosts = {scene.people[p].country for p in encounter.principals} & {venue.country}
    if not hosts and home is not None and any(scene.people[p].country == home for p in encounter.principals):
        hosts = {home}
    if (land := scene.lands.get(encounter.sentences[0])) is not None:
        hosts = {land}
    if (stay := staying_in(scene, encounter)) is not None:
        return stay
    travelled = visited_in(scene, encounter) or travelled_to(scene, encounter.sentences[0])
    if travelled is not None and (not hosts or travelled.country in hosts or not (earlier or land)):
        return travelled
    if (
        earlier
        and earlier[-1].place is not None
        and earlier[-1].place.rule in ("place.stated", "place.carried")
    ):
        before = scene.telling.encounters[len(earlier) - 1]
        shared = before.principals & encounter.principals
        if any(scene.people[p].country == earlier[-1].place.country for p in shared) or (
            still_abroad(scene, encounter, before, earlier[-1].place.country, home)
        ):
            told = earlier[-1].place
            return Found(told.value, told.spans, "place.carried", told.country)
    if (
        scene.source.place is not None
        and scene.source.place_country is not None
        and not _elsewhere(scene, encounter, scene.source.place_country)
    ):
        country = scene.source.place_country
        everywhere = hosts <= _organisations()
        if (
            everywhere  # nobody hosts, or an organisation does, which meets where it likes
            or country in hosts
            or (
                _opens(scene, encounter)
                and (
                    country in {scene.people[p].country for p in encounter.principals}
                    or (home == scene.source.outlet_country != country)  # sent by its man on the journey
                )
            )
            or (venue is not None and venue.country in (None, country) and not hosts)
        ):
            return Found(scene.source.place.value, (scene.source.place.span,), "place.dateline", country)
    for setting in reversed(earlier):
        if setting.place is not None and (
            not hosts or setting.place.country in hosts or setting.place.country is None
        ):
            return Found(setting.place.value, setting.place.spans, "place.carried", setting.place.country)
    return _at_home(scene, encounter, hosts, venue, home)


def _elsewhere(scene: Scene, encounter: Encounter, dateline: str) -> bool:
    """Whether the agency writes at home of a visit abroad: ``paid a visit to Peru for the third round``."""
    if scene.visited in (None, dateline):
        return False
    if dateline in {scene.people[host].country for host in encounter.hosts}:
        return False
    first, last, _ = scene.tokens.sentences[encounter.sentences[0]]
    return any(scene.people[person].country == scene.visited for person in encounter.principals) or any(
        hit is not None and hit.entry.kind is HitKind.COUNTRY and hit.entry.code == scene.visited
        for hit in scene.phrases.hits[first:last]
    )


_THERE = ("occasion.margins", "occasion.within", "occasion.during", "occasion.attend")
_NO_CITY = frozenset(
    "group process format charter convention agreement statute platform club initiative".split()
)


def _event_city(scene: Scene, encounter: Encounter) -> Found | None:
    """The city of the event beside which they met: ``on the margins of the Munich Security Conference``."""
    lead = [n for n, (_, _, block) in enumerate(scene.tokens.sentences[:6]) if _is_body(scene, block)][:1]
    owned = {n for other in scene.telling.encounters for n in other.sentences}
    for number in (encounter.sentences[0], *(n for n in lead if n not in owned)):
        for occasion in scene.occasions.get(number, ()):
            if occasion.rule not in _THERE or _NO_CITY & set(occasion.name.lower().split()):
                continue
            if (seat := seat_of_event(occasion.name)) is not None:
                return Found(seat[0], (Span(occasion.start, occasion.end),), "place.event", seat[1])
            words = occasion.name.split()
            for count in range(min(3, len(words) - 1), 0, -1):
                if words[count] == "Cooperation":
                    continue  # "Shanghai Cooperation Organisation"
                city = load().city_names.get(" ".join(words[:count]))
                if city is not None and not city.weak and city.country:
                    span = Span(occasion.start, occasion.end)
                    return Found(city.name, (span,), "place.event", city.country)
    return None


_BESIDE = frozenset("sidelines sideline margins margin fringes fringe wings".split())


def _beside_session(scene: Scene, encounter: Encounter, earlier: list[Setting]) -> Found | None:
    """``On the sidelines of the conclave, X met Y``: in the city of the session told of before."""
    first, last, _ = scene.tokens.sentences[encounter.sentences[0]]
    if _BESIDE.isdisjoint(scene.tokens.low[first:last]):
        return None
    for told, setting in zip(scene.telling.encounters, earlier, strict=False):
        place = setting.place
        if told.kind == "conference" and place is not None and told.planned == encounter.planned:
            return Found(place.value, place.spans, "place.carried", place.country)
    return None


def _is_body(scene: Scene, block: int) -> bool:
    return scene.blocks[block].kind in (BlockKind.BODY, BlockKind.SPEECH)


def _landmark_place(scene: Scene, encounter: Encounter, venue: Found | None) -> Found | None:
    """The city of a building that a list knows, in the country of the host or of one who meets there."""
    if venue is None:
        return None
    who = encounter.hosts or sorted(encounter.principals)
    countries = {scene.people[person].country for person in who}
    city = landmark_city(venue.value, countries)
    if city is None and (town := _town_of_name(venue.value, countries)) is not None:
        return Found(town[0], venue.spans, "place.landmark", town[1])
    if city is None or (scene.source.place is not None and scene.source.place_country == city[1]):
        return None
    return Found(city[0], venue.spans, "place.landmark", city[1])


_IN_TOWN = frozenset("aerodrome airbase airfield airport air barracks base camp garrison naval port".split())


def _town_of_name(name: str, countries: set[str | None]) -> tuple[str, str] | None:
    """``Koper Barracks``: the town in the country of those who meet after which a base or port is called."""
    words = name.split()
    for count in range(min(3, len(words) - 1), 0, -1):
        city = load().city_names.get(" ".join(words[:count]))
        if city is not None and city.country in countries and words[count].lower() in _IN_TOWN:
            return city.name, city.country
    return None


def _one_sentence(scene: Scene, encounter: Encounter, index: int) -> bool:
    """Whether the encounter before was told by the same words: ``met separately with A and B``."""
    before = scene.telling.encounters[index - 1]
    return before.words[0] == encounter.words[0] and before.planned == encounter.planned


def _opens(scene: Scene, encounter: Encounter) -> bool:
    """Whether those met without a host in the very sentence that the dateline stands before."""
    first = scene.tokens.sentences[encounter.sentences[0]][0]
    return not encounter.directed and scene.tokens.start[first] <= head_end(scene)


def _after_venue(scene: Scene, venue: Found | None) -> Place | None:
    """``at Camp Aguinaldo, Quezon City``: the city right after the venue."""
    if venue is None or venue.rule not in ("venue.stated", "venue.visited", "venue.told"):
        return None
    end = venue.spans[0].end
    for places in scene.places.values():
        for place in places:
            gap = scene.tokens.start[place.first] - end
            if 0 < gap <= 4 and scene.tokens.low[place.first - 1] in (",", "in"):
                return place
    return None


def _near_frames(scene: Scene, encounter: Encounter) -> Place | None:
    """The city stated in the same clause as the verb, the closest one."""
    low = scene.tokens.low
    best: tuple[int, Place] | None = None
    for first, last in encounter.words:
        number = _sentence_of(scene, first)
        for place in scene.places.get(number, []):
            if not place.sure or scene.tokens.start[place.first] < head_end(scene):
                continue
            between = low[last : place.first] if place.first >= last else low[place.last : first]
            if place.first >= last and leads_away(low, last, place.first):
                continue
            if low[place.first - 1] == "to" and moves_on(low, place.first):
                continue
            visit = low[place.first - 1] == "to" and low[place.first - 2] in ("visit", "trip")
            if (
                ";" in between
                or len(between) > 45
                or (place.last <= first and not visit and {"who", "which"} & set(between))
            ):
                continue
            if best is None or len(between) < best[0]:
                best = (len(between), place)
    return best[1] if best else None


def _told_again(scene: Scene, encounter: Encounter, index: int) -> Found | None:
    """``The meeting took place in Suva``: the city that a later sentence says."""
    number = retold_in(scene, encounter, index)
    for place in scene.places.get(number, ()) if number is not None else ():
        if place.sure and scene.tokens.low[place.first - 1] in ("in", "at"):
            spans = (span_of(scene, place.first, place.last),)
            return Found(place.name, spans, "place.stated", place.country or None)
    return None


def _sentence_of(scene: Scene, token: int) -> int:
    return bisect_right(scene.tokens.sentences, (token, len(scene.tokens), 0)) - 1


def _planned_place(
    scene: Scene, encounter: Encounter, earlier: list[Setting], venue: Found | None
) -> Found | None:
    low = scene.tokens.low
    _first, _last, _ = scene.tokens.sentences[encounter.sentences[0]]
    for place in scene.places.get(encounter.sentences[0], []):
        before = low[place.first - 1]
        if before in ("for", "to", "visit", "in", "at") and (
            not moves_on(low, place.first) or goes_there(low, place.last, encounter.words[0][0])
        ):
            return Found(
                place.name, (span_of(scene, place.first, place.last),), "place.stated", place.country
            )
    for setting, told in zip(
        reversed(earlier), reversed(scene.telling.encounters[: len(earlier)]), strict=True
    ):
        if (
            told.planned
            and setting.place is not None
            and told.principals & encounter.principals
            and (not encounter.dates or any(d.which == "story" for d in encounter.dates))
        ):
            return Found(setting.place.value, setting.place.spans, "place.carried", setting.place.country)
    if venue is not None and venue.country in load().organisation_of:
        return _at_home(scene, encounter, {venue.country}, venue, None)
    hosts = {scene.people[h].country for h in encounter.hosts or encounter.attendees} - {None}
    if scene.source.place is not None and (scene.source.place_country in hosts):
        return Found(
            scene.source.place.value, (scene.source.place.span,), "place.dateline", scene.source.place_country
        )
    return _of_same_visit(encounter, earlier, scene, {scene.people[h].country for h in encounter.hosts})


def _of_same_visit(
    encounter: Encounter, earlier: list[Setting], scene: Scene, hosts: set[str | None]
) -> Found | None:
    """Who is received the day after abroad is received where the visit began: in the capital, as a rule."""
    for told, setting in zip(scene.telling.encounters, earlier, strict=False):
        place = setting.place
        if place is not None and place.country in hosts - {None} and set(encounter.guests) & set(told.guests):
            return Found(place.value, place.spans, "place.carried", place.country)
    return None


_ELSEWHERE = frozenset(
    "exercise exercises drill drills upcoming forthcoming manoeuvres maneuvers summit".split()
)


def _of_exercise(scene: Scene, place: Place) -> bool:
    """``discussed the upcoming exercise in Krivolak``: where something else will be."""
    return not _ELSEWHERE.isdisjoint(scene.tokens.low[max(0, place.first - 6) : place.first])


def _at_home(
    scene: Scene, encounter: Encounter, hosts: set[str | None], venue: Found | None, home: str | None
) -> Found | None:
    """The host's own capital, where the venue is a state's body or the text puts the visit there."""
    country = next(iter(hosts)) if len(hosts) == 1 else venue.country if venue else None
    if country is None:
        return None
    own, after = encounter.sentences[0], encounter.words[0][1]
    for number in sorted(scene.places):
        for place in scene.places[number]:
            if (
                place.country == country
                and scene.tokens.low[place.first - 1] in ("in", "at", "to")
                and number <= encounter.sentences[-1] + 4
                and not (number == own and leads_away(scene.tokens.low, after, place.first))
                and not _of_exercise(scene, place)
                and not of_event_to_come(scene.tokens.low, scene.tokens.sentences[number][0], place.first)
            ):
                return Found(
                    place.name, (span_of(scene, place.first, place.last),), "place.host_city", country
                )
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
