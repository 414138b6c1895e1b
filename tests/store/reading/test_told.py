"""What single sentences tell, read whole: who holds which post, and who met whom."""

from __future__ import annotations

import pytest

from store.model import Article, Reading
from store.reading.pipeline import read_article


def read(text: str) -> Reading:
    return read_article(Article("told", text, "2031-05-07"))


def told(text: str) -> list[str]:
    """Each meeting in a line: its kind, then hosts < guests, or who took part, then who else was there."""
    lines = []
    for meeting in read(text).meetings:
        hosts, guests, others = (
            ", ".join(name.value for name in names)
            for names in (meeting.hosts, meeting.guests, meeting.attendees)
        )
        sides = f"{hosts} < {guests}" if hosts or guests else ""
        lines.append(f"{meeting.kind.value.value}: " + " + ".join(part for part in (sides, others) if part))
    return lines


def posts(text: str) -> dict[str, list[str]]:
    """The posts of each official: title, the body in brackets, the country."""
    return {
        official.name: [
            f"{post.title}{f' ({post.organisation})' if post.organisation else ''} {post.country or '-'}"
            for post in official.posts
        ]
        for official in read(text).officials
    }


MEETINGS = (
    ("Kuwait's Minister Sheikh Talal Hamad discussed on Monday means of cooperation with Ambassador of"
    " Ghana Kofi Mensah-Addo.", ["meeting: Talal Hamad, Kofi Mensah-Addo"]),
    ("Omani Crown Prince Said bin Harith discussed with Estonian Prime Minister Peeter Tamm relations between"
    " the two countries.", ["meeting: Said bin Harith, Peeter Tamm"]),
    ("In a telephonic conversation with Jordanian Foreign Minister Basel Tarawneh, Foreign Minister Rina"
    " Okafor on Friday evening, May 2, took up trade.", ["call: Rina Okafor, Basel Tarawneh"]),
    ("Turkish foreign minister Kerem Balanlı spoke with his U.S. counterpart on the phone. U.S. Secretary of"
    " State Glenn Ashworth said so.", ["call: Kerem Balanlı, Glenn Ashworth"]),
    ("Turkish Foreign Minister Kerem Balanlı phoned Ghanaian Foreign Minister Kofi Mensah-Addo. The two"
    " discussed events, as well as the ongoing talks between Iran and Oman.",
    ["call: Kerem Balanlı, Kofi Mensah-Addo"]),
    ("Pakistan's Defence Minister Omar Shinwari called on Chief of Army Staff (COAS) General Tariq Baloch."
    " Chief of Naval Staff Admiral Saqib Gul also called on the COAS.",
    ["meeting: Tariq Baloch < Omar Shinwari", "meeting: Tariq Baloch < Saqib Gul"]),
    ("ADMIRAL GUL CALLS ON GEN BALOCH, GEN KHATTAK: Admiral Saqib Gul called on General Tariq Baloch and"
    " later visited General Nasir Khattak.",
    ["meeting: Tariq Baloch < Saqib Gul", "meeting: Nasir Khattak < Saqib Gul"]),
    ("After meeting General Omar Shinwari, General Karim Balanov later called on Admiral Saqib Gul, Chief of"
    " Naval Staff; and Air Marshal Tariq Baloch, Chief of Air Staff.",
    ["meeting: Karim Balanov, Omar Shinwari", "meeting: Saqib Gul, Tariq Baloch < Karim Balanov"]),
    ("The visiting general was given a guard of honour in Dhaka. Indian General Vikram Rao was welcomed with"
    " flowers, after which he called on General Anisur Chowdhury of Bangladesh.",
    ["meeting: Anisur Chowdhury < Vikram Rao"]),
    ("Iraqi Prime Minister Haidar Jabouri received calls from the French President Luc Moreau and the Emir of"
    " Qatar Sheikh Talal Hamad.",
    ["call: Haidar Jabouri, Luc Moreau", "call: Haidar Jabouri, Talal Hamad"]),
    ("ABU DHABI (WAM) - Sheikh Talal Hamad held separate meetings with a number of ministers. Sheikh Talal"
    " met with Bui Van Tuan, Deputy Prime Minister of Viet Nam; Peeter Tamm, Foreign Minister of Estonia.",
    ["meeting: Talal Hamad < Bui Van Tuan", "meeting: Talal Hamad < Peeter Tamm"]),
    ("Accompanied by Defence Adviser Captain Vikram Rao and Lieutenant Colonel Arjun Nair, the Indian High"
    " Commissioner, Ravi Menon, was respectfully received by the Sri Lankan Defence Secretary Nuwan Perera.",
    ["meeting: Nuwan Perera < Ravi Menon + Vikram Rao, Arjun Nair"]),
    ("Maldivian minister Ali Zahir called on Sri Lankan premier Nuwan Perera. The meeting took place on"
    " Monday, with the participation of Maldivian Ambassador Hassan Amir and State Minister Ruwan Silva.",
    ["meeting: Nuwan Perera < Ali Zahir + Hassan Amir, Ruwan Silva"]),
    ("Omani minister Badr Farsi and Egyptian minister Adel Mansour engaged in cordial talks in Muscat.",
    ["meeting: Badr Farsi < Adel Mansour"]),
    ("Lebanese General Fares Chidiac received a delegation from the American Task Force, consisting of"
    " Senator Glenn Ashworth.", ["meeting: Fares Chidiac < Glenn Ashworth"]),
    ("Omani Brigadier Badr Farsi received at the College’s building in Mu’askar Bait Al Hisn on Sunday a"
    " delegation led by Saudi Brigadier Nayef Otaibi.", ["meeting: Badr Farsi < Nayef Otaibi"]),
    ("Moroccan minister Driss Alaoui held, Sunday in Cairo, a series of talks with Emirati minister Omar"
    " Saeed.", ["meeting: Driss Alaoui, Omar Saeed"]),
    ("Moroccan minister Driss Alaoui held talks, on March 21 in Washington, with US adviser Glenn Ashworth.",
    ["meeting: Glenn Ashworth < Driss Alaoui"]),
    ("US General Glenn Ashworth met Israeli minister Dov Barak and Israeli General Amir Peled in Haifa. Barak"
    " and Ashworth discussed the drill.", ["meeting: Dov Barak, Amir Peled < Glenn Ashworth"]),
    ("Qatari minister Talal Hamad met Omani minister Badr Farsi in Doha. His Excellency also met with"
    " Colombian minister Pedro Suarez.",
    ["meeting: Talal Hamad < Badr Farsi", "meeting: Talal Hamad < Pedro Suarez"]),
    ("Israeli General Amir Peled joined the talks. US Secretary Glenn Ashworth met in Haifa with his Israeli"
    " counterpart, Defense Minister Dov Barak.", ["meeting: Dov Barak < Glenn Ashworth"]),
    ("Estonian Ambassador Lis Holm, Ghanaian High Commissioner Kofi Mensah-Addo and Peruvian Ambassador Ines"
    " Quiroga called on Pakistani General Tariq Baloch at GHQ.",
    ["meeting: Tariq Baloch < Lis Holm, Kofi Mensah-Addo, Ines Quiroga"]),
    ("Indian General Vikram Rao met Omani General Badr Farsi in Muscat. He was accompanied by his spouse"
    " Anjali Rao and Colonel Arjun Nair.", ["meeting: Badr Farsi < Vikram Rao + Arjun Nair"]),
    ("DOHA - The Amir Sheikh Talal Hamad received at his office at the Amiri Diwan on Tuesday the credentials"
    " of: HE Ambassador of Estonia Mart Tamm, and HE Ambassador of Peru Ines Quiroga.",
    ["meeting: Talal Hamad < Mart Tamm, Ines Quiroga"]),
    ("Lebanese President Fares Chidiac received the special envoy of the French President Luc Moreau, former"
    " Minister Alain Dubreuil.", ["meeting: Fares Chidiac < Alain Dubreuil"]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MEETINGS)
def test_encounters_are_told_in_many_words(text: str, expected: list[str]) -> None:
    assert told(text) == expected


POSTS = (
    ("The talks were attended by Undersecretary of the Ministry of Defense (MoD) Sheikh Dr. Talal Hamad,"
    " Italian Ambassador to the country Marco Bellini and others.",
    {"Talal Hamad": ["Undersecretary of the Ministry of Defense -"], "Marco Bellini": ["Ambassador IT"]}),
    ("The Omani First Deputy Minister and Minister of Defense and Interior sheikh Talal Hamad left.",
    {"Talal Hamad": ["First Deputy Minister OM", "Minister of Defense and Interior OM"]}),
    ("Commander US Central Command (CENTCOM) General Glenn Ashworth met Commander Pakistan Fleet Vice Admiral"
    " Saqib Gul and DG ISPR Major General Omar Shinwari.",
    {"Glenn Ashworth": ["Commander (Central Command) US"], "Saqib Gul": ["Commander (Fleet) PK"],
    "Omar Shinwari": ["Director General (ISPR) PK"]}),
    ("Egyptian Army Chief-of-Staff Adel Mansour met US Charge d’ Affairs Glenn Ashworth.",
    {"Adel Mansour": ["Chief-of-Staff (Army) EG"], "Glenn Ashworth": ["Charge d’ Affairs US"]}),
    ("Lebanese Army Commander General Fares Chidiac met Alain Dubreuil, Special Envoy of French President Luc"
    " Moreau, in Beirut.",
    {"Fares Chidiac": ["Commander (Army) LB"], "Alain Dubreuil": ["Special Envoy of President FR"],
    "Luc Moreau": ["President FR"]}),
    ("The Omani minister met the Advisor of the Foreign Minister for Political Affairs Prince Nayef bin"
    " Mishal.", {"Nayef bin Mishal": ["Advisor of the Foreign Minister for Political Affairs OM"]}),
    ("Sheikh Talal Hamad met Glenn Ashworth, the US President's Special Envoy to the Sahel, in Muscat.",
    {"Talal Hamad": [], "Glenn Ashworth": ["Special Envoy US"]}),
    ("Jordan's King Talal and Saudi Crown Prince Nayef bin Talal met in Amman.",
    {"Talal": ["King JO"], "Nayef bin Talal": ["Crown Prince SA"]}),
    ("Maldivian minister Ali Zahir met Defence Attaché of the Omani High Commission Lt. Col. Hassan Amir.",
    {"Ali Zahir": ["minister MV"], "Hassan Amir": ["Defence Attaché (High Commission) OM"]}),
    ("Omani envoys Dr. Sultan bin Badr Al Farsi, Minister of State, and Gen Sultan bin Harith al Amri,"
    " Minister of the Royal Office, left.", {"Sultan bin Badr Al Farsi": ["Minister of State OM"],
    "Sultan bin Harith al Amri": ["Minister of the Royal Office OM"]}),
    ("Commander Saif Harithy met Lt Gen Nayef Otaibi, Commander of Royal Land Forces in the Kingdom of Saudi"
    " Arabia (KSA), and Peter Ashworth, the Minister for Asia at the UK Foreign Office, in Muscat.",
    {"Saif Harithy": [], "Nayef Otaibi": ["Commander (Royal Land Forces) SA"],
    "Peter Ashworth": ["Minister for Asia (Foreign Office) GB"]}),
    ("Sri Lankan Defence Ministry’s Senior Assistant Secretary (Defence) Mr. Nuwan Perera met U.S. South Asia"
    " Desk Officer Lt. Col. Glenn Ashworth. Sri Lankan Deputy Liaison Officer of the MoD Brigadier Ruwan"
    " Silva left.", {"Nuwan Perera": ["Senior Assistant Secretary (Defence) LK"],
    "Glenn Ashworth": ["South Asia Desk Officer US"],
    "Ruwan Silva": ["Deputy Liaison Officer (MoD) LK"]}),
    ("The Defense Advisor of the Senegalese Embassy accredited to New Delhi and Sri Lanka, Colonel Moussa"
    " Diop left.", {"Moussa Diop": ["Defense Advisor of the Embassy SN"]}),
    ("Emirati advisers Talal Hamad, Diplomatic Adviser to UAE President; Omar Saeed, Chairman of the"
    " National Crises and Disasters Management Authority; Said bin Harith, Chief of the Sharjah"
    " Crown Prince’s Court, left.", {"Talal Hamad": ["Diplomatic Adviser to President AE"],
    "Omar Saeed": ["Chairman (National Crises and Disasters Management Authority) AE"],
    "Said bin Harith": ["Chief (Sharjah Crown Prince’s Court) AE"]}),
    ("The Minister of Foreign Affairs, African Cooperation and Moroccan Expatriates, Driss Alaoui, left.",
    {"Driss Alaoui": ["Minister of Foreign Affairs, African Cooperation and Moroccan Expatriates MA"]}),
    ("Libyan National Army (LNA) Commander Faraj Mismari met General Glenn Ashworth, head of the US"
    " military’s Central Command.", {"Faraj Mismari": ["Commander (National Army) LY"],
    "Glenn Ashworth": ["head (military’s Central Command) US"]}),
    ("Senior Under Secretary from the Ministry of National Defence of the Philippines Jose Cruz left.",
    {"Jose Cruz": ["Senior Under Secretary from the Ministry of National Defence PH"]}),
    ("H. E. Sheikh Saud bin Talal, Minister of Defence of Qatar, left.",
    {"Saud bin Talal": ["Minister of Defence QA"]}),
    ("Mawlavi Amir Khan Safi, the Acting Foreign Minister of the Islamic Emirate, spoke.",
    {"Amir Khan Safi": ["Acting Foreign Minister AF"]}),
    ("Gen Anisur Chowdhury, Chief of Army Staff, Bangladesh Army on Thursday laid a wreath in Delhi.",
    {"Anisur Chowdhury": ["Chief of Army Staff (Army) BD"]}),
    ("Sri Lankan Brigadier Nuwan Perera WWV RWP met Assistant Attaché in the U.S. Embassy Mr. Glenn Ashworth"
    " and the US Embassy’s chargé d'affaires Peter Holm.", {"Nuwan Perera": [],
    "Glenn Ashworth": ["Assistant Attaché US"], "Peter Holm": ["chargé d'affaires US"]}),
    ("Indian Defence Secretary Vikram Rao met Maldivian Minister of Defence Uza. Mariyam Zahir and Omani"
    " minister Badr Mani` Al-Amri.", {"Vikram Rao": ["Defence Secretary IN"],
    "Mariyam Zahir": ["Minister of Defence MV"], "Badr Mani` Al-Amri": ["minister OM"]}),
    ("CAIRO - President of the Syrian Arab Republic Ziad Halabi and Foreign Minister Nizar Aswad met Peruvian"
    " President Ines Quiroga.", {"Ziad Halabi": ["President SY"], "Nizar Aswad": ["Foreign Minister SY"],
    "Ines Quiroga": ["President PE"]}),
    ("Omani minister Badr Farsi met the US special envoy for Yemen, Glenn West.",
    {"Badr Farsi": ["minister OM"], "Glenn West": ["special envoy US"]}),
    ("Lebanese Premier Fares Chidiac met French Ambassador Luc Moreau, in the presence of his diplomatic"
    " advisor, Ambassador Ziad Khalil.", {"Fares Chidiac": ["Premier LB"], "Luc Moreau": ["Ambassador FR"],
    "Ziad Khalil": ["diplomatic advisor LB", "Ambassador LB"]}),
    ("Bahraini Prince Talal Hamad, the Crown Prince, Deputy Supreme Commander, and Prime Minister, met"
    " Chinese General Li Guo, Commander of the PLA Ground Forces.", {"Talal Hamad": ["Crown Prince BH",
    "Deputy Supreme Commander BH", "Prime Minister BH"], "Li Guo": ["Commander (PLA Ground Forces) CN"]}),
    ("Bahraini Prince Talal Hamad met the Commander of US Naval Forces Central Command, US Fifth Fleet and"
    " Combined Maritime Forces, Vice Admiral Glenn Ashworth.", {"Talal Hamad": [],
    "Glenn Ashworth": ["Commander (Naval Forces Central Command) US"]}),
    ("Lis Holm, Ambassador of Denmark called on Pakistani Minister of State and Member of the Council of"
    " Ministers Omar Shinwari.", {"Lis Holm": ["Ambassador DK"],
    "Omar Shinwari": ["Minister of State PK", "Member (Council of Ministers) PK"]}),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), POSTS)
