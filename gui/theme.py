"""Colours by role, the palette and the one style sheet; light, dark or as the system has it.

A theme file (``resources/themes/NAME.toml``) names its colours once under ``[colours]`` and says
under ``[roles]`` what each is for. Widgets ask for roles (``theme.colour("text.muted")``), never
for colours, and repaint when ``Theme.changed`` is emitted.
"""

from __future__ import annotations

import re
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from resources import resource
from store.records import dataclass

Choice = Literal["system", "light", "dark"]
CHOICES: tuple[Choice, ...] = ("system", "light", "dark")
STYLE = ("-style", "Fusion")
"""Arguments for the application. Given so, the style needs no class of PySide, which costs the start 4 ms."""

_OUTLINED = ("QRadioButton",)
"""Controls whose outline the style draws in the colour of the window made darker, in the dark unseen."""

_HAS_STYLE = "communique_has_style"
_keeper: QWidget | None = None


def has_style(app: QApplication) -> None:
    """Remember that the application was made with ``STYLE``."""
    app.setProperty(_HAS_STYLE, True)


def take_off_sheet(app: QApplication) -> None:
    """Have no style sheet until the next one is set.

    One that is set in place of another has every widget styled once for itself and once for each widget it
    lies in, and so does every palette that is set meanwhile: 70 ms for a window, against 20 when the old one
    is taken off first.

    But when the last sheet goes, Qt throws away what it knows of styled widgets, and with it how it hears of
    their end. A widget that was measured and never shown is not told of that; it counts as known under the
    next sheet, and when it is deleted, the sheet after that looks at it and the program crashes. So one
    widget, never shown, keeps a sheet of its own: then no sheet is the last.
    """
    global _keeper
    if _keeper is None or not isValid(_keeper):
        _keeper = QWidget()
        _keeper.setStyleSheet("/* */")
    app.setStyleSheet("")


@dataclass(frozen=True, slots=True)
class Scheme:
    """One theme file: colours by role."""

    name: str
    dark: bool
    roles: dict[str, str]  # role -> "#rrggbb"


def load_scheme(name: str) -> Scheme:
    """The theme file of that name; every role resolved to its colour."""
    data = _sections(resource("themes", f"{name}.toml").read_text("utf-8"))
    colours, head = data["colours"], data[""]
    roles = {role: colours[colour] for role, colour in data["roles"].items()}
    return Scheme(head["name"], head["dark"] == "true", roles)


def _sections(text: str) -> dict[str, dict[str, str]]:
    """What a theme file says: it has plain names and texts only, which ``tomllib`` reads far slower."""
    part: dict[str, str] = {}
    parts = {"": part}
    for line in text.splitlines():
        name, _, value = line.partition(" = ")
        if line.startswith("["):
            part = parts[line.strip("[] ")] = {}
        elif value and not line.startswith("#"):
            part[name.strip('"')] = value.strip('"')
    return parts


