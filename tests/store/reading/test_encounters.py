"""Who meets whom, in sentences of ministries and agencies of many countries."""

from __future__ import annotations

import pytest

from store.model import Article
from store.reading.pipeline import read_article

Row = tuple[list[str], list[str]]


def met(text: str) -> list[Row]:
    """Hosts and guests of each meeting."""
    reading = read_article(Article("a", text, "2025-05-06"))
    return [([h.value for h in m.hosts], [g.value for g in m.guests]) for m in reading.meetings]


MEETINGS: tuple[tuple[str, list[Row]], ...] = (
    (
        "ACCRA - The Minister of Defence, Dr Kwame Boateng, said Ghana would deepen its ties. The Minister"
        " stated this when the Turkish Ambassador, HE Hakan Demir paid him a courtesy visit on Monday.",
        [(["Kwame Boateng"], ["Hakan Demir"])],
    ),
    (
        "ABUJA - The Chief of Defence Staff (CDS), General Musa Bello, spoke to the press. The Commandant,"
        " National War College, Rear Admiral Tunde Okosun, then paid the CDS a courtesy call.",
        [(["Musa Bello"], ["Tunde Okosun"])],
    ),
    (
        "LUSAKA - Zambian Foreign Minister Mulenga Banda discussed bilateral ties with Kenyan Foreign"
        " Minister Peter Wekesa on Monday.",
        [(["Mulenga Banda"], ["Peter Wekesa"])],
    ),
    (
        "ABUJA - General Musa Bello spoke when the Chief of Defence Staff of the Gambia Armed Forces,"
        " Lieutenant General Lamin Sowe, visited him at the Defence Headquarters on Monday.",
        [(["Musa Bello"], ["Lamin Sowe"])],
    ),
    (
        "KINGSTON - Jamaican Minister Carla Bent met with U.S. Assistant Secretary of State Ann Holm; U.S."
        " Ambassador to Jamaica Piet Lindqvist; and U.S. Special Adviser Sara Lund.",
        [(["Carla Bent"], ["Ann Holm", "Piet Lindqvist", "Sara Lund"])],
    ),
    (
        "Chilean Defense Minister Ana Rojas and Argentine Defense Minister Luis Prado attended the 2+2"
        " meeting.",
        [([], [])],
    ),
    (
        "NEW YORK - Peruvian Foreign Minister Luis Landa on Monday met with his peers from Bolivia, Rosa"
        " Mayta; Colombia, Juan Leyva; and Ecuador, Ana Prado.",
        [([], [])],
    ),
    (
        "OTTAWA - Canadian Minister Ann Holm met Peruvian envoys recently appointed by President Rosa"
        " Quispe.",
        [],
    ),
    (
        "ABUJA - The Minister of State, Dr Musa Bello, on Tuesday received officials of the Turkish Embassy"
        " in Nigeria led by Ambassador Hakan Demir.",
        [(["Musa Bello"], ["Hakan Demir"])],
    ),
)


@pytest.mark.parametrize(("text", "rows"), MEETINGS)
def test_meetings_have_hosts_and_guests(text: str, rows: list[Row]) -> None:
    assert met(text) == rows


GROUPS: tuple[tuple[str, list[Row]], ...] = (
    (
        "ACCRA - President Kofi Amankwah on Monday received the letters of credence of three new envoys. They"
        " include the Ambassador of Norway, Kari Holm, and the High Commissioner of Fiji, Seru Tamani.\n\nThe"
        " Ambassador of Peru, Ines Quiroga, also presented her letters of credence to the President.",
        [(["Kofi Amankwah"], ["Kari Holm", "Seru Tamani", "Ines Quiroga"])],
    ),
    (
        "Four new envoys were at the palace in Accra on Monday to present their letters of credence to"
        " President Kofi Amankwah of Ghana. They are Ambassador Kari Holm of the Kingdom of Norway and Mr"
        " Seru Tamani, High Commissioner of the Republic of Fiji.",
        [(["Kofi Amankwah"], ["Kari Holm", "Seru Tamani"])],
    ),
    (
        "President Kofi Amankwah on Monday received the credentials of new envoys accredited to Ghana.\n\nThe"
        " envoys who presented them are:\n\n– Her Excellency Kari Holm, Ambassador of Norway.\n\n"
        "– His Excellency Seru Tamani, High Commissioner of Fiji.\n\nThe President wished them well.",
        [(["Kofi Amankwah"], ["Kari Holm", "Seru Tamani"])],
    ),
)


