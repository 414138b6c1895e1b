"""What the search index holds of an article."""

from __future__ import annotations

from store.indexed import Columns, beginnings, columns_of
from store.model import Reading


def test_the_other_spellings_are_as_far_from_one_another_as_the_words() -> None:
    columns = columns_of(f"{'x ' * 20}Həsənov{' y' * 50} Əliyev{' z' * 20} Vəliyev{' z' * 20}", Reading())
    body, spelled = columns.body.split(), columns.other_spelling.split()
    assert [spelled.index(word) - spelled.index("hasanov") for word in ("aliyev", "valiyev")] == [
        body.index(word) - body.index("hesenov") for word in ("eliyev", "veliyev")
    ]
    assert spelled[:13] == ["x"] * 12 + ["hasanov"]
    assert spelled[-13:] == ["valiyev"] + ["z"] * 12
    assert spelled.count("\u00b7") == 50 - 2 * 12


def test_a_text_without_a_schwa_has_no_other_spelling() -> None:
    assert columns_of("Hasanov, met.", Reading()) == Columns("hasanov, met.")


def test_beginnings_are_those_of_all_words_each_once() -> None:
    said = beginnings(Columns("hesenov, hes-met 2024", "\u00b7 hasanov", note="seen", tag="a"))
    assert sorted(said.split()) == sorted("hes he met me 202 20 \u00b7 has ha see se a".split())
