"""Several libraries: opened beside each other, made, found again, and those that cannot be opened."""

from __future__ import annotations

import datetime
import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gui.libraries import beginning
from gui.libraries.commands import FORGET, open_library, shelf_of
from gui.libraries.recent import RecentLibraries, open_last
from gui.libraries.refused import RefusedDialog
from gui.options import Options
from gui.palette.finder import carry_out
from gui.palette.sources import of_libraries
from gui.window import MainWindow
from store.errors import DamagedLibraryError
from store.library import Library
from store.model import Filter
from tests.journeys.conftest import Start, press, settle


@pytest.fixture
def other(own_folders: Path) -> Path:
    """Another library, with one article."""
    path = own_folders / "caucasus.sqlite"
    library = Library.open(path)
    library.import_texts([("one", b" date 2025-01-01\nTBILISI, January 1. The minister met the ambassador.")])
    library.close()
    return path


def _choose(monkeypatch: pytest.MonkeyPatch, name: str, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, name, lambda *_, **__: (str(path), ""))


def _opened_beside(qtbot: QtBot, window: MainWindow) -> MainWindow:
    shelf = shelf_of(window.session)
    qtbot.waitUntil(lambda: len(shelf.sessions) > 1)
    beside = shelf.sessions[-1].windows[-1]
    settle(qtbot, beside)
    return beside


