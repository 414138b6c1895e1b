"""Subject and object of a verb frame: the people in front of it and after it, within its clause."""

from __future__ import annotations

from store.reading.common_words import MONTHS
from store.reading.frames import Frame, FrameKind
from store.reading.memory import Item
from store.reading.story import Story
from store.reading.ties import gap_is_tie

_BLOCKING = frozenset(
    (*"who which whom that said where when while after before whose".split(), ";", "”", ":")
)
_AUXILIARIES = frozenset("had has have was is will also then later to be been earlier today".split())
_ADVERBS = frozenset("later also then today yesterday subsequently separately meanwhile".split())
_PARTS_OF_DAYS = MONTHS | {"morning", "afternoon", "evening", "night"}
_NOUN_FRAMES = frozenset("after before following in a the his her during meeting talks conversation".split())
_SAYING = frozenset(
    ("said", "stated", "reported", "told", "announced", "informed", "noted", "added", "says", "reports")
)
_SUBJECT_LEFT = frozenset(
    ', ; and but while where when that then – — - : ” " ) . also later today subsequently yesterday & though'
    " as meanwhile afterwards * • · | / … ! ? than if because since visiting ▪".split()
)
_BEFORE_NAMES = frozenset(
    'the he hh h.e hrh a both his her its their “ " visiting mr newly appointed highness majesty excellency'
    " royal serene honourable honorable hon h.h h.m hm host".split()
)
_PAST = frozenset("spoke held met told gave took paid drew".split())
_AFTER_SUBJECTS = frozenset("said spoke were was had also took told held met".split())
_PARTICIPLES = frozenset(
    "accompanied headed named based called retired appointed ed joined represented".split()
)
_QUOTED = frozenset(", \" ” '' ’".split())
_POSSESSIVE = ("'s", "’s", "'", "’")
_PARTIES = frozenset("delegation team party entourage group wife husband family".split())
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
            group = _joined(group, items[end])
            end += 1
        if _subject_like(story, group, first) and not _in_relative(story, group, first, before):
            if best is None or group.people or group.countries or not _apposed(story, best, group):
                best = group
            index = end
        else:
            index += 1
    return best


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
        and all(word in _BEFORE_NAMES for word in low[at + 1 : following])
    )


def _relative_subject(story: Story, items: list[Item], first: int, before: int) -> Item | None:
    """``X, who called on Y``: X is the subject of a verb right after ``who``."""
    low = story.tokens.low
    for at in range(before - 1, max(first, before - 5) - 1, -1):
        if low[at] == "who":
            return next((i for i in reversed(items) if i.last <= at and i.named and at - i.last <= 2), None)
        if low[at] not in _AUXILIARIES:
            return None
    return None


def _subject_like(story: Story, item: Item, first: int) -> bool:
    at = item.first - 1
    low = story.tokens.low
    while at >= first and low[at] in _BEFORE_NAMES:
        at -= 1
    if at >= first and (begun := _named_before(story, at, first)) is not None:
        at = begun
    return at < first or _may_stand_before(story, at)


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
    if story.tokens.cap[at] and (low[at] == ")" or story.tokens.word[at][0].isupper()):
        while at >= first and (
            low[at] in _BEFORE_NAMES
            or low[at] in "()"
            or (story.tokens.cap[at] and low[at] not in _PREPOSITIONS)
        ):
            at -= 1
        return at
    return None


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
    if low[at] in _SAYING and low[at - 1] in _QUOTED:
        return True  # "We agree", said X
    if not low[at][0].isalnum() and low[at] not in "()[]'’":
        return True
    if low[at] in _SUBJECT_LEFT:
        return True
    if low[at] in ("which", "whom"):
        return low[at - 1] in _OPENINGS  # "was welcomed, after which he called on X"
    hit = story.phrases.hits[at]
    if low[at][0].isdigit() or (hit is not None and hit.entry.kind.value in ("city", "country")):
        return True
    return low[at].endswith(("day", "ly")) or low[at] in _ENDS_OF_ADVERBIALS


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


