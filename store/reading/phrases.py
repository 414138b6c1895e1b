"""Phrase patterns over words: one scan finds every pattern of a lexicon that a stretch of text contains.

A pattern is a line of elements separated by blanks:

``word``     that word, letter case and accents apart; with a capital letter in it, only so spelled
``word*``    any word that begins so
``a|b*``     either, an underscore for a blank (``air_base|port``); ``<class>`` any entry of a named class
``word?``    the element may be missing
``..3``      up to three words (or commas, brackets, dashes) of any kind, never past the end of a sentence;
             at the end of a pattern it takes words along, up to a comma

All patterns are merged into one trie, whose edges are sets of words; each distinct word of a text is
looked up once and remembered, so that the time is linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from store.errors import LexiconError

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_WORD = rf"[^\W_]+(?:(?:[{_INVISIBLE}]+|['’])[^\W_]+)*"
_SIGNS = r"|[,:()\[\]–—]|(?<=[^\W\dA-Z_][^\W\dA-Z_])[.!?]|(?<=[\d)”\"][\d)”\"])[.!?]|;|\n[ \t\r]*\n"
_TOKENS = re.compile(_WORD + _SIGNS)
_DROPPED = re.compile(rf"[{_INVISIBLE}]+")
_FULL_STOPS = frozenset(".!?;")
_GAP = re.compile(r"\.\.(\d+)\Z")
_ELEMENT = re.compile(r"[^\W_]+\*?\Z|[,:()–—]\Z")

_LIGHT = frozenset(
    re.findall(
        r"\w+",
        "a an and as at by for from in of on or the to was were with between is be it its that not no two",
    )
)  # words too frequent for a pattern to be looked for at each of them


class Match(NamedTuple):
    """One pattern found: its payload, and the tokens it covers, half-open."""

    payload: int
    first: int
    last: int


class _End(NamedTuple):
    """What is known where a pattern ends."""

    payload: int
    extra: int  # words taken along
    before: tuple[tuple[int, int], ...]  # atoms that must precede, nearest first, each with the gap after it


class _Node:
    """A place in the trie: what may follow directly, what may follow after a gap, what ends here."""

    __slots__ = ("edges", "ends", "followers", "gaps", "keys")

    def __init__(self) -> None:
        self.edges: dict[int, _Node] = {}
        self.keys = self.edges.keys()
        self.gaps: dict[int, _Node] = {}
        self.ends: tuple[_End, ...] = ()
        self.followers: frozenset[int] = frozenset()  # every atom that may follow, directly or after a gap

    def close(self) -> None:
        """Notes the followers of every node, once all patterns are in."""
        self.followers = frozenset(self.keys).union(*(target.keys for target in self.gaps.values()))
        for node in (*self.edges.values(), *self.gaps.values()):
            node.close()


class _Word(NamedTuple):
    """All that the tables know of one distinct token."""

    atoms: frozenset[int]
    starts: tuple[_Node, ...]  # of patterns that may begin with it
    entries: tuple[_Node, ...]  # of class entries of several words that may begin with it
    barrier: bool
    sign: bool  # a comma, a bracket, a dash


def tokens(text: str, start: int, end: int) -> list[str]:
    """The words and signs of a stretch."""
    return _TOKENS.findall(text, start, end)


def places(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The offsets of what ``tokens`` gives for the same arguments."""
    return [match.span() for match in _TOKENS.finditer(text, start, end)]


def plain(word: str) -> str:
    """A word without accents, invisible signs and possessive ending; case kept."""
    word = _DROPPED.sub("", word)
    if not word.isascii():
        decomposed = unicodedata.normalize("NFKD", word.replace("’", "'"))
        word = "".join(c for c in decomposed if not unicodedata.combining(c))
    return word.removesuffix("'s").replace("'", "")


