"""A person's rulings over readings: what they change, that they last, and that they can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store import anchors, rulings, upkeep
from store.corrections import Wish
from store.errors import AnchorError, RulingError
from store.library import Library
from store.model import (
    Changes,
    Evidence,
    Fact,
    FactState,
    Filter,
    MeetingKind,
    Occasion,
    Official,
    OpenArticle,
    Post,
    Role,
    Ruling,
    RulingKind,
    Span,
    Statement,
)
from tests import fabricated

REMOVED, CHANGED, ADDED, CONFIRMED = RulingKind
ARTICLE, READING = fabricated.second()
TEXT = ARTICLE.text


def ruling(
    kind: RulingKind, subject: str, quote: str, name: str = "", value: object = None, number: int = 1
) -> Ruling:
    anchor = anchors.make(TEXT, fabricated.words(TEXT, quote))
    return Ruling(number, 1, kind, subject, anchor, name, value)


def laid(*made: Ruling) -> rulings.Ruled:
    return rulings.lay_over(READING, made, TEXT)


def named(ruled: rulings.Ruled, name: str) -> Official:
    (found,) = (one for one in ruled.reading.officials if one.name == name)
    return found


# -- over a reading


def test_without_rulings_a_reading_stays_as_it_is() -> None:
    ruled = laid()
    assert ruled.reading == READING
    assert ruled.states == {}
    assert ruled.unapplied == frozenset()


def test_no_official() -> None:
    ruled = laid(ruling(REMOVED, "official", "Levent Ergün"))
    assert "Levent Ergün" not in [one.name for one in ruled.reading.officials]
    assert ruled.reading.meetings[0].guests == ()
    assert ruled.reading.meetings[0].hosts == READING.meetings[0].hosts


@pytest.mark.parametrize(
    ("field", "value"), [("rank", "General"), ("rank", None), ("country", "GE"), ("role", "attendee")]
)
def test_another_value_of_an_official(field: str, value: str | None) -> None:
    ruled = laid(ruling(CHANGED, "official", "Levent Ergün", field, value))
    found = getattr(named(ruled, "Levent Ergün"), field)
    assert (found.value if found else None) == value
    index = [one.name for one in ruled.reading.officials].index("Levent Ergün")
    assert ruled.states == {Fact("official", index, field): FactState.CORRECTED}
    if found is not None:
        assert found.evidence.rule == rulings.RULE
        (span,) = found.evidence.spans
        assert TEXT[span.start :].startswith("General Levent Ergün" if field == "rank" else "Levent Ergün")


def test_another_name_is_another_name_in_every_meeting() -> None:
    ruled = laid(ruling(CHANGED, "official", "Levent Ergün", "name", "Levent  Ergun"))
    assert named(ruled, "Levent Ergun").mentions
    assert [one.value for one in ruled.reading.meetings[0].guests] == ["Levent Ergun"]


def test_other_posts() -> None:
    posts = [
        {"title": "Second Chief", "organisation": "General Staff", "country": "TR"},
        {"title": "General"},
    ]
    ruled = laid(ruling(CHANGED, "official", "Levent Ergün", "posts", posts))
    first, second = named(ruled, "Levent Ergün").posts
    assert first == Post("Second Chief", "General Staff", "TR", first.evidence)
    assert second == Post("General", None, None, second.evidence)


def test_a_missing_official() -> None:
    value = {"role": "attendee", "rank": "Colonel", "posts": [{"title": "Attaché"}]}
    ruled = laid(ruling(ADDED, "official", "strategic alliance", "", value))
    found = ruled.reading.officials[-1]
    assert (found.name, found.rank and found.rank.value) == ("strategic alliance", "Colonel")
    assert found.role.value is Role.ATTENDEE
    assert fabricated.words(TEXT, "strategic alliance") in found.mentions
    index = len(READING.officials)
    assert ruled.states == {Fact("official", index, ""): FactState.CORRECTED}


def test_what_was_added_can_be_corrected() -> None:
    ruled = laid(
        ruling(ADDED, "official", "strategic alliance"),
        ruling(CHANGED, "official", "strategic alliance", "rank", "Major", 2),
    )
    assert named(ruled, "strategic alliance").rank.value == "Major"  # type: ignore[union-attr]
    assert ruled.unapplied == frozenset()


def test_two_people_read_as_one() -> None:
    """Some of the words that were read as one person name another one."""
    before = named(laid(), "Levent Ergün")
    assert len(before.mentions) > 1
    anchor = anchors.make(TEXT, before.mentions[-1])
    split = Ruling(1, 1, ADDED, "official", anchor, "", {"name": "Ayşe Ergün", "role": "attendee"})
    ruled = laid(split)
    assert named(ruled, "Levent Ergün").mentions == before.mentions[:-1]
    assert named(ruled, "Ayşe Ergün").mentions == before.mentions[-1:]
    assert [one.value for one in ruled.reading.meetings[0].guests] == ["Levent Ergün"]
    assert ruled.unapplied == frozenset()


def test_more_words_of_whom_was_added() -> None:
    before = named(laid(), "Levent Ergün")
    made = [
        Ruling(n, 1, ADDED, "official", anchors.make(TEXT, span), "", {"name": "Ayşe Ergün", "rank": "Major"})
        for n, span in enumerate(before.mentions, 1)
    ]
    some = laid(*made[1:])
    assert named(some, "Ayşe Ergün").mentions == before.mentions[1:]
    assert named(some, "Ayşe Ergün").rank.value == "Major"  # type: ignore[union-attr]
    whole = laid(*made)
    assert "Levent Ergün" not in [one.name for one in whole.reading.officials]
    assert named(whole, "Ayşe Ergün").mentions == before.mentions
    assert [one.value for one in whole.reading.meetings[0].guests] == ["Ayşe Ergün"]


TOLD = "received a delegation headed by"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date", "2025-12-16"),
        ("place", None),
        ("venue", "Hotel"),
        ("kind", "call"),
        ("status", "planned"),
        ("hosts", ["A", "B"]),
        ("parties", ["AZ"]),
        ("topics", []),
        ("occasion", {"name": "Dialogue", "ordinal": 18}),
        ("occasion", None),
    ],
)
def test_another_value_of_a_meeting(field: str, value: object) -> None:
    ruled = laid(ruling(CHANGED, "meeting", TOLD, field, value))
    found = getattr(ruled.reading.meetings[0], field)
    if isinstance(value, list):
        assert [one.value for one in found] == value
    elif isinstance(value, dict):
        assert found.value == Occasion(**value)
    else:
        assert (found.value if found else None) == value
    assert ruled.states == {Fact("meeting", 0, field): FactState.CORRECTED}


def test_no_meeting_and_a_missing_one() -> None:
    value = {"kind": "call", "date": "2025-12-17", "hosts": ["Zakir Hasanov"], "parties": ["AZ", "TR"]}
    ruled = laid(
        ruling(REMOVED, "meeting", TOLD), ruling(ADDED, "meeting", "military cooperation", "", value, 2)
    )
    (meeting,) = ruled.reading.meetings
    assert meeting.kind.value is MeetingKind.CALL
    assert [one.value for one in meeting.hosts] == ["Zakir Hasanov"]
    assert meeting.evidence.spans == (fabricated.words(TEXT, "military cooperation"),)


def test_confirmed() -> None:
    ruled = laid(
        ruling(CONFIRMED, "official", "Levent Ergün", "rank"), ruling(CONFIRMED, "meeting", TOLD, "", None, 2)
    )
    assert ruled.reading == READING
    index = [one.name for one in READING.officials].index("Levent Ergün")
    assert ruled.states == {
        Fact("official", index, "rank"): FactState.CONFIRMED,
        Fact("meeting", 0, ""): FactState.CONFIRMED,
    }


def test_what_was_read_before_is_kept_beside_what_a_person_says() -> None:
    index = [one.name for one in READING.officials].index("Levent Ergün")
    rank = Fact("official", index, "rank")
    ruled = laid(
        ruling(CHANGED, "official", "Levent Ergün", "rank", "Major"),
        ruling(CHANGED, "official", "Levent Ergün", "rank", "Colonel", 2),
        ruling(CONFIRMED, "official", "Levent Ergün", "rank", None, 3),
        ruling(CONFIRMED, "official", "Levent Ergün", "country", None, 4),
    )
    assert ruled.was == {rank: READING.officials[index].rank}
    assert ruled.made == {rank: (1, 2, 3), Fact("official", index, "country"): (4,)}
    assert ruled.states[rank] is FactState.CORRECTED  # to be confirmed adds nothing


def test_what_stays_of_a_list_keeps_its_words() -> None:
    before = READING.meetings[0]
    named_now = [before.topics[0].value, "climate"]
    ruled = laid(
        ruling(CHANGED, "meeting", TOLD, "topics", named_now),
        ruling(CHANGED, "meeting", TOLD, "guests", ["Levent Ergün", "Heydar Aliyev"], 2),
    )
    after = ruled.reading.meetings[0]
    assert after.topics[0] == before.topics[0]
    assert after.topics[1].evidence.spans == (fabricated.words(TEXT, TOLD),)
    assert after.guests[0] == before.guests[0]
    assert after.guests[1].evidence.spans == (fabricated.words(TEXT, "Heydar Aliyev"),)


def test_what_was_confirmed_stays_whatever_is_read_later() -> None:
    held = {"rank": "General", "posts": []}
    ruled = laid(
        ruling(CONFIRMED, "official", "Levent Ergün", "", held),
        ruling(CONFIRMED, "meeting", TOLD, "venue", {"venue": None}, 2),
    )
    official, index = named(ruled, "Levent Ergün"), 1
    assert (official.rank and official.rank.value, official.posts) == ("General", ())
    assert ruled.reading.meetings[0].venue is None
    assert set(ruled.states.values()) == {FactState.CONFIRMED}
    assert ruled.was[Fact("official", index, "rank")] == READING.officials[index].rank
    assert ruled.made[Fact("official", index, "posts")] == (1,)
    same = {"rank": "Army General", "country": "TR"}
    again = laid(ruling(CONFIRMED, "official", "Levent Ergün", "", same))
    assert again.reading == READING
    assert again.was == {}


def test_statements_follow_who_made_them() -> None:
    who, said = fabricated.words(TEXT, "Levent Ergün", 1), fabricated.words(TEXT, "regional security")
    spoken = Statement("Levent Ergün", "note", said, Evidence((who, said), "statement.that"))
    reading = replace(READING, statements=(spoken,))

    def speakers(made: Ruling) -> list[str]:
        return [one.speaker for one in rulings.lay_over(reading, [made], TEXT).reading.statements]

    assert speakers(ruling(CHANGED, "official", "Levent Ergün", "name", "L. Ergun")) == ["L. Ergun"]
    assert speakers(ruling(REMOVED, "official", "Levent Ergün")) == []
    split = Ruling(1, 1, ADDED, "official", anchors.make(TEXT, who), "", {"name": "Ayşe Ergün"})
    assert speakers(split) == ["Ayşe Ergün"]
    assert speakers(ruling(CONFIRMED, "official", "Levent Ergün")) == ["Levent Ergün"]


def test_what_finds_nothing_is_said_not_to_apply() -> None:
    gone = Ruling(7, 1, REMOVED, "official", anchors.make("Nobody was here.", Span(0, 6)))
    ruled = laid(gone, ruling(REMOVED, "official", "military cooperation", number=8))
    assert ruled.reading == READING
    assert ruled.unapplied == {7, 8}


@pytest.mark.parametrize(
    ("subject", "kind", "field", "value", "says"),
    [
        ("ceremony", REMOVED, "", None, "Only officials and meetings"),
        ("official", CHANGED, "mentions", [], "There is no field “mentions”"),
        ("official", CHANGED, "name", None, "“None” does not fit the field name."),
        ("official", CHANGED, "role", "king", "“king” does not fit the field role."),
        ("official", CHANGED, "posts", [{}], "does not fit the field posts"),
        ("meeting", CHANGED, "hosts", "A", "“A” does not fit the field hosts."),
        ("meeting", CHANGED, "occasion", {"ordinal": 3}, "does not fit the field occasion"),
        ("meeting", CONFIRMED, "rank", None, "There is no field “rank”"),
        ("meeting", CONFIRMED, "", {"rank": "x"}, "What is confirmed has the fields kind, status"),
        ("meeting", CONFIRMED, "status", {"status": "x"}, "“x” does not fit the field status."),
        ("meeting", ADDED, "", {"rank": "x"}, "What is added has the fields kind, status"),
        ("meeting", ADDED, "", {"status": "x"}, "“x” does not fit the field status."),
    ],
)
def test_what_makes_no_sense_is_refused(
    subject: str, kind: RulingKind, field: str, value: object, says: str
) -> None:
    with pytest.raises(RulingError, match=says):
        rulings.check(subject, kind, field, value)


SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 40)).map(
    lambda pair: Span(pair[0], min(len(TEXT), pair[0] + pair[1]))
)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(list(RulingKind)),
            st.sampled_from(["official", "meeting"]),
            SPANS,
            st.sampled_from(["", *rulings.OFFICIAL_FIELDS, *rulings.MEETING_FIELDS]),
            st.none()
            | st.sampled_from(["A", "host", "held"])
            | st.lists(st.just("A"))
            | st.just({"name": "A"}),
        ),
        max_size=6,
    )
)
@settings(max_examples=200)
def test_whatever_is_ruled_a_reading_comes_of_it(
    asked: list[tuple[RulingKind, str, Span, str, object]],
) -> None:
    made = []
    for number, (kind, subject, span, field, value) in enumerate(asked, 1):
        try:
            rulings.check(subject, kind, field, value)
        except RulingError:
            continue
        made.append(Ruling(number, 1, kind, subject, anchors.make(TEXT, span), field, value))
    ruled = rulings.lay_over(READING, made, TEXT)
    assert ruled.unapplied <= {one.id for one in made}
    for official in ruled.reading.officials:
        assert all(0 <= start < end <= len(TEXT) for start, end in official.mentions)
    again = rulings.lay_over(READING, made, TEXT)
    assert again == ruled


# -- in a library


def opened(library: Library, number: int) -> OpenArticle:
    found = library.article(number)
    assert found is not None
    return found


def first_mention(one: OpenArticle) -> Span:
    return one.reading.officials[0].mentions[0]


def test_a_ruling_is_kept_and_everything_follows_it(seeded: Library) -> None:
    before = opened(seeded, 2)
    made, changes = seeded.rule(2, CHANGED, "official", first_mention(before), "name", "Corrected Person")
    assert changes == Changes(articles=frozenset({2}), listing=True)
    after = opened(seeded, 2)
    assert after.reading.officials[0].name == "Corrected Person"
    assert after.rulings == (made,)
    assert after.states == {Fact("official", 0, "name"): FactState.CORRECTED}
    people = {choice.label: choice.count for choice in seeded.choices().people}
    assert people["Corrected Person"] == 1
    assert seeded.count(Filter(query="person:corrected")) == 1
    assert seeded.count(Filter(query="person:corrected role:guest")) == 1
    assert upkeep.check(seeded.path) == ()


def test_a_ruling_can_be_taken_back_and_made_again(seeded: Library) -> None:
    rows = seeded.rows(Filter(), 0, 5)
    before = opened(seeded, 2)
    made, _ = seeded.rule(2, REMOVED, "official", first_mention(before))
    ruled = opened(seeded, 2)
    gone, changes = seeded.corrections.take_back([made.id])
    assert gone == [made]
    assert changes.articles == {2}
    assert opened(seeded, 2) == before
    assert seeded.rows(Filter(), 0, 5) == rows
    assert seeded.corrections.rule_again(gone).articles == {2}
    assert opened(seeded, 2) == ruled
    assert not seeded.corrections.rule_again(gone)
    assert seeded.rulings() == [made]
    assert upkeep.check(seeded.path) == ()


def test_a_ruling_lasts_over_another_reading(seeded: Library, engine: ModuleType) -> None:
    before = opened(seeded, 2)
    seeded.rule(2, CHANGED, "official", first_mention(before), "country", "GE")
    engine.VERSION = "test-2"
    assert seeded.reread()
    after = opened(seeded, 2)
    assert after.reading.officials[0].country.value == "GE"  # type: ignore[union-attr]
    assert seeded.count(Filter(country="GE")) == 1
    assert upkeep.check(seeded.path) == ()


def test_a_ruling_lasts_over_changed_words_or_is_listed(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    text = "General Jane Smith of Ghana met others in the capital to talk about the weather of the season."
    path.write_text(text, "utf-8")
    library.import_paths([path])
    library.rule(1, CHANGED, "official", first_mention(opened(library, 1)), "name", "Jane A. Smith")
    path.write_text("It was told today. " + text, "utf-8")
    library.import_paths([path])
    assert opened(library, 1).reading.officials[0].name == "Jane A. Smith"
    path.write_text(text.replace("Jane Smith", "Mary Brown"), "utf-8")
    library.import_paths([path])
    (kept,) = library.rulings()
    assert not kept.applies
    assert opened(library, 1).reading.officials[0].name == "Mary Brown"
    assert upkeep.check(library.path) == ()


def test_rulings_come_back_with_an_article_from_the_bin(seeded: Library) -> None:
    seeded.rule(2, CHANGED, "official", first_mention(opened(seeded, 2)), "name", "Corrected Person")
    seeded.delete_articles([2])
    assert seeded.rulings() == []
    seeded.restore_articles([2])
    assert opened(seeded, 2).reading.officials[0].name == "Corrected Person"
    assert seeded.count(Filter(query="person:corrected")) == 1


def test_a_repair_keeps_rulings(seeded: Library, open_library: Callable[..., Library]) -> None:
    seeded.rule(2, CHANGED, "official", first_mention(opened(seeded, 2)), "name", "Corrected Person")
    path = seeded.path
    seeded.close()
    upkeep._forget_derived(path)
    again = open_library()
    again.reread()
    assert opened(again, 2).reading.officials[0].name == "Corrected Person"
    assert again.count(Filter(query="person:corrected")) == 1


def test_nonsense_is_refused_and_nothing_is_kept(seeded: Library) -> None:
    with pytest.raises(RulingError):
        seeded.rule(2, CHANGED, "official", first_mention(opened(seeded, 2)), "role", "king")
    with pytest.raises(AnchorError):
        seeded.rule(2, REMOVED, "official", Span(5, 5))
    assert seeded.rulings() == []


def test_several_rulings_are_made_at_once_or_none(seeded: Library) -> None:
    span = first_mention(opened(seeded, 2))
    wishes = [Wish(CONFIRMED, "official", span, field) for field in ("rank", "role")]
    made, changes = seeded.corrections.rule(2, wishes)
    assert [one.field for one in made] == ["rank", "role"]
    assert changes == Changes(articles=frozenset({2}), listing=True)
    assert opened(seeded, 2).ruled[Fact("official", 0, "role")] == (made[1].id,)
    with pytest.raises(AnchorError):
        seeded.corrections.rule(2, [*wishes, Wish(REMOVED, "official", Span(5, 5))])
    with pytest.raises(RulingError):
        seeded.corrections.rule(2, [*wishes, Wish(CONFIRMED, "official", span, "venue")])
    assert seeded.rulings() == made
    assert seeded.corrections.rule(2, []) == ([], Changes())
