"""What is kept of windows: written down whole, read back tolerantly, never without end."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gui import kept
from gui.kept import KeptColumn, KeptList, KeptWindow, read, written
from gui.state import on_screen, tabs_with
from gui.tabs.trail import Place, Trail
from store.model import Fact, Filter


def _described(trail: Trail) -> tuple[object, ...]:
    return trail.places, trail.at, trail.here, trail.passing


def test_a_window_comes_back_as_it_was() -> None:
    way = Trail([Place(3, "Ergün & “Hasanov”", 12, 3, Fact("official", 1, "posts", 2), 40), Place(4)], 0)
    passing = Trail([Place(1)])
    passing.pass_by(9)
    left = Trail([Place(5)])
    left.leave()
    window = KeptWindow(
        place=(1, -2, 900, 700),
        maximized=True,
        panes="AAAA",
        sidebar=False,
        sidebar_narrow=True,
        sidebar_width=222,
        facts=False,
        closed_groups=("Years",),
        order="-heading",
        shown=Filter(unread=True, person="kadioglu, ziya", query='“x” "y"'),
        articles=KeptList(7, 3, 12, 4, ((0, 2), (5, 5))),
        columns=(KeptColumn((way, passing), 1, ((0, left),)),),
    )
    (back,) = read(written([window]))
    for name in KeptWindow.__dataclass_fields__:
        if name != "columns":
            assert getattr(back, name) == getattr(window, name), name
    (column,) = back.columns
    assert [_described(tab) for tab in column.tabs] == [_described(way), _described(passing)]
    assert column.at == 1
    assert [(at, _described(tab)) for at, tab in column.closed] == [(0, _described(left))]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "{}",
        "3",
        "[3]",
        "[null]",
        '[{"place": [1, 2], "columns": 3, "articles": [], "shown": 1}]',
        '[{"columns": [{"tabs": [{"places": [[1], "x", ["1", 2, 3, 4, 5, 6]], "at": "x"}, 7], "at": null}]}]',
        '[{"shown": {"unread": "yes", "person": true, "nobody": "x"}, "closed_groups": [1]}]',
        '[{"articles": {"count": "7", "selected": [[1], [1, "x"], 3]}}]',
        '[{"columns": [{"tabs": [], "closed": [[1], [2, 3]]}], "place": ["a", 1, 2, 3]}]',
    ],
)
def test_what_is_damaged_is_left_aside(text: str) -> None:
    for window in read(text):
        assert window.place is None
        assert window.shown == Filter()
        assert window.articles.count == 0
        assert [tab.article for column in window.columns for tab in column.tabs] in ([], [None])


def test_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_WINDOWS", 2)
    monkeypatch.setattr(kept, "MOST_TABS", 3)
    monkeypatch.setattr(kept, "MOST_PLACES", 4)
    tabs = tuple(Trail([Place(10 * n + m) for m in range(9)], 6) for n in range(8))
    windows = read(written([KeptWindow(columns=(KeptColumn(tabs, 6),))] * 5))
    assert len(windows) == 2
    (column,) = windows[0].columns
    assert len(column.tabs) == 3
    assert column.tabs[column.at].article == 66  # the tab in view, and where it was
    assert [len(tab.places) for tab in column.tabs] == [4, 4, 4]
    json.loads(written(windows))


def test_an_article_asked_for_comes_into_view() -> None:
    column = KeptColumn((Trail([Place(1)]), Trail(), Trail([Place(2)])), 2)
    tabs, at = tabs_with(column, None)
    assert ([tab.article for tab in tabs], at) == ([1, 2], 0)
    tabs, at = tabs_with(column, 2)
    assert ([tab.article for tab in tabs], at) == ([1, 2], 1)
    tabs, at = tabs_with(column, 7)
    assert ([tab.article for tab in tabs], at) == ([1, 2, 7], 2)


def test_a_window_comes_back_only_onto_a_screen(qapp: QApplication) -> None:
    free = QGuiApplication.primaryScreen().availableGeometry()
    seen = QRect(free.x() + 20, free.y() + 20, 500, 400)
    assert on_screen(seen) == seen
    assert free.contains(on_screen(QRect(90_000, 90_000, 5_000, 400)))
