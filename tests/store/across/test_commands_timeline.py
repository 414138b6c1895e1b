"""``communique timeline`` and ``communique calendar``."""

from __future__ import annotations

import json

import pytest

from gui.main import main
from store.library import Library


def _run(library: Library, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main([arguments[0], "--library", str(library.path), *arguments[1:]])
    told = capsys.readouterr()
    return status, told.out, told.err


def test_a_pair_by_series_tells_the_session_that_is_missing(
    samples: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = _run(samples, capsys, "timeline", "--pair", "AZ", "turkish", "--rows", "series")
    assert status == 0
    assert "Timeline: Azerbaijan and Türkiye" in out
    assert "no. 16" in out
    assert "Levent Ergün" in out


def test_a_person_in_one_year(samples: Library, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = _run(samples, capsys, "timeline", "--person", "hasanov", "--year", "2024")
    assert status == 0
    assert "1 meeting, 12 Dec 2024" in out
    assert "2023" not in out


def test_a_search_as_json(samples: Library, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = _run(samples, capsys, "timeline", "date:2025", "--rows", "series", "--json")
    (row,) = json.loads(out)["rows"]
    (meeting,) = row["meetings"]
    assert (meeting["day"], meeting["ordinal"], meeting["level"]) == ("2025-12-17", 17, "minister")
    _, out, _ = _run(samples, capsys, "calendar", "--year", "2023", "--json")
    assert [day["day"] for day in json.loads(out)["days"]] == ["2023-12-06"]


def test_the_calendar_of_the_last_year(samples: Library, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = _run(samples, capsys, "calendar")
    assert status == 0
    assert "Calendar 2025: all articles" in out
    assert "17 Dec 2025" in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("timeline", "qqqq"), "no meeting is told"),
        (("calendar", "--year", "1999"), "no meeting is told"),
        (("timeline", "--pair", "AZ", "AZ"), "which differ"),
        (("timeline", "--person", "qqqq"), "Nobody is called qqqq"),
        (("calendar", "--person", "a"), "Several people are called so"),
    ],
)
def test_where_there_is_nothing_that_is_said(
    samples: Library, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    status, out, err = _run(samples, capsys, *arguments)
    assert status == 1
    assert out == ""
    assert words in err


def test_what_is_no_year_is_refused(samples: Library, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        _run(samples, capsys, "calendar", "--year", "12x")
    assert "'12x' is no year" in capsys.readouterr().err
