"""Highlights and notes as Web Annotations of the W3C (JSON-LD), which come in again with nothing lost.

An article is named by its words, not by a file of this machine: a library that has them, however wrapped,
knows it again. Colour and shape of a highlight are its ``styleClass``. A note that has lost its words has
their quote alone, without a position; one on the whole of an article has no selector.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from store.exchange.material import Material, Told
from store.intake.annotated import ARTICLE, CONTEXT
from store.intake.files import fingerprint
from store.marks import one_line
from store.model import Annotation, OpenArticle

COLLECTION = "urn:communique:annotations"


def write(material: Material, told: Told) -> Iterator[str]:
    """One collection with one page, an annotation a line."""
    head = {
        "@context": CONTEXT,
        "id": COLLECTION,
        "type": "AnnotationCollection",
        "label": one_line(material.title) or "Communiqué",
    }
    page = {"id": f"{COLLECTION}:1", "type": "AnnotationPage", "partOf": COLLECTION, "startIndex": 0}
    yield _dumped(head)[:-1] + ', "first": ' + _dumped(page)[:-1] + ', "items": ['
    separator = "\n"
    for opened in material.articles:
        for made in annotations_of(opened):
            told.rows += 1
            yield separator + _dumped(made)
            separator = ",\n"
    yield f'\n]}}, "total": {told.rows}}}\n'


def annotations_of(opened: OpenArticle) -> Iterator[dict[str, Any]]:
    """The annotations of one article."""
    if not opened.annotations:
        return
    article = ARTICLE + fingerprint(opened.article.text).hex()
    same: Counter[str] = Counter()
    for made in opened.annotations:
        told = _dumped([article, made.created_at, made.anchor.exact, made.anchor.prefix])
        same[told] += 1
        yield _annotation(opened, made, article, f"urn:uuid:{uuid5(NAMESPACE_URL, f'{told} {same[told]}')}")


def _annotation(opened: OpenArticle, made: Annotation, article: str, name: str) -> dict[str, Any]:
    source = {"id": article, "type": "Text", "format": "text/plain", "label": one_line(opened.row.heading)}
    target: dict[str, Any] = {"type": "SpecificResource", "source": source}
    if not made.whole:
        target["selector"] = list(_selectors(made))
    target["styleClass"] = [made.colour, made.style.value]
    body = [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in made.tags]
    if made.note:
        body.insert(
            0,
            {"type": "TextualBody", "value": made.note, "format": "text/markdown", "purpose": "commenting"},
        )
    return {
        "id": name,
        "type": "Annotation",
        "motivation": "commenting" if made.note else "tagging" if made.tags else "highlighting",
        "created": made.created_at,
        "modified": made.changed_at,
        **({"body": body} if body else {}),
        "target": target,
    }


def _selectors(made: Annotation) -> Iterator[dict[str, Any]]:
    anchor = made.anchor
    yield {
        "type": "TextQuoteSelector",
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }
    if not made.orphan:
        yield {"type": "TextPositionSelector", "start": anchor.span.start, "end": anchor.span.end}


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
