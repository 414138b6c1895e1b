"""A network as it is drawn: where everybody stands, what can be reached and what is read out."""

from __future__ import annotations

from itertools import combinations, pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from gui.across.drawings import ring
from gui.across.drawings.drawing import Look, Towards
from gui.across.drawings.network import NetworkDrawing, broken
from gui.across.drawings.network_paint import LINES
from gui.across.drawings.network_reading import choices, read
from gui.theme import Theme
from store.across.asking import Asked, asked_for
from store.across.network import Between, Edge, Network, Node
from store.across.page import Link, Page
from store.library import Library

ROOMS = ((1000, 600), (560, 420), (300, 200))
LONG = "Ravindranath Chandrasekharampillai-Wickremasinghe Rakotomalala"


def made_up(count: int, between: Between = "people", centre: bool = False, long: bool = False) -> Network:
    """Somebody of each of five sides in turn, each of whom met the next ones of other sides."""
    sides = ("AZ", "TR", "GE", "PK", "")
    nodes = tuple(
        Node(
            f"n{n:02}",
            f"{LONG} {n}" if long and n % 3 == 0 else f"Person {n}",
            sides[n % min(count, 5)] or None,
            1 + n % 7,
            0 if centre and not n else 1,
            (n,),
        )
        for n in range(count)
    )
    edges = tuple(
        Edge(f"n{a:02}", f"n{b:02}", 1 + (a * b) % 4, "2021-01-01", "2023", (a, b), (a + b) % 11 == 0)
        for a, b in combinations(range(count), 2)
        if b - a in (1, 4, 17)
    )
    return Network(nodes, edges, 0, "meetings", between)


def drawn(found: Network, room: tuple[int, int] = (1000, 600), zoom: float = 1.0) -> NetworkDrawing:
    made = NetworkDrawing(Page("Who met whom"), found, Asked(found.between))
    made.lay_out(QSizeF(*room), zoom, look())
    return made


def look() -> Look:
    return Look(Theme("light").colour, QFont(), 10)


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize(
    "found",
    [
        made_up(1),
        made_up(2),
        made_up(7, "parties"),
        made_up(30, centre=True),
        made_up(60),
        made_up(60, long=True),
    ],
)
def test_no_name_lies_over_another_one_and_all_are_within(
    qtbot: QtBot, found: Network, room: tuple[int, int]
) -> None:
    for zoom in (1.0, 2.5):
        made = drawn(found, room, zoom)
        plane = QRectF(QPointF(0, 0), made.size).adjusted(-1, -1, 1, 1)
        names = [spot.box.adjusted(0, 1.5, 0, -1.5) for spot in made.spots.values()]
        assert len(names) == len(found.nodes)
        assert all(plane.contains(box) for box in names)
        assert not any(one.intersects(other) for one, other in combinations(names, 2))
        numbers = [line.number for line in made.lines if line.number is not None]
        assert not any(one.intersects(other) for one, other in combinations(numbers, 2))


def test_the_same_network_is_always_drawn_alike(qtbot: QtBot) -> None:
    found = made_up(40)
    other = Network(found.nodes, tuple(reversed(found.edges)), 0, "meetings", "people")
    one, two = drawn(found), drawn(other)
    assert {key: spot.seat for key, spot in one.spots.items()} == {
        key: spot.seat for key, spot in two.spots.items()
    }


def test_those_of_a_side_stand_together_and_two_sides_face_each_other(qtbot: QtBot) -> None:
    groups = {f"a{n}": "A" for n in range(5)} | {f"b{n}": "B" for n in range(3)}
    sides = ring.seated(groups, {("a4", "b0"): 2, ("a0", "b2"): 1, ("a2", "b1"): 1})
    assert {groups[key] for key in sides.left} == {"A"}
    assert {groups[key] for key in sides.right} == {"B"}
    met = [("a4", "b0"), ("a2", "b1"), ("a0", "b2")]
    heights = [(sides.left.index(a), sides.right.index(b)) for a, b in met]
    assert [b for _, b in sorted(heights)] == [0, 1, 2]  # no two lines cross
    found = made_up(30)
    around = ring.seated({one.key: one.country or "" for one in found.nodes}, {})
    whole = [*around.left, *reversed(around.right)]
    of = {one.key: one.country for one in found.nodes}
    assert sum(of[one] != of[other] for one, other in pairwise(whole)) == 4


def test_signs_differ_by_form_and_the_legend_explains_them(qtbot: QtBot) -> None:
    made = drawn(made_up(10))
    signs = {spot.node.country: spot.sign for spot in made.spots.values()}
    assert len(set(signs.values())) == 5
    words = [said for _, said in made.legend]
    assert {"Azerbaijan (AZ)", "side not told", "wider: more meetings", "on the same side"} <= set(words)
    assert [said for _, said in drawn(made_up(4, "parties")).legend] == ["wider: more meetings"]


def test_marks_lead_on_and_are_told(qtbot: QtBot) -> None:
    made = drawn(made_up(7))
    mark = made.marks[0]
    node = made.spots[mark.key[2:]].node
    assert mark.link == Link("person", node.key)
    assert made.told(mark).startswith(f"{node.name} (")
    assert "; met Person " in made.told(mark)
    line = next(one for one in made.lines if (one.edge.first, one.edge.second) == ("n02", "n03"))
    assert made.told(line.mark) == "Person 2 and Person 3 met: 3 meetings, 1 Jan 2021 to 2023"
    assert line.mark.link == Link("couple", "n02+n03")
    assert line.mark.search == 'person:"Person 2" person:"Person 3"'
    assert line.mark in made.marks
    assert drawn(made_up(3, "parties")).lines[0].mark.link == Link("pair", "n00+n01")
    beside = next(one for one in drawn(made_up(8)).lines if one.edge.beside)
    assert "were there for the same side" in made.told(beside.mark) or made.line_of(beside.mark) is None


