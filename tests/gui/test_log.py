"""The log: written by a thread of its own, turned over before it grows, read with what was told just now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from gui import log
from gui.hub import Hub
from gui.log import LOG, Log
from store.errors import AnchorError, LibraryError


@pytest.fixture
def made(own_folders: Path) -> Iterator[Log]:
    one = Log()
    yield one
    one.end()


def test_what_was_told_before_it_began_is_written_first(made: Log, own_folders: Path) -> None:
    made.note("one")
    made.begin()
    made.fault("two\nlines")
    lines = made.read().splitlines()
    assert [line.split(" ", 2)[2] for line in lines[:2]] == ["INFO one", "ERROR two"]
    assert made.file == own_folders / ".local/state/communique/communique.log"
    assert made.file.read_text("utf-8").splitlines() == lines


def test_it_is_turned_over(made: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "SIZE", 2_000)
    made.begin()
    for number in range(200):
        made.note(f"line {number} with some words")
    text = made.read()
    assert "line 199" in text
    files = sorted(made.file.parent.iterdir())
    assert len(files) == 1 + log.EARLIER
    assert all(file.stat().st_size <= 2_000 for file in files)


def test_a_long_one_begins_with_a_whole_line(made: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "SHOWN", 500)
    made.begin()
    for number in range(50):
        made.note(f"line {number}")
    text = made.read()
    assert len(text) <= 500
    assert text.splitlines()[0].split(" ", 2)[2].startswith("INFO line")


def test_the_program_does_without_one_where_the_folder_cannot_be_made(made: Log, own_folders: Path) -> None:
    (own_folders / ".local").write_text("in the way")
    made.begin()
    made.note("one")
    assert made.read() == ""


def test_what_the_world_refuses_is_logged_without_words_of_an_article(
    made: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(LOG, "warn", told.append)
    hub = Hub()
    hub.refuse(LibraryError("The disk is full."))
    hub.refuse(AnchorError("The words “Hasanov” are not there."))
    assert told == ["The disk is full.", "AnchorError"]
