"""Out of the window and in again: exports, references, notes from elsewhere."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from gui import folders
from gui.exporting.dialog import ExportDialog
from gui.window import MainWindow
from store.model import Filter, MarkStyle, OpenArticle, Span
from tests.journeys.conftest import Start, press, settle


def asked(window: MainWindow, qtbot: QtBot) -> ExportDialog:
    """The dialog, opened by its key, once it knows how many articles there are."""
    press(qtbot, window, "Ctrl+Shift+X")
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    return dialog


def export(window: MainWindow, qtbot: QtBot, dialog: ExportDialog, form: str, path: Path) -> str:
    """Export as chosen; returns what the window says of it."""
    dialog.form.setCurrentIndex(dialog.form.findData(form))
    dialog.file.setText(str(path))
    window.banner.hide()
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.banner.isHidden(), timeout=10_000)
    settle(qtbot, window)
    return window.banner.text


def test_what_a_search_finds_goes_to_a_table(
    start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start()
    window = start(query="ergün")
    dialog = asked(window, qtbot)
    assert [button.text() for button in dialog.which.buttons()] == [
        "&The article “Zakir Hasanov received Levent Ergün”",
        "What the &list shows: “ergün” (1)",
        "The &whole library (3)",
    ]
    path = tmp_path / "out.csv"
    told = export(window, qtbot, dialog, "csv-participations", path)
    rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines(), strict=True))
    assert told == f"{len(rows)} participations of 1 article written to out.csv."
    assert {row["published"] for row in rows} == {"2025-12-17"}
    shown: list[Path] = []
    monkeypatch.setattr(folders, "open_folder", lambda place: shown.append(place) or "")  # type: ignore[func-returns-value]
    button = next(one for one in window.banner.findChildren(QPushButton) if one.text() == "Show in folder")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shown == [path]


def test_selected_articles_go_to_a_report_and_a_fault_is_told(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    window = start()
    window.articles.view.selectAll()
    settle(qtbot, window)
    dialog = asked(window, qtbot)
    assert dialog.wish.scope.name == "selected"
    assert dialog.which.buttons()[0].text() == "&The 3 selected articles"
    assert export(window, qtbot, dialog, "html", tmp_path / "a.html") == "3 articles written to a.html."
    assert (tmp_path / "a.html").read_text("utf-8").count("<article ") == 3
    (tmp_path / "f").mkdir()
    dialog = asked(window, qtbot)
    dialog.file.setText(str(tmp_path / "f" / "b.html"))
    (tmp_path / "f").rmdir()
    window.banner.hide()
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "cannot be written" in window.banner.text, timeout=10_000)
    assert window.banner.property("kind") == "fault"


def test_references_go_to_the_clipboard(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.actions_["article.cite_csl"].trigger()
    settle(qtbot, window)
    (item,) = json.loads(QGuiApplication.clipboard().text())
    assert item["container-title"] == "Trend"
    window.articles.view.selectAll()
    settle(qtbot, window)
    window.actions_["article.cite_bibtex"].trigger()
    settle(qtbot, window)
    assert QGuiApplication.clipboard().text().count("@article{") == 3


def test_notes_go_out_and_come_in_again_and_back(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    window = start()
    window.library.add_annotation(1, Span(0, 9), "green", MarkStyle.FILL, "a note")
    path = tmp_path / "notes.jsonld"
    told = export(window, qtbot, asked(window, qtbot), "annotations", path)
    assert told == "1 note of 3 articles written to notes.jsonld."
    window.library.delete_annotations([made.id for made in window.library.annotations()])
    window.import_paths([path])
    qtbot.waitUntil(lambda: len(window.library.annotations()) == 1, timeout=10_000)
    settle(qtbot, window)
    assert window.stack.undoText() == "Import (1 note)"
    window.stack.undo()
    settle(qtbot, window)
    assert window.library.annotations() == []
    window.stack.redo()
    settle(qtbot, window)
    assert [made.note for made in window.library.annotations()] == ["a note"]


def test_a_note_without_a_place_is_shown(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    window = start()
    opened = window.library.article(1)
    assert opened is not None
    quote = {"type": "TextQuoteSelector", "exact": "words that are nowhere", "prefix": "", "suffix": ""}
    entry = {"uri": opened.article.key, "text": "x", "target": [{"source": "", "selector": [quote]}]}
    path = tmp_path / "hypothesis.json"
    path.write_text(json.dumps({"export_userid": "acct:a@hypothes.is", "annotations": [entry]}))
    window.import_paths([path])
    qtbot.waitUntil(lambda: not window.banner.isHidden(), timeout=10_000)
    settle(qtbot, window)
    assert window.banner.text == "1 note taken in, 1 of them without a place."
    button = next(one for one in window.banner.findChildren(QPushButton) if one.text() == "Show them")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.shown == Filter(unplaced=True)
    current = window.navigator.current
    assert current is not None
    assert current.row.id == 1


def test_an_article_is_saved_as_pdf_and_so_is_a_page(
    start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "article.pdf"), ""))
    assert window.actions_["file.print"].isEnabled()
    window.actions_["file.pdf"].trigger()
    assert window.banner.text == "The article was saved as article.pdf."
    assert (tmp_path / "article.pdf").read_bytes().startswith(b"%PDF-")
    window.banner.hide()
    window.actions_["across.series"].trigger()
    settle(qtbot, window)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "page.pdf"), ""))
    window.actions_["file.pdf"].trigger()
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF-")
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "none" / "article.pdf"), "")
    )
    window.actions_["go.back"].trigger()
    settle(qtbot, window)
    window.actions_["file.pdf"].trigger()
    assert "cannot be written" in window.banner.text


def test_the_menu_of_the_list_proposes_what_is_selected(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.articles.view.context_asked.emit(window.mapToGlobal(window.rect().center()))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    export_it = next(action for action in menu.actions() if action.text() == "E&xport…")
    menu.close()
    export_it.trigger()
    settle(qtbot, window)
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    assert dialog.wish.scope.name == "selected"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_cancelled_export_leaves_what_was_there(
    start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    path = tmp_path / "out.json"
    path.write_text("the old one")
    dialog = asked(window, qtbot)
    dialog.form.setCurrentIndex(dialog.form.findData("json"))
    dialog.file.setText(str(path))
    assert "it will be replaced" in dialog.told.text()
    article = window.library.article
    begun, go_on = Event(), Event()

    def slowly(number: int) -> OpenArticle | None:
        begun.set()
        go_on.wait(10)
        return article(number)

    monkeypatch.setattr(window.library, "article", slowly)
    notices: list[str] = []
    window.hub.notice.connect(notices.append)
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(begun.is_set)
    window.actions_["file.cancel"].trigger()
    go_on.set()
    qtbot.waitUntil(lambda: "The export was cancelled; no file was written." in notices)
    assert path.read_text() == "the old one"


def test_articles_and_notes_of_one_import_go_and_come_together(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    window = start()
    window.library.add_annotation(2, Span(0, 9), "green", MarkStyle.FILL, "a note")
    notes, article = tmp_path / "notes.jsonld", tmp_path / "new.txt"
    window.library.exchange.export("annotations", notes)
    window.library.delete_annotations([made.id for made in window.library.annotations()])
    article.write_text("The minister received a guest from the old town, and spoke with him of the weather.")
    window.import_paths([article, notes])
    qtbot.waitUntil(lambda: window.stack.undoText() == "Import (1 article, 1 note)", timeout=10_000)
    settle(qtbot, window)
    for undone in (True, False):
        (window.stack.undo if undone else window.stack.redo)()
        settle(qtbot, window)
        assert len(window.library.annotations()) == (0 if undone else 1)
        assert window.library.count(Filter()) == (3 if undone else 4)
