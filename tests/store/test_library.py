"""The door to the store: what is written can be read, and every change is told."""

from __future__ import annotations

import itertools
import sqlite3
from pathlib import Path

import pytest

from store import importing
from store.database import room
from store.errors import AnchorError, LibraryError
from store.library import Library
from store.model import Changes, Filter, MarkStyle, Span
from tests.store.conftest import keys, prose, write

FILL = MarkStyle.FILL


# -- taking in and listing


def test_the_samples_newest_first(seeded: Library) -> None:
    rows = seeded.rows(Filter(), 0, 10)
    assert [row.date for row in rows] == ["2025-12-17", "2024-12-12", "2023-12-06"]
    assert rows[0].key == "004_834a0b8676b6a784"
    assert seeded.rows(Filter(), 0, 10, order="oldest")[0].date == "2023-12-06"
    assert [row.date for row in seeded.rows(Filter(), 1, 1)] == ["2024-12-12"]
    assert seeded.ids(Filter()) == [3, 2, 1]


def test_every_filter(seeded: Library) -> None:
    person = next(c for c in seeded.choices().people if c.label == "Levent Ergün")
    assert person.key == "levent ergun"
    assert keys(seeded, person=person.key) == ["2025"]
    assert keys(seeded, country="TR") == ["2025", "2024", "2023"]
    assert keys(seeded, country="GH") == []
    assert keys(seeded, year="2024") == ["2024"]
    assert keys(seeded, person=person.key, year="2024") == []
    assert keys(seeded, person=person.key, country="TR", query="ergun", year="2025") == ["2025"]
    seeded.set_read([2], True)
    seeded.set_starred([1, 3], True)
    seeded.set_article_tags(1, ["To check"])
    seeded.add_annotation(2, Span(0, 4), "yellow", FILL, tags=("draft",))
    assert keys(seeded, unread=True) == ["2025", "2023"]
    assert keys(seeded, starred=True) == ["2025", "2023"]
    assert keys(seeded, starred=True, unread=True, year="2023") == ["2023"]
    assert keys(seeded, annotated=True) == ["2024"]
    assert keys(seeded, tag="to CHECK") == ["2023"]
    assert keys(seeded, tag="draft") == ["2024"]
    assert keys(seeded, year="never") == []
    for f in (
        Filter(),
        Filter(unread=True),
        Filter(person=person.key),
        Filter(tag="draft"),
        Filter(query="the"),
    ):
        assert seeded.count(f) == len(seeded.rows(f, 0, 99))
        assert seeded.count(f, 1) == min(1, seeded.count(f))


def test_choices_count_articles(seeded: Library) -> None:
    seeded.set_read([2], True)
    seeded.set_starred([1], True)
    seeded.set_article_tags(1, ["b", "A"])
    seeded.add_annotation(1, Span(0, 4), "yellow", FILL, tags=("a",))
    choices = seeded.choices()
    assert (choices.all, choices.unread, choices.starred, choices.annotated) == (3, 2, 1, 1)
    assert [(c.key, c.count) for c in choices.countries] == [("AZ", 3), ("TR", 3)]
    assert [(c.key, c.count) for c in choices.years] == [("2025", 1), ("2024", 1), ("2023", 1)]
    assert [(c.label, c.count) for c in choices.tags] == [("A", 1), ("b", 1)]
    assert {c.label: c.count for c in choices.people}["Zakir Hasanov"] == 3


def test_the_date_comes_from_the_text_where_there_is_no_header(library: Library) -> None:
    library.import_texts(
        [
            ("a", prose("They met on 2019-05-04.")),
            ("b", prose("They met.")),
            ("c", b" date 2020-01-01 " + prose("Met.")),
        ]
    )
    assert [(row.key, row.date) for row in library.rows(Filter(), 0, 9)] == [
        ("c", "2020-01-01"), ("a", "2019-05-04"), ("b", None),
    ]  # fmt: skip
    assert [c.key for c in library.choices().years] == ["2020", "2019"]
    assert library.count(Filter(query="before:2020 ")) == 1  # an article without a date is before nothing
    assert library.count(Filter(query="after:2000 ")) == 2


