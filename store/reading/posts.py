"""Posts: ``First Deputy Minister of Defense``, ``Commander of the Turkish Air Force``.

A post is grown from its head noun: to the left over the words of which titles are made, to the right
over its complements (``of the General Staff of the Armed Forces of the Republic of Türkiye``). What
names a country is taken out of the title and kept beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

from store.lexicon.grammar import GrammarWords, grammar_words
from store.reading.complements import rightwards
from store.reading.gazetteer import Hit
from store.reading.heads import head_at, is_letters
from store.reading.qualifiers import body_before, leftwards
from store.reading.signs import POST
from store.reading.titles import is_duty, is_staff, segments_with_links, without_places
from store.reading.tokens import Tokens

_UNBODIED = frozenset(("delegation", "team", "group", "table", "family", "household", "visit"))
# Of whom one may be the leader, and who are no body: "of the Azerbaijani people".
_BEFORE_SERVED = frozenset("the his her its prime deputy vice first secretary".split())
_NATION = frozenset(("people", "nation", "country", "republic"))


@dataclass(slots=True)
class PostPhrase:
    """A post as it stands at tokens ``[first, last)``."""

    first: int
    last: int
    head: str  # the head noun, lower case
    title: tuple[tuple[int, int], ...]  # token ranges that make the title
    organisation: tuple[tuple[int, int], ...]  # token ranges that make the body named after it
    country: str | None
    stated: str | None  # a title that stands for an abbreviation
    plural: bool
    complement: bool  # something follows the head: "of the ..."
    capital: bool  # the head has a capital
    owner: str  # "his", "'s", "" : whose post it is said to be
    served: PostPhrase | None = None  # "Envoy of | the President": the post at the end, which others serve


def find_posts(tokens: Tokens, hits: list[Hit | None], first: int, last: int) -> list[PostPhrase]:
    """The posts of tokens ``[first, last)``, in order, not overlapping."""
    words = grammar_words()
    found: list[PostPhrase] = []
    done = floor = first
    for at in [at for at, signs in enumerate(tokens.signs[first:last], first) if signs & POST]:
        if at < done or not (width := head_at(tokens, hits, at, last, words)):
            continue
        post = _grow(tokens, hits, at, at + width, floor, last, words)
        if post is None:
            done = at + width
            continue
        if post.owner == "'s" and found and found[-1].last == post.first - 1:
            post.country = post.country or found.pop().country  # "the US President's Special Envoy"
        elif (served := _served(tokens, hits, post, last, words)) is not None:
            post.served = served
            if served.last > post.last:
                post.title, post.organisation = _title_with(tokens, post, served), served.organisation
                post.last, post.complement = served.last, True
            post.country = post.country or served.country
        found.append(post)
        done = floor = post.last
    return found


def _title_with(tokens: Tokens, post: PostPhrase, served: PostPhrase) -> tuple[tuple[int, int], ...]:
    """The title that goes on with the served post's: ``Special Envoy of the`` + ``President``."""
    link = served.first
    while tokens.low[link] not in ("of", "to", "for"):
        link -= 1
    own = [(a, min(b, link)) for a, b in post.title if a < link]
    tie = link + 1 + (tokens.low[link + 1] == "the")
    return (*own, (link, tie), *served.title)


def _served(
    tokens: Tokens, hits: list[Hit | None], post: PostPhrase, last: int, words: GrammarWords
) -> PostPhrase | None:
    """The post whose holder an envoy or adviser serves: ``President`` in ``Envoy of the President``."""
    if post.head.split()[-1] not in words.agents:
        return None
    at = post.last
    if post.complement:
        while at > post.first and tokens.low[at - 1] not in ("of", "to", "for"):
            at -= 1
        if at == post.first:
            return None
    elif tokens.low[at : at + 1] in (["of"], ["to"], ["for"]):
        at += 1
    else:
        return None
    begin = at
    while at < last and at - begin < 6 and tokens.low[at].rstrip("s") not in words.served:
        if hits[at] is None and tokens.low[at] not in words.area and tokens.low[at] not in _BEFORE_SERVED:
            return None
        at += 1
    if at >= last or not (width := head_at(tokens, hits, at, last, words)):
        return None
    return _grow(tokens, hits, at, at + width, begin, last, words)


def _grow(
    tokens: Tokens, hits: list[Hit | None], head: int, after: int, floor: int, last: int, words: GrammarWords
) -> PostPhrase | None:
    first, country, owner = leftwards(tokens, hits, head, floor, words)
    end, segments, inner = rightwards(
        tokens,
        hits,
        after,
        last,
        words,
        tokens.low[after - 1] if after - head == 1 else " ".join(tokens.low[head:after]),
    )
    head_words = " ".join(tokens.low[head:after])
    low_head = tokens.low[after - 1]
    if segments and tokens.low[segments[0][0]] in _UNBODIED:
        return None
    stated = (
        words.abbreviations.get(low_head) or words.abbreviations.get(low_head.rstrip("s"))
        if after - head == 1 and is_letters(tokens, head)
        else None
    )
    title_first = first
    title = [(a, b) for a, b in without_places(tokens, hits, title_first, after)]
    organisation: list[tuple[int, int]] = []
    whole = head_words in words.whole or low_head in words.whole
    split_pre = (
        body_before(tokens, hits, first, head)
        if "minister" not in low_head and low_head != "secretary of state"
        else None
    )
    if split_pre is not None:
        organisation.extend(without_places(tokens, hits, first, split_pre, body=True))
        title = [(a, b) for a, b in without_places(tokens, hits, split_pre, after)]
    for index, (link, begin, stop) in enumerate(segments_with_links(tokens, segments)):
        if tokens.word[begin - 1] == "(":
            title.append((begin - 1, stop + 1))  # "Additional Secretary (Defence)"
            continue
        pieces = without_places(tokens, hits, begin, stop, body=True)
        if not pieces or _NATION.issuperset(tokens.low[pieces[0][0] : pieces[-1][1]]):
            continue
        stays = (
            whole
            and index == 0
            and link != "to"
            and (low_head not in words.staff or is_staff(tokens, begin, stop, words))
        ) or (
            index == 0 and link in ("of", "for") and len(segments) > 1 and is_duty(tokens, begin, stop, words)
        )
        if (
            link == "in"
            and any(hits[i] is not None for i in range(begin, stop))
            and tokens.low[begin - 1] != "of"
            and tokens.low[begin - 2 : begin] != ["charge", "of"]
        ):
            continue  # where an envoy is posted
        if (
            stays or (whole and link == "to" and not low_head.startswith(("ambassador",)) and index == 0)
        ) and len(organisation) <= (split_pre is not None):
            title.append((title[-1][1] if title else after, min(begin, pieces[0][0])))
            title.extend(pieces)
        elif not organisation:
            organisation.extend(pieces)
    country = country or inner
    return PostPhrase(
        first,
        end,
        low_head if after - head == 1 else head_words,
        tuple(title),
        tuple(organisation[:4]),
        country,
        stated,
        low_head in words.plural or low_head in ("fms", "pms"),
        bool(segments),
        tokens.cap[head],
        owner,
    )
