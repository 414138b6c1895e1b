"""Sentences word by word, with names and numbers told from the rest."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from store.across.likeness import changes, likeness
from store.across.proper import names_in
from store.across.sentences import SLOT, Sentence, sentences_of, spans_in_order, stem
from store.folding import words
from store.model import Reading, Span
from tests import fabricated as readings

PIECES = st.sampled_from(
    [
        *"The sides discussed Kadıoğlu İrfan Türkiye Straße naïve 17th 2025 December wreaths.".split(),
        *"\n\n|Victory Park;|-|–|🎉|e\u0301t|military-technical|soft\u00adhyphen|\u200bU.S.|(Martyrs)".split(
            "|"
        ),
        *"Həsənov ﬁnal &amp; con-\nnected".split(" "),
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=80)


def one(text: str) -> Sentence:
    """The only sentence of a text."""
    (found,) = sentences_of(text, Reading())
    return found


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_spans_are_in_the_text_and_in_order(text: str) -> None:
    behind = 0
    for sentence in sentences_of(text, Reading()):
        assert behind <= sentence.span.start < sentence.span.end <= len(text)
        at = sentence.span.start
        for word in sentence.words:
            assert at <= word.span.start < word.span.end <= sentence.span.end
            at = word.span.end
            assert words(text[slice(*word.span)]) == word.folded.split()
        behind = sentence.span.end


@given(TEXTS, TEXTS)
@settings(max_examples=60, deadline=None)
def test_what_is_called_equal_has_the_same_words(first: str, second: str) -> None:
    for mine in sentences_of(first, Reading()):
        for theirs in sentences_of(second, Reading()):
            told = changes(mine, theirs)
            rest = [
                _without(mine, [one.first for one in told if one.first]),
                _without(theirs, [one.second for one in told if one.second]),
            ]
            assert rest[0] == rest[1]
            assert 0 <= likeness(mine, theirs) <= 1
            back = changes(theirs, mine)
            assert [(one.second, one.first, one.names) for one in back] == [
                (one.first, one.second, one.names) for one in told
            ]


def _without(sentence: Sentence, spans: list[Span]) -> list[str]:
    assert spans == sorted(spans)
    return [
        word.folded
        for word in sentence.words
        if not any(span.start <= word.span.start < span.end for span in spans)
    ]


def test_a_sentence_is_as_itself() -> None:
    same = one("The guests laid wreaths and honored their memory.")
    assert changes(same, same) == ()
    assert likeness(same, same) == 1


def test_names_ranks_posts_dates_numbers_and_countries_are_slots() -> None:
    article, reading = readings.second()
    first = sentences_of(article.text, reading)[1]
    slots = {word.folded: word.slot for word in first.words}
    assert {slots[word] for word in ("zakir", "ergun")} == {"name"}
    assert slots["colonel"] == "rank"
    assert slots["second"] == "post"
    assert slots["17th"] == "number"
    assert slots["azerbaijan"] == "country"
    assert slots["trend"] == "source"
    assert slots["received"] == slots["delegation"] == slots["visit"] == ""
    assert SLOT in first.items
    assert "zakir" not in first.items


def test_a_rank_that_is_told_again_is_a_slot() -> None:
    said = one("In turn, Army General expressed his gratitude.")
    assert [word.folded for word in said.words if word.slot] == ["army", "general"]


def test_a_letter_that_is_two_words_is_one_here() -> None:
    text = "It took 5\u2156"
    (sentence,) = sentences_of(text, Reading())
    assert " ".join(sentence.said(0, len(sentence.words))) == " ".join(words(text))
    assert sentence.words[-1].span.end == len(text)


def test_the_number_of_a_paragraph_is_no_sentence() -> None:
    found = sentences_of("1.\n\nThe sides met again.\n\n2.\n\nThey agreed on a plan.", Reading())
    assert [sentence.words[0].folded for sentence in found] == ["the", "they"]


def test_may_is_a_month_only_beside_a_number() -> None:
    assert one("It may rain on 3 May here.").items == ("it", "may", "rain", "on", SLOT, "here")


def test_plurals_are_one_word() -> None:
    assert {stem("wreaths"), stem("wreath")} == {"wreath"}
    assert (stem("countries"), stem("class"), stem("is")) == ("country", "class", "is")


def test_proper_names() -> None:
    text = "Moreover, Victory Park was visited by members of the Organization of Turkic States on Monday."
    sentence = one(text)
    names = [text[slice(*sentence.stretch(*name))] for name in names_in(text, sentence)]
    assert names == ["Victory Park", "Organization of Turkic States"]


def test_a_heading_in_capitals_tells_no_names() -> None:
    sentence = one("Ministers Discuss Mutual Cooperation In Many Fields")
    assert list(names_in("Ministers Discuss Mutual Cooperation In Many Fields", sentence)) == []


def test_spans_that_touch_are_one() -> None:
    assert spans_in_order([Span(5, 9), Span(0, 5), Span(12, 13)]) == (Span(0, 9), Span(12, 13))
