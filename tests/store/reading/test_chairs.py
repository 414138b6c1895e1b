"""Talks told by who led the sides: the leaders meet."""

from __future__ import annotations

import pytest

from store.model import Article
from store.reading.pipeline import read_article

DATELINE = "LIMA, March 12 (LNA) - "
TALKS = "The 5th Peru-Estonia Defence Dialogue took place in Lima on Tuesday. "
LED = (
    TALKS + "The Peruvian delegation was led by Deputy Minister Hugo Ticona, while the Estonian side was"
    " headed by"
    " Permanent Secretary Arto Vihma.",
    TALKS + "Deputy Minister Hugo Ticona led the Peruvian delegation, while Permanent Secretary Arto Vihma"
    " headed"
    " the Estonian delegation.",
    TALKS + "The dialogue was jointly chaired by Deputy Minister Hugo Ticona of Peru and Permanent"
    " Secretary Arto"
    " Vihma of Estonia.",
    TALKS + "Deputy Minister Hugo Ticona led the host side, with Estonian Permanent Secretary Arto Vihma"
    " heading the"
    " visitors.",
    TALKS + "Deputy Minister Hugo Ticona headed the Peruvian delegation. Estonian Permanent Secretary Arto"
    " Vihma led"
    " the other side.",
    TALKS + "The Peruvian side was led by Deputy Minister Hugo Ticona. Leading the Estonian side was"
    " Permanent Secretary Arto Vihma.",
    "Peru and Estonia held the 5th Strategic Dialogue in Lima on Tuesday under the chair of Deputy Minister"
    " Hugo Ticona and Permanent Secretary Arto Vihma.",
    "Representatives of Peru and Estonia met in Lima on Tuesday. Deputy Minister Hugo Ticona represented Peru"
    " and Permanent Secretary Arto Vihma represented Estonia.",
    "A Peruvian-Estonian consultation was chaired on Tuesday in Lima by Deputy Minister Hugo Ticona for Peru"
    " and Permanent Secretary Arto Vihma for Estonia.",
    "Peru and Estonia held their fifth dialogue in Lima on Tuesday. Deputy Minister of Peru Hugo Ticona and"
    " Estonian"
    " Permanent Secretary Arto Vihma led their respective delegations.",
    "Peru and Estonia convened the inaugural committee meeting in Lima on Tuesday, with Deputy Minister"
    " Hugo Ticona"
    " and Estonian Permanent Secretary Arto Vihma as co-chairs.",
    "The meeting was chaired in Lima on Tuesday by Deputy Minister Hugo Ticona on the Peruvian side and"
    " Permanent"
    " Secretary Arto Vihma on the Estonian side.",
    "Officials of both states met in Lima on Tuesday for the fifth dialogue, with Deputy Minister Hugo Ticona"
    " leading the Peruvian side and Permanent Secretary Arto Vihma the Estonian side.",
)


@pytest.mark.parametrize("text", LED)
def test_the_leaders_of_both_sides_meet(text: str) -> None:
    told = read_article(Article("made-up", DATELINE + text, "2025-03-12"))
    (meeting,) = told.meetings
    assert [h.value for h in meeting.hosts] == ["Hugo Ticona"]
    assert [g.value for g in meeting.guests] == ["Arto Vihma"]
    assert meeting.place is not None
    assert meeting.place.value == "Lima"
    assert meeting.date is not None
    assert meeting.date.value == "2025-03-11"


@pytest.mark.parametrize(
    "text",
    [
        "A delegation led by Estonian Permanent Secretary Arto Vihma arrived at the invitation of Minister"
        " Hugo"
        " Ticona.",
        "Minister Hugo Ticona leads a ministry of 9,000 people. Estonian Minister Arto Vihma leads a"
        " smaller one.",
    ],
)
def test_whoever_leads_something_else_meets_nobody(text: str) -> None:
    assert read_article(Article("made-up", DATELINE + text, "2025-03-12")).meetings == ()


def test_a_session_that_was_a_meeting_told_before_leaves_nothing_behind() -> None:
    text = (
        "Deputy Minister Hugo Ticona of Peru met with Permanent Secretary Arto Vihma of Estonia in Lima on"
        " Monday. The 7th session of the joint commission took place in Lima. It dealt with cyber security."
        " The Peruvian delegation was led by Deputy Minister Hugo Ticona, and the Estonian side was headed by"
        " Permanent Secretary Arto Vihma. On Wednesday Mr Ticona received the Ambassador of Chile, Pablo"
        " Almeyda."
    )
    first, second = read_article(Article("made-up", DATELINE + text, "2025-03-12")).meetings
    assert {p.value for p in (*first.hosts, *first.guests)} == {"Hugo Ticona", "Arto Vihma"}
    assert "cyber-security" in {topic.value for topic in first.topics}
    assert second.topics == ()
