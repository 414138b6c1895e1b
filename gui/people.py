"""Names that may be one person's, one pair after the other, for a person to decide."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.articles.words import counted
from gui.operations.desk import Desk
from gui.operations.people import PeopleOperations
from store.model import Changes, Choice, Dossier, Held, Proposal

_MOST = 4
"""So many posts and ranks of each are shown."""


class PeopleDialog(QDialog):
    """Shows one proposal at a time; what is decided goes onto the window's undo stack."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._operations = PeopleOperations(desk)
        self._proposals: list[Proposal] = []
        self._later: set[tuple[str, str]] = set()
        self._build()
        desk.hub.changed.connect(self._changed)
        desk.stack.canUndoChanged.connect(self.undo.setEnabled)
        self._read()

    # -- building

    def _build(self) -> None:
        self.setWindowTitle("People")
        self.resize(760, 340)
        self.title = QLabel("Looking for names that are alike…", self)
        self.title.setProperty("tone", "strong")
        self.why = QLabel(self)
        self.names = QLabel(self), QLabel(self)
        self.cards = QLabel(self), QLabel(self)
        for card in (self.title, self.why, *self.names, *self.cards):
            card.setWordWrap(True)
            card.setTextFormat(Qt.TextFormat.PlainText)
        for name in self.names:
            name.setProperty("tone", "strong")
        for card in self.cards:
            card.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            card.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.same = self._button("&Same person", "Both names are one person's", lambda: self._rule(True))
        self.different = self._button(
            "&Different people", "The names are two people's", lambda: self._rule(False)
        )
        self.later = self._button("&Later", "Leave it open, and go to the next", self._skip)
        self.undo = self._button("&Undo", "Take the last change back", self._desk.stack.undo)
        self.undo.setEnabled(self._desk.stack.canUndo())
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        sides, buttons = QHBoxLayout(), QHBoxLayout()
        for name, card in zip(self.names, self.cards, strict=True):
            side = QVBoxLayout()
            side.addWidget(name)
            side.addWidget(card, 1)
            sides.addLayout(side, 1)
        for button in (self.same, self.different, self.later):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.undo)
        buttons.addWidget(close)
        box = QVBoxLayout(self)
        box.addWidget(self.title)
        box.addWidget(self.why)
        box.addLayout(sides, 1)
        box.addLayout(buttons)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._show()

    def _button(self, text: str, tip: str, do: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button

    # -- what is shown

    @property
    def shown(self) -> Proposal | None:
        """The proposal to decide."""
        return self._proposals[0] if self._proposals else None

    def _read(self) -> None:
        self._desk.tasks.read(self._desk.library.people.proposals, self._found, key=("people", id(self)))

    def _found(self, proposals: list[Proposal]) -> None:
        self._proposals = [one for one in proposals if _pair(one) not in self._later]
        self._show()
        number = len(self._proposals)
        if number:
            self.title.setText(f"{counted(number, 'pair')} of names may be one person's.")
        else:
            self.title.setText("No more names are alike.")

    def _show(self) -> None:
        proposal = self.shown
        for button in (self.same, self.different, self.later):
            button.setEnabled(proposal is not None)
        self.why.setText(f"Alike: {proposal.why}." if proposal else "")
        people = (proposal.first, proposal.second) if proposal else ()
        for label in (*self.names, *self.cards):
            label.setText("")
        for name, card, one in zip(self.names, self.cards, people, strict=False):
            name.setText(one.name)
            card.setText("\n".join(told(one)))
            card.setAccessibleName(f"What is known of {one.name}")

    # -- what is decided

    def _rule(self, same: bool) -> None:
        proposal = self.shown
        if proposal is not None:
            self._next()
            first, second = (
                Choice(one.key, one.name, one.count) for one in (proposal.first, proposal.second)
            )
            self._operations.rule(first, second, same)

    def _skip(self) -> None:
        if self.shown is not None:
            self._later.add(_pair(self.shown))
            self._next()

    def _next(self) -> None:
        self._found(self._proposals[1:])

    def _changed(self, changes: Changes, _initiator: object) -> None:
        if changes.people or changes.listing:
            self._read()


def told(one: Dossier) -> Iterable[str]:
    """What is known of a person, in a few lines."""
    if len(one.spellings) > 1:
        yield "also " + ", ".join(name.label for name in one.spellings[1:])
    yield f"{counted(one.count, 'article')}, {_period(one.first, one.last)}"
    if one.countries:
        yield " ".join(held.value for held in one.countries)
    for held in (*one.ranks[:_MOST], *one.posts[:_MOST]):
        yield _said(held)


def _said(held: Held) -> str:
    return f"{held.value} ({_period(held.first, held.last)})"


def _period(first: str | None, last: str | None) -> str:
    if first is None or last is None:
        return "no date"
    return first if first == last else f"{first} to {last}"


def _pair(proposal: Proposal) -> tuple[str, str]:
    return proposal.first.key, proposal.second.key
