"""Phrase patterns over words: one scan finds every pattern of a lexicon that a stretch of text contains.

A pattern is a line of elements separated by blanks:

``word``     that word, letter case and accents apart; with a capital letter in it, only so spelled
``word*``    any word that begins so
``a|b*``     either, an underscore for a blank (``air_base|port``); ``<class>`` any entry of a named class
``word?``    the element may be missing
``..3``      up to three words (or commas, brackets, dashes) of any kind, never past the end of a sentence;
             at the end of a pattern it takes words along, up to a comma

All patterns are merged into one trie, whose edges are sets of words. What may go on from a place is one
state, and where a state leads with a word is worked out once and remembered (a lazy automaton), so that
the time is linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from store.errors import LexiconError
from store.reading.remembered import Remembered

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_WORD = rf"[^\W_]+(?:(?:[{_INVISIBLE}]+|['’])[^\W_]+)*"
_SIGNS = r"|[,:()\[\]–—]|(?<=[^\W\dA-Z_][^\W\dA-Z_])[.!?]|(?<=[\d)”\"][\d)”\"])[.!?]|;|\n[ \t\r]*\n"
_TOKENS = re.compile(_WORD + _SIGNS)
_DROPPED = re.compile(rf"[{_INVISIBLE}]+")
_FULL_STOPS = frozenset(".!?;")
_GAP = re.compile(r"\.\.(\d+)\Z")
_ELEMENT = re.compile(r"[^\W_]+\*?\Z|[,:()–—]\Z")

_MOST_STATES = 1 << 14  # remembered at a time

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

    __slots__ = ("edges", "ends", "gaps", "keys", "yields")

    def __init__(self) -> None:
        self.edges: dict[int, _Node] = {}
        self.keys = self.edges.keys()
        self.gaps: dict[int, _Node] = {}
        self.ends: tuple[_End, ...] = ()
        self.yields: frozenset[int] = frozenset()  # of a class entry: the atoms that it may turn out to be

    def close(self) -> frozenset[int]:
        """Notes what every node of a trie of class entries may yield, once all are in."""
        ended = frozenset(end.payload for end in self.ends)
        self.yields = ended.union(*(node.close() for node in self.edges.values()))
        return self.yields


class _Word:
    """All that the tables know of a token; tokens of the same meaning share one."""

    __slots__ = ("atoms", "barrier", "entries", "opening", "sign")

    def __init__(
        self, atoms: frozenset[int], entries: tuple[_Node, ...], barrier: bool = False, sign: bool = False
    ) -> None:
        self.atoms = atoms
        self.entries = entries  # of class entries of several words that may begin with it
        self.barrier = barrier
        self.sign = sign  # a comma, a bracket, a dash
        self.opening: _Step = _NOTHING  # where the patterns are that begin with it


_Step = tuple[tuple[_End, ...], "_State | None"]  # what ends with a word, and what may go on after it
_NOTHING: _Step = ((), None)
# A node with how many words may stand before the next one; a node within a class entry of several words
# has the node beside it from which the entry as a whole leads on.
_Paths = dict[tuple[_Node, _Node | None], int]


class _State(dict[_Word, _Step]):
    """Where all patterns are that began at one place; where a word leads is worked out when first asked."""

    __slots__ = ("_awaited", "_make", "_other", "_paths")

    def __init__(self, paths: _Paths, make: Callable[[_Paths], _State | None]) -> None:
        super().__init__()
        self._paths = paths
        self._make = make
        self._awaited: set[int] = set().union(*(node.keys for node, _ in paths))
        self._other: _Step | None = None  # where a word leads that is not awaited

    def __missing__(self, word: _Word) -> _Step:
        if word.barrier:
            step = _NOTHING
        elif word.entries or not self._awaited.isdisjoint(word.atoms):
            step = self._step(word)
        else:
            step = self._other = self._other or self._step(word)
        self[word] = step
        return step

    def _step(self, word: _Word) -> _Step:
        reached: list[_Node] = []
        paths: _Paths = {}
        atoms = word.atoms
        for (node, goal), left in self._paths.items():
            met = [node.edges[atom] for atom in node.keys & atoms]
            if goal is not None:
                for inner in met:
                    reached += [goal.edges[end.payload] for end in inner.ends if end.payload in goal.edges]
                    if inner.edges:
                        paths[inner, goal] = 0
                continue
            reached += met
            for entry in word.entries:
                if not entry.yields.isdisjoint(node.keys):
                    paths[entry, node] = 0
            if left:
                paths[node, None] = max(left - 1, paths.get((node, None), 0))
        ends: dict[_End, None] = {}
        for node in reached:
            ends.update(dict.fromkeys(node.ends))
            if node.edges:
                paths.setdefault((node, None), 0)
            for width, target in node.gaps.items():
                paths[target, None] = max(width, paths.get((target, None), 0))
        return (tuple(ends), self._make(paths)) if ends or paths else _NOTHING


def tokens(text: str, start: int, end: int) -> list[str]:
    """The words and signs of a stretch."""
    return _TOKENS.findall(text, start, end)


def places(text: str, start: int, end: int, words: Sequence[str]) -> list[tuple[int, int]]:
    """The offsets of the first of the words that ``tokens`` gives for the same stretch."""
    found: list[tuple[int, int]] = []
    at = start
    for word in words:
        if word in _FULL_STOPS and (match := _TOKENS.search(text, at, end)) is not None:
            first, at = match.span()  # not every full stop is one of the words
        else:
            first = text.find(word, at, end)
            at = first + len(word)
        found.append((first, at))
    return found


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
        self._entries.close()
        self._lengths = sorted({len(prefix) for prefix in self._prefix})
        self._barrier = _Word(frozenset(), (), barrier=True, sign=True)
        self._states: dict[frozenset[tuple[tuple[_Node, _Node | None], int]], _State] = {}
        self._meanings: dict[tuple[frozenset[int], bool], _Word] = {}
        self._start = _State({(self._root, None): 0}, self._state)
        self._known = Remembered(self._look_up, 1 << 15)

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
            return self._barrier
        word = plain(printed)
        found: set[int] = set()
        for form in {word, word.lower()}:
            found.update(self._exact.get(form, ()))
            for length in self._lengths:
                found.update(self._prefix.get(form[:length], ()))
        atoms, sign = frozenset(found), not printed[0].isalnum()
        known = self._meanings.get((atoms, sign))
        if known is None:
            entries = tuple(self._entries.edges[atom] for atom in sorted(self._entries.keys & atoms))
            known = self._meanings[atoms, sign] = _Word(atoms, entries, sign=sign)
            known.opening = self._start[known]
        return known

    def is_barrier(self, printed: str) -> bool:
        """Whether no phrase goes past the token: the end of a sentence or of a paragraph."""
        return self._known[printed].barrier

    def _state(self, paths: _Paths) -> _State | None:
        """The one state of these paths."""
        if not paths:
            return None
        key = frozenset(paths.items())
        known = self._states.get(key)
        if known is None:
            if len(self._states) >= _MOST_STATES:
                self._forget()
            known = self._states[key] = _State(paths, self._state)
        return known

    def _forget(self) -> None:
        """Drops all that was worked out from words so far; a scan under way goes on with what it holds."""
        self._states.clear()
        self._meanings.clear()
        self._start = _State({(self._root, None): 0}, self._state)
        self._known.clear()

    def scan(self, words: Sequence[str]) -> list[Match]:
        """Every pattern found in the tokens, by payload and place; duplicates taken out."""
        known = list(map(self._known.__getitem__, words))
        known.append(self._barrier)  # no state goes on beyond it
        found: set[Match] = set()
        for first, word in enumerate(known):
            if word.opening is _NOTHING:
                continue
            ends, state = word.opening
            place = first + 1
            if ends:
                _take(found, known, ends, first, place)
            while state is not None:
                ends, state = state[known[place]]
                place += 1
                if ends:
                    _take(found, known, ends, first, place)
        return sorted(found)


def _take(found: set[Match], words: list[_Word], ends: tuple[_End, ...], first: int, place: int) -> None:
    """Adds the patterns that end before ``place``, with the words they need before and take along.

    A barrier is the last of the words.
    """
    for payload, extra, before in ends:
        start = first
        for atom, gap in before:
            start = _before(words, start, atom, gap)
            if start < 0:
                break
        if start >= 0:
            last = place
            while last < place + extra and not words[last].sign:
                last += 1
            found.add(Match(payload, start, last))


def _before(words: list[_Word], start: int, atom: int, gap: int) -> int:
    """Where the atom stands before ``start``, with up to ``gap`` words between, or -1."""
    for at in range(start - 1, max(-1, start - 2 - gap), -1):
        word = words[at]
        if atom in word.atoms:
            return at
        if word.barrier:
            break
    return -1
