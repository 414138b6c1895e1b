"""Whatever a person does, in whatever order, while articles change and are read anew: nothing is lost.

The operations of the window with their undo stack, on a real library. What a person wrote is read straight
from the tables and must be, after each step, what it was when the stack stood there; what no longer finds
its words is listed as such.
"""

from __future__ import annotations

import io
import re
import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from gui.hub import Hub
from gui.operations.annotations import AnnotationOperations
from gui.operations.articles import ArticleOperations
from gui.operations.corrections import CorrectionOperations
from gui.operations.desk import Desk
from gui.operations.joining import JoiningOperations
from gui.operations.searches import SearchOperations
from gui.operations.tags import TagOperations
from store import anchors, upkeep
from store.corrections import Wish
from store.export import library_json
from store.library import Library
from store.model import (
    Annotation,
    Article,
    Choice,
    Evidence,
    Filter,
    MarkStyle,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Reading,
    RulingKind,
    Span,
    Stated,
)
from tests.gui.fakes import InstantTasks, undo_stack
from tests.store.conftest import made_up_reading, without_numbers

FILES = 3
TAIL = "This is one of the articles that change while somebody works on them."
SENTENCES = (
    "General Levent Ergün of Türkiye met General Zakir Hasanov of Azerbaijan.",
    "General Karim Valiyev of Azerbaijan spoke of trade 😀 and security.",
    "General Levent Ergun\r\nlaid a wreath <there>.",
    "Trend reports on 2025-05-06 that the sides agreed.",
    "General Zakir Hasanov thanked the guests, the guests thanked him.",
)
NAMES = ("levent ergun", "zakir hasanov", "karim valiyev", "z hasanov")
NOTES = ("", "why?", "to be asked again", "Kadıoğlu")
TAGS = ("check", "later", "ünsal")
READINGS = ("all", "fewer", "shorter")
"""How the made-up readings read: everybody; not the first; surnames only."""

_PERSONAL = {
    "annotation": "SELECT id, article_id, start, end, exact, prefix, suffix, text_hash, colour, style, note,"
    " created_at FROM annotation",
    "tags": "SELECT annotation_id, name FROM annotation_tag JOIN tag ON tag.id = tag_id",
    "article tags": "SELECT article_id, name FROM article_tag JOIN tag ON tag.id = tag_id",
    "colours": "SELECT DISTINCT name, colour FROM tag WHERE id IN (SELECT tag_id FROM annotation_tag"
    " UNION SELECT tag_id FROM article_tag)",
    "state": "SELECT * FROM article_state WHERE read OR starred",
    "ruling": "SELECT * FROM ruling",
    "names": "SELECT * FROM name_ruling",
    "saved": "SELECT name, filter FROM saved_search",
}


def exported(library: Library) -> str:
    file = io.StringIO()
    carried = {tag.name for tag in library.tagging.known()}
    colours = {name: one for name, one in library.tagging.colours().items() if name in carried}
    library_json.write(library.each(Filter()), file, library.said_of_names(), colours)
    return file.getvalue()


def in_no_order(written: str) -> object:
    """An export but for numbers, and for the order of articles of one day."""
    whole = without_numbers(written)
    whole["articles"].sort(key=lambda article: article["text"])
    return whole


Personal = dict[str, frozenset[tuple[object, ...]]]


def read_as(how: str, article: Article) -> Reading:
    """Officials as made up for the tests of the store, and a meeting of the first two."""
    officials = made_up_reading(article).officials
    if how == "fewer":
        officials = officials[1:]
    elif how == "shorter":
        officials = tuple(replace(one, name=one.name.split()[-1]) for one in officials)
    meetings = []
    if len(officials) > 1:
        because = Evidence(officials[0].mentions, "made.up")
        (host, guest) = (Stated(one.name, because) for one in officials[:2])
        kind, status = Stated(MeetingKind.MEETING, because), Stated(MeetingStatus.HELD, because)
        meetings.append(Meeting(kind, status, None, None, None, (host,), (guest,), (), (), None, (), because))
    return replace(made_up_reading(article), officials=officials, meetings=tuple(meetings))


