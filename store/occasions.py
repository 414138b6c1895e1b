"""The occasions of a library: one under all wordings, when and between whom, and which may be the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from store import wordings
from store.derive import person_key
from store.joining import Joining, Told, held
from store.model import Dossier, Meeting, Reading
from store.namesakes import Likeness


class Occasions(Joining):
    """Occasions over all articles. Reading and writing methods are as those of ``Library``."""

    kind, one, two = "occasion", "one occasion", "two occasions'"
    many, nothing = "occasions", "no occasion"

    def candidates(self, counts: Mapping[str, int]) -> Iterator[tuple[str, str, Likeness]]:
        """Pairs of wordings that are alike."""
        return wordings.candidates(counts)

    def compatible(self, one: Dossier, other: Dossier, likeness: Likeness) -> bool:
        """Whether who took part lets two wordings be one occasion's."""
        parties = {said.value for said in one.countries}, {said.value for said in other.countries}
        return not all(parties) or not parties[0].isdisjoint(parties[1])

    def described(self, bare: Dossier, told: list[Told[Reading]], spelt: tuple[str, ...]) -> Dossier:
        """``bare`` with parties, places and the numbers of its sessions."""
        own = [
            (row, meeting)
            for row, reading in told
            for meeting in reading.meetings
            if meeting.occasion is not None and person_key(meeting.occasion.value.name) in spelt
        ]
        return replace(
            bare, countries=held(own, _parties), places=held(own, _places), numbers=held(own, _numbers)
        )


def _parties(meeting: Meeting) -> Iterator[str]:
    for party in meeting.parties:
        yield party.value


def _places(meeting: Meeting) -> Iterator[str]:
    if meeting.place is not None:
        yield meeting.place.value


def _numbers(meeting: Meeting) -> Iterator[str]:
    if meeting.occasion is not None and meeting.occasion.value.ordinal is not None:
        yield str(meeting.occasion.value.ordinal)
