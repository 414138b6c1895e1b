"""The question what to export, as what and where to."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from gui.exporting.dialog import ExportDialog, Scope
from gui.settings import Memory, open_settings
from gui.theme import Theme
from store.exchange.registry import FORMS
from store.model import Filter

SCOPES = (
    Scope("selected", "&The article “A”", 'A: "talks" / 2'),
    Scope("listed", "What the &list shows: x", "x", Filter(query="x")),
    Scope("all", "The &whole library", "library", Filter()),
)


@pytest.fixture
def memory(own_folders: Path) -> Memory:
    made = Memory(open_settings(), own_folders / "library.sqlite")
    made.keep("export_folder", str(own_folders))
    return made


def shown(memory: Memory, qtbot: QtBot, first: str = "listed") -> ExportDialog:
    dialog = ExportDialog(SCOPES, first, memory)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def choose(dialog: ExportDialog, form: str) -> None:
    dialog.form.setCurrentIndex(dialog.form.findData(form))


def test_what_is_proposed(theme: Theme, memory: Memory, own_folders: Path, qtbot: QtBot) -> None:
    dialog = shown(memory, qtbot)
    assert dialog.form.count() == len(FORMS)
    wish = dialog.wish
    assert (wish.scope.name, wish.form, wish.bom) == ("listed", "csv-participations", True)
    assert wish.path == own_folders / "x.csv"
    assert "counterpart" in dialog.holds.text()
    choose(dialog, "html")
    assert dialog.wish.path == own_folders / "x.html"
    assert not dialog.marked.isEnabled()
    qtbot.mouseClick(dialog.which.buttons()[0], Qt.MouseButton.LeftButton)
    assert dialog.wish.path == own_folders / "A talks 2.html"


def test_a_name_that_was_typed_stays_but_for_its_ending(theme: Theme, memory: Memory, qtbot: QtBot) -> None:
    dialog = shown(memory, qtbot)
    own = dialog.wish.path.parent / "my own.v2.csv"
    dialog.file.setText(str(own))
    dialog.which.buttons()[2].click()
    assert dialog.wish.path == own
    choose(dialog, "ics")
    assert dialog.wish.path.name == "my own.v2.ics"
    dialog.file.setText(str(own.with_name("my own")))
    choose(dialog, "json")
    assert dialog.wish.path.name == "my own"


def test_what_is_in_the_way_is_said(theme: Theme, memory: Memory, own_folders: Path, qtbot: QtBot) -> None:
    dialog = shown(memory, qtbot)
    assert (dialog.told.text(), dialog.export.isEnabled()) == ("", True)
    (own_folders / "there.csv").write_text("x")
    (own_folders / "a.sqlite").write_bytes(b"SQLite format 3\0 and more")
    for said, told, possible in (
        (own_folders / "there.csv", "it will be replaced", True),
        (own_folders / "a.sqlite", "This is a library", False),
        (own_folders, "This is a folder", False),
        (own_folders / "none" / "x.csv", "no such folder", False),
        ("  ", "", False),
    ):
        dialog.file.setText(str(said))
        assert told in dialog.told.text()
        assert dialog.export.isEnabled() == possible


def test_what_has_no_articles_cannot_be_exported(theme: Theme, memory: Memory, qtbot: QtBot) -> None:
    dialog = shown(memory, qtbot)
    dialog.show_counts({"listed": 0, "all": 1204})
    assert [button.text() for button in dialog.which.buttons()] == [
        "&The article “A”",
        "What the &list shows: x (0)",
        "The &whole library (1,204)",
    ]
    assert not dialog.export.isEnabled()
    dialog.which.buttons()[2].click()
    assert dialog.export.isEnabled()


def test_choices_are_remembered(theme: Theme, memory: Memory, own_folders: Path, qtbot: QtBot) -> None:
    dialog = shown(memory, qtbot)
    choose(dialog, "csv-meetings")
    dialog.marked.click()
    (own_folders / "elsewhere").mkdir()
    dialog.file.setText(str(own_folders / "elsewhere" / "x.csv"))
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    again = shown(memory, qtbot, "all")
    assert (again.wish.form, again.wish.bom) == ("csv-meetings", False)
    assert again.wish.path == own_folders / "elsewhere" / "library.csv"
    choose(again, "json")
    qtbot.keyClick(again, Qt.Key.Key_Escape)
    assert again.result() == QDialog.DialogCode.Rejected
    assert shown(memory, qtbot).wish.form == "csv-meetings"


def test_a_file_can_be_looked_for(
    theme: Theme, memory: Memory, own_folders: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = shown(memory, qtbot)
    asked: list[str] = []

    def ask(_parent: object, _title: str, place: str, kinds: str, **_: object) -> tuple[str, str]:
        asked.append(kinds)
        return str(own_folders / "chosen"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    qtbot.mouseClick(dialog.browse, Qt.MouseButton.LeftButton)
    assert dialog.wish.path == own_folders / "chosen.csv"
    assert asked[0].startswith("Participations (CSV) (*.csv)")
