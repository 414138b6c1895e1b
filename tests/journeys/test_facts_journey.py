"""Working through the facts by keys and mouse: put right in place, confirm, take out, and back again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QMenu, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui.facts.canvas import FactsCanvas, fact_of
from gui.facts.corrections import OfficialForm
from gui.facts.editor import FieldEditor
from gui.window import MainWindow
from store.model import Fact, FactState, Official, Span
from tests.journeys.conftest import Start, click_row, opened, press, settle

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(start: Start, qtbot: QtBot) -> MainWindow:
    made = start()
    click_row(qtbot, made, 1)
    made.reading.facts.setFocus(Qt.FocusReason.ShortcutFocusReason)
    return made


@pytest.fixture
def go(window: MainWindow, qtbot: QtBot) -> Callable[[Fact], FactsCanvas]:
    """Goes to a fact with the arrow keys."""

    def by_arrows(fact: Fact) -> FactsCanvas:
        canvas = window.reading.facts.canvas
        qtbot.keyClick(canvas, Key.Key_Home)
        while canvas.current is not None and fact_of(canvas.current) != fact:
            before = canvas.current
            qtbot.keyClick(canvas, Key.Key_Right)
            assert canvas.current is not before, f"{fact} cannot be reached"
        return canvas

    return by_arrows


def person(window: MainWindow, name: str) -> Official:
    (found,) = (one for one in opened(window).reading.officials if one.name == name)
    return found


def editor(window: MainWindow) -> QLineEdit | QPlainTextEdit:
    """The editor that has the keyboard."""
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit | QPlainTextEdit)
    assert window.reading.facts.isAncestorOf(line)
    return line


def rewrite(qtbot: QtBot, window: MainWindow, text: str) -> None:
    """Type over what is in the editor."""
    line = editor(window)
    line.selectAll()
    qtbot.keyClicks(line, text)


def test_a_rank_is_put_right_where_it_stands(
    window: MainWindow, go: Callable[[Fact], FactsCanvas], qtbot: QtBot
) -> None:
    rank, name = Fact("official", 1, "rank"), opened(window).reading.officials[1].name
    canvas = go(rank)
    qtbot.keyClick(canvas, Key.Key_E)
    assert editor(window).property("text") == "Army General"
    rewrite(qtbot, window, "Admiral")
    qtbot.keyClick(editor(window), Key.Key_Escape)
    settle(qtbot, window)
    assert opened(window).rulings == ()
    assert canvas.hasFocus()
    qtbot.keyClick(canvas, Key.Key_E)
    rewrite(qtbot, window, "Admiral")
    qtbot.keyClick(editor(window), Key.Key_Return)
    settle(qtbot, window)
    found = person(window, name).rank
    assert found is not None
    assert found.value == "Admiral"
    assert opened(window).states == {rank: FactState.CORRECTED}
    assert canvas.hasFocus()
    assert canvas.current is not None
    assert fact_of(canvas.current) == rank
    assert canvas.current.value is not None
    assert canvas.current.value.was == "Army General"
    assert window.stack.undoText() == f"Correct rank of “{name}”"
    press(qtbot, window, "Ctrl+Z")
    assert opened(window).states == {}


def test_a_role_is_chosen_from_a_menu(
    window: MainWindow, go: Callable[[Fact], FactsCanvas], qtbot: QtBot
) -> None:
    canvas = go(Fact("official", 0, "role"))
    qtbot.keyClick(canvas, Key.Key_E)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.activeAction().text() == "Host"
    qtbot.keyClick(menu, Key.Key_Down)
    qtbot.keyClick(menu, Key.Key_Return)
    settle(qtbot, window)
    assert opened(window).reading.officials[0].role.value == "guest"
    assert opened(window).states == {Fact("official", 0, "role"): FactState.CORRECTED}


def test_a_double_click_puts_posts_right_line_by_line(window: MainWindow, qtbot: QtBot) -> None:
    canvas, fact = window.reading.facts.canvas, Fact("official", 0, "posts")
    before = opened(window).reading.officials[0].posts[0]
    canvas.choose(fact)
    box = canvas.box_of(fact)
    assert box is not None
    qtbot.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    line = editor(window)
    assert isinstance(line, QPlainTextEdit)
    qtbot.keyClick(line, Key.Key_Return, SHIFT)
    qtbot.keyClicks(line, "Chairman; Military Council; Nowhereland")
    qtbot.keyClick(line, Key.Key_Return)
    (box_of_line,) = window.reading.facts.findChildren(FieldEditor)
    assert "is no country" in box_of_line.told.text()
    assert line.hasFocus()
    for _ in "Nowhereland":
        qtbot.keyClick(line, Key.Key_Backspace)
    qtbot.keyClicks(line, "azerbaijan")
    qtbot.keyClick(line, Key.Key_Return)
    settle(qtbot, window)
    first, second = opened(window).reading.officials[0].posts
    assert first == before
    assert (second.title, second.organisation, second.country) == ("Chairman", "Military Council", "AZ")
    states = {
        cell.text: cell.value.state
        for cell in canvas.live
        if cell.value and fact_of(cell) in (fact, _second(fact))
    }
    assert set(states.values()) == {FactState.CONFIRMED, FactState.CORRECTED}


def _second(fact: Fact) -> Fact:
    return Fact(fact.kind, fact.index, fact.field, 1)


def test_what_is_not_stated_can_be_said(
    window: MainWindow, go: Callable[[Fact], FactsCanvas], qtbot: QtBot
) -> None:
    meeting = opened(window).reading.meetings[0]
    field = next(name for name in ("attendees", "venue", "occasion") if not getattr(meeting, name))
    canvas = go(Fact("meeting", 0, field))
    qtbot.keyClick(canvas, Key.Key_Return)
    assert "press E" in window.statusBar().currentMessage()
    qtbot.keyClick(canvas, Key.Key_E)
    rewrite(qtbot, window, "Irfan Ozsert; Karim Valiyev")
    qtbot.keyClick(editor(window), Key.Key_Tab)
    settle(qtbot, window)
    assert getattr(opened(window).reading.meetings[0], field)
    assert canvas.current is not None
    assert canvas.current.value is not None
    assert canvas.current.value.was == "not stated"


def test_a_name_is_completed_and_a_date_must_be_one(
    window: MainWindow, go: Callable[[Fact], FactsCanvas], qtbot: QtBot
) -> None:
    canvas = go(Fact("official", 0, "country"))
    qtbot.keyClick(canvas, Key.Key_F2)
    line = editor(window)
    line.selectAll()
    qtbot.keyClicks(line, "geor")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(popup, Key.Key_Down)
    qtbot.keyClick(popup, Key.Key_Return)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert isinstance(line, QLineEdit)
    assert line.text() == "Georgia"
    qtbot.keyClick(line, Key.Key_Return)
    settle(qtbot, window)
    country = opened(window).reading.officials[0].country
    assert country is not None
    assert country.value == "GE"
    canvas = go(Fact("meeting", 0, "date"))
    qtbot.keyClick(canvas, Key.Key_E)
    rewrite(qtbot, window, "yesterday")
    qtbot.keyClick(editor(window), Key.Key_Return)
    rewrite(qtbot, window, "3 March 2024")
    qtbot.keyClick(editor(window), Key.Key_Return)
    settle(qtbot, window)
    date = opened(window).reading.meetings[0].date
    assert date is not None
    assert date.value == "2024-03-03"


def test_what_is_written_when_another_article_comes_is_about_the_one_before(
    window: MainWindow, go: Callable[[Fact], FactsCanvas], qtbot: QtBot
) -> None:
    number = opened(window).row.id
    qtbot.keyClick(go(Fact("official", 0, "rank")), Key.Key_E)
    rewrite(qtbot, window, "Marshal")
    press(qtbot, window, "J")
    assert opened(window).row.id != number
    assert opened(window).rulings == ()
    before = window.library.article(number)
    assert before is not None
    assert [one.value for one in before.rulings] == ["Marshal"]


def test_confirm_by_keys_a_field_and_the_whole(
    window: MainWindow, go: Callable[[Fact], FactsCanvas], qtbot: QtBot
) -> None:
    rank = Fact("official", 0, "rank")
    canvas = go(rank)
    qtbot.keyClick(canvas, Key.Key_C)
    settle(qtbot, window)
    assert opened(window).states == {rank: FactState.CONFIRMED}
    qtbot.keyClick(canvas, Key.Key_C)
    assert "confirmed or corrected already" in window.statusBar().currentMessage()
    assert len(opened(window).rulings) == 1
    qtbot.keyClick(canvas, Key.Key_C, SHIFT)
    settle(qtbot, window)
    states = opened(window).states
    assert {states[Fact("official", 0, name)] for name in ("", "name", "posts", "country", "role")} == {
        FactState.CONFIRMED
    }
    name = opened(window).reading.officials[0].name
    assert window.stack.undoText() == f"Confirm official “{name}”"
    assert "confirmed" in window.reading.facts.bar.legend.told


def test_no_official_by_a_key_with_undo_in_the_notice(
    window: MainWindow, go: Callable[[Fact], FactsCanvas], qtbot: QtBot
) -> None:
    name = opened(window).reading.officials[1].name
    qtbot.keyClick(go(Fact("official", 1, "rank")), Key.Key_Delete)
    settle(qtbot, window)
    assert name not in [one.name for one in opened(window).reading.officials]
    assert window.status.notice == f"“{name}” is no official any more."
    qtbot.mouseClick(window.status.undo, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert name in [one.name for one in opened(window).reading.officials]
    assert window.status.undo.isHidden()


def test_one_of_a_list_is_taken_out(
    window: MainWindow, go: Callable[[Fact], FactsCanvas], qtbot: QtBot
) -> None:
    meeting = opened(window).reading.meetings[0]
    canvas = go(Fact("meeting", 0, "topics", 1))
    qtbot.keyClick(canvas, Key.Key_Backspace)
    settle(qtbot, window)
    assert opened(window).reading.meetings[0].topics == (meeting.topics[0], *meeting.topics[2:])
    qtbot.keyClick(go(Fact("official", 0, "role")), Key.Key_Backspace)
    assert "cannot be empty" in window.statusBar().currentMessage()
    assert len(opened(window).rulings) == 1


def test_only_what_is_in_view_is_confirmed(window: MainWindow, qtbot: QtBot) -> None:
    canvas = window.reading.facts.canvas
    seen = canvas.seen()
    everything = {fact_of(cell) for cell in canvas.live}
    assert 3 < len(seen) < len(everything) / 2
    port = canvas.viewport().rect()
    shown = [
        cell for cell in canvas.live if port.contains(cell.text_box.toAlignedRect().adjusted(1, 1, -1, -1))
    ]
    assert {fact_of(cell) for cell in shown} >= set(seen)
    press(qtbot, window, "F7")
    assert {state.value for state in opened(window).states.values()} == {"confirmed"}
    assert len(opened(window).states) == len(seen)
    assert window.status.notice == f"{len(seen)} facts in view confirmed."
    assert window.stack.undoText() == f"Confirm {len(seen)} facts in view"
    assert f"{len(seen)} confirmed" in window.reading.facts.bar.legend.told
    press(qtbot, window, "F7")
    assert window.statusBar().currentMessage() == "Nothing in view is left to be confirmed."
    canvas.verticalScrollBar().setValue(canvas.viewport().height())
    press(qtbot, window, "F7")
    assert len(opened(window).states) > len(seen)
    press(qtbot, window, "Ctrl+Z")
    assert len(opened(window).states) == len(seen)
    press(qtbot, window, "Ctrl+Z")
    assert opened(window).rulings == ()


def _of_topics(fact: Fact | None) -> bool:
    return fact is not None and (fact.kind, fact.index, fact.field) == ("meeting", 0, "topics")


def test_a_list_that_is_partly_in_view_is_not_confirmed(window: MainWindow) -> None:
    canvas = window.reading.facts.canvas
    topics = [cell for cell in canvas.live if _of_topics(fact_of(cell))]
    bar = canvas.verticalScrollBar()
    bar.setValue(round(topics[0].box.bottom()) + 1)  # the first line of them has just left
    lines = {round(cell.box.top()) for cell in topics}
    assert len(lines) > 1
    assert Fact("meeting", 0, "topics") not in canvas.seen()
    bar.setValue(round(topics[0].box.top()) - 5)
    assert topics[-1].box.bottom() <= bar.value() + canvas.viewport().height()
    assert Fact("meeting", 0, "topics") in canvas.seen()


def test_every_letter_is_in_the_menu_of_a_fact_and_in_the_menu_bar(
    window: MainWindow, go: Callable[[Fact], FactsCanvas], qtbot: QtBot
) -> None:
    canvas = go(Fact("official", 0, "rank"))
    assert canvas.current is not None
    facts = window.reading.facts
    keys = {entry.shortcut().toString() for entry in facts.menu(canvas.current.value).actions()}
    assert {"Return", "E", "Shift+E", "C", "Shift+C", "Backspace", "Del", "F7"} <= keys
    window.actions_["fact.confirm"].trigger()
    settle(qtbot, window)
    assert opened(window).states == {Fact("official", 0, "rank"): FactState.CONFIRMED}
    facts.canvas.show_sections(())
    window.actions_["fact.confirm"].trigger()
    assert "Choose a fact first" in window.statusBar().currentMessage()


def test_without_selected_words_it_is_said_what_to_do(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, "Ctrl+Shift+G")
    assert window.statusBar().currentMessage() == "Select some words first."
    window.reading.facts.addition_wanted.emit("meeting")
    assert window.statusBar().currentMessage() == "Select the words that tell of the meeting first."


def test_corrections_that_are_listed_are_taken_back_by_a_key(
    window: MainWindow, go: Callable[[Fact], FactsCanvas], qtbot: QtBot
) -> None:
    qtbot.keyClick(go(Fact("official", 0, "rank")), Key.Key_Backspace)
    settle(qtbot, window)
    (made,) = opened(window).rulings
    qtbot.keyClick(go(Fact("ruling", made.id)), Key.Key_Delete)
    settle(qtbot, window)
    assert opened(window).rulings == ()


def copied() -> str:
    return QApplication.clipboard().text()


def test_facts_are_copied_as_text_markdown_and_csv(
    window: MainWindow, go: Callable[[Fact], FactsCanvas], qtbot: QtBot
) -> None:
    name, rank = opened(window).reading.officials[1].name, Fact("official", 1, "rank")
    canvas = go(rank)
    qtbot.keyClick(canvas, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert copied() == "Army General"

    def copy(what: str, form: str) -> str:
        window.actions_[f"fact.copy.{what}.{form}"].trigger()
        return copied()

    assert copy("one", "text") == f"{name}, rank: Army General\n"
    assert window.statusBar().currentMessage() == "Copied the fact as text."
    assert copy("one", "markdown").startswith(f"**Rank** of {name}: Army General")
    assert f",official,2,{name},rank,Army General,as read,," in copy("one", "csv")
    assert QApplication.clipboard().mimeData().hasFormat("text/csv")
    assert copy("whole", "text").startswith(f"{name} (guest)\n  Rank: Army General\n")
    assert copy("whole", "markdown").startswith(f"### {name} (guest)\n\n- **Rank:** Army General")
    assert copy("whole", "csv").count("\n") == 1
    everything = copy("all", "csv")
    assert everything.startswith(
        "article,published,outlet,heading,subject,number,of,field,value,state,was,words"
    )
    assert everything.count("\n") > len(canvas.live) * 0.7
    assert "## Meeting 2\n" in copy("all", "markdown")
    assert copy("all", "text").startswith("HOST SIDE\n")
    go(Fact("meeting", 0))
    assert copy("one", "text").startswith("Meeting 1 of ")
    go(Fact("statement", 0))
    assert copy("one", "text").count("\n") == 1
    window.actions_["fact.copy.whole.csv"].trigger()
    assert "of no official" in window.statusBar().currentMessage()


def test_the_menu_of_a_fact_copies_it_its_whole_and_all(
    window: MainWindow, go: Callable[[Fact], FactsCanvas]
) -> None:
    canvas = go(Fact("meeting", 0, "date"))
    assert canvas.current is not None
    menu = window.reading.facts.menu(canvas.current.value)
    inner = {entry.text(): entry.menu() for entry in menu.actions() if entry.menu() is not None}
    assert [title.replace("&", "") for title in inner] == [
        "Copy this fact as",
        "Copy this meeting as",
        "Copy all facts as",
    ]
    one = inner["Copy this fact as"]
    assert isinstance(one, QMenu)
    assert [entry.text() for entry in one.actions()] == ["&Text", "&Markdown", "&CSV row"]
    one.actions()[0].trigger()
    assert copied() == "Meeting 1 of 3, date: 12 December 2024\n"


def test_where_nobody_was_found_selected_words_are_added(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    rain = tmp_path / "rain.txt"
    rain.write_text("It rained all day in the hills.\n\nAda Bell came to see the river.\n", "utf-8")
    window.import_paths([rain])
    settle(qtbot, window)
    window.open_named("rain")
    settle(qtbot, window)
    facts = window.reading.facts
    assert opened(window).reading.officials == ()
    assert not facts.canvas.isVisible()
    official, meeting = (button for button in facts.findChildren(QPushButton) if button.isVisible())
    qtbot.mouseClick(official, Qt.MouseButton.LeftButton)
    assert "Select the words that name the official first." in window.statusBar().currentMessage()
    window.reading.reader.view.select(Span(*_place(window, "Ada Bell")))
    QTimer.singleShot(0, _save_form)
    qtbot.mouseClick(official, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert [one.name for one in opened(window).reading.officials] == ["Ada Bell"]
    assert facts.canvas.isVisible()
    assert facts.bar.legend.told == "2 corrected"  # the name and the role
    press(qtbot, window, "Ctrl+Z")
    assert meeting.isVisible()


def _place(window: MainWindow, quote: str) -> tuple[int, int]:
    start = opened(window).article.text.index(quote)
    return start, start + len(quote)


def _save_form() -> None:
    form = QApplication.activeModalWidget()
    assert isinstance(form, OfficialForm)
    form.buttons.button(QDialogButtonBox.StandardButton.Save).click()


def test_what_was_confirmed_as_a_whole_is_taken_back_as_a_whole(
    window: MainWindow, go: Callable[[Fact], FactsCanvas], qtbot: QtBot
) -> None:
    canvas = go(Fact("official", 0, "rank"))
    qtbot.keyClick(canvas, Key.Key_C, SHIFT)
    settle(qtbot, window)
    assert canvas.current is not None
    entries = {entry.text(): entry for entry in window.reading.facts.menu(canvas.current.value).actions()}
    entries["&Take this confirmation of the whole back"].trigger()
    settle(qtbot, window)
    assert opened(window).states == {}


def test_two_meetings_are_not_told_by_the_same_words(window: MainWindow, qtbot: QtBot) -> None:
    told = opened(window).reading.meetings[0].evidence.spans[0]
    window.reading.reader.view.select(told)
    press(qtbot, window, "Ctrl+Shift+G")
    assert "tell of a meeting already" in window.statusBar().currentMessage()
    assert opened(window).rulings == ()
