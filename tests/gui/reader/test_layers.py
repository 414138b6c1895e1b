"""What lies on the words: found by place, in lanes that do not run into one another, on the right words."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from gui.reader.book import Book
from gui.reader.layers import LANES, Layers, Stretch, in_lanes
from gui.reader.looks import LANELESS, MARK_SHAPES, Look, highlight_look, mark_look
from gui.reader.view import ReaderView
from gui.theme import Theme
from store.marks import marks
from store.model import (
    Anchor,
    Annotation,
    Article,
    Evidence,
    MarkKind,
    MarkStyle,
    Official,
    Reading,
    Role,
    Span,
    Stated,
)
from tests.fabricated import every, opened

LOOKS = [mark_look(kind) for kind in MarkKind] + [Look("hit"), highlight_look("pink", MarkStyle.BOX)]
STRETCHES = st.lists(
    st.builds(Stretch, st.integers(0, 900), st.integers(0, 900), st.sampled_from(LOOKS)), max_size=40
)
PIECES = st.text(st.sampled_from("ab 😀🇹🇷\u0301é<&\r\n\u2029\u00a0"), max_size=12)


@given(STRETCHES, st.integers(0, 900), st.integers(0, 900))
def test_what_lies_on_a_part_is_found_in_drawing_order(
    stretches: list[Stretch], start: int, end: int
) -> None:
    layers = Layers(stretches)
    there = [s for s in dict.fromkeys(stretches) if s.start < s.end]
    assert list(layers) == there
    expected = [s for s in there if start < end and s.start < end and s.end > start]
    assert layers.on(start, end) == expected


@given(STRETCHES)
def test_strokes_that_overlap_lie_in_lanes_of_their_own(stretches: list[Stretch]) -> None:
    placed = in_lanes([s for s in stretches if s.start < s.end])
    assert [(s.start, s.end, s.look) for s in placed] == [
        (s.start, s.end, s.look) for s in stretches if s.start < s.end
    ]
    strokes = [s for s in placed if s.look.line and s.look.shape not in LANELESS and s.lane < LANES - 1]
    for number, one in enumerate(strokes):
        for other in strokes[number + 1 :]:
            if one.lane == other.lane:
                assert one.end <= other.start or other.end <= one.start


def test_the_shorter_lies_nearer_to_the_words() -> None:
    outer, inner = Stretch(0, 30, mark_look(MarkKind.POST)), Stretch(5, 10, mark_look(MarkKind.RANK))
    assert [s.lane for s in in_lanes([outer, inner])] == [1, 0]


def test_no_two_kinds_look_alike() -> None:
    looks = [mark_look(kind) for kind in MarkKind]
    assert len({look.line for look in looks}) == len(looks)
    assert len(set(MARK_SHAPES.values())) == len(MARK_SHAPES)


@pytest.fixture(scope="module")
def view(qapp: QApplication) -> ReaderView:
    made = ReaderView(Theme("light"))
    made.resize(700, 500)
    return made


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, min_size=1, max_size=6), PIECES)
def test_marks_and_highlights_lie_on_their_words_whatever_is_round_them(
    view: ReaderView, pieces: list[str], inside: str
) -> None:
    name = f"Zakir{inside}Həsənov"
    text = name.join([*pieces, ""])
    mentions = every(text, name)
    proof = Evidence(mentions)
    person = Official(name, None, (), None, Stated(Role.HOST, proof), mentions, proof)
    note = Annotation(1, 1, Anchor(mentions[0], name, "", ""), "pink", MarkStyle.FILL, "", (), "", "")
    shown = opened(Article("x", text), Reading(officials=(person,)), (note,))
    view.show_text(text)
    book = Book(shown, view.map)
    assert len(book.marks) == len(mentions)
    stretches = list(book.layers())
    assert len(stretches) == len(mentions) + 1
    expected = name.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")
    for stretch in stretches:
        cursor = QTextCursor(view.document())
        cursor.setPosition(stretch.start)
        cursor.setPosition(stretch.end, QTextCursor.MoveMode.KeepAnchor)
        assert cursor.selectedText().replace("\u2029", "\n") == expected
    view.set_marks(book.layers(), book.signs())
    view.grab()
    for mark in marks(shown.article, shown.reading):
        start, end = view.map.positions(mark.span)
        assert view.map.span(start, end) == mark.span
        assert book.marks_at(start)[0].span == mark.span
    view.select(Span(0, len(text)))
    assert view.createMimeDataFromSelection().text() == text
