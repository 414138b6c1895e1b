"""The bar above a drawing: in little room, and where the drawing is shown as text."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from gui.across.drawings.bar import ROOMY, DrawingBar
from gui.theme import Theme
from tests.gui.across.drawings.sample import Fields


def test_in_little_room_the_buttons_stand_below_the_title(theme: Theme, qtbot: QtBot) -> None:
    bar = DrawingBar(theme)
    qtbot.addWidget(bar)
    bar.show_drawing(Fields(title="A long title that needs all the room there is, and more of it"))
    bar.show()
    bar.resize(ROOMY + 300, 100)
    qtbot.waitUntil(lambda: bar.tools.geometry().center().y() < bar.subtitle.y())
    wide = bar.title.width()
    bar.resize(320, 160)
    qtbot.waitUntil(lambda: bar.tools.y() > bar.choices.y())
    assert bar.minimumSizeHint().width() <= 320
    assert bar.title.width() > 250
    assert wide > 400


def test_as_text_the_page_has_the_title(theme: Theme, qtbot: QtBot) -> None:
    bar = DrawingBar(theme)
    qtbot.addWidget(bar)
    bar.show_drawing(Fields())
    bar.show()
    bar.set_as_text(True)
    assert not bar.title.isVisible()
    assert bar.as_text.isVisible()
    bar.set_as_text(False)
    assert bar.title.isVisible()
