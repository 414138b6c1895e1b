"""Buildings that the list of sites knows: their names in a text, and the city where each stands."""

from __future__ import annotations

from functools import cache

from store.lexicon import fold_key, load
from store.lexicon.entries import Site
from store.reading.tokens import Tokens

_LONGEST = 6  # words of a landmark's name
# In small letters before the name of a ship: "the aircraft carrier", "the training ship".
_SHIPS = frozenset(
    "aircraft attack battleship boat carrier class command corvette cruiser cutter destroyer flagship frigate"
    " guided guided-missile hospital landing minehunter missile naval navy offshore patrol research sail"
    " sailing school ship stealth submarine support tall the training vessel warship".split()
)


@cache
def _by_name() -> dict[str, tuple[Site, ...]]:
    found: dict[str, list[Site]] = {}
    for site in load().sites:
        if site.kind == "venue":
            for form in (form for form in (site.name, *site.aliases) if " in " not in form):
                found.setdefault(fold_key(form), []).append(site)
    return {key: tuple(sites) for key, sites in found.items()}


@cache
def _firsts() -> frozenset[str]:
    return frozenset(key.split()[0] for key in _by_name())


def is_landmark(name: str) -> bool:
    """Whether a list knows the name as a building's."""
    return fold_key(name) in _by_name()


def begins_landmark(low: str) -> bool:
    """Whether a known name of a building may begin with a word."""
    opening = fold_key(low).split()
    return bool(opening) and opening[0] in _firsts()


def begins_ship(low: str) -> bool:
    """Whether what leads to the name of a ship may begin with a word in small letters."""
    return low in _SHIPS


def landmark_end(tokens: Tokens, at: int, last: int) -> int:
    """Where the longest known name that begins at a token ends; ``at`` itself if none does."""
    if at >= last:
        return at
    if not begins_landmark(tokens.low[at]):
        return at
    for end in range(min(last, at + _LONGEST), at, -1):
        if is_landmark(" ".join(tokens.word[at:end])) and not (end < last and tokens.cap[end]):
            return end
    return at


def landmark_city(name: str, countries: set[str | None]) -> tuple[str, str] | None:
    """City and country of a landmark, where only one of that name stands in one of the countries."""
    sites = _by_name().get(fold_key(name), ())
    if countries - {None}:
        sites = tuple(site for site in sites if site.country in countries)
    cities = {(site.city, site.country) for site in sites}
    if len(cities) != 1:
        return None
    city, country = next(iter(cities))
    return (city, country) if city and country else None


def ship_at(tokens: Tokens, at: int, last: int) -> tuple[int, int] | None:
    """The name of a ship after ``aboard`` or ``on board``: ``the frigate BAP Union``."""
    begin = at
    while begin < last and not tokens.cap[begin] and tokens.low[begin] in _SHIPS:
        begin += 1
    end = begin
    while end < last and (tokens.cap[end] or (end > begin and _goes_on(tokens, end, last))):
        end += 1
    if end == begin or (begin == at and not tokens.word[begin].isupper()):
        return None
    return begin, end


def _goes_on(tokens: Tokens, at: int, last: int) -> bool:
    """``HMS Duke of York``, ``RV Ikatere 2``: a small word or a number within a ship's name."""
    inner = tokens.low[at] in ("of", "de", "da", "del", "la") and at + 1 < last and tokens.cap[at + 1]
    return inner or tokens.word[at].isdigit()
