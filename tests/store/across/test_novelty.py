"""What is new in an article, and what is said again and again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.across import novelty
from store.across.earlier import Everything, Few
from store.across.novelty import Kind, Novelty, SentenceTold
from store.database import across_text
from store.errors import LibraryError
from store.library import Library
from store.model import Filter, Reading, Span
from tests.store.conftest import prose

Make = Callable[..., Library]
HOMAGE = "The guests visited the Alley of Honor, laid a wreath and honored the memory of the fallen soldiers."
DRILLS = "The sides agreed to hold joint exercises of mountain troops next spring near the northern border."


def meeting(guest: str, country: str, more: str = "") -> str:
    """An article on the reception of a guest."""
    return (
        f"The Minister of Defense of Ghana, General Kofi Mensah received the Ambassador of {country},"
        f" {guest}, who came on a courtesy visit to the ministry in Accra. {more} This was written for tests."
    )


def text_of(library: Library, article: int) -> str:
    opened = library.article(article)
    assert opened is not None
    return opened.article.text


def told_of(library: Library, article: int, scope: str = "all") -> Novelty:
    found = library.across.novelty_of(article, scope)
    assert found is not None
    return found


def sentence(library: Library, found: Novelty, beginning: str) -> SentenceTold:
    """The sentence with these words."""
    text = text_of(library, found.article)
    (only,) = [one for one in found.sentences if beginning in text[slice(*one.span)]]
    return only


def test_posts_are_no_names(read_library: Make) -> None:
    library = read_library(
        ("2024-05-03", "The harvest was good this year."),
        (
            "2024-05-04",
            "He was told of the appointment of a Permanent Representative and a Minister of National Unity."
            " The Office of the President was visited. At the Peace Monument there was music.",
        ),
    )
    found = told_of(library, 2)
    text = text_of(library, 2)
    assert [text[slice(*span)] for span in found.names] == ["Office of the President", "Peace Monument"]


def test_the_samples(samples: Library) -> None:
    found = told_of(samples, 3)
    text = text_of(samples, 3)
    homage = sentence(samples, found, "visited the graves")
    assert (homage.kind, homage.count) == (Kind.FORMULA, 2)
    assert homage.since is not None
    assert homage.since.date == "2023-12-06"
    park = sentence(samples, found, "Victory Park")
    assert park.kind is Kind.NEW
    assert [text[slice(*span)] for span in found.names] == [
        "Victory Park",
        "Victory Monument",
        "Organization of Turkic States",
    ]
    states = sentence(samples, found, "Turkic States")
    assert "Organization of Turkic States" in [text[slice(*span)] for span in states.fresh]
    changed = sentence(samples, found, "comprehensive exchange of views")
    assert changed.kind is Kind.CHANGED
    assert changed.nearest is not None
    assert changed.nearest.article == 1
    assert "discussed" in [change.was for change in changed.changed]


@pytest.mark.parametrize(("scope", "earlier"), [("series", 1), ("pair", 2), ("all", 2)])
def test_scopes(samples: Library, scope: str, earlier: int) -> None:
    found = told_of(samples, 3, scope)
    assert (found.scope, found.earlier, found.beyond) == (scope, earlier, 0)
    assert samples.across.scopes_of(3) == ("series", "pair", "all")


def test_an_article_without_a_series(samples: Library) -> None:
    assert samples.across.novelty_of(2, "series") is None
    assert samples.across.scopes_of(2) == ("pair", "all")
    assert "no series" in str(samples.across.novelty_page(2, "series").blocks)


def test_the_first_article_is_all_new(samples: Library) -> None:
    found = told_of(samples, 1)
    assert found.earlier == 0
    assert {one.kind for one in found.sentences} == {Kind.NEW}
    assert all(one.fresh for one in found.sentences)


def test_a_formula_with_other_names(read_library: Make) -> None:
    guests = (
        ("Anna Lind", "Sweden"),
        ("Juan Perez", "Spain"),
        ("Ivan Horvat", "Croatia"),
        ("Aino Koski", "Finland"),
    )
    library = read_library(
        *((f"2024-0{n}-11", meeting(*guest, HOMAGE)) for n, guest in enumerate(guests, 1)),
        ("2024-09-11", meeting("Li Wei", "China", f"{HOMAGE} {DRILLS}")),
    )
    found = told_of(library, 5)
    received = sentence(library, found, "received the Ambassador")
    assert (received.kind, received.count, received.more) == (Kind.FORMULA, 4, False)
    assert received.other_names
    assert received.changed == ()
    homage = sentence(library, found, "laid a wreath")
    assert (homage.kind, homage.count, homage.changed) == (Kind.FORMULA, 4, ())
    assert homage.since is not None
    assert homage.since.article == 1
    drills = sentence(library, found, "mountain troops")
    assert (drills.kind, drills.count) == (Kind.NEW, 0)


def test_a_formula_is_counted_with_any_town_in_it(read_library: Make) -> None:
    towns = ("Wa", "Tema", "Wa", "Ho", "Tema", "Wa")
    names = ("Lind", "Berg", "Holm", "Ek", "Dahl", "Falk")
    said = "The delegation arrived in {} on a working visit and was welcomed at the airport by many people."
    library = read_library(
        *(
            (f"2024-0{n}-11", meeting(f"Anna {name}", "Sweden", said.format(town)))
            for n, (name, town) in enumerate(zip(names, towns, strict=True), 1)
        )
    )
    arrived = sentence(library, told_of(library, 6), "airport")
    assert (arrived.kind, arrived.count) == (Kind.FORMULA, 5)
    assert arrived.since is not None
    assert arrived.since.article == 1


def test_a_near_copy_shows_the_changed_words(read_library: Make) -> None:
    library = read_library(
        ("2024-01-11", meeting("Anna Lind", "Sweden", HOMAGE)),
        ("2024-02-11", meeting("Li Wei", "China", DRILLS)),
        ("2024-03-11", meeting("Juan Perez", "Spain", DRILLS.replace("mountain", "airborne"))),
    )
    found = told_of(library, 3)
    text = text_of(library, 3)
    drills = sentence(library, found, "airborne")
    assert drills.kind is Kind.CHANGED
    assert [(text[slice(*one.span)], one.was) for one in drills.changed if one.span] == [
        ("airborne", "mountain")
    ]
    assert [text[slice(*span)] for span in drills.fresh] == ["airborne"]
    assert drills.nearest is not None
    assert (drills.nearest.article, drills.nearest.text) == (2, DRILLS)


def test_articles_of_the_same_day_are_not_earlier(read_library: Make) -> None:
    library = read_library(
        ("2024-01-11", meeting("Anna Lind", "Sweden", HOMAGE)),
        ("2024-01-11", meeting("Anna Lind", "Sweden", HOMAGE) + " So says another outlet."),
    )
    assert told_of(library, 2).earlier == 0


def test_the_report_of_the_day_before_is_no_earlier_meeting_of_the_pair(read_library: Make) -> None:
    """Of all articles it is an earlier one: whoever copies says nothing new."""
    library = read_library(
        ("2023-01-11", meeting("Ivan Horvat", "Croatia", HOMAGE)),
        ("2024-01-11", meeting("Anna Lind", "Sweden", HOMAGE)),
        ("2024-01-12", meeting("Anna Lind", "Sweden", f"{HOMAGE} So says another outlet.")),
        ("2024-03-11", meeting("Anna Lind", "Sweden", f"{HOMAGE} It was warm.")),
    )
    assert [told_of(library, 3, scope).earlier for scope in ("all", "pair")] == [2, 0]
    pair = told_of(library, 3, "pair")
    assert pair.apart == 1
    assert "1 earlier report of the same meeting was left out" in str(
        library.across.novelty_page(3, "pair").blocks
    )
    assert (told_of(library, 4, "pair").earlier, told_of(library, 4, "pair").apart) == (2, 0)


def test_it_can_be_cancelled(samples: Library) -> None:
    asked = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) > 3

    found = samples.across.novelty_of(3, "all", cancelled)
    assert found is not None
    assert len(found.sentences) == 3
    assert len(asked) == 4


def test_a_standing_phrase_in_a_new_sentence(read_library: Make) -> None:
    phrase = "confirmed the readiness of both armies to stand together"
    library = read_library(
        ("2024-01-11", meeting("Anna Lind", "Sweden", f"Speakers {phrase} in hard times.")),
        ("2024-02-11", meeting("Li Wei", "China", f"Before lunch a toast {phrase}.")),
        (
            "2024-03-11",
            meeting("Juan Perez", "Spain", f"Later on a letter {phrase} whatever may come of it."),
        ),
        (
            "2024-04-11",
            meeting(
                "Aino Koski",
                "Finland",
                "Reporters were told by a spokesman that the treaty of friendship which had been"
                f" signed in secret last year {phrase}.",
            ),
        ),
    )
    found = told_of(library, 4)
    told = sentence(library, found, "treaty of friendship")
    text = text_of(library, 4)
    assert [(text[slice(*one.span)], one.count) for one in told.phrases] == [(phrase, 3)]


def test_the_index_and_a_look_through_say_the_same(samples: Library) -> None:
    text = text_of(samples, 3)
    reading = samples.article(3).reading  # type: ignore[union-attr]
    with samples._database.reading() as connection:
        place = across_text.place_of(connection, 3)
        assert place is not None
        every = Everything(connection, place.first, place.before)
        places = across_text.places_of(connection, [1, 2], place.first, place.before)
        assert novelty.told(text, reading, every) == novelty.told(text, reading, Few(connection, places))


def test_of_a_very_long_article_the_beginning_is_looked_at(
    samples: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(novelty, "SENTENCES_AT_MOST", 3)
    found = told_of(samples, 3)
    assert (len(found.sentences), found.passed_over) == (3, 7)
    assert "7 more were not looked at" in str(samples.across.novelty_page(3).blocks)


def test_an_article_that_is_gone(library: Library) -> None:
    with pytest.raises(LibraryError):
        library.across.novelty_of(7)
    assert library.across.scopes_of(7) == ()


def test_undated_articles_are_compared_with_those_before(library: Library) -> None:
    library.import_texts(
        [("a", prose(HOMAGE, 1)), ("b", prose(HOMAGE, 2)), ("c", prose(HOMAGE + " " + DRILLS, 3))]
    )
    found = told_of(library, 3)
    assert found.earlier == 2
    assert sentence(library, found, "wreath").kind is Kind.FORMULA
    assert sentence(library, found, "mountain").kind is Kind.NEW


WORDS = st.sampled_from(
    "the guests laid Kadıoğlu wreath on 5 May 🎉 in İstanbul and honored Victory Park".split()
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=12).map(lambda said: " ".join(said).capitalize() + ".")


@given(st.lists(SENTENCES, min_size=1, max_size=6))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_spans_are_in_the_text_and_in_order(samples: Library, said: list[str]) -> None:
    text = " ".join(said)
    with samples._database.reading() as connection:
        place = across_text.place_of(connection, 3)
        assert place is not None
        every = Everything(connection, place.first, place.before)
        sentences, names, _ = novelty.told(text, Reading(), every)
    spans = [one.span for one in sentences]
    assert spans == sorted(spans)
    for one in sentences:
        inner = list(one.fresh)
        assert inner == sorted(inner)
        for span in (
            *inner,
            *(phrase.span for phrase in one.phrases),
            *(c.span for c in one.changed if c.span),
        ):
            assert one.span.start <= span.start < span.end <= one.span.end
    assert all(Span(0, 0) < name <= Span(len(text), len(text)) for name in names)


def test_it_only_reads(samples: Library) -> None:
    before = samples.ids(Filter())
    told_of(samples, 3)
    assert samples.ids(Filter()) == before
