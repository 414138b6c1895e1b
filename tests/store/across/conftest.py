"""Libraries that are really read: the samples, and made-up articles of a series."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store.library import Library


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The sample articles, read: 1 of 2023, 2 of 2024, 3 of 2025."""
    library = Library.open(tmp_path_factory.mktemp("samples") / "library.sqlite")
    library.import_samples()
    yield library
    library.close()


@pytest.fixture
def read_library(tmp_path: Path) -> Iterator[Callable[..., Library]]:
    """Makes a library of texts, each with its date, that are read; numbers are in the order given."""
    opened = []

    def make(*articles: tuple[str, str]) -> Library:
        library = Library.open(tmp_path / "library.sqlite")
        opened.append(library)
        library.import_texts(
            (f"article-{number}", f" date {date} {text}".encode())
            for number, (date, text) in enumerate(articles, 1)
        )
        return library

    yield make
    for library in opened:
        library.close()
