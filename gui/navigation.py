"""Which article or page is open: reading it off the GUI thread, its hits, back and forward."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gui.operations.articles import ArticleOperations
from gui.tabs.trail import Trail
from gui.tasks import Job, Tasks
from store.model import Changes, OpenArticle, Span

if TYPE_CHECKING:
    from store.library import Library

DWELL = 800
"""Milliseconds an article must be in view before it counts as read."""

LONGEST_DWELL = 60_000

NEVER = "never"
"""How it is remembered that articles are marked as read only when the person says so."""

Opened = tuple[OpenArticle | None, list[Span]]


def dwell_from(text: str) -> int | None:
    """Milliseconds from how they are remembered; ``None`` for never, the usual ones for anything wrong."""
    if text == NEVER:
        return None
    return min(int(text), LONGEST_DWELL) if text.isdecimal() and len(text) < 9 else DWELL


class Navigator(QObject):
    """The open article of one tab after the other."""

    opened = Signal(object, object)
    """``(OpenArticle | None, list[Span])``: another article, or other hits in it; none where a page
    is open instead."""

    refreshed = Signal(object)
    """``OpenArticle``: the same article after a change."""

    leaving = Signal()
    """Another article comes: what is in view of this one is lost unless it is written down now."""

    moved = Signal()
    """What ``can_go_back`` and ``can_go_forward`` say may have changed, or what the tab is called."""

    def __init__(
        self, library: Library, tasks: Tasks, articles: ArticleOperations, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library, self._tasks, self._articles = library, tasks, articles
        self.current: OpenArticle | None = None
        self.query = ""
        self.trail = Trail()
        """The articles of the tab that is shown."""
        self.returning = False
        """While ``opened`` is told: whether the article was open before, at ``trail.here``."""
        self._wanted: int | None = None
        self._job: Job | None = None  # reads the article
        self.marks_read = True
        self._marks_by_itself = True
        self._dwell = QTimer(self)
        self._dwell.setSingleShot(True)
        self._dwell.setInterval(DWELL)
        self._dwell.timeout.connect(self._seen)

    @property
    def current_id(self) -> int | None:
        """Number of the article that is open or being opened."""
        return self._wanted

    @property
    def page(self) -> str:
        """The address of the page that is open; empty where there is none."""
        return self.trail.page

    @property
    def is_empty(self) -> bool:
        """Whether neither an article nor a page is open or being opened."""
        return self._wanted is None and not self.page

    def open(self, article_id: int, *, seen: bool = True, remember: bool = True) -> None:
        """Open an article. ``seen`` marks it as read when it stays in view."""
        self.leaving.emit()
        (self.trail.go if remember else self.trail.pass_by)(article_id)
        self.moved.emit()
        self._open(article_id, seen, False)

    def open_page(self, page: str) -> None:
        """Open a page over articles, by its address."""
        self.leaving.emit()
        self.trail.go(0, page)
        self.moved.emit()
        self._open_page(False)

    def open_now(self, article_id: int) -> None:
        """Open an article in the calling thread (for the first paint)."""
        self.trail.go(article_id)
        self._wanted = article_id
        self._show(self._read(article_id, self.query), True, False)
        self.moved.emit()

    def use(self, trail: Trail, *, now: bool = False) -> None:
        """Go on in another tab, where it was left; ``now``: in the calling thread (for the first paint)."""
        self.leaving.emit()
        self.trail = trail
        if trail.page:
            self._open_page(True)
        elif trail.article is None:
            self.close_article()
        elif now:
            self._wanted = trail.article
            self._show(self._read(trail.article, self.query), True, True)
        else:
            self._open(trail.article, True, True)
        self.moved.emit()

    def close_article(self) -> None:
        """Show no article."""
        self._dwell.stop()
        self._wanted = None
        self.trail.leave()
        self._show((None, []), False, False)
        self.moved.emit()

    def mark_after(self, milliseconds: int | None) -> None:
        """Mark articles as read that were in view so long; ``None``: only when the person says so."""
        self._dwell.stop()
        self._marks_by_itself = milliseconds is not None
        if milliseconds is not None:
            self._dwell.setInterval(milliseconds)

    def set_query(self, query: str) -> None:
        """Search for these words in the open article too."""
        if query != self.query:
            self.query = query
            if self._wanted is not None:
                self._open(self._wanted, False, False)

    def refresh(self, changes: Changes) -> None:
        """Read the open article again if a write changed it."""
        number = self._wanted
        if number is not None and number in changes.articles:
            self._tasks.read(
                lambda: self._library.article(number),
                lambda article: self._refresh(number, article),
                key=("refresh", id(self)),
            )

    @property
    def can_go_back(self) -> bool:
        """Whether something was open before this."""
        return self.trail.can_go_back

    @property
    def can_go_forward(self) -> bool:
        """Whether going back can be undone."""
        return self.trail.can_go_forward

    def back(self) -> None:
        """Open what was open before."""
        if self.can_go_back:
            self._step(self.trail.back)

    def forward(self) -> None:
        """Undo going back."""
        if self.can_go_forward:
            self._step(self.trail.forward)

    def stop(self) -> None:
        """Mark nothing as read any more (the window closes)."""
        self._dwell.stop()

    # -- inside

    def _open(self, article_id: int, seen: bool, returning: bool) -> None:
        self._dwell.stop()
        self._wanted = article_id
        query = self.query
        self._job = self._tasks.read(
            lambda: self._read(article_id, query),
            lambda found: self._show(found, seen, returning),
            key=("open", id(self)),
        )

    def _open_page(self, returning: bool) -> None:
        """Whoever hears of it reads and shows the page."""
        self._dwell.stop()
        if self._job is not None:
            self._job.cancel()
        self._wanted = None
        self._show((None, []), False, returning)

    def _step(self, step: Callable[[], None]) -> None:
        self.leaving.emit()
        step()
        if self.trail.page:
            self._open_page(True)
        elif self.trail.article is not None:
            self._open(self.trail.article, True, True)
        self.moved.emit()

    def _read(self, article_id: int, query: str) -> Opened:
        article = self._library.article(article_id)
        hits = self._library.hits(article_id, query) if article is not None and query else []
        return article, hits

    def _show(self, found: Opened, seen: bool, returning: bool) -> None:
        self.current, hits = found
        if self.current is None and self._wanted is not None:
            self._forget(self._wanted)
            if returning and self.trail.can_go_back:
                self._step(self.trail.back)  # over what is gone
                return
            self._wanted = None
        elif self.current is not None and self.trail.here is not None:
            before, self.trail.here.heading = self.trail.here.heading, self.current.row.heading
            if before != self.trail.here.heading:
                self.moved.emit()
        self.returning = returning
        self.opened.emit(self.current, hits)
        self.returning = False
        marks = seen and self.marks_read and self._marks_by_itself
        if marks and self.current is not None and not self.current.row.read:
            self._dwell.start()

    def _forget(self, article_id: int) -> None:
        self.trail.forget(article_id)
        self.moved.emit()

    def _refresh(self, number: int, article: OpenArticle | None) -> None:
        if article is None:
            self._forget(number)
            if self._wanted == number:
                self.close_article()
        elif number == self._wanted:
            self.current = article
            self.refreshed.emit(article)

    def _seen(self) -> None:
        if self.current is not None and not self.current.row.read:
            self._articles.saw(self.current.row)