def test_posts_are_given_to_who_holds_them(text: str, expected: dict[str, list[str]]) -> None:
    assert posts(text) == expected


def test_an_agencys_end_mark_does_not_make_a_heading_of_a_sentence() -> None:
    (meeting,) = read(
        "Kuwaiti minister Talal Hamad received Omani minister Said Harithy.\n\nAmbassador of Oman Badr Farsi"
        " attended the meeting. (end)"
    ).meetings
    assert [name.value for name in meeting.attendees] == ["Badr Farsi"]


def test_a_caption_tells_first_and_the_article_where() -> None:
    (meeting,) = read(
        "Kuwaiti Prime Minister Talal Hamad meets with Italian Defense Minister Marco Bellini.\n\nKuwaiti"
        " Prime Minister Talal Hamad received Italian Defense Minister Marco Bellini at Seif Palace."
    ).meetings
    assert meeting.venue is not None
    assert meeting.venue.value == "Seif Palace"


PLACES = (
    ("Sri Lankan minister Nuwan Perera met the Maldivian minister Ali Zahir at the Ministry of Defence,"
    " Maldives.", "Malé", "Ministry of Defence"),
    ("Jordanian General Basel Tarawneh met in Amman a delegation from the U.S. National War College, headed"
    " by retired Gen. Glenn Ashworth.", "Amman", None),
    ("Emirati ruler Sheikh Talal Hamad received Estonian minister Peeter Tamm at the Emirates Palace in Abu"
    " Dhabi.", "Abu Dhabi", "Emirates Palace"),
    ("Libyan minister Faraj Mismari met in al-Jdida with Omani minister Badr Farsi.", "al-Jdida", None),
    ("Damascus, SANA- President Ziad Halabi on Sunday received Iranian Speaker Ali Karimi.",
    "Damascus", None),
    ("Omani minister Badr Farsi received in his Office in Muscat on Sunday Estonian minister Peeter Tamm.",
    "Muscat", None),
)  # fmt: skip


