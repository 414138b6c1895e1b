"""``communique compare`` and ``communique new``."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from gui.main import main
from store.library import Library


def run(library: Library, *arguments: str) -> int:
    return main([arguments[0], "--library", str(library.path), *arguments[1:]])


def test_compare(samples: Library, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(samples, "compare", "1", "3") == 0
    printed = capsys.readouterr().out
    assert "Victory Park" in printed
    assert "Standing formulas" in printed
    assert "[-blessed-]" in printed
    assert "[+bright+]" in printed
    assert max(map(len, printed.splitlines())) <= 140


def test_compare_as_json(samples: Library, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(samples, "compare", "1", "3", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["first"]["number"], found["second"]["number"]) == (1, 3)
    text = samples.article(3).article.text  # type: ignore[union-attr]
    added = [one["second"] for one in found["sentences"] if one["kind"] == "added"]
    assert any("Victory Park" in one["text"] for one in added)
    assert all(text[slice(*one["span"])] == one["text"] for one in added)
    assert {"what": "organisation", "label": "Organization of Turkic States"}.items() <= next(
        one for one in found["facts"] if one["what"] == "organisation"
    ).items()
    assert next(one["formula"]["count"] for one in found["sentences"] if "formula" in one) == 2


def test_compare_with_what(samples: Library, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(samples, "compare", "3") == 0
    assert "the session before in" in capsys.readouterr().out
    assert run(samples, "compare", "3", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert [one["number"] for one in found["candidates"]] == [1, 2]
    assert run(samples, "compare", "1") == 0
    assert "the session after it in" in capsys.readouterr().out


def test_compare_with_nothing(
    read_library: Callable[..., Library], capsys: pytest.CaptureFixture[str]
) -> None:
    library = read_library(("2024-05-03", "The harvest was good this year."))
    assert run(library, "compare", "1") == 1
    assert "nothing" in capsys.readouterr().err


def test_new(samples: Library, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(samples, "new", "3") == 0
    printed = capsys.readouterr().out
    assert (
        "Names never seen before: Victory Park, Victory Monument, Organization of Turkic States."
        in " ".join(printed.split())
    )
    assert "Standing formulas" in printed
    assert run(samples, "new", "3", "--scope", "series") == 0
    assert "Compared with 1 earlier article" in capsys.readouterr().out


def test_new_as_json(samples: Library, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(samples, "new", "3", "--scope", "pair", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["scope"], found["earlier"]) == ("pair", 2)
    assert next(one["text"] for one in found["new_names"]) == "Victory Park"
    kinds = {one["kind"] for one in found["sentences"]}
    assert {"new", "formula", "changed"} <= kinds
    assert run(samples, "new", "2", "--scope", "series", "--json") == 1
    assert "no series" in capsys.readouterr().err


def test_no_such_article(samples: Library, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (("new", "nope"), ("compare", "1", "nope")):
        assert run(samples, *command) == 1
        assert "There is no article nope" in capsys.readouterr().err


# -- what the commands say where there is nothing to say


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, and one more who is called as another."""
    path = tmp_path_factory.mktemp("shelf") / "library.sqlite"
    library = Library.open(path)
    library.import_samples()
    library.close()
    return path


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("person nobody here", "nobody found: nobody here"),
        ("series nothing", "no such series found: nothing"),
        ("pair Atlantis TR", "No country or organisation is called Atlantis."),
        ("pair AZ AZ", "Two countries or organisations are needed, which differ."),
        ("pair AZ FR", "no meeting of them is told"),
        ("pair FR", "no meeting of them is told"),
        ("compare 1 1", "Two articles are needed, which differ."),
        ("compare 1 nope", "There is no article nope in the library."),
        ("new 99", "There is no article 99 in the library."),
    ],
)
@pytest.mark.parametrize("as_json", [False, True])
def test_what_is_not_there_is_said(
    shelf: Path, capsys: pytest.CaptureFixture[str], command: str, said: str, as_json: bool
) -> None:
    more = ["--json"] if as_json else []
    assert main([*command.split(), *more, "--library", str(shelf)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err


@pytest.mark.parametrize(
    "command", ["series", "person hasanov", "pair", "pair AZ", "pair AZ TR", "compare 1"]
)
def test_an_empty_library_has_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    path = tmp_path / "library.sqlite"
    Library.open(path).close()
    for more in ([], ["--json"]):
        assert main([*command.split(), *more, "--library", str(path)]) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert len(err.splitlines()) == 1


def test_of_several_people_it_asks_which(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["person", "ali", "--library", str(shelf)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Several people are called so")
    assert lines[3].split() == ["Heydar", "Aliyev", "heydar", "aliyev", "3"]
    assert main(["person", "Heydar", "Aliyev", "--library", str(shelf)]) == 0
    assert capsys.readouterr().out.startswith("== Heydar Aliyev")


def test_an_article_that_was_not_read_yet_says_so(tmp_path: Path) -> None:
    """As in the window, where a newer reading goes on in the background."""
    library = Library.open(tmp_path / "library.sqlite")
    library.import_samples()
    with closing(sqlite3.connect(library.path)) as connection, connection:
        connection.execute("DELETE FROM reading WHERE article_id = 3")
    for page in (library.across.novelty_page(3), library.across.comparison_page(1, 3)):
        assert "Not read yet: 17 Dec 2025" in str(page.blocks[0])
    assert "Not read yet" not in str(library.across.novelty_page(2))
    library.close()
