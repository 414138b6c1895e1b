"""Those of several countries at once: ``the Indian, Sri Lankan and Mauritian heads of delegation``."""

from __future__ import annotations

from store.reading.gazetteer import HitKind
from store.reading.memory import Item, Memory
from store.reading.mentions import Phrases
from store.reading.people import Person
from store.reading.tokens import Tokens

_MANY = frozenset(
    "ministers heads chiefs leaders presidents premiers envoys ambassadors diplomats secretaries generals"
    " admirals officers officials advisers advisors commanders representatives delegates negotiators"
    " delegations counterparts colleagues attachés attaches speakers guests visitors teams directors".split()
)
_STATES = (HitKind.ADJECTIVE, HitKind.COUNTRY)
BETWEEN = frozenset(("and", ",", "&", "the", "/", "-", "–"))
_REACH = 16  # tokens from the article to the noun
_NOUN = 5  # tokens from the last country to the noun
_SIDES = 2
_NAMED = 4  # tokens up to the first name of "ministers, General X and Y"


def several_of(
    tokens: Tokens, phrases: Phrases, people: list[Person], memory: Memory, at: int, last: int
) -> Item | None:
    """One of each of the countries before a noun of many; the countries of which nobody is known."""
    end = at + 1
    codes: list[str] = []
    while end < last and end - at < _REACH:
        hit = phrases.hits[end]
        if hit is not None and hit.entry.kind in _STATES:
            codes.append(hit.entry.code)
            end = hit.last
        elif tokens.low[end] in BETWEEN:
            end += 1
        else:
            break
    if len(set(codes)) < _SIDES or tokens.low[end - 1] in BETWEEN:
        return None
    noun = next((i for i in range(end, min(last, end + _NOUN)) if tokens.low[i] in _MANY), None)
    if noun is None or any(
        (m := phrases.mention_at[i]) and m.person >= 0 for i in range(end, min(last, noun + _NAMED))
    ):
        return None
    if any(not tokens.low[i].replace("-", "").isalpha() for i in range(end, noun)):
        return None
    found: list[int] = []
    missing: list[str] = []
    for code in dict.fromkeys(codes):
        person = _one_of(people, memory, code, tokens.low[noun])
        if person is not None:
            found.append(person)
        else:
            missing.append(code)
    return Item(at, noun + 1, tuple(found), False, tuple(missing), tokens.low[noun])


def _one_of(people: list[Person], memory: Memory, code: str, noun: str) -> int | None:
    """Whom the article has of a country, best with such a post; at home whoever has no country."""
    single = noun[:-3] + "y" if noun.endswith("ies") else noun[:-1]
    among = [
        n
        for n, p in enumerate(people)
        if p.stated and not p.honoured and (p.country == code or (p.country is None and code == memory.home))
    ]
    among.sort(
        key=lambda n: (
            not any(h.head.split()[-1] == single for h in people[n].posts),
            n not in memory.recent,
        )
    )
    return among[0] if among else None
