"""The search box: pause, Enter, Esc, hits."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from gui.actions import Actions
from gui.search.bar import SearchBar
from gui.theme import Theme


@pytest.fixture
def owner() -> QObject:
    return QObject()


@pytest.fixture
def bar(theme: Theme, owner: QObject, qtbot: QtBot) -> SearchBar:
    made = SearchBar(theme, Actions(theme, owner))
    qtbot.addWidget(made)
    made.resize(900, 40)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_searches_after_a_pause_once(bar: SearchBar, qtbot: QtBot) -> None:
    asked: list[str] = []
    bar.searched.connect(asked.append)
    qtbot.keyClicks(bar.box, "kadi")
    assert asked == []
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == ["kadi"]
    assert bar.query == "kadi"


def test_a_field_without_its_value_is_waited_for(bar: SearchBar, qtbot: QtBot) -> None:
    asked: list[str] = []
    bar.searched.connect(asked.append)
    bar.set_query("kadi")
    qtbot.keyClicks(bar.box, ' person:"')
    assert not bar._timer.isActive()
    qtbot.keyClicks(bar.box, "z")
    qtbot.waitUntil(lambda: len(asked) > 1)
    assert asked == ["kadi", 'kadi person:"z']
    with qtbot.waitSignal(bar.searched):  # unless it is asked for
        bar.box.setText("person:")
        qtbot.keyClick(bar.box, Qt.Key.Key_Return)


def test_enter_searches_at_once_then_goes_on(bar: SearchBar, qtbot: QtBot) -> None:
    qtbot.keyClicks(bar.box, "kadi")
    with qtbot.waitSignal(bar.searched):
        qtbot.keyClick(bar.box, Qt.Key.Key_Return)
    with qtbot.waitSignal(bar.entered):
        qtbot.keyClick(bar.box, Qt.Key.Key_Return)
    with qtbot.waitSignal(bar.entered_back):
        qtbot.keyClick(bar.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)


def test_escape_clears_then_leaves(bar: SearchBar, qtbot: QtBot) -> None:
    bar.set_query("kadi")
    with qtbot.waitSignal(bar.searched) as searched:
        qtbot.keyClick(bar.box, Qt.Key.Key_Escape)
    assert searched.args == [""]
    with qtbot.waitSignal(bar.left):
        qtbot.keyClick(bar.box, Qt.Key.Key_Escape)


def test_spaces_alone_search_for_nothing(bar: SearchBar, qtbot: QtBot) -> None:
    asked: list[str] = []
    bar.searched.connect(asked.append)
    bar.set_query("  ")
    bar.set_query(" kadi ")
    bar.set_query("kadi")
    assert asked == ["kadi"]


def test_hits_are_shown_while_searching(bar: SearchBar) -> None:
    bar.show_hits(1, 5)
    assert bar.hits.isHidden()
    bar.show_query("kadi")
    bar.show_hits(2, 5)
    assert bar.hits.text() == "Hit 2 of 5"
    assert not bar.next.isHidden()
    bar.show_hits(0, 1)
    assert bar.hits.text() == "1 hit"
    bar.show_hits(0, 0)
    assert bar.hits.isHidden()


def test_a_long_explanation_is_cut_and_told_in_full(bar: SearchBar) -> None:
    text = "read as: " + " AND ".join(["kadioglu"] * 40)
    bar.explain(text)
    assert bar.read_as.text().endswith("…")
    assert bar.read_as.toolTip() == f"<qt>{text}</qt>"


def test_what_was_ranked_stands_beside_how_it_was_read(bar: SearchBar) -> None:
    bar.explain("read as: kadioglu")
    bar.tell_order("best first of all 3 found")
    assert bar.read_as.toolTip() == "<qt>read as: kadioglu · best first of all 3 found</qt>"
    bar.explain("")
    bar.tell_order("")
    assert bar.read_as.text() == ""


def test_while_a_value_is_to_come_the_former_reading_is_not_told(bar: SearchBar, qtbot: QtBot) -> None:
    bar.set_query("kadi")
    bar.explain("read as: kadi*")
    qtbot.keyClicks(bar.box, ' person:"')
    bar.tell_order("best first of all 3 found")
    assert bar.read_as.toolTip() == "<qt>person: goes on with what to look for</qt>"
    qtbot.keyClick(bar.box, Qt.Key.Key_Return)
    bar.explain("read as: kadi; not understood: person:")
    assert bar.read_as.toolTip().startswith("<qt>read as: kadi; not understood: person:")
    bar.set_query("kadi")
    bar.explain("read as: kadi*")
    bar.box.setText("kadi is:")
    bar.box.setText("kadi")
    assert bar.read_as.toolTip().startswith("<qt>read as: kadi*")


def test_every_control_has_a_name(bar: SearchBar) -> None:
    for widget in (bar.box, bar.read_as, bar.hits, bar.previous, bar.next):
        assert widget.accessibleName()


def test_the_tip_of_a_pasted_page_is_short_and_no_markup(bar: SearchBar) -> None:
    bar.explain("not understood: is:<b> " + "( " * 4000)
    tip = bar.read_as.toolTip()
    assert len(tip) < 1100
    assert tip.startswith("<qt>not understood: is:&lt;b&gt; ( (")
    assert tip.endswith("…</qt>")
    bar.explain("")
    assert bar.read_as.toolTip() == ""


def test_an_unknown_field_is_told_and_one_click_puts_it_right(bar: SearchBar, qtbot: QtBot) -> None:
    asked: list[str] = []
    bar.searched.connect(asked.append)
    bar.set_query("persn:hasanov")
    bar.explain('read as: "persn hasanov"')
    assert asked == ["persn:hasanov"]  # as words
    assert bar.read_as.toolTip().startswith("<qt>There is no field persn: · read as")
    assert bar.mend.isVisible()
    assert bar.mend.text() == "Did you mean person:?"
    assert "persn" in bar.mend.accessibleDescription()
    qtbot.mouseClick(bar.mend, Qt.MouseButton.LeftButton)
    assert asked == ["persn:hasanov", "person:hasanov"]
    assert bar.box.text() == "person:hasanov"
    assert not bar.mend.isVisible()
    assert "no field" not in bar.read_as.toolTip()


def test_a_field_is_put_right_by_keys_while_it_is_typed(bar: SearchBar, qtbot: QtBot) -> None:
    asked: list[str] = []
    bar.searched.connect(asked.append)
    qtbot.keyClicks(bar.box, "tags:")
    qtbot.waitUntil(bar.mend.isVisible)
    qtbot.keyClicks(bar.box, "u")
    qtbot.keyClick(bar.box, Qt.Key.Key_Tab)
    assert bar.mend.hasFocus()
    qtbot.keyClick(bar.mend, Qt.Key.Key_Space)
    assert bar.box.hasFocus()
    assert asked[-1] == bar.box.text() == "tag:u"
    bar.set_query("tags:")
    qtbot.mouseClick(bar.mend, Qt.MouseButton.LeftButton)
    assert bar.read_as.text() == "tag: goes on with what to look for"
    assert not bar.mend.isVisible()


def test_a_word_before_a_colon_that_is_like_no_field_is_told_of(bar: SearchBar) -> None:
    bar.set_query("xyzzy:1")
    assert bar.read_as.text() == "There is no field xyzzy:"
    assert not bar.mend.isVisible()
    bar.set_query("baku")
    assert bar.read_as.text() == ""