def test_an_article_is_found_by_stem_and_by_number(seeded: Library) -> None:
    assert seeded.find_id("004_834a0b8676b6a784") == 3
    assert seeded.find_id("2") == 2
    for nothing in ("nothing", "99", "", "9" * 30, "²"):
        assert seeded.find_id(nothing) is None
    seeded.import_texts([("2", prose("A key that is a number."))])
    assert seeded.find_id("2") == 4


def test_an_open_article_is_whole(seeded: Library) -> None:
    opened = seeded.article(3)
    assert opened is not None
    assert opened.article.text.startswith("BAKU, Azerbaijan, December 17.")
    assert opened.article.published == "2025-12-17"
    assert opened.source.format == "seed"
    assert "Levent Ergün" in [official.name for official in opened.reading.officials]
    assert opened.row == seeded.rows(Filter(), 0, 1)[0]
    assert seeded.article(99) is None


# -- importing


def test_an_import_says_what_it_did(library: Library, tmp_path: Path) -> None:
    good = write(tmp_path, "good.txt", prose("The minister met a guest."))
    again = write(tmp_path, "again.txt", prose("The minister\r\nmet a guest."))
    bad = write(tmp_path, "bad.txt", b"\x00\x01 binary")
    told: list[tuple[int, int, str]] = []
    report = library.import_paths([good, again, bad, tmp_path / "gone"], lambda *step: told.append(step))
    assert report.taken == (1,)
    assert report.skipped == (str(again),)
    assert [refusal.path for refusal in report.refused] == [str(bad), str(tmp_path / "gone")]
    assert report.changes == Changes(articles=frozenset({1}), listing=True)
    assert told[0] == (0, 4, str(good))
    assert told[-1] == (4, 4, "")
    opened = library.article(1)
    assert opened is not None
    assert opened.source.path == str(good)
    assert library.import_paths([good]).changes == Changes()


def test_a_cancelled_import_keeps_what_was_taken(library: Library) -> None:
    texts = [(str(n), prose("An article.", n)) for n in range(10)]
    calls = iter([False] * 4)
    report = library.import_texts(texts, cancelled=lambda: next(calls, True))
    assert report.cancelled
    assert len(report.taken) == 4 == library.count(Filter())


def test_a_large_import_is_kept_in_batches_and_tidied(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "BATCH", 7)
    monkeypatch.setattr(importing, "BATCH_SECONDS", 0)
    monkeypatch.setattr(importing, "TIDY_FROM", 10)
    texts = [(str(n), f" date 2024-01-{n % 28 + 1:02} ".encode() + prose("Same day.", n)) for n in range(50)]
    assert len(library.import_texts(texts).taken) == 50
    dates = [row.date for row in library.rows(Filter(query="same day "), 0, 99)]
    assert dates == sorted(dates, reverse=True)
    assert len(dates) == 50


def test_a_large_import_leaves_no_room_unused(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "BATCH", 10)
    monkeypatch.setattr(importing, "BATCH_SECONDS", 0)
    monkeypatch.setattr(importing, "TIDY_FROM", 10)
    words = ["".join(letters) for letters in itertools.product("aeioulmnrst", repeat=5)]
    texts = [(str(n), prose(" ".join(words[n * 400 : n * 400 + 400]), n)) for n in range(60)]
    assert len(library.import_texts(texts).taken) == 60
    connection = sqlite3.connect(library.path)
    free, pages = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("freelist_count", "page_count")
    )
    connection.close()
    assert free * room.SLACK < pages
    assert library.count(Filter(query=words[59 * 400])) == 1


# -- what a person does


def test_read_and_starred_tell_what_changed(seeded: Library) -> None:
    assert seeded.set_read([1, 2, 99], True) == Changes(articles=frozenset({1, 2}))
    assert seeded.set_read([2, 3], True) == Changes(articles=frozenset({3}))
    assert not seeded.set_read([1], True)
    assert seeded.set_read([1], False) == Changes(articles=frozenset({1}))
    assert seeded.set_starred([1], True) == Changes(articles=frozenset({1}))
    assert [(row.id, row.read, row.starred) for row in seeded.rows(Filter(), 0, 9)] == [
        (3, True, False), (2, True, False), (1, False, True),
    ]  # fmt: skip


