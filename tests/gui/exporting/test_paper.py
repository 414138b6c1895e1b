"""An article on paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gui.exporting import paper
from gui.theme import Theme, load_scheme
from store import anchors
from store.model import Annotation, Article, Fact, FactState, MarkStyle, OpenArticle, Reading, Span
from tests.fabricated import opened, second


def noted() -> OpenArticle:
    """The article of 2025 with highlights that overlap, one that has lost its words, one on the whole."""
    article = opened(*second())
    text = article.article.text

    def note(words: str, number: int, style: MarkStyle, said: str = "") -> Annotation:
        start = text.index(words)
        anchor = anchors.make(text, Span(start, start + len(words)))
        return Annotation(number, 1, anchor, "green", style, said, ("x",), "", "")

    first = note("received a delegation", 1, MarkStyle.FILL, "**why**?")
    lost = replace(first, orphan=True, anchor=replace(first.anchor, exact="gone words", span=Span(0, 0)))
    own = (
        first,
        note("delegation headed", 2, MarkStyle.WAVE),
        lost,
        replace(first, anchor=anchors.WHOLE, note="on all"),
    )
    states = {Fact("official", 1, "rank"): FactState.CORRECTED}
    return replace(article, annotations=own, states=states)


def format_at(document: QTextDocument, words: str) -> QTextCharFormat:
    cursor = document.find(words)
    assert not cursor.isNull(), words
    return QTextCursor(cursor).charFormat()


def test_all_that_is_known_is_on_paper(theme: Theme, qtbot: QtBot) -> None:
    document = paper.document_of(noted())
    text = document.toPlainText()
    assert text.startswith("004_834a0b8676b6a784\nTrend · 17 December 2025")
    for said in (
        "received a delegation1 headed2 by the Second Chief",
        "1. “received a delegation”\n**why**?\nx",
        "3. “gone words” (no longer in the article)",
        "4. On the whole article\non all",
        "Levent Ergün (guest)",
        "Rank: Army General (corrected)",
        "Country: Türkiye “Republic of Türkiye”",
        "Also present: not stated",
    ):
        assert said in text, said


def test_highlights_look_as_they_do(theme: Theme, qtbot: QtBot) -> None:
    document, roles = paper.document_of(noted()), load_scheme("light").roles
    plain, both, wave = (format_at(document, said) for said in ("received a", "delegation", "headed"))
    assert plain.background().color().name() == roles["highlight.green"].lower()
    assert both.background().color().name() == roles["highlight.green"].lower()
    assert both.underlineStyle() == wave.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline
    assert wave.underlineColor().name() == roles["highlight.green.line"].lower()


@pytest.mark.parametrize("text", ["", "<b>bold</b> & more", "a\ufffcb\n\n\x00c", "İ😀ə"])
def test_any_text_is_text(theme: Theme, qtbot: QtBot, text: str) -> None:
    document = paper.document_of(opened(Article("k", text), Reading()))
    said = text.replace("\ufffc", "\ufffd").replace("\x00", "\ufffd")
    assert said in document.toPlainText()


def test_a_pdf_is_one(theme: Theme, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = paper.pdf(noted())
    assert made.startswith(b"%PDF-")
    assert made.rstrip().endswith(b"%%EOF")
    asked: list[str] = []

    def ask(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        asked.append(name)
        return str(tmp_path / "x"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    article = noted()
    named = replace(article, row=replace(article.row, heading='A/B: "talks"'))
    assert paper.ask_file(named, None) == tmp_path / "x.pdf"  # type: ignore[arg-type]
    assert asked == ["A B talks .pdf".replace(" .", ".")]
