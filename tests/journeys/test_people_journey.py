"""Saying which names are one person's: proposals one after the other, with undo, and over a restart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.people import PeopleDialog
from gui.window import MainWindow
from store.model import Filter
from tests.journeys.conftest import Start, press, settle

TEXT = (
    " date 2026-01-0{day} BAKU. The Minister of Defense of the Republic of Azerbaijan, Colonel General"
    " {host}, received the Minister of National Defence of Türkiye, {guest}. They discussed cooperation."
)
PEOPLE = (("Zakir Hasanov", "Yaşar Güler"), ("Zakir Həsənov", "Yashar Guler"), ("Z. Hasanov", "Yaşar Güler"))


@pytest.fixture
def window(start: Start, qtbot: QtBot) -> MainWindow:
    window = start(samples=False)
    texts = [
        (f"{day}", TEXT.format(day=day, host=host, guest=guest).encode())
        for day, (host, guest) in enumerate(PEOPLE, 1)
    ]
    window.library.import_texts(texts)
    window.show_filter()
    window._read_choices()
    settle(qtbot, window)
    return window


def dialog_of(qtbot: QtBot, window: MainWindow) -> PeopleDialog:
    window.actions_["article.people"].trigger()
    settle(qtbot, window)
    (dialog,) = window.findChildren(PeopleDialog)
    qtbot.waitUntil(lambda: dialog.shown is not None)
    return dialog


def click(qtbot: QtBot, window: MainWindow, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)


def names(dialog: PeopleDialog) -> set[str]:
    assert dialog.shown is not None
    return {dialog.shown.first.name, dialog.shown.second.name}


def test_proposals_are_decided_and_undone(window: MainWindow, start: Start, qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, window)
    assert dialog.title.text() == "4 pairs of names may be one person's."
    assert names(dialog) == {"Yaşar Güler", "Yashar Guler"}
    assert dialog.names[0].text() == "Yaşar Güler"
    assert "TR" in dialog.cards[0].text().splitlines()
    assert "Minister of National Defence" in dialog.cards[0].text()
    assert dialog.why.text() == "Alike: the same name in another spelling."
    click(qtbot, window, dialog.same)
    assert window.stack.undoText() == "Same person “Yaşar Güler, Yashar Guler”"
    assert window.library.count(Filter(person="yashar guler")) == 3
    labels = window.sidebar.model.names("person")
    assert "Yaşar Güler" in labels
    assert "Yashar Guler" not in labels
    assert names(dialog) == {"Zakir Hasanov", "Zakir Həsənov"}
    click(qtbot, window, dialog.different)
    click(qtbot, window, dialog.undo)
    assert names(dialog) == {"Zakir Hasanov", "Zakir Həsənov"}
    click(qtbot, window, dialog.different)
    assert names(dialog) >= {"Z. Hasanov"}
    dialog.close()
    press(qtbot, window, "Ctrl+Z")
    press(qtbot, window, "Ctrl+Z")
    assert window.library.people.rulings() == []
    press(qtbot, window, "Ctrl+Shift+Z")
    window.close()
    again = start(samples=False)
    assert again.library.count(Filter(person="yashar guler")) == 3


def test_later_leaves_it_open(window: MainWindow, qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, window)
    for left in range(3, -1, -1):
        click(qtbot, window, dialog.later)
        assert len(dialog._proposals) == left
    assert dialog.title.text() == "No more names are alike."
    assert {label.text() for label in (*dialog.names, *dialog.cards, dialog.why)} == {""}
    assert not dialog.same.isEnabled()
    assert window.library.people.rulings() == []
    dialog.close()
    assert names(dialog_of(qtbot, window)) == {"Yaşar Güler", "Yashar Guler"}


def test_the_list_follows_a_person_under_all_names(window: MainWindow, qtbot: QtBot) -> None:
    window._facet_asked("person", "yashar guler")
    settle(qtbot, window)
    assert window.model.rowCount() == 1
    dialog = dialog_of(qtbot, window)
    click(qtbot, window, dialog.same)
    qtbot.waitUntil(lambda: window.model.rowCount() == 3)
    index = window.sidebar.tree.currentIndex()
    assert index.data() == "Yaşar Güler"
