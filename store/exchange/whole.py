"""A library as one JSON object, which comes in again with nothing lost: see ``store.export.library_json``."""

from __future__ import annotations

from collections.abc import Iterator

from store.exchange.material import Material, Told
from store.export import library_json


def write(material: Material, told: Told) -> Iterator[str]:
    """One article after the other; of a part of a library, without what is said over all of it."""
    names, colours, searches = (
        (material.names, material.colours, material.searches) if material.whole else ((), {}, ())
    )
    for piece in library_json.pieces(material.articles, names, colours, searches):
        yield piece
        told.rows += 1
    told.rows -= 2  # the head and the end
