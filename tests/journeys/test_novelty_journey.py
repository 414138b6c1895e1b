"""What is new, on the words of the article that is read."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from gui.across.novelties import CHANGED, NEW, NEW_INSIDE, NEW_SENTENCE, Novelties
from gui.window import MainWindow
from store.across.across import Across
from store.across.novelty import Kind, Novelty
from store.across.page import Page
from store.errors import LibraryError
from tests.journeys.conftest import Start, opened, press, settle


def _turn_on(qtbot: QtBot, window: MainWindow) -> Novelties:
    press(qtbot, window, "F4")
    made = window.reading.column.findChild(Novelties)
    assert made is not None
    return made


def _words(window: MainWindow, look: object) -> list[str]:
    """The words that have a look."""
    view = window.reading.reader.view
    return [view.map.quote(view.map.span(s.start, s.end)) for s in view.marks.layers if s.look is look]


def test_new_words_are_marked_and_formulas_dimmed_until_it_is_turned_off(start: Start, qtbot: QtBot) -> None:
    window = start()
    view = window.reading.reader.view
    before = list(view.marks.layers)
    made = _turn_on(qtbot, window)
    assert made.bar.isVisible()
    assert "5 new sentences" in made.bar.label.text()
    assert any("Organization of Turkic States" in words for words in _words(window, NEW_INSIDE))
    assert any(words.startswith("Moreover") for words in _words(window, NEW_SENTENCE))
    alone = {"headed", "turn", "grounded"}  # that no earlier article has such a word tells nothing
    assert not alone & {*_words(window, NEW), *_words(window, NEW_INSIDE)}
    assert _words(window, CHANGED)
    assert view.bright is not None
    dimmed = opened(window).article.text.index("Turkish Martyrs' Cemetery")
    assert not any(start <= dimmed < end for start, end in view.bright)
    assert not window.reading.reader.legend.isVisible()
    press(qtbot, window, "F4")
    assert list(view.marks.layers) == before
    assert view.bright is None
    assert not made.bar.isVisible()
    assert window.reading.reader.legend.isVisible()


def test_it_goes_along_from_article_to_article_and_is_kept(start: Start, qtbot: QtBot) -> None:
    window = start()
    made = _turn_on(qtbot, window)
    assert made.novelty is not None
    first = made.novelty.article
    press(qtbot, window, "J")
    assert made.novelty.article == opened(window).row.id != first
    press(qtbot, window, "J")
    assert "no earlier article" in made.bar.label.text()
    assert window.reading.reader.view.bright is None
    window.close()
    again = start(samples=False)
    assert again.actions_["view.new"].isChecked()
    assert again.reading.column.findChild(Novelties) is not None


def test_a_changed_sentence_says_what_was_and_leads_there(start: Start, qtbot: QtBot) -> None:
    window = start()
    made = _turn_on(qtbot, window)
    assert made.novelty is not None
    (changed,) = made.novelty.of_kind(Kind.CHANGED)
    view = window.reading.reader.view
    position = view.map.position(changed.span.start + 4)
    view.reveal(position, position + 1)
    view.hinted.emit(QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(), QPoint()), position)
    assert made.card is not None
    assert "The meeting discussed prospects" in made.card.text
    menu = QMenu(window)
    window.reading.reader.menu_offered.emit(menu, position)
    go, compare = menu.actions()
    assert changed.nearest is not None
    assert "6 Dec 2023" in go.text()
    number = made.novelty.article
    compare.trigger()
    settle(qtbot, window)
    assert window.navigator.page == f"compare {changed.nearest.article}+{number}"
    press(qtbot, window, "Alt+Left")
    go.trigger()
    settle(qtbot, window)
    assert opened(window).row.id == changed.nearest.article
    assert window.reading.reader.view.glowing


def test_against_what_is_chosen_told_and_kept(start: Start, qtbot: QtBot) -> None:
    window = start()
    made = _turn_on(qtbot, window)
    assert made.bar.against_button.accessibleName() == "What is new, against all earlier articles"
    menu = made.bar.against_button.menu()
    assert menu is not None
    texts = [action.text().replace("&", "") for action in menu.actions()]
    assert texts == ["All earlier articles", "This series", "This pair"]
    menu.actions()[1].trigger()
    settle(qtbot, window)
    assert made.novelty is not None
    assert (made.novelty.scope, made.novelty.earlier) == ("series", 1)
    assert made.bar.against_button.accessibleName() == "What is new, against this series"
    assert "1 earlier article" in made.bar.label.toolTip()
    number = opened(window).row.id
    made.bar.page_button.click()
    settle(qtbot, window)
    assert window.navigator.page == f"new {number} series"
    press(qtbot, window, "Alt+Left")
    press(qtbot, window, "J")  # 2024: of no series
    assert made.bar.against_button.accessibleName() == "What is new, against all (of no series)"
    press(qtbot, window, "J")
    assert "no earlier article of this series" in made.bar.label.text()
    window.close()
    again = start(samples=False)
    assert again.actions_["view.new_against.series"].isChecked()


def test_to_choose_against_what_shows_it(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.actions_["view.new_against.pair"].trigger()
    settle(qtbot, window)
    assert window.actions_["view.new"].isChecked()
    made = window.reading.column.findChild(Novelties)
    assert made is not None
    assert made.novelty is not None
    assert (made.novelty.scope, made.novelty.earlier) == ("pair", 2)


def _wait_until_cancelled(under: Callable[[], bool]) -> None:
    waiting = Event()
    while not under():
        waiting.wait(0.005)


def test_it_can_be_stopped_and_asked_again(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    found = Across.novelty_of

    def slow(across: Across, article: int, scope: str, under: Callable[[], bool]) -> Novelty | None:
        _wait_until_cancelled(under)
        return found(across, article, scope)

    with monkeypatch.context() as patch:
        patch.setattr(Across, "novelty_of", slow)
        window.actions_["view.new"].trigger()
        made = window.reading.column.findChild(Novelties)
        assert made is not None
        qtbot.waitUntil(lambda: any(job.running for job in window.session.jobs.shown))
        assert window.session.jobs.names == ["Looking for what is new"]
        assert made.bar.label.text().startswith("Looking through")
        window.session.jobs.cancel_all()
        settle(qtbot, window)
        assert made.bar.label.text().startswith("Stopped")
        assert window.reading.reader.view.bright is None
    window.actions_["view.new_against.all"].trigger()
    settle(qtbot, window)
    assert "5 new sentences" in made.bar.label.text()


def test_of_an_article_that_is_gone_nothing_is_shown(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()

    def gone(across: Across, article: int, scope: str, under: Callable[[], bool]) -> None:
        raise LibraryError("This article is no longer in the library.")

    monkeypatch.setattr(Across, "novelty_of", gone)
    made = _turn_on(qtbot, window)
    assert not made.is_reading
    assert made.bar.label.text() == ""
    assert window.reading.reader.view.bright is None


def test_a_page_that_takes_long_can_be_stopped_and_read_again(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()

    def slow(across: Across, article: int, scope: str, under: Callable[[], bool]) -> Page:
        _wait_until_cancelled(under)
        return Page("Half of it")

    with monkeypatch.context() as patch:
        patch.setattr(Across, "novelty_page", slow)
        window.actions_["across.new"].trigger()
        qtbot.waitUntil(lambda: any(job.running for job in window.session.jobs.shown))
        window.session.jobs.cancel_all()
        settle(qtbot, window)
    pane = window.reading.column.page
    assert pane is not None
    again = next(one for one in pane.findChildren(QPushButton) if one.isVisible())
    assert again.text() == "&Read it again"
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert not again.isVisible()
    assert "Compared with 2 earlier articles" in pane.view.toPlainText()


def test_focus_goes_before_and_gives_back(start: Start, qtbot: QtBot) -> None:
    window = start()
    _turn_on(qtbot, window)
    view = window.reading.reader.view
    dimmed = view.bright
    press(qtbot, window, "F8")
    assert view.bright != dimmed
    press(qtbot, window, "F8")
    assert view.bright == dimmed
    assert window.reading.reader.focusing.leave() is False
    assert view.bright == dimmed


def test_the_bar_leads_to_the_page(start: Start, qtbot: QtBot) -> None:
    window = start()
    made = _turn_on(qtbot, window)
    number = opened(window).row.id
    made.bar.page_button.click()
    settle(qtbot, window)
    assert window.navigator.page == f"new {number}"
    press(qtbot, window, "Alt+Left")
    assert made.bar.isVisible()
    made.bar.close_button.click()
    assert not window.actions_["view.new"].isChecked()
    assert not made.bar.isVisible()


def test_pictures_leave_nothing_of_it(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.remember_nothing()
    _turn_on(qtbot, window)
    assert not window.memory.flag("what_is_new", False)


def test_both_sides_show_it(start: Start, qtbot: QtBot) -> None:
    window = start(size=(1700, 900))
    _turn_on(qtbot, window)
    press(qtbot, window, "Ctrl+\\")
    settle(qtbot, window)
    for column in window.reading.columns.all:
        made = column.findChild(Novelties)
        assert made is not None
        assert made.novelty is not None


@pytest.mark.parametrize(("width", "said"), [(1280, "against…"), (1920, "against all earlier articles")])
def test_how_much_is_new_is_said_before_against_what(
    start: Start, qtbot: QtBot, width: int, said: str
) -> None:
    bar = _turn_on(qtbot, start(size=(width, 800))).bar
    qtbot.waitUntil(lambda: "new sentences" in bar.label.text() and bar.against_button.text() == said)
    assert "against all earlier articles" in bar.against_button.toolTip()
