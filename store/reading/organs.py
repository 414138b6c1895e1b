"""Who acts for an organisation of states: its heads, its organs, those it sends."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from store.lexicon import load
from store.lexicon.grammar import grammar_words
from store.reading.gazetteer import HitKind
from store.reading.mentions import Phrases
from store.reading.people import Person
from store.reading.posts import PostPhrase
from store.reading.tokens import Tokens


def place_organs(tokens: Tokens, phrases: Phrases, people: list[Person]) -> None:
    """``the Chair of the Military Committee`` acts for the organisation of which the article tells."""
    organs = grammar_words().organs
    for person in people:
        if person.country is None and any(_heads_the_un(post) for post in person.posts):
            named = any(hit is not None and hit.entry.code == "UN" for hit in phrases.hits)
            if named and main_organisation(phrases) in ("UN", None):
                person.country, person.country_rule = "UN", "country.organisation"
        if person.country is None:
            for post in person.posts:
                body = " ".join(w for a, b in (*post.title[1:], *post.organisation) for w in tokens.low[a:b])
                if body.removeprefix("of ").removeprefix("the ") not in organs:
                    continue
                code = main_organisation(phrases, 1)
                if code is not None:
                    person.country, person.country_rule = code, "country.organisation"


def _heads_the_un(post: PostPhrase) -> bool:
    return post.head == "secretary-general" and not post.complement and post.country is None


def unnamed_head(phrases: Phrases, post: PostPhrase) -> str | None:
    """``The Secretary-General met the President``: of the United Nations, where no other is spoken of."""
    if not (_heads_the_un(post) and post.capital) or any(
        other.head == post.head and (other.country not in (None, "UN") or other.complement)
        for other in phrases.posts
    ):
        return None
    return "UN"


def seat_of(people: list[Person], organisation: str | None) -> str | None:
    """The organisation whose page or session the article is about: one of its heads is named with it."""
    if organisation is None:
        return None
    heads = {post.head for person in people for post in person.posts}
    words = grammar_words()
    told = heads & words.chiefs or (organisation == "UN" and heads & words.of_the_un)
    return organisation if told or any(p.country == organisation for p in people) else None


def main_organisation(phrases: Phrases, least: int = 2) -> str | None:
    """The organisation that the article names most, at least twice."""
    organisations = load().organisation_of
    codes = [
        hit.entry.code
        for hit, _ in groupby(filter(None, phrases.hits))
        if hit.entry.kind is HitKind.ORGANISATION and hit.entry.code in organisations
    ]
    code, count = Counter(codes).most_common(1)[0] if codes else (None, 0)
    return code if count >= least else None
