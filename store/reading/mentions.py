"""Mentions of people: a name with the rank, honorific and posts that stand around it."""

from __future__ import annotations

from dataclasses import dataclass, field

from store.lexicon.grammar import GrammarWords, grammar_words
from store.reading.gazetteer import Hit, HitKind
from store.reading.layout import Block
from store.reading.names import NameRun, find_names, with_repeated, with_surnames
from store.reading.offices import DASHES, TIES, posts_of_lines, posts_taken
from store.reading.posts import PostPhrase, find_posts
from store.reading.served import set_apart
from store.reading.tokens import Tokens

_FILLERS = frozenset(
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
_COPULAS = frozenset(("is", "was", "as", "became", "serves", "named", "appointed", "remains"))

_AFTER_APPOSITION = frozenset(
    (
        "who and as in on at with which where 's from during was is said has have were to here"
        " yesterday today for also by met held took attended received of embassy mission delegation"
        " under within together along alongside accompanied"
    ).split()
)
_STATE = frozenset(
    "the of republic kingdom state sultanate principality emirate commonwealth union federation federal"
    " democratic people's islamic bolivarian plurinational cooperative co-operative oriental socialist arab"
    " hashemite fraternal friendly neighbouring neighboring brotherly sisterly".split()
)
_ADVERBS = frozenset("also later then earlier subsequently separately afterwards meanwhile".split())
_FINITE = frozenset("said was is has have had were held took attended received met".split())
_BRANCHES = frozenset("army navy force corps guard".split())


@dataclass(slots=True)
class Mention:
    """A name at tokens ``[first, last)`` with what stands around it."""

    first: int
    last: int
    sentence: int
    rank: tuple[int, int] | None = None  # token range
    honorific: str = ""
    country: str | None = None  # named right before the rank or the name: "Turkish General"
    posts: list[PostPhrase] = field(default_factory=list)
    counterpart: bool = False  # "his Turkish counterpart, ..."
    doubtful: bool = False  # an ordinary word with a capital: a name only where somebody has it
    sent: bool = False  # "Germany's X"
    same_side: bool = False  # "his successor, ..."
    served: bool = False  # "the envoy of President X": named only to say whose envoy
    left: int = 0  # where the whole phrase begins
    right: int = 0  # and ends
    person: int = -1


@dataclass(slots=True)
class Phrases:
    """What was found in one article: hits and posts by token, mentions in order."""

    hits: list[Hit | None]
    posts: list[PostPhrase]
    post_at: list[PostPhrase | None]  # the post that covers a token
    mentions: list[Mention]
    mention_at: list[Mention | None]
    phrase_at: list[Mention | None] = field(default_factory=list)  # where a mention with its titles begins


def find_mentions(tokens: Tokens, hits: list[Hit | None], blocks: list[Block]) -> Phrases:
    """Every post and every candidate name with its surroundings."""
    total = len(tokens)
    post_at: list[PostPhrase | None] = [None] * total
    taken = [False] * total
    posts: list[PostPhrase] = []
    runs: list[tuple[NameRun, int]] = []
    for number, (first, last, _) in enumerate(tokens.sentences):
        for post in find_posts(tokens, hits, first, last):
            posts.append(post)
            post_at[post.first : post.last] = [post] * (post.last - post.first)
            taken[post.first : post.last] = [True] * (post.last - post.first)
        runs.extend((run, number) for run in find_names(tokens, hits, taken, first, last))
    runs = with_surnames(tokens, hits, taken, with_repeated(tokens, runs))
    mentions = [Mention(run.first, run.last, number, doubtful=run.doubtful) for run, number in runs]
    mention_at: list[Mention | None] = [None] * total
    for mention in mentions:
        mention_at[mention.first : mention.last] = [mention] * (mention.last - mention.first)
    phrases = Phrases(hits, posts, post_at, mentions, mention_at)
    words = grammar_words()
    owned: set[int] = set()
    for mention in mentions:
        set_apart(tokens, phrases, mention, owned)
    for mention in mentions:
        if mention.served:
            continue
        first, last, _ = tokens.sentences[mention.sentence]
        _look_left(tokens, phrases, mention, first, owned, words)
    for mention in mentions:
        if mention.served:
            continue
        first, last, _block = tokens.sentences[mention.sentence]
        _look_right(tokens, phrases, mention, last, owned, words)
    posts_of_lines(tokens, phrases, blocks, owned)
    posts_taken(tokens, phrases, owned)
    phrases.phrase_at = [None] * total
    for mention in mentions:
        phrases.phrase_at[max(mention.left, tokens.sentences[mention.sentence][0])] = mention
    return phrases


def _look_left(
    tokens: Tokens, phrases: Phrases, mention: Mention, floor: int, owned: set[int], words: GrammarWords
) -> None:
    low, word, hits = tokens.low, tokens.word, phrases.hits
    at = mention.first
    comma = branch = False
    while at > floor:
        before = at - 1
        hit = hits[before]
        post = phrases.post_at[before]
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
        elif low[before] in ("successor", "predecessor") or _succeeded(tokens, before, mention):
            mention.counterpart = mention.same_side = True
            at = before
            break
        elif low[before] in ("counterpart", "counterparts", "colleague", "opposite") or (
            low[before] == "number" and low[before - 1] == "opposite"
        ):
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
        peer = hits[at - 3] if low[at - 2] in ("counterpart", "colleague", "homologue") else None
        if peer is not None and peer.entry.kind in (HitKind.ADJECTIVE, HitKind.COUNTRY):
            mention.country = peer.entry.code  # "his Mozambican counterpart, President X"
    mention.left = min(at, mention.first)
    if mention.rank is not None:
        mention.left = min(mention.left, mention.rank[0])


def _succeeded(tokens: Tokens, at: int, mention: Mention) -> bool:
    """``she replaced Mr X``, ``takes over from X``: he held the same post."""
    low = tokens.low
    if not (mention.honorific or mention.rank or mention.last - mention.first > 1) or mention.posts:
        return False
    return low[at] in ("replaced", "replaces", "succeeds", "succeeded") or (
        low[at] == "from" and low[at - 1] == "over" and low[at - 2] in ("took", "takes", "taking", "taken")
    )


def _is_courtesy(hit: Hit | None) -> bool:
    return hit is not None and hit.entry.kind is HitKind.HONORIFIC


def _of_possessive(tokens: Tokens, phrases: Phrases, at: int, floor: int) -> str | None:
    """``Germany's | Name``, ``Cyprus' | Name``: the country whose own the name is."""
    if at <= floor or tokens.low[at] not in ("'s", "’s", "'", "’"):
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
        if tokens.low[at] in _FILLERS:
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
        comma = False
        while back > floor and (tokens.low[back] in TIES or tokens.word[back] in DASHES):
            comma = comma or tokens.word[back] == ","
            back -= 1
        post = phrases.post_at[back]
        if post is None or post.last != back + 1 or id(post) in owned or post.plural:
            return at
        if back == at - 1 and not (post.capital and post.complement):
            return at  # "Chairman of the State Council Prime Minister X" needs no tie
        if _belongs_before(tokens, phrases, post, floor, chained=comma):
            return at
        if (
            comma
            and not any(
                tokens.word[i] in DASHES or tokens.low[i] in ("and", "&") for i in range(back + 1, at)
            )
            and back + 2 != at
        ):
            return at
        mention.posts.insert(0, post)
        owned.add(id(post))
        at = post.first
    return at


_BRACKETED = frozenset("r l c left right center centre m retd ret rtd retired".split())


def _in_other_letters(word: str) -> bool:
    """``Lin Wei-an (林維安)``: the name again, as it is written at home."""
    return word[0] >= "\u0370" and word.isalpha()


def _look_right(
    tokens: Tokens, phrases: Phrases, mention: Mention, ceiling: int, owned: set[int], words: GrammarWords
) -> None:
    low, word = tokens.low, tokens.word
    at = mention.last
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
    mention.right = at
    if (
        at + 2 < ceiling
        and word[at] == "("
        and (hit := phrases.hits[at + 1]) is not None
        and hit.entry.kind is HitKind.COUNTRY
        and hit.last < ceiling
        and word[hit.last] in (")", ",")
    ):
        mention.country = mention.country or hit.entry.code  # "General Musa (Nigeria, chair)"
        closing = next((k for k in range(hit.last, min(ceiling, hit.last + 5)) if word[k] == ")"), None)
        if closing is not None:
            mention.right = at = closing + 1
    if (land := _country_after(tokens, phrases, mention, at, ceiling)) is not None:
        mention.country = mention.country or land.entry.code
        mention.right = at = land.last
    if (
        at < ceiling
        and word[at] == ","
        and at + 2 < ceiling
        and word[at + 1].isdigit()
        and word[at + 2] == ","
    ):
        at += 2  # "Name, 58, is ..."
    while at < ceiling:
        start = at
        tie = word[at]
        if tie in (",", "(", "|") or tie in DASHES:
            at += 1
            if tie == "," and mention.posts and low[at : at + 1] == ["and"]:
                at += 1  # "X, the Crown Prince, Deputy Commander, and Prime Minister, met"
            while at < ceiling and low[at] in _FILLERS:
                at += 1
        elif (low[at] in _COPULAS and start == mention.right) or (
            low[at] in _COPULAS and word[at - 1] == ","
        ):
            at += 1
            while at < ceiling and low[at] in ("the", "a", "an", "also", "new", "as"):
                at += 1
        elif (
            low[at] in ("and", "&")
            and mention.posts
            and mention.right == start
            and mention.right > mention.last
        ):
            at += 1
            while at < ceiling and low[at] in _FILLERS:
                at += 1
        else:
            break
        post = phrases.post_at[at] if at < ceiling else None
        if post is None and at < ceiling and (at := _past_owner(tokens, phrases, at, ceiling)) < ceiling:
            post = phrases.post_at[at]
        rank = phrases.hits[at] if at < ceiling else None
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
        ):
            break
        if low[at - 1] == "the" and tie == "," and _in_opening(tokens, mention) and post.last < ceiling:
            break  # "Accompanied by X, the Indian envoy met Y"
        if (
            tokens.cap[at] is False
            and post.head in words.weak
            and not post.complement
            and not post.country
            and tie != ","
        ):
            break
        if low[at - 1] in ("and", "&") and not post.complement and not post.capital:
            break
        if tie == "," and post.last < ceiling and not _closes(tokens, post.last):
            break
        if tie == "," and _begins_clause(tokens, post, ceiling):
            break
        mention.posts.append(post)
        owned.add(id(post))
        at = mention.right = post.last
        if (
            at + 1 < ceiling
            and word[at] == ","
            and (hit := phrases.hits[at + 1]) is not None
            and hit.entry.kind is HitKind.COUNTRY
        ) and (hit.last >= ceiling or word[hit.last] in "(.;,"):
            mention.country = mention.country or hit.entry.code
            at = mention.right = hit.last


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
