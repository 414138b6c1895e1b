"""A person's own lexicon, from the command line: what it adds, and what is said of a malformed one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from store.places import LEXICON

ROOT = Path(__file__).parents[2]
TEXT = (
    "The Grand Vizier of Ruritania, Tarik Selim, received the Ambassador of Peru, Inés Quiroga Valle, in Lima"
    " on May 5. The sides discussed trade."
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "visit.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def lexicon(tmp_path: Path) -> Path:
    folder = tmp_path / "words"
    folder.mkdir()
    (folder / "posts.toml").write_text('heads = ["grand vizier"]\n', "utf-8")
    (folder / "territories.tsv").write_text("code\tname\nXR\tRuritania\n", "utf-8")
    return folder


def run(*arguments: str, own: str | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **({} if own is None else {LEXICON: own})}
    return subprocess.run(
        [sys.executable, "-m", "gui.main", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def posts(told: subprocess.CompletedProcess[str]) -> list[tuple[str, str, str]]:
    assert told.returncode == 0, told.stderr
    officials = json.loads(told.stdout)["officials"]
    return [(one["name"], post["title"], post["country"]) for one in officials for post in one["posts"]]


def test_own_words_are_read(article: Path, lexicon: Path) -> None:
    wanted = ("Tarik Selim", "Grand Vizier", "XR")
    assert wanted not in posts(run("read", "--json", str(article)))
    assert wanted in posts(run("read", "--json", str(article), own=str(lexicon)))
    assert wanted in posts(run("--lexicon", str(lexicon), "read", "--json", str(article)))


def test_the_data_folder_may_hold_them(article: Path, lexicon: Path, own_folders: Path) -> None:
    there = own_folders / ".local" / "share" / "communique"
    there.mkdir(parents=True)
    lexicon.rename(there / "lexicon")
    assert ("Tarik Selim", "Grand Vizier", "XR") in posts(run("read", "--json", str(article)))


def test_a_malformed_entry_is_one_sentence(article: Path, lexicon: Path) -> None:
    (lexicon / "territories.tsv").write_text("code\tname\nRuritania\tRuritania\n", "utf-8")
    told = run("read", str(article), own=str(lexicon))
    assert told.returncode == 1
    assert told.stdout == ""
    where = lexicon / "territories.tsv"
    assert told.stderr.strip().splitlines() == [
        f"communique: {where}, line 2: code is 'Ruritania', not two capital letters."
    ]


def test_an_import_with_a_malformed_one_takes_nothing(article: Path, lexicon: Path, tmp_path: Path) -> None:
    (lexicon / "frames.toml").write_text('[frames]\nmeet = ["(met"]\n', "utf-8")
    library = str(tmp_path / "library.sqlite")
    told = run("--library", library, "import", str(article), own=str(lexicon))
    assert told.returncode == 1
    assert "frames.toml, line 2: '(met' of frames.meet is no pattern" in told.stderr
    assert "Traceback" not in told.stderr
    assert run("--library", library, "import", str(article)).returncode == 0


def test_a_folder_that_is_not_there_is_said(article: Path, tmp_path: Path) -> None:
    told = run("--lexicon", str(tmp_path / "absent"), "read", str(article))
    assert told.returncode == 1
    assert "absent cannot be used: no such file or directory." in told.stderr
