"""Saying which names are one person's: proposals one after the other, with undo, and over a restart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.joining import JoiningDialog
from gui.sidebar.model import Facet
from gui.window import MainWindow
from store.derive import person_key
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
    window.offering.read()
    settle(qtbot, window)
    return window


def dialog_of(qtbot: QtBot, window: MainWindow) -> JoiningDialog:
    window.actions_["article.people"].trigger()
    settle(qtbot, window)
    (dialog,) = window.findChildren(JoiningDialog)
    qtbot.waitUntil(lambda: dialog.shown is not None)
    return dialog


def click(qtbot: QtBot, window: MainWindow, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)


def names(dialog: JoiningDialog) -> set[str]:
    assert dialog.shown is not None
    return {dialog.shown.first.name, dialog.shown.second.name}


def test_proposals_are_decided_and_undone(window: MainWindow, start: Start, qtbot: QtBot) -> None:
    window.actions_["article.star"].trigger()
    settle(qtbot, window)
    assert window.stack.canUndo()
    dialog = dialog_of(qtbot, window)
    assert dialog.title.text() == "4 pairs of names may be one person."
    assert not dialog.undo.isEnabled()  # for what was done before, there is the menu
    assert names(dialog) == {"Yaşar Güler", "Yashar Guler"}
    assert dialog.names[0].text() == "Yaşar Güler"
    assert "Türkiye" in dialog.cards[0].text()
    assert "Minister of National Defence" in dialog.cards[0].text()
    assert dialog.why.text() == "Alike: the same name in another spelling."
    click(qtbot, window, dialog.same)
    assert window.stack.undoText() == "Same person “Yaşar Güler, Yashar Guler”"
    assert dialog.told.text() == "Said: Same person “Yaşar Güler, Yashar Guler”"
    assert window.library.count(Filter(person="yashar guler")) == 3
    labels = window.sidebar.model.names("person")
    assert "Yaşar Güler" in labels
    assert "Yashar Guler" not in labels
    assert names(dialog) == {"Zakir Hasanov", "Zakir Həsənov"}
    click(qtbot, window, dialog.different)
    click(qtbot, window, dialog.undo)
    assert dialog.told.text() == "Undone: Different people “Zakir Hasanov, Zakir Həsənov”"
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
    assert dialog.nothing.title.text() == "4 pairs left for later"
    assert {label.text() for label in (*dialog.names, *dialog.cards, dialog.why)} == {""}
    assert not dialog.same.isEnabled()
    assert window.library.people.rulings() == []
    dialog.close()
    assert names(dialog_of(qtbot, window)) == {"Yaşar Güler", "Yashar Guler"}


def test_the_list_follows_a_person_under_all_names(window: MainWindow, qtbot: QtBot) -> None:
    window.reading.facet_chosen.emit("person", "yashar guler")
    settle(qtbot, window)
    assert window.model.rowCount() == 1
    dialog = dialog_of(qtbot, window)
    click(qtbot, window, dialog.same)
    qtbot.waitUntil(lambda: window.model.rowCount() == 3)
    index = window.sidebar.tree.currentIndex()
    assert index.data() == "Yaşar Güler"


def test_what_was_said_is_listed_and_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, window)
    click(qtbot, window, dialog.same)
    qtbot.mouseClick(dialog.tabs[1], Qt.MouseButton.LeftButton)
    assert dialog.pages.currentWidget() is dialog.said_page
    assert dialog.tabs[1].text() == "Said so &far (1)"
    item = dialog.said.topLevelItem(0)
    assert item is not None
    assert [item.text(n) for n in range(3)] == ["Yaşar Güler", "Yashar Guler", "one person"]
    assert not dialog.back.isEnabled()
    dialog.said.setFocus()
    qtbot.keyClick(dialog.said, Qt.Key.Key_Down)
    dialog.said.setCurrentItem(item)
    click(qtbot, window, dialog.back)
    assert window.library.people.rulings() == []
    assert dialog.said.topLevelItemCount() == 0
    assert window.stack.undoText() == "Take back what was said of “Yaşar Güler, Yashar Guler”"
    assert dialog.told.text() == "Taken back: what was said of “Yaşar Güler, Yashar Guler”"
    click(qtbot, window, dialog.undo)
    assert len(window.library.people.rulings()) == 1
    assert window.library.count(Filter(person="yashar guler")) == 3


def test_wordings_of_an_occasion(start: Start, qtbot: QtBot) -> None:
    window = start(samples=False)
    wordings = (
        "Azerbaijan-Türkiye High-Level Military Dialogue",
        "Türkiye-Azerbaijan High Level Military Dialogue",
    )
    texts = [
        TEXT.format(day=day, host="Zakir Hasanov", guest="Yaşar Güler").replace(
            ". They", f", within the framework of the 1{day}th {wording}. They"
        )
        for day, wording in enumerate(wordings, 1)
    ]
    window.library.import_texts([(str(n), text.encode()) for n, text in enumerate(texts)])
    window.show_filter()
    window.offering.read()
    settle(qtbot, window)
    assert set(window.sidebar.model.names("occasion")) == set(wordings)
    window.actions_["article.occasions"].trigger()
    settle(qtbot, window)
    (dialog,) = window.findChildren(JoiningDialog)
    qtbot.waitUntil(lambda: dialog.shown is not None)
    assert dialog.windowTitle() == "Occasions"
    assert dialog.same.text() == "&Same occasion"
    assert "11 (1 Jan 2026)" in dialog.cards[0].text() + dialog.cards[1].text()
    click(qtbot, window, dialog.same)
    (label,) = window.sidebar.model.names("occasion")
    assert label in wordings
    index = window.sidebar.model.find(Facet("occasion", person_key(wordings[1])))
    window.sidebar.tree.setCurrentIndex(index)
    settle(qtbot, window)
    assert window.model.rowCount() == 2
    assert window.shown.occasion
    click(qtbot, window, dialog.undo)
    assert set(window.sidebar.model.names("occasion")) == set(wordings)
