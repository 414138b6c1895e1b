"""What a person types into the search box, read as a tree. Never raises, whatever is typed.

Words must all be there; ``OR`` joins its two neighbours; ``-word`` or ``NOT word`` must not be there;
``"words in order"``; ``word*`` is the beginning of a word, and so is the last word while it is being
typed; ``(`` and ``)`` group. Fields: see ``FIELDS``. What makes no sense is left out and named in
``Query.ignored``.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from store.folding import fold_schwa_as_a, has_schwa, words

FACETS = ("person", "country", "outlet")
INDEXED = ("post", "place", "occasion", "topic", "note", "role")
"""Fields that the search index answers."""

FIELDS = (*FACETS, *INDEXED, "tag", "date", "year", "after", "before", "is")
ROLES = ("host", "guest", "attendee", "honoured", "mentioned")
NEAR = 10
"""How many words may lie between two that are to be near each other, where it is not said."""

_MOST_NEAR = 999
STATES = ("unread", "read", "starred", "annotated")
SHORTEST_BEGINNING = 2
"""From how many letters on the last word of a query counts as the beginning of a word."""

MOST_LEAVES = 64
"""A pasted page is cut here: no person means hundreds of words at once."""
_DEEPEST = 20
_LONGEST_VALUE = 1000
"""No name or tag has so many letters; SQLite refuses a pattern of too many."""


@dataclass(frozen=True, slots=True)
class Words:
    """Folded words in order, side by side; the last one may be a beginning."""

    forms: tuple[tuple[str, ...], ...]
    """One sequence of words, or two where the person typed an ə, which is written e or a elsewhere."""
    beginning: bool = False
    completed: tuple[tuple[str, ...], ...] = ()
    """The forms with each word of the index that begins so; empty where that is not known or too many do."""
    frequent: bool = False  # a beginning of one word, short, that is in very many articles

    def __str__(self) -> str:
        star = "*" if self.beginning else ""
        said = ["_".join(form) + star for form in self.forms]
        return "/".join(f'"{form.replace("_", " ")}"' if "_" in form else form for form in said)


@dataclass(frozen=True, slots=True)
class Near:
    """Two stretches of words with at most so many words between them, in either order."""

    first: Words
    second: Words
    distance: int

    def __str__(self) -> str:
        return f"{self.first} NEAR/{self.distance} {self.second}"


@dataclass(frozen=True, slots=True)
class Field:
    """Something known about the article: person, country, outlet, post, tag, state (``is``) ..."""

    name: str
    value: str  # as typed
    also: tuple[str, ...] = ()  # folded names that people so called go by besides
    completed: tuple[tuple[str, ...], ...] = ()
    """For each word of the value, the words of the index that begin so; none where too many do."""
    values: tuple[tuple[int, int], ...] | None = None
    """Of a facet: the values that are meant, each with in how many articles it is; None where not told."""

    def __str__(self) -> str:
        return f"{self.name} {self.value}"


@dataclass(frozen=True, slots=True)
class Dates:
    """The date of the article lies in ``[first, last)``, ISO dates; ``None`` is open."""

    first: str | None
    last: str | None
    said: str

    def __str__(self) -> str:
        return self.said


@dataclass(frozen=True, slots=True)
class Not:
    """The part must not hold."""

    part: Node

    def __str__(self) -> str:
        return f"NOT {_grouped(self.part)}"


@dataclass(frozen=True, slots=True)
class All:
    """Every part must hold."""

    parts: tuple[Node, ...]

    def __str__(self) -> str:
        return " AND ".join(_grouped(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part must hold."""

    parts: tuple[Node, ...]

    def __str__(self) -> str:
        return " OR ".join(_grouped(part) for part in self.parts)


Node = Words | Near | Field | Dates | Not | All | Any


