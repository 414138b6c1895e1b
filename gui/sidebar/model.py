"""The filters as a tree of two levels: groups, and what can be chosen in them, with counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, replace
from itertools import islice
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from store.model import Choice, Choices, Filter, SavedSearch
from store.records import dataclass

Index = QModelIndex | QPersistentModelIndex
COUNT = Qt.ItemDataRole.UserRole
FACET = Qt.ItemDataRole.UserRole + 1
"""The ``Facet`` of an index; None for a group."""

MOST = 300
"""So many entries of a group are listed; the field above the filters finds the others."""

PLURALS = {
    "person": "People",
    "country": "Countries",
    "occasion": "Occasions",
    "year": "Years",
    "tag": "Tags",
}


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing to choose: ``Facet("country", "TR")``, ``Facet("unread")``."""

    field: str  # of Filter; "all" for no filter
    key: str = ""

    def put_on(self, f: Filter) -> Filter:
        """The filter with this facet on it."""
        if self.field == "all":
            return f
        return replace(f, **{self.field: self.key or True})  # type: ignore[arg-type]


@dataclass(slots=True)
class _Entry:
    facet: Facet
    label: str
    count: int
    also: tuple[str, ...] = ()  # keys that stand for the same


@dataclass(slots=True)
class _Group:
    name: str  # field of Filter, or "library"
    label: str
    entries: list[_Entry] = field(default_factory=list)


def facets_of(f: Filter) -> list[Facet]:
    """What is chosen in a filter."""
    chosen = [Facet(name) for name in ("unread", "starred", "annotated", "unplaced") if getattr(f, name)]
    chosen += [Facet(name, getattr(f, name)) for name in PLURALS if getattr(f, name)]
    return chosen or [Facet("all")]


