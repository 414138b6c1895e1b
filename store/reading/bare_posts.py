"""Whom a post without a name means: ``the Minister``, ``both State Secretaries``."""

from __future__ import annotations

from collections.abc import Callable

from store.lexicon import load
from store.lexicon.grammar import grammar_words
from store.reading.gazetteer import HitKind
from store.reading.memory import Item, Memory
from store.reading.mentions import Phrases
from store.reading.organs import unnamed_head
from store.reading.people import Person
from store.reading.posts import PostPhrase
from store.reading.tokens import Tokens

_LITTLE = frozenset("of the and for to s 's ( ) , -".split())


def bare_post(
    tokens: Tokens, phrases: Phrases, people: list[Person], memory: Memory, post: PostPhrase
) -> Item | None:
    """``the Minister``, ``the Georgian defence minister``: the person who was given that post."""
    if post.plural and (group := _plural(tokens, phrases, people, post)) is not None:
        return group
    if post.plural:
        two = tokens.low[post.first - 1] in ("two", "both", "the", "three") if post.first else False
        if post.complement and post.country in load().organisation_of and post.country is not None:
            return Item(post.first, post.last, (), False, (post.country,), post.head)
        two = two and not (post.complement or post.country)  # "the Ambassadors of the Member States"
        pair = memory.everybody or _two_of(people, post)
        return Item(post.first, post.last, pair if two else (), False, word=post.head)
    head = post.head.split()[-1]
    before = tokens.low[max(0, post.first - 3) : post.first]
    named = _words_of(tokens, post)
    visiting = any(word in ("visiting", "guest") for word in before) or tokens.low[post.first] == "visiting"
    candidates = [p for p in reversed(memory.recent) if _holds(people[p], head, post)]
    if not candidates:
        later = [n for n, person in enumerate(people) if _holds(person, head, post)]
        # "Director of the Office" is not the director of something else, who is named further on.
        candidates = [
            n
            for n in later
            if not (post.complement and named) or any(named & _words_of(tokens, h) for h in people[n].posts)
        ]
    # Of several, who holds the very post, whose is just that word, then whom the sentence before was about.
    candidates.sort(
        key=lambda p: (
            -max((len(named & _words_of(tokens, h)) for h in people[p].posts), default=0),
            not any(_head_of(h) == _head_of(post) for h in people[p].posts),
            p not in memory.subject,
        )
    )
    if post.country:
        exact = [p for p in candidates if people[p].country == post.country] or [
            p for p in candidates if people[p].country is None and memory.home == post.country
        ]
        of_state = [p for p in memory.recent[::-1] if people[p].country == post.country and people[p].stated]
        candidates = exact or [p for p in of_state if _is_counterpart(people[p])][:1] or of_state[:1]
    if visiting and memory.guests:
        guests = [p for p in candidates if p in memory.guests]
        candidates = guests or candidates or list(memory.guests)
    if not candidates:
        code = post.country or unnamed_head(phrases, post)
        return Item(post.first, post.last, (), False, (code,) if code else (), head)
    return Item(post.first, post.last, (candidates[0],), False, word=head)


_SERVICES = {"navy": "naval", "defense": "defence", "aerial": "air", "military": "army"}


def _words_of(tokens: Tokens, post: PostPhrase) -> frozenset[str]:
    """The words that tell a post from others of its kind: ``army``, ``staff`` of ``Chief of Army Staff``."""
    words = (post.stated or "").lower().split()
    if not words:
        words = [low for a, b in (*post.title, *post.organisation) for low in tokens.low[a:b]]
    last = words[-1] if post.stated and words else post.head.split()[-1]
    return frozenset(_SERVICES.get(word, word) for word in words) - _LITTLE - {last}


def _head_of(post: PostPhrase) -> str:
    """The head in full: ``prime minister`` of ``PM``."""
    return (post.stated or post.head).lower()


def _two_of(people: list[Person], post: PostPhrase) -> tuple[int, ...]:
    """``both State Secretaries``: the two who hold such a post."""
    head = post.head.split()[-1]
    single = head[:-3] + "y" if head.endswith("ies") else head[:-1]
    holders = [
        number
        for number, person in enumerate(people)
        if any(h.head.split()[-1] == single for h in person.posts) or _is_counterpart(person)
    ]
    return tuple(holders) if len(holders) == 2 else ()


def _is_counterpart(person: Person) -> bool:
    """Whether he is only known as a counterpart: his post is that of another."""
    return not person.posts and any(m.counterpart and not m.same_side for m in person.mentions)


def _plural(tokens: Tokens, phrases: Phrases, people: list[Person], post: PostPhrase) -> Item | None:
    """``the army chiefs of Somalia and Djibouti``: those of these countries who have posts."""
    codes: list[str] = []
    end = post.first
    while end < len(tokens):
        hit = phrases.hits[end]
        if hit is not None and hit.entry.kind in (HitKind.COUNTRY, HitKind.ADJECTIVE):
            codes.append(hit.entry.code)
            end = hit.last
        elif end < post.last or (codes and tokens.low[end] in (",", "and", "the")):
            end += 1
        else:
            break
    if not codes or (len(codes) == 1 and codes[0] == post.country):
        return None
    head = post.head.split()[-1].rstrip("s")
    holders = [n for n, person in enumerate(people) if person.posts]
    found, missing = one_of_each(people, holders, codes, lambda held: head in held)
    return Item(post.first, max(post.last, end), found, False, missing, post.head)


def one_of_each(
    people: list[Person], among: list[int], codes: list[str], fits: Callable[[str], bool]
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Of each country the first one, best with a post that fits; and the countries that have nobody."""
    found: list[int] = []
    missing: list[str] = []
    for code in dict.fromkeys(codes):
        same = [n for n in among if people[n].country == code and not people[n].honoured]
        same.sort(key=lambda n: not any(fits(held.head) for held in people[n].posts))
        if same:
            found.append(same[0])
        else:
            missing.append(code)
    return tuple(found), tuple(missing)


def _holds(person: Person, head: str, post: PostPhrase) -> bool:
    """Whether the person was given that post, or one that the word stands for."""
    also = (
        grammar_words().synonyms.get(post.head, ())
        if not post.complement and not any(p.head == post.head for p in person.posts)
        else ()
    )
    for held in person.posts:
        last = held.head.split()[-1]
        if last == head or last in also:
            return True
        if (held.stated and head in held.stated.lower()) or (
            post.stated and last in post.stated.lower().split()
        ):
            return True
    return False
