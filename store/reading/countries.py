"""Which country or organisation each person acts for.

Said with a post, told by the words around a mention, or inferred from where the article is at home.
"""

from __future__ import annotations

from collections import Counter

from store.lexicon import load
from store.lexicon.grammar import grammar_words
from store.reading.gazetteer import HitKind
from store.reading.mentions import Mention, Phrases
from store.reading.people import Person
from store.reading.posts import PostPhrase
from store.reading.story import Encounter
from store.reading.tokens import Tokens

_SENDERS = (HitKind.COUNTRY, HitKind.ORGANISATION)
_REPRESENTED = frozenset(
    "will be was is were are to has have been also represented at the level in meeting".split()
)
_BEFORE_A_SIDE = frozenset("on for from leading heading led headed leads heads representing".split())


def stated_countries(tokens: Tokens, phrases: Phrases, people: list[Person]) -> None:
    """Give each person the country that a post or the words around a mention state."""
    for person in people:
        for post in person.posts:
            if post.country:
                person.country, person.country_rule = post.country, "country.post"
                break
        if person.country is None and (code := _of_same_body(tokens, phrases, person)):
            person.country, person.country_rule = code, "country.body"
        if person.country is None and person.honoured:
            at = person.best.left
            for place in range(at - 1, max(-1, at - 4), -1):
                hit = phrases.hits[place]
                if hit is not None and hit.entry.kind is HitKind.ADJECTIVE:
                    person.country, person.country_rule = hit.entry.code, "country.words"
                    break
                if tokens.cap[place]:
                    break
        if person.country is None:
            for mention in person.mentions:
                code = _of_owner(tokens, phrases, people, mention) or _of_row(tokens, phrases, mention)
                code = code or _of_represented(tokens, phrases, mention)
                if code:
                    person.country, person.country_rule = code, "country.words"
                    break
                if code := _of_flag(tokens, mention.left, tokens.sentences[mention.sentence][0]):
                    person.country, person.country_rule = code, "country.flag"
                    break
                code = mention.country or _of_delegation(
                    tokens, phrases, mention.left, tokens.sentences[mention.sentence][0]
                )
                code = code or _of_side_after(tokens, phrases, mention)
                code = code or _of_side(tokens, phrases, mention.left, tokens.sentences[mention.sentence][0])
                if code:
                    person.country, person.country_rule = code, "country.words"
                    break
    _of_organs(tokens, phrases, people)
    _of_company(tokens, phrases, people)
    _of_list(tokens, phrases, people)


_IN_COMPANY = frozenset(
    (
        *(("accompanied", "by"), ("joined", "by"), ("flanked", "by")),
        *(("together", "with"), ("along", "with")),
    )
)


def _of_company(tokens: Tokens, phrases: Phrases, people: list[Person]) -> None:
    """``X, accompanied by Y``: Y is of X's country, where only X's is told."""
    before: Mention | None = None
    for mention in sorted((m for m in phrases.mentions if m.person >= 0), key=lambda m: m.first):
        at = mention.left - 1
        while at > 0 and tokens.low[at] in ("the", "his", "her", "their"):
            at -= 1
        if (
            at > 0
            and (tokens.low[at - 1], tokens.low[at]) in _IN_COMPANY
            and before is not None
            and before.sentence == mention.sentence
        ):
            person, other = people[mention.person], people[before.person]
            new = person.mentions[0] is mention
            if new and person.country is None and other.country and person.posts:
                person.country, person.country_rule = other.country, "country.company"
        before = mention


_MET = frozenset(
    "with by met meet meets meeting received receive receives hosted hosts welcomed see sees from".split()
)


_FRONTED = frozenset("after during following before besides with at in on upon ahead".split())


def _fronted(tokens: Tokens, sentence: int) -> bool:
    """``After the talks with Secretary A, Minister B``: B begins the clause and is on no list."""
    return tokens.low[tokens.sentences[sentence][0]] in _FRONTED


