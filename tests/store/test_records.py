"""Dataclasses whose methods are written when they are used are as those of the standard library."""

from __future__ import annotations

import dataclasses
import inspect
import pickle
from copy import copy, deepcopy
from dataclasses import field
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records import dataclass


@dataclass(frozen=True, slots=True)
class Ours:
    """As Theirs."""

    name: str
    count: int = 3
    tags: tuple[str, ...] = ()
    found: dict[str, int] = field(default_factory=dict, hash=False, compare=False, repr=False)

    @property
    def double(self) -> int:
        """A property stays."""
        return 2 * self.count


@dataclasses.dataclass(frozen=True, slots=True)
class Theirs:
    """As Ours."""

    name: str
    count: int = 3
    tags: tuple[str, ...] = ()
    found: dict[str, int] = field(default_factory=dict, hash=False, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Checked:
    """Some of its methods are written by hand."""

    at: int

    def __post_init__(self) -> None:
        if self.at < 0:
            raise ValueError(self.at)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Checked)

    def __repr__(self) -> str:
        return "checked"


@dataclass(slots=True)
class Changes:
    """It can be changed."""

    at: int
    more: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Named:
    """With what only the library makes."""

    most: ClassVar[int] = 3
    name: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True, eq=False)
class Only:
    """Equal to itself alone."""

    at: int


@dataclass(frozen=True, slots=True)
class Longer(Ours):
    """What has a base."""

    more: int = 0


GIVEN = st.tuples(
    st.text(max_size=3), st.integers(0, 3), st.lists(st.text(max_size=2), max_size=2).map(tuple)
)


@given(GIVEN, GIVEN)
def test_they_compare_and_show_as_the_library_has_it(one: Any, other: Any) -> None:
    ours, theirs = (Ours(*one), Ours(*other)), (Theirs(*one), Theirs(*other))
    assert (ours[0] == ours[1]) == (theirs[0] == theirs[1])
    assert len(set(ours)) == len(set(theirs))
    assert repr(ours[0]).removeprefix("Ours") == repr(theirs[0]).removeprefix("Theirs")
    assert hash(ours[0]) == hash(theirs[0])
    assert ours[0].__eq__(theirs[0]) is NotImplemented
    assert dataclasses.asdict(ours[0]) == dataclasses.asdict(theirs[0])


def test_each_has_its_own_defaults() -> None:
    first, second = Ours("a"), Ours("a")
    assert first.found == {}
    assert first.found is not second.found
    assert Ours(name="a", tags=("b",)) == Ours("a", 3, ("b",))
    assert first.double == 6
    with pytest.raises(TypeError):
        Ours()  # type: ignore[call-arg]


def test_nothing_can_be_changed() -> None:
    one = Ours("a")
    for change in (
        lambda: setattr(one, "name", "b"),
        lambda: delattr(one, "name"),
        lambda: setattr(one, "other", 1),
    ):
        with pytest.raises(dataclasses.FrozenInstanceError):
            change()
    assert one == Ours("a")
    assert not hasattr(one, "__dict__")


def test_copies_are_equal() -> None:
    one = Ours("a", 1, ("b",))
    for made in (pickle.loads(pickle.dumps(one)), copy(one), deepcopy(one), dataclasses.replace(one)):
        assert made == one
    assert dataclasses.replace(one, count=2) == Ours("a", 2, ("b",))


def test_what_is_written_by_hand_counts() -> None:
    assert Checked(1) == Checked(2)
    assert repr(Checked(1)) == "checked"
    assert hash(Checked(1)) == hash((1,))
    with pytest.raises(ValueError, match="-1"):
        Checked(-1)


def test_what_is_not_frozen_can_be_changed() -> None:
    one, other = Changes(1), Changes(at=2)
    one.at = 2
    one.more.append(3)
    assert (one, other.more) == (Changes(2, [3]), [])
    assert one != other
    assert repr(one) == "Changes(at=2, more=[3])"
    assert copy(one) == deepcopy(one) == pickle.loads(pickle.dumps(one)) == one
    with pytest.raises(TypeError, match="unhashable"):
        hash(one)
    with pytest.raises(AttributeError):
        one.other = 1  # type: ignore[attr-defined]


def test_other_kinds_are_those_of_the_library() -> None:
    assert (Named(name="a"), Named.most) == (Named(name="a"), 3)
    with pytest.raises(TypeError):
        Named("a")  # type: ignore[misc]
    assert Longer("a", more=2) == Longer("a", 3, (), {}, 2)


def test_one_that_is_equal_to_itself_alone() -> None:
    one = Only(1)
    assert one != Only(1)
    assert len({one, one, Only(1)}) == 2
    assert repr(one) == "Only(at=1)"


def test_one_without_a_docstring_is_not_looked_into(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inspect, "signature", lambda *_: pytest.fail("looked how it is called"))

    class Plain:
        at: int

    assert dataclass(slots=True)(Plain).__name__ == "Plain"


def test_match_takes_them_apart() -> None:
    match Ours("a", 2):
        case Ours(name, count):
            assert (name, count) == ("a", 2)
        case _:
            pytest.fail("not taken apart")
