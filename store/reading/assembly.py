"""From what the stages found to the Reading: values with their evidence, spans of the article."""

from __future__ import annotations

from collections.abc import Sequence

from store.model import Ceremony, Dateline, Reading, Span, Stated
from store.reading.ceremonies import CeremonyHit
from store.reading.record.evidence import Back, evidence_of
from store.reading.record.meetings import meeting_of
from store.reading.record.officials import is_official, name_of, official_of
from store.reading.record.statements import statements_of
from store.reading.scene import Scene, Setting
from store.reading.source import Read
from store.reading.statements import StatementHit
from store.reading.surface import Surface


def assemble(
    surface: Surface,
    scene: Scene,
    settings: list[Setting],
    ceremonies: Sequence[CeremonyHit],
    statements: Sequence[StatementHit],
) -> Reading:
    """The reading of one article; nothing in it is without evidence."""
    back: Back = surface.original if surface.mended else Span
    shown = [n for n, person in enumerate(scene.people) if is_official(person, scene)]
    names = {n: name_of(scene, scene.people[n]) for n in shown}
    dateline = Dateline(_stated(scene.source.place, back), _stated(scene.source.date, back))
    return Reading(
        outlet=_stated(scene.source.outlet, back),
        attributed_to=_stated(scene.source.attributed_to, back),
        dateline=dateline if dateline.place or dateline.date else None,
        byline=_stated(scene.source.byline, back),
        officials=tuple(official_of(scene, scene.people[n], names[n], back) for n in shown),
        meetings=tuple(
            meeting
            for index, (encounter, setting) in enumerate(zip(scene.telling.encounters, settings, strict=True))
            if (meeting := meeting_of(scene, encounter, setting, index, names, ceremonies, back)) is not None
        ),
        ceremonies=tuple(Ceremony(hit.site, evidence_of(hit.spans, hit.rule, back)) for hit in ceremonies),
        statements=statements_of(scene, statements, names, back),
    )


def _stated(read: Read | None, back: Back) -> Stated[str] | None:
    return None if read is None else Stated(read.value, evidence_of([read.span], read.rule, back, 0.9))
