"""Which two parties met, the most frequent first."""

from __future__ import annotations

from store.across.page import Table, text_of, to_pair
from store.across.pair_list import list_page, pairs_of


def test_each_two_of_several_are_a_pair() -> None:
    met = [(("AZ", "TR"), 3), (("AZ", "GE", "TR"), 2), (("FR",), 4)]
    assert pairs_of(met) == [("AZ", "TR", 5), ("AZ", "GE", 2), ("GE", "TR", 2)]


def test_the_page_leads_to_each_pair() -> None:
    page = list_page([(("AZ", "TR"), 3)])
    (table,) = page.blocks
    assert isinstance(table, Table)
    ((name, number),) = table.rows
    assert text_of(name) == "Azerbaijan and Türkiye"
    assert name[0].link == to_pair("AZ", "TR")
    assert text_of(number) == "3"
    assert page.subtitle == "1 pair"


def test_where_nobody_met_that_is_said() -> None:
    page = list_page([])
    assert page.subtitle == ""
    assert len(page.blocks) == 1
