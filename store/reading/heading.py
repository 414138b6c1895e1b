"""The line by which the list shows an article: who met whom, else what was honoured, else its title."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from store.lexicon.loading import load
from store.model import Article, Meeting, MeetingKind, MeetingStatus, Reading, Role
from store.reading.layout import BlockKind, find_blocks
from store.reading.surface import make_surface

_NAMED = 3  # so many names at most, then "and 5 more"
_WIDTH = 80  # code points of a heading taken from the text
_LOOKED_AT = 4000  # code points of the text that are searched for a title


def heading(article: Article, reading: Reading) -> str:
    """One line without line breaks; never empty where the article is not.

    An article with a meeting is headed by its first held meeting (else the first planned one), one with a
    homage by that, any other by its own title or first words, cut at a word to about 80 code points.
    """
    held = [m for m in reading.meetings if m.status.value is MeetingStatus.HELD]
    for meeting in (*held, *reading.meetings):
        line = _of_meeting(article, meeting)
        if line:
            return line
    return _of_homage(reading) or _of_text(article.text) or article.key


def _of_meeting(article: Article, meeting: Meeting) -> str:
    planned = meeting.status.value is MeetingStatus.PLANNED
    hosts, guests, others = (_values(side) for side in (meeting.hosts, meeting.guests, meeting.attendees))
    everyone = list(dict.fromkeys([*hosts, *guests, *others]))
    kind = meeting.kind.value
    if kind is MeetingKind.CONFERENCE:
        return _of_conference(meeting, everyone or _countries(meeting))
    if kind is MeetingKind.CALL:
        how = "by video" if _is_video(article, meeting) else "by phone"
        return _several(everyone, meeting, f"to speak {how}" if planned else f"spoke {how}")
    if hosts and guests:
        return f"{_list(hosts)} {'to receive' if planned else 'received'} {_list(guests)}"
    return _several(everyone, meeting, "to meet" if planned else "met")


def _values(side: Iterable[object]) -> list[str]:
    return [str(getattr(name, "value", "")) for name in side]


def _several(people: list[str], meeting: Meeting, verb: str) -> str:
    """People (or, where fewer than two are named, the sides) and what they did together."""
    if len(people) > 1:
        return f"{_list(people)} {verb}"
    sides = _countries(meeting)
    if people:
        return f"{people[0]} {verb}" + (f": {_list(sides)}" if len(sides) > 1 else "")
    return f"{_list(sides)} {verb}" if len(sides) > 1 else ""


def _of_conference(meeting: Meeting, people: list[str]) -> str:
    if meeting.occasion is None:
        return f"{_list(people)} conferred" if len(people) > 1 else ""
    occasion = meeting.occasion.value
    name = f"{_ordinal(occasion.ordinal)} {occasion.name}" if occasion.ordinal else occasion.name
    name = _folded(name)
    return f"{name}: {_list(people, 2)}" if people else name


def _is_video(article: Article, meeting: Meeting) -> bool:
    spans = (*meeting.kind.evidence.spans, *meeting.evidence.spans)
    return any("video" in article.text[span.start : span.end].lower() for span in spans)


def _countries(meeting: Meeting) -> list[str]:
    """Names of the sides; organisations by their codes."""
    codes = _values(meeting.parties)
    territories = load().territory_of if codes else {}
    return [territories[code].name if code in territories else code for code in codes]


def _of_homage(reading: Reading) -> str:
    sites = [
        ceremony.site
        for ceremony in reading.ceremonies
        if ceremony.evidence.rule in ("ceremony.homage", "ceremony.visit")
    ]
    if sites:
        return f"Homage at {_list(sites)}"
    honoured = [official.name for official in reading.officials if official.role.value is Role.HONOURED]
    if honoured:
        return f"In memory of {_list(honoured)}"
    acts = [ceremony.site for ceremony in reading.ceremonies]
    return _list(acts)[:1].upper() + _list(acts)[1:] if acts else ""


def _of_text(text: str) -> str:
    """The title of a text, else its first words."""
    surface = make_surface(text[:_LOOKED_AT]).text
    blocks = find_blocks(surface)
    for kinds in ({BlockKind.HEADLINE}, {BlockKind.BODY, BlockKind.ROW, BlockKind.SPEECH}):
        for block in blocks:
            line = _cut(_folded(surface[block.start : block.end]))
            if block.kind in kinds and line:
                return line
    return _cut(_folded(surface)) or _cut(_folded(text))


def _folded(text: str) -> str:
    return " ".join(text.split())


def _cut(line: str) -> str:
    """The line, cut at a word where it is too long."""
    if len(line) <= _WIDTH:
        return line
    cut = line.rfind(" ", _WIDTH // 2, _WIDTH)
    return line[: cut if cut > 0 else _WIDTH - 1].rstrip(" ,;:–—-") + "…"


def _list(names: Sequence[str], shown: int = _NAMED) -> str:
    """ "A", "A and B", "A, B and C", "A, B and 5 more"."""
    names = list(dict.fromkeys(_folded(name) for name in names))
    if len(names) > shown:
        shown = max(1, shown - 1) if shown > 2 else shown
        return f"{', '.join(names[:shown])} and {len(names) - shown} more"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
