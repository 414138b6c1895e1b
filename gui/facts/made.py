"""What a person has corrected and confirmed in an article, as a card. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gui.facts.card import NOT_STATED, Card, Row, Value
from gui.facts.spelling import CHOICES, written
from store.marks import one_line
from store.model import Fact, FactState, Ruling, RulingKind

_RULED = {
    RulingKind.REMOVED: "No {subject}",
    RulingKind.CHANGED: "{field} corrected",
    RulingKind.ADDED: "{subject} added",
}
_GONE = "It no longer applies: its words, or what was read from them, are gone."


def made_by_person(rulings: Iterable[Ruling]) -> Iterator[Card]:
    """Every correction, those that no longer apply first; then what was confirmed, one line for each fact."""
    known = sorted(rulings, key=lambda one: (one.applies, one.id))
    rows = [_correction(one) for one in known if one.kind is not RulingKind.CONFIRMED]
    confirmed: dict[tuple[str, str, int, bool], list[Ruling]] = {}
    for one in known:
        if one.kind is RulingKind.CONFIRMED:
            same = (one.subject, one.anchor.exact, one.anchor.span.start, one.applies)
            confirmed.setdefault(same, []).append(one)
    rows += [_confirmation(together) for together in confirmed.values()]
    if rows:
        yield Card(None, None, tuple(rows))


def _correction(made: Ruling) -> Row:
    what = _RULED[made.kind].format(subject=made.subject, field=_field(made) or made.subject)
    words = one_line(made.anchor.exact)
    if made.kind is RulingKind.CHANGED and made.field != "apart":
        said = CHOICES.get(made.field, {}).get(str(made.value)) or written(made.field, made.value)
        now = "; ".join(said.splitlines()) or NOT_STATED
        words = f"{words}: {now}"
    return Row(f"{what[0].upper()}{what[1:]}", None, (_value(words, [made]),))


def _confirmation(together: list[Ruling]) -> Row:
    first = together[0]
    fields = dict.fromkeys(_field(one) for one in together)
    which = "all of it" if "" in fields else ", ".join(fields)
    return Row("Confirmed", None, (_value(f"{one_line(first.anchor.exact)}: {which}", together),))


def _value(text: str, made: list[Ruling]) -> Value:
    first = made[0]
    spans, reason = ((first.anchor.span,), "") if first.applies else ((), _GONE)
    code = "" if first.applies else "no longer applies"
    numbers = tuple(one.id for one in made)
    confirmed = first.kind is RulingKind.CONFIRMED
    state = FactState.CONFIRMED if confirmed else FactState.CORRECTED
    return Value(text, Fact("ruling", first.id), spans, reason, code, state=state, rulings=numbers)


def _field(made: Ruling) -> str:
    return {"apart": "person"}.get(made.field, made.field)
