"""The forms in which a person says what an official or a meeting is, and what of it differs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gui.countries import country_list, topic_names
from gui.facts import spelling
from gui.facts.completing import NameCompletion
from store.model import Meeting, MeetingKind, MeetingStatus, Official, Role

Fields = dict[str, object]
_SHOWN_NAMES = {"hosts": "Hosts", "guests": "Guests", "attendees": "Also present"}
_LISTS = (*_SHOWN_NAMES, "parties", "topics")


def official_fields(official: Official | None, words: str = "") -> Fields:
    """The fields of an official as rulings hold them; of none, those of a new one called ``words``."""
    if official is None:
        return {"name": words, "rank": None, "posts": [], "country": None, "role": Role.MENTIONED.value}
    return {
        "name": official.name,
        "rank": official.rank.value if official.rank else None,
        "posts": [
            {"title": post.title, "organisation": post.organisation, "country": post.country}
            for post in official.posts
        ],
        "country": official.country.value if official.country else None,
        "role": official.role.value.value,
    }


def meeting_fields(meeting: Meeting | None) -> Fields:
    """The fields of a meeting as rulings hold them; of none, those of a new one."""
    if meeting is None:
        return {
            "kind": MeetingKind.MEETING.value,
            "status": MeetingStatus.HELD.value,
            **dict.fromkeys(("date", "place", "venue", "occasion")),
            **{name: [] for name in _LISTS},
        }
    occasion = meeting.occasion.value if meeting.occasion else None
    return {
        "kind": meeting.kind.value.value,
        "status": meeting.status.value.value,
        **{name: _said(getattr(meeting, name)) for name in ("date", "place", "venue")},
        "occasion": {"name": occasion.name, "ordinal": occasion.ordinal} if occasion else None,
        **{
            name: [one.value for one in getattr(meeting, name)]
            for name in (*_SHOWN_NAMES, "parties", "topics")
        },
    }


def _said(stated: object) -> object:
    return getattr(stated, "value", None)


def changed(before: Mapping[str, object], after: Mapping[str, object]) -> Fields:
    """The fields that differ."""
    return {name: value for name, value in after.items() if before.get(name) != value}


class _Form(QDialog):
    """A form with a heading; its fields are made by who derives from it."""

    def __init__(self, title: str, heading: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(460)
        label = QLabel(heading, self)
        label.setWordWrap(True)
        label.setProperty("tone", "strong")
        self._fields: list[QWidget] = []
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.wrong = QLabel(self)
        self.wrong.setWordWrap(True)
        self.wrong.setProperty("tone", "danger")
        self.wrong.hide()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.addWidget(label)
        box.addLayout(self.form)
        box.addWidget(self.wrong)
        box.addWidget(self.buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard starts in the first field and comes to the buttons last."""
        for before, after in pairwise([*self._fields, *self.buttons.buttons()]):
            QWidget.setTabOrder(before, after)
        self._fields[0].setFocus()
        super().showEvent(event)

    def _add(self, label: str, field: QWidget) -> None:
        self.form.addRow(label, field)
        self._fields.append(field)

    def _tell(self, how: str) -> None:
        """How the field above is written, also where it is not empty."""
        hint = QLabel(how, self)
        hint.setProperty("tone", "muted")
        hint.setWordWrap(True)
        self.form.addRow("", hint)

    def _line(self, label: str, value: object, hint: str = "") -> QLineEdit:
        line = QLineEdit("" if value is None else str(value), self)
        line.setCursorPosition(0)
        line.setPlaceholderText(hint)
        line.setAccessibleName(label)
        self._add(label, line)
        return line

    def _choice(self, label: str, choices: Mapping[str, str], chosen: object) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(label)
        for value, words in choices.items():
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        self._add(label, box)
        return box

    def _fits(self, field: QWidget, read: Callable[[], object]) -> bool:
        """Whether something can be meant by what a field says; what is wrong with it is said."""
        try:
            read()
        except ValueError as fault:
            self._refuse(str(fault), field)
            return False
        return True

    def _refuse(self, sentence: str, field: QWidget) -> None:
        self.wrong.setText(sentence)
        self.wrong.show()
        field.setFocus()


