"""Whom other words for people mean: ``the guests``, ``the Turkish delegation``, ``he``."""

from __future__ import annotations

from store.reading.bare_posts import one_of_each
from store.reading.common_words import PEERS
from store.reading.each_side import BETWEEN, several_of
from store.reading.gazetteer import Hit, HitKind
from store.reading.memory import Item, Memory
from store.reading.mentions import Phrases
from store.reading.people import Person
from store.reading.sought import sign_of
from store.reading.tokens import Tokens

GUESTS = frozenset(
    "guest guests visitor visitors delegation delegations visiting dignitary envoy representatives".split()
)
HOSTS = frozenset(("host", "hosts"))
SIDES = frozenset(
    "sides two both leaders ministers parties interlocutors officials generals commanders pair chiefs".split()
)
PRONOUNS = frozenset("he she him her they them his".split())
_STAND_INS = (
    GUESTS
    | HOSTS
    | frozenset(
        "general admiral commander official diplomat side delegation officer leader chief team".split()
    )
)
_WITHOUT_ARTICLE = frozenset("delegation guests guest representatives side diplomat".split())
_BEFORE_STAND_INS = frozenset(
    "military high-level high-ranking official senior defense defence parliamentary foreign friendly"
    " fraternal 's two same top chief most".split()
)
_AFTER_THE = sign_of(_STAND_INS | SIDES | _BEFORE_STAND_INS | BETWEEN | {"and", ",", "the"})
_ROOMS = (["office"], ["offices"], ["residence"], ["headquarters"])


def may_stand_in(tokens: Tokens, phrases: Phrases, at: int, last: int) -> bool:
    """Whether ``the`` has a word after it that ``stand_in`` looks for; whether it is another word."""
    if tokens.low[at] not in ("the", "a"):
        return True
    following = at + 1
    return following < last and (
        tokens.signs[following] & _AFTER_THE != 0
        or phrases.hits[following] is not None
        or tokens.word[following].isupper()
    )


def stand_in(
    tokens: Tokens, phrases: Phrases, people: list[Person], memory: Memory, at: int, last: int
) -> Item | None:
    """``the Turkish delegation``, ``the guests``, ``he``, ``the two sides``."""
    low = tokens.low
    word = low[at]
    if (
        word in ("the", "both", "all")
        and (item := several_of(tokens, phrases, people, memory, at, last)) is not None
    ):
        return item
    if (
        word in ("his", "her", "their", "the")
        and (item := _counterparts(phrases, people, memory, low, at, last)) is not None
    ):
        return item
    if (
        word in ("his", "her")
        and (styled := _style_alone(tokens, phrases, people, memory, at, last)) is not None
    ):
        return styled
    if memory.speaker and word in _SPEAKERS and tokens.word[at] not in ("US", "ME", "i"):
        whole = word in ("we", "us") and set(memory.speaker) <= set(memory.everybody)
        meant = memory.everybody if whole else memory.speaker
        return Item(at, at + 1, meant, word in ("i", "me", "we"), word=word)
    if word in ("his", "her") and low[at - 1 : at] == ["to"] and low[at + 1 : at + 2] in _ROOMS:
        return Item(at, at + 1, memory.subject, False, word=word)  # "came to her office"
    if word in PRONOUNS and not (word == "he" and tokens.word[at].isupper()):
        return _pronoun(low, memory, at, last)
    if word == "a" and _is_apposed(tokens, phrases, at):
        return None
    if word not in _ARTICLES and not _needs_no_article(phrases, low, at, last):
        return None
    group = _group(tokens, phrases, people, at, last)
    return None if group is None else _resolved(people, memory, at, *group, low, last, phrases)


_SPEAKERS = ("i", "me", "we", "us")
_ARTICLES = ("the", "a", "their", "his", "both", "two")
_STATES = (HitKind.ADJECTIVE, HitKind.COUNTRY)


def _pronoun(low: list[str], memory: Memory, at: int, last: int) -> Item | None:
    """Whom ``he``, ``her``, ``they`` means."""
    word, meant = low[at], memory.subject
    if word in ("his", "her"):
        following = low[at + 1] if at + 1 < last else "."
        return Item(at, at + 1, meant, False, word=word) if following in _AFTER_ITS_OWN else None
    if word in ("they", "them"):
        meant = memory.everybody if len(memory.everybody) > 1 else memory.subject
    elif len(memory.subject) > 1:
        known = memory.one and set(memory.one) <= set(memory.subject)
        meant = memory.one if known else memory.subject[:1]
    return Item(at, at + 1, meant, False, word=word)


_AFTER_ITS_OWN = ("at", "in", ".", ",", "on")  # else "her" is of what follows: "her deputy"


