"""Stand-ins for the window's tests: a library in memory, and tasks that are done at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoStack

from gui.tasks import Job, Tasks, Under
from seeds import seed_files
from store.errors import StoreError
from store.model import (
    Anchor,
    Annotation,
    Article,
    ArticleRow,
    Changes,
    Choice,
    Choices,
    Filter,
    Group,
    ImportReport,
    KnownTag,
    MarkStyle,
    NoteRow,
    OpenArticle,
    Reading,
    Refusal,
    Source,
    Span,
)

WHEN = "2026-01-02T03:04:05Z"


def undo_stack() -> QUndoStack:
    """One that is never garbage: in one heap with its steps, they would go before it, and Qt crash."""
    return QUndoStack(QCoreApplication.instance())


class InstantTasks(Tasks):
    """Does every job in the calling thread and hands over its answer before it returns."""

    def read(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[StoreError], None] | None = None,
        *,
        key: object = None,
        name: str = "",
    ) -> Job:
        return self._now(Job(work, done, failed))

    def write(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[StoreError], None] | None = None,
        *,
        name: str = "",
    ) -> Job:
        return self._now(Job(work, done, failed))

    def run_long(
        self,
        work: Callable[[Under], Any],
        done: Callable[[Any], None],
        failed: Callable[[StoreError], None] | None = None,
        ended: Callable[[], None] | None = None,
        *,
        name: str = "",
        at_once: bool = False,
    ) -> Job:
        job = Job(lambda: work(Under(job)), done, failed, ended=ended)
        return self._now(job)

    def _now(self, job: Job) -> Job:
        unheard = job.answer(*job.run())
        if unheard is not None:
            self.fault.emit(str(unheard))
        return job


def open_article(
    article_id: int,
    text: str,
    *,
    heading: str = "",
    date: str | None = None,
    reading: Reading | None = None,
    countries: tuple[str, ...] = (),
    outlet: str | None = None,
    annotations: tuple[Annotation, ...] = (),
    read: bool = False,
    starred: bool = False,
) -> OpenArticle:
    """An article as the library would hand it over."""
    key = f"article-{article_id}"
    row = ArticleRow(
        article_id, key, date, heading or text[:60], outlet, countries, read, starred, len(annotations)
    )
    return OpenArticle(
        row,
        Article(key, text, date),
        Source(f"/articles/{key}.txt", "text", "utf-8", "0" * 64, WHEN),
        reading or Reading(),
        annotations,
        (),
    )


class FakeNotes:
    """The notes of a ``FakeLibrary``."""

    def __init__(self, library: FakeLibrary) -> None:
        self._library = library

    def listed(self, ids: Iterable[int] | None = None) -> list[NoteRow]:
        wanted = None if ids is None else set(ids)
        rows = [(a.row, note) for a in self._library.articles.values() for note in a.annotations]
        return [
            NoteRow(note, row.heading, row.date) for row, note in rows if wanted is None or note.id in wanted
        ]

    def add_to_article(
        self, article_id: int, colour: str, note: str = "", names: tuple[str, ...] = ()
    ) -> tuple[Annotation, Changes]:
        return self._library.add_annotation(article_id, Span(0, 0), colour, MarkStyle.FILL, note, names)

    def move(self, annotation_id: int, span: Span) -> tuple[Annotation, Changes]:
        library = self._library
        before = next(n for n in library.annotations() if n.id == annotation_id)
        anchor = library.anchor(before.article_id, span)
        return before, library.update_annotation(annotation_id, anchor=anchor)[1]

    def put_back(self, before: Annotation) -> Changes:
        return self._library.update_annotation(before.id, anchor=before.anchor)[1]


class FakeListed:
    """Articles of the list by their numbers, over the dictionary."""

    def __init__(self, library: FakeLibrary) -> None:
        self._library = library

    def rows(self, ids: Iterable[int]) -> list[ArticleRow]:
        return [self._library.articles[n].row for n in ids if n in self._library.articles]

    def ordered(self, f: Filter, order: str) -> list[int]:
        return [a.row.id for a in self._library._ordered(f, order)]  # the number stands for the place

    def page(self, f: Filter, places: Iterable[int], *, snippets: bool = True) -> list[ArticleRow]:
        rows = self.rows(places)
        found = self._library._with_snippet
        return [found(self._library.articles[row.id], f.query) for row in rows] if f.query else rows

    def ids_at(self, places: Iterable[int]) -> list[int]:
        return [number for number in places if number in self._library.articles]

    def place_of(self, article_id: int) -> int | None:
        return article_id if article_id in self._library.articles else None

    def with_details(self, rows: list[ArticleRow]) -> list[ArticleRow]:
        articles = self._library.articles
        return [
            replace(row, people=tuple(o.name for o in articles[row.id].reading.officials)) for row in rows
        ]

    def states(self, ids: Iterable[int]) -> tuple[bool, bool]:
        rows = self.rows(ids)
        return all(row.starred for row in rows), all(row.read for row in rows)

    def groups(self, f: Filter, by: str) -> list[Group]:
        counts = Counter(key for a in self._library._matching(f) for key in keys_of(a.row, by))
        dated = by in ("day", "month")
        keys = sorted(counts, key=lambda key: (not key, "" if dated else -counts[key], key))
        named = [key for key in (reversed(keys) if dated else keys) if key]
        return [Group(key, key, counts[key]) for key in (*named, *([""] if "" in counts else []))]

    def groups_of(self, article_id: int, by: str) -> tuple[str, ...]:
        return keys_of(self._library.articles[article_id].row, by)


def keys_of(row: ArticleRow, by: str) -> tuple[str, ...]:
    """The groups of an article; its outlet stands for an occasion."""
    if by in ("day", "month"):
        return ((row.date or "")[: 10 if by == "day" else 7],)
    return (row.countries if by == "country" else tuple(filter(None, [row.outlet]))) or ("",)


class FakeTagging:
    """What is known of tags, over the dictionary."""

    def __init__(self, library: FakeLibrary) -> None:
        self._library = library

    def known(self) -> list[KnownTag]:
        return [KnownTag(tag, "", 1, 0) for tag in self._library.tags()]

    def colours(self) -> dict[str, str]:
        return {}


class FakeLibrary:
    """The door of the store, over a dictionary. A query matches when every word is in the text."""

    RANKED_AT_MOST = 40

    def __init__(self, articles: Iterable[OpenArticle] = (), path: Path = Path("fake.communique")) -> None:
        self.path = path
        self.articles = {a.row.id: a for a in articles}
        self.refuse: StoreError | None = None  # what every write raises
        self.closed = False
        self.bin: dict[int, OpenArticle] = {}
        self.notes = FakeNotes(self)
        self._next = 1 + max((n.id for a in self.articles.values() for n in a.annotations), default=0)

    # -- reading

    def count(self, f: Filter, limit: int | None = None) -> int:
        found = len(self._matching(f))
        return found if limit is None else min(found, limit)

    def ranked(self, f: Filter) -> tuple[int, bool]:
        found = len(self._matching(f)) if f.query else 0
        return min(found, self.RANKED_AT_MOST), found >= self.RANKED_AT_MOST

    def rows(self, f: Filter, offset: int, limit: int, order: str = "date") -> list[ArticleRow]:
        page = self._ordered(f, order)[offset : offset + limit]
        return [self._with_snippet(a, f.query) if f.query else a.row for a in page]

    def ids(self, f: Filter, order: str = "date") -> list[int]:
        return [a.row.id for a in self._ordered(f, order)]

    def article(self, article_id: int) -> OpenArticle | None:
        return self.articles.get(article_id)

    def find_id(self, key: str) -> int | None:
        for a in self.articles.values():
            if key in (a.row.key, str(a.row.id)):
                return a.row.id
        return None

    def choices(self) -> Choices:
        rows = [a.row for a in self.articles.values()]
        countries = sorted({c for r in rows for c in r.countries})
        years = sorted({r.date[:4] for r in rows if r.date}, reverse=True)
        return Choices(
            len(rows),
            sum(not r.read for r in rows),
            sum(r.starred for r in rows),
            sum(r.notes > 0 for r in rows),
            (),
            tuple(Choice(c, c, sum(c in r.countries for r in rows)) for c in countries),
            tuple(Choice(y, y, sum((r.date or "").startswith(y) for r in rows)) for y in years),
            tuple(Choice(t, t, 1) for t in self.tags()),
        )

    def hits(self, article_id: int, query: str) -> list[Span]:
        text = self.articles[article_id].article.text.casefold()
        found = []
        for word in query.casefold().split():
            at = text.find(word)
            while at >= 0:
                found.append(Span(at, at + len(word)))
                at = text.find(word, at + 1)
        return sorted(found)

    def explain_query(self, query: str) -> str:
        return "read as: " + " AND ".join(query.casefold().split())

    @property
    def listed(self) -> FakeListed:
        return FakeListed(self)

    @property
    def tagging(self) -> FakeTagging:
        return FakeTagging(self)

    def tags(self) -> list[str]:
        return sorted({t for a in self.articles.values() for t in a.tags})

    def annotations(self) -> list[Annotation]:
        return [n for a in self.articles.values() for n in a.annotations]

    # -- writing

    def set_read(self, ids: Iterable[int], read: bool) -> Changes:
        return self._rows_with(ids, read=read)

    def set_starred(self, ids: Iterable[int], starred: bool) -> Changes:
        return self._rows_with(ids, starred=starred)

    def import_paths(
        self,
        paths: Iterable[Path],
        progress: Callable[[int, int, str], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        encoding: str | None = None,
        polite: bool = False,
    ) -> ImportReport:
        self._check()
        taken: list[int] = []
        refused: list[Refusal] = []
        files = [f for p in paths for f in (sorted(p.iterdir()) if p.is_dir() else [p])]
        for done, file in enumerate(files):
            if cancelled is not None and cancelled():
                break
            if progress is not None:
                progress(done, len(files), file.name)
            if file.suffix != ".txt":
                refused.append(Refusal(str(file), "It is no text."))
                continue
            number = max(self.articles, default=0) + 1
            self.articles[number] = open_article(number, file.read_text("utf-8"))
            taken.append(number)
        changes = Changes(frozenset(taken), listing=bool(taken))
        return ImportReport(tuple(taken), (), tuple(refused), len(taken) < len(files), changes)

    def import_texts(self, texts: Iterable[tuple[str, bytes]], **_: object) -> ImportReport:
        self._check()
        taken = []
        for key, data in texts:
            number = max(self.articles, default=0) + 1
            made = open_article(number, data.decode())
            row = replace(made.row, key=key)
            self.articles[number] = replace(made, row=row, article=replace(made.article, key=key))
            taken.append(number)
        return ImportReport(tuple(taken), changes=Changes(frozenset(taken), listing=True))

    def add_annotation(
        self,
        article_id: int,
        span: Span,
        colour: str,
        style: MarkStyle,
        note: str = "",
        tags: tuple[str, ...] = (),
    ) -> tuple[Annotation, Changes]:
        self._check()
        anchor = self.anchor(article_id, span)
        made = Annotation(self._next, article_id, anchor, colour, style, note, tags, WHEN, WHEN)
        self._next += 1
        return made, self.restore_annotations([made])

    def anchor(self, article_id: int, span: Span) -> Anchor:
        if not span.end:
            return Anchor(span, "", "", "")
        text = self.articles[article_id].article.text
        return Anchor(
            span,
            text[span.start : span.end],
            text[max(0, span.start - 32) : span.start],
            text[span.end : span.end + 32],
        )

    def update_annotation(self, annotation_id: int, **fields: object) -> tuple[Annotation, Changes]:
        self._check()
        old = next(n for n in self.annotations() if n.id == annotation_id)
        given = {name: value for name, value in fields.items() if value is not None}
        new = replace(old, **given)  # type: ignore[arg-type]
        article = self.articles[old.article_id]
        self._put(article, tuple(new if n.id == new.id else n for n in article.annotations))
        return new, Changes(frozenset({old.article_id}), frozenset({old.id}), "tags" in given)

    def delete_annotations(self, ids: Iterable[int]) -> tuple[list[Annotation], Changes]:
        self._check()
        gone = [n for n in self.annotations() if n.id in set(ids)]
        for note in gone:
            article = self.articles[note.article_id]
            self._put(article, tuple(n for n in article.annotations if n.id != note.id))
        return gone, self._changes(gone)

    def restore_annotations(self, annotations: list[Annotation]) -> Changes:
        self._check()
        for note in annotations:
            article = self.articles[note.article_id]
            kept = sorted((*article.annotations, note), key=lambda n: n.anchor.span)
            self._put(article, tuple(kept))
        return self._changes(annotations)

    def set_article_tags(self, article_id: int, tags: tuple[str, ...]) -> Changes:
        self._check()
        self.articles[article_id] = replace(self.articles[article_id], tags=tags)
        return Changes(frozenset({article_id}), tags=True)

    def close(self) -> None:
        self.closed = True

    # -- inside

    def import_samples(self) -> ImportReport:
        return self.import_texts((f.name.rsplit(".", 1)[0], f.read_bytes()) for f in seed_files())

    def reread(self, progress: object = None, cancelled: object = None) -> Changes:
        return Changes()

    def delete_articles(self, ids: Iterable[int]) -> tuple[tuple[int, ...], Changes]:
        self._check()
        gone = tuple(number for number in ids if number in self.articles)
        self.bin.update({number: self.articles.pop(number) for number in gone})
        return gone, Changes(frozenset(gone), listing=bool(gone))

    def restore_articles(self, ids: Iterable[int]) -> Changes:
        self._check()
        back = [number for number in ids if number in self.bin]
        self.articles.update({number: self.bin.pop(number) for number in back})
        return Changes(frozenset(back), listing=bool(back))

    def _check(self) -> None:
        if self.refuse is not None:
            raise self.refuse

    def _matching(self, f: Filter) -> list[OpenArticle]:
        found = [a for a in self.articles.values() if _matches(a, f)]
        return sorted(found, key=lambda a: (a.row.date or "", a.row.id), reverse=True)

    def _ordered(self, f: Filter, order: str) -> list[OpenArticle]:
        found = self._matching(f)
        if order == "oldest":
            found.reverse()
        elif order == "relevance":
            found = found[: self.RANKED_AT_MOST]
            found.sort(key=lambda a: -len(self.hits(a.row.id, f.query)))
        elif order != "date":
            sort = order.removeprefix("-")
            found.sort(key=lambda a: _SORTED[sort](a.row), reverse=order.startswith("-"))
        return found

    def _with_snippet(self, a: OpenArticle, query: str) -> ArticleRow:
        hits = self.hits(a.row.id, query)
        start = max(0, hits[0].start - 20) if hits else 0
        inside = tuple(Span(h.start - start, h.end - start) for h in hits if h.end <= start + 120)
        return replace(a.row, snippet=a.article.text[start : start + 120], hits=inside)

    def _rows_with(self, ids: Iterable[int], **fields: bool) -> Changes:
        self._check()
        changed = []
        for number in ids:
            a = self.articles[number]
            row = replace(a.row, **fields)  # type: ignore[arg-type]
            if row != a.row:
                self.articles[number] = replace(a, row=row)
                changed.append(number)
        return Changes(frozenset(changed))

    def _put(self, article: OpenArticle, annotations: tuple[Annotation, ...]) -> None:
        row = replace(article.row, notes=len(annotations))
        self.articles[article.row.id] = replace(article, row=row, annotations=annotations)

    @staticmethod
    def _changes(annotations: Iterable[Annotation]) -> Changes:
        found = list(annotations)
        return Changes(
            frozenset(n.article_id for n in found),
            frozenset(n.id for n in found),
            any(n.tags for n in found),
        )


_SORTED: dict[str, Callable[[ArticleRow], Any]] = {
    "heading": lambda row: row.heading.casefold(),
    "outlet": lambda row: row.outlet or "",
    "imported": lambda row: -row.id,
    "unread": lambda row: row.read,
    "starred": lambda row: not row.starred,
}


def _matches(a: OpenArticle, f: Filter) -> bool:
    row = a.row
    return (
        (not f.unread or not row.read)
        and (not f.starred or row.starred)
        and (not f.annotated or row.notes > 0)
        and (f.country is None or f.country in row.countries)
        and (f.year is None or (row.date or "").startswith(f.year))
        and (f.tag is None or f.tag in a.tags)
        and (f.part is None or f.part[1] in keys_of(row, f.part[0]))
        and (f.person is None or any(f.person in o.name.casefold() for o in a.reading.officials))
        and all(word in a.article.text.casefold() for word in f.query.casefold().split())
    )
