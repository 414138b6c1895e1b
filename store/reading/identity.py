"""Whose a mention is: full name, initials, surname or given name made into one person."""

from __future__ import annotations

from bisect import bisect_left

from store.lexicon.grammar import grammar_words
from store.reading.mentions import Mention, Phrases
from store.reading.people import Person
from store.reading.roll import Roll
from store.reading.spellings import AUDIBLE, fold_name, is_fathers, parts_of, same_full
from store.reading.tokens import Tokens


def find_people(tokens: Tokens, phrases: Phrases) -> list[Person]:
    """The people named in the article, in order of their first mention. Every mention knows its person."""
    roll = Roll(tokens)
    waiting: list[Mention] = []
    for mention in phrases.mentions:
        parts = parts_of(tokens, mention)
        if roll.shouted(mention):
            waiting.append(mention)
        elif len(parts) > 1:
            person = roll.same(parts)
            if person is None:
                roll.add(person := Person(parts, mention))
            elif _fuller(tokens, parts, mention, person):
                roll.rename(person, parts, mention)
            person.mentions.append(mention)
        else:
            waiting.append(mention)
    _merge_short_full_names(roll)
    for mention in waiting:
        if mention.last - mention.first > 1:
            _place_shouted(tokens, phrases, roll, mention)
        else:
            _place_short(tokens, roll, mention)
    people = roll.people
    for person in people:
        person.mentions.sort(key=lambda m: m.first)
        ranks = [tokens.low[m.rank[0] : m.rank[1]] for m in person.mentions if m.rank]
        if ranks:
            words = {low for rank in ranks for low in rank}
            person.rank_words = frozenset(words | {"general"} if "gen" in words else words)
        posts = (post for mention in person.mentions for post in mention.posts)
        person.posts = list({id(post): post for post in posts}.values())
    people.sort(key=lambda p: p.mentions[0].first)
    for number, person in enumerate(people):
        for mention in person.mentions:
            mention.person = number
    return people


def _place_shouted(tokens: Tokens, phrases: Phrases, roll: Roll, mention: Mention) -> None:
    """Words in capitals are names only of people whom the article names elsewhere."""
    person = roll.same(parts_of(tokens, mention))
    if person is not None:
        roll.place(person, mention)
        return
    for at in range(mention.first, mention.last):
        part = fold_name(tokens.word[at])
        owners = roll.named(part) if len(part) > 2 and part not in grammar_words().particles else []
        if owners:
            piece = Mention(at, at + 1, mention.sentence, left=at, right=at + 1)
            phrases.mentions.append(piece)
            phrases.mention_at[at] = piece
            roll.place(owners[0], piece)


def _fuller(tokens: Tokens, parts: list[str], mention: Mention, person: Person) -> bool:
    full, old = sum(map(len, parts)), sum(map(len, person.name))
    shouting = all(tokens.word[i].isupper() for i in range(person.best.first, person.best.last))
    return full > old or (full == old and shouting)


def _merge_short_full_names(roll: Roll) -> None:
    """People whose shorter full names came first are joined to the longer form found later."""
    gone: set[int] = set()
    for person in sorted(roll.people, key=lambda p: len(p.name)):
        others = [p for p in roll.sharing(person.name) if p is not person and same_full(p.name, person.name)]
        if len(others) == 1:
            roll.merge(person, others[0])
            gone.add(id(person))
    if gone:
        roll.people = [person for person in roll.people if id(person) not in gone]


def _place_short(tokens: Tokens, roll: Roll, mention: Mention) -> None:
    """A one-part name goes to the person it is part of; with a title of its own it may be somebody new."""
    parts = parts_of(tokens, mention)
    part = parts[0] if parts else ""
    if len(part) < 2:
        return
    found = roll.named(part) if part not in grammar_words().particles else []
    if not found and mention.doubtful:
        return
    if not found and len(part) > AUDIBLE:
        found = roll.sounding(part)
    if mention.posts or mention.honorific:
        found = [p for p in found if not is_fathers(p.name, part)]  # "King Salman" is no son of Salman
    if not found:
        if roll.shouted(mention):
            return
        if mention.rank or mention.posts or mention.honorific:
            known = next((p for p in roll.named(part) if p.name == [part]), None)
            if known is not None:
                roll.place(known, mention)
            else:
                roll.add(Person([part], mention, [mention]))
        return
    person = found[0] if len(found) == 1 else _likeliest(roll, found, part, mention)
    roll.called[mention.honorific, part] = person
    roll.place(person, mention)


def _likeliest(roll: Roll, found: list[Person], part: str, mention: Mention) -> Person:
    """Of people who share a name's part: whose surname it is, who was named last, who holds the post."""
    heads = {post.head.split()[-1] for post in mention.posts}

    def score(person: Person) -> tuple[bool, bool, bool, bool, int]:
        places = roll.places(person)
        before = bisect_left(places, mention.first)
        held = (p.head.split()[-1] for m in person.mentions for p in m.posts)
        titled = bool(heads) and not heads.isdisjoint(held)
        again = bool(mention.honorific) and roll.called.get((mention.honorific, part)) is person
        place = places[before - 1] if before else -places[0]
        return titled, person.name[-1] == part, again, before > 0, place

    return max(found, key=score)