class Phrases:
    """A compiled set of patterns, each with a number of the caller's as payload."""

    def __init__(
        self,
        patterns: Iterable[tuple[str, int]],
        classes: Mapping[str, Sequence[str]],
        source: str = "lexicon",
    ) -> None:
        self._source = source
        self._classes = classes
        self._atoms: dict[str, int] = {}  # an element as written to its atom
        self._exact: dict[str, list[int]] = {}
        self._prefix: dict[str, list[int]] = {}
        self._entries = _Node()  # trie of the entries with several words; its payloads are atoms
        self._root = _Node()
        for pattern, payload in patterns:
            self._add(pattern, payload)
        self._root.close()
        self._lengths = sorted({len(prefix) for prefix in self._prefix})
        self._word = lru_cache(maxsize=1 << 16)(self._look_up)

    def _fail(self, pattern: str, why: str) -> LexiconError:
        return LexiconError(f"{self._source}: the pattern “{pattern}” {why}.")

    def _add(self, pattern: str, payload: int) -> None:
        elements = pattern.split()
        if not elements or _GAP.match(elements[0]):
            raise self._fail(pattern, "is empty, or begins with a gap")
        tail = _GAP.match(elements[-1])
        extra = int(tail[1]) if tail else 0
        if tail:
            elements.pop()
        before = self._light(elements, pattern)
        nodes = [self._root]
        for element in elements:
            nodes = self._extend(nodes, element, pattern)
        end = _End(payload, extra, before)
        for node in nodes:
            if node is self._root:
                raise self._fail(pattern, "may match nothing at all")
            if end not in node.ends:
                node.ends += (end,)

    def _light(self, elements: list[str], pattern: str) -> tuple[tuple[int, int], ...]:
        """Takes the light words off the head of a pattern; they are looked for backwards, from the rest."""
        before: list[tuple[int, int]] = []
        while len(elements) > 1 and _LIGHT.issuperset(elements[0].split("|")):
            atom = self._atom(elements.pop(0), pattern)
            gap = _GAP.match(elements[0])
            if gap:
                elements.pop(0)
            before.insert(0, (atom, int(gap[1]) if gap else 0))
        return tuple(before)

    def _extend(self, nodes: list[_Node], element: str, pattern: str) -> list[_Node]:
        gap = _GAP.match(element)
        if gap:
            return [node.gaps.setdefault(int(gap[1]), _Node()) for node in nodes]
        atom = self._atom(element.removesuffix("?"), pattern)
        reached = [node.edges.setdefault(atom, _Node()) for node in nodes]
        return nodes + reached if element.endswith("?") else reached

    def _atom(self, element: str, pattern: str) -> int:
        """The number of an element; its words are entered in the tables when it is first seen."""
        known = self._atoms.get(element)
        if known is not None:
            return known
        atom = self._atoms[element] = len(self._atoms)
        for part in element.split("|"):
            if part.startswith("<") and part.endswith(">"):
                if part[1:-1] not in self._classes:
                    raise self._fail(pattern, f"names the unknown class {part}")
                for entry in self._classes[part[1:-1]]:
                    self._enter(entry, atom, pattern)
            else:
                self._enter(part.replace("_", " "), atom, pattern)
        return atom

    def _enter(self, entry: str, atom: int, pattern: str) -> None:
        words = entry.split()
        for word in words or [entry]:
            if not _ELEMENT.match(word):
                raise self._fail(pattern, f"has the malformed word “{word}”")
        if len(words) == 1:
            table = self._prefix if entry.endswith("*") else self._exact
            table.setdefault(entry.removesuffix("*"), []).append(atom)
            return
        node = self._entries
        for word in words:
            node = node.edges.setdefault(self._atom(word, pattern), _Node())
        node.ends += (_End(atom, 0, ()),)

    def _look_up(self, printed: str) -> _Word:
        if printed in _FULL_STOPS or printed.isspace():
            return _Word(frozenset(), (), (), True, True)
        word = plain(printed)
        atoms: set[int] = set()
        for form in {word, word.lower()}:
            atoms.update(self._exact.get(form, ()))
            for length in self._lengths:
                atoms.update(self._prefix.get(form[:length], ()))
        starts, entries = (
            tuple(node.edges[atom] for atom in sorted(node.keys & atoms))
            for node in (self._root, self._entries)
        )
        return _Word(frozenset(atoms), starts, entries, False, not printed[0].isalnum())

    def is_barrier(self, printed: str) -> bool:
        """Whether no phrase goes past the token: the end of a sentence or of a paragraph."""
        return self._word(printed).barrier

    def scan(self, words: Sequence[str]) -> list[Match]:
        """Every pattern found in the tokens, by payload and place; duplicates taken out."""
        return _Scan(list(map(self._word, words)), self._root).found()


