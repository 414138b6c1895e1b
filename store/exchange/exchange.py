"""The door to the exports of a library."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from store.exchange.files import Stopped, stopping, whole
from store.exchange.material import Material, Options, Told, Written
from store.exchange.registry import FORMS
from store.model import Filter, OpenArticle

if TYPE_CHECKING:
    from store.library import Library

Progress = Callable[[int, int, str], None]
Cancelled = Callable[[], bool]

_PLAIN = Options()


class Exchange:
    """What a library holds, written for other programs. Methods are as those of ``Library``."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def export(
        self,
        form: str,
        path: Path,
        chosen: Filter | Sequence[int] | None = None,
        options: Options = _PLAIN,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> Written:
        """Write articles to a file that takes the place of ``path`` when it is whole.

        ``form`` is a key of ``FORMS``; ``chosen`` a filter, numbers of articles, or None for the whole
        library. When cancelled, or where the world refuses (``StoreError``), ``path`` is as it was.
        """
        made: Written | None = None
        try:
            with whole(path) as file:
                made = self.write(form, file, chosen, options, progress, cancelled)
        except Stopped:
            return Written(0, 0, {}, cancelled=True)
        assert made is not None
        return made

    def text(self, form: str, chosen: Filter | Sequence[int] | None = None) -> str:
        """The same as one text, without a mark at its beginning: for few articles."""
        out = io.StringIO()
        self.write(form, out, chosen, Options(bom=False))
        return out.getvalue()

    def write(
        self,
        form: str,
        file: TextIO,
        chosen: Filter | Sequence[int] | None = None,
        options: Options = _PLAIN,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> Written:
        """Write articles to a file that is open. Raises ``Stopped`` when cancelled."""
        told, done = Told(), 0
        ids = self._ids(chosen)
        if progress is not None:
            progress(0, len(ids), "")

        def each() -> Iterator[OpenArticle]:
            nonlocal done
            for number, opened in self._opened(ids):
                stopping(cancelled)
                if opened is not None:
                    done += 1
                    yield opened
                if progress is not None:
                    progress(number, len(ids), opened.row.heading if opened is not None else "")

        for piece in FORMS[form].write(self._material(each(), chosen, options), told):
            file.write(piece)
        stopping(cancelled)
        return Written(done, told.rows, dict(told.left_out))

    def _ids(self, chosen: Filter | Sequence[int] | None) -> list[int]:
        """The numbers of the articles, oldest first: taken in again like that, they keep their order."""
        if chosen is None or isinstance(chosen, Filter):
            return self._library.ids(chosen or Filter(), "oldest")
        wanted = set(chosen)
        return [number for number in self._library.ids(Filter(), "oldest") if number in wanted]

    def _opened(self, ids: Iterable[int]) -> Iterator[tuple[int, OpenArticle | None]]:
        for number, article_id in enumerate(ids, 1):
            yield number, self._library.article(article_id)

    def _material(
        self, articles: Iterable[OpenArticle], chosen: Filter | Sequence[int] | None, options: Options
    ) -> Material:
        library = self._library
        everything = chosen is None or chosen == Filter()
        return Material(
            articles,
            tuple(library.said_of_names()),
            library.tagging.colours(),
            tuple(library.searches.everything()) if everything else (),
            everything,
            self._titled(chosen),
            options,
        )

    @staticmethod
    def _titled(chosen: Filter | Sequence[int] | None) -> str:
        if isinstance(chosen, Filter) and chosen.query.strip():
            return chosen.query.strip()
        return ""
