"""The door to the store: what is written can be read, and every change is told."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from store import importing, ranking, upkeep
from store.database import filters, listing, room, search
from store.errors import AnchorError, LibraryError
from store.library import Library
from store.model import Changes, Filter, MarkStyle, Span
from tests.store.conftest import prose

FILL = MarkStyle.FILL


def keys(library: Library, query: str = "", **parts: object) -> list[str]:
    """The years of the sample articles found."""
    return [row.date[:4] for row in library.rows(Filter(query=query, **parts), 0, 99) if row.date]  # type: ignore[arg-type]


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


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


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


# -- searching


@pytest.mark.parametrize(
    ("query", "years"),
    [
        ("kadioglu", ["2024"]),
        ("KADIOĞLU", ["2024"]),
        ('"high-level military dialogue"', ["2025", "2024", "2023"]),
        ("Turkiye ergun", ["2025"]),
        ("Türkiye -ergun -ozsert ", ["2024"]),
        ("-kadioglu", ["2025", "2023"]),
        ("ergun OR ozsert ", ["2025", "2023"]),
        ("person:ergun", ["2025"]),
        ('person:"levent erg"', ["2025"]),
        ("country:tr date:2024", ["2024"]),
        ("after:9999", []),
        ("country:tr -date:9999 before:9999-12-31 after:2024", ["2025"]),
        ("country:Turkey ergun ", ["2025"]),
        ("outlet:trend", ["2025", "2024"]),
        ("is:starred", ["2023"]),
        ("is:unread -is:starred ", ["2025", "2024"]),
        ("(date:2023 OR ergun) hasanov ", ["2025", "2023"]),
        ("tag:check", ["2024"]),
        ("nobody", []),
        ('"(', []),
        ("(*", []),
        ("   ", ["2025", "2024", "2023"]),
    ],
)
def test_search(seeded: Library, query: str, years: list[str]) -> None:
    seeded.set_starred([1], True)
    seeded.set_article_tags(2, ["to-check"])
    assert keys(seeded, query) == years
    assert sorted(keys(seeded, query), reverse=True) == years
    assert seeded.count(Filter(query=query)) == len(years)
    assert len(seeded.rows(Filter(query=query), 0, 9, order="relevance")) == len(years)


def test_hits_are_in_the_original_words(seeded: Library) -> None:
    opened = seeded.article(3)
    assert opened is not None
    found = [opened.article.text[a:b] for a, b in seeded.hits(3, "turkiye levent person:ergun ")]
    assert set(found) == {"Türkiye", "Levent Ergün"} | {"Levent"} - (
        {"Levent"} if "Levent" not in found else set()
    )
    row = seeded.rows(Filter(query="ergun"), 0, 1)[0]
    assert [row.snippet[a:b] for a, b in row.hits] == ["Ergün"]
    (plain,) = seeded.rows(Filter(query="ergun"), 0, 1, snippets=False)
    assert (plain.id, plain.snippet, plain.hits) == (row.id, "", ())
    assert seeded.hits(99, "ergun") == []
    assert seeded.hits(3, '"(') == []


def test_a_schwa_is_found_in_both_spellings(library: Library) -> None:
    library.import_texts(
        [("az", prose("Zakir Həsənov qəbul etdi.")), ("en", prose("Zakir Hasanov received."))]
    )

    def found(query: str) -> set[str]:
        return {row.key for row in library.rows(Filter(query=query), 0, 9)}

    assert found("Hesenov ") == {"az"}
    assert found('"zakir hasanov"') == found("Hasanov ") == found("Həsənov ") == {"az", "en"}


def test_the_query_is_explained(seeded: Library) -> None:
    assert seeded.explain_query("kadıoğlu country:tr") == "read as: kadioglu AND country TR"
    assert seeded.explain_query("country:atlantis x ") == "read as: x; not understood: country:atlantis"
    assert seeded.explain_query("") == ""


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


# -- a newer reading


def test_another_reading_reads_everything_again(
    seeded: Library, engine: ModuleType, open_library: Callable[..., Library]
) -> None:
    made, _ = seeded.add_annotation(3, Span(0, 4), "yellow", FILL, "mine")
    seeded.set_starred([1], True)
    assert not seeded.reread()
    engine.VERSION = "test-2"
    engine.read_article = lambda article: __import__("store.model").model.Reading()
    library = open_library()
    steps: list[tuple[int, int, str]] = []
    assert library.reread(lambda *step: steps.append(step)) == Changes(frozenset({1, 2, 3}), listing=True)
    assert steps == [(3, 3, "")]
    assert library.choices().people == ()
    assert keys(library, "ergun") == ["2025"]
    assert keys(library, starred=True) == ["2023"]
    assert library.annotations() == [made]
    assert not library.reread()


def test_a_cancelled_reread_goes_on_later(seeded: Library, engine: ModuleType) -> None:
    engine.VERSION = "test-2"
    assert not seeded.reread(cancelled=lambda: True)
    assert len(seeded.reread().articles) == 3


def test_another_folding_fills_the_index_again(seeded: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    from store import indexed
    from store.database import indexing

    monkeypatch.setattr(indexing, "_CURRENT", "99")
    monkeypatch.setattr(
        indexed, "fold", lambda text: text.lower().replace("kad", "dak").encode("ascii", "ignore").decode()
    )
    seeded.reread()
    assert keys(seeded, "dakolu") == ["2024"]
    seeded.delete_articles([2])
    assert keys(seeded, "dakolu") == []
    assert keys(seeded, "hasanov") == ["2025", "2023"]


# -- fields of the query, notes and tags


@pytest.mark.parametrize(
    ("query", "years"),
    [
        ("role:host", []),
        ("role:guest", ["2025", "2024", "2023"]),
        ("person:ziya role:guest", ["2024"]),
        ("person:ziya role:host", []),
        ("person:ziya -role:guest", []),
        ("kadioglu NEAR/3 ziya", ["2024"]),
        ("kadioglu NEAR/1 october", []),
    ],
)
def test_fields_and_nearness(seeded: Library, query: str, years: list[str]) -> None:
    assert keys(seeded, query + " ") == years


def test_words_of_notes_and_tags_are_found(seeded: Library) -> None:
    seeded.add_annotation(
        2, Span(3, 9), "green", MarkStyle.FILL, "Who was the third speaker?", ("zzunclear",)
    )
    assert keys(seeded, '"third speaker"') == ["2024"]
    assert keys(seeded, "note:speak") == ["2024"]
    assert keys(seeded, "zzunclear") == ["2024"]
    (row,) = seeded.rows(Filter(query='"third speaker" '), 0, 5)
    assert row.snippet == "Note: Who was the third speaker?"
    assert [row.snippet[slice(*hit)] for hit in row.hits] == ["third speaker"]
    seeded.update_annotation(1, note="Nobody knows", tags=("other",))
    assert keys(seeded, '"third speaker"') == []
    assert keys(seeded, "zzunclear") == []
    assert keys(seeded, "note:nobody") == ["2024"]
    (gone,), _ = seeded.delete_annotations([1])
    assert keys(seeded, "nobody") == []
    seeded.restore_annotations([gone])
    assert keys(seeded, "nobody") == ["2024"]
    seeded.set_article_tags(1, ["dossier"])
    assert keys(seeded, "dossier") == ["2023"]
    seeded.delete_articles([1, 2])
    assert keys(seeded, "dossier OR nobody") == []
    seeded.restore_articles([1, 2])
    assert keys(seeded, "dossier OR nobody") == ["2024", "2023"]
    assert upkeep.check(seeded.path) == ()


def test_notes_stay_found_after_another_reading(seeded: Library, engine: ModuleType) -> None:
    seeded.add_annotation(2, Span(3, 9), "green", MarkStyle.FILL, "remarkable")
    engine.VERSION = "test-9"
    seeded.reread()
    assert keys(seeded, "remarkable") == ["2024"]
    assert upkeep.check(seeded.path) == ()


def test_what_relevance_puts_in_order(seeded: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    assert seeded.ranked(Filter(query="hasanov")) == (3, False)
    assert seeded.ranked(Filter(query="nobody")) == (0, False)
    assert seeded.ranked(Filter(query="date:2024")) == (0, False)  # no words to tell the better one by
    assert seeded.ranked(Filter()) == (0, False)
    monkeypatch.setattr(ranking, "RANKED_AT_MOST", 2)
    monkeypatch.setattr(filters, "RANKED_AT_MOST", 2)
    assert seeded.ranked(Filter(query="hasanov")) == (2, True)
    ranked = [row.key for row in seeded.rows(Filter(query="hasanov"), 0, 9, "relevance")]
    assert len(ranked) == 2
    assert set(ranked) == {row.key for row in seeded.rows(Filter(query="hasanov"), 0, 2)}


def test_a_note_without_its_words_comes_back_where_it_was(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(prose("General Jane Smith of Ghana spoke."))
    library.import_paths([path])
    made, _ = library.add_annotation(1, Span(8, 12), "yellow", FILL, "who?")
    path.write_bytes(prose("Nobody spoke."))
    library.import_paths([path])
    (lost,) = library.annotations(1)
    assert lost.orphan
    assert upkeep.check(library.path) == ()  # which is no fault of the file
    gone, _ = library.delete_annotations([made.id])
    library.restore_annotations(gone)
    path.write_bytes(prose("General Jane Smith of Ghana spoke."))
    library.import_paths([path])
    (back,) = library.annotations(1)
    assert (back.anchor, back.orphan, back.note) == (made.anchor, False, "who?")


def test_so_many_people_are_offered_the_others_are_found_by_name(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "PEOPLE_AT_MOST", 3)
    names = ("Əli Zor", "Ali Zorba", "Bea Fax", "Cem Gül", "Dan Hay")
    library.import_texts(
        [(f"{name}{n}", prose(f"General {name} came.", n)) for n, name in enumerate((*names, *names[3:]))]
    )
    choices = library.choices()
    assert [(c.label, c.count) for c in choices.people] == [("Cem Gül", 2), ("Dan Hay", 2), ("Ali Zorba", 1)]
    assert choices.more_people
    assert [c.label for c in library.people_named("ZÖR")] == ["Ali Zorba", "Əli Zor"]
    assert library.people_named("nobody") == ()
    monkeypatch.setattr(listing, "PEOPLE_AT_MOST", 2000)
    assert len(library.choices().people) == 5
    assert not library.choices().more_people


def test_counts_follow_what_is_deleted_and_brought_back(seeded: Library) -> None:
    seeded.import_texts([("undated", prose("They met."))])
    gone, _ = seeded.delete_articles([2, 4])
    assert [(c.key, c.count) for c in seeded.choices().years] == [("2025", 1), ("2023", 1)]
    assert seeded.choices().all == seeded.count(Filter()) == 2
    seeded.restore_articles(gone)
    assert [c.count for c in seeded.choices().years] == [1, 1, 1]
    assert seeded.choices().all == seeded.count(Filter()) == 4
    assert seeded.count(Filter(), 3) == 3


def test_a_few_letters_find_what_begins_so(seeded: Library) -> None:
    number = seeded.find_id("004_834a0b8676b6a784")
    assert number is not None
    seeded.add_annotation(number, Span(0, 4), "yellow", FILL, "quixotic", tags=("zymurgy",))
    for typed in ("qu*", "qui*", "quix*", "zy", "zym"):
        for order in ("date", "oldest", "relevance"):
            assert [row.id for row in seeded.rows(Filter(query=typed), 0, 9, order)] == [number], typed
    assert seeded.rows(Filter(query="qui* country:TR -zym*"), 0, 9) == []
    assert seeded.count(Filter(query="az")) == seeded.count(Filter(query="aze")) == 3
    seeded.delete_annotations([one.id for one in seeded.annotations()])
    assert seeded.count(Filter(query="qui")) == 0


def test_a_far_word_is_no_part_of_a_phrase_with_the_other_spelling(library: Library) -> None:
    far = "word " * 40
    library.import_texts([("a", prose(f"Far one. {far} General Zakir Həsənov came to us. {far} The end."))])
    for typed in ('"zakir hasanov came"', '"zakir hesenov came"', "hasanov far", "came NEAR hasanov"):
        assert library.count(Filter(query=typed + " ")) == 1, typed
    for typed in ('"far hasanov"', "far NEAR/30 hasanov"):
        assert library.count(Filter(query=typed + " ")) == 0, typed


@pytest.mark.parametrize("most", [0, 2, 64])
def test_a_word_being_typed_is_any_word_that_begins_so(
    library: Library, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(search, "MOST_COMPLETED", most)
    words = ("minister", "ministers", "ministry", "mini", "ministerial Həsənov", "ministra9")
    library.import_texts([(word, prose(f"{word} {word}.", n)) for n, word in enumerate(words)])
    for typed, count in (("minist", 5), ("ministe", 3), ("ministers", 1), ("ministra", 1), ("minix", 0)):
        assert library.count(Filter(query=typed)) == count, typed
        assert len(library.rows(Filter(query=typed), 0, 9, "relevance")) == count
    assert library.count(Filter(query="həsən")) == library.count(Filter(query="hasan")) == 1
    assert library.count(Filter(query='"ministerial hasan*"')) == 1
    assert library.count(Filter(query="number -minist")) == 1
    made, _ = library.add_annotation(1, Span(0, 4), "yellow", FILL, "quixotic notes of mine")
    for typed in ("note:quix", "note:note", 'note:"min quix"', "note:quixotic", "note:quix minist"):
        assert [row.id for row in library.rows(Filter(query=typed), 0, 9)] == [made.article_id], typed
    assert library.count(Filter(query='note:"quix nothing"')) == 0
    assert library.explain_query("minist") == "read as: minist*"


def test_letters_that_many_words_begin_with_are_found_beside_others(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "FREQUENT", 2)
    library.import_texts(
        [(word, prose(f"{word} spoke.", n)) for n, word in enumerate(("Ann", "Anton", "Ben"))]
    )
    for typed, found in (
        ("spoke an", ["Anton", "Ann"]), ("spoke ant", ["Anton"]), ("sp* an*", ["Anton", "Ann"]),
        ("an* -anton ", ["Ann"]), ("spoke an* -ann ", ["Anton"]), ("spoke be", ["Ben"]), ("ben an", []),
    ):  # fmt: skip
        assert [row.key for row in library.rows(Filter(query=typed), 0, 9)] == found, typed
        assert library.count(Filter(query=typed)) == len(found)
        assert {row.key for row in library.rows(Filter(query=typed), 0, 9, "relevance")} == set(found)


def test_the_most_frequent_people_are_read_in_their_order(library: Library) -> None:
    asked: list[str] = []
    with library._database.reading() as connection:
        connection.set_trace_callback(asked.append)
        listing.choices(connection)
        connection.set_trace_callback(None)
        (frequent,) = [said for said in asked if "articles > 1" in said]
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {frequent}")]
    assert [step for step in plan if "TEMP B-TREE" in step] == []
    assert "facet_value_often" in plan[0]
