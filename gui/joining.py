"""Names that may be one's, one pair after the other, for a person to decide; and what was said so far."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStackedWidget,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.blank import Blank
from gui.buttons import push_button
from gui.countries import country_name
from gui.operations.desk import Desk
from gui.operations.joining import JoiningOperations
from gui.words import counted, short_date
from store.model import Changes, Choice, Dossier, Held, NameRuling, Proposal

if TYPE_CHECKING:
    from store.joining import Joining

_MOST = 4
"""So many of each kind of thing that is known are shown."""

RULING = Qt.ItemDataRole.UserRole


class JoiningDialog(QDialog):
    """Shows one proposal at a time; what is decided goes onto the window's undo stack."""

    def __init__(self, desk: Desk, names: Joining, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._names = desk, names
        self._operations = JoiningOperations(desk, names)
        self._opened_at = desk.stack.index()
        self._proposals: list[Proposal] = []
        self._later: set[tuple[str, str]] = set()
        self.setWindowTitle(names.many.capitalize())
        letter = self.fontMetrics().averageCharWidth()
        self.resize(max(820, 110 * letter), max(420, 60 * letter))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build()
        desk.hub.changed.connect(self._changed)
        desk.stack.indexChanged.connect(self._moved_in_stack)
        self._read()

    # -- building

    def _build(self) -> None:
        self.open_page, self.said_page = QWidget(self), QWidget(self)
        self.pages = QStackedWidget(self)
        self.tabs = self._tab("To &decide", self.open_page), self._tab("Said so &far", self.said_page)
        self.tabs[0].setChecked(True)
        self._build_open(self.open_page)
        self._build_said(self.said_page)
        self.undo = push_button("&Undo", self, "Take the last change back", self._undo)
        self.told = QLabel(self)
        self.told.setProperty("tone", "muted")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.undo.setEnabled(False)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(4)
        for tab in self.tabs:
            head.addWidget(tab)
        head.addStretch(1)
        foot.addWidget(self.undo)
        foot.addWidget(self.told, 1)
        foot.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 10, 14, 12)
        box.setSpacing(10)
        box.addLayout(head)
        box.addWidget(self.pages, 1)
        box.addLayout(foot)

    def _tab(self, text: str, page: QWidget) -> QToolButton:
        tab = QToolButton(self)
        tab.setText(text)
        tab.setCheckable(True)
        tab.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.pages.addWidget(page)
        tab.clicked.connect(lambda: self.pages.setCurrentWidget(page))
        group = getattr(self, "_group", None) or QButtonGroup(self)
        self._group = group
        group.addButton(tab)
        return tab

    def _build_open(self, page: QWidget) -> None:
        self.title = QLabel("Looking for names that are alike…", page)
        self.title.setProperty("tone", "strong")
        self.why = QLabel(page)
        self.why.setProperty("tone", "muted")
        self.names = QLabel(page), QLabel(page)
        self.cards = QLabel(page), QLabel(page)
        for label in (self.title, self.why, *self.names):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        kind, many = self._names.kind, self._names.many
        self.same = push_button(f"&Same {kind}", self, f"Both names are one {kind}", lambda: self._rule(True))
        self.different = push_button(
            f"Diff&erent {many}", self, f"The names are two {many}", lambda: self._rule(False)
        )
        self.later = push_button("&Later", self, "Leave it open, and go to the next", self._skip)
        sides, buttons = QHBoxLayout(), QHBoxLayout()
        sides.setSpacing(12)
        self._frames = [_framed(*side, page) for side in zip(self.names, self.cards, strict=True)]
        for frame in self._frames:
            sides.addWidget(frame, 1)
        for button in (self.same, self.different, self.later):
            buttons.addWidget(button)
        buttons.addStretch(1)
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.title)
        box.addWidget(self.why)
        room = QWidget(page)
        room.setLayout(sides)
        sides.setContentsMargins(0, 0, 0, 0)
        self.nothing = Blank(room)
        box.addWidget(room, 1)
        box.addLayout(buttons)

    def _build_said(self, page: QWidget) -> None:
        self.said = QTreeWidget(page)
        self.said.setAccessibleName("What was said of names so far")
        self.said.setHeaderLabels(["First", "Second", "Said to be", "On"])
        self.said.setRootIsDecorated(False)
        self.said.setUniformRowHeights(True)
        self.said.header().setStretchLastSection(False)
        for column in range(2):
            self.said.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column in range(2, 4):
            self.said.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.nothing_said = Blank(self.said)
        self.back = push_button("&Take back", self, "Leave it open again", self._take_back)
        self.said.itemSelectionChanged.connect(lambda: self.back.setEnabled(bool(self.said.selectedItems())))
        self.back.setEnabled(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.said, 1)
        box.addLayout(buttons)

    # -- what is shown

    @property
    def shown(self) -> Proposal | None:
        """The proposal to decide."""
        return self._proposals[0] if self._proposals else None

    def _read(self) -> None:
        names, tasks = self._names, self._desk.tasks

        def said() -> list[tuple[NameRuling, str, str]]:
            return [(one, names.label(one.first), names.label(one.second)) for one in names.rulings()]

        tasks.read(names.proposals, self._found, key=(names.kind, id(self)))
        tasks.read(said, self._show_said, key=("said", id(self)))

    def _found(self, proposals: list[Proposal]) -> None:
        self._proposals = [one for one in proposals if _pair(one) not in self._later]
        number = len(self._proposals)
        if number:
            told = f"{counted(number, 'pair')} of names may be one {self._names.kind}."
            self.nothing.clear()
        else:
            told = ""
            self._say_nothing()
        self.title.setText(told)
        proposal = self.shown
        for widget in (self.same, self.different, self.later):
            widget.setEnabled(proposal is not None)
            widget.setVisible(proposal is not None)
        self.why.setText(f"Alike: {proposal.why}." if proposal else "")
        both = (proposal.first, proposal.second) if proposal else ()
        for label in (*self.names, *self.cards):
            label.setText("")
        for frame in self._frames:
            frame.setVisible(proposal is not None)
        for name, card, one in zip(self.names, self.cards, both, strict=False):
            name.setText(one.name)
            muted = self.palette().color(QPalette.ColorRole.PlaceholderText).name()
            card.setText(as_html(told_of(one), muted))
            card.setAccessibleName(
                f"What is known of {one.name}: " + "; ".join(f"{what} {said}" for what, said in told_of(one))
            )

    def _show_said(self, said: list[tuple[NameRuling, str, str]]) -> None:
        self.said.clear()
        kind, many = self._names.kind, self._names.many
        for ruling, first, second in reversed(said):
            what = f"one {kind}" if ruling.same else f"two {many}"
            if not ruling.applies:
                what += ", which does not apply"
            item = QTreeWidgetItem([first, second, what, short_date(ruling.created_at[:10])])
            item.setData(0, RULING, ruling)
            if not ruling.applies:
                item.setToolTip(2, f"Others of their names were said to be two {many}.")
            self.said.addTopLevelItem(item)
        if said:
            self.nothing_said.clear()
        else:
            self.nothing_said.say(
                "Nothing was said yet", "What you decide about names stands here and can be taken back."
            )
        self.tabs[1].setText(f"Said so &far ({len(said):,})" if said else "Said so &far")
        self.back.setEnabled(False)

    def _say_nothing(self) -> None:
        """Nothing is to decide: why, and what can be done."""
        kind = self._names.kind
        if self._later:
            number = counted(len(self._later), "pair")
            self.nothing.say(
                f"{number} left for later", "All others are decided.", "Decide them now", self._take_up
            )
        else:
            self.nothing.say(
                "Nothing to decide",
                f"Names that may be one {kind} are shown here as articles bring them. What you said of "
                "others stands under “Said so far” and can be taken back.",
            )

    def _take_up(self) -> None:
        """What was left for later is proposed again."""
        self._later.clear()
        self._read()

    # -- what is decided

    def _rule(self, same: bool) -> None:
        proposal = self.shown
        if proposal is not None:
            self._next()
            first, second = (
                Choice(one.key, one.name, one.count) for one in (proposal.first, proposal.second)
            )
            self._operations.rule(first, second, same)
            self._tell(f"Said: {self._desk.stack.undoText()}")

    def _undo(self) -> None:
        text = self._desk.stack.undoText()
        self._desk.stack.undo()
        self._tell(f"Undone: {text}")

    def _moved_in_stack(self, index: int) -> None:
        """What was done elsewhere, before, is not taken back here."""
        self.undo.setEnabled(index > self._opened_at)
        self.undo.setToolTip(f"Undo {self._desk.stack.undoText()}" if index > self._opened_at else "")

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        self.told.setAccessibleName(text)

    def _skip(self) -> None:
        if self.shown is not None:
            self._later.add(_pair(self.shown))
            self._next()

    def _next(self) -> None:
        self._found(self._proposals[1:])

    def _take_back(self) -> None:
        for item in self.said.selectedItems():
            both = f"{item.text(0)}, {item.text(1)}"
            self._operations.take_back(item.data(0, RULING), both)
            self._tell(f"Taken back: what was said of “{both}”")

    def _changed(self, changes: Changes, _initiator: object) -> None:
        if changes.people or changes.listing:
            self._read()


