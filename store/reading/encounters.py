"""Encounters: from verb frames and the people around them to meetings with hosts, guests and attendees."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from store.reading.dates import DatePhrase, Precision, SentenceDates
from store.reading.frames import Frame, FrameKind, find_frames
from store.reading.gazetteer import HitKind
from store.reading.layout import Block, BlockKind
from store.reading.mentions import Phrases
from store.reading.occasions import find_occasions
from store.reading.participants import SIDES, Item, Memory, find_items, gap_is_tie
from store.reading.people import Person
from store.reading.tokens import Tokens

_BLOCKING = frozenset(("who", "which", "whom", "that", "said", "where", "when", "while", "after", "before", ";", "”", "whose", ":"))
_SUBJECT_LEFT = frozenset(
    ", ; and but while where when that then – — - : ” \" ) . also later today subsequently yesterday & though as meanwhile afterwards"
    " * • · | / … ! ? ” than if because since visiting ▪ ".split()
)
_TOPICAL = frozenset(("discussed", "reviewed", "exchanged", "discuss", "review", "exchange"))
_PRESENCE = (FrameKind.ATTEND, FrameKind.ACCOMPANY)


_TIME = re.compile(r"\d{1,2}[:.]\d\d$")
_CONFERENCE = re.compile(
    r"(?i)\b(?:conference|summit|forum|session|assembly|council|congress|ministerial|symposium|committee|commission|meeting of|meeting|retreat|consultations|group)\b"
)


@dataclass(slots=True)
class Encounter:
    """A meeting while it is being read. People are indices; spans are token ranges."""

    kind: str  # meeting | call | conference
    planned: bool
    hosts: list[int]
    guests: list[int]
    attendees: list[int]
    directed: bool  # who hosts is said, not inferred
    sentences: list[int]
    words: list[tuple[int, int]]  # token ranges of the frames
    rule: str
    parties: set[str] = field(default_factory=set)  # of delegations without a name
    dates: list[DatePhrase] = field(default_factory=list)
    heading: bool = False  # only told by a headline so far
    room: tuple[int, int] | None = None  # the column of a programme that names the venue
    also: list[int] = field(default_factory=list)  # said to be present, not to meet

    @property
    def principals(self) -> frozenset[int]:
        """Hosts and guests, or everyone where neither is said."""
        return frozenset(self.hosts + self.guests) or frozenset(p for p in self.attendees if p not in self.also)


@dataclass(slots=True)
class Telling:
    """What the sentences of an article tell: encounters, and which of them each sentence is about."""

    encounters: list[Encounter] = field(default_factory=list)
    about: dict[int, list[int]] = field(default_factory=dict)  # sentence to encounters
    speakers: dict[int, tuple[int, ...]] = field(default_factory=dict)  # sentence to its subject


class EncounterReader:
    """Walks through the sentences of one article once."""

    def __init__(
        self, tokens: Tokens, phrases: Phrases, people: list[Person], blocks: list[Block], text: str, dates: SentenceDates, home: str | None
    ) -> None:
        self.tokens, self.phrases, self.people, self.blocks, self.text = tokens, phrases, people, blocks, text
        self.dates = dates
        self.home = home
        self.memory = Memory()
        self.telling = Telling()
        self.current: list[int] = []
        self.looking_back = -1  # the block in which a sentence looked back
        self.visitor: tuple[int, ...] = ()  # whom a programme is about: the subject of the first paragraph
        self.day: DatePhrase | None = None  # the date over the rows of a programme
        self.list_country: str | None = None  # whose side the list is
        self.listing = ""  # the words that announced a list of those present

    def read(self) -> Telling:
        """The encounters of the article, in the order told, headlines last."""
        headings: list[int] = []
        for number, (_, _, block) in enumerate(self.tokens.sentences):
            kind = self.blocks[block].kind
            if kind is BlockKind.HEADLINE and not self._sentence_like(number):
                headings.append(number)
                self._day_over_rows(number)
                if self.telling.encounters:
                    self._listed(number)
            elif kind is BlockKind.ROW and self.listing:
                self._listed(number)
            elif kind in (BlockKind.BODY, BlockKind.ROW, BlockKind.SPEECH, BlockKind.HEADLINE):
                first, last, _ = self.tokens.sentences[number]
                self.listing = ""
                self._sentence(number)
                if self.tokens.word[last - 1] == ":":
                    self._announces(first, last)
        if not self.telling.encounters:
            for number in headings:
                self._sentence(number, heading=True)
        return self.telling

    def _sentence_like(self, number: int) -> bool:
        first, last, _ = self.tokens.sentences[number]
        return last - first > 12 and self.tokens.word[last - 1] in ".:"

    # --- one sentence ---------------------------------------------------------------------

    def _sentence(self, number: int, heading: bool = False) -> None:
        first, last, _ = self.tokens.sentences[number]
        self._speaker(number, first, last)
        if self._programme_row(number, first, last):
            return
        items = find_items(self.tokens, self.phrases, self.people, self.memory, first, last)
        frames = find_frames(self.tokens, first, last)
        background = self._is_background(first, last)
        block = self.tokens.sentences[number][2]
        if background and frames:
            self.looking_back = block
        elif self.looking_back == block and not self._dated(first, last):
            background = True
        before = len(self.telling.encounters)
        attend = False
        for frame in frames:
            looks_back = background or (frame.background and not self._dated(first, last))
            if not (frame.negated or looks_back) and frame.kind not in (FrameKind.HELD, *_PRESENCE):
                self._encounter(frame, items, first, last, number, heading, frames)
        for frame in frames:
            if not frame.negated and frame.kind in _PRESENCE:
                attend |= self._others(frame, items, first, last, frames)
        if not background and len(self.telling.encounters) == before:
            self._conference(number, frames, items, first, last)
        if not attend and len(self.telling.encounters) == before and not background:
            self._refers_back(number, items, first, last)
        self._more_of_a_conference(number, items, first, last)
        if not background:
            self.telling.about.setdefault(number, list(self.current))
        if not self.visitor and self.blocks[block].kind is BlockKind.BODY:
            self.visitor = next((i.people[:1] for i in items if i.named), ())
        subject = self._subject(items, first, last, last, None)
        if subject is not None and subject.people:
            self.memory.subject = subject.people[:1] if len(subject.people) == 1 else subject.people
            self.telling.speakers[number] = subject.people
            if len(subject.people) > 1 and subject.named and not self.telling.encounters:
                self.memory.everybody = subject.people

    def _listed(self, number: int) -> None:
        """A row of a list of those present, or the line that announces it."""
        first, last, _ = self.tokens.sentences[number]
        items = find_items(self.tokens, self.phrases, self.people, self.memory, first, last)
        if self.tokens.word[last - 1] == ":":
            self._announces(first, last)
            return
        named = [p for i in items if i.named for p in i.people]
        for person in named:
            if self.list_country and self.people[person].country is None:
                self.people[person].country, self.people[person].country_rule = self.list_country, "country.list"
        if self.listing and self.current and self.telling.encounters[self.current[0]].kind != "conference":
            known = self.telling.encounters[self.current[0]]
            for person in named:
                if person not in known.hosts + known.guests + known.attendees and self.people[person].stated:
                    known.attendees.append(person)
                    known.also.append(person)
                    known.sentences.append(number)
                    if self.people[person].country is None and re.search(r"delegation|accompan|entourage", self.listing) and self.memory.guests:
                        self.people[person].country = self.people[self.memory.guests[0]].country
        else:
            self._more_of_a_conference(number, items, first, last)

    def _announces(self, first: int, last: int) -> None:
        words = " ".join(self.tokens.low[first:last])
        self.list_country = next(
            (h.entry.code for h in self.phrases.hits[first:last] if h is not None and h.entry.kind in (HitKind.ADJECTIVE, HitKind.COUNTRY)), None
        ) if re.search(r"\bside\b|delegation|\bfor the\b|from", words) else None
        self.listing = words if re.search(r"present|attend|accompan|participa|delegation|taking part|took part|included|members|joined", words) else ""

    def _speaker(self, number: int, first: int, last: int) -> None:
        """Who speaks in this turn of a transcript, and with whom."""
        block = self.tokens.sentences[number][2]
        if self.blocks[block].kind is not BlockKind.SPEECH:
            self.memory.speaker = ()
            return
        if number == 0 or self.tokens.sentences[number - 1][2] != block:
            self.memory.speaker = ()
            for at in range(first, min(last, first + 9)):
                if self.tokens.word[at] == ":":
                    break
                mention = self.phrases.mention_at[at]
                if mention is not None and mention.person >= 0:
                    self.memory.speaker = (mention.person,)
        if self.memory.speaker and " ".join(self.tokens.low[first:last]).find("with me") >= 0:
            guests = {m.person for m in self.phrases.mention_at[first:last] if m is not None and m.person >= 0 and m.posts} - set(self.memory.speaker)
            self.memory.everybody = (*self.memory.speaker, *sorted(guests))

    def _is_background(self, first: int, last: int) -> bool:
        """Whether the sentence looks back: last November, in 2016, two years ago."""
        phrases = self.dates.get(first, ())
        vague = [d for d in phrases if d.precision is Precision.VAGUE and not self._ahead(d)]
        exact = [d for d in phrases if d.precision is Precision.DAY]
        return bool(vague) and not exact and not self._first_body(first)

    def _dated(self, first: int, last: int) -> bool:
        return any(d.precision is Precision.DAY for d in self.dates.get(first, ()))

    def _ahead(self, phrase: DatePhrase) -> bool:
        word = self.text[phrase.span.start : phrase.span.end].lower()
        return word.startswith(("next", "coming", "later", "in the coming", "this", "until", "by", "in the near")) or "later" in word or "until" in word

    def _first_body(self, first: int) -> bool:
        for a, _, block in self.tokens.sentences:
            if self.blocks[block].kind is BlockKind.BODY:
                return a == first
        return False

    # --- encounters -----------------------------------------------------------------------

    def _encounter(
        self, frame: Frame, items: list[Item], first: int, last: int, number: int, heading: bool, frames: list[Frame]
    ) -> None:
        left = self._subject(items, first, frame.first, frame.first, frame)
        right = self._object(items, frame, last, frames)
        if self.tokens.low[frame.first] in ("the", "meeting", "meetings", "during", "talks") and right is not None and self._mentions_known(right, left):
            return
        left_people = list(left.people) if left else []
        right_people = [p for p in (right.people if right else ()) if p not in left_people or frame.kind is FrameKind.RECEIVE]
        right_people = [p for p in right_people if p not in left_people]
        countries = set(right.countries if right else ()) | set(left.countries if left else ())
        if frame.plural or (not right_people and frame.kind in (FrameKind.MEET, FrameKind.CALL) and len(left_people) > 1):
            if len(left_people) < 2:
                return
            self._add(frame, [], [], left_people, False, number, heading, set())
            return
        if not left_people and right_people and len(right_people) > 1 and frame.kind in (FrameKind.MEET, FrameKind.CALL):
            if self.tokens.low[frame.last - 1] in ("between", "of"):
                self._add(frame, [], [], right_people, False, number, heading, countries)
                return
        if not left_people and frame.kind in (FrameKind.MEET, FrameKind.CALL, FrameKind.RECEIVED) and right_people and right and right.named:
            follower = self._following_subject(items, frame, last, right)
            left_people = [p for p in (follower or self._held_subject(frame)) if p not in right_people]
        if not left_people or not (right_people or countries):
            return
        if not right_people and not countries:
            return
        named = (left and left.named) or (right and right.named)
        if not named and not countries and self._known(left_people, right_people) is None:
            return
        if "separate" in self.tokens.low[frame.first : frame.last] and len(right_people) > 1 and len(left_people) == 1 and right is not None and right.named:
            for person in right_people:
                self._add(frame, [], [], [*left_people, person], False, number, heading, set())
            return
        if frame.kind is FrameKind.RECEIVE:
            self._add(frame, left_people, right_people, [], True, number, heading, countries)
        elif frame.kind is FrameKind.RECEIVED:
            self._add(frame, right_people, left_people, [], True, number, heading, countries)
        elif frame.kind is FrameKind.CALL_ON:
            self._add(frame, right_people, left_people, [], True, number, heading, countries)
        else:
            self._add(frame, [], [], left_people + right_people, False, number, heading, countries)

    def _mentions_known(self, right: Item, left: Item | None) -> bool:
        """``The meeting with X was ...``: the encounter already told of, not a new one."""
        for index in reversed(range(len(self.telling.encounters))):
            principals = self.telling.encounters[index].principals
            if right.people and set(right.people) <= principals and (left is None or not left.named or set(left.people) & principals):
                self.current = [index]
                return True
        return False

    def _held_subject(self, frame: Frame) -> tuple[int, ...]:
        return self.memory.subject if self.tokens.low[frame.first] not in ("meeting", "meetings", "a", "the") else ()

    def _known(self, left: list[int], right: list[int]) -> int | None:
        principals = frozenset(left + right)
        for index, encounter in enumerate(self.telling.encounters):
            if encounter.principals == principals:
                return index
        return None

    def _add(
        self, frame: Frame, hosts: list[int], guests: list[int], attendees: list[int], directed: bool, number: int, heading: bool, countries: set[str]
    ) -> None:
        kind = "call" if frame.kind is FrameKind.CALL else "meeting"
        principals = frozenset(hosts + guests) or frozenset(attendees)
        if any(self.people[p].honoured for p in principals):
            return
        if len(principals) < 2 and not (principals and countries):
            return
        dates = self._dates_near(frame, number)
        topical = self.tokens.low[frame.first] in _TOPICAL
        index = self._same(principals, kind, frame.planned, countries, topical)
        if index is None:
            self.telling.encounters.append(
                Encounter(kind, frame.planned, hosts, guests, attendees, directed, [number], [(frame.first, frame.last)], frame.rule, countries, dates, heading)
            )
            index = len(self.telling.encounters) - 1
        else:
            self._merge(self.telling.encounters[index], hosts, guests, directed, number, frame, dates)
        encounter = self.telling.encounters[index]
        self.current = [index]
        self.telling.about[number] = [*self.telling.about.get(number, []), index] if number in self.telling.about else [index]
        self._remember(encounter)
        self.memory.everybody = tuple(encounter.hosts + encounter.guests) or tuple(encounter.attendees)
        for person in encounter.guests:
            self.people[person].guests += 1
        for person in principals:
            self.people[person].acting = True

    def _remember(self, encounter: Encounter) -> None:
        """Keep who is host and guest, by the words or by who is at home, for ``the guests`` that follow."""
        if encounter.directed:
            self.memory.hosts, self.memory.guests = tuple(encounter.hosts), tuple(encounter.guests) or self.memory.guests
            return
        away = tuple(p for p in encounter.attendees if self.people[p].country not in (None, self.home))
        if away and len(away) < len(encounter.attendees):
            self.memory.guests = away
            self.memory.hosts = tuple(p for p in encounter.attendees if p not in away)

    def _dates_near(self, frame: Frame, number: int) -> list[DatePhrase]:
        first = self.tokens.sentences[number][0]
        return [d for d in self.dates.get(first, ()) if d.precision is Precision.DAY]

    def _same(
        self, principals: frozenset[int], kind: str, planned: bool, countries: set[str], topical: bool
    ) -> int | None:
        """The encounter already told that these people's is, if any."""
        for index, known in enumerate(self.telling.encounters):
            if topical and known.principals == principals:
                return index
            if known.kind != kind or known.planned != planned:
                continue
            if countries and principals < known.principals and countries <= {self.people[p].country for p in known.principals - principals}:
                return index
            if known.principals == principals and known.parties >= countries:
                return index
            if known.principals == principals and not known.parties:
                return index
            if known.planned == planned and principals < known.principals and len(principals) > 1 and len(known.hosts) > 1:
                return index
        return None

    def _merge(
        self, known: Encounter, hosts: list[int], guests: list[int], directed: bool, number: int, frame: Frame, dates: list[DatePhrase]
    ) -> None:
        if directed and not known.directed:
            known.hosts, known.guests, known.attendees, known.directed = hosts, guests, [a for a in known.attendees if a not in hosts + guests], True
        if number not in known.sentences:
            known.sentences.append(number)
        if self.tokens.low[frame.first] not in _TOPICAL:
            known.words.append((frame.first, frame.last))
        known.dates.extend(d for d in dates if d not in known.dates)

    # --- programmes -----------------------------------------------------------------------

    def _day_over_rows(self, number: int) -> None:
        first, last, _ = self.tokens.sentences[number]
        dates = self.dates.get(first, ())
        exact = [d for d in dates if d.precision is Precision.DAY and d.day is not None]
        if exact and last - first < 10:
            self.day = exact[0]

    def _programme_row(self, number: int, first: int, last: int) -> bool:
        """``10:30 | Talks with President X | State Palace``: the visitor meets X there."""
        if not _TIME.match(self.tokens.word[first]) or not self.visitor:
            return False
        items = find_items(self.tokens, self.phrases, self.people, self.memory, first, last)
        for frame in find_frames(self.tokens, first, last):
            right = self._object(items, frame, last, [])
            if right is None or not right.named or frame.kind not in (FrameKind.MEET, FrameKind.CALL_ON, FrameKind.RECEIVED, FrameKind.CALL):
                continue
            met = [p for p in right.people if p not in self.visitor]
            if not met:
                continue
            before = len(self.telling.encounters)
            planned = Frame(frame.kind, frame.first, frame.last, True, False, "encounter.programme")
            directed = frame.kind in (FrameKind.CALL_ON, FrameKind.RECEIVED)
            visitor = list(self.visitor)
            self._add(planned, met if directed else [], visitor if directed else [], [] if directed else visitor + met, directed, number, False, set())
            for encounter in self.telling.encounters[before:]:
                encounter.dates = [self.day] if self.day else encounter.dates
                encounter.room = self._room(right.last, last)
            return True
        return True

    def _room(self, first: int, last: int) -> tuple[int, int] | None:
        """The last column of a row."""
        for at in range(last - 1, first - 1, -1):
            if self.tokens.word[at] == "|" and at + 1 < last and self.tokens.cap[at + 1]:
                return at + 1, last
        return None

    # --- conferences ----------------------------------------------------------------------

    def _conference(self, number: int, frames: list[Frame], items: list[Item], first: int, last: int) -> None:
        """``The 17th Conference of ... was held``; ``X took part in the 5th session of ...``."""
        start, end = self.tokens.start[first], self.tokens.end[last - 1]
        if self.blocks[self.tokens.sentences[number][2]].kind not in (BlockKind.BODY, BlockKind.SPEECH):
            return
        for frame in frames:
            if frame.negated or frame.background or frame.kind not in (FrameKind.HELD, FrameKind.ATTEND):
                continue
            at = self.tokens.start[frame.first]
            for occasion in find_occasions(self.text, start, end):
                if not _CONFERENCE.search(occasion.name) or (occasion.ordinal is None and len(occasion.name.split()) < 3):
                    continue
                held = frame.kind is FrameKind.HELD and occasion.end <= at + 1 and at - occasion.end < 60
                attended = frame.kind is FrameKind.ATTEND and not frame.planned and 0 <= occasion.start - at < 70
                if not (held or attended) or any(e.kind == "conference" for e in self.telling.encounters):
                    continue
                people = [p for i in items if i.named and (held or i.last <= frame.first) for p in i.people if not self.people[p].honoured and self.people[p].stated]
                if attended and not people:
                    continue
                encounter = Encounter("conference", frame.planned, [], [], people, True, [number], [(frame.first, frame.last)], "encounter.conference", set(), self._dates_near(frame, number))
                self.telling.encounters.append(encounter)
                self.current = [len(self.telling.encounters) - 1]
                self.telling.about[number] = list(self.current)
                return

    def _more_of_a_conference(self, number: int, items: list[Item], first: int, last: int) -> None:
        """Whoever is listed or speaks while a conference is told of takes part in it."""
        if len(self.current) != 1 or number in self.telling.encounters[self.current[0]].sentences:
            return
        known = self.telling.encounters[self.current[0]]
        if known.kind != "conference":
            return
        kind = self.blocks[self.tokens.sentences[number][2]].kind
        subject = self._subject(items, first, last, last, None)
        people = subject.people if subject is not None and subject.named else ()
        if kind in (BlockKind.HEADLINE, BlockKind.ROW):
            people = tuple(p for i in items if i.named for p in i.people)
        for person in people:
            if person not in known.attendees and self.people[person].stated and not self.people[person].honoured:
                known.attendees.append(person)
                known.sentences.append(number)

    # --- subject and object ---------------------------------------------------------------

    def _subject(self, items: list[Item], first: int, stop: int, before: int, frame: Frame | None) -> Item | None:
        """The people in front of a verb: the last group that no preposition or verb governs."""
        best: Item | None = None
        index = 0
        while index < len(items):
            item = items[index]
            if item.first >= before:
                break
            group = item
            end = index + 1
            while end < len(items) and items[end].first < before and gap_is_tie(self.tokens, group.last, items[end].first):
                if self.tokens.low[items[end].first - 1] in ("with", "by") and self.tokens.low[items[end].first - 2 : items[end].first - 1] != ["together"]:
                    break
                group = _joined(group, items[end])
                end += 1
            if self._subject_like(group, first) and not self._in_relative(group, first, before):
                best = group
                index = end
            else:
                index += 1
        if best is None and frame is not None:
            pass
        return best

    def _subject_like(self, item: Item, first: int) -> bool:
        at = item.first - 1
        low = self.tokens.low
        while at >= first and low[at] in ("the", "he", "hh", "h.e", "hrh", "a", "both", "his", "her", "its", "their", "“", '"', "visiting", "mr", "newly", "appointed"):
            at -= 1
        if at < first:
            return True
        if not low[at][0].isalnum() and low[at] not in "()[]'’":
            return True
        if low[at] in _SUBJECT_LEFT:
            return not (low[at] == "and" and at - 1 >= first and self._governed(at, first))
        hit = self.phrases.hits[at]
        if low[at][0].isdigit() or (hit is not None and hit.entry.kind.value in ("city", "country")):
            return True
        return low[at].endswith(("day", "ly")) or low[at] in ("here", "morning", "afternoon", "evening", "turn", "part", "addition", "talks", "meeting", "visit", "occasion", "house", "conference", "time", "session", "ceremony", "conversation")

    def _governed(self, at: int, first: int) -> bool:
        return False

    def _in_relative(self, item: Item, first: int, before: int) -> bool:
        """Whether the group is inside ``, who ... ,`` right before it."""
        at = item.first - 1
        steps = 0
        while at >= first and steps < 12 and self.tokens.word[at] not in ",;":
            if self.tokens.low[at] in ("who", "which", "whom"):
                return True
            at -= 1
            steps += 1
        return False

    def _object(self, items: list[Item], frame: Frame, last: int, frames: list[Frame]) -> Item | None:
        """The people after a verb: the first group in its clause, with those joined to it."""
        low = self.tokens.low
        limit = min((f.first for f in frames if f.first >= frame.last and f.kind not in (FrameKind.ATTEND, FrameKind.ACCOMPANY)), default=last)
        for index, item in enumerate(items):
            if item.first < frame.last:
                if item.last <= frame.last:
                    continue
                continue
            if item.first >= limit or item.first - frame.last > 40:
                return None
            between = low[frame.last : item.first]
            if any(word in _BLOCKING for word in between):
                return None
            if not item.named and not item.people and not item.countries:
                continue
            if frame.kind is FrameKind.RECEIVE and any(word in ("by", "at", "of") for word in between[-1:]) and not any(w in ("delegation", "group", "team") for w in between) and len(between) > 3 and "delegation" not in low[max(0, item.first - 14) : item.first]:
                continue
            group = item
            end = index + 1
            # "a delegation led by X": X, not the bare delegation, is the guest
            while end < len(items) and items[end].first < limit:
                gap = low[group.last : items[end].first]
                leads = not group.named and set(gap) & {"led", "headed", "under"} and len(gap) < 8
                if leads:
                    group = items[end]
                elif gap_is_tie(self.tokens, group.last, items[end].first) and "by" not in gap and not {"together", "along"} & set(gap):
                    if self._new_clause(items[end].last, last, gap):
                        break
                    group = _joined(group, items[end])
                else:
                    break
                end += 1
            return group
        return None

    def _new_clause(self, at: int, last: int, gap: list[str]) -> bool:
        """Whether people after ``and`` are the subject of a verb that follows them at once."""
        if not gap or "and" not in gap or at >= last:
            return False
        word = self.tokens.low[at]
        return word.endswith("ed") or word in ("said", "spoke", "were", "was", "had", "also", "took", "told", "held", "met")

    def _following_subject(self, items: list[Item], frame: Frame, last: int, right: Item) -> tuple[int, ...]:
        """``At a meeting with X, Y said``: Y."""
        for item in items:
            if item.first >= right.last and item.named and self.tokens.low[item.first - 1] in (",", "the", '"', "“"):
                after = self.tokens.low[item.last] if item.last < last else ""
                if after and (after.endswith(("ed", "s")) or after in ("said", "spoke", "told", ",")):
                    return item.people
        return ()

    # --- those who are there too ----------------------------------------------------------

    def _others(self, frame: Frame, items: list[Item], first: int, last: int, frames: list[Frame]) -> bool:
        if frame.kind is FrameKind.ATTEND:
            low = self.tokens.low
            before = [i for i in items if i.last <= frame.first and (i.named or (i.people and i.word not in SIDES))]
            if before:
                group = self._all_subjects(before, first, frame.first)
            else:
                group = [p for i in items if i.first >= frame.last and i.named for p in i.people]
            if low[frame.last - 1] in ("him", "them", "the", "his", "her") and not before:
                return False
        else:
            group = []
            end = frame.last
            limit = min((f.first for f in frames if f.first >= frame.last and f.kind not in _PRESENCE), default=last)
            for item in items:
                if item.first < frame.last or item.first >= limit:
                    continue
                gap = self.tokens.low[end : item.first]
                if item.first - end > 14 or {"who", "said"} & set(gap) or (group and not gap_is_tie(self.tokens, end, item.first) and len(gap) > 9):
                    break
                if item.named:
                    group.extend(item.people)
                end = item.last
        targets = self._targets(frame, items, first, last)
        if not targets or not group:
            return False
        for index in targets:
            known = self.telling.encounters[index]
            new = [p for p in group if p not in known.hosts + known.guests + known.attendees and not self.people[p].honoured]
            known.attendees.extend(new)
            known.also.extend(new)
            number = next(n for n, s in enumerate(self.tokens.sentences) if s[0] == first)
            if number not in known.sentences:
                known.sentences.append(number)
        for person in group:
            self.people[person].acting = True
        self._same_side(frame, items, group)
        return True

    def _same_side(self, frame: Frame, items: list[Item], group: list[int]) -> None:
        """Those who accompany somebody are of that one's country, where nothing else is said."""
        if frame.kind is not FrameKind.ACCOMPANY or self.tokens.low[frame.first] not in ("accompanied", "flanked", "escorted", "delegation"):
            return
        before = [i for i in items if i.last <= frame.first and i.people]
        if not before:
            return
        country = self.people[before[-1].people[0]].country
        for person in group:
            if self.people[person].country is None and country is not None:
                self.people[person].country, self.people[person].country_rule = country, "country.accompanied"

    def _all_subjects(self, before: list[Item], first: int, stop: int) -> list[int]:
        """Everybody in the list in front of ``attended``; not who is named inside a by-phrase of another verb."""
        group: list[int] = []
        end = stop
        for item in reversed(before):
            gap = self.tokens.low[item.last : end]
            if group and (len(gap) > 14 or {";", "met", "received", "said", "where", "with"} & set(gap)):
                break
            group = [p for p in item.people if p not in group] + group
            end = item.first
        return group

    def _targets(self, frame: Frame, items: list[Item], first: int, last: int) -> list[int]:
        encounters = self.telling.encounters
        if not encounters:
            return []
        words = self.tokens.low[first:last]
        held = [i for i, e in enumerate(encounters) if not e.planned]
        if "both" in words or "meetings" in words or "talks" in words and "both" in words:
            return held[-2:] if "both" in words else held
        if "trilateral" in words:
            wide = [i for i, e in enumerate(encounters) if len(e.principals) > 2]
            if wide:
                return wide[-1:]
        named = {p for i in items if i.named for p in i.people if i.first > frame.first - 12}
        for index in reversed(range(len(encounters))):
            principals = encounters[index].principals
            partner = [i for i in items if i.named and set(i.people) & principals and self.tokens.low[i.first - 1] in ("with", "the", "of")]
            if partner and "with" in words and (frame.kind is FrameKind.ATTEND or "meeting" in words) and named:
                return [index]
        return self.current or held[-1:]

    def _refers_back(self, number: int, items: list[Item], first: int, last: int) -> None:
        """Speech of somebody who was only in an earlier encounter turns back to it."""
        subject = self._subject(items, first, last, last, None)
        if subject is None or not subject.named or not self.current:
            return
        person = subject.people[0] if subject.people else None
        if person is None or any(person in e.principals or person in e.attendees for e in (self.telling.encounters[i] for i in self.current)):
            return
        earlier = [i for i, e in enumerate(self.telling.encounters) if person in e.principals and not e.planned]
        if earlier:
            self.current = earlier[-1:]


def _joined(first: Item, second: Item) -> Item:
    return Item(first.first, second.last, first.people + tuple(p for p in second.people if p not in first.people), first.named or second.named, first.countries + second.countries, first.word)
