"""Finds system libraries that Qt needs and this machine lacks, and names the packages that hold them.

Runs before Qt can be imported, so it imports nothing of Qt: ``python -m gui.doctor [--install]``.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

# Library as Qt asks for it -> Debian or Ubuntu package that holds it.
DEBIAN_PACKAGES: Mapping[str, str] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libGLdispatch.so.0": "libglvnd0",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libXau.so.6": "libxau6",
    "libXdmcp.so.6": "libxdmcp6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libpng16.so.16": "libpng16-16",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
FONT = "a font"
FONT_PACKAGE = "fonts-dejavu-core"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
MODULES = ("QtCore", "QtGui", "QtWidgets", "QtSvg")

_NOT_FOUND = re.compile(r"^\s*(\S+) => not found$", re.MULTILINE)


def platforms(environ: Mapping[str, str]) -> tuple[str, ...]:
    """The Qt platforms that would serve this session, the likeliest first; one of them has to work."""
    asked = [part.partition(":")[0] for part in environ.get("QT_QPA_PLATFORM", "").split(";")]
    known = tuple(name for name in asked if name in ("offscreen", "minimal", "xcb", "wayland"))
    if known:
        return known
    shown = {"wayland": environ.get("WAYLAND_DISPLAY"), "xcb": environ.get("DISPLAY")}
    return tuple(name for name, display in shown.items() if display) or ("offscreen",)


def missing_in(listing: str) -> list[str]:
    """The libraries that a listing printed by ``ldd`` says are not found."""
    return sorted(set(_NOT_FOUND.findall(listing)))


def missing_libraries(pyside: Path, platform: str) -> list[str]:
    """What Qt's modules and one of its platforms ask for and the system does not have."""
    ldd = shutil.which("ldd")
    if ldd is None:
        return []
    files = [f for name in MODULES for f in pyside.glob(f"{name}.*.so")]
    files += [pyside / "Qt" / "plugins" / "platforms" / f"libq{platform}.so"]
    run = subprocess.run(  # noqa: S603
        [ldd, *(str(f) for f in files if f.exists())],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": "C"},
    )
    return missing_in(run.stdout)


def has_font() -> bool:
    """Whether any font is installed; without one Qt draws no letters."""
    folders = (Path(f).expanduser() for f in FONT_FOLDERS)
    return any(next(f.rglob(f"*.{kind}"), None) for f in folders for kind in ("ttf", "otf", "ttc", "pfb"))


def find_missing(environ: Mapping[str, str]) -> list[str]:
    """Everything this session lacks to show the window; empty where one platform is whole."""
    spec = importlib.util.find_spec("PySide6")
    if not sys.platform.startswith("linux") or spec is None or not spec.submodule_search_locations:
        return []
    pyside = Path(spec.submodule_search_locations[0])
    per_platform = [missing_libraries(pyside, name) for name in platforms(environ)]
    fonts = [] if has_font() else [FONT]
    return min(per_platform, key=lambda found: len(found)) + fonts


def packages(missing: Iterable[str]) -> tuple[list[str], list[str]]:
    """The Debian packages that hold what is missing, and what no known package holds."""
    names, unknown = set(), []
    for library in missing:
        package = FONT_PACKAGE if library == FONT else DEBIAN_PACKAGES.get(library)
        if package:
            names.add(package)
        else:
            unknown.append(library)
    return sorted(names), unknown


def advice(missing: list[str]) -> str:
    """One sentence that says what is missing and how to get it."""
    names, unknown = packages(missing)
    lacks = f"Communiqué's window needs {', '.join(missing)}, which this system does not have"
    if shutil.which("apt-get") and names and not unknown:
        return f"{lacks}: sudo apt-get install {' '.join(names)}"
    if shutil.which("dnf"):
        wanted = " ".join("dejavu-sans-fonts" if m == FONT else f"'{m}()(64bit)'" for m in missing)
        return f"{lacks}: sudo dnf install {wanted}"
    return f"{lacks}: install the packages of your system that hold them."


def install(names: list[str]) -> bool:
    """Install Debian packages as root or with a sudo that asks nothing; False where that cannot be done."""
    apt, sudo = shutil.which("apt-get"), shutil.which("sudo")
    if apt is None:
        return False
    prefix: list[str] = []
    if os.geteuid() != 0:
        if sudo is None or subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode:  # noqa: S603
            return False
        prefix = [sudo, "-n", "env"]
    print(f"Installing system libraries for the window: {' '.join(names)}", flush=True)
    steps = (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *names])
    for step in steps:
        done = subprocess.run(  # noqa: S603
            [*prefix, *(["DEBIAN_FRONTEND=noninteractive"] if prefix else []), apt, *step],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        )
        if done.returncode and step[0] == "install":
            print(done.stderr.strip(), file=sys.stderr)
            return False
    return True


def main(argv: list[str] | None = None) -> int:
    """Exit status 0 where the window can be shown, 1 where something is missing (said on standard error)."""
    cli = argparse.ArgumentParser(prog="python -m gui.doctor", description=__doc__)
    cli.add_argument("--install", action="store_true", help="install what is missing (Debian, Ubuntu)")
    args = cli.parse_args(argv)
    missing = find_missing(os.environ)
    if missing and args.install:
        names, _ = packages(missing)
        if names and install(names):
            missing = find_missing(os.environ)
    if not missing:
        return 0
    print(advice(missing), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
