"""The strip beside the scroll bar: places at their heights, what they are, and where a click leads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from gui.reader.strip import Column, Place, Strip, described, told_of
from gui.theme import load_scheme
from store.model import Annotation, Fact, MarkKind, Span
from tests.fabricated import crowd, opened, second, words
from tests.gui.reader.conftest import Stage, plain
from tests.gui.reader.test_contrast import LINES, STROKES, THEMES
from tests.gui.reader.test_pane import note
from tests.gui.test_theme import contrast


@pytest.fixture
def strip(stage: Stage) -> Strip:
    """The strip of a long article."""
    article, reading = crowd(60, 3)
    mine = (note(article.text, "Deputy Head number 30", 9, "look here"),)
    stage.show(opened(article, reading, mine, article_id=3))
    stage.qtbot.waitUntil(lambda: len(stage.pane.strip.places) > 60)
    return stage.pane.strip


def click(stage: Stage, place: Place) -> None:
    strip = stage.pane.strip
    x = {Column.MARK: 2, Column.HIGHLIGHT: 8, Column.HIT: 13}[place.column]
    stage.qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(x, round(strip.height_of(place))))


def test_places_stand_at_the_height_of_their_words(stage: Stage, strip: Strip) -> None:
    view = stage.pane.view
    whole = view.document().size().height()
    for place in strip.places:
        line = view.box_of(place.position, place.position + 1).top() + view.verticalScrollBar().value()
        assert strip.height_of(place) == pytest.approx(line / whole * strip.height(), abs=3)


def test_a_short_article_stands_at_its_own_height(stage: Stage) -> None:
    strip, view = stage.pane.strip, stage.pane.view
    stage.show(opened(*crowd(1, 1), article_id=4))
    stage.qtbot.waitUntil(lambda: bool(strip.places))
    assert view.verticalScrollBar().maximum() == 0
    last = strip.places[-1]
    assert strip.height_of(last) == pytest.approx(view.box_of(last.position, last.position + 1).top(), abs=1)
    assert strip.height_of(last) < strip.height() / 2


def test_a_click_on_a_mark_goes_to_its_words_and_selects_its_fact(stage: Stage, strip: Strip) -> None:
    last = [place for place in strip.places if place.column is Column.MARK and place.told.startswith("Rank")][
        -1
    ]
    click(stage, last)
    assert stage.heard("fact_clicked")
    view = stage.pane.view
    box = view.box_of(last.position, last.position + 1)
    assert view.viewport().rect().contains(box.toRect())


def test_a_click_on_a_highlight_tells_which(stage: Stage, strip: Strip) -> None:
    (mine,) = [place for place in strip.places if place.column is Column.HIGHLIGHT]
    assert mine.told == "Your note: look here"
    click(stage, mine)
    assert stage.heard("annotation_clicked") == [(9,)]


def test_a_click_on_a_hit_makes_it_the_current_one(stage: Stage, strip: Strip) -> None:
    heard: list[tuple[int, int]] = []
    stage.pane.hit_reached.connect(lambda *place: heard.append(place))
    stage.pane.set_hits([words(stage.text, f"Deputy Head number {n} ") for n in (3, 20, 55)])
    stage.qtbot.waitUntil(lambda: any(place.column is Column.HIT for place in strip.places))
    hits = [place for place in strip.places if place.column is Column.HIT]
    assert [place.told for place in hits] == ["Hit 1 of 3", "Hit 2 of 3", "Hit 3 of 3"]
    click(stage, hits[2])
    assert heard == [(3, 3)]
    stage.qtbot.waitUntil(lambda: [place.current for place in strip.places if place.column is Column.HIT][2])
    assert stage.pane.step_hit(-1) == (2, 3)


def test_a_click_beside_them_scrolls_there(stage: Stage) -> None:
    stage.show(plain("Nothing here.\n" * 300))
    view, strip = stage.pane.view, stage.pane.strip
    stage.qtbot.waitUntil(lambda: strip.accessibleDescription().startswith("Nothing"))
    stage.qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(3, strip.height() // 2))
    middle = view.verticalScrollBar().value() + view.viewport().height() / 2
    assert middle == pytest.approx(view.document().size().height() / 2, abs=12)


def test_it_says_what_is_there(stage: Stage, strip: Strip) -> None:
    last = strip.places[-1]
    at = QPoint(3, round(strip.height_of(last)))
    QApplication.sendEvent(strip, QHelpEvent(QHelpEvent.Type.ToolTip, at, strip.mapToGlobal(at)))
    assert QToolTip.text() == told_of(strip.places_near(at.y()))
    assert last in strip.places_near(at.y())
    QToolTip.hideText()
    marks = sum(one.column is Column.MARK for one in strip.places)
    assert strip.accessibleDescription() == f"{marks} marks; 1 highlight of yours"


def test_kinds_that_are_hidden_and_words_that_are_dimmed_have_no_place(stage: Stage, strip: Strip) -> None:
    stage.pane.show_kinds([MarkKind.RANK])
    stage.qtbot.waitUntil(lambda: {p.told[:4] for p in strip.places if p.column is Column.MARK} == {"Rank"})
    stage.pane.show_kinds(MarkKind)
    stage.pane.select_fact(Fact("official", 7))
    stage.pane.set_focusing(True)
    stage.qtbot.waitUntil(lambda: sum(place.column is Column.MARK for place in strip.places) == 3)


def test_ticks_are_painted_in_the_column_of_their_kind(stage: Stage) -> None:
    article, reading = second()
    mine: tuple[Annotation, ...] = (note(article.text, "Victory Park", 9),)
    stage.show(opened(article, reading, mine))
    strip = stage.pane.strip
    stage.qtbot.waitUntil(lambda: any(place.column is Column.HIGHLIGHT for place in strip.places))
    picture = strip.grab().toImage()
    for place in strip.places:
        x = {Column.MARK: 3, Column.HIGHLIGHT: 8, Column.HIT: 13}[place.column]
        y = round(strip.height_of(place))
        roles = {one.role for one in strip.places if abs(strip.height_of(one) - y) <= 3}
        assert picture.pixelColor(x, y) in [stage.pane._theme.colour(role) for role in roles]
        assert picture.pixelColor(13, y) == picture.pixelColor(13, strip.height() - 1)  # no hits


def test_words_of_places() -> None:
    places = [Place(n, Column.MARK, "text", f"Mark {n % 9}") for n in range(20)]
    assert told_of(places) == "Mark 0\nMark 1\nMark 2\nMark 3\nMark 4\nMark 5\nand 3 more"
    assert described([]) == "Nothing is marked in this article"
    one = Place(0, Column.HIT, "hit.line", "Hit 1 of 1", Span(0, 1))
    assert described([*places, one]) == "20 marks; 1 hit"


@pytest.mark.parametrize("theme", THEMES)
def test_ticks_show_on_their_ground(theme: str) -> None:
    roles = load_scheme(theme).roles
    assert min(contrast(roles[line], roles["base"]) for line in LINES) >= STROKES
