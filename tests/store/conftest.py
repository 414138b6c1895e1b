"""Libraries to test with, their readings made up: no test here depends on how well prose is read."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from store.library import Library
from store.model import Article, Dateline, Evidence, Filter, MarkStyle, Official, Reading, Role, Span, Stated

_PERSON = re.compile(r"General ((?:\w|[\u0300-\u036f])+ (?:\w|[\u0300-\u036f])+)")
_COUNTRIES = {"Azerbaijan": "AZ", "Türkiye": "TR", "Ghana": "GH"}
_OUTLET = re.compile(r"(\w+) reports")


def made_up_reading(article: Article) -> Reading:
    """Whoever is called General, the countries named (the n-th for the n-th), and who reports it."""
    text = article.text
    codes = [code for name, code in _COUNTRIES.items() if name in text]
    officials = []
    for number, found in enumerate(_PERSON.finditer(text)):
        because = Evidence((Span(*found.span(1)),), "made.up", 0.5)
        stated = Evidence(because.spans, "country.post")
        country = Stated(codes[number], stated) if number < len(codes) else None
        officials.append(
            Official(
                found[1], None, (), country, Stated(Role.GUEST, because), (Span(*found.span(1)),), because
            )
        )
    outlet = _OUTLET.search(text)
    dateline = re.search(r"on (\d{4}-\d\d-\d\d)", text)
    return Reading(
        outlet=Stated(outlet[1], Evidence((Span(*outlet.span(1)),))) if outlet else None,
        dateline=Dateline(None, Stated(dateline[1], Evidence((Span(*dateline.span(1)),))))
        if dateline
        else None,
        officials=tuple(officials),
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the library of a test is."""
    return tmp_path / "library.sqlite"


def really_read(path: Path) -> Iterator[Library]:
    """The sample articles, read as they are for people: 1 of 2023, 2 of 2024, 3 of 2025. For fixtures."""
    library = Library.open(path)
    library.import_samples()
    yield library
    library.close()


def lived_in(path: Path, articles: int) -> None:
    """A closed library of so many articles, with a note, a tag, a star and one in the bin."""
    library = Library.open(path)
    library.import_texts(
        (f"a{number}", prose(f"General Name{number} Surname of Ghana met others.", number))
        for number in range(articles)
    )
    library.add_annotation(3, Span(0, 5), "yellow", MarkStyle.FILL, "look again", ("urgent",))
    library.set_starred([4], True)
    library.set_article_tags(5, ["later"])
    library.delete_articles([6])
    library.close()


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Stands in for the reading; set ``VERSION`` or ``read_article`` to change it."""
    pipeline, heading = ModuleType("store.reading.pipeline"), ModuleType("store.reading.heading")
    pipeline.VERSION = "test-1"  # type: ignore[attr-defined]
    pipeline.read_article = made_up_reading  # type: ignore[attr-defined]
    heading.heading = lambda article, reading: article.text[:30]  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "store.reading.pipeline", pipeline)
    monkeypatch.setitem(sys.modules, "store.reading.version", pipeline)
    monkeypatch.setitem(sys.modules, "store.reading.heading", heading)
    return pipeline


@pytest.fixture
def open_library(engine: ModuleType, tmp_path: Path) -> Iterator[Callable[..., Library]]:
    """Opens libraries that are closed at the end."""
    opened = []

    def open_one(name: str = "library.sqlite") -> Library:
        library = Library.open(tmp_path / name)
        opened.append(library)
        return library

    yield open_one
    for library in opened:
        library.close()


@pytest.fixture
def library(open_library: Callable[..., Library]) -> Library:
    """An empty library."""
    return open_library()


@pytest.fixture
def seeded(library: Library) -> Library:
    """A library with the three sample articles: 1 of 2023, 2 of 2024, 3 of 2025."""
    library.import_samples()
    return library


def prose(words: str, number: int = 0) -> bytes:
    """Enough prose to be an article, with ``words`` in it."""
    return f"{words} This is article number {number} of those made for the tests of the store.".encode()


def without_numbers(written: str) -> dict[str, Any]:
    """An export but for the numbers that a library gives."""
    whole: dict[str, Any] = json.loads(written)
    for article in whole["articles"]:
        del article["number"]
        for made in (*article["annotations"], *article["rulings"]):
            del made["number"]
    return whole


def keys(library: Library, query: str = "", **parts: object) -> list[str]:
    """The years of the sample articles found."""
    return [row.date[:4] for row in library.rows(Filter(query=query, **parts), 0, 99) if row.date]  # type: ignore[arg-type]


def write(folder: Path, name: str, data: bytes) -> Path:
    """A file with these bytes."""
    path = folder / name
    path.write_bytes(data)
    return path
