"""From the list of all series to a series, its gap, and the words of a session."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.across.commands import facet_menu, ways
from gui.across.pane import PagePane
from gui.sidebar.model import Facet
from gui.window import MainWindow
from store.across.page import Link
from tests.journeys.conftest import Start, opened, settle


def pane_of(window: MainWindow) -> PagePane:
    pane = window.reading.column.page
    assert pane is not None
    return pane


def tab_to(qtbot: QtBot, pane: PagePane, kind: str) -> Link:
    """Go by Tab to the first link of a kind."""
    pane.view.setFocus()
    for _ in range(60):
        qtbot.keyClick(pane.view, Qt.Key.Key_Tab)
        link = pane.view.link_in_focus
        if link is not None and link.kind == kind:
            return link
    raise AssertionError(f"no link of kind {kind}")


def test_from_all_series_to_the_words_of_a_session(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.actions_["across.series"].trigger()
    settle(qtbot, window)
    pane = pane_of(window)
    assert "Dialogue" in pane.view.toPlainText()
    tab_to(qtbot, pane, "series")
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    settle(qtbot, window)
    text = pane_of(window).view.toPlainText()
    assert "15" in text
    assert "17" in text
    assert "16" in text.split("Sessions")[1]
    link = tab_to(qtbot, pane_of(window), "article")
    qtbot.keyClick(pane_of(window).view, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert opened(window).row.id == link.article[0]
    window.actions_["go.back"].trigger()
    window.actions_["go.back"].trigger()
    settle(qtbot, window)
    assert pane_of(window).view.accessibleName() == "Page: Series"


def test_a_person_of_the_facts_and_of_the_filters_has_a_page(start: Start, qtbot: QtBot) -> None:
    window = start()
    facts = window.reading.facts
    cell = next(one for one in facts.canvas.cells if one.value is not None and one.value.person)
    assert cell.value is not None
    menu = facts.menu(cell.value)
    about = next(one for one in menu.actions() if one.text().replace("&", "").startswith("All about"))
    about.trigger()
    settle(qtbot, window)
    title = pane_of(window).view.accessibleName()
    assert cell.value.person in title
    assert "6 Dec 2023" in pane_of(window).view.toPlainText()
    choices = window.sidebar.model.choices.people
    hasanov = next(one for one in choices if one.label == "Zakir Hasanov")
    menu = facet_menu(window, Facet("person", hasanov.key), hasanov.label)
    texts = [one.text().replace("&", "") for one in menu.actions()]
    assert texts[:3] == ["Only articles of this", "All about Zakir Hasanov", "The same in a new tab"]
    assert texts[3:] == ["Timeline", "Calendar", "Who met whom"]
    menu.actions()[2].trigger()
    settle(qtbot, window)
    tabs = window.reading.column.tabs
    assert tabs[-1].page == f"person {hasanov.key}" or len(tabs) == 1


def test_a_country_of_the_filters_has_a_page_that_leads_to_its_pairs(start: Start, qtbot: QtBot) -> None:
    window = start()
    menu = facet_menu(window, Facet("country", "TR"), "Türkiye")
    texts = [one.text().replace("&", "") for one in menu.actions()]
    assert texts[:3] == ["Only articles of this", "All about Türkiye", "The same in a new tab"]
    menu.actions()[1].trigger()
    settle(qtbot, window)
    told = pane_of(window).view.toPlainText()
    assert "Whom it met" in told
    assert "Levent Ergün" in told
    assert tab_to(qtbot, pane_of(window), "pair").both == ("TR", "AZ")
    ways(window).follow(Link("search", "country:TR"))
    settle(qtbot, window)
    assert window.search.query == "country:TR"


def test_a_country_of_the_facts_has_a_page(start: Start, qtbot: QtBot) -> None:
    window = start()
    facts = window.reading.facts
    value = next(one.value for one in facts.canvas.cells if one.value is not None and one.value.country)
    menu = facts.menu(value)
    about = next(one for one in menu.actions() if one.text().replace("&", "") == "All about Azerbaijan")
    about.trigger()
    settle(qtbot, window)
    assert window.navigator.page == "country AZ"


def test_the_occasion_of_a_meeting_leads_to_its_series(start: Start, qtbot: QtBot) -> None:
    window = start()
    facts = window.reading.facts
    values = [one.value for one in facts.canvas.cells if one.value is not None and one.value.fact is not None]
    occasion = next(v for v in values if v.fact is not None and v.fact.field == "occasion")
    menu = facts.menu(occasion)
    series = next(one for one in menu.actions() if "series" in one.text())
    series.trigger()
    settle(qtbot, window)
    assert "no. 16 missing" in pane_of(window).view.toPlainText()


def test_from_all_pairs_to_a_pair(start: Start, qtbot: QtBot) -> None:
    window = start()
    window.actions_["across.pairs"].trigger()
    settle(qtbot, window)
    link = tab_to(qtbot, pane_of(window), "pair")
    assert link.both == ("AZ", "TR")
    qtbot.keyClick(pane_of(window).view, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert "Türkiye" in pane_of(window).view.toPlainText()
    assert "12 Dec 2024" in pane_of(window).view.toPlainText()