class Theme(QObject):
    """The colours in use. ``changed`` is emitted after the palette of the application was set."""

    changed = Signal()

    def __init__(self, choice: Choice = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice: Choice = choice
        self._scheme = load_scheme(self._wanted())
        self._colours: dict[str, QColor] = {}
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def choice(self) -> Choice:
        """What the person chose: system, light or dark."""
        return self._choice

    @property
    def dark(self) -> bool:
        """Whether the colours in use are the dark ones."""
        return self._scheme.dark

    @property
    def name(self) -> str:
        """Name of the scheme in use: light or dark."""
        return self._scheme.name

    def colour(self, role: str) -> QColor:
        """The colour of a role; an unknown role raises KeyError."""
        found = self._colours.get(role)
        if found is None:
            found = self._colours[role] = QColor(self._scheme.roles[role])
        return QColor(found)

    def choose(self, choice: Choice) -> None:
        """Use the light or dark theme, or follow the system."""
        self._choice = choice
        self._use(self._wanted())

    def apply(self, *, sheet: bool = True) -> None:
        """Set style, palette and style sheet of the application to this theme.

        Without its sheet while a window is built: widgets made under a sheet are styled again at each
        change, which doubles the time. Call it again, with the sheet, before the window is shown.
        """
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        if not app.property(_HAS_STYLE):
            app.setStyle("Fusion")
            app.setProperty(_HAS_STYLE, True)
        plain = palette(self._scheme)
        app.setPalette(plain)
        outlined = QPalette(plain)
        outlined.setColor(QPalette.ColorRole.Window, QColor(self._scheme.roles["text.muted"]).lighter(140))
        for kind in _OUTLINED:
            app.setPalette(outlined, kind)  # type: ignore[arg-type]  # a text will do
        if sheet:
            app.setStyleSheet(style_sheet(self._scheme))

    def _wanted(self) -> str:
        if self._choice != "system":
            return self._choice
        return "dark" if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"

    def _system_changed(self) -> None:
        if self._choice == "system":
            self._use(self._wanted())

    def _use(self, name: str) -> None:
        if name == self._scheme.name:
            return
        self._scheme = load_scheme(name)
        self._colours.clear()
        app = QApplication.instance()
        if isinstance(app, QApplication) and app.styleSheet():
            take_off_sheet(app)
        self.apply()
        self.changed.emit()


def palette(scheme: Scheme) -> QPalette:
    """The whole Qt palette of a scheme."""
    role = QPalette.ColorRole
    names = {
        role.Window: "window",
        role.WindowText: "text",
        role.Base: "base",
        role.AlternateBase: "base.alternate",
        role.ToolTipBase: "tooltip",
        role.ToolTipText: "tooltip.text",
        role.PlaceholderText: "text.muted",
        role.Text: "text",
        role.Button: "button",
        role.ButtonText: "text",
        role.BrightText: "text.danger",
        role.Light: "base",
        role.Midlight: "hover",
        role.Mid: "border",
        role.Dark: "border.strong",
        role.Shadow: "border.strong",
        role.Highlight: "accent",
        role.HighlightedText: "text.on_accent",
        role.Accent: "accent",
        role.Link: "link",
        role.LinkVisited: "link",
    }
    made = QPalette()
    for colour_role, name in names.items():
        made.setColor(colour_role, QColor(scheme.roles[name]))
    muted = QColor(scheme.roles["text.muted"])
    for colour_role in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, colour_role, muted)
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(scheme.roles["border.strong"]))
    return made


def style_sheet(scheme: Scheme) -> str:
    """The few things a palette cannot say: flat panes, hairlines, quiet scroll bars and tool buttons."""
    sheet = re.sub(r"@([a-z._]+)", lambda found: scheme.roles[found[1]], _SHEET)
    # Arrows are drawn from files, in a grey that is seen on both grounds; ticks in the ink of the theme.
    pictures = {"choose": "choose", "raise": "raise"}
    pictures |= {tick: f"{tick}-{'dark' if scheme.dark else 'light'}" for tick in ("ticked", "partly")}
    for name, file in pictures.items():
        sheet = sheet.replace(f"%{name}%", resource("themes", f"{file}.svg").as_posix())
    return sheet


