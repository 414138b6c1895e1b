"""The card of a mark: who it is here and elsewhere, why and how sure; by pointer and by key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from gui.hub import Hub
from gui.operations.desk import Desk
from gui.reader.cards import LOOKING, NOWHERE, Block, Known, as_html, as_text, blocks
from gui.reader.people import PeopleKnown
from gui.tasks import Job
from store.errors import StoreError
from store.marks import marks
from store.model import (
    Article,
    Changes,
    Choice,
    Dossier,
    Fact,
    FactState,
    Held,
    MarkKind,
    Official,
    OpenArticle,
    Reading,
)
from tests.fabricated import crowd, opened, second, words
from tests.gui.fakes import undo_stack
from tests.gui.reader.conftest import Stage
from tests.gui.reader.test_pane import note

HASANOV = Dossier(
    "zakir hasanov",
    "Zakir Hasanov",
    (Choice("zakir hasanov", "Zakir Hasanov", 3), Choice("z hasanov", "Z. Hasanov", 1)),
    (),
    (Held("Colonel General", "2023-12-06", "2025-12-17", (1, 2)),),
    (
        Held("Minister of Defense", "2025-12-17", "2025-12-17", (1,)),
        Held("Defense Minister", "2023-12-06", "2024-12-12", (2, 3)),
    ),
    3,
    (),
    "2023-12-06",
    "2025-12-17",
)


def shown() -> OpenArticle:
    return opened(*second())


def of(label: str, article: OpenArticle, known: Known | None = None) -> list[Block]:
    """What is told of the mark whose label begins so."""
    mark = next(m for m in marks(article.article, article.reading) if m.label.startswith(label))
    return blocks(article, [mark], [], (lambda _official: known) if known is not None else None)


def test_a_person_with_posts_here_and_elsewhere() -> None:
    (block,) = of("Official: Zakir Hasanov", shown(), Known(HASANOV))
    assert block.title == "Zakir Hasanov"
    assert block.about == "host · Azerbaijan"
    assert block.rows == (
        ("Rank", "Colonel General"),
        ("Post", "Minister of Defense"),
        ("Articles", "3 (6 Dec 2023 to 17 Dec 2025)"),
        ("Also", "Z. Hasanov"),
        ("Elsewhere", "Defense Minister (6 Dec 2023 to 12 Dec 2024)"),
        ("Elsewhere", "Colonel General (6 Dec 2023 to 17 Dec 2025)"),
    )
    assert block.reasons == ("Rule: after rank (name) · 97 % sure",)


def test_what_a_person_said_is_told() -> None:
    (block,) = of("Official: Levent", shown())
    assert block.rows[-1][0] == "Said"
    assert block.rows[-1][1].startswith("(note) “ties between the two countries are grounded")


def test_what_is_not_stated_is_told_so() -> None:
    (block,) = of("Official: Heydar Aliyev", shown(), Known())
    assert block.rows == (("Rank", "not stated"), ("Post", "not stated"), ("Elsewhere", NOWHERE))
    html = as_html([block], "#777777")
    assert html.count("<i style='color: #777777'>not stated</i>") == 2
    (block,) = of("Official: Heydar Aliyev", shown(), Known(looking=True))
    assert block.rows[-1] == ("Elsewhere", LOOKING)


def test_marks_of_one_person_share_a_block_and_every_reason() -> None:
    article = shown()
    found = [
        m for m in marks(article.article, article.reading) if m.fact.kind == "official" and m.fact.index == 1
    ]
    (block,) = blocks(article, found, [])
    assert block.title == "Levent Ergün"
    assert set(block.reasons) == {
        "Rule: after rank (name) · 97 % sure",
        "Rank, rule: before name (rank) · 90 % sure",
        "Post, rule: before name (post) · 90 % sure",
    }


def test_a_meeting_a_statement_and_other_facts() -> None:
    (meeting,) = of("Meeting:", shown())
    assert dict(meeting.rows)["Guests"] == "Levent Ergün"
    assert dict(meeting.rows)["Occasion"] == "17th Azerbaijan-Türkiye High-Level Military Dialogue"
    assert dict(of("Meeting", opened(*crowd(6, 1)))[0].rows)["Occasion"] == "not stated"
    (said,) = of("Statement", shown())
    assert said.about == "guest · Türkiye"
    (date,) = of("Date of", shown())
    assert date == Block("Date of the meeting: 2025-12-17", "", (), ("Rule: dateline (date) · 90 % sure",))


def test_what_the_person_confirmed_is_told() -> None:
    article = replace(shown(), states={Fact("official", 0, "rank"): FactState.CONFIRMED})
    (block,) = of("Rank: Colonel", article)
    assert block.reasons[0].endswith("confirmed by you")


def test_cards_are_safe_whatever_the_article_says() -> None:
    text = "<script>alert(1)</script> Ergün"
    mine = note(text, "<script>", note="<b>bold</b>")
    told = blocks(opened(Article("x", text), Reading(), (mine,)), [], [mine])
    html = as_html([*told, Block("<i>", "<u>", (("<p>", "<q>"),), ("<s>",))], "#000000")
    assert "&lt;b&gt;bold" in html
    for tag in ("<script>", "<i>", "<u>", "<p>", "<q>", "<s>"):
        assert tag not in html
    assert as_html([], "#000000") == ""
    assert as_text(told) == "Your note; : <b>bold</b>; : #visit"


# -- in the pane


def rest(stage: Stage, quote: str, nth: int = 0) -> None:
    """Let the pointer rest on words."""
    place = stage.point_of(quote, nth)
    port = stage.pane.view.viewport()
    QApplication.sendEvent(port, QHelpEvent(QHelpEvent.Type.ToolTip, place, port.mapToGlobal(place)))


def test_the_pointer_brings_the_card_and_takes_it_away(stage: Stage) -> None:
    rest(stage, "Levent Ergün", nth=1)
    told = stage.pane.cards.text
    assert "Levent Ergün" in told
    assert "after rank" in told
    assert "97 %" in told
    port = stage.pane.view.viewport()
    stage.qtbot.mouseMove(port, stage.point_of("Levent Ergün", 1, inside=3))
    assert stage.pane.cards.is_shown
    QApplication.sendEvent(port, QEvent(QEvent.Type.Leave))
    assert not stage.pane.cards.is_shown
    rest(stage, "comprehensive")
    assert not stage.pane.cards.is_shown


def test_a_key_shows_the_card_of_the_chosen_mark(stage: Stage) -> None:
    view = stage.pane.view
    view.setFocus()
    stage.qtbot.keyClick(view, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert stage.notices[-1] == "Click a mark first, or go to one with Ctrl+Down."
    stage.click("Zakir Hasanov")
    assert not stage.pane.cards.is_shown
    stage.qtbot.keyClick(view, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert "Zakir Hasanov" in stage.pane.cards.text
    stage.qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not stage.pane.cards.is_shown
    stage.pane.set_focusing(True)
    stage.qtbot.keyClick(view, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    stage.qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert stage.pane.focusing.focus is not None  # the first Esc was for the card
    stage.qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert stage.pane.focusing.focus is None


def test_stepping_shows_cards_and_scrolling_takes_them_away(stage: Stage) -> None:
    stage.pane.step_mark(1)
    stage.pane.step_mark(1)
    assert "Date of the meeting" in stage.pane.cards.text
    stage.qtbot.keyClick(stage.pane.view, Qt.Key.Key_Space)
    assert not stage.pane.cards.is_shown


def test_the_card_stays_on_the_screen(stage: Stage) -> None:
    stage.pane.show_kinds([MarkKind.OFFICIAL])
    screen = stage.pane.screen().availableGeometry()
    stage.pane.move(screen.right() - 200, screen.bottom() - 300)
    for _ in range(7):
        stage.pane.step_mark(1)
        card = stage.pane.cards._card
        assert card is not None
        assert screen.contains(card.geometry())
    stage.pane.move(QPoint(0, 0))


# -- what the library knows


class People:
    """A library of one person, that counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    @property
    def people(self) -> People:
        return self

    def key_of(self, official: Official) -> str:
        return official.name.casefold()

    def dossier(self, key: str, look_at: int) -> Dossier | None:
        self.asked += 1
        return HASANOV if key == "zakir hasanov" else None


