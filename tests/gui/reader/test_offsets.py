"""Offsets of the article and positions of the document agree, whatever is in the text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from gui.reader.offsets import TextMap
from store.model import Span

AWKWARD = "\r\n\u2028\u2029\x00\x0b\x0c\x1c\x85\xa0\xad\ufeff\ufffc\ufdd0\ufdd1\u0301\u200d😀🇹🇷𐍈İıəß<&e"
TEXTS = st.text(st.sampled_from(AWKWARD) | st.characters(), max_size=40)
LINE_ENDS = str.maketrans({"\u2029": "\n", "\r": "\n"})


def _document(shown: str) -> QTextDocument:
    document = QTextDocument()
    document.setPlainText(shown)
    return document


def _between(document: QTextDocument, start: int, end: int) -> str:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


@given(TEXTS)
@example("\r\n\r\r\n\n\r")
@example("a\ufdd0b\ufdd1c")
def test_the_document_has_as_many_positions_as_the_map_says(qapp: QApplication, text: str) -> None:
    known = TextMap(text)
    document = _document(known.shown)
    assert document.characterCount() - 1 == known.length  # Qt ends every document with a line end of its own


@given(TEXTS)
@example("\r\n")
@example("😀\r\n😀")
def test_every_character_is_where_the_map_says(qapp: QApplication, text: str) -> None:
    known = TextMap(text)
    document = _document(known.shown)
    for offset, character in enumerate(text):
        span = Span(offset, offset + 1)
        shown = _between(document, *known.positions(span)).translate(LINE_ENDS)
        expected = "\n" if character in "\r\n\u2029" else character
        if "\ufdd0" <= character <= "\ufdd1" or "\ud800" <= character <= "\udfff":
            expected = "\ufffd"
        assert shown == expected, (offset, character)


@given(TEXTS, st.data())
def test_spans_come_back_as_they_went(qapp: QApplication, text: str, data: st.DataObject) -> None:
    known = TextMap(text)
    edges = [i for i in range(len(text) + 1) if text[max(i - 1, 0) : i + 1] != "\r\n" or i == 0]
    start, end = sorted((data.draw(st.sampled_from(edges)), data.draw(st.sampled_from(edges))))
    assert known.span(*known.positions(Span(start, end))) == Span(start, end)


@given(TEXTS)
def test_maps_never_go_back(text: str) -> None:
    known = TextMap(text)
    positions = [known.position(offset) for offset in range(len(text) + 1)]
    assert positions == sorted(positions)
    assert positions[0] == 0
    assert positions[-1] == known.length
    offsets = [known.offset(position) for position in range(known.length + 1)]
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)


@given(TEXTS, st.integers(-3, 90), st.integers(-3, 90))
def test_any_selection_is_a_span_of_whole_characters(text: str, start: int, end: int) -> None:
    known = TextMap(text)
    span = known.span(start, end)
    assert 0 <= span.start <= span.end <= len(text)
    low, high = known.positions(span)
    assert low <= max(0, min(start, end, known.length))
    assert high >= min(max(start, end, 0), known.length)


@pytest.mark.parametrize(
    ("text", "quote", "positions"),
    [
        ("😀 Levent Ergün", "Levent Ergün", (3, 15)),
        ("a\r\nb\r\nErgün", "Ergün", (4, 9)),
        ("Kadıoğlu\r\nZiya", "Kadıoğlu\r\nZiya", (0, 13)),
        ("e\u0301 Ergün", "Ergün", (3, 8)),
        ("🇹🇷🇦🇿 x", "x", (9, 10)),
    ],
)
def test_known_places(text: str, quote: str, positions: tuple[int, int]) -> None:
    start = text.index(quote)
    known = TextMap(text)
    span = Span(start, start + len(quote))
    assert known.positions(span) == positions
    assert known.span(*positions) == span
    assert known.quote(span) == quote


def test_inside_a_pair_and_inside_a_line_end() -> None:
    known = TextMap("😀x\r\ny")
    assert known.span(1, 2) == Span(0, 1)
    assert known.offset(1) == 0
    assert known.position(3) == 3  # between CR and LF: before the line end
    assert known.positions(Span(2, 3)) == (3, 4)
    assert known.positions(Span(3, 4)) == (3, 4)
