"""What the card says of marked words: who or what it is, here and elsewhere, why, and how sure. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape

from gui.countries import country_name
from gui.facts.card import NOT_STATED, ROLE_NAMES
from gui.reader.focus import subject_of
from gui.reader.telling import reason_line, shortened
from gui.words import counted, short_date
from store.marks import describe_occasion, describe_post, fact_evidence, one_line
from store.model import (
    Annotation,
    Dossier,
    Fact,
    FactState,
    Held,
    Mark,
    Meeting,
    Official,
    OpenArticle,
)

_BLOCKS, _ROWS, _SAID = 3, 4, 2
"""So many things, posts elsewhere and statements are told at most."""

LOOKING = "looking in the library…"
NOWHERE = "in no other article"


@dataclass(frozen=True, slots=True)
class Block:
    """One thing that a card tells of."""

    title: str
    about: str = ""  # behind the title, muted
    rows: tuple[tuple[str, str], ...] = ()
    reasons: tuple[str, ...] = ()  # why it is believed, muted


@dataclass(frozen=True, slots=True)
class Known:
    """What the library knows of a person; ``dossier`` is None where it names no such person."""

    dossier: Dossier | None = None
    looking: bool = False


Ask = Callable[[Official], Known]


def blocks(
    opened: OpenArticle, marks: Sequence[Mark], annotations: Sequence[Annotation], ask: Ask | None = None
) -> list[Block]:
    """What there is to say of words with these marks and highlights, the innermost first."""
    made: dict[tuple[str, int] | str, Block] = {}
    for mark in marks:
        reason = _reason(opened, mark)
        key, block = _of_mark(opened, mark, ask)
        before = made.get(key)
        if before is None:
            before = made[key] = block
        made[key] = replace(before, reasons=tuple(dict.fromkeys(filter(None, (*before.reasons, reason)))))
    return [*list(made.values())[:_BLOCKS], *map(_own, annotations[:_BLOCKS])]


def as_html(told: Iterable[Block], muted: str) -> str:
    """Blocks as rich text, labels and reasons in that colour; "" where there are none."""
    return "<hr>".join(_html(block, muted) for block in told)


def as_text(told: Iterable[Block]) -> str:
    """Blocks in plain words, for a screen reader."""
    return ". ".join(
        "; ".join(
            [
                ", ".join(filter(None, (block.title, block.about))),
                *(f"{label}: {value}" for label, value in block.rows),
                *block.reasons,
            ]
        )
        for block in told
    )


# -- facts


def _of_mark(opened: OpenArticle, mark: Mark, ask: Ask | None) -> tuple[tuple[str, int] | str, Block]:
    """A block for a mark, and what it is of: marks of one person share a block."""
    fact, reading = mark.fact, opened.reading
    if fact.kind == "official":
        return ("official", fact.index), _person(opened, fact.index, ask)
    if fact.kind == "meeting" and not fact.field:
        return ("meeting", fact.index), _meeting(reading.meetings[fact.index], mark.label)
    if fact.kind == "statement":
        subject = subject_of(reading, fact)
        about = _role(reading.officials[subject.index]) if subject is not None else ""
        return mark.label, Block(mark.label, about)
    return mark.label, Block(mark.label)


def _reason(opened: OpenArticle, mark: Mark) -> str:
    why = fact_evidence(opened.reading, mark.fact)
    if why is None:
        return ""
    reason = reason_line(why.rule, why.confidence)
    field = {"posts": "Post", "rank": "Rank"}.get(mark.fact.field)
    if field and mark.fact.kind == "official":
        reason = f"{field}{',' if reason.startswith('Rule') else ':'} {reason[0].lower()}{reason[1:]}"
    fact = mark.fact
    state = opened.states.get(Fact(fact.kind, fact.index, fact.field))
    return f"{reason} · confirmed by you" if state is FactState.CONFIRMED else reason


def _role(official: Official) -> str:
    country = country_name(official.country.value) if official.country else f"country {NOT_STATED}"
    return f"{ROLE_NAMES[official.role.value]} · {country}"


def _person(opened: OpenArticle, index: int, ask: Ask | None) -> Block:
    official = opened.reading.officials[index]
    rows = [("Rank", one_line(official.rank.value) if official.rank else NOT_STATED)]
    own = official.country.value if official.country else None
    posts = [describe_post(replace(post, country=None if post.country == own else post.country))
             for post in official.posts]  # fmt: skip
    rows += [("Post", post) for post in posts] or [("Post", NOT_STATED)]
    if ask is not None:
        rows += _elsewhere(ask(official), opened.row.id)
    rows += _said_by(opened, official)
    return Block(one_line(official.name), _role(official), tuple(rows))


def _said_by(opened: OpenArticle, official: Official) -> Iterator[tuple[str, str]]:
    own = [said for said in opened.reading.statements if said.speaker == official.name]
    for said in own[:_SAID]:
        words = shortened(opened.article.text[said.span.start : said.span.end], 90)
        yield "Said", f"({one_line(said.verb)}) “{words}”" if said.verb else f"“{words}”"
    if len(own) > _SAID:
        yield "", f"and {counted(len(own) - _SAID, 'more statement')}"


def _elsewhere(known: Known, article: int) -> list[tuple[str, str]]:
    dossier = known.dossier
    if known.looking:
        return [("Elsewhere", LOOKING)]
    if dossier is None or dossier.count <= 1:
        return [("Elsewhere", NOWHERE)]
    rows = [("Articles", f"{dossier.count:,} ({period(dossier.first, dossier.last)})")]
    if len(dossier.spellings) > 1:
        rows.append(("Also", ", ".join(one.label for one in dossier.spellings[1 : _ROWS + 1])))
    held = [one for one in (*dossier.posts, *dossier.ranks) if any(n != article for n in one.articles)]
    rows += [("Elsewhere", _held(one)) for one in held[:_ROWS]] or [
        ("Elsewhere", f"post and rank {NOT_STATED}")
    ]
    if len(held) > _ROWS:
        rows.append(("", f"and {len(held) - _ROWS} more"))
    return rows


def _held(held: Held) -> str:
    return f"{held.value} ({period(held.first, held.last)})"


def period(first: str | None, last: str | None) -> str:
    """Two dates as "6 Dec 2023 to 17 Dec 2025"."""
    if first is None or last is None:
        return "no date"
    return short_date(first) if first == last else f"{short_date(first)} to {short_date(last)}"


def _meeting(meeting: Meeting, label: str) -> Block:
    def names(side: Sequence[object]) -> str:
        return ", ".join(one_line(str(getattr(one, "value", one))) for one in side) or NOT_STATED

    occasion = meeting.occasion.value if meeting.occasion else None
    rows = (
        ("Hosts", names(meeting.hosts)),
        ("Guests", names(meeting.guests)),
        ("Date", short_date(meeting.date.value) if meeting.date else NOT_STATED),
        ("Place", one_line(meeting.place.value) if meeting.place else NOT_STATED),
        ("Venue", one_line(meeting.venue.value) if meeting.venue else NOT_STATED),
        ("Occasion", describe_occasion(occasion.name, occasion.ordinal) if occasion else NOT_STATED),
    )
    return Block(label, "", rows)


def _own(annotation: Annotation) -> Block:
    note = annotation.note.strip()
    tags = "  ".join(f"#{tag}" for tag in annotation.tags)
    rows = tuple(("", line) for line in (shortened(note), tags) if line)
    return Block("Your note" if note else "Your highlight", "", rows)


# -- writing


def _html(block: Block, muted: str) -> str:
    about = f"<br><span style='color: {muted}'>{escape(block.about)}</span>" if block.about else ""
    lines = [f"<div style='margin-bottom: 5px'><b>{escape(block.title)}</b>{about}</div>"]
    if block.rows:
        style = f"color: {muted}; padding-right: 12px"
        before, rows = "", ""
        for label, value in block.rows:
            named = label if label != before else ""  # said once for several
            rows += f"<tr><td style='{style}'>{escape(named)}</td><td>{_value(value, muted)}</td></tr>"
            before = label
        lines.append(f"<table cellspacing='0' cellpadding='2'>{rows}</table>")
    lines += [
        f"<div style='color: {muted}; margin-top: 5px'>{escape(reason)}</div>" for reason in block.reasons
    ]
    return "".join(lines)


def _value(value: str, muted: str) -> str:
    if value in (NOT_STATED, LOOKING, NOWHERE):
        return f"<i style='color: {muted}'>{escape(value)}</i>"
    return escape(value)
