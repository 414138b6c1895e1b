"""Who met whom: counted, asked for, told in words."""

from __future__ import annotations

import json

import pytest

from gui.main import main
from store.across import asked_network
from store.across.asking import Asked, asked_for
from store.across.contact import contacts
from store.across.network import network
from store.across.page import Link, Page, Table, text_of
from store.library import Library
from store.model import Filter, Role
from tests.store.across.made_up import met, person

HOST = person("Ali Host", "AZ", "Minister of Defense")
GUEST = person("Veli Guest", "TR", "Minister of Defense", role=Role.GUEST)
BESIDE = person("Can Beside", "TR", "Ambassador", role=Role.ATTENDEE)
HONOURED = person("Old Hero", "TR", role=Role.HONOURED)
TOLD = contacts(
    [
        met(1, "2021-01-01", HOST, GUEST, BESIDE),
        met(1, "2021-01-01", HONOURED, number=0),
        met(2, "2021-01-01", HOST, GUEST),
        met(3, "2022-03", HOST, GUEST),
        met(4, "2023-01-01", HOST, person("Gia Other", "GE", role=Role.GUEST), planned=True),
        met(5, None, HOST, GUEST),
    ]
)


def test_a_meeting_counts_once_and_who_is_honoured_met_nobody() -> None:
    found = network(TOLD)
    assert [(one.name, one.meetings) for one in found.nodes] == [("Ali Host", 3), ("Veli Guest", 3)]
    (edge,) = found.edges
    assert (edge.first, edge.second, edge.meetings) == ("ali host", "veli guest", 3)
    assert (edge.since, edge.until, edge.articles) == ("2021-01-01", "2022-03", (5, 1, 2, 3))
    assert found.nodes[0].articles == (5, 1, 2, 3)


def test_people_of_one_side_do_not_meet_each_other() -> None:
    found = network(TOLD, attending=True)
    assert {(one.first, one.second) for one in found.edges} == {
        ("ali host", "veli guest"),
        ("ali host", "can beside"),
    }
    found = network(TOLD, beside=True)
    assert [(one.first, one.second) for one in found.edges if one.beside] == [("can beside", "veli guest")]


def test_parties_and_what_is_planned() -> None:
    assert {(one.first, one.second): one.meetings for one in network(TOLD, "parties").edges} == {
        ("AZ", "TR"): 3
    }
    found = network(TOLD, "parties", planned=True)
    assert {(one.first, one.second) for one in found.edges} == {("AZ", "TR"), ("AZ", "GE")}


def test_the_most_frequent_and_how_many_others() -> None:
    found = network(TOLD, "parties", 2, planned=True)
    assert [one.key for one in found.nodes] == ["AZ", "TR"]
    assert (found.more, len(found.edges)) == (1, 1)


def test_nobody_is_kept_without_any_of_those_whom_they_met() -> None:
    often = [met(n, f"2021-01-{n:02}", person("Busy Minister", "AZ")) for n in range(1, 9)]
    twice = [
        met(20 + n, f"2022-01-{n:02}", HOST, person(f"Guest {n}", "TR", role=Role.GUEST)) for n in (1, 2, 3)
    ]
    other = [met(30, "2022-02-01", person("Lone Pair", "GE"), person("Other Pair", "PK", role=Role.GUEST))]
    told = contacts([*often, *twice, *other])
    whole = network(told)
    assert {one.name for one in whole.nodes} == {
        "Ali Host",
        "Guest 1",
        "Guest 2",
        "Guest 3",
        "Lone Pair",
        "Other Pair",
    }
    some = network(told, most=3)
    assert [one.name for one in some.nodes] == ["Ali Host", "Guest 1", "Guest 2"]
    assert some.more == 3
    assert {one.name for one in network(told, most=5).nodes} >= {"Ali Host", "Guest 3"}
    assert network(told, "parties", most=1).nodes[0].key == "AZ"


@pytest.mark.parametrize(
    "asked",
    [
        Asked(),
        Asked("parties", parties=("AZ", "TR"), steps=2, most=7),
        Asked(person="zakir hasanov|AZ", since="2023", until="2024-12", beside=True),
        Asked(shown=Filter(query='"a & b" = +ə', unread=True, part=("month", "2025-12"))),
    ],
)
def test_a_key_says_all_that_is_asked(asked: Asked) -> None:
    assert asked_for(asked.key) == asked


@pytest.mark.parametrize(
    "key", ["most=0&steps=x", "list.what=1", "beside=1", "other=1", "between=all", "%zz"]
)
def test_of_a_key_nobody_understands_the_rest_is_taken(key: str) -> None:
    assert asked_for(key) == Asked()


@pytest.mark.parametrize("exact", [asked_network.EXACT, 0])
def test_of_the_samples(samples: Library, monkeypatch: pytest.MonkeyPatch, exact: int) -> None:
    monkeypatch.setattr(asked_network, "EXACT", exact)
    across = samples.across
    people = across.network(Asked())
    assert people.counted == ("meetings" if exact else "days")
    assert {
        ("irfan ozsert", "zakir hasanov"),
        ("karim valiyev", "ziya cemal kadioglu"),
        ("levent ergun", "zakir hasanov"),
    } < {(one.first, one.second) for one in people.edges}
    assert {one.meetings for one in people.edges} == {1}
    parties = across.network(Asked("parties"))
    (edge,) = parties.edges
    assert (edge.first, edge.second, edge.meetings) == ("AZ", "TR", 6 if exact else 3)
    assert (edge.since, edge.until) == ("2023-12-06", "2025-12-17")
    assert across.network(Asked("parties", most=1)).more == 1


