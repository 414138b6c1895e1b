"""The named events that meetings belong to, with their ordinals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.reading.occasions import find_occasions, refers_to_occasion, signs_of

EVENTS = (
    ("on the sidelines of the 17th Asian Defence Ministers Meeting.", "Asian Defence Ministers Meeting", 17),
    ("They met on the margins of the Munich Security Conference.", "Munich Security Conference", None),
    ("He took part in the third African Naval Forum in Accra.", "African Naval Forum", 3),
    ("The twenty-second session of the Joint Committee on Trade was held.", "Joint Committee on Trade", 22),
    ("The XII Summit of the Pacific Islands Forum opened.", "Summit of the Pacific Islands Forum", 12),
    ("at the 5th round of political consultations between Norway and Ghana",
    "political consultations between Norway and Ghana", 5),
    ("during the Shangri-La Dialogue in Singapore", "Shangri-La Dialogue", None),
    ("The minister attended the Dubai Airshow.", "Dubai Airshow", None),
    ("He came to attend the 4th Women, Peace and Security Conference.",
    "Women, Peace and Security Conference", 4),
    ("on the margins of the Riga Security Conference on Friday.", "Riga Security Conference", None),
    ("He took part in the Third Malta-Ghana Dialogue in Accra.", "Malta-Ghana Dialogue", 3),
    ("to attend the 5th session of the Malta-Ghana joint commission on military-technical cooperation.",
    "Malta-Ghana joint commission on military-technical cooperation", 5),
    ("within the framework of the International Defence Exhibition in Lima",
    "International Defence Exhibition", None),
    ("They co-chaired the 9th Peru-Norway Army to Army Staff Talks.",
    "Peru-Norway Army to Army Staff Talks", 9),
    ("The Third Session of the Ghana-Chile Mixed Commission began.", "Ghana-Chile Mixed Commission", 3),
    ("The second edition of the Andean Chiefs Conclave was held.", "Andean Chiefs Conclave", 2),
    ("She attended the Pacific Chiefs of Defense (PACHOD) conference in Suva.",
    "Pacific Chiefs of Defense conference", None),
    ("at the 4th round of the U.S.-Ghana Defense Consultative Committee",
    "U.S.-Ghana Defense Consultative Committee", 4),
    ("during the Joint Permanent Commission on Security", "Joint Permanent Commission on Security", None),
    ("He met her during LITEX 2031 in Oran.", "LITEX 2031", None),
    ("She is on a visit to SAHARA SHIELD 2031.", "SAHARA SHIELD 2031", None),
    ("in Oran on the sidelines of exercise Desert Kite 2031.", "Desert Kite 2031", None),
    ("On the second day of the Lagos Security Forum, they met.", "Lagos Security Forum", None),
    ("in the corridors of the Lagos Peace Summit", "Lagos Peace Summit", None),
    ("on the margins of the ANDES Council in Chiefs of Staff Session.",
    "ANDES Council in Chiefs of Staff Session", None),
    ("On the sidelines of the Alpine Security Forum, they met.", "Alpine Security Forum", None),
    ("The Nile Security Council (NSC) today held its 1104th meeting in Kampala.",
    "Nile Security Council", 1104),
    ("Kampala, 3 June 2025 – The Nile Council today held its 4th session.", "Nile Council", 4),
    ("The Joint Committee of Chile and Ghana, set up in 2019, wraps up its second session on Friday.",
    "Joint Committee of Chile and Ghana", 2),
    ("The Alpine Forum convened for its third plenary session.", "Alpine Forum", 3),
    ("The third round of consultations between the foreign ministries of Chile and Ghana was held.",
    "consultations between the foreign ministries of Chile and Ghana", 3),
    ("The 4th meeting of the Joint Commission on Trade, Economic and Investment Cooperation took place.",
    "Joint Commission on Trade, Economic and Investment Cooperation", 4),
    ("The 4th meeting of the Joint Commission on Trade, Minister Ana Berg presiding, took place.",
    "Joint Commission on Trade", 4),
    ("They met at the Lima Air Show.", "Lima Air Show", None),
    ("He spoke at the Alpine Dialogue 2025.", "Alpine Dialogue 2025", None),
    ("on the sidelines of the informal meeting of EU defence ministers",
    "meeting of EU defence ministers", None),
    ("They co-chaired the second session of the Chad-Côte d'Azur Joint Defence Commission.",
    "Chad-Côte d'Azur Joint Defence Commission", 2),
    ("They co-chaired the 17th Peru–Kuwait Joint Military Commission.",
    "Peru–Kuwait Joint Military Commission", 17),
    ("He opened the 9th General Border Committee Chad-Ghana (GBC Chaghan).",
    "General Border Committee Chad-Ghana", 9),
    ("on the margins of the 12th Ordinary Session of the Council of the Nile Union",
    "Council of the Nile Union", 12),
)  # fmt: skip


@pytest.mark.parametrize(("text", "name", "ordinal"), EVENTS)
def test_an_event_is_found_with_its_ordinal(text: str, name: str, ordinal: int | None) -> None:
    (found,) = find_occasions(text, 0, len(text))
    assert found.name == name
    assert found.ordinal == ordinal
    assert text[found.start : found.end].endswith(found.name.split()[-1])
    assert found.rule.startswith("occasion.")


@pytest.mark.parametrize(
    "text",
    [
        "They met for the third time.",
        "the first day of the visit",
        "a second meeting took place",
        "They talked about the meeting of ministers.",
        "the fifth floor of the ministry",
        "He came to take part in the Committee’s meeting.",
        "They spoke at the Alpine Convention Centre.",
        "They spoke of preparations for the Lima Summit.",
        "She will address the House on the conference.",
        "He thanked him for having backed Kiribati's participation in the Nile Health Assembly.",
        "He congratulated her on the success of the 3rd Lima Maritime Summit.",
        "She invited the minister to attend the 4th Lima International Forum.",
        "They discussed the outcomes of the 5th Nile Dialogue.",
        "They reviewed the preparations for the 8th session of the Chad-Ghana Joint Commission.",
    ],
)
def test_other_ordinals_and_meetings_are_no_events(text: str) -> None:
    assert find_occasions(text, 0, len(text)) == []


def test_the_same_event_may_be_referred_to() -> None:
    assert refers_to_occasion("They met on the sidelines of the conference.", 0, 44)
    assert refers_to_occasion("The envoy, who came to take part in the Committee’s meeting, left.", 0, 60)
    assert refers_to_occasion("The envoy, who had come to Lima for the meeting, left.", 0, 52)
    assert not refers_to_occasion("They met at the conference.", 0, 27)


PIECES = [word for text, _, _ in EVENTS for word in text.split()] + [
    "12 th", "for", "in", "Accra", "Air Show", "I", "was", "held", "The", "next", "Expo", "part", "of",
    ",", ".",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
def test_the_signs_of_words_are_those_of_their_sentence(text: str) -> None:
    signs = 0
    for word in text.split():
        signs |= signs_of(word)
    assert find_occasions(text, 0, len(text), signs) == find_occasions(text, 0, len(text), -1)
