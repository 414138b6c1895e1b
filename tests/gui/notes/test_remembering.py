"""The notes pane comes back as it was; what was damaged meanwhile is left aside."""

from __future__ import annotations

import pytest

from gui.notes import remembering
from gui.notes.sieve import Sieve
from store.model import MarkStyle
from tests.gui.notes.conftest import Bench


def test_what_was_shown_is_shown_again(bench: Bench) -> None:
    bench.add("bright memory", "x", ("Visit",))
    first = remembering.taken(bench.pane)
    head = bench.pane.head
    for field, value in (
        ("colours", "green"),
        ("styles", MarkStyle.FILL),
        ("tags", "visit"),
        ("kinds", "written"),
    ):
        head.choose(field, value, True)
    bench.search("BRIGHT")
    bench.pane.show_all(True)
    kept = remembering.taken(bench.pane)
    remembering.give(bench.pane, first)
    bench.pane.head.clear()
    assert not bench.pane.shows_all
    remembering.give(bench.pane, kept)
    assert bench.pane.shows_all
    assert remembering.taken(bench.pane) == kept
    assert bench.quotes == ["bright memory"]


@pytest.mark.parametrize(
    "text", ["", "nonsense", "[1]", '{"styles": ["bent"], "colours": 3, "words": 4}', "{}"]
)
def test_what_makes_no_sense_shows_all_of_the_article(bench: Bench, text: str) -> None:
    bench.add("bright memory")
    remembering.give(bench.pane, text)
    assert bench.quotes == ["bright memory"]
    assert bench.pane.head.sieve == Sieve()
    assert not bench.pane.shows_all
