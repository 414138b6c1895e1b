"""The facts of two articles as a list of differences: who, in what post, where, about what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from store.across.posts import words_of
from store.across.proper import names_in
from store.across.ranks import rank_key
from store.across.sentences import sentences_of
from store.derive import person_key
from store.folding import words
from store.marks import describe_occasion, ordinal_word, topic_name
from store.model import Meeting, MeetingKind, Occasion, Official, Post, Reading, Role, Span, Stated


@dataclass(frozen=True, slots=True)
class Told:
    """One of the articles."""

    article: int
    key: str
    date: str | None
    heading: str
    outlet: str | None
    text: str
    reading: Reading
    people: tuple[tuple[str, str], ...] = ()  # folded names in it, and the key of the person: see rulings
    is_read: bool = True

    def person(self, official: Official) -> str:
        """The key of an official, one under all spellings."""
        key = person_key(official.name)
        return dict(self.people).get(key, key)


@dataclass(frozen=True, slots=True)
class Side:
    """What one article says, and where."""

    said: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that is otherwise in two articles; of what only one has, a side is missing."""

    what: str  # "person", "post", "rank", "role", "holder", "topic", "site", "organisation", "name", "order",
    # "date", "place", "venue", "kind", "occasion", "ordinal", "meetings"
    label: str  # of whom or what
    first: Side | None
    second: Side | None
    key: str = ""  # of the person or the topic


def differences(first: Told, second: Told) -> Iterator[Difference]:
    """All of them, the weightiest first."""
    yield from _settings(first, second)
    yield from _people(first, second)
    yield from _holders(first, second)
    yield from _order(first, second)
    yield from _only(
        "topic", _topics(first.reading), _topics(second.reading), lambda one, other: one == other
    )
    yield from _only("site", _sites(first.reading), _sites(second.reading), _same_name)
    yield from _names(first, second)


# -- the meeting as a whole


def _settings(first: Told, second: Told) -> Iterator[Difference]:
    one, other = _main(first.reading), _main(second.reading)
    if one is None or other is None:
        return
    for what in ("date", "place", "venue"):
        mine: Stated[str] | None = getattr(one, what)
        theirs: Stated[str] | None = getattr(other, what)
        if mine and theirs and _same_name(mine.value, theirs.value):
            continue
        if mine or theirs:
            yield Difference(what, what, side_of(mine), side_of(theirs))
    if one.kind.value is not other.kind.value:
        yield Difference("kind", "kind", side_of(one.kind), side_of(other.kind))
    yield from _occasion(one, other)
    here, there = len(first.reading.meetings), len(second.reading.meetings)
    if here != there:
        yield Difference("meetings", "meetings told of", Side(str(here)), Side(str(there)))


def _occasion(one: Meeting, other: Meeting) -> Iterator[Difference]:
    mine, theirs = one.occasion, other.occasion
    if mine and theirs and mine.value.ordinal != theirs.value.ordinal:
        yield Difference("ordinal", "number of the occasion", _number(mine), _number(theirs))
    elif bool(mine) != bool(theirs):
        yield Difference("occasion", "occasion", _named(mine), _named(theirs))


def _number(stated: Stated[Occasion]) -> Side:
    ordinal = stated.value.ordinal
    return Side(ordinal_word(ordinal) if ordinal else "no number", _first(stated))


def _named(stated: Stated[Occasion] | None) -> Side | None:
    if stated is None:
        return None
    return Side(describe_occasion(stated.value.name, stated.value.ordinal), _first(stated))


def _main(reading: Reading) -> Meeting | None:
    return reading.meetings[0] if reading.meetings else None


def side_of(stated: Stated[str] | Stated[MeetingKind] | None) -> Side | None:
    """What is stated, and where."""
    return Side(str(stated.value), _first(stated)) if stated else None


def _first(stated: object) -> Span | None:
    spans: tuple[Span, ...] = getattr(getattr(stated, "evidence", None), "spans", ())
    return spans[0] if spans else None


# -- people


def _by_person(told: Told) -> dict[str, Official]:
    found: dict[str, Official] = {}
    for official in told.reading.officials:
        found.setdefault(told.person(official), official)
    return found


def _people(first: Told, second: Told) -> Iterator[Difference]:
    mine, theirs = _by_person(first), _by_person(second)
    for key, official in mine.items():
        if key not in theirs:
            yield Difference("person", official.name, _who(official), None, key)
    for key, official in theirs.items():
        if key not in mine:
            yield Difference("person", official.name, None, _who(official), key)
    for key, official in mine.items():
        if key in theirs:
            yield from _of_person(key, official, theirs[key])


def _who(official: Official) -> Side:
    said = [official.role.value.value]
    said += [official.country.value] if official.country else []
    said += [_said(post) for post in official.posts[:1]]
    return Side(", ".join(said), official.mentions[0] if official.mentions else None)


def _of_person(key: str, one: Official, other: Official) -> Iterator[Difference]:
    if one.rank and other.rank and rank_key(one.rank.value) != rank_key(other.rank.value):
        yield Difference("rank", other.name, side_of(one.rank), side_of(other.rank), key)
    mine = [post for post in one.posts if not any(same_post(post, held) for held in other.posts)]
    theirs = [post for post in other.posts if not any(same_post(post, held) for held in one.posts)]
    if (mine or theirs) and one.posts and other.posts:
        yield Difference("post", other.name, _posts(mine), _posts(theirs), key)
    if one.role.value is not other.role.value:
        yield Difference(
            "role",
            other.name,
            Side(one.role.value.value, _first(one.role)),
            Side(other.role.value.value, _first(other.role)),
            key,
        )


def _posts(posts: Iterable[Post]) -> Side | None:
    held = list(posts)
    return Side("; ".join(map(_said, held)), _first(held[0])) if held else None


