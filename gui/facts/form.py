"""What the facts pane says of an article, put together from its cards. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from gui.facts.card import Section, counted
from store.model import Fact, FactState, OpenArticle

_WEAKEST_FIRST = (FactState.MACHINE, FactState.CORRECTED, FactState.CONFIRMED)


def form(opened: OpenArticle, name_of: Callable[[str], str]) -> tuple[Section, ...]:
    """Everything that was read from an article; ``name_of`` gives the name of a country's code."""
    from gui.facts.made import made_by_person  # not before an article is open
    from gui.facts.writer import Writer

    writer = Writer(opened, name_of)
    reading = opened.reading
    sections = [
        *writer.people(),
        Section("Meetings", counted(len(reading.meetings)), tuple(writer.meetings())),
        Section("Ceremonies", counted(len(reading.ceremonies)), tuple(writer.ceremonies())),
        Section("Statements", counted(len(reading.statements)), tuple(writer.statements())),
        Section("Source", "", (writer.source(opened.article.published),)),
        Section("Your corrections", counted(len(opened.rulings)), tuple(made_by_person(opened.rulings))),
    ]
    return tuple(section for section in sections if section.cards)


def tally(sections: Iterable[Section]) -> dict[FactState, int]:
    """How many of the fields that can be corrected are as read, corrected and confirmed."""
    found = dict.fromkeys(FactState, 0)
    for section in sections:
        for card in section.cards:
            fields = [(value,) for value in (card.title, card.badge) if value is not None]
            for values in [*fields, *(row.shown for row in card.rows)]:
                if ruled_over(values[0].fact):
                    states = {value.state for value in values}
                    found[next(state for state in _WEAKEST_FIRST if state in states)] += 1
    return found


def ruled_over(fact: Fact | None) -> bool:
    """Whether it is a value that a person can correct: the name, or a field, of an official or a meeting."""
    if fact is None or fact.kind not in ("official", "meeting") or fact.field == "mentions":
        return False
    return bool(fact.field) or fact.kind == "official"


def card_of(sections: Iterable[Section], fact: Fact) -> Section | None:
    """The official or the meeting of a fact, under its heading."""
    for section in sections:
        for card in section.cards:
            title = card.title.fact if card.title else None
            if title is not None and (title.kind, title.index) == (fact.kind, fact.index):
                return Section(section.title, "", (card,))
    return None


def as_text(sections: Iterable[Section]) -> str:
    """The same as plain text, for copying."""
    lines: list[str] = []
    for section in sections:
        lines += ["", section.title.upper()] if lines else [section.title.upper()]
        for card in section.cards:
            if card.title:
                badge = f" ({card.badge.text})" if card.badge else ""
                lines.append(f"{card.title.text}{badge}")
            for row in card.rows:
                said = "; ".join(value.whole for value in row.shown)
                lines.append(f"  {row.label}: {said}")
    return "\n".join(lines) + "\n" if lines else ""