class FiltersModel(QAbstractItemModel):
    """Groups and their entries. ``narrow`` keeps the entries whose label holds some words."""

    def __init__(self, fold: Callable[[str], str] = str.casefold, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fold = fold
        self._choices = Choices(0, 0, 0, 0, (), (), (), ())
        self._found: tuple[Choice, ...] = ()
        self._words = ""
        self._groups = _groups(self._choices, self._keep)

    def set_choices(self, choices: Choices) -> bool:
        """Show new counts. Returns whether entries came or went, so that selections must be set anew."""
        self._choices = choices
        return self._rebuild()

    def narrow(self, words: str) -> bool:
        """Keep the entries whose label holds ``words``; returns whether entries came or went."""
        self._words = self._fold(words.strip())
        return self._rebuild()

    def add_people(self, found: tuple[Choice, ...]) -> bool:
        """Offer these people besides the most frequent; returns whether entries came or went."""
        self._found = found
        return self._rebuild()

    @property
    def more_people(self) -> bool:
        """Whether there are other people than those known here."""
        return self._choices.more_people

    @property
    def largest(self) -> int:
        """How many entries the largest group has before narrowing."""
        c = self._choices
        return max(map(len, (c.people, c.countries, c.occasions, c.years, c.tags)))

    def names(self, field_name: str) -> list[str]:
        """What there is of a kind (person, country, tag), the most frequent first."""
        found = {
            "person": self._people(),
            "country": self._choices.countries,
            "occasion": self._choices.occasions,
            "tag": sorted(self._choices.tags, key=lambda tag: -tag.count),
        }
        return [choice.label for choice in found.get(field_name, ())]

    @property
    def choices(self) -> Choices:
        """Everything that can be chosen, narrowed or not."""
        return self._choices

    @property
    def saved(self) -> tuple[SavedSearch, ...]:
        """The saved searches."""
        return self._choices.saved

    def country_names(self) -> dict[str, str]:
        """Names of the countries by code."""
        return {choice.key: choice.label for choice in self._choices.countries}

    def find(self, facet: Facet) -> QModelIndex:
        """Where a facet stands; an invalid index if it does not."""
        for top, group in enumerate(self._groups):
            for place, entry in enumerate(group.entries):
                same = entry.facet.field == facet.field and facet.key in entry.also
                if same or entry.facet == facet:
                    return self.index(place, 0, self.index(top, 0))
        return QModelIndex()

    def group_name(self, place: int) -> str:
        """Stable name of a group, for remembering which are open."""
        return self._groups[place].name

    # -- what Qt asks

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if column != 0 or row < 0:
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, 0, 0) if row < len(self._groups) else QModelIndex()
        if parent.internalId() == 0 and row < len(self._groups[parent.row()].entries):
            return self.createIndex(row, 0, parent.row() + 1)
        return QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._groups)
        return len(self._groups[parent.row()].entries) if parent.internalId() == 0 else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if index.internalId() == 0:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if index.internalId() == 0:
            group = self._groups[index.row()]
            texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return group.label if role in texts else None
        entry = self._groups[index.internalId() - 1].entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.label
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.label if entry.count < 0 else f"{entry.label} ({entry.count:,})"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.label if entry.count < 0 else f"{entry.label}, {entry.count:,}"
        if role == COUNT:
            return entry.count
        if role == FACET:
            return entry.facet
        return None

    # -- inside

    def _keep(self, field_name: str, choice: Choice) -> bool:
        if not self._words:
            return True
        if field_name in ("person", "occasion"):  # their keys are folded
            return any(self._words in key for key in (choice.key, *choice.also))
        return self._words in self._fold(choice.label)

    def _people(self) -> tuple[Choice, ...]:
        if not self._found:
            return self._choices.people
        known = {key for one in self._choices.people for key in (one.key, *one.also)}
        return (*self._choices.people, *(one for one in self._found if one.key not in known))

    def _rebuild(self) -> bool:
        groups = _groups(replace(self._choices, people=self._people()), self._keep)
        same = [[e.facet for e in g.entries] for g in groups] == [
            [e.facet for e in g.entries] for g in self._groups
        ]
        if not same:
            self.beginResetModel()
            self._groups = groups
            self.endResetModel()
            return True
        self._groups = groups
        for top, group in enumerate(groups):
            if group.entries:
                head = self.index(top, 0)
                last = self.index(len(group.entries) - 1, 0, head)
                self.dataChanged.emit(self.index(0, 0, head), last)
        return False


def _groups(choices: Choices, keep: Callable[[str, Choice], bool]) -> list[_Group]:
    library = _Group(
        "library",
        "Library",
        [
            _Entry(Facet("all"), "All articles", choices.all),
            _Entry(Facet("unread"), "Unread", choices.unread),
            _Entry(Facet("starred"), "Starred", choices.starred),
            _Entry(Facet("annotated"), "Annotated", choices.annotated),
        ],
    )
    if choices.unplaced:
        library.entries.append(_Entry(Facet("unplaced"), "Without a place", choices.unplaced))
    groups = [library]
    kept_searches = [
        _Entry(Facet("saved", str(one.id)), one.name, -1)
        for one in choices.saved
        if keep("saved", Choice(str(one.id), one.name, 0))
    ]
    if kept_searches:
        groups.append(_Group("saved", "Saved searches", kept_searches))
    found: tuple[tuple[str, tuple[Choice, ...]], ...] = (
        ("person", choices.people),
        ("country", choices.countries),
        ("occasion", choices.occasions),
        ("year", choices.years),
        ("tag", choices.tags),
    )
    for name, entries in found:
        kept = (c for c in entries if keep(name, c))
        listed = [_Entry(Facet(name, c.key), c.label, c.count, c.also) for c in islice(kept, MOST)]
        if listed:
            end = "+" if name == "person" and choices.more_people else ""
            more = f" ({len(listed)} of {len(entries):,}{end})" if len(listed) == MOST < len(entries) else ""
            groups.append(_Group(name, PLURALS[name] + more, listed))
    return groups
