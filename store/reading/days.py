"""The day of an encounter: said beside it, carried on by the story, or the day of the dateline."""

from __future__ import annotations

import datetime
import re
from itertools import islice

from store.model import Span
from store.reading.dates import DatePhrase, Precision, resolve
from store.reading.layout import BlockKind
from store.reading.scene import Found, Scene, head_end
from store.reading.story import Encounter

_NEARBY = 12  # days from the day of print to one that the story may turn on


def day_of(scene: Scene, encounter: Encounter, last_day: Found | None, story: Found | None) -> Found | None:
    """The day of the encounter, with the words that say so or the rule by which it is taken."""
    base = scene.published or (
        datetime.date.fromisoformat(scene.source.date.value) if scene.source.date else None
    )
    frame = encounter.words[0][0]
    at = scene.tokens.start[frame]
    nearest = sorted(
        (d for d in encounter.dates if not _of_something_else(scene, d)), key=lambda d: abs(d.span.start - at)
    )
    nearest = [_fuller(d, nearest) for d in nearest]
    for phrase in nearest:
        if phrase.span.start < head_end(scene):
            continue
        if encounter.planned and of_the_saying(scene, phrase, base):
            continue
        seen_from = base
        if phrase.which == "story":
            told = _told_last(scene, encounter.sentences[0], phrase, base)
            seen_from = told or (datetime.date.fromisoformat(story.value) if story else base)
        elif phrase.shift is not None and scene.source.date is not None:
            seen_from = datetime.date.fromisoformat(scene.source.date.value)
        day = resolve(phrase, seen_from, encounter.planned)
        if day is None:
            continue
        return Found(
            day.isoformat(),
            (phrase.span,),
            "date.full" if phrase.day else "date.weekday" if phrase.weekday is not None else "date.relative",
        )
    first = scene.tokens.sentences[encounter.sentences[0]][0]
    if encounter.planned:
        later = story is not None and _LATER.match(scene.text, scene.tokens.start[first]) is not None
        return Found(story.value, story.spans, "date.same_day") if story and later else None
    arrived = _arrived(scene, encounter.sentences[0], base)
    if arrived is not None:
        return arrived
    if last_day is not None:
        return Found(last_day.value, last_day.spans, "date.same_day")
    carried = _carried(scene, encounter.sentences[0], base)
    if carried is not None:
        return carried
    if scene.source.date is not None:
        return Found(scene.source.date.value, (scene.source.date.span,), "date.dateline")
    if scene.published is not None:
        return Found(scene.published.isoformat(), _frame_spans(scene, encounter), "date.published")
    return None


_SAID = frozenset("said told announced stated reported confirmed added informed noted briefed".split())


_WILL = frozenset(("will", "would"))  # "told them that X would be received today"


def of_the_saying(scene: Scene, phrase: DatePhrase, base: datetime.date | None) -> bool:
    """Whether a day that is over is of words about what is to come: ``will meet X, he said on Monday``."""
    day = resolve(phrase, base)
    if day is None or base is None or day > base:
        return False
    before = scene.text[max(0, phrase.span.start - 90) : phrase.span.start].lower()
    words = before.split("\n")[-1].replace(",", " ").split()
    said = max((at for at, word in enumerate(words) if word in _SAID), default=-1)
    return said >= 0 and _WILL.isdisjoint(words[said:])


def _told_last(
    scene: Scene, sentence: int, phrase: DatePhrase, base: datetime.date | None
) -> datetime.date | None:
    """The day of the month said last before ``the day before``, in its sentence or the one in front."""
    for number in range(sentence, max(-1, sentence - 2), -1):
        first, _, block = scene.tokens.sentences[number]
        if scene.blocks[block].kind is not BlockKind.BODY:
            continue
        for other in reversed(scene.dates.get(first, ())):
            if other.span.end <= phrase.span.start and other.day is not None and other.month is not None:
                day = resolve(other, base)
                return (
                    day if day is not None and base is not None and abs((day - base).days) < _NEARBY else None
                )
    return None


