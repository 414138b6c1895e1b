"""Countries that no word states: from where they met, whose side they took, whose page it is."""

from __future__ import annotations

from store.lexicon import load
from store.lexicon.grammar import grammar_words
from store.reading.gazetteer import HitKind
from store.reading.mentions import Phrases
from store.reading.organs import seat_of
from store.reading.people import Person
from store.reading.sought import mark_of
from store.reading.story import Encounter
from store.reading.tokens import Tokens


def named_pair(tokens: Tokens, phrases: Phrases, home: str | None) -> tuple[str, str] | None:
    """``Japan-U.S. Defense Ministerial Meeting`` near the top of Japan's page: JP and US, home first."""
    hits = phrases.hits
    if not tokens.all_marks & _HYPHEN:
        return None
    for at in range(1, min(len(tokens), _TOP)):
        if tokens.word[at] not in "-–" or at + 1 >= len(tokens):
            continue
        left, right = hits[at - 1], hits[at + 1]
        if left is None or right is None:
            continue
        codes = (left.entry.code, right.entry.code)
        states = {left.entry.kind, right.entry.kind} <= {HitKind.COUNTRY, HitKind.ADJECTIVE}
        if states and home in codes and codes[0] != codes[1]:
            return codes if codes[0] == home else codes[::-1]
    return None


def _of_pair(people: list[Person], encounter: Encounter, pair: tuple[str, str] | None) -> None:
    """The two who met under a heading that names a pair of states, where nothing else tells their sides."""
    both = [p for p in encounter.hosts + encounter.guests + encounter.attendees if p in encounter.principals]
    if pair is None or len(both) != 2:
        return
    codes = [people[p].country for p in both]
    if codes[1] is None and codes[0] in (None, pair[0]):
        people[both[1]].country, people[both[1]].country_rule = pair[1], "country.pair"
    elif codes[0] is None and codes[1] == pair[0]:
        people[both[0]].country, people[both[0]].country_rule = pair[1], "country.pair"


def _met_abroad(people: list[Person], encounter: Encounter, place: str | None, home: str | None) -> None:
    """``In Manila Mr Low met President X``: who is met on a visit is at home there."""
    if encounter.directed or encounter.kind != "meeting" or place in (None, home):
        return
    if home is None and all(people[p].country is None for p in encounter.principals):
        return
    if any(people[p].country == place for p in encounter.principals):
        return
    first, last = encounter.words[0]
    for number in encounter.principals:
        person = people[number]
        if person.mentions[0].first < first and person.mentions[0].posts:
            continue  # who was introduced before, and goes abroad
        after = [m.first >= last for m in person.mentions if abs(m.first - first) < _NEAR]
        if person.country is None and after and all(after):
            person.country, person.country_rule = place, "country.met_abroad"


def _receives_visitor(
    people: list[Person], encounter: Encounter, home: str | None, visited: str | None
) -> None:
    """``X, on a visit to Seoul, will be received by Prime Minister Y``: Y is of the country visited."""
    if (
        not encounter.directed
        or not encounter.guests
        or {people[g].country for g in encounter.guests} != {home}
    ):
        return
    for host in encounter.hosts:
        if people[host].country is None:
            people[host].country, people[host].country_rule = visited, "country.visited"


def _of_fellow_guest(people: list[Person], encounter: Encounter, home: str | None) -> None:
    """``received the Indonesian admiral X and Ambassador Y``: Y is of the embassy of X's country."""
    countries = [people[guest].country for guest in encounter.guests]
    sides = {*countries} - {None}
    if (
        None not in countries
        or len(sides) != 1
        or home in sides
        or sides <= load().organisation_of.keys() - load().territory_of.keys()
    ):
        return
    for guest in encounter.guests:
        heads = {post.head.split()[-1] for post in people[guest].posts}
        if people[guest].country is None and heads & grammar_words().embassy:
            people[guest].country, people[guest].country_rule = next(iter(sides)), "country.embassy"


