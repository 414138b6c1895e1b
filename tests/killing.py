"""Kills a program at work on a library, again and again, and looks at what is left.

A child process imports, annotates, corrects or brings an old library up to date, and says so after each
thing is done. It is killed (SIGKILL) at a random moment. Then the library must be whole, and hold all that
was said.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from store import importing, upkeep
from store.database.migrations import migrate, steps
from store.database.opening import APPLICATION_ID
from store.derive import derive
from store.library import Library
from store.model import Article, Filter, MarkStyle, RulingKind, Span

ROOT = Path(__file__).parents[1]
KINDS = ("import", "annotate", "correct", "migrate")
LONGEST = 0.6
"""Seconds at most from the first thing done to the kill."""

_TEXT = (
    "General Jane Smith{n} of Ghana met the Minister of Defence of Peru, Karim Balanov, in Lima on May 5."
    " The sides discussed trade and regional security, number {n}."
)
_OLD = 3  # the version of the library that is brought up to date


@dataclass(frozen=True, slots=True)
class Round:
    """What became of one round."""

    kind: str
    done: int  # things that were said to be done
    faults: tuple[str, ...]


def play(kind: str, folder: Path, chance: random.Random) -> Round:
    """One round in an empty folder."""
    path = folder / "library.sqlite"
    if kind == "migrate":
        _make_old(path, 200)
    elif kind != "import":
        _fill(path, 40)
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.killing", kind, str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "COMMUNIQUE_LEXICON": ""},
    )
    assert child.stdout is not None
    child.stdout.readline()  # it has begun
    with suppress(subprocess.TimeoutExpired):
        child.wait(chance.random() * LONGEST)
    child.send_signal(signal.SIGKILL)
    said, errors = child.communicate(timeout=60)
    faults = [] if child.returncode in (-signal.SIGKILL, 0) else [f"it ended by itself: {errors[-300:]}"]
    acknowledged = said.splitlines()
    if acknowledged and not said.endswith("\n"):
        acknowledged.pop()
    faults += _faults(kind, path, acknowledged)
    return Round(kind, len(acknowledged), tuple(faults))


def _faults(kind: str, path: Path, acknowledged: list[str]) -> list[str]:
    if not path.exists():
        return ["there is no library"] if acknowledged or kind != "import" else []
    library = Library.open(path)
    try:
        library.reread()
        lost = _LOST[kind](library, acknowledged)
    finally:
        library.close()
    return [finding.sentence for finding in upkeep.check(path)] + [f"lost: {one}" for one in lost]


def _lost_articles(library: Library, acknowledged: list[str]) -> list[str]:
    there = {row.key for row in library.rows(Filter(), 0, 100_000)}
    return [one for one in acknowledged if one not in there]


def _lost_notes(library: Library, acknowledged: list[str]) -> list[str]:
    there = {note.note for note in library.annotations()}
    found = {note for note in acknowledged if library.count(Filter(query=f'"{note}"'))}
    return [one for one in acknowledged if one not in there or one not in found]


def _lost_rulings(library: Library, acknowledged: list[str]) -> list[str]:
    there = {str(one.value) for one in library.rulings()}
    return [one for one in acknowledged if one not in there or not library.count(Filter(query=f'"{one}"'))]


def _lost_by_migration(library: Library, acknowledged: list[str]) -> list[str]:
    texts = library.count(Filter(query="trade"))
    notes = len(library.annotations())
    return [f"{texts} articles, {notes} notes"] if (texts, notes) != (200, 50) else []


_LOST: dict[str, Callable[[Library, list[str]], list[str]]] = {
    "import": _lost_articles,
    "annotate": _lost_notes,
    "correct": _lost_rulings,
    "migrate": _lost_by_migration,
}


def _texts(number: int) -> list[tuple[str, bytes]]:
    return [(f"a{n}", _TEXT.format(n=n).encode()) for n in range(number)]


def _fill(path: Path, number: int) -> None:
    library = Library.open(path)
    library.import_texts(_texts(number))
    library.close()


def _make_old(path: Path, number: int) -> None:
    """A library as an earlier version left it, with articles and notes."""
    names = [step.name for step in steps._migrations]
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA page_size = 16384")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN")
        migrate(connection, stop_before=names[_OLD])
        for n, (key, data) in enumerate(_texts(number), 1):
            connection.execute(
                "INSERT INTO article (key, text, path, format, encoding, sha256, imported_at, fingerprint)"
                " VALUES (?, ?, '', 'text', 'utf-8', '', '', ?)",
                (key, data.decode(), importing.files.fingerprint(data.decode())),
            )
            if n <= number // 4:
                connection.execute(
                    "INSERT INTO annotation (article_id, start, end, exact, prefix, suffix, colour, style,"
                    " note, created_at, changed_at)"
                    " VALUES (?, 0, 7, 'General', '', '', 'yellow', 'fill', 'x', '', '')",
                    (n,),
                )
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {_OLD}")
        connection.execute("COMMIT")


# -- the child


def _say(what: str) -> None:
    print(what, flush=True)


def _import(path: Path) -> None:
    importing.BATCH, importing.BATCH_SECONDS = 4, 0
    derive(Article("warm", _TEXT))  # so that reading, not the start of it, is interrupted
    texts = _texts(5000)
    _say("")
    library = Library.open(path)
    for at in range(0, len(texts), 8):
        library.import_texts(texts[at : at + 8])
        for key, _ in texts[at : at + 8]:
            _say(key)


def _annotate(path: Path) -> None:
    library = Library.open(path)
    _say("")
    for n in range(5000):
        note = f"zznote{n}"
        made, _ = library.add_annotation(1 + n % 40, Span(0, 7), "yellow", MarkStyle.FILL, "", (f"t{n % 7}",))
        library.update_annotation(made.id, note=note)
        _say(note)


def _correct(path: Path) -> None:
    library = Library.open(path)
    _say("")
    for n in range(5000):
        rank = f"zzrank{n}"
        value = {"name": f"Person {rank}", "role": "attendee"}
        library.rule(1 + n % 40, RulingKind.ADDED, "official", Span(8, 12), "", value)
        library.add_annotation(1 + n % 40, Span(0, 7), "yellow", MarkStyle.FILL, str(value))
        _say(str(value))


def _migrate(path: Path) -> None:
    _say("")
    library = Library.open(path)
    library.reread()
    library.close()
    _say("done")


if __name__ == "__main__":
    with suppress(BrokenPipeError):
        {"import": _import, "annotate": _annotate, "correct": _correct, "migrate": _migrate}[sys.argv[1]](
            Path(sys.argv[2])
        )