def _needs_no_article(phrases: Phrases, low: list[str], at: int, last: int) -> bool:
    """Whether ``Turkish delegation``, ``Japan's top diplomat`` begins at a token."""
    hit = phrases.hits[at]
    if hit is None or hit.entry.kind not in _STATES or (at > 0 and low[at - 1] == "the"):
        return False
    noun_at = hit.last
    while noun_at < last and low[noun_at] in ("'s", "’s", "top", "chief"):
        noun_at += 1
    return noun_at < last and low[noun_at] in _WITHOUT_ARTICLE


def _group(
    tokens: Tokens, phrases: Phrases, people: list[Person], at: int, last: int
) -> tuple[int, str, str | None] | None:
    """The end, the noun and the country of ``the Turkish delegation``; ``None`` where it is none."""
    low, end = tokens.low, at + (tokens.low[at] in ("the", "a", "their", "his"))
    may_be_sides = low[at] in ("the", "both", "two")
    country: str | None = None
    noun = ""
    steps = 0
    while end < last and steps < 5:
        hit = phrases.hits[end]
        kind = hit.entry.kind if hit is not None else None
        if phrases.post_at[end] is not None or phrases.phrase_at[end] is not None:
            return None
        if hit is not None and kind is HitKind.RANK and hit.last < last and tokens.cap[hit.last]:
            return None
        if hit is not None and kind in _STATES:
            country = country or hit.entry.code
            end = hit.last
        elif hit is not None and kind is HitKind.ORGANISATION and noun == "":
            if _stands_for(hit, people, low, last):
                country = country or hit.entry.code  # "the OSCE official"
            end = hit.last
        elif low[end] in SIDES and noun == "" and may_be_sides:
            noun = low[end]
            end += 1
            if noun not in ("two", "both"):
                break
            if end < last and low[end] in _TWO_OF:
                return None
            noun = "two"
            continue
        elif low[end] in _STAND_INS or kind is HitKind.RANK:
            stop = hit.last if hit is not None and kind is HitKind.RANK else end + 1
            noun = "visitor" if noun == "visiting" else " ".join(low[end:stop])
            end = stop
            if noun != "visiting":
                break
        elif low[end] in _BEFORE_STAND_INS or _is_acronym(tokens.word[end]):
            end += 1
        else:
            break
        steps += 1
    names = end < last and tokens.cap[end] and tokens.word[end][0].isalpha()
    if not noun or (names and noun not in ("visiting", "two", "both")):
        return None
    return end, noun, country


def _stands_for(hit: Hit, people: list[Person], low: list[str], last: int) -> bool:
    """Whether an organisation's name is followed by a word for its people, some of whom are told of."""
    told = any(person.country == hit.entry.code for person in people)
    return told and hit.last < last and low[hit.last] in _STAND_INS


def _is_acronym(word: str) -> bool:
    return word.isupper() and 2 <= len(word) <= 6 and word.isalpha()


_OF_CROWNS = frozenset("majesty highness".split())
_CROWNED = frozenset(
    "king queen emperor empress sultan sultana emir amir prince princess duke duchess crown ruler sheikh"
    " malik yang agong ngwenyama gyalpo gyaltsuen".split()
)


def _style_alone(
    tokens: Tokens, phrases: Phrases, people: list[Person], memory: Memory, at: int, last: int
) -> Item | None:
    """``His Excellency met with X``: whom the sentence before was about; ``His Majesty``: the King."""
    hit = phrases.hits[at]
    if hit is None or hit.first != at or hit.entry.kind is not HitKind.HONORIFIC or hit.last >= last:
        return None
    if tokens.cap[hit.last] or not tokens.word[hit.last][0].isalpha() or tokens.low[hit.last] == "the":
        return None
    meant = memory.one if set(memory.one) <= set(memory.subject) else memory.subject
    if tokens.low[hit.last - 1] in _OF_CROWNS and not any(_is_crowned(people[p]) for p in meant):
        meant = tuple(p for p in reversed(memory.recent) if _is_crowned(people[p]))[:1] or meant
    return Item(at, hit.last, meant, False, word="he")


def _is_crowned(person: Person) -> bool:
    return any(not _CROWNED.isdisjoint(post.head.split()) for post in person.posts)


def _is_apposed(tokens: Tokens, phrases: Phrases, at: int) -> bool:
    """``Captain X, | a Ghanaian officer``: says what X is, and means nobody told of before."""
    if at < 2 or tokens.low[at - 1] != ",":
        return False
    named = phrases.mention_at[at - 2]
    return named is not None and named.person >= 0


# What two of, or both of, are not the people who met: "ties between the two kingdoms".
_TWO_OF = frozenset(
    "countries nations states kingdoms peoples republics governments ministries armies navies capitals"
    " neighbours neighbors cities regions islands continents societies economies banks borders houses"
    " institutions organisations organizations bodies services forces agencies companies universities"
    " academies agreements documents memoranda days years months weeks weeks sessions meetings rounds things"
    " topics issues languages cultures seas oceans rivers ports ships aircraft hours systems parliaments"
    " chambers blocs sister brotherly friendly fraternal neighbouring neighboring allied armed".split()
)


