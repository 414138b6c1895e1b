"""The lexicon that ships: complete, consistent, quick to load."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from store.lexicon import Lexicon, fold_key, load
from store.lexicon.loading import SHIPPED
from store.lexicon.tables import TABLES, read_table

ISO = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV
    BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES
    ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE
    IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY
    MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU
    NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM
    SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE
    VG VI VN VU WF WS YE YT ZA ZM ZW
"""


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def test_every_iso_code_and_kosovo_is_there_once(lexicon: Lexicon) -> None:
    codes = [territory.code for territory in lexicon.territories]
    assert sorted(codes) == sorted([*ISO.split(), "XK"])


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.file)
def test_every_file_is_well_formed(table) -> None:  # type: ignore[no-untyped-def]
    _, rows = read_table(SHIPPED, table)
    assert len(rows) > 50


def test_load_is_cached_and_its_time_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    code = (
        "import time; from store.lexicon import load; at = time.perf_counter(); load();"
        "print(f'lexicon read in {1000 * (time.perf_counter() - at):.0f} ms')"
    )
    root = Path(__file__).resolve().parents[3]
    told = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    at = time.perf_counter()
    assert load() is load()
    with capsys.disabled():
        print(f"\n{told.stdout.strip()}, again in {1e6 * (time.perf_counter() - at):.0f} µs")


def test_load_imports_nothing_foreign() -> None:
    code = (
        "import sys; before = set(sys.modules); from store.lexicon import load; load().folded_cities;"
        "new = {name.split('.')[0] for name in set(sys.modules) - before};"
        "print(sorted(new - set(sys.stdlib_module_names) - {'store', 'resources', 'platformdirs'}))"
    )
    root = Path(__file__).resolve().parents[3]
    told = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("Republic of Türkiye", "TR"),
        ("Turkey", "TR"),
        ("Turkiye", "TR"),
        ("Kyrgyz Republic", "KG"),
        ("Kingdom of the Netherlands", "NL"),
        ("Republic of Korea", "KR"),
        ("DPRK", "KP"),
        ("Lao People's Democratic Republic", "LA"),
        ("Lao People’s Democratic Republic", "LA"),
        ("U.S.", "US"),
        ("UAE", "AE"),
        ("Sultanate of Oman", "OM"),
        ("Côte d'Ivoire", "CI"),
        ("Cote d'Ivoire", "CI"),
        ("DR Congo", "CD"),
        ("State of Palestine", "PS"),
        ("Kosovo", "XK"),
    ],
)
def test_country_names(lexicon: Lexicon, form: str, code: str) -> None:
    assert lexicon.country_names[form].code == code


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("Turkish", "TR"),
        ("Azeri", "AZ"),
        ("UK", "GB"),
        ("U.S.", "US"),
        ("Omani", "OM"),
        ("Lao", "LA"),
        ("Dutch", "NL"),
        ("Emirati", "AE"),
        ("North Macedonian", "MK"),
        ("Kyrgyz", "KG"),
        ("Korean", "KR"),
        ("DR Congolese", "CD"),
        ("Bissau-Guinean", "GW"),
    ],
)
def test_adjectives(lexicon: Lexicon, form: str, code: str) -> None:
    assert lexicon.adjectives[form].code == code


def test_people(lexicon: Lexicon) -> None:
    assert lexicon.demonyms["Turks"].code == "TR"
    assert lexicon.demonyms["Spaniard"].code == "ES"
    assert lexicon.demonyms["Azerbaijanis"].code == "AZ"


def test_every_state_has_an_adjective_and_a_capital_that_is_a_city(lexicon: Lexicon) -> None:
    cities = {(city.name, city.country) for city in lexicon.cities}
    for territory in lexicon.territories:
        if territory.capital:
            assert (territory.capital, territory.code) in cities
    without = [territory.code for territory in lexicon.territories if not territory.adjectives]
    assert set(without) <= {
        "BL",
        "BV",
        "CC",
        "CX",
        "GG",
        "GS",
        "HM",
        "IO",
        "JE",
        "PM",
        "PN",
        "SH",
        "SJ",
        "TC",
        "TF",
        "UM",
        "VI",
    }


def test_weak_and_shared_forms(lexicon: Lexicon) -> None:
    assert {"Georgia", "Jordan", "Chad", "Turkey", "Congolese", "Dominican", "Korean"} <= lexicon.weak_forms
    assert "Türkiye" not in lexicon.weak_forms
    assert [entry.code for entry in lexicon.territory_homonyms["Congolese"]] == ["CD", "CG"]
    assert lexicon.adjectives["Dominican"].code == "DO"
    for territory in lexicon.territories:
        own = {*territory.names, *territory.adjectives, *territory.people}
        own |= {territory.capital, *territory.capital_aliases}
        assert set(territory.weak) <= own, territory.code


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("NATO", "NATO"),
        ("KFOR", "NATO"),
        ("European Commission", "EU"),
        ("EUFOR", "EU"),
        ("UNIFIL", "UN"),
        ("African Union Commission", "AUNION"),
        ("OSCE", "OSCE"),
        ("Organization of Turkic States", "OTS"),
        ("CSTO", "CSTO"),
        ("CIS", "CIS"),
        ("ASEAN", "ASEAN"),
        ("OIC", "OIC"),
        ("International Committee of the Red Cross", "ICRC"),
    ],
)
def test_organisations(lexicon: Lexicon, form: str, code: str) -> None:
    assert lexicon.organisation_names[form].code == code


