"""Every example of the query language is one."""

from __future__ import annotations

import pytest

from store.query import FIELDS
from store.query_help import EXAMPLES, as_text
from store.query_parser import parse


@pytest.mark.parametrize("example", [example for example, _ in EXAMPLES])
def test_an_example_is_understood(example: str) -> None:
    query = parse(example + " ")
    assert query.root is not None
    assert query.ignored == ()


def test_every_field_has_an_example() -> None:
    told = as_text()
    assert [field for field in FIELDS if f"{field}:" not in told] == ["year"]
    assert all(word in told for word in ("OR", "NEAR", "*", "-", '"'))
