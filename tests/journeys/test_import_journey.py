"""Taking articles in: menu, cancel, report, drag and drop; and what the world refuses."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QTreeWidget
from pytestqt.qtbot import QtBot

from gui.operations import imports
from gui.reports import ReportDialog
from gui.window import MainWindow
from store.errors import LibraryError
from store.model import ImportReport
from tests.journeys.conftest import Start, press, settle

TEXT = (
    "Minister of Foreign Affairs Jane Smith met with Ambassador John Brown number {n} in London on May {n}. "
    "The sides discussed trade between the two countries and regional security."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "news"
    made.mkdir()
    for number in range(1, 6):
        (made / f"{number}.txt").write_text(TEXT.format(n=number), "utf-8")
    (made / "broken.txt").write_bytes(b"\x00\x01\x02\xff\xfe binary \x00")
    return made


def test_import_a_folder_by_the_menu(
    start: Start, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    window.actions_["file.import_folder"].trigger()
    assert window.imports.busy
    assert not window.progress.isHidden()
    settle(qtbot, window)
    assert window.model.rowCount() == 8
    assert window.progress.isHidden()
    assert "5 articles taken in, 1 refused" in window.banner.text
    window.banner._act()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ReportDialog))
    table = dialog.findChild(QTreeWidget)
    assert table is not None
    first = table.topLevelItem(0)
    assert first is not None
    assert first.text(0) == "broken.txt"
    assert first.text(1)
    assert isinstance(dialog, QDialog)
    dialog.close()


def test_an_import_is_taken_back_and_made_again(start: Start, folder: Path, qtbot: QtBot) -> None:
    window = start()
    assert not window.stack.canUndo()  # the samples came by themselves
    (folder / "broken.txt").unlink()
    window.import_paths([folder])
    settle(qtbot, window)
    assert window.model.rowCount() == 8
    assert window.actions_["edit.undo"].text() == "&Undo Import (5 articles)"
    assert window.status.notice == "5 articles taken in."
    qtbot.mouseClick(window.status.undo, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.model.rowCount() == 3
    assert window.status.undo.isHidden()
    press(qtbot, window, "Ctrl+Y")
    assert window.model.rowCount() == 8
    press(qtbot, window, "Ctrl+Z")
    window.import_paths([folder])  # from the bin, as they were
    settle(qtbot, window)
    assert window.model.rowCount() == 8
    assert not window.actions_["edit.redo"].isEnabled()


def test_the_same_again_is_skipped(start: Start, folder: Path, qtbot: QtBot) -> None:
    window = start()
    window.import_paths([folder])
    settle(qtbot, window)
    window.import_paths([folder])
    settle(qtbot, window)
    assert window.model.rowCount() == 8
    assert "5 skipped because the library has them already" in window.banner.text


def test_cancel_keeps_what_was_taken(
    start: Start, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    reached, go_on = threading.Event(), threading.Event()
    real = window.library.import_paths

    def held(
        paths: Any,
        progress: Callable[[int, int, str], None],
        cancelled: Callable[[], bool],
        encoding: str | None,
        polite: bool,
    ) -> ImportReport:
        def stop() -> bool:
            reached.set()
            go_on.wait(10)
            return cancelled()

        assert polite  # the window goes first
        return real(paths, progress, stop, encoding)

    monkeypatch.setattr(window.library, "import_paths", held)
    window.import_paths([folder])
    assert reached.wait(10)
    window.actions_["file.cancel"].trigger()
    assert "Stopping" in window.progress.text
    go_on.set()
    settle(qtbot, window)
    assert "the rest was cancelled" in window.banner.text
    assert window.model.rowCount() < 8
    assert not window.actions_["file.cancel"].isEnabled()


def test_import_files_by_the_menu(
    start: Start, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start(samples=False)
    chosen = [str(folder / "1.txt"), str(folder / "2.txt")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen, ""))
    window.actions_["file.import_files"].trigger()
    settle(qtbot, window)
    assert window.model.rowCount() == 2
    assert window.status.notice == "2 articles taken in."
    assert window.navigator.current is not None
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    window.actions_["file.import_files"].trigger()
    assert not window.imports.busy


def _drop(window: MainWindow, data: QMimeData) -> bool:
    """Drag over the window and let go, as the window system would send it."""
    place = QPoint(400, 300)
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(place, action, data, button, Qt.KeyboardModifier.NoModifier)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if not enter.isAccepted():
        return False
    assert not window.drop_sheet.isHidden()
    drop = QDropEvent(QPointF(place), action, data, button, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, drop)
    assert window.drop_sheet.isHidden()
    return drop.isAccepted()


def test_drag_and_drop_of_files_and_folders(start: Start, folder: Path, tmp_path: Path, qtbot: QtBot) -> None:
    window = start()
    single = tmp_path / "ü one.txt"
    single.write_text(TEXT.format(n=9), "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder)), QUrl.fromLocalFile(str(single))])
    assert _drop(window, data)
    qtbot.waitUntil(lambda: window.model.rowCount() == 9, timeout=20_000)
    settle(qtbot, window)


def test_what_is_no_file_is_not_taken(start: Start, qtbot: QtBot) -> None:
    window = start()
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a.txt")])
    data.setText("words")
    assert not _drop(window, data)


def test_a_full_disk_is_told_and_nothing_is_lost(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()

    def full(*_: object) -> None:
        raise LibraryError("The disk is full; nothing was changed.")

    with monkeypatch.context() as patched:
        patched.setattr(window.library, "set_starred", full)
        window.actions_["article.star"].trigger()
        settle(qtbot, window)
    assert window.banner.text == "The disk is full; nothing was changed."
    assert not window.banner.isHidden()
    assert not window.model.row(0).starred  # type: ignore[union-attr]
    window.actions_["article.star"].trigger()
    settle(qtbot, window)
    assert window.model.row(0).starred  # type: ignore[union-attr]
    assert window.banner.isHidden()  # it holds no longer


def test_what_a_long_import_kept_is_shown_while_it_goes_on(
    start: Start, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start(samples=False)
    assert window.pages.currentWidget() is window.empty
    go_on = threading.Event()
    take_in = window.library.import_texts

    def slowly(
        paths: list[Path], tell: Callable[[int, int, str], None], *_: object, **__: object
    ) -> ImportReport:
        for done, path in enumerate(sorted(folder.glob("[1-3].txt")), 1):
            take_in([(path.stem, path.read_bytes())])
            tell(done, 5, path.name)
        go_on.wait(10)
        return ImportReport()

    monkeypatch.setattr(imports, "SHOWN_AFTER", 0.0)
    monkeypatch.setattr(imports, "_EVERY", 0.0)  # each of the three is told of, however quickly they come
    monkeypatch.setattr(
        type(window.library), "import_paths", lambda _self, *words, **more: slowly(*words, **more)
    )
    window.import_paths([folder])
    try:
        qtbot.waitUntil(lambda: window.model.rowCount() == 3)
        assert window.imports.busy
        assert window.pages.currentWidget() is window.split
        qtbot.waitUntil(lambda: window.navigator.current is not None)
    finally:
        go_on.set()
    settle(qtbot, window)
    assert window.model.rowCount() == 3
