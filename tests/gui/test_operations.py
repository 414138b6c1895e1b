"""What a person changes: done, told, undone, refused."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from gui.operations.articles import ArticleOperations
from gui.operations.desk import Desk
from gui.operations.imports import ImportOperations
from store.errors import LibraryError
from store.model import Changes, Filter, ImportReport
from tests.gui.fakes import FakeLibrary


def _states(library: FakeLibrary) -> list[tuple[bool, bool]]:
    return [(a.row.read, a.row.starred) for a in library.articles.values()]


def test_star_undo_redo(desk: Desk, library: FakeLibrary, qtbot: QtBot) -> None:
    operations = ArticleOperations(desk)
    with qtbot.waitSignal(desk.hub.changed) as changed:
        operations.set_starred([1], True, library.articles[1].row.heading)
    assert changed.args[0] == Changes(frozenset({1}))
    assert desk.stack.undoText() == "Star: Hasanov received Ergün"
    assert library.articles[1].row.starred
    desk.stack.undo()
    assert not library.articles[1].row.starred
    desk.stack.redo()
    assert library.articles[1].row.starred


def test_undo_of_many_touches_only_what_changed(desk: Desk, library: FakeLibrary) -> None:
    library.set_read([2, 5], True)
    before = _states(library)
    operations = ArticleOperations(desk)
    operations.set_read(library.articles, True)
    assert desk.stack.undoText() == "Mark 7 articles as read"
    assert all(read for read, _ in _states(library))
    desk.stack.undo()
    assert _states(library) == before
    operations.read_all(Filter())
    desk.stack.undo()
    assert _states(library) == before


def test_what_is_read_by_being_shown_is_no_step(desk: Desk, library: FakeLibrary, qtbot: QtBot) -> None:
    operations = ArticleOperations(desk)
    operations.set_starred([1], True, library.articles[1].row.heading)
    with qtbot.waitSignal(desk.hub.changed):
        operations.saw(library.articles[2].row)
    assert library.articles[2].row.read
    assert desk.stack.undoText().startswith("Star: ")
    desk.stack.undo()
    operations.saw(library.articles[3].row)
    assert library.articles[3].row.read
    assert desk.stack.canRedo()


def test_what_is_shown_and_cannot_be_marked_is_told(desk: Desk, library: FakeLibrary, qtbot: QtBot) -> None:
    library.refuse = LibraryError("The disk is full; nothing was changed.")
    with qtbot.waitSignal(desk.hub.fault) as fault:
        ArticleOperations(desk).saw(library.articles[2].row)
    assert fault.args == ["The disk is full; nothing was changed."]


def test_a_refused_change_is_told_and_not_undoable(desk: Desk, library: FakeLibrary, qtbot: QtBot) -> None:
    library.refuse = LibraryError("The disk is full; nothing was changed.")
    with qtbot.waitSignal(desk.hub.fault) as fault:
        ArticleOperations(desk).set_starred([1], True)
    assert fault.args == ["The disk is full; nothing was changed."]
    library.refuse = None
    desk.stack.undo()  # the obsolete step is dropped, nothing else is undone
    assert not desk.stack.canRedo()


def test_delete_and_bring_back(desk: Desk, library: FakeLibrary) -> None:
    before = dict(library.articles)
    ArticleOperations(desk).delete([1, 4])
    assert set(library.articles) == {2, 3, 5, 6, 7}
    assert desk.stack.undoText() == "Delete 2 articles"
    desk.stack.undo()
    assert library.articles == before


def test_nothing_selected_does_nothing(desk: Desk) -> None:
    operations = ArticleOperations(desk)
    operations.set_read([], True)
    operations.set_starred([], True)
    operations.delete([])
    assert desk.stack.count() == 0


def test_long_headings_are_cut_in_the_menu(desk: Desk, library: FakeLibrary) -> None:
    library.import_texts([("long", b"word " * 40)])
    ArticleOperations(desk).set_starred([8], True, library.articles[8].row.heading)
    assert len(desk.stack.undoText()) < 60


def test_an_import_tells_what_it_did(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "a.txt").write_text("one", "utf-8")
    (tmp_path / "b.bin").write_bytes(b"\0")
    imports = ImportOperations(desk)
    steps: list[tuple[int, int, str]] = []
    imports.progress.connect(lambda *step: steps.append(step))
    with qtbot.waitSignals([imports.finished, imports.ended, desk.hub.changed]):
        imports.import_paths([tmp_path])
    assert steps[0] == (0, 2, "a.txt")
    assert not imports.busy


def test_a_refused_import_ends_too(desk: Desk, library: FakeLibrary, tmp_path: Path, qtbot: QtBot) -> None:
    library.refuse = LibraryError("The disk is full.")
    imports = ImportOperations(desk)
    reports: list[ImportReport] = []
    imports.finished.connect(lambda report, quiet: reports.append(report))
    with qtbot.waitSignals([desk.hub.fault, imports.ended]):
        imports.import_paths([tmp_path])
    assert reports == []
    assert not imports.busy
