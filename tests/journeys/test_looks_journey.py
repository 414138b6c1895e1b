"""How the article is shown: longer lines, letters with serifs, larger; and again at the next start."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from gui.window import MainWindow
from store.model import Fact, MarkKind
from tests.journeys.conftest import Start, press, settle


def longest_line(window: MainWindow) -> int:
    """Characters of the longest line of the text."""
    block, most = window.reading.reader.view.document().begin(), 0
    while block.isValid():
        layout = block.layout()
        most = max([most, *(layout.lineAt(n).textLength() for n in range(layout.lineCount()))])
        block = block.next()
    return most


def test_lines_and_letters_are_chosen_and_remembered(start: Start, qtbot: QtBot) -> None:
    window = start(size=(1900, 900))
    view = window.reading.reader.view
    medium = longest_line(window)
    window.actions_["view.measure.narrow"].trigger()
    narrow = longest_line(window)
    window.actions_["view.measure.wide"].trigger()
    assert narrow < medium < longest_line(window)
    assert not window.actions_["view.measure.medium"].isChecked()
    sans = view.fontInfo().family()
    window.actions_["view.typeface.serif"].trigger()
    assert view.fontInfo().family() != sans
    assert view.document().defaultFont().families() == view.font().families()
    press(qtbot, window, "Ctrl++")
    size, wide = view.text_size, longest_line(window)
    window.close()

    again = start(size=(1900, 900))
    view = again.reading.reader.view
    assert again.actions_["view.measure.wide"].isChecked()
    assert again.actions_["view.typeface.serif"].isChecked()
    assert (view.text_size, longest_line(again)) == (size, wide)
    again.actions_["view.typeface.sans"].trigger()
    assert view.fontInfo().family() == sans


def test_another_theme_leaves_the_letters_as_they_are(start: Start, qtbot: QtBot) -> None:
    window = start()
    view = window.reading.reader.view
    press(qtbot, window, "Ctrl++")
    window.actions_["view.typeface.serif"].trigger()
    before = view.text_size, view.font().families()
    for name in ("dark", "light"):
        window.actions_[f"view.theme.{name}"].trigger()
        settle(qtbot, window)
        assert (view.text_size, view.font().families()) == before


def test_two_articles_side_by_side_look_alike(start: Start, qtbot: QtBot) -> None:
    window = start(size=(1900, 900))
    window.actions_["view.typeface.serif"].trigger()
    window.actions_["view.split"].trigger()
    settle(qtbot, window)
    first, second = (column.reader for column in window.reading.columns.all)
    assert window.reading.reader is second
    assert second.view.serif
    window.actions_["view.measure.narrow"].trigger()
    press(qtbot, window, "Ctrl++")
    window.actions_["view.marks.topic"].trigger()
    assert (first.view.measure, first.view.text_size) == ("narrow", second.view.text_size)
    assert MarkKind.TOPIC not in first.shown_kinds
    second.select_fact(Fact("official", 0))
    press(qtbot, window, "F8")
    assert second.focusing.focus is not None
    assert first.focusing.focus is None  # each has its own
    window.reading.columns.choose(window.reading.columns.all[0])
    settle(qtbot, window)
    assert not window.actions_["view.focus"].isChecked()
