"""Web Annotations: out as the W3C has them, in again with nothing lost; and those of Hypothesis."""

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

from store.library import Library
from store.model import Annotation, MarkStyle, Span
from tests.store.conftest import prose
from tests.store.exchange.test_whole import NOTE

MODEL = "http://www.w3.org/ns/anno.jsonld"


def exported(library: Library) -> str:
    file = io.StringIO()
    library.exchange.write("annotations", file)
    return file.getvalue()


def put(folder: Path, name: str, content: object) -> Path:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return path


def notes_of(library: Library, article: int) -> list[Annotation]:
    opened = library.article(article)
    assert opened is not None
    return list(opened.annotations)


@pytest.fixture
def noted(seeded: Library) -> Library:
    """Notes of every kind: of words, on the whole, without a word more; and one that has lost its words."""
    seeded.add_annotation(2, Span(3, 9), "green", MarkStyle.WAVE, "why?\nbecause “x”", ("to check", "x"))
    seeded.add_annotation(2, Span(3, 9), "blue", MarkStyle.BOX)
    seeded.notes.add_to_article(1, "pink", "on the whole", ["x"])
    seeded.add_annotation(3, Span(10, 30), "violet", MarkStyle.UNDERLINE, "", ["only a tag"])
    return seeded


# -- out


def test_the_file_has_what_the_model_requires(noted: Library) -> None:
    whole = json.loads(exported(noted))
    assert (whole["@context"], whole["type"], whole["total"]) == (MODEL, "AnnotationCollection", 4)
    assert whole["id"]
    page = whole["first"]
    assert (page["type"], page["startIndex"], page["partOf"]) == ("AnnotationPage", 0, whole["id"])
    assert len(page["items"]) == whole["total"]
    assert len({item["id"] for item in page["items"]}) == 4
    for item in page["items"]:
        assert item["type"] == "Annotation"
        assert item["id"].startswith("urn:uuid:")
        assert item["motivation"] in ("commenting", "tagging", "highlighting")
        assert item["target"]["type"] == "SpecificResource"
        assert item["target"]["source"]["id"].startswith("urn:communique:article:")
        for body in item.get("body", ()):
            assert (body["type"], body["purpose"] in ("commenting", "tagging")) == ("TextualBody", True)
            assert body["value"]
        for selector in item["target"].get("selector", ()):
            required = {"TextQuoteSelector": ["exact"], "TextPositionSelector": ["start", "end"]}
            assert all(key in selector for key in required[selector["type"]])


def test_a_selector_selects_the_words(noted: Library) -> None:
    items = json.loads(exported(noted))["first"]["items"]
    (item,) = (one for one in items if "green" in one["target"]["styleClass"])
    quote, place = item["target"]["selector"]
    text = noted.article(2).article.text  # type: ignore[union-attr]
    assert text[place["start"] : place["end"]] == quote["exact"]
    assert text.startswith(quote["suffix"], place["end"])
    assert text.endswith(quote["prefix"], 0, place["start"])
    assert [body["value"] for body in item["body"]] == ["why?\nbecause “x”", "to check", "x"]


# -- out, in, out


def test_they_come_back_byte_for_byte_to_the_articles_they_are_on(
    noted: Library, open_library: Callable[..., Library], tmp_path: Path
) -> None:
    path = put(tmp_path, "notes.jsonld", exported(noted))
    other = open_library("other.sqlite")
    other.import_samples()
    report = other.import_paths([path])
    assert (len(report.noted), report.lost, report.refused, report.taken) == (4, (), (), ())
    assert report.changes.annotations == frozenset(report.noted)
    assert report.changes.articles == {1, 2, 3}
    assert report.changes.tags
    assert exported(other) == path.read_text("utf-8")
    again = other.import_paths([path])
    assert (again.noted, again.refused) == ((), ())
    assert not again.changes
    assert exported(other) == path.read_text("utf-8")


