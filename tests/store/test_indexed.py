"""What the search index holds of an article."""

from __future__ import annotations

from store.indexed import Columns, beginnings, columns_of
from store.model import Reading


def test_the_other_spelling_stands_at_the_place_of_the_word() -> None:
    columns = columns_of(f"{'x ' * 20}Həsənov{' y' * 20}", Reading())
    assert columns.body.split()[20] == "hesenov"
    spelled = columns.other_spelling.split()
    assert len(spelled) == 41
    assert spelled[20] == "hasanov"
    assert spelled[0] == "\u00b7"


def test_a_text_without_a_schwa_has_no_other_spelling() -> None:
    assert columns_of("Hasanov, met.", Reading()) == Columns("hasanov, met.")


def test_beginnings_are_those_of_all_words_each_once() -> None:
    said = beginnings(Columns("hesenov, hes-met 2024", "\u00b7 hasanov", note="seen", tag="a"))
    assert sorted(said.split()) == sorted("hes he met me 202 20 \u00b7 has ha see se a".split())
