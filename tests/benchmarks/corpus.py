"""Generated articles on the disk: measuring a million of them must not measure a list of a million texts."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from store.folding import words
from store.workers import Offered
from tests.benchmarks.generator import Generator

LOOKED_AT = 20_000
"""From so many articles it is told which words are rare and which are common."""


class Corpus(Sequence[Offered]):
    """``count`` articles in one file, each read when it is asked for."""

    def __init__(self, file: Path, count: int) -> None:
        self.file = file
        self.generator = Generator()
        self._ends = array("q", [0])
        with file.open("wb") as out:
            for _, body in self.generator.articles(count):
                self._ends.append(self._ends[-1] + out.write(body + b"\n"))
        self._opened = file.open("rb")

    @property
    def size(self) -> int:
        """Bytes of text."""
        return self._ends[-1] - len(self)

    def close(self) -> None:
        """Close the file."""
        self._opened.close()

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, at):  # type: ignore[no-untyped-def]
        """One article as it is offered to an import, or several."""
        if isinstance(at, slice):
            return [self._offered(number) for number in range(*at.indices(len(self)))]
        return self._offered(at)

    def _offered(self, number: int) -> Offered:
        if not 0 <= number < len(self):
            raise IndexError(number)
        key = f"made-{number:07d}"
        return Offered(key, "", None, self._bytes(number), key)

    def _bytes(self, number: int) -> bytes:
        self._opened.seek(self._ends[number])
        return self._opened.read(self._ends[number + 1] - self._ends[number] - 1)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Date and text of each."""
        for number in range(len(self)):
            header, _, text = self._bytes(number).decode().lstrip().partition(" ")[2].partition(" ")
            yield header, text


def queries(corpus: Corpus) -> dict[str, list[str]]:
    """Kinds of queries, several of each."""
    looked_at = min(len(corpus), LOOKED_AT)
    amounts: Counter[str] = Counter()
    for number, (_, text) in enumerate(corpus.texts()):
        if number == looked_at:
            break
        amounts.update(set(words(text)))
    by_rank = corpus.generator.words
    rare = [word for word in reversed(by_rank) if amounts[word] == 1][:8]
    middle = [word for word in by_rank if 0.005 < amounts[word] / looked_at < 0.03][:8]
    common = by_rank[:8]
    pairs = list(pairwise(common))
    return {
        "a rare word": rare,
        "a word of 1 in 100": middle,
        "a word of most articles": common,
        "two common words": [f"{one} {other}" for one, other in pairs],
        "a phrase": ['"regional security"', '"minister of energy"', *(f'"{a} {b}"' for a, b in pairs[:4])],
        "a prefix of three letters": [f"{word[:3]}*" for word in (*rare[:4], *common[:4])],
        "post:": ["post:energy", "post:minister", "post:chief"],
        "country:": ["country:AZ", "country:JP", f"country:KE {middle[0]}", f"country:IT {common[0]}"],
        "country: of nobody": ["country:GH", f"country:GH {common[0]}", f"country:GH {middle[0]}"],
        "person:": ["person:bahe", "person:ba", "person:nobody", f"person:bahe {common[0]}"],
        "date: and a word": [f"date:2003 {common[1]}", f"before:1999 {common[1]}", f"after:2024 {middle[0]}"],
        "is: and a word": [f"is:starred {common[0]}", f"is:annotated {common[1]}", f"is:unread {common[2]}"],
    }
