"""The subject of a verb frame: the people in front of it, within its clause."""

from __future__ import annotations

from store.reading.common_words import MONTHS, WEEKDAYS
from store.reading.frames import Frame
from store.reading.memory import Item
from store.reading.story import Story
from store.reading.ties import gap_is_tie

_AUXILIARIES = frozenset("had has have was is will also then later to be been earlier today".split())
_LATER = frozenset("last this week month year in on turn first just again day before next".split()) | WEEKDAYS
_ADVERBS = frozenset("later also then today yesterday subsequently separately meanwhile".split())
_PARTS_OF_DAYS = MONTHS | {"morning", "afternoon", "evening", "night"}
SAYING = frozenset(
    ("said", "stated", "reported", "told", "announced", "informed", "noted", "added", "says", "reports")
)
_REPORTING = frozenset("said says confirmed announced reported".split())
_SUBJECT_LEFT = frozenset(
    ', ; and but while where when that then – — - : ” " ) . also later today subsequently yesterday & though'
    " as whose meanwhile afterwards * • · | / … ! ? than if because since visiting ▪".split()
)
BEFORE_NAMES = frozenset(
    'the he hh h.e hrh a both his her its their “ " visiting acting outgoing incoming interim mr newly'
    " appointed highness majesty excellency royal serene honourable honorable hon h.h h.m hm host".split()
)
_QUOTED = frozenset(", \" ” '' ’".split())
_LEADING = frozenset("led headed lead leadership chairmanship headship head chaired guidance leading".split())
_DELEGATIONS = frozenset(
    "delegation team group contingent mission party entourage deputation committee course batch crew".split()
)
_PREPOSITIONS = frozenset("with by to of for from on at in into received met hosted welcomed".split())
_ENDS_OF_ADVERBIALS = frozenset(
    "here morning afternoon evening lunch luncheon dinner breakfast noon midday arrival reception turn"
    " part addition talks meeting visit occasion house conference time"
    " session ceremony conversation".split()
)


def subject_of(
    story: Story, items: list[Item], first: int, stop: int, before: int, frame: Frame | None
) -> Item | None:
    """The people in front of a verb: the last group that no preposition or verb governs."""
    if before > first and (owner := _relative_subject(story, items, first, before)) is not None:
        return owner
    best: Item | None = None
    index = 0
    while index < len(items):
        item = items[index]
        if item.first >= before:
            break
        group = item
        end = index + 1
        while (
            end < len(items)
            and items[end].first < before
            and gap_is_tie(story.tokens, group.last, items[end].first)
        ):
            if story.tokens.low[items[end].first - 1] in ("with", "by") and story.tokens.low[
                items[end].first - 2 : items[end].first - 1
            ] != ["together"]:
                break
            if _ends_opening(story, first, group.last, items[end].first):
                break  # "After meeting X, Y called on"
            group = join_items(group, items[end])
            end += 1
        if _subject_like(story, group, first) and not _in_relative(story, group, first, before):
            if best is None or group.people or group.countries or not _apposed(story, best, group):
                best = group
            index = end
        else:
            index = _after_governed(story, items, index)
    return best


def _after_governed(story: Story, items: list[Item], index: int) -> int:
    """The index behind a group that a preposition governs: in ``the monument to X and Y`` Y is no subject."""
    low = story.tokens.low
    index += 1
    while index < len(items):
        between = low[items[index - 1].last : items[index].first]
        if between[:1] != ["and"] or not all(word in BEFORE_NAMES for word in between[1:]):
            break
        index += 1
    return index


def _apposed(story: Story, named: Item, other: Item) -> bool:
    """``X, US Army, Commanding General``: a post that nobody is known by, and X's then."""
    between = range(named.last, other.first)
    return all(story.tokens.cap[at] or story.tokens.low[at] in (",", "of", "the") for at in between)


_OPENINGS = frozenset(
    "after before following upon prior during with besides accompanied flanked joined along together".split()
)


def _ends_opening(story: Story, first: int, at: int, following: int) -> bool:
    """Whether the comma at ``at`` is the first of a sentence that begins ``After``, ``Accompanied by``."""
    low = story.tokens.low
    return (
        low[first] in _OPENINGS
        and low[at] == ","
        and "," not in low[first:at]
        and all(word in BEFORE_NAMES for word in low[at + 1 : following])
    )


def _relative_subject(story: Story, items: list[Item], first: int, before: int) -> Item | None:
    """``X, who called on Y``: X is the subject of a verb right after ``who``."""
    low = story.tokens.low
    for at in range(before - 1, max(first, before - 5) - 1, -1):
        if low[at] == "who":
            return next((i for i in reversed(items) if i.last <= at and i.named and at - i.last <= 2), None)
        if low[at] not in _AUXILIARIES and not low[at].endswith("ly") and low[at] not in _LATER:
            return None
    return None


_SHORT = 3  # tokens of "before the tour"


def _subject_like(story: Story, item: Item, first: int) -> bool:
    if item.first > first and _ends_adverbial(story, item.first, first):
        return True  # "In | Bratislava Minister X"
    at = item.first - 1
    low = story.tokens.low
    while at >= first and low[at] in BEFORE_NAMES:
        at -= 1
    if low[first] in _OPENINGS and first < at <= first + _SHORT and "," not in low[first:at]:
        return True  # "Before the tour | the US admiral had called on"
    begun = None if at < first or _ends_adverbial(story, at, first) else _named_before(story, at, first)
    if begun is not None:
        at = begun
    return at < first or _may_stand_before(story, at)


