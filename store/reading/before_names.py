"""What stands before a name: ranks, honorifics, posts, a country, ``his counterpart``."""

from __future__ import annotations

from store.lexicon.grammar import GrammarWords
from store.reading.common_words import PEERS
from store.reading.gazetteer import Hit, HitKind
from store.reading.mentions import Mention, Phrases
from store.reading.offices import DASHES, TIES
from store.reading.posts import PostPhrase
from store.reading.sought import sign_of
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
_BRANCHES = frozenset("army navy force corps guard".split())
_OPPOSITE = PEERS | {"opposite"}
_FORMER = frozenset(("successor", "predecessor"))
_REPLACED = frozenset(("replaced", "replaces", "succeeds", "succeeded"))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
# Of a word before a name that may belong to it, though it is no post and in no list: without one of these
# nothing of what ``look_left`` looks for stands there.
_LEADS = sign_of(
    _BRANCHES
    | _OPPOSITE
    | _FORMER
    | _REPLACED
    | _POSSESSIVE
    | {"host", "number", "from", "the", ")", ",", ":"}
)


def look_left(
    tokens: Tokens, phrases: Phrases, mention: Mention, floor: int, owned: set[int], words: GrammarWords
) -> None:
    """Take what stands before the name, from the nearest word on: a rank, a style, a country, posts."""
    low, word, hits, signs = tokens.low, tokens.word, phrases.hits, tokens.signs
    at = mention.first
    comma = branch = False
    while at > floor:
        before = at - 1
        hit = hits[before]
        post = phrases.post_at[before]
        if hit is None and post is None and not signs[before] & _LEADS:
            break
        if post is not None:
            if comma and _belongs_before(tokens, phrases, post, floor):
                break
            if id(post) in owned:
                break
            mention.posts.insert(0, post)
            owned.add(id(post))
            at = post.first
            at = _chain_left(tokens, phrases, mention, at, floor, owned)
            break
        if hit is not None and hit.entry.kind is HitKind.HONORIFIC:
            mention.honorific = mention.honorific or hit.entry.value
            at = hit.first
        elif hit is not None and hit.entry.kind is HitKind.RANK and mention.rank is None:
            mention.rank = (hit.first, hit.last)
            at = hit.first
        elif (
            hit is not None
            and hit.entry.kind in (HitKind.ADJECTIVE, HitKind.COUNTRY)
            and not comma
            and (mention.rank or mention.honorific)
        ):
            mention.country = hit.entry.code
            at = hit.first
            if not branch:
                break
        elif (
            hit is not None
            and hit.entry.kind is HitKind.ORGANISATION
            and mention.rank is not None
            and mention.rank[0] == before + 1
            and phrases.post_at[before] is None
        ):
            mention.country = hit.entry.code  # "SANDF Major General X"
            at = hit.first
        elif mention.rank is not None and low[before] in _BRANCHES and tokens.cap[before] and not branch:
            branch = True  # "Commander of the Southern Command, U.S. Navy Admiral X"
            at = before - 1 if low[before - 1] in ("air", "marine", "coast", "national") else before
        elif word[before] == ")" and before - 2 >= floor and word[before - 2] == "(" and mention.rank is None:
            # "Lt. Gen. (Ret.) Name", "Chief of Army Staff (COAS) General Name"
            if hits[before - 3] is not None and hits[before - 3].entry.kind is HitKind.RANK:  # type: ignore[union-attr]
                rank = hits[before - 3]
                assert rank is not None
                mention.rank = (rank.first, at)
                at = rank.first
            else:
                break
        elif (
            word[before] == ")"
            and before - 3 >= floor
            and word[before - 2] == "("
            and tokens.cap[before - 1]
            and phrases.post_at[before - 3] is not None
        ):
            at = before - 2  # "Chief of Naval Staff (Kasal) Admiral Name"
        elif (
            low[before] == "the"
            and mention.honorific
            and before > floor
            and (word[before - 1] == "," or _is_courtesy(hits[before - 1]))
        ):
            at = before  # "His Excellency the Most Hon. Sir X"
        elif word[before] == "," and not comma and before > floor:
            comma = True
            at = before
        elif (
            word[before] == ":"
            and before > floor
            and mention.country is None
            and (label := hits[before - 1]) is not None
            and label.entry.kind is HitKind.COUNTRY
            and not any(post.head in words.chiefs for post in mention.posts)
        ):
            mention.country = label.entry.code  # "Kazakhstan: Name, post"
            break
        elif (code := _of_possessive(tokens, phrases, before, floor)) is not None and not comma:
            mention.country = mention.country or code
            mention.sent = True
            break
        elif low[before] == "host" and before > floor and (land := hits[before - 1]) is not None:
            mention.country = land.entry.code  # "his Nigerian host, X"
            break
        elif low[before] in _FORMER or _succeeded(tokens, before, mention):
            mention.counterpart = mention.same_side = True
            at = before
            break
        elif low[before] in _OPPOSITE or (low[before] == "number" and low[before - 1] == "opposite"):
            mention.counterpart = True
            before -= low[before] == "number"
            previous = hits[before - 1] if before > floor else None
            if previous is not None and previous.entry.kind in (HitKind.ADJECTIVE, HitKind.COUNTRY):
                mention.country = previous.entry.code
                before = previous.first
            at = before
            break
        else:
            break
    if comma and at < mention.first and word[at] == ",":
        at += 1
    if mention.posts and mention.country is None and at - 3 >= floor and word[at - 1] == ",":
        peer = hits[at - 3] if low[at - 2] in _PEERS else None
        if peer is not None and peer.entry.kind in (HitKind.ADJECTIVE, HitKind.COUNTRY):
            mention.country = peer.entry.code  # "his Mozambican counterpart, President X"
    if mention.country is None and (code := _peer_from(tokens, phrases, at, floor)) is not None:
        mention.counterpart, mention.country = True, code
    mention.left = min(at, mention.first)
    if mention.rank is not None:
        mention.left = min(mention.left, mention.rank[0])


