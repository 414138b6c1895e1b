"""Whom ``he`` and ``she`` mean: by gender, and by how the sentence began."""

from __future__ import annotations

from store.reading.memory import Item, Memory
from store.reading.people import Person
from store.reading.tokens import Tokens

_WOMEN = frozenset(("Mrs.", "Ms.", "Miss", "Madame", "Mademoiselle", "Madam", "Dame", "Lady"))
_MEN = frozenset(("Mr.", "Sir"))


def of_gender(people: list[Person], memory: Memory, pronoun: Item, meant: tuple[int, ...]) -> tuple[int, ...]:
    """Not Ms X where ``he`` is said, nor Mr Y where ``she`` is; then the last one named whom it fits."""
    if len(meant) != 1:
        return meant
    woman = pronoun.word in ("she", "her")
    styles = {p: {m.honorific for m in people[p].mentions} for p in (*memory.recent[-4:], *meant)}
    fits = _WOMEN if woman else _MEN
    if styles[meant[0]] & fits:
        return meant
    against = bool(styles[meant[0]] & (_MEN if woman else _WOMEN))
    others = [p for p in reversed(memory.recent[-4:]) if p not in meant]
    if woman:
        found = next((p for p in others if styles[p] & _WOMEN), None)
    else:
        found = next((p for p in others if not styles[p] & _WOMEN), None) if against else None
    return (found,) if found is not None else meant


def suits(person: Person, pronoun: str) -> bool:
    """Whether no ``Ms`` or ``Mr`` before a person's name speaks against ``he`` or ``she``."""
    styles = {m.honorific for m in person.mentions}
    return not styles & (_MEN if pronoun in ("she", "her") else _WOMEN)


_NEW_CLAUSE = frozenset(", who that where when as while and after before with ; : said".split())


def antecedent(tokens: Tokens, items: list[Item], pronoun: Item, first: int) -> tuple[int, ...]:
    """Whom this very sentence began with, or else whom the one before was about.

    ``With X, she discussed``: not X. ``He said so when X called on him``: not X either.
    """
    begun = next((i for i in items if i.people and (i.named or len(i.people) == 1)), None)
    if begun is None:
        return pronoun.people
    low = tokens.low
    if pronoun.word in ("him", "her") and pronoun.people != begun.people[:1]:
        between = low[begun.last : pronoun.first]
        if begun.first - first <= 3 and 1 <= len(between) <= 3 and not _NEW_CLAUSE & set(between):
            return pronoun.people  # "The minister welcomed him": somebody else
    governed = begun.first - first <= 3 and low[first] in ("with", "to", "for", "from", "besides", "after")
    if begun.named and governed and low[pronoun.first - 1] == ",":
        return pronoun.people or begun.people[:1]
    if pronoun.word == "him" and begun.named and "where" in low[first : begun.first]:
        return pronoun.people or begun.people[:1]
    if pronoun.word in ("him", "her") and begun is items[-1] and pronoun.first - begun.last <= 3:
        # "The minister spoke when Ambassador X paid him a visit": the verb is X's, and not done to X.
        before = [i for i in items if i is not begun and i.people and not i.named]
        return before[0].people[:1] if before else pronoun.people
    return begun.people[:1]
