"""The venue of an encounter: said beside it, told soon after, or visited just before."""

from __future__ import annotations

from store.lexicon.grammar import grammar_words
from store.reading.layout import BlockKind
from store.reading.leads import leads_away
from store.reading.scene import Found, Scene, span_of
from store.reading.sought import mark_of
from store.reading.story import Encounter


def venue_of(scene: Scene, encounter: Encounter, index: int) -> Found | None:
    """The venue of the encounter, with the words that say so or the rule by which it is taken."""
    frame = encounter.words[0][0]
    if encounter.room is not None:
        first, last = encounter.room
        return Found(
            " ".join(scene.text[scene.tokens.start[first] : scene.tokens.end[last - 1]].split()),
            (span_of(scene, first, last),),
            "venue.programme",
            None,
        )
    for number in encounter.sentences[:1]:
        venues = scene.venues.get(number, [])
        last = encounter.words[0][1]
        venues = [
            v
            for v in venues
            if (v.first < last or not leads_away(scene.tokens.low, last, v.first)) and not _is_bare(v.name)
        ] or [v for v in venues if _is_bare(v.name) and _own_ministry(scene, encounter, number) is None]
        if venues:
            best = min(venues, key=lambda v: (v.first < frame, abs(v.first - frame)))
            return Found(best.name, (span_of(scene, best.first, best.last),), "venue.stated", best.country)
    first_sentence = encounter.sentences[0]
    ministry = _own_ministry(scene, encounter, first_sentence)
    if ministry is not None:
        return ministry
    for number in range(first_sentence + 1, len(scene.tokens.sentences)):
        if scene.telling.about.get(number) != [index]:
            continue
        first, last, _ = scene.tokens.sentences[number]
        low = scene.tokens.low
        for venue in scene.venues.get(number, []):
            if _is_bare(venue.name):
                continue
            window = set(low[max(first, venue.first - 9) : venue.first])
            if {
                "meeting",
                "meetings",
                "talks",
                "conversation",
                "held",
                "negotiations",
                "discussion",
                "session",
                "audience",
            } & window:
                return Found(
                    venue.name, (span_of(scene, venue.first, venue.last),), "venue.told", venue.country
                )
        marks = scene.tokens.sentence_marks[number]
        if marks & _OF_TALKS and (own := _own_ministry(scene, encounter, number)):
            return own
        host = _hosting_body(scene, first, last) if marks & _HOSTED else None
        if host is not None:
            return host
    return (
        _visited(scene, first_sentence)
        or _told_again(scene, encounter)
        or _announced(scene, encounter, first_sentence)
        or _headed(scene, first_sentence)
    )


_BEFORE_A_ROOM = frozenset(("at", "in", "the", "also", "meanwhile", "later", "earlier"))


def _headed(scene: Scene, sentence: int) -> Found | None:
    """``Also at the State House``: a heading that says nothing but where all below it took place."""
    low, own = scene.tokens.low, scene.tokens.sentences[sentence][2]
    for number in range(sentence - 1, max(-1, sentence - 5), -1):
        first, last, block = scene.tokens.sentences[number]
        if scene.blocks[block].kind is not BlockKind.HEADLINE or block == own:
            continue
        for venue in scene.venues.get(number, ()):
            around = [w for w in (*low[first : venue.first], *low[venue.last : last]) if w[0].isalpha()]
            if _BEFORE_A_ROOM.issuperset(around):
                span = span_of(scene, venue.first, venue.last)
                return Found(venue.name, (span,), "venue.headed", venue.country)
        return None
    return None


_SERIES = frozenset(
    "ambassadors envoys heads ministers meetings bilaterals talks separately series several number round"
    " string".split()
)


_SURE_SERIES = frozenset("ambassadors envoys meetings separately series several string".split())