def _grouped(node: Node) -> str:
    return f"({node})" if isinstance(node, All | Any) else str(node)


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was understood."""

    root: Node | None  # None: nothing in it can be searched for
    ignored: tuple[str, ...] = ()  # what was left out, as typed
    too_far: tuple[str, ...] = ()  # distances that were asked for and are more than the most

    def explain(self) -> str:
        """One line: how it was read and what was not understood; empty for an empty query."""
        parts = [f"read as: {self.root}"] if self.root is not None else []
        if self.too_far:
            parts.append(f"{' '.join(self.too_far)} is too far: at most NEAR/{_MOST_NEAR}")
        if self.ignored:
            parts.append("not understood: " + " ".join(self.ignored))
        return "; ".join(parts)

    def wanted(self) -> list[Node]:
        """The leaves whose words are to be shown in the text: all but what must not be there."""
        return list(_wanted(self.root))


def _wanted(node: Node | None) -> Iterator[Node]:
    match node:
        case All(parts) | Any(parts):
            for part in parts:
                yield from _wanted(part)
        case Words() | Near() | Field() | Dates():
            yield node
        case _:
            return


TOKEN = re.compile(
    r"""
      (?P<open>\() | (?P<close>\))
    | (?P<minus>[-\u2212\u2013](?=[^\s)]))
    | (?:(?P<field>[A-Za-z]+):)? (?:
          ["\u201c\u201d\u201e\u00ab\u00bb] (?P<phrase>[^"\u201c\u201d\u201e\u00ab\u00bb]*)
              (?P<closing>["\u201c\u201d\u201e\u00ab\u00bb]|\Z) (?P<star>\*)?
        | (?P<word>[^\s()"\u201c\u201d\u201e\u00ab\u00bb]+)
        | (?<=:) )
    """,
    re.VERBOSE,
)
"""A bracket, a minus, or a word or phrase with its field before it."""


def with_tag(text: str, tag: str, other: str | None) -> str:
    """``text`` with every ``tag:`` of that name naming another, or left out where there is no other."""
    key = " ".join(tag.split()).casefold()
    said = _GONE if other is None else f"tag:{_quoted(other)}"

    def put(match: re.Match[str]) -> str:
        value = match["phrase"] if match["phrase"] is not None else match["word"]
        named = (match["field"] or "").lower() == "tag" and value is not None
        return said if named and " ".join(value.split()).casefold() == key else match[0]

    changed = TOKEN.sub(put, text)
    if changed == text or other is not None:
        return changed
    changed = re.sub(rf"(?:\b(?:NOT|OR|AND)\s+|[-\u2212\u2013])+{_GONE}", "", changed)
    return " ".join(re.sub(rf"{_GONE}(?:\s+(?:OR|AND)\b)?", "", changed).split())


_GONE = "\ufffe"
"""Stands for what is to be left out of a query; no text has it."""


def _quoted(value: str) -> str:
    plain = re.sub(r"[\"\u201c\u201d\u201e\u00ab\u00bb]", "", value)
    return plain if re.fullmatch(r"[^\s()*]+", plain) else f'"{plain}"'


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # "(" ")" "-" "or" "and" "not" "near" "leaf" "junk"
    text: str
    at: int
    node: Node | None = None
    distance: int = 0


_NEAR = re.compile(r"NEAR(?:/([0-9]+))?")


def _distance(said: str | None) -> int:
    """How many words apart; a number of many digits is no number to count with."""
    digits = (said or str(NEAR)).lstrip("0")
    return int(digits or 0) if len(digits) <= len(str(_MOST_NEAR)) else _MOST_NEAR + 1


def parse(text: str) -> Query:
    """Read ``text``; any text at all."""
    ignored: list[_Token] = []
    tokens = []
    for token in _tokens(text):
        if token.kind == "junk":
            ignored.append(token)
        else:
            tokens.append(token)
    leaves = [place for place, token in enumerate(tokens) if token.kind == "leaf"]
    if len(leaves) > MOST_LEAVES:
        ignored.append(_Token("junk", f"everything after {MOST_LEAVES} words", len(text)))
        del tokens[leaves[MOST_LEAVES] :]
    parser = _Parser(tokens, ignored)
    root = parser.parse()
    in_order = sorted(ignored, key=lambda token: token.at)
    return Query(root, tuple(token.text for token in in_order), tuple(parser.too_far))


def _tokens(text: str) -> Iterator[_Token]:
    for match in TOKEN.finditer(text):
        whole, at = match[0], match.start()
        if match["open"] or match["close"]:
            yield _Token(whole, whole, at)
        elif match["minus"]:
            yield _Token("-", whole, at)
        elif whole in ("OR", "AND", "NOT", "|", "||", "&", "&&"):
            kind = {"|": "or", "||": "or", "&": "and", "&&": "and"}.get(whole, whole.lower())
            yield _Token(kind, whole, at)
        elif near := _NEAR.fullmatch(whole):
            yield _Token("near", whole, at, distance=_distance(near[1]))
        elif whole:
            yield _leaf(match, last=match.end() == len(text))


def _leaf(match: re.Match[str], last: bool) -> _Token:
    whole, at, name = match[0], match.start(), match["field"]
    quoted = match["phrase"] is not None
    said = match["phrase"] if quoted else match["word"] or ""
    if name is not None and name.lower() in FIELDS:
        node = _field(name.lower(), said.strip())
        return _Token("leaf", whole, at, node) if node else _Token("junk", whole, at)
    if name is not None:
        said = f"{name} {said}"
    star = match["star"] is not None or said.rstrip().endswith("*")
    open_ended = last and not match["closing"]
    typing = open_ended and len(said) >= SHORTEST_BEGINNING and said[-1:].isalnum()
    found = words(said)
    if not found:
        return _Token("junk", whole, at)
    forms = [tuple(found)]
    if has_schwa(said):
        forms.append(tuple(words(fold_schwa_as_a(said))))
    return _Token("leaf", whole, at, Words(tuple(forms), star or typing))


def _field(name: str, value: str) -> Node | None:
    if name in ("date", "year", "after", "before"):
        return _dates(name, value)
    if name == "role":
        return Field(name, value.lower()) if value.lower() in ROLES else None
    if name == "is":
        return Field(name, value.lower()) if value.lower() in STATES else None
    found = words(value) if len(value) <= _LONGEST_VALUE else []
    return Field(name, value) if 0 < len(found) <= MOST_LEAVES else None


_AFTER_ALL_DAYS = "9999-12-32"

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def _dates(name: str, value: str) -> Dates | None:
    found = _DATE.fullmatch(value)
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = datetime.date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    last = _end(first, month, day)
    if name == "after":
        return Dates(last, None, f"after {value}")
    if name == "before":
        return Dates(None, first.isoformat(), f"before {value}")
    return Dates(first.isoformat(), last, f"date {value}")


def _end(first: datetime.date, month: int | None, day: int | None) -> str:
    """The day after a day, a month or a year; after the last of the calendar what sorts after any day."""
    try:
        if day:
            return (first + datetime.timedelta(days=1)).isoformat()
        if month:
            return datetime.date(first.year + month // 12, month % 12 + 1, 1).isoformat()
        return datetime.date(first.year + 1, 1, 1).isoformat()
    except (ValueError, OverflowError):
        return _AFTER_ALL_DAYS


class _Parser:
    """Recursive descent over the tokens. Whatever stands alone or is not closed is passed over."""

    def __init__(self, tokens: list[_Token], ignored: list[_Token]) -> None:
        self._tokens, self._ignored = tokens, ignored
        self._at = 0
        self.too_far: list[str] = []

    def parse(self) -> Node | None:
        parts = []
        while self._at < len(self._tokens):
            part = self._all(0)
            if part is not None:
                parts.append(part)
            if self._kind() == ")":
                self._ignored.append(self._tokens[self._at])
                self._at += 1
        return _joined(All, parts)

    def _kind(self) -> str:
        return self._tokens[self._at].kind if self._at < len(self._tokens) else ""

    def _all(self, depth: int) -> Node | None:
        """Parts up to the closing bracket or the end."""
        parts = []
        while self._kind() not in ("", ")"):
            part = self._any(depth)
            if part is not None:
                parts.append(part)
        return _joined(All, parts)

    def _any(self, depth: int) -> Node | None:
        """Parts joined by OR."""
        first = self._near(depth)
        parts = [first] if first is not None else []
        while self._kind() == "or":
            if not parts or self._at + 1 == len(self._tokens):
                self._ignored.append(self._tokens[self._at])
            self._at += 1
            if self._kind() not in ("", ")"):
                part = self._near(depth)
                if part is not None:
                    parts.append(part)
        return _joined(Any, parts)

    def _near(self, depth: int) -> Node | None:
        """Two stretches of words joined by NEAR; between anything else it is passed over."""
        first = self._one(depth)
        while self._kind() == "near":
            joint = self._tokens[self._at]
            following = self._tokens[self._at + 1].node if self._at + 1 < len(self._tokens) else None
            self._at += 1
            if isinstance(first, Words) and isinstance(following, Words):
                self._at += 1
                first = Near(first, following, min(joint.distance, _MOST_NEAR))
                if joint.distance > _MOST_NEAR:
                    self.too_far.append(joint.text)
            else:
                self._ignored.append(joint)
                if first is None or following is None:
                    continue
                return first
        return first

    def _one(self, depth: int) -> Node | None:
        negated = None
        while self._kind() in ("-", "not"):
            negated = not negated
            self._at += 1
        if negated is not None:
            negation = self._tokens[self._at - 1]
            part = self._one(depth) if self._kind() not in ("", ")", "or", "and", "near") else None
            if part is None:
                self._ignored.append(negation)
            return Not(part) if part is not None and negated else part
        token = self._tokens[self._at]
        if token.kind == "(":
            return self._group(token, depth)
        if token.kind in ("or", "near"):
            return None  # ``_any`` or ``_near`` takes it
        self._at += 1
        return token.node  # a leaf; "and" says what is so anyway

    def _group(self, token: _Token, depth: int) -> Node | None:
        self._at += 1
        if depth >= _DEEPEST:
            self._ignored.append(token)
            return None
        part = self._all(depth + 1)
        if part is None or self._kind() != ")":
            self._ignored.append(token)
        if self._kind() == ")":
            self._at += 1
        return part


def _joined(kind: type[All] | type[Any], parts: list[Node]) -> Node | None:
    if len(parts) <= 1:
        return parts[0] if parts else None
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, kind) else (part,))
    return kind(tuple(flat))
