"""``communique compare`` and ``communique new``."""

from __future__ import annotations

import json

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
    assert run(samples, "compare", "1") == 1
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
