"""Backups: one a day by itself, the oldest dropped, and one whenever it is asked for."""

from __future__ import annotations

import datetime
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.backup_plan import KEPT_DAYS, KEPT_WEEKS, Plan
from store.backups import Backups, kept_days
from store.database.opening import APPLICATION_ID
from store.errors import LibraryError
from store.library import Library
from store.model import Filter
from tests.store.conftest import lived_in

pytestmark = pytest.mark.usefixtures("engine")
TODAY = datetime.date(2025, 3, 9)
NOW = datetime.datetime(2025, 3, 9, 14, 32, 5)


@pytest.fixture
def path(path: Path) -> Path:
    """A closed library of ten articles that somebody has worked with."""
    lived_in(path, 10)
    return path


def state(path: Path) -> tuple[object, ...]:
    """What a person sees of a library."""
    library = Library.open(path)
    try:
        library.reread()
        found = tuple(library.article(number) for number in library.ids(Filter()))
        return found, library.annotations(), library.tags(), library.count(Filter(query="general"))
    finally:
        library.close()


def _names(backups: Backups, plan: Plan = Plan()) -> list[str]:  # noqa: B008
    return sorted(file.name for file in backups.folder(plan).iterdir())


def test_daily_backups_hold_what_cannot_be_made_again(path: Path) -> None:
    backups = Backups(path)
    copy = backups.daily(TODAY)
    assert copy == path.with_name("library-backups") / "library-2025-03-09.sqlite"
    assert copy is not None
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("SELECT count(*) FROM reading").fetchone() == (0,)
    assert state(copy) == state(path)
    assert backups.daily(TODAY) is None


def test_a_backup_that_is_no_longer_wanted_leaves_nothing(path: Path) -> None:
    backups = Backups(path)
    assert backups.daily(TODAY, cancelled=lambda: True) is None
    assert backups.now(NOW, cancelled=lambda: True) is None
    assert list(backups.folder().iterdir()) == []


def test_nothing_new_needs_no_backup(path: Path) -> None:
    backups = Backups(path)
    copy = backups.daily(TODAY)
    assert copy is not None
    later = TODAY + datetime.timedelta(days=1)
    assert backups.daily(later) is None
    library = Library.open(path)
    library.set_starred([9], True)
    library.close()
    os.utime(path, (copy.stat().st_mtime + 5,) * 2)
    assert backups.daily(later) is not None


def _days_go_by(backups: Backups, path: Path, count: int, plan: Plan) -> list[str]:
    for number in range(count):
        os.utime(path, (2e9 + number,) * 2)
        made = backups.daily(datetime.date(2025, 1, 1) + datetime.timedelta(days=number), plan)
        assert made is not None
        os.utime(made, (2e9 + number - 0.5,) * 2)
    return _names(backups, plan)


def test_old_backups_go(path: Path) -> None:
    names = _days_go_by(Backups(path), path, 40, Plan())
    assert names[-1] == "library-2025-02-09.sqlite"
    assert len(names) == KEPT_DAYS + KEPT_WEEKS


def test_as_many_stay_as_are_wanted_where_they_are_wanted(path: Path, tmp_path: Path) -> None:
    plan = Plan(folder=tmp_path / "elsewhere" / "kept", days=2, weeks=0)
    names = _days_go_by(Backups(path), path, 4, plan)
    assert names == ["library-2025-01-03.sqlite", "library-2025-01-04.sqlite"]
    assert not Backups(path).folder().exists()


def test_none_is_made_where_none_is_wanted(path: Path) -> None:
    assert Backups(path).daily(TODAY, Plan(daily=False)) is None
    assert not Backups(path).folder().exists()


def test_one_that_was_asked_for_stays(path: Path) -> None:
    backups = Backups(path)
    copy = backups.now(NOW)
    assert copy is not None
    assert copy.name == "library-2025-03-09-143205.sqlite"
    assert state(copy) == state(path)
    os.utime(copy, (1e9,) * 2)
    names = _days_go_by(backups, path, 3, Plan(days=1, weeks=0))
    assert names == ["library-2025-01-03.sqlite", "library-2025-03-09-143205.sqlite"]
    with pytest.raises(LibraryError, match="there already"):
        backups.now(NOW)


def test_what_is_there_is_listed_the_newest_first(path: Path) -> None:
    backups = Backups(path)
    assert backups.made() == []
    first, second = backups.daily(TODAY), backups.now(NOW)
    assert first is not None
    assert second is not None
    os.utime(first, (1e9,) * 2)
    (backups.folder() / "notes.txt").write_text("no backup")
    (backups.folder() / "other-2025-03-09.sqlite").write_text("of another library")
    listed = backups.made()
    assert [one.path for one in listed] == [second, first]
    assert listed[0].size == second.stat().st_size


def test_a_folder_that_cannot_be_made_is_told(path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    plan = Plan(folder=tmp_path / "file" / "below")
    with pytest.raises(LibraryError, match="cannot be made"):
        Backups(path).now(NOW, plan)
    assert Backups(path).made(plan) == []


@given(st.sets(st.dates(datetime.date(2020, 1, 1), datetime.date(2026, 1, 1)), max_size=60))
def test_the_newest_backups_are_kept(days: set[datetime.date]) -> None:
    kept = kept_days(days)
    newest = sorted(days, reverse=True)
    assert set(newest[:KEPT_DAYS]) <= kept <= days
    assert len(kept) <= KEPT_DAYS + KEPT_WEEKS
