"""Opens the settings and the shortcut sheet of a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.preferences.dialog import PreferencesDialog

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
    keys = KeysPage(session.keys, session.theme)
    pages = [AppearancePage(window), ReadingPage(window), keys, LibraryPage(window), PrivacyPage(window)]
    return PreferencesDialog(pages, session.memory, window)
