"""Every pair of colours that meets in the article pane is legible, in both themes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import pytest
from PySide6.QtGui import QColor

from gui.reader.book import CHOSEN, CURRENT_HIT, GLOW, HIT
from gui.reader.looks import COLOURS, Look, highlight_look, mark_look
from gui.theme import load_scheme
from store.model import MarkKind, MarkStyle
from tests.gui.test_theme import contrast

WORDS, STROKES = 4.5, 3.0
"""What WCAG 2.2 asks for: of text (1.4.3), and of lines that tell something (1.4.11)."""

THEMES = ("light", "dark")


def looks() -> Iterator[Look]:
    """Everything that can lie on words."""
    own = (highlight_look(colour, style) for colour in COLOURS for style in MarkStyle)
    return chain(map(mark_look, MarkKind), own, (HIT, CURRENT_HIT, CHOSEN, GLOW))


FILLS = sorted({look.fill for look in looks() if look.fill} - {"hit.current"})
LINES = sorted({look.line for look in looks() if look.line})


def written() -> Iterator[tuple[str, str]]:
    """``(ink, ground)`` of all that is read in the pane, by roles."""
    yield from (("text", ground) for ground in ("base", *FILLS))  # the article's own words
    yield "hit.current.text", "hit.current"
    yield from (("text.muted", ground) for ground in ("base", "chip", "hover"))
    yield from (("text", ground) for ground in ("chip", "hover"))  # the legend
    yield from ((f"mark.{kind}", ground) for kind in MarkKind for ground in ("base", "chip", "hover"))
    yield "text", "accent.faint"  # what is in focus
    yield "text.on_accent", "accent"  # selected words
    yield "text.danger", "base"  # "not found"


@pytest.mark.parametrize("theme", THEMES)
def test_all_that_is_read_is_legible(theme: str) -> None:
    roles = load_scheme(theme).roles
    poor = {pair: contrast(roles[pair[0]], roles[pair[1]]) for pair in written()}
    assert {pair: round(ratio, 2) for pair, ratio in poor.items() if ratio < WORDS} == {}


@pytest.mark.parametrize("theme", THEMES)
def test_every_stroke_shows_on_every_ground(theme: str) -> None:
    roles = load_scheme(theme).roles
    poor = {(line, fill): contrast(roles[line], roles[fill]) for line in LINES for fill in ("base", *FILLS)}
    assert {pair: round(ratio, 2) for pair, ratio in poor.items() if ratio < STROKES} == {}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("fill", ["base", *FILLS])
def test_words_stay_legible_while_a_flash_fades(theme: str, fill: str) -> None:
    roles = load_scheme(theme).roles
    for step in range(11):
        ground = blend(roles[fill], roles["flash"], step / 10)
        assert contrast(roles["text"], ground) >= WORDS


def blend(under: str, over: str, strength: float) -> str:
    """A colour laid over another with that opacity."""
    one, other = QColor(under), QColor(over)
    parts = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a + (b - a) * strength) for a, b in parts)).name()
