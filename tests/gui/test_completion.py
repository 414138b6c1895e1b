"""Names are completed in the search box."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gui.actions import Actions
from gui.search.bar import SearchBar
from gui.search.completion import MOST, Completion, at_cursor, offered, written
from gui.theme import Theme
from store.folding import fold
from store.query import Field
from store.query_parser import parse

PEOPLE = ["Zakir Hasanov", "Ziya Cemal Kadıoğlu", "Levent Ergün", 'Ann "Nan" O\'Brien']


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("person:kad", ("person", "kad", 0)),
        ("baku person:kad", ("person", "kad", 5)),
        ('baku -person:"ziya c', ("person", "ziya c", 6)),
        ("Country:", ("country", "", 0)),
        ("tag:x person:y", ("person", "y", 6)),
        ("person:kad baku", None),
        ('person:"ziya" ', None),
        ("superperson:kad", None),
        ("kad", None),
    ],
)
def test_the_field_at_the_cursor(text: str, here: tuple[str, str, int] | None) -> None:
    assert at_cursor(text) == here


def test_what_is_offered() -> None:
    assert offered(PEOPLE, "kadi", fold) == ["Ziya Cemal Kadıoğlu"]
    assert offered(PEOPLE, "z", fold) == ["Zakir Hasanov", "Ziya Cemal Kadıoğlu"]
    assert offered(PEOPLE, "adi", fold) == []
    assert len(offered([f"A{n}" for n in range(99)], "", fold)) == MOST


@pytest.mark.parametrize("name", [*PEOPLE[:3], "TR"])
def test_what_is_written_is_understood(name: str) -> None:
    assert parse(written("person", name)).root == Field("person", name)


def test_a_name_is_taken_into_the_box(qtbot: QtBot) -> None:
    box = QLineEdit()
    qtbot.addWidget(box)
    completion = Completion(box, lambda field: PEOPLE if field == "person" else ["TR"], fold)
    box.show()
    qtbot.keyClicks(box, "baku person:erg")
    assert completion.completer.popup().isVisible()
    assert completion.completer.completionModel().rowCount() == 1
    completion.completer.activated.emit("Levent Ergün")
    assert box.text() == 'baku person:"Levent Ergün" '
    qtbot.keyClicks(box, "country:t")
    completion.completer.activated.emit("TR")
    assert box.text() == 'baku person:"Levent Ergün" country:TR '
    qtbot.keyClicks(box, "x")
    assert not completion.completer.popup().isVisible()


def test_keys_choose_in_the_popup_and_the_box_gets_the_others(theme: Theme, qtbot: QtBot) -> None:
    owner = QObject()
    bar = SearchBar(theme, Actions(theme, owner))
    qtbot.addWidget(bar)
    bar.show()
    popup = Completion(bar.box, lambda field: PEOPLE, fold).completer.popup()
    qtbot.keyClicks(bar.box, "person:z")
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    assert [place.row() for place in popup.selectedIndexes()] == [0]
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert bar.box.text() == 'person:"Zakir Hasanov" '
    assert not popup.isVisible()
    bar.box.clear()
    qtbot.keyClicks(bar.box, "person:z")
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert (bar.box.text(), popup.isVisible()) == ("person:z", False)
    qtbot.keyClicks(bar.box, "i")
    with qtbot.waitSignal(bar.searched) as searched:
        qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert (searched.args, popup.isVisible()) == (["person:zi"], False)


def test_people_of_one_name_are_offered_once() -> None:
    assert offered(["John Smith (GH)", "John Smith (2)", "Jo (party)"], "jo", fold) == [
        "John Smith",
        "Jo (party)",
    ]
