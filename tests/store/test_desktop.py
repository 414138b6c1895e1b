"""The program among those of a desktop: what is written below the data folder, and taken away again."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.app import DESKTOP_NAME
from gui.main import main
from store import desktop
from store.errors import StoreError

ENTRY = f"applications/{desktop.NAME}.desktop"
PRINTABLE = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data"


def understood(line: str) -> list[str]:
    """An ``Exec`` line, read as the Desktop Entry specification says: unescaped, then unquoted."""
    value = re.sub(r"\\(.)", lambda sign: {"s": " "}.get(sign[1], sign[1]), line.removeprefix("Exec="))
    quoted = re.findall(r'"((?:[^"\\]|\\.)*)"', value)
    return [re.sub(r"\\(.)", r"\1", one).replace("%%", "%") for one in quoted]


def test_all_is_written_and_taken_away_again(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "applications").mkdir(parents=True)
    other = home / "applications" / "other.desktop"
    other.write_text("[Desktop Entry]\n")
    assert main(["desktop", "install"]) == 0
    made = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert sorted(made) == sorted(desktop.places(home))
    assert all(path.is_file() for path in made)
    assert desktop.is_installed(home)
    assert main(["desktop", "remove"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(made)
    assert not any(path.exists() for path in made)
    assert not desktop.is_installed(home)
    assert other.is_file()
    assert main(["desktop", "remove"]) == 0
    assert capsys.readouterr().out == "nothing of it was there\n"


def test_a_second_time_writes_over_the_first(home: Path) -> None:
    desktop.install(home, ["/old/communique"], str)
    desktop.install(home, ["/new/communique"], str)
    text = (home / ENTRY).read_text("utf-8")
    assert 'Exec="/new/communique" %F\n' in text
    assert "TryExec=/new/communique\n" in text
    assert "/old" not in text


@given(st.lists(PRINTABLE, min_size=1, max_size=3))
def test_any_path_is_quoted_so_that_a_desktop_starts_it(command: list[str]) -> None:
    (line,) = re.findall(r"^Exec=.*$", desktop._starting("Exec=communique %F\n", command), re.MULTILINE)
    assert understood(line.removesuffix(" %F")) == command


def test_the_window_goes_by_the_same_name() -> None:
    assert DESKTOP_NAME == desktop.NAME


def test_what_starts_the_program_is_there() -> None:
    assert Path(desktop.own_command()[0]).is_file()


def test_a_data_folder_that_cannot_be_written_is_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home.write_text("a file where the folder should be")
    assert main(["desktop", "install"]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_a_relative_data_folder_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "somewhere")
    assert desktop.data_home() == Path.home() / ".local" / "share"


def test_other_systems_are_told_that_there_is_no_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(StoreError, match="no menu entry"):
        desktop.data_home()