class _Scan:
    """The state of one scan: what stands at each place."""

    __slots__ = ("_atoms", "_found", "_longer", "_root", "_words")

    def __init__(self, words: list[_Word], root: _Node) -> None:
        self._words = words
        self._root = root
        self._atoms = [word.atoms for word in words]
        self._longer: dict[int, list[tuple[int, int]]] = {}  # entries of several words: atom, end
        self._found: dict[Match, None] = {}
        for place, word in enumerate(words):
            if word.entries:
                longer = [hit for node in word.entries for hit in self._entries_from(node, place + 1)]
                if longer:
                    self._longer[place] = longer

    def _entries_from(self, node: _Node, place: int) -> list[tuple[int, int]]:
        found = [(end.payload, place) for end in node.ends]
        if place < len(self._atoms):
            for atom in node.keys & self._atoms[place]:
                found += self._entries_from(node.edges[atom], place + 1)
        return found

    def found(self) -> list[Match]:
        """All matches, sorted."""
        begin = 0
        for place, word in enumerate(self._words):
            if word.barrier:
                self._sentence(begin, place)
                begin = place + 1
        self._sentence(begin, len(self._words))
        return sorted(self._found)

    def _sentence(self, begin: int, limit: int) -> None:
        """Looks for patterns that begin and end between two barriers."""
        words, longer, roots = self._words, self._longer, self._root.edges
        places = [place for place in range(begin, limit) if words[place].starts or place in longer]
        if not places:
            return
        present = set().union(*self._atoms[begin:limit])
        if longer:
            present.update(atom for place in places for atom, _ in longer.get(place, ()))
        for first in places:
            after = first + 1
            for node in words[first].starts:
                if node.ends:
                    self._end(node.ends, first, after, begin, limit)
                if not node.followers.isdisjoint(present):
                    self._walk(node, after, first, begin, limit, present)
            if first in longer:
                for atom, end in longer[first]:
                    if atom in roots:
                        self._end(roots[atom].ends, first, end, begin, limit)
                        self._walk(roots[atom], end, first, begin, limit, present)

    def _walk(self, node: _Node, place: int, first: int, begin: int, limit: int, present: set[int]) -> None:
        """Follows every path from a node; ``present`` are the atoms of the sentence."""
        if place >= limit or node.followers.isdisjoint(present):
            return
        atoms, longer = self._atoms, self._longer
        reached: list[tuple[_Node, int]] = []
        if node.edges and not node.keys.isdisjoint(atoms[place]):
            reached += [(node.edges[atom], place + 1) for atom in node.keys & atoms[place]]
        if longer and place in longer:
            reached += [(node.edges[atom], end) for atom, end in longer[place] if atom in node.edges]
        for width, target in node.gaps.items():
            edges, keys = target.edges, target.keys
            if keys.isdisjoint(present):
                continue
            for at in range(place, min(limit, place + width + 1)):
                if not keys.isdisjoint(atoms[at]):
                    reached += [(edges[atom], at + 1) for atom in keys & atoms[at]]
                if longer and at in longer:
                    reached += [(edges[atom], end) for atom, end in longer[at] if atom in edges]
        for follower, end in reached:
            if follower.ends:
                self._end(follower.ends, first, end, begin, limit)
            if follower.followers:
                self._walk(follower, end, first, begin, limit, present)

    def _end(self, ends: tuple[_End, ...], first: int, place: int, begin: int, limit: int) -> None:
        for payload, extra, before in ends:
            start = first
            for atom, gap in before:
                near = range(start - 1, max(begin, start - 1 - gap) - 1, -1)
                start = next((at for at in near if atom in self._atoms[at]), -1)
                if start < 0:
                    break
            if start >= 0:
                self._found[Match(payload, start, self._taken(place, min(place + extra, limit)))] = None

    def _taken(self, place: int, last: int) -> int:
        """How far the words go that a pattern takes along: up to ``last``, not past a comma or bracket."""
        while place < last and not self._words[place].sign:
            place += 1
        return place
