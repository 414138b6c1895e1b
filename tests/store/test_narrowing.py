"""However a search is gone about, it finds what it means; and it goes about it by the tables that have it."""

from __future__ import annotations

import itertools
import sqlite3
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store import ranking, searching
from store.database import facets, filters, listing, names, narrow, search, waymarks
from store.database.places import Free
from store.derive import FacetValue, person_key
from store.indexed import columns_of
from store.model import Filter, Reading
from tests.store.tables import connection_to_memory, with_texts

WORDS = ("treaty", "border", "harbour")
PEOPLE = ("Ali Hasanov", "Alia Hasan", "Levent Ergün", "Jo Smith")
COUNTRIES = ("AZ", "TR", "GH")
OUTLETS = ("Trend", "Daily Trend")
TAGS = ("to-do", "done")
DAYS = ("2023-05-01", "2024-02-29", "2024-12-31", None)


@dataclass(frozen=True)
class Made:
    """One article of a library made up."""

    words: frozenset[str]
    people: frozenset[str]
    countries: frozenset[str]
    outlet: str | None
    tag: str | None
    day: str | None
    starred: bool
    read: bool


MADE = st.builds(
    Made,
    st.frozensets(st.sampled_from(WORDS)),
    st.frozensets(st.sampled_from(PEOPLE), max_size=2),
    st.frozensets(st.sampled_from(COUNTRIES), max_size=2),
    st.none() | st.sampled_from(OUTLETS),
    st.none() | st.sampled_from(TAGS),
    st.sampled_from(DAYS),
    st.booleans(),
    st.booleans(),
)


def library_of(made: list[Made]) -> sqlite3.Connection:
    connection = connection_to_memory()
    free = Free(connection)
    connection.executemany(
        "INSERT INTO tag (id, name, key) VALUES (?, ?, ?)", [(1, "to-do", "to-do"), (2, "done", "done")]
    )
    for number, one in enumerate(made, 1):
        text = " ".join(sorted(one.words))
        connection.execute(
            "INSERT INTO article (id, key, text, path, format, encoding, sha256, imported_at, fingerprint)"
            " VALUES (?, 'k', ?, '', '', '', '', '', ?)",
            (number, text, bytes([number])),
        )
        pos = free.take(one.day)
        connection.execute(
            "INSERT INTO listing (pos, article_id, key, date, heading, countries)"
            " VALUES (?, ?, 'k', ?, '', '')",
            (pos, number, one.day),
        )
        values = [FacetValue("person", person_key(name), name) for name in one.people]
        values += [FacetValue("country", code, code) for code in one.countries]
        if one.outlet:
            values.append(FacetValue("outlet", person_key(one.outlet), one.outlet))
        facets.add(connection, [(pos, values)])
        if one.tag:
            connection.execute("INSERT INTO article_tag VALUES (?, ?)", (number, TAGS.index(one.tag) + 1))
        connection.execute("INSERT INTO article_state VALUES (?, ?, ?)", (number, one.read, one.starred))
        search.add(connection, [(pos, columns_of(text, Reading()))])
    connection.execute("INSERT INTO listed VALUES ('', ?)", (len(made),))
    return connection


def begins(said: str, name: str) -> bool:
    return any(word.startswith(said) for word in person_key(name).split())


LEAVES = {
    **{word: (lambda one, word=word: word in one.words) for word in WORDS},
    "har*": lambda one: "harbour" in one.words,
    "hasan": lambda one: False,
    "person:ali": lambda one: any(begins("ali", name) for name in one.people),
    "person:hasanov": lambda one: "Ali Hasanov" in one.people,
    'person:"has al"': lambda one: any(begins("has", name) and begins("al", name) for name in one.people),
    "person:e": lambda one: "Levent Ergün" in one.people,
    "person:nobody": lambda one: False,
    "country:AZ": lambda one: "AZ" in one.countries,
    "country:GH": lambda one: "GH" in one.countries,
    "country:FR": lambda one: False,
    "outlet:trend": lambda one: one.outlet is not None,
    "outlet:daily": lambda one: one.outlet == "Daily Trend",
    "tag:to": lambda one: one.tag == "to-do",
    "tag:none": lambda one: False,
    "is:starred": lambda one: one.starred,
    "is:read": lambda one: one.read,
    "is:unread": lambda one: not one.read,
    "date:2024": lambda one: one.day is not None and one.day.startswith("2024"),
    "after:2024-03": lambda one: one.day is not None and one.day >= "2024-04",
    "before:2024": lambda one: one.day is not None and one.day < "2024",
}  # fmt: skip

