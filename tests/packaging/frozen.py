"""Tries the program that was built with its own Python: ``python -m tests.packaging.frozen dist/communique``.

Starts it as somebody would who has neither Python nor its packages: with an empty home and an empty path.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from seeds import seed_files

PNG = b"\x89PNG\r\n\x1a\n"


def tried(folder: Path) -> list[str]:
    """What was tried, a line each.

    :raises AssertionError: something of it does not work.
    """
    program = folder.absolute() / "communique"
    with tempfile.TemporaryDirectory() as name:
        home, done = Path(name), []

        def run(*arguments: str) -> str:
            ended = subprocess.run(
                [program, *arguments],
                env={"HOME": name, "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"},
                cwd=name,
                capture_output=True,
                text=True,
                timeout=120,
                check=False,
            )
            assert ended.returncode == 0, f"{arguments}: {ended.returncode} {ended.stderr}"
            done.append(" ".join(["communique", *arguments]))
            return ended.stdout

        assert run("--version").startswith("communique 0")
        assert "kadioglu" in run("search", "--help")
        assert "Kadıoğlu" in run("search", "kadioglu")
        texts = [Path(str(file)).read_text("utf-8") for file in seed_files()]
        for number in range(120):  # so many that both cores read
            (home / f"{number}.txt").write_text(f"{texts[number % 3]}\n\nNote {number}.\n", "utf-8")
        assert "120 taken in" in run("--library", "many.sqlite", "import", *(f"{n}.txt" for n in range(120)))
        officials = json.loads(run("read", "--json", "1.txt"))["officials"]
        assert any(official["name"].startswith("Zakir") for official in officials)
        assert "complete" in run("completion", "bash")
        run("--screenshot", "window.png", "--theme", "dark")
        assert (home / "window.png").read_bytes().startswith(PNG)
        return done


def size(folder: Path) -> int:
    """Bytes of all files of a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


if __name__ == "__main__":
    built = Path(sys.argv[1])
    for line in tried(built):
        print(f"works: {line[:100]}")
    print(f"{built}: {size(built) / 1e6:,.0f} MB")