class Work(RuleBasedStateMachine):
    """A person at work, a watched folder, and the program's own re-reading."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.modules = {name: sys.modules.get(name) for name in _MADE_UP}
        self.pipeline, heading = ModuleType(_MADE_UP[0]), ModuleType(_MADE_UP[-1])
        heading.heading = lambda article, reading: article.text[:30]  # type: ignore[attr-defined]
        sys.modules.update(zip(_MADE_UP, (self.pipeline, self.pipeline, heading), strict=True))
        self.version = 0
        self.read_like("all")
        self.faults: list[str] = []
        self.open()

    def teardown(self) -> None:
        self.library.close()
        for name, module in self.modules.items():
            if module is None:
                del sys.modules[name]
            else:
                sys.modules[name] = module
        shutil.rmtree(self.folder)

    # -- the stand

    def open(self) -> None:
        self.library = Library.open(self.folder / "library.sqlite")
        self.library.reread()
        tasks = InstantTasks()
        desk = Desk(self.library, tasks, Hub(), undo_stack())
        desk.hub.fault.connect(self.faults.append)
        self.desk, self.stack = desk, desk.stack
        self.annotating, self.articles = AnnotationOperations(desk), ArticleOperations(desk)
        self.correcting, self.people = (
            CorrectionOperations(desk),
            JoiningOperations(desk, self.library.people),
        )
        self.searches, self.tagging = SearchOperations(desk), TagOperations(desk)
        self.were = [self.personal()]

    def read_like(self, how: str) -> None:
        self.version += 1
        self.pipeline.VERSION = f"{how}-{self.version}"  # type: ignore[attr-defined]
        self.pipeline.read_article = lambda article: read_as(how, article)  # type: ignore[attr-defined]

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.library.path)) as connection:
            return connection.execute(sql).fetchall()

    def personal(self) -> Personal:
        return {name: frozenset(self.rows(sql)) for name, sql in _PERSONAL.items()}

    def done(self) -> None:
        """Something was asked for. Where there was nothing to do, the stack is as it was."""
        if not self.stack.canRedo():
            self.were[self.stack.index() :] = [self.personal()]

    def any_article(self, data: st.DataObject) -> int | None:
        ids = sorted(self.library.ids(Filter()))
        return data.draw(st.sampled_from(ids)) if ids else None

    def any_note(self, data: st.DataObject) -> Annotation | None:
        notes = sorted(self.library.annotations(), key=lambda note: note.id)
        return data.draw(st.sampled_from(notes)) if notes else None

    def some_words(self, data: st.DataObject, number: int) -> Span:
        text = self.library.article(number).article.text  # type: ignore[union-attr]
        words = [Span(*found.span()) for found in re.finditer(r"\S+", text)]
        first = data.draw(st.integers(0, len(words) - 1))
        last = data.draw(st.integers(first, min(first + 4, len(words) - 1)))
        return Span(words[first].start, words[last].end)

    # -- articles

    @initialize(data=st.data())
    def there_is_something_to_begin_with(self, data: st.DataObject) -> None:
        for number in range(2):
            self.an_article_comes_or_changes(number, list(SENTENCES[number:]))
        for note in NOTES:
            self.words_are_annotated(data, note, [TAGS[0]])
        for subject in ("official", "meeting"):
            self.a_reading_is_corrected(data, data.draw(st.sampled_from(RulingKind)), subject)

    @rule(number=st.integers(0, FILES - 1), sentences=st.lists(st.sampled_from(SENTENCES), max_size=4))
    def an_article_comes_or_changes(self, number: int, sentences: list[str]) -> None:
        path = self.folder / f"a{number}.txt"
        path.write_bytes(" ".join((*sentences, f"Number {number}.", TAIL)).encode())
        report = self.library.import_paths([path])
        assert not report.refused

    @rule(how=st.sampled_from(READINGS))
    def everything_is_read_anew(self, how: str) -> None:
        self.read_like(how)
        self.library.reread()

    @rule(data=st.data())
    def an_article_is_deleted(self, data: st.DataObject) -> None:
        number = self.any_article(data)
        if number is not None:
            self.articles.delete([number])
            self.done()

    @rule()
    def all_of_it_is_carried_over(self) -> None:
        """An export comes out of another library as it went in, also when it comes twice."""
        written = exported(self.library)
        export, path = self.folder / "export.json", self.folder / "other.sqlite"
        export.write_text(written, "utf-8")
        other = Library.open(path)
        try:
            for _ in range(2):
                assert not other.import_paths([export]).refused
                assert in_no_order(exported(other)) == in_no_order(written)
            assert upkeep.check(path) == ()
        finally:
            other.close()
            for file in (export, *self.folder.glob("other.sqlite*")):
                file.unlink()

    @rule()
    def the_program_is_started_anew(self) -> None:
        self.library.close()
        self.open()

    # -- what a person writes

    @rule(data=st.data(), note=st.sampled_from(NOTES), tags=st.lists(st.sampled_from(TAGS), max_size=2))
    def words_are_annotated(self, data: st.DataObject, note: str, tags: list[str]) -> None:
        number = self.any_article(data)
        if number is not None:
            span = self.some_words(data, number)
            before = len(self.library.annotations(number))
            self.annotating.add(number, span, "green", MarkStyle.FILL, note, tuple(tags))
            self.done()
            assert len(self.library.annotations(number)) == before + 1

    @rule(data=st.data(), note=st.sampled_from(NOTES))
    def a_note_is_written(self, data: st.DataObject, note: str) -> None:
        made = self.any_note(data)
        if made is not None:
            self.annotating.set_note(made, note)
            self.done()

    @rule(data=st.data(), note=st.sampled_from(NOTES))
    def an_article_gets_a_note(self, data: st.DataObject, note: str) -> None:
        number = self.any_article(data)
        if number is not None:
            self.annotating.add_to_article(number, "pink", note)
            self.done()

    @rule(data=st.data())
    def a_highlight_is_moved(self, data: st.DataObject) -> None:
        made = self.any_note(data)
        if made is not None:
            self.annotating.move(made, self.some_words(data, made.article_id), "words")
            self.done()

    @rule(data=st.data(), tags=st.lists(st.sampled_from(TAGS), max_size=2))
    def a_note_is_tagged(self, data: st.DataObject, tags: list[str]) -> None:
        made = self.any_note(data)
        if made is not None:
            self.annotating.set_tags(made, tuple(tags))
            self.done()

    @rule(data=st.data())
    def notes_are_deleted(self, data: st.DataObject) -> None:
        made = self.any_note(data)
        if made is not None:
            self.annotating.delete([made])
            self.done()

    @rule(data=st.data(), on=st.booleans(), star=st.booleans())
    def a_star_or_a_read_mark(self, data: st.DataObject, on: bool, star: bool) -> None:
        number = self.any_article(data)
        if number is not None:
            (self.articles.set_starred if star else self.articles.set_read)([number], on)
            self.done()

    @rule(
        data=st.data(),
        add=st.lists(st.sampled_from(TAGS), max_size=2, unique=True),
        remove=st.lists(st.sampled_from(TAGS), max_size=1),
    )
    def articles_are_tagged(self, data: st.DataObject, add: list[str], remove: list[str]) -> None:
        ids = sorted(self.library.ids(Filter()))
        chosen = data.draw(st.lists(st.sampled_from(ids), unique=True)) if ids else []
        remove = [tag for tag in remove if tag not in add]
        self.tagging.tag_articles(chosen, add, remove)
        self.done()
        for number in chosen:
            tags = self.library.article(number).tags  # type: ignore[union-attr]
            assert set(add) <= set(tags)
            assert set(remove).isdisjoint(tags)

    @rule(old=st.sampled_from(TAGS), new=st.sampled_from((*TAGS, "Check", "another")))
    def a_tag_is_renamed_or_merged(self, old: str, new: str) -> None:
        before = {made.id for made in self.library.annotations(tag=old)}
        before |= {made.id for made in self.library.annotations(tag=new)} if before else set()
        self.tagging.rename(old, new, new.casefold() in map(str.casefold, self.library.tags()))
        self.done()
        if before:
            assert {made.id for made in self.library.annotations(tag=new)} == before

    @rule(tag=st.sampled_from(TAGS))
    def a_tag_is_deleted(self, tag: str) -> None:
        self.tagging.delete(tag)
        self.done()
        assert tag not in self.library.tags()

    @rule(tag=st.sampled_from(TAGS), colour=st.sampled_from(("", "green", "pink")))
    def a_tag_is_coloured(self, tag: str, colour: str) -> None:
        self.tagging.set_colour(tag, colour)
        self.done()

    @rule(data=st.data())
    def a_lost_note_is_placed_again(self, data: st.DataObject) -> None:
        lost = [made for made in self.library.annotations() if made.orphan]
        if not lost:
            return
        made = data.draw(st.sampled_from(lost))
        places = {n.id: p for n, p in self.library.orphans.of_article(made.article_id)}[made.id]
        spans = [one.span for one in places] or [self.some_words(data, made.article_id)]
        span = data.draw(st.sampled_from(spans))
        self.annotating.move(made, span, "")
        self.done()
        (placed,) = (one for one in self.library.annotations(made.article_id) if one.id == made.id)
        assert (placed.orphan, placed.anchor.span) == (False, span)

    # -- what a person rules

    @rule(data=st.data(), kind=st.sampled_from(RulingKind), subject=st.sampled_from(("official", "meeting")))
    def a_reading_is_corrected(self, data: st.DataObject, kind: RulingKind, subject: str) -> None:
        number = self.any_article(data)
        opened = self.library.article(number) if number is not None else None
        if number is None or opened is None:
            return
        facts = opened.reading.officials if subject == "official" else opened.reading.meetings
        if kind is RulingKind.ADDED or not facts:
            value = {"name": "Ada B"} if subject == "official" else {"place": "Baku"}
            wish = Wish(RulingKind.ADDED, subject, self.some_words(data, number), "", value)
        else:
            spans = [span for fact in facts for span in fact.evidence.spans]
            field = {"official": "name", "meeting": "place"}[subject]
            field = field if kind is RulingKind.CHANGED else ""
            value_of = "Ada C" if field else None
            wish = Wish(kind, subject, data.draw(st.sampled_from(spans)), field, value_of)
        before = len(opened.rulings)
        self.correcting.rule(number, [wish], "Correct", "")
        self.done()
        after = self.library.article(number)
        assert after is not None
        assert len(after.rulings) == before + 1
        assert after.rulings[-1].applies

    @rule(data=st.data())
    def a_correction_is_taken_back(self, data: st.DataObject) -> None:
        made = self.library.rulings()
        if made:
            self.correcting.take_back([data.draw(st.sampled_from(made))])
            self.done()

    @rule(names=st.lists(st.sampled_from(NAMES), min_size=2, max_size=2, unique=True), same=st.booleans())
    def names_are_ruled_over(self, names: list[str], same: bool) -> None:
        first, second = (Choice(name, name, 1) for name in names)
        self.people.rule(first, second, same)
        self.done()

    @rule(name=st.sampled_from(("one", "two")), query=st.sampled_from(("ergun", "zakir -tag:later")))
    def a_search_is_saved(self, name: str, query: str) -> None:
        self.searches.save(name, Filter(query=query, tag=TAGS[0]))
        self.done()

    # -- and takes back

    @precondition(lambda self: self.stack.canUndo())
    @rule(times=st.integers(1, 3))
    def undone(self, times: int) -> None:
        for _ in range(times):
            self.stack.undo()

    @precondition(lambda self: self.stack.canRedo())
    @rule(times=st.integers(1, 3))
    def redone(self, times: int) -> None:
        for _ in range(times):
            self.stack.redo()

    # -- what always holds

    @invariant()
    def what_a_person_wrote_is_there(self) -> None:
        assert self.personal() == self.were[self.stack.index()]

    @invariant()
    def what_finds_no_words_is_listed(self) -> None:
        texts = {row.id: self.library.article(row.id) for row in self.library.rows(Filter(), 0, 99)}
        notes = {note.id: note for note in self.library.annotations()}
        laws = {law.id: law for law in self.library.rulings()}
        for table, listed in (("annotation", notes), ("ruling", laws)):
            kept = self.rows(f"SELECT id, article_id FROM {table}")
            assert set(listed) == {number for number, article in kept if article in texts}
        for note in notes.values():
            text = texts[note.article_id].article.text  # type: ignore[union-attr]
            assert note.orphan == (anchors.place(text, note.anchor) is None)
            if not note.orphan:
                assert text[note.anchor.span.start : note.anchor.span.end] == note.anchor.exact
        lost = {note.article_id for note in notes.values() if note.orphan}
        assert set(self.library.ids(Filter(unplaced=True))) == lost
        assert self.library.choices().unplaced == len(lost)
        for law in laws.values():
            text = texts[law.article_id].article.text  # type: ignore[union-attr]
            assert not law.applies or anchors.place(text, law.anchor) is not None

    @invariant()
    def the_library_is_whole(self) -> None:
        assert [finding.sentence for finding in upkeep.check(self.library.path)] == []

    @invariant()
    def nothing_was_refused_but_merges(self) -> None:
        assert [fault for fault in self.faults if "cannot be one person" not in fault] == []


_MADE_UP = ("store.reading.pipeline", "store.reading.version", "store.reading.heading")


@pytest.mark.usefixtures("qapp")
def test_whatever_is_done_nothing_is_lost() -> None:
    run_state_machine_as_test(
        Work,
        settings=settings(
            max_examples=20,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
