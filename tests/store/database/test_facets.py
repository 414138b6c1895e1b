"""What articles can be filtered by: numbered once, counted as they come and go."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.database import facets
from store.database.opening import make_empty
from store.derive import FacetValue

NAMES = st.builds(
    lambda key, home, apart: FacetValue("person", key, key.title(), home, apart),
    st.sampled_from(["john smith", "jane doe"]),
    st.sampled_from(["", "GH", "GB"]),
    st.sampled_from(["", "1", "KE"]),
)
VALUES = NAMES | st.sampled_from(
    [FacetValue("country", "GH", "Ghana"), FacetValue("outlet", "trend", "Trend")]
)


def _empty() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    make_empty(connection)
    connection.execute("PRAGMA foreign_keys = OFF")  # there is no list here
    return connection


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    made = _empty()
    yield made
    made.close()


def _values(connection: sqlite3.Connection) -> dict[str, tuple[str | None, int]]:
    rows = connection.execute("SELECT key, home, articles FROM facet_value")
    return {key: (home, articles) for key, home, articles in rows}


def test_the_first_country_that_is_stated_has_the_name(connection: sqlite3.Connection) -> None:
    smith = FacetValue("person", "john smith", "John Smith")
    facets.add(connection, [(1, [smith]), (2, [smith._replace(home="GH")]), (3, [smith._replace(home="GB")])])
    facets.add(connection, [(4, [smith._replace(home="KE")]), (5, [smith._replace(home="GH")])])
    facets.add(connection, [(6, [smith._replace(home="GB"), FacetValue("country", "GB", "United Kingdom")])])
    assert _values(connection) == {
        "john smith": ("GH", 6),
        "john smith|GB": (None, 2),
        "john smith|KE": (None, 1),
        "GB": (None, 1),
    }


def test_a_name_first_read_without_a_country_gets_one_later(connection: sqlite3.Connection) -> None:
    smith = FacetValue("person", "john smith", "John Smith")
    facets.add(connection, [(1, [smith])])
    assert _values(connection) == {"john smith": (None, 1)}
    facets.add(connection, [(2, [smith._replace(home="GB")])])
    assert _values(connection) == {"john smith": ("GB", 2)}


def test_what_has_gone_is_counted_no_more(connection: sqlite3.Connection) -> None:
    value = FacetValue("outlet", "trend", "Trend")
    facets.add(connection, [(1, [value]), (2, [value])])
    facets.remove(connection, [1, 7])
    assert _values(connection) == {"trend": (None, 1)}
    facets.remove(connection, [2])
    assert not facets.has(connection, "outlet", "trend")
    facets.add(connection, [(3, [value])])
    assert connection.execute("SELECT count(*) FROM facet_value").fetchone() == (1,)


@given(st.lists(st.lists(st.lists(VALUES, max_size=3), max_size=4), max_size=4), st.sets(st.integers(0, 15)))
def test_all_at_once_is_as_one_after_the_other(listed: list[list[list[FacetValue]]], gone: set[int]) -> None:
    together, single = _empty(), _empty()
    pos = 0
    for batch in listed:
        placed = [(pos + number, values) for number, values in enumerate(batch)]
        pos += len(batch)
        facets.add(together, placed)
        for one in placed:
            facets.add(single, [one])
    for connection in (together, single):
        facets.remove(connection, sorted(gone))
        counted = "SELECT v.key, v.articles FROM facet_value v WHERE v.articles <>"
        assert not connection.execute(
            f"{counted} (SELECT count(*) FROM facet f WHERE f.value_id = v.id)"
        ).fetchall()
    assert _values(together) == _values(single)
    together.close()
    single.close()
