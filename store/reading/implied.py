"""Countries that an office implies, because only one state has it."""

from __future__ import annotations

from store.lexicon.grammar import grammar_words
from store.reading.people import Person
from store.reading.posts import PostPhrase
from store.reading.tokens import Tokens


def implied_countries(tokens: Tokens, people: list[Person]) -> None:
    """Give those whose office or body only one state has that state."""
    words = grammar_words()
    for person in people:
        if person.country is not None:
            continue
        for post in person.posts:
            bodies = {" ".join(tokens.low[a:b]) for a, b in post.organisation}
            if not post.complement and (code := words.implied.get(post.head)):
                person.country, person.country_rule = code, "country.implied"
            elif bodies & words.american or (post.head.endswith("secretary") and _american(tokens, post)):
                person.country, person.country_rule = "US", "country.implied"


def is_allied(tokens: Tokens, post: PostPhrase) -> bool:
    """``Supreme Allied Commander Europe``: of the alliance, not of a land named around."""
    return _ALLIED.issubset(tokens.low[post.first : post.last])


_ALLIED = frozenset(("supreme", "allied", "commander"))


def _american(tokens: Tokens, post: PostPhrase) -> bool:
    """``Under Secretary of Defense``: offices that only one state writes so."""
    words = tokens.word[post.first : post.last]
    at = next((i for i, word in enumerate(words) if word.lower() == "of"), len(words))
    after = [word for word in words[at + 1 :] if word.lower() != "the"]
    return bool(after) and after[0] in ("Defense", "War", "Homeland", "Treasury", "Army")
