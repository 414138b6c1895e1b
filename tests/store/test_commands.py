"""The commands, as a person at a terminal meets them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from gui.main import has_screen, main, parse
from seeds import seed_files
from store.commands import program
from store.errors import LibraryError
from store.library import Library
from store.model import Filter, MarkStyle, Span
from store.places import default_library
from tests.store.conftest import prose

ROOT = Path(__file__).parents[2]
SEEDS = [str(file) for file in seed_files()]

pytestmark = pytest.mark.usefixtures("engine")


@pytest.fixture
def library_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """A library with the sample articles."""
    path = str(tmp_path / "library.sqlite")
    assert main(["--library", path, "import", *SEEDS]) == 0
    capsys.readouterr()
    return path


def found(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [json.loads(line)["date"][:4] for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize(
    ("query", "years"),
    [
        (["kadioglu"], ["2024"]),
        (['"high-level military dialogue"'], ["2025", "2024", "2023"]),
        (["Turkiye ergun"], ["2025"]),
        (["Turkiye", "ergun"], ["2025"]),
        (["--", "-kadioglu"], ["2025", "2023"]),
    ],
)
def test_search(
    library_file: str, query: list[str], years: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", "--library", library_file, "--json", *query]) == 0
    assert found(capsys) == years


def test_found_words_are_in_the_text(library_file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--library", library_file, "search", "--json", "kadioglu"]) == 0
    line = json.loads(capsys.readouterr().out)
    assert line["id"] == "001_f20aa96fecda98fa"
    assert [line["snippet"][a:b] for a, b in line["snippet_hits"]] == ["Kadıoğlu"]
    text = (
        next(f for f in seed_files() if line["id"] in f.name)
        .read_bytes()
        .decode()[len(" date 2024-12-12 ") :]
    )
    assert [text[a:b] for a, b in line["hits"]] == ["Kadıoğlu", "Kadıoğlu"]


def test_an_import_says_which_notes_lost_their_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, path = tmp_path / "a.txt", tmp_path / "library.sqlite"
    file.write_text("Jane Smith of Ghana arrived. She visited the naval base in Tema.", "utf-8")
    assert main(["--library", str(path), "import", str(file)]) == 0
    with closing(Library.open(path)) as library:
        library.add_annotation(1, Span(40, 50), "pink", MarkStyle.BOX)
    file.write_text("Jane Smith of Ghana arrived. She went home on the same day.", "utf-8")
    capsys.readouterr()
    assert main(["--library", str(path), "import", str(file)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "1 with other words than before"
    assert told[1].startswith("1 note on what changed has no place: ")
    assert main(["--library", str(path), "import", str(file)]) == 0
    assert capsys.readouterr().out == "1 there already\n"


def test_a_search_in_a_field_that_there_is_not(library_file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--library", library_file, "search", "persn:kadioglu"]) == 1
    said = capsys.readouterr().err.splitlines()
    assert said[0] == "There is no field persn:; did you mean person:? It is searched for as words."
    assert main(["--library", library_file, "search", "outlet:trend"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("query", ['"(', "(*", '"', "-", "AND", "", "nobody at all", "person:", "*"])
def test_nothing_found(library_file: str, query: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--library", library_file, "search", "--", query]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.endswith("nothing found\n")
    assert "Traceback" not in printed.err


def test_search_for_people(library_file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--library", library_file, "search", "ergun date:20x5"]) == 0
    printed = capsys.readouterr()
    assert "2025-12-17" in printed.out
    assert "Levent Ergün" in printed.out
    assert "not understood: date:20x5" in printed.err


def test_the_default_library_begins_with_the_samples(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "--json", "kadioglu"]) == 0
    assert found(capsys) == ["2024"]
    assert default_library() == Path(os.environ["XDG_DATA_HOME"], "communique", "library.sqlite")
    assert default_library().exists()


def test_the_first_import_brings_no_samples(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(prose("The minister received a guest."))
    assert main(["import", str(tmp_path)]) == 0
    library = Library.open(default_library())
    assert [row.key for row in library.rows(Filter(), 0, 9)] == ["a"]
    library.close()


def test_a_library_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["search", "x"], ["export"]):
        assert main(["--library", str(tmp_path / "none.sqlite"), *command]) == 1
        assert capsys.readouterr().err == f"communique: There is no library {tmp_path / 'none.sqlite'}.\n"
    assert list(tmp_path.iterdir()) == []


def test_a_library_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.sqlite").write_text("hello")
    assert main(["--library", str(tmp_path / "x.sqlite"), "import", *SEEDS]) == 1
    assert "is not a Communiqué library" in capsys.readouterr().err


def test_import_says_what_it_did(
    tmp_path: Path, library_file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\xfd bytes")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "new.txt").write_bytes(prose("The minister received a guest."))
    status = main(["--library", library_file, "import", str(tmp_path), SEEDS[0], str(tmp_path / "gone.txt")])
    printed = capsys.readouterr()
    assert status == 1
    assert printed.out == "1 taken in, 1 there already, 3 refused\n"
    assert [line.split(" is ")[0].split(" does ")[0] for line in printed.err.splitlines()] == [
        f"communique: {tmp_path / name}" for name in ("bad.txt", "empty.txt", "gone.txt")
    ]
    assert main(["--library", library_file, "import", "--quiet", SEEDS[0]]) == 0
    assert capsys.readouterr().out == ""


def test_read_prints_json_lines(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\0\1\2")
    assert main(["read", "--json", SEEDS[2], str(tmp_path / "a.txt"), SEEDS[0]]) == 1
    printed = capsys.readouterr()
    lines = [json.loads(line) for line in printed.out.splitlines()]
    assert [line["id"] for line in lines] == [Path(SEEDS[2]).stem, Path(SEEDS[0]).stem]
    assert "Levent Ergün" in [official["name"] for official in lines[0]["officials"]]
    assert printed.err == f"communique: {tmp_path / 'a.txt'} is no text: it holds binary data.\n"
    assert not default_library().exists()


def test_read_prints_tables(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", *SEEDS, "--explain"]) == 0
    printed = capsys.readouterr().out
    assert "Levent Ergün" in printed
    assert "[made.up, 0.50]" in printed
    assert all(len(line) < 400 for line in printed.splitlines())


def test_export_holds_what_a_person_wrote(
    library_file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = Library.open(Path(library_file))
    made, _ = library.add_annotation(3, Span(0, 4), "yellow", MarkStyle.FILL, "A note", ("tag",))
    library.set_starred([1], True)
    library.set_article_tags(2, ["whole"])
    library.close()
    target = tmp_path / "out.json"
    assert main(["--library", library_file, "export", "--format", "json", "--output", str(target)]) == 0
    assert main(["--library", library_file, "export"]) == 0
    assert capsys.readouterr().out == target.read_text("utf-8")
    exported = json.loads(target.read_text("utf-8"))
    third, second, first = exported["articles"]
    assert exported["version"] == 1
    assert first["annotations"][0]["note"] == "A note"
    assert first["annotations"][0]["tags"] == ["tag"]
    start, end = first["annotations"][0]["span"]
    assert first["text"][start:end] == made.anchor.exact == "BAKU"
    assert second["tags"] == ["whole"]
    assert third["starred"]
    assert third["reading"]["id"] == third["id"]
    assert not list(tmp_path.glob(".*"))


def test_an_export_that_cannot_be_written(
    library_file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "none" / "out.json"
    assert main(["--library", library_file, "export", "--output", str(target)]) == 1
    assert capsys.readouterr().err == f"communique: {target} cannot be written: no such file or directory.\n"


def test_an_export_that_fails_leaves_the_old_one(
    library_file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.json"
    target.write_text("the old one")

    def fails(*_: object) -> None:
        raise LibraryError("The disk failed.")

    monkeypatch.setattr(Library, "article", fails)
    assert main(["--library", library_file, "export", "--output", str(target)]) == 1
    assert target.read_text() == "the old one"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["library.sqlite", "out.json"]


def test_interrupting_is_quiet(
    library_file: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Library, "rows", interrupted)
    assert main(["--library", library_file, "search", "x"]) == 130
    assert capsys.readouterr().err == ""


# -- which command is meant


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["import", "x"], "import"),
        (["--library", "import", "search", "x"], "search"),
        (["--search", "import"], None),
        (["--theme", "dark", "file.txt"], None),
        (["file.txt", "import"], None),
        (["--", "import"], None),
        ([], None),
        (["--library"], None),
        (["--library=x", "read", "a"], "read"),
    ],
)
def test_the_command_that_is_named(arguments: list[str], name: str | None) -> None:
    assert program.named_in(arguments) == name


def test_options_of_the_window() -> None:
    options = parse(["--theme", "dark", "--size", "1280x800", "--article", "004", "--search", "x", "a.txt"])
    assert (options.theme, options.size, options.article, options.search) == ("dark", (1280, 800), "004", "x")
    assert options.files == (Path("a.txt"),)
    assert options.library == default_library()
    assert options.default_library
    assert parse([]).screenshot is None


@pytest.mark.parametrize(
    "arguments", [["--size", "big"], ["--theme", "red"], ["--nonsense"], ["search"], ["import"]]
)
def test_misuse(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_help_lists_everything(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    assert caught.value.code == 0
    printed = capsys.readouterr().out
    for word in ("import", "read", "search", "export", "--library", "--screenshot", "--theme", "--version"):
        assert word in printed


@pytest.mark.parametrize("arguments", [["--version"], ["--library", "x", "--version"]])
def test_version(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 0
    assert capsys.readouterr().out.startswith("communique ")


@pytest.mark.parametrize(
    ("environ", "platform", "screen"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({"QT_QPA_PLATFORM": "xcb"}, "linux", False),
        ({"QT_QPA_PLATFORM": "wayland;offscreen"}, "linux", True),
        ({}, "darwin", True),
    ],
)
def test_where_there_is_a_screen(environ: dict[str, str], platform: str, screen: bool) -> None:
    assert has_screen(environ, platform) is screen


def test_without_a_screen_there_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert main([]) == 2
    assert capsys.readouterr().err.startswith("communique: there is no display")


# -- in a process of its own

_COMMAND = """
import sys
from types import ModuleType
from store.model import Reading
from gui.main import main
pipeline, heading = ModuleType("store.reading.pipeline"), ModuleType("store.reading.heading")
pipeline.VERSION, pipeline.read_article = "1", lambda article: Reading()
heading.heading = lambda article, reading: article.text[:30]
sys.modules |= {"store.reading.pipeline": pipeline, "store.reading.heading": heading}
status = main(sys.argv[1:])
print(sorted(m for m in sys.modules if m.startswith(("PySide6", "shiboken6"))), file=sys.stderr)
sys.exit(status)
"""


def in_a_process(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _COMMAND, *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
        **options,
    )  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize(
    "arguments", [["read", *SEEDS], ["search", "kadioglu"], ["export"], ["import", *SEEDS]]
)
def test_commands_never_import_qt(arguments: list[str]) -> None:
    run = in_a_process(*arguments)
    assert run.returncode == 0, run.stderr
    assert run.stderr.splitlines()[-1] == "[]"


def test_names_are_printed_whatever_the_terminal() -> None:
    run = in_a_process(
        "search", "kadioglu", env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}, encoding="utf-8"
    )
    assert run.returncode == 0, run.stderr
    assert "Kadıoğlu" in run.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full disk to write to")
@pytest.mark.parametrize("arguments", ["export", 'read --json "$3"'])
def test_output_to_a_full_disk(arguments: str) -> None:
    script = f'"$0" -c "$1" {arguments} > /dev/full; echo $?'
    run = subprocess.run(
        ["bash", "-c", script, sys.executable, _COMMAND, "", SEEDS[0]],
        capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    assert run.stdout == "1\n"
    said = "communique: The output cannot be written: no space left on device."
    assert run.stderr.splitlines()[0] == said
    assert "Traceback" not in run.stderr


def test_without_any_output() -> None:
    run = subprocess.run(
        ["bash", "-c", '"$0" -c "$1" read "$2" >&-', sys.executable, _COMMAND, SEEDS[0]],
        capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    assert run.returncode == 0
    assert "Traceback" not in run.stderr


def test_a_reader_that_has_had_enough(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number}.txt").write_bytes(prose("The minister met a guest. " * 20, number))
    script = '"$0" -c "$1" read --json "$2" | head -c 10; echo; echo ${PIPESTATUS[0]}'
    run = subprocess.run(
        ["bash", "-c", script, sys.executable, _COMMAND, str(tmp_path)],
        capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    assert run.stdout.splitlines()[-1] == "0"
    assert "Error" not in run.stderr
    assert "Traceback" not in run.stderr


def test_a_library_that_may_not_be_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "stat", refuse)
    monkeypatch.setattr(Path, "exists", refuse)
    place = tmp_path / "locked" / "library.sqlite"
    assert main(["--library", str(place), "search", "ergun"]) == 1
    said = capsys.readouterr().err
    assert said == f"communique: The library {place} cannot be opened: permission denied.\n"
