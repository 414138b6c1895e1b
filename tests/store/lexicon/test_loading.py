"""A person's own lexicon folder, and the faults a lexicon file may have."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.errors import LexiconError
from store.lexicon import load


def written(folder: Path, name: str, *lines: str) -> Path:
    path = folder / name
    path.write_text("\n".join(line.replace("~", "\t") for line in lines) + "\n", encoding="utf-8")
    return path


def test_own_folder_adds_entries(tmp_path: Path) -> None:
    written(tmp_path, "cities.tsv", "# mine", "name~country~aliases~population~weak", "Lahij~AZ~Lahıc~900~")
    written(tmp_path, "outlets.tsv", "name~country", "Village Voice~AZ")
    own = load(tmp_path)
    assert own.city_names["Lahıc"].population == 900
    assert own.outlet_forms["Village Voice"].aliases == ()
    assert "Lahıc" not in load().city_names
    assert own.territories == load().territories


def test_own_line_is_laid_over_the_shipped_one(tmp_path: Path) -> None:
    written(
        tmp_path,
        "territories.tsv",
        "code~name~names~weak",
        "AZ~Azerbaijan~Land of Fire|-Azerbaidjan~Azerbaijan",
    )
    own = load(tmp_path).territory_of["AZ"]
    shipped = load().territory_of["AZ"]
    assert "Land of Fire" in own.names
    assert "Azerbaidjan" in shipped.names
    assert "Azerbaidjan" not in own.names
    assert own.weak == ("Azerbaijan",)
    assert (own.capital, own.adjectives) == (shipped.capital, shipped.adjectives)


def test_own_city_may_be_in_an_own_territory(tmp_path: Path) -> None:
    written(tmp_path, "territories.tsv", "code~name~capital", "XX~Ruritania~Strelsau")
    written(tmp_path, "cities.tsv", "name~country", "Strelsau~XX")
    own = load(tmp_path)
    assert own.country_names["Ruritania"].capital == "Strelsau"
    assert own.city_names["Strelsau"].country == "XX"


def test_windows_line_ends_and_a_byte_order_mark_are_taken(tmp_path: Path) -> None:
    (tmp_path / "cities.tsv").write_bytes("\ufeffname\tcountry\r\nLahij\tAZ\r\n".encode())
    assert load(tmp_path).city_names["Lahij"].country == "AZ"


def test_no_folder_or_an_empty_one_changes_nothing(tmp_path: Path) -> None:
    assert load(tmp_path) == load(tmp_path / "absent") == load()


@pytest.mark.parametrize(
    ("name", "lines", "says"),
    [
        ("cities.tsv", ["name~country", "Lahij"], "line 2: it has 1 cells, not 2"),
        (
            "cities.tsv",
            ["name~country", "", "# x", "Lahij~Azerbaijan"],
            "line 4: country is 'Azerbaijan', not two",
        ),
        ("cities.tsv", ["name~country", "Lahij~QQ"], "line 2: country 'QQ' is not in territories.tsv"),
        ("cities.tsv", ["name~country", "~AZ"], "line 2: name is empty"),
        ("cities.tsv", ["name~country", "Lahij~"], "line 2: country is empty"),
        (
            "cities.tsv",
            ["name~country~population", "Lahij~AZ~many"],
            "population is 'many', not a whole number",
        ),
        ("cities.tsv", ["name~country~weak", "Lahij~AZ~yes"], "weak is 'yes', not 1 or nothing"),
        ("cities.tsv", ["name~country", "Lahij~AZ", "Lahij~AZ"], "line 3: 'Lahij AZ' is on line 2 already"),
        ("cities.tsv", ["name~country~aliases", "Lahij~AZ~Lahic|"], "line 2: it has spaces or bars to spare"),
        (
            "cities.tsv",
            ["name~country~aliases", "Lahij~AZ~Lahic| Lahıc"],
            "line 2: it has spaces or bars to spare",
        ),
        ("cities.tsv", ["name~country~aliases", "Lahij ~AZ~"], "line 2: it has spaces or bars to spare"),
        ("cities.tsv", ["name~land", "Lahij~AZ"], "line 1: 'land' is no column"),
        ("cities.tsv", ["name~name~country", "a~b~AZ"], "line 1: a column is named twice"),
        ("cities.tsv", ["name~aliases", "Lahij~"], "line 1: the column 'country' is missing"),
        ("cities.tsv", ["# nothing"], "is empty"),
        ("ranks.tsv", ["canonical~forms~grade", "Grand Vizier~~OF-12"], "line 2: grade is 'OF-12', not OF-1"),
        ("ranks.tsv", ["canonical~forms", "Grand Vizier~"], "line 2: grade is empty"),
        ("honorifics.tsv", ["name~kind", "O~poetic"], "line 2: kind is 'poetic', not title"),
        ("sites.tsv", ["name~kind", "Well~hole"], "line 2: kind is 'hole', not site or venue"),
        ("organisations.tsv", ["code~name", "the club~Club"], "line 2: code is 'the club', not a short code"),
        (
            "territories.tsv",
            ["code~name", "AZE~Azerbaijan"],
            "line 2: code is 'AZE', not two capital letters",
        ),
    ],
)
def test_malformed_entries_are_refused(tmp_path: Path, name: str, lines: list[str], says: str) -> None:
    path = written(tmp_path, name, *lines)
    with pytest.raises(LexiconError) as told:
        load(tmp_path)
    assert says in str(told.value)
    assert str(told.value).startswith(str(path))
    assert str(told.value).endswith(".")


def test_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cities.tsv").write_bytes(b"name\tcountry\nLah\xfdj\tAZ\n")
    with pytest.raises(LexiconError, match="is not UTF-8 at byte 16"):
        load(tmp_path)


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cities.tsv").mkdir()
    with pytest.raises(LexiconError, match="cannot be read"):
        load(tmp_path)
    with pytest.raises(LexiconError, match="is not a folder"):
        load(written(tmp_path, "ranks.txt", "x"))
