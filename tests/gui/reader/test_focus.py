"""Focus mode: what stays bright, what is dimmed, and how one gets in and out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from gui.reader.focus import again, first_subject, focus_on, merged, subject_of
from gui.reader.veil import OVER, UNDER
from gui.theme import load_scheme
from store.model import Fact, Reading, Span
from tests.fabricated import crowd, opened, second, words
from tests.gui.reader.conftest import Stage, plain
from tests.gui.reader.test_contrast import FILLS, THEMES, WORDS, blend
from tests.gui.test_theme import contrast

HOST, GUEST, MEETING = Fact("official", 0), Fact("official", 1), Fact("meeting", 0)


def test_of_a_person_every_mention_rank_post_and_statement_is_bright() -> None:
    article, reading = second()
    focus = focus_on(reading, GUEST)
    assert focus is not None
    assert focus.title == "Levent Ergün"
    said = [article.text[slice(*span)] for span in focus.spans]
    assert "Second Chief of the General Staff" in said
    assert "Army General" in said
    assert sum("Levent Ergün" in one for one in said) == 2
    assert any(one.startswith("ties between") for one in said)
    assert not any("Heydar Aliyev" in one or "Baku" in one for one in said)
    assert focus.holds(Fact("statement", 0))
    assert focus.holds(Fact("official", 1, "rank"))
    assert not focus.holds(HOST)


def test_of_a_meeting_sides_date_place_occasion_and_topics_are_bright() -> None:
    article, reading = second()
    focus = focus_on(reading, Fact("meeting", 0, "topics", 2))
    assert focus is not None
    assert focus.fact == MEETING
    told = " | ".join(article.text[slice(*span)] for span in focus.spans)
    for quote in (
        "Zakir Hasanov",
        "Levent Ergün",
        "December 17",
        "BAKU",
        "Military Dialogue",
        "regional security",
    ):
        assert quote in told
    assert "Alley of Honor" not in told
    assert "Heydar Aliyev" not in told


def test_what_a_fact_is_about() -> None:
    _, reading = second()
    assert subject_of(reading, Fact("statement", 0)) == GUEST
    assert subject_of(reading, Fact("official", 1, "posts", 0)) == GUEST
    assert subject_of(reading, Fact("ceremony", 0)) is None
    assert subject_of(reading, Fact("source", 0, "outlet")) is None
    assert subject_of(reading, Fact("official", 9)) is None
    assert subject_of(reading, Fact("statement", 9)) is None
    assert first_subject(reading) == MEETING
    assert first_subject(Reading(officials=reading.officials)) == HOST
    assert first_subject(Reading()) is None


def test_the_same_person_is_found_again_in_another_article() -> None:
    _, reading = second()
    turned = Reading(officials=reading.officials[::-1])
    focus = focus_on(reading, GUEST)
    assert focus is not None
    found = again(focus, reading, turned, same=False)
    assert found is not None
    assert found.fact == Fact("official", 2)
    assert again(focus, reading, Reading(officials=reading.officials[:1]), same=False) is None
    met = focus_on(reading, MEETING)
    assert met is not None
    assert again(met, reading, reading, same=True) == met
    assert again(met, reading, reading, same=False) is None


def test_stretches_that_overlap_become_one() -> None:
    assert merged([Span(5, 9), Span(0, 3), Span(3, 4), Span(7, 12), Span(6, 6)]) == (Span(0, 4), Span(5, 12))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    "fill", ["base", *[fill for fill in FILLS if not fill.startswith(("hit", "flash", "acc"))]]
)
def test_dimmed_words_are_legible(theme: str, fill: str) -> None:
    roles = load_scheme(theme).roles
    ground = blend(blend(roles[fill], roles["base"], UNDER), roles["base"], OVER[theme])
    ink = blend(roles["text"], roles["base"], OVER[theme])
    assert contrast(ink, ground) >= WORDS
    assert (
        contrast(ink, ground) < contrast(roles["text"], roles["base"]) / 2
    )  # and one sees that it is dimmed


def darkest(stage: Stage, quote: str, nth: int = 0) -> float:
    """Lightness of the darkest point of some words as they are painted."""
    span = words(stage.text, quote, nth)
    view = stage.pane.view
    start, end = view.map.positions(span)
    view.reveal(start, end)
    box = view.box_of(start, end).toRect()
    picture: QImage = view.viewport().grab(box).toImage()
    return min(
        QColor(picture.pixel(x, y)).lightnessF()
        for x in range(picture.width())
        for y in range(picture.height() - 8)
    )


def test_all_but_the_person_is_dimmed(stage: Stage) -> None:
    before = darkest(stage, "graves"), darkest(stage, "Levent Ergün", 1)
    stage.pane.select_fact(GUEST)
    stage.pane.set_focusing(True)
    stage.pane.select_fact(None)
    assert darkest(stage, "graves") > before[0] + 0.2
    assert darkest(stage, "Levent Ergün", 1) == pytest.approx(before[1], abs=0.02)
    stage.qtbot.keyClick(stage.pane.view, Qt.Key.Key_Escape)
    assert stage.pane.view.bright is None
    assert darkest(stage, "graves") == pytest.approx(before[0], abs=0.02)


def test_a_click_turns_the_focus_to_another_person(stage: Stage) -> None:
    stage.pane.set_focusing(True)
    focusing = stage.pane.focusing
    assert focusing.focus is not None
    assert focusing.focus.fact == MEETING
    stage.click("Levent Ergün", nth=1)
    assert focusing.focus.fact == GUEST
    assert "Levent Ergün" in focusing.bar.label.text()
    stage.click("Alley of Martyrs")  # neither a person nor a meeting
    assert focusing.focus.fact == GUEST
    assert stage.pane.legend.isHidden()  # the line that says so stands in its place
    stage.qtbot.mouseClick(focusing.bar.close_button, Qt.MouseButton.LeftButton)
    assert focusing.focus is None
    assert focusing.bar.isHidden()
    assert not stage.pane.legend.isHidden()


def test_one_goes_through_the_marks_in_focus_only(stage: Stage) -> None:
    stage.pane.select_fact(GUEST)
    stage.pane.set_focusing(True)
    for _ in range(12):
        stage.pane.step_mark(1)
    facts = {values[0] for values in stage.heard("fact_clicked")}
    assert facts == {
        GUEST,
        Fact("official", 1, "rank"),
        Fact("official", 1, "posts", 0),
        Fact("statement", 0),
    }
    assert stage.pane.focusing.focus is not None
    assert stage.pane.focusing.focus.fact == GUEST


def test_the_focus_stays_with_a_person_in_the_next_article_and_ends_where_they_are_not(stage: Stage) -> None:
    article, reading = second()
    stage.pane.select_fact(GUEST)
    stage.pane.set_focusing(True)
    stage.show(opened(article, Reading(officials=reading.officials[::-1]), article_id=5))
    assert stage.pane.focusing.focus is not None
    assert stage.pane.focusing.focus.fact == Fact("official", 2)
    assert stage.pane.view.bright
    stage.show(opened(*crowd(3, 1), article_id=6))
    assert stage.pane.focusing.focus is None
    assert stage.pane.view.bright is None


def test_an_article_without_people_has_no_focus(stage: Stage) -> None:
    heard: list[bool] = []
    stage.show(plain("Nobody met anybody."))
    stage.pane.focus_changed.connect(lambda: heard.append(stage.pane.focusing.focus is not None))
    stage.pane.set_focusing(True)
    assert heard == [False]
    assert stage.notices == ["This article has no people and no meetings to focus on."]


def test_selected_words_show_through(stage: Stage) -> None:
    stage.pane.select_fact(GUEST)
    stage.pane.set_focusing(True)
    stage.pane.view.select(words(stage.text, "Victory Park"))
    picture = stage.pane.view.viewport().grab().toImage()
    across, down = range(0, picture.width(), 2), range(picture.height())
    shown = {picture.pixelColor(x, y).name() for x in across for y in down}
    assert load_scheme("light").roles["accent"] in shown


def test_what_was_found_shows_through(stage: Stage) -> None:
    stage.pane.select_fact(GUEST)
    stage.pane.set_focusing(True)
    dimmed = darkest(stage, "Victory Park")
    stage.pane.set_hits([words(stage.text, "Victory Park")])
    assert darkest(stage, "Victory Park") < dimmed - 0.15
