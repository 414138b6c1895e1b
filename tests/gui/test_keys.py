"""Keys that the person changes, takes away and sets back; and what is wrong in the settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QApplication

from gui.actions import Actions
from gui.keys import MOST, RESERVED, Keys, is_single, normal
from gui.menus.every import ACTIONS
from gui.settings import Memory
from gui.theme import Theme

FIRST = {spec.name: spec.shortcuts for spec in ACTIONS}


@pytest.fixture
def memory(tmp_path: Path, qapp: QApplication) -> Memory:
    return Memory(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat), Path("/a.sqlite"))


def test_at_first_each_action_has_the_keys_that_are_declared(memory: Memory) -> None:
    keys = Keys(memory)
    assert {name: keys.of(name) for name in FIRST} == FIRST
    assert not keys.any_own


def test_declared_keys_are_written_as_qt_writes_them_and_belong_to_nobody_else(qapp: QApplication) -> None:
    declared = [keys for spec in ACTIONS for keys in spec.shortcuts]
    assert [normal(keys) for keys in declared] == declared
    assert set(declared) & set(RESERVED) == set()
    assert [normal(keys) for keys in RESERVED if keys != "Menu"] == [k for k in RESERVED if k != "Menu"]


def test_a_key_is_added_taken_away_and_remembered(memory: Memory) -> None:
    keys = Keys(memory)
    told: list[int] = []
    keys.changed.connect(lambda: told.append(1))
    assert keys.add("article.star", "Ctrl+Alt+S") == ""
    keys.take_away("article.star", "S")
    assert keys.of("article.star") == ("Ctrl+Alt+S",)
    assert len(told) == 2
    again = Keys(memory)
    assert again.of("article.star") == ("Ctrl+Alt+S",)
    assert again.is_own("article.star")
    again.take_away("article.star", "Ctrl+Alt+S")
    assert Keys(memory).of("article.star") == ()
    assert again.set_back("article.star") == ""
    assert Keys(memory).of("article.star") == ("S",)
    assert memory.text("keys") == ""


@pytest.mark.parametrize(
    ("pressed", "said"),
    [
        ("M", "“Mark as read”"),
        ("S", "does this already"),
        ("Ctrl+C", "copies"),
        ("Alt+F", "opens the menu File"),
        ("Esc", "stays so"),
        ("", "no key"),
    ],
)
def test_a_key_that_has_its_work_is_told_and_not_kept(memory: Memory, pressed: str, said: str) -> None:
    keys = Keys(memory)
    assert said in keys.add("article.star", pressed)
    assert keys.of("article.star") == ("S",)
    assert keys.of("article.read") == ("M",)


def test_a_key_that_was_taken_away_is_free_for_another(memory: Memory) -> None:
    keys = Keys(memory)
    keys.take_away("article.read", "M")
    assert keys.add("article.star", "M") == ""
    assert "went to another" in keys.set_back("article.read")
    assert keys.of("article.read") == ()  # never two actions with one key
    keys.set_all_back()
    assert {name: keys.of(name) for name in FIRST} == FIRST


def test_an_action_has_only_so_many_keys(memory: Memory) -> None:
    keys = Keys(memory)
    for number in range(MOST - 1):
        assert keys.add("article.star", f"Ctrl+Alt+{number}") == ""
    assert "Take one away" in keys.add("article.star", "Ctrl+Alt+9")


def test_single_letters_are_switched_off_all_at_once_and_come_back(memory: Memory) -> None:
    keys = Keys(memory)
    keys.add("article.read", "X")
    keys.use_single_letters(False)
    assert [one for name in FIRST for one in keys.of(name) if is_single(one)] == []
    assert keys.of("go.next") == ("Alt+Down",)
    assert keys.of("edit.search") == ("Ctrl+Shift+F",)
    assert "is taken" in keys.add("go.back", "X")  # it will be back
    assert not Keys(memory).single_letters
    keys.use_single_letters(True)
    assert keys.of("article.read") == ("M", "X")


@pytest.mark.parametrize("keys", ["J", "/", "?", "5", "Shift+N"])
def test_what_types_a_sign_is_a_single_letter(keys: str) -> None:
    assert is_single(keys)


@pytest.mark.parametrize("keys", ["Ctrl+J", "F6", "Shift+F6", "Alt+1", "Ctrl++", "Del"])
def test_what_types_nothing_is_none(keys: str) -> None:
    assert not is_single(keys)


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "[]",
        "7",
        '{"nothing.known": ["X"]}',
        '{"article.star": "X"}',
        '{"article.star": null}',
    ],
)
def test_wrong_settings_are_left_aside(memory: Memory, text: str) -> None:
    memory.keep("keys", text)
    memory.keep("single_letters", "perhaps")
    keys = Keys(memory)
    assert {name: keys.of(name) for name in FIRST} == FIRST


def test_of_the_keys_in_the_settings_only_those_that_can_be_are_used(memory: Memory) -> None:
    star = '["Ctrl+C", "ctrl+alt+s", "Nonsense", 7, "X, Y"]'
    memory.keep("keys", f'{{"article.star": {star}, "go.next": ["Q", "X"]}}')
    keys = Keys(memory)
    assert keys.of("article.star") == ("Ctrl+Alt+S",)
    assert keys.of("go.next") == ("Q", "X")


def test_two_actions_with_one_key_in_the_settings_do_not_both_have_it(memory: Memory) -> None:
    memory.keep("keys", '{"go.next": ["Q"], "go.previous": ["Q", "S"]}')
    keys = Keys(memory)
    assert [name for name in FIRST if "Q" in keys.of(name)] == ["go.next"]
    assert keys.of("go.previous") == ("S",)
    assert keys.of("article.star") == ()  # whose first key is the person's for another


def test_actions_menus_and_tips_follow_at_once(memory: Memory, theme: Theme) -> None:
    owner = QObject()
    keys = Keys(memory)
    actions = Actions(theme, owner, keys)
    keys.take_away("article.star", "S")
    assert actions["article.star"].shortcuts() == []
    assert actions["article.star"].toolTip() == "Star the article, or take the star away"
    keys.add("article.star", "Ctrl+Alt+S")
    assert actions["article.star"].shortcut().toString() == "Ctrl+Alt+S"
    assert actions["article.star"].toolTip().endswith("(Ctrl+Alt+S)")
    assert actions.keys_of("article.star") == ("Ctrl+Alt+S",)
    keys.use_single_letters(False)
    assert actions["go.next"].shortcut().toString() == "Alt+Down"
