"""Encounters: the walk through an article's sentences, from verb frames and people to meetings."""

from __future__ import annotations

from itertools import pairwise

from store.reading.bystanders import tell_bystanders
from store.reading.chairs import note_session, tell_chairs
from store.reading.clauses import subject_of
from store.reading.conferences import go_on_with_conference, tell_conference
from store.reading.delegation_heads import name_head
from store.reading.frames import Frame, FrameKind, find_frames
from store.reading.groups import announce_group, fill_group, join_credentials, note_group
from store.reading.layout import BlockKind
from store.reading.looking_back import in_past_clause, is_background, just_before, was_to_be
from store.reading.meetings import tell_encounter
from store.reading.memory import Item
from store.reading.messages import place_senders
from store.reading.objects import object_of
from store.reading.participants import find_items, letters_of
from store.reading.presence import announce_list, tell_presence, tell_row
from store.reading.programmes import note_day, note_programme, tell_programme_row
from store.reading.reached import note_unread, tell_reached
from store.reading.rounds import go_round, open_round
from store.reading.story import MEETING, PRESENCE, Story, Telling, dated
from store.reading.talk import place_talk, talks_on
from store.reading.together import tell_named_host, tell_together, tell_with

_BEFORE_A_LIST = frozenset("by are were include includes included including".split())


def read_encounters(story: Story) -> Telling:
    """The encounters of the article, in the order told, headlines last."""
    headings: list[int] = []
    story.memory.home = story.home
    story.memory.letters = letters_of(story.tokens, story.people)
    story.author = _author(story)
    for number, (_, _, block) in enumerate(story.tokens.sentences):
        kind = story.blocks[block].kind
        if kind is BlockKind.HEADLINE and not _sentence_like(story, number):
            headings.append(number)
            if _told_by_heading_alone(story, number):
                _sentence(story, number, heading=True)
            note_day(story, number)
            note_programme(story, number)
            announce_group(story, number, *story.tokens.sentences[number][:2])
            if story.telling.encounters:
                tell_row(story, number)
        elif kind is BlockKind.ROW and story.listing:
            tell_row(story, number)
            if not any(
                m.person >= 0
                for m in story.phrases.mention_at[slice(*story.tokens.sentences[number][:2])]
                if m is not None
            ):
                story.telling.about.setdefault(number, list(story.current))  # what was agreed, not who came
        elif kind in (BlockKind.BODY, BlockKind.ROW, BlockKind.SPEECH, BlockKind.HEADLINE):
            first, last, _ = story.tokens.sentences[number]
            story.listing = ""
            _sentence(story, number)
            if story.tokens.word[last - 1] == ":" or story.tokens.low[last - 1] in _BEFORE_A_LIST:
                announce_list(story, first, last)
    if not story.telling.encounters:
        for number in headings:
            _sentence(story, number, heading=True)
    tell_reached(story)
    place_talk(story)
    _fold_sessions(story)
    return story.telling


_SOON = 2  # sentences between a session and whoever led its sides


def _fold_sessions(story: Story) -> None:
    """``The 7th round was held. The delegations were headed by A and B``: the round is their meeting."""
    for session, meeting in pairwise(story.telling.encounters):
        near = 0 < meeting.sentences[0] - session.sentences[0] <= _SOON
        if session.kind != "conference" or session.attendees or meeting.kind != "meeting" or not near:
            continue
        meeting.sentences.insert(0, session.sentences[0])
        meeting.words.insert(0, session.words[0])
        meeting.dates[:0] = [d for d in session.dates if d not in meeting.dates]
        meeting.planned = meeting.planned or session.planned


def _told_by_heading_alone(story: Story, number: int) -> bool:
    """``X receives Y, Minister of Z`` over a text that begins ``The President welcomed the guest``."""
    if story.telling.encounters:
        return False
    named = {m.person for m in story.phrases.mentions if m.sentence == number and m.person >= 0}
    if len(named) < 2:
        return False
    for at in range(number + 1, min(number + _NEXT, len(story.tokens.sentences))):
        if story.blocks[story.tokens.sentences[at][2]].kind is BlockKind.BODY:
            return not any(m.sentence == at and m.person >= 0 for m in story.phrases.mentions)
    return False


def _sentence_like(story: Story, number: int) -> bool:
    first, last, _ = story.tokens.sentences[number]
    return last - first > 12 and story.tokens.word[last - 1] in ".:"


