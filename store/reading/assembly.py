"""From what the stages found to the Reading: values with their evidence, spans of the article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from store.lexicon.grammar import grammar_words
from store.model import (
    Ceremony,
    Dateline,
    Evidence,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Occasion,
    Official,
    Post,
    Reading,
    Role,
    Span,
    Stated,
    Statement,
)
from store.reading.ceremonies import CeremonyHit
from store.reading.layout import BlockKind
from store.reading.mentions import Mention
from store.reading.occasions import OccasionPhrase
from store.reading.people import Person
from store.reading.posts import PostPhrase
from store.reading.scene import Found, Scene, Setting, span_of
from store.reading.source import Read
from store.reading.statements import StatementHit
from store.reading.story import Encounter
from store.reading.surface import Surface
from store.reading.talk import spoken_of
from store.reading.tokens import Tokens
from store.reading.topics import Named, find_topics

Back = Callable[[int, int], Span]

_DROPPED = (
    "opposition",
    "senior",
    "top",
    "visiting",
    "new",
    "his",
    "her",
    "its",
    "their",
    "current",
    "resident",
    "non-resident",
    "late",
    "veteran",
    "serving",
    "incumbent",
    "the",
    "s",
    "'s",
)


def assemble(
    surface: Surface,
    scene: Scene,
    settings: list[Setting],
    ceremonies: Sequence[CeremonyHit],
    statements: Sequence[StatementHit],
) -> Reading:
    """The reading of one article; nothing in it is without evidence."""
    back: Back = surface.original if surface.mended else Span
    shown = [n for n, person in enumerate(scene.people) if _is_official(person, scene)]
    names = {n: _name(scene, scene.people[n]) for n in shown}
    dateline = Dateline(_stated(scene.source.place, back), _stated(scene.source.date, back))
    return Reading(
        outlet=_stated(scene.source.outlet, back),
        attributed_to=_stated(scene.source.attributed_to, back),
        dateline=dateline if dateline.place or dateline.date else None,
        byline=_stated(scene.source.byline, back),
        officials=tuple(_official(scene, scene.people[n], names[n], back) for n in shown),
        meetings=tuple(
            meeting
            for index, (encounter, setting) in enumerate(zip(scene.telling.encounters, settings, strict=True))
            if (meeting := _meeting(scene, encounter, setting, index, names, ceremonies, back)) is not None
        ),
        ceremonies=tuple(Ceremony(hit.site, _evidence(hit.spans, hit.rule, back)) for hit in ceremonies),
        statements=_statements(scene, statements, names, back),
    )


def _evidence(spans: Iterable[tuple[int, int]], rule: str, back: Back, confidence: float = 1.0) -> Evidence:
    places = sorted({back(a, b) for a, b in spans})
    return Evidence(tuple(places), rule, confidence)


def _stated(read: Read | None, back: Back) -> Stated[str] | None:
    return None if read is None else Stated(read.value, _evidence([read.span], read.rule, back, 0.9))


def _found(found: Found | None, back: Back) -> Stated[str] | None:
    if found is None:
        return None
    confidence = 0.95 if found.rule.endswith((".stated", ".full", ".told")) else 0.8
    return Stated(found.value, _evidence(found.spans, found.rule, back, confidence))


# --- officials --------------------------------------------------------------------------------


def _is_official(person: Person, scene: Scene) -> bool:
    byline = scene.source.byline
    if byline is not None and person.name and not person.posts and not person.acting:
        first = person.best.first
        if byline.span.start <= scene.tokens.start[first] < byline.span.end:
            return False
    if not person.acting and not person.honoured and all(_is_credit(scene, m) for m in person.mentions):
        return False
    return person.stated or person.acting or person.honoured or person.country_rule == "country.flag"


def _is_credit(scene: Scene, mention: Mention) -> bool:
    """Whether the name only says who took a picture: ``Photo by Sgt. X``."""
    first, _, block = scene.tokens.sentences[mention.sentence]
    if scene.blocks[block].kind is not BlockKind.CAPTION:
        return False
    before = scene.tokens.low[max(first, mention.left - 4) : mention.left]
    return (
        bool({"by", "credit", "photographer", "pic", "photo"} & set(before))
        and len(before)
        - max(
            (i for i, w in enumerate(before) if w in ("by", "credit", "photographer", "pic", "photo")),
            default=0,
        )
        <= 3
    )


def _name(scene: Scene, person: Person) -> str:
    """The fullest form as printed, white space folded; capitals of a headline taken down."""
    words = scene.tokens.word[person.best.first : person.best.last]
    text = scene.text[scene.tokens.start[person.best.first] : scene.tokens.end[person.best.last - 1]]
    name = " ".join(text.split())
    if len(words) > 1 and all(w.isupper() for w in words if len(w) > 3):
        return name.title()
    return name


def _mention_span(scene: Scene, mention: Mention, back: Back) -> Span:
    return back(scene.tokens.start[mention.first], scene.tokens.end[mention.last - 1])


def _official(scene: Scene, person: Person, name: str, back: Back) -> Official:
    mentions = tuple(_mention_span(scene, m, back) for m in person.mentions)
    posts = _posts(scene, person, back)
    country = None
    if person.country:
        spans = [p.evidence.spans[0] for p in posts if p.country == person.country][:1] or list(mentions[:1])
        sure = 0.95 if person.country_rule == "country.post" else 0.7
        country = Stated(person.country, Evidence(tuple(spans), person.country_rule, sure))
    return Official(
        name=name,
        rank=_rank(scene, person, back),
        posts=posts,
        country=country,
        role=Stated(_role(person), Evidence(mentions[:1], "role." + _role(person).value, 0.9)),
        mentions=mentions,
        evidence=Evidence(
            mentions,
            "official." + ("post" if person.posts else "rank" if person.stated else "encounter"),
            0.95 if person.stated else 0.7,
        ),
    )


def _role(person: Person) -> Role:
    if person.hosts:
        return Role.HOST
    if person.guests:
        return Role.GUEST
    if person.attends:
        return Role.ATTENDEE
    return Role.HONOURED if person.honoured else Role.MENTIONED


def _rank(scene: Scene, person: Person, back: Back) -> Stated[str] | None:
    """The rank as first printed in full: the longest of the forms, the first among equals."""
    tokens = scene.tokens
    ranks = [m.rank for m in person.mentions if m.rank is not None]
    if any(post.head == "commander" for post in person.posts):
        ranks = [r for r in ranks if tokens.low[r[0] : r[1]] != ["commander"]]
    if not ranks:
        return None
    first, last = max(ranks, key=lambda r: (r[1] - r[0], not tokens.word[r[0]].isupper()))
    start, end = tokens.start[first], tokens.end[last - 1]
    value = " ".join(scene.text[start:end].split())
    return Stated(value, _evidence([(start, end)], "rank.form", back))


def _posts(scene: Scene, person: Person, back: Back) -> tuple[Post, ...]:
    found: list[Post] = []
    seen: list[frozenset[str]] = []
    for mention in person.mentions:
        if mention.counterpart and not mention.posts:
            post = _counterpart_post(scene, person, mention, back)
            if post is not None and not any(_key(post) <= other for other in seen):
                found.append(post)
                seen.append(_key(post))
        for phrase in mention.posts:
            if phrase.plural and not phrase.complement and len(person.posts) > 1:
                continue  # "Ministers Vieira and Lezcano"
            post = _post(scene, person, phrase, back)
            key = _key(post)
            if not key or any(
                key <= other or (other < key and _longer(found, other, post)) for other in seen
            ):
                continue
            found.append(post)
            seen.append(key)
    return tuple(found)


def _longer(found: list[Post], key: frozenset[str], post: Post) -> bool:
    """A fuller form of a post already found takes its place."""
    for index, old in enumerate(found):
        if _key(old) == key and set(old.title.lower().split()) < set(post.title.lower().split()):
            found[index] = post
            return True
    return False


_NO_KEY = frozenset("the of for and former acting newly appointed caretaker outgoing interim then".split())


def _key(post: Post) -> frozenset[str]:
    words = (
        f"{post.title} {post.organisation or ''}".lower()
        .replace("defence", "defense")
        .replace("’", "'")
        .replace("-", " ")
        .replace("adviser", "advisor")
        .split()
    )
    return frozenset(w for w in words if w not in _NO_KEY)


def _words(scene: Scene, ranges: Iterable[tuple[int, int]]) -> str:
    tokens = scene.tokens
    parts = [scene.text[tokens.start[a] : tokens.end[b - 1]] for a, b in ranges if b > a]
    return " ".join(" ".join(parts).split())


def _post(scene: Scene, person: Person, phrase: PostPhrase, back: Back) -> Post:
    tokens = scene.tokens
    ranges = list(phrase.title)
    while ranges and ranges[0][0] < ranges[0][1] and _drops(tokens, ranges[0][0]):
        first, last = ranges[0]
        ranges[0] = (first + 1, last)
        if first + 1 >= last:
            ranges.pop(0)
    title = phrase.stated or _words(scene, ranges) or tokens.word[phrase.first]
    title = title.strip(" ,–-")
    if phrase.plural:
        title = " ".join(map(_singular, title.split()))
    if title.isupper() and len(title) > 5:
        title = title.title()
    organisation = _words(scene, phrase.organisation).strip(" ,–-") or None
    span = [(tokens.start[phrase.first], tokens.end[phrase.last - 1])]
    return Post(
        title, organisation, phrase.country or person.country, _evidence(span, "post.phrase", back, 0.9)
    )


def _singular(word: str) -> str:
    """``Ministers`` of two countries are each a ``Minister``."""
    if word.lower() not in grammar_words().plural or word.lower() in ("defence", "defense"):
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


def _drops(tokens: Tokens, at: int) -> bool:
    """Whether a word before a title is no part of it: ``visiting``, ``the first`` president."""
    low = tokens.low[at]
    if low == "first" and not tokens.cap[at]:
        return at + 1 < len(tokens) and tokens.low[at + 1] not in (
            "deputy",
            "vice",
            "secretary",
            "lady",
            "sea",
            "counsellor",
        )
    return low in _DROPPED and not (tokens.cap[at] and low in ("resident", "senior", "top", "new"))


def _counterpart_post(scene: Scene, person: Person, mention: Mention, back: Back) -> Post | None:
    """``his Turkish counterpart``: the post of the one he is the counterpart of."""
    before = [
        (m.first, other)
        for other in scene.people
        if other is not person and other.posts
        for m in other.mentions
        if m.first < mention.first and m.sentence >= mention.sentence - 1
    ]
    if not before:
        return None
    other = max(before, key=lambda row: row[0])[1]
    phrase = max(other.posts, key=lambda p: (p.complement, p.last - p.first))
    post = _post(scene, person, phrase, back)
    span = (
        [(scene.tokens.start[mention.left], scene.tokens.end[mention.first - 1])]
        if mention.left < mention.first
        else []
    )
    evidence = _evidence(span, "post.counterpart", back, 0.8) if span else post.evidence
    return Post(post.title, post.organisation, person.country, evidence)


# --- meetings ---------------------------------------------------------------------------------


def _meeting(
    scene: Scene,
    encounter: Encounter,
    setting: Setting,
    index: int,
    names: dict[int, str],
    ceremonies: Sequence[CeremonyHit],
    back: Back,
) -> Meeting | None:
    tokens = scene.tokens
    words = [(tokens.start[a], tokens.end[b - 1]) for a, b in encounter.words]
    told = _evidence(words[:2], encounter.rule, back, 0.9 if encounter.directed else 0.8)
    parties = _parties(scene, encounter, names, back)
    if len(encounter.principals) < 2 and len(parties) < 2:
        return None
    occasion = setting.occasion
    return Meeting(
        kind=Stated(MeetingKind(encounter.kind), told),
        status=Stated(MeetingStatus.PLANNED if encounter.planned else MeetingStatus.HELD, told),
        date=_found(setting.date, back),
        place=_found(setting.place, back),
        venue=_found(setting.venue, back),
        hosts=_takers(scene, encounter, encounter.hosts, names, back),
        guests=_takers(scene, encounter, encounter.guests, names, back),
        attendees=_takers(scene, encounter, encounter.attendees, names, back),
        parties=parties,
        occasion=None
        if occasion is None
        else Stated(
            Occasion(occasion.name, occasion.ordinal),
            _evidence([(occasion.start, occasion.end)], occasion.rule, back, 0.85),
        ),
        topics=_topics(scene, encounter, index, [p.value for p in parties], ceremonies, occasion, back),
        evidence=_evidence(words[:3], encounter.rule, back, 0.9),
    )


def _takers(
    scene: Scene, encounter: Encounter, people: list[int], names: dict[int, str], back: Back
) -> tuple[Stated[str], ...]:
    rows = []
    for number in dict.fromkeys(people):
        if number not in names:
            continue
        person = scene.people[number]
        near = [m for m in person.mentions if m.sentence in encounter.sentences] or person.mentions
        rows.append(
            Stated(names[number], Evidence((_mention_span(scene, near[0], back),), encounter.rule, 0.9))
        )
    return tuple(rows)


def _parties(
    scene: Scene, encounter: Encounter, names: dict[int, str], back: Back
) -> tuple[Stated[str], ...]:
    spans: dict[str, Span] = {}
    for number in encounter.hosts + encounter.guests + encounter.attendees:
        person = scene.people[number]
        if person.country and number in names:
            spans.setdefault(person.country, _mention_span(scene, person.mentions[0], back))
    sentence = scene.tokens.sentences[encounter.sentences[0]]
    for code in encounter.parties:
        if code not in spans:
            spans[code] = back(scene.tokens.start[sentence[0]], scene.tokens.end[sentence[1] - 1])
    return tuple(Stated(code, Evidence((spans[code],), "parties.countries", 0.9)) for code in sorted(spans))


def _topics(
    scene: Scene,
    encounter: Encounter,
    index: int,
    parties: list[str],
    ceremonies: Sequence[CeremonyHit],
    occasion: OccasionPhrase | None,
    back: Back,
) -> tuple[Stated[str], ...]:
    found: dict[str, Stated[str]] = {}
    homage = [span for hit in ceremonies for span in hit.spans]
    for number, (first, last, block) in enumerate(scene.tokens.sentences):
        if index not in scene.telling.about.get(number, []):
            continue
        met = next((b for a, b in encounter.words if first <= a < last), None)
        told = spoken_of(scene.tokens, scene.blocks[block].kind, first, last, met)
        if told is None:
            continue
        start, end = scene.tokens.start[told[0]], scene.tokens.end[told[1] - 1]
        if number not in encounter.sentences and any(start <= a < end for a, _ in homage):
            continue
        if scene.blocks[block].kind is BlockKind.HEADLINE and number not in encounter.sentences:
            continue
        own = occasion if occasion is not None and start <= occasion.start < end else None
        names = partial(_names_within, scene, number, first, last, own)
        for hit in find_topics(scene.text, start, end, parties, names):
            if hit.topic not in found:
                found[hit.topic] = Stated(hit.topic, Evidence((back(*hit.span),), hit.rule, hit.confidence))
    return tuple(found.values())


def _names_within(scene: Scene, number: int, first: int, last: int, occasion: OccasionPhrase | None) -> Named:
    """What is named in a sentence, which is no topic: people and posts, and its venues and occasion."""
    phrases = scene.phrases
    named = {id(m): m for m in phrases.mention_at[first:last] if m is not None and m.person >= 0}
    posts = {id(p): p for m in named.values() for p in m.posts if first <= p.first < last}
    posts.update(
        (id(p), p) for p in phrases.post_at[first:last] if p is not None and scene.tokens.cap[p.first]
    )
    places = [span_of(scene, venue.first, venue.last) for venue in scene.venues.get(number, ())]
    if occasion is not None:
        places.append(Span(occasion.start, occasion.end))
    people = [span_of(scene, mention.first, mention.last) for mention in named.values()]
    return Named(places, people + [span_of(scene, post.first, post.last) for post in posts.values()])


# --- statements -------------------------------------------------------------------------------


def _statements(
    scene: Scene, hits: Sequence[StatementHit], names: dict[int, str], back: Back
) -> tuple[Statement, ...]:
    rows = []
    for hit in hits:
        speaker = _speaker(scene, hit)
        if speaker is None or speaker not in names:
            continue
        said = back(*hit.said)
        rows.append(
            Statement(names[speaker], hit.verb, said, Evidence((back(*hit.speaker), said), hit.rule, 0.85))
        )
    return tuple(rows)


def _speaker(scene: Scene, hit: StatementHit) -> int | None:
    """The person named in the speaker's words, or meant by the sentence's subject."""
    tokens = scene.tokens
    for mention in scene.phrases.mentions:
        if mention.person >= 0 and hit.speaker[0] <= tokens.start[mention.first] < hit.speaker[1]:
            return mention.person
    for number, (first, last, _) in enumerate(tokens.sentences):
        if tokens.start[first] <= hit.speaker[0] < tokens.end[last - 1]:
            people = scene.telling.speakers.get(number, ())
            return people[0] if len(people) == 1 else None
    return None
