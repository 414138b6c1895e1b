"""A person's own lexicon looked through as the next start would find it, in a process of its own.

The tables of a lexicon are read once and stay; only a process that has read none can say what it is like now.
"""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from store.errors import LexiconError
from store.lexicon.sections import SHIPPED, own_digest, own_folder, sections, word_file
from store.model import Article
from store.places import LEXICON

_SUFFIXES = (".toml", ".tsv", ".txt")


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found of a person's own lexicon."""

    files: tuple[str, ...]  # those that teach something
    passed_over: tuple[str, ...]  # those whose names mean nothing
    changed: bool  # the running program does not read with it yet
    fault: str = ""  # naming file and line, where one is malformed


def check(folder: Path) -> Checked:
    """Look through every file of a folder. Raises nothing: the first fault is told."""
    # A fresh process: a copy of one with threads and a window may hang.
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        files, passed_over, digest, fault = pool.submit(_look_through, str(folder)).result()
    try:
        changed = fault == "" and digest != own_digest()
    except LexiconError:
        changed = fault == ""  # it was malformed when the program began
    return Checked(files, passed_over, changed, fault)


Found = tuple[tuple[str, ...], tuple[str, ...], str, str]


def _look_through(folder: str) -> Found:
    os.environ[LEXICON] = folder
    try:
        found = sorted(path.name for path in Path(folder).iterdir() if not path.name.startswith("."))
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        return (), (), "", f"The lexicon folder {folder} cannot be used: {reason}."
    known = tuple(name for name in found if name.endswith(_SUFFIXES) and (SHIPPED / name).is_file())
    others = tuple(name for name in found if name not in known)
    try:
        own_folder()
        for name in known:
            if name.endswith(".toml"):
                sections(name)
            elif name.endswith(".txt"):
                word_file(name)
        _read_with_it()
        return known, others, own_digest(), ""
    except LexiconError as fault:
        return known, others, "", str(fault)


def _read_with_it() -> None:
    """Every stage of the reading looks into its tables, some in ways of their own."""
    from seeds import seed_files
    from store.lexicon import load
    from store.reading.pipeline import read_article

    load()
    for seed in seed_files():
        read_article(Article(seed.name, seed.read_text("utf-8")))