@pytest.mark.parametrize(("text", "place", "venue"), PLACES)
def test_where_they_met(text: str, place: str, venue: str | None) -> None:
    (meeting,) = read(text).meetings
    assert (meeting.place and meeting.place.value) == place
    assert (meeting.venue and meeting.venue.value) == venue


def test_an_agency_tells_of_its_own_country_from_a_seat_of_organisations() -> None:
    reading = read(
        "NEW YORK, Sept 24 (WAM) -- Sheikh Talal Hamad, Minister of Foreign Affairs, met with Estonian"
        " Foreign Minister Peeter Tamm."
    )
    assert [person.country and person.country.value for person in reading.officials] == ["AE", "EE"]


def test_a_line_that_says_by_and_an_agency_names_the_outlet() -> None:
    reading = read("By WAM\n\nOmani minister Badr Farsi met Peruvian minister Ines Quiroga in Muscat today.")
    assert reading.outlet is not None
    assert reading.outlet.value == "WAM"
    assert reading.byline is None


def test_meetings_beside_a_gathering_are_where_it_is() -> None:
    first, second = read(
        "Indian Minister Vikram Rao met Malaysian Minister Hassan bin Idris on the sidelines of the 11th"
        " ASEAN Defence Ministers' Meeting-Plus in Vientiane. Vikram Rao also met Philippine Minister Jose"
        " Cruz."
    ).meetings
    assert first.place is not None
    assert second.place is not None
    assert first.place.value == second.place.value == "Vientiane"
