"""More ways to take articles in: another encoding, the clipboard, a watched folder, files that changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gui import asking, watching
from store.model import Filter
from tests.journeys.conftest import Start, press, settle

TEXT = (
    "Minister of Foreign Affairs Jane Smith met with Ambassador John Brown number {n} in London on May {n}. "
    "The sides discussed trade between the two countries and regional security."
)


def choose(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
    names = [str(path) for path in paths]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: names[0] if names else "")


def test_import_in_another_encoding(
    start: Start, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "haber.txt"
    text = (
        "Millî Savunma Bakanı Yaşar Güler, Ankara'da konuk bakanı kabul etti; görüşmede güvenlik ele alındı."
    )
    path.write_bytes(text.encode("cp1254"))
    window = start()
    choose(monkeypatch, path)
    window.actions_["file.import_files"].trigger()
    settle(qtbot, window)
    assert "the encoding of 1 was guessed" in window.banner.text
    monkeypatch.setattr(asking, "one_of", lambda *_: "Turkish (windows-1254)")
    window.actions_["file.import_encoded"].trigger()
    settle(qtbot, window)
    (number,) = window.library.ids(Filter(query="güler"))
    opened = window.library.article(number)
    assert opened is not None
    assert opened.article.text == text
    assert window.library.count(Filter()) == 4


def test_paste_an_article(start: Start, qtbot: QtBot) -> None:
    window = start()
    QGuiApplication.clipboard().setText(TEXT.format(n=7))
    press(qtbot, window, "Ctrl+Shift+V")
    assert window.status.notice == "1 article taken in."
    (number,) = window.library.ids(Filter(query='"john brown"'))
    opened = window.library.article(number)
    assert opened is not None
    assert opened.article.key.startswith("pasted ")
    qtbot.waitUntil(lambda: window.reading.reader.opened is not None)
    assert window.navigator.current_id == number
    assert window.articles.view.current_row() is not None
    press(qtbot, window, "Ctrl+Shift+V")
    assert "skipped because the library has them already" in window.banner.text
    QGuiApplication.clipboard().clear()
    press(qtbot, window, "Ctrl+Shift+V")
    assert window.banner.text == "There is no text on the clipboard."
    QGuiApplication.clipboard().setText("hi")
    press(qtbot, window, "Ctrl+Shift+V")
    assert "1 refused" in window.banner.text


def test_a_watched_folder(
    start: Start, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "SETTLE", 20)
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "1.txt").write_text(TEXT.format(n=1), "utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    window = start()
    choose(monkeypatch, folder)
    window.actions_["file.watch"].trigger()
    assert "is watched" in window.banner.text
    qtbot.waitUntil(lambda: window.library.count(Filter()) == 4)
    settle(qtbot, window)
    (folder / "below").mkdir()
    (folder / "2.txt").write_text(TEXT.format(n=2), "utf-8")
    qtbot.waitUntil(lambda: window.library.count(Filter()) == 5, timeout=10_000)
    settle(qtbot, window)
    (folder / "below" / "3.txt").write_text(TEXT.format(n=3), "utf-8")
    qtbot.waitUntil(lambda: window.library.count(Filter()) == 6, timeout=10_000)
    settle(qtbot, window)
    assert "refused" not in window.banner.text
    assert "inbox" in window.actions_["file.watch"].text()
    window.close()
    again = start()
    again.watcher.begin()
    assert again.watcher.folder == folder
    settle(qtbot, again)
    again.actions_["file.watch"].trigger()
    assert "no longer watched" in again.banner.text
    (folder / "4.txt").write_text(TEXT.format(n=4), "utf-8")
    settle(qtbot, again)
    assert again.watcher.folder is None
    assert again.library.count(Filter()) == 6


def test_a_file_that_is_still_written_is_waited_for(
    start: Start, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "SETTLE", 40)
    folder = tmp_path / "inbox"
    folder.mkdir()
    window = start()
    taken: list[int] = []
    window.watcher.looked.connect(lambda: taken.append(window.library.count(Filter())))
    window.watcher.watch(folder)
    path, text = folder / "long.txt", TEXT.format(n=1)
    qtbot.waitUntil(lambda: len(taken) == 1)
    for end in range(len(text) - 3, len(text) + 1):  # a letter at a time, and looked at after each
        path.write_text(text[:end], "utf-8")
        with qtbot.waitSignal(window.watcher.looked):
            window.watcher._look()
        assert window.library.count(Filter()) == 3
    qtbot.waitUntil(lambda: window.library.count(Filter()) == 4)
    settle(qtbot, window)
    assert window.library.versions(4) == []  # never half of it
    window.watcher.watch(None)


def test_a_watched_folder_that_vanishes_is_told_and_waited_for(
    start: Start, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "SETTLE", 20)
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "1.txt").write_text(TEXT.format(n=1), "utf-8")
    window = start()
    window.watcher.watch(folder)
    qtbot.waitUntil(lambda: window.library.count(Filter()) == 4)
    settle(qtbot, window)
    shutil.rmtree(folder)
    qtbot.waitUntil(lambda: "is not there" in window.banner.text, timeout=10_000)
    assert window.library.count(Filter()) == 4
    assert window.watcher.folder == folder
    folder.mkdir()
    (folder / "2.txt").write_text(TEXT.format(n=2), "utf-8")
    window.watcher._look()  # as it does once a minute
    qtbot.waitUntil(lambda: window.library.count(Filter()) == 5, timeout=10_000)
    settle(qtbot, window)
    assert window.banner.isHidden() or "is not there" not in window.banner.text
    window.watcher.watch(None)


def test_a_changed_file_is_told(
    start: Start, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT.format(n=1), "utf-8")
    window = start()
    choose(monkeypatch, path)
    window.actions_["file.import_files"].trigger()
    settle(qtbot, window)
    path.write_text("Corrected. " + TEXT.format(n=1), "utf-8")
    window.actions_["file.import_files"].trigger()
    settle(qtbot, window)
    assert window.banner.text == "1 article with other words than before."
    assert window.library.count(Filter(query="corrected")) == 1
