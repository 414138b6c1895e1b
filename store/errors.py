"""The world's faults, told to the person in words; our own faults stay ordinary exceptions.

Every ``StoreError`` carries one clear sentence as its text, fit to be shown in the window or on
standard error. What it names is unharmed unless the sentence says otherwise.
"""

from __future__ import annotations


class StoreError(Exception):
    """A fault of the world (a full disk, a bad file), with one sentence for the person."""


class LibraryError(StoreError):
    """The library file cannot be opened, read or written."""


class DamagedLibraryError(LibraryError):
    """The library file is damaged; it can be mended, or a backup taken."""


class NewerLibraryError(LibraryError):
    """The library file was made by a newer version."""


class IntakeError(StoreError):
    """A file cannot be taken in as an article."""


class AnchorError(StoreError):
    """The words an annotation should sit on are not in the article."""


class RulingError(StoreError):
    """A correction that makes no sense: a field or a value that there is not."""


class LexiconError(StoreError):
    """An entry of a lexicon file is malformed; the sentence names the file and the line."""
