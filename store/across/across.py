"""The door to what several articles together say, reached as ``library.across``.

Everything here only reads, from any thread, and never waits for a writer. Each page comes in two: for code as
a frozen dataclass (``series_of``), for showing as a ``Page`` (``series_page``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from store.across.encounter import Encounter
from store.database import across
from store.database.connection import Database

if TYPE_CHECKING:
    from store.across.absence import Absence
    from store.across.articles import Candidate
    from store.across.asking import Asked
    from store.across.comparing import Comparison
    from store.across.contact import Contact
    from store.across.country import Country
    from store.across.grouping import SeriesLine
    from store.across.lanes import By, Lanes
    from store.across.network import Counted, Network
    from store.across.novelty import Cancelled, Novelty
    from store.across.page import Block, Page
    from store.across.pair import Pair
    from store.across.pair_list import PairLine
    from store.across.person import Person
    from store.across.same_meeting import SameMeeting
    from store.across.series import Series
    from store.across.timeline import Calendar, Chosen, Timeline
    from store.across.year import Year


MOST_ROWS = 60
"""Of a time axis: those with most meetings."""


class Across:
    """What the articles of one library say together."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # -- encounters, for whatever is made of them

    def encounters_of_person(self, key: str) -> list[Encounter]:
        """The encounters of a person under all spellings, and (``number`` 0) where else one is named."""
        with self._database.reading() as connection:
            return across.of_person(connection, key)

    def encounters_of_occasions(self, keys: Iterable[str]) -> list[Encounter]:
        """The encounters of occasions by their folded names, by date."""
        with self._database.reading() as connection:
            return across.of_occasions(connection, keys)

    def encounters_of_pair(self, first: str, second: str) -> list[Encounter]:
        """The encounters of two parties (codes) with each other, whoever else was there, by date."""
        with self._database.reading() as connection:
            return across.of_pair(connection, first, second)

    def encounters_of_articles(self, ids: Iterable[int]) -> list[Encounter]:
        """The encounters that these articles report, and whom else they name, by date."""
        with self._database.reading() as connection:
            return across.of_articles(connection, ids)

    def encounters_between(self, first: str, last: str) -> list[Encounter]:
        """The encounters from one day to another, both included, by date."""
        with self._database.reading() as connection:
            return across.between(connection, first, last)

    def encounters(self) -> list[Encounter]:
        """All encounters of the library, by date."""
        with self._database.reading() as connection:
            return across.everything(connection)

    def pairs(self) -> list[tuple[tuple[str, ...], int]]:
        """Which parties (codes, sorted) met, and in how many encounters, the most frequent first."""
        with self._database.reading() as connection:
            return across.pairs(connection)

    # -- series

    def series(self) -> list[SeriesLine]:
        """Every series of occasions, those of which most sessions are known first."""
        from store.across.grouping import all_series

        with self._database.reading() as connection:
            return all_series(connection)

    def find_series(self, name: str = "") -> list[SeriesLine]:
        """The series of that key, else those with all words of ``name`` in one of their names."""
        from store.across.grouping import find_series

        with self._database.reading() as connection:
            return find_series(connection, name)

    def series_list(self) -> Page:
        """Every series, to be shown."""
        from store.across.series_page import list_page

        return list_page(self.series())

    def series_of(self, key: str) -> Series | None:
        """The series of that key, or that an occasion of that key is of; ``None`` where there is none."""
        from store.across.series import series_of

        with self._database.reading() as connection:
            return series_of(connection, key)

    def series_page(self, key: str) -> Page | None:
        """The series of that key, to be shown."""
        from store.across.evidence import Proofs
        from store.across.series import series_of
        from store.across.series_page import series_page

        with self._database.reading() as connection:
            found = series_of(connection, key)
            return series_page(found, Proofs(connection)) if found else None

    # -- people

    def person_of(self, key: str) -> Person | None:
        """All that the library knows of the person of that key; ``None`` where no article names one."""
        from store.across.person import person_of

        with self._database.reading() as connection:
            return person_of(connection, key)

    def person_page(self, key: str) -> Page | None:
        """The person of that key, to be shown."""
        from store.across.evidence import Proofs
        from store.across.person import person_of
        from store.across.person_page import person_page

        with self._database.reading() as connection:
            found = person_of(connection, key)
            return person_page(found, Proofs(connection)) if found else None

    # -- one article beside others

    def novelty_of(
        self, article: int, scope: str = "all", cancelled: Cancelled | None = None
    ) -> Novelty | None:
        """What is new in an article against the earlier ones of a scope: ``series``, ``pair`` or ``all``.

        None where it is of no series, or tells of no pair of parties. Raises ``LibraryError`` where there is
        no such article.
        """
        from store.across import articles
        from store.across.novelty import never

        with self._database.reading() as connection:
            return articles.novelty_of(connection, article, scope, cancelled or never)

    def novelty_page(self, article: int, scope: str = "all", cancelled: Cancelled | None = None) -> Page:
        """What is new in an article, to be shown, and at the end what is usual and missing."""
        from store.across import articles, novelty_page
        from store.across.novelty import never

        with self._database.reading() as connection:
            found = articles.novelty_of(connection, article, scope, cancelled or never)
            one = articles.told(connection, article)
        page = novelty_page.page_of(one, found, scope)
        return replace(page, blocks=(*page.blocks, *self.absence_blocks(article)))

    def scopes_of(self, article: int) -> tuple[str, ...]:
        """The scopes in which an article has earlier ones, the narrowest first."""
        from store.across import articles

        with self._database.reading() as connection:
            return articles.scopes_of(connection, article)

    def comparison_of(self, first: int, second: int, cancelled: Cancelled | None = None) -> Comparison:
        """Two articles side by side. Raises ``LibraryError`` where there is no such article."""
        from store.across import articles
        from store.across.novelty import never

        with self._database.reading() as connection:
            return articles.comparison_of(connection, first, second, cancelled or never)

    def comparison_page(self, first: int, second: int, cancelled: Cancelled | None = None) -> Page:
        """Two articles side by side, to be shown."""
        from store.across import comparison_page

        return comparison_page.page_of(self.comparison_of(first, second, cancelled))

    def candidates_of(self, article: int) -> tuple[Candidate, ...]:
        """What an article may be compared with, each with the reason, the likeliest first."""
        from store.across import articles

        with self._database.reading() as connection:
            return articles.candidates_of(connection, article)

    def reports_of(self, article: int) -> tuple[SameMeeting, ...]:
        """Each meeting of an article that other articles report, too, with what every one of them says."""
        from store.across import articles

        with self._database.reading() as connection:
            return articles.reports_of(connection, article)

    def reports_page(self, article: int) -> Page:
        """The meetings of an article that others report, too, to be shown."""
        from store.across import articles, reports_page

        with self._database.reading() as connection:
            one = articles.told(connection, article)
            found = articles.reports_of(connection, article)
        return reports_page.page_of(one, found)

    # -- two parties

    def party(self, said: str) -> str:
        """The code of the country or organisation that is called so: by its code, a name, a demonym.

        Raises ``StoreError`` where there is none, or several that articles of the library name.
        """
        from store.across.parties import party_of

        with self._database.reading() as connection:
            return party_of(said, lambda code: across.is_party(connection, code))

    def pair(self, first: str, second: str) -> Pair:
        """What the library tells of two parties (codes) together."""
        from store.across.pair import pair

        with self._database.reading() as connection:
            return pair(
                first, second, across.of_pair(connection, first, second), across.newest_day(connection)
            )

    def pair_page(self, first: str, second: str) -> Page:
        """What the library tells of two parties (codes), to be shown."""
        from store.across.evidence import Proofs
        from store.across.pair_page import pair_page

        one = self.pair(first, second)
        with self._database.reading() as connection:
            return pair_page(one, Proofs(connection))

    def couple_page(self, first: str, second: str) -> Page | None:
        """The meetings of two people (keys), to be shown; None where no article tells of one."""
        from store.across import couple
        from store.across.evidence import Proofs

        with self._database.reading() as connection:
            found = couple.couple_of(connection, first, second)
            return couple.page_of(found, Proofs(connection)) if found else None

    def pair_lines(self) -> tuple[tuple[PairLine, ...], Counted]:
        """Which two parties met how often, the most frequent first, and what is counted."""
        from store.across.asking import Asked
        from store.across.country import EVERY
        from store.across.pair_list import lines_of

        found = self.network(Asked("parties", most=EVERY))
        return lines_of(found, self.pairs()), found.counted

    def pair_list(self) -> Page:
        """Which two parties met how often, to be shown."""
        from store.across.pair_list import list_page

        return list_page(*self.pair_lines())

    def country_of(self, code: str) -> Country | None:
        """Whom a party (code) met, who spoke for it, its series; None where no article names it."""
        from store.across.country import country_of_code

        with self._database.reading() as connection:
            return country_of_code(connection, code)

    def country_page(self, code: str) -> Page | None:
        """A party, to be shown."""
        from store.across.country import page_of

        found = self.country_of(code)
        return page_of(found) if found else None

    # -- who and what is missing

    def absences(self, article: int) -> tuple[Absence, ...]:
        """Who usually attends and is not named in an article, and which usual topic is missing."""
        from store.across.absence import absences_of

        with self._database.reading() as connection:
            return absences_of(connection, article)

    def absence_blocks(self, article: int) -> tuple[Block, ...]:
        """The same as a part of a page on the article."""
        from store.across.absence import absences_of
        from store.across.absence_page import article_blocks
        from store.across.evidence import Proofs

        with self._database.reading() as connection:
            return article_blocks(absences_of(connection, article), Proofs(connection))

    # -- to be drawn

    def contacts(self, chosen: Chosen) -> list[Contact]:
        """The chosen meetings, each once however many articles report it, by date."""
        from store.across.chosen import chosen_contacts

        with self._database.reading() as connection:
            return chosen_contacts(connection, chosen)

    def timeline(self, chosen: Chosen) -> Timeline:
        """The chosen meetings on a time axis."""
        from store.across.timeline import timeline

        return timeline(self.contacts(chosen))

    def lanes(self, chosen: Chosen, by: By | Literal[""] = "", most: int = MOST_ROWS) -> Lanes:
        """The chosen meetings in rows along a time axis; see ``store/across/lanes.py``."""
        from store.across.lanes import lanes_of

        with self._database.reading() as connection:
            return lanes_of(connection, chosen, self.contacts, by, most)

    def lanes_page(
        self, chosen: Chosen, title: str, by: By | Literal[""] = "", most: int = MOST_ROWS
    ) -> Page:
        """The same to be shown as text."""
        from store.across.lanes_page import lanes_page

        return lanes_page(self.lanes(chosen, by, most), title)

    def year(self, chosen: Chosen, year: int = 0) -> Year:
        """The chosen meetings of a year by day; without ``year`` the last one with any."""
        from store.across.year import year_of

        with self._database.reading() as connection:
            return year_of(connection, chosen, self.contacts, year)

    def year_page(self, chosen: Chosen, title: str, year: int = 0) -> Page:
        """The same to be shown as text."""
        from store.across.year_page import year_page

        return year_page(self.year(chosen, year), title)

    def network(self, asked: Asked, articles: Sequence[int] | None = None) -> Network:
        """Who met whom, as it is asked for; ``articles``: those of its filter, None where it has none."""
        from store.across.asked_network import network_of

        with self._database.reading() as connection:
            return network_of(connection, asked, articles)

    def network_page(self, asked: Asked, found: Network) -> Page:
        """The same, to be shown in words."""
        from store.across.network_page import page_of

        with self._database.reading() as connection:
            return page_of(connection, asked, found)

    def years(self) -> tuple[int, int] | None:
        """The years of the oldest and of the newest article; None where none has a date."""
        with self._database.reading() as connection:
            return across.years(connection)

    def calendar(self, chosen: Chosen) -> Calendar:
        """The chosen meetings by day; of a whole library reports are counted."""
        from store.across.timeline import Chosen, calendar, overview_of_days

        if chosen == Chosen():
            with self._database.reading() as connection:
                return overview_of_days(across.told_by_day(connection))
        return calendar(self.contacts(chosen))
