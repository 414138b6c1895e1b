"""The venue of an encounter: said beside it, told soon after, or visited just before."""

from __future__ import annotations

from store.reading.places import leads_away
from store.reading.scene import Found, Scene, span_of
from store.reading.story import Encounter


def venue_of(scene: Scene, encounter: Encounter, index: int) -> Found | None:
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
        venues = [v for v in venues if v.first < last or not leads_away(scene.tokens.low, last, v.first)]
        if venues:
            best = min(venues, key=lambda v: (v.first < frame, abs(v.first - frame)))
            return Found(best.name, (span_of(scene, best.first, best.last),), "venue.stated", best.country)
    first_sentence = encounter.sentences[0]
    ministry = _own_ministry(scene, encounter)
    if ministry is not None:
        return ministry
    for number in range(first_sentence + 1, len(scene.tokens.sentences)):
        if scene.telling.about.get(number) != [index]:
            continue
        first, last, _ = scene.tokens.sentences[number]
        low = scene.tokens.low
        for venue in scene.venues.get(number, []):
            window = set(low[max(first, venue.first - 9) : venue.first])
            if {
                "meeting",
                "meetings",
                "talks",
                "conversation",
                "held",
                "negotiations",
                "discussion",
            } & window:
                return Found(
                    venue.name, (span_of(scene, venue.first, venue.last),), "venue.told", venue.country
                )
        host = _hosting_body(scene, first, last)
        if host is not None:
            return host
    return _visited(scene, first_sentence) or _told_again(scene, encounter)


def _told_again(scene: Scene, encounter: Encounter) -> Found | None:
    """A headline or caption told of the encounter first, the article then says where."""
    for number in encounter.sentences[1:]:
        first, last, _ = scene.tokens.sentences[number]
        venues = scene.venues.get(number, [])
        if venues and any(first <= a < last for a, _ in encounter.words):
            best = venues[0]
            return Found(best.name, (span_of(scene, best.first, best.last),), "venue.stated", best.country)
    return None


def _own_ministry(scene: Scene, encounter: Encounter) -> Found | None:
    """``at the ministry``: the one that the host is minister of."""
    first, last, _ = scene.tokens.sentences[encounter.sentences[0]]
    low = scene.tokens.low
    for at in range(first, last - 2):
        if (
            low[at] == "at"
            and low[at + 1] in ("the", "his", "her")
            and low[at + 2] == "ministry"
            and not (at + 3 < last and low[at + 3] == "of")
        ):
            for person in encounter.hosts or encounter.attendees:
                for post in scene.people[person].posts:
                    if post.head.split()[-1] == "minister" and post.title:
                        words = [
                            w
                            for a, b in post.title
                            for w in scene.tokens.word[a:b]
                            if w.lower() not in ("deputy", "first", "vice", "prime")
                        ]
                        name = " ".join(words).replace("Minister", "Ministry").replace("minister", "ministry")
                        if len(words) > 1:
                            return Found(
                                name,
                                (span_of(scene, at + 2, at + 3),),
                                "venue.ministry",
                                scene.people[person].country,
                            )
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


def _visited(scene: Scene, sentence: int) -> Found | None:
    """``visited the Air Force's headquarters. ... met with the guests``: the sentence right before."""
    low = scene.tokens.low
    block = scene.tokens.sentences[sentence][2]
    for number in range(sentence, max(-1, sentence - 3), -1):
        first, last, other = scene.tokens.sentences[number]
        if other != block:
            return None
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
                    "headquarters" in low[begin:end]
                    or "command" in low[begin:end]
                    or "presidency" in low[begin:end]
                    or "ministry" in low[begin:end]
                ):
                    hit = scene.phrases.hits[begin]
                    if hit is not None and hit.entry.kind.value in ("country", "adjective"):
                        begin = hit.last
                    return Found(
                        " ".join(scene.text[scene.tokens.start[begin] : scene.tokens.end[end - 1]].split()),
                        (span_of(scene, begin, end),),
                        "venue.visited",
                        None,
                    )
    return None
