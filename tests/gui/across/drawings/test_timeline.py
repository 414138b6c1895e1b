"""The timeline: the axis at each zoom, what comes together, keys along rows and days."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from gui.across.drawings.canvas import Canvas
from gui.across.drawings.drawing import Mark, Towards
from gui.across.drawings.saving import pdf
from gui.across.drawings.selection import Selection
from gui.across.drawings.timeaxis import Axis, span_of
from gui.across.drawings.timeline import Timeline
from gui.across.drawings.timeline_words import beside, beside_many
from gui.theme import Theme
from store.across.lanes import Lane, Lanes, Missing, Spot
from store.across.page import Link
from store.across.posts import Level
from store.across.timeline import Point, Who
from store.model import MeetingKind


def _lanes(*days: tuple[str, ...], missing: tuple[Missing, ...] = ()) -> Lanes:
    lanes = tuple(
        Lane(
            f"row {number}",
            f"Row {number}",
            Link("person", f"row {number}"),
            f"person:row{number}",
            tuple(Spot(day, Level.MINISTER, False, (n + 1,)) for n, day in enumerate(some)),
            missing if not number else (),
        )
        for number, some in enumerate(days)
    )
    return Lanes("people", lanes, meetings=sum(map(len, days)))


@pytest.fixture
def canvas(theme: Theme, qtbot: QtBot) -> Canvas:
    made = Canvas(theme)
    qtbot.addWidget(made)
    made.resize(700, 420)
    made.show()
    return made


def _show(canvas: Canvas, lanes: Lanes) -> Timeline:
    drawing = Timeline(lanes, Selection(), "Timeline")
    canvas.show_drawing(drawing)
    canvas.setFocus()
    return drawing


def _every(drawing: Timeline) -> list[Mark]:
    made = []
    mark = drawing.first()
    while mark is not None:
        made.append(mark)
        mark = drawing.next(mark, 1)
    return made


@pytest.mark.parametrize(
    ("day", "first", "after"),
    [("2024-02-29", "2024-02-29", "2024-03-01"), ("2024-12", "2024-12-01", "2025-01-01")],
)
def test_a_day_and_a_month_have_their_length(day: str, first: str, after: str) -> None:
    assert span_of(day) == (span_of(first)[0], span_of(after)[0])


def test_the_last_and_the_first_year_there_are_do_no_harm() -> None:
    assert span_of("9999-12-31")[0] < span_of("9999")[1] + 2
    axis = Axis.around("0001-01-01", "9999-12-31", 0, 500)
    unit = axis.unit(7)
    assert [tick.words for tick in axis.ticks(unit, 0, 500)][1] == "500" or unit.days > 100_000


@pytest.mark.parametrize(
    ("scale", "below", "above"),
    [(0.05, "2020", ""), (0.5, "Apr", "2020"), (1.5, "Feb", "2020"), (25, "2", "January 2020")],
)
def test_the_axis_tells_years_months_or_days(scale: float, below: str, above: str) -> None:
    first = span_of("2020-01-01")[0]
    axis = Axis(first, first + 3650, 0, 3650 * scale)
    unit = axis.unit(7)
    written = [tick.words for tick in axis.ticks(unit, 1, 400)]
    assert below in written
    assert (above in [tick.words for tick in axis.above(unit, 1, 400)]) == bool(above)


def test_what_is_too_close_comes_together_and_comes_apart_when_nearer(canvas: Canvas) -> None:
    days = tuple(f"2024-03-{day:02}" for day in range(1, 11))
    drawing = _show(canvas, _lanes((*days, "2020-01-01")))
    assert len(_every(drawing)) == 2
    together = _every(drawing)[-1]
    assert len(together.articles) == 10
    assert drawing.told(together).startswith("Row 0  ·  10 meetings  ·  1 Mar 2024 to 10 Mar 2024")
    assert together.search == "person:row0 after:2024-02-29 before:2024-03-14"
    canvas.go_to(together)
    canvas.zoom_to(drawing.most_zoom)
    assert len(_every(drawing)) == 11
    assert canvas.current is not None
    assert canvas.current.articles in [(n,) for n in range(1, 11)]


def test_no_mark_hides_another(canvas: Canvas) -> None:
    days = tuple(
        f"{year}-{month:02}-{day:02}" for year in (2020, 2021) for month in (1, 5, 6) for day in (1, 9)
    )
    drawing = _show(canvas, _lanes(days))
    for zoom in (1, 2, 5, 12, drawing.most_zoom):
        canvas.zoom_to(zoom)
        marks = _every(drawing)
        assert sum(len(mark.articles) for mark in marks) == len(days)
        for one, other in pairwise(marks):
            assert other.box.left() - one.box.right() > -3


def test_arrows_go_along_the_row_and_to_the_nearest_day(canvas: Canvas, qtbot: QtBot) -> None:
    drawing = _show(canvas, _lanes(("2020-01-01", "2021-01-01", "2022-01-01"), ("2021-02-01",)))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(canvas, key)
    assert canvas.current is not None
    assert canvas.current.key == "row 1|0"
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    assert canvas.current.key == "row 0|1"
    assert drawing.step(drawing.first(), Towards.LEFT) is None  # type: ignore[arg-type]
    qtbot.keyClick(canvas, Qt.Key.Key_End)
    assert canvas.current.key == "row 1|0"
    assert not canvas.focusNextPrevChild(True) or canvas.current.key == "row 1|0"


def test_a_click_on_the_name_of_a_row_leads_to_its_page(canvas: Canvas, qtbot: QtBot) -> None:
    drawing = _show(canvas, _lanes(("2020-01-01",), ("2021-02-01",)))
    led: list[Link] = []
    canvas.led.connect(lambda link, _apart: led.append(link))
    row = drawing.find("row 1|0")
    assert row is not None
    place = QPoint(40, round(row.box.center().y()))
    qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert led == [Link("person", "row 1")]
    assert canvas.mark_at(place) is None
    assert drawing.at(QPointF(row.box.center())) == row


def test_missing_sessions_months_and_plans_are_in_the_legend(canvas: Canvas) -> None:
    lanes = _lanes(("2020-01-01", "2022-01"), missing=(Missing((16,), "2020-01-01", "2022-01"),))
    words = [said for _, said in _show(canvas, lanes).legend]
    assert words == ["minister", "several, so many", "day not told", "sessions that no article tells of"]
    with_gap = canvas.grab().toImage()
    _show(canvas, _lanes(("2020-01-01", "2022-01")))
    assert canvas.grab().toImage() != with_gap


def test_thousands_are_laid_out_row_by_row(canvas: Canvas) -> None:
    days = tuple(f"{2000 + n // 336}-{n % 336 // 28 + 1:02}-{n % 28 + 1:02}" for n in range(5000))
    drawing = _show(canvas, _lanes(*(days for _ in range(40))))
    canvas.zoom_to(drawing.most_zoom)
    canvas.grab()
    assert sum(row.placed is not None for row in drawing._rows) < 20


def test_rows_without_a_meeting_let_others_be_chosen(canvas: Canvas) -> None:
    none = Lanes("series", ())
    assert Timeline(none, Selection(), "Timeline").nothing == (
        "No meetings",
        "No article of the library tells of a meeting.",
    )
    drawing = Timeline(none, Selection(settings=(("rows", "series"),)), "Timeline")
    assert drawing.nothing is None
    canvas.show_drawing(drawing)
    empty = canvas.grab().toImage()
    assert drawing.first() is None
    _show(canvas, _lanes(("2020-01-01",)))
    assert canvas.grab().toImage() != empty


def test_beside_a_mark_stands_whom_it_was_with() -> None:
    ali, veli, can = Who("ali", "Ali", "AZ"), Who("veli", "Veli", "TR"), Who("can", "Can", "AZ")
    point = Point(
        *("2024-01-01", False, MeetingKind.MEETING, "Baku", Level.MINISTER, None, "", None),
        *(("AZ", "TR"), (can, ali), (veli,), (), (), (1,), 1),
    )
    spot = Spot("2024-01-01", Level.MINISTER, False, (1,), None, point)
    lane = Lane("ali", "Ali", None, "", (spot, spot))
    assert beside(lane, (spot,), "people")[0] == "Veli and 1 more, Baku"
    assert beside(lane, (spot,), "pairs")[0] == "Baku, 1 Jan 2024"
    assert beside_many(lane, (spot, spot), "people") == ["Veli and Can", "Veli and 1 more"]
    assert beside_many(lane, (spot,) * 20, "people") == []
    numbered = spot._replace(ordinal=17)
    assert beside(lane, (numbered,), "series")[0].startswith("no. 17, ")


def test_without_a_date_that_is_said() -> None:
    point = Point(
        *("", False, MeetingKind.MEETING, "Baku", None, None, "", None, ("AZ", "TR"), (), (), (), (), (1,), 1)
    )
    drawing = Timeline(Lanes("pairs", (), (point,)), Selection(), "Timeline")
    assert drawing.nothing == (
        "No dates",
        "The articles tell of 1 meeting, but never when it was.",
    )


def test_a_screen_reader_is_told_every_mark(canvas: Canvas, qtbot: QtBot) -> None:
    drawing = _show(canvas, _lanes(("2020-01-01", "2021-01-01", "2022-01-01"), ("2021-02-01",)))
    assert [mark.key for mark in drawing.marks] == ["row 0|0", "row 0|1", "row 0|2", "row 1|0"]
    assert drawing.marks[-1] == drawing.last()
    assert [mark.key for mark in drawing.marks[1:3]] == ["row 0|1", "row 0|2"]
    with pytest.raises(IndexError):
        drawing.marks[4]
    qtbot.keyClick(canvas, Qt.Key.Key_End)
    assert canvas.speaking.count() == 4
    assert canvas.speaking.current() == 3
    assert canvas.speaking.part(3).name.startswith("1 Feb 2021  ·  Row 1")


def test_paper_leaves_the_one_in_view_as_it_is(canvas: Canvas) -> None:
    drawing = _show(canvas, _lanes(("2020-01-01", "2020-02-01"), ("2021-02-01",)))
    before = [(mark.key, mark.box) for mark in drawing.marks]
    assert pdf(drawing, 6).count(b"/Type /Page\n") > 3
    assert [(mark.key, mark.box) for mark in drawing.marks] == before