def _announced(scene: Scene, encounter: Encounter, sentence: int) -> Found | None:
    """``received three new envoys at the State House. The first was ...``: where the series was told of."""
    if encounter.planned or any(place.sure for place in scene.places.get(sentence, ())):
        return None  # what has a city of its own is not where those before were
    for number in range(sentence - 1, max(-1, sentence - 7), -1):
        first, last, block = scene.tokens.sentences[number]
        if not scene.venues.get(number):
            continue
        owned = any(number in e.sentences for e in scene.telling.encounters)
        series = _SURE_SERIES if owned else _SERIES
        told = scene.blocks[block].kind in (BlockKind.BODY, BlockKind.SPEECH)
        if told and series & set(scene.tokens.low[first:last]) and _TOLD & set(scene.tokens.low[first:last]):
            venue = scene.venues[number][0]
            return Found(
                venue.name, (span_of(scene, venue.first, venue.last),), "venue.announced", venue.country
            )
    return None


_TOLD = frozenset("received met held hosted welcomed had".split())


_OF_TALKS = mark_of(("meeting", "talks", "conversation", "negotiations", "discussions", "reception"))
_HOSTED = mark_of(("hosted",))


def _is_bare(name: str) -> bool:
    """``Ministry``, ``Ministry building``: a body's noun that does not say which."""
    low = name.lower().split()
    return low[0] in _BODY_WORDS and (len(low) == 1 or (len(low) == 2 and low[1] in _OF_IT))


def _told_again(scene: Scene, encounter: Encounter) -> Found | None:
    """A headline or caption told of the encounter first, the article then says where."""
    for number in encounter.sentences[1:]:
        first, last, _ = scene.tokens.sentences[number]
        venues = scene.venues.get(number, [])
        if venues and any(first <= a < last for a, _ in encounter.words):
            best = venues[0]
            return Found(best.name, (span_of(scene, best.first, best.last),), "venue.stated", best.country)
    return None


_BODY_WORDS = frozenset(
    "academy administration agency bureau college command department directorate institute ministry"
    " secretariat service".split()
)
_OF_BODIES = mark_of(_BODY_WORDS)
_SPEAKERS = frozenset("source sources official officials spokesman spokesperson spokeswoman officer".split())
_SEATS = frozenset(("seat", "headquarters", "premises", "building", "offices", "compound"))
_OF_IT = frozenset(("building", "headquarters", "premises", "compound", "complex"))
_NO_PORTFOLIO = frozenset(("deputy", "first", "vice", "prime", "acting", "state", "senior"))


def _own_ministry(scene: Scene, encounter: Encounter, number: int) -> Found | None:
    """``at the ministry``, ``in the Ministry building``: the one that the host or a guest belongs to."""
    first, last, _ = scene.tokens.sentences[number]
    low = scene.tokens.low
    if not scene.tokens.sentence_marks[number] & _OF_BODIES:
        return None
    for at in range(first, last - 2):
        word = low[at + 2]
        if word in _SEATS and low[at + 3 : at + 5] == ["of", "the"] and at + 5 < last:
            at += 3  # "at the seat of the Bureau"
            word = low[at + 2]
            full = _body_called(scene, encounter, word) or _body_named(scene, first, at, word)
            if word in _BODY_WORDS and full is not None:
                return Found(full[0], (span_of(scene, at + 2, at + 3),), "venue.ministry", full[1])
            continue
        if low[at] not in ("at", "in") or low[at + 1] not in ("the", "his", "her") or word not in _BODY_WORDS:
            continue
        if low[at - 1] in _SPEAKERS:
            continue
        after = low[at + 3] if at + 3 < last else "."
        if after in ("of", "for", "-") or (
            scene.tokens.cap[at + 3 : at + 4] == [True] and after not in _OF_IT
        ):
            continue
        full = _body_called(scene, encounter, word) or _body_named(scene, first, at, word)
        if full is not None:
            return Found(full[0], (span_of(scene, at + 2, at + 3),), "venue.ministry", full[1])
    return None