@pytest.mark.parametrize(("text", "rows"), GROUPS)
def test_visitors_may_be_named_after_they_were_received(text: str, rows: list[Row]) -> None:
    assert met(text) == rows


def test_who_is_met_abroad_is_of_the_country_there() -> None:
    text = (
        "MIAMI - U.S. Navy Adm. Peter Marsh, commander of the fleet, returned after a visit to Peru."
        " There, he met with President Rosa Quispe.\n\nIn Honduras, Marsh met Defense Minister Pablo Lobo."
    )
    reading = read_article(Article("a", text, "2025-05-06"))
    told = {o.name: o.country.value if o.country else None for o in reading.officials}
    assert told == {"Peter Marsh": "US", "Rosa Quispe": "PE", "Pablo Lobo": "HN"}
    assert met(text) == [(["Rosa Quispe"], ["Peter Marsh"]), (["Pablo Lobo"], ["Peter Marsh"])]
    assert [m.place for m in reading.meetings] == [None, None]


def test_a_pronoun_keeps_to_the_style_of_address() -> None:
    text = (
        "ACCRA - Minister of Defence Kwame Boateng on Monday met the British High Commissioner, Ms Harriet"
        " Cole. She was accompanied by the Defence Adviser, Colonel Ben Marsh."
    )
    reading = read_article(Article("a", text, "2025-05-06"))
    told = {o.name: o.country.value if o.country else None for o in reading.officials}
    assert told == {"Kwame Boateng": "GH", "Harriet Cole": "GB", "Ben Marsh": "GB"}


def test_who_visited_to_meet_has_met() -> None:
    text = (
        "Fijian Minister Seru Tamani visited Naval Command on Monday to meet with its chief, Admiral Ann"
        " Holm."
    )
    (meeting,) = read_article(Article("a", text, "2025-05-06")).meetings
    assert (meeting.status.value, meeting.date.value if meeting.date else None) == ("held", "2025-05-05")


def test_the_office_of_the_president_is_a_venue() -> None:
    text = (
        "GABORONE - President Tebogo Molefe received at the Office of the President the outgoing Ambassador"
        " of Peru, Ms Ines Quiroga."
    )
    (meeting,) = read_article(Article("a", text, "2025-05-06")).meetings
    assert meeting.venue is not None
    assert meeting.venue.value == "Office of the President"
    assert [g.value for g in meeting.guests] == ["Ines Quiroga"]


def test_peers_have_the_country_beside_their_names() -> None:
    for text in (
        "NEW YORK - Peruvian Foreign Minister Luis Landa met with his peers from Bolivia, Rosa Mayta;"
        " Colombia, Juan Leyva; and Ecuador, Ana Prado.",
        "LIMA - Foreign Minister Luis Landa met with his counterparts Rosa Mayta of Bolivia, Juan Leyva of"
        " Colombia and Ana Prado of Ecuador.",
    ):
        officials = read_article(Article("a", text, "2025-05-06")).officials
        told = {
            o.name: (o.country.value if o.country else None, [p.title for p in o.posts]) for o in officials
        }
        assert told == {
            "Luis Landa": ("PE", ["Foreign Minister"]),
            "Rosa Mayta": ("BO", ["Foreign Minister"]),
            "Juan Leyva": ("CO", ["Foreign Minister"]),
            "Ana Prado": ("EC", ["Foreign Minister"]),
        }


def test_a_command_of_one_state_receives_its_visitor() -> None:
    text = (
        "President Ana Rojas of Peru visited U.S. Southern Command on Monday and met with Admiral Ann"
        " Holm, its"
    )
    text += " American chief."
    assert met(text) == [(["Ann Holm"], ["Ana Rojas"])]


