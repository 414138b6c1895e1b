"""What is painted on the words: each stroke in its colour, grounds beneath, and a text that has just come."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from gui.reader.book import Book
from gui.reader.layers import Layers, Stretch
from gui.reader.looks import COLOURS, Look, highlight_look, mark_look
from gui.reader.painting import Painting, lines_in_view
from gui.reader.view import ReaderView
from gui.theme import Theme
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
from tests.fabricated import opened

LOOKS = [mark_look(kind) for kind in MarkKind] + [
    highlight_look(colour, style) for colour in COLOURS for style in MarkStyle
]


@pytest.fixture
def view(qapp: QApplication) -> ReaderView:
    made = ReaderView(Theme("light"))
    made.resize(700, 500)
    return made


def painted(view: ReaderView, stretches: list[Stretch], ratio: float = 1.0) -> QImage:
    """What lies on the words, without them, on white."""
    painting = Painting(Theme("light"), Layers(stretches))
    painting.use_ratio(ratio)
    picture = QImage(round(700 * ratio), round(500 * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor("white"))
    lines = list(lines_in_view(view.document(), 0, 500))
    with QPainter(picture) as painter:
        painting.under(painter, lines)
        painting.over(painter, lines)
    return picture


def colours(picture: QImage, box: QRectF) -> set[str]:
    """The colours within a box."""
    ratio = picture.devicePixelRatio()
    across = range(round(box.left() * ratio), round(box.right() * ratio))
    down = range(round(box.top() * ratio), round(box.bottom() * ratio))
    return {picture.pixelColor(x, y).name() for x in across for y in down}


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.line or look.fill} {look.shape.value}")
def test_each_look_is_painted_in_its_colour_on_its_words_only(
    view: ReaderView, look: Look, ratio: float
) -> None:
    view.show_text("before the marked words after")
    picture = painted(view, [Stretch(11, 23, look)], ratio)
    (line,) = lines_in_view(view.document(), 0, 500)
    words = line.boxes(11, 23)[0]
    found = colours(picture, words.adjusted(-2.5, -2, 2.5, 8))
    for role in (look.fill, look.line):
        if role is not None:
            assert Theme("light").colour(role).name() in found
    around = QRectF(QPointF(0, 0), QPointF(words.left() - 4, 60)), QRectF(words.right() + 4, 0, 200, 60)
    assert colours(picture, around[0]) == colours(picture, around[1]) == {"#ffffff"}


def test_a_highlight_is_seen_on_a_name_too(view: ReaderView) -> None:
    text = "received Zakir Hasanov today"
    name = Span(9, 22)
    proof = Evidence((name,))
    person = Official("Zakir Hasanov", None, (), None, Stated(Role.HOST, proof), (name,), proof)
    note = Annotation(1, 1, Anchor(Span(0, 28), text, "", ""), "pink", MarkStyle.FILL, "", (), "", "")
    view.show_text(text)
    book = Book(opened(Article("x", text), Reading(officials=(person,)), (note,)), view.map)
    picture = painted(view, list(book.layers()))
    (line,) = lines_in_view(view.document(), 0, 500)
    found = colours(picture, line.boxes(10, 21)[0])
    theme = Theme("light")
    assert theme.colour("highlight.pink").name() in found
    assert theme.colour("mark.official").name() in found  # its line stays
    assert theme.colour("mark.official.fill").name() not in found


def test_strokes_in_other_lanes_lie_under_one_another(view: ReaderView) -> None:
    view.show_text("before the marked words after")
    rank, place = mark_look(MarkKind.MEETING), mark_look(MarkKind.SOURCE)
    picture = painted(view, [Stretch(11, 23, rank), Stretch(11, 23, place, lane=2)])
    (line,) = lines_in_view(view.document(), 0, 500)
    x, base = round(line.boxes(11, 23)[0].center().x()), round(line.base())
    column = [picture.pixelColor(x, y).name() for y in range(base, base + 16)]
    theme = Theme("light")
    upper, lower = (column.index(theme.colour(role).name()) for role in ("mark.meeting", "mark.source"))
    assert upper < lower


def test_the_first_lines_of_a_long_text_are_found_before_all_of_it_is_laid_out(view: ReaderView) -> None:
    view.show()
    view.show_text("Who met whom is told here at some length, in words.\n\n" * 4000)
    lines = list(lines_in_view(view.document(), 0, 500))
    assert lines[0].start == 0
    assert len(lines) > 5
    assert [line.start for line in lines] == sorted({line.start for line in lines})


def test_lines_are_found_anywhere_in_a_long_text(view: ReaderView) -> None:
    view.show_text("Who met whom is told here at some length, in words.\n\n" * 400)
    whole = view.document().size().height()
    for share in (0.0, 0.3, 0.7, 0.98):
        top = whole * share
        lines = list(lines_in_view(view.document(), top, top + 300))
        assert lines
        first = lines[0].origin.y() + lines[0].layout.y()
        assert first <= top + 45
        assert all(line.origin.y() + line.layout.y() <= top + 300 for line in lines)


def test_another_theme_or_size_is_painted_anew(view: ReaderView) -> None:
    view.show_text("before the marked words after")
    theme = Theme("light")
    painting = Painting(theme, Layers([Stretch(11, 23, mark_look(MarkKind.OFFICIAL))]))
    lines = list(lines_in_view(view.document(), 0, 500))

    def found() -> set[str]:
        picture = QImage(700, 60, QImage.Format.Format_ARGB32_Premultiplied)
        picture.fill(QColor("white"))
        with QPainter(picture) as painter:
            painting.under(painter, lines)
            painting.over(painter, lines)
        return colours(picture, QRectF(0, 0, 700, 60))

    light = theme.colour("mark.official").name()
    assert light in found()
    theme.choose("dark")
    painting.forget()
    assert light not in found()
    assert theme.colour("mark.official").name() in found()


ARABIC = "\u0648\u0632\u064a\u0631 \u0627\u0644\u062f\u0641\u0627\u0639 \u0646\u0638\u064a\u0631\u0647"
"""Three words, written from right to left."""


def _placed(view: ReaderView, quote: str) -> list[QRectF]:
    start = view.map.text.index(quote)
    (line,) = lines_in_view(view.document(), 0, 500, view.map.both_ways)
    return line.boxes(*view.map.positions(Span(start, start + len(quote))))


def test_words_from_right_to_left_have_their_own_places(view: ReaderView) -> None:
    view.show_text(ARABIC)
    assert view.map.both_ways
    first, second, third = (_placed(view, word) for word in ARABIC.split())
    assert len(first) == len(second) == len(third) == 1
    width = view.fontMetrics().horizontalAdvance
    for word, (box,) in zip(ARABIC.split(), (first, second, third), strict=True):
        assert box.width() == pytest.approx(width(word), abs=6)
    assert third[0].right() < second[0].left() < second[0].right() < first[0].left()
    assert first[0].right() > 600  # at the right side of the page
    (whole,) = _placed(view, ARABIC)
    assert (whole.left(), whole.right()) == pytest.approx((third[0].left(), first[0].right()), abs=1)


def test_what_runs_both_ways_is_in_parts(view: ReaderView) -> None:
    view.show_text(f"Ankara: {ARABIC} said")
    apart = _placed(view, f"Ankara: {ARABIC.split()[0]}")  # the first word stands last of the three
    assert len(apart) == 2
    assert apart[0].right() < apart[1].left()
    assert len(_placed(view, f"Ankara: {ARABIC} said")) == 1


def test_a_number_among_words_from_right_to_left_is_covered_whole(view: ReaderView) -> None:
    first, second, third = ARABIC.split()
    view.show_text(f"\U0001f600 {first} 2024. {second} 4 {third}")
    for quote in (f"{first} 2024. {second}", f"{second} 4 {third}"):
        (box,) = _placed(view, quote)
        assert box.width() == pytest.approx(view.fontMetrics().horizontalAdvance(quote), abs=6)
    (year,) = _placed(view, "2024")
    (digit,) = _placed(view, "4 ")
    (before,), (after,) = _placed(view, first), _placed(view, second)
    assert after.right() < year.left() < year.right() < before.left()
    assert digit.right() < after.left() + 3


def test_a_click_finds_words_written_from_right_to_left(view: ReaderView) -> None:
    view.show_text(ARABIC)
    for number, word in enumerate(ARABIC.split()):
        (box,) = _placed(view, word)
        start = ARABIC.index(word)
        at = view.position_at(box.center().toPoint())
        assert start <= at < start + len(word), number
    assert view.position_at(QPoint(120, round(box.center().y()))) == -1  # beside the line


def test_a_highlight_from_right_to_left_is_painted_on_its_words_only(view: ReaderView) -> None:
    view.show_text(ARABIC)
    start = ARABIC.rindex(" ") + 1
    look = highlight_look("yellow", MarkStyle.FILL)
    painting = Painting(Theme("light"), Layers([Stretch(start, len(ARABIC), look)]))
    picture = QImage(700, 500, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(QColor("white"))
    with QPainter(picture) as painter:
        painting.under(painter, list(lines_in_view(view.document(), 0, 500, True)))
    (box,) = _placed(view, ARABIC.split()[2])
    assert colours(picture, box) != {"#ffffff"}
    assert colours(picture, box.translated(-box.width() - 4, 0)) == {"#ffffff"}
    assert colours(picture, box.translated(box.width() + 4, 0)) == {"#ffffff"}
