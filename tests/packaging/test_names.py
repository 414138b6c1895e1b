"""Our top-level packages have plain names: nothing else installed here may own one of them."""

from __future__ import annotations

import importlib.util
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("gui", "store", "resources", "seeds")


@pytest.mark.parametrize("room", ROOMS)
def test_no_other_distribution_owns_the_name(room: str) -> None:
    assert set(packages_distributions().get(room, [])) <= {"communique"}


@pytest.mark.parametrize("room", ROOMS)
def test_the_tests_run_on_the_tree(room: str) -> None:
    spec = importlib.util.find_spec(room)
    assert spec is not None
    assert spec.origin == str(ROOT / room / "__init__.py")
