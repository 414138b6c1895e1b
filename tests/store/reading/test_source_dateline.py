"""Datelines of agencies, ministries and organisations, in the layouts that they use."""

from __future__ import annotations

import datetime

import pytest

from store.reading.origin.days import find_days
from tests.store.reading.sources import source_of

BODY = "Minister of Defence Anders Lindqvist received the Ambassador of Uruguay, Rosa Etcheverry, on Tuesday."

HEADS = [
    # capitals, country, date
    ("BAKU, Azerbaijan, December 17. ", "Baku", "2024-12-17", None),
    ("ASHGABAT, Turkmenistan, April 3. ", "Ashgabat", "2024-04-03", None),
    ("Baku. 9 October. REPORT.AZ/ ", "Baku", "2024-10-09", "Report"),
    ("Baku, October 9, AZERTAC ", "Baku", "2024-10-09", "AZERTAC"),
    ("Baku-APA. ", "Baku", None, "APA"),
    ("YEREVAN, JUNE 21, ARMENPRESS. ", "Yerevan", "2024-06-21", "ARMENPRESS"),
    ("YEREVAN. – ", "Yerevan", None, None),
    ("TBILISI, Georgia, Nov 5 (Xinhua) -- ", "Tbilisi", "2024-11-05", "Xinhua"),
    # brackets
    ("Hanoi (VNA) – ", "Hanoi", None, "VNA"),
    ("JAKARTA, April 18 (Xinhua) -- ", "Jakarta", "2024-04-18", "Xinhua"),
    ("Jakarta (ANTARA) - ", "Jakarta", None, "ANTARA"),
    ("Jakarta, MINA – ", "Jakarta", None, "MINA"),
    ("ANKARA (AA) - ", "Ankara", None, "AA"),
    ("ANKARA/BAKU (AA) - ", "Ankara", None, "AA"),
    ("RAWALPINDI, Feb 06 (APP): ", "Rawalpindi", "2024-02-06", "APP"),
    ("RAWALPINDI, Oct 13 (APP):", "Rawalpindi", "2024-10-13", "APP"),
    ("DHAKA, Oct 12, 2024 (BSS) - ", "Dhaka", "2024-10-12", "BSS"),
    ("Kathmandu, Nov. 21 (RSS): ", "Kathmandu", "2024-11-21", "RSS"),
    ("Kathmandu, Nov 21: ", "Kathmandu", "2024-11-21", None),
    ("Surat (Gujarat) [India], Oct 18 (ANI): ", "Surat", "2024-10-18", "ANI"),
    ("(MENAFN- Jordan News Agency)\n\nAmman, Nov 6 (Petra) -- ", "Amman", "2024-11-06", "Petra"),
    ("SEOUL, Nov. 5 (Yonhap) -- ", "Seoul", "2024-11-05", "Yonhap"),
    ("TOKYO, Nov. 5 (Kyodo) - ", "Tokyo", "2024-11-05", "Kyodo"),
    ("BANDAR SERI BEGAWAN, Sept 10 (Bernama) -- ", "Bandar Seri Begawan", "2024-09-10", "Bernama"),
    ("KUWAIT, March 6 (KUNA) -- ", "Kuwait", "2024-03-06", "KUNA"),
    ("Doha, February 18 (QNA) - ", "Doha", "2024-02-18", "QNA"),
    ("Manama, Nov 12 (BNA): ", "Manama", "2024-11-12", "BNA"),
    ("Muscat, 12 Nov (ONA) --- ", "Muscat", "2024-11-12", "ONA"),
    ("ABU DHABI, 12th November, 2024 (WAM) -- ", "Abu Dhabi", "2024-11-12", "WAM"),
    ("ABU DHABI, (UrduPoint / Pakistan Point News / WAM - 21st Feb, 2021) ", "Abu Dhabi", "2021-02-21", None),
    ("ANKARA (UrduPoint News - 14th November, 2023) ", "Ankara", "2023-11-14", "UrduPoint News"),
    ("Amman, Jan. 22 (Petra) -- ", "Amman", "2024-01-22", "Petra"),
    ("Riyadh, February 11, 2025, SPA -- ", "Riyadh", "2025-02-11", "SPA"),
    ("NAIROBI, Kenya Nov 5 - ", "Nairobi", "2024-11-05", None),
    ("SUVA: 5 November, 2024 - ", "Suva", "2024-11-05", None),
    ("Kampala | THE INDEPENDENT | ", "Kampala", None, "The Independent"),
    ("ASTANA. KAZINFORM ", "Astana", None, "Kazinform"),
    ("TEMPO.CO, Jakarta - ", "Jakarta", None, "Tempo"),
    ("RSS/ Kathmandu, Nov. 21: ", "Kathmandu", "2024-11-21", "RSS"),
    ("(ANSA) - ROME, NOV 5 - ", "Rome", "2024-11-05", "ANSA"),
    ("St. Petersburg [Russia], Nov 7 (ANI): ", "St. Petersburg", "2024-11-07", "ANI"),
    (
        "November 5, 2024 - Ottawa, Ontario - Global Affairs Canada\n\n",
        "Ottawa",
        "2024-11-05",
        "Global Affairs Canada",
    ),
    ("Baghdad / INA\n\n", "Baghdad", None, "INA"),
    ("Baghdad – INA\n\n", "Baghdad", None, "INA"),
    ("Damascus, SANA- ", "Damascus", None, "SANA"),
    ("Damascus, SANA – ", "Damascus", None, "SANA"),
    ("BEIRUT, 9 Nov (NNA) - ", "Beirut", "2024-11-09", "NNA"),
    ("TUNIS, Feb 5 (TAP) - ", "Tunis", "2024-02-05", "TAP"),
    ("Tunis/Tunisia, Feb 5 (TAP) - ", "Tunis", "2024-02-05", "TAP"),
    ("ALGIERS- ", "Algiers", None, None),
    ("ALGIERS (APS) – ", "Algiers", None, "APS"),
    ("Rabat - ", "Rabat", None, None),
    ("Cairo, Nov. 3 (MENA) - ", "Cairo", "2024-11-03", "MENA"),
    ("TEHRAN, Nov. 15 (MNA) – ", "Tehran", "2024-11-15", "MNA"),
    ("Tehran, IRNA – ", "Tehran", None, "IRNA"),
    ("TEHRAN – ", "Tehran", None, None),
    ("KABUL (BNA) ", "Kabul", None, None),
    # slashes
    ("BELGRADE /Tanjug/ - ", "Belgrade", None, "Tanjug"),
    ("BAKU, February 25. /TASS/. ", "Baku", "2024-02-25", "TASS"),
    ("CHOLPON-ATA, July 11. /Kabar/. ", "Cholpon-Ata", "2024-07-11", "Kabar"),
    ("BISHKEK, December 11 /Kabar/. ", "Bishkek", "2024-12-11", "Kabar"),
    ("DUSHANBE, 31 October 2024 /Khovar/. ", "Dushanbe", "2024-10-31", "Khovar"),
    ("Chisinau, 28 January /MOLDPRES/ - ", "Chișinău", "2024-01-28", "MOLDPRES"),
    ("Ulaanbaatar, June 9, 2024 /MONTSAME/. ", "Ulaanbaatar", "2024-06-09", "MONTSAME"),
    ("ASTANA. KAZINFORM – ", "Astana", None, None),
    ("MINSK, 16 November (BelTA) – ", "Minsk", "2024-11-16", "BelTA"),
    ("KYIV. Nov 5 (Interfax-Ukraine) – ", "Kyiv", "2024-11-05", "Interfax-Ukraine"),
    ("MOSCOW, November 5 (Sputnik) - ", "Moscow", "2024-11-05", "Sputnik"),
    # Europe
    ("Skopje, 7 October 2024 (MIA) - ", "Skopje", "2024-10-07", "MIA"),
    ("SARAJEVO, November 5 (FENA) - ", "Sarajevo", "2024-11-05", "FENA"),
    ("Budva, (MINA) – ", "Budva", None, "MINA"),
    ("ZAGREB, 5 Nov 2024 (Hina) - ", "Zagreb", "2024-11-05", "Hina"),
    ("Ljubljana, 5 November (STA) - ", "Ljubljana", "2024-11-05", "STA"),
    ("Bratislava, November 5 (TASR) – ", "Bratislava", "2024-11-05", "TASR"),
    ("Warsaw, 13.04.2024 (PAP) - ", "Warsaw", "2024-04-13", "PAP"),
    ("VILNIUS, Oct 10, BNS – ", "Vilnius", "2024-10-10", "BNS"),
    ("RIGA - ", "Riga", None, None),
    ("Riga. ", "Riga", None, None),
    ("BODØ: ", "Bodø", None, None),
    ("Nicosia, Jan 15 (CNA) – ", "Nicosia", "2024-01-15", "CNA"),
    ("Lisbon, Nov. 5, 2024 (Lusa) – ", "Lisbon", "2024-11-05", "Lusa"),
    ("Bogotá, Aug 21 (EFE).- ", "Bogotá", "2024-08-21", "EFE"),
    ("Lima, Oct. 22 (ANDINA).- ", "Lima", "2024-10-22", "Andina"),
    ("18:22 | Lima, May. 14 (ANDINA).\n\n", "Lima", "2024-05-14", "Andina"),
    ("Havana, Nov 28 (Prensa Latina) ", "Havana", "2024-11-28", "Prensa Latina"),
    # Africa
    ("ADDIS ABABA, November 2 (ENA) – ", "Addis Ababa", "2024-11-02", "ENA"),
    ("Addis Ababa, May 8/2025 (ENA) ", "Addis Ababa", "2025-05-08", "ENA"),
    ("Abuja, July 30, 2024 (NAN) ", "Abuja", "2024-07-30", "NAN"),
    ("Accra, Feb. 27, GNA – ", "Accra", "2024-02-27", "GNA"),
    ("Luanda – ", "Luanda", None, None),
    ("WINDHOEK, 5 NOV (NAMPA) – ", "Windhoek", "2024-11-05", "NAMPA"),
    ("Kigali, 14 November 2024 – ", "Kigali", "2024-11-14", None),
    ("Nairobi — ", "Nairobi", None, None),
    ("SUVA, 19 JULY 2024 (PACNEWS) — ", "Suva", "2024-07-19", "PACNEWS"),
    # organisations, armies, governments
    ("CHIȘINĂU, 17 April 2024 – ", "Chișinău", "2024-04-17", None),
    ("CAMP BUTMIR, Sarajevo – ", "Sarajevo", None, None),
    ("TIRANA, Albania – ", "Tirana", None, None),
    ("SINGAPORE, Saturday 1 June 2024 – ", "Singapore", "2024-06-01", None),
    ("ADDIS ABABA, 27 June 2024: ", "Addis Ababa", "2024-06-27", None),
    ("Istanbul, 22 February 2024. ", "Istanbul", "2024-02-22", None),
    ("WASHINGTON, D.C. – ", "Washington", None, None),
    ("WASHINGTON – ", "Washington", None, None),
    ("November 5, 2024 – Ottawa, Ontario – ", "Ottawa", "2024-11-05", None),
    ("NEW DELHI: ", "New Delhi", None, None),
    ("RAMSTEIN AIR BASE, Germany (AFNS) -- ", "Ramstein", None, "AFNS"),
    ("FORT HAMILTON, N.Y. – ", "Fort Hamilton", None, None),
    ("(MENAFN- Trend News Agency) BAKU, Azerbaijan, January 30. ", "Baku", "2024-01-30", None),
    ("(MENAFN- Kuwait News Agency (KUNA)) MUSCAT, Nov 21 (KUNA) - ", "Muscat", "2024-11-21", "KUNA"),
    ("Brussels 15.11.2024 ", "Brussels", "2024-11-15", None),
]


