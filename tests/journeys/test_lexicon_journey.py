"""A person's own lexicon in the window: what it changes is read again, and a fault of it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from store.derive import engine_version
from store.lexicon.sections import own_digest, own_folder
from store.model import Filter
from store.places import LEXICON
from tests.journeys.conftest import Start, settle

Named = Callable[[Path], None]


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> Iterator[Named]:
    """Names the folder as another start of the program would find it."""

    def forget() -> None:
        own_folder.cache_clear()
        own_digest.cache_clear()

    def name(folder: Path) -> None:
        monkeypatch.setenv(LEXICON, str(folder))
        forget()

    yield name
    forget()


def test_a_malformed_lexicon_is_told_and_harms_nothing(
    start: Start, named: Named, tmp_path: Path, qtbot: QtBot
) -> None:
    first = start()
    first.close()
    (tmp_path / "posts.tml").write_text("", "utf-8")
    (tmp_path / "rank.tsv").write_text("", "utf-8")
    named(tmp_path)
    window = start()
    window.imports.read_again()
    qtbot.waitUntil(lambda: not window.banner.isHidden())
    assert "rank.tsv is no file of the lexicon" in window.banner.text
    assert window.library.count(Filter()) == 3
    assert window.navigator.current is not None
    assert window.navigator.current.reading.officials


def test_another_lexicon_reads_again(start: Start, named: Named, tmp_path: Path, qtbot: QtBot) -> None:
    first = start()
    plain = engine_version()
    first.close()
    (tmp_path / "posts.toml").write_text('heads = ["grand vizier"]', "utf-8")
    named(tmp_path)
    assert engine_version() != plain
    window = start()
    window.imports.read_again()
    settle(qtbot, window)
    assert not window.library.reread()
    assert window.library.count(Filter()) == 3
