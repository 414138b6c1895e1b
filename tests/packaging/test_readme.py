"""What the README says must be so: its commands, options, keys, files and credits."""

from __future__ import annotations

import contextlib
import io
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from gui.main import main
from gui.menus.every import ACTIONS
from gui.menus.fixed import FIXED

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def command_lines() -> list[str]:
    """The indented lines that begin with ``communique``, comments included."""
    return re.findall(r"^    communique\b(.*)$", README, re.MULTILINE)


@cache
def help_of(*arguments: str) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out), pytest.raises(SystemExit) as ended:
        main([*arguments, "--help"])
    assert ended.value.code == 0
    return out.getvalue()


@pytest.mark.parametrize("line", command_lines())
def test_the_commands_are_there(line: str) -> None:
    called, _, comment = line.partition("#")
    words = called.split()
    command = [w for w in words if re.fullmatch(r"[a-z]+", w) and w != "json"][:1]
    for option in re.findall(r"--[a-z-]+", called + comment):
        known = help_of(*command) + help_of()
        assert option in known, f"communique {' '.join(command)} has no {option}"
    if command:
        assert help_of(*command).startswith("usage: communique")


def test_every_command_and_option_is_in_the_readme() -> None:
    said = set(re.findall(r"--[a-z-]+", README))
    named = set(re.findall(r"^  communique ([a-z]+)", help_of(), re.MULTILINE))
    assert named == set(re.findall(r"^    communique ([a-z]+)", README, re.MULTILINE))
    for command in ((), *((name,) for name in sorted(named))):
        assert set(re.findall(r"--[a-z-]+", help_of(*command))) - said - {"--help", "--version"} == set()


def test_the_make_targets_are_there() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"^    make ([a-z]+)", README, re.MULTILINE)) - targets == set()


def test_the_keys_are_those_of_the_actions() -> None:
    keys = set(re.findall(r"<kbd>(.+?)</kbd>", README))
    known = {shortcut for spec in ACTIONS for shortcut in spec.shortcuts} | {keys for _, keys, _ in FIXED}
    assert keys - known == set()


def test_the_files_it_points_to_are_there() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README) + re.findall(r'(?:src|srcset)="([^"]+)"', README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_library_is_credited() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = [
        re.match(r"[A-Za-z0-9-]+", line)[0].removesuffix("-Essentials") for line in project["dependencies"]
    ]  # type: ignore[index]
    assert [name for name in names if name.lower() not in README.lower()] == []
