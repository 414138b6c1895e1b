"""Correcting a reading in the window: from a fact or from selected words to rulings."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from gui import asking
from gui.facts.corrections import (
    Fields,
    MeetingForm,
    OfficialForm,
    changed,
    meeting_fields,
    official_fields,
)
from gui.operations.corrections import CorrectionOperations
from store.corrections import Wish
from store.marks import one_line
from store.model import Fact, OpenArticle, RulingKind, Span


def correct(
    operations: CorrectionOperations, opened: OpenArticle, fact: Fact, parent: QWidget | None = None
) -> None:
    """Ask what is right of an official or a meeting, and rule so."""
    span = words_of(opened, fact)
    if span is None:
        return
    before = _fields(opened, fact)
    heading = f"“{_quoted(opened, span)}” stands for:"
    form = _form(fact.kind, before, heading, parent, opened)
    if form.exec() != QDialog.DialogCode.Accepted:
        return
    wishes = [
        Wish(RulingKind.CHANGED, fact.kind, span, field, value)
        for field, value in changed(before, form.fields()).items()
    ]
    operations.rule(opened.row.id, wishes, f"Correct {fact.kind}", _quoted(opened, span))


def add(
    operations: CorrectionOperations,
    opened: OpenArticle,
    subject: str,
    span: Span,
    parent: QWidget | None = None,
) -> None:
    """Ask what the selected words are, and add an official or a meeting."""
    words = _quoted(opened, span)
    before = official_fields(None, words) if subject == "official" else meeting_fields(None)
    heading = f"“{words}” {'is this official' if subject == 'official' else 'tells of this meeting'}:"
    form = _form(subject, before, heading, parent, opened)
    if form.exec() != QDialog.DialogCode.Accepted:
        return
    value = {name: said for name, said in form.fields().items() if said not in (None, [])}
    wish = Wish(RulingKind.ADDED, subject, span, "", value)
    operations.rule(opened.row.id, [wish], f"Add {subject}", words)


def remove(operations: CorrectionOperations, opened: OpenArticle, fact: Fact) -> None:
    """Say that it is no official, or no meeting."""
    span = words_of(opened, fact)
    if span is not None:
        wish = Wish(RulingKind.REMOVED, fact.kind, span)
        operations.rule(opened.row.id, [wish], f"Remove {fact.kind}", _quoted(opened, span))


def split(
    operations: CorrectionOperations, opened: OpenArticle, fact: Fact, parent: QWidget | None = None
) -> None:
    """Ask which words of an official name somebody else, and say so."""
    from gui.facts.splitting import SplitForm

    official = opened.reading.officials[fact.index]
    form = SplitForm(official, opened.article.text, parent)
    if form.exec() != QDialog.DialogCode.Accepted:
        return
    value = {name: said for name, said in form.fields().items() if said not in (None, [])}
    wishes = [Wish(RulingKind.ADDED, "official", span, "", value) for span in form.chosen]
    operations.rule(opened.row.id, wishes, "Split", one_line(official.name))


def tell_apart(
    operations: CorrectionOperations,
    opened: OpenArticle,
    fact: Fact,
    known: list[tuple[str, str]],
    parent: QWidget | None = None,
) -> None:
    """Ask which of the people ``known`` by that name it is, or somebody else, and say so."""
    span = words_of(opened, fact)
    if span is None:
        return
    name = one_line(opened.reading.officials[fact.index].name)
    numbers = [int(which) for _, which in known if which.isdecimal()]
    entries = dict(known) | {f"Somebody else called {name}": str(max([1, *numbers]) + 1)}
    said = asking.one_of(parent, "Which person of this name", f"In this article {name} is:", list(entries))
    if said is not None:
        wish = Wish(RulingKind.CHANGED, "official", span, "apart", entries[said])
        operations.rule(opened.row.id, [wish], "Tell apart", name)


def words_of(opened: OpenArticle, fact: Fact) -> Span | None:
    """The words that stand for an official or a meeting; None where the fact is of something else."""
    if fact.kind == "official":
        official = opened.reading.officials[fact.index]
        return next(iter((*official.mentions, *official.evidence.spans)), None)
    if fact.kind == "meeting":
        return next(iter(opened.reading.meetings[fact.index].evidence.spans), None)
    return None


def _fields(opened: OpenArticle, fact: Fact) -> Fields:
    if fact.kind == "official":
        return official_fields(opened.reading.officials[fact.index])
    return meeting_fields(opened.reading.meetings[fact.index])


def _form(
    subject: str, fields: Fields, heading: str, parent: QWidget | None, opened: OpenArticle
) -> OfficialForm | MeetingForm:
    if subject == "official":
        return OfficialForm(fields, heading, parent)
    return MeetingForm(fields, heading, parent, [official.name for official in opened.reading.officials])


def _quoted(opened: OpenArticle, span: Span) -> str:
    return one_line(opened.article.text[span.start : span.end])
