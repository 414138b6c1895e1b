"""Encounters made up for tests: nothing there depends on how well prose is read."""

from __future__ import annotations

from store.across.encounter import Encounter, HeldPost, Participant
from store.model import MeetingKind, Role


def person(
    name: str,
    country: str = "AZ",
    title: str = "",
    organisation: str = "",
    role: Role = Role.HOST,
    rank: str | None = None,
) -> Participant:
    posts = (HeldPost(title, organisation, country),) if title else ()
    key = name.lower()
    return Participant(key, name, role, country, rank, posts, key)


def met(article: int, date: str | None, *people: Participant, **more: object) -> Encounter:
    """An encounter of an article; what is not given follows from who was there."""
    told: dict[str, object] = {
        "number": 1,
        "published": date,
        "kind": MeetingKind.MEETING,
        "planned": False,
        "place": "Baku",
        "occasion": None,
        "wording": None,
        "ordinal": None,
        "parties": tuple(sorted({one.country or "" for one in people})) or ("AZ", "TR"),
        "topics": (),
        "people": people,
    }
    return Encounter(article=article, date=date, **{**told, **more})  # type: ignore[arg-type]
