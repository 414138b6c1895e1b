"""The themes are complete and legible."""

from __future__ import annotations

import re
import tomllib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from gui.theme import Choice, Scheme, Theme, load_scheme, style_sheet
from resources import resource
from store.model import MarkKind

PENS = ("yellow", "green", "blue", "pink", "violet")


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: str, b: str) -> float:
    """WCAG contrast ratio of two colours."""
    light, dark = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> Scheme:
    return load_scheme(request.param)


def test_themes_have_the_same_roles() -> None:
    assert set(load_scheme("light").roles) == set(load_scheme("dark").roles)


def test_a_theme_file_is_read_as_toml(scheme: Scheme) -> None:
    data = tomllib.loads(resource("themes", f"{scheme.name}.toml").read_text("utf-8"))
    roles = {role: data["colours"][colour] for role, colour in data["roles"].items()}
    assert scheme == Scheme(data["name"], data["dark"], roles)


@pytest.mark.parametrize(
    ("text", "grounds"),
    [
        ("text", ["window", "base", "card", "hover", "selection", "accent.pale", "flash", "panel", "button"]),
        ("text.muted", ["window", "base", "card", "panel", "selection"]),
        ("text.secondary", ["window", "base", "card", "hover", "selection"]),
        ("text.on_accent", ["accent", "accent.strong"]),
        ("text.danger", ["window", "base", "danger.pale"]),
        ("text.success", ["window", "base"]),
        ("accent", ["window", "base", "accent.pale"]),
        ("chip.text", ["chip"]),
        ("tooltip.text", ["tooltip"]),
        ("hit.text", ["hit"]),
        ("hit.current.text", ["hit.current"]),
        ("selection.text", ["selection"]),
    ],
)
def test_text_is_legible(scheme: Scheme, text: str, grounds: list[str]) -> None:
    for ground in grounds:
        ratio = contrast(scheme.roles[text], scheme.roles[ground])
        assert ratio >= 4.5, f"{text} on {ground}: {ratio:.2f}"


@pytest.mark.parametrize("kind", list(MarkKind))
def test_marks_are_legible(scheme: Scheme, kind: MarkKind) -> None:
    roles = scheme.roles
    strong, fill = roles[f"mark.{kind}"], roles[f"mark.{kind}.fill"]
    assert contrast(roles["text"], fill) >= 4.5
    assert contrast(strong, fill) >= 4.5
    assert contrast(strong, roles["base"]) >= 4.5


@pytest.mark.parametrize("pen", PENS)
def test_highlights_are_legible(scheme: Scheme, pen: str) -> None:
    roles = scheme.roles
    assert contrast(roles["text"], roles[f"highlight.{pen}"]) >= 4.5
    assert contrast(roles[f"highlight.{pen}.line"], roles["base"]) >= 3.0


def test_style_sheet_names_no_unknown_role(scheme: Scheme) -> None:
    assert not re.search(r"@[a-z]", style_sheet(scheme))


def test_choice_changes_palette(qapp: QApplication) -> None:
    theme = Theme("light")
    theme.apply()
    seen: list[str] = []
    theme.changed.connect(lambda: seen.append(theme.name))
    theme.choose("dark")
    assert seen == ["dark"]
    assert theme.dark
    assert qapp.palette().base().color() == theme.colour("base")
    theme.choose("light")
    assert qapp.palette().base().color() == QColor(load_scheme("light").roles["base"])


def test_unknown_role_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        Theme("light").colour("no such role")


def test_follows_the_system_while_open(qapp: QApplication) -> None:
    theme = Theme("system")
    hints = QGuiApplication.styleHints()
    before = theme.name
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.name == before
    theme.choose("dark")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.name == "dark"


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_outline_of_boxes_and_fields_is_seen(qapp: QApplication, name: Choice) -> None:
    """At least 3:1. The style draws that of a radio button in the colour of the window made darker."""
    theme = Theme(name)
    theme.apply()
    outline = QApplication.palette("QRadioButton").color(QPalette.ColorRole.Window).darker(140)  # type: ignore[call-overload]
    rims = [outline, theme.colour("border.field"), theme.colour("text.muted"), theme.colour("focus")]
    for rim in rims:
        for ground in ("window", "base"):
            assert contrast(rim.name(), theme.colour(ground).name()) >= 3, (rim.name(), ground)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_arrow_of_a_choice_is_there(name: str, qtbot: QtBot, qapp: QApplication) -> None:
    Theme(name).apply()  # type: ignore[arg-type]
    box = QComboBox()
    qtbot.addWidget(box)
    box.resize(200, 30)
    drawn = box.grab().toImage()
    ground = drawn.pixelColor(120, 15)
    assert any(drawn.pixelColor(x, y) != ground for x in range(180, 194) for y in range(8, 22))
    assert "%choose%" not in qapp.styleSheet()
