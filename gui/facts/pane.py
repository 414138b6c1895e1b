"""The facts pane: who met whom, as what, where, when and about what, each value with its words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from gui.countries import country_list, country_name, topic_names
from gui.empty import EmptyState
from gui.facts.bar import FactsBar
from gui.facts.canvas import FactsCanvas, fact_of
from gui.facts.card import Section, Value
from gui.facts.form import as_text, form, ruled_over, tally
from gui.theme import Theme
from store.model import Fact, FactState, OpenArticle

if TYPE_CHECKING:
    from gui.facts.editor import FieldEditor


class FactsPane(QWidget):
    """Shows the reading of one article.

    Signals:
        fact_activated: go to the words of a fact (Fact, its spans).
        way_asked: a page (``Link``) that leads on from a fact is to be opened.
        person_filter: show only articles with this person (folded name, as ``Choice.key``).
        country_filter: show only articles of this country (code).
        correction_wanted: do this (see ``keys.KEYS``; also "split", "apart") with a fact of an official or a
            meeting.
        value_given: a field (Fact) has this value, as rulings hold it.
        seen_confirmed: these facts, which are in view, are right.
        take_back_wanted: take the corrections and confirmations of these numbers back.
        told: one sentence for the person.
        addition_wanted: the selected words are to be added as an "official" or a "meeting".
    """

    fact_activated = Signal(object, object)
    way_asked = Signal(object)
    person_filter = Signal(str)
    country_filter = Signal(str)
    correction_wanted = Signal(str, object)
    value_given = Signal(object, object)
    seen_confirmed = Signal(object)
    told = Signal(str)
    take_back_wanted = Signal(object)
    addition_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._opened: OpenArticle | None = None
        self._sections: tuple[Section, ...] = ()
        self.canvas = FactsCanvas(theme, self)
        self._additions: list[QPushButton] = []
        self._empty = EmptyState(theme, "facts", self)
        self.bar = FactsBar(theme, self)
        self._editor: FieldEditor | None = None
        self._edited = Fact("")
        shown = QWidget(self)
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.canvas, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(shown)
        self.setFocusProxy(self.canvas)
        self.setMinimumWidth(180)
        self.canvas.activated.connect(self.go_to)
        self.canvas.copy_wanted.connect(self.copy)
        self.canvas.asked.connect(self.act)
        self.canvas.moved.connect(self._place_editor)
        self.canvas.menu_wanted.connect(self._menu)
        self.bar.confirm_wanted.connect(self.confirm_seen)
        self.show_article(None)

    @property
    def opened(self) -> OpenArticle | None:
        """The article whose facts are shown."""
        return self._opened

    def show_article(self, opened: OpenArticle | None) -> None:
        """Show what was read from an article; the same one again keeps its place."""
        another = opened is None or self._opened is None or opened.row.id != self._opened.row.id
        if another and not self.leave_editor() and self._editor is not None:
            self._editor.leave()
        before, self._opened = self._opened, opened
        if opened is None:
            self._offer_additions(False)
            self._empty.say("No facts", "Open an article to see who met whom, where, when and about what.")
            self._pages.setCurrentWidget(self._empty)
            return
        same = before is not None and before.row.id == opened.row.id
        if same and before is not None and _facts(before) == _facts(opened):
            return
        if self._editor is not None and before is not None and not _same_words(before, opened, self._edited):
            self._editor.leave()  # what it stands over is another fact now
        self._sections = form(opened, country_name)
        self.bar.legend.show_tally(tally(self._sections))
        self.canvas.show_sections(self._sections, keep_place=same)
        if same and before is not None:
            added = _added(before, opened)
            if added is not None:
                self.canvas.choose(added)
        reading = opened.reading
        found = reading.officials or reading.meetings or reading.ceremonies or reading.statements
        if not (found or opened.rulings):
            self._empty.say(
                "Nobody was found",
                "Select the words that name somebody, or that tell of a meeting, and add them.",
            )
            self._offer_additions(True)
            self._pages.setCurrentWidget(self._empty)
        else:
            self._pages.setCurrentIndex(1)

    def select_fact(self, fact: Fact | None) -> None:
        """Show a fact as chosen and scroll to it."""
        self.canvas.choose(fact)

    def has(self, fact: Fact) -> bool:
        """Whether a fact is shown."""
        return any(fact_of(cell) == fact for cell in self.canvas.live)

    @property
    def selected(self) -> Fact | None:
        """The fact shown as chosen."""
        return self.canvas.chosen

    def text(self) -> str:
        """All facts as plain text."""
        return as_text(self._sections)

    def _offer_additions(self, on: bool) -> None:
        """Buttons that add what the reading has missed; made when they are first needed."""
        if on and not self._additions:
            for subject in ("official", "meeting"):
                self._additions.append(
                    self._empty.add_button(
                        f"Add the words as {'an' if subject == 'official' else 'a'} {subject}",
                        partial(self.addition_wanted.emit, subject),
                    )
                )
        for button in self._additions:
            button.setVisible(on)

    # -- with one fact

    def go_to(self, value: Value) -> None:
        """Go to the words of a value."""
        self.canvas.choose(value.fact)
        if value.fact is not None and value.spans:
            self.fact_activated.emit(value.fact, value.spans)
        elif ruled_over(value.fact):
            self.told.emit("The article does not say; press E to say it.")

    def copy(self, value: Value) -> None:
        """Copy the words of a value."""
        QGuiApplication.clipboard().setText(value.whole)

    def copy_as(self, form: str, fact: Fact | None, whole: bool = False) -> None:
        """Copy a fact, its whole official or meeting, or all of them: see ``copying.written``."""
        from gui.facts import copying

        opened = self._opened
        if opened is None:
            return
        whole = whole or (fact is not None and not fact.field and fact.kind == "meeting")
        text = copying.written(opened, self._sections, fact, whole, form)
        if fact is None or text:
            copying.put_on_clipboard(text, form)
            what = "all facts" if fact is None else f"the {fact.kind}" if whole else "the fact"
            self.told.emit(f"Copied {what} as {copying.TOLD[form]}.")
        else:
            self.told.emit("Only facts of the article can be copied so.")

    def filter_person(self, value: Value) -> None:
        """Ask for the articles of a person."""
        self.person_filter.emit(_person_key(value.person))

    def act(self, action: str, value: Value) -> None:
        """Do with a value what a key or the menu asks for."""
        fact = value.fact
        if fact is not None and fact.kind == "ruling":
            if action == "remove":
                self.take_back_wanted.emit(value.rulings)
        elif fact is None or fact.kind not in ("official", "meeting"):
            self.told.emit("Only officials and meetings can be corrected.")
        elif action == "edit":
            self.edit(fact)
        elif action in ("confirm", "clear") and not ruled_over(fact):
            self.told.emit("That is done with a field of it.")
        elif action == "clear" and not value.spans:
            self.told.emit("Nothing is stated here.")
        else:
            self.correction_wanted.emit(action, fact)

    def edit(self, fact: Fact) -> None:
        """Put a field right where it stands."""
        if self._opened is None or not self.leave_editor():
            return
        if not ruled_over(fact):
            self.correction_wanted.emit("correct", fact)
            return
        if fact.field == "apart":
            self.correction_wanted.emit("apart", fact)
            return
        from gui.facts import editor
        from gui.facts.spelling import CHOICES
        from gui.facts.work import field_of, fields_of

        field = field_of(fact)
        value = fields_of(self._opened, fact)[field]
        self.canvas.reveal(fact)
        port, give = self.canvas.viewport(), partial(self.value_given.emit, fact)
        if field in CHOICES:
            place = editor.corner(port, self.canvas.room_of(fact))
            editor.choice_menu(field, value, give, self).popup(place)
            return
        made = editor.FieldEditor(field, value, partial(self._names, field), port)
        self._editor, self._edited = made, fact
        made.given.connect(give)
        made.left.connect(self._editor_left)
        made.resized.connect(self._make_room)
        made.show()
        self._make_room()  # only what is shown knows how its lines break
        made.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_editor(self) -> bool:
        """Keep what is being written; whether nothing is any more."""
        return self._editor is None or self._editor.keep()

    def _editor_left(self) -> None:
        had = self._editor is not None and self._editor.isAncestorOf(QApplication.focusWidget() or self)
        self._editor = None
        if had:
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_room(self) -> None:
        """Let the editor stand over its field, and scroll where it would not fit."""
        self._place_editor()
        if self._editor is not None:
            self.canvas.make_room(self._edited, self._editor.height())

    def _place_editor(self) -> None:
        if self._editor is not None:
            self._editor.stand(self.canvas.room_of(self._edited))

    def _names(self, field: str) -> list[str]:
        """What can be meant in a field: people of the article, countries, topics."""
        if field in ("country", "parties"):
            return country_list()
        if field == "topics":
            return topic_names()
        officials = self._opened.reading.officials if self._opened is not None else ()
        return [official.name for official in officials]

    def can_be_split(self, fact: Fact) -> bool:
        """Whether an official is named more than once."""
        return self._opened is not None and len(self._opened.reading.officials[fact.index].mentions) > 1

    def is_of_the_whole(self, value: Value) -> bool:
        """Whether what was said of a value was said of its whole official or meeting."""
        made = self._opened.rulings if self._opened is not None else ()
        of_field = value.fact is not None and value.fact.kind != "ruling" and value.fact.field
        return bool(of_field) and any(one.id in value.rulings and not one.field for one in made)

    # -- with all of them

    def confirm_seen(self) -> None:
        """Confirm what is in view at this moment, and nothing else."""
        if self.canvas.isVisible() and self.leave_editor():
            self.seen_confirmed.emit(self.canvas.seen())

    def menu(self, value: Value | None) -> QMenu:
        """What can be done with a value, and with all of them."""
        from gui.facts.menu import context_menu

        return context_menu(self, self._theme, value)

    def add_shared(self, menu: QMenu, value: Value | None) -> None:
        """Add what can be done with all facts to a menu, and how a value can be copied."""
        from gui.facts.copying import add_menus

        add_menus(menu, self, value)
        menu.addSeparator()
        confirm = menu.addAction("Confirm all in &view", self.confirm_seen)
        confirm.setShortcut(QKeySequence("F7"))

    def _menu(self, value: Value | None, place: QPoint) -> None:
        if self._opened is None:
            return
        menu = self.menu(value)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)


def _same_words(before: OpenArticle, after: OpenArticle, fact: Fact) -> bool:
    """Whether a fact is of the same official or meeting before and after a change."""
    from gui.correcting import words_of

    known = after.reading.officials if fact.kind == "official" else after.reading.meetings
    return fact.index < len(known) and words_of(before, fact) == words_of(after, fact)


def _added(before: OpenArticle, after: OpenArticle) -> Fact | None:
    """The official or the meeting that a person has just added, which stands last of its kind."""
    for kind, known, now in (
        ("official", before.reading.officials, after.reading.officials),
        ("meeting", before.reading.meetings, after.reading.meetings),
    ):
        last = Fact(kind, len(now) - 1)
        if len(now) == len(known) + 1 and after.states.get(last) is FactState.CORRECTED:
            return last
    return None


def _facts(opened: OpenArticle) -> tuple[object, ...]:
    return opened.reading, opened.rulings, opened.states


def _person_key(name: str) -> str:
    """The folded name under which the library lists a person."""
    from store.folding import words  # not needed before a person asks

    return " ".join(words(name))
