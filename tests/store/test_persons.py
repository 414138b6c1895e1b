"""From rulings over pairs of names to people: merges hold over several steps, what is apart stays apart."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from store.model import NameRuling
from store.persons import people_of

NAMES = "abcdefgh"


def ruled(*said: str) -> list[NameRuling]:
    """``a=b`` one person, ``a/b`` two, in that order."""
    return [
        NameRuling(n, "person", *sorted((one[0], one[2])), one[1] == "=") for n, one in enumerate(said, 1)
    ]


RULINGS = st.lists(
    st.builds(lambda pair, same: f"{pair[0]}{'=' if same else '/'}{pair[1]}",
              st.sampled_from(list(combinations(NAMES, 2))), st.booleans()),
    unique_by=lambda one: (one[0], one[2]),
    max_size=20,
).map(lambda said: ruled(*said))  # fmt: skip


def test_merges_hold_over_several_steps() -> None:
    people = people_of(ruled("a=b", "c=d", "b=c"))
    assert people.person_of == dict.fromkeys("abcd", "a")
    assert people.settled("a", "d")
    assert not people.settled("a", "e")


def test_the_later_of_two_merges_gives_way_to_what_is_apart() -> None:
    people = people_of(ruled("a=b", "b=c", "a/c"))
    assert people.person_of == {"a": "a", "b": "a"}
    assert people.unapplied == {2}
    assert people.settled("b", "c")


def test_what_is_apart_holds_for_all_spellings() -> None:
    people = people_of(ruled("a/c", "a=b", "c=d"))
    assert people.settled("b", "d")
    assert people.person("b") != people.person("d")


@given(RULINGS)
def test_what_is_said_to_be_two_people_is_never_one(rulings: list[NameRuling]) -> None:
    people = people_of(rulings)
    for one in rulings:
        if not one.same:
            assert people.person(one.first) != people.person(one.second)
            assert people.settled(one.first, one.second)


@given(RULINGS)
def test_every_merge_is_made_or_has_a_reason_not_to(rulings: list[NameRuling]) -> None:
    people = people_of(rulings)
    apart = {frozenset((one.first, one.second)) for one in rulings if not one.same}
    for one in rulings:
        if one.same and one.id in people.unapplied:
            both = {people.person(one.first), people.person(one.second)}
            inside = [name for name in NAMES if people.person(name) in both]
            assert any(frozenset(pair) in apart for pair in combinations(inside, 2))
        elif one.same:
            assert people.person(one.first) == people.person(one.second)


@given(RULINGS)
def test_people_are_what_the_merges_reach_and_no_more(rulings: list[NameRuling]) -> None:
    people = people_of(rulings)
    reached = {name: {name} for name in NAMES}
    for _ in NAMES:
        for one in rulings:
            if one.same and one.id not in people.unapplied:
                both = reached[one.first] | reached[one.second]
                for name in both:
                    reached[name] = both
    for first, second in combinations(NAMES, 2):
        assert (people.person(first) == people.person(second)) == (second in reached[first])


@given(RULINGS, st.randoms())
def test_only_the_numbers_tell_the_order(rulings: list[NameRuling], random: object) -> None:
    mixed = list(rulings)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert people_of(mixed) == people_of(rulings)
