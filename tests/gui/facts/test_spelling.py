"""Fields as a person writes them."""

from __future__ import annotations

import pytest

from gui.facts import spelling
from gui.facts.corrections import meeting_fields, official_fields
from tests.fabricated import crowd, second


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("rank", "  Army   General ", "Army General"),
        ("rank", " ", None),
        ("country", "tr", "TR"),
        ("country", "turkiye", "TR"),
        ("country", "Nato", "NATO"),
        ("country", "XYZ9", "XYZ9"),
        ("country", "", None),
        ("date", "2024-12-31", "2024-12-31"),
        ("date", "3 March 2024", "2024-03-03"),
        ("date", "Sept. 9, 2024", "2024-09-09"),
        ("date", "", None),
        ("hosts", "A B; ; C  D", ["A B", "C D"]),
        ("parties", "azerbaijan; TR", ["AZ", "TR"]),
        ("topics", "Regional security; air-defence", ["regional-security", "air-defence"]),
        ("occasion", "17th High-Level Dialogue", {"name": "High-Level Dialogue", "ordinal": 17}),
        ("occasion", "Dialogue", {"name": "Dialogue", "ordinal": None}),
        ("occasion", " ", None),
        (
            "posts",
            "Attaché; Embassy; Georgia",
            [{"title": "Attaché", "organisation": "Embassy", "country": "GE"}],
        ),
    ],
)
def test_what_is_written_is_meant(field: str, text: str, value: object) -> None:
    assert spelling.meant(field, text) == value


@pytest.mark.parametrize(
    ("field", "text", "says"),
    [
        ("name", " ", "An official has a name."),
        ("country", "Ruritania", "“Ruritania” is no country"),
        ("parties", "AZ; Ruritania", "“Ruritania” is no country"),
        ("posts", "King; ; Ruritania", "“Ruritania” is no country"),
        ("date", "yesterday", "The date is written as 2025-12-17."),
        ("date", "2024-13-01", "The date is written as 2025-12-17."),
        ("date", "30 February 2024", "The date is written as 2025-12-17."),
        ("date", "3 Foo 2024", "The date is written as 2025-12-17."),
    ],
)
def test_what_means_nothing_is_refused(field: str, text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        spelling.meant(field, text)


def test_what_was_read_is_written_so_that_it_is_meant_again() -> None:
    for _, reading in (second(), crowd(5, 2)):
        known = [official_fields(one) for one in reading.officials]
        known += [meeting_fields(one) for one in reading.meetings]
        for fields in known:
            for field, value in fields.items():
                if field not in spelling.CHOICES:
                    assert spelling.meant(field, spelling.written(field, value)) == value, field
