"""Where facts stand: a long name keeps its words whole, whatever stands beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from gui.facts.card import Card, Section, Value
from gui.facts.layout import MARGIN, NARROW, PADDING, Cell, Fonts, Part, arrange
from gui.wrapping import BY_WORDS

LONGEST = "Chandrasekharampillaina-"
CARD = Card(Value(f"Ravindranath {LONGEST}Wickremasinghe"), Value("host"), ())


def title_and_badge(width: float) -> tuple[Cell, Cell]:
    page = arrange((Section("Host side", "", (CARD,)),), width, Fonts(QApplication.font()))
    found = {cell.part: cell for cell in page.cells}
    return found[Part.TITLE], found[Part.BADGE]


def test_the_role_stands_beside_a_name_that_leaves_it_room(qapp: QApplication) -> None:
    title, badge = title_and_badge(700)
    assert badge.box.left() > title.box.right()
    assert badge.box.top() < title.box.bottom()


def test_the_role_goes_below_a_name_that_would_be_broken_within_a_word(qapp: QApplication) -> None:
    width = NARROW + 2 * MARGIN + 2
    room = width - 2 * (MARGIN + PADDING)
    longest = Fonts(QApplication.font()).title_metrics.horizontalAdvance(LONGEST)
    title, badge = title_and_badge(width)
    assert room - badge.box.width() < longest < room  # or the test is of nothing
    assert title.wrap == BY_WORDS
    assert badge.box.top() >= title.text_box.bottom()
