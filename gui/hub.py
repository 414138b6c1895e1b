"""Where panes hear of what changed: one hub for all windows."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gui.log import LOG
from gui.tagging.colours import TagColours
from store.errors import DamagedLibraryError, LibraryError, StoreError
from store.model import Changes


class Hub(QObject):
    """Tells every pane what a write changed; each pane refreshes only what it shows."""

    changed = Signal(object, object)
    """``(changes: store.model.Changes, initiator: object | None)``, after the write was committed."""

    notice = Signal(str)
    """One sentence for the person, shown for some seconds in the status bar."""

    done = Signal(str)
    """One sentence on the change that was just made, shown with a button that takes it back."""

    fault = Signal(str)
    """One sentence that says what the world refused (a full disk, a bad file), shown until dismissed."""

    damaged = Signal()
    """The library file is damaged; comes after ``fault``."""

    recovered = Signal()
    """The library can be written again after it could not: what was said of that holds no longer."""

    tag_renamed = Signal(str, str)
    """``(old, new)``: a tag is called otherwise now, everywhere."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tag_colours = TagColours(self)
        self._ailing = False

    def tell(self, changes: Changes, initiator: object | None) -> None:
        """Something was written: say what it changed."""
        if self._ailing:
            self._ailing = False
            self.recovered.emit()
        if changes:
            self.changed.emit(changes, initiator)

    def refuse(self, fault: StoreError) -> None:
        """Something could not be written: say why."""
        is_of_library = isinstance(fault, LibraryError)
        self._ailing = self._ailing or is_of_library
        # a sentence on the library names its file; one on an article may quote it
        LOG.warn(str(fault) if is_of_library else type(fault).__name__)
        self.fault.emit(str(fault))
        if isinstance(fault, DamagedLibraryError):
            self.damaged.emit()
