"""Files and folders to articles. Every refusal is an ``IntakeError`` with one sentence."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from store.errors import IntakeError
from store.intake.decoding import decode
from store.intake.registry import SUFFIXES, format_of
from store.model import Article, Refusal

LARGEST = 20_000_000
"""Bytes of the largest file that is taken in: no article is longer, and the window must stay quick."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff]"
)  # a sentence is one long word
_LOOKED_AT = 20_000  # code points from the beginning
_FEWEST_WORDS = 5
_FEWEST_LETTERS = 20
_LEAST_PROSE = 0.4  # letters among all that is not white space


@dataclass(frozen=True, slots=True)
class Taken:
    """An article as it came out of its bytes."""

    article: Article
    format: str
    encoding: str
    sha256: str  # of the bytes
    fingerprint: bytes  # of the words, however they are wrapped


def take(data: bytes, key: str, name: str) -> Taken:
    """The article in ``data``. ``name`` is what a refusal calls it."""
    decoded = decode(data, name)
    form = format_of(decoded.text)
    article = form.read(key, decoded.text)
    if not is_prose(article.text):
        raise IntakeError(f"{name} is no article: there is too little prose in it.")
    return Taken(
        article, form.name, decoded.encoding, hashlib.sha256(data).hexdigest(), fingerprint(article.text)
    )


def take_file(path: Path) -> Taken:
    """The article in a file."""
    return take(_bytes_of(path), unicodedata.normalize("NFC", written(Path(path.stem))), written(path))


def written(path: Path) -> str:
    """``path`` as text that can be kept and printed, also where its bytes are no UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")


def _bytes_of(path: Path) -> bytes:
    try:
        if not path.is_file():
            missing = not path.exists()
            raise IntakeError(
                f"{written(path)} does not exist." if missing else f"{written(path)} is no ordinary file."
            )
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise IntakeError(f"{written(path)} cannot be read: {reason}.") from error
    if len(data) > LARGEST:
        raise IntakeError(
            f"{written(path)} is too large for an article: more than {LARGEST // 1_000_000} MB."
        )
    return data


def is_prose(text: str) -> bool:
    """Whether there is enough of words in ``text`` to be an article."""
    head = text[:_LOOKED_AT]
    words = _WORD.findall(head)
    letters = sum(map(len, words))
    visible = len("".join(head.split()))
    if letters < _FEWEST_LETTERS or letters < _LEAST_PROSE * visible:
        return False
    return len(words) >= _FEWEST_WORDS or _UNSPACED.search(head) is not None


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
