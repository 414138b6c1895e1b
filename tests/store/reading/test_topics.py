"""Topics of stretches of prose: a large table of sentences by its pooled score, and the rules one by one."""

# ruff: noqa: E501 (tables of example sentences)

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import LexiconError
from store.model import Span
from store.reading.phrases import Phrases
from store.reading.topic_tables import TOPICS
from store.reading.topics import find_topics

EXAMPLES = Path(__file__).with_name("topics_examples.tsv")


def examples() -> list[tuple[frozenset[str], str]]:
    rows = []
    for line in EXAMPLES.read_text("utf-8").splitlines():
        if line.startswith(("#", "topics\t")):
            continue
        topics, sentence = line.split("\t")
        rows.append((frozenset(topics.split(",")) - {"-"}, sentence))
    return rows


def topics_of(text: str, parties: tuple[str, ...] = ()) -> set[str]:
    return {hit.topic for hit in find_topics(text, parties=parties)}


def test_the_table_names_only_topics_of_the_closed_list() -> None:
    named = set().union(*(topics for topics, _ in examples()))
    assert named == set(TOPICS)


def test_every_topic_is_read_well_over_the_table() -> None:
    right, said, gold = Counter[str](), Counter[str](), Counter[str]()
    for expected, sentence in examples():
        found = topics_of(sentence)
        right.update(found & expected)
        said.update(found)
        gold.update(expected)
    scores = {topic: 2 * right[topic] / (said[topic] + gold[topic]) for topic in TOPICS}
    assert not {topic: round(score, 2) for topic, score in scores.items() if score < 0.8}
    assert 2 * right.total() / (said.total() + gold.total()) > 0.92


RULES = [
    # lists: each member counts
    ("The prospects of cooperation in the military, military-technical and military educational fields were discussed.",
     {"military-cooperation", "military-technical", "military-education"}),
    ("Regional and international issues were discussed.", {"regional-security", "international-security"}),
    # what an exercise trains for adds nothing
    ("They set the date of an exercise in which staff officers practise guarding pipelines and railways.", {"joint-exercises"}),
    ("The two spoke about search and rescue drills in the eastern Mediterranean.", {"joint-exercises"}),
    ("They praised the counter-terrorism exercise, and discussed trade.", {"joint-exercises", "trade-economy"}),
    # fraternal ties as a basis are no relations; an alliance is
    ("The military cooperation of the two armies is based on fraternal relations of the peoples.", {"military-cooperation"}),
    ("The strategic alliance between the two countries is based on friendship and fraternal relations.", {"political-relations"}),
    # offices and bodies give no topic
    ("He was received by the Minister of Economy, Trade and Industry.", set()),
    ("The Commissioner for Political Affairs, Peace and Security took part.", set()),
    ("The minister of energy and the head of the State Oil Fund were present.", set()),
    ("Commander of KFOR Major General X attended.", set()),
    # a named sea gives maritime; equipping troops is military-technical; war dead are humanitarian
    ("The safety of shipping in the Black Sea was discussed.", {"maritime"}),
    ("They discussed the equipping of two mountain battalions.", {"military-technical"}),
    ("The search for the remains of volunteer soldiers goes on.", {"humanitarian"}),
    # what is denied is no topic
    ("The submarine contract was not discussed.", set()),
    ("He denied reports that the training centre would be closed.", set()),
    # general words count only where nothing particular is said
    ("The sides discussed bilateral cooperation.", {"political-relations"}),
    ("The sides discussed bilateral cooperation in energy.", {"energy-transport"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RULES)
def test_rules_of_reading(text: str, expected: set[str]) -> None:
    assert topics_of(text) == expected


@pytest.mark.parametrize(
    ("parties", "expected"),
    [
        (("KR", "JP", "US"), "regional-security"),
        (("NO", "PT"), "international-security"),
        ((), "international-security"),
    ],
)
def test_a_crisis_is_regional_for_those_who_live_around_it(parties: tuple[str, ...], expected: str) -> None:
    assert topics_of("They discussed the situation on the Korean Peninsula.", parties) == {expected}


def test_hits_say_which_words_give_the_topic() -> None:
    text = "Earlier. The sides discussed joint exercises. Later."
    (hit,) = find_topics(text, 9, 45)
    assert (hit.topic, text[slice(*hit.span)]) == ("joint-exercises", "exercises")
    assert hit.rule == "topics.sure"
    assert 0 < hit.confidence <= 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They co-chaired the Joint Commission of Cooperation and discussed fuel.", {"energy-transport"}),
        ("They discussed drones under Security Council resolution 2801.", {"military-technical"}),
        ("The officers followed the staff talks on drones.", {"military-technical"}),
        ("They discussed the last stretches of the boundary.", {"border-situation"}),
        ("They discussed fuel for relief convoys.", {"humanitarian"}),
        (
            "They discussed fuel, relief convoys and drones.",
            {"energy-transport", "humanitarian", "military-technical"},
        ),
        ("They spoke of the railway that leads to the Caspian Sea.", {"energy-transport"}),
        ("They spoke of patrols in the Caspian Sea.", {"maritime"}),
        ("They discussed loans for a small island state.", {"trade-economy"}),
        ("They discussed the use of drones in recent wars.", {"modern-warfare"}),
    ],
)
def test_the_head_of_an_item_decides_what_it_is_about(text: str, expected: set[str]) -> None:
    assert topics_of(text) == expected


