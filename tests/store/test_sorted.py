"""The list in other orders than by date: the same articles, each once, as a person sorts them."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.main import main
from store.commands import finding
from store.database.sorting import SORTS, sort_key
from store.errors import LibraryError
from store.folding import fold
from store.library import Library
from store.model import Article, ArticleRow, Filter, MarkStyle, Reading, Span
from tests.store.conftest import made_up_reading, prose
from tests.store.test_groups import FILTERS
from tests.store.test_occasions import read_occasion

BOTH_WAYS = [f"{way}{sort}" for sort in SORTS for way in ("", "-")]
NAMES = (
    "Zulu",
    "Çelik",
    "celik",
    "“Avcı”",
    "İnal",
    "ırak",
    "Isik",
    "Şahin",
    "sabah",
    "4th",
    "Ölçer",
    "Demir",
)
OCCASIONS = ("<İstanbul Forum>", "the 3th <Şuşa Talks>", "the <caspian Forum>", "")
OUTLETS = ("Ülke reports", "trend reports", "Azertac reports", "")


def read(article: Article) -> Reading:
    return read_occasion(article) if "the <" in article.text else made_up_reading(article)


@pytest.fixture
def mixed(library: Library, engine: ModuleType) -> Library:
    """Forty articles with letters of several alphabets, and without some of what there is to sort by."""
    engine.read_article = read  # type: ignore[attr-defined]
    pick = random.Random(7)
    texts = []
    for n in range(40):
        day = f" date 202{n % 4}-0{1 + n % 3}-1{n % 5} " if n % 9 else ""
        where = pick.choice(("of Azerbaijan", "Türkiye", "of Ghana and of Azerbaijan", ""))
        words = [pick.choice(NAMES), pick.choice(OCCASIONS), where, pick.choice(OUTLETS), "General Ali Veli"]
        texts.append((f"a{n}", day.encode() + prose(" ".join(filter(None, words)), n)))
    library.import_texts(texts)
    ids = library.ids(Filter())
    library.set_read(ids[::2], True)
    library.set_starred(ids[::3], True)
    library.tagging.tag_articles(ids[:5], ["homage"], [])
    library.tagging.tag_articles(ids[3:9], ["Çay", "zulu"], [])
    for number in ids[1:12:4]:
        library.add_annotation(number, Span(0, 4), "yellow", MarkStyle.FILL)
    return library


def shown(row: ArticleRow, sort: str) -> object:
    """What a row of the list shows of what it is sorted by; None where it has nothing."""
    told = {
        "heading": row.heading,
        "outlet": row.outlet,
        "country": " ".join(row.countries),
        "occasion": row.occasions[0] if row.occasions else "",
        "person": row.people[0] if row.people else "",
        "tag": row.tags[0] if row.tags else "",
    }
    if sort in told:
        text = told[sort] or ""
        return (text if sort == "country" else sort_key(text)) or None
    numbers = {"imported": -row.id, "unread": row.read, "starred": not row.starred, "notes": -row.notes}
    return numbers[sort]


@pytest.mark.parametrize("order", BOTH_WAYS)
def test_an_order_has_each_article_once_and_is_that_of_what_is_shown(mixed: Library, order: str) -> None:
    sort, turned = order.removeprefix("-"), order.startswith("-")
    newest = {number: place for place, number in enumerate(mixed.ids(Filter()))}
    for f in (*FILTERS, Filter(tag="homage"), Filter(annotated=True), Filter(part=("country", "AZ"))):
        ids = mixed.ids(f, order)
        assert sorted(ids) == sorted(mixed.ids(f)), f
        rows = mixed.listed.with_details(mixed.listed.rows(ids))
        for above, below in pairwise(rows):
            one, other = shown(above, sort), shown(below, sort)
            if one is None or other is None:
                assert other is None or one is not None, f"{f}: what has nothing comes last"
            elif one != other:
                assert (one < other) is not turned, f  # type: ignore[operator]
            if one == other:
                assert newest[above.id] < newest[below.id], f"{f}: what is alike comes newest first"


@pytest.mark.parametrize("page", [1, 7, 40])
def test_pages_follow_each_other(mixed: Library, page: int) -> None:
    f = Filter(query="general")
    for order in BOTH_WAYS:
        whole = mixed.listed.ordered(f, order)
        starts = range(0, len(whole), page)
        paged = [row for at in starts for row in mixed.listed.page(f, whole[at : at + page])]
        assert [row.id for row in paged] == mixed.ids(f, order) == mixed.listed.ids_at(whole)
        assert paged == mixed.rows(f, 0, 99, order)
        assert all(row.snippet for row in paged)
        assert [mixed.listed.place_of(row.id) for row in paged] == list(whole)


def test_letters_stand_where_a_person_looks_for_them(mixed: Library) -> None:
    first = [row.heading.split()[0] for row in mixed.rows(Filter(), 0, 99, "heading")]
    expected = ("4th", "“Avcı”", "Çelik", "celik", "Demir", "İnal", "ırak", "Isik", "Ölçer", "sabah", "Şahin")
    alike = {"celik": "Çelik"}
    seen = list(dict.fromkeys(alike.get(word, word) for word in first))
    assert seen == [word for word in (*expected, "Zulu") if word in seen]
    assert len(seen) > 8


@given(st.text(max_size=12), st.text(max_size=12))
def test_plain_letters_are_sorted_as_others_are(one: str, other: str) -> None:
    assert sort_key(one) == sort_key(one.upper()) or fold(one.upper()) != fold(one)
    if one.isascii() and one[:1].isalnum():
        assert sort_key(one) == one.lower()  # what SQLite makes of it by itself
    assert sort_key(f"“{other}”").startswith(sort_key(other))


def test_an_order_is_made_anew_when_articles_come_and_go(
    mixed: Library, open_library: Callable[..., Library]
) -> None:
    beside = open_library()
    before = [mixed.ids(Filter(), order) for order in BOTH_WAYS]
    assert [beside.ids(Filter(), order) for order in BOTH_WAYS] == before
    mixed.import_texts([("new", prose("Aaa reports of Azerbaijan", 99))])
    (new,) = set(mixed.ids(Filter())) - set(before[0])
    for library in (mixed, beside):
        headings = [row.heading for row in library.rows(Filter(), 0, 99, "heading")]
        assert next(one for one in headings if one[0] != "4").startswith("Aaa")
        assert library.ids(Filter(), "imported")[0] == new
    gone, _ = beside.delete_articles([new])
    assert [mixed.ids(Filter(), order) for order in BOTH_WAYS] == before
    mixed.restore_articles(gone)
    assert beside.ids(Filter(), "-imported")[-1] == new


def test_what_is_shown_stays_while_a_person_reads(mixed: Library) -> None:
    f = Filter(unread=True)
    whole = mixed.listed.ordered(f, "unread")
    rows = mixed.listed.page(f, whole)
    mixed.set_read([rows[0].id], True)
    mixed.delete_articles([rows[1].id])
    assert mixed.listed.page(f, whole) == [replace(rows[0], read=True), *rows[2:]]


def test_nothing_is_sorted_where_nothing_is_found(mixed: Library) -> None:
    for f in (Filter(query="qqqq"), Filter(person="nobody"), Filter(year="x")):
        for order in BOTH_WAYS:
            assert len(mixed.listed.ordered(f, order)) == 0
            assert mixed.rows(f, 0, 9, order) == []


@pytest.mark.parametrize("sort", finding.ORDERS)
def test_the_command_sorts(mixed: Library, sort: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--library", str(mixed.path), "search", "general", "--sort", sort]) == 0
    keys = [
        line.rpartition("[")[2].rstrip("]") for line in capsys.readouterr().out.splitlines() if "[a" in line
    ]
    assert keys == [row.key for row in mixed.rows(Filter(query="general"), 0, 99, sort)]
    assert len(keys) == 40


def test_the_command_turns_an_order_round(mixed: Library) -> None:
    def ids(sort: str, reverse: bool) -> list[int]:
        return [row.id for row in finding.found(mixed, "general", sort, reverse=reverse)]

    assert ids("date", True) == ids("date", False)[::-1]
    assert ids("imported", True) == ids("imported", False)[::-1]
    assert ids("heading", True) == mixed.ids(Filter(query="general"), "-heading")
    with pytest.raises(LibraryError, match="no other way"):
        ids("relevance", True)
