"""One page of HTML that needs nothing else: articles with their marks and notes, and what was read from each.

Nothing runs in it and nothing is fetched: no script, no picture, no font; its policy forbids them besides.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise

import resources
from store.derive import country_name
from store.exchange.material import Material, Told
from store.export import facts
from store.marks import marks, one_line, topic_name
from store.model import Annotation, FactState, Mark, MarkKind, OpenArticle, Span

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_WHOLE = (MarkKind.MEETING, MarkKind.STATEMENT)
"""Marks of whole sentences: their words are in the facts, and would underline half of the text."""

_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_STATES = {FactState.CONFIRMED: "confirmed", FactState.CORRECTED: "corrected"}


def write(material: Material, told: Told) -> Iterator[str]:
    """The page."""
    title = _told(material.title or "Communiqué")
    style = resources.resource("exchange", "report.css").read_text("utf-8")
    yield (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<h1>{title}</h1>\n<main>\n"
    )
    for opened in material.articles:
        told.rows += 1
        yield from _article(opened, f"a{told.rows}")
    yield "</main>\n<footer>Made by Communiqué.</footer>\n</body>\n</html>\n"


def _article(opened: OpenArticle, name: str) -> Iterator[str]:
    row = opened.row
    yield f'<article id="{name}">\n<h2 dir="auto">{_told(row.heading) or _told(row.key)}</h2>\n'
    yield f'<p class="source">{", ".join(_told(one) for one in (row.outlet, row.date, row.key) if one)}'
    yield f"{_tags(opened.tags)}</p>\n"
    yield from _text(opened, name)
    if opened.annotations:
        yield "<section>\n<h3>Notes</h3>\n"
        for number, made in enumerate(opened.annotations, 1):
            yield from _note(made, f"{name}n{number}", number)
        yield "</section>\n"
    yield from _facts(opened, name)
    yield "</article>\n"


# -- the text


def _text(opened: OpenArticle, name: str) -> Iterator[str]:
    """The words of the article, in stretches over which the same marks and highlights lie."""
    text = opened.article.text
    drawn = [mark for mark in marks(opened.article, opened.reading) if mark.kind not in _WHOLE]
    own = [(number, made) for number, made in enumerate(opened.annotations, 1) if _has_words(made, text)]
    proofs = {line.span.start for line in facts.lines(opened) if line.span is not None}
    spans = [mark.span for mark in drawn] + [made.anchor.span for _, made in own]
    cuts = sorted({0, len(text), *proofs, *(edge for span in spans for edge in span)})
    yield '<div class="text" dir="auto">'
    waiting, lying = deque(drawn), list[Mark]()
    for start, end in pairwise(cuts):
        here = Span(start, end)
        over = [(number, made) for number, made in own if _covers(made.anchor.span, here)]
        inside = _words(text[start:end])
        lying = [mark for mark in lying if mark.span.end > start]
        while waiting and waiting[0].span.start <= start:
            lying.append(waiting.popleft())
        labels = _labels(lying)
        named = f' id="{name}w{start}"' if start in proofs else ""
        if labels or named:
            inside = f"<span{named}{labels}>{inside}</span>"
        for _, made in over:
            inside = f'<mark class="{escape(made.colour)} {made.style.value}">{inside}</mark>'
        ending = "".join(
            f'<sup><a href="#{name}n{number}">{number}</a></sup>'
            for number, made in over
            if made.anchor.span.end == end
        )
        yield inside + ending
    yield "</div>\n"


def _labels(over: Iterable[Mark]) -> str:
    labels = "; ".join(dict.fromkeys(mark.label for mark in over))
    return f' title="{_told(labels)}"' if labels else ""


def _has_words(made: Annotation, text: str) -> bool:
    span = made.anchor.span
    return not made.orphan and not made.whole and 0 <= span.start < span.end <= len(text)


def _covers(span: Span, here: Span) -> bool:
    return span.start <= here.start and here.end <= span.end


# -- notes and facts


def _note(made: Annotation, name: str, number: int) -> Iterator[str]:
    quote = "On the whole article" if made.whole else f"<q>{_told(made.anchor.exact)}</q>"
    lost = ' <span class="state">no longer in the article</span>' if made.orphan else ""
    yield f'<div class="note {escape(made.colour)}" id="{name}" dir="auto"><p>{number}. {quote}{lost}'
    yield f"{_tags(made.tags)}</p>"
    if made.note:
        yield f"<p>{_words(made.note.strip())}</p>"
    yield "</div>\n"


def _facts(opened: OpenArticle, name: str) -> Iterator[str]:
    found = list(facts.lines(opened))
    if not found:
        return
    yield "<section>\n<h3>Facts</h3>\n"
    for title, own in facts.grouped(opened, found):
        yield f"<table>\n<caption>{_told(title)}</caption>\n"
        for one in facts.by_field(own):
            values = "; ".join(_value(line, name) for line in one)
            yield f"<tr><th>{_told(facts.called(one[0]))}</th><td>{values}</td></tr>\n"
        yield "</table>\n"
    yield "</section>\n"


def _value(line: facts.Line, name: str) -> str:
    said = line.said
    if line.value and line.field in ("country", "parties"):
        said = country_name(line.value)
    elif line.field == "topics":
        said = topic_name(said)
    state = f' <span class="state">{_STATES[line.state]}</span>' if line.state in _STATES else ""
    if line.span is None:
        return _told(said) + state
    words = "" if not line.words or line.words in said else f" “{_told(line.words)}”"
    return f'<a href="#{name}w{line.span.start}">{_told(said)}</a>{words}{state}'


def _tags(tags: Sequence[str]) -> str:
    return "".join(f' <span class="tag">{_told(tag)}</span>' for tag in tags)


# -- what HTML may hold


def _told(text: str) -> str:
    return _words(one_line(text))


def _words(text: str) -> str:
    return escape(_NEVER.sub("\ufffd", text))
