"""The card of a person tells, in the window, what the other articles say of them."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.journeys.conftest import Start, opened, press, settle


def test_a_card_tells_of_the_person_in_other_articles(start: Start, qtbot: QtBot) -> None:
    window = start()
    reader = window.reading.reader
    while "Zakir Hasanov" not in reader.cards.text:
        press(qtbot, window, "Ctrl+Down")
    settle(qtbot, window)
    told = reader.cards.text
    assert "3 (6 Dec 2023 to 17 Dec 2025)" in told
    assert "Defense Minister (6 Dec 2023)" in told
    assert "% sure" in told
    press(qtbot, window, "Ctrl+I")
    assert not reader.cards.is_shown
    press(qtbot, window, "Ctrl+I")
    assert reader.cards.text == told  # remembered, not read again
    window.articles_operations.delete([window.model.row(2).id], "")  # type: ignore[union-attr]
    settle(qtbot, window)
    assert opened(window)
    press(qtbot, window, "Ctrl+Down")
    while "Zakir Hasanov" not in reader.cards.text:
        press(qtbot, window, "Ctrl+Down")
    settle(qtbot, window)
    assert "2 (12 Dec 2024 to 17 Dec 2025)" in reader.cards.text
