"""Who wrote an article, and who only stands on its page."""

from __future__ import annotations

import pytest

from tests.store.reading.sources import source_of

BODY = "Minister of Defence Anders Lindqvist received the Ambassador of Uruguay, Rosa Etcheverry, on Tuesday."
MORE = "The two sides spoke about the training of divers and about a joint exercise to be held next autumn."

HEADS = [
    ("By Rosa Villanueva", "Rosa Villanueva"),
    ("By JOHN MWANGI\n[email protected]", "John Mwangi"),
    ("By: Selin Yıldırım", "Selin Yıldırım"),
    ("by Kwabena Sarfo, GNA", "Kwabena Sarfo"),
    ("13th November 2024\nBy  Solomon Adeyemi", "Solomon Adeyemi"),
    ("By Ana de la Cruz and Juan Pérez", "Ana de la Cruz"),
    ("By Hans van der Berg in Brussels", "Hans van der Berg"),
    ("By\nMaria Schmidt\n|\nMay 3, 2024", "Maria Schmidt"),
    ("Fatima Rehman Published November 14, 2023 | 07:12 PM", "Fatima Rehman"),
    ("21 May 2025 | Text by: Tea Marušić", "Tea Marušić"),
    ("Written by Giorgi Lomidze", "Giorgi Lomidze"),
    ("Story by Staff Sgt. Ana Ruiz", "Ana Ruiz"),
    ("Author: Valentina Ciobanu", "Valentina Ciobanu"),
    ("Reporter: Seo Ji-min", "Seo Ji-min"),
    ("Mai Hương, Staff Writer", "Mai Hương"),
    ("By Inés Sandoval Ríos  |  March 13, 2025, 7:05 a.m.", "Inés Sandoval Ríos"),
    ("WEDNESDAY, NOVEMBER 06, 2024\nSiriporn Chaiwong", "Siriporn Chaiwong"),
]

FEET = [
    ("Author: Valentina Ciobanu", "Valentina Ciobanu"),
    ("Aidana Serikkyzy\nAuthor", "Aidana Serikkyzy"),
    ("Translator: Genta Wijaya\nEditor: Rahmad Putra", "Genta Wijaya"),
    ("Translated by Mai Huong", "Mai Huong"),
    ("Reporting by Omar Haddad; editing by Jane Poole", "Omar Haddad"),
    ("Bakhrom Toʻraev, UzA", "Bakhrom Toʻraev"),
    ("Reem Haddad/ Rafah al-Jundi", "Reem Haddad"),
    ("/A. Krasniqi/", "A. Krasniqi"),
    ("The correspondent in Ashgabat, Nurlan Orazov, contributed to this report.", "Nurlan Orazov"),
]


@pytest.mark.parametrize(("head", "name"), HEADS, ids=[row[1] for row in HEADS])
def test_a_byline_above_the_prose(head: str, name: str) -> None:
    read = source_of(f"Minister sees envoy\n\n{head}\n\n{BODY}\n\n{MORE}").byline
    assert read is not None
    assert read.value == name


@pytest.mark.parametrize(("foot", "name"), FEET, ids=[row[1] for row in FEET])
def test_a_byline_below_the_prose(foot: str, name: str) -> None:
    read = source_of(f"Minister sees envoy\n\n{BODY}\n\n{MORE}\n\n{foot}\n").byline
    assert read is not None
    assert read.value == name


def test_the_author_comes_before_the_editor() -> None:
    text = f"Edited by Lydia Asare\n\n{BODY}\n\n{MORE}\n\nAuthor: Kwabena Sarfo\n"
    byline = source_of(text).byline
    assert byline is not None
    assert (byline.value, byline.rule) == ("Kwabena Sarfo", "byline.author")


NOBODY = [
    "By Staff Reporter",
    "By Web Desk",
    "By News Desk",
    "BY GEO NEWS",
    "By: Kenya Defence Forces",
    "By Defence Headquarters Public Relations",
    "By IFP Editorial Staff",
    "Text\tPhotogallery",
    "Posted On: 12 MAR 2024 6:15PM by PIB Delhi",
    "Photo: Ministry of Foreign Affairs",
    "Photo by: MORH/ T. Horvat",
    "By Air, Sea and Land: how the two armies train together",
    "By 2030, the two armies will have a common school",
    "Minister Anders Lindqvist and Ambassador Rosa Etcheverry",
    "Published: 3 May 2024",
    "Contact: Jonas Berg, 021 555 014",
    "May 3, 2024\nDefence Cooperation",
    "May 3, 2024\nLatest News",
    "May 3, 2024\nBuenos Aires",
    "Related Articles",
    "Share Facebook Twitter",
    "Follow us on Facebook, Telegram and X",
]


@pytest.mark.parametrize("line", NOBODY)
def test_a_line_that_names_no_author(line: str) -> None:
    assert source_of(f"Minister sees envoy\n\n{line}\n\n{BODY}\n\n{MORE}\n\n{line}\n").byline is None
