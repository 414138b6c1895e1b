"""What is declared of an action: its menu place, its words, its shortcuts, its tooltip."""

from __future__ import annotations

from store.records import dataclass


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. ``section`` separates groups of a menu by a line; ``group`` makes a choice of one."""

    name: str  # stable: "article.star"
    menu: str  # "Article", or "View/Theme" for a sub-menu
    text: str  # with its access key: "&Star"
    tip: str  # one line that says what it does
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    section: int = 0
    checkable: bool = False
    group: str = ""

    @property
    def plain_text(self) -> str:
        """The text without access keys and dots, for tooltips and lists."""
        return self.text.replace("&", "").removesuffix("…")

    @property
    def full_text(self) -> str:
        """The plain text after the sub-menu that it stands in: ``Theme: Dark``."""
        sub = self.menu.partition("/")[2].replace("&", "")
        return f"{sub}: {self.plain_text}" if sub else self.plain_text
