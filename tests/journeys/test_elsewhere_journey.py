"""A command writes into the library while a window is open on it: the window shows it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gui import elsewhere
from gui.elsewhere import Elsewhere
from gui.window import MainWindow
from store.errors import LibraryError
from store.library import Library
from tests.journeys.conftest import Start, click_row, opened, press, settle

ARTICLE = b"A fourth one\n\nThe minister of defence of Ghana, Jane Smith, received General John Doe in Accra."


@pytest.fixture
def window(start: Start, qtbot: QtBot) -> MainWindow:
    made = start()
    click_row(qtbot, made, 1)
    return made


@pytest.fixture
def looking(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Elsewhere:
    monkeypatch.setattr(elsewhere, "EVERY", 3_600_000)  # only when the test says so
    made = Elsewhere(window.session)
    settle(qtbot, window)
    return made


@pytest.fixture
def other(window: MainWindow) -> Iterator[Library]:
    """The library as another program opens it."""
    library = Library.open_existing(window.library.path)
    yield library
    library.close()


def test_what_a_command_took_in_and_deleted_is_shown(
    window: MainWindow, looking: Elsewhere, other: Library, qtbot: QtBot
) -> None:
    before = opened(window).row.id
    other.import_texts([("fourth", ARTICLE)])
    looking.look()
    settle(qtbot, window)
    assert window.model.rowCount() == 4
    assert opened(window).row.id == before
    other.delete_articles([before])
    window.session.activated(window)  # it comes to the front again
    settle(qtbot, window)
    assert window.model.rowCount() == 3
    assert window.navigator.current is None or window.navigator.current.row.id != before


def test_what_a_command_said_of_the_open_article_is_shown(
    window: MainWindow, looking: Elsewhere, other: Library, qtbot: QtBot
) -> None:
    other.set_starred([opened(window).row.id], True)
    looking.look()
    settle(qtbot, window)
    assert opened(window).row.starred


def test_what_the_window_does_itself_reads_nothing_again(
    window: MainWindow, looking: Elsewhere, qtbot: QtBot
) -> None:
    press(qtbot, window, "S")
    told: list[object] = []
    window.hub.changed.connect(lambda changes, initiator: told.append(initiator))
    looking.look()
    settle(qtbot, window)
    assert looking not in told


def test_a_library_that_cannot_be_looked_at_is_not_told_of_again_and_again(
    window: MainWindow, looking: Elsewhere, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_library: Library) -> bool:
        raise LibraryError("The library cannot be read.")

    monkeypatch.setattr(Library, "written_elsewhere", refuse)
    looking.look()
    settle(qtbot, window)
    assert window.banner.isHidden()
