"""Who of an article stands on which side. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from store.model import Official, Role

SIDES = ("Host side", "Guest side", "Taking part", "Honoured", "Mentioned")


def sides(officials: Iterable[Official]) -> dict[str, list[int]]:
    """Places of the officials by side, in text order; who only attends stands with their country's side."""
    known = list(officials)
    hosts = {o.country.value for o in known if o.role.value is Role.HOST and o.country}
    guests = {o.country.value for o in known if o.role.value is Role.GUEST and o.country}
    found: dict[str, list[int]] = {side: [] for side in SIDES}
    for index, official in enumerate(known):
        role, country = official.role.value, official.country.value if official.country else None
        if role is Role.HOST or (role is Role.ATTENDEE and country in hosts - guests):
            side = "Host side"
        elif role is Role.GUEST or (role is Role.ATTENDEE and country in guests - hosts):
            side = "Guest side"
        else:
            side = {Role.ATTENDEE: "Taking part", Role.HONOURED: "Honoured"}.get(role, "Mentioned")
        found[side].append(index)
    for side in found:
        found[side].sort(key=lambda n: (known[n].role.value is Role.ATTENDEE, n))
    return found
