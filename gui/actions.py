"""Every action of the window, declared once: its menu place, its words, its shortcuts, its tooltip.

Menus, tool buttons, the shortcut list and later a command palette are all made from ``ACTIONS``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QIcon
from PySide6.QtWidgets import QMenu, QMenuBar

from gui import icons
from gui.theme import Theme


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


MENUS = ("&File", "&Edit", "&View", "&Go", "&Article", "&Notes", "&Help")

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "file.import_files", "File", "&Import files…", "Take articles from files", ("Ctrl+O",), "import"
    ),
    ActionSpec(
        "file.import_folder",
        "File",
        "Import f&older…",
        "Take articles from a folder",
        ("Ctrl+Shift+O",),
        "folder",
    ),
    ActionSpec(
        "file.import_encoded",
        "File",
        "Import in another &encoding…",
        "Take articles from files whose letters came out wrong",
    ),
    ActionSpec(
        "file.paste",
        "File",
        "&Paste as an article",
        "Take the text on the clipboard in as an article",
        ("Ctrl+Shift+V",),
    ),
    ActionSpec("file.watch", "File", "&Watch a folder…", "Take in by itself what comes into a folder"),
    ActionSpec("file.samples", "File", "Open the &sample articles", "Take in the articles that come along"),
    ActionSpec("file.cancel", "File", "&Cancel import", "Stop the import; what was taken stays", section=1),
    ActionSpec("file.quit", "File", "&Quit", "Close the window", ("Ctrl+Q",), section=2),
    ActionSpec("edit.undo", "Edit", "&Undo", "Take the last change back", ("Ctrl+Z",)),
    ActionSpec("edit.redo", "Edit", "&Redo", "Make the change again", ("Ctrl+Shift+Z", "Ctrl+Y")),
    ActionSpec(
        "edit.search",
        "Edit",
        "&Search articles",
        "Search all articles",
        ("Ctrl+K", "/", "Ctrl+Shift+F"),
        "search",
        section=1,
    ),
    ActionSpec(
        "edit.find", "Edit", "&Find in article", "Find words in the open article", ("Ctrl+F",), section=1
    ),
    ActionSpec(
        "edit.clear",
        "Edit",
        "&Clear search and filters",
        "Show all articles again",
        ("Ctrl+Shift+K",),
        section=1,
    ),
    ActionSpec(
        "edit.save_search",
        "Edit",
        "Sa&ve this search…",
        "Keep what is searched for and filtered under a name, among the filters",
        ("Ctrl+Shift+S",),
        section=1,
    ),
    ActionSpec(
        "view.sidebar", "View", "&Filters", "Show or hide the filters", ("F9",), "sidebar", checkable=True
    ),
    ActionSpec(
        "view.facts",
        "View",
        "F&acts and notes",
        "Show or hide the facts and notes beside the article",
        ("F10",),
        "facts",
        checkable=True,
    ),
    ActionSpec(
        "view.larger", "View", "&Larger text", "Make the text larger", ("Ctrl++", "Ctrl+="), section=1
    ),
    ActionSpec("view.smaller", "View", "&Smaller text", "Make the text smaller", ("Ctrl+-",), section=1),
    ActionSpec("view.normal", "View", "&Normal text size", "Text in its first size", ("Ctrl+0",), section=1),
    ActionSpec(
        "view.order.date",
        "View/Sort &by",
        "&Newest first",
        "List the newest articles first",
        ("Alt+1",),
        section=2,
        checkable=True,
        group="order",
    ),
    ActionSpec(
        "view.order.oldest",
        "View/Sort &by",
        "&Oldest first",
        "List the oldest articles first",
        ("Alt+2",),
        section=2,
        checkable=True,
        group="order",
    ),
    ActionSpec(
        "view.order.relevance",
        "View/Sort &by",
        "&Best first",
        "List first what fits the search best, until the search box is empty",
        ("Alt+3",),
        section=2,
        checkable=True,
        group="order",
    ),
    ActionSpec(
        "view.theme.system",
        "View/&Theme",
        "As the &system",
        "Light or dark as the system has it",
        section=2,
        checkable=True,
        group="theme",
    ),
    ActionSpec(
        "view.theme.light",
        "View/&Theme",
        "&Light",
        "Always the light theme",
        section=2,
        checkable=True,
        group="theme",
    ),
    ActionSpec(
        "view.theme.dark",
        "View/&Theme",
        "&Dark",
        "Always the dark theme",
        section=2,
        checkable=True,
        group="theme",
    ),
    ActionSpec(
        "view.full", "View", "F&ull screen", "Use the whole screen", ("F11",), section=3, checkable=True
    ),
    ActionSpec("go.next", "Go", "&Next article", "Open the next article of the list", ("J", "Alt+Down")),
    ActionSpec("go.previous", "Go", "&Previous article", "Open the article before", ("K", "Alt+Up")),
    ActionSpec("go.next_unread", "Go", "Next &unread", "Open the next unread article", ("N",), section=1),
    ActionSpec(
        "go.previous_unread", "Go", "Previous un&read", "Open the unread article before", ("P",), section=1
    ),
    ActionSpec(
        "go.next_hit", "Go", "Next &hit", "Go to the next hit of the search", ("F3",), "down", section=2
    ),
    ActionSpec(
        "go.previous_hit",
        "Go",
        "Previous h&it",
        "Go to the hit before",
        ("Shift+F3",),
        "up",
        section=2,
    ),
    ActionSpec("go.next_mark", "Go", "Next &mark", "Go to the next marked words", ("Ctrl+Down",), section=2),
    ActionSpec(
        "go.previous_mark", "Go", "Previous mar&k", "Go to the marked words before", ("Ctrl+Up",), section=2
    ),
    ActionSpec("go.back", "Go", "&Back", "Open the article that was open before", ("Alt+Left",), section=3),
    ActionSpec("go.forward", "Go", "&Forward", "Undo going back", ("Alt+Right",), section=3),
    ActionSpec("go.next_pane", "Go", "Next p&ane", "Move the keyboard to the next pane", ("F6",), section=4),
    ActionSpec(
        "go.previous_pane",
        "Go",
        "Previous pan&e",
        "Move the keyboard to the pane before",
        ("Shift+F6",),
        section=4,
    ),
    ActionSpec("article.star", "Article", "&Star", "Star the article, or take the star away", ("S",), "star"),
    ActionSpec(
        "article.read", "Article", "Mark as &read", "Mark the article as read or unread", ("M",), "unread"
    ),
    ActionSpec(
        "article.all_read",
        "Article",
        "Mark &all listed as read",
        "Mark every article of the list as read",
        ("Ctrl+Shift+M",),
    ),
    ActionSpec(
        "article.delete",
        "Article",
        "&Delete",
        "Take the article and the notes on it out of the library; undo brings them back",
        ("Ctrl+Delete",),
        section=1,
    ),
    ActionSpec(
        "article.people",
        "Article",
        "&People…",
        "Say which names in your articles are one person's",
        section=2,
    ),
    ActionSpec(
        "article.occasions",
        "Article",
        "&Occasions…",
        "Say which wordings in your articles are one occasion's",
        section=2,
    ),
    ActionSpec(
        "note.highlight",
        "Notes",
        "&Highlight",
        "Highlight the selected words, in the colour and shape used last",
        ("Ctrl+H",),
    ),
    ActionSpec(
        "note.write", "Notes", "Write a &note", "Write a note on the selected words", ("Ctrl+M",), "note"
    ),
    ActionSpec("note.tag", "Notes", "&Tag", "Tag the selected words", ("Ctrl+T",), "tag"),
    ActionSpec(
        "note.cite",
        "Notes",
        "Copy as a &citation",
        "Copy the selected words with where they are from",
        ("Ctrl+Shift+C",),
        "quote",
        section=1,
    ),
    ActionSpec(
        "fact.official",
        "Notes",
        "Add as an &official…",
        "Say that the selected words are an official whom the reading has missed",
        ("Ctrl+Shift+P",),
        section=1,
    ),
    ActionSpec(
        "fact.meeting",
        "Notes",
        "Add as a &meeting…",
        "Say that the selected words tell of a meeting that the reading has missed",
        ("Ctrl+Shift+G",),
        section=1,
    ),
    ActionSpec(
        "note.all",
        "Notes",
        "&All notes",
        "Show the notes of all articles, or those of the open one again",
        section=2,
        checkable=True,
    ),
    ActionSpec("help.search", "Help", "How to &search", "The query language, by examples", ("Shift+F1",)),
    ActionSpec("help.shortcuts", "Help", "&Keyboard shortcuts", "Every action and its keys", ("?", "F1")),
    ActionSpec(
        "help.about", "Help", "&About Communiqué", "Version, licences, and where your library is", section=1
    ),
)


class Actions(QObject):
    """The actions of one window, made from ``ACTIONS``."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._specs = {spec.name: spec for spec in ACTIONS}
        self._groups: dict[str, QActionGroup] = {}
        self._actions = {spec.name: self._made(spec) for spec in ACTIONS}
        theme.changed.connect(self._recolour)
        self._recolour()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[tuple[ActionSpec, QAction]]:
        return ((spec, self._actions[name]) for name, spec in self._specs.items())

    def connect_all(self, slots: dict[str, Callable[..., object]]) -> None:
        """Connect each named action to what it does."""
        for name, slot in slots.items():
            self._actions[name].triggered.connect(slot)

    def build_menus(self, bar: QMenuBar) -> None:
        """Fill a menu bar."""
        menus: dict[str, QMenu] = {}
        sections: dict[str, int] = {}
        for title in MENUS:
            menus[title.replace("&", "")] = bar.addMenu(title)
        for spec in self._specs.values():
            top, _, sub = spec.menu.partition("/")
            menu = menus[top]
            if sections.get(top, spec.section) != spec.section:
                menu.addSeparator()
            sections[top] = spec.section
            if sub:
                menu = menus.get(spec.menu) or menus.setdefault(spec.menu, menu.addMenu(sub))
            menu.addAction(self._actions[spec.name])

    def set_text(self, name: str, text: str) -> None:
        """Say in the menu what the action would do now: "Undo Star", "Mark as unread"."""
        spec, action = self._specs[name], self._actions[name]
        action.setText(text)
        action.setToolTip(_tooltip(spec))

    def _made(self, spec: ActionSpec) -> QAction:
        action = QAction(spec.text, self)
        action.setObjectName(spec.name)
        action.setShortcuts([*spec.shortcuts])  # type: ignore[list-item]  # text will do
        action.setStatusTip(spec.tip)
        action.setToolTip(_tooltip(spec))
        action.setCheckable(spec.checkable)
        action.setIconVisibleInMenu(not spec.checkable)  # there a tick says more
        action.setMenuRole(_ROLES.get(spec.name, QAction.MenuRole.NoRole))
        if spec.group:
            group = self._groups.setdefault(spec.group, QActionGroup(self))
            group.addAction(action)
        return action

    def _recolour(self) -> None:
        for spec, action in self:
            action.setIcon(icons.icon(spec.icon, self._theme) if spec.icon else QIcon())


_ROLES = {
    "file.quit": QAction.MenuRole.QuitRole,
    "help.about": QAction.MenuRole.AboutRole,
}


def _tooltip(spec: ActionSpec) -> str:
    # The keys as declared, not as QKeySequence spells them for this system: making that class known to
    # Python costs 5 ms at the start, and only macOS spells them otherwise.
    return f"{spec.tip} ({spec.shortcuts[0]})" if spec.shortcuts else spec.tip
