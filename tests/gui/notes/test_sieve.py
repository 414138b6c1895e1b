"""Which notes are listed, and in what order."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from gui.notes.sieve import (
    ARTICLE,
    LOST,
    NEWEST,
    OLDEST,
    ORDERS,
    PLACE,
    WHOLE,
    WRITTEN,
    Entry,
    Sieve,
    counted_tags,
    entry,
    entry_of,
    ordered,
    put_in,
    sieved,
    told,
)
from store.model import Anchor, Annotation, MarkStyle, NoteRow, Span


def note(number: int, quote: str = "words", **fields: object) -> Annotation:
    at = int(str(fields.pop("at", number)))
    anchor = Anchor(Span(at, at + len(quote)), quote, "", "") if quote else Anchor(Span(0, 0), "", "", "")
    made = Annotation(
        number, 1, anchor, "green", MarkStyle.FILL, "", (), f"2026-01-{number:02d}", f"2026-02-{number:02d}"
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def test_words_are_sought_everywhere_and_all_must_be_there() -> None:
    one = entry(NoteRow(note(1, "Həsənov", note="Çay", tags=("Ünsal",)), "Türkiye came", "2026-01-01"))
    for typed in ("hesenov", "cay unsal", "TURKIYE", "", "  "):
        assert Sieve().searching(typed).keeps(one), typed
    assert not Sieve().searching("cay coffee").keeps(one)


def test_kinds() -> None:
    whole, lost, written = note(1, ""), note(2, orphan=True), note(3, note="x")
    for kind, kept in ((WHOLE, whole), (LOST, lost), (WRITTEN, written)):
        sieve = Sieve(kinds=frozenset({kind}))
        assert [n for n in (whole, lost, written) if sieve.keeps(entry_of(n))] == [kept]


def test_a_colour_that_is_no_longer_offered_counts_as_it_is_shown() -> None:
    assert Sieve(colours=frozenset({"yellow"})).keeps(entry_of(note(1, colour="mauve")))


def test_orders() -> None:
    a = entry(NoteRow(note(1, at=9), "A", "2026-01-01"))
    b = entry(NoteRow(note(2, at=5, article_id=2), "B", "2026-03-01"))
    c = entry(NoteRow(note(3, at=1), "A", "2026-01-01"))
    lost = entry(NoteRow(note(4, orphan=True, at=0), "A", "2026-01-01"))
    every = [a, b, c, lost]
    assert ordered(every, NEWEST) == [lost, c, b, a]
    assert ordered(every, OLDEST) == [a, b, c, lost]
    assert ordered(every, ARTICLE) == [b, c, a, lost]
    assert ordered([a, c, lost], PLACE) == [c, a, lost]


@given(
    st.lists(st.integers(1, 28), unique=True, max_size=12), st.integers(29, 30), st.sampled_from(list(ORDERS))
)
def test_one_more_is_put_where_it_belongs(numbers: list[int], more: int, order: str) -> None:
    def made(number: int) -> Entry:
        row = NoteRow(
            note(number, at=number * 7 % 11, article_id=number % 3), "", f"2026-01-{number % 5 + 1:02d}"
        )
        return entry(row)

    there, new = ordered(map(made, numbers), order), made(more)
    put_in(there, [new], order)
    assert there == ordered(map(made, [*numbers, more]), order)


def test_what_is_being_written_stays() -> None:
    every = [entry_of(note(1)), entry_of(note(2))]
    none = Sieve(colours=frozenset({"pink"}))
    assert sieved(every, none) == []
    assert sieved(every, none, stay=[2]) == every[1:]
    assert sieved(every, Sieve()) == every


@given(
    st.lists(st.sampled_from(["", "Kadıoğlu", "trade"]), max_size=8),
    st.sampled_from(["", "trade", "kad"]),
    st.sampled_from(list(ORDERS)),
)
def test_nothing_is_doubled_or_made_up(written: list[str], typed: str, order: str) -> None:
    every = [entry_of(note(n + 1, note=text)) for n, text in enumerate(written)]
    sieve = Sieve().searching(typed)
    kept = sieved(ordered(every, order), sieve)
    assert sorted(one.annotation.id for one in kept) == [
        one.annotation.id for one in every if sieve.keeps(one)
    ]


def test_tags_are_counted_whatever_their_capitals() -> None:
    every = [entry_of(note(1, tags=("Visit", "a"))), entry_of(note(2, tags=("visit",)))]
    assert counted_tags(every) == [("Visit", 2), ("a", 1)]


def test_what_is_chosen_is_told() -> None:
    chosen = Sieve(frozenset({"pink", "yellow"}), frozenset({MarkStyle.BOX}), frozenset({"visit"}))
    assert told(chosen, ["Visit", "other"]) == "Yellow, Pink, Boxed, #Visit"
    assert told(Sieve(), ["Visit"]) == ""
