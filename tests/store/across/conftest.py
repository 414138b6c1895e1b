"""Libraries that are really read: the samples, and made-up articles of a series."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gui.main import main
from store.library import Library
from tests.store.conftest import really_read


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The samples for tests that only ask."""
    yield from really_read(tmp_path_factory.mktemp("samples") / "library.sqlite")


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


@pytest.fixture
def run(
    library: Library, path: Path, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """Runs a sub-command on the library of the test: its status, what it says, what it complains of."""

    def run_one(*arguments: str) -> tuple[int, str, str]:
        status = main(["--library", str(path), *arguments])
        return status, *capsys.readouterr()

    return run_one
