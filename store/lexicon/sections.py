"""The lists of words and patterns in the lexicon, with a person's own laid over them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import resources
from store.errors import LexiconError
from store.places import lexicon_folder

SHIPPED = Path(resources.__file__).parent / "lexicon"
_SUFFIXES = (".toml", ".tsv", ".txt")
_OF_PATTERNS = frozenset({"ceremonies.toml", "frames.toml", "occasions.toml"})
_OPEN = {
    "ceremonies.toml": frozenset({"sites.weak_heads"}),
    "frames.toml": frozenset({"words"}),
    "posts.toml": frozenset({"abbreviations", "implied", "synonyms"}),
    "topics.toml": frozenset({"absorbs", "classes", "regions", "topics", "yields"}),
}
"""The tables that a person may add entries of a new name to; elsewhere such a name is a slip of the pen."""


@cache
def own_folder() -> Path | None:
    """The folder of a person's own entries, looked up once; ``None`` where there is none.

    Raises ``LexiconError`` where it is no folder, or holds a file of a name that the lexicon does not have.
    """
    folder = lexicon_folder()
    if folder is None:
        return None
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError as fault:
        reason = (fault.strerror or "it cannot be read").lower()
        raise LexiconError(f"The lexicon folder {folder} cannot be used: {reason}.") from fault
    known = {path.name for path in SHIPPED.iterdir() if path.suffix in _SUFFIXES}
    for name in names:
        if not name.startswith(".") and Path(name).suffix in (".tsv", ".toml") and name not in known:
            listed = ", ".join(sorted(known))
            raise LexiconError(f"{folder / name} is no file of the lexicon, which has {listed}.")
    return folder


def sections(name: str, user_folder: Path | None = None) -> dict[str, Any]:
    """What the TOML file ``name`` holds, with the file of that name in ``user_folder`` laid over it.

    Lists are added to (``-word`` takes a word out), tables are gone into, and other values replaced.
    Without ``user_folder`` it is the person's own. Raises ``LexiconError`` naming file, entry and fault.
    """
    shipped: dict[str, Any] = tomllib.loads((SHIPPED / name).read_text("utf-8"))
    folder = user_folder or own_folder()
    if folder is None or not (folder / name).exists():
        return shipped
    file = folder / name
    try:
        own: dict[str, Any] = tomllib.loads(_text(file))
    except tomllib.TOMLDecodeError as fault:
        raise LexiconError(f"{file} is malformed: {fault}.") from fault
    if name in _OF_PATTERNS:
        _check_patterns(file, own)
    return _laid_over(shipped, own, file, "")


def word_file(name: str, user_folder: Path | None = None) -> frozenset[str]:
    """The words of the file ``name`` and of a person's own file of that name; ``-word`` takes one out."""
    words = set(_words((SHIPPED / name).read_text("utf-8")))
    folder = user_folder or own_folder()
    if folder is not None and (folder / name).exists():
        for word in _words(_text(folder / name)):
            if word.startswith("-"):
                words.discard(word[1:])
            else:
                words.add(word)
    return frozenset(words)


def table_lines(name: str, user_folder: Path | None = None) -> Iterator[tuple[str, str]]:
    """The lines of the table ``name``, then those of a person's own: where each stands, and the line."""
    folder = user_folder or own_folder()
    for place in (SHIPPED, folder):
        if place is not None and (place is SHIPPED or (place / name).exists()):
            for number, line in enumerate(_text(place / name).splitlines(), 1):
                yield f"{place / name}, line {number}", line


@cache
def own_digest() -> str:
    """What stands for the content of a person's own lexicon; empty where there is none.

    A reading that was made with another one is not current.
    """
    folder = own_folder()
    if folder is None:
        return ""
    digest = sha256()
    for path in sorted(folder.iterdir()):
        if path.suffix in _SUFFIXES and not path.name.startswith("."):
            digest.update(f"{path.name}\n{_text(path)}\n".encode())
    return digest.hexdigest()[:12]


def _words(text: str) -> Iterator[str]:
    return (word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise LexiconError(f"{file} is not UTF-8.") from fault
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        raise LexiconError(f"{file} cannot be read: {reason}.") from fault


def _laid_over(known: dict[str, Any], own: dict[str, Any], file: Path, where: str) -> dict[str, Any]:
    merged = dict(known)
    for key, value in own.items():
        entry = f"{where}.{key}" if where else key
        if key not in known:
            if where not in _OPEN.get(file.name, ()):
                listed = ", ".join(known)
                told = f"{_place(file, entry)}: there is no entry {entry}; those there are called {listed}."
                raise LexiconError(told)
            _same_shape(next(iter(known.values()), value), value, file, entry)
            merged[key] = value
            continue
        _same_shape(known[key], value, file, entry)
        if isinstance(value, dict):
            merged[key] = _laid_over(known[key], value, file, entry)
        elif isinstance(value, list):
            merged[key] = _added(known[key], value)
        else:
            merged[key] = value
    return merged


def _added(known: list[str], own: list[str]) -> list[str]:
    dropped = {item[1:] for item in own if item.startswith("-")}
    added = [item for item in own if not item.startswith("-")]
    return list(dict.fromkeys(item for item in (*known, *added) if item not in dropped))


_SHAPES = {dict: "a table", list: "a list of texts", str: "a text", bool: "true or false"}


def _same_shape(known: object, own: object, file: Path, entry: str) -> None:
    fits = isinstance(own, type(known))
    if fits and isinstance(own, list):
        fits = all(isinstance(item, str) and item.strip("-") for item in own)
    if not fits:
        shape = _SHAPES.get(type(known), "of another kind")
        raise LexiconError(f"{_place(file, entry)}: {entry} has to be {shape}.")


def _check_patterns(file: Path, own: dict[str, Any], where: str = "") -> None:
    for key, value in own.items():
        entry = f"{where}.{key}" if where else key
        if isinstance(value, dict):
            _check_patterns(file, value, entry)
        for line in value if isinstance(value, list) else [value]:
            try:
                re.compile(line if isinstance(line, str) else "")
            except re.error as fault:
                told = f"{_place(file, entry)}: {line!r} of {entry} is no pattern: {fault}."
                raise LexiconError(told) from fault


_TABLE = re.compile(r"\s*\[+\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(r"""\s*(["']?[\w-]+["']?(?:\s*\.\s*["']?[\w-]+["']?)*)\s*=""")


def _place(file: Path, entry: str) -> str:
    """The file, and the line in it where an entry begins."""
    table = ""
    for number, line in enumerate(_text(file).splitlines(), 1):
        if found := _TABLE.match(line):
            named = table = re.sub(r"[\s\"']", "", found[1])
        elif found := _KEY.match(line):
            key = re.sub(r"[\s\"']", "", found[1])
            named = f"{table}.{key}" if table else key
        else:
            continue
        if entry == named or (entry.startswith(f"{named}.") and named != table):
            return f"{file}, line {number}"
    return str(file)