def _of_embassy(people: list[Person], encounter: Encounter, ground: str | None) -> None:
    """An ambassador present at talks of two states without being named by his own is the visitors'."""
    states = {people[p].country for p in encounter.principals} - {None} - load().organisation_of.keys()
    if ground not in states or len(states) != 2:
        return
    visiting = next(code for code in states if code != ground)
    for number in encounter.attendees:
        person = people[number]
        heads = {head for post in person.posts for head in (post.head, post.head.split()[-1])}
        if person.country is None and person.beside is None and heads & _ENVOYS:
            person.country, person.country_rule = visiting, "country.embassy"


_ENVOYS = frozenset(("ambassador", "high commissioner", "chargé d'affaires", "consul", "consul general"))


def _diplomats(people: list[Person]) -> None:
    """An attaché named after an ambassador in one sentence is of the same embassy."""
    before: Person | None = None
    for person in people:
        if not any(post.head.split()[-1] in grammar_words().embassy for post in person.posts):
            continue
        if (
            person.country is None
            and before is not None
            and before.country
            and not any(post.owner in ("his", "her") for post in person.posts)
            and before.mentions[0].sentence == person.mentions[0].sentence
        ):
            person.country, person.country_rule = before.country, "country.embassy"
        before = person


_HYPHEN = mark_of(("-", "–"))
_TOP = 60  # tokens in which the subject of an article is said
_NEAR = 40  # tokens around a verb in which its people stand


def inferred_countries(
    people: list[Person],
    encounters: list[Encounter],
    places: dict[int, str],
    home: str | None,
    organisation: str | None,
    pair: tuple[str, str] | None = None,
    visited: str | None = None,
) -> None:
    """Give the rest the country of where they host, of their own side, or the article's home."""
    words = grammar_words()
    seat = seat_of(people, organisation)
    for person in people:
        if (
            person.country is None
            and seat
            and any(p.head in words.chiefs and not p.complement for p in person.posts)
        ):
            person.country, person.country_rule = seat, "country.organisation"
    for index, encounter in enumerate(encounters):
        country = places.get(index)
        if not encounter.directed or country is None:
            continue
        for host in encounter.hosts:
            if people[host].country is None and not any(
                people[g].country == country for g in encounter.guests
            ):
                people[host].country, people[host].country_rule = country, "country.host"
    if visited not in (None, home):
        for encounter in encounters:
            _receives_visitor(people, encounter, home, visited)
    for encounter in encounters:
        _of_pair(people, encounter, pair)
    for index, encounter in enumerate(encounters):
        _met_abroad(people, encounter, places.get(index), home)
    for encounter in encounters:
        for guest in encounter.guests:
            hosts = {people[h].country for h in encounter.hosts}
            if (
                people[guest].country is None
                and home is not None
                and hosts == {home}
                and len(encounter.parties - {home}) == 1
            ):
                people[guest].country, people[guest].country_rule = (
                    next(iter(encounter.parties - {home})),
                    "country.delegation",
                )
    for encounter in encounters:
        _of_fellow_guest(people, encounter, home)
    _diplomats(people)
    for index, encounter in enumerate(encounters):
        _of_embassy(people, encounter, places.get(index) or home)
    for encounter in encounters:
        sides = {people[p].country for p in encounter.hosts} - {None}
        if sides and sides <= load().organisation_of.keys() and organisation in sides:
            sides = {people[p].country for p in encounter.guests} - {
                None
            }  # an organisation's guests bring theirs
        for number in encounter.attendees:
            if people[number].beside is not None:
                continue
            if people[number].country is None and len(sides) == 1 and number in encounter.also:
                people[number].country, people[number].country_rule = next(iter(sides)), "country.host_side"
    for person in people:
        if (
            person.country is None
            and seat
            and any({p.head.split()[-1], p.head} & words.international for p in person.posts)
        ):
            person.country, person.country_rule = seat, "country.organisation"
    for person in people:
        if person.country is None and person.beside is None and home is not None:
            person.country, person.country_rule = home, "country.home"
    for person in people:
        if person.country is None and person.beside is not None:
            person.country, person.country_rule = people[person.beside].country or home, "country.accompanied"