def test_one_that_has_lost_its_words_stays_lost(
    library: Library, open_library: Callable[..., Library], tmp_path: Path
) -> None:
    other = open_library("other.sqlite")
    file = tmp_path / "a.txt"
    for rest in ("met Gil Guest in the old town.", "met nobody."):
        file.write_bytes(prose(f"General Ada Host {rest}"))
        library.import_paths([file])
        if not library.annotations():
            library.add_annotation(1, Span(21, 30), "green", MarkStyle.FILL, "who?")
    assert notes_of(library, 1)[0].orphan
    other.import_paths([file])
    path = put(tmp_path, "notes.jsonld", exported(library))
    (item,) = json.loads(path.read_text("utf-8"))["first"]["items"]
    assert [one["type"] for one in item["target"]["selector"]] == ["TextQuoteSelector"]
    report = other.import_paths([path])
    assert report.lost == report.noted != ()
    assert notes_of(other, 1)[0].orphan
    assert exported(other) == path.read_text("utf-8")


def test_an_article_that_is_wrapped_otherwise_is_known_by_its_words(
    open_library: Callable[..., Library], tmp_path: Path
) -> None:
    first, second = open_library("a.sqlite"), open_library("b.sqlite")
    words = "General Ada Host met Gil Guest. They spoke of the weather, and of the sea beyond the old town."
    first.import_texts([("a", words.encode())])
    second.import_texts([("b", words.replace(" ", "\r\n").encode())])
    first.add_annotation(1, Span(8, 16), "green", MarkStyle.FILL, "who?")
    report = second.import_paths([put(tmp_path, "notes.jsonld", exported(first))])
    (made,) = notes_of(second, 1)
    assert (made.anchor.exact, made.orphan, report.lost) == ("Ada\r\nHost", False, ())


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=st.lists(st.lists(NOTE, max_size=4), min_size=1, max_size=3))
def test_whatever_is_noted_comes_back_byte_for_byte(engine: ModuleType, made: list[list[Any]]) -> None:
    texts = [(f"a{at}", prose(f"General Ada Host 😀 met\n\nGil  Guest {at}", at)) for at in range(len(made))]
    with tempfile.TemporaryDirectory() as folder:
        first, second = (Library.open(Path(folder, f"{name}.sqlite")) for name in "ab")
        try:
            numbers = first.import_texts(texts).taken
            second.import_texts(texts)
            for number, notes in zip(numbers, made, strict=True):
                for start, long, colour, style, note, names in notes:
                    if first.article(number).article.text[start : start + long].strip():  # type: ignore[union-attr]
                        first.add_annotation(number, Span(start, start + long), colour, style, note, names)
            path = Path(folder, "notes.jsonld")
            first.exchange.export("annotations", path)
            assert second.import_paths([path]).refused == ()
            assert exported(second) == path.read_bytes().decode()
        finally:
            first.close()
            second.close()


# -- Hypothesis

TEXT = (
    "Ada Host received Gil Guest in Baku on 5 May 2024. They spoke of joint exercises, of the old friendship"
    " of the two armies and of joint exercises at sea. Then the guest laid a wreath. The old friendship was"
    " praised."
)
AGAIN = ("joint exercises", "old friendship of the two armies and of ", " at sea. Then the guest laid a w")


def hypothesis_note(
    exact: str | None, prefix: str = "", suffix: str = "", **further: object
) -> dict[str, Any]:
    """An annotation as the Hypothesis client exports it."""
    uri = str(further.pop("uri", "https://www.example.org/news/visit/"))
    selectors: list[dict[str, Any]] = [
        {"type": "RangeSelector", "startContainer": "/p[1]", "startOffset": 0, "endOffset": 3},
        {"type": "TextPositionSelector", "start": 12034, "end": 12050},
        {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix},
    ]
    return {
        "id": "abc",
        "created": "2024-05-06T10:11:12.345678+00:00",
        "updated": "2024-05-07T12:00:00.000000+02:00",
        "user": "acct:reader@hypothes.is",
        "uri": uri,
        "text": "",
        "tags": [],
        "group": "__world__",
        "target": [{"source": uri, **({"selector": selectors} if exact is not None else {})}],
        "document": {"title": ["A visit"]},
        **further,
    }