_NAMING = frozenset("led headed under consisting composed comprising".split())  # who a delegation is
_SENT = frozenset("appointed named designated nominated sent signed issued proposed convened".split())
_ROWS = frozenset((";", "and", "the", ","))


def _same_link(low: list[str], first: Item, item: Item, gap: list[str]) -> bool:
    """``the credentials of Ambassador A and of the new High Commissioner B``: the same word leads to both."""
    links = set(low[first.first - 3 : first.first]) & {"of", "from", "to"}
    ties = {"and", ",", "the", "new", *links}
    return item.named and bool(links & set(gap)) and gap[0] in ("and", ",") and ties.issuperset(gap)


def _next_of_row(story: Story, before: Item, item: Item, last: int) -> bool:
    """``met with Minister A; Ambassador B; and Fiji, C``: a list whose people are parted by semicolons."""
    at = before.last
    if at >= item.first or story.tokens.word[at] != ";" or not item.named:
        return False
    for place in range(at, item.first):
        hit = story.phrases.hits[place]
        if story.tokens.low[place] not in _ROWS and (hit is None or hit.entry.kind.value != "country"):
            return False
    return item.last >= last or story.tokens.low[item.last] in (";", ",", ".", "and")


def object_of(story: Story, items: list[Item], frame: Frame, last: int, frames: list[Frame]) -> Item | None:
    """The people after a verb: the first group in its clause, with those joined to it."""
    low = story.tokens.low
    limit = min(
        (
            f.first
            for f in frames
            if f.first >= frame.last
            and f.kind not in (FrameKind.ATTEND, FrameKind.ACCOMPANY)
            and not (f.right or f.near)
        ),
        default=last,
    )
    for index, item in enumerate(items):
        if item.first < frame.last:
            if item.last <= frame.last:
                continue
            continue
        if item.first >= limit or item.first - frame.last > 40:
            return None
        between = low[frame.last : item.first]
        if any(word in _BLOCKING for word in between):
            return None
        if item.named and _of_next_clause(story, frame, item, last):
            return None
        if not item.named and not item.people and not item.countries:
            continue
        if (
            frame.kind is FrameKind.RECEIVE
            and any(word in ("by", "at", "of") for word in between[-1:])
            and not any(w in ("delegation", "group", "team") for w in between)
            and not {"led", "headed"} & set(between[-2:])
            and not {"call", "calls", "visit", "visits"} & set(between)
            and len(between) > (1 if low[frame.first].startswith("welcom") else 3)
            and "delegation" not in low[max(0, item.first - 14) : item.first]
        ):
            continue
        if frame.kind is FrameKind.RECEIVE and item.named and _owns(low, item.last, last):
            return None  # "welcomed X's offer"
        if frame.kind in (FrameKind.MEET, FrameKind.CALL) and any(
            f.kind is FrameKind.ACCOMPANY and frame.last <= f.first and 0 <= item.first - f.last <= 6
            for f in frames
        ):
            continue  # "the two met, flanked by X"
        if between[-1:] == ["by"] and between[-2:-1] and between[-2] in _SENT:
            continue  # "met the envoys recently appointed by President X"
        group = item
        end = index + 1
        # "a delegation led by X": X, not the bare delegation, is the guest
        while end < len(items) and items[end].first < limit:
            gap = low[group.last : items[end].first]
            leads = not group.named and set(gap) & _NAMING and len(gap) < 16
            if leads:
                group = items[end]
            elif (
                (
                    gap_is_tie(story.tokens, group.last, items[end].first)
                    or _day_and(gap)
                    or _next_of_row(story, group, items[end], last)
                    or _same_link(low, item, items[end], gap)
                )
                and "by" not in gap
                and not {"together", "along"} & set(gap)
                and (items[end].named or not _is_comma(gap) or not group.named)
            ):
                noun = low[frame.first] in _NOUN_FRAMES and gap == [","]
                if low[frame.last - 1] != "between" and (
                    _new_clause(story, items[end].last, last, gap)
                    or (noun and _acts(story, items[end].last, last))
                ):
                    break
                group = _joined(group, items[end])
            else:
                break
            end += 1
        return group
    return None


