"""Killed at any moment, a library is whole and holds what was said to be saved."""

from __future__ import annotations

import random
import signal
from pathlib import Path

import pytest

from tests import killing


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs signals")
@pytest.mark.parametrize("kind", killing.KINDS)
def test_a_killed_program_loses_nothing(kind: str, tmp_path: Path) -> None:
    chance = random.Random(kind)
    done = 0
    for number in range(5):
        folder = tmp_path / str(number)
        folder.mkdir()
        result = killing.play(kind, folder, chance)
        assert result.faults == ()
        done += result.done
    assert done or kind == "migrate"