def _of_list(tokens: Tokens, phrases: Phrases, people: list[Person]) -> None:
    """``met with Georgian Prime Minister A and Defence Minister B``: B is of A's country."""
    before: Mention | None = None
    met = False  # the list of names that now goes on is of whom somebody met
    for mention in sorted((m for m in phrases.mentions if m.person >= 0), key=lambda m: m.first):
        gap = (
            tokens.low[max(before.last, before.right) : mention.left]
            if before is not None and before.sentence == mention.sentence
            else ["."]
        )
        goes_on = bool(gap) and len(gap) < 4 and {"and", ",", "the", "as", "well"}.issuperset(gap)
        if goes_on and "and" not in gap and _fronted(tokens, mention.sentence):
            goes_on = False
        if not goes_on:
            at = mention.left - 1
            while at > 0 and tokens.low[at] in ("the", "his", "her", "both"):
                at -= 1
            met = at >= 0 and tokens.low[at] in _MET
        elif met and before is not None:
            person, other = people[mention.person], people[before.person]
            heads = {h for p in person.posts for h in (p.head, p.head.split()[-1])}
            if person.country is None and other.country and person.posts and not heads & _INTERNATIONAL:
                person.country, person.country_rule = other.country, "country.list"
        before = mention


# Organs that only organisations of states have, and who heads them.
_ORGANS = frozenset(
    (
        *("military committee", "permanent council", "joint staff", "council", "secretariat", "organisation"),
        *("organization", "alliance", "parliamentary assembly", "general assembly", "member states"),
        *("council of ministers", "council of defence ministers", "council of ministers of defence"),
        *("council of foreign ministers", "military staff", "international military staff"),
    )
)


def _of_organs(tokens: Tokens, phrases: Phrases, people: list[Person]) -> None:
    """``the Chair of the Military Committee`` acts for the organisation of which the article tells."""
    code = main_organisation(phrases, 1)
    for person in people:
        if person.country is None and code is not None:
            for post in person.posts:
                body = " ".join(w for a, b in (*post.title[1:], *post.organisation) for w in tokens.low[a:b])
                if body.removeprefix("of ").removeprefix("the ") in _ORGANS:
                    person.country, person.country_rule = code, "country.organisation"


_COMMANDS = frozenset("command academy college university institute agency centre center fleet".split())


def _of_same_body(tokens: Tokens, phrases: Phrases, person: Person) -> str | None:
    """``the commander of Southern Command`` where another sentence has ``the U.S. Southern Command``."""
    for post in person.posts:
        for first, last in post.organisation:
            body = tokens.low[first:last]
            if len(body) < 2 or body[-1] not in _COMMANDS:
                continue
            for at, hit in enumerate(phrases.hits):
                if (
                    hit is not None
                    and hit.first == at
                    and hit.entry.kind in (HitKind.COUNTRY, HitKind.ADJECTIVE)
                    and tokens.low[hit.last : hit.last + len(body)] == body
                ):
                    return hit.entry.code
    return None


def _of_visitor(people: list[Person], mention: Mention) -> str | None:
    """``His country's Ambassador, X``: of the country of whoever was named last with one."""
    named = [
        (m.first, p.country) for p in people for m in p.mentions if m.first < mention.first and p.country
    ]
    return max(named)[1] if named else None


def _of_master(
    tokens: Tokens, phrases: Phrases, people: list[Person], mention: Mention, at: int
) -> str | None:
    """``X met Y, in the presence of his adviser Z``: X's, who is the subject; ``Y and his deputy Z``: Y's."""
    before = [
        m
        for m in phrases.mentions
        if m.person >= 0 and m.last <= at and m.sentence == mention.sentence and m.person != mention.person
    ]
    if not before:
        return None
    near = before[-1]
    joined = {"and", "his", "her"}.issuperset(tokens.low[max(near.last, near.right) : at])
    return people[(near if joined else before[0]).person].country


def _of_owner(tokens: Tokens, phrases: Phrases, people: list[Person], mention: Mention) -> str | None:
    """``Tokayev's foreign policy adviser X``, ``his successor, Colonel X``: of that person's country."""
    for post in mention.posts:
        if post.owner in ("his", "her") and post.country is None and not mention.same_side:
            master = _of_master(tokens, phrases, people, mention, post.first)
            if master is not None:
                return master
        if post.owner == "'s" and post.first >= 2 and tokens.low[post.first - 2] == "country":
            return _of_visitor(people, mention)
        if post.owner == "'s" and post.first >= 2:
            owner = phrases.mention_at[post.first - 2]
            if owner is not None and owner.person >= 0:
                return people[owner.person].country
            if tokens.low[post.first - 2] == "country" and tokens.low[post.first - 3] in ("his", "her"):
                told = [m for m in phrases.mentions if m.person >= 0 and m.first < post.first]
                return people[told[-1].person].country if told else None  # "his country's ambassador"
    if mention.same_side:
        before = [
            m
            for m in phrases.mentions
            if m.person >= 0 and m.first < mention.first and m.sentence == mention.sentence
        ]
        if before:
            return people[before[-1].person].country
        told = [m for m in phrases.mentions if m.person >= 0 and m.sentence == mention.sentence - 1]
        first = min(told, key=lambda m: m.first, default=None)
        return people[first.person].country if first is not None else None  # "His predecessor, X"
    return None


