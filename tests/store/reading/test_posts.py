"""Posts: their title, the body named after it, and the country, as ministries of many regions print them."""

from __future__ import annotations

import pytest

from tests.store.reading.phrased import phrases_of, words

POSTS = (
    ("The Minister of Defence of Estonia spoke.", "Minister of Defence", "", "EE"),
    ("The Deputy Minister of Foreign Affairs and Trade of Fiji spoke.",
    "Deputy Minister of Foreign Affairs and Trade", "", "FJ"),
    ("The Estonian defence minister left.", "defence minister", "", "EE"),
    ("Georgia's foreign minister left.", "foreign minister", "", "GE"),
    ("The Commander of the Air Force of the Republic of Peru left.", "Commander", "Air Force", "PE"),
    ("The Chief of the General Staff of the Armed Forces left.", "Chief of the General Staff",
    "Armed Forces", None),
    ("The Prime Minister of Japan left.", "Prime Minister", "", "JP"),
    ("The First Deputy Minister left.", "First Deputy Minister", "", None),
    ("The Chairman of the Joint Chiefs of Staff left.", "Chairman of the Joint Chiefs of Staff", "", None),
    ("The Director General of the Defence Intelligence Agency left.", "Director General",
    "Defence Intelligence Agency", None),
    ("The Secretary-General of NATO left.", "Secretary-General", "NATO", "NATO"),
    ("The Ambassador of Chile to Kenya left.", "Ambassador", "", "CL"),
    ("The Permanent Secretary at the Ministry of Defence left.", "Permanent Secretary",
    "Ministry of Defence", None),
    ("The EU High Representative for Foreign Affairs left.", "High Representative for Foreign Affairs",
    "EU", "EU"),
    ("The acting Minister of Finance left.", "acting Minister of Finance", "", None),
    ("The former President of Ghana left.", "former President", "", "GH"),
    ("The Speaker of the National Assembly of Viet Nam left.", "Speaker of the National Assembly", "", "VN"),
    ("Chief of Army Staff left.", "Chief of Army Staff", "", None),
    ("The CDS left.", "CDS", "", None),
    ("The Chief of Maritime Operations of the Chilean Armed Forces left.", "Chief of Maritime Operations",
    "Armed Forces", "CL"),
    ("The Director of Logistics of the Kenya Army left.", "Director of Logistics", "Army", "KE"),
    ("Colonel Abena Sarpong, Director of Military Training at the Army Headquarters, left.",
    "Director of Military Training", "Army Headquarters", None),
    ("The OSCE Representative on Freedom of the Media left.", "Representative", "OSCE", "OSCE"),
    ("The State Minister of Estonia on Euro-Atlantic Integration left.", "State Minister",
    "Euro-Atlantic Integration", "EE"),
    ("The Marshal of the Sejm left.", "Marshal", "Sejm", "PL"),
    ("The Chairman of the State Duma Committee on International Affairs left.", "Chairman",
    "State Duma Committee on International Affairs", None),
    ("Head of the Department of Defence Policy and International cooperation of Malta left.", "Head",
    "Department of Defence Policy and International cooperation", "MT"),
    ("The First Sea Lord left.", "First Sea Lord", "", None),
    ("Defence Industry Agency President left.", "President", "Defence Industry Agency", None),
    ("The Permanent Secretary (Defence Development) left.", "Permanent Secretary ( Defence Development )", "",
        None),
    ("The TLF chief left.", "chief", "TLF", None),
    ("The TLF public affairs chief left.", "public affairs chief", "TLF", None),
    ("The Vice Unification Minister left.", "Vice Unification Minister", "", None),
    ("The Minister for Oceans and Fisheries left.", "Minister for Oceans and Fisheries", "", None),
    ("The Coordinating Minister for Political and Security Affairs left.",
    "Coordinating Minister for Political and Security Affairs", "", None),
    ("The Chief of Staff of the Peruvian Armed Forces left.", "Chief of Staff of the Armed Forces", "", "PE"),
    ("The Peruvian Navy flag officer-in-command left.", "flag officer-in-command", "Navy", "PE"),
    ("The Commandant, National War College, Rear Admiral Tunde Bello, left.", "Commandant",
    "National War College", None),
    ("Commander Ghana Army Major General Kofi Mensah left.", "Commander", "Army", "GH"),
    ("General Officer Commanding Eastern Command Major General Peter Wekesa left.",
    "General Officer Commanding", "Eastern Command", None),
    ("The Permanent Secretary, Political Affairs & Protocol, Grace Mwale, left.", "Permanent Secretary",
    "Political Affairs & Protocol", None),
    ("Kenya's Army Chief of Staff (KDF ACOS), Lieutenant General Peter Wekesa, left.", "Chief of Staff",
    "Army", "KE"),
    ("Department of Defense Spokesman Colonel Wekesa left.", "Spokesman", "Department of Defense", None),
    ("The Undersecretary for Latin America and the Caribbean left.",
    "Undersecretary for Latin America and the Caribbean", "", None),
    ("The Premier of the Western Cape left.", "Premier", "Western Cape", None),
    ("Combatant Commander General Peter Wekesa left.", "Combatant Commander", "", None),
    ("The Assistant Chief of Staff for operations, planning and training of the Fijian Armed Forces left.",
    "Assistant Chief of Staff for operations , planning and training", "Armed Forces", "FJ"),
    ("The Chief of Staff of Army General Sato Kenji left.", "Chief of Staff of Army", "", None),
)  # fmt: skip


@pytest.mark.parametrize(("text", "title", "organisation", "country"), POSTS)
def test_a_post_is_title_body_and_country(
    text: str, title: str, organisation: str, country: str | None
) -> None:
    tokens, phrases = phrases_of(text)
    (post,) = phrases.posts
    assert " ".join(words(tokens, a, b) for a, b in post.title) == title
    assert " ".join(words(tokens, a, b) for a, b in post.organisation) == organisation
    assert post.country == country


@pytest.mark.parametrize("text", ["The head of the delegation left.", "He spoke in general."])
def test_other_heads_are_no_posts(text: str) -> None:
    assert phrases_of(text)[1].posts == []


def test_posts_stand_before_and_after_their_names() -> None:
    tokens, phrases = phrases_of(
        "Deputy Minister of Finance of Ghana Kofi Mensah-Addo met Rina Okafor, Chairperson of the Board of"
        " Trade."
    )
    held = {
        words(tokens, m.first, m.last): [words(tokens, p.first, p.last) for p in m.posts]
        for m in phrases.mentions
    }
    assert held == {
        "Kofi Mensah-Addo": ["Deputy Minister of Finance of Ghana"],
        "Rina Okafor": ["Chairperson of the Board of Trade"],
    }


def test_several_posts_joined_by_a_dash_are_all_held() -> None:
    tokens, phrases = phrases_of(
        "First Deputy Minister of Defence – Chief of the General Staff, Lieutenant General Omar Balanov left."
    )
    (mention,) = phrases.mentions
    assert [words(tokens, p.first, p.last) for p in mention.posts] == [
        "First Deputy Minister of Defence",
        "Chief of the General Staff",
    ]
