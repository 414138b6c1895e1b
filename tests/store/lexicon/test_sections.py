"""A person's own words laid over the lists that ship."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import LexiconError
from store.lexicon.sections import SHIPPED, own_digest, own_folder, sections, table_lines, word_file
from store.places import LEXICON

FILES = sorted(path.name for path in SHIPPED.glob("*.toml"))


def own(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("name", FILES)
def test_without_an_own_file_the_shipped_one_holds(tmp_path: Path, name: str) -> None:
    assert sections(name, tmp_path) == tomllib.loads((SHIPPED / name).read_text("utf-8"))


@pytest.mark.parametrize("name", FILES)
def test_an_own_copy_of_the_shipped_file_changes_nothing(tmp_path: Path, name: str) -> None:
    shipped = tomllib.loads((SHIPPED / name).read_text("utf-8"))
    own(tmp_path, name, "")
    assert sections(name, tmp_path) == shipped


def test_a_list_is_added_to_and_taken_from(tmp_path: Path) -> None:
    own(tmp_path, "posts.toml", 'heads = ["grand vizier", "-minister"]\n[kinds]\nbodies = ["divan"]')
    posts, shipped = sections("posts.toml", tmp_path), sections("posts.toml")
    assert {"grand vizier"} == set(posts["heads"]) - set(shipped["heads"])
    assert {"minister"} == set(shipped["heads"]) - set(posts["heads"])
    assert {"divan"} == set(posts["kinds"]["bodies"]) - set(shipped["kinds"]["bodies"])
    assert posts["lists"] == shipped["lists"]


def test_an_entry_is_added_where_entries_have_names_of_their_own(tmp_path: Path) -> None:
    own(tmp_path, "posts.toml", '[abbreviations]\ngv = "Grand Vizier"\npm = "Prime Minister of All"')
    known = sections("posts.toml", tmp_path)["abbreviations"]
    assert known["gv"] == "Grand Vizier"
    assert known["pm"] == "Prime Minister of All"
    assert known["fm"] == "Foreign Minister"


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("posts.toml", 'head = ["x"]', "there is no entry head; those there are called heads,"),
        ("posts.toml", '[lists]\nwhole_lists = ["x"]', "there is no entry lists.whole_lists"),
        ("posts.toml", 'heads = "grand vizier"', "heads has to be a list of texts"),
        ("posts.toml", "heads = [3]", "heads has to be a list of texts"),
        ("posts.toml", 'heads = ["-"]', "heads has to be a list of texts"),
        ("posts.toml", '[abbreviations]\ngv = ["Grand Vizier"]', "abbreviations.gv has to be a text"),
        ("posts.toml", 'lists = "none"', "lists has to be a table"),
        ("posts.toml", "heads = [", "is malformed"),
        ("frames.toml", '[frames]\nmeet = ["(met"]', "'(met' of frames.meet is no pattern"),
        ("occasions.toml", 'events = ["moot["]', "'moot[' of events is no pattern"),
        ("topics.toml", '[regions.south-caucasus]\nhome = "yes"', "home has to be true or false"),
    ],
)
def test_a_malformed_entry_is_refused(tmp_path: Path, name: str, text: str, says: str) -> None:
    path = own(tmp_path, name, text)
    with pytest.raises(LexiconError) as told:
        sections(name, tmp_path)
    assert str(told.value).startswith(str(path))
    assert says in str(told.value)
    assert str(told.value).endswith(".")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('# mine\n\nhead = ["x"]', 3),
        ('heads = [\n  "x",\n]\n[lists]\nwhole = []\nwhole_lists = ["x"]', 6),
        ('[abbreviations]\npm = "Prime Minister"\n"gv" = ["Grand Vizier"]', 3),
        ('abbreviations.gv = ["Grand Vizier"]', 1),
        ('heads = ["x"]\n[head]\nx = 1', 2),
    ],
)
def test_the_line_of_a_malformed_entry_is_told(tmp_path: Path, text: str, line: int) -> None:
    path = own(tmp_path, "posts.toml", text)
    with pytest.raises(LexiconError) as told:
        sections("posts.toml", tmp_path)
    assert str(told.value).startswith(f"{path}, line {line}: ")


def test_what_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "posts.toml").write_bytes(b'heads = ["\xff"]')
    with pytest.raises(LexiconError, match="is not UTF-8"):
        sections("posts.toml", tmp_path)


def test_words_are_added_and_taken_out(tmp_path: Path) -> None:
    own(tmp_path, "not_names.txt", "# mine\nzzzword -the\n")
    words, shipped = word_file("not_names.txt", tmp_path), word_file("not_names.txt")
    assert words - shipped == {"zzzword"}
    assert shipped - words <= {"the"}


def test_own_lines_follow_the_shipped_ones(tmp_path: Path) -> None:
    path = own(tmp_path, "speech_verbs.tsv", "lemma\tforms\tframes\nopine\topined opines\tthat\n")
    lines = list(table_lines("speech_verbs.tsv", tmp_path))
    assert lines[-1] == (f"{path}, line 2", "opine\topined opines\tthat")
    assert lines[:-2] == list(table_lines("speech_verbs.tsv"))


@given(st.lists(st.from_regex(r"[a-z]{1,8}( [a-z]{1,8})?", fullmatch=True), max_size=8))
def test_every_own_word_is_there_once(tmp_path_factory: pytest.TempPathFactory, words: list[str]) -> None:
    folder = tmp_path_factory.mktemp("own")
    own(folder, "venues.toml", f"words = {words!r}")
    merged = sections("venues.toml", folder)["words"]
    assert set(words) <= set(merged)
    assert len(merged) == len(set(merged))


@pytest.fixture
def fresh_lookup(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Looks the folder up anew, which a program does once."""
    own_folder.cache_clear()
    own_digest.cache_clear()
    yield monkeypatch
    own_folder.cache_clear()
    own_digest.cache_clear()


def test_the_folder_is_in_the_data_folder(fresh_lookup: pytest.MonkeyPatch, own_folders: Path) -> None:
    fresh_lookup.delenv(LEXICON, raising=False)
    assert own_folder() is None
    assert own_digest() == ""
    folder = own_folders / ".local" / "share" / "communique" / "lexicon"
    folder.mkdir(parents=True)
    own_folder.cache_clear()
    own_digest.cache_clear()
    assert own_folder() == folder
    empty = own_digest()
    own(folder, "venues.toml", 'words = ["yurt"]')
    own_digest.cache_clear()
    assert own_digest() not in ("", empty)


def test_a_folder_that_is_named_has_to_be_there(fresh_lookup: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fresh_lookup.setenv(LEXICON, str(tmp_path / "absent"))
    with pytest.raises(LexiconError, match="cannot be used: no such file or directory"):
        own_folder()


def test_a_file_of_an_unknown_name_is_refused(fresh_lookup: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own(tmp_path, "notes.txt", "a person's own notes are no business of ours")
    fresh_lookup.setenv(LEXICON, str(tmp_path))
    assert own_folder() == tmp_path
    own_folder.cache_clear()
    own(tmp_path, "rank.tsv", "")
    with pytest.raises(
        LexiconError, match=r"rank\.tsv is no file of the lexicon, which has ceremonies\.toml"
    ):
        own_folder()
