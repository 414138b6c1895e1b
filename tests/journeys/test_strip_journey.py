"""The strip beside the scroll bar, in the window: from a search to a hit, and to a note."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gui.reader.strip import Column
from tests.fabricated import words
from tests.journeys.conftest import Start, opened, settle


def test_from_the_strip_to_hits_and_notes(start: Start, qtbot: QtBot) -> None:
    window = start()
    reader = window.reading.reader
    strip = reader.strip
    window.search.set_query("military")
    settle(qtbot, window)
    total = window.reading.hit_place[1]
    qtbot.waitUntil(lambda: sum(place.column is Column.HIT for place in strip.places) == total)
    hits = [place for place in strip.places if place.column is Column.HIT]
    low = next(place for place in hits if strip.height_of(place) == strip.height_of(hits[-1]))
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(13, round(strip.height_of(low))))
    assert hits.index(low) > 0
    assert window.search.hits.text() == f"Hit {hits.index(low) + 1} of {total}"
    reader.view.select(words(opened(window).article.text, "Victory Park"))
    reader.highlight_selection()
    settle(qtbot, window)
    qtbot.waitUntil(lambda: any(place.column is Column.HIGHLIGHT for place in strip.places))
    (mine,) = [place for place in strip.places if place.column is Column.HIGHLIGHT]
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(8, round(strip.height_of(mine))))
    assert reader.view.glowing
    assert "1 highlight of yours" in strip.accessibleDescription()
    window.navigator.close_article()
    settle(qtbot, window)
    qtbot.waitUntil(lambda: not strip.places)