def _sentence(story: Story, number: int, heading: bool = False) -> None:
    first, last, _ = story.tokens.sentences[number]
    _speaker(story, number, first, last)
    if tell_programme_row(story, number, first, last):
        return
    items = find_items(story.tokens, story.phrases, story.people, story.memory, first, last)
    frames = find_frames(story.tokens, first, last)
    background = is_background(story, first, last)
    block = story.tokens.sentences[number][2]
    of_talk = background and (
        talks_on(story.tokens, story.dates.get(first, ()), first, last)
        or (not frames and story.blocks[block].kind is BlockKind.ROW)
    )
    if background and frames and not of_talk:
        story.looking_back = block
    elif story.looking_back == block and not dated(story, first, last):
        background = True
    before = len(story.telling.encounters)
    attend = past = False
    for frame in frames:
        pluperfect = frame.background and not (dated(story, first, last) or just_before(story, first))
        looks_back = background or pluperfect
        looks_back = looks_back or in_past_clause(story, frame, first) or was_to_be(story, frame, number)
        past |= looks_back
        if not (frame.negated or looks_back) and frame.kind not in (FrameKind.HELD, *PRESENCE):
            tell_encounter(story, frame, items, first, last, number, heading, frames)
    if not background:
        join_credentials(story, before, first, last)
        if len(story.telling.encounters) == before:
            attend = fill_group(story, number, items, first, last)
            note_group(story, number, frames, items, first, last)
    for frame in frames:
        if not attend and not frame.negated and frame.kind in PRESENCE:
            attend |= tell_presence(story, frame, items, first, last, frames)
    if not background and len(story.telling.encounters) == before:
        _note_visit(story, items, last)
    if frames and not background and not attend and len(story.telling.encounters) == before:
        tell_conference(story, number, frames, items, first, last)
    if not background and len(story.telling.encounters) == before:
        tell_named_host(story, number, items, first, last)
        tell_with(story, number, items, first, last)
        go_round(story, number, items, first, last)
        open_round(story, number, frames, items, first, last)
        if len(story.telling.encounters) == before and not attend:
            tell_together(story, number, frames, items, first, last)
    if not background and not attend and len(story.telling.encounters) == before:
        note_session(story, frames, number, first, last)
        tell_chairs(story, items, number, first, last)
    if not (heading or background or attend or past) and len(story.telling.encounters) == before:
        note_unread(story, number, items, frames)
    subject = subject_of(story, items, first, last, last, None) if items else None
    if len(story.telling.encounters) == before and not background:
        named = name_head(story, number, items, first, last)
        if not attend and not named and not tell_bystanders(story, number, items, first, last):
            _refers_back(story, subject)
    go_on_with_conference(story, number, items, first, last)
    place_senders(story, items, first, last)
    if not background or of_talk:
        story.telling.about.setdefault(number, list(story.current))
    if not story.visitor and story.blocks[block].kind is BlockKind.BODY:
        story.visitor = next((i.people[:1] for i in items if i.named), ())
    subject = _told_of(story, subject, items, frames, first, last)
    if subject is not None and subject.people:
        story.memory.subject = subject.people
        if len(subject.people) == 1:
            story.memory.one = subject.people
        story.telling.speakers[number] = subject.people
        if len(subject.people) > 1 and subject.named and not story.telling.encounters:
            story.memory.everybody = subject.people


def _told_of(
    story: Story, subject: Item | None, items: list[Item], frames: list[Frame], first: int, last: int
) -> Item | None:
    """Whom the sentence is about: its last subject, unless that is the end of the list of those met."""
    if subject is None or story.tokens.low[subject.first - 1] not in ("and", ","):
        return subject
    for frame in frames:
        if frame.last > subject.first or frame.kind not in MEETING:
            continue
        met = object_of(story, items, frame, last, frames)
        if met is not None and met.first < subject.first and subject.last <= met.last:
            return subject_of(story, items, first, frame.first, frame.first, frame)
    return subject


_NEXT = 6  # sentences after a headline in which the story begins
_QUOTES = frozenset('“”"')
_OPENING = 4  # sentences of the prose by which a first person has spoken
_VISITS = frozenset("visited visits arrived arrives visiting visit toured".split())


def _note_visit(story: Story, items: list[Item], last: int) -> None:
    """``A delegation led by X visited ...``: ``the visitors`` of the next sentence are X."""
    for item in items:
        if not item.named or len(item.people) != 1:
            continue
        person = story.people[item.people[0]]
        if person.country in (None, story.home) or person.honoured:
            continue
        if _VISITS & set(story.tokens.low[item.last : min(last, item.last + 12)]):
            story.memory.guests = item.people
            return


def _author(story: Story) -> tuple[int, ...]:
    """Who ``I`` is in a release told in the first person: whom a line above the prose names alone."""
    heading: int | None = None
    told = 0
    for number, (first, last, block) in enumerate(story.tokens.sentences):
        kind = story.blocks[block].kind
        if kind is BlockKind.HEADLINE and heading is None and not told:
            named = [m for m in story.phrases.mention_at[first:last] if m is not None and m.person >= 0]
            alone = named and named[0].posts and named[0].left - first <= 1 and last - named[0].right <= 2
            heading = named[0].person if alone else None
        elif kind is BlockKind.BODY:
            told += 1
            words = story.tokens.word[first:last]
            if heading is None or told > _OPENING:
                return ()
            if "I" in words and _QUOTES.isdisjoint(words) and number:
                return (heading,)
    return ()


def _speaker(story: Story, number: int, first: int, last: int) -> None:
    """Who speaks in this turn of a transcript, and with whom."""
    block = story.tokens.sentences[number][2]
    if story.blocks[block].kind is not BlockKind.SPEECH:
        story.memory.speaker = story.author
        return
    if number == 0 or story.tokens.sentences[number - 1][2] != block:
        story.memory.speaker = ()
        for at in range(first, min(last, first + 9)):
            if story.tokens.word[at] == ":":
                break
            mention = story.phrases.mention_at[at]
            if mention is not None and mention.person >= 0:
                story.memory.speaker = (mention.person,)
    if story.memory.speaker and " ".join(story.tokens.low[first:last]).find("with me") >= 0:
        guests = {
            m.person
            for m in story.phrases.mention_at[first:last]
            if m is not None and m.person >= 0 and m.posts
        } - set(story.memory.speaker)
        story.memory.everybody = (*story.memory.speaker, *sorted(guests))


def _refers_back(story: Story, subject: Item | None) -> None:
    """Speech of somebody who was only in an earlier encounter turns back to it."""
    if subject is None or not subject.named or not story.current:
        return
    person = subject.people[0] if subject.people else None
    if person is None or any(
        person in e.principals or person in e.attendees
        for e in (story.telling.encounters[i] for i in story.current)
    ):
        return
    earlier = [i for i, e in enumerate(story.telling.encounters) if person in e.principals and not e.planned]
    if earlier:
        story.current = earlier[-1:]
