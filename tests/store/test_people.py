"""People over all articles: proposals, what a person says of them, and that everything follows it."""

from __future__ import annotations

import json
from collections.abc import Callable
from types import ModuleType

import pytest

from gui.main import main
from store import upkeep
from store.errors import RulingError
from store.library import Library
from store.model import Changes, Filter, Held, RulingKind
from tests.store.conftest import prose

CHANGED = Changes(listing=True, people=True)


def article(name: str, country: str, day: str = "2024-05-02", number: int = 0) -> tuple[str, bytes]:
    return f"{name}-{number}", prose(f"BAKU, on {day} General {name} of {country} met others.", number)


@pytest.fixture
def peopled(library: Library) -> Library:
    """Two spellings of two people, and one who is alike but of another country."""
    library.import_texts(
        [
            article("Zakir Hasanov", "Azerbaijan", "2024-05-02", 1),
            article("Zakir Hasanov", "Azerbaijan", "2024-06-02", 2),
            article("Zakir Həsənov", "Azerbaijan", "2025-05-02", 3),
            article("Yaşar Güler", "Türkiye", "2023-01-01", 4),
            article("Yashar Guler", "Türkiye", "2024-01-01", 5),
            article("Zakhir Hasanov", "Ghana", "2024-01-01", 6),
        ]
    )
    return library


def proposed(library: Library) -> set[tuple[str, str]]:
    return {(one.first.name, one.second.name) for one in library.people.proposals()}


HASANOV, GULER = ("Zakir Hasanov", "Zakir Həsənov"), ("Yaşar Güler", "Yashar Guler")


def test_names_that_are_alike_are_proposed(peopled: Library) -> None:
    assert proposed(peopled) == {HASANOV, GULER}
    (first,) = (one for one in peopled.people.proposals() if one.first.name == "Zakir Hasanov")
    assert len(peopled.people.proposals(1)) == 1
    assert (first.first.count, first.first.first, first.first.last) == (2, "2024-05-02", "2024-06-02")
    assert [held.value for held in first.second.countries] == ["AZ"]
    assert first.why


def test_names_of_other_times_are_not_proposed(library: Library) -> None:
    library.import_texts(
        [article("Zakir Hasanov", "Ghana", "1950-05-02"), article("Zakir Həsənov", "Ghana", "2025-05-02")]
    )
    assert proposed(library) == set()


def test_one_person_under_all_spellings(peopled: Library) -> None:
    made, before, changes = peopled.people.rule("Zakir Həsənov", "Zakir Hasanov", True)
    assert (made.first, made.second, made.same) == ("zakir hasanov", "zakir hesenov", True)
    assert (before, changes) == ([], CHANGED)
    assert proposed(peopled) == {GULER}
    (person,) = peopled.people.find("hesenov")
    assert (person.label, person.count, person.also) == ("Zakir Hasanov", 3, ("zakir hesenov",))
    assert person in peopled.choices().people
    for key in ("zakir hasanov", "zakir hesenov"):
        chosen = Filter(person=key)
        assert peopled.count(chosen) == 3
        assert peopled.count(chosen, limit=2) == 2
        assert [row.date for row in peopled.rows(chosen, 0, 9)] == ["2025-05-02", "2024-06-02", "2024-05-02"]
        assert len(peopled.rows(chosen, 1, 1, "oldest")) == 1
        assert peopled.count(Filter(person=key, country="AZ", query="met")) == 3
        assert peopled.count(Filter(person=key, country="AZ", unread=True, year="2024")) == 2
    assert upkeep.check(peopled.path) == ()


def test_a_search_finds_all_spellings_and_marks_them(peopled: Library) -> None:
    peopled.people.rule("Yaşar Güler", "Yashar Guler", True)
    rows = peopled.rows(Filter(query="person:yashar"), 0, 9)
    assert [row.date for row in rows] == ["2024-01-01", "2023-01-01"]
    assert all(row.hits for row in rows)
    assert peopled.count(Filter(query="person:yashar role:guest")) == 2
    assert peopled.count(Filter(query="-person:yashar")) == 4
    assert peopled.count(Filter(query="person:yashar OR person:zakhir")) == 3
    assert peopled.count(Filter(query="person:yashar met")) == 2


