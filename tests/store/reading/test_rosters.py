"""Posts said once for several people, whichever way the countries are told."""

from __future__ import annotations

import pytest

from store.model import Article
from store.reading.pipeline import read_article

ROSTERS = (
    (
        "The President received the ambassadors of Chile - Rosa Millan, Kenya - Otieno Barasa and the"
        " Republic of Korea - Bae Jinho at the palace.",
        {"Rosa Millan": "CL", "Otieno Barasa": "KE", "Bae Jinho": "KR"},
        "ambassador",
    ),
    (
        "The foreign ministers of Norway Leif Brandal, Swiss Confederation Urs Bolliger and Ghana Mr."
        " Yaw Adomako signed the text.",
        {"Leif Brandal": "NO", "Urs Bolliger": "CH", "Yaw Adomako": "GH"},
        "foreign minister",
    ),
    (
        "The presidents of Malta and Iceland, Carmelo Zahra and Birna Helgadottir, opened the hall.",
        {"Carmelo Zahra": "MT", "Birna Helgadottir": "IS"},
        "president",
    ),
    (
        "The Danish and Czech defence ministers, Mads Kjeldsen and Karel Vondra, opened the hall.",
        {"Mads Kjeldsen": "DK", "Karel Vondra": "CZ"},
        "defence minister",
    ),
    (
        "Prime Ministers Mads Kjeldsen of Denmark and Karel Vondra of the Czech Republic opened the hall.",
        {"Mads Kjeldsen": "DK", "Karel Vondra": "CZ"},
        "Prime Minister",
    ),
    (
        "Interior ministers Mads Kjeldsen (Denmark), Karel Vondra (Czechia) and Birna Helgadottir (Iceland)"
        " opened the hall.",
        {"Mads Kjeldsen": "DK", "Karel Vondra": "CZ", "Birna Helgadottir": "IS"},
        "Interior minister",
    ),
)


@pytest.mark.parametrize(("text", "countries", "title"), ROSTERS)
def test_a_post_said_once_is_shared(text: str, countries: dict[str, str], title: str) -> None:
    officials = {o.name: o for o in read_article(Article("1", text, None)).officials}
    assert {
        name: officials[name].country.value for name in countries if officials[name].country is not None
    } == countries
    assert {officials[name].posts[0].title.lower() for name in countries} == {title.lower()}


def test_a_post_of_another_ends_the_list() -> None:
    text = "Presidents Carmelo Zahra, Birna Helgadottir and Prime Minister Karel Vondra opened the hall."
    officials = {o.name: o for o in read_article(Article("1", text, None)).officials}
    assert [p.title for p in officials["Karel Vondra"].posts] == ["Prime Minister"]
    assert [p.title for p in officials["Birna Helgadottir"].posts] == ["President"]
