"""What the window says in words of marks and highlights: reasons and citations. Pure."""

from __future__ import annotations

from gui.reader.header import long_date
from store.marks import one_line
from store.model import OpenArticle


def _escaped(text: str) -> str:
    from html import escape  # with its list of all entities only when there is a card to show

    return escape(text)


def shortened(text: str, most: int = 200) -> str:
    """A text in one line, the end of a long one left out."""
    line = one_line(text)
    return line if len(line) <= most else line[: most - 1] + "…"


def reason_line(rule: str, confidence: float) -> str:
    """Why a fact is believed: "received (encounter) · 98 % sure"."""
    if rule == "ruling":
        return "Corrected by you"
    group, _, name = rule.partition(".")
    words = f"Rule: {name.replace('_', ' ')} ({group})" if name else (f"Rule: {group}" if group else "")
    return " · ".join(part for part in (words, f"{round(confidence * 100)} % sure") if part)


def citation(opened: OpenArticle, quote: str) -> str:
    """The words with where they are from: “...” (Trend, 17 December 2025, 004)."""
    row = opened.row
    parts = (
        row.outlet,
        long_date(row.date) if row.date else None,
        f"“{row.heading}”" if row.heading else None,
        row.key,
    )
    return f"“{one_line(quote)}” ({', '.join(part for part in parts if part)})"


def hover(told: str, *lines: str) -> str:
    """Rich text for a value: what it is, and below why it is believed, what it was before."""
    below = "".join(f"<br>{_escaped(line)}" for line in lines if line)
    return f"<div style='white-space: normal'><b>{_escaped(one_line(told))}</b>{below}</div>"
