"""Opens the window on a library; ``run`` is what ``communique`` calls without a sub-command."""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from gui import icons
from gui.again import AGAIN
from gui.doorbell import hand_over
from gui.elsewhere import Elsewhere
from gui.faults import Faults, told_without_screen
from gui.libraries import beginning
from gui.libraries.commands import shelf_of
from gui.log import LOG
from gui.options import Options
from gui.session import Session
from gui.settings import FIRST_SIZE, Memory, open_settings
from gui.theme import CHOICES, STYLE, Choice, Theme, has_style
from gui.turns import in_turns
from gui.warming import Warming
from gui.window import MainWindow
from store.errors import StoreError
from store.library import Library
from store.places import is_there

if TYPE_CHECKING:
    from gui.safe import SafeMode

LIBRARY_FAULT, OWN_FAULT = 1, 70
DESKTOP_NAME = "app.communique.Communique"
"""As in ``store.desktop``, which the start need not load."""


def run(options: Options) -> int:
    """Open the window and stay until it is closed; returns the exit status."""
    app = _application()
    faults = Faults(app)
    faults.install()
    try:
        status = _run(app, options)
    except Exception as fault:  # noqa: BLE001 - told, logged and printed
        faults.tell_at_start(fault)
        return OWN_FAULT
    finally:
        faults.uninstall()
        LOG.end()
    if app.property(AGAIN):
        from gui.again import follow

        follow(options.files)
    return status


def _run(app: QApplication, options: Options) -> int:
    safe = _safe_mode() if options.safe else None
    options, missing, others = beginning.wanted(options)
    if not (safe or options.screenshot) and hand_over(options, () if options.default_library else others):
        return 0
    memory = Memory(safe.settings() if safe else open_settings(), options.library)
    theme = Theme(_theme_choice(options, memory), app)
    theme.apply(sheet=False)
    is_new = not is_there(options.library)
    try:
        library = Library.open(options.library)
        article = library.find_id(options.article) if options.article else None
    except StoreError as fault:
        theme.apply()
        instead = beginning.ask_instead(options.library, fault, memory)
        return LIBRARY_FAULT if instead is None else _run(app, replace(options, library=instead))
    memory = memory.beside(library.path)
    session = Session(library, theme, memory, app)
    session.keeps = options.screenshot is None  # a picture leaves no trace
    window = session.restore(article, options.search, alone=not session.keeps)
    if options.size or options.screenshot:  # a picture is of one size, whatever the screen
        window.resize(QSize(*options.size) if options.size else FIRST_SIZE)
    theme.apply()
    window.painted.connect(lambda: _after_first_paint(window, options, is_new))
    window.painted.connect(lambda: beginning.open_others(window, options, missing, others))
    if safe is not None:
        window.painted.connect(lambda: safe.tell(window))
    window.show()
    return _picture(app, window, options) if options.screenshot else app.exec()


def _picture(app: QApplication, window: MainWindow, options: Options) -> int:
    from gui.picture import Picture, closed_early

    picture = Picture(window, options)
    status = app.exec()
    return status if isValid(picture) and picture.is_over else closed_early()


def _safe_mode() -> SafeMode:
    from gui.safe import SafeMode

    return SafeMode()


def _application() -> QApplication:
    existing = QApplication.instance()
    with told_without_screen():
        if isinstance(existing, QApplication):
            app = existing
        else:
            app = QApplication([*sys.argv[:1], *STYLE])
            has_style(app)
    app.setApplicationName("communique")
    app.setApplicationDisplayName("Communiqué")
    app.setDesktopFileName(DESKTOP_NAME)
    app.setWindowIcon(icons.app_icon())
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return app


def _theme_choice(options: Options, memory: Memory) -> Choice:
    wanted = options.theme if options.theme != "system" else memory.text("theme", "system")
    return next((choice for choice in CHOICES if choice == wanted), "system")


def _after_first_paint(window: MainWindow, options: Options, is_new: bool) -> None:
    """What can wait until the window is on the screen."""
    gc.freeze()  # what was made until now stays; no need to look through it again and again
    gc.enable()  # off since the program began, see gui/main.py
    if is_new and not options.files:
        window.imports.import_samples()
    has_opened = window.navigator.current is not None and not (options.files or window.imports.busy)
    if options.files or (options.article and not has_opened):
        from gui.porter import take_in

        take_in(window, [Path(file) for file in options.files], options.article or "")
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.commitDataRequest.connect(lambda _manager: shelf_of(window.session).leave_off())
    later: list[Callable[[], object]] = [window.imports.read_again]
    if not options.screenshot:
        later += [
            lambda: _back_up(window),
            window.watcher.begin,
            lambda: _attend(window),
            lambda: import_module("importlib.metadata"),
            begin_log,
            lambda: import_module("gui.access").begin(),
            lambda: Elsewhere(window.session),
            lambda: Warming(window.session),
        ]
    in_turns(later, lambda: isValid(window) and window in window.session.windows)


def _attend(window: MainWindow) -> None:
    from gui.porter import Porter

    Porter(shelf_of(window.session))


def _back_up(window: MainWindow) -> None:
    from gui.backing import plan_of

    window.imports.back_up(plan_of(window.memory))


def begin_log() -> None:
    """Write the log from now on."""
    from gui.details import versions

    LOG.begin()
    LOG.note("The window is open. " + versions().replace("\n", ", "))
