"""Looking at a library file that is open."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from store.database.opening import refuse_foreign
from store.errors import IntakeError
from store.intake.files import raw_file
from store.library import Library
from store.places import is_library_file

_ANOTHER = (
    "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('SELECT * FROM article'); c.close()"
)


def _refused(path: Path) -> None:
    with pytest.raises(IntakeError, match="is a library"):
        raw_file(path)


@pytest.mark.skipif(os.name == "nt", reason="locks there are of a handle, not of a process")
@pytest.mark.parametrize("look", [is_library_file, refuse_foreign, _refused])
def test_to_look_at_an_open_library_leaves_it_its_locks(
    seeded: Library, look: Callable[[Path], object]
) -> None:
    seeded.set_starred([2], True)
    look(seeded.path)
    subprocess.run([sys.executable, "-c", _ANOTHER, str(seeded.path)], check=True, timeout=60)
    beside = Path(f"{seeded.path}-wal")
    assert beside.exists(), "another program that was done took it away from the one that has it open"
    seeded.set_starred([1], True)
    connection = sqlite3.connect(seeded.path)
    assert connection.execute("SELECT count(*) FROM article").fetchone() == (3,)
    connection.close()


def test_libraries_are_known_by_their_first_bytes(seeded: Library, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Nothing of that kind.")
    assert is_library_file(seeded.path)
    assert not is_library_file(other)
    assert not is_library_file(tmp_path / "missing.sqlite")
    seeded.close()
    assert not Path(f"{seeded.path}-shm").exists()
    assert is_library_file(seeded.path)
