"""The check of system libraries: what it reads from ldd, which platform it asks about, what it says."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gui import doctor
from gui.main import NO_DISPLAY, main

LISTING = """\
/env/PySide6/Qt/plugins/platforms/libqxcb.so:
\tlinux-vdso.so.1 (0x00007fcf55906000)
\tlibEGL.so.1 => not found
\tlibxcb-cursor.so.0 => not found
\tlibEGL.so.1 => not found
\tlibz.so.1 => /lib/x86_64-linux-gnu/libz.so.1 (0x00007fcf55000000)
"""


def test_reads_what_ldd_does_not_find() -> None:
    assert doctor.missing_in(LISTING) == ["libEGL.so.1", "libxcb-cursor.so.0"]
    assert doctor.missing_in("\tnot a dynamic executable\n") == []


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}, ("offscreen",)),
        ({"QT_QPA_PLATFORM": "xcb:something"}, ("xcb",)),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, ("wayland", "xcb")),
        ({"DISPLAY": ":0"}, ("xcb",)),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, ("wayland", "xcb")),
        ({}, ("offscreen",)),
    ],
)
def test_asks_about_the_platform_of_the_session(environ: dict[str, str], expected: tuple[str, ...]) -> None:
    assert doctor.platforms(environ) == expected


def test_one_whole_platform_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    lacks = {"wayland": ["libwayland-cursor.so.0"], "xcb": []}
    monkeypatch.setattr(doctor, "missing_libraries", lambda _, platform: lacks[platform])
    monkeypatch.setattr(doctor, "has_font", lambda: True)
    both = {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}
    assert doctor.find_missing(both) == []
    assert doctor.find_missing({"WAYLAND_DISPLAY": "wayland-0"}) == ["libwayland-cursor.so.0"]


def only(*programs: str) -> Callable[[str], str | None]:
    """A stand-in for ``shutil.which`` on a system that has these programs."""
    return lambda name: f"/usr/bin/{name}" if name in programs else None


def test_the_sentence_names_the_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor.shutil, "which", only("apt-get"))
    said = doctor.advice(["libEGL.so.1", "libxcb-cursor.so.0", doctor.FONT])
    assert said.endswith("sudo apt-get install fonts-dejavu-core libegl1 libxcb-cursor0")
    assert "\n" not in said


def test_elsewhere_the_sentence_names_the_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor.shutil, "which", only("dnf"))
    assert doctor.advice(["libEGL.so.1"]).endswith("sudo dnf install 'libEGL.so.1()(64bit)'")
    monkeypatch.setattr(doctor.shutil, "which", only())
    said = doctor.advice(["libEGL.so.1"])
    assert "libEGL.so.1" in said
    assert "apt-get" not in said


def test_the_command_says_what_qt_misses(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "gui.app", None)  # as if Qt could not be imported
    monkeypatch.setattr(doctor, "find_missing", lambda _: ["libEGL.so.1"])
    assert main([]) == NO_DISPLAY
    said = capsys.readouterr().err
    assert said.startswith("communique: ")
    assert said.count("\n") == 1


def test_a_fault_of_ours_is_not_taken_for_a_missing_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "gui.app", None)
    monkeypatch.setattr(doctor, "find_missing", lambda _: [])
    with pytest.raises(ImportError):
        main([])


def test_a_library_in_no_table_is_still_named() -> None:
    names, unknown = doctor.packages(["libEGL.so.1", "libnew.so.9"])
    assert names == ["libegl1"]
    assert unknown == ["libnew.so.9"]


def test_without_root_and_sudo_nothing_is_installed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(doctor, "find_missing", lambda _: ["libxcb-cursor.so.0"])
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(doctor.shutil, "which", only("apt-get"))
    assert doctor.main(["--install"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "libxcb-cursor0" in said.err


def test_this_machine_shows_windows_offscreen(own_folders: Path) -> None:
    assert doctor.find_missing({"QT_QPA_PLATFORM": "offscreen"}) == []
