"""Posts said once for several people: ``the ambassadors of Kyrgyzstan – A, France – B and Japan – C``."""

from __future__ import annotations

from dataclasses import replace

from store.reading.common_words import MANY_PEERS
from store.reading.gazetteer import HitKind
from store.reading.mentions import Mention, Phrases
from store.reading.posts import PostPhrase
from store.reading.sought import mark_of
from store.reading.tokens import Tokens

_JOINTS = frozenset((",", ";", "and", "&", "the", "of", "from", "as", "well"))
_BEFORE_A_NAME = frozenset((",", "–", "—", "-", "―", ":", "("))
_COUNTRIES = (HitKind.COUNTRY, HitKind.ORGANISATION)


def forget_outlet(tokens: Tokens, phrases: Phrases, outlet: str) -> None:
    """A name that is the agency's own (``UzA said``) is nobody's."""
    gone = [m for m in phrases.mentions if " ".join(tokens.word[m.first : m.last]) == outlet]
    for mention in gone:
        phrases.mentions.remove(mention)
        phrases.mention_at[mention.first : mention.last] = [None] * (mention.last - mention.first)
        for at in range(mention.left, mention.first + 1):
            if phrases.phrase_at[at] is mention:
                phrases.phrase_at[at] = None


_NEAR = 4  # tokens between a country and the name after it


def share_posts(tokens: Tokens, phrases: Phrases) -> None:
    """Give each person of such a list the post, with the country named before or after the name."""
    for post in phrases.posts:
        if post.plural:
            ceiling = next((last for first, last, _ in tokens.sentences if first <= post.first < last), 0)
            if not _country_first(tokens, phrases, post, ceiling):
                _names_after(tokens, phrases, post, ceiling)


_OF_PEERS = mark_of(MANY_PEERS)


def share_counterparts(tokens: Tokens, phrases: Phrases) -> None:
    """``met with his peers from Bolivia, A; Colombia, B``, ``her counterparts A of Canada and B of Peru``."""
    if not tokens.all_marks & _OF_PEERS:
        return
    for (first, last, _), signs in zip(tokens.sentences, tokens.sentence_marks, strict=True):
        if not signs & _OF_PEERS:
            continue
        at = next(i for i in range(first, last) if tokens.low[i] in MANY_PEERS)
        if at + 2 >= last:
            continue
        rows = _countries_first(tokens, phrases, at + 1, last) or _countries_last(phrases, at + 1, last)
        if len(rows) < 2:
            rows = _in_order(tokens, phrases, at + 1, last)
        if len(rows) < 2:
            continue
        for mention, code in rows:
            if not mention.posts:
                mention.counterpart, mention.country = True, mention.country or code


def _countries_first(tokens: Tokens, phrases: Phrases, at: int, ceiling: int) -> list[tuple[Mention, str]]:
    found: list[tuple[Mention, str]] = []
    while at < ceiling:
        while at < ceiling and (tokens.low[at] in _JOINTS or tokens.word[at] == "("):
            at += 1
        code = _country(phrases, at) if at < ceiling else None
        hit = phrases.hits[at] if code is not None else None
        mention = _name_after(tokens, phrases, hit.last, ceiling) if hit is not None else None
        if code is None or mention is None:
            break
        found.append((mention, code))
        at = max(mention.last, mention.right)
        if at < ceiling and tokens.word[at] == ")":
            at += 1
    return found


def _in_order(tokens: Tokens, phrases: Phrases, at: int, ceiling: int) -> list[tuple[Mention, str]]:
    """``from the Netherlands and Luxembourg, A and B``: as many countries as names, in one order."""
    codes: list[str] = []
    while at < ceiling and (tokens.low[at] in _JOINTS or _country(phrases, at) is not None):
        code, hit = _country(phrases, at), phrases.hits[at]
        if code is not None and hit is not None:
            codes.append(code)
        at = hit.last if code is not None and hit is not None else at + 1
    named: list[Mention] = []
    while at < ceiling and len(named) < len(codes):
        mention = phrases.mention_at[at] or _name_after(tokens, phrases, at, ceiling)
        if mention is None:
            break
        named.append(mention)
        at = max(mention.last, mention.right)
        while at < ceiling and tokens.low[at] in _JOINTS:
            at += 1
    return list(zip(named, codes, strict=True)) if len(named) == len(codes) else []


def _countries_last(phrases: Phrases, at: int, ceiling: int) -> list[tuple[Mention, str]]:
    found: list[tuple[Mention, str]] = []
    for mention in phrases.mention_at[at:ceiling]:
        if mention is None or (found and mention is found[-1][0]):
            continue
        if mention.country is None or mention.first - at > 6:
            break
        found.append((mention, mention.country))
        at = mention.right
    return found


