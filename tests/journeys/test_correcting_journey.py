"""Correcting a reading: by the menu of a fact, by selected words, with undo, and over a restart."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMenu
from pytestqt.qtbot import QtBot

from gui import asking
from gui.facts.card import Value
from gui.facts.corrections import MeetingForm, OfficialForm
from gui.facts.splitting import SplitForm
from gui.window import MainWindow
from store.model import Fact, FactState, Filter, Role, Span
from tests.journeys.conftest import Start, click_row, opened, press, settle

Fill = Callable[[OfficialForm | MeetingForm], None]


@pytest.fixture
def answer(qtbot: QtBot) -> Callable[[Fill], None]:
    """Fills the next form in as a person does, and saves it."""

    def next_form(fill: Fill) -> None:
        def act() -> None:
            form = QApplication.activeModalWidget()
            assert isinstance(form, OfficialForm | MeetingForm)
            fill(form)
            form.buttons.button(QDialogButtonBox.StandardButton.Save).click()

        QTimer.singleShot(0, act)

    return next_form


def value_of(window: MainWindow, text: str) -> Value:
    sections = window.reading.facts._sections
    for section in sections:
        for card in section.cards:
            for value in (card.title, card.badge, *(value for row in card.rows for value in row.values)):
                if value is not None and value.text == text:
                    return value
    raise AssertionError(f"{text} is not among the facts: {window.reading.facts.text()}")


def choose(qtbot: QtBot, window: MainWindow, text: str, entry: str) -> None:
    """Choose an entry of the menu of a fact."""
    menu: QMenu = window.reading.facts.menu(value_of(window, text))
    (action,) = (one for one in menu.actions() if one.text().replace("&", "") == entry)
    action.trigger()
    settle(qtbot, window)


def open_one(start: Start, qtbot: QtBot) -> MainWindow:
    window = start()
    click_row(qtbot, window, 1)
    return window


def test_another_rank_and_undo(start: Start, qtbot: QtBot, answer: Callable[[Fill], None]) -> None:
    window = open_one(start, qtbot)
    name = "Ziya Cemal Kadıoğlu"
    before = opened(window).reading

    def fill(form: OfficialForm | MeetingForm) -> None:
        assert isinstance(form, OfficialForm)
        assert form.name.text() == name
        form.rank.setText("Fleet Admiral")
        form.country.setText("ge")

    answer(fill)
    choose(qtbot, window, name, "Correct this official…")
    (ruled,) = (one for one in opened(window).reading.officials if one.name == name)
    assert ruled.rank is not None
    assert (ruled.rank.value, ruled.country and ruled.country.value) == ("Fleet Admiral", "GE")
    assert value_of(window, "Fleet Admiral").state is FactState.CORRECTED
    assert value_of(window, "Fleet Admiral").was == "Army General"
    assert "Fleet Admiral" not in opened(window).article.text
    assert window.stack.undoText() == f"Correct official “{name}”"
    assert window.library.count(Filter(country="GE")) == 1
    press(qtbot, window, "Ctrl+Z")
    assert opened(window).reading == before
    press(qtbot, window, "Ctrl+Shift+Z")
    assert value_of(window, "Fleet Admiral")
    window.close()
    again = open_one(start, qtbot)
    assert value_of(again, "Fleet Admiral").state is FactState.CORRECTED


def test_another_role(start: Start, qtbot: QtBot, answer: Callable[[Fill], None]) -> None:
    window = open_one(start, qtbot)
    official = opened(window).reading.officials[0]
    assert official.role.value is Role.HOST

    def fill(form: OfficialForm | MeetingForm) -> None:
        assert isinstance(form, OfficialForm)
        form.role.setCurrentIndex(form.role.findData(Role.ATTENDEE.value))

    answer(fill)
    choose(qtbot, window, official.name, "Correct this official…")
    (ruled,) = (one for one in opened(window).reading.officials if one.name == official.name)
    assert ruled.role.value is Role.ATTENDEE
    assert value_of(window, "takes part").state is FactState.CORRECTED
    assert value_of(window, "takes part").was == "host"


def test_no_official_and_taken_back_later(start: Start, qtbot: QtBot) -> None:
    window = open_one(start, qtbot)
    name = "Ziya Cemal Kadıoğlu"
    before = opened(window).reading
    choose(qtbot, window, name, "This is no official")
    assert name not in [one.name for one in opened(window).reading.officials]
    window.close()
    again = open_one(start, qtbot)
    assert "No official" in again.reading.facts.text()
    (ruling,) = opened(again).rulings
    choose(qtbot, again, ruling.anchor.exact, "Take this correction back")
    assert opened(again).reading == before
    press(qtbot, again, "Ctrl+Z")
    assert name not in [one.name for one in opened(again).reading.officials]


def test_confirm_a_field_and_a_meeting(start: Start, qtbot: QtBot) -> None:
    window = open_one(start, qtbot)
    rank = opened(window).reading.officials[0].rank
    assert rank is not None
    choose(qtbot, window, rank.value, "Confirm the rank")
    states = opened(window).states
    assert list(states.values()) == [FactState.CONFIRMED]
    assert value_of(window, rank.value).state is FactState.CONFIRMED
    title = f"Meeting 1 of {len(opened(window).reading.meetings)}"
    choose(qtbot, window, title, "Confirm all of this meeting")
    assert opened(window).states[Fact("meeting", 0, "")] is FactState.CONFIRMED


def select(window: MainWindow, quote: str) -> None:
    at = opened(window).article.text.index(quote)
    window.reading.reader.view.select(Span(at, at + len(quote)))


def test_add_a_missing_official(start: Start, qtbot: QtBot, answer: Callable[[Fill], None]) -> None:
    window = open_one(start, qtbot)
    select(window, "Azerbaijan")

    def fill(form: OfficialForm | MeetingForm) -> None:
        assert isinstance(form, OfficialForm)
        assert form.name.text() == "Azerbaijan"
        form.name.setText("")
        form.accept()
        assert form.wrong.text() == "An official has a name."
        form.name.setText("Somebody Else")
        form.posts.setPlainText("Attaché; Embassy; tr\nAdviser")
        form.role.setCurrentIndex(form.role.findData(Role.ATTENDEE.value))

    answer(fill)
    press(qtbot, window, "Ctrl+Shift+P")
    settle(qtbot, window)
    added = opened(window).reading.officials[-1]
    assert added.name == "Somebody Else"
    assert window.reading.facts.selected == Fact("official", len(opened(window).reading.officials) - 1)
    assert [(post.title, post.organisation, post.country) for post in added.posts] == [
        ("Attaché", "Embassy", "TR"),
        ("Adviser", None, None),
    ]
    assert added.role.value is Role.ATTENDEE
    assert window.library.count(Filter(query="person:somebody")) == 1


def test_add_and_correct_a_meeting(start: Start, qtbot: QtBot, answer: Callable[[Fill], None]) -> None:
    window = open_one(start, qtbot)
    number = len(opened(window).reading.meetings)
    select(window, "Azerbaijan")

    def fill(form: OfficialForm | MeetingForm) -> None:
        assert isinstance(form, MeetingForm)
        form.date.setText("yesterday")
        form.accept()
        assert form.wrong.text() == "The date is written as 2025-12-17."
        form.date.setText("2024-12-13")
        form.people["hosts"].setText("A B; C D")
        form.parties.setText("az; tr")
        form.occasion.setText("Talks")
        form.ordinal.setText("3")
        form.topics.setText("Regional security")

    answer(fill)
    press(qtbot, window, "Ctrl+Shift+G")
    settle(qtbot, window)
    meeting = opened(window).reading.meetings[number]
    assert window.reading.facts.selected == Fact("meeting", number)
    box = window.reading.facts.canvas.box_of(Fact("meeting", number))
    assert box is not None
    assert window.reading.facts.canvas.viewport().rect().contains(box.toRect())
    assert meeting.date is not None
    assert meeting.date.value == "2024-12-13"
    assert [one.value for one in meeting.hosts] == ["A B", "C D"]
    assert [one.value for one in meeting.parties] == ["AZ", "TR"]
    assert meeting.occasion is not None
    assert (meeting.occasion.value.name, meeting.occasion.value.ordinal) == ("Talks", 3)
    assert [one.value for one in meeting.topics] == ["regional-security"]
    choose(qtbot, window, f"Meeting {number + 1} of {number + 1}", "This is no meeting")
    assert len(opened(window).reading.meetings) == number


def test_without_selected_words_nothing_is_asked(start: Start, qtbot: QtBot) -> None:
    window = open_one(start, qtbot)
    press(qtbot, window, "Ctrl+Shift+P")
    assert opened(window).rulings == ()


def test_two_people_read_as_one(start: Start, qtbot: QtBot) -> None:
    window = open_one(start, qtbot)
    name = "Zakir Hasanov"
    before = opened(window).reading
    (one,) = (official for official in before.officials if official.name == name)
    assert len(one.mentions) > 1

    def fill(form: SplitForm) -> None:
        save = form.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.click()
        assert form.wrong.text() == "Tick the words that name somebody else."
        form.words.setCurrentRow(1)
        qtbot.keyClick(form.words, Qt.Key.Key_Space)
        assert form.name.text()
        form.name.setText("Murad Hasanov")
        save.click()

    def act() -> None:
        form = QApplication.activeModalWidget()
        assert isinstance(form, SplitForm)
        try:
            fill(form)
        except BaseException:
            form.reject()  # or a failure would wait for ever
            raise

    QTimer.singleShot(0, act)
    choose(qtbot, window, name, "Two people read as one…")
    found = {official.name: official.mentions for official in opened(window).reading.officials}
    assert found["Murad Hasanov"] == one.mentions[1:2]
    assert found[name] == (one.mentions[0], *one.mentions[2:])
    assert window.stack.undoText() == f"Split “{name}”"
    assert window.library.count(Filter(person="murad hasanov")) == 1
    press(qtbot, window, "Ctrl+Z")
    assert opened(window).reading == before


def test_another_person_of_the_same_name(start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_one(start, qtbot)
    name, offered = "Zakir Hasanov", list[list[str]]()

    def other(_parent: object, _title: str, _label: str, items: list[str]) -> str:
        offered.append(items)
        return items[-1]

    monkeypatch.setattr(asking, "one_of", other)
    choose(qtbot, window, name, "Which person of this name…")
    assert offered == [[name, f"Somebody else called {name}"]]
    assert {"Zakir Hasanov (AZ)", "Zakir Hasanov (2)"} <= set(window.sidebar.model.names("person"))
    assert "told apart as 2" in window.reading.facts.text()
    window.reading.facet_chosen.emit("person", "zakir hasanov")
    settle(qtbot, window)
    assert window.shown.person == "zakir hasanov|2"
    assert window.model.rowCount() == 1
    choose(qtbot, window, name, "Which person of this name…")
    assert offered[1] == ["Zakir Hasanov (AZ)", "Zakir Hasanov (2)", f"Somebody else called {name}"]
    press(qtbot, window, "Ctrl+Z")
    press(qtbot, window, "Ctrl+Z")
    qtbot.waitUntil(lambda: name in window.sidebar.model.names("person"))
    assert opened(window).rulings == ()