def _refused(qtbot: QtBot, window: MainWindow) -> RefusedDialog:
    def shown() -> list[RefusedDialog]:
        return [one for one in window.findChildren(RefusedDialog) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    return shown()[0]


def _recent_menu(window: MainWindow) -> QMenu:
    found = (one for one in window.actions_[FORGET].associatedObjects() if isinstance(one, QMenu))
    menu = next(found)
    menu.aboutToShow.emit()
    return menu


def test_another_library_opens_beside_this_one(
    start: Start, qtbot: QtBot, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    _choose(monkeypatch, "getOpenFileName", other)
    window.actions_["file.open_library"].trigger()
    beside = _opened_beside(qtbot, window)
    assert (window.model.rowCount(), beside.model.rowCount()) == (3, 1)
    assert "caucasus" in beside.windowTitle()
    assert "library" in window.windowTitle()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.actions_["file.open_library"].trigger()  # the same again
    qtbot.waitUntil(beside.isActiveWindow)
    assert len(shelf_of(window.session).sessions) == 2
    beside.close()
    assert window.session.shelf is not None
    assert window.session.shelf.sessions == [window.session]
    assert "library" not in window.windowTitle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: not isValid(beside))
    press(qtbot, window, "S")  # and this one works on


def test_the_first_library_may_be_closed_first(start: Start, qtbot: QtBot, other: Path) -> None:
    window = start()
    shelf = shelf_of(window.session)
    open_library(window, other)
    beside = _opened_beside(qtbot, window)
    window.close()
    assert shelf.sessions == [beside.session]
    press(qtbot, beside, "S")
    row = beside.model.row(0)
    assert row is not None
    assert row.starred
    beside.close()


def test_a_new_library_is_made_and_never_over_another(
    start: Start, qtbot: QtBot, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    _choose(monkeypatch, "getSaveFileName", own_folders / "fresh")
    window.actions_["file.new_library"].trigger()
    beside = _opened_beside(qtbot, window)
    assert beside.library.path == own_folders / "fresh.sqlite"
    assert beside.pages.currentWidget() is beside.empty
    words = own_folders / "words.sqlite"
    words.write_text("my diary\n" * 9)
    _choose(monkeypatch, "getSaveFileName", words)
    window.actions_["file.new_library"].trigger()
    assert "is not a Communiqué library" in _refused(qtbot, window).why.text()
    assert words.read_text().startswith("my diary")
    beside.close()


def test_libraries_used_last_are_in_the_menu(
    start: Start, qtbot: QtBot, other: Path, own_folders: Path
) -> None:
    gone = own_folders / "away" / "caucasus.sqlite"
    window = start()
    RecentLibraries(window.memory).add(gone)
    RecentLibraries(window.memory).add(other)
    menu = _recent_menu(window)
    settle(qtbot, window)
    shown = {one.text(): one for one in menu.actions() if one.text()[1:2].isdigit()}
    assert list(shown) == [
        "&1 library",
        f"&2 caucasus – {own_folders.name}",
        "&3 caucasus – away (its folder is not there)",
    ]
    assert shown["&1 library"].isChecked()
    missing = next(action for text, action in shown.items() if "away" in text)
    assert not missing.isEnabled()
    next(action for text, action in shown.items() if own_folders.name in text).trigger()
    beside = _opened_beside(qtbot, window)
    assert beside.library.path == other
    _recent_menu(window)
    window.actions_[FORGET].trigger()
    assert set(RecentLibraries(window.memory).paths) == {other, window.library.path}
    beside.close()


def test_the_palette_offers_them(start: Start, qtbot: QtBot, other: Path) -> None:
    window = start()
    RecentLibraries(window.memory).add(other)
    press(qtbot, window, "Ctrl+K")
    (entry,) = of_libraries([(other, "caucasus")])
    assert entry.title == "Open library caucasus"
    carry_out(window, entry)
    _opened_beside(qtbot, window).close()


def test_a_library_that_is_dropped_is_opened(start: Start, qtbot: QtBot, other: Path) -> None:
    window = start()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    window.dropEvent(
        QDropEvent(
            QPointF(50, 50),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    beside = _opened_beside(qtbot, window)
    assert beside.library.path == other
    assert window.model.rowCount() == 3  # nothing was taken in
    beside.close()


def test_a_newer_library_is_refused_and_this_one_stays(start: Start, qtbot: QtBot, other: Path) -> None:
    connection = sqlite3.connect(other)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    window = start()
    open_library(window, other)
    dialog = _refused(qtbot, window)
    assert "made by a newer Communiqué" in dialog.why.text()
    assert "stays open" in dialog.unharmed.text()
    assert not dialog.is_damaged
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert shelf_of(window.session).sessions == [window.session]
    press(qtbot, window, "S")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: path.unlink(), "There is no file"),
        (lambda path: path.write_bytes(b""), "is empty"),
        (lambda path: path.write_text("words" * 99), "is not a Communiqué library"),
        (lambda path: (path.unlink(), path.mkdir()), "is a folder"),
    ],
)
def test_what_is_no_library_is_refused_in_words(
    start: Start, qtbot: QtBot, other: Path, make: object, said: str
) -> None:
    make(other)  # type: ignore[operator]
    window = start()
    open_library(window, other)
    assert said in _refused(qtbot, window).why.text()
    assert window.model.rowCount() == 3


def _damage(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    whole[100:4096] = bytes(3996)  # the page that says which tables there are
    path.write_bytes(bytes(whole))


def _damage_some(path: Path) -> None:
    """Damage that opening does not meet."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = DELETE")
    (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'article'").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    whole = bytearray(path.read_bytes())
    whole[(page - 1) * size : page * size] = b"\xff" * size
    path.write_bytes(bytes(whole))


def test_of_a_damaged_library_a_copy_of_the_backup_is_opened(start: Start, qtbot: QtBot, other: Path) -> None:
    library = Library.open(other)
    backup = library.backups.now(datetime.datetime(2025, 1, 2, 3, 4, 5))
    library.close()
    assert backup is not None
    _damage(other)
    window = start()
    open_library(window, other)
    dialog = _refused(qtbot, window)
    assert dialog.is_damaged
    qtbot.waitUntil(lambda: hasattr(dialog, "backup"))
    qtbot.mouseClick(dialog.backup, Qt.MouseButton.LeftButton)
    beside = _opened_beside(qtbot, window)
    assert beside.library.path.name == "caucasus-2025-01-02-030405 (backup).sqlite"
    assert beside.library.count(Filter()) == 1
    assert backup.exists()
    beside.close()


def test_a_damaged_library_is_mended_and_opened(start: Start, qtbot: QtBot, other: Path) -> None:
    _damage_some(other)
    window = start()
    dialog = RefusedDialog(
        other, DamagedLibraryError("It is damaged."), window.tasks, window.memory.beside(other), window
    )
    dialog.chosen.connect(lambda path: open_library(window, path))
    dialog.show()
    qtbot.mouseClick(dialog.mend, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.mend.isHidden)
    assert "put aside" in dialog.result_words.text()
    again = next(one for one in dialog.findChildren(QPushButton) if "Open the library" in one.text())
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    beside = _opened_beside(qtbot, window)
    assert beside.library.path == other
    beside.close()


def test_a_library_found_damaged_at_work_is_closed_mended_and_opened_again(
    start: Start, qtbot: QtBot, library_file: Path
) -> None:
    window = start()
    shelf = shelf_of(window.session)
    window.hub.refuse(DamagedLibraryError("The library is damaged."))
    assert window.banner.text == "The library is damaged."
    act = next(one for one in window.banner.findChildren(QPushButton) if "repair" in one.text())
    qtbot.mouseClick(act, Qt.MouseButton.LeftButton)
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, RefusedDialog))
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: not window.isVisible() and shelf.sessions == [])
    qtbot.mouseClick(dialog.mend, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.mend.isHidden)
    assert "Nothing wrong was found." in dialog.result_words.text()
    again = next(one for one in dialog.findChildren(QPushButton) if "Open the library" in one.text())
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    (session,) = shelf.sessions
    mended = session.windows[-1]
    settle(qtbot, mended)
    assert (mended.library.path, mended.model.rowCount()) == (library_file, 3)
    shelf.quit()


def test_the_next_start_opens_what_was_open(
    start: Start, qtbot: QtBot, other: Path, own_folders: Path
) -> None:
    window = start()
    shelf = shelf_of(window.session)
    usual = Options(window.library.path)
    open_library(window, other)
    beside = _opened_beside(qtbot, window)
    shelf.quit()
    assert open_last(window.memory) == [window.library.path, other]
    options, missing, others = beginning.wanted(usual)
    assert (options.library, missing, others) == (other, None, [window.library.path])
    named = Options(own_folders / "named.sqlite", default_library=False)
    assert beginning.wanted(named) == (named, None, [])
    assert beginning.wanted(Options(usual.library, files=(other, Path("a.txt"))))[0].library == other
    other.unlink()
    assert beginning.wanted(usual)[:2] == (usual, other)
    assert not beside.isVisible()
