"""Every action: menu place, words, keys."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar
from pytestqt.qtbot import QtBot

from gui.actions import Actions
from gui.menus.every import ACTIONS, MENUS, by_menu
from gui.theme import Theme


def test_every_action_is_told_in_full() -> None:
    names = Counter(spec.name for spec in ACTIONS)
    assert max(names.values()) == 1
    tops = {title.replace("&", "") for title in MENUS}
    for spec in ACTIONS:
        assert spec.menu.partition("/")[0] in tops, spec.name
        assert spec.text.strip(), spec.name
        assert "&" in spec.text, f"{spec.name} has no access key"
        assert spec.tip.strip(), spec.name


def test_no_shortcut_is_used_twice() -> None:
    keys = Counter(QKeySequence(keys).toString() for spec in ACTIONS for keys in spec.shortcuts)
    assert "" not in keys
    assert [k for k, n in keys.items() if n > 1] == []


def test_access_keys_are_unique_in_their_menu() -> None:
    for menu in {spec.menu for spec in ACTIONS}:
        letters = Counter(
            spec.text[spec.text.index("&") + 1].casefold() for spec in ACTIONS if spec.menu == menu
        )
        letters.update(
            sub[sub.index("&") + 1].casefold()
            for sub in {s.menu.partition("/")[2] for s in ACTIONS if s.menu.startswith(f"{menu}/")}
        )
        assert [k for k, n in letters.items() if n > 1] == [], menu


def test_menus_hold_every_action(theme: Theme, qtbot: QtBot) -> None:
    owner = QObject()
    actions = Actions(theme, owner)
    bar = QMenuBar()
    qtbot.addWidget(bar)
    actions.build_menus(bar)
    found = set()
    menus = [action.menu() for action in bar.actions()]
    while menus:
        for action in menus.pop().actions():  # type: ignore[attr-defined]
            if action.menu() is not None:
                menus.append(action.menu())
            else:
                found.add(action.objectName())
    assert {spec.name for spec in ACTIONS} <= found


def test_tooltips_name_the_keys(theme: Theme) -> None:
    owner = QObject()
    actions = Actions(theme, owner)
    assert actions["article.star"].toolTip() == "Star the article, or take the star away (S)"
    actions.set_text("edit.undo", "&Undo Star")
    assert actions["edit.undo"].text() == "&Undo Star"
    assert actions["edit.undo"].toolTip().endswith("(Ctrl+Z)")


def test_lines_part_what_is_inside_one_menu(theme: Theme, qtbot: QtBot) -> None:
    owner = QObject()
    actions = Actions(theme, owner)
    bar = QMenuBar()
    qtbot.addWidget(bar)
    actions.build_menus(bar)
    edit = next(action.menu() for action in bar.actions() if action.text() == "&Edit")
    assert isinstance(edit, QMenu)
    copying = next(action.menu() for action in edit.actions() if action.text() == "Cop&y facts")
    assert isinstance(copying, QMenu)
    shape = "".join("-" if action.isSeparator() else "x" for action in copying.actions())
    assert shape == "xxx-xxx-xxx"
    for title in bar.actions():
        menu = title.menu()
        assert isinstance(menu, QMenu)
        shape = "".join("-" if action.isSeparator() else "x" for action in menu.actions())
        assert not shape.startswith("-")
        assert not shape.endswith("-")
        assert "--" not in shape


def test_settings_end_the_menu_they_stand_in() -> None:
    names = [spec.name for spec in by_menu(ACTIONS) if spec.menu.partition("/")[0] == "Edit"]
    assert names[-1] == "edit.settings"
