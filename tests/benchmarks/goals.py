"""What a benchmark is to reach, printed beside what it measured."""

from __future__ import annotations

from dataclasses import dataclass

from tests.benchmarks.timing import heading, row


@dataclass(frozen=True, slots=True)
class Goal:
    """A number to reach: at most ``most``, or at least ``least``."""

    name: str
    unit: str
    most: float | None = None
    least: float | None = None

    def is_met(self, measured: float) -> bool:
        """Whether the measured number is good enough."""
        return (self.most is None or measured <= self.most) and (self.least is None or measured >= self.least)

    def __str__(self) -> str:
        sign, number = ("<=", self.most) if self.most is not None else (">=", self.least)
        return f"{sign} {number:g} {self.unit}"


UNREAD = Goal("import without reading, of tantivy's", "x", least=0.7)
CORES = Goal("import with reading, of one core's", "x", least=1.7)
SIZE = Goal("the file, of the text", "x", most=2.2)
SEARCH = Goal("search, newest first, slowest p95", "ms", most=16)
PHRASES = Goal("phrases, of tantivy's time", "x", most=1)
RIPGREP = Goal("ripgrep's time, of the same search's", "x", least=20)
PAGES = Goal("first page and jumps, slowest p95", "ms", most=16)
RANKED = Goal("by relevance, p95", "ms", most=50)


class Goals:
    """The goals of one run, and the worst that was measured for each."""

    def __init__(self) -> None:
        self._measured: dict[Goal, float] = {}

    def note(self, goal: Goal, measured: float) -> None:
        """A measured number; the worst of several counts."""
        worst = min if goal.most is None else max
        self._measured[goal] = worst(measured, self._measured.get(goal, measured))

    def tell(self) -> None:
        """Print all of them."""
        heading("goals", "goal", "measured", "")
        for goal, measured in self._measured.items():
            said = "met" if goal.is_met(measured) else "missed"
            row(goal.name, str(goal), f"{measured:.2f} {goal.unit}", said)
