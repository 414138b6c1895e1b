"""Two articles side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.across.comparing import Comparison, Kind, Pair, compare
from store.across.differences import Difference, Told, main_words, same_post
from store.across.told import lines
from store.errors import LibraryError
from store.library import Library
from store.model import Evidence, Post, Reading
from tests import fabricated as readings

Make = Callable[..., Library]


def facts(found: Comparison) -> dict[tuple[str, str], tuple[str | None, str | None]]:
    return {
        (one.what, one.label): (
            one.first.said if one.first else None,
            one.second.said if one.second else None,
        )
        for one in found.facts
    }


def test_the_samples(samples: Library) -> None:
    found = samples.across.comparison_of(1, 3)
    told = facts(found)
    assert told["ordinal", "number of the occasion"] == ("15th", "17th")
    assert told["holder", "Second Chief of the General Staff, Armed Forces, TR"] == (
        "Irfan Ozsert",
        "Levent Ergün",
    )
    assert told["organisation", "Organization of Turkic States"] == (None, "Organization of Turkic States")
    assert told["name", "Victory Park"] == (None, "Victory Park")
    assert told["site", "Victory Monument"] == (None, "Victory Monument")
    assert ("person", "Zakir Hasanov") not in told
    assert not any(what == "post" for what, _ in told), (
        "Defense Minister and Minister of Defense are one post"
    )
    assert not any(label.startswith("Alley") for _, label in told)


def test_standing_formulas_are_told(samples: Library) -> None:
    for first, second in ((1, 3), (3, 1)):
        found = samples.across.comparison_of(first, second)
        later = found.second if second == 3 else found.first
        standing = [one.standing for one in found.sentences if one.standing is not None]
        homage = [one for one in standing if "graves" in later.text[slice(*one.span)]]
        assert [(one.count, one.since.date if one.since else None) for one in homage] == [(2, "2023-12-06")]


def test_sentences_are_aligned(samples: Library) -> None:
    found = samples.across.comparison_of(1, 3)
    (homage,) = [one for one in found.sentences if one.second and "graves" in words(found, one)[1]]
    assert homage.kind is Kind.CHANGED
    assert "graves" in words(found, homage)[0]
    told = [
        (found.first.text[slice(*one.first)], found.second.text[slice(*one.second)])
        for one in homage.changes
        if one.first and one.second
    ]
    assert ("meeting Turkish delegation", "representatives from fraternal state") in told


def words(found: Comparison, pair: Pair) -> tuple[str, str]:
    return (
        found.first.text[slice(*pair.first)] if pair.first else "",
        found.second.text[slice(*pair.second)] if pair.second else "",
    )


@pytest.mark.parametrize("number", [1, 2, 3])
def test_an_article_is_as_itself(samples: Library, number: int) -> None:
    found = samples.across.comparison_of(number, number)
    assert not found.differs
    assert {one.kind for one in found.sentences} == {Kind.SAME}
    assert "the same" in str(samples.across.comparison_page(number, number).blocks)


def test_an_article_that_is_gone(samples: Library) -> None:
    with pytest.raises(LibraryError):
        samples.across.comparison_of(1, 99)


def made(text: str, reading: Reading | None = None, article: int = 1) -> Told:
    return Told(article, f"a{article}", "2024-01-01", "heading", None, text, reading or Reading())


def test_a_sentence_that_stands_elsewhere_is_moved() -> None:
    one, two, three, four = (
        "The sides discussed regional security and trade.",
        "Both ministers praised the work of the border guards.",
        "A plan of training for pilots was signed.",
        "The guests left in the evening.",
    )
    found = compare(
        made(" ".join((one, two, three, four))), made(" ".join((two, three, one, four)), article=2)
    )
    assert [(words(found, pair)[0], pair.moved) for pair in found.sentences] == [
        (two, False),
        (three, False),
        (one, True),
        (four, False),
    ]
    assert found.differs


def test_other_names_alone() -> None:
    found = compare(
        made("He left Ghana on 3 May 2024 again."), made("He left Norway on 9 June 2025 again.", article=2)
    )
    assert [pair.kind for pair in found.sentences] == [Kind.NAMES]
    assert all(one.names for one in found.sentences[0].changes)


SENTENCES = st.sampled_from(
    [
        "The guests laid wreaths and honored the memory of the fallen.",
        "The guests laid a wreath and paid tribute to the memory of the fallen.",
        "Victory Park was visited on 5 May 2024.",
        "Kadıoğlu thanked the hosts for the warm reception in İstanbul.",
        "Kadıoğlu thanked the hosts for the very warm reception in Ankara 🎉.",
        "The sides discussed trade.",
        "The sides discussed trade and regional security.",
        "Photo: MoD",
    ]
)
TEXTS = st.lists(SENTENCES, max_size=7).map(" ".join)


@given(TEXTS, TEXTS)
@settings(max_examples=60, deadline=None)
def test_what_one_drops_the_other_adds(first: str, second: str) -> None:
    there, back = compare(made(first), made(second)), compare(made(second), made(first))
    turned = Counter((one.kind, one.first, one.second, one.moved) for one in there.sentences)
    swapped = {Kind.ADDED: Kind.DROPPED, Kind.DROPPED: Kind.ADDED}
    assert turned == Counter(
        (swapped.get(one.kind, one.kind), one.second, one.first, one.moved) for one in back.sentences
    )
    assert not compare(made(first), made(first)).differs


@given(TEXTS, TEXTS)
@settings(max_examples=60, deadline=None)
def test_every_sentence_is_told_once_and_in_order(first: str, second: str) -> None:
    found = compare(made(first), made(second))
    seconds = [one.second for one in found.sentences if one.second]
    firsts = [one.first for one in found.sentences if one.first]
    assert seconds == sorted(set(seconds))
    assert len(firsts) == len(set(firsts))
    kept = [one.first for one in found.sentences if one.first and one.second and not one.moved]
    assert kept == sorted(kept)
    for one in found.sentences:
        for change in one.changes:
            for span, whole in ((change.first, one.first), (change.second, one.second)):
                assert span is None or (
                    whole is not None and whole.start <= span.start < span.end <= whole.end
                )


def test_posts_ranks_roles_and_order() -> None:
    article, reading = readings.crowd(3, 1)
    other_article, other = readings.crowd(3, 1)
    text = article.text
    first, *rest = other.officials
    changed = readings.official(
        text, first.name, first.role.value, "GH", "Colonel", (("Deputy Head number 1", "Joint Staff"),)
    )
    told = facts(
        compare(
            made(text, reading),
            made(other_article.text, other.__class__(officials=(changed, *rest), meetings=other.meetings), 2),
        )
    )
    assert told["rank", first.name] == ("Lieutenant General", "Colonel")
    mine, theirs = told["post", first.name]
    assert mine is not None
    assert mine.startswith("Deputy Head number 0")
    assert theirs == "Deputy Head number 1, Joint Staff"


def test_the_order_of_listing() -> None:
    texts = "Ana Ruiz and Bo Ek came. They spoke.", "Bo Ek and Ana Ruiz came. They spoke."
    both = []
    for number, text in enumerate(texts, 1):
        people = tuple(readings.official(text, name, readings.Role.GUEST) for name in ("Ana Ruiz", "Bo Ek"))
        both.append(made(text, Reading(officials=people), number))
    assert facts(compare(*both))["order", "order of listing"] == ("Ana Ruiz, Bo Ek", "Bo Ek, Ana Ruiz")


def test_one_post_in_several_wordings() -> None:
    def post(title: str, organisation: str | None = None, country: str | None = "TR") -> Post:
        return Post(title, organisation, country, Evidence(()))

    assert same_post(post("Defense Minister"), post("Minister of Defence"))
    assert same_post(
        post("2nd Chief of the General Staff", "Armed Forces"), post("Second Chief of the General Staff")
    )
    assert not same_post(post("Chief of the General Staff"), post("Second Chief of the General Staff"))
    assert not same_post(post("Minister of Defense"), post("Minister of Defense", country="AZ"))
    assert not same_post(post("Commander", "Air Force"), post("Commander", "Navy"))
    assert (
        main_words("Ministry of Defense")
        == main_words("Defence Ministry")
        != main_words("Ministry of Health")
    )


def test_candidates_of_the_samples(samples: Library) -> None:
    found = [(one.article, one.reason) for one in samples.across.candidates_of(3)]
    assert found == [
        (1, "the session before in the series, the 15th"),
        (2, "the last meeting of Azerbaijan and Türkiye before"),
    ]


def test_candidates_of_the_first_of_a_series_are_later(samples: Library) -> None:
    assert [(one.article, one.reason) for one in samples.across.candidates_of(1)] == [
        (3, "the session after it in the series, the 17th"),
        (2, "the next meeting of Azerbaijan and Türkiye after"),
    ]
    assert [(one.article, one.reason) for one in samples.across.candidates_of(2)] == [
        (1, "the last meeting of Azerbaijan and Türkiye before"),
        (3, "the next meeting of Azerbaijan and Türkiye after"),
    ]


def test_differences_are_of_one_shape(samples: Library) -> None:
    for one in samples.across.comparison_of(1, 2).facts:
        assert isinstance(one, Difference)
        assert one.first or one.second
        assert one.label


def test_pages_say_days_as_the_rest_of_the_window_does(samples: Library) -> None:
    across = samples.across
    for page in (across.comparison_page(1, 3), across.novelty_page(3), across.reports_page(3)):
        told = "\n".join(lines(page))
        assert "17 Dec 2025" in told
        assert re.search(r"\d{4}-\d\d-\d\d", told) is None
