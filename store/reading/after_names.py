"""What stands after a name: honours, a bracket, a country, posts in apposition."""

from __future__ import annotations

from collections.abc import Collection

from store.lexicon.grammar import GrammarWords, grammar_words
from store.reading.before_names import FILLERS
from store.reading.gazetteer import Hit, HitKind
from store.reading.mentions import Mention, Phrases
from store.reading.offices import DASHES
from store.reading.posts import PostPhrase
from store.reading.sought import sign_where
from store.reading.tokens import Tokens

_COPULAS = frozenset(("is", "was", "as", "became", "serves", "named", "appointed", "remains"))
_AFTER_APPOSITION = frozenset(
    (
        "who and as in on at with which where 's from during was is said has have were to here"
        " yesterday today for also by met held took attended received of embassy mission delegation"
        " under within together along alongside accompanied separately respectively earlier later before"
        " after over this"
    ).split()
)
_STATE = frozenset(
    "the of republic kingdom state sultanate principality emirate commonwealth union federation federal"
    " democratic people's islamic bolivarian plurinational cooperative co-operative oriental socialist arab"
    " hashemite fraternal friendly neighbouring neighboring brotherly sisterly".split()
)
_ADVERBS = frozenset("also later then earlier subsequently separately afterwards meanwhile".split())
_FINITE = frozenset("said was is has have had were held took attended received met".split())
_BRACKETED = frozenset("r l c left right center centre m retd ret rtd retired".split())


def _in_other_letters(word: str) -> bool:
    """``Lin Wei-an (林維安)``: the name again, as it is written at home."""
    return word[0] >= "\u0370" and word.isalpha()


# Of a word after a name with which what belongs to it may begin.
_TIES = sign_where(
    lambda low: (
        low in _COPULAS
        or low in DASHES
        or low in (",", "(", "|", "and", "&", "of", "from")
        or low in grammar_words().honours
    )
)


def look_right(
    tokens: Tokens, phrases: Phrases, mention: Mention, ceiling: int, owned: set[int], words: GrammarWords
) -> None:
    """Take what stands behind the name: honours, brackets, a country, posts; each post only once."""
    word, hits = tokens.word, phrases.hits
    if mention.last >= ceiling or not tokens.signs[mention.last] & _TIES:
        mention.right = mention.last
        return
    mention.right = at = _behind_honours(tokens, mention.last, ceiling, words)
    at = _behind_country(tokens, phrases, mention, at, ceiling)
    if at + 2 < ceiling and word[at] == "," and word[at + 1].isdigit() and word[at + 2] == ",":
        at += 2  # "Name, 58, is ..."
    while at < ceiling:
        tie = word[at]
        at = _behind_tie(tokens, mention, at, ceiling)
        if at < 0:
            break
        post = phrases.post_at[at] if at < ceiling else None
        if post is None and at < ceiling and (at := _past_owner(tokens, phrases, at, ceiling)) < ceiling:
            post = phrases.post_at[at]
        rank = hits[at] if at < ceiling else None
        if (
            post is None
            and rank is not None
            and rank.entry.kind is HitKind.RANK
            and mention.rank is None
            and not _named(tokens, phrases, rank.last, ceiling)
        ):
            mention.rank = (rank.first, rank.last)
            mention.right = at = rank.last
            continue
        if (
            post is None
            or post.first != at
            or id(post) in owned
            or _named(tokens, phrases, post.last, ceiling)
            or _is_of_another(tokens, mention, post, tie, ceiling, words)
        ):
            break
        mention.posts.append(post)
        owned.add(id(post))
        at = mention.right = post.last
        if (
            at + 1 < ceiling
            and word[at] == ","
            and (hit := hits[at + 1]) is not None
            and hit.entry.kind is HitKind.COUNTRY
        ) and (hit.last >= ceiling or word[hit.last] in "(.;,"):
            mention.country = mention.country or hit.entry.code
            at = mention.right = hit.last


def _behind_honours(tokens: Tokens, at: int, ceiling: int, words: GrammarWords) -> int:
    """Behind ``, PhD``, ``(Retd)`` and the name in other letters."""
    low, word = tokens.low, tokens.word
    if at + 1 < ceiling and word[at] == "," and low[at + 1].rstrip(".") in ("jr", "sr"):
        at += 2  # "Gilberto Teodoro, Jr. and X met"
        at += at < ceiling and word[at] == "." and word[at - 1][-1] != "."
    while at < ceiling and (
        low[at] in words.honours
        or (
            word[at] == ","
            and at + 1 < ceiling
            and low[at + 1] in words.honours
            and (word[at + 1].isupper() or not tokens.cap[at + 1])
        )
    ):
        at += 1
    while (
        at + 2 < ceiling
        and word[at] == "("
        and word[at + 2] == ")"
        and (low[at + 1] in _BRACKETED or _in_other_letters(word[at + 1]))
    ):
        at += 3
    return at


def _behind_country(tokens: Tokens, phrases: Phrases, mention: Mention, at: int, ceiling: int) -> int:
    """Behind the country right after a name, which is the mention's: ``(Nigeria, chair)``, ``of Kuwait``."""
    word = tokens.word
    if (
        at + 2 < ceiling
        and word[at] == "("
        and (hit := phrases.hits[at + 1]) is not None
        and hit.entry.kind is HitKind.COUNTRY
        and hit.last < ceiling
        and word[hit.last] in (")", ",")
    ):
        mention.country = mention.country or hit.entry.code
        closing = next((k for k in range(hit.last, min(ceiling, hit.last + 5)) if word[k] == ")"), None)
        if closing is not None:
            mention.right = at = closing + 1
    if (land := _country_after(tokens, phrases, mention, at, ceiling)) is not None:
        mention.country = mention.country or land.entry.code
        mention.right = at = land.last
    return at


