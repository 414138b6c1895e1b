"""The forms of a correction."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.facts.corrections import OfficialForm
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
