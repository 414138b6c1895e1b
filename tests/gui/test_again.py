"""The program begun again: the same command, without the files that it took in."""

from __future__ import annotations

import os
import sys

import pytest

from gui import again


@pytest.mark.parametrize(
    ("original", "arguments", "command"),
    [
        (["python", "-m", "gui.main"], [], ["-m", "gui.main"]),
        (
            ["python", "-I", "/bin/communique"],
            ["--theme", "dark"],
            ["-I", "/bin/communique", "--theme", "dark"],
        ),
        (["python", "/bin/communique"], ["--library", "l", "a.txt"], ["/bin/communique", "--library", "l"]),
    ],
)
def test_the_same_command(
    original: list[str], arguments: list[str], command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(sys, "orig_argv", [*original, *arguments])
    monkeypatch.setattr(sys, "argv", ["main.py", *arguments])
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "execv", lambda program, words: ran.append([program, *words]))
    again.follow(["a.txt"])
    assert ran == [[sys.executable, sys.executable, *command]]
