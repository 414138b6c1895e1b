"""The query parser understands what is meant and survives what is typed."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from store import hits, searching
from store.database import filters, search
from store.folding import fold
from store.model import Filter
from store.query import MOST_LEAVES, All, Any, Dates, Field, Near, Not, Words
from store.query_parser import parse
from tests.store.tables import connection_to_memory, with_texts

TYPED = st.text(
    st.sampled_from("ab əıK9 \"“”«»()*-–:|&\\'^+{}[],.;<>/\0\n\t\ud83d😀\u0301北") | st.characters(),
    max_size=40,
) | st.lists(
    st.sampled_from(
        ["kadioglu", '"', "(", ")", "-", "OR", "AND", "NOT", "*", "foo*", '"a b"', "person:", "country:TR",
         "date:2024", "date:x", "is:unread", "is:",
         "NEAR(", "NEAR", "NEAR/2",
         "NEAR/99999", "post:minister", "role:host", "role:x", "note:a",
         "a:b", "^x", "{a b}:", "rowid", "-(", '-"x"', "|"]
    ),
    max_size=12,
).map(" ".join)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("kadioglu", "kadioglu*"),
        ("Kadıoğlu ", "kadioglu"),
        ("Turkiye ergun", "turkiye AND ergun*"),
        ("k", "k"),
        ("hasanov NEAR ergun ", "hasanov NEAR/10 ergun"),
        ("hasanov NEAR/3 ergun OR baku ", "hasanov NEAR/3 ergun OR baku"),
        ('"general staff" NEAR/5 bak', '"general staff" NEAR/5 bak*'),
        ("post:minister role:HOST place:baku ", "post minister AND role host AND place baku"),
        (
            'topic:"regional security" occasion:dialogue note:ask ',
            "topic regional security AND occasion dialogue AND note ask",
        ),
        ('"high-level military dialogue"', '"high level military dialogue"'),
        ("“high-level military dialogue”", '"high level military dialogue"'),
        ('"high-level mil', '"high level mil*"'),
        ("a -b", "a AND NOT b"),
        ("a –b ", "a AND NOT b"),
        ("NOT draft ", "NOT draft"),
        ("NOT NOT a", "a"),
        ("one OR two three ", "(one OR two) AND three"),
        ("one | two ", "one OR two"),
        ("(one two) OR three ", "(one AND two) OR three"),
        ("-(one two) three ", "NOT (one AND two) AND three"),
        ("e-mail ", '"e mail"'),
        ("war* peace ", "war* AND peace"),
        ("http://a.org ", '"http a org"'),
        ("Həsənov ", "hesenov/hasanov"),
        ("北京 ", '"bei jing"'),
        ("kadıoğlu country:TR", "kadioglu AND country TR"),
        ('person:"zakir has" tag:x', "person zakir has AND tag x"),
        ("date:2024-12 after:2023 before:2025-06-30", "date 2024-12 AND after 2023 AND before 2025-06-30"),
        ("IS:Unread", "is unread"),
    ],
)
def test_is_read_as(typed: str, read: str) -> None:
    query = parse(typed)
    assert str(query.root) == read
    assert query.ignored == ()
    assert query.explain() == f"read as: {read}"


@pytest.mark.parametrize(
    ("typed", "read", "ignored"),
    [
        ('"', None, '"'),
        ("(*", None, "( *"),
        ('"(', None, '"('),
        ("-", None, "-"),
        ("OR a ", "a", "OR"),
        ("a OR", "a", "OR"),
        (") a (", "a", ") ("),
        ("NOT ( - OR * is:odd )", None, "NOT ( - OR * is:odd"),
        ("person: a ", "a", "person:"),
        ("date:2024-13 a ", "a", "date:2024-13"),
        ("is:happy a ", "a", "is:happy"),
        ("a NOT", "a", "NOT"),
    ],
)
def test_what_makes_no_sense_is_named(typed: str, read: str | None, ignored: str) -> None:
    query = parse(typed)
    assert (str(query.root) if query.root else None) == read
    assert " ".join(query.ignored) == ignored
    assert query.explain().endswith(f"not understood: {ignored}")


@pytest.mark.parametrize("typed", ["NEAR/99999", "NEAR/1000", "NEAR/" + "9" * 5000])
def test_words_that_may_be_too_far_apart(typed: str) -> None:
    query = parse(f"hasanov {typed} ergun ")
    assert str(query.root) == "hasanov NEAR/999 ergun"
    assert query.explain() == f"read as: hasanov NEAR/999 ergun; {typed} is too far: at most NEAR/999"
    assert parse("hasanov NEAR/0999 ergun ").explain() == "read as: hasanov NEAR/999 ergun"
    assert parse(f"hasanov {typed} ").explain() == f"read as: hasanov; not understood: {typed}"


def test_an_empty_query_says_nothing() -> None:
    assert parse("  ").explain() == ""


def test_a_month_of_december_ends_with_the_year() -> None:
    dates = parse("date:2024-12").root
    assert (dates.first, dates.last) == ("2024-12-01", "2025-01-01")


@pytest.mark.parametrize("value", ["9999", "9999-12", "9999-12-31"])
def test_the_last_year_of_the_calendar_is_understood(value: str) -> None:
    within, after = parse(f"date:{value} ").root, parse(f"after:{value} ").root
    assert within.first <= "9999-12-31" < within.last
    assert after.first > "9999-12-31"
    assert parse("date:10000 0000 ").ignored == ("date:10000",)


def test_what_must_not_be_there_is_not_wanted() -> None:
    query = parse("a -b (c OR person:d) ")
    assert [str(leaf) for leaf in query.wanted()] == ["a", "c", "person d"]


@pytest.mark.parametrize(
    "typed", ["(" * 5000, "-" * 5000 + "a", "NOT " * 5000 + "a", "a OR " * 5000, "(a " * 400]
)
def test_a_cat_on_the_keyboard(typed: str) -> None:
    query = parse(typed)
    assert len(query.wanted()) <= MOST_LEAVES
    assert bool(query.explain()) == bool(query.root or query.ignored)


def test_a_pasted_page_is_cut() -> None:
    query = parse("word " * 500)
    assert isinstance(query.root, All)
    assert len(query.root.parts) == 64
    assert query.ignored == ("everything after 64 words",)


@pytest.mark.parametrize("value", ["person:" * 500, 'tag:"' + "a " * 2000 + '"', "outlet:" + "a" * 60_000])
def test_a_value_that_is_no_name_is_left_out(value: str) -> None:
    query = parse(f"word {value}")
    assert (str(query.root), query.ignored) == ("word", (value,))


@given(TYPED)
@example('"')
@example("(*")
@settings(max_examples=400)
def test_nothing_typed_upsets_the_index(typed: str) -> None:
    query = parse(typed)
    connection = connection_to_memory()
    try:
        for order in ("date", "relevance", "oldest"):
            selection = filters.select(Filter(query=typed), query, (), order, connection)
            if not selection.nothing:
                connection.execute(f"{selection.places(order)} LIMIT 5", selection.parameters).fetchall()
                connection.execute(selection.counted(limited=False), selection.parameters).fetchall()
    finally:
        connection.close()
    assert isinstance(query.explain(), str)


FIELDS = st.sampled_from(
    ["date:2024", "after:2023", "is:read", "person:kad", "country:TR", "outlet:a", "tag:a"]
)
WORDS = st.sampled_from(["kadıoğlu", "ergün", "Türkiye", "high", "level", "Həsənov", "hasanov", "kadio", "a"])
LEAVES = (
    WORDS
    | WORDS.map(lambda w: f"{w[:3]}*")
    | WORDS.map(lambda w: f"{w[:2]}*")
    | WORDS.map(lambda w: f"{w[:4]}*")
    | st.lists(WORDS, min_size=2, max_size=3).map('"{0}"'.format)
)
TEXTS = st.lists(WORDS | st.sampled_from(["—", "\r\n", "😀", "<b>", "\u00ad"]), max_size=12).map(" ".join)


def holds(node: object, text: str) -> bool:
    """The truth about a query, straight from its meaning."""
    match node:
        case All(parts):
            return all(holds(part, text) for part in parts)
        case Any(parts):
            return any(holds(part, text) for part in parts)
        case Not(part):
            return not holds(part, text)
        case Words() | Near():
            return bool(hits.find(text, [node]))
        case Field() | Dates():
            return False  # the articles of this test have nothing but their words
    raise AssertionError(node)


QUERIES = st.recursive(
    LEAVES | st.builds("{0} {2} {1}".format, LEAVES, LEAVES, st.sampled_from(["NEAR", "NEAR/0", "NEAR/2"])),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3).map(lambda q: f"({' '.join(q)})")
        | st.lists(inner, min_size=2, max_size=2).map(" OR ".join)
        | inner.map(lambda q: f"-({q})")
    ),
    max_leaves=5,
)


@given(QUERIES, st.lists(TEXTS, max_size=4), st.booleans())
@settings(max_examples=300)
def test_the_index_finds_what_the_query_means(typed: str, texts: list[str], completing: bool) -> None:
    query = parse(typed + " ")
    connection = with_texts(texts)
    if completing:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(search, "FREQUENT", 2)
            query = searching.understand(connection, typed + " ")
    selection = filters.select(Filter(query=typed), query)
    found = [] if selection.nothing else connection.execute(selection.places("oldest"), selection.parameters)
    assert [row[0] for row in found] == [
        pos for pos, text in enumerate(texts, 1) if query.root is not None and holds(query.root, text)
    ]
    connection.close()


def test_words_are_folded_like_the_texts() -> None:
    assert parse("KADIOĞLU ").root == Words((tuple(fold("kadıoğlu").split()),))


def test_errors_of_the_index_would_be_seen() -> None:
    connection = connection_to_memory()
    with pytest.raises(sqlite3.OperationalError, match="unterminated"):
        connection.execute("SELECT rowid FROM search WHERE search MATCH '\"('").fetchall()
    connection.close()
