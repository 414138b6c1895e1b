"""Who said what: speakers, verbs and words said."""

# ruff: noqa: E501 (tables of example sentences)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model import Article, Span
from store.reading.pipeline import read_article
from store.reading.statements import find_statements
from tests.store.reading.splitting import sentences

FOUND = [
    ("Noting that the alliance is strong, the minister emphasized the importance of drills.",
     [("note", "the alliance is strong", "the minister"), ("emphasise", "the importance of drills", "the minister")]),
    ("In turn, Levent Ergün expressed his gratitude to Zakir Hasanov, and noted that ties are good.",
     [("express", "his gratitude to Zakir Hasanov", ""), ("note", "ties are good", "")]),
    ("\"We are ready,\" said Foreign Minister Ararat Mirzoyan, adding that talks go on.",
     [("say", "\"We are ready,\"", ""), ("add", "talks go on", "")]),
    ("\"We are ready,\" Mr Mirzoyan said.", [("say", "\"We are ready,\"", "")]),
    ("“We are ready,” she was quoted as saying.", [("say", "“We are ready,”", "she")]),
    ("Sullivan, for his part, said: \"We stand with you.\"", [("say", "\"We stand with you.\"", "")]),
    ("The Defence Minister Ali Asad told his guest that the base is open, while Mr Omar thanked him for the tour.",
     [("tell", "the base is open", ""), ("thank", "the tour", "")]),
    ("He said the treaty will be signed soon.", [("say", "the treaty will be signed soon", "he")]),
    ("According to the general, trade grows fast.", [("according to", "trade grows fast", "the general")]),
    ("Trade grows fast, according to Prime Minister Ali Asadov.", [("according to", "Trade grows fast", "")]),
    ("Quang pointed out that a hotline is needed and suggested that police open it.",
     [("point out", "a hotline is needed", ""), ("suggest", "police open it", "")]),
    ("Zelensky thanked Oslo for the drones.", [("thank", "the drones", "")]),
]  # fmt: skip

NOTHING = [
    "It was noted that trade grows.",
    "The importance of drills was emphasised.",
    "The ministry said in a statement.",
    "The State Department opened its doors.",
    "Secretary Rubio met Minister Cho in Munich.",
    "",
]

TRANSCRIPT = (
    "MINISTER COLLINS:\tGood afternoon.\n\nJOURNALIST:\tDid you meet?\n\nMINISTER TIKODUADUA: We did.\n"
)


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_statements_are_found(text: str, expected: list[tuple[str, str, str]]) -> None:
    hits = find_statements(text, sentences(text))
    assert [(hit.verb, text[slice(*hit.said)], hit.anaphor) for hit in hits] == expected


@pytest.mark.parametrize("text", NOTHING)
def test_no_statement_without_a_speaker(text: str) -> None:
    assert find_statements(text, sentences(text)) == []


def test_the_speaker_stretch_holds_the_name_and_no_introduction() -> None:
    text = "For his part, Army General Levent Ergün, who leads the delegation, stressed that ties are strong."
    (hit,) = find_statements(text, sentences(text))
    speaker = text[slice(*hit.speaker)]
    assert speaker.startswith("Army General Levent Ergün")
    assert "stressed" not in speaker


def test_a_transcript_gives_a_statement_for_each_speaker_but_journalists() -> None:
    hits = find_statements(TRANSCRIPT, sentences(TRANSCRIPT))
    assert [(TRANSCRIPT[slice(*h.speaker)], TRANSCRIPT[slice(*h.said)]) for h in hits] == [
        ("MINISTER COLLINS", "Good afternoon"),
        ("MINISTER TIKODUADUA", "We did"),
    ]


WORDS = st.sampled_from(
    ["X said", "that", "the minister", "noted", ",", "and", "“", "”", '"', "told", "Mr Y", "according to", ":",
     "thanked", "for", "was", "quoted as saying", ".", "\n", "İ", "MINISTER X: y\n", "pointed out", "while"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join)))
def test_any_text_gives_spans_that_lie_in_it(text: str) -> None:
    for spans in (sentences(text), [Span(0, len(text))]):
        for hit in find_statements(text, spans):
            for a, b in (hit.speaker, hit.said):
                assert 0 <= a < b <= len(text)
            assert hit.verb


def test_what_the_outlet_reports_is_nobodys_statement() -> None:
    text = (
        "TBILISI, March 3. The Minister of Defence of Georgia, Irakli Beridze, received the Ambassador of Peru,"
        " Inés Quiroga, on Monday, Trend reports via the Ministry. Irakli Beridze noted that ties are strong."
    )
    read = read_article(Article("a", text)).statements
    assert [(one.speaker, one.verb) for one in read] == [("Irakli Beridze", "note")]
