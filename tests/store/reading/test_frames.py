"""Verb frames of encounters in sentences of many ministries."""

from __future__ import annotations

import itertools

import pytest

from store.reading.frames import Frame, FrameKind, find_frames
from tests.store.reading.phrased import tokens_of, words


def frames_of(text: str) -> list[tuple[str, str]]:
    tokens = tokens_of(text)
    return [
        (f.kind.value, words(tokens, f.first, f.last).lower()) for f in find_frames(tokens, 0, len(tokens))
    ]


def frame_of(text: str) -> Frame:
    tokens = tokens_of(text)
    return find_frames(tokens, 0, len(tokens))[0]


KINDS = (
    ("General Sato received Admiral Lindqvist.", "receive", "received"),
    ("President Mensah-Addo hosted the Prime Minister of Fiji.", "receive", "hosted"),
    ("The Emir granted an audience to Minister Holm.", "receive", "granted an audience to"),
    ("Minister Quiroga was received by President Tamm.", "received", "was received by"),
    ("The envoy was warmly welcomed by the Speaker.", "received", "was warmly welcomed by"),
    ("Ambassador Okafor paid a courtesy call on Minister Rahimov.", "call_on", "paid a courtesy call on"),
    ("The High Commissioner called on the Chief of Naval Staff.", "call_on", "called on"),
    (
        "Ambassador Petrosyan presented his credentials to the King.",
        "call_on",
        "presented his credentials to",
    ),
    ("The envoy paid him a farewell visit.", "call_on", "paid"),
    ("Ambassador Okafor paid the President a courtesy call.", "call_on", "paid"),
    (
        "Minister Holm discussed trade and bilateral ties with General Sato.",
        "meet",
        "discussed trade and bilateral ties with",
    ),
    ("General Sato has discussed with the Ambassador of Fiji.", "meet", "discussed with"),
    ("Minister Holm met with his counterpart.", "meet", "met with"),
    ("Holm met Sato on Monday.", "meet", "met"),
    ("Minister Holm held talks with General Sato.", "meet", "held talks with"),
    ("They held bilateral talks in Suva with Minister Naidu.", "meet", "held bilateral talks in suva with"),
    (
        "Minister Holm had a telephone conversation with Minister Naidu.",
        "call",
        "had a telephone conversation with",
    ),
    ("Prime Minister Tamm spoke by phone with President Mensah.", "call", "spoke by phone with"),
    ("The meeting was attended by General Sato.", "accompany", "meeting was attended by"),
    ("He was accompanied by Colonel Naidu.", "accompany", "accompanied by"),
    ("General Sato attended the meeting.", "attend", "attended the meeting"),
    ("Colonel Naidu was also present.", "attend", "was also present"),
    ("The 5th Joint Committee was held in Suva.", "held", "was held"),
    ("The conference took place in Suva.", "held", "took place"),
)


@pytest.mark.parametrize(("text", "kind", "found"), KINDS)
def test_the_words_tell_what_kind_of_encounter_it_is(text: str, kind: str, found: str) -> None:
    assert (kind, found) in frames_of(text)


@pytest.mark.parametrize(
    "text",
    ["The army bought ten boats.", "He praised the minister.", "Rain fell."],
)
def test_other_sentences_have_no_frame(text: str) -> None:
    assert frames_of(text) == []


def test_frames_tell_time_and_denial() -> None:
    assert frame_of("Minister Holm will meet with General Sato on Friday.").planned
    assert frame_of("Minister Holm is scheduled to hold talks with General Sato.").planned
    assert not frame_of("Minister Holm met with General Sato.").planned
    assert frame_of("Minister Holm had earlier met with General Sato.").background
    assert frame_of("Minister Holm did not meet with General Sato.").negated
    assert frame_of("The meeting with General Sato was cancelled.").negated
    assert not frame_of("Minister Holm met with General Sato.").negated


def test_frames_are_in_order_and_apart() -> None:
    tokens = tokens_of(
        "Holm received Sato, met with Naidu and spoke by phone with Tamm, and attended the meeting."
    )
    found = find_frames(tokens, 0, len(tokens))
    assert [frame.kind for frame in found] == [
        FrameKind.RECEIVE, FrameKind.MEET, FrameKind.CALL, FrameKind.ATTEND,
    ]  # fmt: skip
    assert all(one.last <= other.first for one, other in itertools.pairwise(found))
    assert all(frame.rule.startswith("encounter.") for frame in found)


def test_a_stretch_is_read_by_itself() -> None:
    tokens = tokens_of("Holm received Sato. Naidu met with Tamm.")
    (first, last, _) = tokens.sentences[1]
    (frame,) = find_frames(tokens, first, last)
    assert words(tokens, frame.first, frame.last) == "met with"


@pytest.mark.parametrize("name", ["Ticona", "Abe", "Guthrie Agathe", "Yamada"])
def test_the_end_of_a_name_is_no_article(name: str) -> None:
    tokens = tokens_of(f"Minister {name} received Ambassador Holm and {name} met Colonel Naidu.")
    assert [f.kind.value for f in find_frames(tokens, 0, len(tokens))] == ["receive", "meet"]
