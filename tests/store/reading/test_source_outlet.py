"""Who published an article, from every kind of sign that a page has."""

from __future__ import annotations

import pytest

from tests.store.reading.sources import examples, source_of

BODY = "Minister of Defence Anders Lindqvist received the Ambassador of Uruguay, Rosa Etcheverry, on Tuesday."
MORE = "The two sides spoke about the training of divers and about a joint exercise to be held next autumn."


@pytest.mark.parametrize(("text", "outlet"), examples("prose"))
def test_the_prose_names_the_outlet(text: str, outlet: str) -> None:
    read = source_of(text).outlet
    assert (read.value if read else "") == outlet


SIGNATURES = [
    (f"{BODY}\n\n{MORE}\n\nVNA", "VNA"),
    (f"{BODY}\n\n{MORE}/.\n\nVNA\n\nFollow VietnamPlus\n", "VNA"),
    (f"{BODY}\n\n{MORE} (QNA)", "QNA"),
    (f"{BODY}\n\n{MORE} (PNA)\n\nComments\n", "PNA"),
    (f"{BODY}\n\n{MORE} – KUNA", "KUNA"),
    (f"{BODY}\n\n{MORE} — VNS", "VNS"),
    (f"{BODY}\n\n{MORE}-VNA", "VNA"),
    (f"{BODY}\n\n{MORE}...PACNEWS", "PACNEWS"),
    (f"{BODY}\n\n{MORE}\n--SPA\n15:42 LOCAL TIME 12:42 GMT", "SPA"),
    (f"{BODY}\n\n{MORE}\n\nAPP/raz/maz", "APP"),
    (f"{BODY}\n\n{MORE}\n\nEFE   lar/dmt", "EFE"),
    (f"{BODY}\n\n{MORE}\n\nNews.Az\n", "News.Az"),
    (f"{BODY}\n\n{MORE}\n\n(MAP 20 May 2024)", "MAP"),
    (f"{BODY}\n\n{MORE}\n\nMAP: 28 January 2025", "MAP"),
    (f"{BODY}\n\n{MORE}\n\nSource: Anadolu Agency", "Anadolu Agency"),
    (f"{BODY}\n\n{MORE}AGERPRES(RO - author: Ana Popa, editor: Ion Luca)", "Agerpres"),
    (f"AMI    |    Français\n\nMinister at the session\n\n{BODY}\n\n{MORE}\n\nAMI\n", "AMI"),
]


@pytest.mark.parametrize(("text", "outlet"), SIGNATURES, ids=[row[1] for row in SIGNATURES])
def test_a_signature_names_the_outlet(text: str, outlet: str) -> None:
    read = source_of(text).outlet
    assert read is not None
    assert read.value.casefold() == outlet.casefold()


MASTHEADS = [
    (f"FIJI HERALD\nFriday, 14 March 2025\n\nNATION  |  WORLD\n\nPM\n\n{BODY}", "Fiji Herald"),
    (f"BERNAMA.COM   |   WORLD > NEWS\n\nMINISTER SEES ENVOY\n\n{BODY}", "Bernama"),
    (f"MINA-news | MINA-business | Archive\n\nMINISTER SEES ENVOY\n\n{BODY}", "MINA"),
    (f"Minister sees envoy\n\n{BODY}\n\n{MORE}\n\n© Nation Press 2025      SUBSCRIBE\n", "Nation Press"),
    (f"Envoy\n\n{BODY}\n\nCopyright © 2024. Associated Press of Pakistan\n", "Associated Press of Pakistan"),
    (f"Ministry of Defence\n\nEnvoy\n\nPosted On: 12 MAR 2024 6:15PM by PIB Delhi\n\n{BODY}", "PIB"),
]


@pytest.mark.parametrize(("text", "outlet"), MASTHEADS, ids=[row[0][:25] for row in MASTHEADS])
def test_the_page_names_the_outlet(text: str, outlet: str | None) -> None:
    read = source_of(text).outlet
    assert (read.value if read else None) == outlet


