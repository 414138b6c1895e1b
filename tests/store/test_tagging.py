"""Tags are renamed, merged, deleted and coloured everywhere, put on whole articles; and all goes back."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from store import upkeep
from store.errors import RulingError
from store.export import library_json
from store.library import Library
from store.model import Changes, Filter, KnownTag, MarkStyle, Span
from store.query_tags import with_tag

FILL = MarkStyle.FILL


def carried(library: Library) -> dict[str, object]:
    """All that names a tag."""
    return {
        "known": library.tagging.known(),
        "articles": {row.id: library.article(row.id).tags for row in library.rows(Filter(), 0, 9)},  # type: ignore[union-attr]
        "notes": {made.id: made.tags for made in library.annotations()},
        "found": {tag: library.ids(Filter(query=f"tag:{tag}")) for tag in ("homage", "wreath", "visit")},
        "saved": [(one.name, one.filter) for one in library.choices().saved],
        "colours": library.tagging.colours(),
    }


@pytest.fixture
def tagged(seeded: Library) -> Library:
    seeded.add_annotation(1, Span(0, 4), "yellow", FILL, "", ["Homage"])
    seeded.add_annotation(2, Span(0, 4), "yellow", FILL, "", ["homage", "wreath"])
    seeded.set_article_tags(2, ["Homage"])
    seeded.set_article_tags(3, ["wreath", "visit"])
    seeded.searches.save("Homages", Filter(tag="Homage"))
    seeded.searches.save("Two", Filter(query="ergun -tag:homage tag:visit"))
    return seeded


def test_those_most_used_come_first(tagged: Library) -> None:
    assert tagged.tagging.known() == [
        KnownTag("Homage", "", 1, 2),
        KnownTag("wreath", "", 1, 1),
        KnownTag("visit", "", 1, 0),
    ]
    tagged.delete_articles([2])
    assert {tag.name: (tag.articles, tag.notes) for tag in tagged.tagging.known()} == {
        "Homage": (0, 1),
        "wreath": (1, 0),
        "visit": (1, 0),
    }


def test_a_tag_is_renamed_everywhere_and_back(tagged: Library) -> None:
    tagged.tagging.set_colour("homage", "green")
    was = carried(tagged)
    before, changes = tagged.tagging.rename("homage", "  in   memory ")
    assert changes == Changes(frozenset({1, 2}), frozenset({1, 2}), tags=True)
    now = carried(tagged)
    assert now["notes"] == {1: ("in memory",), 2: ("in memory", "wreath")}
    assert now["articles"] == {1: (), 2: ("in memory",), 3: ("visit", "wreath")}
    assert now["saved"] == [
        ("Homages", Filter(tag="in memory")),
        ("Two", Filter(query='ergun -tag:"in memory" tag:visit')),
    ]
    assert now["colours"] == {"in memory": "green"}
    assert sorted(tagged.ids(Filter(query='tag:"in memory"'))) == [1, 2]
    assert upkeep.check(tagged.path) == ()
    tagged.tagging.put_back(before)
    assert carried(tagged) == was
    assert upkeep.check(tagged.path) == ()


def test_only_its_capitals_change(tagged: Library) -> None:
    was = carried(tagged)
    before, _ = tagged.tagging.rename("homage", "HOMAGE")
    assert tagged.tags() == ["HOMAGE", "visit", "wreath"]
    assert tagged.tagging.rename("homage", "HOMAGE")[1] == Changes()
    tagged.tagging.put_back(before)
    assert carried(tagged) == was


def test_two_tags_become_one_and_two_again(tagged: Library) -> None:
    tagged.tagging.set_colour("wreath", "pink")
    was = carried(tagged)
    before, _ = tagged.tagging.rename("homage", "Wreath")
    assert carried(tagged)["notes"] == {1: ("wreath",), 2: ("wreath",)}
    assert carried(tagged)["articles"] == {1: (), 2: ("wreath",), 3: ("visit", "wreath")}
    assert tagged.tagging.colours() == {"wreath": "pink"}
    later, _ = tagged.add_annotation(3, Span(0, 4), "yellow", FILL, "", ["wreath"])
    tagged.tagging.put_back(before)
    assert tagged.annotations(3)[0].tags == ("wreath",)
    tagged.delete_annotations([later.id])
    assert carried(tagged) == was


def test_one_without_a_colour_takes_that_of_the_other(tagged: Library) -> None:
    tagged.tagging.set_colour("homage", "blue")
    before, _ = tagged.tagging.rename("homage", "wreath")
    assert tagged.tagging.colours() == {"wreath": "blue"}
    tagged.tagging.put_back(before)
    assert tagged.tagging.colours() == {"Homage": "blue"}


def test_a_tag_is_deleted_everywhere_and_back(tagged: Library) -> None:
    was = carried(tagged)
    before, changes = tagged.tagging.delete("HOMAGE")
    assert changes.articles == {1, 2}
    now = carried(tagged)
    assert (now["notes"], now["articles"]) == (
        {1: (), 2: ("wreath",)},
        {1: (), 2: (), 3: ("visit", "wreath")},
    )
    assert now["saved"] == [("Two", Filter(query="ergun tag:visit"))]
    tagged.tagging.put_back(before)
    assert carried(tagged) == was
    assert tagged.tagging.delete("nothing like it") == (type(before)(()), Changes())


def test_articles_are_tagged_and_only_that_is_taken_back(tagged: Library) -> None:
    was = carried(tagged)
    done, changes = tagged.tagging.tag_articles([1, 2, 3, 99], ["homage", "new"], ["visit", "unknown"])
    assert changes == Changes(frozenset({1, 2, 3}), tags=True)
    assert carried(tagged)["articles"] == {
        1: ("Homage", "new"),
        2: ("Homage", "new"),
        3: ("Homage", "new", "wreath"),
    }
    assert tagged.tagging.of_articles([1, 3]) == {"Homage": 2, "new": 2, "wreath": 1}
    assert sorted(tagged.ids(Filter(query="tag:new"))) == [1, 2, 3]
    tagged.tagging.untag(done)
    assert carried(tagged) == was
    assert tagged.tagging.tag_articles([2], ["Homage"])[1] == Changes()


@pytest.mark.parametrize("name", ["", "  ", " , "])
def test_a_tag_has_a_name(tagged: Library, name: str) -> None:
    with pytest.raises(RulingError):
        tagged.tagging.rename("homage", name)
    with pytest.raises(RulingError):
        tagged.tagging.tag_articles([1], [name])


def test_colours_are_kept_and_carried_to_another_library(tagged: Library, tmp_path: Path) -> None:
    assert tagged.tagging.set_colour("homage", "green") == ("", Changes(tags=True))
    assert tagged.tagging.set_colour("homage", "green") == ("green", Changes())
    assert tagged.tagging.set_colour("unknown", "green") == ("", Changes())
    file = io.StringIO()
    library_json.write(tagged.each(Filter()), file, colours=tagged.tagging.colours())
    assert json.loads(file.getvalue())["tags"] == [{"name": "Homage", "colour": "green"}]
    export = tmp_path / "export.json"
    export.write_text(file.getvalue(), "utf-8")
    other = Library.open(tmp_path / "other.sqlite")
    other.import_paths([export])
    assert other.tagging.colours() == {"Homage": "green"}
    other.tagging.set_colour("homage", "pink")
    other.import_paths([export])
    assert other.tagging.colours() == {"Homage": "pink"}  # what is said here stays
    other.close()


@pytest.mark.parametrize(
    ("query", "renamed", "left"),
    [
        ("tag:a", "tag:b", ""),
        ("x Tag:A y", "x tag:b y", "x y"),
        ('x tag:"a"', "x tag:b", "x"),
        ("x -tag:a", "x -tag:b", "x"),
        ("NOT tag:a x", "NOT tag:b x", "x"),
        ("x OR tag:a", "x OR tag:b", "x"),
        ("tag:a OR x", "tag:b OR x", "x"),
        ("tag:ab tag a note:a", "tag:ab tag a note:a", "tag:ab tag a note:a"),
    ],
)
def test_a_query_names_the_other_tag(query: str, renamed: str, left: str) -> None:
    assert with_tag(query, "A", "b") == renamed
    assert with_tag(query, "a", None) == left


def test_a_name_that_a_query_has_to_quote() -> None:
    assert with_tag("tag:a", "a", "in memory") == 'tag:"in memory"'
    assert with_tag("tag:a", "a", "(x)") == 'tag:"(x)"'
    assert with_tag('tag:"in  memory"', "In memory", "a") == "tag:a"
