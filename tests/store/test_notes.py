"""Notes on an article as a whole, highlights moved to other words, and the list of all."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from store import upkeep
from store.errors import AnchorError, LibraryError
from store.export import library_json
from store.library import Library
from store.model import Changes, Filter, MarkStyle, Span

FILL = MarkStyle.FILL


def numbers(library: Library, query: str) -> list[int]:
    return library.ids(Filter(query=query))


def words(library: Library, number: int, quote: str) -> Span:
    opened = library.article(number)
    assert opened is not None
    start = opened.article.text.index(quote)
    return Span(start, start + len(quote))


def test_a_note_on_the_whole_is_found_counted_listed_and_no_orphan(seeded: Library) -> None:
    made, changes = seeded.notes.add_to_article(2, "pink", "A quixotic account", ["Later", "later"])
    assert changes == Changes(frozenset({2}), frozenset({made.id}), tags=True)
    assert (made.whole, made.orphan, made.anchor.span, made.tags) == (True, False, Span(0, 0), ("Later",))
    assert numbers(seeded, "note:quixotic") == numbers(seeded, "is:annotated") == [2]
    opened = seeded.article(2)
    assert opened is not None
    assert opened.annotations == (made,)
    assert opened.row.notes == 1
    assert seeded.annotations() == seeded.annotations(2) == [made]
    assert [(row.annotation, row.heading, row.date) for row in seeded.notes.listed()] == [
        (made, opened.row.heading, opened.row.date)
    ]
    assert upkeep.check(seeded.path) == ()


def test_a_note_on_the_whole_is_changed_deleted_and_brought_back(seeded: Library) -> None:
    made, _ = seeded.notes.add_to_article(2, "pink")
    changed, _ = seeded.update_annotation(made.id, note="Now")
    assert (changed.whole, changed.note) == (True, "Now")
    gone, _ = seeded.delete_annotations([made.id])
    seeded.restore_annotations(gone)
    assert seeded.annotations() == [changed]
    seeded.delete_articles([2])
    assert seeded.notes.listed() == []
    with pytest.raises(LibraryError):
        seeded.notes.add_to_article(99, "pink")


def test_a_note_on_the_whole_stays_when_the_words_change(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("General Jane Smith of Ghana spoke of trade and much else in the capital.")
    library.import_paths([path])
    made, _ = library.notes.add_to_article(1, "blue", "On all of it")
    path.write_text("General Jane Smith of Ghana said nothing at all on that day in the capital.")
    library.import_paths([path])
    assert library.annotations(1) == [made]


def test_a_note_on_the_whole_is_carried_to_another_library(seeded: Library, tmp_path: Path) -> None:
    made, _ = seeded.notes.add_to_article(2, "pink", "A quixotic account", ["later"])
    file = io.StringIO()
    library_json.write(seeded.each(Filter()), file)
    (told,) = [a["annotations"] for a in json.loads(file.getvalue())["articles"] if a["annotations"]]
    assert (told[0]["span"], told[0]["exact"]) == (None, "")
    export = tmp_path / "export.json"
    export.write_text(file.getvalue(), "utf-8")
    other = Library.open(tmp_path / "other.sqlite")
    for _ in range(2):
        other.import_paths([export])
    (there,) = other.annotations()
    assert (there.whole, there.orphan, there.note, there.tags) == (True, False, made.note, made.tags)
    other.close()


def test_a_highlight_moves_and_keeps_all_else(seeded: Library) -> None:
    made, _ = seeded.add_annotation(3, Span(0, 4), "green", MarkStyle.BOX, "why", ["x"])
    span = words(seeded, 3, "Victory Park")
    before, changes = seeded.notes.move(made.id, span)
    assert before == made
    assert changes == Changes(frozenset({3}), frozenset({made.id}))
    (moved,) = seeded.annotations()
    assert (moved.anchor.span, moved.anchor.exact) == (span, "Victory Park")
    assert (moved.id, moved.note, moved.tags, moved.colour) == (made.id, "why", ("x",), "green")
    assert seeded.notes.move(made.id, span)[1] == Changes()
    seeded.notes.put_back(before)
    assert seeded.annotations()[0].anchor == made.anchor


def test_moving_to_no_words_or_what_is_gone_is_refused(seeded: Library) -> None:
    made, _ = seeded.add_annotation(3, Span(0, 4), "green", FILL)
    for span in (Span(4, 4), Span(0, 10**9)):
        with pytest.raises(AnchorError):
            seeded.notes.move(made.id, span)
    seeded.delete_annotations([made.id])
    with pytest.raises(AnchorError):
        seeded.notes.move(made.id, Span(0, 3))
    assert seeded.notes.put_back(made) == Changes()
    assert seeded.annotations() == []


def test_some_of_the_list_by_their_numbers(seeded: Library) -> None:
    made = [seeded.add_annotation(n, Span(0, 4), "green", FILL, "", [f"t{n}"])[0] for n in (1, 2, 3)]
    some = seeded.notes.listed([made[2].id, made[0].id, 99])
    assert sorted(row.annotation.id for row in some) == [made[0].id, made[2].id]
    assert {row.annotation for row in seeded.notes.listed()} == set(made)


def test_an_annotation_whose_words_are_gone_is_an_orphan(seeded: Library) -> None:
    opened = seeded.article(3)
    assert opened is not None
    last = Span(len(opened.article.text) - 9, len(opened.article.text))
    kept, _ = seeded.add_annotation(3, last, "yellow", FILL)
    lost, _ = seeded.add_annotation(3, Span(6, 16), "yellow", FILL, "precious")
    with seeded._database.writing() as connection:
        connection.execute(
            "UPDATE article SET text = 'In ' || replace(text, 'Azerbaijan,', 'Azerbaijxx,') WHERE id = 3"
        )
    moved, orphan = seeded.annotations(3)
    assert (moved.id, moved.anchor.span) == (kept.id, Span(last.start + 3, last.end + 3))
    assert (moved.anchor.exact, moved.orphan) == (kept.anchor.exact, False)
    assert (orphan.id, orphan.anchor.span, orphan.orphan, orphan.note) == (
        lost.id,
        Span(0, 0),
        True,
        "precious",
    )
    gone, _ = seeded.delete_annotations([orphan.id])
    seeded.restore_annotations(gone)
    assert seeded.annotations(3) == [moved, orphan]
