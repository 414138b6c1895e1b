"""The full-text index: folded words by ``listing.pos``, so that newest first is its own order.

Beside it, ``search_beginning`` has the first letters of the words: for two or three letters that are typed
the index would have to go through all words that begin so before it could name the newest article.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace

from store.folding import words
from store.indexed import APART, LONGEST_BEGINNING, Columns, beginnings
from store.query import INDEXED, All, Any, Field, Near, Node, Not, Words

COLUMNS = ", ".join(Columns._fields)
_MARKS = ", ".join("?" * len(Columns._fields))
_WORDS = "{body other_spelling note tag}"
FREQUENT = 20_000
"""Letters that words of so many articles begin with are looked up for each article found by the others."""

MOST_COMPLETED = 128
"""Where more words begin so, the index is asked for the beginning."""

TABLES = ("search", "search_beginning", "search_name")


def add(connection: sqlite3.Connection, rows: Iterable[tuple[int, Columns]]) -> None:
    """Index articles, each under its place in the list."""
    # In order of place: else the index writes out what it has gathered at each step back.
    ordered = sorted(rows)
    _add_words(connection, ordered)
    connection.executemany(
        "INSERT INTO search_beginning (rowid, letters) VALUES (?, ?)",
        ((pos, beginnings(columns)) for pos, columns in ordered),
    )


def _add_words(connection: sqlite3.Connection, ordered: Iterable[tuple[int, Columns]]) -> None:
    connection.executemany(
        f"INSERT INTO search (rowid, {COLUMNS}) VALUES (?, {_MARKS})",
        ((pos, *columns) for pos, columns in ordered),
    )


def remove(connection: sqlite3.Connection, rows: Iterable[tuple[int, Columns]]) -> None:
    """Take articles out; each must be what was added at that place."""
    ordered = sorted(rows)
    connection.executemany(
        f"INSERT INTO search (search, rowid, {COLUMNS}) VALUES ('delete', ?, {_MARKS})",
        ((pos, *columns) for pos, columns in ordered),
    )
    connection.executemany(
        "INSERT INTO search_beginning (search_beginning, rowid, letters) VALUES ('delete', ?, ?)",
        ((pos, beginnings(columns)) for pos, columns in ordered),
    )


def empty(connection: sqlite3.Connection) -> None:
    """Take all articles out."""
    for table in ("search", "search_beginning"):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")


def add_names(connection: sqlite3.Connection, names: Iterable[tuple[int, str]]) -> None:
    """Index the folded names of people, by their numbers."""
    connection.executemany("INSERT INTO search_name (rowid, words) VALUES (?, ?)", names)


def forget_names(connection: sqlite3.Connection) -> None:
    """Take all names out."""
    connection.execute("INSERT INTO search_name (search_name) VALUES ('delete-all')")


def named(connection: sqlite3.Connection, said: Iterable[str], limit: int) -> list[int]:
    """The numbers of names that have, for each of these folded words, a word that begins so."""
    found = connection.execute(
        "SELECT rowid FROM search_name WHERE search_name MATCH ? LIMIT ?",
        (" AND ".join(map(_beginning, said)), limit),
    )
    return [row[0] for row in found]


def has_names(connection: sqlite3.Connection, word: str, number: int) -> bool:
    """Whether so many names have that word."""
    found = connection.execute("SELECT count(*) FROM search_name WHERE search_name MATCH ?", (f'"{word}"',))
    return bool(found.fetchone()[0] == number)


def sizes(rows: Iterable[tuple[int, Columns]]) -> dict[int, bytes]:
    """What the index keeps of how many words each article has, by place: made anew, to compare with."""
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.execute(f"CREATE VIRTUAL TABLE search USING fts5 ({COLUMNS}, content='', tokenize='ascii')")
        _add_words(memory, rows)
        return dict(memory.execute("SELECT id, sz FROM search_docsize"))


def merge_some(connection: sqlite3.Connection, table: str, first: bool) -> bool:
    """One step of putting one of ``TABLES`` in order after a large import; whether there is more to do.

    Without it a single article added later would have to wait for all of it.
    """
    before = connection.total_changes
    pages = -2000 if first else 2000  # a negative number begins a new round
    connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('merge', ?)", (pages,))
    return connection.total_changes - before >= 2


def is_textual(node: Node) -> bool:
    """Whether the index alone can answer: words only, and at least one that must be there."""
    match node:
        case Words() | Near():
            return True
        case Field(name):
            return name in INDEXED
        case All(parts):
            kept = [part for part in parts if not isinstance(part, Not)]
            negated = [part.part for part in parts if isinstance(part, Not)]
            return bool(kept) and all(map(is_textual, (*kept, *negated)))
        case Any(parts):
            return all(map(is_textual, parts))
        case _:
            return False


def expression(node: Node) -> str:
    """``node`` in the language of the index. Words are folded, so nothing in them needs escaping."""
    match node:
        case Words():
            return f"{_WORDS} : {_said(node)}"
        case Near(first, second, distance):
            return f"{_WORDS} : {_near(first, second, distance)}"
        case Field("role", said):
            return f"role : {_role(said)}"
        case Field(name, said) if name in INDEXED:
            begun = node.completed or ((),) * len(words(said))
            return f"{name} : ({' AND '.join(map(_any_of, words(said), begun))})"
        case All(parts):
            kept = " AND ".join(expression(part) for part in parts if not isinstance(part, Not))
            negated = [expression(part.part) for part in parts if isinstance(part, Not)]
            return f"(({kept}) NOT ({' OR '.join(negated)}))" if negated else f"({kept})"
        case Any(parts):
            return "(" + " OR ".join(map(expression, parts)) + ")"
        case _:
            raise ValueError(f"{node} is not a matter of the index")


def short_beginning(node: Node) -> str | None:
    """What to ask ``search_beginning`` for, where ``node`` is the beginning of a word and short enough."""
    if not isinstance(node, Words) or not node.beginning:
        return None
    letters = [form[0] for form in node.forms if len(form) == 1]
    short = [said for said in letters if LONGEST_BEGINNING - 1 <= len(said) <= LONGEST_BEGINNING]
    if len(short) < len(node.forms):
        return None
    return "(" + " OR ".join(f'"{said}"' for said in short) + ")"


def is_common(connection: sqlite3.Connection, node: Words | Field, most: int) -> bool:
    """Whether one of its words is in so many articles."""
    if isinstance(node, Words) and short_beginning(node) is not None:
        return completed(connection, node).frequent
    return any(_is_in(connection, asked, most) for asked in dict.fromkeys(_each_word(node)))


def _is_in(connection: sqlite3.Connection, asked: str, number: int) -> bool:
    found = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)", (asked, number)
    )
    return bool(found.fetchone()[0] >= number)


def _each_word(node: Words | Field) -> Iterator[str]:
    if isinstance(node, Field):
        said = words(node.value)
        yield from map(_any_of, said, node.completed or ((),) * len(said))
        return
    for form in node.forms:
        yield from (f'"{word}"' for word in form[:-1])
        begun = tuple(dict.fromkeys(other[-1] for other in node.completed if other[:-1] == form[:-1]))
        yield _any_of(form[-1], begun) if node.beginning else f'"{form[-1]}"'


def completed(connection: sqlite3.Connection, node: Words) -> Words:
    """``node`` with the words it may be the beginning of, where they are few; whether it is in many articles.

    Asked for a beginning, the index puts together all places of all words that begin so before it names the
    newest article; asked for one word or another, it stops when it has enough.
    """
    letters = short_beginning(node)
    if letters is not None:
        found = connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM search_beginning WHERE search_beginning MATCH ? LIMIT ?)",
            (letters, FREQUENT),
        )
        return replace(node, frequent=found.fetchone()[0] >= FREQUENT)
    if not node.beginning or any(len(form[-1]) <= LONGEST_BEGINNING for form in node.forms):
        return node
    forms: list[tuple[str, ...]] = []
    for form in node.forms:
        forms += [(*form[:-1], word) for word in _beginning_with(connection, form[-1])]
    return replace(node, completed=tuple(forms)) if len(forms) <= MOST_COMPLETED else node


def completed_field(connection: sqlite3.Connection, node: Field) -> Field:
    """``node`` with the words that those of its value may be the beginnings of, as ``completed``."""
    if node.name not in INDEXED or node.name == "role":
        return node
    found = (_beginning_with(connection, word) for word in words(node.value))
    return replace(node, completed=tuple(tuple(one) if len(one) <= MOST_COMPLETED else () for one in found))


def _any_of(word: str, begun: tuple[str, ...]) -> str:
    return "(" + " OR ".join(f'"{one}"' for one in begun) + ")" if begun else _beginning(word)


def _beginning_with(connection: sqlite3.Connection, letters: str) -> list[str]:
    """The words of the index that begin so, until they are too many."""
    found: list[str] = []
    first = letters
    while len(found) <= MOST_COMPLETED:
        # One at a time: the table has a row for each time that a word is used.
        row = connection.execute(
            "SELECT term FROM search_words WHERE term >= ? AND term < ? LIMIT 1", (first, letters + "{")
        ).fetchone()
        if row is None:
            break
        found.append(row[0])
        first = row[0] + "0"  # the least that can come after it
    return found


def _said(node: Words) -> str:
    if node.completed:
        return "(" + " OR ".join(f'"{" ".join(form)}"' for form in node.completed) + ")"
    star = " *" if node.beginning else ""
    said = [f'"{" ".join(form)}"{star}' for form in node.forms]
    return said[0] if len(said) == 1 else "(" + " OR ".join(said) + ")"


def _near(first: Words, second: Words, distance: int) -> str:
    ends = " *" * first.beginning, " *" * second.beginning
    pairs = [
        f'NEAR("{" ".join(one)}"{ends[0]} "{" ".join(other)}"{ends[1]}, {distance})'
        for one in first.forms
        for other in second.forms
    ]
    return pairs[0] if len(pairs) == 1 else "(" + " OR ".join(pairs) + ")"


def _beginning(word: str) -> str:
    return f'"{word}" *'


def _role(said: str) -> str:
    """``host``, or ``host hasanov``: the role of that person."""
    role, *person = words(said)
    if not person:
        return f'"{role}"'
    return f'NEAR("{role}" {" ".join(map(_beginning, person))}, {APART - 1})'
