"""Which of the closed list of topics a stretch of communiqué prose talks about, and by which words.

The words are data (``resources/lexicon/topics.toml``, its head explains every table). What is code here
is how hits get along: names of offices are no topics, an exercise's purpose is none, what is denied is
none, and the general words count only where nothing particular was said.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from store.model import Span
from store.reading.phrases import Match, places, plain, tokens
from store.reading.topic_tables import CONFIDENCE, Tables, topic_tables

_SITUATION = 0.8
_NAMES_COUNT = frozenset({"multilateral", "peacekeeping", "joint-exercises", "defence-industry"})
_SHARED = frozenset({"joint", "intergovernmental"})  # a body of both sides: its subject is one of theirs
_BODIES = frozenset({"commission", "committee"})
_LINKS = frozenset({"of", "and", "for", "the", "on"})
_MODIFIER_STOPS = frozenset(
    re.findall(
        r"\w+",
        "a an the of on in at to for with about by from and or as their its his her this that these those"
        " next new more further including hold holding held conduct conducting take part join joining",
    )
)
_CONJUNCTIONS = frozenset({"and", "or", "but", "while", "whereas", "plus"})
_OVER = {"defence-industry": ("military-technical",), "culture-education": ("military-cooperation",)}
_PARTS = frozenset((*_CONJUNCTIONS, *",;:.!?()–—"))  # between the items of a list
_CLAUSES = frozenset(
    "said says told agreed discussed noted stressed asked added proposed invited thanked expressed underlined"
    " spoke talked who visited".split()
)  # no topic's words go on beyond them
_PLAIN = frozenset(
    {"trade-economy", "culture-education", "science-technology", "energy-transport", "humanitarian"}
)
_STYLES = frozenset("mr mrs ms miss dr sir prof hon madam".split())
_OF_NEED = frozenset(
    {"humanitarian", "food", "health", "economic", "refugee", "epidemiological", "financial"}
)
_LONGEST = 6000  # code points read at a time: hits are compared with one another
_CLOSE = 4  # words of a pattern whose gap holds no clause
_SHORT = 3  # words of an item that is only a name of its subject
_MODIFIERS = 5  # words before the head that belong to the name of an exercise


class TopicHit(NamedTuple):
    """A topic, the words that give it, the rule that read them, and how sure it is (0 to 1)."""

    topic: str
    span: Span
    rule: str
    confidence: float


class Named(NamedTuple):
    """Spans of names: words within them give no topic, nor do those that begin or end in the untouched."""

    within: Sequence[Span]
    untouched: Sequence[Span] = ()


class _Hit(NamedTuple):
    topic: str
    first: int
    last: int
    level: str
    bare: bool


def find_topics(
    text: str,
    start: int = 0,
    end: int | None = None,
    parties: Collection[str] = (),
    names: Sequence[Span] | Callable[[], Named] = (),
) -> list[TopicHit]:
    """The topics that ``text[start:end]`` talks about, in text order, with the words that say so.

    The stretch should be a sentence or a few that tell of one encounter. ``parties`` are the codes of
    those who meet; they decide whether a war or crisis in a named place is one of their own region.
    ``names`` are spans of the text that name persons, posts, venues or events: words within them give none.
    They may be given as what finds them, which is asked only where there are topics.
    """
    end = len(text) if end is None else min(end, len(text))
    tables = topic_tables()
    found: list[TopicHit] = []
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST) + 1 or start + _LONGEST
        found += _find(tables, text, start, cut, parties)
        start = cut
    found += _find(tables, text, start, end, parties)
    if not found:
        return found
    named = names() if callable(names) else Named(names)
    found = [
        hit
        for hit in found
        if not any(a <= hit.span.start and hit.span.end <= b for a, b in named.within)
        and not any(a <= hit.span.start < b or a < hit.span.end <= b for a, b in named.untouched)
    ]
    if any(hit.confidence > CONFIDENCE["weak"] for hit in found):
        found = [hit for hit in found if hit.confidence > CONFIDENCE["weak"]]
    return sorted(found, key=lambda hit: (hit.span, hit.topic))


def _find(tables: Tables, text: str, start: int, end: int, parties: Collection[str]) -> list[TopicHit]:
    words = tokens(text, start, end)
    matches = tables.phrases.scan(words)
    hits = _hits(tables, words, matches, parties)
    hits = [hit for hit in hits if hit.last - hit.first <= _CLOSE or not _runs_on(words, hit)]
    if not hits:
        return []
    hits = _unmasked(tables, matches, hits)
    hits = [
        hit
        for hit in hits
        if not (words[hit.first][0].isupper() and (_is_office(tables, words, hit) or _is_name(words, hit)))
    ]
    hits = _outside_exercises(tables, words, matches, hits)
    hits = _not_denied(tables, matches, hits)
    if len(hits) > 1:
        hits = _by_items(tables, words, _settled(tables, words, hits))
    if not hits:
        return []
    spans = places(text, start, end, words[: max(hit.last for hit in hits)])
    return [
        TopicHit(
            hit.topic,
            Span(spans[hit.first][0], spans[hit.last - 1][1]),
            f"topics.{hit.level}",
            CONFIDENCE.get(hit.level, _SITUATION),
        )
        for hit in hits
    ]


def _hits(tables: Tables, words: list[str], matches: list[Match], parties: Collection[str]) -> list[_Hit]:
    hits: dict[_Hit, None] = {}
    payloads = tables.payloads
    for payload, first, last in matches:
        kind, key, level, bare = payloads[payload]
        if kind == "topic":
            hits[_Hit(key, first, last, level, bare)] = None
        elif kind == "situation":
            if first and words[first - 1].lower() in _OF_NEED:
                continue  # "the humanitarian situation in X" is no talk of security
            hits[_Hit(_security(tables, key, parties), first, last, level, False)] = None
    return list(hits)


def _runs_on(words: list[str], hit: _Hit) -> bool:
    """Whether words in the gap of a pattern begin another clause."""
    return not _CLAUSES.isdisjoint(words[hit.first + 1 : hit.last - 1])


def _security(tables: Tables, region: str, parties: Collection[str]) -> str:
    """Whether what goes on in a region is the parties' own region's affair or the wider world's.

    A region of many countries is home where one of the parties lies in it, the scene of one country's war
    only where nearly all of them lie around it.
    """
    codes, home = tables.regions[region]
    if parties:
        there = sum(party in codes for party in parties)
        home = there > 0 if home else 3 * there >= 2 * len(parties)
    return "regional-security" if home else "international-security"


def _unmasked(tables: Tables, matches: list[Match], hits: list[_Hit]) -> list[_Hit]:
    """Hits that do not lie wholly within words that mean something else."""
    masks: dict[str, list[Match]] = {}
    for match in matches:
        load = tables.payloads[match.payload]
        if load.kind == "mask":
            masks.setdefault(load.key, []).append(match)
    if not masks:
        return hits
    general = masks.get("all", [])

    def masked(hit: _Hit) -> bool:
        return any(
            mask.first <= hit.first and hit.last <= mask.last for mask in general + masks.get(hit.topic, [])
        )

    return [hit for hit in hits if not masked(hit)]


def _is_capital(word: str) -> bool:
    return word[:1].isupper()


def _is_office(tables: Tables, words: list[str], hit: _Hit) -> bool:
    """Whether all the words of a hit belong to the capitalised name of an office or body."""
    if hit.topic in _NAMES_COUNT or not _is_capital(words[hit.first]):
        return False
    if not all(map(_is_capital, words[hit.first : hit.last])):
        return False
    first, last = hit.first, hit.last
    while first and (_is_capital(words[first - 1]) or (words[first - 1] in _LINKS and first < hit.last)):
        first -= 1
    while last < len(words) and (_is_capital(words[last]) or words[last] in _LINKS):
        last += 1
    run = {plain(word).lower() for word in words[max(0, first - 1) : last]}
    shared = bool(run & _SHARED and run & _BODIES) and "chiefs" not in run
    return not run.isdisjoint(tables.heads) and not shared


def _is_name(words: list[str], hit: _Hit) -> bool:
    """``Ms Rice``, ``Tea Seiha``: a plain word in capitals that a name's other word stands beside."""
    if hit.last - hit.first > 1 or hit.topic not in _PLAIN:
        return False
    word = words[hit.first]
    if not _is_capital(word) or word.isupper():
        return False
    before = words[hit.first - 1] if hit.first else ""
    after = words[hit.last] if hit.last < len(words) else ""
    return plain(before).lower().rstrip(".") in _STYLES or (
        hit.bare and _is_capital(after) and after.isalpha()
    )


