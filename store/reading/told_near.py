"""Countries that a sentence gives away: where somebody goes, a title that is said again with its land."""

from __future__ import annotations

from collections import Counter

from store.lexicon import load
from store.lexicon.grammar import grammar_words
from store.reading.gazetteer import Hit, HitKind
from store.reading.mentions import Mention, Phrases
from store.reading.people import Person
from store.reading.posts import PostPhrase
from store.reading.sought import mark_of
from store.reading.tokens import Tokens

_SEATS = frozenset("brussels vienna geneva addis ababa york hague".split())  # where all the world meets
_MEETS = frozenset("meet meets met see talks meeting discussions consultations call called received".split())
_RECEIVES = frozenset(
    "receive receives received welcome welcomed greet greeted host hosted hosts waiting await awaits awaited"
    " waited awaiting".split()
)
_TO_MEET = _MEETS | frozenset(
    "to for and with on the his her a hold holds have by then was courtesy bilateral".split()
)
_WHERE = mark_of(("where",))
_TITLE = 12  # tokens between the land that begins a title and the name
_BETWEEN = frozenset("of for to and the & - ( ) in on 's ,".split())


def countries_told_near(tokens: Tokens, phrases: Phrases, people: list[Person]) -> None:
    """Give the country of the place gone to, of the words that open a title, of a title said again."""
    for person in people:
        if person.country is not None or person.honoured:
            continue
        for mention in person.mentions:
            if code := _of_opening(tokens, phrases, mention):
                person.country, person.country_rule = code, "country.title"
                break
        first = person.mentions[0] if person.mentions else None
        if person.country is not None or first is None or not _stately(person):
            continue
        if code := _of_destination(tokens, phrases, first):
            person.country, person.country_rule = code, "country.destination"
    _said_again(tokens, phrases, people)


def _stately(person: Person) -> bool:
    """Whether the posts are of a state, and not of an organisation or an embassy."""
    words = grammar_words()
    heads = {h for post in person.posts for h in (post.head, post.head.split()[-1])}
    return bool(heads) and heads.isdisjoint(
        words.international | words.embassy | words.diplomats | words.chiefs
    )


def _of_opening(tokens: Tokens, phrases: Phrases, mention: Mention) -> str | None:
    """``the British Senior Adviser to the Middle East, Admiral X``: the land that the title begins with."""
    if not mention.posts and mention.rank is None:
        return None
    floor = tokens.sentences[mention.sentence][0]
    at = min([mention.left, *(post.first for post in mention.posts if post.first < mention.first)]) - 1
    if at <= floor or (tokens.word[at] == "," and not tokens.cap[at - 1]):
        return None
    commas = 0
    for place in range(at, max(floor, at - _TITLE) - 1, -1):
        hit = phrases.hits[place]
        commas += tokens.word[place] == ","
        if commas > 1 or phrases.mention_at[place] is not None:
            return None
        before = place - 1
        if (
            hit is not None
            and hit.first == place
            and (
                hit.entry.kind is HitKind.ADJECTIVE
                or (hit.entry.kind is HitKind.COUNTRY and tokens.cap[hit.last])
            )
            and before >= floor
            and tokens.low[before] in ("the", "his", "her", "a", "with", "by")
        ):
            return hit.entry.code
        if not (tokens.cap[place] or tokens.low[place] in _BETWEEN):
            return None
    return None


def _of_destination(tokens: Tokens, phrases: Phrases, mention: Mention) -> str | None:
    """``leaves for Apia, where Prime Minister X is to receive him``, ``flew to Apia for talks with X``."""
    floor, last, _ = tokens.sentences[mention.sentence]
    at = mention.left - 1
    while at > floor and tokens.low[at] in _TO_MEET:
        at -= 1
    gap = tokens.low[at + 1 : mention.left]
    hit = phrases.hits[at]
    if hit is not None and hit.last == at + 1 and gap and gap[0] in ("to", "for") and _MEETS & set(gap):
        return _land(tokens, hit) if tokens.low[hit.first - 1] in ("to", "in") else None
    if not tokens.sentence_marks[mention.sentence] & _WHERE:
        return None
    for place in range(mention.left - 1, max(floor, mention.left - _TITLE), -1):
        if tokens.low[place] != "where":
            continue
        hit = phrases.hits[place - 2] if tokens.word[place - 1] == "," else phrases.hits[place - 1]
        between = set(tokens.low[place + 1 : mention.left])
        told = set(tokens.low[mention.right : min(last, mention.right + 6)])
        receives = not between - {"the", "his", "her", ","} and told & _RECEIVES and "by" not in told
        meets = {"he", "she", "they"} & between and between & (_MEETS | _RECEIVES)
        return _land(tokens, hit) if hit is not None and (receives or meets) else None
    return None


def _land(tokens: Tokens, hit: Hit) -> str | None:
    if hit.entry.kind not in (HitKind.COUNTRY, HitKind.CITY) or tokens.low[hit.last - 1] in _SEATS:
        return None
    return hit.entry.code


def _said_again(tokens: Tokens, phrases: Phrases, people: list[Person]) -> None:
    """``received President X ... The Togolese President said``: X is Togo's, if no other can be meant."""
    lands = load().territory_of
    told: dict[str, list[PostPhrase]] = {}
    named = {id(post) for mention in phrases.mentions for post in mention.posts}
    for post in phrases.posts:
        if post.country in lands and id(post) not in named:
            told.setdefault(post.head, []).append(post)
    for head, posts in told.items():
        if len({post.country for post in posts}) != 1:
            continue
        holders = [p for p in people if any(post.head == head for post in p.posts) and not p.honoured]
        loose = [p for p in holders if p.country is None]
        if len(loose) != 1 or any(p.country == posts[0].country for p in holders):
            continue
        first = tokens.sentences[loose[0].mentions[0].sentence][1]
        opening = [tokens.low[post.first - 1] == "the" or tokens.low[post.first] == "the" for post in posts]
        if len(holders) > 1 and all(post.first >= first for post in posts) and all(opening):
            loose[0].country, loose[0].country_rule = posts[0].country, "country.said_again"


def left_land(tokens: Tokens, phrases: Phrases) -> str | None:
    """``has returned from Lebanon``: where those are not at home whom the article begins with."""
    for first, last, _ in tokens.sentences[:_TOP]:
        for at in range(first, last - 2):
            if tokens.low[at] in _BACK and tokens.low[at + 1] == "from":
                hit = phrases.hits[at + 2 + (tokens.low[at + 2] == "the" and at + 3 < last)]
                if hit is not None and hit.entry.kind is HitKind.COUNTRY:
                    return hit.entry.code
    return None


_TOP = 8  # sentences and lines
_BACK = frozenset("returned returns back home return".split())


def home_of_travellers(phrases: Phrases, left: str) -> str | None:
    """The land most named besides the one that the travellers left."""
    counts = Counter(
        hit.entry.code
        for at, hit in enumerate(phrases.hits)
        if hit is not None
        and hit.first == at
        and hit.entry.kind in (HitKind.COUNTRY, HitKind.ADJECTIVE)
        and hit.entry.code != left
    )
    return counts.most_common(1)[0][0] if counts else None