def _counterparts(
    phrases: Phrases, people: list[Person], memory: Memory, low: list[str], at: int, last: int
) -> Item | None:
    """``his Azerbaijani and Georgian counterparts``: who holds such a post there."""
    end = at + 1
    codes: list[str] = []
    while end < last and end - at < 12:
        hit = phrases.hits[end]
        if hit is not None and hit.entry.kind in (HitKind.ADJECTIVE, HitKind.COUNTRY):
            codes.append(hit.entry.code)
            end = hit.last
        elif low[end] in ("and", ",", "the", "visiting"):
            end += 1
        else:
            break
    if (
        not codes
        or end >= last
        or low[end] not in PEERS
        or phrases.phrase_at[end + 1 if end + 1 < last else end] is not None
        or (end + 2 < last and low[end + 1] == "," and phrases.phrase_at[end + 2] is not None)
    ):
        return None
    if any((m := phrases.phrase_at[k]) is not None and m.person >= 0 for k in range(at + 1, end + 1)):
        return None  # "her Estonian counterpart, Margus Tsahkna": by name
    heads = {p.head.split()[-1] for s in memory.subject for p in people[s].posts}
    officials = [n for n, person in enumerate(people) if person.stated]
    found, missing = one_of_each(people, officials, codes, lambda held: held.split()[-1] in heads)
    return Item(at, end + 1, found, False, missing, "counterpart")


def _resolved(
    people: list[Person],
    memory: Memory,
    at: int,
    end: int,
    noun: str,
    country: str | None,
    low: list[str],
    last: int,
    phrases: Phrases,
) -> Item:
    visiting = "visiting" in low[at:end]
    if noun in SIDES:
        return Item(at, end, memory.everybody, False, word=noun)
    if noun in HOSTS:
        return Item(at, end, memory.hosts, False, word=noun)
    if country is None and end + 1 < last and low[end] in ("of", "from"):
        place = end + 1
        while place < last and (
            low[place] in ("the", "fraternal", "friendly")
            or (noun == "delegation" and place < end + 12 and _within_body(phrases, low, place))
        ):
            place += 1
        hit = phrases.hits[place] if place < last else None
        sender = low[end] == "from" and hit is not None and hit.entry.kind is HitKind.ADJECTIVE
        if hit is not None and (sender or hit.entry.kind in (HitKind.COUNTRY, HitKind.ORGANISATION)):
            country, end = hit.entry.code, min(hit.last, last)
    if country is not None:
        guests = [p for p in memory.guests if people[p].country == country]
        others = [
            p
            for p in reversed(memory.recent)
            if people[p].country == country and people[p].stated and not people[p].honoured
        ]
        if not others and country == memory.home:
            others = [
                p
                for p in reversed(memory.recent)
                if people[p].country is None and people[p].stated and not people[p].honoured
            ]
        if (
            noun in ("general", "admiral", "commander", "chief", "leader", "official", "diplomat", "officer")
            or guests
        ):
            chosen = guests[:1] or others[:1]
            return Item(at, end, tuple(chosen), False, () if chosen else (country,), noun)
        leaders = [p for p in others if people[p].guests] or others[-1:] if noun in GUESTS else others[:1]
        if not leaders and noun in GUESTS:
            memory.delegation = country
        return Item(at, end, tuple(leaders[:1]), False, () if leaders else (country,), noun)
    if noun == "delegation" and low[end : end + 1] == ["accompanying"]:
        return Item(at, end, (), False, word=noun)  # "and the delegation accompanying him": nobody new
    if noun in GUESTS or noun == "visiting":
        unnamed = () if memory.guests or memory.delegation is None else (memory.delegation,)
        return Item(at, end, memory.guests, False, unnamed, noun)
    if visiting and memory.guests:
        of_rank = [p for p in memory.guests if people[p].rank_words.issuperset(noun.split())]
        return Item(at, end, tuple(of_rank[:1]) or memory.guests, False, word=noun)
    ranked = [p for p in reversed(memory.recent) if people[p].rank_words.issuperset(noun.split())]
    return Item(at, end, tuple(ranked[:1]), False, word=noun)


_OF_BODIES = frozenset("of ( ) mod ministry defence defense foreign affairs armed forces army staff".split())


def _within_body(phrases: Phrases, low: list[str], at: int) -> bool:
    """Words of ``the Ministry of Defence (MOD) of Armenia`` before the country."""
    hit = phrases.hits[at]
    state = hit is not None and hit.entry.kind in (HitKind.COUNTRY, HitKind.ORGANISATION)
    return low[at] in _OF_BODIES and not state