def export_of(*notes: dict[str, Any]) -> dict[str, Any]:
    return {
        "export_date": "2024-06-01T00:00:00.000Z",
        "export_userid": "acct:reader@hypothes.is",
        "client_version": "1.1500.0",
        "annotations": list(notes),
    }


@pytest.fixture
def reader(library: Library) -> Library:
    """A library with one article about the visit, and one about another."""
    other = prose("General Tom Third spoke of joint exercises.")
    library.import_texts([("visit", TEXT.encode()), ("another", other)])
    return library


def test_quotes_of_hypothesis_are_anchored_anew(reader: Library, tmp_path: Path) -> None:
    path = put(
        tmp_path,
        "export.json",
        export_of(
            hypothesis_note(*AGAIN, text="**again**", tags=["sea", "drill"]),
            hypothesis_note("laid a wreath"),
        ),
    )
    report = reader.import_paths([path])
    assert (report.refused, report.lost, len(report.noted)) == ((), (), 2)
    first, second = notes_of(reader, 1)
    assert first.anchor.span.start == TEXT.index("joint exercises at sea")
    assert (first.note, first.tags, first.colour) == ("**again**", ("drill", "sea"), "yellow")
    assert (first.created_at, first.changed_at) == ("2024-05-06T10:11:12Z", "2024-05-07T10:00:00Z")
    assert TEXT[slice(*second.anchor.span)] == "laid a wreath"
    assert reader.import_paths([path]).noted == ()


def test_a_long_quote_that_stands_once_needs_no_context(reader: Library, tmp_path: Path) -> None:
    around = ("Advertisement: buy one and get two of them ", " Subscribe now to read more of what we wrote")
    notes = (
        hypothesis_note("Then the guest laid a wreath", *around),
        hypothesis_note("laid a wreath", *around),
    )
    report = reader.import_paths([put(tmp_path, "export.json", export_of(*notes))])
    assert [one.anchor.exact for one in notes_of(reader, 1)] == ["Then the guest laid a wreath"]
    assert len(report.refused) == 1  # the short one may be of another article


def test_answers_are_part_of_the_note_and_a_page_note_is_on_the_whole(
    reader: Library, tmp_path: Path
) -> None:
    answer = hypothesis_note(
        None,
        id="d",
        user="acct:other@hypothes.is",
        text="no",
        references=["abc", "c"],
        created="2024-05-09T00:00:00Z",
    )
    before = hypothesis_note(None, id="c", text="yes", references=["abc"])
    quoted = hypothesis_note("laid a wreath", text="where?")
    whole = hypothesis_note(None, id="w", text="a page note", uri="visit")
    path = put(tmp_path, "export.json", export_of(answer, quoted, before, whole))
    report = reader.import_paths([path])
    assert [one.note for one in notes_of(reader, 1)] == ["a page note", "where?\n\nreader: yes\n\nother: no"]
    assert notes_of(reader, 1)[0].whole
    assert report.refused == ()


def test_an_address_tells_the_article(library: Library, tmp_path: Path) -> None:
    line = {"url": "http://example.org/news/visit", "text": TEXT}
    library.import_paths([put(tmp_path, "articles.jsonl", line)])
    library.import_texts([("copy", f"{TEXT} Another paper.".encode())])
    path = put(
        tmp_path,
        "export.json",
        export_of(
            hypothesis_note("laid a wreath"),
            hypothesis_note("words that are in no article at all"),
            hypothesis_note("joint exercises"),
        ),
    )
    report = library.import_paths([path])
    assert (len(report.noted), len(report.lost), report.refused) == (3, 2, ())
    assert [one.orphan for one in notes_of(library, 1)] == [False, True, True]
    assert [made.anchor.exact for made, _ in library.orphans.of_article(1)] == [
        "words that are in no article at all",
        "joint exercises",
    ]
    assert notes_of(library, 2) == []