def test_the_words_of_a_topic_do_not_go_on_into_another_clause() -> None:
    text = "He invited a frigate to the regatta and said that yards stood ready."
    assert "defence-industry" not in topics_of(text)


def test_words_outside_the_stretch_do_not_count() -> None:
    text = "They discussed joint exercises. They discussed trade."
    assert {hit.topic for hit in find_topics(text, 32, len(text))} == {"trade-economy"}


def test_words_within_a_name_do_not_count() -> None:
    text = "Ambassador Susan Rice discussed wheat at the Energy House."
    names = [Span(11, 21), Span(45, 57)]
    assert {hit.topic for hit in find_topics(text, names=names)} == {"trade-economy"}
    assert [text[slice(*hit.span)] for hit in find_topics(text, names=names)] == ["wheat"]


def test_broken_and_invisible_signs_do_not_hide_a_word() -> None:
    assert topics_of("They spoke about the cease\u00adfire.") == {"peace-process"}
    assert topics_of("They spoke about Türkiye’s exer\u200bcises.") == {"joint-exercises"}


@pytest.mark.parametrize("pattern", ["..3 word", "word wo*rd", "<unknown> word", "", "word?"])
def test_a_malformed_pattern_is_refused_in_words(pattern: str) -> None:
    with pytest.raises(LexiconError):
        Phrases([(pattern, 0)], {})


PATTERNS = {
    "alpha beta": [
        ("alpha beta", True),
        ("alpha x beta", False),
        ("Alpha Beta.", True),
        ("alpha. beta", False),
    ],
    "alpha ..2 beta": [("alpha beta", True), ("alpha x y beta", True), ("alpha x y z beta", False)],
    "alph* b|c": [("alphabet c", True), ("alps c", False)],
    "alpha the? beta": [("alpha the beta", True), ("alpha beta", True), ("alpha a beta", False)],
    "Alpha": [("Alpha", True), ("alpha", False)],
    "<pair> gamma": [("alpha beta gamma", True), ("delta gamma", True), ("beta gamma", False)],
    "to the alpha": [("to the alpha", True), ("the alpha", False)],
}


@pytest.mark.parametrize(
    ("pattern", "text", "expected"), [(p, t, e) for p, rows in PATTERNS.items() for t, e in rows]
)
def test_the_pattern_language(pattern: str, text: str, expected: bool) -> None:
    from store.reading.phrases import tokens

    phrases = Phrases([(pattern, 7)], {"pair": ["alpha beta", "delta"]})
    assert bool(phrases.scan(tokens(text, 0, len(text)))) is expected


def test_what_is_remembered_of_words_is_dropped_when_it_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    from store.reading.phrases import tokens

    text = "alpha x beta, alpha beta x gamma; delta y gamma, and delta x y gamma"
    words = tokens(text, 0, len(text))
    patterns = [("alpha ..1 beta", 0), ("<pair> ..2 gamma", 1), ("delta y", 2)]
    remembering = Phrases(patterns, {"pair": ["alpha beta", "delta"]}).scan(words)
    monkeypatch.setattr("store.reading.phrases._MOST_STATES", 1)
    forgetting = Phrases(patterns, {"pair": ["alpha beta", "delta"]})
    assert forgetting.scan(words) == forgetting.scan(words) == remembering
    assert [match.payload for match in remembering] == [0, 0, 1, 1, 1, 2]


WORDS = st.sampled_from(
    ["military", "cooperation", "exercises", "in which", "Minister of", "Trade", ",", "and", ".", "Black Sea", "drones",
     "were not discussed", "training", "officers", "İ", "ﬀ", "\n\n", "-\n", "border", "\u200b", "(", "war", "in Gaza"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join)), st.data())
def test_any_text_gives_spans_that_lie_in_the_stretch(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    hits = find_topics(text, start, end)
    assert hits == find_topics(text, start, end)
    for hit in hits:
        assert start <= hit.span.start < hit.span.end <= end
        assert isinstance(hit.span, Span)
        assert hit.topic in TOPICS
