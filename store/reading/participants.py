"""Who a stretch of a sentence speaks of: people by name, and what stands for them (``the minister``)."""

from __future__ import annotations

from store.reading.bare_posts import bare_post
from store.reading.memory import Item, Memory
from store.reading.mentions import Phrases
from store.reading.offices import DASHES
from store.reading.people import Person
from store.reading.posts import PostPhrase
from store.reading.pronouns import antecedent, of_gender
from store.reading.sought import sign_of
from store.reading.stand_ins import PRONOUNS, may_stand_in, stand_in
from store.reading.tokens import Tokens

# Words that may begin a stand-in; so may the adjective of a country.
_BEGINNINGS = PRONOUNS | frozenset("the a both two i me we us".split())
_BEGINNING = sign_of(_BEGINNINGS)


_VISITORS = frozenset("visitors guests delegation delegations visiting delegates".split())


def find_items(
    tokens: Tokens, phrases: Phrases, people: list[Person], memory: Memory, first: int, last: int
) -> list[Item]:
    """The people of tokens ``[first, last)`` in order."""
    items: list[Item] = []
    hits, phrase_at, post_at = phrases.hits, phrases.phrase_at, phrases.post_at
    done = first
    for at in [
        at
        for at, signs in enumerate(tokens.signs[first:last], first)
        if signs & _BEGINNING or hits[at] is not None or phrase_at[at] is not None or post_at[at] is not None
    ]:
        if at < done:
            continue
        mention, post = phrase_at[at], post_at[at]
        if mention is not None and mention.served:
            done = mention.last
            continue
        if mention is not None and mention.person >= 0:
            items.append(Item(at, min(last, max(mention.last, mention.right)), (mention.person,), True))
            memory.saw(mention.person)
            done = max(mention.last, min(mention.right, last))
            continue
        if post is not None and post.first == at and not _owned(phrases, post, people):
            item = bare_post(tokens, phrases, people, memory, post)
            if item is not None:
                items.append(item)
            done = post.last
            continue
        item = _by_letters(tokens, memory, at, last) if memory.letters else None
        if item is None and may_stand_in(tokens, phrases, at, last):
            item = stand_in(tokens, phrases, people, memory, at, last)
        if item is not None and item.word in ("they", "them") and items and items[0].word in _VISITORS:
            item.people = items[0].people or item.people  # "The visitors went on to ..., where they"
        if item is not None and item.word in ("he", "she", "him", "her", "his"):
            item.people = of_gender(people, memory, item, antecedent(tokens, items, item, first))
        if item is not None:
            items.append(item)
            done = item.last
    return [
        item
        for number, item in enumerate(items)
        if item.people or item.countries or not _heads_a_list(tokens, item, items[number + 1 : number + 2])
    ]


def _heads_a_list(tokens: Tokens, item: Item, following: list[Item]) -> bool:
    """``with the Foreign Ministers of Belarus - | Sergei X, of Iran ...``: those who follow are meant."""
    between = tokens.word[item.last : following[0].first] if following else []
    return len(between) == 1 and (between[0] in DASHES or between[0] == ":")


def letters_of(tokens: Tokens, people: list[Person]) -> dict[str, int]:
    """The titles that the article shortens: ``Special Representative (EUSR)``, and whose they are."""
    found: dict[str, int] = {}
    for number, person in enumerate(people):
        for post in person.posts:
            for at in range(post.first + 1, post.last - 1):
                if tokens.word[at - 1] == "(" and tokens.word[at + 1] == ")" and tokens.word[at].isupper():
                    found.setdefault(tokens.word[at], number)
    return found


def _by_letters(tokens: Tokens, memory: Memory, at: int, last: int) -> Item | None:
    """``the EUSR``: whoever's title was shortened so."""
    if tokens.low[at] != "the" or at + 1 >= last or tokens.word[at + 1] not in memory.letters:
        return None
    if at + 2 < last and tokens.cap[at + 2] and tokens.word[at + 2][0].isalpha():
        return None
    return Item(at, at + 2, (memory.letters[tokens.word[at + 1]],), False, word="letters")


def _owned(phrases: Phrases, post: PostPhrase, people: list[Person]) -> bool:
    return any(
        post is other
        for m in phrases.mentions
        if m.person >= 0 and abs(m.first - post.first) < 40
        for other in m.posts
    )
