"""The facts pane: who met whom, as what, where, when and about what, each value with its words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QStackedLayout, QWidget

from gui import icons
from gui.empty import EmptyState
from gui.facts.canvas import FactsCanvas
from gui.facts.countries import country_name
from gui.facts.form import Section, Value, as_text, form
from gui.theme import Theme
from store.model import Fact, FactState, OpenArticle


class FactsPane(QWidget):
    """Shows the reading of one article.

    Signals:
        fact_activated: go to the words of a fact (Fact, its spans).
        person_filter: show only articles with this person (folded name, as ``Choice.key``).
        country_filter: show only articles of this country (code).
        correction_wanted: do this ("correct", "remove", "confirm", "split", "apart") with an official or a
            meeting (Fact).
        take_back_wanted: take the corrections and confirmations of these numbers back.
        addition_wanted: the selected words are to be added as an "official" or a "meeting".
    """

    fact_activated = Signal(object, object)
    person_filter = Signal(str)
    country_filter = Signal(str)
    correction_wanted = Signal(str, object)
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
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.canvas)
        self.setFocusProxy(self.canvas)
        self.setMinimumWidth(180)
        self.canvas.activated.connect(self._activated)
        self.canvas.copy_wanted.connect(self._copy)
        self.canvas.menu_wanted.connect(self._menu)
        self.show_article(None)

    @property
    def opened(self) -> OpenArticle | None:
        """The article whose facts are shown."""
        return self._opened

    def show_article(self, opened: OpenArticle | None) -> None:
        """Show what was read from an article; the same one again keeps its place."""
        before, self._opened = self._opened, opened
        if opened is None:
            self._offer_additions(False)
            self._empty.say("No facts", "Open an article to see who met whom, where, when and about what.")
            self._pages.setCurrentWidget(self._empty)
            return
        same = before is not None and before.row.id == opened.row.id
        if same and before is not None and _facts(before) == _facts(opened):
            return
        self._sections = form(opened, country_name)
        self.canvas.show_sections(self._sections, keep_place=same)
        reading = opened.reading
        found = reading.officials or reading.meetings or reading.ceremonies or reading.statements
        if not (found or opened.rulings):
            self._empty.say(
                "Nobody was found",
                "No officials, meetings or ceremonies were read from this article. Select the words that name"
                " somebody, or that tell of a meeting, and add them.",
            )
            self._offer_additions(True)
            self._pages.setCurrentWidget(self._empty)
        else:
            self._pages.setCurrentWidget(self.canvas)

    def select_fact(self, fact: Fact | None) -> None:
        """Show a fact as chosen and scroll to it."""
        self.canvas.choose(fact)

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

    def _activated(self, value: Value) -> None:
        self.canvas.choose(value.fact)
        if value.fact is not None and value.spans:
            self.fact_activated.emit(value.fact, value.spans)

    def _copy(self, value: Value) -> None:
        QGuiApplication.clipboard().setText(value.whole)

    def menu(self, value: Value | None) -> QMenu:
        """What can be done with a value, and with all of them."""
        menu = QMenu(self)
        if value is not None:
            menu.addAction(
                icons.icon("goto", self._theme), "&Go to the words", lambda: self._activated(value)
            )
            copy = menu.addAction(icons.icon("copy", self._theme), "&Copy", lambda: self._copy(value))
            copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
            if value.person:
                menu.addAction(
                    icons.icon("person", self._theme),
                    "Only articles with this &person",
                    lambda: self.person_filter.emit(_person_key(value.person)),
                )
            if value.country:
                menu.addAction(
                    icons.icon("country", self._theme),
                    f"Only articles of {country_name(value.country)}",
                    lambda: self.country_filter.emit(value.country),
                )
            menu.addSeparator()
            self._add_corrections(menu, value)
        menu.addAction("Copy &all facts", lambda: QGuiApplication.clipboard().setText(self.text()))
        return menu

    def _add_corrections(self, menu: QMenu, value: Value) -> None:
        if value.rulings:
            menu.addAction(
                f"&Take this {'confirmation' if value.state is FactState.CONFIRMED else 'correction'} back",
                lambda: self.take_back_wanted.emit(value.rulings),
            )
            menu.addSeparator()
        fact = value.fact
        if fact is None or fact.kind not in ("official", "meeting"):
            return
        whole = Fact(fact.kind, fact.index)
        what = f"this {fact.kind}"

        def ask(action: str, of: Fact) -> Callable[[], None]:
            return lambda: self.correction_wanted.emit(action, of)

        menu.addAction(f"Co&rrect {what}…", ask("correct", whole))
        if fact.field:
            field = Fact(fact.kind, fact.index, fact.field)
            menu.addAction(f"Con&firm the {fact.field}", ask("confirm", field))
        menu.addAction(f"C&onfirm all of {what}", ask("confirm", whole))
        menu.addAction(f"This is &no {fact.kind}", ask("remove", whole))
        if fact.kind == "official" and self._opened is not None:
            if len(self._opened.reading.officials[fact.index].mentions) > 1:
                menu.addAction("Two p&eople read as one…", ask("split", whole))
            menu.addAction("&Which person of this name…", ask("apart", whole))
        menu.addSeparator()

    def _menu(self, value: Value | None, place: QPoint) -> None:
        if self._opened is None:
            return
        menu = self.menu(value)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)


def _facts(opened: OpenArticle) -> tuple[object, ...]:
    return opened.reading, opened.rulings, opened.states


def _person_key(name: str) -> str:
    """The folded name under which the library lists a person."""
    from store.folding import words  # not needed before a person asks

    return " ".join(words(name))
