"""What the window says in words of marks and highlights: hover cards and citations. Pure."""

from __future__ import annotations

from gui.reader.header import long_date
from store.marks import fact_evidence, one_line
from store.model import Annotation, Mark, OpenArticle

_MOST = 5


def _escaped(text: str) -> str:
    from html import escape  # with its list of all entities only when there is a card to show

    return escape(text)


def card(opened: OpenArticle, marks: list[Mark], annotations: list[Annotation]) -> str:
    """Rich text for words with marks and highlights on them; "" where there are none."""
    parts = []
    for mark in list({(m.label): m for m in marks}.values())[:_MOST]:
        why = fact_evidence(opened.reading, mark.fact)
        reason = reason_line(why.rule, why.confidence) if why else ""
        parts.append(f"<b>{_escaped(mark.label)}</b>" + (f"<br>{_escaped(reason)}" if reason else ""))
    for annotation in annotations[:_MOST]:
        note, told = annotation.note.strip(), shortened(annotation.note)
        tags = f"<br>{_escaped('  '.join('#' + tag for tag in annotation.tags))}" if annotation.tags else ""
        kind = "note" if note else "highlight"
        parts.append(f"<b>Your {kind}</b>" + (f"<br>{_escaped(told)}" if told else "") + tags)
    if not parts:
        return ""
    return "<div style='white-space: normal'>" + "<hr>".join(parts) + "</div>"


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
