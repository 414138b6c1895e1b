"""The window looks after the library without a word."""

from __future__ import annotations

import datetime

from pytestqt.qtbot import QtBot

from store.library import Library
from store.model import Filter
from tests.journeys.conftest import Start, settle


def test_the_backup_of_the_day(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.imports.back_up()
    settle(qtbot, window)
    folder = window.library.backups.folder()
    (copy,) = folder.iterdir()
    assert copy.name == f"library-{datetime.date.today().isoformat()}.sqlite"
    kept = Library.open(copy)
    kept.reread()
    assert kept.count(Filter()) == 3
    kept.close()
    copy_time = copy.stat().st_mtime_ns
    window.imports.back_up()
    settle(qtbot, window)
    assert list(folder.iterdir()) == [copy]
    assert copy.stat().st_mtime_ns == copy_time
    assert window.banner.isHidden()


def test_a_backup_that_cannot_be_made_is_told(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.library.backups.folder().write_text("in the way")
    window.imports.back_up()
    qtbot.waitUntil(lambda: not window.banner.isHidden())
    assert "cannot be made" in window.banner.text
    assert window.library.count(Filter()) == 3
