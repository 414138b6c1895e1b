"""Two parties over time, from made-up encounters and from the samples."""

from __future__ import annotations

import json

import pytest

from gui.main import main
from store.across.encounter import Encounter
from store.across.page import Grid, Paragraph, Table, text_of
from store.across.pair import Pair, pair
from store.across.posts import Level
from store.errors import StoreError
from store.library import Library
from store.model import MeetingKind, Role
from tests.store.across.made_up import met, person

HOST = person("Ali Host", "AZ", "Minister of Defense")
GUEST = person("Veli Guest", "TR", "Minister of Defense", role=Role.GUEST)
CHIEF = person("Deniz Chief", "TR", "Chief of the General Staff", role=Role.GUEST)


def of(*encounters: Encounter, newest: str | None = None) -> Pair:
    return pair("AZ", "TR", encounters, newest)


def test_levels_are_of_both_sides_the_highest_first() -> None:
    found = of(met(1, "2021-01-01", HOST, CHIEF), met(2, "2022-01-01", HOST, GUEST), met(3, "2023-01-01"))
    assert [(one.first, one.second, one.level, one.articles) for one in found.levels] == [
        (Level.MINISTER, Level.MINISTER, Level.MINISTER, (2,)),
        (Level.MINISTER, Level.CHIEF, Level.MINISTER, (1,)),
        (None, None, None, (3,)),
    ]


def test_hosts_places_and_visits() -> None:
    away = [person("Veli Guest", "TR", role=Role.HOST), person("Ali Host", "AZ", role=Role.GUEST)]
    found = of(
        met(1, "2021-01-01", HOST, GUEST),
        met(1, "2021-01-02", HOST, CHIEF, number=2, place="Ganja"),
        met(2, "2022-01-01", HOST, GUEST),
        met(3, "2023-01-01", *away, place="Ankara"),
        met(4, "2023-05-01", place="Geneva"),
        met(5, "2023-06-01", kind=MeetingKind.CALL, place=None),
        met(6, "2023-07-01", place=None),
    )
    assert [(one.party, one.meetings, one.visits, one.places) for one in found.hosting] == [
        ("AZ", 3, 2, (("Baku", 2), ("Ganja", 1))),
        ("TR", 1, 1, (("Ankara", 1),)),
        ("CH", 1, 1, (("Geneva", 1),)),
        (None, 1, 1, ()),
    ]
    assert (found.calls, found.visits, len(found.meetings)) == (1, 5, 7)


def test_the_longest_time_without_a_meeting_against_the_usual() -> None:
    days = ("2020-01-01", "2020-03-01", "2020-05-01", "2021-05-01", "2021-07-01")
    found = of(*(met(n, day, HOST, GUEST) for n, day in enumerate(days, 1)), newest="2022-07-01")
    assert found.usual == 60 or found.usual == 61
    longest, *_, now = found.pauses
    assert (longest.since, longest.until, longest.days, longest.long) == (
        "2020-05-01",
        "2021-05-01",
        365,
        True,
    )
    assert longest.articles == (3, 4)
    assert (now.since, now.until, now.days, now.long) == ("2021-07-01", None, 365, True)
    assert of(met(1, "2020-01-01", HOST, GUEST)).pauses == ()
    two = of(met(1, "2020-01-01", HOST, GUEST), met(2, "2024-01-01", HOST, GUEST))
    assert (two.usual, [one.long for one in two.pauses]) == (None, [False])


def test_topics_come_stay_and_go() -> None:
    def year(number: int, *topics: str) -> Encounter:
        return met(number, f"{2017 + number}-01-01", HOST, GUEST, topics=topics)

    found = of(year(1, "a", "old"), year(2, "a", "back"), year(3, "a"), year(4, "a", "back", "young"))
    assert found.periods == ("2018", "2019", "2020", "2021")
    assert {one.topic: (one.state, one.counts) for one in found.topics} == {
        "a": ("stays", (1, 1, 1, 1)),
        "old": ("gone", (1, 0, 0, 0)),
        "back": ("comes and goes", (0, 1, 0, 1)),
        "young": ("new", (0, 0, 0, 1)),
    }


def test_of_many_years_topics_are_told_by_third() -> None:
    found = of(*(met(n, f"{2000 + n}-01-01", HOST, GUEST, topics=("a",)) for n in range(12)))
    assert found.periods == ("2000-2003", "2004-2007", "2008-2011")
    assert found.topics[0].counts == (4, 4, 4)


