"""A person over all articles: posts and ranks over time, who else had them, meetings, counterparts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store import upkeep
from store.across.encounter import HeldPost
from store.across.page import Page, Paragraph, Table, text_of
from store.across.person import Person, Said, _elsewhere
from store.across.posts import post_key
from store.across.told import as_json, data
from store.library import Library
from store.model import MarkStyle, RulingKind, Span
from tests.store.conftest import really_read


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    yield from really_read(path)


def told(library: Library, key: str) -> Person:
    found = library.across.person_of(key)
    assert found is not None
    return found


def article(day: str, *sentences: str) -> bytes:
    return f" date {day} {' '.join(sentences)} The sides discussed military cooperation at length.".encode()


def take(library: Library, *articles: tuple[str, str]) -> None:
    """Take in articles of a day and the sentences that tell of a meeting."""
    texts = [(f"made-{place}", article(day, said)) for place, (day, said) in enumerate(articles)]
    assert len(library.import_texts(texts).taken) == len(texts)


def received(host: str, guest: str, more: str = "") -> str:
    return f"The {host} received the {guest} in Tbilisi, Trend reports.{more}"


# -- the samples


def test_zakir_hasanov(library: Library) -> None:
    found = told(library, "zakir hasanov")
    assert (found.name, found.countries, found.articles) == ("Zakir Hasanov", ("AZ",), 3)
    assert (found.first, found.last) == ("2023-12-06", "2025-12-17")
    (post,) = found.tenures
    assert {str(one) for one in post.wordings} == {"Minister of Defense", "Defense Minister"}
    assert (post.first.article, post.last.article, post.articles) == (1, 3, 3)
    assert (post.holders, found.turns) == ((), ())
    assert [one.rank for one in found.ranks] == ["Colonel General"]
    assert [meeting.day for meeting in found.meetings] == ["2025-12-17", "2024-12-12", "2023-12-06"]
    assert [(one.person.name, one.opposite, one.times) for one in found.counterparts] == [
        ("Levent Ergün", True, 1),
        ("Ziya Cemal Kadıoğlu", True, 1),
        ("Irfan Ozsert", True, 1),
    ]
    assert [(one.name, one.times) for one in found.places] == [("Baku", 3)]


def test_a_post_passes_from_one_to_another(library: Library) -> None:
    (post,) = told(library, "levent ergun").tenures
    assert [one.name for one in post.before] == ["Irfan Ozsert"]
    assert post.after == post.beside == ()
    (post,) = told(library, "irfan ozsert").tenures
    assert [one.name for one in post.after] == ["Levent Ergün"]


def test_two_names_of_one_person_are_one(library: Library) -> None:
    library.people.rule("Irfan Ozsert", "Levent Ergun", same=True)
    found = told(library, "levent ergun")
    assert found.articles == 2
    (post,) = found.tenures
    assert (post.articles, post.holders) == (2, ())
    assert len(found.spellings) == 2


def test_colleagues_are_not_counterparts(library: Library) -> None:
    found = told(library, "karim valiyev")
    assert [one.person.name for one in found.counterparts if not one.opposite] == ["Bakhtiyar Ersay"]


def test_who_is_honoured_met_nobody(library: Library) -> None:
    found = told(library, "heydar aliyev")
    assert (found.meetings, found.counterparts, found.places) == ((), (), ())
    page = library.across.person_page("heydar aliyev")
    assert page is not None
    assert any(isinstance(one, Paragraph) and "No article" in text_of(one.runs) for one in page.blocks)


def test_nobody(library: Library) -> None:
    assert library.across.person_of("no body") is None
    assert library.across.person_page("no body") is None


def test_notes_on_articles_that_name_the_person(library: Library) -> None:
    made, _ = library.add_annotation(3, Span(4, 12), "yellow", MarkStyle.FILL, "Look here")
    assert [row.annotation.id for row in told(library, "levent ergun").notes] == [made.id]
    assert told(library, "irfan ozsert").notes == ()


def test_a_corrected_post_is_told(library: Library) -> None:
    opened = library.article(3)
    assert opened is not None
    (official,) = (one for one in opened.reading.officials if one.name == "Levent Ergün")
    posts = [{"title": "Commander", "organisation": "Land Forces", "country": "TR"}]
    library.rule(3, RulingKind.CHANGED, "official", official.mentions[0], "posts", posts)
    (post,) = told(library, "levent ergun").tenures
    assert str(post.post) == "Commander, Land Forces"
    assert post.holders == ()


# -- changes


def test_another_post_and_rank_are_pointed_out(library: Library) -> None:
    guest = "Minister of Defense of Türkiye Mehmet Tunç"
    take(
        library,
        ("2020-01-01", received("Chief of the General Staff of Georgia Major General Giorgi Beridze", guest)),
        ("2021-01-01", received("Minister of Defense of Georgia Lieutenant General Giorgi Beridze", guest)),
    )
    found = told(library, "giorgi beridze")
    assert [(turn.kind, turn.before, turn.after) for turn in found.turns] == [
        ("post", "Chief of the General Staff", "Minister of Defense"),
        ("rank", "Major General", "Lieutenant General"),
    ]
    met = told(library, "mehmet tunc")
    assert met.turns == ()
    assert [(one.person.name, one.times) for one in met.counterparts] == [("Giorgi Beridze", 2)]


def test_two_holders_of_one_post_at_one_time_are_pointed_out(library: Library) -> None:
    def by(name: str) -> str:
        return received(f"Minister of Defense of Georgia {name}", "Minister of Energy of Kenya Peter Otieno")

    take(
        library,
        ("2020-01-01", by("Giorgi Beridze")),
        ("2020-06-01", by("Davit Lomidze")),
        ("2021-01-01", by("Giorgi Beridze") + " They met again."),
    )
    (post,) = told(library, "giorgi beridze").tenures
    assert [one.name for one in post.beside] == ["Davit Lomidze"]
    page = library.across.person_page("giorgi beridze")
    assert page is not None
    pointed = page.blocks[0]
    assert isinstance(pointed, Table)
    assert text_of(pointed.rows[0][0]) == "Minister of Defense: two holders at one time"
    assert pointed.rows[0][0][0].tone == "warning"


def test_a_post_told_in_fewer_words_is_the_same(library: Library) -> None:
    guest = "Minister of Energy of Kenya Peter Otieno"
    take(
        library,
        (
            "2020-01-01",
            received("Chief of the General Staff of the Georgian Armed Forces Giorgi Beridze", guest),
        ),
        ("2021-01-01", received("Chief of the General Staff of Georgia Giorgi Beridze", guest)),
    )
    found = told(library, "giorgi beridze")
    assert len(found.tenures) == 1
    assert found.tenures[0].articles == 2
    assert found.turns == ()


def test_two_reports_of_one_meeting_are_one(library: Library) -> None:
    said = received(
        "Minister of Defense of Georgia Giorgi Beridze", "Minister of Energy of Kenya Peter Otieno"
    )
    take(library, ("2020-01-01", said), ("2020-01-01", f"{said} They also spoke of energy and transport."))
    found = told(library, "giorgi beridze")
    (meeting,) = found.meetings
    assert len(meeting.reports) == 2
    assert [one.times for one in found.counterparts] == [1]


# -- the page


def table(page: Page | None, heading: str) -> Table:
    assert page is not None
    return next(one for one in page.blocks if isinstance(one, Table) and one.heading.startswith(heading))


def test_the_page(library: Library) -> None:
    page = library.across.person_page("levent ergun")
    assert page is not None
    assert page.subtitle == (
        "Army General, Second Chief of the General Staff, Armed Forces; Türkiye; 1 article; 17 Dec 2025"
    )
    (row,) = table(page, "To look at").rows
    assert [text_of(one) for one in row] == [
        "Second Chief of the General Staff, Armed Forces: passed on",
        "Irfan Ozsert, 6 Dec 2023",
        "Levent Ergün, 17 Dec 2025",
    ]
    (meeting,) = table(page, "Meetings").rows
    assert [text_of(one) for one in meeting[:3]] == ["17 Dec 2025", "Baku", "Zakir Hasanov"]
    series = meeting[3][0].link
    assert series is not None
    assert library.across.series_page(series.key) is not None


def test_a_meeting_without_any_day_has_no_date_of_an_article(library: Library) -> None:
    text = (
        "The Minister of Defense of Ghana, General Kofi Mensah, received the Minister of Defense of Croatia,"
        " Ivan Horvat, in Accra. The sides discussed military education."
    )
    assert library.import_texts([("undated", text.encode())]).taken
    page = library.across.person_page("kofi mensah")
    (row,) = table(page, "Meetings").rows
    assert [text_of(one) for one in row[:3]] == ["no date", "Accra", "Ivan Horvat"]


def test_every_post_leads_to_the_words(library: Library) -> None:
    page = library.across.person_page("karim valiyev")
    for row in table(page, "Posts").rows:
        link = row[1][0].link
        assert link is not None
        number, span = link.article
        opened = library.article(number)
        assert opened is not None
        assert span is not None
        said = opened.article.text[span.start : span.end]
        assert text_of(row[0]).split(",")[0].split(" (")[0] in said


def test_it_is_json(library: Library) -> None:
    made = json.loads(json.dumps(data(told(library, "levent ergun"))))
    assert made["tenures"][0]["before"][0]["name"] == "Irfan Ozsert"
    json.dumps(as_json(library.across.person_page("levent ergun") or Page("")))


def test_the_command(run: Callable[..., tuple[int, str, str]]) -> None:
    status, out, _ = run("person", "Levent", "Ergün")
    assert status == 0
    assert "passed on" in out
    assert json.loads(run("person", "ergun", "--json")[1])["key"] == "levent ergun"
    status, out, _ = run("person", "aliyev")
    assert status == 0
    assert "Several people are called so" in out
    assert {json.loads(line)["name"] for line in run("person", "aliyev", "--json")[1].splitlines()} == {
        "Heydar Aliyev",
        "Zarifa Aliyeva",
    }
    assert run("person", "nobody") == (1, "", "nobody found: nobody\n")


def test_two_people_of_one_name_are_two(library: Library, path: Path) -> None:
    guest = "Minister of Energy of Kenya Peter Otieno"
    take(
        library,
        ("2020-01-01", received("Minister of Defense of Georgia John Smith", guest)),
        ("2021-01-01", received("Minister of Defense of Ghana John Smith", guest)),
    )
    first, second = "john smith", "john smith|GH"
    assert [meeting.day for meeting in told(library, first).meetings] == ["2020-01-01"]
    assert [meeting.day for meeting in told(library, second).meetings] == ["2021-01-01"]
    assert told(library, second).countries == ("GH",)
    met = told(library, "peter otieno").counterparts
    assert {one.person.person for one in met} == {first, second}
    assert {one.person.name for one in met} == {"John Smith", "John Smith (GH)"}
    assert upkeep.check(path) == ()


# -- what is worded or spelt otherwise


def test_a_rank_in_short_is_no_change(library: Library) -> None:
    take(
        library,
        ("2020-03-01", received("Minister of Defense of Georgia, General Levan Ali", "Ambassador of Poland")),
        ("2021-03-01", received("Minister of Defense of Georgia, Gen. Levan Ali", "Ambassador of Italy")),
    )
    found = told(library, "levan ali")
    assert [one.articles for one in found.ranks] == [2]
    assert found.turns == ()


def test_a_post_worded_otherwise_is_no_change(library: Library) -> None:
    take(
        library,
        ("2020-03-01", received("Foreign Minister of Georgia Levan Ali", "Ambassador of Poland")),
        ("2021-03-01", received("Minister of Foreign Affairs of Georgia Levan Ali", "Ambassador of Italy")),
    )
    found = told(library, "levan ali")
    assert [one.articles for one in found.tenures] == [2]
    assert found.turns == ()


def test_whoever_is_spelt_otherwise_is_no_second_holder_but_perhaps_the_same(library: Library) -> None:
    take(
        library,
        ("2020-03-01", received("Foreign Minister of Georgia Sergei Levanov", "Ambassador of Poland")),
        ("2021-03-01", received("Foreign Minister of Georgia Sergey Levanov", "Ambassador of Italy")),
        ("2022-03-01", received("Foreign Minister of Georgia Sergei Levanov", "Ambassador of Spain")),
    )
    found = told(library, "sergei levanov")
    (tenure,) = found.tenures
    assert (tenure.before, tenure.beside, tenure.after) == ((), (), ())
    assert [(one.name, one.articles) for one in found.perhaps] == [("Sergey Levanov", 1)]
    page = library.across.person_page("sergei levanov")
    assert page is not None
    (table,) = [one for one in page.blocks if isinstance(one, Table) and "Perhaps" in one.heading]
    assert [text_of(cell) for cell in table.rows[0]] == [
        "Sergey Levanov",
        "the same name in another spelling",
        "1",
    ]
    library.people.rule("sergei levanov", "sergey levanov", same=False)
    assert told(library, "sergei levanov").perhaps == ()
    library.people.rule("sergei levanov", "sergey levanov", same=True)
    joined = told(library, "sergei levanov")
    assert joined.articles == 3
    assert joined.perhaps == ()


def test_what_has_no_date_is_in_nobodys_time(library: Library) -> None:
    take(
        library,
        ("2020-03-01", received("Foreign Minister of Georgia Levan Ali", "Ambassador of Poland")),
        ("2022-03-01", received("Foreign Minister of Georgia Levan Ali", "Ambassador of Spain")),
    )
    said = received("Foreign Minister of Georgia Giorgi Beridze", "Ambassador of Italy")
    library.import_texts([("undated", f"{said} It was long ago.".encode())])
    found = told(library, "levan ali")
    assert [one.name for one in found.tenures[0].holders] == ["Giorgi Beridze"]
    assert found.tenures[0].beside == ()


def test_a_post_of_two_countries_is_the_one_at_home() -> None:
    def said(post: HeldPost, day: str) -> tuple[HeldPost, Said]:
        return post, Said(1, day, "levan ali")

    own, other, chief = (
        HeldPost("Minister of Defence", "", "GE"),
        HeldPost("Defense Minister", "", "PL"),
        HeldPost("Commander", "Army", "PL"),
    )
    given = {
        post_key(own): [said(own, "2020"), said(own, "2021")],
        post_key(other): [said(other, "2021")],
        post_key(chief): [said(chief, "2022")],
    }
    assert _elsewhere(given, "GE") == [(post_key(other), post_key(own))]
    assert _elsewhere(given, "PL") == []
