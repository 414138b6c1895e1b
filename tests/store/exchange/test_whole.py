"""A library as JSON: out, in, and out again."""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.errors import StoreError
from store.exchange import files
from store.exchange.exchange import Exchange
from store.library import Library
from store.model import Filter, MarkStyle, RulingKind, Span
from tests.store.conftest import prose


def exported(library: Library, chosen: Filter | list[int] | None = None) -> str:
    file = io.StringIO()
    library.exchange.write("json", file, chosen)
    return file.getvalue()


def test_everything_a_person_wrote_comes_back_byte_for_byte(
    seeded: Library, open_library: Callable[..., Library], tmp_path: Path
) -> None:
    seeded.add_annotation(2, Span(3, 9), "green", MarkStyle.WAVE, "why?\nbecause", ("to check", "x"))
    seeded.notes.add_to_article(1, "blue", "on the whole", ["x"])
    seeded.set_article_tags(1, ["later"])
    seeded.set_read([1, 2], True)
    seeded.set_starred([3], True)
    seeded.tagging.set_colour("later", "pink")
    mention = seeded.article(2).reading.officials[0].mentions[0]  # type: ignore[union-attr]
    seeded.rule(2, RulingKind.CHANGED, "official", mention, "name", "Corrected Person")
    seeded.people.rule("Zakir Hasanov", "Zakir Həsənov", True)
    seeded.searches.save("Türk", Filter(query="ergün", unread=True))
    seeded.searches.save("a group", Filter(country="TR", part=("month", "2024-12")))
    path = tmp_path / "export.json"
    path.write_text(exported(seeded), "utf-8")
    other = open_library("other.sqlite")
    report = other.import_paths([path])
    assert report.changes.tags
    assert exported(other) == path.read_text("utf-8")
    assert [one.name for one in other.searches.everything()] == ["a group", "Türk"]
    assert not other.import_paths([path]).changes
    assert exported(other) == path.read_text("utf-8")


def test_a_search_of_that_name_here_stays(
    seeded: Library, open_library: Callable[..., Library], tmp_path: Path
) -> None:
    seeded.searches.save("mine", Filter(query="theirs"))
    path = tmp_path / "export.json"
    path.write_text(exported(seeded), "utf-8")
    other = open_library("other.sqlite")
    other.searches.save("Mine", Filter(query="mine"))
    other.import_paths([path])
    assert [one.filter.query for one in other.searches.everything()] == ["mine"]


@pytest.mark.parametrize("broken", ['"filter": {"unread": "yes"}', '"filter": {"query": 5}', '"filter": []'])
def test_a_search_that_is_none_is_refused(
    seeded: Library, open_library: Callable[..., Library], tmp_path: Path, broken: str
) -> None:
    seeded.searches.save("one", Filter(starred=True))
    path = tmp_path / "export.json"
    path.write_text(exported(seeded).replace('"filter": {"starred": true}', broken), "utf-8")
    (refusal,) = open_library("other.sqlite").import_paths([path]).refused
    assert "is an export that is not whole" in refusal.reason


def test_a_part_of_a_library(seeded: Library) -> None:
    seeded.searches.save("one", Filter(starred=True))
    seeded.people.rule("a b", "a c", True)
    found = json.loads(exported(seeded, Filter(query="ergün")))
    assert len(found["articles"]) == 1
    assert (found["searches"], found["names"]) == ([], [])
    chosen = json.loads(exported(seeded, [3, 1, 99]))
    assert [one["published"] for one in chosen["articles"]] == ["2023-12-06", "2025-12-17"]
    assert [one["number"] for one in chosen["articles"]] == [1, 2]
    assert json.loads(exported(seeded, []))["articles"] == []


def test_a_file_is_there_when_it_is_whole_and_progress_is_told(seeded: Library, tmp_path: Path) -> None:
    path, told = tmp_path / "out.json", []
    made = seeded.exchange.export("json", path, progress=lambda *one: told.append(one[:2]))
    assert (made.articles, made.rows, made.cancelled) == (3, 3, False)
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert path.read_text("utf-8") == exported(seeded)


def test_a_cancelled_export_leaves_what_was_there(seeded: Library, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("the old one")
    asked: list[bool] = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) == 2

    assert seeded.exchange.export("csv-officials", path, cancelled=cancelled).cancelled
    assert path.read_text() == "the old one"
    assert [one.name for one in tmp_path.iterdir() if "out" in one.name] == ["out.csv"]


def test_a_folder_that_is_not_there(seeded: Library, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"cannot be written: no such file or directory\.$"):
        seeded.exchange.export("json", tmp_path / "none" / "out.json")


def test_no_library_is_written_over(seeded: Library, open_library: Callable[..., Library]) -> None:
    other = open_library("other.sqlite")
    for path in (seeded.path, other.path):
        with pytest.raises(StoreError, match="is a library; nothing else is written over it"):
            seeded.exchange.export("json", path)
    assert len(seeded.ids(Filter())) == 3


def test_two_exports_to_one_file_at_once(seeded: Library, tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    with files.whole(path) as first, files.whole(path) as second:
        first.write("first")
        second.write("second")
    assert path.read_text() == "first"
    assert [one.name for one in tmp_path.iterdir() if "out" in one.name] == ["out.json"]


def test_the_door_is_made_once(seeded: Library) -> None:
    assert isinstance(seeded.exchange, Exchange)
    assert seeded.exchange is seeded.exchange


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)
COLOURS = st.sampled_from(["yellow", "green", "blue", "pink", "violet"])
STYLES = st.sampled_from(MarkStyle)
NOTE = st.tuples(st.integers(0, 40), st.integers(1, 30), COLOURS, STYLES, TEXTS, st.lists(TEXTS))
ARTICLE = st.tuples(TEXTS, st.lists(NOTE, max_size=3), st.lists(TEXTS, max_size=2), st.booleans())


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=st.lists(ARTICLE, min_size=1, max_size=3))
def test_whatever_is_written_comes_back_byte_for_byte(engine: ModuleType, made: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first, second = (Library.open(Path(folder, f"{name}.sqlite")) for name in "ab")
        try:
            texts = [(f"a{at}", prose(f"General Ada Host {one[0]}", at)) for at, one in enumerate(made)]
            taken = first.import_texts(texts).taken
            for number, (_, notes, tags, starred) in zip(taken, made, strict=False):
                for start, long, colour, style, note, names in notes:
                    first.add_annotation(number, Span(start, start + long), colour, style, note, names)
                first.set_article_tags(number, tags)
                first.set_starred([number], starred)
            path = Path(folder, "out.json")
            first.exchange.export("json", path)
            assert second.import_paths([path]).refused == ()
            assert exported(second) == path.read_bytes().decode()
        finally:
            first.close()
            second.close()
