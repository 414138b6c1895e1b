"""Statements: who said what."""

from __future__ import annotations

from collections.abc import Sequence

from store.model import Evidence, Statement
from store.reading.record.evidence import Back
from store.reading.scene import Scene
from store.reading.statements import StatementHit


def statements_of(
    scene: Scene, hits: Sequence[StatementHit], names: dict[int, str], back: Back
) -> tuple[Statement, ...]:
    """The statements whose speaker is one of the officials."""
    rows = []
    for hit in hits:
        speaker = None if _is_of_the_source(scene, hit) else _speaker(scene, hit)
        if speaker is None or speaker not in names:
            continue
        said = back(*hit.said)
        rows.append(
            Statement(names[speaker], hit.verb, said, Evidence((back(*hit.speaker), said), hit.rule, 0.85))
        )
    return tuple(rows)


def _speaker(scene: Scene, hit: StatementHit) -> int | None:
    """The person named in the speaker's words, or meant by the sentence's subject."""
    tokens = scene.tokens
    for mention in scene.phrases.mentions:
        if tokens.start[mention.first] >= hit.speaker[1]:
            break
        if mention.person >= 0 and hit.speaker[0] <= tokens.start[mention.first] < hit.speaker[1]:
            return mention.person
    for number, (first, last, _) in enumerate(tokens.sentences):
        if tokens.start[first] <= hit.speaker[0] < tokens.end[last - 1]:
            people = scene.telling.speakers.get(number, ())
            return people[0] if len(people) == 1 else None
    return None


def _is_of_the_source(scene: Scene, hit: StatementHit) -> bool:
    """``Trend reports via the Ministry``: the outlet is the subject of the verb, and nobody before it."""
    outlet = scene.source.outlet
    if outlet is None or not hit.speaker[0] <= outlet.span[0] < outlet.span[1] <= hit.speaker[1]:
        return False
    return not scene.text[outlet.span[1] : hit.speaker[1]].strip()