@pytest.mark.parametrize(("head", "outlet"), examples("issuers"))
def test_a_body_that_issues_its_own_release_is_the_outlet(head: str, outlet: str) -> None:
    read = source_of(f"{head}\n\nMinister sees envoy\n\n{BODY}\n\n{MORE}").outlet
    assert read is not None
    assert read.value == outlet


def test_a_body_named_at_the_foot_as_the_issuer() -> None:
    foot = "ISSUED BY: DEPARTMENT OF HOME AFFAIRS\nOR Tambo Building\nPretoria"
    read = source_of(f"MEDIA STATEMENT\n\n{BODY}\n\n{MORE}\n\n{foot}").outlet
    assert read is not None
    assert (read.value, read.rule) == ("Department of Home Affairs", "outlet.issued")


NOTHING = [
    f"Minister sees envoy\n\n{BODY}\n\n{MORE}",
    f"Home  |  News  |  Politics  |  Nation  |  Today\n\nMinister sees envoy\n\n{BODY}",
    f"HOME | NEWS | DEFENCE | SPORTS\n\nFIRST CALL\n\n{BODY}\n\nCopyright: All rights reserved.",
    f"Minister sees envoy\n\n{BODY}\n\n© 2024  |  About us  |  Terms of use",
    f"Minister sees envoy\n\n{BODY}\n\n© 2025. All rights reserved. A reference to the website is required.",
    f"Minister of Defence of Estonia to Visit Sweden\n\n{BODY}",
    f"Ministry of Defence denies reports of a new base\n\n{BODY}",
    f"Press Service\n\nPress Release\n\n{BODY}",
    f"{BODY}\n\nThe report says that the trend goes on, and that nobody in the union is surprised.",
    f"{BODY}\n\nThe Minister denied reports that the two countries would build tanks together.",
    f"{BODY}\n\nThe Defence Ministry reports to Parliament twice a year, as the law demands.",
    f"Home  /  Press  /  News    HR   EN\n\nMinisters meet in Zadar | Photo by: MORH/ T. Horvat\n\n{BODY}",
    f"{BODY}\n\nA copy went to the Ministry of Defence\n\nMedia contact: Press office, 021 555 014",
]


@pytest.mark.parametrize("text", NOTHING)
def test_a_page_that_names_no_outlet_has_none(text: str) -> None:
    assert source_of(text).outlet is None


def test_an_agency_may_stand_where_the_author_would() -> None:
    read = source_of(f"Army chief meets envoy\n\nBy Petra - Aug 04, 2015\n\nAMMAN - {BODY}").outlet
    assert read is not None
    assert read.value == "Petra"


def test_an_outlet_may_stand_before_the_date_of_the_page() -> None:
    read = source_of(f"GEO  |  ENG\n\nEnvoy in Tbilisi\n\nAgenda.ge, 14 May 2025 - 17:46\n\n{BODY}").outlet
    assert read is not None
    assert read.value.casefold() == "agenda.ge"


def test_an_outlet_may_follow_the_author() -> None:
    read = source_of(f"By CARLA DIZON, GMA News Online\n\n{BODY}\n\n{MORE}").outlet
    assert read is not None
    assert read.value == "GMA News Online"


def test_an_outlet_may_begin_with_a_figure() -> None:
    read = source_of(f"{BODY[:-1]}, 1TV reports with reference to the ministry.\n\n{MORE}").outlet
    assert read is not None
    assert read.value == "1TV"


def test_the_owner_of_a_photograph_is_not_the_outlet() -> None:
    assert source_of(f"{BODY}\n\n© Reuters\n\n{MORE}\n\n{MORE}").outlet is None


def test_the_holder_of_a_copyright_may_begin_with_a_small_article() -> None:
    outlet = source_of(f"{BODY}\n\n{MORE}\n\n© 2025 het Volksnieuws. Alle rechten.").outlet
    assert outlet is not None
    assert outlet.value == "het Volksnieuws"
