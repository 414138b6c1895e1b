"""A whole library as one JSON object: articles as they came, readings, and everything a person wrote.

``{"format": "communique", "version": 1, "names": [...], "tags": [...], "searches": [...], "articles":
[...]}``: what was said of names of people and occasions, the tags that have a colour, the searches kept
under a name, then the articles. Offsets are code points into ``text``. A ``number`` is a place in the file,
so that a library which took it in writes the same file again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from types import MappingProxyType
from typing import Any, TextIO

from store.export.shape import reading_to_json
from store.model import Annotation, Filter, NameRuling, OpenArticle, Ruling, SavedSearch

FORMAT = "communique"
VERSION = 1


def write(
    articles: Iterable[OpenArticle],
    file: TextIO,
    names: Iterable[NameRuling] = (),
    colours: Mapping[str, str] = MappingProxyType({}),
    searches: Iterable[SavedSearch] = (),
) -> None:
    """Write one article after the other: a large library never is in memory as a whole."""
    file.writelines(pieces(articles, names, colours, searches))


def pieces(
    articles: Iterable[OpenArticle],
    names: Iterable[NameRuling] = (),
    colours: Mapping[str, str] = MappingProxyType({}),
    searches: Iterable[SavedSearch] = (),
) -> Iterator[str]:
    """What is written: the head, each article, and the end."""
    said = ",\n".join(map(_dumped, map(name_to_json, names)))
    tags = _dumped([{"name": n, "colour": c} for n, c in colours.items()])
    kept = ",\n".join(map(_dumped, map(search_to_json, searches)))
    yield (
        f'{{"format": "{FORMAT}", "version": {VERSION}, "names": [{said}], "tags": {tags},'
        f' "searches": [{kept}], "articles": ['
    )
    separator = "\n"
    for number, opened in enumerate(articles, 1):
        yield separator + _dumped(article_to_json(opened, number))
        separator = ",\n"
    yield "\n]}\n"


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def article_to_json(opened: OpenArticle, number: int = 1) -> dict[str, Any]:
    """One article with its source, reading, state, tags and annotations."""
    row, source = opened.row, opened.source
    return {
        "id": opened.article.key,
        "number": number,
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
        "annotations": [annotation_to_json(*one) for one in enumerate(opened.annotations, 1)],
        "rulings": [ruling_to_json(*one) for one in enumerate(opened.rulings, 1)],
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


def search_to_json(made: SavedSearch) -> dict[str, Any]:
    """A saved search; of its filter, the parts that are set."""
    plain = asdict(Filter())
    parts = {name: value for name, value in asdict(made.filter).items() if value != plain[name]}
    return {"name": made.name, "filter": parts, "created_at": made.created_at}


def ruling_to_json(number: int, made: Ruling) -> dict[str, Any]:
    """A correction or confirmation with its anchor; the ``reading`` beside it has it already."""
    return {
        "number": number,
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


def annotation_to_json(number: int, made: Annotation) -> dict[str, Any]:
    """A note with its anchor; ``span`` is null for an orphan, and for a note on the whole (without words)."""
    return {
        "number": number,
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
