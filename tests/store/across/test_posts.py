"""One post in several wordings, and how high posts are."""

from __future__ import annotations

import pytest

from store.across.encounter import HeldPost
from store.across.posts import Level, heads, level_of, post_key
from tests.store.across.made_up import person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Defense Minister", ""), ("Minister of Defence", "")),
        (
            ("2nd Chief of the General Staff", "Armed Forces"),
            ("Second Chief of the General Staff", "Armed Forces"),
        ),
        (("Commander", "Air Force"), ("Commander", "the Air Force")),
        (("Foreign Affairs Minister", ""), ("Minister for Foreign Affairs", "")),
        (("Foreign Minister", ""), ("Minister of Foreign Affairs", "")),
        (("Minister of National Defence", ""), ("Federal Minister of Defence", "")),
        (("Defence Secretary", ""), ("Secretary", "Ministry of Defence")),
        (("Chief of Staff of the Army", ""), ("Chief of Staff", "Army")),
        (("Chief", "Southern Command"), ("head, then", "Southern Command")),
        (("Commissioner for Peace", "African Union"), ("Commissioner for Peace", "AU")),
    ],
)
def test_one_post(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert post_key(HeldPost(*one, "AZ")) == post_key(HeldPost(*other, "AZ"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Minister of Defense", "", "AZ"), ("Minister of Defense", "", "TR")),
        (("Minister of Defense", "", "AZ"), ("Deputy Minister of Defense", "", "AZ")),
        (("Commander", "Air Force", "AZ"), ("Commander", "Land Forces", "AZ")),
        (("First Deputy Minister", "", "AZ"), ("Second Deputy Minister", "", "AZ")),
        (("Commander", "Army", "AZ"), ("Chief of Staff", "Army", "AZ")),
        (("Minister of Foreign Affairs", "", "AZ"), ("Minister of Internal Affairs", "", "AZ")),
    ],
)
def test_two_posts(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    assert post_key(HeldPost(*one)) != post_key(HeldPost(*other))


@pytest.mark.parametrize(
    ("title", "organisation", "level"),
    [
        ("President", "", Level.HEAD),
        ("Prime Minister", "", Level.HEAD),
        ("Secretary General", "NATO", Level.HEAD),
        ("Deputy Prime Minister", "", Level.MINISTER),
        ("Vice President", "", Level.MINISTER),
        ("Minister of Defense", "", Level.MINISTER),
        ("Secretary of State", "", Level.MINISTER),
        ("Speaker", "Parliament", Level.MINISTER),
        ("National Security Adviser", "", Level.MINISTER),
        ("Chief of the General Staff", "Army", Level.CHIEF),
        ("Commander", "Air Force", Level.CHIEF),
        ("Commander", "Royal Naval Forces", Level.CHIEF),
        ("Commander-in-Chief", "Armed Forces", Level.CHIEF),
        ("First Deputy Minister of Defense", "", Level.DEPUTY),
        ("Second Chief of the General Staff", "Armed Forces", Level.DEPUTY),
        ("2nd Chief of the General Staff", "Armed Forces", Level.DEPUTY),
        ("Under-Secretary of State for Defence", "", Level.DEPUTY),
        ("Ambassador", "", Level.AMBASSADOR),
        ("Special Envoy of the President", "", Level.AMBASSADOR),
        ("Adviser to the Minister of Defense", "", Level.OTHER),
        ("Commander", "Armed Forces", Level.CHIEF),
        ("Commander", "Royal Land Forces", Level.CHIEF),
        ("Commander", "National Guard", Level.CHIEF),
        ("commander", "Southern Command", Level.CHIEF),
        ("Chair", "NATO Military Committee", Level.CHIEF),
        ("Secretary-General", "Council of Europe", Level.HEAD),
        ("Chairperson", "African Union Commission", Level.HEAD),
        ("President", "International Committee of the Red Cross", Level.HEAD),
        ("Speaker of the House of Representatives", "", Level.MINISTER),
        ("Chairperson-in-Office", "OSCE", Level.MINISTER),
        ("Chairwoman", "National Assembly", Level.MINISTER),
        ("Deputy President", "", Level.MINISTER),
        ("Secretary General", "Ministry of Defence", Level.DEPUTY),
        ("Officer in Charge", "Department of National Defense", Level.OTHER),
        ("President", "Defense Industry Agency", Level.OTHER),
        ("former President", "", Level.OTHER),
        ("Head of Department", "Ministry of Defense", Level.OTHER),
        ("Vice-Chancellor", "University", Level.OTHER),
    ],
)
def test_levels(title: str, organisation: str, level: Level) -> None:
    assert level_of(HeldPost(title, organisation, "AZ")) is level


def test_every_level_has_a_name() -> None:
    assert all(level.label for level in Level)


def test_the_highest_of_each_side_leads_it_and_the_first_of_several() -> None:
    found = heads(
        [
            person("A", "AZ", "Ambassador"),
            person("B", "AZ", "Minister of Defence"),
            person("C", "AZ", "Minister of Energy"),
            person("D", "TR"),
        ]
    )
    assert {party: one.name for party, one in found.items()} == {"AZ": "B", "TR": "D"}