@pytest.mark.parametrize(("head", "place", "date", "outlet"), HEADS, ids=[row[0].strip() for row in HEADS])
def test_a_dateline_gives_place_date_and_agency(
    head: str, place: str, date: str | None, outlet: str | None
) -> None:
    read = source_of(f"{head}{BODY}", published="2024-12-20")
    assert read.place is not None
    assert (read.place.value, read.date.value if read.date else None) == (place, date)
    if outlet is not None:
        assert read.outlet is not None
        assert read.outlet.value.casefold() == outlet.casefold()


LINES = [
    ("New York, 19 September 2023", "New York", "2023-09-19"),
    ("Kigali, 19 August 2025", "Kigali", "2025-08-19"),
    ("Jeddah,  08/03/2025", "Jeddah", "2025-03-08"),
    ("Wellington, Wednesday 7 August 2024", "Wellington", "2024-08-07"),
    ("26.11.2024     Brussels", "Brussels", "2024-11-26"),
    ("May 8, 2024, 15:40. The Kremlin, Moscow", "Moscow", "2024-05-08"),
    ("New Delhi, August 23, 2022", "New Delhi", "2022-08-23"),
    ("Posted On: 12 MAR 2024 6:15PM by PIB Delhi", None, "2024-03-12"),
    ("February 9, 2022\nOttawa, Ontario", "Ottawa", "2022-02-09"),
    ("Palace of Nations\nGeneva, Switzerland\nMarch 2, 2015", "Geneva", "2015-03-02"),
    ("Published: 3 May 2024", None, "2024-05-03"),
    ("Published 04 February 2025", None, "2025-02-04"),
    ("Friday, 14 March 2025", None, "2025-03-14"),
    ("Friday April 18 2025", None, "2025-04-18"),
    ("12 Apr. 2024", None, "2024-04-12"),
    ("03. Mar 2023.", None, "2023-03-03"),
    ("17:05, 03 December 2024 | GMT +5", None, "2024-12-03"),
    ("16:42 | 28.01.2025   Category: Official", None, "2025-01-28"),
    ("POLITICS | 2025-06-09 14:32:07", None, "2025-06-09"),
    ("[14.10.2025, 17:26]", None, "2025-10-14"),
    ("11/07/24 16:31", None, "2024-07-11"),
    ("Tuesday 1446/08/12 - 2025/02/11", None, "2025-02-11"),
    ("Press release | Date: 12/06/2024 | Ministry of Defence", None, "2024-06-12"),
    ("June 18, 2025   |   2 min read   |   387 views", None, "2025-06-18"),
    ("04th July 2022 16:55:47 Hours", None, "2022-07-04"),
    ("13th November 2024", None, "2024-11-13"),
    ("Press release No. 194 11.09.2019", None, "2019-09-11"),
]