_UNNAMED = frozenset(
    "them guests visitors dignitaries passengers delegates participants customers diners".split()
)


def _of_next_clause(story: Story, frame: Frame, item: Item, last: int) -> bool:
    """``welcomed them on board, and X served tea``: those received are said, X does something else."""
    low = story.tokens.low
    said = low[frame.last - 1 : frame.last + 2]
    return (
        frame.kind is FrameKind.RECEIVE
        and "and" in low[max(frame.last, item.first - 4) : item.first]
        and not _UNNAMED.isdisjoint(said)
        and _acts(story, item.last, last)
    )


def _owns(low: list[str], at: int, last: int) -> bool:
    return at + 1 < last and low[at] in _POSSESSIVE and low[at + 1] not in _PARTIES


def right_behind(story: Story, frame: Frame, item: Item) -> bool:
    """Whether a person stands right behind the verb: ``visited President X``, not ``visited X's grave``."""
    if not item.people or item.word not in ("", "him", "her", "them", "counterpart"):
        return False
    if not all(story.people[p].stated for p in item.people):
        return False
    low = story.tokens.low
    ahead = low[item.last] if item.last < len(low) else "."
    if ahead in _POSSESSIVE or (frame.kind is FrameKind.CALL and not _rang(low, item.last, ahead)):
        return False
    return all(
        word in _BEFORE_NAMES
        or word in ("with", ",")
        or ((hit := story.phrases.hits[at]) is not None and hit.entry.kind.value in ("adjective", "country"))
        for at, word in enumerate(low[frame.last : item.first], frame.last)
    )


_AFTER_CALLS = frozenset(
    ". , ; : ( - – — and on today yesterday by from after before following late early this last over about"
    " via in at during to when who while earlier again later tonight soon".split()
)
_SUMMONS = frozenset("the a an order account testify his her step resign stand task arms give stop".split())


def _rang(low: list[str], at: int, ahead: str) -> bool:
    """Whether a call is by telephone: not ``called X a friend``, ``called X to order``."""
    if ahead == "to":
        return at + 1 < len(low) and low[at + 1] not in _SUMMONS
    return ahead in _AFTER_CALLS or ahead.endswith("day")


def _day_and(gap: list[str]) -> bool:
    """``X on Friday and | Y``: a day between two of those met."""
    return (
        2 <= len(gap) <= 3
        and gap[-1] == "and"
        and all(word in ("on", "today", "yesterday") or word.endswith("day") for word in gap[:-1])
    )


def _new_clause(story: Story, at: int, last: int, gap: list[str]) -> bool:
    """Whether people after ``and`` are the subject of a verb that follows them at once."""
    if not gap or at >= last:
        return False
    word = story.tokens.low[at]
    if "and" not in gap:
        return word in _SAYING or (_is_comma(gap) and (word in _PAST or _is_past(word)))
    return word.endswith("ed") or word in _AFTER_SUBJECTS


def _is_comma(gap: list[str]) -> bool:
    return gap == [","] or gap == [",", "the"]


def _is_past(word: str) -> bool:
    return word.endswith("ed") and word not in _PARTICIPLES


def following_subject(
    story: Story, items: list[Item], frame: Frame, last: int, right: Item
) -> tuple[int, ...]:
    """``At a meeting with X, Y said``: Y."""
    for item in items:
        if (
            item.first >= right.last
            and item.named
            and story.tokens.low[item.first - 1] in (",", "the", '"', "“")
        ) and (_acts(story, item.last, last) or story.tokens.low[item.last : item.last + 1] == [","]):
            return item.people
    return ()


def _acts(story: Story, at: int, last: int) -> bool:
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


def _joined(first: Item, second: Item) -> Item:
    return Item(
        first.first,
        second.last,
        first.people + tuple(p for p in second.people if p not in first.people),
        first.named or second.named,
        first.countries + second.countries,
        first.word,
    )
