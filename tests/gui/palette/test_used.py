"""What was used last is remembered, for each library, and damaged memory is left aside."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from gui.palette.entries import Entry, Kind
from gui.palette.used import REMEMBERED, Used
from gui.settings import Memory


def _memory(folder: Path, library: str = "/a/library.sqlite") -> Memory:
    return Memory(QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat), Path(library))


def test_the_last_used_is_first_and_none_is_there_twice(tmp_path: Path) -> None:
    used = Used(_memory(tmp_path))
    for key in ("a", "b", "a"):
        used.add(Entry(Kind.ACTION, key, key))
    assert used.names == ["action a", "action b"]
    for number in range(REMEMBERED + 5):
        used.add(Entry(Kind.ACTION, str(number), ""))
    assert len(used.names) == REMEMBERED


def test_an_article_is_remembered_by_its_heading_and_a_search_not_at_all(tmp_path: Path) -> None:
    used = Used(_memory(tmp_path))
    used.add(Entry(Kind.ARTICLE, "7", "Hasanov received Kadıoğlu"))
    used.add(Entry(Kind.SEARCH, "secret", "Search all articles for “secret”"))
    again = Used(_memory(tmp_path))
    assert again.names == ["article 7"]
    found = again.article("article 7")
    assert found is not None
    assert found.title == "Hasanov received Kadıoğlu"
    assert again.article("article 8") is None
    assert Used(_memory(tmp_path, "/b/library.sqlite")).names == []


def test_what_was_used_is_forgotten(tmp_path: Path) -> None:
    used = Used(_memory(tmp_path))
    used.add(Entry(Kind.ACTION, "a", "A"))
    used.forget()
    assert Used(_memory(tmp_path)).names == []


@pytest.mark.parametrize("text", ["x", "{", "[1]", "7", "[[1]]", '{"a": 1}'])
def test_damaged_memory_is_left_aside(tmp_path: Path, text: str) -> None:
    memory = _memory(tmp_path)
    memory.keep_of_library("used", text)
    used = Used(memory)
    assert used.names == []
    used.add(Entry(Kind.ACTION, "a", "A"))
    assert used.names == ["action a"]
