"""``The meeting took place on the margins of X in Suva``: where and when, told after who met."""

from __future__ import annotations

from store.reading.scene import Scene
from store.reading.sought import mark_of
from store.reading.story import Encounter

_OPENS = frozenset(("the", "their", "this"))
_MET = frozenset(
    "meeting talks conversation negotiations discussions consultations encounter audience".split()
)
_OF_MEETINGS = mark_of(_MET)
_HAPPENED = frozenset(("held", "place"))
_OTHER = frozenset("next last previous earlier another upcoming forthcoming second had".split())
_AHEAD = frozenset(("will", "shall", "expected", "to"))
_SOON = 4  # sentences


def retold_in(scene: Scene, encounter: Encounter, index: int) -> int | None:
    """The sentence soon after an encounter that says of the same one that it took place."""
    low = scene.tokens.low
    start = encounter.sentences[0] + 1
    for number in range(start, min(start + _SOON, len(scene.tokens.sentences))):
        if (
            scene.telling.about.get(number) != [index]
            or not scene.tokens.sentence_marks[number] & _OF_MEETINGS
        ):
            continue
        first, last, _ = scene.tokens.sentences[number]
        opening = low[first : min(last, first + 8)]
        if not (_OTHER | (set() if encounter.planned else _AHEAD)).isdisjoint(opening):
            continue
        if opening[0] in _OPENS and _MET & set(opening[1:4]) and _HAPPENED & set(opening[2:]):
            return number
    return None
