"""Where sentences tell what was talked of: the words that may give a topic, and of which encounter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from store.reading.dates import DatePhrase
from store.reading.layout import BlockKind
from store.reading.story import TOPICAL, Story
from store.reading.tokens import Tokens
from store.reading.topic_tables import telling_words

_NOT_AFTER = frozenset(("had", "has", "have", "who", "which"))  # what they begin is no news
_ABOUT = frozenset(("about", "on", "over", "regarding", "concerning"))
_NO_SUBJECT = frozenset(
    "sideline sidelines margin margins fringes occasion board his her their a behalf monday tuesday wednesday"
    " thursday friday saturday sunday january february march april may june july august september october"
    " november december arrival".split()
)
_QUOTES = frozenset("\"“‘”«'")
_OPENING = frozenset('"“«')
_NAME_LENGTH = 4  # words in quotation marks that may be a name: "Desert Storm 2"
_CLOSING = frozenset('"”»“')
_TOGETHER = frozenset(
    "they sides both two pair leaders ministers generals presidents chiefs parties delegations officials"
    " heads interlocutors diplomats counterparts state".split()
)
_REPORTS = TOPICAL | {
    "stressed",
    "agreed",
    "underlined",
    "emphasised",
    "emphasized",
    "noted",
    "looked",
    "expressed",
}
TALKED = TOPICAL | {"talk", "talked", "spoke", "discusses", "agreed"}  # beside a homage
_PROSE = (BlockKind.BODY, BlockKind.ROW)
_LONG = 8  # words of a sentence that is not printed twice by chance
_ASKING = ("journalist", "question", "reporter", "moderator", "more", "read", "watch", "see")
_NEAR = 4  # tokens within which a date still belongs to the verb before it


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


def place_talk(story: Story) -> None:
    """Give the sentences that no encounter has to the one told before them, or the lead to the first."""
    telling = story.telling
    if not telling.encounters:
        return
    begins = [encounter.sentences[0] for encounter in telling.encounters]
    printed: dict[tuple[str, ...], int] = {}
    for number, about in telling.about.items():
        first, last, _ = story.tokens.sentences[number]
        if last - first > _LONG:
            once = printed.setdefault(tuple(story.tokens.low[first:last]), number)
            if once != number:  # a page that prints its text twice
                telling.about[number] = telling.about[once]
                continue
        if about or story.blocks[story.tokens.sentences[number][2]].kind not in _PROSE:
            continue
        before = [index for index, begin in enumerate(begins) if begin < number]
        if before:
            telling.about[number] = [max(before, key=lambda index: begins[index])]
        elif _is_lead(story, number):
            telling.about[number] = [0]


def _is_lead(story: Story, number: int) -> bool:
    """Whether the sentence tells what one who takes part in the first encounter, or all of them, said."""
    words, _ = telling_words()
    first, last, _ = story.tokens.sentences[number]
    low = story.tokens.low
    speakers = set(story.telling.speakers.get(number, ()))
    if not speakers.isdisjoint(story.telling.encounters[0].principals):
        return any(_tells(words, low, at, last) for at in range(first, last))
    verb = next((at for at in range(first, last) if _tells(words, low, at, last)), first)
    return not _TOGETHER.isdisjoint(low[max(first, verb - _NEAR) : verb])


def spoken_of(
    tokens: Tokens, kind: BlockKind, first: int, last: int, met: int | None = None
) -> tuple[int, int] | None:
    """The tokens of a sentence that may give topics; None where it tells of something else than talk.

    Words quoted before their speaker give none, nor does a sentence that only says who went where, or who
    somebody is. ``met`` is the end of a verb of meeting in it: ``met X about`` speaks of what follows.
    """
    if tokens.low[first] == "as" and "reported" in tokens.low[first + 1 : first + 4]:
        return None
    if kind in (BlockKind.SPEECH, BlockKind.ROW) or _is_entry(tokens, first, last):
        return None if _is_asked(tokens, first, last) else (first, last)
    if tokens.word[first] in _QUOTES:
        return _after_quote(tokens, first, last)
    return None if _is_elsewhere(tokens.low, first, last, met) else (first, last)


def quotes_within(tokens: Tokens, first: int, last: int) -> list[tuple[int, int]]:
    """The offsets of fine words quoted in a sentence, which are pictures; not those of a quoted report."""
    found: list[tuple[int, int]] = []
    if _OPENING.isdisjoint(tokens.word[first:last]):
        return found
    opened = None
    for at in range(first, last):
        word = tokens.word[at]
        if opened is None and word in _OPENING:
            opened = at
        elif opened is not None and word in _CLOSING:
            if at - opened > _NAME_LENGTH and _REPORTS.isdisjoint(tokens.low[opened:at]):
                found.append((tokens.start[opened], tokens.end[at]))
            opened = None
    return found


def _tells(telling: Mapping[str, frozenset[str]], low: list[str], at: int, last: int) -> bool:
    seconds = telling.get(low[at])
    return seconds is not None and (not seconds or (at + 1 < last and low[at + 1] in seconds))


def _is_elsewhere(low: list[str], first: int, last: int, met: int | None) -> bool:
    """Whether the sentence has a word of going, homage or a life, and none of speaking."""
    telling, elsewhere = telling_words()
    if elsewhere.isdisjoint(low[first:last]):
        return False
    for at, word in enumerate(low[first:last], first):
        if (word in telling or word in _ABOUT) and word not in elsewhere:
            if _tells(telling, low, at, last):
                return False
            if met is not None and at >= met and _opens_subject(low, at, last):
                return False
    return True


def _is_asked(tokens: Tokens, first: int, last: int) -> bool:
    """Whether it is not one of those who met that speaks in the turn of a transcript."""
    return first + 1 < last and tokens.word[first + 1] == ":" and tokens.low[first] in _ASKING


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
