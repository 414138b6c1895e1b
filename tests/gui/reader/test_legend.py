"""The legend in a narrow reader, and the header above it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from gui.reader.header import Header
from gui.reader.legend import Legend
from gui.tagging.chips import ADD
from gui.theme import Theme
from store.model import Fact, Mark, MarkKind, Span
from tests.gui.reader.conftest import plain


@pytest.fixture
def legend(qtbot: QtBot, theme: Theme) -> Legend:
    made = Legend(theme)
    qtbot.addWidget(made)
    made.set_marks(Mark(Span(n, n + 1), kind, Fact("official"), "") for n, kind in enumerate(MarkKind))
    made.show()
    return made


def test_counts_give_way_to_names_where_the_room_is_narrow(legend: Legend) -> None:
    officials = legend.switch(MarkKind.OFFICIAL)
    legend.resize(1400, 60)
    wide = officials.sizeHint().width()
    legend.resize(400, 60)
    assert officials.sizeHint().width() == officials.width_with(count=False) < wide
    assert "1 in this article" in officials.accessibleName()
    legend.resize(1400, 60)
    assert officials.sizeHint().width() == wide


def test_what_adds_tags_stands_beside_the_date_until_there_are_some(qtbot: QtBot, theme: Theme) -> None:
    opened = plain("The minister arrived.")
    header = Header(theme)
    qtbot.addWidget(header)
    header.resize(500, 120)
    header.show()
    header.show_article(replace(opened, tags=()))
    bare = header.sizeHint().height()
    assert header.tags.isVisible()
    assert header.tags.width() >= header.tags.box_of(ADD).width()
    assert header.rect().contains(header.tags.geometry())
    header.show_article(replace(opened, tags=("to check", "armed forces")))
    assert header.sizeHint().height() > bare
