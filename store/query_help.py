"""The query language told by examples: shown in the window and in the terminal."""

from __future__ import annotations

EXAMPLES: tuple[tuple[str, str], ...] = (
    ("kadioglu ergun", "both words, in any order; accents and capitals make no difference"),
    ('"military dialogue"', "the phrase"),
    ("azerb*", "words that begin so"),
    ("baku -tbilisi", "the first word and not the second"),
    ("baku OR ankara", "either"),
    ("(baku OR ankara) exercise", "brackets group"),
    ("hasanov NEAR ergun", "near each other: at most ten words between"),
    ("general NEAR/3 staff", "at most three words between"),
    ("person:kadioglu", "an official of that name"),
    ("post:minister", "an official in that post"),
    ("role:host", "somebody is host; also guest, attendee, honoured, mentioned"),
    ("person:hasanov role:host", "that person is host"),
    ("country:TR", "a side or an official of that country; its name will do too"),
    ("place:baku", "a meeting in that place or venue"),
    ("occasion:dialogue", "a meeting on that occasion"),
    ("topic:security", "a meeting about that topic"),
    ("outlet:trend", "reported by that outlet"),
    ('tag:"to check"', "a tag of yours"),
    ("note:unclear", "a note of yours; plain words look into notes and tags too"),
    ("date:2024-12", "of that year, month or day"),
    ("after:2023 before:2025-06-30", "between two days"),
    ("is:unread", "also is:read, is:starred, is:annotated"),
)


def as_text(indent: str = "  ") -> str:
    """A line for each example."""
    width = max(len(example) for example, _ in EXAMPLES)
    return "\n".join(f"{indent}{example:<{width}}  {meaning}" for example, meaning in EXAMPLES)
