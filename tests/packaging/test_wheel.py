"""What is built from the tree: the wheel holds the program with its data, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from store.desktop import places

ROOT = Path(__file__).parents[2]
ROOMS = ("gui", "store", "resources", "seeds")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    out = tmp_path_factory.mktemp("dist")
    run = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=110,
    )
    assert run.returncode == 0, run.stderr
    [built] = out.glob("communique-*.whl")
    return set(zipfile.ZipFile(built).namelist())


def test_every_file_of_the_rooms_is_in_the_wheel(wheel: set[str]) -> None:
    wanted = {
        path.relative_to(ROOT).as_posix()
        for room in ROOMS
        for path in (ROOT / room).rglob("*")
        if path.is_file() and path.suffix != ".spec" and not {"__pycache__", "pictures"} & {*path.parts}
    }
    assert wanted - wheel == set()


def test_the_wheel_holds_the_rooms_only(wheel: set[str]) -> None:
    tops = {name.split("/")[0] for name in wheel}
    assert {top for top in tops if not top.endswith((".dist-info", ".data"))} == set(ROOMS)
    assert not [name for name in wheel if name.startswith("resources/pictures/") or name.endswith(".spec")]


def test_the_wheel_carries_the_licence_and_the_command(wheel: set[str]) -> None:
    ends = {name.split("/", 1)[1] for name in wheel if ".dist-info/" in name}
    assert {"licenses/LICENSE", "entry_points.txt", "METADATA"} <= ends


def test_the_wheel_puts_where_desktops_look_what_is_for_them(wheel: set[str]) -> None:
    shared = {name.split("/data/share/", 1)[1] for name in wheel if ".data/data/share/" in name}
    of_shells = {"bash-completion", "zsh"}  # made from the options when they are asked for
    home = Path("/home")
    wanted = {path.relative_to(home).as_posix() for path in places(home)}
    assert shared == {place for place in wanted if place.split("/")[0] not in of_shells}
