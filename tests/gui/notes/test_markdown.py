"""Notes as Markdown: shown, never loaded from anywhere, links only when asked, the text kept as typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QGuiApplication, QTextDocument
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.notes import links
from gui.notes.markdown import NoteDocument, rendered
from tests.gui.notes.conftest import Bench

BLACK, BLUE = QColor("#000000"), QColor("#0000ff")


def shown(note: str) -> str:
    return rendered(note, QApplication.font(), BLACK, BLUE, 300).toPlainText()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("plain", "plain"),
        ("one\ntwo", "one\ntwo"),
        ("**bold** and `code`", "bold and code"),
        ("to do:\n- a\n- b", "to do:\na\nb"),
        ("# Head\nbelow", "Head\nbelow"),
        ("a\n1. b\n2. c", "a\nb\nc"),
        ("- [ ] to do\n- [x] done", "☐ to do\n☑ done"),
        ("1 < 2 & <b>3</b>", "1 < 2 & <b>3</b>"),
        ("see ![x](file:///etc/hosts)", "see x"),
        ("```\n![a](b)\none\n```", "![a](b)\none"),
    ],
)
def test_what_is_shown(note: str, text: str) -> None:
    assert shown(note) == text


@pytest.mark.usefixtures("qapp")
def test_lines_of_one_paragraph_stand_closer_than_paragraphs() -> None:
    def height(note: str) -> float:
        return rendered(note, QApplication.font(), BLACK, BLUE, 300).size().height()

    assert height("one") < height("one\ntwo") < height("one\n\ntwo")


@pytest.mark.usefixtures("qapp")
def test_every_piece_keeps_its_look() -> None:
    note = "# Head\n\nplain `code` **bold** [link](https://a.b)\n\n|a|b|\n|-|-|\n|1|2|"
    document = rendered(note, QApplication.font(), BLACK, BLUE, 300)
    looks = {}
    block = document.begin()
    while block.isValid():
        it = block.begin()
        while not it.atEnd():
            looks[it.fragment().text().strip()] = it.fragment().charFormat()
            it += 1
        block = block.next()
    assert set(looks) == {"Head", "plain", "code", "bold", "link", "a", "b", "1", "2", ""}
    assert looks["a"].fontWeight() == looks["b"].fontWeight() > looks["1"].fontWeight()
    assert looks["code"].fontFixedPitch()
    assert looks["bold"].fontWeight() > looks["plain"].fontWeight()
    assert looks["link"].foreground().color() == BLUE
    assert looks["plain"].foreground().color() == BLACK
    size = QApplication.font().pointSizeF()
    assert size < looks["Head"].fontPointSize() < size * 1.3


@pytest.mark.usefixtures("qapp")
def test_nothing_is_loaded(tmp_path: Path) -> None:
    document = NoteDocument()
    kind = QTextDocument.ResourceType.ImageResource
    assert document.loadResource(kind.value, QUrl.fromLocalFile(str(tmp_path))) is None


def test_preview_and_back(bench: Bench) -> None:
    bench.add("bright memory")
    editor = bench.edit("bright memory")
    editor.note.insertPlainText("**bold**\n\n- item")
    bench.qtbot.mouseClick(editor.switch, Qt.MouseButton.LeftButton)
    assert editor.preview.isVisible()
    assert not editor.note.isVisible()
    assert editor.preview.toPlainText() == "bold\nitem"
    bench.qtbot.keyClick(editor.preview, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert editor.note.hasFocus()
    assert not editor.preview.isVisible()
    bench.qtbot.keyClick(editor.note, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert editor.preview.hasFocus()
    bench.qtbot.keyClick(editor.preview, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bench.notes[0].note == "**bold**\n\n- item"  # as it was typed
    assert bench.edited("bright memory") is None


def test_an_empty_preview_says_so(bench: Bench) -> None:
    bench.add("bright memory")
    editor = bench.edit("bright memory")
    editor.switch.setChecked(True)
    assert editor.preview.toPlainText() == "Nothing is written yet."


def test_a_link_asks_before_it_opens(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    parent = QWidget()
    qtbot.addWidget(parent)

    def press(address: str, name: str) -> None:
        box = links.ask(address, parent)
        button = next(one for one in box.findChildren(QPushButton) if one.text() == name)
        with qtbot.waitSignal(box.destroyed):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    press("https://example.org/a?b=1", "Cancel")
    assert opened == []
    press("https://example.org/a?b=1", "&Copy address")
    assert QGuiApplication.clipboard().text() == "https://example.org/a?b=1"
    press("https://example.org/a?b=1", "&Open")
    assert opened == ["https://example.org/a?b=1"]
    for address in ("file:///etc/hosts", "javascript:alert(1)", "relative"):
        box = links.ask(address, parent)
        assert "&Open" not in [one.text() for one in box.findChildren(QPushButton)]
        box.close()
    assert opened == ["https://example.org/a?b=1"]


def test_a_link_of_a_card_is_clicked(bench: Bench) -> None:
    bench.add("bright memory", "[here it is](https://example.org)")
    asked: list[str] = []
    bench.pane.view.link_asked.disconnect()
    bench.pane.view.link_asked.connect(asked.append)
    bench.click("bright memory", "note")
    assert asked == ["https://example.org"]
    assert bench.pane.findChildren(QMessageBox) == []