def _body_called(scene: Scene, encounter: Encounter, word: str) -> tuple[str, str | None] | None:
    """The full name of the body that somebody who meets heads: ``ministry`` of a minister of defence."""
    tokens = scene.tokens
    for person in [*encounter.hosts, *encounter.attendees, *encounter.guests]:
        for post in scene.people[person].posts:
            for ranges in (post.organisation, post.title):
                names = [w for a, b in ranges for w in tokens.word[a:b]]
                if word in [w.lower() for w in names] and len(names) > 1:
                    return " ".join(names).removeprefix("the "), scene.people[person].country
            names = [w for a, b in post.title for w in tokens.word[a:b] if w.lower() not in _NO_PORTFOLIO]
            if word == "ministry" and len(names) > 1 and "minister" in post.head:
                named = " ".join(names).replace("Minister", "Ministry").replace("minister", "ministry")
                return named, scene.people[person].country
    return None


def _body_named(scene: Scene, first: int, last: int, word: str) -> tuple[str, str | None] | None:
    """``Head of the National Security Bureau, at the Bureau``: the body named before in the sentence."""
    tokens = scene.tokens
    for at in range(last - 1, first - 1, -1):
        if tokens.low[at] != word or not tokens.cap[at]:
            continue
        begin, end = at, at + 1
        while begin > first and tokens.cap[begin - 1] and tokens.low[begin - 1] != "the":
            begin -= 1
        while end + 1 < last and tokens.low[end] in ("of", "and", "for") and tokens.cap[end + 1]:
            end += 2
            while end < last and tokens.cap[end]:
                end += 1
        if end - begin > 1:
            name = " ".join(scene.text[tokens.start[begin] : tokens.end[end - 1]].split())
            return name, None
    return None


def _hosting_body(scene: Scene, first: int, last: int) -> Found | None:
    """``Azerbaijan Ministry of Defense hosted a meeting``."""
    low = scene.tokens.low
    for at in range(first, last - 2):
        if low[at] == "hosted" and "meeting" in low[at : at + 4]:
            for begin in range(first, at):
                hit = scene.phrases.hits[begin]
                if (
                    scene.tokens.cap[begin]
                    and (hit is None or hit.entry.kind.value == "organisation")
                    and low[begin] not in ("then", "subsequently", "later", "the", "after")
                ):
                    name = " ".join(scene.text[scene.tokens.start[begin] : scene.tokens.end[at - 1]].split())
                    return Found(name, (span_of(scene, begin, at),), "venue.host", None)
    return None


_VISITED = frozenset(("headquarters", "command", "presidency", "ministry"))
_OF_VISITS = mark_of(("visited", "toured", "visit"))


def _visited(scene: Scene, sentence: int) -> Found | None:
    """``visited the Air Force's headquarters. ... met with the guests``: the sentence right before."""
    low = scene.tokens.low
    block = scene.tokens.sentences[sentence][2]
    for number in range(sentence, max(-1, sentence - 3), -1):
        first, last, other = scene.tokens.sentences[number]
        if other != block:
            return None
        if not scene.tokens.sentence_marks[number] & _OF_VISITS:
            continue
        for at in range(first, last - 2):
            if low[at] in ("visited", "toured") or (low[at] == "visit" and low[at + 1] == "to"):
                begin = at + 1 + (low[at + 1] == "to")
                while begin < last and low[begin] in ("the", "a"):
                    begin += 1
                end = begin
                while end < last and (
                    scene.tokens.cap[end] or low[end] in ("'s", "of", "the", "headquarters", "and")
                ):
                    end += 1
                while end > begin and low[end - 1] in ("and", "of", "the", "'s"):
                    end -= 1
                if end > begin and (
                    _VISITED & set(low[begin:end])
                    or ("where" in low[end : end + 6] and grammar_words().venue_words & set(low[begin:end]))
                ):
                    hit = scene.phrases.hits[begin]
                    country = None
                    if hit is not None and hit.entry.kind.value in ("country", "adjective"):
                        begin, country = hit.last, hit.entry.code
                    return Found(
                        " ".join(scene.text[scene.tokens.start[begin] : scene.tokens.end[end - 1]].split()),
                        (span_of(scene, begin, end),),
                        "venue.visited",
                        country,
                    )
    return None