_SHEET = """
QToolTip { background: @tooltip; color: @tooltip.text; border: 1px solid @border.strong; padding: 4px 6px; }
QMainWindow::separator { background: @border; width: 1px; height: 1px; }
QSplitter::handle { background: @border; }
QSplitter::handle:hover { background: @accent; }
QMenuBar { background: @window; border-bottom: 1px solid @border; padding: 1px 4px; }
QMenuBar::item { padding: 4px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @hover; }
QMenu { background: @base; border: 1px solid @border.strong; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 26px; border-radius: 4px; }
QMenu::item:selected { background: @accent.pale; color: @text; }
QMenu::item:disabled { color: @text.muted; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }
QMenu::icon { padding-left: 6px; }
QStatusBar { background: @window; border-top: 1px solid @border; }
QStatusBar::item { border: none; }
QToolButton { border: 1px solid transparent; border-radius: 5px; padding: 4px; background: transparent; }
QToolButton:hover { background: @hover; }
QToolButton:pressed, QToolButton:checked { background: @accent.pale; }
QToolButton:focus { border: 1px solid @focus; }
QStatusBar QToolButton { padding: 1px 5px; }
QToolButton#sort, QToolButton[menu="beside"] { color: @text.secondary; padding: 2px 16px 2px 6px; }
QToolButton[menu="hidden"]::menu-indicator { image: none; width: 0; }
QToolButton#sort::menu-indicator, QToolButton[menu="beside"]::menu-indicator {
    subcontrol-origin: padding; subcontrol-position: center right;
    width: 8px; right: 5px; top: 1px; }
QPushButton { border: 1px solid @border.strong; border-radius: 5px; padding: 5px 14px; background: @button; }
QPushButton:hover { background: @hover; }
QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton:pressed { background: @accent.pale; }
QPushButton:focus { border: 1px solid @focus; }
QPushButton:default { background: @accent; color: @text.on_accent; border: 1px solid @accent; }
QPushButton:default:hover { background: @accent.strong; }
QPushButton:disabled { color: @text.muted; background: @window; border: 1px solid @border; }
QLineEdit, QPlainTextEdit { border: 1px solid @border.field; border-radius: 5px; padding: 4px 7px;
    background: @base; selection-background-color: @accent; selection-color: @text.on_accent; }
QLineEdit:focus, QPlainTextEdit:focus { border: 1px solid @focus; }
QComboBox { border: 1px solid @border.field; border-radius: 5px; padding: 4px 7px; background: @base;
    selection-background-color: @accent; selection-color: @text.on_accent; }
QComboBox:focus, QComboBox:on { border: 1px solid @focus; }
QComboBox:disabled { color: @text.muted; background: @window; border: 1px solid @border; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("%choose%"); width: 14px; height: 14px; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { border: none; padding: 0 2px; background: transparent; }
QComboBox QAbstractItemView { background: @base; border: 1px solid @border.strong; outline: none;
    selection-background-color: @accent.pale; selection-color: @text; }
QAbstractSpinBox { border: 1px solid @border.field; border-radius: 5px; padding: 4px 0;
    background: @base; selection-background-color: @accent; selection-color: @text.on_accent; }
QAbstractSpinBox:focus { border: 1px solid @focus; }
QAbstractSpinBox:disabled { color: @text.muted; background: @window; border: 1px solid @border; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; width: 20px;
    border: none; border-left: 1px solid @border; }
QAbstractSpinBox::up-button { subcontrol-position: top right; border-top-right-radius: 5px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; border-bottom-right-radius: 5px; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: @hover; }
QAbstractSpinBox::up-arrow { image: url("%raise%"); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url("%choose%"); width: 12px; height: 12px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @border.strong; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @text.muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { border: none; border-radius: 3px; background: @border; max-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QTabBar#tabs { background: @window; border-bottom: 1px solid @border; }
QTabBar#tabs::tab { background: @window; color: @text.secondary; border: none; padding: 5px 6px 5px 12px;
    border-right: 1px solid @border; border-top: 2px solid transparent; border-bottom: 1px solid @border; }
QTabBar#tabs::tab:hover { background: @hover; }
QTabBar#tabs::tab:selected { background: @base; color: @text; border-top: 2px solid @accent;
    border-bottom: 1px solid @base; }
QTabBar#tabs[in_use="yes"]::tab:selected { border-top: 2px solid transparent; }
QTabBar#tabs[in_use="no"]::tab:selected { border-top: 2px solid transparent; color: @text.secondary; }
QFrame#in_use { background: @border; border: none; }
QFrame#in_use[on="true"] { background: @accent; }
QTabBar#tabs::tab:focus { color: @accent; }
QTabBar#side_tabs { background: @panel; border-bottom: 1px solid @border; }
QTabBar#side_tabs::tab { background: transparent; color: @text.secondary; border: none; padding: 6px 10px;
    margin-left: 4px; border-bottom: 2px solid transparent; }
QTabBar#side_tabs::tab:hover { color: @text; }
QTabBar#side_tabs::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar#side_tabs::tab:focus { color: @accent; }
QToolButton#close_tab { padding: 2px; border-radius: 4px; }
QTabWidget::pane { border: none; }
QLabel[tone="muted"] { color: @text.muted; }
QLabel[tone="danger"] { color: @text.danger; }
QLabel[tone="strong"] { font-weight: 600; }
QLabel[tone="title"] { font-size: 15pt; font-weight: 600; }
QToolButton#undo_notice, QToolButton#mend { color: @accent; font-weight: 600; }
QFrame#jobs_list { background: @base; border: 1px solid @border.strong; }
QFrame#banner { background: @accent.faint; border: none; border-bottom: 1px solid @border; }
QFrame#banner[kind="fault"] { background: @danger.pale; }
QListView#completion { background: @base; border: 1px solid @border.strong; outline: none; }
QListView#completion::item { padding: 4px 8px; border-radius: 4px; }
QListView#completion::item:selected { background: @accent.pale; color: @text; }
QFrame#palette { background: @base; border: 1px solid @border.strong; border-radius: 9px; }
QLineEdit#palette_line { border: none; border-bottom: 1px solid @border; border-radius: 0; padding: 11px 8px;
    background: transparent; font-size: 12pt; }
QListView#palette_list { background: transparent; border: none; outline: none; padding: 4px 0; }
QLabel#palette_hint { border-top: 1px solid @border; padding: 6px 13px; }
QFrame#hover_card { background: @base; border: 1px solid @border.strong; }
QFrame#focus_bar { background: @accent.faint; border: none; border-radius: 5px; }
QLineEdit#place { background: transparent; border: 1px solid @border; color: @text.secondary; }
QLineEdit#place:focus { border: 1px solid @focus; }
QToolButton#key { background: @chip; color: @chip.text; border: 1px solid @border; padding: 3px 6px; }
QToolButton#key:hover { background: @hover; }
QToolButton#key:focus { border: 1px solid @focus; }
QListWidget, QTreeWidget { background: @base; border: 1px solid @border.strong; border-radius: 5px;
    outline: none; }
QListWidget:focus, QTreeWidget:focus { border: 1px solid @focus; }
QListWidget::item { padding: 5px 8px; border-radius: 4px; min-height: 16px; }
QListWidget::item:hover { background: @hover; }
QListWidget::item:selected, QTreeWidget::item:selected { background: @selection; color: @text; }
QCheckBox::indicator, QListWidget::indicator { width: 14px; height: 14px; border: 1px solid @text.muted;
    border-radius: 3px; background: @base; }
QCheckBox::indicator:checked, QListWidget::indicator:checked { background: @accent; border: 1px solid @accent;
    image: url("%ticked%"); }
QListWidget::indicator:indeterminate { background: @accent; border: 1px solid @accent;
    image: url("%partly%"); }
QCheckBox::indicator:focus { border: 1px solid @focus; }
QCheckBox::indicator:checked:focus { border: 2px solid @text; }
QCheckBox::indicator:disabled { background: @window; border: 1px solid @border; }
QCheckBox::indicator:checked:disabled { background: @text.muted; border: 1px solid @text.muted; }
QListWidget#pages { background: transparent; border: none; }
QListWidget#pages::item { padding: 7px 10px; border-radius: 5px; }
QListWidget#pages::item:hover { background: @hover; }
QListWidget#pages::item:selected { background: @selection; color: @text; }
QFrame#facts_bar { background: @panel; border: none; border-bottom: 1px solid @border; }
QFrame#field_editor { background: @base; border: none; border-radius: 5px; }
QFrame#field_editor[wrong="true"] { border: 1px solid @danger; }
QFrame#card { background: @base; border: 1px solid @border; border-radius: 8px; }
QFrame#drop { background: @window; }
QFrame#drop_tab { background: transparent; border: 3px dashed @accent; border-radius: 8px; }
QLabel#carried_tab { background: @card; color: @text; border: 1px solid @border.strong; padding: 6px 10px; }
QLabel#drop_here { background: @accent.faint; border: 2px dashed @accent; border-radius: 10px; }
QTreeWidget::item { padding: 3px 4px; }
QHeaderView::section { background: @window; border: none; padding: 4px 6px;
    border-bottom: 1px solid @border; }
QFrame#top { background: @window; border: none; border-bottom: 1px solid @border; }
QWidget#articles_pane, QWidget#empty { background: @base; }
QFrame#list_head { background: @base; border: none; border-bottom: 1px solid @border; }
QTreeView#filters { background: transparent; }
"""