def test_no_name_belongs_to_two_organisations(lexicon: Lexicon) -> None:
    count = Counter(name for entry in lexicon.organisations for name in entry.names)
    assert [name for name, times in count.items() if times > 1] == []
    assert lexicon.organisation_of["UN"].name == "United Nations"
    assert not set(lexicon.organisation_of) & set(lexicon.territory_of)


@pytest.mark.parametrize(
    ("form", "name", "country"),
    [
        ("Kiev", "Kyiv", "UA"),
        ("Nur-Sultan", "Astana", "KZ"),
        ("Washington, D.C.", "Washington", "US"),
        ("Şuşa", "Shusha", "AZ"),
        ("Chișinău", "Chișinău", "MD"),
        ("Chisinau", "Chișinău", "MD"),
        ("Labuan Bajo", "Labuan Bajo", "ID"),
        ("Davos", "Davos", "CH"),
        ("Sharm El-Sheikh", "Sharm el-Sheikh", "EG"),
        ("Camp David", "Camp David", "US"),
        ("Köln", "Cologne", "DE"),
        ("Bombay", "Mumbai", "IN"),
        ("Tripoli", "Tripoli", "LY"),
        ("London", "London", "GB"),
    ],
)
def test_cities(lexicon: Lexicon, form: str, name: str, country: str) -> None:
    city = lexicon.city_names[form]
    assert (city.name, city.country) == (name, country)
    assert lexicon.folded_cities[fold_key(form)] == city


def test_homonymous_cities_come_likeliest_first(lexicon: Lexicon) -> None:
    assert [city.country for city in lexicon.city_homonyms["Tripoli"]][:2] == ["LY", "LB"]
    assert lexicon.folded_cities["gence"].name == lexicon.folded_cities["ganca"].name == "Ganja"


def test_ordinary_words_among_the_cities_are_weak(lexicon: Lexicon) -> None:
    for form in ("Nice", "Reading", "Mobile", "Split", "Orange", "Batman", "Austin", "Man"):
        assert lexicon.city_names[form].weak, form
    for form in ("Baku", "Ankara", "Paris", "Halifax", "Hanoi"):
        assert not lexicon.city_names[form].weak, form


@pytest.mark.parametrize(
    ("form", "canonical"),
    [
        ("Col. Gen.", "Colonel General"),
        ("Colonel-General", "Colonel General"),
        ("colonel general", "Colonel General"),
        ("Sen. Lieut. Gen.", "Senior Lieutenant General"),
        ("LTG", "Lieutenant General"),
        ("Brig Gen", "Brigadier General"),
        ("Army General", "Army General"),
        ("Captain 1st Rank", "Captain 1st Rank"),
        ("Rear Adm.", "Rear Admiral"),
        ("Air Chief Marshal", "Air Chief Marshal"),
        ("Division General", "Division General"),
        ("Police General", "Police General"),
    ],
)
def test_ranks(lexicon: Lexicon, form: str, canonical: str) -> None:
    assert lexicon.rank_forms[form].canonical == canonical


def test_no_rank_form_belongs_to_two_ranks(lexicon: Lexicon) -> None:
    count = Counter(form for rank in lexicon.ranks for form in rank.forms)
    assert [form for form, times in count.items() if times > 1] == []
    assert "(Ret.)" in lexicon.rank_suffixes
    assert not set(lexicon.rank_suffixes) & set(lexicon.rank_forms)
    for word in ("general", "major", "private", "Datuk", "General Staff", "Commissioner"):
        assert word not in lexicon.rank_forms


def test_honorifics(lexicon: Lexicon) -> None:
    for form in (
        "Mr",
        "Mr.",
        "H.E.",
        "Dato'",
        "Dato’",
        "Tan Sri",
        "Shri",
        "Sheikh",
        "Rt Hon",
        "Engr.",
        "U",
        "Daw",
    ):
        assert form in lexicon.honorific_forms, form
    assert lexicon.honorific_forms["HRH"].kind == "royal"
    assert lexicon.honorific_forms["Prof."].kind == "academic"
    assert "KC" not in lexicon.honorific_forms


def test_outlets(lexicon: Lexicon) -> None:
    assert len(lexicon.outlets) >= 250
    for form, name in (
        ("Trend News Agency", "Trend"),
        ("REPORT.AZ", "Report"),
        ("Baku-APA", "APA"),
        ("Kuwait News Agency", "KUNA"),
        ("KAZINFORM", "Kazinform"),
    ):
        assert lexicon.outlet_forms[form].name == name


def test_sites(lexicon: Lexicon) -> None:
    told = {(form, site.city, site.kind) for site in lexicon.sites for form in (site.name, *site.aliases)}
    assert {("Anıtkabir", "Ankara"), ("State House", ""), ("State House", "Nairobi")} <= {
        (form, city) for form, city, _ in told
    }
    assert ("Élysée", "venue") in {(form, kind) for form, _, kind in told}


def test_fold_key() -> None:
    assert fold_key("İstanbul") == fold_key("Istanbul") == "istanbul"
    assert fold_key("Łódź") == "lodz"
    assert fold_key("Xi’an") == "xi'an"