def _framed(name: QLabel, card: QLabel, parent: QWidget) -> QFrame:
    frame = QFrame(parent)
    frame.setObjectName("card")
    name.setProperty("tone", "strong")
    card.setWordWrap(True)
    card.setTextFormat(Qt.TextFormat.RichText)
    card.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    card.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    box = QVBoxLayout(frame)
    box.setContentsMargins(14, 12, 14, 12)
    box.addWidget(name)
    box.addWidget(card, 1)
    return frame


def told_of(one: Dossier) -> list[tuple[str, str]]:
    """What is known of one, in a few lines: what it is, and what is said."""
    told = [("Articles", f"{one.count:,} ({_period(one.first, one.last)})")]
    if len(one.spellings) > 1:
        told.append(("Also", ", ".join(name.label for name in one.spellings[1:])))
    if one.countries:
        names = ", ".join(country_name(said.value) for said in one.countries[:_MOST])
        told.append(("Country" if len(one.countries) == 1 else "Countries", names))
    several = (("Rank", one.ranks), ("Post", one.posts), ("Number", one.numbers), ("Place", one.places))
    for what, held in several:
        told += [(what, _said(said)) for said in held[:_MOST]]
    return told


def as_html(told: Iterable[tuple[str, str]], muted: str) -> str:
    """Lines of two columns, the first in that colour."""
    rows = "".join(
        f"<tr><td style='padding-right: 14px; color: {muted}'>{escape(what)}</td><td>{escape(said)}</td></tr>"
        for what, said in told
    )
    return f"<table cellspacing='0' cellpadding='2'>{rows}</table>"


def _said(held: Held) -> str:
    return f"{held.value} ({_period(held.first, held.last)})"


def _period(first: str | None, last: str | None) -> str:
    if first is None or last is None:
        return "no date"
    return short_date(first) if first == last else f"{short_date(first)} to {short_date(last)}"


def _pair(proposal: Proposal) -> tuple[str, str]:
    return proposal.first.key, proposal.second.key