@pytest.mark.parametrize(("line", "place", "date"), LINES, ids=[row[0] for row in LINES])
def test_a_line_of_its_own_gives_date_and_place(line: str, place: str | None, date: str) -> None:
    read = source_of(f"Minister receives ambassador\n\n{line}\n\n{BODY}\n\n{BODY}")
    assert read.date is not None
    assert (read.place.value if read.place else None, read.date.value) == (place, date)


NOTHING = [
    BODY,
    "Ankara and Baku have agreed on a further round of talks, which will take place next month in Tbilisi.",
    "In Geneva, 5 May 2024 was the day on which the two ministers met for the first time since the war.",
    "Paris hosted the second meeting of the working group, at which the sides spoke about demining.",
    "President Ilir Dushku, 54, has been in office since May 2021 and is expected to visit Skopje.",
    "Washington Post reporters were told that the Secretary would not travel to the region this week.",
    "Georgia: the Minister of Defence met his counterparts in Brussels on the margins of the ministerial.",
    "Colonel General Hasan Aydin, on 5 May 2024, received the Commander of the Land Forces of Italy.",
    "Note: the programme of the visit may change, and journalists will be told of it in good time.",
    "Siddharth Menon, WION: Sir, could you tell us whether the Minister will travel to Colombo next week?",
    "Monday, 5 May – a working day like any other at the border post, said the commander of the guards.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_prose_is_no_dateline(text: str) -> None:
    read = source_of(text, published="2024-12-20")
    assert read.place is None
    assert read.date is None


def test_the_day_is_read_against_the_pages_own_date_where_there_is_no_header() -> None:
    read = source_of(f"Published: 8/22/2024\n\nLima, Aug. 22 (ANDINA).- {BODY}")
    assert read.date is not None
    assert read.date.value == "2024-08-22"


def test_the_date_of_an_update_yields_to_that_of_publication() -> None:
    read = source_of(f"Last updated: 9 June 2024\n\n3 June 2024\n\n{BODY}")
    assert read.date is not None
    assert read.date.value == "2024-06-03"


def test_a_date_of_another_article_is_not_this_ones() -> None:
    read = source_of(f"{BODY}\n\n{BODY}\n\nRelated news\n\n3 June 2024 Minister opens barracks\n")
    assert read.date is None


def test_prose_begins_after_the_dateline() -> None:
    text = f"BAKU, Azerbaijan, December 17. {BODY}"
    assert source_of(text, published="2024-12-20").body_start == len("BAKU, Azerbaijan, December 17. ")


def test_a_page_dated_at_the_end_of_the_calendar_is_read() -> None:
    (day,) = find_days("1 May")
    assert day.on(datetime.date.max) == datetime.date(9999, 5, 1)
    assert day.on(datetime.date.min) is None
