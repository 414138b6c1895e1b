"""What is drawn, as the key of an address: of whom, of which articles, and how the drawing is set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from gui.across.drawings.timeaxis import span_of
from store.across.page import Link
from store.across.timeline import Chosen
from store.derive import country_name, name_of
from store.model import Filter

if TYPE_CHECKING:
    from gui.window import MainWindow
    from store.across.page import LinkKind
    from store.library import Library

LATE = 3
"""So many days after a meeting articles on it are looked for."""

_FILTER = "list."
_YES = "yes"
_EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class Selection:
    """Of what something is drawn; nothing set is the whole library. ``settings`` are of one drawing alone."""

    person: str = ""  # key
    parties: tuple[str, ...] = ()  # codes
    series: str = ""  # key
    shown: Filter = _EVERYTHING  # of the list
    settings: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        """As the key of a link."""
        told = [("person", self.person), ("parties", " ".join(self.parties)), ("series", self.series)]
        first = Filter()
        for part in fields(Filter):
            value = getattr(self.shown, part.name)
            if value != getattr(first, part.name):
                said = _YES if value is True else "|".join(value) if isinstance(value, tuple) else str(value)
                told.append((f"{_FILTER}{part.name}", said))
        return urlencode([(name, value) for name, value in (*told, *self.settings) if value])

    @classmethod
    def of(cls, key: str) -> Selection:
        """What a key says; what cannot be understood of it is left aside."""
        made = cls()
        kept: dict[str, object] = {}
        settings = []
        first = Filter()
        for name, value in parse_qsl(key):
            if name in ("person", "series"):
                made = replace(made, **{name: value})  # type: ignore[arg-type]
            elif name == "parties":
                made = replace(made, parties=tuple(value.split()))
            elif not name.startswith(_FILTER):
                settings.append((name, value))
            elif (part := name.removeprefix(_FILTER)) == "part":
                by, _, group = value.partition("|")
                kept[part] = by, group
            elif part in {one.name for one in fields(Filter)}:
                kept[part] = value == _YES if isinstance(getattr(first, part), bool) else value
        return replace(made, shown=Filter(**kept), settings=tuple(settings))  # type: ignore[arg-type]

    def setting(self, name: str, default: str = "") -> str:
        """How the drawing is set."""
        return dict(self.settings).get(name, default)

    def with_setting(self, name: str, value: str) -> Selection:
        """The same, set otherwise."""
        kept = [one for one in self.settings if one[0] != name]
        return replace(self, settings=tuple(sorted([*kept, (name, value)] if value else kept)))

    @property
    def only_whom(self) -> Selection:
        """The same without the settings, for another drawing."""
        return replace(self, settings=())

    @property
    def is_everything(self) -> bool:
        """Whether it is the whole library."""
        return self.only_whom == Selection()

    def chosen(self, library: Library) -> Chosen:
        """The meetings that are meant; the articles of a filter are looked up."""
        articles = None if self.shown == Filter() else tuple(library.ids(self.shown))
        return Chosen(self.person, self.parties, articles, series=self.series)

    def words(self, library: Library) -> str:
        """Of what it is, in a title."""
        if self.person:
            return self._person(library, self.person)
        if self.series:
            found = library.across.find_series(self.series)
            return found[0].name if len(found) == 1 else "a series"
        if self.parties:
            return " and ".join(map(country_name, self.parties))
        return ", ".join(self._of_list(library)) or "all articles"

    def search(self, library: Library) -> str:
        """What finds its articles in the list, as far as the search has words for it."""
        parts = [f"country:{code}" for code in self.parties]
        if self.person:
            parts.append(f'person:"{self._person(library, self.person)}"')
        query = self.shown.query.strip()
        return " ".join([*parts, f"({query})" if " OR " in query else query] if query else parts)

    def _of_list(self, library: Library) -> Iterator[str]:
        shown = self.shown
        if shown.query.strip():
            yield f"“{shown.query.strip()}”"
        for on, said in (
            (shown.unread, "unread"),
            (shown.starred, "starred"),
            (shown.annotated, "annotated"),
            (shown.year, f"articles of {shown.year}"),
            (shown.tag, f"tag {shown.tag}"),
            (shown.country, f"articles on {country_name(shown.country or '')}"),
        ):
            if on:
                yield said
        if shown.person:
            yield f"articles on {self._person(library, shown.person)}"
        if shown.occasion or shown.unplaced or shown.part:
            yield "the articles in the list"

    @staticmethod
    def _person(library: Library, key: str) -> str:
        named = [one.label for one in library.people.find(key) if one.key == key]
        return named[0] if named else name_of(key)


def around(search: str, first: str, last: str) -> str:
    """Finds in the list what was published from the first day to a little after the last one."""
    start, end = span_of(first)[0], span_of(last)[1]
    after = date.fromordinal(max(int(start) - 1, 1))
    before = date.fromordinal(min(int(end) + LATE, date.max.toordinal()))
    return f"{search} after:{after.isoformat()} before:{before.isoformat()}".strip()


def of_link(link: Link) -> Selection | None:
    """What a page is of, as far as something can be drawn of it."""
    if link.kind == "person":
        return Selection(person=link.key)
    if link.kind == "pair" and all(link.both):
        return Selection(parties=link.both)
    if link.kind == "country":
        return Selection(parties=(link.key,))
    if link.kind == "series" and link.key:
        return Selection(series=link.key)
    if link.kind in ("timeline", "calendar"):
        return Selection.of(link.key).only_whom
    if link.kind == "network":
        from store.across.asking import asked_for

        asked = asked_for(link.key)
        return Selection(asked.person, asked.parties, asked.series, asked.shown)
    return None


def link_to(kind: LinkKind, chosen: Selection) -> Link:
    """What leads to a drawing of it. A network has its own words for what it is of."""
    if kind != "network":
        return Link(kind, chosen.key)
    from store.across.asking import Asked

    return Link(kind, Asked("people", chosen.person, chosen.parties, chosen.series, chosen.shown).key)


def of_window(window: MainWindow) -> Selection:
    """What is chosen in a window: what its page is of, else what its list shows."""
    from gui.across import pages

    address = window.navigator.page
    of_page = of_link(pages.link_of(address)) if address else None
    return of_page if of_page is not None else of_filter(window.shown)


def of_facet(field: str, key: str) -> Selection:
    """A person or a country."""
    return Selection(person=key) if field == "person" else Selection(parties=(key,))


def of_filter(shown: Filter) -> Selection:
    """What a list shows: a person or a country alone is drawn with all that is known of it."""
    if shown.person and shown == Filter(person=shown.person):
        return of_facet("person", shown.person)
    if shown.country and shown == Filter(country=shown.country):
        return of_facet("country", shown.country)
    return Selection(shown=shown)
