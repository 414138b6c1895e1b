"""The program as a whole: pictures, exit statuses, one sentence for what cannot be opened."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from gui.settings import FIRST_SIZE
from gui.theme import load_scheme


def _communique(*arguments: str, platform: str = "offscreen") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": platform, "DISPLAY": ":63219"}
    environment.pop("WAYLAND_DISPLAY", None)
    return subprocess.run(
        [sys.executable, "-m", "gui.main", *arguments],
        capture_output=True,
        text=True,
        env=environment,
        cwd=Path(__file__).parents[2],
        timeout=90,
    )


@pytest.fixture
def file(own_folders: Path) -> Path:
    return own_folders / "library.sqlite"


def test_a_first_start_writes_a_picture_of_the_samples(
    file: Path, tmp_path: Path, qapp: QApplication
) -> None:
    picture = tmp_path / "shot.png"
    ended = _communique(
        "--library", str(file), "--screenshot", str(picture), "--theme", "dark", "--size", "1000x700"
    )
    assert ended.returncode == 0, ended.stderr
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1000, 700)
    ground = QColor(load_scheme("dark").roles["base"])
    reader = [image.pixelColor(x, y) for x in range(400, 990) for y in range(150, 400, 5)]
    assert reader.count(ground) > len(reader) / 2
    assert len({colour.name() for colour in reader}) > 50  # and there is text on it
    again = _communique(
        "--library", str(file), "--screenshot", str(picture), "--article", "2", "--search", "hasanov"
    )
    assert again.returncode == 0, again.stderr


def test_a_picture_of_no_article_fails(file: Path, tmp_path: Path) -> None:
    picture = tmp_path / "shot.png"
    ended = _communique("--library", str(file), "--screenshot", str(picture), "--article", "nobody")
    assert ended.returncode == 1
    assert "'nobody'" in ended.stderr
    assert not picture.exists()


def test_a_picture_that_cannot_be_written_fails(file: Path, tmp_path: Path) -> None:
    ended = _communique("--library", str(file), "--screenshot", str(tmp_path / "no" / "shot.png"))
    assert ended.returncode == 1
    assert "cannot be written" in ended.stderr


def test_a_file_that_is_no_library_is_refused_in_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("just words\n" * 100, "utf-8")
    ended = _communique("--library", str(file), "--screenshot", str(tmp_path / "shot.png"))
    assert ended.returncode == 1
    lines = [line for line in ended.stderr.splitlines() if line.startswith("communique: ")]
    assert len(lines) == 1
    assert "Traceback" not in ended.stderr
    assert file.read_text("utf-8") == "just words\n" * 100


def test_an_article_may_be_asked_for_on_the_first_start(file: Path, tmp_path: Path) -> None:
    first, again, other = (tmp_path / f"{name}.png" for name in ("first", "again", "other"))
    for picture in (first, again):
        ended = _communique(
            "--library", str(file), "--screenshot", str(picture), "--article", "000_588cd7b805776faa"
        )
        assert ended.returncode == 0, ended.stderr
    assert _communique("--library", str(file), "--screenshot", str(other)).returncode == 0
    reader = QRect(520, 80, 340, 600)  # heading and words of the article, without the buttons beside them
    images = [QImage(str(picture)).copy(reader) for picture in (first, again, other)]
    assert images[0] == images[1]
    assert images[0] != images[2]


def test_a_picture_is_of_the_first_size_whatever_the_screen(file: Path, tmp_path: Path) -> None:
    picture = tmp_path / "shot.png"
    assert _communique("--library", str(file), "--screenshot", str(picture)).returncode == 0
    assert QImage(str(picture)).size() == FIRST_SIZE


def test_a_display_that_does_not_answer_is_told_in_one_sentence(file: Path) -> None:
    ended = _communique("--library", str(file), platform="xcb")
    assert ended.returncode == 2
    assert ended.stderr.startswith("communique: ")
    assert len(ended.stderr.splitlines()) == 1
    assert not file.exists()


def test_a_picture_shows_what_was_done_before_it(file: Path, tmp_path: Path) -> None:
    pictures = [tmp_path / f"{n}.png" for n in range(3)]
    for picture, steps in zip(
        pictures,
        ((), ("--do", "edit.find", "--type", "minister", "--press", "F3"), ("--do", "help.shortcuts")),
        strict=True,
    ):
        ended = _communique("--library", str(file), "--screenshot", str(picture), *steps)
        assert ended.returncode == 0, ended.stderr
    plain, found, sheet = (QImage(str(picture)) for picture in pictures)
    filters = QRect(0, 80, 180, 600)
    assert found.copy(filters) == plain.copy(filters)
    assert found != plain
    middle = QRect(plain.width() // 2 - 100, plain.height() // 2 - 100, 200, 200)
    assert sheet.copy(middle) != plain.copy(middle)


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (("--do", "fly"), "no action 'fly'"),
        (("--do", "edit.undo"), "edit.undo is off"),
        (("--select", "no such words"), "do not stand in the open article"),
        (("--press", "Hyper+"), "are no keys"),
    ],
)
def test_a_step_that_cannot_be_done_fails(
    file: Path, tmp_path: Path, step: tuple[str, str], told: str
) -> None:
    picture = tmp_path / "shot.png"
    ended = _communique("--library", str(file), "--screenshot", str(picture), *step)
    assert ended.returncode == 1
    assert told in ended.stderr
    assert not picture.exists()
