"""What the window's tests share."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from gui.hub import Hub
from gui.operations.desk import Desk
from gui.theme import Theme
from tests.gui.fakes import FakeLibrary, InstantTasks, open_article, undo_stack

SEVEN = (
    ("Hasanov received Ergün", "2025-12-17", ("AZ", "TR"), "Trend"),
    ("Hasanov received Kadıoğlu", "2024-12-12", ("AZ", "TR"), "Trend"),
    ("Hasanov met Ozsert", "2023-12-06", ("AZ", "TR"), "Azernews"),
    ("Smith hosted Jones", "2022-05-01", ("GB", "US"), None),
    ("Rossi called Dupont", "2022-04-01", ("IT", "FR"), "ANSA"),
    ("Novak visited Riga", "2021-03-01", ("CZ", "LV"), None),
    ("An article without a date", None, (), None),
)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme("light")
    made.apply()
    yield made
    made.choose("light")


@pytest.fixture
def library() -> FakeLibrary:
    return FakeLibrary(
        open_article(
            number,
            f"{heading}. The minister said that talks number {number} were about trade.",
            heading=heading,
            date=date,
            countries=countries,
            outlet=outlet,
        )
        for number, (heading, date, countries, outlet) in enumerate(SEVEN, 1)
    )


@pytest.fixture
def desk(qapp: QApplication, library: FakeLibrary) -> Desk:
    return Desk(library, InstantTasks(), Hub(), undo_stack())  # type: ignore[arg-type]


@pytest.fixture
def many() -> Callable[[int], FakeLibrary]:
    """A library of N articles, the first one the newest."""

    def make(count: int) -> FakeLibrary:
        return FakeLibrary(
            open_article(n, f"text {n}", heading=f"Article {n}", date=f"{3000 - n}-01-01")
            for n in range(1, count + 1)
        )

    return make
