"""People named only to say whom somebody serves: ``the special envoy of President X``."""

from __future__ import annotations

from store.reading.gazetteer import HitKind
from store.reading.mentions import Mention, Phrases
from store.reading.tokens import Tokens


def set_apart(tokens: Tokens, phrases: Phrases, mention: Mention, owned: set[int]) -> None:
    """``the envoy of President X, Y``: X is the President, and Y the envoy; both posts are set apart."""
    first, last, _ = tokens.sentences[mention.sentence]
    at = mention.first
    while at > first and (hit := phrases.hits[at - 1]) is not None and hit.entry.kind is HitKind.HONORIFIC:
        at = hit.first
    post = phrases.post_at[at - 1] if at > first else None
    if post is None or post.served is None or post.last != at:
        return
    before = post.first - 1
    while before > first and tokens.low[before] in ("the", "a", "as"):
        before -= 1
    told = before > first and tokens.word[before] in (",", "(") and phrases.mention_at[before - 1] is not None
    end = mention.last
    follows = end + 1 < last and tokens.word[end] == "," and _titled_name(tokens, phrases, end + 1, last)
    the = "the" in tokens.low[post.first : post.served.first + 1] and tokens.low[post.last - 1] != "'s"
    if not (told or follows) and the:
        return
    mention.served = True
    mention.posts.append(post.served)
    owned.add(id(post.served))
    mention.left, mention.right = at, mention.last
    phrases.post_at[at : mention.last] = [post] * (mention.last - at)
    post.last = mention.last


def _titled_name(tokens: Tokens, phrases: Phrases, at: int, ceiling: int) -> bool:
    """Whether a name with its titles, then a comma or the end, begins here: ``former Minister X,``."""
    steps = 0
    while at < ceiling and steps < 6:
        if (named := phrases.mention_at[at]) is not None:
            return named.last >= ceiling or not tokens.word[named.last][0].isalnum()
        if (post := phrases.post_at[at]) is not None:
            at = post.last
        elif (hit := phrases.hits[at]) is not None:
            at = hit.last
        elif tokens.low[at] in ("the", "former", "his", "her"):
            at += 1
        else:
            return False
        steps += 1
    return False
