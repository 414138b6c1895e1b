"""The many ways of saying who sat in on a meeting, and that one took place."""

from __future__ import annotations

import pytest

from store.model import Article
from store.reading.pipeline import read_article

LEAD = (
    "Icelandic Prime Minister Birna Helgadottir received Danish Defence Minister Mads Kjeldsen in Reykjavik"
    " on Monday. "
)


@pytest.mark.parametrize(
    "told",
    [
        "Also at the table was the Danish Ambassador, Karen Holm.",
        "At his side was the Danish Ambassador, Karen Holm.",
        "Kjeldsen brought along the Chief of Defence, General Lars Dahl.",
        "The guest had with him the Chief of Defence, General Lars Dahl.",
        "Ambassador Karen Holm was among those who sat in.",
        "Ambassador Karen Holm rounded out the Danish side.",
        "On the Danish side, Ambassador Karen Holm took part.",
        "General Lars Dahl, the Chief of Defence, completed the delegation.",
        "The Danish delegation also counted the Chief of Defence, General Lars Dahl.",
        "The minister's party included General Lars Dahl.",
        "With the minister came General Lars Dahl, Chief of Defence.",
        "Ambassador Karen Holm followed the talks.",
        "Joining the minister was Ambassador Karen Holm.",
        "They were joined at lunch by Ambassador Karen Holm.",
        "Ambassador Karen Holm will be at the meeting too.",
        "Ambassador Karen Holm witnessed the meeting.",
        "Notes were taken by Ambassador Karen Holm.",
        "Others present: Ambassador Karen Holm and General Lars Dahl.",
        "In attendance: Ambassador Karen Holm and General Lars Dahl.",
    ],
)
def test_who_was_there_too(told: str) -> None:
    (meeting,) = read_article(Article("1", LEAD + told, "2025-03-12")).meetings
    assert [name.value for name in meeting.hosts] == ["Birna Helgadottir"]
    assert [name.value for name in meeting.guests] == ["Mads Kjeldsen"]
    there = {name.value for name in meeting.attendees}
    assert there == {name for name in ("Karen Holm", "Lars Dahl") if name in told}


@pytest.mark.parametrize(
    "text",
    [
        "Danish Defence Minister Mads Kjeldsen had tea with Icelandic Prime Minister Birna"
        " Helgadottir in Reykjavik on Monday.",
        "Icelandic Prime Minister Birna Helgadottir had Danish Defence Minister Mads Kjeldsen to"
        " lunch at the residence in Reykjavik on Monday.",
        "Icelandic Prime Minister Birna Helgadottir's first appointment on Monday was with Danish"
        " Defence Minister Mads Kjeldsen.",
        "Danish Defence Minister Mads Kjeldsen and his Icelandic opposite number, Jon Palsson, put"
        " their heads together in Reykjavik on Monday.",
        "Icelandic Foreign Minister Jon Palsson and Danish Defence Minister Mads Kjeldsen spent an"
        " hour together in Reykjavik on Monday.",
        "Next week Danish Defence Minister Mads Kjeldsen goes to Reykjavik, where Icelandic Prime"
        " Minister Birna Helgadottir awaits him.",
        "Danish Defence Minister Mads Kjeldsen had his Icelandic counterpart Jon Palsson on the line"
        " on Monday.",
        "A telephone conversation took place on Monday between Danish Defence Minister Mads Kjeldsen"
        " and Icelandic Foreign Minister Jon Palsson.",
        "Icelandic Prime Minister Birna Helgadottir threw a dinner for Danish Defence Minister"
        " Mads Kjeldsen in Reykjavik on Monday.",
        "Danish Defence Minister Mads Kjeldsen is expected at the office of Icelandic Prime"
        " Minister Birna Helgadottir in Reykjavik on Friday.",
        "Danish Defence Minister Mads Kjeldsen and Icelandic Foreign Minister Jon Palsson were"
        " on the phone on Monday.",
        "Danish Ambassador Mads Kjeldsen, who is leaving Reykjavik, took his leave on Monday of"
        " Icelandic Prime Minister Birna Helgadottir.",
        "Danish Defence Minister Mads Kjeldsen was given lunch by Icelandic Prime Minister Birna"
        " Helgadottir in Reykjavik on Monday.",
        "Danish Defence Minister Mads Kjeldsen had an appointment with Icelandic Prime Minister"
        " Birna Helgadottir in Reykjavik on Monday.",
        "Danish Defence Minister Mads Kjeldsen called at the office of Icelandic Prime Minister"
        " Birna Helgadottir in Reykjavik on Monday.",
    ],
)
def test_two_met(text: str) -> None:
    (meeting,) = read_article(Article("1", text, "2025-03-12")).meetings
    people = {name.value for part in (meeting.hosts, meeting.guests, meeting.attendees) for name in part}
    assert len(people) == 2
    assert "Mads Kjeldsen" in people
    assert meeting.status.value.value == ("planned" if ("awaits" in text or "Friday" in text) else "held")
    assert meeting.kind.value.value == (
        "call" if any(word in text for word in ("line", "phone")) else "meeting"
    )
