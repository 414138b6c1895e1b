"""Which article is open: reading it off the GUI thread, its hits, back and forward, and marking it read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gui.operations.articles import ArticleOperations
from gui.tasks import Tasks
from store.model import Changes, OpenArticle, Span

if TYPE_CHECKING:
    from store.library import Library

DWELL = 800
"""Milliseconds an article must be in view before it counts as read."""

_REMEMBERED = 100

Opened = tuple[OpenArticle | None, list[Span]]


class Navigator(QObject):
    """The open article of one window."""

    opened = Signal(object, object)
    """``(OpenArticle | None, list[Span])``: another article, or other hits in it."""

    refreshed = Signal(object)
    """``OpenArticle``: the same article after a change."""

    moved = Signal()
    """What ``can_go_back`` and ``can_go_forward`` say may have changed."""

    def __init__(
        self, library: Library, tasks: Tasks, articles: ArticleOperations, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library, self._tasks, self._articles = library, tasks, articles
        self.current: OpenArticle | None = None
        self.query = ""
        self._wanted: int | None = None
        self._trail: list[int] = []
        self._at = -1
        self.marks_read = True
        self._dwell = QTimer(self)
        self._dwell.setSingleShot(True)
        self._dwell.setInterval(DWELL)
        self._dwell.timeout.connect(self._seen)

    @property
    def current_id(self) -> int | None:
        """Number of the article that is open or being opened."""
        return self._wanted

    def open(self, article_id: int, *, seen: bool = True, remember: bool = True) -> None:
        """Open an article. ``seen`` marks it as read when it stays in view."""
        self._dwell.stop()
        self._wanted = article_id
        if remember:
            self._remember(article_id)
        query = self.query
        self._tasks.read(
            lambda: self._read(article_id, query),
            lambda found: self._show(found, seen),
            key=("open", id(self)),
        )

    def open_now(self, article_id: int) -> None:
        """Open an article in the calling thread (for the first paint)."""
        self._wanted = article_id
        self._remember(article_id)
        self._show(self._read(article_id, self.query), True)

    def close_article(self) -> None:
        """Show no article."""
        self._dwell.stop()
        self._wanted = None
        self._show((None, []), False)

    def set_query(self, query: str) -> None:
        """Search for these words in the open article too."""
        if query != self.query:
            self.query = query
            if self._wanted is not None:
                self.open(self._wanted, seen=False, remember=False)

    def refresh(self, changes: Changes) -> None:
        """Read the open article again if a write changed it."""
        number = self._wanted
        if number is not None and number in changes.articles:
            self._tasks.read(lambda: self._library.article(number), self._refresh, key=("refresh", id(self)))

    @property
    def can_go_back(self) -> bool:
        """Whether an article was open before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether going back can be undone."""
        return self._at < len(self._trail) - 1

    def back(self) -> None:
        """Open the article that was open before."""
        if self.can_go_back:
            self._step(-1)

    def forward(self) -> None:
        """Undo going back."""
        if self.can_go_forward:
            self._step(1)

    def stop(self) -> None:
        """Mark nothing as read any more (the window closes)."""
        self._dwell.stop()

    # -- inside

    def _step(self, by: int) -> None:
        self._at += by
        self.open(self._trail[self._at], remember=False)
        self.moved.emit()

    def _remember(self, article_id: int) -> None:
        if self._at >= 0 and self._trail[self._at] == article_id:
            return
        self._trail = [*self._trail[: self._at + 1], article_id][-_REMEMBERED:]
        self._at = len(self._trail) - 1
        self.moved.emit()

    def _read(self, article_id: int, query: str) -> Opened:
        article = self._library.article(article_id)
        hits = self._library.hits(article_id, query) if article is not None and query else []
        return article, hits

    def _show(self, found: Opened, seen: bool) -> None:
        self.current, hits = found
        self.opened.emit(self.current, hits)
        if seen and self.marks_read and self.current is not None and not self.current.row.read:
            self._dwell.start()

    def _refresh(self, article: OpenArticle | None) -> None:
        if article is None:
            self.close_article()
        elif article.row.id == self._wanted:
            self.current = article
            self.refreshed.emit(article)

    def _seen(self) -> None:
        if self.current is not None and not self.current.row.read:
            self._articles.saw(self.current.row)
