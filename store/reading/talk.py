"""Where sentences tell what was talked of: the words that may give a topic, and of which encounter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from store.reading.dates import DatePhrase
from store.reading.layout import BlockKind
from store.reading.story import TOPICAL, Story
from store.reading.tokens import Tokens
from store.reading.topics import telling_words

_NOT_AFTER = frozenset(("had", "has", "have", "who", "which"))  # what they begin is no news
_BE = frozenset("is are was were be been being".split())
_IS_SUBJECT = frozenset("agenda discussion consideration table spotlight priorities points came hour".split())
_ABOUT = frozenset(("about", "on", "over", "regarding", "concerning"))
_NO_SUBJECT = frozenset(
    "sideline sidelines margin margins fringes occasion board his her their a behalf monday tuesday wednesday"
    " thursday friday saturday sunday january february march april may june july august september october"
    " november december arrival".split()
)
_QUOTES = frozenset("\"“‘”«'")
_CLOSING = frozenset('"”»“')
_NEAR = 4  # tokens within which a date still belongs to the verb before it, a participle to its auxiliary


def talks_on(tokens: Tokens, dates: Sequence[DatePhrase], first: int, last: int) -> bool:
    """Whether a sentence's dates belong to what was talked of: ``They agreed to train together in 2026``."""
    if not dates:
        return False
    telling, _ = telling_words()
    start = dates[0].span.start
    for at in range(first, last):
        if tokens.start[at] >= start:
            return False
        if tokens.low[at - 1] not in _NOT_AFTER and _tells(telling, tokens.low, at, last):
            return at + _NEAR < last and tokens.start[at + _NEAR] < start
    return False


def lead_in(story: Story) -> None:
    """Give what the first sentences say to the first encounter, where one who takes part in it says it."""
    telling = story.telling
    if not telling.encounters:
        return
    words, _ = telling_words()
    encounter = telling.encounters[0]
    for number in range(encounter.sentences[0]):
        first, last, block = story.tokens.sentences[number]
        if telling.about.get(number) or story.blocks[block].kind is not BlockKind.BODY:
            continue
        if not set(telling.speakers.get(number, ())) & set(encounter.principals):
            continue
        if any(_tells(words, story.tokens.low, at, last) for at in range(first, last)):
            telling.about[number] = [0]


def _tells(telling: Mapping[str, frozenset[str]], low: list[str], at: int, last: int) -> bool:
    seconds = telling.get(low[at])
    return seconds is not None and (not seconds or (at + 1 < last and low[at + 1] in seconds))


def spoken_of(
    tokens: Tokens, kind: BlockKind, first: int, last: int, met: int | None = None
) -> tuple[int, int] | None:
    """The tokens of a sentence that may give topics; None where it tells of no talk.

    What stands before the first word of speaking gives none, nor do words quoted before their speaker,
    unless the sentence is an entry of a list, part of a transcript, or says of its subject that it was
    spoken of. ``met`` is the end of a verb of meeting in it: ``met X about`` speaks of what follows.
    """
    low = tokens.low
    if kind in (BlockKind.SPEECH, BlockKind.ROW) or _is_entry(tokens, first, last):
        return first, last
    if tokens.word[first] in _QUOTES:
        return _after_quote(tokens, first, last)
    return _in_clauses(low, first, last, met)


def _in_clauses(low: list[str], first: int, last: int, met: int | None) -> tuple[int, int] | None:
    telling, participles = telling_words()
    begin = None
    for at in range(first, last):
        word = low[at]
        if begin is None and (
            _tells(telling, low, at, last)
            or (met is not None and at >= met and _opens_subject(low, at, last))
        ):
            begin = at
        if (
            word in _IS_SUBJECT
            or (word in participles and not _BE.isdisjoint(low[max(first, at - _NEAR) : at]))
            or (word in ("centre", "center", "heart") and low[at - 2 : at] == ["at", "the"])
        ):
            return first, last
    return None if begin is None else (begin, last)


def _opens_subject(low: list[str], at: int, last: int) -> bool:
    if low[at] not in _ABOUT or at + 2 >= last:
        return False
    following = low[at + 1] if low[at + 1] != "the" else low[at + 2]
    return following not in _NO_SUBJECT and not following[0].isdigit()


def _is_entry(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the sentence is one of a list that a sentence with a colon announced."""
    word = tokens.word[first]
    if not word[0].isalnum() and word not in _QUOTES and word not in "([":
        return True
    if tokens.word[last - 1] == ";" or (first and tokens.word[first - 1] in ":;"):
        return True
    return first + 1 < last and tokens.word[first + 1] in (")", "|")


def _after_quote(tokens: Tokens, first: int, last: int) -> tuple[int, int] | None:
    closed = next((at for at in range(last - 1, first, -1) if tokens.word[at] in _CLOSING), last)
    if not TOPICAL.isdisjoint(tokens.low[first:closed]):
        return first, last  # a press release is quoted
    return (closed, last) if closed + 1 < last else None