@pytest.mark.parametrize(
    ("quote", "why"),
    [
        ("words that are in no article at all", "stands in no article of the library."),
        ("laid a wreath. The old friendship was praised.", "stands in several articles."),
        ("old town", "its article is not in the library, or its quote is too short."),
        (None, "is on an article that is not in the library."),
    ],
)
def test_what_belongs_to_no_article_is_refused(
    library: Library, tmp_path: Path, quote: str | None, why: str
) -> None:
    library.import_texts([("a", TEXT.encode()), ("b", f"{TEXT} Another paper.".encode())])
    note = hypothesis_note(quote, text="a note")
    report = library.import_paths([put(tmp_path, "export.json", export_of(note))])
    (refusal,) = report.refused
    assert refusal.reason.startswith(f"{tmp_path / 'export.json'}, annotation 1")
    assert refusal.reason.endswith(why)
    assert report.noted == ()


def test_rows_of_the_service_and_a_plain_list(reader: Library, tmp_path: Path) -> None:
    first = {"total": 1, "rows": [hypothesis_note("laid a wreath")]}
    second = [hypothesis_note("The old friendship was praised")]
    report = reader.import_paths([put(tmp_path, "a.json", first), put(tmp_path, "b.json", second)])
    assert [one.anchor.exact for one in notes_of(reader, 1)] == [
        "laid a wreath",
        "The old friendship was praised",
    ]
    assert report.refused == ()


# -- other programs' Web Annotations


def test_web_annotations_of_other_programs(reader: Library, tmp_path: Path) -> None:
    quote = {"type": "TextQuoteSelector", "exact": "laid a wreath"}
    notes = [
        {
            "@context": MODEL,
            "id": "http://example.org/anno1",
            "type": "Annotation",
            "bodyValue": "plain",
            "target": {"source": "http://example.org/page", "selector": quote},
        },
        {
            "@context": MODEL,
            "type": ["Annotation"],
            "body": [
                "http://example.org/said",
                {"type": "SpecificResource", "source": "wreaths", "purpose": "tagging"},
                {"type": "TextualBody", "value": "said", "purpose": ["commenting"]},
            ],
            "target": [
                "http://example.org/else",
                {
                    "source": {"id": "http://example.org/page"},
                    "selector": {"type": "FragmentSelector", "value": "x", "refinedBy": quote},
                },
            ],
        },
    ]
    report = reader.import_paths([put(tmp_path, "notes.json", notes)])
    assert report.refused == ()
    first, second = notes_of(reader, 1)
    assert (first.note, first.tags, first.anchor.exact) == ("plain", (), "laid a wreath")
    assert (second.note, second.tags) == ("http://example.org/said\n\nsaid", ("wreaths",))
    assert reader.import_paths([tmp_path / "notes.json"]).noted == ()  # though they tell no time


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("{", "is no JSON"),
        ("{}", "holds no annotations."),
        ('[{"type": "Annotation"}]', "is not whole: 'target'."),
        ('[{"target": {"selector": {"type": "TextQuoteSelector", "exact": " "}}}]', "its quote is empty."),
        ('[{"target": {"source": "x"}}]', "it has neither words nor a note."),
        ('[{"target": []}]', "is not whole: "),
        ('[7, {"uri": 5, "target": [{}]}]', "is not whole: "),
    ],
)
def test_what_is_no_annotation_is_refused(reader: Library, tmp_path: Path, content: str, why: str) -> None:
    report = reader.import_paths([put(tmp_path, "notes.jsonld", content)])
    assert report.refused
    assert all(why in refusal.reason for refusal in report.refused)
    assert report.noted == ()


def test_an_empty_collection_is_no_fault(reader: Library, tmp_path: Path) -> None:
    report = reader.import_paths([put(tmp_path, "notes.jsonld", exported(reader))])
    assert (report.refused, report.noted, report.changes.articles) == ((), (), frozenset())


def test_articles_and_their_notes_in_one_import(
    noted: Library, open_library: Callable[..., Library], tmp_path: Path
) -> None:
    put(tmp_path, "a notes.jsonld", exported(noted))
    noted.exchange.export("json", tmp_path / "b articles.json")
    other = open_library("other.sqlite")
    report = other.import_paths(sorted(tmp_path.glob("*.json*")))
    assert (len(report.taken), report.refused) == (3, ())
    assert exported(other) == exported(noted)
