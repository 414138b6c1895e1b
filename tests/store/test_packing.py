"""A packed reading is the very same reading, and small."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import fields, replace

import pytest
from hypothesis import given

from store import model, packing
from store.derive import DERIVE_VERSION
from store.model import Evidence, Reading, Span, Stated
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
    form = hashlib.sha256(packing._common() + repr((packing._TEXTS, packing._OWN, shape)).encode())
    assert (DERIVE_VERSION, form.hexdigest()[:12]) == (4, "84037afb910f")
