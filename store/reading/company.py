"""Countries told by company: whom somebody came with, after whom somebody is listed."""

from __future__ import annotations

from store.lexicon.grammar import grammar_words
from store.reading.mentions import Mention, Phrases
from store.reading.people import Person
from store.reading.tokens import Tokens

_IN_COMPANY = frozenset(
    (
        *(("accompanied", "by"), ("joined", "by"), ("flanked", "by")),
        *(("together", "with"), ("along", "with")),
    )
)


def share_in_company(tokens: Tokens, phrases: Phrases, people: list[Person]) -> None:
    """``X, accompanied by Y``: Y is of X's country, where only X's is told."""
    before: Mention | None = None
    for mention in sorted((m for m in phrases.mentions if m.person >= 0), key=lambda m: m.first):
        at = mention.left - 1
        while at > 0 and tokens.low[at] in ("the", "his", "her", "their"):
            at -= 1
        if (
            at > 0
            and (tokens.low[at - 1], tokens.low[at]) in _IN_COMPANY
            and before is not None
            and before.sentence == mention.sentence
        ):
            person, other = people[mention.person], people[before.person]
            new = person.mentions[0] is mention
            if new and person.country is None and other.country and person.posts:
                person.country, person.country_rule = other.country, "country.company"
        before = mention


_MET = frozenset(
    "with by met meet meets meeting received receive receives hosted hosts welcomed see sees from".split()
)
_FRONTED = frozenset("after during following before besides with at in on upon ahead".split())


def _fronted(tokens: Tokens, sentence: int) -> bool:
    """``After the talks with Secretary A, Minister B``: B begins the clause and is on no list."""
    return tokens.low[tokens.sentences[sentence][0]] in _FRONTED


_LOOKING_ON = frozenset("attendance attending present".split())


def _looking_on(tokens: Tokens, mention: Mention, at: int) -> bool:
    """``with Peru's Ambassador A and Secretary B in attendance``: those of both sides, no list of guests."""
    stop = tokens.sentences[mention.sentence][1]
    return (
        tokens.low[at] == "with"
        and tokens.low[at - 1] == ","
        and not _LOOKING_ON.isdisjoint(tokens.low[mention.right : stop])
    )


def share_in_lists(tokens: Tokens, phrases: Phrases, people: list[Person]) -> None:
    """``met with Georgian Prime Minister A and Defence Minister B``: B is of A's country."""
    words = grammar_words()
    before: Mention | None = None
    met = False  # the list of names that now goes on is of whom somebody met
    for mention in sorted((m for m in phrases.mentions if m.person >= 0), key=lambda m: m.first):
        gap = (
            tokens.low[max(before.last, before.right) : mention.left]
            if before is not None and before.sentence == mention.sentence
            else ["."]
        )
        goes_on = bool(gap) and len(gap) < 4 and {"and", ",", "the", "as", "well"}.issuperset(gap)
        if goes_on and "and" not in gap and _fronted(tokens, mention.sentence):
            goes_on = False
        if not goes_on:
            at = mention.left - 1
            while at > 0 and tokens.low[at] in ("the", "his", "her", "both"):
                at -= 1
            met = at >= 0 and tokens.low[at] in _MET and not _looking_on(tokens, mention, at)
        elif met and before is not None:
            person, other = people[mention.person], people[before.person]
            heads = {h for p in person.posts for h in (p.head, p.head.split()[-1])}
            if person.country is None and other.country and person.posts and not heads & words.international:
                person.country, person.country_rule = other.country, "country.list"
        before = mention
