"""Countries that the words state: a post, the words around a mention and lists, a side or delegation."""

from __future__ import annotations

from store.lexicon.grammar import grammar_words
from store.reading.company import share_in_company, share_in_lists
from store.reading.gazetteer import HitKind
from store.reading.implied import is_allied
from store.reading.mentions import Mention, Phrases
from store.reading.organs import place_organs
from store.reading.people import Person
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
        if person.country is None and any(is_allied(tokens, post) for post in person.posts):
            person.country, person.country_rule = "NATO", "country.implied"
        if person.country is None and (code := _of_same_body(tokens, phrases, person)):
            person.country, person.country_rule = code, "country.body"
        if person.country is None and (code := _of_seat(tokens, phrases, person)):
            person.country, person.country_rule = code, "country.seat"
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
    place_organs(tokens, phrases, people)
    share_in_company(tokens, phrases, people)
    share_in_lists(tokens, phrases, people)


_LOCAL = frozenset({"governor", "mayor", "akim", "hokim", "khokim", "wali", "prefect", "voivode", "vali"})


def _of_seat(tokens: Tokens, phrases: Phrases, person: Person) -> str | None:
    """``the Governor of Samarkand Region``: where the town after which the region is named lies."""
    for post in person.posts:
        if post.head not in _LOCAL:
            continue
        for first, _ in post.organisation:
            hit = phrases.hits[first]
            if hit is not None and hit.entry.kind is HitKind.CITY:
                return hit.entry.code
    return None


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
    if any(post.head in grammar_words().chiefs for post in mention.posts):
        return None  # "Moldova: High Representative X meets Minister Y"
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


_OTHERS = frozenset("visiting other opposite visitors guests hosts".split())


def _of_side(tokens: Tokens, phrases: Phrases, left: int, floor: int) -> str | None:
    """``on the Kyrgyz side, Foreign Minister X``: KG, for everybody until the other side is named."""
    for at in range(left - 1, floor, -1):
        if tokens.low[at] in _OTHERS and tokens.low[at - 1] == "the":
            return None  # "and the visiting one by Admiral Y"
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