def test_two_spellings_in_one_article_are_one_article(library: Library) -> None:
    text = prose(
        "BAKU, on 2024-05-02 General Yashar Guler of Ghana met; General Yaşar Gulerr of Ghana spoke."
    )
    library.import_texts([("a", text)])
    library.people.rule("Yashar Guler", "Yaşar Gulerr", True)
    assert library.count(Filter(person="yashar guler")) == 1
    assert [one.count for one in library.choices().people] == [1]
    dossier = library.people.dossier("yashar guler")
    assert dossier is not None
    assert (dossier.count, len(dossier.articles), len(dossier.spellings)) == (1, 1, 2)


def test_a_refusal_is_kept_and_wins(peopled: Library) -> None:
    said, _, _ = peopled.people.rule(*GULER, False)
    assert proposed(peopled) == {HASANOV}
    peopled.people.rule(GULER[0], "Zakir Hasanov", True)
    with pytest.raises(RulingError, match="cannot be one person"):
        peopled.people.rule(GULER[1], "Zakir Hasanov", True)
    assert [one.same for one in peopled.people.rulings()] == [False, True]
    gone, changes = peopled.people.take_back([said.id])
    assert (gone, changes) == ([said], CHANGED)
    assert peopled.people.take_back([said.id]) == ([], Changes())


def test_the_latest_word_on_two_names_is_followed_and_undone(peopled: Library) -> None:
    first, _, _ = peopled.people.rule(*GULER, True)
    second, before, _ = peopled.people.rule(*GULER, False)
    assert before == [first]
    assert peopled.count(Filter(person="yasar guler")) == 1
    peopled.people.take_back([second.id])
    assert peopled.people.rule_again(before) == CHANGED
    assert peopled.count(Filter(person="yasar guler")) == 2
    assert peopled.people.rulings() == [first]
    assert peopled.people.rule_again([second]) == CHANGED  # redo
    assert peopled.people.rulings() == [second]
    assert peopled.people.rule_again([second]) == Changes()


def test_a_merge_that_gives_way_to_a_later_refusal_is_listed(peopled: Library) -> None:
    peopled.people.rule("Zakir Hasanov", "Zakhir Hasanov", True)
    peopled.people.rule("Zakir Həsənov", "Zakhir Hasanov", True)
    peopled.people.rule(*HASANOV, False)
    assert [one.applies for one in peopled.people.rulings()] == [True, False, True]
    assert peopled.count(Filter(person="zakir hasanov")) == 3
    assert peopled.count(Filter(person="zakir hesenov")) == 1


@pytest.mark.parametrize("names", [("Yaşar Güler", "Yasar Guler"), ("", "Yaşar Güler"), ("...", "…")])
def test_nonsense_is_refused(peopled: Library, names: tuple[str, str]) -> None:
    with pytest.raises(RulingError):
        peopled.people.rule(*names, True)
    assert peopled.people.rulings() == []


def test_rulings_last_over_another_reading(peopled: Library, engine: ModuleType) -> None:
    peopled.people.rule(*GULER, True)
    engine.VERSION = "test-2"
    assert peopled.reread()
    assert peopled.count(Filter(person="yasar guler")) == 2
    peopled.import_texts([article("Yaşar Güler", "Türkiye", "2025-01-01", 9)])
    assert peopled.count(Filter(person="yashar guler")) == 3
    assert peopled.count(Filter(query="person:yashar")) == 3


def test_a_repair_and_a_copy_keep_rulings(peopled: Library, open_library: Callable[..., Library]) -> None:
    made, _, _ = peopled.people.rule(*GULER, True)
    path = peopled.path
    peopled.close()
    upkeep._forget_derived(path)
    again = open_library()
    again.reread()
    assert again.people.rulings() == [made]
    assert again.count(Filter(person="yasar guler")) == 2


