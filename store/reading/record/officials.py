"""Officials: who counts as one, under which name, with which rank and role."""

from __future__ import annotations

from store.model import Evidence, Official, Role, Stated
from store.reading.layout import BlockKind
from store.reading.mentions import Mention
from store.reading.people import Person
from store.reading.record.evidence import Back, evidence_of, mention_span
from store.reading.record.posts import posts_held
from store.reading.scene import Scene


def is_official(person: Person, scene: Scene) -> bool:
    """Whether the person belongs in the reading: has a post or rank, takes part, or is honoured."""
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


def name_of(scene: Scene, person: Person) -> str:
    """The fullest form as printed, white space folded; capitals of a headline taken down."""
    words = scene.tokens.word[person.best.first : person.best.last]
    text = scene.text[scene.tokens.start[person.best.first] : scene.tokens.end[person.best.last - 1]]
    name = " ".join(text.split())
    if len(words) > 1 and all(w.isupper() for w in words if len(w) > 3):
        return name.title()
    return name


def official_of(scene: Scene, person: Person, name: str, back: Back) -> Official:
    """The official that a person is, with rank, posts, country and role."""
    mentions = tuple(mention_span(scene, m, back) for m in person.mentions)
    posts = posts_held(scene, person, back)
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
    return Stated(value, evidence_of([(start, end)], "rank.form", back))
