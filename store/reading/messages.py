"""Messages: who sends one, who brings it and is received with it."""

from __future__ import annotations

from itertools import pairwise

from store.reading.common_words import CREDENTIALS
from store.reading.frames import Frame
from store.reading.memory import Item
from store.reading.story import Story

_GREETINGS = frozenset(
    "message messages letter greetings regards wishes invitation invitations salutations".split()
)


def place_senders(story: Story, items: list[Item], first: int, last: int) -> None:
    """``He handed over a message from President X``: X is of the country of the one who speaks for him."""
    low = story.tokens.low
    if _GREETINGS.isdisjoint(low[first:last]):
        return
    for before, item in pairwise(items):
        if not item.named or len(item.people) != 1 or len(before.people) != 1:
            continue
        gap = low[before.last : item.first]
        sender, bearer = story.people[item.people[0]], story.people[before.people[0]]
        if (
            {"from", "of"} & set(gap[-3:])
            and _GREETINGS & set(gap)
            and _CARRIES & set(gap)
            and sender.country is None
            and bearer.country
        ):
            sender.country, sender.country_rule = bearer.country, "country.words"


_CARRIES = frozenset(
    "conveyed conveys conveying delivered delivers delivering handed hands handing brought brings bringing"
    " extended extends carried carries carrying presented presents bearing bearer bearers transmitted"
    " transmits transmitting relayed relays passed passes read".split()
)
_LETTERS = frozenset(
    "message messages letter letters invitation note cable cables telegram telegrams congratulations"
    " condolences greetings felicitations".split()
)
_BROUGHT = frozenset("delivered conveyed handed brought borne presented transmitted carried".split())


def bearer_of(story: Story, frame: Frame, items: list[Item], right: Item, last: int) -> Item | None:
    """``received a message from X, delivered by Y``: Y was received, and where nobody is named, nobody."""
    low = story.tokens.low
    between = set(low[frame.last : right.first])
    if not _LETTERS & between or CREDENTIALS & between:
        return right
    for item in items:
        led = item.named and low[item.first - 1 : item.first] in (["by"], ["the"])
        if item.first > right.first and led and _BROUGHT & set(low[right.last : item.first]):
            sender = story.people[right.people[0]] if right.people else None
            bearer = story.people[item.people[0]]
            if sender is not None and sender.country and bearer.country is None:
                bearer.country, bearer.country_rule = sender.country, "country.words"
            return item
    return None if "from" in between else right