class LateTasks:
    """Does what is asked for when told to."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []
        self.fails = False

    def read(
        self,
        work: Callable[[], object],
        done: Callable[[object], None],
        failed: Callable[[StoreError], None] | None = None,
    ) -> Job:
        def do() -> None:
            if self.fails and failed is not None:
                failed(StoreError("gone"))
            else:
                done(work())

        self.waiting.append(do)
        return Job(work, done, failed)

    def go(self) -> None:
        for do in self.waiting:
            do()
        self.waiting.clear()


@pytest.fixture
def late(qapp: QApplication) -> tuple[Desk, People, LateTasks]:
    people, tasks = People(), LateTasks()
    return Desk(people, tasks, Hub(), undo_stack()), people, tasks  # type: ignore[arg-type]


def test_people_are_read_once_until_the_library_changes(late: tuple[Desk, People, LateTasks]) -> None:
    desk, people, tasks = late
    known = PeopleKnown(desk)
    host, guest, *_ = second()[1].officials
    heard: list[str] = []
    known.arrived.connect(lambda: heard.append("arrived"))
    assert known.ask(host) == Known(looking=True)
    assert known.ask(host) == Known(looking=True)
    tasks.go()
    assert heard == ["arrived"]
    assert known.ask(host) == Known(HASANOV)
    known.ask(guest)
    tasks.go()
    assert known.ask(guest) == Known()
    assert people.asked == 2
    known.ask(second()[1].officials[2])
    desk.hub.tell(Changes(people=True), None)
    tasks.go()  # what was under way is of the library before
    assert known.ask(host) == Known(looking=True)
    tasks.fails = True
    tasks.go()
    assert known.ask(host) == Known()


def test_an_answer_that_comes_after_the_window_is_gone_is_dropped(
    late: tuple[Desk, People, LateTasks],
) -> None:
    desk, people, tasks = late
    known = PeopleKnown(desk)
    known.ask(second()[1].officials[0])
    delete(known)
    tasks.go()
    assert people.asked == 1


def test_the_card_is_filled_when_the_library_has_answered(
    stage: Stage, late: tuple[Desk, People, LateTasks]
) -> None:
    desk, _, tasks = late
    stage.pane.use_library(desk)
    rest(stage, "Zakir Hasanov")
    assert LOOKING in stage.pane.cards.text
    tasks.go()
    assert "Defense Minister (6 Dec 2023 to 12 Dec 2024)" in stage.pane.cards.text
    rest(stage, "Levent Ergün")
    stage.pane.cards.hide()
    tasks.go()
    assert not stage.pane.cards.is_shown  # an answer brings no card back
    assert words(stage.text, "Zakir Hasanov")
