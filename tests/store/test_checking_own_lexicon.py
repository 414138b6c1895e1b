"""A person's own lexicon looked through while the program goes on with the one that it began with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.lexicon.sections import own_digest, own_folder
from store.own_lexicon import check
from store.places import LEXICON


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder that the program began with."""
    monkeypatch.setenv(LEXICON, str(tmp_path))
    own_folder.cache_clear()
    own_digest.cache_clear()
    own_digest()
    yield tmp_path
    own_folder.cache_clear()
    own_digest.cache_clear()


def test_words_that_are_new_are_told(folder: Path) -> None:
    before = own_digest()
    (folder / "posts.toml").write_text('heads = ["grand vizier"]', "utf-8")
    (folder / "read me.txt").write_text("mine", "utf-8")
    found = check(folder)
    assert (found.files, found.passed_over) == (("posts.toml",), ("read me.txt",))
    assert found.changed
    assert found.fault == ""
    assert own_digest() == before  # this program goes on as it began


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("territories.tsv", "code\tname\nRuritania\tRuritania\n", ", line 2: code is 'Ruritania'"),
        ("posts.toml", '# mine\nhead = ["x"]\n', ", line 2: there is no entry head"),
        ("topics.toml", "topics = \n", "line 1"),
        ("rank.tsv", "", "is no file of the lexicon"),
    ],
)
def test_a_fault_is_told_with_its_place(folder: Path, name: str, text: str, said: str) -> None:
    (folder / name).write_text(text, "utf-8")
    found = check(folder)
    assert found.fault.startswith(str(folder / name))
    assert said in found.fault
    assert not found.changed


def test_a_folder_that_is_gone_is_told(folder: Path) -> None:
    found = check(folder / "gone")
    assert found.fault.endswith("gone cannot be used: no such file or directory.")
