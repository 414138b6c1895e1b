"""Windows, keyboard, clipboard and dragging on a real screen, where there is an X server to make one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def screen() -> Iterator[str]:
    """The name of a screen of its own."""
    server = shutil.which("Xvfb")
    if server is None:
        pytest.skip("there is no Xvfb to make a screen with")
    command = [server, "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        assert running.stdout is not None
        number = running.stdout.readline().strip()
        try:
            if not number:
                pytest.skip("Xvfb does not start here")
            yield f":{number}"
        finally:
            running.terminate()


def test_windows_and_the_keyboard_on_a_real_screen(screen: str) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": screen}
    environment.pop("WAYLAND_DISPLAY", None)
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/journeys/on_screen.py"],
        capture_output=True,
        text=True,
        env=environment,
        cwd=ROOT,
        timeout=120,
    )
    assert ended.returncode == 0, ended.stdout[-4000:] + ended.stderr[-2000:]
