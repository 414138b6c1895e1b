"""The filters: counts, choosing one, combining, narrowing, collapsing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gui.sidebar.model import COUNT, Facet, FiltersModel, facets_of
from gui.sidebar.pane import Sidebar
from gui.theme import Theme
from store.folding import fold
from store.model import Choice, Choices, Filter

CHOICES = Choices(
    7,
    5,
    1,
    2,
    tuple(Choice(n.casefold(), n, 3) for n in ("Zakir Hasanov", "Levent Ergün")),
    (Choice("AZ", "Azerbaijan", 3), Choice("TR", "Türkiye", 3)),
    (Choice("2025", "2025", 1), Choice("2024", "2024", 1)),
    (Choice("check", "check", 2),),
)


@pytest.fixture
def pane(theme: Theme, qtbot: QtBot) -> Sidebar:
    made = Sidebar(theme)
    qtbot.addWidget(made)
    made.resize(200, 700)
    made.set_choices(CHOICES)
    made.show()
    qtbot.waitExposed(made)
    return made


def _click(pane: Sidebar, qtbot: QtBot, facet: Facet, ctrl: bool = False) -> None:
    index = pane.model.find(facet)
    place = pane.tree.visualRect(index).center()
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    qtbot.mouseClick(pane.tree.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def test_is_a_proper_model(qtmodeltester: ModelTester) -> None:
    model = FiltersModel()
    model.set_choices(CHOICES)
    qtmodeltester.check(model)


def test_a_click_chooses_one(pane: Sidebar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.chosen) as chosen:
        _click(pane, qtbot, Facet("country", "TR"))
    assert chosen.args == [Filter(country="TR")]
    with qtbot.waitSignal(pane.chosen) as chosen:
        _click(pane, qtbot, Facet("unread"))
    assert chosen.args == [Filter(unread=True)]


def test_ctrl_click_combines_and_takes_away(pane: Sidebar, qtbot: QtBot) -> None:
    _click(pane, qtbot, Facet("country", "TR"))
    _click(pane, qtbot, Facet("unread"), ctrl=True)
    assert pane.shown == Filter(country="TR", unread=True)
    _click(pane, qtbot, Facet("country", "AZ"), ctrl=True)  # one of each group
    assert pane.shown == Filter(country="AZ", unread=True)
    _click(pane, qtbot, Facet("unread"), ctrl=True)
    assert pane.shown == Filter(country="AZ")
    _click(pane, qtbot, Facet("country", "AZ"), ctrl=True)
    assert pane.shown == Filter()
    chosen = pane.tree.selectionModel().selectedIndexes()
    assert [index.data() for index in chosen] == ["All articles"]


def test_all_articles_clears_the_others(pane: Sidebar, qtbot: QtBot) -> None:
    _click(pane, qtbot, Facet("country", "TR"))
    _click(pane, qtbot, Facet("all"), ctrl=True)
    assert pane.shown == Filter()


def test_the_arrow_keys_choose(pane: Sidebar, qtbot: QtBot) -> None:
    pane.tree.setFocus()
    with qtbot.waitSignal(pane.chosen) as chosen:
        qtbot.keyClick(pane.tree, Qt.Key.Key_Down)
    assert chosen.args == [Filter(unread=True)]


def test_new_counts_keep_what_is_chosen(pane: Sidebar, qtbot: QtBot) -> None:
    _click(pane, qtbot, Facet("country", "TR"))
    heard: list[Filter] = []
    pane.chosen.connect(heard.append)
    more = Choices(9, 1, 1, 1, (), (Choice("AZ", "Azerbaijan", 4), Choice("TR", "Türkiye", 5)), (), ())
    pane.set_choices(more)
    assert heard == []
    assert pane.shown == Filter(country="TR")
    assert pane.model.find(Facet("country", "TR")).data(COUNT) == 5
    assert [i.data() for i in pane.tree.selectionModel().selectedIndexes()] == ["Türkiye"]


def test_groups_collapse_by_a_click_and_stay_so(pane: Sidebar, qtbot: QtBot) -> None:
    head = pane.model.find(Facet("country", "TR")).parent()
    place = pane.tree.visualRect(head).center()
    qtbot.mouseClick(pane.tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert pane.closed_groups == {"country"}
    pane.set_choices(Choices(1, 1, 1, 1, (), CHOICES.countries, (), ()))
    head = pane.model.find(Facet("country", "TR")).parent()
    assert not pane.tree.isExpanded(head)


def test_the_head_of_a_group_leaves_what_is_chosen(pane: Sidebar, qtbot: QtBot) -> None:
    _click(pane, qtbot, Facet("country", "TR"))
    heard: list[Filter] = []
    pane.chosen.connect(heard.append)
    head = pane.model.find(Facet("country", "TR")).parent()
    place = pane.tree.visualRect(head).center()
    for _ in range(2):
        qtbot.mouseClick(
            pane.tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
        )
    assert pane.tree.isExpanded(head)
    pane.tree.setFocus()
    pane.tree.setCurrentIndex(head)
    assert heard == []
    assert pane.shown == Filter(country="TR")
    assert [i.data() for i in pane.tree.selectionModel().selectedIndexes()] == ["Türkiye"]


def test_the_field_comes_with_many_people_and_narrows(pane: Sidebar, qtbot: QtBot) -> None:
    assert pane.narrow.isHidden()
    names = [f"Kadıoğlu {n}" if n == 3 else f"Person {n}" for n in range(30)]
    people = tuple(Choice(fold(name), name, 1) for name in names)
    pane.set_choices(Choices(1, 1, 1, 1, people, CHOICES.countries, (), ()))
    assert not pane.narrow.isHidden()
    qtbot.keyClicks(pane.narrow, "kadioglu")
    labels = {pane.model.index(r, 0, pane.model.index(1, 0)).data() for r in range(30)} - {None}
    assert labels == {"Kadıoğlu 3"}
    pane.narrow.clear()
    assert pane.model.find(Facet("person", "person 29")).isValid()


def test_painting_in_both_themes(pane: Sidebar, theme: Theme) -> None:
    for choice in ("light", "dark"):
        theme.choose(choice)  # type: ignore[arg-type]
        assert not pane.grab().isNull()
    assert not pane.tree.indexAt(QPoint(5, 690)).isValid()


def test_facets_and_filters_agree() -> None:
    f = Filter(unread=True, country="TR", tag="check")
    assert facets_of(f) == [Facet("unread"), Facet("country", "TR"), Facet("tag", "check")]
    built = Filter()
    for facet in facets_of(f):
        built = facet.put_on(built)
    assert built == f
    assert facets_of(Filter()) == [Facet("all")]


def test_restoring_a_filter_tells_nobody(pane: Sidebar) -> None:
    heard: list[Filter] = []
    pane.chosen.connect(heard.append)
    pane.choose(Filter(year="2024"))
    assert heard == []
    assert pane.tree.selectionModel().isSelected(pane.model.find(Facet("year", "2024")))


def test_very_many_people_are_listed_in_part_and_found_in_full(theme: Theme) -> None:
    model = FiltersModel(fold)
    people = tuple(Choice(f"person {n}", f"Person {n}", 1) for n in range(5000))
    model.set_choices(Choices(1, 1, 1, 1, people, (), (), ()))
    head = model.index(1, 0)
    assert model.rowCount(head) == 300
    assert head.data() == "People (300 of 5,000)"
    model.narrow("Person 4999")
    assert model.index(0, 0, model.index(1, 0)).data() == "Person 4999"


def test_people_who_are_not_among_the_most_frequent_are_asked_for(pane: Sidebar, qtbot: QtBot) -> None:
    people = tuple(Choice(f"p{n}", f"P{n}", 9) for n in range(400))
    pane.set_choices(replace(CHOICES, people=people, more_people=True))
    assert "People (300 of 400+)" in [pane.model.index(n, 0).data() for n in range(pane.model.rowCount())]
    with qtbot.waitSignal(pane.people_sought) as sought:
        pane.narrow.setText("rare")
    assert sought.args == ["rare"]
    assert not pane.model.find(Facet("person", "rare one")).isValid()
    pane.add_people((Choice("p1", "P1", 9), Choice("rare one", "Rare One", 1)))
    assert pane.model.find(Facet("person", "rare one")).isValid()
    assert pane.model.names("person")[-1] == "Rare One"
    assert len(pane.model.names("person")) == 401
