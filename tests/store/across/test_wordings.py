"""Names of occasions: one key for every wording of a series, and another for every other series."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.across.wordings import series_key, shown, wording
from store.derive import person_key
from store.lexicon import load

ONE_SERIES = [
    (
        "15th Meeting of the Azerbaijani-Turkish High-Level Military Dialogue",
        "17th Azerbaijan-Türkiye High-Level Military Dialogue Meeting",
        "Turkey–Azerbaijan High-Level Military Dialogue",
        "sixteenth session of the High-Level Military Dialogue between Azerbaijan and Turkey",
    ),
    (
        "Argentine-Chilean Permanent Security Committee",
        "31st meeting of the Permanent Security Committee of Chile and Argentina",
    ),
    (
        "General Border Committee Malaysia-Indonesia",
        "44th Indonesia–Malaysia General Border Committee Meeting",
    ),
    (
        "Luso-Spanish Naval Staff Talks",
        "Spain-Portugal Naval Staff Talks",
        "Spanish-Portuguese naval staff talks",
    ),
    ("80th United Nations General Assembly", "79th session of the UN General Assembly"),
    ("U.S.-Chile Defense Consultative Committee", "Chile–United States Defence Consultative Committee"),
    ("Shangri-La Dialogue", "22nd Shangri-La Dialogue", "Shangri-La Dialogue 2025"),
    (
        "Organization of Turkic States Summit",
        "12th OTS Summit",
        "Summit of the Organization of Turkic States",
    ),
    ("COP29", "COP 28", "COP-27"),
    ("Khaan Quest-2025", "Khaan Quest 2024"),
]


@pytest.mark.parametrize("names", ONE_SERIES)
def test_every_wording_has_one_key(names: tuple[str, ...]) -> None:
    assert len({series_key(name) for name in names}) == 1
    assert series_key(names[0])


def test_every_series_has_a_key_of_its_own() -> None:
    keys = [series_key(names[0]) for names in ONE_SERIES]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Azerbaijan-Türkiye High-Level Military Dialogue",
            "Azerbaijan-Georgia High-Level Military Dialogue",
        ),
        ("Azerbaijan-Türkiye High-Level Military Dialogue", "Azerbaijan-Türkiye Defence Dialogue"),
        ("Extraordinary Summit of the OIC", "15th Summit of the OIC"),
        ("Pacific Islands Forum Leaders Meeting", "Pacific Islands Forum Foreign Ministers Meeting"),
        ("Summit of the African Union", "Australian summit"),
    ],
)
def test_two_series_are_two(one: str, other: str) -> None:
    assert series_key(one) != series_key(other)


def test_a_name_that_every_pair_may_use_is_theirs_who_met() -> None:
    theirs = series_key("Permanent Security Committee", ("CL", "AR"))
    assert theirs == series_key("Argentine-Chilean Permanent Security Committee", ("AR", "CL"))
    assert theirs != series_key("Permanent Security Committee", ("BO", "PE"))


def test_a_name_of_its_own_is_not() -> None:
    on_the_margins = series_key("Shangri-La Dialogue", ("SG", "US"))
    assert on_the_margins == series_key("Shangri-La Dialogue", ("JP", "KR"))


@pytest.mark.parametrize("name", ["", "Summit", "the meeting", "the 3rd session", "Forum 2024"])
def test_a_name_that_says_nothing_has_no_key(name: str) -> None:
    assert series_key(name) == ""


@pytest.mark.parametrize(
    ("name", "number", "year"),
    [
        ("COP29", 29, None),
        ("Aero India 2025", None, 2025),
        ("G20 Summit", None, None),
        ("Group of 7", None, None),
    ],
)
def test_numbers_and_years_in_names(name: str, number: int | None, year: int | None) -> None:
    told = wording(person_key(name))
    assert (told.number, told.year) == (number, year)


_states = st.sampled_from(load().territories)
_bodies = st.sampled_from(
    ["High-Level Military Dialogue", "Joint Economic Commission", "Defence Working Group", "Strategic Forum"]
)
_forms = st.sampled_from(
    [
        "{0}-{1} {body}",
        "{1}–{0} {body} meeting",
        "{n}th {0}-{1} {body}",
        "{n}th session of the {body} of {0} and {1}",
        "{n}th meeting of the {body} between {1} and {0}",
        "{body} {1} - {0}",
        "annual {0}-{1} {body} 2024",
    ]
)


@given(st.lists(_states, min_size=2, max_size=2, unique=True), _bodies, _forms, _forms, st.integers(4, 19))
def test_any_two_states_in_any_wording(states: list, body: str, one: str, other: str, number: int) -> None:
    first, second = (state.name for state in states)
    keys = {series_key(form.format(first, second, body=body, n=number)) for form in (one, other)}
    assert len(keys) == 1


@given(_states, _bodies)
def test_a_state_and_its_adjective_are_one(state: object, body: str) -> None:
    code, adjectives, names = state.code, state.adjectives, state.names  # type: ignore[attr-defined]
    for said in (*adjectives, *names):
        told = wording(person_key(f"{said} {body}"))
        if told.states == (code,):
            assert series_key(f"{said} {body}") == series_key(f"{names[0]} {body}")


@given(st.text(max_size=60), st.lists(st.sampled_from(["AZ", "TR", "GE"]), max_size=3))
def test_any_name_has_a_key_that_folding_does_not_change(name: str, parties: list[str]) -> None:
    key = series_key(name, parties)
    assert key == series_key(person_key(name), parties)
    assert key == series_key(name, reversed(parties))
    assert key == " ".join(key.split())


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "Foreign Office Consultations with Sir Philip Barton, Permanent Under-Secretary",
            "Foreign Office Consultations",
        ),
        ("Political Consultations with Slovenia", "Political Consultations with Slovenia"),
        (
            "United States – Mexico Defense Working Group with Mexican",
            "United States – Mexico Defense Working Group",
        ),
        ("Shangri-La Dialogue Saturday", "Shangri-La Dialogue"),
        ("Dialogue with Partners", "Dialogue"),
        ("Saturday", "Saturday"),
    ],
)
def test_a_name_is_shown_without_whom_one_side_met_and_the_day(said: str, told: str) -> None:
    assert shown(said) == told


def test_whom_one_side_met_is_no_part_of_the_series() -> None:
    alone = series_key("India-Zambia Joint Permanent Commission")
    assert (
        series_key("India-Zambia Joint Permanent Commission with Zambia's Minister Mulambo Haimbe") == alone
    )
    assert series_key("Political Consultations with Slovenia") == series_key(
        "Slovenia Political Consultations"
    )


def test_a_meeting_plus_is_another_series() -> None:
    assert series_key("ASEAN Defence Ministers' Meeting Plus") != series_key(
        "ASEAN Defence Ministers' Meeting"
    )
    assert series_key("Two Plus Two Dialogue") == series_key("2+2 Dialogue")