def test_article_tags(seeded: Library) -> None:
    assert seeded.set_article_tags(1, ["  To   check ", "b", "TO CHECK", ""]) == Changes(
        frozenset({1}), tags=True
    )
    assert seeded.tags() == ["b", "To check"]
    assert not seeded.set_article_tags(1, ["B", "to check"])
    assert seeded.set_article_tags(1, []) == Changes(frozenset({1}), tags=True)
    assert seeded.tags() == []
    with pytest.raises(LibraryError, match="no longer in the library"):
        seeded.set_article_tags(99, ["x"])


def test_an_annotation_lives(seeded: Library) -> None:
    made, changes = seeded.add_annotation(3, Span(0, 4), "yellow", FILL, "a \ud83d note", ("b", "a"))
    assert made.anchor.exact == "BAKU"
    assert (made.note, made.tags) == ("a \ufffd note", ("a", "b"))
    assert changes == Changes(frozenset({3}), frozenset({made.id}), tags=True)
    changed, changes = seeded.update_annotation(made.id, note="new", colour="blue", style=MarkStyle.WAVE)
    assert (changed.note, changed.colour, changed.style, changed.tags) == (
        "new",
        "blue",
        MarkStyle.WAVE,
        ("a", "b"),
    )
    assert changes == Changes(frozenset({3}), frozenset({made.id}))
    assert seeded.update_annotation(made.id, note="new") == (changed, Changes())
    assert seeded.update_annotation(made.id, tags=())[1].tags
    opened = seeded.article(3)
    assert opened is not None
    assert opened.annotations == tuple(seeded.annotations(3))
    assert opened.row.notes == 1


def test_deleting_annotations_can_be_undone(seeded: Library) -> None:
    first, _ = seeded.add_annotation(3, Span(0, 4), "yellow", FILL, "one", ("t",))
    second, _ = seeded.add_annotation(1, Span(5, 9), "blue", MarkStyle.BOX)
    gone, changes = seeded.delete_annotations([first.id, second.id, first.id, 99])
    assert gone == [first, second]
    assert changes == Changes(frozenset({1, 3}), frozenset({first.id, second.id}), tags=True)
    assert seeded.annotations() == []
    third, _ = seeded.add_annotation(3, Span(0, 4), "yellow", FILL)
    assert third.id not in {first.id, second.id}
    assert seeded.restore_annotations(gone) == changes
    assert seeded.annotations(3) == [first, third]
    assert seeded.annotations(tag="T") == [first]
    assert seeded.annotations(3, tag="T", colour="yellow") == [first]
    assert seeded.annotations(colour="blue") == [second]
    assert not seeded.restore_annotations(gone)


def test_annotations_need_words(seeded: Library) -> None:
    with pytest.raises(AnchorError):
        seeded.add_annotation(3, Span(4, 4), "yellow", FILL)
    with pytest.raises(LibraryError):
        seeded.add_annotation(99, Span(0, 4), "yellow", FILL)
    with pytest.raises(AnchorError, match="no longer there"):
        seeded.update_annotation(99, note="x")
    assert seeded.annotations() == []


def test_deleted_articles_come_back_whole(seeded: Library) -> None:
    made, _ = seeded.add_annotation(3, Span(0, 4), "yellow", FILL, "kept", ("tag",))
    seeded.set_starred([3], True)
    seeded.set_article_tags(3, ["x"])
    before = (seeded.article(3), seeded.choices(), seeded.rows(Filter(query="ergun"), 0, 9))
    gone, changes = seeded.delete_articles([3, 99])
    assert gone == (3,)
    assert changes == Changes(frozenset({3}), listing=True)
    assert seeded.article(3) is None
    assert seeded.annotations() == []
    assert seeded.find_id("004_834a0b8676b6a784") is None
    assert seeded.count(Filter(query="ergun")) == 0
    assert seeded.choices().all == 2
    assert "Levent Ergün" not in [c.label for c in seeded.choices().people]
    assert seeded.restore_articles(gone) == changes
    assert (seeded.article(3), seeded.choices(), seeded.rows(Filter(query="ergun"), 0, 9)) == before
    assert seeded.annotations() == [made]


def test_importing_a_deleted_article_brings_it_back(seeded: Library) -> None:
    seeded.delete_articles([3])
    report = seeded.import_samples()
    assert report.taken == (3,)
    assert len(report.skipped) == 2
    assert keys(seeded, "ergun") == ["2025"]
