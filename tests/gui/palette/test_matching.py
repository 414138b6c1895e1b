"""Which entries fit what was typed, in which order, and by which letters."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from gui.palette.entries import Entry, Kind, parted
from gui.palette.matching import Known, find, spelled

TITLES = (
    "Mark as read",
    "Mark all listed as read",
    "Next mark",
    "Previous unread",
    "Next unread",
    "Ziya Kadıoğlu",
    "Zeynep Kadıoğlu",
    "Türkiye",
    "Remarks",
)


def _known(titles: Sequence[str] = TITLES) -> list[Known]:
    return [Known(Entry(Kind.ACTION, title, title)) for title in titles]


def _titles(words: str, used: Sequence[str] = ()) -> list[str]:
    return [found.entry.title for found in find(_known(), words, used)]


def test_words_that_begin_so_come_before_letters_within() -> None:
    assert _titles("mark") == ["Mark as read", "Mark all listed as read", "Next mark", "Remarks"]


def test_every_word_must_fit_in_any_order() -> None:
    assert _titles("read mark") == ["Mark as read", "Mark all listed as read"]
    assert _titles("mark zebra") == []


def test_letters_are_folded_on_both_sides() -> None:
    assert _titles("kadioglu") == ["Ziya Kadıoğlu", "Zeynep Kadıoğlu"]
    assert _titles("TURK") == ["Türkiye"]


def test_what_was_used_last_is_first_among_its_like() -> None:
    assert _titles("mark", ["action Next mark"])[0] == "Next mark"
    assert _titles("mark", ["action Remarks"])[-1] == "Remarks"


def test_first_letters_of_the_words_do() -> None:
    assert _titles("malar") == ["Mark all listed as read"]


def test_of_one_name_the_one_of_the_menu_comes_before_the_one_of_a_menu_within() -> None:
    within = Known(Entry(Kind.ACTION, "view.marks.occasions", "Occasions", "View › Marks · on"))
    dialog = Known(Entry(Kind.ACTION, "article.occasions", "Occasions", "Article"))
    found = [one.entry.key for one in find([within, dialog], "occasions")]
    assert found == ["article.occasions", "view.marks.occasions"]


def test_the_menu_and_the_tip_find_an_action_last() -> None:
    tip = Known(Entry(Kind.ACTION, "a", "Star", also="Article Star the article"))
    title = Known(Entry(Kind.ACTION, "b", "Paste as an article"))
    assert [found.entry.key for found in find([tip, title], "article")] == ["b", "a"]


def test_what_is_off_comes_after_what_can_be_done() -> None:
    off = Known(Entry(Kind.ACTION, "a", "Undo", off="nothing to undo"))
    on = Known(Entry(Kind.ACTION, "b", "Undo all of it"))
    assert [found.entry.key for found in find([off, on], "undo")] == ["b", "a"]


@pytest.mark.parametrize(
    ("title", "words", "marked"),
    [
        ("Ziya Kadıoğlu", "kadiog z", ["Z", "Kadıoğ"]),
        ("Straße nach Baku", "strass", ["Straß"]),
        ("𝐀 Next mark", "mark", ["mark"]),
        ("Mark as read", "mar", ["Mar"]),
        ("Next unread", "nu", ["N", "u"]),
        ("Remarks", "mark", ["mark"]),
    ],
)
def test_the_letters_that_fit_are_marked(title: str, words: str, marked: list[str]) -> None:
    ((entry, spans),) = find(_known([title]), words)
    assert [entry.title[span.start : span.end] for span in spans] == marked


def test_a_slip_of_the_finger_is_forgiven_where_little_fits() -> None:
    assert [found.entry.title for found in spelled(_known(), "prevoius")] == ["Previous unread"]
    assert spelled(_known(), "nxt") == []
    there = find(_known(), "unread")
    assert all(found not in there for found in spelled(_known(), "unread", there))


def test_no_words_and_no_letters_find_nothing() -> None:
    assert _titles("") == []
    assert _titles("!?") == []


@pytest.mark.parametrize(
    ("typed", "kinds", "words"),
    [
        ("star", None, "star"),
        ("> star ", (Kind.ACTION,), "star"),
        (" @kad", (Kind.PERSON,), "kad"),
        ("#to check", (Kind.TAG,), "to check"),
        ("/hasanov", (Kind.SEARCH,), "hasanov"),
        ("", None, ""),
    ],
)
def test_a_first_sign_leaves_only_some_kinds(typed: str, kinds: tuple[Kind, ...] | None, words: str) -> None:
    assert parted(typed) == (kinds, words)


def test_an_entry_is_spoken_whole() -> None:
    on = Entry(Kind.ACTION, "a", "Star", "Article", keys=("S", "Alt+S"))
    assert on.spoken == "Star; Action; Article; S or Alt+S"
    off = Entry(Kind.ACTION, "a", "Undo", "Edit", off="nothing to undo")
    assert off.spoken == "Undo; Action; nothing to undo"