def _behind_tie(tokens: Tokens, mention: Mention, at: int, ceiling: int) -> int:
    """Behind what ties a post to the name, a comma or ``was``, and its fillers; -1 where nothing does."""
    low, word = tokens.low, tokens.word
    fillers: Collection[str] = FILLERS
    start, tie = at, word[at]
    if tie in (",", "(", "|") or tie in DASHES:
        at += 1
        if tie == "," and mention.posts and low[at : at + 1] == ["and"]:
            at += 1  # "X, the Crown Prince, Deputy Commander, and Prime Minister, met"
    elif low[at] in _COPULAS and (start == mention.right or word[at - 1] == ","):
        at += 1
        fillers = ("the", "a", "an", "also", "new", "as")
    elif (
        low[at] in ("and", "&") and mention.posts and mention.right == start and mention.right > mention.last
    ):
        at += 1
    else:
        return -1
    while at < ceiling and low[at] in fillers:
        at += 1
    return at


def _is_of_another(
    tokens: Tokens, mention: Mention, post: PostPhrase, tie: str, ceiling: int, words: GrammarWords
) -> bool:
    """Whether the post behind a tie is of whoever comes next, or is none."""
    at, low = post.first, tokens.low
    if low[at - 1] == "the" and tie == "," and _in_opening(tokens, mention) and post.last < ceiling:
        return True  # "Accompanied by X, the Indian envoy met Y"
    bare = not post.complement and not post.country
    if not tokens.cap[at] and post.head in words.weak and bare and tie != ",":
        return True
    if low[at - 1] in ("and", "&") and not post.complement and not post.capital:
        return True
    if tie == "," and post.last < ceiling and not _closes(tokens, post.last):
        return True
    return tie == "," and _begins_clause(tokens, post, ceiling)


def _country_after(tokens: Tokens, phrases: Phrases, mention: Mention, at: int, ceiling: int) -> Hit | None:
    """The country in ``President X of the Dominican Republic``, ``Ambassador Y of the State of Kuwait``."""
    if at + 1 >= ceiling or tokens.low[at] not in ("of", "from"):
        return None
    titled = mention.rank or mention.posts or mention.honorific
    if not titled and mention.last - mention.first < 2:
        return None
    at += 1
    while at < ceiling and phrases.hits[at] is None and tokens.low[at] in _STATE:
        at += 1  # "of the Plurinational State of Bolivia"
    hit = phrases.hits[at] if at < ceiling else None
    kinds = (HitKind.COUNTRY, HitKind.ORGANISATION)
    if hit is None or hit.entry.kind not in kinds or phrases.post_at[at] is not None:
        return None
    return hit if hit.last >= ceiling or tokens.low[hit.last] not in ("'s", "’") else None


_OPENINGS = frozenset("accompanied flanked joined after during following together along with before".split())


def _in_opening(tokens: Tokens, mention: Mention) -> bool:
    """Whether the name ends what a sentence opens with: ``Accompanied by X and Y,``."""
    first = tokens.sentences[mention.sentence][0]
    return tokens.low[first] in _OPENINGS and "," not in tokens.word[first : mention.last]


def _past_owner(tokens: Tokens, phrases: Phrases, at: int, ceiling: int) -> int:
    """Where a post owned by another post begins: ``the US President's | Special Envoy``."""
    for place in range(at, min(ceiling - 1, at + 5)):
        if tokens.low[place] == "'s":
            post = phrases.post_at[place + 1]
            return place + 1 if post is not None and post.first == place + 1 else at
        if not tokens.cap[place] and tokens.low[place] not in ("the", "president", "minister"):
            return at
    return at


def _closes(tokens: Tokens, at: int) -> bool:
    """Whether an apposition ends here: a comma, a stop, a bracket, ``who`` or a verb of the sentence."""
    return (
        not tokens.word[at][0].isalnum()
        or tokens.low[at] in _AFTER_APPOSITION
        or tokens.word[at - 1] == ")"
        or (tokens.low[at].endswith("ed") and not tokens.cap[at])
    )


def _begins_clause(tokens: Tokens, post: PostPhrase, ceiling: int) -> bool:
    """``Meeting with X, the minister said``: a bare post that is the subject of a verb right after it."""
    if post.complement or post.country or tokens.low[post.first - 1] != "the":
        return False
    at = post.last
    while at < ceiling and tokens.low[at] in _ADVERBS:
        at += 1
    return at < ceiling and (tokens.low[at] in _FINITE or (at > post.last and tokens.low[at].endswith("ed")))


def _named(tokens: Tokens, phrases: Phrases, at: int, ceiling: int) -> bool:
    """Whether a name follows directly, so that a post or rank before ``at`` is that person's."""
    while at < ceiling:
        if phrases.mention_at[at] is not None:
            return True
        hit = phrases.hits[at]
        if hit is None or hit.entry.kind not in (HitKind.RANK, HitKind.HONORIFIC):
            return False
        at = hit.last
    return False
