"""Opens the settings and the shortcut sheet of a window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from gui.preferences.dialog import PreferencesDialog
from gui.preferences.page import Page

if TYPE_CHECKING:
    from gui.window import MainWindow


def open_settings_page(window: MainWindow, name: str = "") -> PreferencesDialog:
    """Show the settings, the ones that are open where there are such; ``name`` turns to a page."""
    dialog = _open_one(window) or _made(window)
    if name:
        dialog.open_page(name)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    return dialog


def _open_one(window: MainWindow) -> PreferencesDialog | None:
    for one in window.session.windows:
        for dialog in one.findChildren(PreferencesDialog):
            if dialog.isVisible():
                return dialog
    return None


def _made(window: MainWindow) -> PreferencesDialog:
    from gui.preferences.appearance import AppearancePage
    from gui.preferences.keys import KeysPage
    from gui.preferences.library import LibraryPage
    from gui.preferences.privacy import PrivacyPage
    from gui.preferences.reading import ReadingPage

    session = window.session
    pages: dict[str, Callable[[], Page]] = {
        AppearancePage.name: lambda: AppearancePage(window),
        ReadingPage.name: lambda: ReadingPage(window),
        KeysPage.name: lambda: KeysPage(session.keys, session.theme),
        LibraryPage.name: lambda: LibraryPage(window),
        PrivacyPage.name: lambda: PrivacyPage(window),
    }
    return PreferencesDialog(pages, session.memory, window)
