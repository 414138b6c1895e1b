"""What a person does with facts: from the pane and from selected words to operations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui import correcting
from gui.facts.corrections import Fields, meeting_fields, official_fields
from gui.facts.spelling import CHOICES, name_of
from gui.operations.corrections import CorrectionOperations
from gui.words import counted
from store.corrections import Wish
from store.marks import one_line
from store.model import Fact, FactState, OpenArticle, RulingKind, Span

if TYPE_CHECKING:
    from gui.facts.pane import FactsPane
    from gui.operations.desk import Desk


class FactsWork(QObject):
    """Corrects, confirms and adds facts of the open article."""

    def __init__(self, desk: Desk, article: Callable[[], OpenArticle | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._article, self._window = desk, article, parent
        self._operations = CorrectionOperations(desk)
        self._facts: FactsPane | None = None

    def serve(self, facts: FactsPane) -> None:
        """Do what is asked for in a pane, in the article that it shows."""
        self._facts = facts
        facts.correction_wanted.connect(self.act)
        facts.value_given.connect(self.set_value)
        facts.seen_confirmed.connect(self.confirm_seen)
        facts.take_back_wanted.connect(self.take_back)
        facts.told.connect(self._desk.hub.notice)

    @property
    def _opened(self) -> OpenArticle | None:
        # What is written in the pane when another article comes is about the one before.
        return self._facts.opened if self._facts is not None else self._article()

    def add(self, subject: str, span: Span | None) -> None:
        """Add selected words as an official or a meeting."""
        opened = self._opened
        if opened is None:
            return
        if span is None:
            what = "name the official" if subject == "official" else "tell of the meeting"
            self._desk.hub.notice.emit(f"Select the words that {what} first.")
            return
        if subject == "meeting" and _tells(opened, span):
            # A correction finds its meeting by its words: two that begin alike could not be told apart.
            self._desk.hub.notice.emit("These words tell of a meeting already; begin with another word.")
            return
        correcting.add(self._operations, opened, subject, span, self._window)

    def act(self, action: str, fact: Fact) -> None:
        """Do something with a fact: see ``keys.KEYS``; also "split" and "apart"."""
        opened = self._opened
        if opened is None:
            return
        whole = Fact(fact.kind, fact.index)
        if action == "correct":
            correcting.correct(self._operations, opened, whole, self._window)
        elif action == "remove":
            self._remove(opened, whole)
        elif action == "split":
            correcting.split(self._operations, opened, whole, self._window)
        elif action == "apart":
            self._tell_apart(opened, whole)
        elif action == "clear":
            self._clear(opened, fact)
        elif action == "confirm":
            self._confirm(opened, [fact], f"The {name_of(field_of(fact))}")
        elif action == "confirm_all":
            self._confirm_whole(opened, whole)

    def set_value(self, fact: Fact, value: object) -> None:
        """Give a field another value."""
        opened = self._opened
        if opened is None:
            return
        field = field_of(fact)
        span = correcting.words_of(opened, fact)
        if span is None or fields_of(opened, fact).get(field) == value:
            return
        wish = Wish(RulingKind.CHANGED, fact.kind, span, field, value)
        self._operations.rule(opened.row.id, [wish], f"Correct {name_of(field)} of", who(opened, fact))

    def confirm_seen(self, facts: Sequence[Fact]) -> None:
        """Confirm the facts that are in view, in one step."""
        opened = self._opened
        if opened is None:
            return
        wishes = _confirmations(opened, facts)
        if not wishes:
            self._desk.hub.notice.emit("Nothing in view is left to be confirmed.")
            return
        number = counted(len(wishes), "fact")
        self._operations.rule(opened.row.id, wishes, f"Confirm {number} in view", "")
        self._desk.hub.done.emit(f"{number} in view confirmed.")

    def take_back(self, numbers: Sequence[int]) -> None:
        """Take corrections and confirmations back."""
        opened = self._opened
        if opened is not None:
            self._operations.take_back(one for one in opened.rulings if one.id in numbers)

    def _remove(self, opened: OpenArticle, fact: Fact) -> None:
        words = who(opened, fact)
        correcting.remove(self._operations, opened, fact)
        self._desk.hub.done.emit(f"“{words}” is no {fact.kind} any more.")

    def _clear(self, opened: OpenArticle, fact: Fact) -> None:
        """Take a value out: of a list, or of a field that may be empty."""
        field = field_of(fact)
        if field == "name" or field in CHOICES:
            self._desk.hub.notice.emit(f"The {field} cannot be empty; press E to change it.")
            return
        value = fields_of(opened, fact).get(field)
        left = [one for n, one in enumerate(value) if n != fact.item] if isinstance(value, list) else None
        self.set_value(fact, left)

    def _confirm(self, opened: OpenArticle, facts: Sequence[Fact], told: str) -> None:
        wishes = _confirmations(opened, facts)
        if not wishes:
            self._desk.hub.notice.emit(f"{told} is confirmed or corrected already.")
            return
        field = name_of(field_of(facts[0]))
        self._operations.rule(opened.row.id, wishes, f"Confirm {field} of", who(opened, facts[0]))

    def _confirm_whole(self, opened: OpenArticle, fact: Fact) -> None:
        span = correcting.words_of(opened, fact)
        if span is None:
            return
        own = opened.states.get(fact)
        if own is not None:
            self._desk.hub.notice.emit(f"All of this {fact.kind} is {own.value} already.")
            return
        fields = {
            field: value
            for field, value in fields_of(opened, fact).items()
            if opened.states.get(Fact(fact.kind, fact.index, field)) is not FactState.CORRECTED
        }
        wish = Wish(RulingKind.CONFIRMED, fact.kind, span, "", fields)
        self._operations.rule(opened.row.id, [wish], f"Confirm {fact.kind}", who(opened, fact))

    def _tell_apart(self, opened: OpenArticle, fact: Fact) -> None:
        name, people = opened.reading.officials[fact.index].name, self._desk.library.people
        self._desk.tasks.read(
            lambda: people.of_name(name),
            lambda known: correcting.tell_apart(self._operations, opened, fact, known, self._window),
        )


def _tells(opened: OpenArticle, span: Span) -> bool:
    """Whether the words of a meeting begin where these do."""
    return any(
        told.start == span.start for meeting in opened.reading.meetings for told in meeting.evidence.spans
    )


def field_of(fact: Fact) -> str:
    """The field that a fact states; of a whole official the name."""
    return fact.field or ("name" if fact.kind == "official" else "")


def fields_of(opened: OpenArticle, fact: Fact) -> Fields:
    """The fields of an official or a meeting, as rulings hold them."""
    if fact.kind == "official":
        return official_fields(opened.reading.officials[fact.index])
    return meeting_fields(opened.reading.meetings[fact.index])


def who(opened: OpenArticle, fact: Fact) -> str:
    """What an official or a meeting is called in the name of a step."""
    if fact.kind == "official":
        return one_line(opened.reading.officials[fact.index].name)
    start, end = correcting.words_of(opened, fact) or (0, 0)
    return one_line(opened.article.text[start:end])


def _confirmations(opened: OpenArticle, facts: Sequence[Fact]) -> list[Wish]:
    """What it takes to confirm fields as they are; those that a person stands behind already need nothing."""
    wishes = []
    for fact in facts:
        field, span = field_of(fact), correcting.words_of(opened, fact)
        known = fields_of(opened, fact)
        ruled = (Fact(fact.kind, fact.index, field), Fact(fact.kind, fact.index))
        if span is not None and field in known and not any(one in opened.states for one in ruled):
            value = {field: known[field]}
            wishes.append(Wish(RulingKind.CONFIRMED, fact.kind, span, field, value))
    return wishes
