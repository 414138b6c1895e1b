"""The command ``export``."""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType

import pytest

from gui.main import main
from seeds import seed_files
from store.exchange.registry import FORMS


@pytest.fixture
def library_file(engine: ModuleType, tmp_path: Path) -> str:
    """A library with the three sample articles."""
    place = str(tmp_path / "library.sqlite")
    assert main(["--library", place, "import", "--quiet", *(str(file) for file in seed_files())]) == 0
    return place


@pytest.mark.parametrize("form", FORMS)
def test_every_format_is_written_and_is_the_same_each_time(
    form: str, library_file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"out{FORMS[form].suffix}"
    assert main(["--library", library_file, "export", "--format", form, "-o", str(path)]) == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.splitlines()[0].startswith("3 articles")
    before = path.read_bytes()
    assert before
    assert main(["--library", library_file, "export", "--format", form, "-o", str(path)]) == 0
    assert path.read_bytes() == before
    capsys.readouterr()
    assert main(["--library", library_file, "export", "--format", form]) == 0
    assert capsys.readouterr().out == before.decode("utf-8-sig")


def test_what_a_query_finds(library_file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--library", library_file, "export", "ergün"]) == 0
    printed = capsys.readouterr()
    assert [one["published"] for one in json.loads(printed.out)["articles"]] == ["2025-12-17"]
    target = tmp_path / "none.json"
    assert main(["--library", library_file, "export", "no", "such", "thing", "-o", str(target)]) == 1
    assert capsys.readouterr().err == "nothing found\n"
    assert not target.exists()
    assert main(["--library", library_file, "export", "ergün date:x"]) in (0, 1)
    assert "not understood" in capsys.readouterr().err


def test_a_format_that_there_is_not(library_file: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--library", library_file, "export", "--format", "xls"])
    assert end.value.code == 2
    with pytest.raises(SystemExit):
        main(["export", "--help"])
    told = capsys.readouterr().out
    assert all(form.holds in told for form in FORMS.values())


def test_a_table_without_the_mark(library_file: str, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    command = ["--library", library_file, "export", "--format", "csv-officials", "-o", str(path)]
    assert main(command) == 0
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert main([*command, "--no-bom"]) == 0
    assert path.read_bytes().startswith(b"article,")


def test_notes_are_taken_in(library_file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    quotes = ("BAKU, Azerbaijan, December 17.", "words that are nowhere at all")
    selectors = ({"type": "TextQuoteSelector", "exact": quote} for quote in quotes)
    notes = [{"target": {"source": "x", "selector": one}} for one in selectors]
    path = tmp_path / "notes.json"
    path.write_text(json.dumps(notes))
    assert main(["--library", library_file, "import", str(path)]) == 1
    printed = capsys.readouterr()
    assert printed.out == "1 note taken in, 1 refused\n"
    assert "“words that are nowhere at all” stands in no article of the library." in printed.err
    assert main(["read", str(path)]) == 1
    assert capsys.readouterr().err.startswith(f"communique: {path} holds notes on articles")
