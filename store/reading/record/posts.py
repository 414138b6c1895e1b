"""The posts of an official: each once, in its fullest form, without passing words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from store.lexicon.grammar import grammar_words
from store.model import Post
from store.reading.mentions import Mention
from store.reading.people import Person
from store.reading.posts import PostPhrase
from store.reading.record.evidence import Back, evidence_of
from store.reading.scene import Scene
from store.reading.tokens import Tokens

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


def posts_held(scene: Scene, person: Person, back: Back) -> tuple[Post, ...]:
    """The posts that the article gives the person, in the order in which it does."""
    found: list[Post] = []
    seen: list[frozenset[str]] = []
    short: list[tuple[Post, PostPhrase]] = []
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
            if phrase.stated and not phrase.organisation:
                short.append((post, phrase))
            if not key or any(
                key <= other or (other < key and _longer(found, other, post)) for other in seen
            ):
                continue
            found.append(post)
            seen.append(key)
    in_full = [
        _key(_post(scene, person, phrase, back))
        for mention in person.mentions
        for phrase in mention.posts
        if short and not phrase.stated
    ]
    for post, phrase in short:
        if post in found and not any(_key(post) <= key for key in in_full):
            found[found.index(post)] = _as_printed(scene, post, phrase)
    return tuple(found)


def _as_printed(scene: Scene, post: Post, phrase: PostPhrase) -> Post:
    """The post by its abbreviation, where that is all that the article has: ``former CDS``."""
    title = _words(scene, phrase.title).strip(" ,–-")
    return replace(post, title=title) if title.split()[-1:] and title.split()[-1].isupper() else post


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
        title, organisation, phrase.country or person.country, evidence_of(span, "post.phrase", back, 0.9)
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
    evidence = evidence_of(span, "post.counterpart", back, 0.8) if span else post.evidence
    return Post(post.title, post.organisation, person.country, evidence)