def _said(post: Post) -> str:
    return ", ".join(filter(None, (post.title, post.organisation)))


@lru_cache(maxsize=1 << 12)
def main_words(said: str) -> frozenset[str]:
    """The words that tell one name from another: ``Defense Minister`` has two."""
    return frozenset(words_of(said))


def same_post(one: Post, other: Post) -> bool:
    """Whether two posts are one, however they are worded."""
    if one.country and other.country and one.country != other.country:
        return False
    if main_words(one.title) != main_words(other.title):
        return main_words(_said(one)) == main_words(_said(other))
    mine, theirs = main_words(one.organisation or ""), main_words(other.organisation or "")
    return not mine or not theirs or mine == theirs


def _holders(first: Told, second: Told) -> Iterator[Difference]:
    """The same post held by another person. Posts that many hold at once (a minister's adviser) are, too."""
    mine, theirs = _by_person(first), _by_person(second)
    for key, official in mine.items():
        for post in official.posts:
            held = [
                (other, there)
                for there, other in theirs.items()
                if there != key and any(same_post(post, one) for one in other.posts)
            ]
            stays = key in theirs and any(same_post(post, one) for one in theirs[key].posts)
            country = _country(post, official)
            for other, there in held:
                passed = next(one for one in other.posts if same_post(post, one))
                if stays or country != _country(passed, other) or not country:
                    continue
                if any(same_post(passed, one) for one in getattr(mine.get(there), "posts", ())):
                    continue
                label = ", ".join((_said(passed), country))
                yield Difference(
                    "holder",
                    label,
                    Side(official.name, _first(post)),
                    Side(other.name, _first(passed)),
                    there,
                )


def _country(post: Post, official: Official) -> str:
    return post.country or (official.country.value if official.country else "")


def _order(first: Told, second: Told) -> Iterator[Difference]:
    """The people of both, where they are listed in another order."""
    mine, theirs = _listed(first), _listed(second)
    both = [key for key in mine if key in theirs], [key for key in theirs if key in mine]
    if both[0] != both[1]:
        yield Difference("order", "order of listing", _row(mine, both[0]), _row(theirs, both[1]))


def _row(listed: Mapping[str, Official], keys: list[str]) -> Side:
    return Side(", ".join(listed[key].name for key in keys), listed[keys[0]].mentions[0])


def _listed(told: Told) -> Mapping[str, Official]:
    there = [
        (official.mentions[0], key, official)
        for key, official in _by_person(told).items()
        if official.mentions and official.role.value not in (Role.HONOURED, Role.MENTIONED)
    ]
    return {key: official for _, key, official in sorted(there, key=lambda one: one[0])}


# -- what is named in one only


def _only(
    what: str,
    mine: Mapping[str, Side],
    theirs: Mapping[str, Side],
    same: Callable[[str, str], bool],
) -> Iterator[Difference]:
    for said, side in mine.items():
        if not any(same(said, other) for other in theirs):
            yield Difference(what, side.said, side, None, said)
    for said, side in theirs.items():
        if not any(same(other, said) for other in mine):
            yield Difference(what, side.said, None, side, said)


def _topics(reading: Reading) -> dict[str, Side]:
    found: dict[str, Side] = {}
    for meeting in reading.meetings:
        for topic in meeting.topics:
            found.setdefault(topic.value, Side(topic_name(topic.value), _first(topic)))
    return found


def _sites(reading: Reading) -> dict[str, Side]:
    return {one.site: Side(one.site, _first(one)) for one in reading.ceremonies}


def _same_name(one: str, other: str) -> bool:
    """Whether two names have the same words, or one has some more: ``Alley of Shehids (Martyrs)``."""
    mine, theirs = main_words(one), main_words(other)
    if mine == theirs:
        return True
    few, many = sorted((mine, theirs), key=len)
    return len(few) > 1 and few < many


def _names(first: Told, second: Told) -> Iterator[Difference]:
    """Proper names that only one has: of organisations, parks, monuments, exercises."""
    mine, theirs = _proper(first), _proper(second)
    told_already = [*_told_already(first.reading), *_told_already(second.reading)]
    said = _everything(first), _everything(second)
    known = {main_words(name) for name in mine} & {main_words(name) for name in theirs}
    for names, is_first in ((mine, True), (theirs, False)):
        elsewhere = said[1] if is_first else said[0]
        for name, (side, what) in names.items():
            telling = main_words(name)
            if telling in known or f" {' '.join(words(name))} " in elsewhere:
                continue
            if any(telling <= other for other in told_already):
                continue
            yield Difference(what, side.said, side if is_first else None, None if is_first else side, name)


def _told_already(reading: Reading) -> Iterator[frozenset[str]]:
    """The sites, venues and occasions: they are told of by themselves."""
    yield from (main_words(one.site) for one in reading.ceremonies)
    for meeting in reading.meetings:
        if meeting.venue:
            yield main_words(meeting.venue.value)
        if meeting.occasion:
            yield main_words(meeting.occasion.value.name)


def _everything(told: Told) -> str:
    return f" {' '.join(words(told.text))} "


def _proper(told: Told) -> dict[str, tuple[Side, str]]:
    from store.lexicon import load

    organisations = load().organisation_names
    found: dict[str, tuple[Side, str]] = {}
    for sentence in sentences_of(told.text, told.reading):
        for start, end in names_in(told.text, sentence):
            span = sentence.stretch(start, end)
            name = " ".join(told.text[slice(*span)].split())
            what = (
                "organisation" if name in organisations or name.partition(" ")[2] in organisations else "name"
            )
            found.setdefault(" ".join(words(name)), (Side(name, span), what))
    return found