_PEERS = PEERS | {"number"}
_FROM = 5  # tokens of "from the Republic of Benin ,"


def _peer_from(tokens: Tokens, phrases: Phrases, at: int, floor: int) -> str | None:
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


def _succeeded(tokens: Tokens, at: int, mention: Mention) -> bool:
    """``she replaced Mr X``, ``takes over from X``: he held the same post."""
    low = tokens.low
    if not (mention.honorific or mention.rank or mention.last - mention.first > 1) or mention.posts:
        return False
    return low[at] in _REPLACED or (
        low[at] == "from" and low[at - 1] == "over" and low[at - 2] in ("took", "takes", "taking", "taken")
    )


def _is_courtesy(hit: Hit | None) -> bool:
    return hit is not None and hit.entry.kind is HitKind.HONORIFIC


def _of_possessive(tokens: Tokens, phrases: Phrases, at: int, floor: int) -> str | None:
    """``Germany's | Name``, ``Cyprus' | Name``: the country whose own the name is."""
    if at <= floor or tokens.low[at] not in _POSSESSIVE:
        return None
    hit = phrases.hits[at - 1]
    if hit is None or hit.entry.kind is not HitKind.COUNTRY:
        return None
    return hit.entry.code if len(tokens.low[at]) > 1 or tokens.low[at - 1].endswith("s") else None


def _belongs_before(
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


def _chain_left(
    tokens: Tokens, phrases: Phrases, mention: Mention, at: int, floor: int, owned: set[int]
) -> int:
    """Further posts before the first: joined by a dash, ``and`` or a comma."""
    while at > floor:
        back = at - 1
        while back > floor and _is_courtesy(phrases.hits[back]):
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
        if _belongs_before(tokens, phrases, post, floor, chained=comma):
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
