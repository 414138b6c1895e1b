"""The house rules that a linter does not know, over every file that is committed."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOP_LEVEL = re.compile(
    r"\..*|pyproject\.toml|README\.md|LICENSE|CHANGELOG\.md|Makefile|seeds|gui|store|resources|tests"
)
LONGEST = 600  # lines of a Python file
HOMES = re.compile(r"(?<![\w.~-])/(root|work|Users/\w+|home/(?!user\b|you\b)\w+)/")  # somebody's folders


@cache
def committed() -> tuple[Path, ...]:
    """Files under version control; in an unpacked source archive, every file."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        found = [p for p in ROOT.rglob("*") if p.is_file() and "__pycache__" not in p.parts]
        return tuple(p for p in found if not any(part.startswith(".") for part in p.relative_to(ROOT).parts))
    return tuple(p for name in listed.stdout.split("\0") if name and (p := ROOT / name).is_file())


def lines_with(pattern: re.Pattern[str], *folders: str, apart_from: str = "") -> list[str]:
    """Lines of the Python files under ``folders`` that match, as ``path:line: text``."""
    found = []
    for path in committed():
        name = path.relative_to(ROOT).as_posix()
        if path.suffix != ".py" or not name.startswith(folders):
            continue
        if apart_from and name.startswith(apart_from):
            continue
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if pattern.search(line):
                found.append(f"{name}:{number}: {line.strip()}")
    return found


def test_the_top_level_holds_what_the_design_names() -> None:
    tops = {path.relative_to(ROOT).parts[0] for path in committed()}
    assert [top for top in sorted(tops) if not TOP_LEVEL.fullmatch(top)] == []


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    texts = {p: p.read_bytes().decode("utf-8", "replace") for p in committed() if p.suffix != ".png"}
    assert [str(p.relative_to(ROOT)) for p, text in texts.items() if HOMES.search(text)] == []


def test_no_python_file_is_too_long() -> None:
    sizes = {p: p.read_bytes().count(b"\n") for p in committed() if p.suffix == ".py"}
    assert {str(p.relative_to(ROOT)): n for p, n in sizes.items() if n > LONGEST} == {}


@pytest.mark.parametrize(
    ("rule", "pattern", "folders", "apart_from"),
    [
        ("style sheets belong to the theme", r"\.setStyleSheet\(", ("gui/",), "gui/theme.py"),
        ("nothing pumps the event loop", r"\bprocessEvents\(", ("gui/",), ""),
        (
            "changes are taken back, not asked about",
            r"QMessageBox\.(question|warning)\(|StandardButton\.Yes",
            ("gui/",),
            "",
        ),
        ("nothing waits asleep", r"\btime\.sleep\(", ("gui/", "store/"), ""),
        ("SQL belongs to the database", r"\.execute(many|script)?\(", ("gui/", "store/"), "store/database/"),
        (
            "the program opens no network",
            r"\b(urllib\.request|http\.client|QtNetwork)\b",
            ("gui/", "store/"),
            "",
        ),
        ("nothing is left open", r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b", ("gui/", "store/", "tests/"), ""),
    ],
)
def test_rule(rule: str, pattern: str, folders: tuple[str, ...], apart_from: str) -> None:
    assert lines_with(re.compile(pattern), *folders, apart_from=apart_from) == [], rule