def test_people_and_who_met_whom() -> None:
    found = of(
        met(1, "2021-01-01", HOST, GUEST),
        met(2, "2022-01-01", HOST, GUEST),
        met(3, "2023-01-01", HOST, CHIEF),
    )
    assert [(one.name, one.country, one.meetings, one.articles) for one in found.people] == [
        ("Ali Host", "AZ", 3, (3, 2, 1)),
        ("Veli Guest", "TR", 2, (2, 1)),
        ("Deniz Chief", "TR", 1, (3,)),
    ]
    assert [(one.first_name, one.second_name, one.meetings) for one in found.couples] == [
        ("Ali Host", "Veli Guest", 2),
        ("Ali Host", "Deniz Chief", 1),
    ]


def test_what_is_planned_is_told_apart() -> None:
    found = of(met(1, "2021-01-01", HOST, GUEST), met(2, "2031-01-01", HOST, GUEST, planned=True))
    assert [one.day for one in found.meetings] == ["2021-01-01"]
    assert [one.day for one in found.planned] == ["2031-01-01"]
    assert sum(one.meetings for one in found.levels) == 1


# -- the samples


def test_the_samples(samples: Library) -> None:
    found = samples.across.pair("AZ", "TR")
    assert (len(found.meetings), found.visits, found.articles) == (6, 3, (3, 2, 1))
    (hosting,) = found.hosting
    assert (hosting.party, hosting.places) == ("AZ", (("Baku", 6),))
    (shared,) = found.occasions
    assert shared.ordinals == (15, 17)
    states = {one.topic: one.state for one in found.topics}
    assert states["military-technical"] == "stays"
    assert states["joint-exercises"] == "gone"
    assert {(one.name, one.meetings) for one in found.people} >= {("Zakir Hasanov", 3), ("Karim Valiyev", 2)}


def test_the_page_of_the_samples(samples: Library) -> None:
    page = samples.across.pair_page("AZ", "TR")
    assert page.title == "Azerbaijan and Türkiye"
    assert page.subtitle == "6 meetings, 3 visits, 3 articles, 6 Dec 2023 to 17 Dec 2025"
    tables = {block.heading: block for block in page.blocks if not isinstance(block, Paragraph)}
    last = tables["Last meetings"]
    assert isinstance(last, Table)
    assert [text_of(one) for one in last.rows[0]][:5] == [
        "17 Dec 2025",
        "Baku",
        "minister",
        "Zakir Hasanov",
        "Levent Ergün",
    ]
    link = last.rows[0][0][0].link
    assert link is not None
    number, span = link.article
    opened = samples.article(number)
    assert opened is not None
    assert span is not None
    assert "received" in opened.article.text[span.start : span.end]
    hosts = tables["Who hosted"]
    assert isinstance(hosts, Table)
    assert [text_of(row[0]) for row in hosts.rows] == ["Azerbaijan", "Türkiye"]
    assert hosts.rows[1][3][0].tone == "gap"
    topics = tables["Topics"]
    assert isinstance(topics, Grid)
    assert [text_of(one) for one in topics.columns] == ["2023", "2024", "2025"]
    assert any(text_of(name) == "multilateral (new)" for name, _ in topics.rows)


def test_two_that_never_met(samples: Library) -> None:
    page = samples.across.pair_page("AZ", "GE")
    assert page.subtitle == "no meeting of the two is told"
    (block,) = page.blocks
    assert isinstance(block, Paragraph)
    assert block.runs[1].link is not None


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("AZ", "AZ"),
        ("tr", "TR"),
        ("Turkey", "TR"),
        ("türkiye", "TR"),
        ("Turks", "TR"),
        ("Turkish", "TR"),
        ("nato", "NATO"),
    ],
)
def test_parties_by_any_name(samples: Library, said: str, code: str) -> None:
    assert samples.across.party(said) == code


@pytest.mark.parametrize(
    ("said", "why"), [("Atlantis", "is called Atlantis"), ("Congolese", "may be"), ("", "nothing")]
)
def test_what_is_no_party(samples: Library, said: str, why: str) -> None:
    with pytest.raises(StoreError, match=why):
        samples.across.party(said)


def test_the_command(samples: Library, capsys: pytest.CaptureFixture[str]) -> None:
    told = ["--library", str(samples.path)]
    assert main(["pair", "Azerbaijani", "TR", *told]) == 0
    out = capsys.readouterr().out
    assert out.startswith("== Azerbaijan and Türkiye\n")
    assert "Who met whom" in out
    assert main(["pair", "TR", "AZ", "--json", *told]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["first"] == "TR"
    assert data["hosting"][0]["party"] == "AZ"
    assert main(["pair", "AZ", "GE", *told]) == 1
    assert "no meeting of them is told" in capsys.readouterr().err
    assert main(["pair", "AZ", "azerbaijan", *told]) == 1
    assert "which differ" in capsys.readouterr().err
