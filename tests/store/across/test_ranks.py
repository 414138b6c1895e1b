"""One rank in several wordings."""

from __future__ import annotations

import pytest

from store.across.ranks import rank_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gen.", "General"),
        ("Lt-Gen", "Lieutenant General"),
        ("Maj. Gen.", "Major General"),
        ("Col. Gen.", "Colonel General"),
        ("Air Vice Marshal (Retd)", "Air Vice Marshal"),
        ("Sen. Lt. Gen.", "Senior Lieutenant General"),
    ],
)
def test_one_rank(one: str, other: str) -> None:
    assert rank_key(one) == rank_key(other)


@pytest.mark.parametrize(("one", "other"), [("General", "Major General"), ("Admiral", "Rear Admiral")])
def test_two_ranks(one: str, other: str) -> None:
    assert rank_key(one) != rank_key(other)


def test_a_rank_that_nobody_knows_is_itself() -> None:
    assert rank_key("Grand Wazir") == rank_key("grand wazir") == "grand wazir"
