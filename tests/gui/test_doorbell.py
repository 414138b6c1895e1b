"""A second start on an open library: what it was asked for arrives at the first, whatever else calls."""

from __future__ import annotations

import socket
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui import doorbell
from gui.doorbell import Doorbell, Ring, hand_over
from gui.options import Options


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where sockets are; short, as the names of sockets must be."""
    with tempfile.TemporaryDirectory(prefix="c") as name:
        monkeypatch.setenv("XDG_RUNTIME_DIR", name)
        yield Path(name)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


@pytest.fixture
def bell(folder: Path, library: Path) -> Iterator[Callable[..., tuple[Doorbell, list[Ring]]]]:
    made: list[Doorbell] = []

    def begin(taken: bool = True) -> tuple[Doorbell, list[Ring]]:
        heard: list[Ring] = []

        def let_in(ring: Ring) -> bool:
            heard.append(ring)
            return taken

        made.append(Doorbell(library, let_in))
        return made[-1], heard

    yield begin
    for each in made:
        each.close()


def handed_over(qtbot: QtBot, options: Options, *libraries: Path) -> bool:
    """What a second program would do, beside the event loop of the first."""
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(hand_over, options, libraries)
        qtbot.waitUntil(answer.done)
        return answer.result()


def said(qtbot: QtBot, folder: Path, words: bytes) -> bytes:
    """What is answered to some words."""
    [place] = (folder / "communique").iterdir()

    def say() -> bytes:
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(str(place))
            line.sendall(words)
            return line.recv(100)

    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(say)
        qtbot.waitUntil(answer.done)
        return answer.result()


def test_all_that_was_asked_for_arrives(
    bell: Callable[..., tuple[Doorbell, list[Ring]]], library: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    _, heard = bell()
    options = Options(library, files=(tmp_path / "a ü.txt", Path("b.txt")), article="x", search="hasanov ü")
    assert handed_over(qtbot, options, tmp_path / "other.sqlite")
    [ring] = heard
    assert ring.files == (tmp_path / "a ü.txt", Path("b.txt").absolute())
    assert ring.libraries == (tmp_path / "other.sqlite",)
    assert (ring.article, ring.search) == ("x", "hasanov ü")


def test_a_library_is_known_by_another_name_for_it(
    bell: Callable[..., tuple[Doorbell, list[Ring]]], library: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    library.touch()
    (tmp_path / "link").symlink_to(library)
    _, heard = bell()
    assert handed_over(qtbot, Options(tmp_path / "link"))
    assert len(heard) == 1


def test_another_library_is_not_open(
    bell: Callable[..., tuple[Doorbell, list[Ring]]], qtbot: QtBot, tmp_path: Path
) -> None:
    bell()
    assert not handed_over(qtbot, Options(tmp_path / "another.sqlite"))


def test_another_library_of_the_same_sum_is_not_taken_for_this_one(
    bell: Callable[..., tuple[Doorbell, list[Ring]]],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(doorbell.zlib, "crc32", lambda _: 7)
    _, heard = bell()
    assert not handed_over(qtbot, Options(tmp_path / "another.sqlite"))
    assert heard == []


def test_one_that_is_closing_takes_nothing(
    bell: Callable[..., tuple[Doorbell, list[Ring]]], library: Path, qtbot: QtBot
) -> None:
    first, heard = bell(taken=False)
    assert not handed_over(qtbot, Options(library))
    assert len(heard) == 1
    first.close()
    assert not handed_over(qtbot, Options(library))
    assert len(heard) == 1


def test_the_second_of_two_programs_does_not_listen(
    bell: Callable[..., tuple[Doorbell, list[Ring]]], library: Path, qtbot: QtBot
) -> None:
    first, heard = bell()
    second, unheard = bell()
    assert (first.listens, second.listens) == (True, False)
    second.close()
    assert handed_over(qtbot, Options(library))
    assert (len(heard), len(unheard)) == (1, 0)


def test_what_a_crash_left_is_taken_over(
    bell: Callable[..., tuple[Doorbell, list[Ring]]], library: Path, qtbot: QtBot
) -> None:
    place = doorbell.address(library)
    assert place is not None
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(place))
    assert place.exists()
    assert not handed_over(qtbot, Options(library))
    _, heard = bell()
    assert handed_over(qtbot, Options(library))
    assert len(heard) == 1


@pytest.mark.parametrize(
    "words",
    [
        b"\n",
        b"hello\n",
        b"[]\n",
        b'{"files": 3}\n',
        b'{"files": []}\n',
        b"\xff\xfe\n",
        b"x" * (doorbell.LARGEST + 1),
    ],
    ids=["nothing", "no JSON", "a list", "a number", "half of it", "no text", "too long"],
)
def test_nonsense_is_not_let_in(
    bell: Callable[..., tuple[Doorbell, list[Ring]]], folder: Path, qtbot: QtBot, words: bytes
) -> None:
    _, heard = bell()
    with suppress(BrokenPipeError, ConnectionResetError):
        assert said(qtbot, folder, words) == b""
    assert heard == []


def test_a_folder_that_others_may_enter_is_not_used(folder: Path, library: Path) -> None:
    (folder / "communique").mkdir()
    (folder / "communique").chmod(0o755)
    assert doorbell.address(library) is None
    assert not Doorbell(library, lambda _: True).listens


def test_without_a_folder_of_the_session_there_is_a_private_one(
    monkeypatch: pytest.MonkeyPatch, library: Path, folder: Path
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    place = doorbell.address(library)
    assert place is not None
    assert place.parent.parent == folder
    assert place.parent.stat().st_mode & 0o777 == 0o700


def test_one_that_does_not_answer_is_not_waited_for(
    folder: Path, library: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doorbell, "PATIENCE", 0.05)
    place = doorbell.address(library)
    assert place is not None
    with socket.socket(socket.AF_UNIX) as hanging:
        hanging.bind(str(place))
        hanging.listen()
        assert not handed_over(qtbot, Options(library))


def test_a_caller_that_says_nothing_is_hung_up_on(
    bell: Callable[..., tuple[Doorbell, list[Ring]]],
    folder: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(doorbell, "PATIENCE", 0.05)
    _, heard = bell()
    assert said(qtbot, folder, b"{") == b""
    assert heard == []
