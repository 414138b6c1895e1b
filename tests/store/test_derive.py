"""What is kept of an article beside the article itself."""

from __future__ import annotations

from types import ModuleType

import pytest

from store import derive
from store.model import Article, Dateline, Evidence, Reading, Span, Stated
from tests.fabricated import second


def test_what_another_version_packed_is_not_touched() -> None:
    assert derive.unpack(b"something else", "7.0") == Reading()


def test_everything_of_an_article(engine: ModuleType) -> None:
    article, reading = second()
    engine.read_article = lambda article: reading
    made = derive.derive(article)
    assert made.engine == f"test-1.{derive.DERIVE_VERSION}"
    assert made.date == "2025-12-17"
    assert made.outlet == "Trend"
    assert made.countries == ("AZ", "TR")
    values = [(value.kind, value.key, value.label) for value in made.facets]
    assert ("person", "levent ergun", "Levent Ergün") in values
    assert ("country", "TR", "Türkiye") in values
    assert ("outlet", "trend", "Trend") in values
    assert derive.unpack(made.packed, made.engine) == reading


def said(value: str) -> Stated[str]:
    return Stated(value, Evidence((Span(0, 1),)))


@pytest.mark.parametrize(
    ("published", "dateline", "date"),
    [
        ("2024-01-02", "2024-01-01", "2024-01-02"),
        (None, "2024-01-01", "2024-01-01"),
        (None, None, "2025-12-17"),
    ],
)
def test_the_date_of_an_article(published: str | None, dateline: str | None, date: str) -> None:
    _, reading = second()
    line = Dateline(None, said(dateline)) if dateline else None
    dated = Reading(dateline=line, meetings=reading.meetings)
    assert derive.date_of(Article("k", "text", published), dated) == date


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("tr", ("TR",)),
        ("Turkey", ("TR",)),
        ("türkiye", ("TR",)),
        ("nato", ("NATO",)),
        ("African Union", ("AUNION",)),
        ("AU", ("AU", "AUNION")),
        ("atlantis", ()),
    ],
)
def test_countries_by_name(typed: str, codes: tuple[str, ...]) -> None:
    assert derive.country_codes(typed) == codes


def test_names_of_countries() -> None:
    assert derive.country_name("TR") == "Türkiye"
    assert derive.country_name("??") == "??"