class OfficialForm(_Form):
    """Name, rank, posts, country and role of an official."""

    def __init__(self, fields: Fields, heading: str, parent: QWidget | None = None) -> None:
        super().__init__("Official", heading, parent)
        self.name = self._line("Name", fields["name"])
        self.rank = self._line("Rank", fields["rank"])
        self.posts = QPlainTextEdit(spelling.written_posts(fields["posts"]), self)
        self.posts.setAccessibleName("Posts")
        self.posts.setTabChangesFocus(True)
        self.posts.setFixedHeight(84)
        self._add("Posts", self.posts)
        self._tell(spelling.HINTS["posts"])
        self.posts.setAccessibleDescription(spelling.HINTS["posts"])
        self.country = self._line(
            "Country", spelling.written("country", fields["country"]), spelling.HINTS["country"]
        )
        self.role = self._choice("Role", spelling.CHOICES["role"], fields["role"])
        NameCompletion(self.country, country_list, several=False)

    def fields(self) -> Fields:
        """What the form says."""
        return {
            "name": " ".join(self.name.text().split()),
            "rank": spelling.filled(self.rank.text()),
            "posts": spelling.read_posts(self.posts.toPlainText()),
            "country": spelling.code(self.country.text()),
            "role": self.role.currentData(),
        }

    def accept(self) -> None:
        """Close with what is there, unless there is no name, or a country that nobody knows."""
        if not self.name.text().strip():
            self._refuse("An official has a name.", self.name)
        elif self._fits(self.country, lambda: spelling.code(self.country.text())) and self._fits(
            self.posts, lambda: spelling.read_posts(self.posts.toPlainText())
        ):
            super().accept()


class MeetingForm(_Form):
    """Who met whom, how, where, when, on what occasion and about what."""

    def __init__(
        self, fields: Fields, heading: str, parent: QWidget | None = None, people: Sequence[str] = ()
    ) -> None:
        super().__init__("Meeting", heading, parent)
        self.kind = self._choice("Kind", spelling.CHOICES["kind"], fields["kind"])
        self.status = self._choice("Status", spelling.CHOICES["status"], fields["status"])
        self.date = self._line("Date", fields["date"], spelling.HINTS["date"])
        self.place = self._line("Place", fields["place"])
        self.venue = self._line("Venue", fields["venue"])
        self.people = {
            name: self._line(label, spelling.written(name, fields[name]), spelling.HINTS[name])
            for name, label in _SHOWN_NAMES.items()
        }
        self.parties = self._line(
            "Parties", spelling.written("parties", fields["parties"]), spelling.HINTS["parties"]
        )
        known = fields["occasion"] if isinstance(fields["occasion"], dict) else {}
        self.occasion = self._line("Occasion", known.get("name"))
        self.ordinal = self._line("Its number", known.get("ordinal"), "17, of the 17th meeting")
        self.topics = self._line(
            "Topics", spelling.written("topics", fields["topics"]), spelling.HINTS["topics"]
        )
        self._tell("Several names, parties or topics: with ; between")
        NameCompletion(self.parties, country_list, several=True)
        NameCompletion(self.topics, topic_names, several=True)
        for line in self.people.values():
            NameCompletion(line, lambda: people, several=True)

    def fields(self) -> Fields:
        """What the form says."""
        name, ordinal = spelling.filled(self.occasion.text()), self.ordinal.text().strip()
        number = int(ordinal) if ordinal.isdigit() else None
        return {
            "kind": self.kind.currentData(),
            "status": self.status.currentData(),
            "date": spelling.day(self.date.text()),
            "place": spelling.filled(self.place.text()),
            "venue": spelling.filled(self.venue.text()),
            "occasion": {"name": name, "ordinal": number} if name else None,
            **{field: spelling.split(line.text()) for field, line in self.people.items()},
            "parties": spelling.codes(self.parties.text()),
            "topics": spelling.topics(self.topics.text()),
        }

    def accept(self) -> None:
        """Close with what is there, unless the date, the number or a party is none."""
        ordinal = self.ordinal.text().strip()
        if not self._fits(self.date, lambda: spelling.day(self.date.text())):
            return
        if ordinal and not ordinal.isdigit():
            self._refuse("The number of the occasion is in digits.", self.ordinal)
        elif ordinal and not self.occasion.text().strip():
            self._refuse("An occasion with a number has a name.", self.occasion)
        elif self._fits(self.parties, lambda: spelling.codes(self.parties.text())):
            super().accept()