def test_posts_and_ranks_with_their_dates(peopled: Library) -> None:
    for number, rank, post in (
        (1, "General", "Minister"),
        (3, "Marshal", "Minister"),
        (2, "General", "Adviser"),
    ):
        opened = peopled.article(number)
        assert opened is not None
        span = opened.reading.officials[0].mentions[0]
        peopled.rule(number, RulingKind.CHANGED, "official", span, "rank", rank)
        posts = [{"title": post, "organisation": "Staff"}]
        peopled.rule(number, RulingKind.CHANGED, "official", span, "posts", posts)
    peopled.people.rule(*HASANOV, True)
    one = peopled.people.dossier("zakir hasanov")
    assert one is not None
    assert one.ranks == (
        Held("Marshal", "2025-05-02", "2025-05-02", (3,)),
        Held("General", "2024-05-02", "2024-06-02", (2, 1)),
    )
    assert one.posts == (
        Held("Minister, Staff", "2024-05-02", "2025-05-02", (3, 1)),
        Held("Adviser, Staff", "2024-06-02", "2024-06-02", (2,)),
    )


def test_a_dossier(peopled: Library) -> None:
    peopled.people.rule(*HASANOV, True)
    one = peopled.people.dossier("zakir hesenov")
    assert one is not None
    assert [(name.label, name.count) for name in one.spellings] == [
        ("Zakir Hasanov", 2),
        ("Zakir Həsənov", 1),
    ]
    (country,) = one.countries
    assert (country.value, country.first, country.last) == ("AZ", "2024-05-02", "2025-05-02")
    assert country.articles == tuple(row.id for row in one.articles)
    assert (one.count, one.first, one.last) == (3, "2024-05-02", "2025-05-02")
    newest = peopled.people.dossier("zakir hesenov", look_at=1)
    assert newest is not None
    assert (newest.count, len(newest.articles)) == (3, 1)
    assert peopled.people.dossier("nobody") is None


# -- in the terminal


@pytest.fixture
def file(peopled: Library) -> str:
    return str(peopled.path)


def printed(capsys: pytest.CaptureFixture[str], file: str, *arguments: str, status: int = 0) -> list[str]:
    assert main(["--library", file, "people", *arguments]) == status
    return capsys.readouterr().out.splitlines()


def test_everybody_is_listed(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, file)[2].split() == ["Zakir", "Hasanov", "2"]
    listed = [json.loads(line) for line in printed(capsys, file, "--json")]
    assert listed[0] == {"name": "Zakir Hasanov", "key": "zakir hasanov", "also": [], "articles": 2}
    assert len(listed) == 5
    assert [json.loads(line)["name"] for line in printed(capsys, file, "--json", "guler")] == sorted(GULER)
    assert printed(capsys, file, "nobody", status=1) == []


def test_one_person_is_told_in_full(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, file, "--same", *HASANOV) == ["Zakir Hasanov and Zakir Həsənov are one person"]
    lines = printed(capsys, file, "hesenov")
    assert lines[0] == "== Zakir Hasanov  3 articles  2024-05-02 to 2025-05-02"
    assert lines[1] == "spelt     Zakir Hasanov (2); Zakir Həsənov (1)"
    assert lines[2] == "for       AZ  (2024-05-02 to 2025-05-02, 3 articles)"
    assert len(lines) == 6
    told = json.loads("".join(printed(capsys, file, "--json", "Zakir", "Hasanov")))
    assert [one["articles"] for one in told["spellings"]] == [2, 1]
    assert len(told["countries"][0]["articles"]) == len(told["articles"]) == 3


def test_proposals_are_answered(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(printed(capsys, file, "--proposals")) == 6
    asked = [json.loads(line) for line in printed(capsys, file, "--proposals", "--json")]
    assert {tuple(one["name"] for one in each["people"]) for each in asked} == {HASANOV, GULER}
    (said,) = printed(capsys, file, "--different", *GULER, "--json")
    assert json.loads(said) == {"first": "yasar guler", "second": "yashar guler", "same": False}
    printed(capsys, file, "--same", *HASANOV)
    assert printed(capsys, file, "--proposals", status=1) == []
    printed(capsys, file, "--different", *HASANOV)
    assert len(printed(capsys, file, "--json")) == 5


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--same", "Nobody", "Yaşar Güler"], "There is nobody called Nobody in this library."),
        (["--same", "zakir", "Yaşar Güler"], "zakir may be Zakir Hasanov, "),
        (["--same", "Yaşar Güler", "Yasar Guler"], "Two names are needed, which differ."),
        (["zakir", "--proposals"], "A NAME does not go with --proposals, --said, --same or --different."),
    ],
)
def test_what_cannot_be_done_is_said(
    file: str, arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--library", file, "people", *arguments]) == 1
    assert says in capsys.readouterr().err
