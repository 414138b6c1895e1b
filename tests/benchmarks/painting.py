"""How long an article takes from being asked for to being painted, beside the same words as plain text.

Told is the time that the thread of the window worked: what else runs on the machine is not in it.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from gui.reader.book import Book
from gui.reader.pane import ReaderPane
from gui.reader.view import ReaderView
from gui.theme import Theme
from store.marks import marks
from store.model import (
    Article,
    ArticleRow,
    Ceremony,
    Evidence,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Official,
    OpenArticle,
    Post,
    Reading,
    Role,
    Source,
    Span,
    Stated,
)
from tests.benchmarks.goals import Goal, Goals
from tests.benchmarks.timing import heading, ms, row

SMALL = Goal("2 KB with 200 marks, painted", "ms", most=5)
LARGE = Goal("200 KB with 5,000 marks, painted", "ms", most=40)
STEP = Goal("a page further down in the large one", "ms", most=16)

_CLAUSE = (
    "Colonel General Ali Veli, Minister of Defence, met Jan Novak in Baku on 3 May 2024"
    " about trade at the Lodge. "
)
_MARKED = (
    "Colonel General", "Ali Veli", "Minister of Defence", "met", "Jan Novak", "Baku", "3 May 2024", "trade",
    "the Lodge", "Lodge",
)  # fmt: skip


def run(rounds: int) -> None:
    """Print the table."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme = Theme("light")
    theme.apply()
    gc.collect()
    gc.freeze()  # as the program does
    goals = Goals()
    heading("painting, work of the thread", "plain text", "with marks", "ratio", "whole pane", "next page")
    for name, size, count, goal in (
        ("2 KB, 200 marks", 2_000, 200, SMALL),
        ("200 KB, 200 marks", 200_000, 200, None),
        ("200 KB, 5,000 marks", 200_000, 5_000, LARGE),
    ):
        plain, marked, whole, step = _measured(theme, article(size, count), rounds)
        cells = [ms(plain), ms(marked), f"{marked / plain:.1f} x", ms(whole), ms(step)]
        row(name, *cells)
        if goal is not None:
            goals.note(goal, marked * 1000)
        goals.note(STEP, step * 1000)
    goals.tell()


def _measured(theme: Theme, opened: OpenArticle, rounds: int) -> tuple[float, float, float, float]:
    """Seconds, the medians, of the plain text, the text with marks, the whole pane, and one page further."""
    pane, view, plain = ReaderPane(theme), ReaderView(theme), QTextEdit()
    plain.setFont(view.font())
    widgets: tuple[QWidget, ...] = (pane, view, plain)
    for widget in widgets:
        widget.resize(900, 900)
        widget.show()
    other, bar = article(500, 4, key="other"), view.verticalScrollBar()

    def marked() -> None:
        view.show_text(opened.article.text)
        book = Book(opened, view.map)
        view.set_marks(book.layers(), book.signs())

    def turn() -> None:
        bar.setValue(bar.value() + bar.pageStep() if bar.value() < bar.maximum() else 0)

    results = [
        statistics.median(_times(show, before, painted, rounds))
        for show, before, painted in (
            (lambda: plain.setPlainText(opened.article.text), plain.clear, plain.viewport()),
            (marked, lambda: view.show_text(""), view.viewport()),
            (lambda: pane.show_article(opened), lambda: pane.show_article(other), pane),
        )
    ]
    marked()
    view.reveal(0, 1)  # which lays all of it out
    results.append(statistics.median(_times(turn, lambda: None, view.viewport(), rounds)))
    for widget in widgets:
        widget.close()
        widget.deleteLater()
    return results[0], results[1], results[2], results[3]


def _times(
    show: Callable[[], object], before: Callable[[], object], painted: QWidget, rounds: int
) -> Iterator[float]:
    for number in range(rounds + 1):
        before()
        painted.repaint()
        QApplication.processEvents()
        start = time.thread_time()
        show()
        painted.repaint()
        if number:  # the first one warms up
            yield time.thread_time() - start


def article(size: int, count: int, key: str = "painted") -> OpenArticle:
    """An article of about that many letters with exactly that many marks."""
    clauses = max(size // len(_CLAUSE), -(-count // len(_MARKED)))
    text = "".join(_CLAUSE + ("\n\n" if n % 6 == 5 else "") for n in range(clauses))
    made = OpenArticle(
        ArticleRow(hash(key) % 1000, key, "2024-05-03", "Ali Veli met Jan Novak", None, (), True, False, 0),
        Article(key, text),
        Source("", "text", "utf-8", "", "2024-05-03T00:00:00Z"),
        _reading(text, count),
        (),
        (),
    )
    assert len(marks(made.article, made.reading)) == count
    return made


def _reading(text: str, count: int) -> Reading:
    """Marks of ten kinds, spread evenly."""
    found: dict[str, list[Span]] = {words: [] for words in _MARKED}
    every = list(_places(text))
    step = len(every) / count
    for n in range(count):
        words, span = every[int(n * step)]
        found[words].append(span)
    why = {words: Evidence(tuple(spans), "by.benchmark", 1.0) for words, spans in found.items()}
    nothing = Evidence(())
    officials = (
        Official(
            "Ali Veli", Stated("Colonel General", why["Colonel General"]),
            (Post("Minister of Defence", None, None, why["Minister of Defence"]),), None,
            Stated(Role.HOST, nothing), why["Ali Veli"].spans, nothing,
        ),
        Official("Jan Novak", None, (), None, Stated(Role.GUEST, nothing), why["Jan Novak"].spans, nothing),
    )  # fmt: skip
    meeting = Meeting(
        Stated(MeetingKind.MEETING, nothing), Stated(MeetingStatus.HELD, nothing),
        Stated("2024-05-03", why["3 May 2024"]), Stated("Baku", why["Baku"]),
        Stated("the Lodge", why["the Lodge"]), (), (), (), (), None, (Stated("trade", why["trade"]),),
        why["met"],
    )  # fmt: skip
    return Reading(officials=officials, meetings=(meeting,), ceremonies=(Ceremony("Lodge", why["Lodge"]),))


def _places(text: str) -> Iterator[tuple[str, Span]]:
    at = text.find(_CLAUSE)
    while at >= 0:
        for words in _MARKED:
            start = at + _CLAUSE.index(words)
            yield words, Span(start, start + len(words))
        at = text.find(_CLAUSE, at + len(_CLAUSE))
