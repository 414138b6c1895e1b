"""The door to the store: the one class through which the window and the commands use a library.

Reading methods may be called from any thread and never wait for a writer. Writing methods may be called
from any thread, take turns, are on the disk when they return, and say what they changed. Each raises
``LibraryError`` with one sentence when the world refuses (a full disk, a damaged file); then nothing of
what was asked is done.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from store.choosing import Choosing
from store.database import annotations as notes
from store.database import articles, derived, listing, name_rulings, rulings, sorting, states, tags
from store.database.connection import Database
from store.database.opening import SCHEMA_VERSION, open_database, refuse_missing
from store.errors import LibraryError
from store.model import (
    Annotation,
    ArticleRow,
    Changes,
    Choice,
    Choices,
    Filter,
    ImportReport,
    MarkStyle,
    NameRuling,
    OpenArticle,
    Refusal,
    Ruling,
    RulingKind,
    Span,
)
from store.moments import now
from store.snippets import ruled_reading, snippets_of
from store.typed import clean

if TYPE_CHECKING:
    from store.across.across import Across
    from store.backups import Backups
    from store.corrections import Corrections
    from store.exchange.exchange import Exchange
    from store.importing import Cancelled, Progress
    from store.listed import Listed
    from store.notes import Notes
    from store.occasions import Occasions
    from store.orphans import Orphans
    from store.people import People
    from store.ranking import Ranked
    from store.searches import Searches
    from store.tagging import Tagging

FORMAT = SCHEMA_VERSION
"""The newest format of a library file that this version knows."""


class Library:
    """One library file."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._choosing = Choosing(database)

    @classmethod
    def open(cls, path: Path) -> Library:
        """Open the library at ``path``; makes it, and its folder, when there is none.

        Raises ``NewerLibraryError`` for a file of a newer version, ``LibraryError`` for what is no library.
        """
        return cls(open_database(path))

    @classmethod
    def open_existing(cls, path: Path) -> Library:
        """Open a library that is there already; ``LibraryError`` where there is none, or an empty file."""
        refuse_missing(path)
        return cls.open(path)

    @property
    def path(self) -> Path:
        """The file."""
        return self._database.path

    def written_elsewhere(self) -> bool:
        """Whether another program wrote into the library since this was asked the last time."""
        return self._database.written_elsewhere()

    @cached_property
    def people(self) -> People:
        """The people of the library, over all articles."""
        from store.people import People

        return People(self._database)

    @cached_property
    def backups(self) -> Backups:
        """The backups of the library."""
        from store.backups import Backups

        return Backups(self.path)

    @cached_property
    def occasions(self) -> Occasions:
        """The occasions of the library, over all articles."""
        from store.occasions import Occasions

        return Occasions(self._database)

    @cached_property
    def across(self) -> Across:
        """What several articles together say: series, people over time, pairs, what is new."""
        from store.across.across import Across

        return Across(self._database)

    @cached_property
    def notes(self) -> Notes:
        """What a person wrote, over all articles; on the whole of an article; and moved to other words."""
        from store.notes import Notes

        return Notes(self._database)

    @cached_property
    def tagging(self) -> Tagging:
        """The tags of the library: their names, colours, and what carries them."""
        from store.tagging import Tagging

        return Tagging(self._database)

    @cached_property
    def listed(self) -> Listed:
        """Articles of the list by their numbers, and in groups."""
        from store.listed import Listed

        return Listed(self._database, self._choosing.selecting, self._choosing.snipping)

    @cached_property
    def searches(self) -> Searches:
        """The searches that are kept under a name."""
        from store.searches import Searches

        return Searches(self._database)

    @cached_property
    def orphans(self) -> Orphans:
        """The notes that have lost their words."""
        from store.orphans import Orphans

        return Orphans(self._database)

    @cached_property
    def exchange(self) -> Exchange:
        """The library in files for other programs, and for another library."""
        from store.exchange.exchange import Exchange

        return Exchange(self)

    @cached_property
    def corrections(self) -> Corrections:
        """What a person rules over the reading of an article, several rulings in one go."""
        from store.corrections import Corrections

        return Corrections(self._database)

    def close(self) -> None:
        """Close the file. Call it when no other thread is in one of the methods."""
        self._database.close()

    # -- reading

    def count(self, f: Filter, limit: int | None = None) -> int:
        """How many articles ``f`` chooses; with ``limit``, counting stops there."""
        with self._database.reading() as connection:
            return listing.count(
                connection, self._choosing.selected(connection, f, self._choosing.query(f)), limit
            )

    def rows(
        self, f: Filter, offset: int, limit: int, order: str = "date", *, snippets: bool = True
    ) -> list[ArticleRow]:
        """A page of the articles that ``f`` chooses, with ``snippets`` where it has a query.

        ``order``: ``date`` newest first, ``oldest``, ``relevance``, see ``ranked``, or one for ``Listed``.
        """
        if sorting.is_sort(order):
            return self.listed.page(
                f, self.listed.ordered(f, order)[offset : offset + limit], snippets=snippets
            )
        query = self._choosing.query(f)
        with self._database.reading() as connection:
            best = self._choosing.best(connection, f, query, order)
            if best is not None:
                found = listing.rows_at(connection, best[offset : offset + limit])
            else:
                selection = self._choosing.selected(connection, f, query, order)
                waymarks = self._database.waymarks
                found = listing.rows(connection, selection, offset, limit, order, waymarks)
            return snippets_of(connection, found, query) if snippets else found

    def ranked(self, f: Filter) -> Ranked:
        """How many of the newest articles that ``f`` finds ``relevance`` puts in order, and shows.

        0 where it has no words to rank by: then they stay newest first.
        """
        from store import ranking

        query = self._choosing.query(f)
        with self._database.reading() as connection:
            return ranking.ranked(connection, partial(self._choosing.selected, connection, f, query), query)

    def ids(self, f: Filter, order: str = "date") -> list[int]:
        """The numbers of all articles that ``f`` chooses, in order."""
        if sorting.is_sort(order):
            return self.listed.ids_at(self.listed.ordered(f, order))
        query = self._choosing.query(f)
        with self._database.reading() as connection:
            best = self._choosing.best(connection, f, query, order)
            if best is not None:
                return listing.ids_at(connection, best)
            return listing.ids(connection, self._choosing.selected(connection, f, query, order), order)

    def article(self, article_id: int) -> OpenArticle | None:
        """Everything of one article; ``None`` where there is none of that number or it is in the bin."""
        with self._database.reading() as connection:
            loaded = articles.load(connection, article_id)
            row = listing.row(connection, article_id)
            if loaded is None or row is None:
                return None
            machine = derived.reading(connection, article_id)
            made = rulings.of_article(connection, article_id)
            opened = OpenArticle(
                row,
                *loaded,
                machine,
                tuple(notes.of_article(connection, article_id)),
                tags.of(connection, "article", article_id),
            )
            return _under_rulings(opened, made) if made else opened

    def versions(self, article_id: int) -> list[tuple[str, str]]:
        """What an article said before it came in with other words: when that came in, and the text."""
        with self._database.reading() as connection:
            return articles.versions(connection, article_id)

    def find_id(self, key: str) -> int | None:
        """The article of that file stem (the newest of several), else of that number."""
        with self._database.reading() as connection:
            return articles.find_key(connection, key)

    def choices(self) -> Choices:
        """What the list can be filtered by, with counts."""
        with self._database.reading() as connection:
            return listing.choices(connection)

    def people_named(self, words: str, limit: int = 300) -> tuple[Choice, ...]:
        """The people with ``words`` in their names, however those are spelled, the most frequent first."""
        from store.derive import person_key

        with self._database.reading() as connection:
            return listing.named(connection, person_key(words), limit)

    def hits(self, article_id: int, query: str) -> list[Span]:
        """Where the words of ``query``, and the people it names, stand in the text of an article."""
        from store import searching

        understood = self._choosing.understood(query)
        with self._database.reading() as connection:
            loaded = articles.load(connection, article_id)
            if loaded is None:
                return []
            text = loaded[0].text
            return searching.find(text, lambda: ruled_reading(connection, article_id, text), understood)

    def explain_query(self, query: str) -> str:
        """One line: how ``query`` is read, and what of it was not understood."""
        return self._choosing.understood(query).explain()

    def tags(self) -> list[str]:
        """All tags that an article or an annotation carries, in order."""
        with self._database.reading() as connection:
            return tags.used(connection)

    def annotations(
        self, article_id: int | None = None, tag: str | None = None, colour: str | None = None
    ) -> list[Annotation]:
        """Annotations of one article in text order (orphans last), or of all, the last changed first."""
        with self._database.reading() as connection:
            if article_id is None:
                return notes.all_of_library(connection, tag, colour)
            found = notes.of_article(connection, article_id)
        key = tag.casefold() if tag is not None else None
        return [
            made
            for made in found
            if (key is None or key in map(str.casefold, made.tags)) and colour in (None, made.colour)
        ]

    def said_of_names(self) -> list[NameRuling]:
        """All that was said of names of people and occasions, in the order in which it was."""
        with self._database.reading() as connection:
            return name_rulings.everything(connection)

    def each(self, f: Filter) -> Iterator[OpenArticle]:
        """Every article that ``f`` chooses, oldest first: taken in again like that, they keep their order."""
        for article_id in self.ids(f, "oldest"):
            opened = self.article(article_id)
            if opened is not None:
                yield opened

    # -- taking articles in

    def import_paths(
        self,
        paths: Iterable[Path],
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
        encoding: str | None = None,
        polite: bool = False,
    ) -> ImportReport:
        """Take in files and folders. What is in the library already is skipped, what is no article refused.

        An article that came from the same file with other words gets them; the old ones are kept as a
        version. Kept in batches; when cancelled, what was taken until then stays. ``encoding`` is that of
        files which do not say theirs. ``polite``: whoever else wants the processor goes first.
        """
        from store import importing

        refused: list[Refusal] = []
        offered = importing.from_paths(paths, refused, encoding)
        return importing.run(self._database, offered, refused, progress, cancelled, polite=polite)

    @staticmethod
    def takes(name: str) -> bool:
        """Whether a file of that name would be looked for in a folder."""
        from store.intake.registry import SUFFIXES

        return Path(name).suffix.lower() in SUFFIXES

    def import_texts(
        self,
        texts: Iterable[tuple[str, bytes]],
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> ImportReport:
        """Take in articles by key and bytes, as ``import_paths`` does files."""
        from store import importing

        return importing.run(self._database, importing.from_texts(texts), (), progress, cancelled)

    def import_samples(self) -> ImportReport:
        """Take in the sample articles that come with the program."""
        from seeds import seed_files

        return self.import_texts((file.name.rsplit(".", 1)[0], file.read_bytes()) for file in seed_files())

    def reread(self, progress: Progress | None = None, cancelled: Cancelled | None = None) -> Changes:
        """Read again what an earlier version of the reading read. Nothing to do: nothing done, quickly."""
        from store import rereading

        return rereading.reread(self._database, progress, cancelled)

    # -- what a person does with articles

    def set_read(self, ids: Iterable[int], read: bool) -> Changes:
        """Mark articles as read or unread; ``Changes.articles`` are those that were otherwise."""
        with self._database.writing() as connection:
            return Changes(articles=frozenset(states.put(connection, "read", ids, read)))

    def set_starred(self, ids: Iterable[int], starred: bool) -> Changes:
        """Star articles or take the stars away; ``Changes.articles`` are those that were otherwise."""
        with self._database.writing() as connection:
            return Changes(articles=frozenset(states.put(connection, "starred", ids, starred)))

    def set_article_tags(self, article_id: int, names: Iterable[str]) -> Changes:
        """Give an article exactly these tags."""
        from store.database import indexing

        with self._database.writing() as connection:
            self._text(connection, article_id)
            with indexing.following(connection, [article_id]):
                changed = tags.put(connection, "article", article_id, map(clean, names))
        return Changes(articles=frozenset({article_id}), tags=True) if changed else Changes()

    def delete_articles(self, ids: Iterable[int]) -> tuple[tuple[int, ...], Changes]:
        """Throw articles into the bin, with what a person wrote in them; returns which, for undo."""
        from store.database import indexing

        with self._database.writing() as connection:
            indexing.make_current(connection)
            gone = articles.bin_articles(connection, ids, now())
            derived.take_off(connection, gone)
        return tuple(gone), _came_or_went(gone)

    def restore_articles(self, ids: Iterable[int]) -> Changes:
        """Bring articles back from the bin, as they were."""
        from store.database import indexing
        from store.derive import derive

        with self._database.writing() as connection:
            indexing.make_current(connection)
            back = [article_id for article_id in ids if articles.unbin(connection, article_id)]
            loaded = [(article_id, articles.load(connection, article_id)) for article_id in back]
            ready = [
                (number, derive(found[0], rulings.of_article(connection, number)))
                for number, found in loaded
                if found
            ]
            derived.put(connection, ready)
        return _came_or_went(back)

    # -- what a person writes

    def add_annotation(
        self,
        article_id: int,
        span: Span,
        colour: str,
        style: MarkStyle,
        note: str = "",
        tags: Iterable[str] = (),
    ) -> tuple[Annotation, Changes]:
        """Annotate words of an article. Raises ``AnchorError`` where ``span`` holds none."""
        return self.notes.add(article_id, span, colour, style, note, tags)

    def update_annotation(
        self,
        annotation_id: int,
        *,
        colour: str | None = None,
        style: MarkStyle | None = None,
        note: str | None = None,
        tags: Iterable[str] | None = None,
    ) -> tuple[Annotation, Changes]:
        """Change an annotation; what is ``None`` stays. Nothing new: no change and an empty ``Changes``."""
        return self.notes.update(annotation_id, colour=colour, style=style, note=note, tags=tags)

    def delete_annotations(self, ids: Iterable[int]) -> tuple[list[Annotation], Changes]:
        """Delete annotations; returns them as they were kept, for ``restore_annotations``."""
        return self.notes.delete(ids)

    def restore_annotations(self, deleted: Iterable[Annotation]) -> Changes:
        """Bring deleted annotations back under their own numbers; those that are there are left alone."""
        return self.notes.restore(deleted)

    # -- what a person corrects

    def rule(
        self,
        article_id: int,
        kind: RulingKind,
        subject: str,
        span: Span,
        field: str = "",
        value: object = None,
    ) -> tuple[Ruling, Changes]:
        """Correct or confirm what was read: see ``Ruling``. ``span``: words of the official or the meeting.

        Raises ``RulingError`` where it makes no sense, ``AnchorError`` where ``span`` holds no words.
        """
        from store.corrections import Wish

        (made,), changes = self.corrections.rule(article_id, [Wish(kind, subject, span, field, value)])
        return made, changes

    def rulings(self) -> list[Ruling]:
        """All rulings of the library's articles; what no longer applies is marked so."""
        with self._database.reading() as connection:
            ids = rulings.ruled_articles(connection)
        opened = [self.article(number) for number in ids]
        return [ruling for one in opened if one is not None for ruling in one.rulings]

    # -- inside

    def _text(self, connection: sqlite3.Connection, article_id: int) -> str:
        loaded = articles.load(connection, article_id)
        if loaded is None:
            raise LibraryError("This article is no longer in the library.")
        return loaded[0].text


def _under_rulings(opened: OpenArticle, made: list[Ruling]) -> OpenArticle:
    from store.rulings import lay_over

    result = lay_over(opened.reading, made, opened.article.text)
    told = tuple(replace(one, applies=one.id not in result.unapplied) for one in made)
    return replace(
        opened, reading=result.reading, rulings=told, states=result.states, was=result.was, ruled=result.made
    )


def _came_or_went(ids: list[int]) -> Changes:
    return Changes(articles=frozenset(ids), listing=bool(ids))
