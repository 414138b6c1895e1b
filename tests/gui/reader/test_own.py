"""Highlights that overlap: every one is drawn so that it is seen."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from gui.reader.layers import Stretch, in_lanes
from gui.reader.looks import COLOURS, Shape, mark_look
from gui.reader.own import stretches
from store.model import Anchor, Annotation, MarkKind, MarkStyle, Span


def note(
    number: int, start: int, end: int, style: MarkStyle = MarkStyle.FILL, colour: str = "pink"
) -> Annotation:
    anchor = Anchor(Span(start, end), "x" * (end - start), "", "")
    return Annotation(number, 1, anchor, colour, style, "", (), "", "")


def positions(span: Span) -> tuple[int, int]:
    return span.start, span.end


def drawn(*notes: Annotation) -> list[tuple[int, int, str | None, str | None, int]]:
    made = in_lanes(stretches(notes, positions))
    return [(s.start, s.end, s.look.fill, s.look.line, s.lane) for s in made]


def test_alone_a_ground_has_no_line() -> None:
    assert drawn(note(1, 0, 5), note(2, 5, 9)) == [
        (0, 5, "highlight.pink", None, 0),
        (5, 9, "highlight.pink", None, 0),
    ]


def test_grounds_that_overlap_have_a_line_each_in_its_own_lane() -> None:
    line = "highlight.pink.line"
    assert drawn(note(1, 2, 5), note(2, 0, 9), note(3, 20, 22)) == [
        (0, 9, "highlight.pink", line, 1),  # beneath the shorter
        (2, 5, "highlight.pink", line, 0),
        (20, 22, "highlight.pink", None, 0),
    ]


def test_two_on_the_same_words_in_the_same_look_are_two() -> None:
    assert [lane for *_, lane in drawn(note(1, 0, 5), note(2, 0, 5))] == [0, 1]
    box = MarkStyle.BOX
    assert sorted(lane for *_, lane in drawn(note(1, 0, 5, box), note(2, 0, 5, box), note(3, 1, 3, box))) == [
        0,
        1,
        2,
    ]


def test_own_lines_come_before_those_of_marks() -> None:
    own = stretches([note(1, 0, 50, MarkStyle.WAVE)], positions)
    read = [Stretch(n, n + 2, mark_look(MarkKind.PLACE)) for n in (3, 9)]
    made = in_lanes([*own, *read])
    assert [s.lane for s in made] == [0, 1, 1]


@given(
    st.lists(
        st.tuples(
            st.integers(0, 30), st.integers(1, 12), st.sampled_from(MarkStyle), st.sampled_from(COLOURS)
        ),
        max_size=10,
    )
)
def test_every_one_is_there_and_up_to_the_lanes_none_is_hidden(
    made: list[tuple[int, int, MarkStyle, str]],
) -> None:
    notes = [note(n + 1, at, at + size, style, colour) for n, (at, size, style, colour) in enumerate(made)]
    result = in_lanes(stretches(notes, positions))
    assert Counter((s.start, s.end) for s in result) == Counter(positions(n.anchor.span) for n in notes)
    lengths = [s.end - s.start for s in result if s.look.fill is not None]
    assert lengths == sorted(lengths, reverse=True)
    deep = [sum(n.anchor.span.start <= at < n.anchor.span.end for n in notes) for at in range(45)]
    if max(deep) > 2:
        return
    seen = [s for s in result if s.look.line is not None]
    for one in seen:
        same = [o for o in seen if o.start < one.end and one.start < o.end and o is not one]
        kinds = {(o.look.shape is Shape.BOX, o.lane) for o in same}
        assert (one.look.shape is Shape.BOX, one.lane) not in kinds
