"""What is found in a library: words, fields, notes and tags, beginnings of words."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from store import ranking, upkeep
from store.database import filters, listing, search
from store.library import Library
from store.model import Filter, MarkStyle, Span
from tests.store.conftest import keys, prose

FILL = MarkStyle.FILL


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