@pytest.mark.parametrize("exact", [asked_network.EXACT, 0])
@pytest.mark.parametrize(
    ("asked", "names"),
    [
        (Asked(person="levent ergun"), {"Levent Ergün", "Zakir Hasanov"}),
        (
            Asked(person="levent ergun", steps=2),
            {"Levent Ergün", "Zakir Hasanov", "Irfan Ozsert", "Ziya Cemal Kadıoğlu"},
        ),
        (Asked("parties", person="levent ergun"), {"Azerbaijan", "Türkiye"}),
        (Asked("parties", parties=("AZ",)), {"Azerbaijan", "Türkiye"}),
        (Asked("parties", parties=("AZ", "TR"), steps=2), {"Azerbaijan", "Türkiye"}),
        (Asked("parties", parties=("GE",)), set()),
        (Asked(parties=("AZ", "TR"), since="2025"), {"Levent Ergün", "Zakir Hasanov"}),
        (Asked(until="2023-12"), {"Irfan Ozsert", "Karim Valiyev", "Zakir Hasanov"}),
        (Asked(person="heydar aliyev"), set()),
        (Asked("parties", series="no such series"), set()),
        (Asked(shown=Filter(year="2025")), {"Levent Ergün", "Zakir Hasanov"}),
        (Asked(shown=Filter(query="nothing at all")), set()),
    ],
)
def test_what_is_asked_for(
    samples: Library, monkeypatch: pytest.MonkeyPatch, exact: int, asked: Asked, names: set[str]
) -> None:
    monkeypatch.setattr(asked_network, "EXACT", exact)
    articles = samples.ids(asked.shown) if asked.shown != Filter() else None
    found = samples.across.network(asked, articles)
    assert {one.name for one in found.nodes} == names
    if asked.has_steps:
        wanted = {asked.person} if asked.person else set(asked.parties)
        assert set(found.centre) == wanted & {one.key for one in found.nodes}


def _page(library: Library, asked: Asked) -> Page:
    articles = library.ids(asked.shown) if asked.shown != Filter() else None
    return library.across.network_page(asked, library.across.network(asked, articles))


def test_the_sessions_of_a_series(samples: Library) -> None:
    (series,) = samples.across.find_series("dialogue")
    found = samples.across.network(Asked(series=series.key))
    assert {one for edge in found.edges for one in edge.articles} == {1, 3}
    found = samples.across.network(Asked(series=series.key, since="2025", until="2025"))
    assert {one for edge in found.edges for one in edge.articles} == {3}
    assert _page(samples, Asked(series=series.key)).title.startswith("Who met whom: ")


def test_in_words(samples: Library) -> None:
    page = _page(samples, Asked(person="zakir hasanov"))
    assert page.title == "Whom Zakir Hasanov met"
    table = page.blocks[0]
    assert isinstance(table, Table)
    assert [text_of(one) for one in table.rows[0]] == [
        "Zakir Hasanov (AZ)",
        "Irfan Ozsert (TR)",
        "1",
        "6 Dec 2023",
        "6 Dec 2023",
        "[1]",
    ]
    assert table.rows[0][2][0].link == Link("couple", "irfan ozsert+zakir hasanov")
    page = _page(samples, Asked(most=2, shown=Filter(query="dialogue", country="TR", starred=True)))
    assert "No article tells of a meeting here." in str(page.blocks)
    assert page.subtitle.endswith("found by “dialogue”, Türkiye, starred")
    page = _page(samples, Asked(most=2))
    assert "And 5 others, who met less often" in str(page.blocks[0])
    assert _page(samples, Asked("parties", parties=("AZ", "TR"))).title == "Whom Azerbaijan and Türkiye met"


def test_two_people(samples: Library) -> None:
    page = samples.across.couple_page("zakir hasanov", "levent ergun")
    assert page is not None
    assert (page.title, page.subtitle) == ("Zakir Hasanov and Levent Ergün", "1 meeting, 17 Dec 2025")
    (row,) = page.blocks[1].rows  # type: ignore[union-attr]
    assert row[0][0].link.article[0] == 3
    assert text_of(row[2]).startswith("host, ")
    assert text_of(row[3]).startswith("guest, ")
    assert samples.across.couple_page("zakir hasanov", "heydar aliyev") is None
    assert samples.across.couple_page("nobody", "zakir hasanov") is None


def _run(library: Library, *arguments: str) -> int:
    return main(["network", "--library", str(library.path), *arguments])


def test_the_command(samples: Library, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(samples) == 0
    printed = capsys.readouterr().out
    assert "Ziya Cemal Kadıoğlu (TR)  Karim Valiyev (AZ)" in printed
    assert _run(samples, "--countries", "--json", "date:2023") == 0
    found = json.loads(capsys.readouterr().out)
    assert [(one["first"], one["second"], one["meetings"]) for one in found["edges"]] == [("AZ", "TR", 2)]
    assert _run(samples, "--most", "2", "--sides") == 0
    assert "And " in capsys.readouterr().out
    assert _run(samples, "zzz") == 1
    assert "no meeting is told" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        _run(samples, "--most", "0")


def test_the_pages_of_a_person_and_of_a_pair_lead_to_the_meetings_of_two(samples: Library) -> None:
    of_person = samples.across.person_page("zakir hasanov")
    assert Link("couple", "zakir hasanov+levent ergun") in _links(of_person)
    of_pair = _links(samples.across.pair_page("AZ", "TR"))
    couples = [one for one in of_pair if one.kind == "couple"]
    assert len(couples) == 7
    assert all(samples.across.couple_page(*one.both) is not None for one in couples)


def _links(page: Page | None) -> list[Link]:
    tables = [block for block in page.blocks if isinstance(block, Table)] if page is not None else []
    return [run.link for table in tables for row in table.rows for cell in row for run in cell if run.link]
