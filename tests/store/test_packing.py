"""A packed reading is the very same reading, and small."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import fields, replace

import pytest
from hypothesis import given

from store import model, packing
from store.derive import DERIVE_VERSION
from store.model import (
    Ceremony,
    Dateline,
    Evidence,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Official,
    Post,
    Reading,
    Role,
    Span,
    Stated,
    Statement,
)
from tests.fabricated import crowd, second
from tests.store.readings import readings


@given(readings)
def test_a_packed_reading_is_the_same(reading: Reading) -> None:
    assert packing.unpack(packing.pack(reading)) == reading


@pytest.mark.parametrize("made", [second, crowd])
def test_a_packed_reading_is_small(made) -> None:
    article, reading = made()
    packed = packing.pack(reading)
    assert packing.unpack(packed) == reading
    assert len(packed) < 0.4 * len(article.text.encode())


def test_far_places_long_texts_and_exact_confidences_are_kept() -> None:
    evidence = Evidence((Span(3_000_000, 3_000_200), Span(0, 0)), "a rule " * 100, 1 / 3)
    many = tuple(replace(second()[1].officials[0], name=f"name {number}") for number in range(200))
    reading = Reading(outlet=Stated("\ud800 \U0001f600", evidence), officials=many)
    assert packing.unpack(packing.pack(reading)) == reading


def test_what_is_not_whole_is_no_reading() -> None:
    with pytest.raises((IndexError, ValueError, KeyError, zlib.error)):
        packing.unpack(packing.pack(second()[1])[:20])


def test_the_form_is_that_of_its_version() -> None:
    """What changes the form makes what is in libraries unreadable, unless ``DERIVE_VERSION`` is raised."""
    classes = (getattr(model, name) for name in "Reading Official Meeting Post Ceremony Statement".split())
    shape = repr([[field.name for field in fields(one)] for one in classes])
    form = hashlib.sha256(packing._COMMON + repr((packing._TEXTS, packing._OWN, shape)).encode())
    assert (DERIVE_VERSION, form.hexdigest()[:12]) == (4, "84037afb910f")


def test_what_readings_have_in_common_is_as_the_packer_writes_it() -> None:
    assert b"".join(packing._written(_typical(*which)) for which in TYPICAL) == packing._TYPICAL


TYPICAL = (
    ("encounter.call_on.", "US", "JP", "maritime", "official.rank", 300),
    ("encounter.meet.", "AZ", "TR", "military-cooperation", "country.home", 160),
    ("encounter.receive.", "GE", "IT", "regional-security", "country.post", 40),
)


def _typical(verb: str, home: str, away: str, topic: str, of_country: str, at: int) -> Reading:
    """One meeting of two officials as articles tell of it; ``at``: where the first is named."""

    def why(rule: str, start: int, length: int = 12, sure: float = 0.9) -> Evidence:
        return Evidence((Span(start, start + length),), rule, sure)

    def official(name: str, country: str, role: Role, start: int) -> Official:
        post = Post("Minister", None, country, why("post.phrase", start - 30, 28))
        return Official(
            name,
            Stated("General", why("rank.form", start - 10, 9)) if of_country != "country.post" else None,
            (post,),
            Stated(country, why(of_country, start - 30, 28, 0.95)),
            Stated(role, why(f"role.{role.value}", start)),
            (Span(start, start + 12), Span(start + 212, start + 224)),
            Evidence((Span(start, start + 12),), "official.post", 0.95),
        )

    met = why(verb, at + 13, 8)
    guest, host, there = why(verb, at + 66), why(verb, at), Stated("Baku", why("place.dateline", 0, 4, 0.8))
    meeting = Meeting(
        Stated(MeetingKind.MEETING, met),
        Stated(MeetingStatus.HELD, met),
        Stated("2024-01-02", why("date.dateline", 14, 7, 0.8)),
        there,
        None,
        (Stated("host", host),),
        (Stated("guest", guest),),
        (),
        (Stated(home, why("parties.countries", at)), Stated(away, why("parties.countries", at + 66))),
        None,
        tuple(Stated(topic, why("topics.sure", start, 20, 0.92)) for start in (280, 330, 470)),
        met,
    )
    return Reading(
        outlet=Stated("", why("outlet.reports", 172, 8)),
        dateline=Dateline(
            Stated("Baku", why("dateline.head", 0, 4)), Stated("2024-01-02", why("dateline.date", 14, 7))
        ),
        officials=(official("host", home, Role.HOST, at), official("guest", away, Role.GUEST, at + 66)),
        meetings=(meeting,),
        ceremonies=(Ceremony("", why("ceremony.homage", 400)),) if of_country == "country.home" else (),
        statements=(Statement("host", "say", Span(290, 330), why("statement.that", 290, 40, 0.85)),),
    )