SAID = st.sampled_from(sorted(LEAVES)).map(lambda said: (said, LEAVES[said]))
ONE = SAID | st.tuples(SAID, SAID).map(
    lambda two: (f"({two[0][0]} OR {two[1][0]})", lambda one: two[0][1](one) or two[1][1](one))
)
PART = ONE | ONE.map(lambda told: (f"-{told[0]}", lambda one: not told[1](one)))
QUERY = st.lists(PART, min_size=1, max_size=3).map(
    lambda parts: (
        " ".join(said for said, _ in parts) + " ",
        lambda one: all(holds(one) for _, holds in parts),
    )
)
CHOSEN = st.fixed_dictionaries(
    {},
    optional={
        "country": st.sampled_from(["AZ", "GH", "FR"]),
        "person": st.sampled_from(["ali hasanov", "levent ergun", "nobody"]),
        "starred": st.just(True),
        "unread": st.just(True),
        "tag": st.sampled_from(["done", "none"]),
        "year": st.just("2024"),
    },
)


def fits(one: Made, chosen: dict[str, object]) -> bool:
    return all(
        (
            "country" not in chosen or chosen["country"] in one.countries,
            "person" not in chosen or chosen["person"] in map(person_key, one.people),
            "starred" not in chosen or one.starred,
            "unread" not in chosen or not one.read,
            "tag" not in chosen or one.tag == chosen["tag"],
            "year" not in chosen or (one.day or "").startswith("2024"),
        )
    )


def selected(connection: sqlite3.Connection, f: Filter, order: str = "date") -> filters.Selection:
    query = searching.understand(connection, f.query) if f.query.strip() else None
    wanted = (("person", f.person), ("country", f.country))
    named = [names.nodes(connection, kind, [key]) for kind, key in wanted if key]
    return filters.select(f, query, named, order, connection)


LIMITS = st.fixed_dictionaries(
    {
        (narrow, "SORTED"): st.sampled_from([0, 2, 20_000]),
        (narrow, "_COUNTED"): st.sampled_from([1, 100_000]),
        (narrow, "_PROBE"): st.sampled_from([0, 1, 25]),
        (facets, "NAMES_AT_MOST"): st.sampled_from([0, 1, 20_000]),
        (facets, "COUNTED_AT_MOST"): st.sampled_from([0, 2_000]),
        (search, "FREQUENT"): st.sampled_from([2, 20_000]),
        (ranking, "COMMON"): st.sampled_from([1, 50_000]),
        (waymarks, "NEAR"): st.sampled_from([0, 1, 2_000]),
    }
)


@given(st.lists(MADE, max_size=8), st.none() | QUERY, CHOSEN, LIMITS)
@settings(max_examples=120, deadline=None)
def test_it_finds_what_it_means(made, query, chosen, limits) -> None:  # type: ignore[no-untyped-def]
    said, holds = query or ("", lambda one: True)
    connection = library_of(made)
    truth = {number for number, one in enumerate(made, 1) if holds(one) and fits(one, chosen)}
    f = Filter(query=said, **chosen)
    with pytest.MonkeyPatch.context() as patch:
        for (module, name), value in limits.items():
            patch.setattr(module, name, value)
        chosen_now = selected(connection, f)
        assert listing.count(connection, chosen_now, None) == len(truth)
        newest = listing.ids(connection, chosen_now, "date")
        assert set(newest) == truth
        assert len(newest) == len(truth)
        dates = [made[number - 1].day or "" for number in newest]
        assert dates == sorted(dates, reverse=True)
        assert listing.ids(connection, chosen_now, "oldest") == newest[::-1]
        passed = waymarks.Waymarks()
        for order, expected in (("date", newest), ("oldest", newest[::-1])):
            for offset in (*range(len(made) + 2), 0, 1):
                rows = listing.rows(connection, chosen_now, offset, 2, order, passed)
                assert [row.id for row in rows] == expected[offset : offset + 2]
        ranked = selected(connection, f, "relevance")
        assert set(listing.ids(connection, ranked, "relevance")) == truth
        understood = searching.understand(connection, said) if said else None
        best = ranking.order(connection, lambda order: selected(connection, f, order), understood)
        if best is not None:
            assert sorted(listing.ids_at(connection, best)) == sorted(truth)
            assert [row.id for row in listing.rows_at(connection, best)] == listing.ids_at(connection, best)
    connection.close()


# -- by which tables


def plan(connection: sqlite3.Connection, f: Filter, order: str = "date") -> str:
    chosen = selected(connection, f, order)
    asked = f"EXPLAIN QUERY PLAN {chosen.places(order)} LIMIT 50"
    return "; ".join(row[3] for row in connection.execute(asked, chosen.parameters))


@pytest.fixture
def some() -> sqlite3.Connection:
    """Sixty articles: the treaty in all, Azerbaijan in one of two, Ghana in one, one starred."""
    return library_of(
        [
            Made(
                frozenset({"treaty"}),
                frozenset({"Levent Ergün"} if number == 7 else {"Ali Hasanov"}),
                frozenset({"GH"} if number == 7 else {"AZ"} if number % 2 else {"TR"}),
                "Trend",
                None,
                f"2024-01-{number % 28 + 1:02}",
                starred=number == 9,
                read=False,
            )
            for number in range(60)
        ]
    )


