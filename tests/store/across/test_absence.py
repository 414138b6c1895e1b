"""Who and what is usual and not named: how usual, since when, and what speaks for a change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from gui.main import main
from store.across.absence import Absence, absences_in, in_series
from store.across.encounter import Encounter, Participant
from store.across.page import Paragraph, Table, text_of
from store.across.series import Series, sessions_of
from store.library import Library
from store.model import Role
from tests.store.across.made_up import met, person

Make = Callable[..., Library]

HOST = person("Ali Host", "AZ", "Minister of Defense")
GUEST = person("Veli Guest", "TR", "Deputy Chief of the General Staff", role=Role.GUEST)
CHIEF = person("Kerim Chief", "AZ", "Chief of the General Staff", role=Role.ATTENDEE)
NEXT = person("Namig Next", "AZ", "Chief of the General Staff", role=Role.ATTENDEE)


def session(number: int, *people: Participant, topics: tuple[str, ...] = ("training",)) -> Encounter:
    return met(
        number,
        f"{2000 + number}-05-05",
        HOST,
        GUEST,
        *people,
        occasion="dialogue",
        wording="Dialogue",
        ordinal=number,
        topics=topics,
    )


BEFORE = [session(n, CHIEF) for n in range(1, 5)]


def at_last(*encounters: Encounter) -> Absence | None:
    """What is missing at the newest of these sessions."""
    series = Series("dialogue", "Dialogue", (), ("AZ", "TR"), sessions_of(encounters), ())
    found = absences_in(series, 1)
    return found[0] if found else None


def people(found: Absence | None) -> list[tuple[str, str]]:
    return [(one.name, str(one.usual)) for one in found.people] if found else []


def test_who_usually_attends_and_is_not_named() -> None:
    found = at_last(*(session(n, CHIEF) for n in range(1, 5)), session(5))
    assert found is not None
    (one,) = found.people
    assert (one.name, one.post, one.country) == ("Kerim Chief", "Chief of the General Staff", "AZ")
    assert (one.usual.named, one.usual.of, one.usual.articles) == (4, 4, (4, 3, 2, 1))
    assert (found.label, found.earlier, found.posts, found.topics) == ("5", 4, (), ())


@pytest.mark.parametrize(
    ("there", "told"),
    [
        ("11111", "5 of the last 5 sessions"),
        ("01111", "4 of the last 5 sessions"),
        ("11101", "4 of the last 5 sessions"),
        ("00111", ""),
        ("0111", "3 of the last 4 sessions"),
        ("111", "3 of the last 3 sessions"),
        ("011", ""),
        ("11", "2 of the last 2 sessions"),
        ("1", ""),
        ("1111100000", ""),
    ],
)
def test_how_usual_it_has_to_be(there: str, told: str) -> None:
    before = [session(n, *([CHIEF] if was == "1" else [])) for n, was in enumerate(there, 1)]
    found = people(at_last(*before, session(len(there) + 1)))
    assert found == ([("Kerim Chief", told)] if told else [])


def test_who_is_there_or_was_followed_is_not_missing() -> None:
    before = [session(n, CHIEF) for n in range(1, 5)]
    assert people(at_last(*before, session(5, CHIEF))) == []
    found = at_last(*before, session(5, NEXT))
    assert found is not None
    assert [(one.name, one.successor) for one in found.people] == [
        ("Kerim Chief", ("namig next", "Namig Next"))
    ]
    later = at_last(*before, session(5, NEXT), session(6))
    assert people(later) == []


def test_a_post_whoever_holds_it() -> None:
    found = at_last(session(1, CHIEF), session(2, CHIEF), session(3, NEXT), session(4, NEXT), session(5))
    assert found is not None
    (one,) = found.posts
    assert str(one.post) == "Chief of the General Staff"
    assert [name for _, name in one.holders] == ["Namig Next", "Kerim Chief"]
    assert str(one.usual) == "4 of the last 4 sessions"
    assert found.people == ()


def test_a_topic_that_is_missing() -> None:
    usual = [session(n, topics=("training", "peace")) for n in range(1, 5)]
    found = at_last(*usual, session(5, topics=("training",)))
    assert found is not None
    assert [(one.topic, str(one.usual)) for one in found.topics] == [("peace", "4 of the last 4 sessions")]


def test_who_comes_only_where_one_side_hosts_is_missed_there() -> None:
    def away(number: int) -> Encounter:
        host = person("Veli Guest", "TR", "Minister of Defense")
        return met(
            number, f"{2000 + number}-05-05", host, occasion="dialogue", ordinal=number, place="Ankara"
        )

    before = [session(n, CHIEF) if n % 2 else away(n) for n in range(1, 7)]
    found = at_last(*before, session(7))
    assert ("Kerim Chief", "3 of the last 3 sessions hosted by Azerbaijan") in people(found)


# -- the samples


def test_an_article_against_its_pair(samples: Library) -> None:
    (found,) = samples.across.absences(3)
    assert (found.scope, found.key, found.label, found.earlier) == ("pair", "AZ+TR", "2025-12-17", 2)
    assert people(found) == [("Karim Valiyev", "2 of the last 2 visits")]
    assert [one.topic for one in found.topics] == ["joint-exercises"]
    assert samples.across.absences(1) == ()
    assert samples.across.absences(99) == ()


def test_as_a_part_of_the_page(samples: Library) -> None:
    (table,) = samples.across.absence_blocks(3)
    assert isinstance(table, Table)
    assert table.heading == "Usual, and not named: Azerbaijan and Türkiye, 17 Dec 2025"
    assert "may have been so" in table.note
    assert table.note.startswith("Against the 2 visits before on the same level, with one of the same")
    rows = [[text_of(one) for one in row] for row in table.rows]
    assert rows[0][0] == "Karim Valiyev (AZ)"
    assert rows[0][2:] == ["2 of the last 2 visits", "[2], [1]", "not named"]
    assert rows[1][0] == "joint exercises (topic)"
    link = table.rows[1][3][0].link
    assert link is not None
    number, span = link.article
    opened = samples.article(number)
    assert opened is not None
    assert span is not None
    assert "exercises" in opened.article.text[span.start : span.end]
    (none,) = samples.across.absence_blocks(1)
    assert isinstance(none, Paragraph)
    assert "not known" in text_of(none.runs)


def test_at_the_end_of_what_is_new(samples: Library, capsys: pytest.CaptureFixture[str]) -> None:
    told = ["--library", str(samples.path)]
    assert main(["new", "3", *told]) == 0
    assert "Usual, and not named" in capsys.readouterr().out
    assert main(["new", "3", "--json", *told]) == 0
    assert '"absences": [{"scope": "pair"' in capsys.readouterr().out


def test_another_report_of_the_session_that_does_name_them() -> None:
    last = session(5)
    other = replace(session(5, CHIEF), article=6)
    series = Series("dialogue", "Dialogue", (), ("AZ", "TR"), sessions_of([*BEFORE, last, other]), ())
    found = in_series(series, 5, [last])
    assert found is not None
    assert [(one.name, one.elsewhere) for one in found.people] == [("Kerim Chief", (6,))]
    assert absences_in(series, 1)[0].people == ()
    assert len(absences_in(series, 3)) == 3


def test_who_leads_those_that_come_is_not_missed_where_they_host() -> None:
    """Veli leads the Turkish side in Baku; in Ankara the minister does."""
    minister, deputy = (
        person("Can Minister", "TR", "Minister of Defense"),
        person("Ali Deputy", "AZ", "Deputy Minister of Defense", role=Role.GUEST),
    )

    def away(number: int) -> Encounter:
        return replace(session(number), people=(minister, deputy), place="Ankara")

    lately = [session(1), away(2), *(session(n) for n in range(3, 7))]
    assert people(at_last(*lately, away(7))) == []
    before = [session(1), session(2), *(session(n) for n in range(3, 7))]
    names = [name for name, _ in people(at_last(*before, away(7)))]
    assert names == ["Ali Host", "Veli Guest"], "nothing is known of Ankara: they are usual"


ACCRA = (
    "ACCRA, Ghana, {day}. The Minister of Defense of Ghana, General {host} received the Minister of Defense"
    " of Sweden, {guest} in Accra, Trend reports. The meeting was also attended by the Chief of the Defence"
    " Staff of Ghana, General {beside}. This was written in {day}."
)


def visit(
    date: str, day: str, host: str = "Kofi Mensah", guest: str = "Anna Lind", beside: str = "Yaw Owusu"
) -> tuple[str, str]:
    return date, ACCRA.format(day=day, host=host, guest=guest, beside=beside)


def missing(library: Library, article: int) -> list[str]:
    return [one.name for absence in library.across.absences(article) for one in absence.people]


def test_visits_of_others_tell_nothing_of_a_pair(read_library: Make) -> None:
    """Others of the same two led them, or a third was there."""
    before = [visit("2021-05-03", "May 3"), visit("2022-06-04", "June 4")]
    other = (
        "ACCRA, Ghana, July 5. The Minister of Health of Ghana, Ama Boateng received the Minister of Health"
        " of Sweden, Eva Berg in Accra, Trend reports."
    )
    library = read_library(*before, ("2023-07-05", other), visit("2024-08-06", "August 6", beside="Ato Addo"))
    assert library.across.absences(3) == ()
    assert missing(library, 4) == ["Yaw Owusu"]


def test_whoever_is_spelt_otherwise_is_there(read_library: Make) -> None:
    before = [visit("2021-05-03", "May 3"), visit("2022-06-04", "June 4")]
    library = read_library(*before, visit("2023-07-05", "July 5", beside="Y. Owusu"))
    assert missing(library, 3) == []


def test_at_a_gathering_of_many_nobody_is_missing() -> None:
    many = ("AZ", "GE", "KZ", "TR")
    before = [replace(session(n, CHIEF), parties=many) for n in range(1, 5)]
    assert at_last(*before, replace(session(5), parties=many)) is None
    three = [replace(one, parties=many[:3]) for one in before]
    assert people(at_last(*three, replace(session(5), parties=many[:3]))) != []
