"""What a newer version of the reading reads again, and when."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

import pytest

from store.library import Library
from store.model import Changes, MarkStyle, Span
from tests.store.conftest import keys

FILL = MarkStyle.FILL


def test_another_reading_reads_everything_again(
    seeded: Library, engine: ModuleType, open_library: Callable[..., Library]
) -> None:
    made, _ = seeded.add_annotation(3, Span(0, 4), "yellow", FILL, "mine")
    seeded.set_starred([1], True)
    assert not seeded.reread()
    engine.VERSION = "test-2"
    engine.read_article = lambda article: __import__("store.model").model.Reading()
    library = open_library()
    steps: list[tuple[int, int, str]] = []
    assert library.reread(lambda *step: steps.append(step)) == Changes(frozenset({1, 2, 3}), listing=True)
    assert steps == [(3, 3, "")]
    assert library.choices().people == ()
    assert keys(library, "ergun") == ["2025"]
    assert keys(library, starred=True) == ["2023"]
    assert library.annotations() == [made]
    assert not library.reread()


def test_a_cancelled_reread_goes_on_later(seeded: Library, engine: ModuleType) -> None:
    engine.VERSION = "test-2"
    assert not seeded.reread(cancelled=lambda: True)
    assert len(seeded.reread().articles) == 3


def test_another_folding_fills_the_index_again(seeded: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    from store import indexed
    from store.database import indexing

    monkeypatch.setattr(indexing, "_CURRENT", "99")
    monkeypatch.setattr(
        indexed, "fold", lambda text: text.lower().replace("kad", "dak").encode("ascii", "ignore").decode()
    )
    seeded.reread()
    assert keys(seeded, "dakolu") == ["2024"]
    seeded.delete_articles([2])
    assert keys(seeded, "dakolu") == []
    assert keys(seeded, "hasanov") == ["2025", "2023"]
