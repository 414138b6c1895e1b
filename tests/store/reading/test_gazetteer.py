"""Lexicon hits over tokens: the longest form wins, capitals count."""

from __future__ import annotations

import pytest

from tests.store.reading.phrased import hits_of, words


def found(text: str) -> list[tuple[str, str, str]]:
    tokens, hits = hits_of(text)
    each = {id(hit): hit for hit in hits if hit is not None}.values()
    return [
        (words(tokens, hit.first, hit.last), hit.entry.kind.value, hit.entry.code or hit.entry.value)
        for hit in each
    ]


HITS = (
    ("the Republic of Korea", "Republic of Korea", "country", "KR"),
    ("in South Korea today", "South Korea", "country", "KR"),
    ("the South Korean navy", "South Korean", "adjective", "KR"),
    ("Türkiye and others", "Türkiye", "country", "TR"),
    ("the U.S. side", "U.S.", "country", "US"),
    ("the Secretary-General of NATO", "NATO", "organisation", "NATO"),
    ("the European Union", "European Union", "organisation", "EU"),
    ("he arrived in Kathmandu", "Kathmandu", "city", "NP"),
    ("Lieutenant General Sato", "Lieutenant General", "rank", "Lieutenant General"),
    ("Lt. Gen. Sato", "Lt. Gen.", "rank", "Lieutenant General"),
    ("Rear Admiral Holm", "Rear Admiral", "rank", "Rear Admiral"),
    ("lieutenant general Sato", "lieutenant general", "rank", "Lieutenant General"),
    ("Sheikh Omar", "Sheikh", "honorific", "Sheikh"),
    ("Côte d’Ivoire signed", "Côte d’Ivoire", "country", "CI"),
    ("the Democratic Republic of the Congo", "Democratic Republic of the Congo", "country", "CD"),
)


@pytest.mark.parametrize(("text", "form", "kind", "meaning"), HITS)
def test_forms_are_found_whole(text: str, form: str, kind: str, meaning: str) -> None:
    assert (form, kind, meaning) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "give us a chance",
        "who said it",
        "he was general of spirit",
        "the turkey was good",
        "chad and nice words",
    ],
)
def test_small_letters_and_pronouns_are_no_forms(text: str) -> None:
    assert found(text) == []


def test_general_before_a_title_is_no_rank() -> None:
    assert not any(kind == "rank" for _, kind, _ in found("the General Secretary spoke"))
    assert ("General", "rank", "General") in found("then General Sato spoke")


def test_hits_cover_their_tokens_and_do_not_overlap() -> None:
    tokens, hits = hits_of(
        "Lieutenant General Omar Balanov of the Republic of Korea met the U.S. Ambassador in Lima."
    )
    for at, hit in enumerate(hits):
        if hit is not None:
            assert hit.first <= at < hit.last
            assert all(hits[other] is hit for other in range(hit.first, hit.last))
    assert len(hits) == len(tokens)