def _fuller(phrase: DatePhrase, phrases: list[DatePhrase]) -> DatePhrase:
    """``Sunday, July 1``: the day of the month, where it stands right beside the weekday."""
    if phrase.day is None and phrase.weekday is not None:
        for other in phrases:
            if other.day is not None and (
                0 <= other.span.start - phrase.span.end <= 3 or 0 <= phrase.span.start - other.span.end <= 3
            ):
                return other
    return phrase


def _frame_spans(scene: Scene, encounter: Encounter) -> tuple[Span, ...]:
    return tuple(Span(scene.tokens.start[a], scene.tokens.end[b - 1]) for a, b in encounter.words[:1])


def _of_something_else(scene: Scene, phrase: DatePhrase) -> bool:
    """A date of a reign, a birth, an agreement: ``the agreement of 12 May``, ``since 3 March``."""
    before = scene.text[max(0, phrase.span.start - 14) : phrase.span.start].lower()
    if before.endswith("until ") and re.search(
        r"put off|postponed|moved|rescheduled|deferred",
        scene.text[max(0, phrase.span.start - 60) : phrase.span.start],
    ):
        return False
    after = scene.text[phrase.span.end : phrase.span.end + 8].lower()
    if before.endswith(("from ", "between ")) and (
        after.startswith((" to ", " until ", " till ", " and ", " – ", "-", "–"))
        or re.search(r"\d\s*(?:-|–|to|and|until)\s*\d", scene.text[phrase.span.start : phrase.span.end])
    ):
        return "visit" in scene.text[max(0, phrase.span.start - 60) : phrase.span.start].lower()
    return before.endswith(("since ", "until ", "agreement of ", "born on ", "tragedy of ", "events of "))


_LATER = re.compile(
    r"(?i)(?:later|then|earlier)\b"
    r"|(?:in|at|during|over)\s(?:the\s)?(?:evening|afternoon|morning|noon|midday|lunch|dinner|night)\b"
)
_CAME = frozenset("visited visit arrived toured came".split())


def _arrived(scene: Scene, sentence: int, base: datetime.date | None) -> Found | None:
    """``They visited the fleet yesterday. They were received by ...``: the day of the sentence before."""
    before = sentence - 1
    if before < 0 or any(before in encounter.sentences for encounter in scene.telling.encounters):
        return None
    first, last, block = scene.tokens.sentences[before]
    if block != scene.tokens.sentences[sentence][2] or not _CAME & set(scene.tokens.low[first:last]):
        return None
    for phrase in scene.dates.get(first, ()):
        day = resolve(phrase, base)
        if day is not None and base is not None and abs((day - base).days) < 8:
            return Found(day.isoformat(), (phrase.span,), "date.carried")
    return None


def _before(scene: Scene, sentence: int) -> list[int]:
    """The three sentences before, and the first two of the story."""
    near = list(range(max(0, sentence - 3), sentence))
    bodies = (
        number
        for number, (_, _, block) in enumerate(scene.tokens.sentences[:sentence])
        if scene.blocks[block].kind in (BlockKind.BODY, BlockKind.SPEECH)
    )
    return near + [number for number in islice(bodies, 2) if number not in near]


def _carried(scene: Scene, sentence: int, base: datetime.date | None) -> Found | None:
    """A day named in the article's first paragraph before the encounter."""
    for number in _before(scene, sentence):
        first, _last, block = scene.tokens.sentences[number]
        if scene.blocks[block].kind not in (BlockKind.BODY, BlockKind.SPEECH):
            continue
        for phrase in scene.dates.get(first, ()):
            if (
                phrase.precision is Precision.DAY
                and phrase.span.start >= head_end(scene)
                and not _of_something_else(scene, phrase)
            ):
                day = resolve(phrase, base)
                if day is not None and (base is None or abs((day - base).days) < 8):
                    return Found(day.isoformat(), (phrase.span,), "date.carried")
    return None