TOLD: tuple[tuple[str, list[Row]], ...] = (
    (
        "HARARE - President Tendai Moyo received a special message from his Mozambican counterpart,"
        " President Rui Mabote, delivered by Foreign Minister Ana Sitoe at State House.",
        [(["Tendai Moyo"], ["Ana Sitoe"])],
    ),
    (
        "LILONGWE - Minister Grace Phiri was speaking on Monday when the Tanzanian High Commissioner, Asha"
        " Juma, came to her office to say goodbye.",
        [(["Grace Phiri"], ["Asha Juma"])],
    ),
    (
        "SANTIAGO - Foreign Minister Luis Rojas opened the doors of the palace on Monday to Norway's Kari"
        " Holm, the Norwegian foreign minister.",
        [(["Luis Rojas"], ["Kari Holm"])],
    ),
    (
        "WINDHOEK - President Hilda Shikongo sent off Peruvian Ambassador Luis Prado on Monday at State"
        " House.",
        [(["Hilda Shikongo"], ["Luis Prado"])],
    ),
    (
        "ACCRA - Kofi Mensah, the Minister for Defence, said this during a courtesy call on him by Vice"
        " Admiral Ravi Nair of the Indian Navy.",
        [(["Kofi Mensah"], ["Ravi Nair"])],
    ),
    (
        "LIMA - Peruvian Minister Rosa Quispe and Chilean Minister Ana Rojas presided on Monday over the"
        " talks.",
        [(["Rosa Quispe"], ["Ana Rojas"])],
    ),
    (
        "KAMPALA - Kenyan Minister Noor Hassan spent Monday afternoon with Ugandan Minister Jim Okello.",
        [(["Jim Okello"], ["Noor Hassan"])],
    ),
)


@pytest.mark.parametrize(("text", "rows"), TOLD)
def test_meetings_are_told_in_many_ways(text: str, rows: list[Row]) -> None:
    assert met(text) == rows


def test_the_message_of_a_counterpart_tells_his_country() -> None:
    officials = read_article(Article("a", TOLD[0][0], "2025-05-06")).officials
    told = {o.name: o.country.value if o.country else None for o in officials}
    assert told == {"Tendai Moyo": "ZW", "Rui Mabote": "MZ", "Ana Sitoe": "MZ"}


def test_a_town_of_two_countries_is_where_the_outlet_is_at_home() -> None:
    text = (
        "GEORGE TOWN, May 6 (Bernama) -- Chief Minister Lim Wei Jie met British Minister Ann Holm on Tuesday."
    )
    assert met(text) == [(["Lim Wei Jie"], ["Ann Holm"])]


def test_a_first_secretary_is_no_occasion() -> None:
    text = (
        "HAVANA - The First Secretary of the Central Committee of the Party, Luis Prado, received on"
        " Monday the"
    )
    text += " Peruvian Minister Rosa Quispe."
    (meeting,) = read_article(Article("a", text, "2025-05-06")).meetings
    assert meeting.occasion is None


VISITS: tuple[tuple[str, list[Row]], ...] = (
    (
        "LAGOS - Senegalese President Awa Diop held talks with her Nigerian host, Musa Bello, on Monday.",
        [(["Musa Bello"], ["Awa Diop"])],
    ),
    (
        "KINSHASA - The head of the UN mission, Kari Holm, went to the palace on Monday to brief President"
        " Jean Mukendi.",
        [(["Jean Mukendi"], ["Kari Holm"])],
    ),
    (
        "LUANDA - Angolan Minister Rui Prado and his Namibian colleague Hilda Shikongo met for hours,"
        " flanked by Colonel Luis Neto.",
        [(["Rui Prado"], ["Hilda Shikongo"])],
    ),
)


@pytest.mark.parametrize(("text", "rows"), VISITS)
def test_hosts_and_company_are_told_apart(text: str, rows: list[Row]) -> None:
    assert met(text) == rows


def test_the_day_on_which_a_session_ends_is_not_its_day() -> None:
    text = (
        "LUSAKA, Aug. 20 - Zambian Minister Ana Banda and Kenyan Minister Peter Wekesa co-chaired today the"
        " session, which ends on Friday."
    )
    (meeting,) = read_article(Article("a", text, "2025-08-20")).meetings
    assert meeting.date is not None
    assert meeting.date.value == "2025-08-20"


def test_company_named_after_while_is_the_others() -> None:
    text = (
        "LIMA - President Rosa Quispe received Admiral Ann Holm of the United States. Holm was accompanied"
        " by the chargé d'affaires, Piet Lund, while Quispe had beside her the Defence Minister, Luis Prado."
    )
    told = {
        o.name: o.country.value if o.country else None for o in read_article(Article("a", text)).officials
    }
    assert told == {"Rosa Quispe": "PE", "Ann Holm": "US", "Piet Lund": "US", "Luis Prado": "PE"}