def _ends_adverbial(story: Story, at: int, first: int) -> bool:
    """``On Tuesday | Minister X met``, ``In Bratislava | Minister X met``: a day or a town opens it."""
    low = story.tokens.low
    hit = story.phrases.hits[at]
    if hit is not None and hit.entry.kind.value == "city":
        at = hit.first
    elif low[at] not in WEEKDAYS:
        return False
    while at > first and low[at - 1] in _BEFORE_DAYS:
        at -= 1
    return at == first or low[at - 1] in (",", "and", ";")


_BEFORE_DAYS = frozenset("on in at from last this late early".split())


def _named_before(story: Story, at: int, first: int) -> int | None:
    """What stands before ``a delegation led by``, or before ``Force (SDF) Commander``, in front of a name."""
    low = story.tokens.low
    if low[at] == "of" and low[at - 1] in ("heads", "leaders", "members", "chiefs"):
        return at - 3 if low[at - 2] == "the" else at - 2
    led = low[at] in ("by", "of", ",") and not _LEADING.isdisjoint(low[max(first, at - 3) : at])
    if led or low[at] in ("under", "including"):
        for back in range(at - 1, max(first, at - 16) - 1, -1):
            if low[back] in _DELEGATIONS:
                return _before_noun(story, back, first)
            if low[back] in (";", "and", "said"):
                return None
        return None
    if low[at].endswith("day") or low[at] in MONTHS or _in_a_town(story, at):
        return None
    if story.tokens.cap[at] and (low[at] == ")" or story.tokens.word[at][0].isupper()):
        while at >= first and (
            low[at] in BEFORE_NAMES
            or low[at] in "()"
            or (story.tokens.cap[at] and low[at] not in _PREPOSITIONS)
        ):
            at -= 1
        return at
    return None


def _in_a_town(story: Story, at: int) -> bool:
    """``In Vilnius Minister X met``: the town before the name."""
    hit = story.phrases.hits[at]
    if hit is None or hit.entry.kind.value not in ("city", "country"):
        return False
    while at and story.phrases.hits[at] is hit:
        at -= 1
    return story.tokens.low[at] == "in"


def _before_noun(story: Story, at: int, first: int) -> int:
    """What stands in front of ``a high-level Danish military delegation``."""
    low = story.tokens.low
    while at >= first and low[at] not in _SUBJECT_LEFT and low[at] not in _PREPOSITIONS:
        if low[at] in ("a", "an", "the"):
            return at - 1
        at -= 1
    return at


def _may_stand_before(story: Story, at: int) -> bool:
    """Whether a subject may follow the word: a comma, ``and``, ``where``, a day, a place."""
    low = story.tokens.low
    if low[at] in SAYING and low[at - 1] in _QUOTED:
        return True  # "We agree", said X
    if low[at] in _REPORTING and story.phrases.mention_at[at - 1] is not None:
        return True  # "Spokesman X said | President Y will meet"
    if not low[at][0].isalnum() and low[at] not in "()[]'’":
        return True
    if low[at] in _SUBJECT_LEFT:
        return True
    if low[at] in ("which", "whom"):
        return low[at - 1] in _OPENINGS  # "was welcomed, after which he called on X"
    hit = story.phrases.hits[at]
    if low[at][0].isdigit() or (hit is not None and hit.entry.kind.value in ("city", "country")):
        return True
    return low[at].endswith(("day", "ly")) or low[at] in MONTHS or low[at] in _ENDS_OF_ADVERBIALS


def _in_relative(story: Story, item: Item, first: int, before: int) -> bool:
    """Whether the group is inside ``, who ... ,`` right before it."""
    at = item.first - 1
    steps = 0
    while at >= first and steps < 12 and story.tokens.word[at] not in ",;":
        if story.tokens.low[at] in ("who", "which", "whom"):
            return story.tokens.low[at - 1] not in _OPENINGS
        at -= 1
        steps += 1
    return False


def following_subject(
    story: Story, items: list[Item], frame: Frame, last: int, right: Item
) -> tuple[int, ...]:
    """``At a meeting with X, Y said``: Y."""
    for item in items:
        by_post = (
            len(item.people) == 1
            and story.tokens.low[item.first - 2 : item.first] == [",", "the"]
            and not set(item.people) & set(right.people)
        )  # "Meeting with X, the minister said"
        if (
            item.first >= right.last
            and (item.named or by_post)
            and story.tokens.low[item.first - 1] in (",", "the", '"', "“")
        ) and (acts_at(story, item.last, last) or story.tokens.low[item.last : item.last + 1] == [","]):
            return item.people
    return ()


def acts_at(story: Story, at: int, last: int) -> bool:
    """Whether a verb of what somebody did stands at the token, or after a day: ``Y on Friday discussed``."""
    low = story.tokens.low
    while at < last and low[at] in _ADVERBS:
        at += 1
    if low[at : at + 1] == ["on"]:
        at += 2
        while at < last and (low[at] in _PARTS_OF_DAYS or low[at][0].isdigit() or not low[at][0].isalpha()):
            at += 1
    word = low[at] if at < last else ""
    return word.endswith(("ed", "s")) or word in ("said", "spoke", "told", "took", "made", "held", "had")


def join_items(first: Item, second: Item) -> Item:
    """One item of two that stand side by side: the people of both."""
    return Item(
        first.first,
        second.last,
        first.people + tuple(p for p in second.people if p not in first.people),
        first.named or second.named,
        first.countries + second.countries,
        first.word,
    )
