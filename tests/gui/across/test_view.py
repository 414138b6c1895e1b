"""The page view: what is shown, how links are reached, what is copied and printed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from gui.across.copying import as_markdown, as_text, selected_text
from gui.across.document import MOST_ROWS
from gui.across.printing import pdf
from gui.across.view import PageView
from gui.theme import Theme
from store.across.page import Link, Page, Paragraph, Run, Table, cell, to_article
from store.model import Span
from tests.gui.across.sample import PAGE


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> PageView:
    made = PageView(theme)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    made.show_page(PAGE)
    return made


def _where(view: PageView, words: str) -> QPoint:
    """The middle of words of the page."""
    cursor = view.document().find(words)
    assert not cursor.isNull(), words
    end = view.cursorRect(cursor).center()
    cursor.setPosition(cursor.selectionStart())
    return (end + view.cursorRect(cursor).center()) / 2


def test_all_of_a_page_is_shown_as_it_is(view: PageView) -> None:
    text = view.toPlainText()
    for words in ("Dialogue <b>&amp;</b>", "2 sessions", "16 is missing", "Bakı | 2", "Ergün 😀", "– gone"):
        assert words in text
    assert view.accessibleName() == "Page: Military Dialogue <b>&amp;</b>"
    assert view.horizontalScrollBar().maximum() == 0


def test_tab_goes_from_link_to_link_and_return_follows(view: PageView, qtbot: QtBot) -> None:
    chosen: list[tuple[Link, bool]] = []
    view.link_chosen.connect(lambda link, apart: chosen.append((link, apart)))
    view.setFocus()
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert view.link_in_focus == to_article(3, Span(4, 9))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert chosen == [(to_article(3, Span(4, 9)), False), (Link("person", "zakir hasanov"), True)]


def test_a_click_follows_and_ctrl_opens_apart(view: PageView, qtbot: QtBot) -> None:
    chosen: list[tuple[Link, bool]] = []
    view.link_chosen.connect(lambda link, apart: chosen.append((link, apart)))
    person, place = Link("person", "zakir hasanov"), _where(view, "Zakir Hasanov")
    left, middle, ctrl = (
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.MiddleButton,
        Qt.KeyboardModifier.ControlModifier,
    )
    qtbot.mouseClick(view.viewport(), left, pos=place)
    qtbot.mouseClick(view.viewport(), left, ctrl, place)
    qtbot.mouseClick(view.viewport(), middle, pos=place)
    assert chosen == [(person, False), (person, True), (person, True)]


def test_nothing_is_ever_loaded(view: PageView, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    kinds = QTextDocument.ResourceType
    for kind in (kinds.HtmlResource, kinds.ImageResource, kinds.StyleSheetResource):
        assert view.loadResource(kind.value, QUrl.fromLocalFile(str(secret))) is None
    before = view.toPlainText()
    view.anchorClicked.emit(QUrl.fromLocalFile(str(secret)))
    view.anchorClicked.emit(QUrl("way:999"))
    assert view.toPlainText() == before


def test_a_tone_is_a_shape_besides_a_colour(theme: Theme, qtbot: QtBot) -> None:
    tones = ("new", "gone", "changed", "gap", "warning")
    runs = tuple(Run(name, None, name) for name in tones)  # type: ignore[arg-type]
    made = PageView(theme)
    qtbot.addWidget(made)
    made.show_page(Page("Tones", "", (Paragraph((Run("plain"), *runs)),)))

    def shape(words: str) -> tuple[object, ...]:
        form = made.document().find(words).charFormat()
        return form.fontWeight(), form.fontStrikeOut(), form.fontItalic(), form.underlineStyle()

    assert all(shape(name) != shape("plain") for name in tones)


def test_a_long_table_is_cut_until_all_is_asked_for(theme: Theme, qtbot: QtBot) -> None:
    rows = tuple((cell(f"row {n} of it"),) for n in range(MOST_ROWS + 30))
    made = PageView(theme)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.show_page(Page("Long", "", (Table("Rows", ("Name",), rows),)))
    last = f"row {MOST_ROWS + 29} of it"
    assert last not in made.toPlainText()
    assert "30 more rows" in made.toPlainText()
    made.setFocus()
    qtbot.keyClick(made, Qt.Key.Key_Tab)
    qtbot.keyClick(made, Qt.Key.Key_Return)
    assert last in made.toPlainText()
    made.show_page(Page("Other", "", (Table("Rows", ("Name",), rows),)))
    assert last not in made.toPlainText()


def test_the_same_page_again_stays_where_it_is(theme: Theme, qtbot: QtBot) -> None:
    lines = tuple(Paragraph(cell(f"line {n}")) for n in range(200))
    made = PageView(theme)
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    page = Page("Many", "", lines)
    made.show_page(page)
    made.go_to_place(made.document().find("line 120").position(), 0)
    place = made.place
    assert made.verticalScrollBar().value() > 0
    made.show_page(replace(page, subtitle=""), stay=True)
    theme.choose("dark")
    assert made.place == place
    made.show_page(Page("Another", "", lines))
    assert made.verticalScrollBar().value() == 0


def test_a_page_as_text_and_as_markdown() -> None:
    text = as_text(PAGE)
    assert "15\tBaku\tZakir Hasanov\n" in text
    assert "Each session leads to its article." in text
    written = as_markdown(PAGE)
    assert r"# Military Dialogue \<b\>&amp;\</b\>" in written
    assert "| No. | Place | Head |\n| --- | --- | --- |\n| 15 | Baku | Zakir Hasanov |\n" in written
    assert r"| 17 | Bakı \| 2 | **Levent Ergün 😀** |" in written
    assert "~~– gone~~" in written


def test_what_is_selected_is_copied_by_rows(view: PageView, qtbot: QtBot) -> None:
    view.selectAll()
    assert "17\tBakı | 2\tLevent Ergün 😀\nEach session" in selected_text(view.textCursor())
    copied = view.createMimeDataFromSelection()
    assert "15\tBaku\tZakir Hasanov" in copied.text()
    assert "<table" in copied.html()
    assert "way:" not in copied.html()


def test_a_page_becomes_a_pdf(theme: Theme) -> None:
    made = pdf(PAGE)
    assert made.startswith(b"%PDF")
    assert made.rstrip().endswith(b"%%EOF")
