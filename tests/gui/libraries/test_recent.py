"""The libraries used last, as they are remembered and named."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from gui.libraries.recent import MOST, RecentLibraries, keep_open, looked_at, open_last, titled
from gui.settings import Memory, open_settings


@pytest.fixture
def memory(qapp: QApplication, own_folders: Path) -> Memory:
    return Memory(open_settings(), own_folders / "library.sqlite")


def test_the_one_used_last_comes_first_and_only_once(memory: Memory, tmp_path: Path) -> None:
    recent = RecentLibraries(memory)
    paths = [tmp_path / f"{n}.sqlite" for n in range(MOST + 2)]
    for path in (*paths, paths[5]):
        recent.add(path)
    assert recent.paths[0] == paths[5]
    assert len(recent.paths) == MOST
    assert recent.paths.count(paths[5]) == 1
    recent.forget([paths[5]])
    assert paths[5] not in recent.paths


@pytest.mark.parametrize("wrong", ["", "{", "3", '["relative.sqlite", 7, null]'])
def test_what_is_wrong_in_the_settings_is_left_aside(memory: Memory, wrong: str) -> None:
    memory.keep("recent_libraries", wrong)
    memory.keep("open_libraries", wrong)
    assert RecentLibraries(memory).paths == []
    assert open_last(memory) == []


def test_which_were_open_is_remembered_in_order(memory: Memory, tmp_path: Path) -> None:
    keep_open(memory, [tmp_path / "a.sqlite", tmp_path / "b.sqlite"])
    assert open_last(memory) == [tmp_path / "a.sqlite", tmp_path / "b.sqlite"]


def test_names_that_clash_are_told_with_their_folder() -> None:
    paths = [Path("/x/one/a.sqlite"), Path("/x/two/a.sqlite"), Path("/x/b.sqlite"), Path("/y/one/a.sqlite")]
    assert [title for _, title in titled(paths)] == ["a – /x/one", "a – two", "b", "a – /y/one"]


def test_those_that_are_not_there_say_why(tmp_path: Path) -> None:
    there = tmp_path / "a.sqlite"
    there.touch()
    found = looked_at([there, tmp_path / "gone.sqlite", tmp_path / "away" / "b.sqlite"])
    assert [one.lacks for one in found] == ["", "its file is gone", "its folder is not there"]
