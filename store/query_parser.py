"""Reads what was typed into the search box as a tree."""

from __future__ import annotations

from store.query import MOST_LEAVES, MOST_NEAR, All, Any, Near, Node, Not, Query, Words
from store.query_tokens import Token, tokens

_DEEPEST = 20


def parse(text: str) -> Query:
    """Read ``text``; any text at all."""
    ignored: list[Token] = []
    kept = []
    for token in tokens(text):
        if token.kind == "junk":
            ignored.append(token)
        else:
            kept.append(token)
    leaves = [place for place, token in enumerate(kept) if token.kind == "leaf"]
    if len(leaves) > MOST_LEAVES:
        ignored.append(Token("junk", f"everything after {MOST_LEAVES} words", len(text)))
        del kept[leaves[MOST_LEAVES] :]
    parser = _Parser(kept, ignored)
    root = parser.parse()
    in_order = sorted(ignored, key=lambda token: token.at)
    return Query(root, tuple(token.text for token in in_order), tuple(parser.too_far))


class _Parser:
    """Recursive descent over the tokens. Whatever stands alone or is not closed is passed over."""

    def __init__(self, tokens: list[Token], ignored: list[Token]) -> None:
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
                first = Near(first, following, min(joint.distance, MOST_NEAR))
                if joint.distance > MOST_NEAR:
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

    def _group(self, token: Token, depth: int) -> Node | None:
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
