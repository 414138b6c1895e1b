"""Readings drawn at random, for what must hold of any reading."""

from __future__ import annotations

from hypothesis import strategies as st

from store.model import (
    Ceremony,
    Dateline,
    Evidence,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Occasion,
    Official,
    Post,
    Reading,
    Role,
    Span,
    Stated,
    Statement,
)

words = st.text(st.characters(codec="utf-8"), max_size=12)
spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 500), st.integers(1, 40))
evidence = st.builds(
    Evidence,
    st.lists(spans, max_size=2).map(tuple),
    words,
    st.floats(0, 1, allow_nan=False) | st.just(1.0),
)


def stated(values: st.SearchStrategy) -> st.SearchStrategy:
    return st.builds(Stated, values, evidence)


def several(values: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(values, max_size=2).map(tuple)


maybe_words = st.none() | stated(words)
posts = st.builds(Post, words, st.none() | words, st.none() | words, evidence)
officials = st.builds(
    Official,
    words,
    maybe_words,
    several(posts),
    maybe_words,
    stated(st.sampled_from(Role)),
    several(spans),
    evidence,
)
meetings = st.builds(
    Meeting,
    kind=stated(st.sampled_from(MeetingKind)),
    status=stated(st.sampled_from(MeetingStatus)),
    date=maybe_words,
    place=maybe_words,
    venue=maybe_words,
    hosts=several(stated(words)),
    guests=several(stated(words)),
    attendees=several(stated(words)),
    parties=several(stated(words)),
    occasion=st.none() | stated(st.builds(Occasion, words, st.none() | st.integers(1, 99))),
    topics=several(stated(words)),
    evidence=evidence,
)
readings = st.builds(
    Reading,
    outlet=maybe_words,
    attributed_to=maybe_words,
    dateline=st.none() | st.builds(Dateline, maybe_words, maybe_words),
    byline=maybe_words,
    officials=several(officials),
    meetings=several(meetings),
    ceremonies=several(st.builds(Ceremony, words, evidence)),
    statements=several(st.builds(Statement, words, words, spans, evidence)),
)