def _of_row(tokens: Tokens, phrases: Phrases, mention: Mention) -> str | None:
    """``— Azerbaijan – Major General X, ...``: the country that heads a row."""
    first = tokens.sentences[mention.sentence][0]
    at = mention.left - 1
    if (
        (
            at > first
            and tokens.word[at] in ("–", "—", "-", ":", "|")
            and (hit := phrases.hits[at - 1]) is not None
        )
        and hit.entry.kind in (HitKind.COUNTRY, HitKind.ORGANISATION)
        and hit.first - first <= 3
    ):
        return hit.entry.code
    return None


def _of_represented(tokens: Tokens, phrases: Phrases, mention: Mention) -> str | None:
    """``Norway is represented by X, Denmark by Y``: the country right before ``by``."""
    first = tokens.sentences[mention.sentence][0]
    at = mention.left - 1
    while at > first and tokens.low[at] in ("the", "its"):
        at -= 1
    if at <= first or tokens.low[at] != "by":
        return None
    before = at - 1
    while before > first and tokens.low[before] in _REPRESENTED:
        before -= 1
    if before == at - 1 and "represented" not in tokens.low[first:at]:
        return None
    hit = phrases.hits[before]
    return hit.entry.code if hit is not None and hit.entry.kind in _SENDERS else None


def _of_delegation(tokens: Tokens, phrases: Phrases, left: int, floor: int) -> str | None:
    """``a delegation of the U.S. National Defense University led by X``: US."""
    low = tokens.low
    at = left - 1
    while at >= floor and low[at] in ("the", "its", "their", "his"):
        at -= 1
    while at > floor and low[at] in ("retired", "former", "visiting"):
        at -= 1
    if at < floor or low[at] not in ("by", "under", "of", "comprising", "including"):
        return None
    if low[at] in ("by", "under", "of") and not set(low[max(floor, at - 2) : at]) & _HEADED:
        return None
    for place in range(at, max(floor - 1, at - 16), -1):
        hit = phrases.hits[place]
        if hit is not None and hit.entry.kind in (HitKind.ADJECTIVE, HitKind.COUNTRY, HitKind.ORGANISATION):
            if hit.entry.kind is HitKind.COUNTRY and low[hit.first - 1] in ("in", "to"):
                continue  # "officials of the Turkish Embassy in Nigeria led by X"
            return hit.entry.code
        if low[place] in ("received", "met", "hosted", "with", "welcomed") and place < at - 2:
            previous = phrases.hits[place - 1] if place > floor else None
            del previous
            return None
    return None


_HEADED = frozenset("led headed chaired leadership consisting composed under".split())


def _of_side_after(tokens: Tokens, phrases: Phrases, mention: Mention) -> str | None:
    """``X on the Peruvian side``, ``X leading the Peruvian delegation``: PE."""
    last = tokens.sentences[mention.sentence][1]
    at = mention.right
    if at < last and tokens.low[at] in _BEFORE_A_SIDE:
        at += 1
    if at >= last or tokens.low[at] != "the" or at + 1 >= last:
        return None
    hit = phrases.hits[at + 1]
    if hit is None or hit.entry.kind not in (HitKind.ADJECTIVE, HitKind.COUNTRY) or hit.last >= last:
        return None
    return hit.entry.code if tokens.low[hit.last] in ("side", "delegation") else None


def _of_side(tokens: Tokens, phrases: Phrases, left: int, floor: int) -> str | None:
    """``on the Kyrgyz side, Foreign Minister X``: KG, for everybody until the other side is named."""
    for at in range(left - 1, floor, -1):
        if tokens.low[at] in ("side", "side's") and at > floor:
            hit = phrases.hits[at - 1]
            if hit is not None and hit.entry.kind in (HitKind.ADJECTIVE, HitKind.COUNTRY):
                return hit.entry.code
            return None
    return None


def _of_flag(tokens: Tokens, left: int, floor: int) -> str | None:
    """A flag right before a name: two regional indicator letters."""
    if left - 2 >= floor:
        pair = tokens.word[left - 2] + tokens.word[left - 1]
        if len(pair) == 2 and all("\U0001f1e6" <= c <= "\U0001f1ff" for c in pair):
            return "".join(chr(ord(c) - 0x1F1E6 + ord("A")) for c in pair)
    return None


