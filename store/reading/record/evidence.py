"""Where in the article as it came the words stand that say so."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from store.model import Evidence, Span, Stated
from store.reading.mentions import Mention
from store.reading.scene import Found, Scene

Back = Callable[[int, int], Span]


def evidence_of(spans: Iterable[tuple[int, int]], rule: str, back: Back, confidence: float = 1.0) -> Evidence:
    """The evidence of a rule: spans of the surface, given as spans of the article."""
    places = [back(a, b) for a, b in spans]
    if len(places) > 1:
        places = sorted(set(places))
    return Evidence(tuple(places), rule, confidence)


def setting_found(found: Found | None, back: Back) -> Stated[str] | None:
    """A date, place or venue with its evidence; sure where the words beside the meeting state it."""
    if found is None:
        return None
    confidence = 0.95 if found.rule.endswith((".stated", ".full", ".told")) else 0.8
    return Stated(found.value, evidence_of(found.spans, found.rule, back, confidence))


def mention_span(scene: Scene, mention: Mention, back: Back) -> Span:
    """The span of a mention's name in the article."""
    return back(scene.tokens.start[mention.first], scene.tokens.end[mention.last - 1])
