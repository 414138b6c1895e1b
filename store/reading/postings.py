"""Where envoys are posted, said after their post: ``accredited to Oman and Yemen``."""

from __future__ import annotations

from store.reading.gazetteer import Hit, HitKind
from store.reading.tokens import Tokens

_PLACES = frozenset((HitKind.COUNTRY, HitKind.CITY, HitKind.ORGANISATION))
_HERE = frozenset("country kingdom sultanate republic state emirate emirates commonwealth union".split())


def is_here(tokens: Tokens, at: int, last: int) -> bool:
    """``Ambassador to the Kingdom``: the country that the article is at home in."""
    low = tokens.low
    if at >= last or low[at] not in _HERE:
        return False
    return at + 1 == last or (low[at + 1] not in ("of", "'s", "and") and low[at + 1] not in _HERE)


def end_of_posting(tokens: Tokens, hits: list[Hit | None], end: int, last: int) -> int:
    """Where the words on an envoy's posting end that begin at ``end``; ``end`` where there are none."""
    low = tokens.low
    if low[end : end + 2] == ["accredited", "to"]:
        return _places(tokens, hits, end + 2, last) or end
    before = hits[end - 1]
    if low[end : end + 1] == [","] and before is not None and before.entry.kind is HitKind.CITY:
        at = end + 1 + (low[end + 1 : end + 2] == ["the"])
        hit = hits[at] if at < last else None
        if hit is not None and hit.entry.kind is HitKind.COUNTRY and hit.last < last:
            return hit.last if tokens.word[hit.last] == "," else end
    return end


def _places(tokens: Tokens, hits: list[Hit | None], at: int, last: int) -> int:
    """The end of a list of places, 0 where none begins."""
    end = 0
    while at < last:
        hit = hits[at]
        if hit is not None and hit.entry.kind in _PLACES:
            at = end = hit.last
        elif tokens.low[at] in ("and", ",", "the", "&"):
            at += 1
        else:
            break
    return end
