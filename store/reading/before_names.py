"""How what stands before a name hangs together: posts tied to posts, a peer from a country."""

from __future__ import annotations

from store.reading.common_words import PEERS
from store.reading.gazetteer import Hit, HitKind
from store.reading.mentions import Mention, Phrases
from store.reading.offices import DASHES, TIES
from store.reading.posts import PostPhrase
from store.reading.tokens import Tokens

FILLERS = frozenset(
    (
        "the",
        "a",
        "an",
        "also",
        "currently",
        "who",
        "is",
        "was",
        "serves",
        "as",
        "now",
        "served",
        "being",
        "himself",
        "herself",
        "previously",
        "formerly",
    )
)
_PEERS = PEERS | {"number"}
_FROM = 5  # tokens of "from the Republic of Benin ,"


def peer_from(tokens: Tokens, phrases: Phrases, at: int, floor: int) -> str | None:
    """``his counterpart from Benin Republic, | Brig.-Gen. X``, ``her colleague in Chad, | Y``."""
    at -= at - 1 > floor and tokens.word[at - 1] == ","
    begin = max(floor, at - 2 - _FROM)
    if at - 2 <= begin or _PEERS.isdisjoint(tokens.low[begin : at - 1]):
        return None
    for back in range(at - 2, begin, -1):
        if tokens.low[back] in _PEERS:
            hits = [h for h in phrases.hits[back + 1 : at] if h is not None]
            own = tokens.low[back + 1] in ("from", "of", "in") and all(
                tokens.cap[i] or phrases.hits[i] is not None or tokens.low[i] in ("from", "of", "in", "the")
                for i in range(back + 1, at)
            )
            state = next((h for h in hits if h.entry.kind is HitKind.COUNTRY), None)
            return state.entry.code if own and state is not None else None
    return None


def is_courtesy(hit: Hit | None) -> bool:
    """Whether a list knows the words as ``His Excellency`` and the like."""
    return hit is not None and hit.entry.kind is HitKind.HONORIFIC


def belongs_before(
    tokens: Tokens, phrases: Phrases, post: PostPhrase, floor: int, chained: bool = False
) -> bool:
    """Whether ``Name, post, | Rank Name2`` gives the post to the name before it."""
    at = post.first - 1
    while at > floor:
        if tokens.low[at] in FILLERS:
            at -= 1
        elif (tokens.low[at] in ("and", "&") or tokens.word[at] in DASHES) and (
            before := phrases.post_at[at - 1]
        ) is not None:
            at = before.first - 1
        else:
            break
    if at <= floor or tokens.word[at] not in (",", "("):
        return False
    owner = phrases.mention_at[at - 1]
    return owner is not None and (chained or not owner.posts)


def chain_left(
    tokens: Tokens, phrases: Phrases, mention: Mention, at: int, floor: int, owned: set[int]
) -> int:
    """Further posts before the first: joined by a dash, ``and`` or a comma."""
    while at > floor:
        back = at - 1
        while back > floor and is_courtesy(phrases.hits[back]):
            back -= 1  # "the Chairperson of the Commission, H.E. | Ambassador X"
        styled = back + 1
        comma = False
        while back > floor and (tokens.low[back] in TIES or tokens.word[back] in DASHES):
            comma = comma or tokens.word[back] == ","
            back -= 1
        post = phrases.post_at[back]
        if post is None or post.last != back + 1 or id(post) in owned or post.plural:
            return at
        if back == styled - 1 and not (post.capital and post.complement):
            return at  # "Chairman of the State Council Prime Minister X" needs no tie
        if belongs_before(tokens, phrases, post, floor, chained=comma):
            return at
        if (
            comma
            and not any(
                tokens.word[i] in DASHES or tokens.low[i] in ("and", "&") for i in range(back + 1, at)
            )
            and back + 2 != styled
        ):
            return at
        mention.posts.insert(0, post)
        owned.add(id(post))
        at = post.first
    return at
