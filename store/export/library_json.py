"""A whole library as one JSON object: articles as they came, readings, and everything a person wrote.

``{"format": "communique", "version": 1, "names": [...], "tags": [...], "articles": [...]}``: what was
said of names of people and occasions, the tags that have a colour, then the articles. Offsets are code
points into ``text``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, TextIO

from store.export.shape import reading_to_json
from store.model import Annotation, NameRuling, OpenArticle, Ruling

FORMAT = "communique"
VERSION = 1


def write(
    articles: Iterable[OpenArticle],
    file: TextIO,
    names: Iterable[NameRuling] = (),
    colours: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Write one article after the other: a large library never is in memory as a whole."""
    said = ",\n".join(json.dumps(name_to_json(one), ensure_ascii=False) for one in names)
    tags = json.dumps([{"name": n, "colour": c} for n, c in colours.items()], ensure_ascii=False)
    file.write(
        f'{{"format": "{FORMAT}", "version": {VERSION}, "names": [{said}], "tags": {tags}, "articles": ['
    )
    separator = "\n"
    for opened in articles:
        file.write(separator + json.dumps(article_to_json(opened), ensure_ascii=False))
        separator = ",\n"
    file.write("\n]}\n")


def article_to_json(opened: OpenArticle) -> dict[str, Any]:
    """One article with its source, reading, state, tags and annotations."""
    row, source = opened.row, opened.source
    return {
        "id": opened.article.key,
        "number": row.id,
        "published": opened.article.published,
        "text": opened.article.text,
        "source": {
            "path": source.path,
            "format": source.format,
            "encoding": source.encoding,
            "sha256": source.sha256,
            "imported_at": source.imported_at,
        },
        "date": row.date,
        "heading": row.heading,
        "countries": list(row.countries),
        "read": row.read,
        "starred": row.starred,
        "tags": list(opened.tags),
        "annotations": [annotation_to_json(made) for made in opened.annotations],
        "rulings": [ruling_to_json(made) for made in opened.rulings],
        "reading": reading_to_json(opened.article, opened.reading),
    }


def name_to_json(made: NameRuling) -> dict[str, Any]:
    """What was said of two names."""
    return {
        "kind": made.kind,
        "first": made.first,
        "second": made.second,
        "same": made.same,
        "created_at": made.created_at,
    }


def ruling_to_json(made: Ruling) -> dict[str, Any]:
    """A correction or confirmation with its anchor; the ``reading`` beside it has it already."""
    return {
        "number": made.id,
        "kind": made.kind.value,
        "subject": made.subject,
        "span": list(made.anchor.span),
        "exact": made.anchor.exact,
        "prefix": made.anchor.prefix,
        "suffix": made.anchor.suffix,
        "text_hash": made.anchor.text_hash,
        "field": made.field,
        "value": made.value,
        "created_at": made.created_at,
    }


def annotation_to_json(made: Annotation) -> dict[str, Any]:
    """A note with its anchor; ``span`` is null for an orphan, and for a note on the whole (without words)."""
    return {
        "number": made.id,
        "span": None if made.orphan or made.whole else list(made.anchor.span),
        "exact": made.anchor.exact,
        "prefix": made.anchor.prefix,
        "suffix": made.anchor.suffix,
        "text_hash": made.anchor.text_hash,
        "colour": made.colour,
        "style": made.style.value,
        "note": made.note,
        "tags": list(made.tags),
        "created_at": made.created_at,
        "changed_at": made.changed_at,
    }
