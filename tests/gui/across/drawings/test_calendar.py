"""The calendar: a year in the room there is, days by key, the year before and after."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSizeF, Qt
from pytestqt.qtbot import QtBot

from gui.across.drawings.calendar import LEAST, Calendar
from gui.across.drawings.canvas import Canvas
from gui.across.drawings.selection import Selection
from gui.theme import Theme
from store.across.page import Link
from store.across.year import Year, YearDay

DAYS = (
    YearDay("2024-02-29", 1, 0, (1,)),
    YearDay("2024-03-07", 2, 1, (2, 3)),
    YearDay("2024-12-31", 0, 1, (4,)),
)
YEAR = Year(2024, DAYS, (YearDay("2024-05", 2, 0, (5, 6)),), ((2023, 1), (2024, 7)))


@pytest.fixture
def canvas(theme: Theme, qtbot: QtBot) -> Canvas:
    made = Canvas(theme)
    qtbot.addWidget(made)
    made.resize(900, 620)
    made.show()
    made.show_drawing(Calendar(YEAR, Selection(person="x"), "Calendar 2024"))
    made.setFocus()
    return made


def _key(canvas: Canvas) -> str:
    assert canvas.current is not None
    return canvas.current.key


def test_arrows_go_by_days_and_weeks_and_tab_to_days_with_meetings(canvas: Canvas, qtbot: QtBot) -> None:
    keys = Qt.Key
    told: list[str] = []
    canvas.told.connect(told.append)
    reached = []
    for key in (keys.Key_Right, keys.Key_Right, keys.Key_Down, keys.Key_Left, keys.Key_Up):
        qtbot.keyClick(canvas, key)
        reached.append(_key(canvas))
    assert reached == ["2024-02-29", "2024-03-01", "2024-03-08", "2024-03-07", "2024-02-29"]
    assert told[1].startswith("Friday, 1 Mar 2024")
    assert "no meeting" in told[1]
    assert canvas.focusNextPrevChild(True)
    assert _key(canvas) == "2024-03-07"
    assert told[-1].startswith("Thursday, 7 Mar 2024  ·  3 meetings, 1 planned")
    qtbot.keyClick(canvas, keys.Key_End)
    qtbot.keyClick(canvas, keys.Key_Right)
    assert _key(canvas) == "2024-12-31"


def test_a_month_of_which_no_day_is_told_is_gone_to_and_left(canvas: Canvas, qtbot: QtBot) -> None:
    drawing = canvas.drawing
    assert drawing is not None
    month = drawing.find("2024-05")
    assert month is not None
    assert month.articles == (5, 6)
    assert drawing.told(month).startswith("Day not told  ·  May 2024  ·  2 meetings")
    reached = [drawing.next(month, by) for by in (-1, 1)]
    assert [one.key for one in reached if one] == ["2024-03-07", "2024-12-31"]
    canvas.go_to(month)
    left = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
        canvas.go_to(month)
        qtbot.keyClick(canvas, key)
        left.append(_key(canvas))
    assert left == ["2024-05-01", "2024-05-01", "2024-04-30", "2024-04-24"]
    assert all(one.box.right() <= drawing.size.width() for one in drawing.marks)


def test_page_up_and_down_lead_to_the_years_there_are(canvas: Canvas, qtbot: QtBot) -> None:
    turned: list[Link] = []
    canvas.turned.connect(turned.append)
    qtbot.keyClick(canvas, Qt.Key.Key_PageDown)
    qtbot.keyClick(canvas, Qt.Key.Key_PageUp)
    assert turned == [Link("calendar", "person=x&year=2023")]


def test_a_day_with_meetings_opens_and_another_does_not(canvas: Canvas, qtbot: QtBot) -> None:
    drawing = canvas.drawing
    assert drawing is not None
    busy, other = drawing.find("2024-03-07"), drawing.find("2024-03-05")
    assert busy is not None
    assert other is not None
    assert (busy.articles, busy.search) == ((2, 3), "after:2024-03-06 before:2024-03-11")
    assert other.articles == ()
    assert drawing.at(busy.box.center()) == busy
    assert drawing.at(other.box.center()) is None
    assert drawing.find("2023-01-01") is None
    assert drawing.find("nonsense") is None


@pytest.mark.parametrize("room", [(1200, 800), (800, 560), (560, 420), (300, 300), (2000, 300)])
def test_it_fits_into_the_width_whatever_that_is(canvas: Canvas, room: tuple[int, int]) -> None:
    drawing = canvas.drawing
    assert isinstance(drawing, Calendar)
    drawing.lay_out(QSizeF(*room), 1, canvas.look)
    boxes = [mark.box for mark in drawing.marks]
    assert all(box.width() >= LEAST - 4 for box in boxes)
    assert drawing.size.width() <= room[0] + 1
    assert all(box.right() <= drawing.size.width() and box.bottom() <= drawing.size.height() for box in boxes)


def test_the_years_to_choose_from() -> None:
    (choice,) = Calendar(YEAR, Selection(), "Calendar").choices
    assert [option.text for option in choice.options] == ["‹ 2023", "2024", "2025 ›"]
    assert [option.link is not None for option in choice.options] == [True, True, False]
    empty = Calendar(Year(0, (), (), ()), Selection(), "Calendar")
    assert empty.choices == ()
    assert empty.nothing is not None
