"""The program works on this machine alone: nothing of it opens a way to another one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

_WATCHED = """
import pathlib, socket, sys

NAMES = ("socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.sendmsg", "urllib.Request")

def watch(event, arguments):
    # A local socket of another window has a path for its address, one of a network a tuple.
    if event in NAMES or (event == "socket.connect" and isinstance(arguments[1], tuple)):
        pathlib.Path(sys.argv[1]).open("a").write(f"{event} {arguments[1:]}\\n")

sys.addaudithook(watch)
from gui.main import main
status = main(sys.argv[2:])
for line in pathlib.Path("/proc/self/maps").open() if sys.platform == "linux" else ():
    if "Qt6Network" in line or "QtNetwork" in line:
        pathlib.Path(sys.argv[1]).open("a").write(line)
sys.exit(status)
"""

PAGE = (
    "<html><body><article><h1>Head</h1><img src='http://192.0.2.1/a.png'>"
    "<p>Minister Jane Smith met with Ambassador John Brown in London on May 7, 2024.</p>"
    "<p>See <a href='http://192.0.2.1/'>http://192.0.2.1/</a> for more of what was discussed about trade.</p>"
    "</article></body></html>"
)


def watched(tmp_path: Path, *arguments: str) -> str:
    """What a run of the program asked of the network; empty for nothing."""
    told = tmp_path / "told"
    told.touch()
    ended = subprocess.run(
        [sys.executable, "-c", _WATCHED, str(told), *arguments],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return told.read_text("utf-8")


@pytest.fixture
def page(tmp_path: Path) -> str:
    file = tmp_path / "page.html"
    file.write_text(PAGE, "utf-8")
    return str(file)


def test_the_watch_sees_what_it_watches_for(tmp_path: Path) -> None:
    told = tmp_path / "told"
    told.touch()
    code = _WATCHED.replace(
        "from gui.main import main",
        "main = lambda _: not socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect_ex(('127.0.0.1', 9))",
    )
    subprocess.run([sys.executable, "-c", code, str(told)], check=False, timeout=60)
    assert told.read_text("utf-8").startswith("socket.connect (('127.0.0.1', 9),)")


def test_commands_reach_for_no_network(tmp_path: Path, page: str) -> None:
    library = str(tmp_path / "library.sqlite")
    assert watched(tmp_path, "--library", library, "import", page) == ""
    assert watched(tmp_path, "--library", library, "search", "smith") == ""


@pytest.mark.parametrize(
    "steps",
    [
        ("--article", "page", "--do", "go.next_mark", "--do", "help.about"),
        ("--do", "across.series", "--press", "Tab", "--press", "Return"),
        ("--do", "edit.settings"),
    ],
    ids=["article", "page", "settings"],
)
def test_the_window_reaches_for_no_network(tmp_path: Path, page: str, steps: tuple[str, ...]) -> None:
    library = str(tmp_path / "library.sqlite")
    picture = str(tmp_path / "window.png")
    assert watched(tmp_path, "--library", library, "--screenshot", picture, page, *steps) == ""
