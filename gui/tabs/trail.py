"""What one tab is: the articles and pages that were open in it, and where in them the person was."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from store.model import Fact
from store.records import dataclass

REMEMBERED = 100
"""So many places of a tab can be gone back to."""

Target = tuple[int, str]
"""An article by its number; or 0, and the address of a page over articles."""


@dataclass(slots=True)
class Place:
    """An article, or a page over articles, and what was in view of it."""

    article: int  # 0 of a page
    heading: str = ""
    top: int = 0  # offset of the first character in view
    into: int = 0  # pixels of its line that are above the view
    fact: Fact | None = None  # chosen, in the words and among the facts
    facts_scroll: int = 0
    page: str = ""  # its address

    @property
    def target(self) -> Target:
        """What it is a place of."""
        return self.article, self.page


class Trail:
    """The places of one tab, to go back and forward through.

    ``here`` is where the tab is. It is usually one of the places; an article that was opened only in
    passing (the first hit of a search) is none, and going back from it leads to where the tab was before.
    """

    def __init__(self, places: Iterable[Place] = (), at: int | None = None) -> None:
        self.places = list(places)[-REMEMBERED:]
        last = len(self.places) - 1
        self.at = last if at is None else min(max(at, -1), last)
        self.here: Place | None = self.places[self.at] if self.at >= 0 else None

    @property
    def article(self) -> int | None:
        """The article that the tab shows."""
        return self.here.article or None if self.here is not None else None

    @property
    def page(self) -> str:
        """The address of the page that the tab shows; empty where it shows none."""
        return self.here.page if self.here is not None else ""

    @property
    def target(self) -> Target | None:
        """What the tab shows."""
        return self.here.target if self.here is not None else None

    @property
    def heading(self) -> str:
        """The heading of what the tab shows."""
        return self.here.heading if self.here is not None else ""

    @property
    def passing(self) -> bool:
        """Whether the tab shows what it will not go back to."""
        return self.here is not None and not (self.at >= 0 and self.places[self.at] is self.here)

    @property
    def can_go_back(self) -> bool:
        """Whether something was open before this."""
        return self.at > 0 or (self.at == 0 and (self.passing or self.here is None))

    @property
    def can_go_forward(self) -> bool:
        """Whether going back can be undone."""
        return self.at < len(self.places) - 1

    def go(self, article: int, page: str = "") -> None:
        """Go to an article or a page and remember it, in place of all that could be gone forward to."""
        if self.at >= 0 and self.places[self.at].target == (article, page):
            self.here = self.places[self.at]
            return
        self.here = Place(article, page=page)
        self.places = [*self.places[: self.at + 1], self.here][-REMEMBERED:]
        self.at = len(self.places) - 1

    def pass_by(self, article: int) -> None:
        """Go to an article without remembering it."""
        if self.article != article:
            self.here = Place(article)

    def back(self) -> None:
        """Go to the place before."""
        if self.can_go_back:
            if not self.passing and self.here is not None:
                self.at -= 1
            self.here = self.places[self.at]

    def forward(self) -> None:
        """Undo going back."""
        if self.can_go_forward:
            self.at += 1
            self.here = self.places[self.at]

    def leave(self) -> None:
        """Be nowhere."""
        self.here = None

    def forget(self, article: int) -> None:
        """The article is gone: no way leads to it any more."""
        kept = [n for n, place in enumerate(self.places) if place.article != article]
        self.at = sum(n <= self.at for n in kept) - 1
        places = [self.places[n] for n in kept]
        doubled = [n for n in range(1, len(places)) if places[n].target == places[n - 1].target]
        self.at -= sum(n <= self.at for n in doubled)
        self.places = [place for n, place in enumerate(places) if n not in doubled]
        if self.at < 0 and self.places:
            self.at = 0
        if self.article == article:
            self.here = None

    def copy(self) -> Trail:
        """The same way again, for another tab."""
        made = Trail([replace(place) for place in self.places], self.at)
        if self.here is not None and self.passing:
            made.here = replace(self.here)
        elif self.here is None:
            made.here = None
        return made
