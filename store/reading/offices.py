"""Posts that stand apart from the name: on lines of their own, or as an office somebody has taken."""

from __future__ import annotations

from store.reading.gazetteer import HitKind
from store.reading.layout import Block, BlockKind
from store.reading.mentions import Phrases
from store.reading.posts import PostPhrase
from store.reading.tokens import Tokens

DASHES = frozenset(("–", "—", "-", "―", "/"))
TIES = frozenset(("and", "&", ",", "also", "as", "well", "concurrently", "the"))
_BEFORE_AN_OFFICE = frozenset("the a an new newly minted appointed elected country 's his her its".split())
_LIKENED = frozenset("well such same described regarded seen known referred capacity considered".split())
_GOVERNING = frozenset("in to of at for from with and the on by 's".split())
_REACH = 30  # tokens between a name and the office that it is said to have taken


def posts_taken(tokens: Tokens, phrases: Phrases, owned: set[int]) -> None:
    """``X paid his first visit as the new defence minister``: the post is X's."""
    low = tokens.low
    for post in phrases.posts:
        at = post.first - 1
        while at > 0 and low[at] in _BEFORE_AN_OFFICE:
            at -= 1
        if id(post) in owned or post.plural or at < 2 or low[at] != "as" or low[at - 1] in _LIKENED:
            continue
        for back in range(at - 1, max(-1, at - _REACH), -1):
            hit = phrases.hits[back]
            mention = phrases.mention_at[back]
            if mention is not None and not mention.doubtful:
                if mention.right <= at and tokens.word[back][-1] not in ".!?":
                    mention.posts.append(post)
                    owned.add(id(post))
                break
            if tokens.word[back] in ".;”" or (
                hit is not None and hit.entry.kind is HitKind.COUNTRY and low[back - 1] not in _GOVERNING
            ):
                break


def posts_of_lines(tokens: Tokens, phrases: Phrases, blocks: list[Block], owned: set[int]) -> None:
    """A name alone on a line takes the post alone on the next one; ``Post: Name`` takes the post."""
    sentences = tokens.sentences
    for mention in phrases.mentions:
        first, last, block = sentences[mention.sentence]
        if mention.posts:
            continue
        at = mention.left - 1
        if (
            at >= first
            and tokens.word[at] == ":"
            and (post := phrases.post_at[at - 1]) is not None
            and id(post) not in owned
        ):
            mention.posts.append(post)
            owned.add(id(post))
            continue
        alone = mention.left <= first + 1 and mention.right >= last - 1
        if (
            not alone
            or blocks[block].kind is not BlockKind.HEADLINE
            or mention.sentence + 1 >= len(sentences)
        ):
            continue
        for number in range(mention.sentence + 1, min(len(sentences), mention.sentence + 4)):
            next_first, next_last, next_block = sentences[number]
            if next_block != block + number - mention.sentence:
                break
            lines = [p for p in _posts_alone(tokens, phrases, next_first, next_last) if id(p) not in owned]
            if not lines:
                break
            mention.posts += lines
            owned.update(map(id, lines))
        if mention.posts and mention.sentence and mention.country is None:
            mention.country = _place_alone(phrases, *sentences[mention.sentence - 1][:2])


def _posts_alone(tokens: Tokens, phrases: Phrases, first: int, last: int) -> list[PostPhrase]:
    """The posts of a line that holds nothing else."""
    found: list[PostPhrase] = []
    at = first
    while at < last:
        post = phrases.post_at[at]
        if post is not None and post.first == at:
            found.append(post)
            at = post.last
        elif tokens.low[at] in TIES or tokens.word[at] in DASHES or tokens.word[at] in ".;":
            at += 1
        else:
            return []
    return found


def _place_alone(phrases: Phrases, first: int, last: int) -> str | None:
    """The country or organisation that a line of a table names and little else."""
    hit = phrases.hits[first]
    if hit is None or hit.entry.kind not in (HitKind.COUNTRY, HitKind.ORGANISATION) or hit.last < last - 1:
        return None
    return hit.entry.code