def _country_first(tokens: Tokens, phrases: Phrases, post: PostPhrase, ceiling: int) -> bool:
    """``of Kyrgyzstan – A, France – B``: whether each person of the list has a country before the name."""
    places = [i for i in range(post.first, post.last) if _country(phrases, i) is not None]
    if not places:
        return False
    at = places[-1]
    found: list[tuple[Mention, str]] = []
    while at < ceiling:
        code = _country(phrases, at)
        if code is None:
            break
        hit = phrases.hits[at]
        assert hit is not None
        mention = _name_after(tokens, phrases, hit.last, ceiling)
        if mention is None:
            break
        found.append((mention, code))
        at = max(mention.last, mention.right)
        start = at
        while at < ceiling and at - start < 5 and (tokens.low[at] in _JOINTS or tokens.word[at] == ")"):
            at += 1
        while at < ceiling and at - start < 7 and _country(phrases, at) is None and _state(tokens, at):
            at += 1  # "Confederation of Switzerland"
        if at == start:
            break
    if len(found) < 2:
        return False
    for number, (mention, code) in enumerate(found):
        if not mention.posts or mention.posts == [post]:
            mention.posts = [replace(post, country=code)]
            mention.country = code
        if number:
            _begin_at_country(tokens, phrases, mention)
    return True


def _begin_at_country(tokens: Tokens, phrases: Phrases, mention: Mention) -> None:
    """Let the phrase of a person begin with the country before the name, so that the list hangs together."""
    at = mention.left
    while at > mention.left - _NEAR and _country(phrases, at) is None:
        at -= 1
    hit = phrases.hits[at] if at >= 0 else None
    if hit is None or _country(phrases, at) is None:
        return
    first = hit.first
    while first > 1 and _state(tokens, first - 1):
        first -= 1  # "the Republic of the | Philippines"
    while first < hit.first and tokens.low[first] in ("of", "the"):
        first += 1
    phrases.phrase_at[mention.left] = None
    mention.left = first
    phrases.phrase_at[first] = mention


def _names_after(tokens: Tokens, phrases: Phrases, post: PostPhrase, ceiling: int) -> None:
    """``the presidents of Serbia and Hungary, A and B``: in that order; ``ministers A, B and C``: alike."""
    end = _end_of_countries(tokens, phrases, post, ceiling)
    codes = _countries_of(tokens, phrases, post, end)
    found: list[Mention] = []
    at = end
    while at < ceiling:
        mention = phrases.mention_at[at]
        if mention is not None:
            if mention.doubtful or (mention.posts and mention.posts != [post]):
                break
            found.append(mention)
            at = max(mention.last, mention.right)
        elif tokens.word[at] in _BEFORE_A_NAME or tokens.low[at] in ("and", "&") or _is_title(phrases, at):
            at += 1
        else:
            break
    if len(found) < 2 or (len(codes) > 1 and len(codes) != len(found)):
        return
    for number, mention in enumerate(found):
        code = codes[number] if len(codes) == len(found) else mention.country or post.country
        mention.posts = [replace(post, country=code)]


def _end_of_countries(tokens: Tokens, phrases: Phrases, post: PostPhrase, ceiling: int) -> int:
    """Where ``ministers of Denmark | , Sweden and Norway |, A, B and C`` has named all the countries."""
    end = at = post.last
    if _country(phrases, at - 1) is None:
        return end
    while at < ceiling:
        while at < ceiling and tokens.low[at] in (",", "and", "&", "the", "of"):
            at += 1
        hit = phrases.hits[at] if at < ceiling and _country(phrases, at) is not None else None
        if at == end or hit is None or hit.last >= ceiling or tokens.low[hit.last] not in _AFTER_A_COUNTRY:
            return end
        end = at = hit.last
    return end


_AFTER_A_COUNTRY = frozenset((",", "and", "&", ":", "–", "—", "-", "("))


def _countries_of(tokens: Tokens, phrases: Phrases, post: PostPhrase, end: int) -> list[str]:
    """The countries that a collective post names, in order: ``the Polish and | Lithuanian ministers``."""
    first = post.first
    while first > 1 and tokens.low[first - 1] in (",", "and") and _adjective(phrases, first - 2):
        hit = phrases.hits[first - 2]
        assert hit is not None
        first = hit.first
    hits = {id(h): h for h in phrases.hits[first:end] if h is not None}
    return [h.entry.code for h in hits.values() if h.entry.kind in (*_COUNTRIES, HitKind.ADJECTIVE)]


def _adjective(phrases: Phrases, at: int) -> bool:
    hit = phrases.hits[at]
    return hit is not None and hit.entry.kind in (HitKind.ADJECTIVE, HitKind.COUNTRY)


def _is_title(phrases: Phrases, at: int) -> bool:
    hit = phrases.hits[at]
    return hit is not None and hit.entry.kind in (HitKind.HONORIFIC, HitKind.RANK)


def _country(phrases: Phrases, at: int) -> str | None:
    hit = phrases.hits[at]
    return hit.entry.code if hit is not None and hit.entry.kind in _COUNTRIES and hit.first <= at else None


def _state(tokens: Tokens, at: int) -> bool:
    return tokens.low[at] in ("of", "the") or tokens.low[at] in (
        "republic",
        "kingdom",
        "confederation",
        "federation",
        "state",
        "states",
        "union",
        "principality",
        "sultanate",
    )


def _name_after(tokens: Tokens, phrases: Phrases, at: int, ceiling: int) -> Mention | None:
    """The person named right after a country: ``Turkey – Umut Acar``, ``France Ms. Elsa Pignol``."""
    start = at
    while at < ceiling and at - start < 4:
        mention = phrases.mention_at[at]
        if mention is not None:
            return None if mention.doubtful else mention
        if not _is_title(phrases, at) and tokens.word[at] not in _BEFORE_A_NAME:
            return None
        at += 1
    return None