def _outside_exercises(
    tables: Tables, words: list[str], matches: list[Match], hits: list[_Hit]
) -> list[_Hit]:
    """Hits without those that only tell what an exercise trains for."""
    if not any(hit.topic == "joint-exercises" for hit in hits):
        return hits
    hits = [hit for hit in hits if hit.topic != "military-technical" or not hit.bare]  # what takes part in it
    heads = [m.first for m in matches if tables.payloads[m.payload].kind == "head"]
    openers = {m.first for m in matches if tables.payloads[m.payload].kind == "opener"}
    scopes = [
        (_scope_start(words, head), _scope_end(tables, words, head + 1, openers))
        for head in heads
        if any(head in range(hit.first, hit.last) for hit in hits if hit.topic == "joint-exercises")
    ]
    if not scopes:
        return hits
    return [
        hit
        for hit in hits
        if hit.topic not in tables.drops or not any(first <= hit.first < last for first, last in scopes)
    ]


def _scope_start(words: list[str], head: int) -> int:
    first = head
    while first and head - first < _MODIFIERS:
        word = words[first - 1]
        if not word[0].isalnum() or word.lower() in _MODIFIER_STOPS:
            break
        first -= 1
    return first


def _scope_end(tables: Tables, words: list[str], place: int, openers: set[int]) -> int:
    explains = place in openers
    while place < len(words):
        word = words[place]
        if tables.phrases.is_barrier(word):
            break
        if word in ",:–—":
            if place + 1 not in openers:
                break
            explains = True
        elif word in _CONJUNCTIONS and not explains:
            break
        place += 1
    return place


