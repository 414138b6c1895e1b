"""Whether a sentence, or one verb of it, looks back: on what is long past, or on what will not be now."""

from __future__ import annotations

import re
from bisect import bisect_left

from store.reading.dates import DatePhrase, Precision
from store.reading.frames import Frame
from store.reading.layout import BlockKind
from store.reading.story import Story


def is_background(story: Story, first: int, last: int) -> bool:
    """Whether the sentence looks back: last November, in 2016, two years ago."""
    phrases = story.dates.get(first)
    if not phrases:
        return False
    vague = [d for d in phrases if d.precision is Precision.VAGUE and not _ahead(story, d)]
    vague = [d for d in vague if not _year_to_come(story, d) and not _trails(story, d, first, last)]
    exact = [d for d in phrases if d.precision is Precision.DAY]
    if any(d.span.start - story.tokens.start[first] < _HEAD and _years_ago(story, d) for d in vague):
        return not exact  # "On this day in 1978, X met Y"
    return bool(vague) and not exact and not _first_body(story, first)


def _trails(story: Story, phrase: DatePhrase, first: int, last: int) -> bool:
    """``, who recalled his visit in 2019`` or ``, thanking him``: what a trailing clause looks back on."""
    low, start = story.tokens.low, story.tokens.start
    return any(
        low[at] == "," and (low[at + 1] == "who" or low[at + 1] == "thanking")
        for at in range(first + 4, last - 1)
        if start[at] < phrase.span.start
    )


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_HEAD = 20  # characters of a sentence's opening


def _years_ago(story: Story, phrase: DatePhrase) -> bool:
    """Whether it names a year before the last one."""
    said = _YEAR.search(story.text[phrase.span.start : phrase.span.end])
    return said is not None and story.year is not None and int(said[0]) < story.year - 1


def _year_to_come(story: Story, phrase: DatePhrase) -> bool:
    """``the budget for 2027``: a year after that of every full date, which nothing looks back on."""
    said = _YEAR.search(story.text[phrase.span.start : phrase.span.end])
    return said is not None and story.year is not None and int(said[0]) > story.year


def _ahead(story: Story, phrase: DatePhrase) -> bool:
    word = story.text[phrase.span.start : phrase.span.end].lower()
    return (
        word.startswith(("next", "coming", "later", "in the coming", "this", "until", "by", "in the near"))
        or "later" in word
        or "until" in word
    )


def in_past_clause(story: Story, frame: Frame, first: int) -> bool:
    """``replaced X, who met Y in 2022``: what the clause tells is long past, whatever the sentence tells."""
    start = story.tokens.start[frame.first]
    who = _who_before(story, frame, first)
    if who is None:
        return any(_long_past(story, d, frame) for d in story.dates.get(first, ()) if d.span.start > start)
    since = start if frame.first - who <= _AT_ONCE else story.tokens.end[frame.last - 1]
    return any(
        d.precision is Precision.VAGUE
        and not _ahead(story, d)
        and (d.span.start > since or story.tokens.start[who] < d.span.start < start)
        for d in story.dates.get(first, ())
    )


_AT_ONCE = 2  # tokens between "who" and its verb
_ASIDE = 12  # tokens of a clause that begins with "who"


def _who_before(story: Story, frame: Frame, first: int) -> int | None:
    """The ``who`` of the clause in which a frame stands: ``, who last week visited Kyiv and | met X``."""
    low = story.tokens.low
    for at in range(frame.first - 1, max(first, frame.first - _ASIDE) - 1, -1):
        if low[at] == "who":
            return at
        if low[at] in (",", ";"):
            return None
    return None


_JUST_BEFORE = frozenset("before earlier prior beforehand".split())
_AGO = frozenset("year years month months week weeks reports statements summer winter autumn spring".split())


def just_before(story: Story, first: int) -> bool:
    """``Before the tour the admiral had called on X``: earlier in what is being told, not long ago."""
    low = story.tokens.low
    return low[first] in _JUST_BEFORE and _AGO.isdisjoint(low[first + 1 : first + 5])


_OFF = frozenset("postponed postponement cancelled canceled cancellation scrapped".split())


_TO_BE = frozenset("set due scheduled expected slated supposed also originally".split())
_BEFORE = 2  # sentences


def was_to_be(story: Story, frame: Frame, number: int) -> bool:
    """``The visit was postponed. X was to meet Y``: what will not be now."""
    low = story.tokens.low
    at = frame.first - 1
    if not number or low[at] != "to":
        return False
    at -= 1
    while low[at] in _TO_BE:
        at -= 1
    if low[at] not in ("was", "were"):
        return False
    told = story.tokens.sentences[max(0, number - _BEFORE) : number]
    return any(not _OFF.isdisjoint(low[first:last]) for first, last, _ in told)


_CLAUSE = 14  # tokens from a verb to the year in which it was done


def _long_past(story: Story, phrase: DatePhrase, frame: Frame) -> bool:
    """``and hosted King Y in 2022``: a year long past, right behind those who were met."""
    if phrase.precision is not Precision.VAGUE or not _years_ago(story, phrase):
        return False
    tokens = story.tokens
    stop = bisect_left(tokens.start, phrase.span.start)
    return (
        stop - frame.last < _CLAUSE
        and tokens.cap[stop - 1]
        and _BREAKS.isdisjoint(tokens.low[frame.last : stop])
    )


_BREAKS = frozenset((",", ";", "who", "which", "that", "signed", "held", "since"))


def _first_body(story: Story, first: int) -> bool:
    for a, _, block in story.tokens.sentences:
        if story.blocks[block].kind is BlockKind.BODY:
            return a == first
    return False