def test_what_is_under_the_pointer(qtbot: QtBot) -> None:
    made = drawn(made_up(5))
    for spot in made.spots.values():
        assert made.at(spot.at) == spot.mark
        assert made.at(spot.box.center()) == spot.mark
    line = max(made.lines, key=lambda one: abs(one.end.x() - one.start.x()))
    found = made.at(line.at(0.3))
    assert found is not None
    assert made.line_of(found) is not None
    assert made.at(QPointF(2, 2)) is None


def test_arrows_go_along_the_lines_and_down_the_names(qtbot: QtBot) -> None:
    made = drawn(made_up(12))
    left, right = made._sides.left, made._sides.right
    mark = made.spots[left[0]].mark
    for key in left[1:]:
        following = made.step(mark, Towards.DOWN)
        assert following == made.spots[key].mark
        mark = following
    across = made.step(made.spots[left[2]].mark, Towards.RIGHT)
    assert across is not None
    assert across.key[2:] in right
    line = made.lines[0]
    ends = {f"n {line.edge.first}", f"n {line.edge.second}"}
    reached = {found.key for towards in Towards if (found := made.step(line.mark, towards)) is not None}
    assert reached <= ends
    assert reached


def test_what_is_pointed_at_lights_up(qtbot: QtBot) -> None:
    made = drawn(made_up(20))
    assert not made.near

    def painted() -> QImage:
        picture = QImage(round(made.size.width()), round(made.size.height()), QImage.Format.Format_RGB32)
        picture.fill(0xFFFFFFFF)
        painter = QPainter(picture)
        made.paint(painter, QRectF(QPointF(0, 0), made.size), look())
        painter.end()
        return picture

    usual = painted()
    made.pointed = made.spots["n04"].mark
    assert made.near == {"n04", "n03", "n05", "n00", "n08"}
    assert painted() != usual
    line = made.lines[0]
    made.pointed = line.mark
    assert made.near == {line.edge.first, line.edge.second}
    assert [one for one in made.lines if made.lights(one)] == [line]


def test_long_names_are_broken_before_they_are_cut(qtbot: QtBot) -> None:
    metrics = look().metrics
    room = metrics.horizontalAdvance("Chandrasekharampillai-") + 1
    name = "Ravindranath Chandrasekharampillai-Wickremasinghe"
    assert broken(name, metrics, room, 3) == ("Ravindranath", "Chandrasekharampillai-", "Wickremasinghe")
    assert broken(name, metrics, room, 1)[0].endswith("…")
    assert broken("Ali Veli", metrics, room, 3) == ("Ali Veli",)
    assert broken("", metrics, room, 3) == ("",)


def test_what_can_be_chosen_instead() -> None:
    asked = Asked(person="n00", since="2020", until="2022")
    offered = {one.label: one.options for one in choices(asked, made_up(9), (2001, 2024))}
    assert [one.text for one in offered["Between"]] == ["People", "Countries"]
    assert [(one.text, one.on) for one in offered["Years"]] == [
        ("All", False),
        ("10", False),
        ("3", True),
        ("1", False),
    ]
    before, shown, after = offered["Which years"]
    assert (before.text, shown.text, after.text) == ("‹", "2020-2022", "›")
    assert before.link is not None
    assert (asked_for(before.link.key).since, asked_for(before.link.key).until) == ("2017", "2019")
    assert [one.text for one in offered["Steps"]] == ["1 step", "2 steps"]
    assert "Most" not in offered
    assert "Which years" not in {one.label for one in choices(Asked(), made_up(3), (2020, 2020))}


def test_read_from_a_library(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library.sqlite")
    library.import_samples()
    made = read(library, Link("network", ""))
    assert made.nothing is None
    assert len(made.found.nodes) == 7
    assert read(library, Link("network", "person=heydar+aliyev")).nothing is not None
    nobody = read(library, Link("network", "list.query=zzz"))
    assert nobody.nothing is not None
    assert nobody.nothing[0] == "Nobody met here"
    assert read(library, Link("network", "since=1990&until=1991")).nothing is not None
    library.close()


def test_of_very_many_lines_the_strongest_are_drawn_and_all_of_whom_is_pointed_at(qtbot: QtBot) -> None:
    nodes = tuple(Node(f"n{n:02}", f"Person {n}", ("AZ", "TR")[n % 2], 40) for n in range(40))
    edges = tuple(
        Edge(f"n{a:02}", f"n{b:02}", 2 if a else 1, None, None, ())
        for a, b in combinations(range(40), 2)
        if (a + b) % 2
    )
    edges = tuple(sorted(edges, key=lambda one: -one.meetings))
    assert len(edges) > LINES
    made = drawn(Network(nodes, edges, 0, "meetings", "people"))
    assert len(made.drawn) == LINES
    assert "widest" in made.legend[-1][1]
    weak = next(line for line in made.lines if line.edge.first == "n00")
    assert weak not in made.drawn
    made.pointed = made.spots["n00"].mark
    assert weak in made.drawn
    assert made.at(made.spots["n00"].at) == made.pointed