def _not_denied(tables: Tables, matches: list[Match], hits: list[_Hit]) -> list[_Hit]:
    for match in matches:
        kind = tables.payloads[match.payload].kind
        if kind == "after":
            hits = [hit for hit in hits if hit.first < match.last]
        elif kind == "before":
            hits = [hit for hit in hits if hit.last > match.first]
    return hits


def _settled(tables: Tables, words: list[str], hits: list[_Hit]) -> list[_Hit]:
    """One hit for each stretch of words: the longest of a topic, without what another absorbs."""

    def within(inner: _Hit, outer: _Hit) -> bool:
        return (
            outer.first <= inner.first
            and inner.last <= outer.last
            and (outer.last - outer.first) > (inner.last - inner.first)
        )

    def lost(hit: _Hit) -> bool:
        for other in hits:
            if other is hit:
                continue
            if hit.last == other.last and other.topic in _OVER and hit.topic in _OVER[other.topic]:
                return True  # "an offer to make drones": what is made is not what is given
            if not within(hit, other):
                continue
            if other.topic == hit.topic and CONFIDENCE.get(other.level, 0) >= CONFIDENCE.get(hit.level, 0):
                return True
            if other.topic == hit.topic or "," in words[other.first : other.last]:
                continue  # a list: each of its members counts
            if hit.level in ("likely", "weak") or hit.topic in tables.absorbs.get(other.topic, ()):
                return True
        return False

    kept = [hit for hit in hits if not lost(hit)]
    told = {hit.topic for hit in kept}
    return [hit for hit in kept if hit.level != "civil" or told.isdisjoint(tables.yields.get(hit.topic, ()))]


def _by_items(tables: Tables, words: list[str], hits: list[_Hit]) -> list[_Hit]:
    """What each item of a list is about: its head decides, words that only hint yield to firm ones."""
    if len({hit.topic for hit in hits}) < 2:
        return hits
    parts = [at for at, word in enumerate(words) if word in _PARTS or not word.strip()]
    items: dict[int, list[_Hit]] = {}
    for hit in sorted(hits, key=lambda hit: (hit.first, -hit.last)):
        items.setdefault(bisect(parts, hit.first), []).append(hit)
    found = []
    for part, item in items.items():
        first = parts[part - 1] + 1 if part else 0
        last = parts[part] if part < len(parts) else len(words)
        found += _item(tables, item, last - first <= _SHORT)
    return found


def _item(tables: Tables, hits: list[_Hit], short: bool) -> list[_Hit]:
    if short:  # ``in energy, training and reforms``: a general word alone is the item
        hits = [hit._replace(level="likely") if hit.level == "weak" else hit for hit in hits]
    firm = {hit.topic for hit in hits if not hit.bare} or {hits[0].topic}
    kept: list[_Hit] = []
    for hit in hits:
        if hit.topic in firm and not any(
            hit.topic in tables.follows.get(other.topic, ()) and other.topic in firm for other in kept
        ):
            kept.append(hit)
    return kept
