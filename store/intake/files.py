"""Files and folders to articles. Every refusal is an ``IntakeError`` with one sentence."""

from __future__ import annotations

import hashlib
import os
import re
import string
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from store.errors import IntakeError
from store.intake.pieces import Loose, Personal, Piece, Raw
from store.intake.registry import SUFFIXES, format_of
from store.model import Article, Refusal
from store.places import is_in_use

LARGEST = 20_000_000
"""Bytes of the largest file that is taken in: no article is longer, and the window must stay quick."""

LARGEST_PAGE = 100_000_000
"""Bytes of the largest web page: most of such a one are no words."""

LARGEST_COLLECTION = 2_000_000_000
"""Bytes of the largest file that holds many articles."""

PAGES = (".html", ".htm", ".xhtml")
COLLECTIONS = (".json", ".jsonl", ".ndjson", ".jsonld")

_WORD = re.compile(r"[^\W\d_]{2,}")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff]"
)  # a sentence is one long word
_LOOKED_AT = 20_000  # code points from the beginning
_FEWEST_WORDS = 5
_FEWEST_LETTERS = 20
_LEAST_PROSE = 0.4  # letters among all that is not white space
_LETTERS = string.ascii_letters.encode()


class Taken(NamedTuple):
    """An article as it came out of its bytes."""

    article: Article
    format: str
    encoding: str
    sha256: str  # of the bytes of the file
    fingerprint: bytes  # of the words, however they are wrapped
    guessed: bool = False  # the encoding
    part: str = ""  # names it within a file of several
    personal: Personal | None = None


def take(raw: Raw) -> Iterator[Taken | Refusal | Loose]:
    """The articles in a file, or notes on articles, in order; parts that are none are refused.

    Raises ``IntakeError`` where there is no article in the file at all.
    """
    if not raw.data.strip():
        raise IntakeError(f"{raw.name} is empty.")
    form = format_of(raw)
    sha256 = digest(raw.data)
    for piece in form.read(raw):
        if isinstance(piece, Refusal | Loose):
            yield piece
            continue
        if form.prose and not is_prose(piece.article.text):
            name = f"{raw.name}, {piece.part}" if piece.part else raw.name
            reason = f"{name} is no article: there is too little prose in it."
            if not piece.part:
                raise IntakeError(reason)
            yield Refusal(name, reason)
            continue
        yield _taken(piece, form.name, sha256)


def digest(data: bytes) -> str:
    """What tells these bytes from others."""
    return hashlib.sha256(data).hexdigest()


def _taken(piece: Piece, form: str, sha256: str) -> Taken:
    article, personal = piece.article, piece.personal
    key = unicodedata.normalize("NFC", article.key)
    return Taken(
        article if key == article.key else replace(article, key=key),
        personal.source.format if personal else form,
        piece.encoding,
        personal.source.sha256 if personal else sha256,
        fingerprint(article.text),
        piece.guessed,
        piece.part,
        personal,
    )


def take_one(data: bytes, key: str, name: str) -> Taken:
    """The first article in ``data``. ``name`` is what a refusal calls it."""
    for taken in take(Raw(data, key, name, Path(name).suffix.lower())):
        if isinstance(taken, Refusal):
            raise IntakeError(taken.reason)
        if isinstance(taken, Taken):
            return taken
    raise IntakeError(f"{name} holds no articles.")


def raw_file(path: Path, encoding: str | None = None) -> Raw:
    """A file as it lies there. Raises ``IntakeError`` where it cannot be read or is too large."""
    return Raw(_bytes_of(path), written(Path(path.stem)), written(path), path.suffix.lower(), encoding)


def written(path: Path) -> str:
    """``path`` as text that can be kept and printed, also where its bytes are no UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")


def _bytes_of(path: Path) -> bytes:
    most = _most_bytes(path.suffix.lower())
    try:
        if not path.is_file():
            missing = not path.exists()
            raise IntakeError(
                f"{written(path)} does not exist." if missing else f"{written(path)} is no ordinary file."
            )
        if is_in_use(path):
            raise IntakeError(f"{written(path)} is a library.")
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise IntakeError(f"{written(path)} cannot be read: {reason}.") from error
    if len(data) > most:
        raise IntakeError(f"{written(path)} is too large for an article: more than {most // 1_000_000} MB.")
    return data


def _most_bytes(suffix: str) -> int:
    if suffix in COLLECTIONS:
        return LARGEST_COLLECTION
    return LARGEST_PAGE if suffix in PAGES else LARGEST


def is_prose(text: str) -> bool:
    """Whether there is enough of words in ``text`` to be an article."""
    head = text[:_LOOKED_AT]
    if _is_plainly_prose(head):
        return True
    words = _WORD.findall(head)
    letters = sum(map(len, words))
    visible = len("".join(head.split()))
    if letters < _FEWEST_LETTERS or letters < _LEAST_PROSE * visible:
        return False
    return len(words) >= _FEWEST_WORDS or _UNSPACED.search(head) is not None


def _is_plainly_prose(head: str) -> bool:
    """Whether so much of ``head`` is plain letters that its words need not be counted; most texts are so."""
    plain = head.encode("ascii", "ignore")
    letters = len(plain) - len(plain.translate(None, _LETTERS))
    in_words = letters - (len(head) - letters + 1)  # there is something else beside every single letter
    if in_words < max(_FEWEST_LETTERS, _LEAST_PROSE * len(head)):
        return False
    return len(list(islice(_WORD.finditer(head), _FEWEST_WORDS))) == _FEWEST_WORDS


def fingerprint(text: str) -> bytes:
    """The same for the same words, whatever the line breaks, spaces and line ends."""
    words = unicodedata.normalize("NFC", " ".join(text.split()))
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def walk(paths: Iterable[Path], refused: list[Refusal]) -> Iterator[Path]:
    """The files in ``paths``: named ones as they are, of folders those that may be articles, in order.

    Each file once. A folder that cannot be read is added to ``refused``.
    """
    seen: set[Path] = set()
    for path in paths:
        for file in _files_in(path, refused) if _is_folder(path) else (path,):
            place = Path(os.path.abspath(file))  # noqa: PTH100 - links are different files with one text
            if place not in seen:
                seen.add(place)
                yield file


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # below a folder without permission; taking the file says so
        return False


def _files_in(folder: Path, refused: list[Refusal]) -> Iterator[Path]:
    def told(error: OSError) -> None:
        reason = (error.strerror or str(error)).lower()
        name = written(Path(error.filename))
        refused.append(Refusal(name, f"The folder {name} cannot be read: {reason}."))

    for place, folders, names in os.walk(folder, onerror=told):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                yield Path(place, name)