def named_pair(tokens: Tokens, phrases: Phrases, home: str | None) -> tuple[str, str] | None:
    """``Japan-U.S. Defense Ministerial Meeting`` near the top of Japan's page: JP and US, home first."""
    hits = phrases.hits
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
        after = [m.first >= last for m in person.mentions if abs(m.first - first) < _NEAR]
        if person.country is None and after and all(after):
            person.country, person.country_rule = place, "country.met_abroad"


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


_TOP = 60  # tokens in which the subject of an article is said
_NEAR = 40  # tokens around a verb in which its people stand
_INTERNATIONAL = frozenset(
    (
        *("secretary-general", "secretary general", "deputy secretary general", "under-secretary-general"),
        *("assistant secretary-general", "coordinator", "commissioner", "special representative"),
        *("high representative", "permanent representative", "chef de cabinet", "special envoy", "envoy"),
        *("spokesperson", "chairperson", "force commander", "sector commander", "head of mission"),
        *("military adviser", "military advisor", "police adviser", "police advisor"),
    )
)


_OF_THE_UN = frozenset(
    ("military adviser", "military advisor", "force commander", "police adviser", "adviser")
)
_CHIEFS = frozenset(
    (
        "secretary-general",
        "secretary general",
        "deputy secretary general",
        "deputy secretary-general",
        "under-secretary-general",
        "assistant secretary-general",
        "high representative",
    )
)


def _seat(people: list[Person], organisation: str | None) -> str | None:
    """The organisation whose page or session the article is about: one of its heads is named with it."""
    if organisation is None:
        return None
    heads = {post.head for person in people for post in person.posts}
    told = heads & _CHIEFS or (organisation == "UN" and heads & _OF_THE_UN)
    return organisation if told or any(p.country == organisation for p in people) else None


def main_organisation(phrases: Phrases, least: int = 2) -> str | None:
    """The organisation that the article names most, at least twice."""
    organisations = load().organisation_of
    codes = [
        hit.entry.code
        for at, hit in enumerate(phrases.hits)
        if hit is not None
        and hit.entry.kind is HitKind.ORGANISATION
        and hit.first == at
        and hit.entry.code in organisations
    ]
    code, count = Counter(codes).most_common(1)[0] if codes else (None, 0)
    return code if count >= least else None


_AMERICAN_BODIES = frozenset(
    (
        *(
            "department of defense",
            "department of state",
            "department of war",
            "state department",
            "pentagon",
        ),
        *("department of homeland security", "department of the treasury", "white house"),
    )
)


def implied_countries(tokens: Tokens, people: list[Person]) -> None:
    """Give those whose office or body only one state has that state."""
    for person in people:
        if person.country is not None:
            continue
        for post in person.posts:
            bodies = {" ".join(tokens.low[a:b]) for a, b in post.organisation}
            if not post.complement and (code := grammar_words().implied.get(post.head)):
                person.country, person.country_rule = code, "country.implied"
            elif bodies & _AMERICAN_BODIES or (post.head.endswith("secretary") and _american(tokens, post)):
                person.country, person.country_rule = "US", "country.implied"


def _american(tokens: Tokens, post: PostPhrase) -> bool:
    """``Under Secretary of Defense``: offices that only one state writes so."""
    words = tokens.word[post.first : post.last]
    at = next((i for i, word in enumerate(words) if word.lower() == "of"), len(words))
    after = [word for word in words[at + 1 :] if word.lower() != "the"]
    return bool(after) and after[0] in ("Defense", "War", "Homeland", "Treasury", "Army")


def inferred_countries(
    people: list[Person],
    encounters: list[Encounter],
    places: dict[int, str],
    home: str | None,
    organisation: str | None,
    pair: tuple[str, str] | None = None,
) -> None:
    """Give the rest the country of where they host, of their own side, or the article's home."""
    seat = _seat(people, organisation)
    for person in people:
        if (
            person.country is None
            and seat
            and any(p.head in _CHIEFS and not p.complement for p in person.posts)
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
    _diplomats(people)
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
            and any(p.head.split()[-1] in _INTERNATIONAL or p.head in _INTERNATIONAL for p in person.posts)
        ):
            person.country, person.country_rule = seat, "country.organisation"
    for person in people:
        if person.country is None and person.beside is None and home is not None:
            person.country, person.country_rule = home, "country.home"
    for person in people:
        if person.country is None and person.beside is not None:
            person.country, person.country_rule = people[person.beside].country or home, "country.accompanied"
