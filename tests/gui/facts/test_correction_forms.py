"""The forms of a correction."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.facts.corrections import MeetingForm, OfficialForm, meeting_fields
from store.model import Role

FIELDS = {"name": "Z. Hasanov", "rank": None, "posts": (), "country": "AZ", "role": "host"}


def test_the_keyboard_starts_in_the_first_field_and_ends_at_the_buttons(qtbot: QtBot) -> None:
    form = OfficialForm(FIELDS, "“Z. Hasanov” stands for:")
    qtbot.addWidget(form)
    form.show()
    qtbot.waitExposed(form)
    order = [form.name, form.rank, form.posts, form.country, form.role, *form.buttons.buttons()]
    reached = []
    for _ in order:
        reached.append(form.focusWidget())
        qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
    assert reached == order


def test_countries_and_people_are_completed(qtbot: QtBot) -> None:
    form = MeetingForm(meeting_fields(None), "“met” tells of this meeting:", None, ["Ada Bell", "Béla Kun"])
    qtbot.addWidget(form)
    form.show()
    qtbot.waitExposed(form)
    hosts = form.people["hosts"]
    for line, typed, chosen in ((hosts, "X Y; bel", "X Y; Ada Bell"), (form.parties, "georg", "Georgia")):
        qtbot.keyClicks(line, typed)
        popup = QApplication.activePopupWidget()
        assert popup is not None
        qtbot.keyClick(popup, Qt.Key.Key_Down)
        qtbot.keyClick(popup, Qt.Key.Key_Return)
        assert line.text() == chosen
    assert form.isVisible()
    assert form.fields()["parties"] == ["GE"]


def test_a_country_that_nobody_knows_is_refused(qtbot: QtBot) -> None:
    form = OfficialForm(FIELDS, "“Z. Hasanov” stands for:")
    qtbot.addWidget(form)
    form.country.setText("Ruritania")
    form.accept()
    assert "is no country" in form.wrong.text()
    form.country.setText("georgia")
    form.posts.setPlainText("King; Court; Ruritania")
    form.accept()
    assert "is no country" in form.wrong.text()
    form.posts.setPlainText("King; Court")
    form.accept()
    assert form.result() == OfficialForm.DialogCode.Accepted
    assert form.fields()["country"] == "GE"


def test_a_role_is_chosen_by_keys_alone(qtbot: QtBot) -> None:
    form = OfficialForm(FIELDS, "“Z. Hasanov” stands for:")
    qtbot.addWidget(form)
    form.show()
    form.role.setCurrentIndex(0)
    form.role.setFocus()
    for _ in range(2):
        qtbot.keyClick(form.role, Qt.Key.Key_Down)
    qtbot.keyClick(form.role, Qt.Key.Key_Return)
    assert form.fields()["role"] == Role.ATTENDEE.value
    assert form.result() == OfficialForm.DialogCode.Accepted