@pytest.mark.parametrize(
    "f",
    [
        Filter(query="country:AZ "),
        Filter(country="AZ"),
        Filter(query="person:erg "),
        Filter(query="outlet:trend "),
    ],
)
def test_one_value_is_gone_through_in_its_own_order(some: sqlite3.Connection, f: Filter) -> None:
    assert plan(some, f) == "SEARCH d USING PRIMARY KEY (value_id=?)"


def test_few_articles_are_put_in_order(some: sqlite3.Connection) -> None:
    found = plan(some, Filter(query="(country:AZ OR country:GH) "))
    assert found.startswith("SEARCH l USING INTEGER PRIMARY KEY (rowid=?)")
    assert "SEARCH g USING PRIMARY KEY (value_id=?)" in found
    assert "USE TEMP B-TREE" not in found


@pytest.mark.parametrize("said", ["country:FR ", "person:xx ", "treaty country:FR ", "is:annotated treaty "])
def test_where_there_is_nothing_nothing_is_asked(some: sqlite3.Connection, said: str) -> None:
    assert selected(some, Filter(query=said)).nothing


def test_a_common_word_is_looked_up_where_few_can_have_it(some: sqlite3.Connection) -> None:
    rare, usual = (
        plan(some, Filter(query="country:GH treaty ")),
        plan(some, Filter(query="country:AZ treaty ")),
    )
    assert rare.startswith("SEARCH d USING PRIMARY KEY (value_id=?)")
    assert usual.startswith("SCAN search VIRTUAL TABLE")
    assert plan(some, Filter(query="is:starred treaty ")).startswith("SEARCH l USING INTEGER PRIMARY KEY")


def test_the_index_of_words_is_told_the_days(some: sqlite3.Connection) -> None:
    found = plan(some, Filter(query="treaty date:2024-01 "))
    assert found.startswith("SCAN search VIRTUAL TABLE INDEX ")
    assert "<" in found.partition(";")[0]
    assert ">" in found.partition(";")[0]


def test_names_are_found_by_their_words(some: sqlite3.Connection) -> None:
    asked: list[str] = []
    some.set_trace_callback(asked.append)
    searching.understand(some, "person:erg ")
    some.set_trace_callback(None)
    assert any("search_name MATCH" in one for one in asked)
    assert not any("LIKE" in one for one in asked)


# -- far places


def test_the_way_to_a_far_row_is_short_the_second_time(
    some: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waymarks, "NEAR", 4)
    passed, chosen = waymarks.Waymarks(), selected(some, Filter(query="treaty "))
    place, left = passed.nearest(some, chosen, "date", 57)
    assert place is not None
    assert left <= 4
    asked: list[str] = []
    some.set_trace_callback(asked.append)
    assert passed.nearest(some, chosen, "date", 56)[1] <= 8
    some.set_trace_callback(None)
    assert len(asked) <= 3


def test_what_was_passed_is_forgotten_when_something_is_written(
    tmp_path,
    monkeypatch: pytest.MonkeyPatch,  # type: ignore[no-untyped-def]
) -> None:
    monkeypatch.setattr(waymarks, "NEAR", 2)
    from store.library import Library

    library = Library.open(tmp_path / "library.sqlite")
    body = "Prose about a meeting of ministers that took place in the capital, with words enough. "
    library.import_texts((f"{n}", f" date 2024-01-{n + 1:02} {body}{n}".encode()) for n in range(20))
    before = [library.rows(Filter(query="prose "), at, 1)[0].key for at in range(20)]
    library.import_texts([("new", f" date 2025-01-01 {body}more".encode())])
    after = [library.rows(Filter(query="prose "), at, 1)[0].key for at in range(21)]
    library.close()
    assert after == ["new", *before]


# -- the best first


def test_the_best_are_ranked_by_their_texts_where_a_word_is_common(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["treaty " * times + "other words " * (9 - times) for times in (1, 5, 2, 0, 4)]
    connection = with_texts(texts)

    def best(said: str) -> list[int] | None:
        f = Filter(query=said)
        understood = searching.understand(connection, said)
        return ranking.order(connection, lambda order: selected(connection, f, order), understood)

    assert best("treaty ") is None  # rare enough for the index
    monkeypatch.setattr(ranking, "COMMON", 3)
    assert best("treaty ") == [2, 5, 3, 1]
    assert best("treaty") == [2, 5, 3, 1]
    assert best("-treaty ") is None
    monkeypatch.setattr(ranking, "RANKED_HERE", 3)
    assert best("treaty ") == [2, 5, 3]
    f = Filter(query="treaty ")
    told = ranking.ranked(
        connection, lambda order: selected(connection, f, order), searching.understand(connection, f.query)
    )
    assert told == (3, True)
    for one, other in itertools.pairwise(best("treaty ") or ()):
        assert texts[one - 1].count("treaty") > texts[other - 1].count("treaty")
    connection.close()
